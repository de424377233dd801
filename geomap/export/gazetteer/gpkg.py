"""GeoPackage 1.4: the layer `places`, and the tables `names`, `held_by` and `geomap` beside it."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geomap.export.gazetteer.csv import COLUMNS, row
from geomap.gazetteer import Gazetteer
from geomap.model import Place
from geomap.store import gdal
from geomap.store.gpkg import register

_REAL = ("radius_km", "extent_km")
_TABLES = {
    "names": ("place", "text", "lang", "status", "strength", "needs"),
    "held_by": ("place", "actor", "start", "end", "source"),
    "geomap": ("key", "value"),
}


def write(places: Sequence[Place], gazetteer: Gazetteer, path: Path) -> None:
    """Write a new file at `path`, not atomically; the same places give the same bytes."""
    import numpy as np
    import pyogrio.raw

    rows = [row(place, gazetteer) for place in places]
    fields = [column for column in COLUMNS if column not in ("lon", "lat")]
    values = {field: [one[field] for one in rows] for field in fields}
    with gdal.writing(path):
        pyogrio.raw.write(
            path,
            geometry=np.array([struct.pack("<BIdd", 1, 1, p.lon, p.lat) for p in places], dtype=object),
            field_data=[_array(values[field], field) for field in fields],
            fields=fields,
            field_mask=[np.array([value is None for value in values[field]], dtype=bool) for field in fields],
            geometry_type="Point",
            crs="EPSG:4326",
            driver="GPKG",
            layer="places",
        )
    with gdal.tables(path) as db:
        _add_tables(db, places, gazetteer)


def _array(values: list[Any], field: str) -> Any:
    import numpy as np

    return (
        np.array([v or 0 for v in values], dtype="float64")
        if field in _REAL
        else np.array(values, dtype=object)
    )


def _add_tables(db: sqlite3.Connection, places: Sequence[Place], gazetteer: Gazetteer) -> None:
    from geomap.export.gazetteer import attribution

    rows: dict[str, list[tuple[str | None, ...]]] = {
        "names": [
            (p.id, n.text, n.lang, n.status, n.strength, "; ".join(n.needs)) for p in places for n in p.names
        ],
        "held_by": [(p.id, h.actor, h.start, h.end, h.source) for p in places for h in p.held_by],
        "geomap": [("attribution", attribution(gazetteer)), ("version", gazetteer.version)],
    }
    for table, columns in _TABLES.items():
        typed = ", ".join(f'"{column}" TEXT' for column in columns)
        db.execute(f'CREATE TABLE "{table}" (fid INTEGER PRIMARY KEY, {typed})')
        named, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
        insert = f'INSERT INTO "{table}" ({named}) VALUES ({marks})'  # noqa: S608  names of _TABLES
        db.executemany(insert, rows[table])
        register(db, table)
