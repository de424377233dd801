"""A toll of a wider area with parts in towns, and a toll of several places together."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

PARTS = [
    row(
        "of a territory, some of them in a town",
        "Israeli strikes across the Gaza Strip killed 54 people on Sunday, 30 of them in Rafah.",
        {"place": "rafah", "killed": 30},
    ),
    row(
        "of a country, including some in two towns",
        "Russian attacks killed seven people across Ukraine on Sunday, including three in Kherson and two in Nikopol.",
        {"place": "kherson", "killed": 3},
        {"place": "nikopol", "killed": 2},
    ),
    row(
        "of a region, the parts with nouns",
        "Shelling of Donetsk region killed 11 people on Sunday, including four children in Horlivka and two women in "
        "Makiivka.",
        {"place": "horlivka", "killed": 4},
        {"place": "makiivka", "killed": 2},
    ),
    row(
        "where most of them died",
        "Bombings across Iraq killed 38 people on Sunday, 21 of whom died in Baqubah.",
        {"place": "baqubah", "killed": 21},
    ),
    row(
        "of them all, what was done behind them",
        "Six people were killed in Gaza on Sunday, four of them in Rafah and two in Khan Younis, after Israeli air "
        "strikes.",
        {"place": "rafah", "killed": 4, "by": ["israel"], "with": "airstrike"},
        {"place": "khan-younis", "killed": 2, "by": ["israel"], "with": "airstrike"},
    ),
    row(
        "of a country, what was done behind them",
        "Twelve people died in Ukraine on Sunday, nine of them in Kherson and three in Kharkiv, in Russian drone "
        "attacks.",
        {"place": "kherson", "killed": 9, "with": "drone"},
        {"place": "kharkiv", "killed": 3, "with": "drone"},
    ),
    row(
        "of a province, another deed behind them",
        "Gunmen killed seven people in Idlib province on Sunday, five of them in Saraqib and two in Ariha, and an "
        "attack on Homs wounded nine.",
        {"place": "saraqib", "killed": 5},
        {"place": "ariha", "killed": 2},
        {"place": "homs", "wounded": 9},
    ),
    row(
        "in Arabic",
        "قتل 19 مدنيا في غارات على محافظة إدلب يوم الأحد، من بينهم 12 في سراقب.",
        {"place": "saraqib", "killed": 12},
    ),
    row(
        "in Arabic, with 'of them'",
        "قصفت الطائرات قطاع غزة فقتلت 30 شخصا يوم الأحد، 12 منهم في خان يونس.",
        {"place": "khan-younis", "killed": 12},
    ),
    row(
        "the part of a strike on the town itself",
        "A strike on Rafah killed 12 people on Sunday, five of them in the Tal al-Sultan camp.",
        {"place": "rafah", "killed": 12},
    ),
    row(
        "a part that is only of some people",
        "Gunmen killed 12 people including three children in Idlib on Sunday.",
        {"place": "idlib", "killed": 12},
    ),
    row(
        "a part that lies in hospital",
        "Gunmen wounded 12 people in a raid on Sunday, three of them in hospital in Idlib.",
        {"place": "idlib", "wounded": 12},
    ),
]

TOGETHER = [
    row(
        "two towns hit by one side",
        "Israeli strikes on Sunday hit Khiam and Markaba, killing 22 people and wounding 117.",
        {"killed": None, "together": "22 killed and 117 wounded in Khiam and Markaba together"},
        {"wounded": None, "together": "22 killed and 117 wounded in Khiam and Markaba together"},
    ),
    row(
        "counted deeds",
        "Two car bombs in Baghdad and Baqubah killed 40 people on Sunday.",
        {"killed": None, "together": "40 killed in Baghdad and Baqubah together"},
        {"killed": None, "together": "40 killed in Baghdad and Baqubah together"},
    ),
    row(
        "counted in the next sentence",
        "Russian drones struck Kharkiv and Sumy on Sunday. Nine people were killed in both cities.",
        {"killed": None, "together": "9 killed in Kharkiv and Sumy together"},
        {"killed": None, "together": "9 killed in Kharkiv and Sumy together"},
    ),
    row(
        "quarters of one town: one toll that both were given",
        "Israeli strikes on Sunday hit Basta and Noweiri in Beirut, killing 22 people.",
        {"killed": 22, "together": "22 killed in Basta and Noweiri together"},
        {"killed": 22, "together": "22 killed in Basta and Noweiri together"},
    ),
    row(
        "two quarters, the dead of one",
        "Israeli jets hit the Basta and Noweiri quarters of Beirut on Sunday and killed 22 people in Basta.",
        {"killed": 22, "together": None},
        {"killed": None, "together": None},
    ),
    row(
        "two quarters, told apart, with the dead of both",
        "Israeli jets bombed Basta on Sunday. They also bombed Noweiri in Beirut, killing 22 people in Basta and "
        "Noweiri.",
        {"killed": 22, "together": "22 killed in Basta and Noweiri together"},
        {"killed": 22, "together": "22 killed in Basta and Noweiri together"},
    ),
    row(
        "in Arabic",
        "قتل تسعة أشخاص في غارات على بلدتي كفرا وياطر يوم الأحد.",
        {"killed": None, "together": "9 killed in Kafra and Yater together"},
        {"killed": None, "together": "9 killed in Kafra and Yater together"},
    ),
    row(
        "each with its own",
        "On Sunday an air raid on Idlib killed 68 people, and five died when jets bombed a fair at Raqqa.",
        {"killed": 68, "together": None},
        {"killed": 5, "together": None},
    ),
    row(
        "the same number twice",
        "A bomb in Baghdad killed five people on Sunday, and a bomb in Baqubah killed five people.",
        {"killed": 5, "together": None},
        {"killed": 5, "together": None},
    ),
    row(
        "one of a war",
        "Russian drones struck Kharkiv and Sumy on Sunday. More than 12,000 civilians have been killed since 2022.",
        {"killed": None, "together": None},
        {"killed": None, "together": None},
    ),
]


@pytest.mark.parametrize("case", [*PARTS, *TOGETHER])
def test_tolls_of_areas_and_of_places_together(case: Case, reader: Reader) -> None:
    """The whole is not the part's; what nobody shares out is nobody's, and said to be of all."""
    assert told(case, reader) == case.wanted
