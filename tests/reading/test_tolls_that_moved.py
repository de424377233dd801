"""Tolls that were raised or lowered later, in the words of agencies."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

MOVED = [
    row(
        "risen, in Arabic, behind who says so",
        "قُتل خمسة أشخاص الأحد في غارة على حارة حريك. وقالت الوزارة إن عدد القتلى ارتفع إلى 13.",
        {"place": "haret-hreik", "killed": 13},
    ),
    row(
        "risen, in Arabic, the verb first",
        "قُتل 28 شخصاً في تفجير انتحاري في كركوك الأحد. وارتفعت الحصيلة إلى 32 قتيلاً.",
        {"place": "kirkuk", "killed": 32},
    ),
    row(
        "of a war, in Arabic",
        "قتل خمسة أشخاص بقصف على إدلب يوم الأحد. وارتفعت حصيلة الحرب إلى 500 ألف قتيل.",
        {"place": "idlib", "killed": 5},
    ),
    row(
        "revised down from",
        "Two bombs killed 84 people in Mosul on Sunday. The head of the rescuers revised the toll down from 95.",
        {"place": "mosul", "killed": 84},
    ),
    row(
        "revised down to",
        "A blast killed 20 people in Kirkuk on Sunday. The ministry revised the toll down to 17 from 20.",
        {"place": "kirkuk", "killed": 17},
    ),
]


@pytest.mark.parametrize("case", MOVED)
def test_the_last_figure_counts(case: Case, reader: Reader) -> None:
    """A toll that has risen is the deed's; the one that it was before is not."""
    assert told(case, reader) == case.wanted


NIGHTS = [
    row(
        "over the past night",
        "Over the past night air defence destroyed eleven drones over Kursk.",
        {"day": "2024-02-04/2024-02-05"},
    ),
    row(
        "during the past night",
        "During the past night drones hit Kharkiv, wounding four people.",
        {"place": "kharkiv", "day": "2024-02-04/2024-02-05"},
    ),
    row(
        "what somebody only calls it",
        "Fighters attacked posts in Marib on Saturday night in what the Houthis said was retaliation for air strikes "
        "on Sanaa on Thursday.",
        {"place": "marib", "day": "2024-02-03"},
        {"place": "sanaa", "day": "2024-02-01"},
    ),
]


@pytest.mark.parametrize("case", NIGHTS)
def test_nights(case: Case, reader: Reader) -> None:
    """The past night is last night; what a deed is called says nothing of when that was said."""
    assert told(case, reader) == case.wanted
