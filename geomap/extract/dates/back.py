"""Days counted back from the article's, or from a day, a month or a year that the text has told of before."""

from __future__ import annotations

import datetime as dt

from geomap import dates
from geomap.dates import DateRange
from geomap.extract.dates.phrase import DatePhrase
from geomap.extract.dates.spans import away, unit_around

_WEEK = dt.timedelta(days=7)
_OF_A_TOLD_YEAR = {"same": 0, "before": -1, "after": 1}
_OF_THE_ARTICLE = {"last": -1, "next": 1}
_FRESH = 45  # days before the article in which a day and a month are likelier than a year before


def year_meant(phrase: DatePhrase, anchor: dt.date | None, told: DateRange | None) -> int | None:
    """The year that is written, or said: "May of last year", "June of that year", counted from the day told before."""
    if phrase.year is not None or phrase.unit != "year":
        return phrase.year
    if (step := _OF_A_TOLD_YEAR.get(phrase.which or "")) is not None:
        return told.start.year + step if told is not None else None
    return anchor.year + _OF_THE_ARTICLE.get(phrase.which or "", 0) if anchor is not None else None


def days_ago(phrase: DatePhrase, anchor: dt.date) -> DateRange:
    """The days of "a week ago", "ten years ago today", "a week ago on Monday", "two years ago in May"."""
    if phrase.part == "to the day" and (exact := _to_the_day(phrase, anchor)) is not None:
        return dates.on_day(exact + dt.timedelta(days=phrase.shift or 0))
    if phrase.month is not None and phrase.unit == "year" and phrase.low == phrase.high:
        year = anchor.year - (phrase.low or 1)
        return _day_or_month(year, phrase)
    if phrase.weekday is not None:
        return _weekday_ago(phrase, anchor)
    if phrase.part in ("this week", "this month") and (exact := _to_the_day(phrase, anchor)) is not None:
        return unit_around(phrase.part.split()[1], exact, 0)
    days = away(dates.on_day(anchor), phrase, -1)
    if phrase.unit == "week" and phrase.low == phrase.high == 1:
        day, slack = anchor - _WEEK, dt.timedelta(days=1)
        return dates.spanning(day - slack, day + slack)
    return days


def _day_or_month(year: int, phrase: DatePhrase) -> DateRange:
    month = phrase.month or 1
    return dates.on_day(dt.date(year, month, phrase.day)) if phrase.day else dates.whole_month(year, month)


def _weekday_ago(phrase: DatePhrase, anchor: dt.date) -> DateRange:
    """A weekday some weeks ago: so long before the last one, or the one nearest to so long ago; or between them."""
    exact = _to_the_day(phrase, anchor)
    if exact is None:
        return away(dates.on_day(anchor), phrase, -1)
    if phrase.unit != "week":
        return dates.spanning(exact - _WEEK, exact + _WEEK)
    back = (anchor.weekday() - (phrase.weekday or 0)) % 7
    counted = anchor - dt.timedelta(days=back) - _WEEK * (phrase.low or 1)
    beside = (((phrase.weekday or 0) - exact.weekday()) + 3) % 7 - 3
    return dates.spanning(counted, exact + dt.timedelta(days=beside))


def _to_the_day(phrase: DatePhrase, anchor: dt.date) -> dt.date | None:
    """The same day of the week, of the month or of the year, so many of them before."""
    if phrase.low is None or phrase.low != phrase.high:
        return None
    if phrase.unit in ("month", "year"):
        months = phrase.low * (12 if phrase.unit == "year" else 1)
        return dates.shift_months(anchor, -months)
    return anchor - dt.timedelta(days=phrase.low * {"week": 7}.get(phrase.unit or "day", 1))


def weekday_beside(phrase: DatePhrase, told: DateRange) -> dt.date:
    """The "previous Tuesday", the "following Sunday": the first one before or behind the day told.

    Of "on the Friday" the nearest one.
    """
    wanted = phrase.weekday or 0
    if phrase.which == "beside":
        return told.start + dt.timedelta(days=(wanted - told.start.weekday() + 3) % 7 - 3)
    if phrase.which == "before":
        return told.start - dt.timedelta(days=(told.start.weekday() - wanted) % 7 or 7)
    return told.end + dt.timedelta(days=(wanted - told.end.weekday()) % 7 or 7)


def nth_weekday(phrase: DatePhrase, month: DateRange) -> dt.date:
    """The first to fifth such weekday of a month; the fifth is the last."""
    number = int((phrase.part or "weekday 1").split()[1])
    first = month.start + dt.timedelta(days=((phrase.weekday or 0) - month.start.weekday()) % 7)
    day = first + _WEEK * (number - 1)
    return day if day <= month.end else day - _WEEK


def numbered_weekday(phrase: DatePhrase, anchor: dt.date, told: DateRange | None) -> dt.date | None:
    """The "Monday the 15th" of the month told of, else the last one up to the article.

    None where neither is: "on Sunday the 4th brigade".
    """
    if told is not None and told.precision != "year":
        for step in (0, 1):
            first = dates.shift_months(told.start.replace(day=1), step)
            day = dates.shift_months(first, 0).replace(day=min(phrase.day or 1, 28))
            day += dt.timedelta(days=(phrase.day or 1) - day.day)
            if day.month == first.month and day.weekday() == phrase.weekday:
                return day
    last = anchor + dt.timedelta(days=1)
    back = (last - dt.timedelta(days=days) for days in range(_FRESH))
    return next((d for d in back if d.day == phrase.day and d.weekday() == phrase.weekday), None)


def likelier_reading(phrase: DatePhrase, anchor: dt.date) -> tuple[int, int]:
    """Month and day of 5/7 without a year: by its weekday, else the reading that lies shortly before the article."""
    readings = [(phrase.month or 1, phrase.day or 1), (phrase.other_reading or (0, 1, 1))[1:]]
    lasts = [(reading, _last(reading, anchor)) for reading in readings]
    if phrase.weekday is not None:
        fits = [reading for reading, day in lasts if day is not None and day.weekday() == phrase.weekday]
        return fits[0] if fits else readings[0]
    fresh = [reading for reading, day in lasts if day is not None and (anchor - day).days <= _FRESH]
    return fresh[0] if fresh else readings[0]


def _last(reading: tuple[int, int], anchor: dt.date) -> dt.date | None:
    for year in (anchor.year, anchor.year - 1):
        try:
            day = dt.date(year, *reading)
        except ValueError:
            return None
        if day <= anchor + dt.timedelta(days=1):
            return day
    return None
