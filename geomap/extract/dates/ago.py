"""Amounts of time: so long ago, within so long."""

from __future__ import annotations

from typing import Any

from geomap.extract.dates.found import Found, Said, amount_of, collect, first_of, months_of
from geomap.extract.words.classes import NAMES, code_of
from geomap.extract.words.tokens import Scan

_SIZES = {"year": (12, 0), "month": (1, 0), "week": (0, 7), "day": (0, 1)}  # in months, in days


def counted(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """An amount of units: ago, within, or away from another event."""
    low, high = amount_of(said)
    says: dict[str, Any] = {"kind": "window" if rule in ("window", "spell") else "ago", "low": low, "high": high,
                            "unit": first_of(said, "unit", "unit_many", "unit_dual", "season")}  # fmt: skip
    if rule in ("window", "spell"):
        says["which"] = first_of(said, "which", "which_after") or "last"
        if says["which"] in ("same", "next"):
            return None
    if "ago" in said and "to" in said and said["unit"][-1] == "day":
        says["part"] = "to the day"
    if rule == "ago" and "since" in said:
        says["is_since"] = True
        if "season" in said:
            says |= {"kind": "period", "which": "last"}
    return Found(first, last, says)


def ago_sum(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "two months and three days ago": months counted back, and days from there."""
    months, days, begins = 0, 0, first
    for token in (
        t for t in range(first, last) if NAMES[scan.codes[t]] in ("unit", "unit_many", "unit_dual")
    ):
        low, high = amount_of(collect(scan, begins, token + 1))
        size = _SIZES.get(scan.values[token])
        if low is None or low != high or size is None:
            return None
        months, days, begins = months + low * size[0], days + low * size[1], token + 1
    says: dict[str, Any] = {"kind": "ago", "low": months, "high": months, "unit": "month"}
    if not months:
        says |= {"low": days, "high": days, "unit": "day"}
    elif days:
        says |= {"part": "to the day", "shift": -days}
    return Found(first, last, says)


def ago_day(said: Said, scan: Scan, first: int, last: int, rule: str) -> Found | None:
    """Of "a week ago on Monday", "ten years ago today", "two years ago in May", "a year ago this month"."""
    ago = next(t for t in range(first, last) if scan.codes[t] == code_of("ago"))
    amount, tail = collect(scan, first, ago), collect(scan, ago + 1, last)
    low, high = amount_of(amount)
    unit = first_of(amount, "unit", "unit_many", "unit_dual")
    if scan.codes[last : last + 1] == code_of("apostrophe"):
        last, tail = ago + 1, {}  # "a week ago Friday's raid …"
    says: dict[str, Any] = {"kind": "ago", "low": low, "high": high, "unit": unit}
    if unit in ("minute", "hour", "day", "night"):
        if "weekday" not in tail:
            return Found(first, ago + 1, says)
        return Found(first, last, {"kind": "weekday", "weekday": tail["weekday"][0]})
    if "day_word" in tail:
        says |= {"part": "to the day", "shift": tail["day_word"][0]}
    elif "unit" in tail:
        if tail["which"][0] != "this" or tail["unit"][0] not in ("week", "month"):
            return Found(first, ago + 1, says)
        says["part"] = f"this {tail['unit'][0]}"
    elif months := months_of(tail):
        says |= {"month": months[0], "day": first_of(tail, "daynum", "ordinal")}
    elif "weekday" in tail:
        says["weekday"] = tail["weekday"][0]
    return Found(first, last, {name: value for name, value in says.items() if value is not None})
