"""Common words that are a place's, a line's or a claim's only in some company: "owner in", "topics", "own up"."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

PEOPLE_HIT = [
    row(
        "who had assembled",
        "A bomb killed 12 worshippers who had assembled in Kabul on Sunday.",
        {"place": "geonames:1138958", "killed": 12},
    ),
    row(
        "where a family lived",
        "A drone hit a house where a family of five lived in Kharkiv on Sunday, killing three.",
        {"place": "kharkiv", "killed": 3},
    ),
    row(
        "where he lived",
        "A drone hit the house where he lived in Kharkiv on Sunday.",
        {"place": "kharkiv", "with": "drone"},
    ),
    row(
        "sirens that were raised",
        "Sirens were raised in Haifa on Sunday after Hezbollah rockets hit the city.",
        {"place": "haifa", "by": ["hezbollah"]},
    ),
    row(
        "a shop owner",
        "Gunmen shot dead a shop owner in Karachi on Sunday.",
        {"place": "geonames:1174872", "killed": 1},
    ),
    row(
        "a radio operator",
        "A missile killed a radio operator in Kherson on Sunday.",
        {"place": "kherson", "with": "missile"},
    ),
    row(
        "an attempt that was made",
        "An attempt was made in Mogadishu on Sunday to kill a judge when a car bomb killed six people.",
        {"place": "mogadishu", "with": "ied"},
    ),
    row(
        "who studied there",
        "A bomb killed two children who studied in Khost on Sunday.",
        {"place": "khost", "killed": 2},
    ),
    row(
        "who lives there, in Arabic",
        "قتلت غارة إسرائيلية المواطن المقيم في النبطية يوم الأحد.",
        {"place": "nabatieh", "killed": 1},
    ),
    row("a boy, in Arabic", "أصيب ولد في رفح برصاص قناص يوم الأحد.", {"place": "rafah"}),
    row(
        "a child born there, in Arabic",
        "قتلت غارة إسرائيلية طفلا ولد في رفح يوم الأحد.",
        {"place": "rafah", "killed": 1},
    ),
]

PEOPLE_TOLD_OF = [
    row(
        "where a victim lived, in Arabic",
        "قتل مسلحون في كركوك يوم الأحد صحفيا كان يعيش في الموصل.",
        {"place": "kirkuk"},
    ),
    row(
        "whose owner is elsewhere",
        "The Houthis hit a tanker with managers in Greece and its operator in Dubai off Hodeidah on Sunday.",
        {"precision": "near", "by": ["houthis"]},
    ),
    row(
        "what an owner said",
        "The ship owner in Athens said a Houthi missile hit the vessel off Hodeidah on Sunday.",
        {"precision": "near", "by": ["houthis"]},
    ),
    row(
        "where a gunman was raised",
        "A gunman who was born and raised in Mosul shot dead three people in Kirkuk on Sunday.",
        {"place": "kirkuk", "killed": 3},
    ),
    row(
        "where a bomber once lived",
        "The suicide bomber, who once lived in Basra, killed 12 people in Mosul on Sunday.",
        {"place": "mosul", "killed": 12},
    ),
]

SOLDIERS = [
    row(
        "a military attack, in Arabic",
        "استهدف هجوم عسكري مدينة القامشلي يوم الأحد.",
        {"place": "qamishli", "on": []},
    ),
    row(
        "by military means, in Arabic",
        "استهدف هجوم مدينة القامشلي عسكريا يوم الأحد.",
        {"place": "qamishli", "on": []},
    ),
    row(
        "soldiers who are counted, in Arabic",
        "أدى تفجير في القامشلي يوم الأحد إلى مقتل 14 عسكريا.",
        {"place": "qamishli", "killed": 14, "on": ["syria"]},
    ),
    row(
        "civilians in a military attack, in Arabic",
        "قتل 14 مدنيا في هجوم عسكري في القامشلي يوم الأحد.",
        {"place": "qamishli", "killed": 14, "on": []},
    ),
]

FILED = [
    row(
        "a headline about keywords",
        "Keywords of the talks: a bomb killed six people in Kabul on Sunday.",
        {"place": "geonames:1138958", "killed": 6},
    ),
    row(
        "topics in a sentence",
        "A bomb killed six at talks on water topics in Kabul on Sunday.",
        {"place": "geonames:1138958", "killed": 6},
    ),
    row("a line of topics", "Topics: bomb kills six people in Kabul on Sunday"),
    row("a line behind the day", "Posted on Sunday · Filed under: bomb kills six people in Kabul"),
]

CLAIMED = [
    row(
        "who stood up for a policy",
        "A bomb hit Kabul on Sunday. The Taliban stood up for that policy.",
        {"place": "geonames:1138958", "status": "reported"},
    ),
    row(
        "who signed a treaty",
        "A bomb killed six people in Kabul on Sunday. The Taliban put its signature to a peace deal.",
        {"place": "geonames:1138958", "status": "reported"},
    ),
    row(
        "who put its signature under the attack",
        "A bomb killed six people in Kabul on Sunday. Islamic State put its signature under the attack.",
        {"place": "geonames:1138958", "status": "claimed"},
    ),
]

DRAWN = [
    row(
        "fire that a strike drew",
        "Israeli jets hit Tyre on Sunday, prompting return fire from Hezbollah on Haifa.",
        {"place": "tyre", "with": "airstrike", "launch": None},
    ),
]


@pytest.mark.parametrize("case", [*PEOPLE_HIT, *PEOPLE_TOLD_OF])
def test_where_people_were_hit(case: Case, reader: Reader) -> None:
    """What is said of those who were hit places the deed; what is said of others does not."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", SOLDIERS)
def test_soldiers_and_what_is_military(case: Case, reader: Reader) -> None:
    """The word for a soldier is an adjective, too, which says nothing of who was hit."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", FILED)
def test_lines_that_file_an_article(case: Case, reader: Reader) -> None:
    """Only a line that these words open is the page's."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", CLAIMED)
def test_what_is_a_claim(case: Case, reader: Reader) -> None:
    """Words of claiming need the deed beside them."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", DRAWN)
def test_what_a_deed_drew(case: Case, reader: Reader) -> None:
    """An answer is no part of the deed that it answers."""
    assert told(case, reader) == case.wanted
