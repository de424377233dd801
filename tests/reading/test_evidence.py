"""Which sentence is shown for an incident: the one that says most of the record; the others stay within reach."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import article


class Told(NamedTuple):
    """A text and how the sentence begins that is shown for its first incident."""

    text: str
    shown: str
    also: int


TEXTS = [
    pytest.param(
        Told(
            "Deadly blast in Jos\n\nA bomb went off at a bus station in Jos on Sunday, killing 14 people. "
            "Suspected Boko Haram fighters were blamed for the attack.",
            "A bomb went off",
            2,
        ),
        id="the body before its headline",
    ),
    pytest.param(
        Told(
            "Drones hit a depot in Nabatieh on Sunday. The Israeli drones fired two missiles at the depot in Nabatieh "
            "on Sunday, killing four Hezbollah fighters and wounding two civilians.",
            "The Israeli drones",
            1,
        ),
        id="the sentence with the numbers",
    ),
    pytest.param(
        Told("Rockets hit the Harir base on Sunday. Three soldiers were killed.", "Rockets hit", 1),
        id="place, day and arms before a number alone",
    ),
    pytest.param(Told("A drone hit the Harir base on Sunday.", "A drone hit", 0), id="the only one"),
    pytest.param(
        Told(
            "قصف على نوى\n\nقصفت قوات النظام السوري بالمدفعية بلدة نوى في ريف درعا الأحد فقتل ثلاثة مدنيين.",
            "قصفت قوات النظام",
            1,
        ),
        id="the body before its headline: Arabic",
    ),
]


@pytest.mark.parametrize("told", TEXTS)
def test_the_sentence_that_says_most_is_shown(told: Told, reader: Reader) -> None:
    """It is verbatim in the article, at its span, and the others are kept in their order."""
    whole = article(told.text)
    report = reader.read(whole).reports[0]
    assert report.evidence.startswith(told.shown)
    assert whole.text[report.span.start : report.span.end] == report.evidence
    assert len(report.also) == told.also and all(one in whole.text for one in report.also)
    assert report.evidence not in report.also


def test_the_id_of_a_report_is_that_of_what_told_of_it_first(reader: Reader) -> None:
    """So that a verdict still holds when another sentence is shown for it."""
    short = reader.read(article("Rockets hit the Harir base on Sunday.")).reports[0]
    long = reader.read(
        article("Rockets hit the Harir base on Sunday. The rockets at Harir on Sunday killed two Americans.")
    ).reports[0]
    assert short.id == long.id
