"""`Row`: things that stand in a text in order, and quickly those of them that lie within a span."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Something at characters [start, end) of a text."""

    @property
    def start(self) -> int:
        """Its first character."""
        ...

    @property
    def end(self) -> int:
        """The one behind its last."""
        ...


T = TypeVar("T", bound=Spanned)
Within = Callable[[int, int], Sequence[T]]  # the things of a text within [start, end)


class Row(Generic[T]):
    """Things of a text.

    Args:
        items: The things, by where they start.
    """

    def __init__(self, items: Sequence[T] = ()) -> None:
        self._items = items
        self.starts = [item.start for item in items]
        self.starts.append(sys.maxsize)  # it stands behind every text
        self._ends = [item.end for item in items]

    def within(self, start: int, end: int) -> list[T]:
        """Those that lie whole within [start, end), in order."""
        first = bisect_left(self.starts, start)
        return self.from_on(first, end) if self.starts[first] < end else []

    def from_on(self, first: int, end: int) -> list[T]:
        """Those from one on, by its number, that end before a character."""
        starts = self.starts
        if starts[first + 1] >= end:  # a single one, as in most spans
            return [self._items[first]] if self._ends[first] <= end else []
        last = bisect_left(starts, end, first)
        found = self._items[first:last]
        if max(self._ends[first:last]) <= end:
            return list(found)
        return [item for item in found if item.end <= end]

    def has_within(self, start: int, end: int) -> bool:
        """Whether one of them lies whole within [start, end)."""
        starts = self.starts
        at = bisect_left(starts, start)
        while starts[at] < end:
            if self._ends[at] <= end:
                return True
            at += 1
        return False

    def before(self, offset: int) -> Iterator[T]:
        """Those that end before a character, the nearest first."""
        for at in range(bisect_left(self.starts, offset) - 1, -1, -1):
            if self._ends[at] <= offset:
                yield self._items[at]


class Rows(dict[str, "Row[T] | None"], Generic[T]):
    """Things of a text by their kind, a row each when it is first asked for; None for kinds that it has none of."""

    def __init__(self, kinds: Mapping[str, Sequence[T]]) -> None:
        super().__init__()
        self._kinds = kinds

    def __missing__(self, kind: str) -> Row[T] | None:
        items = self._kinds.get(kind)
        row = Row(items) if items else None
        self[kind] = row
        return row

    def within(self, kind: str, start: int, end: int) -> list[T]:
        """Those of a kind that lie whole within [start, end), in order."""
        row = self[kind]
        if row is None:
            return []
        first = bisect_left(row.starts, start)
        return row.from_on(first, end) if row.starts[first] < end else []  # in most spans is none

    def has_within(self, kind: str, start: int, end: int) -> bool:
        """Whether one of a kind lies whole within [start, end)."""
        row = self[kind]
        return row is not None and row.has_within(start, end)
