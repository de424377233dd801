"""GeoPackage: the store's own layers, tables and QGIS project."""

from __future__ import annotations

from pathlib import Path

from geomap import model
from geomap.store import gpkg


def write(store: model.Store, path: Path) -> list[str]:
    """Write a GeoPackage; nothing is left out."""
    gpkg.fill(store, path)
    return []
