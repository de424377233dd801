"""The branch of a group in a country: where the country is the only place, its people were met there."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

MET_THERE = [
    row(
        "a leader killed in it",
        "أعلن الجيش الأميركي مقتل قيادي في فرع داعش في سوريا بغارة يوم الأحد.",
        {"country": "SY", "by": ["united-states"], "on": ["islamic-state"], "killed": 1},
    ),
    row(
        "a leader of another group",
        "قتل قيادي في فرع تنظيم القاعدة في سوريا بغارة أميركية يوم الأحد.",
        {"country": "SY", "by": ["united-states"], "on": ["al-qaeda"], "killed": 1},
    ),
    row(
        "a wing",
        "شنت إسرائيل غارة استهدفت قائد جناح حماس في لبنان يوم الأحد.",
        {"country": "LB", "by": ["israel"]},
    ),
    row(
        "the town where they were met",
        "قتل قيادي في فرع داعش في سوريا بغارة أميركية على إدلب يوم الأحد.",
        {"place": "idlib", "on": ["islamic-state"]},
    ),
    row(
        "another country where they were met",
        "قتل قيادي في فرع داعش في سوريا بغارة أميركية في العراق يوم الأحد.",
        {"country": "IQ", "on": ["islamic-state"]},
    ),
    row(
        "the town that they attacked",
        "هاجم مسلحون من فرع تنظيم الدولة في الصومال قرية قرب بوساسو يوم الأحد وقتلوا خمسة.",
        {"by": ["is-somalia"], "killed": 5},
    ),
    row("no deed", "قال فرع تنظيم القاعدة في سوريا يوم الأحد إنه انتخب قائدا جديدا."),
]


@pytest.mark.parametrize("case", MET_THERE)
def test_the_country_of_a_branch(case: Case, reader: Reader) -> None:
    """Its state is no party."""
    assert told(case, reader) == case.wanted
