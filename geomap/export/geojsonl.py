"""GeoJSON lines: the store's own format."""

from __future__ import annotations

from pathlib import Path

from geomap import model
from geomap.store import geojsonl


def write(store: model.Store, path: Path) -> list[str]:
    """Write a feature a line; nothing is left out."""
    path.write_bytes(b"".join(geojsonl.encode(store)))
    return []
