"""Older deeds that only measure the one that is told: their places and years are not its own."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

MEASURES = [
    row(
        "since a siege of its own year",
        "Gunmen killed 14 people at a hotel in Bamako on Sunday, the deadliest attack since the 2016 Ouagadougou siege.",
        {"place": "bamako", "killed": 14},
    ),
    row(
        "since a town and its year",
        "A car bomb killed 31 people in Jalalabad on Sunday, the worst since Ghazni in 2018.",
        {"place": "jalalabad", "killed": 31},
    ),
    row(
        "since two bombings",
        "A bomb killed six people in Taiz on Sunday, the first such blast since the 2015 mosque bombings in Sanaa and "
        "the 2016 Aden bombing.",
        {"place": "taiz", "killed": 6},
    ),
    row(
        "reminiscent of",
        "Two bombs killed nine people at a market in Baqubah on Sunday, in carnage reminiscent of the 2009 Kirkuk "
        "bombings.",
        {"place": "baqubah", "killed": 9},
    ),
    row(
        "with no place of its own",
        "A gunman killed eleven people in a synagogue on Sunday, the deadliest attack on Jews in the country since the "
        "1994 bombing in Buenos Aires.",
    ),
    row(
        "an older deed with its day is told too",
        "Rockets hit Kiryat Shmona on Sunday, the first since the 2 February attack on Metula.",
        {"place": "kiryat-shmona"},
        {"place": "metula"},
    ),
    row(
        "the text goes on with the older one",
        "Gunmen killed 20 men in Djibo on Sunday, the worst attack since that on Inata. That town was overrun on 14 "
        "November 2021, when 53 policemen were killed.",
        {"place": "djibo", "killed": 20},
        {"place": "inata"},
    ),
    row(
        "since when, and then where",
        "Missiles killed 12 people on Sunday, the deadliest strike since the war began, at a school in Kharkiv.",
        {"place": "kharkiv", "killed": 12},
    ),
    row(
        "no comparison",
        "Drones hit a depot in Odesa on Sunday, hours after shells killed two people in Kherson.",
        {"place": "odesa"},
        {"place": "kherson", "killed": 2},
    ),
]


@pytest.mark.parametrize("case", MEASURES)
def test_what_a_deed_is_measured_by_happened_elsewhere(case: Case, reader: Reader) -> None:
    """The worst since a siege was not where the siege was."""
    assert told(case, reader) == case.wanted
