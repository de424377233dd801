"""GeoJSON lines: the store's own format."""

from __future__ import annotations

from pathlib import Path

from geomap.export.losses import Notes
from geomap.store import geojsonl
from geomap.store.part import Part


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write a feature a line; nothing is left out."""
    if part.number:
        geojsonl.fill(path, part.read(), part.head)
    else:
        path.write_bytes(b"".join(geojsonl.encode(part.whole())))
