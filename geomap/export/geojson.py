"""GeoJSON: the store's own format."""

from __future__ import annotations

from pathlib import Path

from geomap.export.losses import Notes
from geomap.store import geojson
from geomap.store.part import Part


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write RFC 7946 GeoJSON; nothing is left out."""
    geojson.fill(path, part.read(), part.head)
