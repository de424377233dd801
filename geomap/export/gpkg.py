"""GeoPackage: the store's own layers, tables and QGIS project."""

from __future__ import annotations

from pathlib import Path

from geomap.export.losses import Notes
from geomap.store import gpkg
from geomap.store.part import Part


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write a GeoPackage; nothing is left out."""
    gpkg.fill(part.whole(), path)
