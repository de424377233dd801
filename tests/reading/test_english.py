"""The constructions of agency English, in wars all over the world: what each tells, and near misses."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

IL, RU, UA, US = "israel", "russia", "ukraine", "united-states"

COUNTS = [
    row(
        "a number of victims before a raid counts no raids",
        "Boko Haram insurgents killed 11 villagers in an overnight raid on Kautikari, near Chibok.",
        {"place": "chibok", "precision": "near", "by": ["boko-haram"], "killed": 11},
    ),
    row(
        "killed and wounded in clashes",
        "At least 28 people were killed and 13 wounded in clashes between rival militias in Tripoli, Libya, on Sunday.",
        {"killed": 28, "wounded": 13, "kind": "clash"},
    ),
    row("attacks that are counted", "US forces reported 68 drone and rocket attacks in Iraq on Sunday."),
    row(
        "who killed so many",
        "The ADF, an Islamic State-linked group, killed at least 13 people in an attack on a village in Ituri province "
        "on Sunday.",
        {"place": "ituri", "by": ["adf"], "killed": 13},
    ),
    row(
        "the past day is no war",
        "Seven people were killed in Russian shelling of Kherson region over the past day, the governor said.",
        {"country": "UA", "by": [RU], "killed": 7},
    ),
]
PLACES = [
    row(
        "the capital by its name",
        "An explosion ripped through a bus station in the Afghan capital, Kabul, on Sunday, killing three people.",
        {"country": "AF", "killed": 3},
    ),
    row(
        "a capital far from who strikes it",
        "A US drone strike on a house in Kabul killed ten members of a family on August 29, 2021.",
        {"country": "AF", "day": "2021-08-29", "by": [US]},
    ),
    row(
        "a region that bears its city's name",
        "A drone attack on an oil depot in Russia's Bryansk region caused a large fire on Sunday.",
        {"country": "RU", "precision": "governorate"},
    ),
    row(
        "regions in a list",
        "Drones struck warehouses in the Kharkiv and Odesa regions on Sunday.",
        {"country": "UA", "precision": "governorate"},
        {"country": "UA", "precision": "governorate"},
    ),
    row("its city", "A drone struck a warehouse in Kharkiv on Sunday.", {"precision": "locality"}),
    row(
        "a village told by its city",
        "An air raid destroyed a clinic in the Idlib village of Kafr Nabl on Sunday.",
        {"place": "geonames:168661"},
    ),
    row(
        "the vicinity of a capital",
        "Israeli missiles targeted sites in the vicinity of Damascus on Sunday.",
        {"place": "damascus", "by": [IL]},
    ),
    row(
        "from one country into another",
        "Rockets were fired from Lebanon into northern Israel on Sunday.",
        {"place": "northern-israel", "launch": "lebanon"},
    ),
    row(
        "a militia is not only somewhere",
        "The US struck weapons depots of militias in Abu Kamal on Sunday.",
        {"place": "abu-kamal", "by": [US]},
    ),
    row(
        "the capital by its country",
        "Rockets hit a base south of the Iraqi capital on Sunday.",
        {"place": "baghdad", "precision": "near"},
    ),
    row(
        "capital that is money", "Iraqi capital fled the country on Sunday as rockets fell on its neighbours."
    ),
    row(
        "a building in another town",
        "A bomb killed five people in a mosque at Gamboru Market in Maiduguri, Nigeria, on Sunday.",
        {"country": "NG", "killed": 5},
    ),
    row(
        "an office is no place",
        "A car bomb in Hilla killed three people on Sunday, the Babil security committee said.",
        {"place": "hillah", "killed": 3},
    ),
    row(
        "the same city again",
        "Missiles hit Kharkiv on Saturday evening. A few hours later, another wave of drones attacked the same city.",
        {"with": "missile", "day": "2024-02-03"},
        {"with": "drone", "country": "UA"},
    ),
    row(
        "between two towns",
        "A convoy of the Malian army was ambushed between Gossi and Hombori on Sunday; 12 soldiers died.",
        {
            "precision": "near",
            "point": "representative",
            "by": [],
            "on": ["malian-armed-forces"],
            "killed": 12,
        },
    ),
    row(
        "a road that links two towns",
        "A mine killed four soldiers on the highway linking Palmyra and Deir ez-Zor on Sunday.",
        {"precision": "near", "with": "ied"},
    ),
    row(
        "in both towns",
        "Rockets struck bases in Mosul and Erbil on Sunday.",
        {"place": "mosul"},
        {"place": "erbil"},
    ),
    row(
        "tags are no news",
        "Fuel prices rose.\n\nRussia Ukraine Missile Strikes Casualties Kharkiv Odesa Drones",
    ),
]
WHO = [
    row(
        "bombs of an army",
        "The Myanmar military bombed a hospital in Mrauk-U on Sunday, killing 33 people.",
        {"by": ["myanmar"], "with": "airstrike"},
    ),
    row("bombs of nobody", "Two bombs went off in Mogadishu on Sunday.", {"with": "ied", "kind": "attack"}),
    row(
        "soldiers without a name are the country's",
        "Gunmen attacked an army camp near Gao in Mali on Sunday and killed seven soldiers.",
        {"by": [], "on": ["mali"], "stated": False, "killed": 7},
    ),
    row(
        "villagers are nobody's",
        "Gunmen attacked a village near Gao in Mali on Sunday and killed seven villagers.",
        {"by": [], "on": []},
    ),
    row(
        "the group claimed",
        "Drones hit the Conoco base on Sunday. The Islamic Resistance in Iraq has sent many. "
        "US jets struck back at Abu Kamal. The group claimed an attack on al-Shaddadi on Sunday with rockets.",
        {"place": "conoco-field"},
        {"place": "abu-kamal", "by": [US]},
        {"place": "shaddadi", "by": ["islamic-resistance-in-iraq"], "role": "claimed"},
    ),
    row(
        "a loss is no claim",
        "Kataib Hezbollah announced the death of one of its fighters in a drone strike in Abu Kamal on Sunday.",
        {"place": "abu-kamal", "by": [], "on": ["kataib-hezbollah"]},
    ),
    row(
        "took a town",
        "The RSF took Babanusa in West Kordofan on Sunday.",
        {"place": "babanusa", "kind": "seizure", "by": ["rapid-support-forces"]},
    ),
    row("took a road", "A convoy of soldiers took the M5 highway to Homs on Sunday."),
    row(
        "ascribed to",
        "The bombing in Cali on Sunday, in which six people died, was ascribed to dissidents of the former FARC.",
        {"by": ["farc-dissidents"], "killed": 6},
    ),
    row(
        "a force and its state",
        "American jets bombed depots of Iran's Revolutionary Guard in Abu Kamal on Sunday.",
        {"place": "abu-kamal", "by": [US], "on": ["irgc"]},
    ),
    row(
        "who says that it struck",
        "Israel said it had struck an airstrip in Nabatieh on Sunday.",
        {"by": [IL]},
    ),
    row(
        "who says that it was struck",
        "The US military said two of its soldiers were wounded when a drone hit a base in Erbil on Sunday.",
        {"place": "erbil", "by": [], "on": [US], "wounded": 2},
    ),
    row(
        "who only tells of it",
        "A drone crashed near the Rukban camp on Sunday, the Jordanian army said.",
        {"place": "rukban", "by": [], "stated": None},
    ),
    row(
        "a state that carries out strikes",
        "Pakistan carried out strikes inside Iran's Sistan-Baluchestan province on Sunday.",
        {"place": "ir-sistan-and-baluchestan", "by": ["pakistan"]},
    ),
    row(
        "killed in an operation",
        "The Afghan army killed 30 Taliban fighters in an operation in Helmand on Sunday.",
        {"country": "AF", "by": ["afghanistan"], "on": ["taliban"], "killed": 30},
    ),
]


@pytest.mark.parametrize("case", COUNTS)
def test_victims_and_deeds_are_told_apart(case: Case, reader: Reader) -> None:
    """A number counts victims, or deeds: "11 villagers in a raid", "68 attacks"."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", PLACES)
def test_places(case: Case, reader: Reader) -> None:
    """The narrowest place, of the kind that the words give it."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHO)
def test_who(case: Case, reader: Reader) -> None:
    """Who did it, and who only speaks of it."""
    assert told(case, reader) == case.wanted
