"""GeoParquet: the store's own columns."""

from __future__ import annotations

from pathlib import Path

from geomap.export.losses import Notes
from geomap.store import parquet
from geomap.store.part import Part


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write GeoParquet 1.1; nothing is left out.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    if part.along_curve is None:
        parquet.fill(part.whole(), path)
    else:
        parquet.fill_along_curve(path, part.along_curve(), part.head)
