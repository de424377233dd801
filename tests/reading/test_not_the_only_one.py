"""Whoever strikes elsewhere in an article is not suspected of a deed that others do, or of one on its own towns."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

NOT_THEIRS = [
    row(
        "others attack ships, as the text says",
        "A tanker was hit by a missile in the Red Sea on Sunday, a security firm said.\n\nThe Houthis have attacked "
        "ships since November in protest at Israel's war in Gaza. Israel struck Khan Younis on Sunday, killing nine.",
        {"place": "red-sea", "by": []},
        {"place": "khan-younis", "by": ["israel"]},
    ),
    row(
        "who rules the town and calls it a massacre",
        "A strike on a tent camp in Rafah killed 21 people on Sunday, medics said. Hamas called it a massacre.",
        {"place": "rafah", "by": []},
    ),
    row(
        "who rules the town and fires elsewhere",
        "A strike on Khan Younis killed six on Sunday, medics said. Hamas fired rockets at Tel Aviv on Saturday.",
        {"place": "khan-younis", "by": []},
        {"place": "tel-aviv", "by": ["hamas"]},
    ),
    row(
        "who backs those that hold the town",
        "Shells killed two women in Donetsk on Sunday, the mayor said. Russia hit Kharkiv with missiles on Saturday.",
        {"place": "donetsk", "by": []},
        {"place": "kharkiv", "by": ["russia"]},
    ),
]

THEIRS = [
    row(
        "the only one who strikes there, as the text says",
        "Russia hit Kharkiv with missiles on Saturday. Shells killed two women in Kupiansk on Sunday, the mayor said.",
        {"by": ["russia"]},
        {"by": ["russia"]},
    ),
    row(
        "the ruler of a town, where it is said to have done it",
        "Hamas gunmen shot dead three men in Rafah on Sunday, residents said.",
        {"place": "rafah", "by": ["hamas"]},
    ),
    row(
        "who holds the land, of a deed off its coast",
        "A missile hit a tanker off Hodeidah on Sunday. The Houthis fired three missiles at another ship in the Red "
        "Sea on Saturday.",
        {"by": ["houthis"]},
        {"place": "red-sea", "by": ["houthis"]},
    ),
]


@pytest.mark.parametrize("case", NOT_THEIRS)
def test_a_deed_that_is_not_said_to_be_theirs_is_nobodys(case: Case, reader: Reader) -> None:
    """What is not said stays empty."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", THEIRS)
def test_a_deed_of_the_only_one_who_strikes_there_is_suspected_of_it(case: Case, reader: Reader) -> None:
    """The same, where nothing speaks against it."""
    assert told(case, reader) == case.wanted
