"""A toll of several places together, as `casualties_of` has it: "9 killed in Khiam and Yater together".

Whose figure it is no source says: it is nobody's own, and counts once, however many places it was told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_WORDS = re.compile(
    r"(?:(?P<killed>\d+) killed)?(?:(?: and )?(?P<wounded>\d+) wounded)? in (?P<places>.+) together"
)
_AND, _COMMA = " and ", ", "
_NAME = re.compile(f"(?:“(?P<quoted>[^”]+)”|(?P<plain>.+?))(?:{_COMMA}|{_AND}|$)")


class Together(NamedTuple):
    """A toll of several places; None is not said of them together."""

    killed: int | None
    wounded: int | None
    places: tuple[str, ...]


def in_words(toll: Together) -> str:
    """The toll as a record holds it."""
    counts = ((toll.killed, "killed"), (toll.wounded, "wounded"))
    said = _AND.join(f"{number} {what}" for number, what in counts if number is not None)
    return f"{said} in {listed([_quoted(name) for name in toll.places], _COMMA, _AND)} together"


def _quoted(name: str) -> str:
    """A name as it stands in a row; one that looks like several is quoted: "Bara, Sudan"."""
    return f"“{name}”" if _COMMA in name or _AND in name else name


def listed(names: Sequence[str], comma: str, last: str) -> str:
    """Names in a row: "A, B and C"."""
    return last.join(filter(None, (comma.join(names[:-1]), names[-1])))


def read(words: str | None) -> Together | None:
    """The toll of a record's words; None where they say something else."""
    told = _WORDS.fullmatch(words) if words else None
    if told is None or not (told["killed"] or told["wounded"]):
        return None
    places = tuple(m["quoted"] or m["plain"] for m in _NAME.finditer(told["places"]))
    return Together(_number(told["killed"]), _number(told["wounded"]), places)


def _number(words: str | None) -> int | None:
    return None if words is None else int(words)
