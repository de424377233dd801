"""`Spans`: stretches of a text that can be asked, in a time that does not grow with their number, what they touch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

_CELL = 64  # characters


class Cover:
    """Stretches [start, end) of a text that are many and only asked whether they touch something.

    Args:
        spans: The stretches, by where they start.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        listed = list(spans)
        self._starts = [start for start, _ in listed]
        self._furthest = list(accumulate((end for _, end in listed), max))  # end so far

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with [start, end)."""
        begun = bisect_left(self._starts, end)
        return begun > 0 and self._furthest[begun - 1] > start


class Spans:
    """Stretches [start, end) of a text.

    Args:
        spans: The first of them.
    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._cells: dict[int, list[tuple[int, int]]] = {}
        cells = self._cells
        for start, end in spans:
            for cell in range(start // _CELL, end // _CELL + 1):
                cells.setdefault(cell, []).append((start, end))

    def add(self, start: int, end: int) -> None:
        """One more."""
        for cell in range(start // _CELL, end // _CELL + 1):
            self._cells.setdefault(cell, []).append((start, end))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with [start, end)."""
        cells = self._cells
        for cell in range(start // _CELL, end // _CELL + 1):
            for a, b in cells.get(cell, ()):
                if a < end and start < b:
                    return True
        return False

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds [start, end) whole."""
        found = self._cells.get(start // _CELL)
        if found is None:
            return False
        for a, b in found:  # noqa: SIM110  asked of every cue
            if a <= start and end <= b:
                return True
        return False

    def hold_in_longer(self, start: int, end: int) -> bool:
        """Whether one that is longer holds [start, end) whole."""
        return any(a <= start and end <= b and b - a > end - start for a, b in self._near(start, end))

    def end_before(self, offset: int, reach: int) -> bool:
        """Whether one of them ends at `offset`, or at most `reach` characters before it."""
        cells = self._cells
        for cell in range((offset - reach) // _CELL, offset // _CELL + 1):
            for _, end in cells.get(cell, ()):
                if 0 <= offset - end <= reach:
                    return True
        return False

    def _near(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        cells = range(start // _CELL, end // _CELL + 1)
        return (span for cell in cells for span in self._cells.get(cell, ()))
