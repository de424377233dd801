"""What a state shoots down over its own land, what a strike counts and then hits, and what is made where it hits."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

OWN_LAND = [
    row(
        "an army that says no place",
        "The Kuwaiti army on Sunday intercepted two hostile drones, the state news agency reported.",
        {
            "country": "KW",
            "precision": "country",
            "kind": "interception",
            "on": ["kuwait"],
            "day": "2024-02-04",
        },
    ),
    row(
        "whence it came",
        "Emirati air defences intercepted a ballistic missile fired from Yemen on Sunday, the ministry said.",
        {"country": "AE", "kind": "interception", "with": "missile"},
    ),
    row(
        "in Arabic",
        "قال الجيش الكويتي إنه اعترض يوم الأحد طائرتين مسيرتين معاديتين.",
        {"country": "KW", "kind": "interception"},
    ),
    row("forces abroad", "US forces shot down two Houthi drones on Sunday, a spokesman said."),
    row("a state that fights abroad", "The Turkish army shot down a drone on Sunday, a spokesman said."),
    row(
        "what carried drugs",
        "The Jordanian army said it shot down a drone carrying drugs from Syria on Sunday.",
    ),
    row(
        "a sum of days",
        "Bahrain said its air defences had destroyed 45 missiles and nine drones since Saturday.",
    ),
    row(
        "a deed of that day whose place is told",
        "Jordan said on Sunday that it had shot down a drone. A drone fell on a house in Irbid on Sunday and wounded "
        "two men.",
        {"country": "JO", "wounded": 2},
    ),
]

FIRED_AT = [
    row(
        "a state at which missiles were fired",
        "Qatar's defence ministry said that it was attacked with ten missiles launched from Iran on Sunday.",
        {"country": "QA", "precision": "country", "with": "missile", "on": ["qatar"]},
    ),
    row(
        "behind a deed in another country",
        "Drones hit a depot in Riyadh on Sunday. Kuwait said on Sunday that it had been attacked with two missiles.",
        {"place": "riyadh"},
        {"country": "KW", "with": "missile"},
    ),
    row("a state that fights abroad, fired at", "The US was attacked with drones on Sunday, officials said."),
    row("its tanker", "A Saudi tanker was hit by a missile on Sunday."),
    row("what is no blow", "Jordan was hit by a scandal over missiles on Sunday."),
]

AFTER_IT_HIT = [
    row(
        "the victims first, then what it hit",
        "Sunday's air strike wounded nine people after it struck a small hotel in Hajjah.",
        {"place": "hajjah", "with": "airstrike", "wounded": 9, "day": "2024-02-04"},
    ),
    row(
        "when it hit",
        "The missile strike killed four people when it hit a clinic in Taiz on Sunday.",
        {"place": "taiz", "with": "missile", "killed": 4},
    ),
    row(
        "others who hit before",
        "A strike killed the commander after they attacked the base in Hajjah on Sunday.",
        {"place": "hajjah", "with": None},
    ),
]

LED = [
    row(
        "a raid of a coalition by who leads it",
        "A Saudi-led raid hit a school in Taiz on Sunday, killing four.",
        {"by": ["saudi-led-coalition"], "killed": 4},
    ),
    row(
        "strikes of the other",
        "U.S.-led air strikes killed nine people in Raqqa on Sunday.",
        {"by": ["us-led-coalition"], "killed": 9},
    ),
    row(
        "talks that it leads",
        "The Saudi-led talks in Riyadh ended on Sunday. A drone hit Abha on Sunday.",
        {"place": "abha", "by": []},
    ),
]

MADE_THERE = [
    row(
        "a factory for arms",
        "Israeli jets bombed a factory for rockets and drones in Baalbek on Sunday.",
        {"with": "airstrike"},
    ),
    row(
        "a depot for shells",
        "Drones hit a depot for artillery shells in Saratov on Sunday.",
        {"with": "drone"},
    ),
    row(
        "who counts for whom",
        "A drone killed three men in Gaza City on Sunday, the Hamas-run health ministry said.",
        {"by": [], "on": [], "killed": 3},
    ),
    row(
        "a ministry that was hit",
        "Rockets hit the Houthi-run defence ministry in Sanaa on Sunday.",
        {"on": ["houthis"]},
    ),
    row(
        "arms behind a depot",
        "A depot of the firm in Saratov was hit by drones on Sunday.",
        {"with": "drone"},
    ),
]

_ALL = [*OWN_LAND, *FIRED_AT, *AFTER_IT_HIT, *LED, *MADE_THERE]


@pytest.mark.parametrize("case", _ALL)
def test_over_own_land(case: Case, reader: Reader) -> None:
    """Where, with what and by whom, where a sentence says it only in passing."""
    assert told(case, reader) == case.wanted
