"""A second deed where one was told: of another hour, with other arms, "once more"; and what is the same deed still."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

TWO = [
    row(
        "under fire once more",
        "A missile hit a school in Kharkiv on Sunday morning and killed three people. Kharkiv came under fire once "
        "more in the evening. Two people were wounded when troops shelled it.",
        {"place": "kharkiv", "day": "2024-02-04", "with": "missile", "killed": 3, "wounded": None},
        {"place": "kharkiv", "day": "2024-02-04", "with": "artillery", "killed": None, "wounded": 2},
    ),
    row(
        "other arms at a later hour",
        "A car bomb killed nine people in Kirkuk on Sunday morning. In the evening gunmen opened fire on a checkpoint "
        "in the city and killed two policemen.",
        {"place": "kirkuk", "with": "ied", "killed": 9},
        {"place": "kirkuk", "with": "gunfire", "killed": 2},
    ),
    row(
        "after dark",
        "An airstrike on a hospital in Douma killed ten on Sunday morning. After dark mortar shells fell on the town "
        "and four people died.",
        {"place": "douma", "with": "airstrike", "killed": 10},
        {"place": "douma", "with": "mortar", "killed": 4},
    ),
    row(
        "of a year before, on the town's market",
        "A missile killed six people in Kharkiv on Sunday.\n\nThe city lies close to the front. A missile that fell on "
        "its market in May 2022 killed 17 people.",
        {"place": "kharkiv", "day": "2024-02-04", "killed": 6},
        {"place": "kharkiv", "day": "2022-05-01/2022-05-31", "killed": 17},
    ),
    row(
        "another bomb with a day of its own behind an undated one",
        "A car bomb exploded in Mogadishu, killing ten people.\n\n"
        "On Thursday, another car bomb wounded four people in Mogadishu.",
        {"killed": 10, "wounded": None},
        {"day": "2024-02-01", "killed": None, "wounded": 4},
    ),
    row(
        "the day of the deed itself, told further down",
        "A suicide bomber killed 12 people at a mosque in Kunduz.\n\n"
        "The bomber blew himself up among the worshippers in Kunduz on Friday.",
        {"day": "2024-02-02", "killed": 12},
    ),
]
ONE = [
    row(
        "minutes later",
        "A car bomb went off outside a hotel in Kirkuk on Sunday. Minutes later a second bomb went off nearby. Thirty "
        "people died.",
        {"place": "kirkuk", "killed": 30},
    ),
    row(
        "the fight that followed a bomb",
        "A car bomb blew up the gate of a hotel in Mogadishu on Sunday. Three hours later soldiers stormed the hotel "
        "and shot the last gunmen.",
        {"place": "mogadishu", "with": "ied"},
    ),
    row(
        "the hour of a statement",
        "A missile hit Kharkiv at noon on Sunday. In the evening the governor said that the missile had hit a school "
        "in the city, and two people were killed.",
        {"place": "kharkiv", "killed": 2},
    ),
]


@pytest.mark.parametrize("case", TWO)
def test_a_second_deed_has_its_own_arms_and_dead(case: Case, reader: Reader) -> None:
    """A user would miss the second attack of a day, or find its dead among those of the first."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", ONE)
def test_what_follows_is_still_the_same_deed(case: Case, reader: Reader) -> None:
    """One attack would stand on the map twice."""
    assert told(case, reader) == case.wanted
