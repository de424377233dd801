"""Denials and charges paragraphs behind a deed: they are of the deed whose house they name."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

BETWEEN = [
    row(
        "a school",
        "Israeli jets bombed a school in Khan Younis on Sunday.\n\nFour men were shot dead in Nablus on Sunday.\n\n"
        "Israel denies it bombed the school and blames Islamic Jihad.",
        {"place": "khan-younis", "status": "disputed", "by": ["israel"]},
        {"place": "nablus", "status": "reported", "by": []},
    ),
    row(
        "a mosque",
        "A mosque was shelled in Taiz on Sunday.\n\nSix soldiers were killed in Marib on Sunday.\n\n"
        "The army denied it hit the mosque and blamed the Houthis.",
        {"place": "taiz", "by": ["houthis"]},
        {"place": "marib", "by": []},
    ),
    row(
        "a market, in Arabic",
        "قصفت طائرات سوقاً في الحديدة يوم الأحد.\n\nقتل أربعة أشخاص بالرصاص في عدن يوم الأحد.\n\n"
        "ونفى التحالف قصف السوق واتهم الحوثيين.",
        {"place": "hodeidah", "status": "disputed"},
        {"place": "aden", "status": "reported"},
    ),
    row(
        "no house: of the deed told last",
        "Israeli jets bombed a school in Khan Younis on Sunday.\n\nFour men were shot dead in Nablus on Sunday.\n\n"
        "Witnesses blamed settlers. Israel blamed Hamas.",
        {"place": "khan-younis", "status": "reported", "by": ["israel"]},
        {"place": "nablus"},
    ),
    row(
        "the house of the last one",
        "Israeli jets bombed a clinic in Khan Younis on Sunday.\n\nA school was shelled in Kharkiv on Sunday.\n\n"
        "Russia denied that it shelled the school.",
        {"place": "khan-younis", "status": "reported"},
        {"place": "kharkiv"},
    ),
]


@pytest.mark.parametrize("case", BETWEEN)
def test_a_denial_is_of_the_deed_whose_house_it_names(case: Case, reader: Reader) -> None:
    """ "It denies that it bombed the school" is not said of the men who were shot elsewhere."""
    assert told(case, reader) == case.wanted
