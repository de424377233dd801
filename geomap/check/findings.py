"""A fault of a curated file: where, how bad, what, and what to do about it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal, NamedTuple

from geomap.gazetteer.data import Raw

Level = Literal["error", "warning"]


class Finding(NamedTuple):
    """One fault. It prints as `file:line: level: what; what to do`."""

    file: Path
    line: int
    level: Level
    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level}: {self.what}; {self.advice}"


class Source(NamedTuple):
    """A record as it stands in its file, so that a finding can point at a line of it."""

    file: Path
    line: int  # where the record begins
    text: str  # the record as written
    raw: Raw

    @property
    def id(self) -> str:
        """The record's id, or its code, or what stands in for one in a message."""
        return str(self.raw.get("id", self.raw.get("code", "?")))

    def seen_from(self, other: Source) -> str:
        """Where another record's finding should send its reader: a line nearby, or geomap's own gazetteer."""
        near = self.file.parent == other.file.parent
        return f"{self.file.name}:{self.line}" if near else "geomap's own"

    def items(self, field: str) -> list[Any]:
        """A list field's items; none where it is absent or no list, which the schema says."""
        value = self.raw.get(field)
        return value if isinstance(value, list) else []

    def line_of(self, *needles: str) -> int:
        """The line of a field ("radius_km") or a value within the record; its first line when not found."""
        start = 0
        for needle in needles:
            key = re.compile(rf'^\s*"?{re.escape(needle)}"?\s*[:=]|"{re.escape(needle)}"', re.MULTILINE)
            found = key.search(self.text, start)
            if found is None:
                break
            start = found.end()
        return self.line + self.text.count("\n", 0, start)

    def error(self, what: str, advice: str, *needles: str) -> Finding:
        """A finding that fails the check, at the line of the last needle."""
        return Finding(self.file, self.line_of(*needles), "error", f"{self.id}: {what}", advice)

    def warning(self, what: str, advice: str, *needles: str) -> Finding:
        """A finding that is only said."""
        return Finding(self.file, self.line_of(*needles), "warning", f"{self.id}: {what}", advice)
