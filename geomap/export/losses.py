"""What formats cannot hold, each in one phrase; the README, `--help` and the tests take it from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geomap import model

REPORTS = "reports and articles"
POINTLESS = "incidents without a point"
TYPES = "types of values"
BLANKS = "empty texts (they are as good as none)"
CONTROLS = "control characters"
SPACES = "blanks around a text"
NAMES = "names of columns beyond 10 characters"
SHORT = "texts beyond 254 bytes"
CELLS = "texts beyond 32,767 characters"
ROWS = "more than 1,048,575 incidents"
SIZE = "more than 2 GB"


class Notes:
    """What was left out or cut while writing, counted."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, what: str, number: int = 1) -> None:
        """Count something; `what` has {} where the number goes."""
        if number:
            self._counts[what] = self._counts.get(what, 0) + number

    def told(self) -> list[str]:
        """For people, in the order in which it first happened."""
        return [what.format(f"{number:,}") for what, number in self._counts.items()]


def placed(incidents: Iterable[model.Incident], notes: Notes) -> Iterator[model.Incident]:
    """For formats that hold points only: the incidents that have one; the others are counted."""
    for one in incidents:
        if one.lon is not None and one.lat is not None:
            yield one
        else:
            notes.add("left out {} without a point")
