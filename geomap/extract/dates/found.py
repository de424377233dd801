"""A phrase on its way, and the values of its tokens: what all builders of date phrases share."""

from __future__ import annotations

from typing import Any, NamedTuple

from geomap.extract.words.classes import NAMES
from geomap.extract.words.tokens import Scan


class Found(NamedTuple):
    """A phrase on its way: what it says so far, and its tokens [first, last)."""

    first: int
    last: int
    says: dict[str, Any]


Said = dict[str, list[Any]]

_VAGUE = {"few": (2, 5), "several": (3, 7)}


def collect(scan: Scan, first: int, last: int) -> Said:
    """The values of the tokens [first, last) by class."""
    said: Said = {}
    for token in range(first, last):
        said.setdefault(NAMES[scan.codes[token]], []).append(scan.values[token])
    return said


def first_of(said: Said, *names: str) -> Any:
    """The first value of the first of these classes that is there."""
    return next((said[name][0] for name in names if name in said), None)


def months_of(said: Said) -> list[int]:
    """The months that are named."""
    return [m for name in ("month", "month_exact", "month_short", "month_abbr") for m in said.get(name, ())]


def amount_of(said: Said) -> tuple[int | None, int | None]:
    """Least and most of "three", "two to three", "several"; a dual is two; a bare singular unit is one."""
    if "unit_dual" in said:
        return 2, 2
    if "numrange" in said:
        low, high = said["numrange"][0]
        return low, high
    numbers = [n for name in ("count", "daynum", "number") for n in said.get(name, ())]
    if "vague" in said:
        return _VAGUE[str(said["vague"][0])]
    if numbers:
        return min(numbers), max(numbers)
    return (1, 1) if "unit" in said or "season" in said else (None, None)
