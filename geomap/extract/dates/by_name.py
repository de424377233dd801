"""Days by their weekday, by their number alone, or by two numbers: "the Friday before", "on the 15th", "on 19/7"."""

from __future__ import annotations

from typing import Any

from geomap.extract.dates.found import Found, Said, collect, first_of, months_of
from geomap.extract.words.classes import NAMES, code_of
from geomap.extract.words.tokens import Scan

_BEFORE_BARE_DAY = {"on", "of", "from", "until", "to", "and", "since", "before", "after"}
_AFTER_BARE_DAY = {
    "comma", "dot", "stop", "newline", "semicolon", "colon", "and", "close", "on", "in", "until", "to", "dash",
    "count", "the", "daynum", "number", "opener", "vague",
}  # fmt: skip
_ENDS = {"comma", "dot", "stop", "newline", "semicolon", "colon", "close", "dash"}
_NOT_BEHIND_NUMBERS = {
    "of", "percent", "money", "symbol", "unit", "unit_many", "dash", "slash", "month", "month_abbr",
}  # fmt: skip


def weekday(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "last Friday", "Friday last", "Friday of last week"; of "said on Friday that …" but the day."""
    says: dict[str, Any] = {"kind": "weekday", "weekday": first_of(said, "weekday", "weekday_short")}
    if rule == "weekday_named" and scan.codes[last - 1] == code_of("which"):
        if scan.values[last - 1] != "last":
            last -= 1  # "said on Friday that …", but "on Friday last"
            said = collect(scan, first, last)
        elif said["which"][0] != "last":
            return None
    which = first_of(said, "which", "which_after")
    if which in ("before", "after") and "which" in said and not _behind_the(scan, first):
        return Found(first + 1, last, says)  # "Following Monday's raid …"
    if which:
        says |= {"which": "last", "low": 2} if which == "before_last" else {"which": which}
    if rule == "weekday_of_week":
        if said["unit"][0] != "week":
            return Found(first, first + 1, {"kind": "weekday", "weekday": said["weekday"][0]})
        says["unit"] = "week"
    if rule == "short_weekday":
        says["_short"] = True
    if rule == "weekday_named" and which is None and _behind_on_the(scan, first):
        says["which"] = "beside"
    return Found(first, last, says)


def _behind_the(scan: Scan, first: int) -> bool:
    return scan.codes[first - 1 : first] == code_of("the")


def _behind_on_the(scan: Scan, first: int) -> bool:
    """Whether "on the" stands before: of the days that the text is telling of, not of the article's."""
    return _behind_the(scan, first) and first > 1 and scan.values[first - 2] == "on"


def weekday_beside(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "the Wednesday before last", "the Friday before", "the Sunday after that", not "the Friday before a vote"."""
    says: dict[str, Any] = {"kind": "weekday", "weekday": said["weekday"][0]}
    which = first_of(said, "which")
    if which == "last" and "before" in said and not starts_a_period(scan, last):
        says |= {"which": "last", "low": 2}
    elif which == "same" or (which is None and NAMES.get(scan.codes[last : last + 1], "stop") in _ENDS):
        says["which"] = "before" if "before" in said else "after"
    else:
        first, last = first + 1, first + 2  # the weekday alone
    return Found(first, last, says)


def weekday_before_that(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "before that, on the Thursday": the last one before what was told, or the first one behind it."""
    if said["which"][0] != "same":
        return None
    which = "before" if "before" in said else "after"
    return Found(first, last, {"kind": "weekday", "weekday": said["weekday"][0], "which": which})


def starts_a_period(scan: Scan, token: int) -> bool:
    """Whether what stands here is a unit or a weekday of which "last" is the beginning: "before last week's raid"."""
    return NAMES.get(scan.codes[token : token + 1], "") in (
        "unit", "unit_many", "weekday", "month", "month_short", "season", "part_of_day", "count", "daynum",
    )  # fmt: skip


def nth_weekday(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "the first Friday of May", "the last Saturday of that month"; not of "last Friday in May" of last year."""
    number = first_of(said, "ordinal_word") or (
        5 if said["which"][0] == "last" and _behind_the(scan, first) else 0
    )
    months = months_of(said)
    if not 1 <= number <= 5 or not (months or first_of(said, "unit") == "month"):
        return Found(first + 1, first + 2, {"kind": "weekday", "weekday": said["weekday"][0]})
    says: dict[str, Any] = {"weekday": said["weekday"][0], "part": f"weekday {number}"}
    if months:
        says |= {"kind": "date", "month": months[0]}
        says |= {"year": said["yearnum"][0]} if "yearnum" in said else {}
    else:
        says |= {"kind": "period", "unit": "month", "which": said["which"][-1]}
    return Found(first, last, says)


def weekday_day(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "Monday the 15th": the weekday and the number are of one day."""
    number = said["ordinal"][0]
    if not 1 <= number <= 31:
        return None
    return Found(first, last, {"kind": "weekday", "weekday": said["weekday"][0], "day": number})


def bare_day(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "on the 15th": a day of the month that the text is about; "the 15th brigade" is none."""
    before = [NAMES.get(code, "") for code in scan.codes[max(0, first - 2) : first]]
    behind = NAMES.get(scan.codes[last : last + 1], "stop")
    fits = len(before) == 2 and before[0] in _BEFORE_BARE_DAY and before[1] == "the"
    if not fits or behind not in _AFTER_BARE_DAY or not 1 <= said["ordinal"][0] <= 31:
        return None
    return Found(first, last, {"kind": "period", "unit": "month", "day": said["ordinal"][0]})


def short_date(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "on 19/7" and "Friday, 19.07": a day and a month by number; not of "on 3/4 of the days", "24/7"."""
    token = last - 1
    behind = NAMES.get(scan.codes[last : last + 1], "stop")
    before = NAMES.get(scan.codes[token - 1 : token], "")
    if before == "comma":
        before = NAMES.get(scan.codes[token - 2 : token - 1], "")
    named = before in ("weekday", "day_noun")
    on = before in ("on", "in") and scan.values[token - 1] == "on"  # Arabic has one word for both
    if behind in _NOT_BEHIND_NUMBERS or not (named or on):
        return None
    pair = _decimal_pair(scan, token) if "decimal" in said else scan.values[token]
    if pair is None:
        return None
    a, b = pair
    if not 1 <= min(a, b) <= 12 or max(a, b) > 31 or (pair == (24, 7) and not named):
        return None
    says = {"kind": "date", "day": a, "month": b} if b <= 12 else {"kind": "date", "day": b, "month": a}
    if a <= 12 and b <= 12 and a != b and "decimal" not in said:  # a point stands where the day comes first
        says["other_reading"] = (0, a, b)
    return Found(first, last, says)


def _decimal_pair(scan: Scan, token: int) -> tuple[int, int] | None:
    """Day and month of "19.07" as written: two numbers of two digits."""
    value = float(scan.values[token])
    if scan.ends[token] - scan.starts[token] != len("19.07"):
        return None
    return int(value), round(value % 1 * 100)
