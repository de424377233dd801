"""English dates: the day that a careful reader would write down, or a range, or nothing; never a false day."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.dates import DateRange, edtf, on_day, whole_month
from geomap.extract.dates.when import DatePhrase, find_dates, resolve_date
from tests.fixtures.lexicon import words

MONDAY = dt.date(2024, 2, 5)


def found(text: str) -> list[DatePhrase]:
    phrases = find_dates(text, "en", words("dates-en"))
    for phrase in phrases:
        assert text[phrase.start : phrase.end] == phrase.text
    return phrases


def only(text: str) -> DatePhrase:
    phrases = [phrase for phrase in found(text) if phrase.kind != "time"]
    assert len(phrases) == 1, [phrase.text for phrase in phrases]
    return phrases[0]


ABSOLUTE = [
    ("on the 11th, January 2024", "2024-01-11"),
    ("on Wednesday 31st January, 2024", "2024-01-31"),
    ("on Wednesday the 31st of January 2024", "2024-01-31"),
    ("Rockets fell on February 4, 2024.", "2024-02-04"),
    ("Rockets fell on Feb. 4, 2024.", "2024-02-04"),
    ("Rockets fell on 4 February 2024.", "2024-02-04"),
    ("on the 4th of February 2024", "2024-02-04"),
    ("on the fourth of February, 2024", "2024-02-04"),
    ("on February 4th 2024", "2024-02-04"),
    ("Sunday, February 4, 2024", "2024-02-04"),
    ("Sunday (February 4, 2024)", "2024-02-04"),
    ("Sunday evening, February 4, 2024", "2024-02-04"),
    ("2024-02-04", "2024-02-04"),
    ("04.02.2024", "2024-02-04"),
    ("4/2/2024", "2024-02-04"),
    ("04-02-2024", "2024-02-04"),
    ("2/14/2024", "2024-02-14"),
    ("14/2/24", "2024-02-14"),
    ("Friday (12/1/2024)", "2024-01-12"),
    ("Sun, 4 Feb 2024", "2024-02-04"),
    ("in February 2024", "2024-02"),
    ("in mid-October 2023", "2023-10-11/2023-10-20"),
    ("in late July 2024", "2024-07-21/2024-07-31"),
    ("at the beginning of May 2021", "2021-05-01/2021-05-10"),
    ("early in 2024", "2024-01-01/2024-04-30"),
    ("in 2019", "2019"),
    ("on January 17 to 18, 2024", "2024-01-17/2024-01-18"),
    ("on 17-18 January 2024", "2024-01-17/2024-01-18"),
    ("between January 28 and February 2, 2024", "2024-01-28/2024-02-02"),
    ("from 28 January to 2 February 2024", "2024-01-28/2024-02-02"),
    ("from 28 December to 2 January 2024", "2023-12-28/2024-01-02"),
    ("in the spring of 2019", "2019-03-01/2019-05-31"),
    ("in autumn 2019", "2019-09-01/2019-11-30"),
    ("on 8 April 2022, a Friday,", "2022-04-08"),
]


@pytest.mark.parametrize(("text", "written"), ABSOLUTE)
def test_full_dates_need_no_anchor(text: str, written: str) -> None:
    """A date that is written out is the same whatever day the article is of."""
    assert edtf(resolve_date(only(text), anchor=None).range) == written
    assert edtf(resolve_date(only(text), anchor=MONDAY).range) == written


FROM_MONDAY = [
    ("struck today", "2024-02-05"),
    ("on New Year's Eve", "2023-12-31"),
    ("a fortnight ago", "2024-01-19/2024-01-25"),
    ("in the first week of January", "2024-01-01/2024-01-07"),
    ("struck yesterday evening", "2024-02-04"),
    ("the day before yesterday", "2024-02-03"),
    ("struck this morning", "2024-02-05"),
    ("on Sunday", "2024-02-04"),
    ("on Monday", "2024-02-05"),
    ("last Monday", "2024-01-29"),
    ("last Sunday", "2024-02-04"),
    ("on Tuesday", "2024-01-30"),
    ("Friday's strikes", "2024-02-02"),
    ("at dawn on Sunday", "2024-02-04"),
    ("in the early hours of Sunday", "2024-02-04"),
    ("early on Saturday", "2024-02-03"),
    ("on January 11", "2024-01-11"),
    ("on December 25", "2023-12-25"),
    ("on Jan. 16", "2024-01-16"),
    ("on the 16th January", "2024-01-16"),
    ("last October", "2023-10"),
    ("in January", "2024-01"),
    ("in October", "2023-10"),
    ("in late January", "2024-01-21/2024-01-31"),
    ("in May last year", "2023-05"),
    ("three days ago", "2024-02-02"),
    ("a day ago", "2024-02-04"),
    ("several days ago", "2024-01-29/2024-02-02"),
    ("a week ago", "2024-01-28/2024-01-30"),
    ("hours ago", "2024-02-04/2024-02-05"),
    ("overnight", "2024-02-04/2024-02-05"),
    ("last night", "2024-02-04/2024-02-05"),
    ("last night, Sunday", "2024-02-04"),
    ("last week", "2024-01-28/2024-02-04"),
    ("last week (January 31)", "2024-01-31"),
    ("last month", "2024-01"),
    ("last year", "2023"),
    ("earlier this month", "2024-02-01/2024-02-05"),
    ("earlier this year", "2024-01-01/2024-02-05"),
    ("in the past 24 hours", "2024-02-04/2024-02-05"),
    ("over the last three days", "2024-02-02/2024-02-05"),
    ("in recent days", "2024-01-29/2024-02-05"),
    ("at the end of last month", "2024-01-21/2024-01-31"),
    ("from Friday to Sunday", "2024-02-02/2024-02-04"),
    ("between Friday and Sunday", "2024-02-02/2024-02-04"),
    ("today, Monday, February 5", "2024-02-05"),
    ("over the weekend", "2024-02-02/2024-02-04"),
    ("on Saturday last week", "2024-02-03"),
    ("Tuesday of last week", "2024-01-30"),
    ("on Friday last", "2024-02-02"),
    ("overnight Saturday to Sunday", "2024-02-03/2024-02-04"),
    ("on Christmas Day", "2023-12-25"),
    ("in the last week of January", "2024-01-21/2024-01-31"),
    ("the weekend of last weekend", "2024-02-02/2024-02-04"),
    ("on the 3rd a lorry blew up", "2024-02-03"),
    ("on the 20th they came back", "2024-01-20"),
    ("on Wednesday the 31st they came back", "2024-01-31"),
    ("on the 3rd of the month", "2024-02-03"),
    ("a week ago today", "2024-01-29"),
    ("ten years ago today", "2014-02-05"),
    ("a year ago this month", "2023-02"),
    ("two years ago in May", "2022-05"),
    ("five years ago on 12 March", "2019-03-12"),
    ("a week ago on Saturday", "2024-01-27"),
    ("two weeks ago on Sunday", "2024-01-21"),
    ("two months and three days ago", "2023-12-02"),
    ("one year, two months and five days ago", "2022-11-30"),
    ("a month and a week ago", "2023-12-29"),
    ("a year and two months ago", "2022-11-21/2022-12-21"),
    ("two weeks ago on Thursday", "2024-01-18/2024-01-25"),
    ("the Wednesday before last", "2024-01-24"),
    ("the Friday before the vote", "2024-02-02"),
    ("the week before last", "2024-01-21/2024-01-28"),
    ("the night before last", "2024-02-03/2024-02-04"),
    ("the evening before last", "2024-02-03"),
    ("the weekend before last", "2024-01-26/2024-01-28"),
    ("last evening", "2024-02-04"),
    ("on the last Saturday of January", "2024-01-27"),
    ("on the first Friday of last month", "2024-01-05"),
    ("in the summer of last year", "2023-06-01/2023-08-31"),
    ("in the last third of January", "2024-01-21/2024-01-31"),
    ("in the first ten days of January", "2024-01-01/2024-01-10"),
    ("on 22/1 a shell fell", "2024-01-22"),
    ("on 1/22 a shell fell", "2024-01-22"),
    ("on 22.01 a shell fell", "2024-01-22"),
    ("Monday, 22/1", "2024-01-22"),
    ("on 2/1 a shell fell", "2024-01-02"),
    ("on 11/1 a shell fell", "2024-01-11"),
    ("over the past fortnight", "2024-01-22/2024-02-05"),
    ("on 26 January, a Friday, shells fell", "2024-01-26"),
    ("on 26 January (a Thursday) shells fell", "2024-01-25/2024-01-26"),
    ("on 20 January, a Wednesday, shells fell", "2021-01-20"),
]


@pytest.mark.parametrize(("text", "written"), FROM_MONDAY)
def test_relative_dates_count_from_the_articles_day(text: str, written: str) -> None:
    """Read on Monday 5 February 2024."""
    assert edtf(resolve_date(only(text), anchor=MONDAY).range) == written


@pytest.mark.parametrize("text", [text for text, _ in FROM_MONDAY if "October 2023" not in text])
def test_without_the_articles_day_nothing_is_guessed(text: str) -> None:
    """A relative date in an article of an unknown day has no day."""
    resolved = resolve_date(only(text), anchor=None)
    assert resolved.range is None
    assert resolved.why


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("will meet on Friday", "2024-02-09"),
        ("will meet on Monday", "2024-02-05"),
        ("next Monday", "2024-02-12"),
        ("on January 11", "2025-01-11"),
        ("in May", "2024-05"),
        ("next month", "2024-03"),
    ],
)
def test_what_will_happen_lies_ahead(text: str, written: str) -> None:
    """A plan for Friday is not last Friday's attack."""
    assert edtf(resolve_date(only(text), anchor=MONDAY, tense="future").range) == written


REFERENCE = on_day(dt.date(2024, 1, 28))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("two days after the attack", "2024-01-30"),
        ("the next day", "2024-01-29"),
        ("the following day", "2024-01-29"),
        ("a day later", "2024-01-29"),
        ("the previous day", "2024-01-27"),
        ("the day before", "2024-01-27"),
        ("one day before that", "2024-01-27"),
        ("two days earlier", "2024-01-26"),
        ("hours later", "2024-01-28/2024-01-29"),
        ("three days afterwards", "2024-01-31"),
        ("some hours before the raid", "2024-01-27/2024-01-28"),
        ("the same day", "2024-01-28"),
        ("that night", "2024-01-28"),
        ("on the same date", "2024-01-28"),
        ("later that day", "2024-01-28"),
        ("that very afternoon", "2024-01-28"),
        ("an hour later", "2024-01-28"),
        ("a week earlier", "2024-01-20/2024-01-22"),
        ("the week before", "2024-01-18/2024-01-24"),
    ],
)
def test_some_dates_count_from_another_event(text: str, written: str) -> None:
    """Counted from Sunday 28 January, and from nothing if that event has no day."""
    phrase = only(text)
    assert phrase.needs_reference
    assert edtf(resolve_date(phrase, anchor=MONDAY, reference=REFERENCE).range) == written
    assert resolve_date(phrase, anchor=MONDAY).range is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("in June of that year", "2021-06"),
        ("in June the same year", "2021-06"),
        ("on 3 May of the following year", "2022-05-03"),
        ("on 3 May of the previous year", "2020-05-03"),
        ("on Christmas Day of that year", "2021-12-25"),
        ("in the spring of that year", "2021-03-01/2021-05-31"),
        ("on the 9th another blew up", "2021-09-09"),
        ("on the 9th gunmen came back", "2021-09-09"),
        ("on Monday the 13th", "2021-09-13"),
        ("the following Tuesday", "2021-09-07"),
        ("on the last Saturday of that month", "2021-09-25"),
        ("the Friday before that", "2021-08-27"),
        ("on the Friday before, shells fell", "2021-08-27"),
    ],
)
def test_some_days_are_of_the_time_told_of_before(text: str, written: str) -> None:
    """Behind Friday 3 September 2021 "that year" is 2021 and "the 9th" is of September."""
    phrase = only(text)
    assert phrase.counts_from_told
    friday = on_day(dt.date(2021, 9, 3))
    assert edtf(resolve_date(phrase, anchor=MONDAY, reference=friday).range) == written


@pytest.mark.parametrize("text", ["in June of that year", "the following Tuesday"])
def test_a_year_or_a_week_that_was_not_told_is_not_guessed(text: str) -> None:
    """Words like "That year" behind no year are of a year that is not known."""
    assert resolve_date(only(text), anchor=MONDAY).range is None


@pytest.mark.parametrize(
    "text",
    [
        "since October 7",
        "since mid-October",
        "since early February 2024",
        "since last October 7",
        "ever since the war began in October",
        "Tensions have grown since what happened on October 7",
        "as of January 3",
    ],
)
def test_the_beginning_of_a_span_is_flagged(text: str) -> None:
    """Words like "More than 115 attacks since October 17" did not happen on 17 October."""
    assert only(text).is_since


@pytest.mark.parametrize(
    "text",
    [
        "since October 7",
        "after the October 7 attacks",
        "the outbreak of the war on October 7, 2023",
        "the war that began on 24 February 2022",
    ],
)
def test_a_day_that_names_a_war_is_flagged(text: str) -> None:
    """The day of the event that began a war is not the day of today's."""
    assert only(text).names_event


@pytest.mark.parametrize(
    "text",
    [
        "a base was hit on October 7",
        "the December 25 attack on Erbil",
        "a lull since the raid, broken on Sunday",
        "on January 4",
    ],
)
def test_the_day_of_an_attack_is_not_flagged(text: str) -> None:
    """The near misses of the two tests above."""
    assert not any(phrase.names_event for phrase in found(text))
    assert not found(text)[-1].is_since


@pytest.mark.parametrize(
    "text",
    [
        "They may strike again.",
        "Troops march on the city.",
        "May the dead rest.",
        "March to the sea",
        "The Sun reported it.",
        "Sat images show it.",
        "article 12/1 of the law",
        "1,000 rockets",
        "aged 24, 2 wounded",
        "version 1.2.3 at 192.168.1.1",
        "an F-16 and 12 drones",
        "the second attack in a row",
        "in 24 attacks",
        "Marwan Jan Mohammed",
        "2000 soldiers",
        "the 13th brigade and on the 13th anniversary",
        "the second of the month's raids",
        "on 24/7 alert, on 3/4 of all nights, about 1/3 of them",
        "on 7.62 mm rounds",
        "the fall of Aleppo",
    ],
)
def test_what_only_looks_like_a_date_is_not_found(text: str) -> None:
    """Modal verbs, newspapers, numbers and names date nothing."""
    assert [phrase.text for phrase in found(text) if phrase.kind != "time"] == []


def test_in_may_24_soldiers_is_a_month_and_a_number() -> None:
    """English puts "in" before a month; the number behind it counts soldiers."""
    assert only("In May 24 soldiers were killed").day is None
    assert only("On May 24 soldiers were killed").day == 24


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 19:15 local time on Thursday", "19:15 local time"),
        ("on Jan. 16, at about 1:45 p.m. (Sanaa time)", "13:45"),
        ("9:52 am local time (6:52 am GMT) on Tuesday", "09:52 local time"),
        ("12:17 GMT on Sunday", "12:17 GMT"),
        ("at dawn on Sunday", "dawn"),
        ("in the early hours of Sunday", "early hours"),
        ("on Sunday evening", "evening"),
        ("12:30 a.m. on Sunday", "00:30"),
    ],
)
def test_the_time_of_day_is_kept_with_its_day(text: str, time: str) -> None:
    """Analysts of night attacks need it."""
    assert only(text).time_of_day == time


def test_a_time_of_day_alone_dates_nothing() -> None:
    """Dawn is on every day."""
    (phrase,) = found("Sirens were heard at dawn.")
    assert phrase.kind == "time"
    assert resolve_date(phrase, anchor=MONDAY).range is None


def test_a_weekday_that_contradicts_its_date_costs_trust() -> None:
    """The date is believed, and the reader is told."""
    right = resolve_date(only("Sunday, February 4, 2024"), anchor=None)
    wrong = resolve_date(only("Monday, February 4, 2024"), anchor=None)
    assert right.range == wrong.range == on_day(dt.date(2024, 2, 4))
    assert wrong.trust < right.trust
    assert "no Monday" in wrong.why


def test_the_weekday_chooses_the_year() -> None:
    """5 February was a Monday in 2024 and in 2018, but not in 2023."""
    resolved = resolve_date(only("Monday, February 5"), anchor=dt.date(2023, 6, 1))
    assert resolved.range == on_day(dt.date(2018, 2, 5))


def test_a_numeric_date_is_day_first_unless_the_article_shows_otherwise() -> None:
    """12/1/2024 is 12 January, but not beside 1/31/2024, and not if that lay after the article."""
    assert edtf(resolve_date(only("on 3/2/2024"), anchor=MONDAY).range) == "2024-02-03"
    both = found("on 2/3/2024 and on 1/31/2024")
    assert [edtf(resolve_date(p, anchor=None).range) for p in both] == ["2024-02-03", "2024-01-31"]
    assert edtf(resolve_date(only("on 2/3/2024"), anchor=MONDAY).range) == "2024-02-03"


def test_an_impossible_day_is_nothing() -> None:
    """31 February is a misprint, not 2 March."""
    assert resolve_date(only("on February 31, 2024"), anchor=MONDAY).range is None


def test_a_night_between_two_days_is_known_to_the_day() -> None:
    """The night of 17 to 18 January touches two days and is still one night."""
    resolved = resolve_date(only("In the night of January 17 to 18, 2024"), anchor=None)
    assert resolved.range == DateRange(dt.date(2024, 1, 17), dt.date(2024, 1, 18), "day")


def test_overnight_on_a_weekday_may_be_either_side_of_midnight() -> None:
    """Words like "Overnight on Sunday" began on Saturday or ended on Monday; it includes Sunday."""
    resolved = resolve_date(only("overnight on Sunday"), anchor=MONDAY).range
    assert resolved is not None
    assert resolved.start <= dt.date(2024, 2, 4) <= resolved.end


def test_a_list_of_days_gives_a_range_and_separate_dates_stay_apart() -> None:
    """Words like "On May 24 in one region and on May 26 in another" are two days."""
    phrases = found("on May 24 in the Tahoua region and on May 26 in the Dosso region")
    assert [phrase.day for phrase in phrases] == [24, 26]


def test_the_governor_of_a_date_is_told() -> None:
    """Words like "After Monday's rockets" and "until Friday" are not the day of what the sentence tells."""
    assert only("after Monday's rockets").governor == "after"
    assert only("by Friday").governor == "until"
    assert only("before January 3").governor == "before"
    assert only("on Friday").governor is None


def test_a_month_without_its_year_needs_the_article() -> None:
    """Month and day are kept all the same."""
    phrase = only("on January 11")
    assert (phrase.month, phrase.day) == (1, 11)
    assert resolve_date(phrase, anchor=None).range is None
    assert resolve_date(only("in January"), anchor=dt.date(2024, 1, 30)).range == whole_month(2024, 1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The ministers will meet on Friday.", "2024-02-09"),
        ("A ruling is expected in March.", "2024-03"),
        ("They met on Friday.", "2024-02-02"),
        ("He said it would end, and two died on Friday.", "2024-02-02"),
    ],
)
def test_the_words_before_tell_the_tense(text: str, written: str) -> None:
    """Where the caller does not know the tense, "will" in the same clause does."""
    assert edtf(resolve_date(only(text), anchor=MONDAY).range) == written


def test_a_weekday_of_a_month_is_only_the_month() -> None:
    """Words like "a Friday in March" name no Friday that could be counted back to."""
    assert (
        edtf(resolve_date(only("The first was a Friday in March."), anchor=dt.date(2024, 9, 12)).range)
        == "2024-03"
    )


def test_a_saints_name_is_no_month() -> None:
    """Mar Elias is a church; "Mar 5" is a date."""
    assert found("at Mar Elias church") == []
    assert only("on Mar 5").month == 3
