"""FlatGeobuf, with its spatial index."""

from __future__ import annotations

from pathlib import Path

from geomap import model
from geomap.export.placed import placed
from geomap.store import gdal


def write(store: model.Store, path: Path) -> list[str]:
    """Write FlatGeobuf; incidents without a point are left out."""
    incidents, notes = placed(store)
    layer = gdal.incident_layer("incidents", incidents)
    gdal.write_layer(path, layer, driver="FlatGeobuf", DESCRIPTION=" ".join(store.attribution))
    return notes
