"""GeoJSON: the store's own format."""

from __future__ import annotations

from pathlib import Path

from geomap import model
from geomap.store import geojson


def write(store: model.Store, path: Path) -> list[str]:
    """Write RFC 7946 GeoJSON; nothing is left out."""
    path.write_bytes(geojson.encode(store))
    return []
