"""One verdict, and what its value may be."""

from __future__ import annotations

import datetime as dt
import re
import typing
from typing import Any, Literal

from geomap import dates, model
from geomap.dates import DateRange

Verdict = Literal["same", "different", "place", "date", "actor", "drop", "set", "confirm"]
VERDICTS: tuple[str, ...] = typing.get_args(Verdict)
DECISION_COLUMNS = ("schema", "when", "who", "verdict", "report", "other", "value", "why")
SCHEMA = 1
UNDO = "undo"  # as a value: the earlier verdict of this kind is withdrawn

_NUMBERS = (
    "munitions_low", "munitions_high", "intercepted", "killed", "killed_low", "killed_high", "wounded", "wounded_low",
    "wounded_high", "killed_civilians",
)  # fmt: skip
_CHOICES = {"kind": typing.get_args(model.Kind), "status": typing.get_args(model.Status)}
_WEAPONS = typing.get_args(model.Weapon)
SETTABLE = (
    *_CHOICES,
    "status_by",
    "weapons",
    "target",
    "launch_place",
    "time_of_day",
    "casualties_of",
    *_NUMBERS,
)


class Decision(model.Record, frozen=True, kw_only=True):
    """A person's verdict on a report.

    Attributes:
        schema: Of the file's format.
        when: ISO 8601.
        who: The person.
        verdict: What is said: `same` and `different` of two reports, the others of one.
        report: Its id.
        other: The other report's id, of `same` and `different`.
        value: A place (id, name or "lon,lat"), a date, an actor, "field=value" for `set`; empty is "not known",
            "undo" withdraws an earlier verdict of the same kind.
        why: The reason, in the person's words.
        row: Where it stands in the file, counted from 1.
    """

    schema: int = SCHEMA
    when: str = ""
    who: str = ""
    verdict: Verdict
    report: str
    other: str = ""
    value: str = ""
    why: str = ""
    row: int = 0

    @property
    def subject(self) -> tuple[str, ...]:
        """What it is about: a later verdict of the same subject takes its place."""
        if self.verdict in ("same", "different"):
            return ("pair", *sorted((self.report, self.other)))
        if self.verdict == "set":
            return ("set", self.report, self.value.partition("=")[0].strip())
        return (self.verdict, self.report)

    @property
    def undone(self) -> bool:
        """Whether it only withdraws."""
        value = self.value.partition("=")[2] if self.verdict == "set" else self.value
        return value.strip().casefold() == UNDO

    def said(self, what: str) -> str:
        """The verdict in words: 'a person (Amal, 2024-03-01) says …'."""
        by = ", ".join(part for part in (self.who, self.when[:10]) if part)
        reason = f": {self.why}" if self.why else ""
        return f"a person ({by or 'not named'}) says {what}{reason}"


def fault(decision: Decision) -> str | None:
    """What is wrong with a verdict in itself, with what to do; None if nothing is."""
    if not decision.report:
        return "no report; name it by its id, as geomap explain shows it"
    if decision.verdict in ("same", "different"):
        if not decision.other:
            return f"{decision.verdict} needs a second report in the column other"
        if decision.other == decision.report:
            return "a report and itself; name another in the column other"
    if decision.undone:
        return None
    if decision.verdict == "date" and decision.value and date_of(decision.value) is None:
        return f"{decision.value!r} is not a date; write 2024, 2024-02, 2024-02-04 or 2024-02-04/2024-02-06"
    return _set_fault(decision.value) if decision.verdict == "set" else None


def _set_fault(value: str) -> str | None:
    field, equals, text = (part.strip() for part in value.partition("="))
    if not equals or field not in SETTABLE:
        return f"set needs field=value, and field one of {', '.join(SETTABLE)}"
    if not text:
        return None if field not in _CHOICES else f"{field} cannot be empty"
    if field in _NUMBERS and not re.fullmatch(r"\d{1,7}", text):
        return f"{field} is a number, not {text!r}"
    if field in _CHOICES and text not in _CHOICES[field]:
        return f"{field} is one of {', '.join(_CHOICES[field])}, not {text!r}"
    wrong = [one for one in listed(text) if one not in _WEAPONS] if field == "weapons" else []
    return f"weapons are {', '.join(_WEAPONS)}, not {wrong[0]!r}" if wrong else None


def listed(text: str) -> list[str]:
    """Values with ; between."""
    return [part.strip() for part in text.split(";") if part.strip()]


def set_value(value: str) -> tuple[str, Any]:
    """Field and value of a `set` that is without fault."""
    field, _, text = (part.strip() for part in value.partition("="))
    if field in _NUMBERS:
        return field, int(text) if text else None
    if field in ("weapons", "target"):
        return field, tuple(listed(text))
    return field, text or None


_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def date_of(text: str) -> DateRange | None:
    """The days of 2024, 2024-02, 2024-02-04 or of two of them with a / between; None if it is none."""
    first, slash, last = text.partition("/")
    one, other = _period(first), _period(last) if slash else None
    if one is None or (slash and other is None):
        return None
    return dates.spanning(one.start, other.end) if other else one


def _period(text: str) -> DateRange | None:
    found = _PARTIAL.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return dates.whole_year(year)
        return dates.whole_month(year, month) if day is None else dates.on_day(dt.date(year, month, day))
    except ValueError:
        return None
