"""GeoPackage: the store's own tables, and the launches as lines for a GIS to draw."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from geomap import model
from geomap.store import gdal, gpkg
from geomap.store.features import ordered, position


def write(store: model.Store, path: Path) -> list[str]:
    """Write a GeoPackage with the layers `incidents` and, where there are any, `launches`; nothing is left out."""
    gpkg.fill(store, path)
    launched = [one for one in ordered(store.incidents) if one.launch_lon is not None and one.lon is not None]
    if launched:
        _write_launches(path, launched)
    return []


def _write_launches(path: Path, incidents: Sequence[model.Incident]) -> None:
    """A line from where it came from to where it went; a drawing aid, not a flight path."""
    import numpy as np
    import pyogrio.raw

    with gdal.writing(path):
        pyogrio.raw.write(
            path,
            geometry=np.array([_line(one) for one in incidents], dtype=object),
            field_data=[
                np.array([one.id for one in incidents], dtype=object),
                np.array([one.launch_place or "" for one in incidents], dtype=object),
                np.array([one.place or "" for one in incidents], dtype=object),
            ],
            fields=["incident", "launch_place", "place"],
            geometry_type="LineString",
            crs="EPSG:4326",
            driver="GPKG",
            layer="launches",
            append=True,
        )


def _line(one: model.Incident) -> bytes:
    start, end = position(one.launch_lon, one.launch_lat), position(one.lon, one.lat)
    assert start is not None
    assert end is not None
    return struct.pack("<BIIdddd", 1, 2, 2, *start, *end)
