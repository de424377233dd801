"""Stores as GeoPackage 1.4: layers to look at, tables that lose nothing, and a QGIS project that shows them.

A module a subject: `layers` what is drawn, `tables` what is kept, `style` and `project` how QGIS opens it.
"""

from __future__ import annotations

from pathlib import Path

from geomap import model
from geomap.store import atomic, gdal
from geomap.store.features import ordered
from geomap.store.gpkg import project, tables
from geomap.store.gpkg.layers import layers
from geomap.store.gpkg.tables import read, register

__all__ = ["fill", "read", "register", "write"]


def write(store: model.Store, path: Path) -> None:
    """Write the store; equal stores give equal bytes with the same file name, GDAL and SQLite."""
    atomic.replace(path, lambda beside: fill(store, beside))


def fill(store: model.Store, path: Path) -> None:
    """Write the store to a new file at `path`, not atomically."""
    incidents = ordered(store.incidents)
    about = " ".join(store.attribution)
    for number, layer in enumerate(layers(incidents)):
        gdal.write_layer(path, layer, driver="GPKG", append=number > 0, DESCRIPTION=about)
    with gdal.tables(path) as db:
        tables.add(db, store, incidents)
        project.add(db, store, incidents, path.name)
