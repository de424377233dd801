"""Deeds of which the text says itself that their day is not known: no neighbour's day is theirs."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import article, on_map

BEFORE = "A bomb killed three people in Quetta on Sunday.\n\n"
BEFORE_AR = "انفجرت سيارة مفخخة في الرقة يوم الأحد وقتلت ثلاثة أشخاص.\n\n"
SUNDAY = dt.date(2024, 2, 4)

UNSAID = [
    BEFORE + "In Khuzdar, gunmen shot dead two policemen. The army did not say when the attack took place.",
    BEFORE + "In Khuzdar, two farmers were killed by a mine, the police said, without specifying when.",
    BEFORE
    + "In Khuzdar, two policemen were wounded by a mine, the rescue service said, without giving a date.",
    BEFORE
    + "In Khuzdar, a sticky bomb wounded a policeman. It was not immediately clear when the bomb exploded.",
    BEFORE + "In Khuzdar, gunmen killed four traders. Officials gave no date.",
    BEFORE_AR + "وفي منبج، أصيب شخصان بانفجار لغم، بحسب الدفاع المدني من دون أن يذكر متى وقع الانفجار.",
    BEFORE_AR + "وفي منبج، قتل جنديان بانفجار عبوة ناسفة، ولم يحدد البيان تاريخ الحادث.",
]
OTHERWISE = [
    BEFORE + "In Khuzdar, gunmen shot dead two policemen. Officials did not say when the road would reopen.",
    BEFORE + "In Khuzdar, gunmen shot dead two policemen. It was unclear when schools were to open again.",
    BEFORE + "In Khuzdar, gunmen killed four traders. The minister did not give a date for the talks.",
    BEFORE_AR + "وفي منبج، قتل جنديان بانفجار عبوة ناسفة، ولم يحدد البيان موعد الجنازة.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_a_day_that_is_not_told_is_some_day_before_the_article(text: str, reader: Reader) -> None:
    """The day of the bomb in the paragraph before is not the day of this deed."""
    first, second = on_map(reader.read(article(text)).reports)
    assert (first.date_start, first.date_precision) == (SUNDAY, "day")
    assert second.date_precision == "week"


@pytest.mark.parametrize("text", OTHERWISE)
def test_what_is_not_told_of_something_else(text: str, reader: Reader) -> None:
    """When a road will open again says nothing of the day of the deed."""
    found = on_map(reader.read(article(text)).reports)
    assert [(r.date_start, r.date_precision) for r in found] == [(SUNDAY, "day")] * 2


FURTHER_ON = [
    (
        "In Sumy, two farmers were killed by a mine.\n\n"
        "A missile hit a port in Odesa on Sunday, killing one man."
    ),
    "Gunmen killed four traders in Bara, North Kordofan.\n\nJets bombed Nyala on Sunday, killing six people.",
    (
        "وفي ديالى، قتل جندي بانفجار عبوة ناسفة في بعقوبة.\n\n"
        "وقتل أربعة من عناصر داعش بضربة جوية في كركوك فجر الأحد."
    ),
]


@pytest.mark.parametrize("text", FURTHER_ON)
def test_a_day_told_further_on_of_another_town(text: str, reader: Reader) -> None:
    """It says nothing of the deed told before."""
    first, second = on_map(reader.read(article(text)).reports)
    assert first.date_precision == "week"
    assert (second.date_start, second.date_precision) == (SUNDAY, "day")


def test_a_day_told_further_on_of_both(reader: Reader) -> None:
    """In one paragraph, a day of two towns is that of both."""
    text = "Drones hit Sumy and Odesa, killing five people. Both cities were struck on Sunday, the army said."
    found = on_map(reader.read(article(text)).reports)
    assert [(r.date_start, r.date_precision) for r in found] == [(SUNDAY, "day")] * 2
