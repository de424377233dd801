"""The dead of a whole region, or of places nobody names, told behind a deed in one town: they are not that town's."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

AREAS = [
    row(
        "elsewhere in the region",
        "Ukraine shelled a barracks in Luhansk on Sunday. Russia said three people had been killed elsewhere in the "
        "region.",
        {"place": "luhansk", "killed": None},
    ),
    row(
        "across the state",
        "The RSF shelled a market in Omdurman on Sunday. The ministry said 12 people had been killed across the state.",
        {"place": "omdurman", "killed": None},
    ),
    row(
        "without saying where",
        "Hamas shelled soldiers in Rafah with mortars on Sunday. The Israeli military said two men had been killed, "
        "without saying where.",
        {"place": "rafah", "killed": None},
    ),
    row(
        "in all the land, in Arabic",
        "ضربت غارات إسرائيلية بلدة عيتا الشعب يوم الأحد. وقالت الوزارة إن 12 شخصاً قتلوا في أنحاء البلاد.",
        {"place": "aita-al-shaab", "killed": None},
    ),
    row(
        "the deed's own dead, and what else was all over the region",
        "Missiles hit Kharkiv on Sunday. Four people were killed, and power was cut across the region.",
        {"place": "kharkiv", "killed": 4},
    ),
    row(
        "the deed itself was across a district",
        "Gunmen raided three villages in Bama on Sunday. At least 30 people were killed in the attacks across the "
        "district.",
        {"place": "bama", "killed": 30},
    ),
    row(
        "there, and elsewhere",
        "Jets bombed Idlib on Sunday. Nine people died in Idlib and four elsewhere in the province.",
        {"place": "idlib", "killed": 9},
    ),
]


@pytest.mark.parametrize("case", AREAS)
def test_who_died_in_all_of_a_region_did_not_die_in_its_one_town(case: Case, reader: Reader) -> None:
    """A toll that is said to be of more than the town is no toll of the deed."""
    assert told(case, reader) == case.wanted
