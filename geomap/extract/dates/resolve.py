"""The days that a phrase means, against the day of the article or against another event."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from geomap import dates
from geomap.dates import DateRange
from geomap.extract.dates.back import (
    days_ago,
    likelier_reading,
    nth_weekday,
    numbered_weekday,
    weekday_beside,
    year_meant,
)
from geomap.extract.dates.phrase import DatePhrase
from geomap.extract.dates.spans import amount_in_days, away, cut, part_of_month, part_of_year, unit_around
from geomap.model import Record

Tense = Literal["past", "present", "future"]
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# An article of the evening may be dated by a later time zone: its "February 6" can lie a day ahead of it.
_AHEAD = dt.timedelta(days=1)
_SATURDAY = 5
_SLIP = 2  # days by which a weekday and a date of one phrase may miss each other by a slip of the pen
_FRESH = 45  # days before the article within which a slip is likelier than the same date of another year


class Resolved(Record, frozen=True):
    """What a phrase means: the days (None: cannot be said), why, and how far to trust it (0 to 1)."""

    range: DateRange | None
    why: str
    trust: float = 0.0


def resolve_date(
    phrase: DatePhrase,
    *,
    anchor: dt.date | None,
    reference: DateRange | None = None,
    tense: Tense | None = None,
) -> Resolved:
    """The days of a phrase; None rather than a guess where it counts from a day that is not known.

    Args:
        phrase: What `find_dates` found.
        anchor: The day of the article, if known.
        reference: The days of the event that "the next day" or "hours later" counts from.
        tense: Of the sentence: "on Friday" of what has happened is the last Friday, of what will happen the next.
            Without it the words before the phrase decide ("will meet on Friday").
    """
    try:
        return _RESOLVE[phrase.kind](
            phrase, anchor, reference, tense or ("future" if phrase.ahead else "past")
        )
    except (ValueError, OverflowError):
        return Resolved(None, f"{phrase.text!r} is no day of the calendar")


def _unanchored(phrase: DatePhrase) -> Resolved:
    return Resolved(None, f"{phrase.text!r} counts from the day of the article, which is not known")


def _said(phrase: DatePhrase, days: DateRange, how: str, trust: float) -> Resolved:
    return Resolved(days, f"{phrase.text!r} {how}: {dates.in_words(days)}", trust)


# --- dates -----------------------------------------------------------------------------------------------------


def _date(phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense) -> Resolved:
    year = year_meant(phrase, anchor, reference)
    if year is None and (phrase.unit == "year" or phrase.month is None):
        return Resolved(None, f"{phrase.text!r} is of a year that is not known")
    if phrase.month is None:
        return _said(phrase, part_of_year(year or 0, phrase.part), "names the year", 0.8)
    if phrase.day is None:
        return _month(phrase, year, anchor, tense)
    if year is None:
        return _day_without_year(phrase, anchor, tense)
    day = dt.date(year, phrase.month, phrase.day)
    if phrase.other_reading is not None:
        return _two_readings(phrase, day, anchor)
    return _checked(phrase, day, "names the day", 1.0)


def _checked(phrase: DatePhrase, day: dt.date, how: str, trust: float) -> Resolved:
    """The day, with its weekday checked where one is written; the date wins."""
    if phrase.weekday is not None and phrase.weekday != day.weekday():
        how += f", though that was no {_WEEKDAYS[phrase.weekday]} (the date is believed)"
        trust *= 0.5
    elif phrase.weekday is not None:
        how += ", and the weekday agrees"
    return _said(phrase, _night_of(phrase, day), how, trust)


def _night_of(phrase: DatePhrase, day: dt.date) -> DateRange:
    """One day; for "overnight on Saturday" both days that this night can lie on."""
    if phrase.part == "after midnight":
        return DateRange(day, day + dt.timedelta(days=1), "day")
    if phrase.part != "night":
        return dates.on_day(day)
    return DateRange(day - dt.timedelta(days=1), day, "day")


def _two_readings(phrase: DatePhrase, day: dt.date, anchor: dt.date | None) -> Resolved:
    """12/1/2024: the day comes first, unless the weekday or the day of the article speak for the other order."""
    other = dt.date(*(phrase.other_reading or (0, 0, 0)))
    if phrase.weekday is not None and {day.weekday(), other.weekday()} >= {phrase.weekday}:
        day = day if day.weekday() == phrase.weekday else other
        return _said(phrase, dates.on_day(day), "is read by its weekday", 0.95)
    if anchor is not None and day > anchor + _AHEAD and other <= anchor + _AHEAD:
        return _said(
            phrase, dates.on_day(other), "is read month first, or it would lie after the article", 0.8
        )
    return _said(phrase, dates.on_day(day), "is read day first", 0.85)


def _day_without_year(phrase: DatePhrase, anchor: dt.date | None, tense: Tense) -> Resolved:
    if anchor is None:
        return Resolved(None, f"{phrase.text!r} has no year, and the day of the article is not known")
    month, number = phrase.month or 1, phrase.day or 1
    if phrase.other_reading is not None:
        month, number = likelier_reading(phrase, anchor)
    near = [_day_or_none(year, month, number) for year in range(anchor.year - 5, anchor.year + 2)]
    known = [day for day in near if day is not None]
    if phrase.weekday is not None:
        slip = _slip(known, phrase.weekday, anchor) if tense != "future" else None
        if slip is not None:
            return _said(phrase, slip, "has a date and a weekday that do not fit", 0.5)
        known = [day for day in known if day.weekday() == phrase.weekday] or known
    past = [day for day in known if day <= anchor + _AHEAD]
    future = [day for day in known if day >= anchor]
    pick = min(future, default=None) if tense == "future" else max(past, default=None)
    if phrase.which == "last" and pick == anchor:
        pick = max((day for day in past if day < anchor), default=None)
    if pick is None:
        return Resolved(None, f"{phrase.text!r} fits no year near the article")
    how = f"is the {'next' if tense == 'future' else 'last'} one seen from {anchor.isoformat()}"
    return _checked(phrase, pick, how, 0.9)


def _slip(known: list[dt.date], weekday: int, anchor: dt.date) -> DateRange | None:
    """From the date to the weekday, or the other way, where both lie close together shortly before the article."""
    date = max((day for day in known if day <= anchor + _AHEAD), default=None)
    if date is None or date.weekday() == weekday or (anchor - date).days > _FRESH:
        return None
    ahead = (weekday - date.weekday()) % 7
    other = date + dt.timedelta(days=ahead if ahead <= _SLIP else ahead - 7)
    if abs((other - date).days) > _SLIP or other > anchor + _AHEAD:
        return None
    return dates.spanning(date, other)


def _day_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(phrase: DatePhrase, year: int | None, anchor: dt.date | None, tense: Tense) -> Resolved:
    month = phrase.month or 1
    if year is None:
        if anchor is None:
            return Resolved(None, f"{phrase.text!r} has no year, and the day of the article is not known")
        year = _year_of_month(month, phrase.which, anchor, tense)
    days = part_of_month(dates.whole_month(year, month), phrase.part)
    if phrase.weekday is not None and (phrase.part or "").startswith("weekday"):
        return _said(phrase, dates.on_day(nth_weekday(phrase, days)), "names the day", 0.9)
    return _said(phrase, days, "names the month" if phrase.year else f"seen from {anchor}", 0.8)


def _year_of_month(month: int, which: str | None, anchor: dt.date, tense: Tense) -> int:
    if tense == "future" or which == "next":
        return anchor.year if month >= anchor.month else anchor.year + 1
    if month > anchor.month or (which == "last" and month == anchor.month):
        return anchor.year - 1
    return anchor.year


# --- days seen from the article ----------------------------------------------------------------------------------


def _weekday(
    phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense
) -> Resolved:
    if anchor is None:
        return _unanchored(phrase)
    wanted = phrase.weekday or 0
    if phrase.day is not None and (day := numbered_weekday(phrase, anchor, reference)) is not None:
        return _said(phrase, dates.on_day(day), f"seen from {anchor.isoformat()}", 0.95)
    beside = phrase.which == "beside" and reference is not None and reference.days == 1
    if reference is not None and (beside or phrase.which in ("before", "after")):
        day = weekday_beside(phrase, reference)
        return _said(phrase, _night_of(phrase, day), f"counted from {dates.in_words(reference)}", 0.8)
    if phrase.which == "after":
        return Resolved(None, f"{phrase.text!r} counts from an event whose day is not known")
    if tense == "future" or phrase.which == "next":
        ahead = (wanted - anchor.weekday()) % 7
        day = anchor + dt.timedelta(days=ahead or (7 if phrase.which == "next" else 0))
        return _said(phrase, _night_of(phrase, day), f"is the next one from {anchor.isoformat()}", 0.8)
    if phrase.unit == "week":
        monday = dates.week_of(anchor).start + dt.timedelta(days={"last": -7}.get(phrase.which or "", 0))
        day = monday + dt.timedelta(days=wanted)
        return _said(phrase, _night_of(phrase, day), f"seen from {anchor.isoformat()}", 0.9)
    back = (anchor.weekday() - wanted) % 7
    if back == 0 and phrase.which == "last":
        back = 7
    if phrase.low == 2:
        back += 7  # "the Wednesday before last"
    day = anchor - dt.timedelta(days=back)
    how = "is the day of the article" if back == 0 else f"is the last one before {anchor.isoformat()}"
    return _said(phrase, _night_of(phrase, day), how, 0.9)


def _today(phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense) -> Resolved:
    if anchor is None:
        return _unanchored(phrase)
    day = anchor + dt.timedelta(days=phrase.shift or 0)
    how, trust = f"seen from {anchor.isoformat()}", 0.95
    if phrase.weekday is not None and phrase.weekday != day.weekday():
        # "Sunday" is seldom wrong; the article may be dated a day after it was written.
        back = (day.weekday() - phrase.weekday) % 7
        day, trust = day - dt.timedelta(days=back), 0.6
        how = f"does not fit {anchor.isoformat()}; its weekday is believed"
    return _said(phrase, dates.on_day(day), how, trust)


def _night(phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense) -> Resolved:
    if anchor is None:
        return _unanchored(phrase)
    if phrase.which == "this":
        return _said(phrase, dates.on_day(anchor), f"seen from {anchor.isoformat()}", 0.8)
    if phrase.weekday is not None:
        day = anchor - dt.timedelta(days=(anchor.weekday() - phrase.weekday) % 7)
        return _said(phrase, dates.on_day(day), f"seen from {anchor.isoformat()}", 0.85)
    night = anchor - dt.timedelta(days=1 if phrase.which == "before" else 0)
    days = DateRange(night - dt.timedelta(days=1), night, "day")
    return _said(phrase, days, f"is the night before {night.isoformat()}", 0.8)


# --- amounts of time --------------------------------------------------------------------------------------------


def _ago(phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense) -> Resolved:
    if anchor is None:
        return _unanchored(phrase)
    days = days_ago(phrase, anchor)
    return _said(phrase, days, f"counted back from {anchor.isoformat()}", 0.85 if days.days == 1 else 0.7)


def _window(
    phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense
) -> Resolved:
    if anchor is None:
        return _unanchored(phrase)
    _, high, _ = amount_in_days(phrase)
    if phrase.low is None:
        high = {"hour": 1, "day": 7, "week": 42, "month": 180, "year": 1800}.get(phrase.unit or "day", 7)
    days = dates.spanning(anchor - dt.timedelta(days=max(1, round(high))), anchor)
    return _said(phrase, days, f"up to {anchor.isoformat()}", 0.6)


def _offset(
    phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense
) -> Resolved:
    if reference is None:
        return Resolved(None, f"{phrase.text!r} counts from an event whose day is not known")
    if not phrase.shift:
        return _said(phrase, reference, "is the time of the event before", 0.7)
    days = away(reference, phrase, phrase.shift)
    return _said(phrase, days, f"counted from {dates.in_words(reference)}", 0.75)


# --- weeks, months, years ---------------------------------------------------------------------------------------


def _period(
    phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense
) -> Resolved:
    if anchor is None:
        return _unanchored(phrase)
    if phrase.day is not None:
        if phrase.which == "same" and reference is None:
            return Resolved(None, f"{phrase.text!r} is of a month that is not known")
        same = phrase.which in ("same", None) and reference is not None
        base = reference.start if same and reference is not None else anchor
        month = dates.shift_months(base.replace(day=1), {"last": -1, "next": 1}.get(phrase.which or "", 0))
        day = month.replace(day=phrase.day)
        if phrase.which is None and day > anchor + _AHEAD:
            day = dates.shift_months(month, -1).replace(day=phrase.day)
        return _said(phrase, dates.on_day(day), f"seen from {anchor.isoformat()}", 0.9)
    if phrase.weekday is not None:
        return _nth_weekday(phrase, anchor, reference)
    step = {"last": -1, "next": 1, "before": -2}.get(phrase.which or "", 0)
    if phrase.unit == "weekend" and phrase.which is None and anchor.weekday() < _SATURDAY:
        step = 1 if tense == "future" else -1
    days = unit_around(phrase.unit or "week", anchor, step)
    days = cut(days, phrase, anchor, step, tense == "future")
    return _said(phrase, days, f"seen from {anchor.isoformat()}", 0.7)


def _nth_weekday(phrase: DatePhrase, anchor: dt.date, reference: DateRange | None) -> Resolved:
    """Of "the last Saturday of that month": of the month told of, or of the article's."""
    if phrase.which == "same" and reference is None:
        return Resolved(None, f"{phrase.text!r} is of a month that is not known")
    base = reference.start if phrase.which == "same" and reference is not None else anchor
    first = dates.shift_months(base.replace(day=1), {"last": -1, "next": 1}.get(phrase.which or "", 0))
    day = nth_weekday(phrase, dates.whole_month(first.year, first.month))
    return _said(phrase, dates.on_day(day), f"seen from {base.isoformat()}", 0.9)


def _range(phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense) -> Resolved:
    """From the first day of one phrase to the last of another; what one leaves out, the other says."""
    end = phrase.until
    if end is None:
        return Resolved(None, f"{phrase.text!r} has no end")
    first_kind = (
        "weekday"
        if phrase.weekday is not None and phrase.month is None
        else ("date" if phrase.month is not None or phrase.year is not None else "today")
    )
    start = _as(phrase, first_kind, end)
    last = resolve_date(end, anchor=anchor, reference=reference, tense=tense)
    if last.range is None:
        return Resolved(None, last.why)
    first = resolve_date(
        start, anchor=last.range.end if start.year is None else anchor, reference=reference, tense="past"
    )
    if first.range is None:
        return Resolved(None, first.why)
    days = dates.spanning(first.range.start, last.range.end)
    if days.days == 2 and (phrase.time_of_day or "") in ("night", "midnight"):
        days = DateRange(days.start, days.end, "day")
    return _said(phrase, days, "spans", min(first.trust, last.trust))


def _as(phrase: DatePhrase, kind: str, end: DatePhrase) -> DatePhrase:
    return msgspec.structs.replace(
        phrase, kind=kind, until=None, part=None, month=phrase.month or (end.month if kind == "date" else None),
        year=phrase.year or (end.year if kind == "date" and (phrase.month or 0) <= (end.month or 12) else None),
    )  # fmt: skip


def _time(phrase: DatePhrase, anchor: dt.date | None, reference: DateRange | None, tense: Tense) -> Resolved:
    return Resolved(None, f"{phrase.text!r} is a time of day without a day")


_RESOLVE = {
    "date": _date, "weekday": _weekday, "today": _today, "night": _night, "ago": _ago, "window": _window,
    "offset": _offset, "period": _period, "range": _range, "time": _time,
}  # fmt: skip
