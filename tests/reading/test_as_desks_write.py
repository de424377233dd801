"""Ordinary wire prose: datelines with a colon, "120 km west of the capital", known deeds told again of a quarter."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

PLACES = [
    row(
        "a dateline of town, country and colon",
        "ARBIL, Iraq: A Turkish drone killed three fighters of the Kurdistan Workers' Party near Amedi on Sunday.",
        {"place": "amedi", "killed": 3},
    ),
    row(
        "how far a province's capital is",
        "A drone attacked their vehicle in the Shingal hills, some 120 km west of Nineveh's provincial capital Mosul,"
        " on Sunday, killing two.",
        {"place": "sinjar", "killed": 2},
    ),
    row(
        "how far the capital is from a province's town",
        "Gunmen fired at policemen in the hill town of Karak, situated 140 kilometers south of the capital Amman,"
        " on Sunday.",
        {"place": "jo-karak"},
    ),
    row(
        "how far the capital is, and nothing else",
        "Gunmen attacked a bus about 20 km south of the capital Kabul on Sunday, killing six passengers.",
        {"country": "AF", "precision": "near", "killed": 6},
    ),
    row(
        "a country's city",
        "Armed men killed four people in Ecuador's Guayaquil on Sunday.",
        {"country": "EC", "precision": "locality", "killed": 4},
    ),
    row(
        "the village told before, by where it lies",
        "A drone hit the town of Halfaya on Sunday. Four people died in the town, which lies north of Hama.",
        {"country": "SY", "killed": 4},
    ),
    row(
        "a quarter of the city told before",
        "A car bomb exploded in Baghdad on Sunday, killing five. The explosion in the capital's busy Karrada"
        " neighborhood also wounded 27 people.",
        {"place": "karrada", "killed": 5, "wounded": 27},
    ),
    row(
        "missiles into a sea",
        "US forces destroyed three uncrewed vessels of the Houthis in the Red Sea on Sunday. The Houthis launched three"
        " missiles into the Gulf of Aden.",
        {"place": "red-sea"},
        {"place": "gulf-of-aden"},
    ),
    row(
        "another bomb in the same quarter",
        "A car bomb went off in Sadr City on Sunday, killing four people. Another car bomb elsewhere in Sadr City"
        " went off near a market, killing two.",
        {"place": "sadr-city", "killed": 4},
        {"place": "sadr-city", "killed": 2},
    ),
    row(
        "strikes counted on one day",
        "US forces conducted five strikes against missile launchers in Yemen on Sunday.",
        {"place": "yemen", "by": ["united-states"]},
    ),
    row("strikes counted since a day", "The coalition has carried out five strikes in Yemen since Sunday."),
    row("strikes of a week", "The coalition conducted 23 strikes in Syria and Iraq last week."),
    row("a coup", "Soldiers seized power in Niamey on July 26, 2023, and put the president under arrest."),
    row(
        "a soldier of a unit in a town",
        "A soldier with the border guard unit in Iran's southeastern city of Zabol was killed by gunmen on Sunday.",
        {"country": "IR", "killed": 1},
    ),
]


SIDES = [
    row(
        "who claims, and what it is",
        "A rocket hit Conoco on Sunday. Kataib Hezbollah, an Iran-backed militia, claimed the attack.",
        {"place": "conoco-field", "by": ["kataib-hezbollah"]},
    ),
    row(
        "who claims, its short name, and what it is",
        "Drones hit Ain al-Asad on Sunday. The Islamic Resistance in Iraq (IRI), a coalition of Iran-backed factions,"
        " claimed the attack.",
        {"place": "ain-al-asad", "by": ["islamic-resistance-in-iraq"]},
    ),
    row(
        "what it is, and who claims",
        "Drones hit Ain al-Asad on Sunday. A coalition of Iran-backed factions, the Islamic Resistance in Iraq,"
        " claimed the attack.",
        {"place": "ain-al-asad", "by": ["islamic-resistance-in-iraq"]},
    ),
    row(
        "a country's group",
        "Hezbollah fired rockets at Kiryat Shmona on Sunday. The Lebanese group said that its fighters had also"
        " struck the barracks of Zarit.",
        {"place": "kiryat-shmona", "by": ["hezbollah"]},
        {"place": "zarit", "by": ["hezbollah"]},
    ),
    row(
        "a country's group that nothing names",
        "The Lebanese group said on Sunday that its fighters had struck the barracks of Zarit with rockets.",
        {"place": "zarit", "by": []},
    ),
    row(
        "who did all that the lead adds up",
        "Russia fired 40 missiles and 200 drones at Ukraine overnight, the air force said on Sunday.\n\nIn Dnipro a"
        " hospital was hit, and two people were wounded. In Odesa a warehouse burned after a drone struck it.",
        {"by": ["russia"], "wounded": 2},
        {"place": "odesa", "by": ["russia"]},
    ),
    row(
        "who rules, beside another state that strikes",
        "On Sunday regime helicopters dropped barrel bombs on Saraqib. Russian jets hit Ariha in Idlib, Syria.",
        {"place": "saraqib", "by": ["syria"]},
        {"place": "ariha", "by": ["russia"]},
    ),
    row(
        "a people that stands for its army",
        "The Russians shelled Kherson on Sunday, killing two people.",
        {"place": "kherson", "by": ["russia"], "killed": 2},
    ),
    row(
        "some of a people",
        "Two Russians attacked a shop in Kherson with knives on Sunday, wounding three people.",
        {"place": "kherson", "by": [], "wounded": 3},
    ),
    row(
        "a people that was hit",
        "The Palestinians hit by shells in Jenin on Sunday were taken to hospital; two died.",
        {"place": "jenin", "by": []},
    ),
    row(
        "a leader by name",
        "Ukraine's Zelensky said a missile killed three people in Odesa on Sunday.",
        {"place": "odesa", "by": [], "killed": 3},
    ),
    row(
        "suspects in a country's province",
        "Five fishermen were beheaded on Sunday by suspected militants in Mozambique's northern province of Cabo"
        " Delgado.",
        {"place": "cabo-delgado", "by": [], "killed": 5},
    ),
    row(
        "a minister of another state, of its forces",
        "Israeli Defence Minister Katz said the air force had struck Hodeidah on Sunday.",
        {"place": "hodeidah", "by": ["israel"]},
    ),
    row(
        "a people hit in a town",
        "Ukrainians shelled in Kherson on Sunday said they would stay. Two were killed.",
        {"place": "kherson", "by": [], "killed": 2},
    ),
    row(
        "one town in the lead, and another's drone",
        "The United States struck Sanaa in Yemen on Sunday, killing five people.\n\nIn Marib, a missile hit a camp for"
        " the displaced on Sunday, killing seven.",
        {"place": "sanaa", "by": ["united-states"]},
        {"place": "marib", "by": [], "killed": 7},
    ),
    row(
        "what the lead adds up, and an explosion",
        "Israel carried out dozens of air strikes across Libya on Sunday, officials said.\n\nIn Tripoli an explosion at"
        " a fuel station killed three people on Sunday.",
        {"country": "LY", "by": [], "killed": 3},
    ),
    row(
        "a country's group, and another's named last",
        "Hezbollah and Hamas were at the talks. The Lebanese group said it shelled Metula on Sunday.",
        {"place": "metula", "by": ["hezbollah"]},
    ),
    row(
        "a department that is hit",
        "Gunmen stormed the police department in Quetta on Sunday, killing four people.",
        {"place": "quetta", "on": ["pakistan"], "killed": 4},
    ),
]

DAYS_AND_DEAD = [
    row(
        "nobody was hurt after it",
        "Sirens sounded on Sunday. No casualties were reported after a rocket hit Sderot.",
        {"place": "sderot", "day": "2024-02-04"},
    ),
    row(
        "where the dead were",
        "Ten border guards were killed on Sunday in an attack launched from inside Pakistan, Iranian media said. The"
        " guards were patrolling in Zabol.",
        {"country": "IR", "killed": 10},
    ),
    row(
        "the attackers' way home",
        "Soldiers came under an ambush at Banibangou in Niger on Sunday. Nine people were killed in that assault by men"
        " who fled back into Mali.",
        {"place": "banibangou", "killed": 9},
    ),
    row(
        "people who had fled there",
        "Six people who fled to Goma were killed when a shell hit their camp on Sunday.",
        {"place": "goma", "killed": 6},
    ),
    row(
        "lines of power",
        "Rebels seized power lines and a dam near Goma on Sunday.",
        {"place": "goma"},
    ),
    row(
        "two provinces, and the dead of one",
        "A drone hit a village in the Kherson region on Sunday. A car was hit by a drone in the Kharkiv region on"
        " Sunday, killing two people.",
        {"country": "UA", "killed": None},
        {"country": "UA", "killed": 2},
    ),
    row(
        "the district of two villages",
        "An Israeli drone struck a car on the road between Khirbet Selm and Al-Jumayjmeh in the Bint Jbeil district of"
        " Lebanon on Sunday.",
        {"place": "khirbet-selm"},
    ),
    row(
        "villages of a district, too",
        "Gunmen attacked Kolofata and villages in the Mora district on Sunday, killing nine people in Cameroon.",
        {"place": "kolofata"},
        {"killed": 9},
    ),
    row(
        "to a second deed",
        "The jihadists attacked Mocimboa da Praia and then ran to Palma, beheading five people on Sunday.",
        {"place": "mocimboa", "killed": None},
        {"place": "palma-mz", "killed": 5},
    ),
    row(
        "more in a district, too",
        "A drone killed one person in Nikopol, then a man in the Marhanets district on Sunday.",
        {"place": "nikopol", "killed": 1},
        {"precision": "district", "killed": 1},
    ),
    row(
        "a village beside another town",
        "Shelling hit Kupiansk and the village just north of Izium on Sunday.",
        {"place": "kupiansk"},
        {"country": "UA", "precision": "near"},
    ),
    row(
        "a quarter that counts its own dead",
        "An airstrike on Gaza City killed ten people on Sunday. The bombardment of the Zeitoun neighbourhood killed"
        " five.",
        {"place": "gaza-city", "killed": 10},
    ),
    row(
        "far more strikes than one",
        "The Russian army carried out 700 strikes in Zaporizhzhia region on Sunday.",
    ),
    row(
        "stations of power",
        "Rebels seized power substations in Goma on Sunday.",
        {"place": "goma"},
    ),
    row(
        "his wife, who was hurt",
        "On Sunday gunmen killed the head of the council of Baidoa and his wife at the scene was wounded.",
        {"place": "baidoa", "killed": 1, "wounded": 1},
    ),
]


WHOSE_TOWN = [
    row(
        "the capital of a dateline",
        "KABUL, Nov 16 - A bomb went off in the capital on Sunday, wounding four people.",
        {"country": "AF", "precision": "locality", "wounded": 4},
    ),
    row(
        "the capital of a dateline, not of the country told of",
        "NAIROBI, Nov 16 - A bomb went off in Somalia on Sunday. The blast in the capital killed two people.",
        {"place": "mogadishu", "killed": 2},
    ),
    row(
        "police of a town",
        "Police in Baghdad said a mine under a car killed two people in the Shahr-e Naw area on Sunday.",
        {"place": "baghdad", "killed": 2},
    ),
    row(
        "police of a town tell of its country",
        "Police in Kabul said on Sunday that gunmen had killed six people in a village in the north of the country.",
    ),
    row(
        "police of a town tell of another",
        "Police in Baghdad said two people were killed by gunmen in the town of Tarmiyah on Sunday.",
        {"place": "tarmiyah", "killed": 2},
    ),
    row(
        "a village of a great town's name abroad",
        "ISIS fighters attacked Dara village in Daquq district, south of Kirkuk, on Sunday, killing two policemen.",
        {"place": "daquq", "killed": 2},
    ),
    row(
        "a great town",
        "Gunmen killed two policemen in Dara, in the south of Syria, on Sunday.",
        {"place": "daraa", "killed": 2},
    ),
    row(
        "damage, town by town",
        "Russian drones struck Ukraine overnight on Sunday. In Odesa, the port was damaged. In Izmail, a fire broke"
        " out at a warehouse.",
        {"place": "odesa", "by": ["russia"], "with": "drone"},
        {"place": "izmail", "by": ["russia"], "with": "drone"},
    ),
    row(
        "damage behind a deed without a place",
        "Russian drones struck ports overnight on Sunday. In Odesa, two warehouses caught fire.",
        {"place": "odesa", "by": ["russia"], "with": "drone"},
    ),
    row("damage of floods", "Floods hit Ukraine on Sunday. In Odesa, the port was damaged."),
    row(
        "damage of another day",
        "Russian drones struck Ukraine on Sunday. In Odesa, the port was damaged by a storm on Friday.",
        {"country": "UA", "precision": "country"},
    ),
    row(
        "what air defences did",
        "Air defences shot down 20 drones over Ukraine on Sunday. In Odesa, an old bridge was damaged.",
        {"country": "UA", "kind": "interception"},
    ),
    row(
        "police who only tell",
        "Police in Srinagar said militants shot dead a man in Shopian on Sunday.",
        {"country": "IN", "by": [], "killed": 1},
    ),
]


WHO_AND_WITH_WHAT = [
    row(
        "missiles that are fired at bases",
        "Iran struck with missiles bases in Erbil on Sunday, killing four people.",
        {"place": "erbil", "by": ["iran"], "with": "missile"},
    ),
    row(
        "a whole family",
        "An Israeli air strike killed an entire family in Khan Younis on Sunday.",
        {"place": "khan-younis", "by": ["israel"]},
    ),
    row(
        "a family that speaks",
        "A drone killed a man near Tyre on Sunday, his family in Beirut said.",
        {"place": "tyre", "killed": 1},
    ),
    row(
        "a workshop at the end of a sentence",
        "The coalition carried out air strikes on Sanaa on Sunday. The raids hit a camp and a drone workshop.",
        {"place": "sanaa", "with": "airstrike"},
    ),
    row(
        "him and his driver",
        "A bomb under a judge's car exploded in Baghdad on Sunday, wounding him and his driver.",
        {"place": "baghdad", "wounded": 2},
    ),
    row(
        "a boat in an ocean",
        "The US military said it struck a boat in the eastern Pacific on Sunday, killing two men.",
        {"place": "eastern-pacific", "killed": 2},
    ),
    row(
        "a government that tells of it",
        "Myanmar's military bombed a school in Tabayin on Sunday, killing 22 people, according to the shadow National"
        " Unity Government.",
        {"country": "MM", "by": ["myanmar"], "on": []},
    ),
]


@pytest.mark.parametrize("case", [*PLACES, *SIDES, *DAYS_AND_DEAD, *WHOSE_TOWN, *WHO_AND_WITH_WHAT])
def test_a_desks_prose_is_read_as_it_is_meant(case: Case, reader: Reader) -> None:
    """One construction a row."""
    assert told(case, reader) == case.wanted
