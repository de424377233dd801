"""Synthetic incidents: real places and actors, invented events, for trying geomap at any size.

The same number and seed give the same incidents. Nothing in them happened; the store says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from geomap import model
from geomap.store import atomic, check_target, columns, features, geojsonl, parquet, write_store
from geomap.synth.draws import Draws, draw
from geomap.synth.rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from geomap.gazetteer import Gazetteer

__all__ = ["synthesise", "write"]
_SLICE = parquet.GROUP


def synthesise(number: int, gazetteer: Gazetteer, seed: int = 0) -> model.Store:
    """A store of synthetic incidents, in memory.

    Args:
        number: How many.
        gazetteer: Where the places and actors come from.
        seed: Another one gives other incidents.
    """
    drawn = draw(number, gazetteer, seed)
    rows = Rows(drawn, gazetteer)
    return features.store_of(_head(rows, gazetteer, seed), _incidents(rows, _by_day(drawn)))


def write(number: int, path: Path, gazetteer: Gazetteer, seed: int = 0) -> None:
    """Write a store of synthetic incidents; `.geojsonl` and `.parquet` a slice at a time.

    Args:
        number: How many.
        path: A store of any format.
        gazetteer: Where the places and actors come from.
        seed: Another one gives other incidents.

    Raises:
        UsageError: No store has this suffix.
        DataError: The file cannot be written.
        MissingExtra: The format needs a package that is not installed.
    """
    check_target(path)
    suffix = path.suffix.lower()
    if suffix not in (".parquet", ".geojsonl") or number == 0:
        write_store(synthesise(number, gazetteer, seed), path)
        return
    drawn = draw(number, gazetteer, seed)
    rows = Rows(drawn, gazetteer)
    head = _head(rows, gazetteer, seed)
    if suffix == ".parquet":
        groups = (rows.columns(part) for part in _slices(rows.along_curve()))
        atomic.replace(path, lambda beside: parquet.write_columns(beside, groups, head))
    else:
        found = _incidents(rows, _by_day(drawn))
        atomic.replace(path, lambda beside: geojsonl.fill(beside, found, head))


def _by_day(drawn: Draws) -> NDArray[np.int64]:
    """The order of every store of records: by day, undated last, then by id."""
    import numpy as np

    start = np.where(drawn.precision_of_day < 0, np.iinfo(np.int64).max, drawn.first_day.astype(np.int64))
    return np.lexsort((drawn.ids, start))


def _slices(order: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    for start in range(0, len(order), _SLICE):
        yield order[start : start + _SLICE]


def _incidents(rows: Rows, order: NDArray[np.int64]) -> Iterator[model.Incident]:
    for part in _slices(order):
        yield from columns.incidents(rows.columns(part))


def _head(rows: Rows, gazetteer: Gazetteer, seed: int) -> features.StoreHead:
    from geomap import __version__

    told = f"synthetic incidents (geomap synth, seed {seed}): none of them happened"
    return msgspec.structs.replace(
        features.head_of(model.Store()),
        geomap_version=__version__,
        gazetteer_version=gazetteer.version,
        attribution=(told,),
        articles=rows.articles(),
    )
