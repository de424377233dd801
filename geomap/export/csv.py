"""CSV: UTF-8, a header, lists joined by "; ", `lon` and `lat` as columns."""

from __future__ import annotations

import csv
from pathlib import Path

from geomap import model
from geomap.export.cells import plain, rows
from geomap.store import flat
from geomap.store.features import ordered


def write(store: model.Store, path: Path) -> list[str]:
    """Write CSV; reports stay behind."""
    return _write(store, path, wkt=False)


def write_wkt(store: model.Store, path: Path) -> list[str]:
    """Write CSV with the point as well-known text in a last column `wkt`, for GIS that ask for one."""
    return _write(store, path, wkt=True)


def _write(store: model.Store, path: Path, *, wkt: bool) -> list[str]:
    incidents = ordered(store.incidents)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([*flat.TABLE, *(["wkt"] if wkt else [])])
        for one, row in zip(incidents, rows(incidents), strict=True):
            out.writerow([*map(plain, row), *([_wkt(one)] if wkt else [])])
    return []


def _wkt(one: model.Incident) -> str:
    return "" if one.lon is None or one.lat is None else f"POINT ({round(one.lon, 6)} {round(one.lat, 6)})"
