"""Weeks, months, parts of them, and amounts of time, as ranges of days."""

from __future__ import annotations

import datetime as dt

from geomap import dates
from geomap.dates import DateRange
from geomap.extract.dates.phrase import DatePhrase

_DAYS_OF = {"day": 1.0, "night": 1.0, "week": 7.0, "weekend": 7.0, "month": 30.44, "year": 365.25}
_WEEK = 7  # days
_SAME_DAY = 2 / 24  # days: an hour or two later is told as of the same day
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def part_of_month(month: DateRange, part: str | None) -> DateRange:
    """A third of a month ("early", "mid", "late"), a week of it ("week 1"), or the month."""
    first, last = month.start, month.end
    cuts = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}
    cuts |= {f"week {n + 1}": (7 * n + 1, 7 * n + 7) for n in range(4)}
    if part not in cuts:
        return month
    start, end = cuts[part]
    return dates.spanning(first.replace(day=start), first.replace(day=end))


def part_of_year(year: int, part: str | None) -> DateRange:
    """A third of a year, a season, or the year."""
    if part == "winter":  # the one that the year begins with, or the one that it ends with
        return DateRange(dt.date(year, 1, 1), dates.whole_month(year + 1, 2).end, "year")
    months = {name: (month, month + 2) for name, month in _SEASONS.items()}
    months |= {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
    if part not in months:
        return dates.whole_year(year)
    first, last = months[part]
    return dates.spanning(dt.date(year, first, 1), dates.whole_month(year, last).end)


def amount_in_days(phrase: DatePhrase) -> tuple[float, float, bool]:
    """Least and most days of an amount, and whether it is exact ("three days") or not ("days")."""
    unit = phrase.unit or "day"
    low, high = phrase.low, phrase.high
    exact = low is not None and low == high
    if low is None or high is None:
        low, high = (2, 6) if unit in ("week", "month", "year") else (2, 10)
    if unit in ("minute", "hour"):
        size = 1 / 24 if unit == "hour" else 1 / 1440
        return low * size, high * size, False
    return low * _DAYS_OF.get(unit, 1.0), high * _DAYS_OF.get(unit, 1.0), exact


def away(day: DateRange, phrase: DatePhrase, direction: int) -> DateRange:
    """The days that lie an amount of time before or after others."""
    low, high, exact = amount_in_days(phrase)
    unit = phrase.unit or "day"
    if unit == "minute" or (unit == "hour" and high <= _SAME_DAY):
        return day
    if unit == "month" and day.precision == "month" and exact:
        month = dates.shift_months(day.start, direction * (phrase.low or 1))
        return dates.whole_month(month.year, month.month)
    if unit == "hour":
        far = dt.timedelta(days=max(1, round(high)) if high > 0.2 else 1)
        start, end = (day.start - far, day.end) if direction < 0 else (day.start, day.end + far)
        return dates.spanning(start, end)
    near, far = (dt.timedelta(days=round(n)) for n in (low, high))
    if unit in ("day", "night"):
        moved = (day.start - far, day.end - near) if direction < 0 else (day.start + near, day.end + far)
        return DateRange(*moved, day.precision) if exact else dates.spanning(*moved)
    slack = {"week": 3, "weekend": 3, "month": 15}.get(unit, 180)
    if unit == "week" and exact and high == _WEEK and phrase.which is None:
        slack = (
            1  # "a week later" may be a day off; "three weeks later" more, and "the week before" is all of it
        )
    span = (day.start - far, day.end - near) if direction < 0 else (day.start + near, day.end + far)
    return dates.spanning(span[0] - dt.timedelta(days=slack), span[1] + dt.timedelta(days=slack))


def unit_around(unit: str, anchor: dt.date, step: int) -> DateRange:
    """This (0), the last (-1) or the next (1) week, weekend, month, year, season."""
    if unit == "week":
        week = dates.week_of(anchor + dt.timedelta(days=7 * step))
        # In the region the week starts on Saturday or Sunday; the week of either reckoning counts.
        return DateRange(week.start - dt.timedelta(days=1), week.end, "week")
    if unit == "weekend":
        saturday = dates.week_of(anchor).start + dt.timedelta(days=5)
        if (step < 0 and saturday + dt.timedelta(days=1) >= anchor) or (step < 0 and saturday > anchor):
            saturday -= dt.timedelta(days=7)
        saturday += dt.timedelta(days=7 * min(0, step + 1))
        return dates.spanning(saturday - dt.timedelta(days=1), saturday + dt.timedelta(days=1))
    if unit == "month":
        month = dates.shift_months(anchor.replace(day=1), step)
        return dates.whole_month(month.year, month.month)
    if unit in _SEASONS:
        return _season(unit, anchor, step)
    return dates.whole_year(anchor.year + step)


def _season(unit: str, anchor: dt.date, step: int) -> DateRange:
    """Three months; the last one that began before the article, the next one that begins after it."""
    starts = [dt.date(year, _SEASONS[unit], 1) for year in range(anchor.year - 2, anchor.year + 2)]
    begun = [day for day in starts if dates.shift_months(day, 3 if step < 0 else 0) <= anchor]
    start = max(begun) if step <= 0 else min(day for day in starts if day > anchor)
    return dates.spanning(start, dates.shift_months(start, 3) - dt.timedelta(days=1))


def cut(days: DateRange, phrase: DatePhrase, anchor: dt.date, step: int, ahead: bool) -> DateRange:
    """What the words leave of a period: "early", "so far this week"."""
    if phrase.part in ("early", "mid", "late"):
        if phrase.unit == "month":
            days = part_of_month(days, phrase.part)
        elif phrase.unit == "year":
            days = part_of_year(days.start.year, phrase.part)
    if step or not days.start <= anchor <= days.end:
        return days
    if ahead or phrase.part == "later":
        return DateRange(anchor, days.end, days.precision)
    return DateRange(days.start, anchor, days.precision if days.start < anchor else "day")
