"""Tokens of digits: a day, a year, a number, a date, a clock time, a range."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.extract.words.classes import CODES, Value

_LONGEST = 30  # characters; a longer row of digits is no number that anybody counted


@lru_cache(maxsize=5000)
def digits(token: str) -> tuple[str, Value]:
    """Class and value of a token of digits: a day, a year, a number, a date, a clock time, a range.

    `numdate` is worth (first, second, third) as written, `clock` "19:15", `numrange`, `slashed` (22/23), `shortdate`
    (19/7) and `dayyear` (21,2020: no blank after the comma) two numbers.
    """
    if len(token) > _LONGEST:
        return CODES["odd"], None
    if token[-1].isalpha():
        number = int(token[:-2])
        return (CODES["ordinal"] if 1 <= number <= 31 else CODES["other"]), number
    parts = re.split(r"[-.,/:–٫٬−]", token)
    marks = re.sub(r"\d", "", token)
    numbers = [int(part) for part in parts]
    if not marks:
        return _plain_number(token, numbers[0])
    if (
        marks[0] in ",٬"
        and all(len(p) == 3 for p in parts[1:])
        and len(parts[0]) <= 3
        and len(set(marks)) == 1
    ):
        return CODES["number"], int("".join(parts))
    if len(parts) == 3 and len(set(marks)) == 1 and _could_be_date(parts, numbers, marks[0]):
        return CODES["numdate"], tuple(numbers)
    if marks in (":", "::") and numbers[0] < 25 and numbers[1] < 60 and len(parts[1]) == 2:
        return CODES["clock"], f"{numbers[0]:02d}:{numbers[1]:02d}"
    if len(parts) == 2 and marks in "-–−" and numbers[0] < numbers[1]:
        return CODES["numrange"], (numbers[0], numbers[1])
    if len(parts) == 2 and marks == "/" and numbers[0] < numbers[1] <= 31:
        return CODES["slashed"], (numbers[0], numbers[1])
    if (
        len(parts) == 2
        and marks == "/"
        and 1 <= min(numbers) <= 12
        and max(numbers) <= 31
        and len(parts[1]) <= 2
    ):
        return CODES["shortdate"], (numbers[0], numbers[1])
    if len(parts) == 2 and marks == "," and 1 <= numbers[0] <= 31 and _is_year(parts[1]):
        return CODES["dayyear"], (numbers[0], numbers[1])
    if len(parts) == 2 and marks in ".,٫":
        return CODES["decimal"], float(f"{parts[0]}.{parts[1]}")
    return CODES["odd"], None


def _plain_number(token: str, number: int) -> tuple[str, Value]:
    if len(token) <= 2 and 1 <= number <= 31:
        return CODES["daynum"], number
    if _is_year(token):
        return CODES["yearnum"], number
    return CODES["number"], number


def _is_year(token: str) -> bool:
    return len(token) == 4 and 1900 <= int(token) <= 2100


def _could_be_date(parts: list[str], numbers: list[int], mark: str) -> bool:
    """2024-02-04, 4/2/2024, 04.02.24; never 1.2.3 or 192.168.1."""
    a, b, c = numbers
    if len(parts[0]) == 4:
        return 1900 <= a <= 2100 and 1 <= b <= 12 and 1 <= c <= 31
    if max(a, b) > 31 or min(a, b) < 1 or min(a, b) > 12 or len(parts[0]) > 2 or len(parts[1]) > 2:
        return False
    if len(parts[2]) == 4:
        return 1900 <= c <= 2100
    return len(parts[2]) == 2 and (mark == "/" or all(len(part) == 2 for part in parts)) and mark in "/.-"
