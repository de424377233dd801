"""Ranges of days: how they are written for programs and for people."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.dates import (
    DateRange,
    edtf,
    in_words,
    on_day,
    overlaps,
    parse_day,
    shift_months,
    spanning,
    week_of,
    whole_month,
    whole_year,
    within,
)

SUNDAY = dt.date(2024, 2, 4)


@pytest.mark.parametrize(
    ("days", "written", "words"),
    [
        (on_day(SUNDAY), "2024-02-04", "Sunday, 4 February 2024"),
        (whole_month(2024, 2), "2024-02", "some day in February 2024"),
        (whole_month(2023, 12), "2023-12", "some day in December 2023"),
        (whole_year(2019), "2019", "some day in 2019"),
        (
            spanning(dt.date(2024, 2, 1), dt.date(2024, 2, 7)),
            "2024-02-01/2024-02-07",
            "some day between 1 and 7 February 2024",
        ),
        (
            spanning(dt.date(2024, 1, 30), dt.date(2024, 2, 2)),
            "2024-01-30/2024-02-02",
            "some day between 30 January and 2 February 2024",
        ),
        (
            spanning(dt.date(2023, 12, 31), dt.date(2024, 1, 1)),
            "2023-12-31/2024-01-01",
            "some day between 31 December 2023 and 1 January 2024",
        ),
        (
            DateRange(dt.date(2024, 1, 17), dt.date(2024, 1, 18), "day"),
            "2024-01-17/2024-01-18",
            "in the night of 17 to 18 January 2024",
        ),
        (None, None, "date not known"),
    ],
)
def test_a_range_is_written_as_precisely_as_it_is_known(
    days: DateRange | None, written: str | None, words: str
) -> None:
    """A user reads "some day in February", never "1 February", where only the month is known."""
    assert edtf(days) == written
    assert in_words(days) == words


def test_an_open_range_says_that_it_is_approximate_or_uncertain() -> None:
    """EDTF marks doubt; a reader of the export sees it."""
    assert edtf(on_day(SUNDAY), approximate=True) == "2024-02-04~"
    assert edtf(whole_month(2024, 2), uncertain=True) == "2024-02?"
    assert edtf(whole_year(2024), approximate=True, uncertain=True) == "2024%"


def test_a_part_of_a_month_is_not_the_month() -> None:
    """28 days of February 2024 are not all of it (it has 29)."""
    assert edtf(spanning(dt.date(2024, 2, 1), dt.date(2024, 2, 28))) == "2024-02-01/2024-02-28"


def test_a_range_cannot_end_before_it_starts() -> None:
    """A swapped range would silently match nothing."""
    with pytest.raises(ValueError, match="cannot end"):
        DateRange(SUNDAY, SUNDAY - dt.timedelta(days=1))
    assert spanning(SUNDAY, SUNDAY - dt.timedelta(days=1)).end == SUNDAY


@pytest.mark.parametrize(
    ("days", "precision"),
    [(1, "day"), (2, "week"), (7, "week"), (30, "month"), (90, "year"), (900, "unknown")],
)
def test_precision_follows_the_length(days: int, precision: str) -> None:
    """Filters and pages trust the precision."""
    assert spanning(SUNDAY, SUNDAY + dt.timedelta(days=days - 1)).precision == precision


def test_overlap_and_containment() -> None:
    """Certain and possible answers of a date filter rest on these."""
    february = whole_month(2024, 2)
    assert overlaps(february, on_day(SUNDAY)) and within(on_day(SUNDAY), february)
    week = week_of(dt.date(2024, 2, 1))
    assert overlaps(february, week) and not within(week, february)
    assert not overlaps(february, whole_month(2024, 3))


def test_months_shift_to_the_last_day_where_there_is_no_such_day() -> None:
    """Words like "A month ago" on 31 March is 29 February of a leap year."""
    assert shift_months(dt.date(2024, 3, 31), -1) == dt.date(2024, 2, 29)
    assert shift_months(dt.date(2024, 11, 15), 3) == dt.date(2025, 2, 15)


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-05",
        "2024-02-05T07:40:00+00:00",
        "2024-02-05 23:59",
        "2024/02/05",
        "20240205",
        "5 February 2024",
        "Monday, 5 Feb 2024",
        "February 5, 2024",
        "Feb. 5th, 2024",
        "Mon, 05 Feb 2024 07:40:00 +0000",
    ],
)
def test_metadata_writes_a_day_in_many_ways(text: str) -> None:
    """A date that a page gives in its metadata is not lost for its layout."""
    assert parse_day(text) == dt.date(2024, 2, 5)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2024", "2024-02", "2024-13-45", "31 February 2024", "5 Foo 2024"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    """A wrong date would date every "today" of the article."""
    assert parse_day(text) is None
