"""What each rule's match says: the pieces of which date phrases are joined."""

from __future__ import annotations

from calendar import monthrange
from typing import Any

from geomap.extract.dates.ago import ago_day, ago_sum, counted
from geomap.extract.dates.by_name import (
    bare_day,
    nth_weekday,
    short_date,
    starts_a_period,
    weekday,
    weekday_before_that,
    weekday_beside,
    weekday_day,
)
from geomap.extract.dates.found import Found, Said, amount_of, collect, first_of, months_of
from geomap.extract.dates.rules import GRAMMAR
from geomap.extract.words.classes import NAMES, code_of
from geomap.extract.words.tokens import Scan

_NO_LEAP_YEAR = 2001
_SIGN = {"before": -1, "earlier": -1, "after": 1, "later": 1, "same": 0, "next": 1, "last": -1}


def read_rules(scan: Scan) -> list[Found]:
    """Every phrase of the text by the rules alone, in order, none overlapping."""
    found = []
    for rule, first, last in GRAMMAR.matches(scan.codes):
        if says := _BUILD.get(rule, _plain)(collect(scan, first, last), scan, first, last, rule):
            found.append(says)
    return found


def _date_says(said: Said) -> dict[str, Any]:
    """What any rule about a date can say; absent is left out."""
    months = months_of(said)
    which = first_of(said, "which", "which_after")
    year = first_of(said, "yearnum")
    says = {
        "kind": "date",
        "year": year,
        "month": months[0] if months else None,
        "day": first_of(said, "daynum", "ordinal", "ordinal_word") if months else None,
        "weekday": first_of(said, "weekday", "weekday_short"),
        "part": first_of(said, "part", "later_word"),
        "which": which,
        # "May last year": the unit says what `which` belongs to.
        "unit": first_of(said, "unit", "year_word") if which and not year else None,
    }
    return {name: value for name, value in says.items() if value is not None}


def _plain(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    return Found(first, last, _date_says(said))


def _numeric(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of 21/7/2020 and "21 / 7 / 2020"."""
    a, b, c = said["numdate"][0] if rule == "numeric" else (*said["daynum"], *said["yearnum"])
    if not 1 <= min(a, b) <= 12:
        return None
    if a > 31:
        return Found(first, last, {"kind": "date", "year": a, "month": b, "day": c})
    year = c if c > 99 else 2000 + c
    if b > 12:
        return Found(
            first, last, {"kind": "date", "year": year, "month": a, "day": b, "_order": "month first"}
        )
    says = {"kind": "date", "year": year, "month": b, "day": a}
    if a > 12:
        says["_order"] = "day first"
    elif a != b:
        says["other_reading"] = (year, a, b)
    return Found(first, last, says)


def _marked(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "21/July/2020" and 21-Jul-20: the day, the month's name, the year."""
    year = first_of(said, "yearnum") or 2000 + said["daynum"][1]
    return Found(
        first, last, {"kind": "date", "year": year, "month": months_of(said)[0], "day": said["daynum"][0]}
    )


def _month_dayyear(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "Jul 21,2020"."""
    day, year = said["dayyear"][0]
    return Found(first, last, {"kind": "date", "year": year, "month": months_of(said)[0], "day": day})


def _clock(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    if rule == "spoken_clock":
        hour, minute = said["hour_word"][0], 0
    else:
        hour, minute = map(int, said["clock"][0].split(":")) if "clock" in said else (said["daynum"][0], 0)
    half = first_of(said, "meridiem") or _HALF.get(first_of(said, "part_of_day") or "")
    if hour > 24 or (half and hour > 12 and "meridiem" in said):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    zone = first_of(said, "zone")
    return Found(
        first,
        last,
        {"kind": "time", "time_of_day": f"{hour:02d}:{minute:02d}" + (f" {zone}" if zone else "")},
    )


_HALF = {"afternoon": "pm", "evening": "pm", "night": "pm", "noon": "pm", "morning": "am", "dawn": "am"}


def _days(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Two days of one month: "17-18 January", "January 17 to 18"."""
    if "numrange" in said or "slashed" in said:
        low, high = first_of(said, "numrange", "slashed")
    else:
        low, high = (
            scan.values[t] for t in range(first, last) if NAMES[scan.codes[t]] in ("daynum", "ordinal")
        )
    if not 1 <= low <= 31 or not 1 <= high <= 31:
        return None
    if rule == "month_with_days" and "and" in said and not _ends_a_list(scan, first, last):
        return _month_day(collect(scan, first, last - 2), scan, first, last - 2, "month_day")
    says = _date_says(said)
    says.pop("unit", None)
    other = {name: says[name] for name in ("year", "month") if name in says}
    joined = "and" in said or ("comma" in said and rule == "days_in_month")
    return Found(
        first, last, says | {"kind": "range", "day": low, "_until": other | {"day": high}, "_list": joined}
    )


def _ends_a_list(scan: Scan, first: int, last: int) -> bool:
    """Whether "January 25 and 26" are two days; in "on January 25 and 26 soldiers died" they are not."""
    before, behind = (
        NAMES.get(code, "") for code in (scan.codes[first - 1 : first], scan.codes[last : last + 1])
    )
    return before == "between" or behind in ("comma", "dot", "close", "newline", "stop", "semicolon", "")


def _month_day(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Never "in May 24 soldiers": English puts "in" before a month, "on" before a day."""
    says = _date_says(said)
    if scan.codes[first - 1 : first] == code_of("in") and "year" not in says and "daynum" in said:
        says.pop("day")
        return Found(first, last - 1, says)
    return Found(first, last, says)


def _some_month(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """A month alone; a word that is also another word needs a preposition or "last" in front."""
    before = NAMES.get(scan.codes[first - 1 : first], "")
    sure = {"which", "which_after", "month_noun"} & said.keys() or before in _BEFORE_MONTH
    if not {"month", "month_exact"} & said.keys() and (not sure or "month_short" not in said):
        return None
    says = _date_says(said)
    months = months_of(said)
    if len(months) == 2 and months[0] != months[1]:
        says |= {"kind": "range", "_until": {"month": months[1]}}
    return Found(first, last, says)


_BEFORE_MONTH = {"in", "since", "until", "from", "between", "of", "part", "before", "to", "recalled"}


def _some_year(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    return Found(last - 1, last, {"kind": "date", "year": said["yearnum"][0]})


def _part_of_unit(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "earlier this month", "the end of last year", "early 2024"; not "the end of days", "late night"."""
    part, year = first_of(said, "part", "later_word"), first_of(said, "yearnum")
    if year:
        return Found(first, last, {"kind": "date", "year": year, "part": part})
    unit = first_of(said, "unit") or "year"
    which = first_of(said, "which", "which_after")
    if unit == "day" and ("later_word" in said or which == "same"):
        return Found(first, last, {"kind": "offset", "shift": 0, "low": 1, "high": 1, "unit": "day"})
    if unit == "day" and which in ("next", "after", "before"):  # "late the next day"
        says = {"kind": "offset", "shift": _SIGN[which], "low": 1, "high": 1, "unit": "day", "which": which}
        return Found(first, last, says)
    if unit not in ("week", "month", "year", "weekend"):
        return None
    return Found(first, last, {"kind": "period", "unit": unit, "which": which or "this", "part": part})


def _day_of_unit(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "15 من الشهر الجاري": the 15th of this month."""
    if said["unit"][0] != "month":
        return None
    if rule == "day_of_the_month" and "ordinal_word" in said and not _behind_on(scan, first):
        return None  # "the second of the month" is the second such thing
    day = first_of(said, "daynum", "ordinal", "ordinal_word")
    which = first_of(said, "which", "which_after")
    return Found(first, last, {"kind": "period", "unit": "month", "day": day, "which": which})


def _day_of_this(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "في 15 الجاري": the 15th of this month, which goes without the word."""
    day, which = first_of(said, "daynum"), first_of(said, "which_after")
    return (
        Found(first, last, {"kind": "period", "unit": "month", "day": day, "which": which})
        if which == "this"
        else None
    )


def _behind_on(scan: Scan, first: int) -> bool:
    before = [NAMES.get(code, "") for code in scan.codes[max(0, first - 2) : first]]
    return before == ["on", "the"] or before[-1:] == ["in"]  # "في السابع من الشهر"


def _season(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "the spring of 2019", "autumn last year"."""
    says = {"kind": "date", "part": said["season"][0], "year": first_of(said, "yearnum")}
    if says["year"] is None:
        says |= {"which": first_of(said, "which", "which_after"), "unit": first_of(said, "unit", "year_word")}
    return Found(first, last, {name: value for name, value in says.items() if value is not None})


def _week_of_month(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "the first week of May", "the last week of May"; not "the end of the year of …"."""
    number = first_of(said, "ordinal_word") or 0
    if said["unit"][0] == "day":
        return _nth_day(said, first, last, number)
    if (
        said["unit"][0] != "week"
        or number > 4
        or not (number or first_of(said, "which", "which_after") == "last")
    ):
        return None
    says = {"kind": "date", "month": months_of(said)[0], "part": f"week {number}" if number else "late"}
    return Found(first, last, says | ({"year": said["yearnum"][0]} if "yearnum" in said else {}))


def _nth_day(said: Said, first: int, last: int, number: int) -> Found | None:
    """Of "the first day of May", "the last day of January"."""
    month = months_of(said)[0]
    if not number and first_of(said, "which", "which_after") != "last":
        return None
    year = said["yearnum"][0] if "yearnum" in said else None
    says = {"kind": "date", "month": month, "day": number or monthrange(year or _NO_LEAP_YEAR, month)[1]}
    return Found(first, last, says | ({"year": year} if year else {}))


def _years(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    low, high = said["yearnum"]
    return (
        Found(first, last, {"kind": "range", "year": low, "_until": {"kind": "date", "year": high}})
        if low < high
        else None
    )


def _feast(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """A day that has a name of its own; the lexicon says which: "12-25"."""
    month, day = map(int, str(said["feast"][0]).split("-"))
    says = _date_says(said) | {"month": month, "day": day}
    return Found(first, last, {name: value for name, value in says.items() if value is not None})


def _weekend(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """The weekend before; not "the weekend of 3 February"."""
    if said["unit"][0] != "weekend" or scan.codes[last : last + 1] == code_of("of"):
        return None
    return Found(first, last, {"kind": "period", "unit": "weekend"})


def _offset(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    if rule == "later" and (found := _before_last(said, scan, first, last)) is not None:
        return found
    if (
        rule == "later"
        and NAMES[scan.codes[last - 1]] == "which"
        and scan.values[last - 1] not in ("same", "this")
    ):
        last -= 1  # "a day after last week's raid"
    elif rule == "later" and first_of(said, "which") == "this" and not _ends_here(scan, last):
        last -= 1  # "a day after this attack", but "two days after this, …"
    direction = first_of(said, "later_word", "after", "before", "that_after", "that_before", "after_span")
    low, high = amount_of(said)
    unit = first_of(said, "unit", "unit_many", "unit_dual") or "day"
    if "the" in said or "part_of_day" in said:
        low = high = 1
    says = {"kind": "offset", "shift": _SIGN[direction], "low": low, "high": high, "unit": unit}
    if "the" in said:
        says["which"] = direction  # "the week before" is any day of it
    if "part_of_day" in said:
        says["time_of_day"] = said["part_of_day"][0]
    return Found(first, last, says)


def _before_last(said: Said, scan: Scan, first: int, last: int) -> Found | None:
    """Of "the week before last", "the night before last"; not of "the day before last week's raid"."""
    part, unit = first_of(said, "part_of_day"), first_of(said, "unit")
    if "the" not in said or "before" not in said or first_of(said, "which") != "last":
        return None
    if starts_a_period(scan, last):
        return None
    if part == "night" or unit == "night":
        return Found(first, last, {"kind": "night", "which": "before", "time_of_day": "night"})
    if part:
        return Found(first, last, {"kind": "today", "shift": -2, "time_of_day": part})
    return Found(first, last, {"kind": "period", "unit": unit, "which": "before"})


def _ends_here(scan: Scan, last: int) -> bool:
    return NAMES.get(scan.codes[last : last + 1], "stop") in ("comma", "dot", "stop", "newline", "semicolon")


def _one_period(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """The words "last week" count from the article, "the previous day" from another event."""
    which = first_of(said, "which", "which_after")
    unit = first_of(said, "unit", "season", "day_noun", "year_word") or "day"
    if "part_of_day" in said and which == "last" and said["part_of_day"][0] in ("afternoon", "evening"):
        return Found(first, last, {"kind": "today", "shift": -1, "time_of_day": said["part_of_day"][0]})
    if "part_of_day" in said and (which not in ("before", "after", "same", "next") or "which_after" in said):
        return None
    if which in ("before", "after", "same") or (which == "next" and unit in ("day", "night")):
        says = {"kind": "offset", "shift": _SIGN[which], "low": 1, "high": 1, "unit": unit, "which": which}
        if "part_of_day" in said:
            says["time_of_day"] = said["part_of_day"][0]
        return Found(first, last, says)
    if unit in ("minute", "hour", "day", "night"):
        return None
    return Found(first, last, {"kind": "period", "unit": unit, "which": which})


def _today(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    if "this_part" in said:
        return Found(first, last, {"kind": "today", "shift": 0, "time_of_day": said["this_part"][0]})
    return Found(first, last, {"kind": "today", "shift": said["day_word"][0]})


def _night(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    return Found(first, last, {"kind": "night", "which": said["night_word"][0], "time_of_day": "night"})


def _day_part(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    return Found(first, last, {"kind": "time", "time_of_day": said["part_of_day"][0]})


_BUILD = {
    "numeric": _numeric, "spaced": _numeric, "marked": _marked, "month_dayyear": _month_dayyear,
    "clock": _clock, "spoken_clock": _clock, "days_in_month": _days, "month_with_days": _days,
    "part_of_unit": _part_of_unit, "day_of_unit": _day_of_unit, "month_day": _month_day,
    "some_month": _some_month, "some_year": _some_year, "ago": counted, "window": counted, "spell": counted,
    "apart": _offset,
    "later": _offset, "one_period": _one_period, "weekday_named": weekday, "short_weekday": weekday,
    "today": _today, "night": _night, "day_part": _day_part, "week_of_month": _week_of_month, "years": _years,
    "feast_day": _feast, "the_weekend": _weekend, "weekday_of_week": weekday, "weekday_beside": weekday_beside,
    "weekday_before_that": weekday_before_that,
    "weekday_day": weekday_day, "bare_day": bare_day, "short_date": short_date, "nth_weekday": nth_weekday,
    "season": _season,
    "ago_day": ago_day, "ago_sum": ago_sum, "day_of_the_month": _day_of_unit, "day_of_this": _day_of_this,
}  # fmt: skip
