"""Shapefile, zipped: for software that reads nothing newer."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path

from geomap import model
from geomap.export.placed import placed
from geomap.store import flat, gdal
from geomap.store.archive import write_zip

_LONGEST = 254  # bytes of a text in dBASE


def write(store: model.Store, path: Path) -> list[str]:
    """Write a zipped Shapefile; incidents without a point are left out, long texts cut."""
    incidents, notes = placed(store)
    with tempfile.TemporaryDirectory(prefix="geomap-") as folder:
        shp = Path(folder) / "incidents.shp"
        layer = gdal.incident_layer("incidents", incidents, short_names())
        gdal.write_layer(shp, layer, driver="ESRI Shapefile", ENCODING="UTF-8")
        members = {file.name: file.read_bytes() for file in sorted(Path(folder).iterdir())}
    members["incidents.dbf"] = _undated(members["incidents.dbf"])
    write_zip(path, members)
    cut = _cut(incidents)
    return [*notes, f"cut {cut} texts at {_LONGEST} bytes"] if cut else notes


def short_names() -> dict[str, str]:
    """Columns with their names of at most 10 characters, each different."""
    short: dict[str, str] = {}
    for name in flat.COLUMNS:
        candidate = name if len(name) <= 10 else "_".join(part[:4] for part in name.split("_"))[:10]
        number = 2
        while candidate in short.values():
            candidate = f"{candidate[:8]}_{number}"
            number += 1
        short[name] = candidate
    return short


def _cut(incidents: Sequence[model.Incident]) -> int:
    texts = (flat.column(incidents, name) for name, kind in flat.COLUMNS.items() if kind in (str, tuple))
    return sum(len(text.encode()) > _LONGEST for column in texts for text in column if text)


def _undated(dbf: bytes) -> bytes:
    """The dBASE table with a fixed day of writing (bytes 1 to 3: years since 1900, month, day)."""
    fixed = dt.date(1980, 1, 1)
    return dbf[:1] + bytes((fixed.year - 1900, fixed.month, fixed.day)) + dbf[4:]
