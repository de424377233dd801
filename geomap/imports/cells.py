"""Cells of a row as values, refused with the column and what to do about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from geomap import dates

Values = Mapping[str, str]


class Row(NamedTuple):
    """A row of a table: the line on which it begins (or its number, in GeoJSON), and its cells by column."""

    line: int
    values: Values


class Refused(Exception):
    """A row that cannot be taken, with its column, why, and what to do."""

    def __init__(self, column: str, reason: str, advice: str = "mend the cell or leave the row out") -> None:
        super().__init__(f"{column}: {reason}")
        self.column = column
        self.reason = reason
        self.advice = advice


class LeftOut(Exception):
    """A row that is in order and that is no attack; the message says what it is."""


_EMPTY = frozenset({"", "na", "n/a", "nan", "null", "none"})
_SHORT_MONTH = re.compile(r"(\d{1,2})[-\s]([A-Za-z]{3,9})[-\s](\d{2}|\d{4})")
_COMPACT = re.compile(r"\d{8}")
_LONGEST = 40  # characters of a value that a message repeats
_PIVOT = 70  # two digits of a year: 69 is 2069, 70 is 1970


def text(row: Values, column: str) -> str | None:
    """The text of a cell; None where the column is not there or the cell says nothing."""
    value = row.get(column, "").strip()
    return None if value.casefold() in _EMPTY else value


def needed(row: Values, column: str) -> str:
    """The text of a cell that must say something."""
    value = text(row, column)
    if value is None:
        raise Refused(column, "empty")
    return value


def whole(row: Values, column: str, low: int | None = None, high: int | None = None) -> int | None:
    """A whole number, "3" or "3.0"; None where the cell is empty."""
    value = number(row, column)
    if value is None:
        return None
    if value != int(value):
        raise Refused(column, f"not a whole number: {shown(row[column])}")
    if (low is not None and value < low) or (high is not None and value > high):
        span = f"from {low} to {high}" if high is not None else f"below {low}"
        reason = "not " + span if high is not None else span
        raise Refused(column, f"{shown(row[column])} is {reason}")
    return int(value)


def number(row: Values, column: str) -> float | None:
    """A finite number; None where the cell is empty."""
    value = text(row, column)
    if value is None:
        return None
    try:
        found = float(value)
    except ValueError:
        advice = "write numbers with a point, without blanks or units"
        raise Refused(column, f"not a number: {shown(value)}", advice) from None
    if found in (float("inf"), float("-inf")) or found != found or abs(found) > 1e15:
        raise Refused(column, f"not a number: {shown(value)}")
    return found


C = TypeVar("C")


def coded(row: Values, column: str, codes: Mapping[int, C]) -> C:
    """What a code means; where the cell is empty the last, which is the vaguest: no overstatement."""
    found = whole(row, column)
    if found is None:
        return codes[max(codes)]
    if found not in codes:
        raise Refused(column, f"unknown: {found}", f"it is one of {', '.join(map(str, sorted(codes)))}")
    return codes[found]


def point(row: Values, lon_column: str, lat_column: str) -> tuple[float, float] | None:
    """Lon, lat in degrees; None where both are empty."""
    lon, lat = number(row, lon_column), number(row, lat_column)
    if lon is None and lat is None:
        return None
    if lon is None or lat is None:
        raise Refused(
            lon_column if lon is None else lat_column, "empty, though the other half of the point is there"
        )
    return checked_point(lon, lat, lon_column, lat_column)


def checked_point(lon: float, lat: float, lon_column: str, lat_column: str) -> tuple[float, float]:
    """The point, if it is on the Earth."""
    if not -90 <= lat <= 90:
        swapped = -90 <= lon <= 90 and -180 <= lat <= 180
        advice = "longitude and latitude look swapped" if swapped else "latitude is -90 to 90 degrees"
        raise Refused(lat_column, f"out of range: {lat:g}", advice)
    if not -180 <= lon <= 180:
        raise Refused(lon_column, f"out of range: {lon:g}", "longitude is -180 to 180 degrees")
    return lon, lat


def day(row: Values, column: str) -> dt.date:
    """A day: 2024-02-04, 20240204, 4 February 2024, 4-Feb-24; never 4/2/2024, which is two days."""
    value = needed(row, column)
    found = parse_day(value)
    if found is None:
        raise Refused(column, f"not a day: {shown(value)}", "write 2024-02-04")
    return found


def parse_day(value: str) -> dt.date | None:
    """The day of a text as datasets write it, or None."""
    if _COMPACT.fullmatch(value) or not value[:1].isdigit() or value[4:5] == "-":
        return dates.parse_day(value)
    short = _SHORT_MONTH.fullmatch(value)
    if short is None:
        return None
    year = int(short[3])
    if len(short[3]) == 2:
        year += 1900 if year >= _PIVOT else 2000
    return dates.parse_day(f"{short[1]} {short[2]} {year}")


def shown(value: str) -> str:
    """A value as a message repeats it: short, in quotes."""
    return repr(value if len(value) <= _LONGEST else value[:_LONGEST] + "…")
