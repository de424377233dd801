"""CSV: UTF-8, a header, lists joined by "; ", `lon` and `lat` as columns.

The last column, `attribution`, says in the first row whom the data are owed to.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import IO

from geomap import model
from geomap.export.cells import guarded, plain, rows
from geomap.export.losses import Notes
from geomap.store import flat
from geomap.store.part import Part, batches

ATTRIBUTION = "attribution"


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write CSV; reports stay behind."""
    _write(part, path, wkt=False)


def write_wkt(part: Part, path: Path, notes: Notes) -> None:
    """Write CSV with the point as well-known text in a column `wkt`, for GIS that ask for one."""
    _write(part, path, wkt=True)


def _write(part: Part, path: Path, *, wkt: bool) -> None:
    about = guarded(part.about)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(_Lines(file), lineterminator="\r\n")
        out.writerow([*flat.TABLE, *(["wkt"] if wkt else []), ATTRIBUTION])
        for batch in batches(part.read()):
            for one, row in zip(batch, rows(batch), strict=True):
                out.writerow([*map(plain, row), *([_wkt(one)] if wkt else []), about])
                about = ""


class _Lines:
    """Ends lines as Unix does, with every carriage return in a text quoted, as where lines end with one."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, line: str) -> None:
        """Write a line that ends with both."""
        self._file.write(line.removesuffix("\r\n") + "\n")


def _wkt(one: model.Incident) -> str:
    return "" if one.lon is None or one.lat is None else f"POINT ({round(one.lon, 6)} {round(one.lat, 6)})"
