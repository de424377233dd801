"""GeoParquet: the store's own columns."""

from __future__ import annotations

from pathlib import Path

from geomap import model
from geomap.store import parquet


def write(store: model.Store, path: Path) -> list[str]:
    """Write GeoParquet 1.1; nothing is left out.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    parquet.fill(store, path)
    return []
