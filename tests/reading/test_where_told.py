"""A deed and its place told apart: in another sentence, in a list, by a nearby town, by "the base"."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

NEXT_SENTENCE = [
    row(
        "the base is named behind the deed",
        "Six rockets were fired at an American base on Sunday. The base, Ain al-Asad, lies in Anbar province.",
        {"place": "ain-al-asad", "day": "2024-02-04", "with": "rocket"},
    ),
    row(
        "where the attack took place",
        "Gunmen killed at least 15 worshippers during mass on Sunday. The attack took place in Djibo, in the north of "
        "Burkina Faso.",
        {"place": "djibo", "day": "2024-02-04", "killed": 15},
    ),
    row(
        "the day of the deed, not that of the inquiry into it",
        "Prosecutors opened an inquiry on Monday into the killing of 16 people. The attack happened on Saturday night "
        "in Charsadda, Pakistan.",
        {"country": "PK", "day": "2024-02-03", "killed": 16},
    ),
    row(
        "the base that an explainer is about",
        "What is the Tanf garrison?\n\nAmerican soldiers have trained Syrian fighters there since 2016.\n\nHas it been "
        "attacked before? Yes. In October 2021 five drones hit the base. On 18 October 2023 it was struck by two more "
        "drones.",
        {"place": "tanf", "day": "2021-10-01/2021-10-31"},
        {"place": "tanf", "day": "2023-10-18"},
    ),
    row(
        "of several bases, an old one is not meant by the base",
        "Drones hit Ain al-Asad, Iraq, on Sunday.\n\nThe minister met the envoy.\n\nTalks went on.\n\nThe Harir base "
        "was quiet.\n\nPrices rose.\n\nSchools were open.\n\nOfficials said who had made the drone that attacked the "
        "American base.",
        {"place": "ain-al-asad"},
    ),
    row(
        "the attackers at the place near which it was",
        "Gunmen killed nine workers near Bambari in the Central African Republic on Sunday. The mayor said the "
        "attackers came to the Chimbolo mine at dawn and opened fire.",
        {"place": "chimbolo-mine", "day": "2024-02-04", "killed": 9},
    ),
]
FROM_THE_STORY = [
    row(
        "both villages",
        "The Israeli army ordered people to leave Khiam and Kfar Kila. On Sunday its jets bombed both villages.",
        {"place": "khiam", "with": "airstrike"},
        {"place": "kfar-kila", "with": "airstrike"},
    ),
    row(
        "both towns at rest",
        "Officials from Kharkiv and Sumy met on Sunday. They said both cities were safe.",
    ),
    row(
        "the two villages of which the names follow",
        "The army lost a post near El Fasher on Saturday. On Sunday the two villages of Kabkabiya and Saraf Omra were "
        "shelled.",
        {"place": "kabkabiya", "with": "artillery"},
        {"place": "saraf-omra", "with": "artillery"},
    ),
    row(
        "warplanes where only others fly them",
        "Warplanes bombed a house in Nabatieh on Sunday.",
        {"place": "nabatieh", "with": "airstrike", "by": []},
    ),
    row(
        "a namesake in another town",
        "A rocket hit the al-Shifa hospital in the city of Afrin, in northern Syria, on Sunday.",
        {"place": "afrin", "on": []},
    ),
    row(
        "a headline's town and the site in it are one",
        "Rockets hit Erbil\n\nThree rockets landed at Erbil airport on Sunday evening, the security service said.",
        {"place": "erbil-airport", "day": "2024-02-04", "with": "rocket"},
    ),
    row(
        "people killed with arms, where the sentence before was",
        "Armed men entered a church in Komanda, in eastern DR Congo, on Sunday. With machetes they killed 43 people.",
        {"place": "komanda", "killed": 43},
    ),
    row(
        "a deed without victims, in the article's one town",
        "Residents of Bukavu, in eastern DR Congo, swept up glass on Monday. They speak of little else.\n\nShops are "
        "shut.\n\nA drone struck a depot on Sunday, the mayor said.",
        {"place": "bukavu", "day": "2024-02-04", "with": "drone"},
    ),
    row(
        "behind what came from there",
        "Pictures from Goma show a street of ruins. At noon on Sunday a rocket came down among the stalls, and nine "
        "people died.",
        {"place": "goma", "day": "2024-02-04", "with": "rocket", "killed": 9},
    ),
    row(
        "the town before the deed of a whole country",
        "Gang massacre in Haiti, at least 30 dead\n\nOne word for what happened in Pont-Sondé is horror. Before dawn "
        "on Sunday armed men shot at all who ran.",
        {"place": "pont-sonde", "day": "2024-02-04"},
    ),
    row(
        "not where the spokesman spoke",
        "Rockets hit a camp in Goma on Sunday. Twelve people died, a spokesman said in Geneva.",
        {"place": "goma", "killed": 12},
    ),
]
IN_A_LIST = [
    row(
        "bases told one by one behind their number",
        "The Islamic Resistance in Iraq says it attacked three American bases on Sunday.\n\nFirst came Ain al-Asad, "
        "with a drone. Then it was al-Tanf in Syria. Last was Conoco, by drone as well.",
        {"place": "ain-al-asad", "day": "2024-02-04", "by": ["islamic-resistance-in-iraq"]},
        {"place": "tanf", "day": "2024-02-04"},
        {"place": "conoco-field", "day": "2024-02-04"},
    ),
    row(
        "items with their arms",
        "The north-east of Syria on Sunday\n\n- Kharab al-Jir: two drones, one shot down.\n- Conoco: six rockets "
        "inside the base.\n",
        {"place": "kharab-al-jir"},
        {"place": "conoco-field", "with": "rocket"},
    ),
    row(
        "at a base and at another near a town",
        "Rockets and drones hit US troops at al-Omar and at a base near Rmelan in Syria on Sunday.",
        {"place": "al-omar-field"},
        {"place": "rmelan", "precision": "near"},
    ),
    row(
        "two sites of one list that lie side by side",
        "Drones were used against the al-Omar oil field and the Green Village base in Syria on Sunday.",
        {"place": "al-omar-field"},
        {"place": "green-village"},
    ),
    row(
        "a preposition for each",
        "Shells fell on Khiam, on Kfar Kila and on the outskirts of Aita al-Shaab in Lebanon on Sunday.",
        {"place": "khiam"},
        {"place": "kfar-kila"},
        {"place": "aita-al-shaab", "precision": "near"},
    ),
    row(
        "bombs that went off in a town were not off its coast",
        "Bombs went off in Baquba, Iraq, killing three, and in Kirkuk on Sunday.",
        {"place": "baqubah", "precision": "locality"},
        {"place": "kirkuk"},
    ),
    row(
        "places told behind a colon",
        "The places bombed on Sunday are three: a depot in Harabish, where most died; posts behind Al-Mayadeen; and "
        "sites near Al-Bokamal.",
        {"place": "harabesh"},
        {"place": "mayadin"},
        {"place": "abu-kamal"},
    ),
]
WHICH_PLACE = [
    row(
        "a site in the city that opens the sentence",
        "In Deir ez-Zor, the al-Omar base was attacked with rockets on Sunday.",
        {"place": "al-omar-field"},
    ),
    row(
        "near a city, and then exactly",
        "Israel carried out strikes near Damascus on Sunday, hitting a villa in Sayyida Zeinab.",
        {"place": "sayyida-zeinab"},
    ),
    row(
        "a town by the country of the other one",
        "Suicide bombers struck a church in Jolo and a mosque in Zamboanga on Sunday.",
        {"country": "PH"},
        {"country": "PH"},
    ),
    row(
        "of two villages of one name, the one beside the town that is named",
        "A man was killed by a drone in the village of Bilenke outside Zaporizhzhia in Ukraine on Sunday.",
        {"country": "UA", "place": "geonames:712642"},
    ),
    row(
        "a province as large as a country, on the day after",
        "Iran fired missiles at Erbil on Sunday. On Monday its missiles struck two bases in Pakistani Balochistan.",
        {"place": "erbil"},
        {"place": "balochistan", "day": "2024-02-05"},
    ),
    row("a question", "Did a drone hit the Harir base on Sunday? Nobody in Baghdad could tell."),
    row(
        "a tally of the night is not where a man was killed",
        "A man was killed by a drone in Nikopol, Ukraine, on Sunday. The air force said it shot down 14 of 18 drones.",
        {"kind": "attack", "killed": 1},
    ),
    row(
        "arms destroyed in somebody's part of a country",
        "In the past 24 hours, US Central Command forces destroyed three missiles in a Houthi-held area of Yemen.",
        {"place": "yemen", "by": ["united-states"]},
    ),
    row(
        "mines that deminers destroyed",
        "The army destroyed 14 mines that deminers had found near Marib on Sunday.",
    ),
    row(
        "the base at a town, in the hills of another",
        "In the mountains north of Erbil the base at Harir was hit by a drone on Sunday.",
        {"place": "harir"},
    ),
    row(
        "a province, and where that lies",
        "A drone strike killed two people on Sunday in Nangarhar province, east of the Afghan capital.",
        {"country": "AF", "precision": "governorate", "killed": 2},
    ),
    row(
        "a village whose name begins like a town's",
        "Two civilians were killed when troops shelled the village of Nam Sang Yang in Myanmar on Sunday.",
        {"country": "MM", "precision": "country"},
    ),
    row(
        "where the dead of another place are mourned",
        "In Najaf, crowds buried a commander killed in an air strike in Tikrit on Sunday.",
        {"place": "tikrit", "killed": 1},
    ),
    row(
        "a funeral that opens the sentence",
        "In Peshawar, hundreds attended the funeral of two policemen killed in an ambush in Bannu on Sunday.",
        {"place": "bannu", "killed": 2},
    ),
    row(
        "a vigil in a capital",
        "In Kyiv, a vigil was held for those killed in a missile strike on Sumy on Sunday.",
        {"place": "sumy", "with": "missile"},
    ),
    row(
        "mourners who were struck themselves",
        "In Homs, mourners were hit by a shell on Sunday, and two of them died.",
        {"place": "homs"},
    ),
    row(
        "where a relative told a paper of it",
        "The father of a soldier killed in Jenin on Saturday told a newspaper in Haifa on Sunday that he wept.",
        {"place": "jenin", "day": "2024-02-03"},
    ),
]
BY_THE_HEADING = [
    row(
        "what the deed led to, and where",
        "Flights were suspended at Mitiga, the airport of Tripoli in Libya, after rockets landed by the runway on "
        "Sunday.",
        {"place": "mitiga", "day": "2024-02-04", "with": "rocket"},
    ),
    row(
        "sirens in one town, the drone over another place",
        "Sirens sounded in Eilat on Sunday after a drone was intercepted over the Red Sea.",
        {"place": "red-sea", "kind": "interception"},
    ),
    row(
        "a story without a place has that of its dateline",
        "ERBIL, Iraq - An American soldier was badly wounded when a drone flew into his building on Sunday, the "
        "Pentagon said.",
        {"place": "erbil", "day": "2024-02-04", "wounded": 1},
    ),
    row(
        "a capital in the dateline is only where it was written",
        "BAGHDAD, Iraq - An American soldier was badly wounded when a drone flew into his building on Sunday, the "
        "Pentagon said.",
    ),
    row(
        "a feature is no story of its dateline",
        "ERBIL, Iraq - The rifles are laid on trestles in the court of a school. Peace has held for years. My brother "
        "was killed by a rocket, says a guerrilla of old.",
    ),
    row(
        "demands in a list are no places of the deed",
        "A strike on Dahyan in Saada, Yemen, killed 40 children on Thursday. The governor demands:\n\n1. that the "
        "council, which will be meeting today in New York, order an inquiry;\n\n2. that the governments in Paris and "
        "Washington stop their sales.\n",
        {"country": "YE", "killed": 40},
    ),
]
IN_OTHER_WORDS = [
    row(
        "a grenade",
        "Somebody tossed a grenade into a mosque in Zamboanga, in the Philippines, on Sunday.",
        {"country": "PH", "day": "2024-02-04", "with": "other"},
    ),
    row(
        "rockets that went into a base",
        "Into the compound of the Conoco gas field, which American soldiers share, went four rockets on Sunday.",
        {"place": "conoco-field", "day": "2024-02-04", "with": "rocket"},
    ),
    row(
        "a headline without a verb",
        "Drone over Harir base\n\nAir defence units opened up shortly after midnight on Sunday, Kurdish security said.",
        {"place": "harir"},
    ),
    row(
        "what the arms of the sentence before did",
        "Erbil airport was closed for three hours on Sunday.\n\nThe reason was two drones. One crashed by the runway.",
        {"place": "erbil-airport", "with": "drone"},
    ),
    row(
        "a town that opens its sentence",
        "A bomb hit Sumy, Ukraine, on Sunday. Nikopol was shelled twice that day.",
        {"place": "sumy"},
        {"place": "nikopol"},
    ),
    row(
        "a town before the deed in a headline",
        "Kabul mosque bombing leaves 21 dead\n\nThe bomb went off on Sunday during evening prayers, a hospital said.",
        {"country": "AF", "day": "2024-02-04", "killed": 21},
    ),
    row(
        "who puts a name to a deed",
        "The Islamic Resistance in Iraq put its name to a drone attack on the Green Village base in Syria on Sunday.",
        {"place": "green-village", "day": "2024-02-04"},
    ),
    row("arms that are sold there", "A dealer in Basra, Iraq, was found with rockets and drones on Sunday."),
    row("arms that are shown there", "Missiles and drones were paraded in Isfahan, Iran, on Sunday."),
    row(
        "a sentence for a deed",
        "A court in Baghdad sentenced a man to death on Sunday for the bombing in Karrada.",
    ),
    row(
        "what befell a witness once",
        'Buses brought 2,000 people to Aleppo on Sunday. "My house was hit by a rocket," said one of them.',
    ),
    row(
        "attacks in general, behind the place of something else",
        "A convoy reached the Rmelan base in Syria on Sunday. It came as attacks by drones on bases go on.",
    ),
    row(
        "what nobody stopped went off",
        "A drone which nobody stopped exploded against a house in Tel Aviv on Sunday.",
        {"place": "tel-aviv", "with": "drone"},
    ),
    row(
        "the target of it",
        "The airport of Erbil was the target of two drones on Sunday.",
        {"place": "erbil-airport", "with": "drone"},
    ),
]

OTHERWISE_TOLD = [
    row(
        "a drone that nobody noticed",
        "A drone which nobody noticed crashed into a depot in central Haifa on Sunday.",
        {"place": "haifa", "with": "drone"},
    ),
    row(
        "men not identified",
        "Men not identified launched rockets at the base in Kirkuk on Sunday.",
        {"place": "kirkuk", "with": "rocket"},
    ),
    row("no drone came", "No drone hit the base in Kirkuk on Sunday, the army said."),
    row(
        "one more of the targets",
        "Natanz was another of the targets of the jets on Sunday.",
        {"place": "natanz-site", "day": "2024-02-04"},
    ),
    row(
        "a drone that was stopped",
        "Jamming stopped a drone over Erbil airport on Sunday.",
        {"place": "erbil-airport", "kind": "interception"},
    ),
    row(
        "three drones that were stopped",
        "Air defences stopped three incoming drones over Erbil on Sunday.",
        {"place": "erbil", "kind": "interception"},
    ),
    row("a car with rockets, stopped", "Police stopped a car with rockets near Mosul on Sunday."),
    row("work on drones, halted", "Production of drones was halted at the plant in Kharkiv on Sunday."),
    row("a minister who stopped a train", "The minister stopped a train service at Erbil on Sunday."),
    row(
        "a helicopter that was brought down",
        "An army helicopter was brought down on Sunday near Mosul.",
        {"place": "mosul", "kind": "interception"},
    ),
    row("a plot that was foiled", "Police foiled a plot against the governor in Mosul on Sunday."),
    row(
        "missiles at a ship, told without a day",
        "The navy struck the tanker Ocean Star with several missiles in the Arabian Sea.",
        {"place": "arabian-sea", "with": "missile"},
    ),
    row(
        "caves in a province, told without a day",
        "Jets bombed caves in Nineveh province, the ministry said.",
        {"precision": "governorate", "with": "airstrike"},
    ),
    row("what was done in a province for years", "Rebels have fired rockets in Anbar province for years."),
    row(
        "a town alone at the head of a line",
        "The night in Ukraine\n\nTERNOPIL. Two blocks of flats were hit by missiles on Sunday.",
        {"country": "UA", "with": "missile"},
    ),
    row(
        "how many went where, behind a colon",
        "Three explosions woke the north of Iraq on Sunday. Drones did it, the security service said: two at Zakho, "
        "one at Kirkuk.",
        {"place": "zakho", "with": "drone"},
        {"place": "kirkuk", "with": "drone"},
    ),
    row(
        "what drones cost where",
        "An explosion shook a workshop on Sunday. The price of drones rose: two at Zakho cost more than one at Kirkuk.",
    ),
    row(
        "two fields of one licence",
        "Drones struck the Tawke field and the Peshkabir field on Sunday.",
        {"place": "tawke"},
        {"place": "peshkabir"},
    ),
]


@pytest.mark.parametrize("case", BY_THE_HEADING)
def test_the_place_of_the_story(case: Case, reader: Reader) -> None:
    """A deed is where its consequences were told, or where the story is, and nowhere that is only named."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", IN_OTHER_WORDS)
def test_deeds_in_other_words(case: Case, reader: Reader) -> None:
    """Arms that went somewhere are a deed, whatever the verb; arms at rest and deeds of old are none."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", NEXT_SENTENCE)
def test_the_place_in_another_sentence(case: Case, reader: Reader) -> None:
    """A deed is put where the sentences beside it say that it was."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", FROM_THE_STORY)
def test_the_place_of_the_story_so_far(case: Case, reader: Reader) -> None:
    """A deed without a place is where the story is, not where somebody speaks of it."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", IN_A_LIST)
def test_each_place_of_a_list(case: Case, reader: Reader) -> None:
    """What was hit in one breath stands on the map at each of its places."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHICH_PLACE)
def test_which_place_is_meant(case: Case, reader: Reader) -> None:
    """The narrowest place, in the country that the article is about; questions and tallies put nothing there."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", OTHERWISE_TOLD)
def test_deeds_told_otherwise(case: Case, reader: Reader) -> None:
    """What was struck, stopped or brought down, in words that are easily taken for a denial or for nothing."""
    assert told(case, reader) == case.wanted


UNDER_A_HEADING = [
    row(
        "a capital that heads a paragraph",
        "Rockets hit Balad air base on Sunday.\n\nTalks on the budget went on.\n\nKabul. A man with a rifle forced "
        "his way into the embassy of Iran on Friday, shot a guard dead and wounded two.",
        {"place": "balad-airbase", "day": "2024-02-04"},
        {"place": "geonames:1138958", "day": "2024-02-02", "killed": 1, "wounded": 2},
    ),
    row(
        "sentences below the name that heads the paragraph",
        "Mogadishu. A car bomb went off outside a hotel on Saturday and killed six people.\n\nKismayo. The governor "
        "met elders. They spoke of water. Prices rose. Mortar shells fell on the airport on Sunday night.",
        {"place": "mogadishu", "day": "2024-02-03", "killed": 6},
        {"country": "SO", "day": "2024-02-04", "with": "mortar"},
    ),
    row(
        "nothing was done where a heading only says who spoke",
        "Jets bombed Idlib on Sunday.\n\nDamascus. The president spoke to students. A statement condemned the attack.",
        {"place": "idlib", "day": "2024-02-04"},
    ),
    row(
        "a town in mourning",
        "Israel and its neighbours: what we know\n\n15:10 Majd al-Krum in mourning\nThousands walked behind two "
        "coffins in the Galilee town. A Hezbollah rocket killed them on Saturday in a shop; six people were "
        "hurt.\n\n14:00 Talks\nIsrael sent an envoy to Cairo.",
        {"place": "geonames:294373", "day": "2024-02-03", "with": "rocket"},
    ),
    row(
        "there, in the town of the sentence before",
        "Rockets were launched at Kiryat Shmona, Israel, on Sunday.\n\nIn Houla, Lebanon, they know the feeling. "
        "There, on Saturday, a drone hit people outside a mosque; one man died.",
        {"place": "kiryat-shmona", "day": "2024-02-04"},
        {"place": "houla-lb", "day": "2024-02-03", "killed": 1},
    ),
    row(
        "there was a blast elsewhere",
        "A bomb went off in Mogadishu, Somalia, on Saturday and killed six. There was an explosion in Afgoye on "
        "Sunday.",
        {"place": "mogadishu", "day": "2024-02-03"},
        {"country": "SO", "day": "2024-02-04", "kind": "explosion"},
    ),
    row(
        "the one region that a letter opens with",
        "Dear friends, you will have heard of our hospital in Eastern Ghouta. On Saturday a barrel bomb hit its roof "
        "and killed two nurses.",
        {"place": "eastern-ghouta", "day": "2024-02-03", "killed": 2},
    ),
    row(
        "several provinces in one breath",
        "Bases in Ilam, Kermanshah and Khuzestan provinces came under attack overnight, Iran's air defence said.",
        {"place": "ir-ilam"},
        {"place": "ir-kermanshah"},
        {"place": "ir-khuzestan"},
    ),
    row("floods hit several provinces", "Farmers in Anbar and Nineveh provinces were hit hard by drought."),
    row(
        "two more drones, a sentence further on",
        "A drone struck the Khurmala field on Sunday. Engineers live beside it. Two had been sent at the field on "
        "Friday.",
        {"place": "khurmala", "day": "2024-02-04", "with": "drone"},
        {"place": "khurmala", "day": "2024-02-02", "with": "drone"},
    ),
    row(
        "what a deed answered is not where it was",
        "Rockets were launched at Kiryat Shmona on Sunday as a first response to the massacres of Nabatieh and Tyre, "
        "Hezbollah said.",
        {"place": "kiryat-shmona", "day": "2024-02-04"},
    ),
    row(
        "newspapers quote somebody in a capital",
        "A missile hit a camp at Safer, Yemen, on Saturday. Ten soldiers fell in the same explosion, the spokesman was "
        "quoted as saying by newspapers in Riyadh today.",
        {"place": "safer", "day": "2024-02-03", "killed": 10},
    ),
    row(
        "the head of an item says where and when its deed was",
        "Attacks on clinics in Syria\n\n3 January, about 14:40, Kafr Nabl (Idlib governorate). Two air strikes hit the "
        "maternity ward. A nurse was killed.\n\n5 January, Kafr Zita (Hama governorate). The field clinic took a "
        "direct hit.",
        {"country": "SY", "day": "2024-01-03", "with": "airstrike", "killed": 1},
        {"country": "SY", "day": "2024-01-05", "killed": None},
    ),
    row(
        "an item headed by an unknown place is not where the one before was",
        "Attacks of the week in Somalia\n\nBaidoa, Bay region, 1 February: Mortars hit the airport and wounded two "
        "guards.\n\nXaradhyo Ceel, Bay region, 3 February: A landmine killed five soldiers.",
        {"country": "SO", "day": "2024-02-01", "wounded": 2, "killed": None},
        {"country": "SO", "day": "2024-02-03", "killed": 5, "precision": "governorate"},
    ),
    row(
        "a diary headed by days and places tells of no deed",
        "Diary of the mission in Ukraine\n\n1 February, Izium. We met the mayor and saw the school.\n\n3 February, "
        "Orikhiv. The mayor fears that shells will fall again.",
    ),
    row(
        "a deed near a place that nothing knows, on another day, is not where the one before was",
        "ISIS attacked Makhmour on Thursday and killed three brothers.\n\nOn 27 November a bomb near Kolajaran killed "
        "five soldiers. Four more were injured.",
        {"day": "2024-02-01", "killed": 3, "wounded": None},
    ),
]


@pytest.mark.parametrize("case", UNDER_A_HEADING)
def test_the_place_that_the_text_is_at(case: Case, reader: Reader) -> None:
    """A deed is put at the place under whose name it is told, and at none that is only spoken of."""
    assert told(case, reader) == case.wanted
