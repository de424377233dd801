"""Deeds in words and orders that any report uses: whom, whose house, what city, by what verb."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

WHOM = [
    row(
        "a victim with a possessor and a name",
        "The town's mayor, Omar Adan, was shot dead in Mosul on Sunday.",
        {"place": "mosul", "killed": 1},
    ),
    row(
        "a state's victim",
        "Iraq's chief judge, Omar Adan, was assassinated in Mosul on Sunday.",
        {"place": "mosul", "killed": 1},
    ),
    row(
        "who only speaks of victims",
        "The town's mayor, Omar Adan, said three people were shot dead in Mosul on Sunday.",
        {"place": "mosul", "killed": 3},
    ),
    row(
        "butchered",
        "Raiders butchered 40 people in Bokkos, Nigeria, on Sunday.",
        {"country": "NG", "killed": 40},
    ),
    row(
        "butchering",
        "Raiders attacked Bokkos in Nigeria on Sunday, butchering at least 40 people.",
        {"country": "NG", "killed": 40},
    ),
    row(
        "ransacked",
        "Militia ransacked Kutum in North Darfur on Sunday, killing nine.",
        {"place": "kutum", "killed": 9},
    ),
]

WHERE = [
    row(
        "the residence of one who else would speak there",
        "Three drones targeted the residence of the prime minister in Baghdad's Green Zone on Sunday.",
        {"place": "green-zone", "with": "drone"},
    ),
    row(
        "one who speaks there",
        "Three drones hit Kirkuk on Sunday, the spokesman of the prime minister in Baghdad's Green Zone said.",
        {"place": "kirkuk", "with": "drone"},
    ),
    row(
        "a bombing with an adjective in a capital",
        "Ankara's double bombing on Sunday killed 95 people.",
        {"place": "ankara", "killed": 95},
    ),
    row(
        "a house of worship with an adjective in a capital",
        "A bomb in the chapel beside Cairo's Coptic cathedral killed 25 people on Sunday.",
        {"place": "cairo", "killed": 25},
    ),
    row(
        "what a government in a capital does",
        "A bomb killed two people in Derik on Sunday. Ankara's security council condemned the bombing.",
        {"killed": 2, "country": "SY"},
    ),
    row(
        "news from a town, where it happened",
        "More from Sderot, where a rocket hit an ambulance station on Sunday.",
        {"place": "sderot", "with": "rocket"},
    ),
    row(
        "arms from a town, where something else was",
        "Rockets fired from Gaza City, where a truce ended on Friday, hit Sderot on Sunday and killed two.",
        {"place": "sderot", "killed": 2},
    ),
    row(
        "people from a town, where something else was",
        "Rebels from Idlib, where they hold most towns, shelled Aleppo on Sunday, killing two people.",
        {"place": "aleppo", "killed": 2},
    ),
    row(
        "reports from a town, of a deed elsewhere",
        "Reports from Goma, where fighting has stopped, said M23 shelled Masisi on Sunday, killing four.",
        {"country": "CD", "by": ["m23"], "killed": 4},
    ),
    row(
        "the seat of the office that counts",
        "Shells hit Tel Rifaat on Sunday. Nine people were killed, according to the ministry of health in Damascus.",
        {"place": "tal-rifaat", "killed": 9},
    ),
    row(
        "an office that was hit",
        "A bomb hit the ministry of health in Mogadishu on Sunday, killing nine.",
        {"place": "mogadishu", "killed": 9},
    ),
    row(
        "those who count the victims of the sentence before",
        "M23 rebels attacked Masisi on Sunday. Nine people were killed, civil society in Goma reported.",
        {"country": "CD", "by": ["m23"], "killed": 9},
    ),
    row(
        "… whose words stand behind",
        "Drones hit Nikopol on Sunday. Three people died, said the governor in Dnipro.",
        {"place": "nikopol", "killed": 3},
    ),
    row(
        "… and those who were killed elsewhere",
        "Drones hit Nikopol on Sunday. Three people died in Kherson, the governor said.",
        {"place": "nikopol", "killed": None},
        {"place": "kherson", "killed": 3},
    ),
    row(
        "who lives there and counts",
        "Nine people were killed by gunmen on Sunday, according to residents in Gwoza, Nigeria.",
        {"country": "NG", "killed": 9},
    ),
    row(
        "a strike on a large city whose country is not named",
        "Seven people were killed on Sunday in a Russian strike on Chernihiv theatre.",
        {"country": "UA", "killed": 7},
    ),
]

WHO = [
    row(
        "who counts the dead behind a charge",
        "Gunmen killed elders in Mosul on Sunday, whom their boss accused of witchcraft; the United Nations counted "
        "nine dead.",
        {"place": "mosul", "by": [], "killed": 9},
    ),
    row(
        "a capital that stands for its government",
        "Moscow hit Kharkiv with missiles on Sunday, killing three.",
        {"place": "kharkiv", "by": ["russia"], "killed": 3},
    ),
    row(
        "a capital that fired at a town",
        "Tehran fired missiles at Haifa on Sunday, killing eight people.",
        {"place": "haifa", "by": ["iran"], "killed": 8},
    ),
    row(
        "a capital that has done it again",
        "Damascus has again shelled Idlib, killing three people on Sunday.",
        {"place": "idlib", "by": ["syria"], "killed": 3},
    ),
    row(
        "a capital where the news was written",
        "Baghdad - A drone struck Erbil on Sunday, killing three people.",
        {"place": "erbil", "by": [], "killed": 3},
    ),
    row(
        "a capital that was hit",
        "Missiles struck Kyiv on Sunday, killing three people.",
        {"place": "kyiv", "by": [], "killed": 3},
    ),
    row(
        "a capital that struck, and a venue behind it",
        "Damascus bombed a hospital in Idlib on Sunday, killing six.",
        {"place": "idlib", "by": ["syria"], "killed": 6},
    ),
    row(
        "a headline that leaves 'was' out",
        "Kyiv hit, Kharkiv shelled overnight\n\nThree people were killed in Kharkiv on Sunday, officials said.",
        {"place": "kharkiv", "by": [], "killed": 3},
    ),
    row(
        "a sentence that leaves 'was' out",
        "Kyiv struck again, two people killed in Odesa on Sunday, police said.",
        {"place": "odesa", "by": [], "killed": 2},
    ),
    row(
        "jets of a government that is not named beside rebels who are",
        "Syrian rebels shelled Nubl on Sunday. Government warplanes bombed Anadan, killing seven.",
        {"place": "nubl", "by": ["free-syrian-army"]},
        {"place": "anadan", "by": ["syria"], "killed": 7},
    ),
    row(
        "a television channel that is called like a drone",
        "قصف الطيران الأميركي الحديدة الأحد. وقالت قناة المسيرة إن أربعة أشخاص قتلوا.",
        {"place": "hodeidah", "by": ["united-states"], "with": "airstrike", "killed": 4},
    ),
    row(
        "who was only dressed as somebody's soldiers",
        "Gunmen dressed as Iraqi soldiers killed three people in Mosul on Sunday.",
        {"place": "mosul", "by": [], "killed": 3},
    ),
    row(
        "who posed as somebody's agents",
        "Three people were killed in Mosul on Sunday by men posing as Turkish agents.",
        {"place": "mosul", "by": [], "killed": 3},
    ),
    row(
        "somebody's soldiers",
        "Iraqi soldiers killed three people in Mosul on Sunday.",
        {"place": "mosul", "by": ["iraq"], "killed": 3},
    ),
]


@pytest.mark.parametrize("case", [*WHOM, *WHERE, *WHO])
def test_plain_words(case: Case, reader: Reader) -> None:
    """What any reader takes from one sentence."""
    assert told(case, reader) == case.wanted
