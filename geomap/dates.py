"""Ranges of days with a precision, and how they are written: EDTF for programs, English for people."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

import msgspec

from geomap.model import DatePrecision

# The longest span, in days, that still counts as known to the week, the month, the year.
_WEEK, _MONTH, _YEAR = 11, 45, 400

MONTHS = tuple(calendar.month_name)[1:]
_WEEKDAYS = tuple(calendar.day_name)
_MONTH_NUMBER = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}


class DateRange(msgspec.Struct, frozen=True):
    """Days from `start` to `end`, both included: something happened on one of them.

    `precision` says how well the day is known, which is not always the length of the span: the night of 17 to
    18 January is known to the day and touches two.
    """

    start: dt.date
    end: dt.date
    precision: DatePrecision = "day"

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a range of days cannot end ({self.end}) before it starts ({self.start})")

    @property
    def days(self) -> int:
        """How many days the range covers."""
        return (self.end - self.start).days + 1


def on_day(day: dt.date) -> DateRange:
    """The range of one day."""
    return DateRange(day, day, "day")


def spanning(start: dt.date, end: dt.date) -> DateRange:
    """The range from `start` to `end`, in either order, with the precision that its length allows."""
    first, last = min(start, end), max(start, end)
    days = (last - first).days + 1
    steps: tuple[tuple[int, DatePrecision], ...] = (
        (1, "day"),
        (_WEEK, "week"),
        (_MONTH, "month"),
        (_YEAR, "year"),
    )
    return DateRange(first, last, next((name for limit, name in steps if days <= limit), "unknown"))


def week_of(day: dt.date) -> DateRange:
    """Monday to Sunday around a day."""
    monday = day - dt.timedelta(days=day.weekday())
    return DateRange(monday, monday + dt.timedelta(days=6), "week")


def whole_month(year: int, month: int) -> DateRange:
    """All days of a month."""
    last = calendar.monthrange(year, month)[1]
    return DateRange(dt.date(year, month, 1), dt.date(year, month, last), "month")


def whole_year(year: int) -> DateRange:
    """All days of a year."""
    return DateRange(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def shift_months(day: dt.date, months: int) -> dt.date:
    """The same day some months later (or earlier), or the last day of that month where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def overlaps(one: DateRange, other: DateRange) -> bool:
    """Whether two ranges share a day."""
    return one.start <= other.end and other.start <= one.end


def within(inner: DateRange, outer: DateRange) -> bool:
    """Whether all days of `inner` lie in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def edtf(days: DateRange | None, *, approximate: bool = False, uncertain: bool = False) -> str | None:
    """The range in the Extended Date/Time Format (ISO 8601-2): 2024-02-04, 2024-02, 2024-02-01/2024-02-07.

    Args:
        days: The range; None is not known, and so has no date.
        approximate: Written with `~`: about then.
        uncertain: Written with `?`: perhaps then. Both give `%`.
    """
    if days is None:
        return None
    mark = "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""
    if days.start == days.end:
        return days.start.isoformat() + mark
    if days == DateRange(*_whole(days, "month")):
        return f"{days.start:%Y-%m}{mark}"
    if days == DateRange(*_whole(days, "year")):
        return f"{days.start.year:04d}{mark}"
    return f"{days.start.isoformat()}{mark}/{days.end.isoformat()}{mark}"


def _whole(days: DateRange, unit: DatePrecision) -> tuple[dt.date, dt.date, DatePrecision]:
    """First and last day of the month or the year in which the range starts, with the range's own precision."""
    start = days.start
    full = whole_month(start.year, start.month) if unit == "month" else whole_year(start.year)
    return full.start, full.end, days.precision


@lru_cache(maxsize=512)  # an article says the same days over and over
def in_words(days: DateRange | None) -> str:
    """The range in English: "Sunday, 4 February 2024", "some day in February 2024"."""
    if days is None or days.precision == "unknown":
        return "date not known"
    start, end = days.start, days.end
    if start == end:
        return f"{_WEEKDAYS[start.weekday()]}, {_long(start)}"
    if edtf(days) == f"{start:%Y-%m}":
        return f"some day in {MONTHS[start.month - 1]} {start.year}"
    if edtf(days) == f"{start.year:04d}":
        return f"some day in {start.year}"
    if days.precision == "day" and days.days == 2:
        return f"in the night of {_short(start, end)} to {_long(end)}"
    return f"some day between {_short(start, end)} and {_long(end)}"


def _long(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _short(day: dt.date, until: dt.date) -> str:
    """A day without what it shares with the later one."""
    if day.year != until.year:
        return _long(day)
    return str(day.day) if day.month == until.month else f"{day.day} {MONTHS[day.month - 1]}"


_ISO = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_DAY_MONTH = re.compile(
    r"\s*(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)"
)
_MONTH_DAY = re.compile(
    r"\s*(?:[^\W\d]+\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)"
)


def parse_day(text: str) -> dt.date | None:
    """The day that a piece of metadata names, or None: ISO 8601 (with or without a time), RFC 2822, "5 May 2024".

    The day is taken as the publisher wrote it, without moving it between time zones.
    """
    if found := _ISO.match(text):
        return _make(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH.match(text):
        return _make(int(found[3]), _MONTH_NUMBER.get(found[2][:3].casefold(), 0), int(found[1]))
    if found := _MONTH_DAY.match(text):
        return _make(int(found[3]), _MONTH_NUMBER.get(found[1][:3].casefold(), 0), int(found[2]))
    from email.utils import parsedate_to_datetime  # with the whole of sockets

    try:
        return parsedate_to_datetime(text).date()
    except (TypeError, ValueError):
        return None


def _make(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
