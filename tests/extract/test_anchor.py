"""The day of an article: metadata, datelines, lines that name it; a page's clock and captions are not believed."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.extract.dates.when import Anchor, find_anchor, find_dates
from geomap.model import Article
from tests.fixtures.lexicon import words

BODY = (
    "Rockets were fired at a base in the east of the province, residents said, and one of them fell on the "
    "runway. Nobody claimed responsibility, and the ministry of defence had no comment when it was asked."
)


def anchor(text: str, lang: str = "en", published: dt.date | None = None) -> Anchor:
    article = Article(id="a", text=text, lang=lang, published=published, published_from="jsonl")
    return find_anchor(article, find_dates(text, lang, words(f"dates-{lang}")))


def test_metadata_wins() -> None:
    """Whatever the page shows, the file's own metadata is believed."""
    found = anchor(f"Friday, September 20, 2024\n\n{BODY}", published=dt.date(2024, 2, 5))
    assert (found.day, found.trust) == (dt.date(2024, 2, 5), 1.0)


@pytest.mark.parametrize(
    "head",
    [
        "BAGHDAD, Feb. 5, 2024 (Agency) -- ",
        "AMMAN, 5 February 2024 – ",
        "Zakho, 5.2.2024 - ",
        "ADEN, February 5, 2024 (Harbour Post) — ",
    ],
)
def test_a_dateline_is_believed(head: str) -> None:
    """Town and day before the first sentence."""
    found = anchor(f"Rockets on a base\n\n{head}{BODY}")
    assert found.day == dt.date(2024, 2, 5)
    assert found.trust >= 0.85


@pytest.mark.parametrize(
    "line",
    [
        "February 5, 2024 at 3:41 pm",
        "Situation as of 5 February 2024, 1800 UTC",
        "5 February 2024 - 10:59",
        "Press Release | Feb. 5, 2024",
        "Published 8:02 AM, February 5, 2024",
        "By a correspondent in Iligan · February 05, 2024 06:58 AM",
        "Monday, 5 February 2024, 17:00",
        "05.02.2024",
        "Monday 5/February/2024 - 08:52 PM",
        "5-Feb-2024",
        "5.Feb.2024",
        "Feb 5,2024 - Last updated at Feb 05,2024",
        "2024, February 5",
        "5/ 2/ 2024",
    ],
)
def test_a_line_under_the_headline_is_believed(line: str) -> None:
    """A line that holds the day alone, between headline and text."""
    assert anchor(f"Rockets fall on a base in the east\n\n{line}\n\n{BODY}").day == dt.date(2024, 2, 5)


@pytest.mark.parametrize(
    "line",
    [
        "BRIEFING NOTE | Lake Chad programme | 5 February 2024",
        "Field Notes | Week 6 in Darfur | February 5, 2024",
    ],
)
def test_the_line_above_a_brief_is_believed(line: str) -> None:
    """Its series, its subject and its day, above the headline; a menu has a word for each part of the site."""
    assert anchor(f"{line}\n\nRockets fall on a base in the east\n\n{BODY}").day == dt.date(2024, 2, 5)


@pytest.mark.parametrize(
    "head",
    [
        "Fri. Mar 1st, 2024",
        "23.2 C\nNew York\nFriday, September 20, 2024",
        "informedia\nSeptember, Thursday 19, 2024",
        "TUESDAY, OCTOBER 8, 2024 | E-PAPER | OBITUARIES",
        "Sat. Mar 2nd, 2024        Subscribe   Log in",
        "News | Sport | September 20, 2024",
        "Latest News | World | Sport | Opinion | September 20, 2024",
    ],
)
def test_a_pages_clock_is_not_the_articles_day(head: str) -> None:
    """The day on which the page was saved would put February's attack into September."""
    found = anchor(f"{head}\n\nRockets fall on a base in the east\n\n{BODY}")
    assert found.day is None
    assert "header" in found.why


@pytest.mark.parametrize(
    "sentence",
    ["The raid came on Thursday.", "It followed one on 11 December.", "Two were hurt today, Thursday."],
)
def test_a_pages_clock_counts_if_the_text_agrees(sentence: str) -> None:
    """A statement of Thursday under a header of that Thursday."""
    found = anchor(f"Thursday 14 December 2023 - 21:07\n\nBase hit\n\n{sentence} {BODY}")
    assert found.day == dt.date(2023, 12, 14)


def test_the_articles_stamp_beats_a_pages_clock() -> None:
    """A clock of a Saturday, on which the text also tells of a Saturday, above the article's own day."""
    head = "Saturday, 20th April 2024\nNews\n\nRockets fall on a base in the east\n\n"
    stamp = "01 November 2015   |   11:40 am\n\n"
    assert anchor(f"{head}{stamp}The raid came late on Saturday. {BODY}").day == dt.date(2015, 11, 1)
    assert anchor(f"{head}The raid came late on Saturday. {BODY}").day == dt.date(2024, 4, 20)


@pytest.mark.parametrize(
    "line",
    [
        "File photo: vehicles near the border, October 21, 2019 (AP Photo)",
        "Vessels at a port, December 13, 2023 [agency photo]",
        "© 2024 Harbour Post, September 1, 2024. All rights reserved",
    ],
)
def test_captions_and_copyright_date_nothing(line: str) -> None:
    """The day of a photograph or of a copyright is not the article's."""
    assert anchor(f"Rockets fall on a base in the east\n\n{line}\n\n{BODY}").day is None


def test_today_with_its_date_says_it_all() -> None:
    """The year comes from the weekday and the years that the text names."""
    found = anchor(
        f"{BODY} The group released today, Monday, February 5, a video. Such attacks began in 2023."
    )
    assert found.day == dt.date(2024, 2, 5)
    assert found.trust >= 0.9


def test_a_dateline_without_a_year_needs_one_from_the_text() -> None:
    """A line with the full date gives it; a year of long ago does not."""
    text = f"BAGHDAD, Jan. 25 (Agency) -- {BODY}"
    assert anchor(f"January 26, 2024\n\n{text}").day in (dt.date(2024, 1, 25), dt.date(2024, 1, 26))
    assert anchor(f"{text} The town has been quiet since 2016.").day is None


def test_days_that_head_items_are_no_datelines() -> None:
    """A statement's own day stands, though its items open with place and day, one of them a Friday told as one."""
    items = (f"{town}, {day}. {BODY}" for town, day in (("Gao", "21 March"), ("Kidal", "20 June")))
    text = "No refuge\nStatement, Bamako, 10 September 2025\n\nIt was the last Friday of the fast.\n\n"
    assert anchor(text + "\n\n".join(items)).day == dt.date(2025, 9, 10)


def test_the_first_full_date_of_the_text_is_a_weak_anchor() -> None:
    """Enough for the days around it, and said to be weak."""
    found = anchor(f"A base was shaken by blasts on Friday (12/1/2024). {BODY}")
    assert found.day == dt.date(2024, 1, 12)
    assert found.trust <= 0.6


def test_history_in_the_first_sentences_is_no_anchor_under_another_header() -> None:
    """An old story under a page of today dates neither."""
    found = anchor(
        f"Thursday, January 21, 2021\n\nA market\n\nThe last bomb here was on 15 January 2018. {BODY}"
    )
    assert found.day is None


def test_no_date_is_no_anchor() -> None:
    """An article that does not say when it was written has no day."""
    found = anchor(BODY + " The raid was on Sunday, more than a year since October 7.")
    assert (found.day, found.trust) == (None, 0.0)


def test_a_beginning_of_a_war_is_no_anchor() -> None:
    """Words like "since October 7, 2023" say when the war began."""
    assert anchor(f"Since October 7, 2023, attacks have multiplied. {BODY}").day is None


@pytest.mark.parametrize(
    "head",
    [
        "بغداد – 5 شباط 2024 - ",
        "بيروت، 5 شباط/فبراير 2024 (وكالات) - ",
        "قصف على قاعدة في الشرق\n\nالإثنين 5 شباط 2024\n\n",
    ],
)
def test_arabic_heads(head: str) -> None:
    """The same in Arabic."""
    body = (
        "أعلنت مصادر محلية أن صواريخ سقطت على قاعدة في شرق المحافظة من دون وقوع إصابات في صفوف الجنود هناك."
    )
    assert anchor(head + body, "ar").day == dt.date(2024, 2, 5)


@pytest.mark.parametrize(
    "foot",
    [
        "A version of this article appeared in the print edition on February 5, 2024, on page 1.",
        "(C) 5 February 2024. Subscribers only. Forward to a colleague?",
        "© 5 February 2024 The Harbour Post. All rights reserved.",
        "First published on February 5, 2024 by the desk in Amman, with files from agencies.",
    ],
)
def test_the_foot_of_a_page_says_when_it_was_published(foot: str) -> None:
    """A sentence below the text that says so is believed; a year alone beside a copyright is not a day."""
    assert anchor(f"{BODY}\n\n{BODY}\n\n{foot}").day == dt.date(2024, 2, 5)
