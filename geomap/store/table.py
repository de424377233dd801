"""A store as a table: columns of codes into short lists of values, for what asks of a million rows at once.

A table of records is made from a store in memory; `geomap.store.arrow` reads one straight out of a GeoParquet file,
with no record a row. Both answer the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from geomap import model
from geomap.store.columns import Coded
from geomap.store.features import StoreHead, head_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Table(Protocol):
    """Rows in no order that means anything."""

    head: StoreHead  # what the store says of itself

    def __len__(self) -> int:
        """How many rows."""

    def coded(self, name: str) -> Coded:
        """A property of all rows: codes, and the values that they stand for; lists as tuples, -1 is not known."""

    def rank(self) -> NDArray[np.int64]:
        """The place of each row among all by its id."""

    def told(self, rows: NDArray[np.int64], names: Sequence[str]) -> list[list[Any]]:
        """Properties of some rows, plain: a list a name."""

    def with_reports(self) -> NDArray[np.int64]:
        """The rows that have reports, in order."""

    def reports(self, rows: NDArray[np.int64]) -> list[tuple[model.Report, ...]]:
        """The reports of some rows."""


class RecordTable:
    """A table of records.

    Args:
        store: The store.
    """

    def __init__(self, store: model.Store) -> None:
        self.head = head_of(store)
        self._incidents = store.incidents

    def __len__(self) -> int:
        """How many rows."""
        return len(self._incidents)

    def coded(self, name: str) -> Coded:
        """A property of all rows."""
        return encode([getattr(one, name) for one in self._incidents])

    def rank(self) -> NDArray[np.int64]:
        """The place of each row among all by its id."""
        import numpy as np

        order = sorted(range(len(self)), key=lambda row: self._incidents[row].id)
        ranks = np.empty(len(self), np.int64)
        ranks[order] = np.arange(len(self))
        return ranks

    def told(self, rows: NDArray[np.int64], names: Sequence[str]) -> list[list[Any]]:
        """Properties of some rows."""
        some = self._some(rows)
        return [[getattr(one, name) for one in some] for name in names]

    def with_reports(self) -> NDArray[np.int64]:
        """The rows that have reports."""
        import numpy as np

        return np.array([row for row, one in enumerate(self._incidents) if one.reports], np.int64)

    def reports(self, rows: NDArray[np.int64]) -> list[tuple[model.Report, ...]]:
        """The reports of some rows."""
        return [one.reports for one in self._some(rows)]

    def _some(self, rows: NDArray[np.int64]) -> list[model.Incident]:
        return [self._incidents[row] for row in rows.tolist()]


def encode(values: Sequence[Hashable]) -> Coded:
    """Values as codes, in the order of their first appearance; None is -1."""
    import numpy as np

    at: dict[Hashable, int] = {}
    codes = [-1 if value is None else at.setdefault(value, len(at)) for value in values]
    return Coded(np.array(codes, np.int32), list(at))


def together(columns: Sequence[Coded]) -> tuple[NDArray[np.int64], list[tuple[Any, ...]]]:
    """The different combinations of some columns.

    Returns:
        For each row the number of its combination, and the combinations, with None for what is not known.
    """
    import numpy as np

    if len(columns) == 1:
        codes, values = columns[0]
        return np.where(codes < 0, len(values), codes).astype(np.int64), [
            (value,) for value in (*values, None)
        ]
    keys = columns[0].codes.astype(np.int64) + 1
    for column in columns[1:]:
        keys = smallest(keys * (len(column.values) + 1) + column.codes + 1)  # small again: no overflow
    first = first_rows(keys)
    parts = []
    for column in columns:
        known = [*column.values, None]
        parts.append([known[code] for code in column.codes[first].tolist()])
    return keys, list(zip(*parts, strict=True))


def smallest(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Codes without gaps, in the same order."""
    import numpy as np

    if not len(codes):
        return codes
    top = int(codes.max()) + 1
    if top > max(8 * len(codes), 1 << 20):
        return np.unique(codes, return_inverse=True)[1].reshape(-1)
    there = np.zeros(top, np.bool_)  # no sorting: ten times sooner
    there[codes] = True
    return (np.cumsum(there, dtype=np.int64) - 1)[codes]


def first_rows(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of each code without gaps the first row that has it."""
    import numpy as np

    first = np.zeros(int(codes.max(initial=-1)) + 1, np.int64)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    return first
