"""Incidents as columns, for formats and sizes where a record an incident is too slow.

A column is a list of plain values, or `Coded`: numbers that point into a short list of values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from geomap import model
from geomap.store import flat
from geomap.store.older import completed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Coded(NamedTuple):
    """A column whose values repeat.

    Attributes:
        codes: For each row the position of its value; -1 where nothing is known.
        values: The values.
    """

    codes: NDArray[np.integer[Any]]
    values: Sequence[Any]

    def plain(self) -> list[Any]:
        """The column as a list."""
        known = [*self.values, None]  # -1 is the last
        return [known[code] for code in self.codes.tolist()]


Column = list[Any] | Coded
# Names of `flat.TABLE` to columns of one length; lists as tuples. A name that is not there is empty in all rows.
Columns = Mapping[str, Column]


def of_incidents(incidents: Sequence[model.Incident]) -> dict[str, Column]:
    """The columns of `flat.TABLE`, with lists as they are."""
    return {
        name: [getattr(one, name) for one in incidents] if kind is tuple else flat.column(incidents, name)
        for name, kind in flat.TABLE.items()
    }


def incidents(
    columns: Columns, reports: Sequence[tuple[model.Report, ...]] | None = None
) -> Iterator[model.Incident]:
    """The records of columns; values of the wrong type raise `msgspec.ValidationError`.

    Args:
        columns: `id`, `slug`, `title`, `kind`, `status` at least.
        reports: Those of each row.
    """
    names = [name for name in columns if name in flat.TABLE]
    plain = [one.plain() if isinstance(one, Coded) else one for one in map(columns.__getitem__, names)]
    for number, row in enumerate(zip(*plain, strict=True)):
        fields = {name: value for name, value in zip(names, row, strict=True) if value is not None}
        one = msgspec.convert(fields, model.Incident)
        yield (
            completed(msgspec.structs.replace(one, reports=reports[number]))
            if reports and reports[number]
            else one
        )
