"""What stands before a deed or beside it and is none of its place: datelines of two towns, voyages, longer names."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

DATELINES = [
    row(
        "two towns and a colon",
        "ERBIL/BAGHDAD: A car bomb killed five people near Tikrit on Sunday.",
        {"place": "tikrit", "killed": 5},
    ),
    row(
        "two towns and an agency, without a dash",
        "DUBAI/SANAA (AP) A drone struck a ship off Hodeidah on Sunday.",
        {"place": "hodeidah", "precision": "near"},
    ),
    row(
        "one town and an agency, without a dash",
        "DUBAI (AFP) A drone struck a ship off Hodeidah on Sunday.",
        {"place": "hodeidah", "precision": "near"},
    ),
    row(
        "a town in capitals, and a division in which it does not lie",
        "MOSUL: Gunmen attacked a checkpoint in Kirkuk province on Sunday, killing three.",
        {"place": "iq-kirkuk", "killed": 3},
    ),
    row(
        "a town in capitals which is where it happened",
        "IDLIB: Shelling killed two civilians in the city on Sunday.",
        {"place": "idlib", "killed": 2},
    ),
]

IN_A_ROW = [
    row(
        "one after another",
        "Two car bombs went off one after another in Mosul on Sunday.",
        {"place": "mosul"},
    ),
    row(
        "one dead after another attack",
        "A bomb killed one after another attack in Mosul on Sunday.",
        {"place": "mosul", "killed": 1},
    ),
    row(
        "a city that knows few of them",
        "A bomb went off on a square in Basra, a city that has seen few such attacks. Four people were killed.",
        {"place": "basra", "killed": 4},
    ),
    row("only how few they were", "Basra has seen few attacks since 2019."),
]

VOYAGES = [
    row(
        "a ship that sails from one port to another",
        "A drone struck the tanker about 60 miles off Aden on Sunday as it sailed from Jeddah to Karachi.",
        {"place": "aden", "launch": None},
    ),
    row(
        "drones that fly from a town",
        "Drones launched from Jurf al-Sakhar struck the airport of Erbil on Sunday.",
        {"place": "erbil-airport", "launch": "jurf-al-sakhar"},
    ),
]

IN_WHOSE_HANDS = [
    row(
        "back in the hands of an army",
        "Sinjar was back in the hands of Peshmerga forces on Sunday.",
        {"place": "sinjar", "by": ["peshmerga"], "on": []},
    ),
    row(
        "it fell into the hands of a group",
        "The town of Sinjar fell into the hands of Islamic State on Sunday.",
        {"place": "sinjar", "by": ["islamic-state"], "on": []},
    ),
    row(
        "a commander tells of his troops",
        "The commander of the Rapid Support Forces said his troops had seized the town of Bara on Sunday.",
        {"place": "bara-sd", "by": ["rapid-support-forces"]},
    ),
    row(
        "a spokesman tells of his men's losses",
        "A spokesman for the Syrian Democratic Forces said his men were attacked near Hajin on Sunday.",
        {"place": "hajin", "by": [], "on": ["syrian-democratic-forces"]},
    ),
    row(
        "a town that an army took back",
        "قال الجيش السوداني إن قواته استعادت مدينة ود مدني يوم الأحد.",
        {"place": "wad-madani", "by": ["sudanese-armed-forces"]},
    ),
    row("a town that is well again", "استعادت مدينة حلب عافيتها يوم الأحد."),
    row(
        "control of what is another side's",
        "Rebels took control of the Syrian army base at Abu al-Duhur on Sunday.",
        {"by": [], "on": ["syria"]},
    ),
]

NAMES = [
    row(
        "a mosque whose name ends as a foreign town's",
        "Kabul was rocked twice. A bomb went off among the worshippers of the Seh Dokan, one of the biggest mosques "
        "of Mazar-i-Sharif in Afghanistan, on Sunday.",
        {"place": "mazar-i-sharif"},
    ),
    row(
        "a family name that is of a place",
        "نجا الوزير سالم السقطري من انفجار سيارة مفخخة في مدينة عدن يوم الأحد.",
        {"place": "aden"},
    ),
    row(
        "an island",
        "قُتل جنديان في انفجار لغم في جزيرة سقطرى يوم الأحد.",
        {"place": "socotra", "killed": 2},
    ),
]

_ALL = [*DATELINES, *IN_A_ROW, *VOYAGES, *IN_WHOSE_HANDS, *NAMES]


@pytest.mark.parametrize("case", _ALL)
def test_what_stands_before(case: Case, reader: Reader) -> None:
    """Only where the deed was done is its place."""
    assert told(case, reader) == case.wanted
