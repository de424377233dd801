"""Deeds after which others are counted: the day that stands with them is their own."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

AFTER = [
    row(
        "weeks after a deed with its day",
        "Gunmen raided Djibo on Sunday, a month after fighters killed 40 people in Kongoussi on 2 January.",
        {"day": "2024-02-04"},
        {"day": "2024-01-02", "killed": 40},
    ),
    row(
        "at the opening",
        "Two weeks after gunmen killed 12 people in Bama on 19 January, a bomb killed two in Maiduguri on Sunday.",
        {"place": "bama", "day": "2024-01-19"},
        {"place": "maiduguri", "day": "2024-02-04"},
    ),
    row(
        "what went on there when it was done",
        "It came three weeks after shells killed nine people in Marib, where mourners were burying a sheikh on 12 "
        "January.",
        {"place": "marib", "day": "2024-01-12", "killed": 9},
    ),
    row(
        "the day of the news in front",
        "On 4 February, two days after a drone struck a hospital in Bama, gunmen raided Gwoza.",
        {"place": "bama", "day": "2024-02-02"},
        {"place": "gwoza", "day": "2024-02-04"},
    ),
    row(
        "who came there later",
        "On Sunday, five days after a bomb killed nine people in Herat, where the minister arrived on 1 February, "
        "gunmen shot dead two guards in Kandahar.",
        {"place": "herat", "day": "2024-01-30"},
        {"killed": 2},
    ),
]


@pytest.mark.parametrize("case", AFTER)
def test_a_deed_that_another_is_counted_from_keeps_its_own_day(case: Case, reader: Reader) -> None:
    """ "A month after they killed 40 on 2 January" tells of the second of January."""
    assert told(case, reader) == case.wanted


SAID = [
    row(
        "a council said",
        "Three people were killed in the strike on the Mariupol hospital, the council said on Sunday.",
        {"place": "mariupol", "day": "2024-02-03/2024-02-04", "killed": 3},
    ),
    row(
        "police said",
        "Nine villagers were killed by bandits in Zurmi in Nigeria, police said on Friday.",
        {"day": "2024-02-01/2024-02-02", "killed": 9},
    ),
    row(
        "said of a deed with its day",
        "Nine villagers were killed by bandits in Zurmi in Nigeria on Friday, police said on Sunday.",
        {"day": "2024-02-02", "killed": 9},
    ),
    row(
        "said of last night",
        "Drones hit a depot in Odesa overnight, the governor said on Sunday.",
        {"place": "odesa", "day": "2024-02-04/2024-02-05"},
    ),
]


@pytest.mark.parametrize("case", SAID)
def test_the_day_of_a_statement_is_the_last_that_a_deed_can_have_had(case: Case, reader: Reader) -> None:
    """Police who speak on Friday may speak of Thursday."""
    assert told(case, reader) == case.wanted
