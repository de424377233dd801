"""CSV: UTF-8, a header, lists joined by "; ", `lon` and `lat` as columns.

The last column, `attribution`, says in the first row whom the data are owed to. There is no byte order mark unless it
is asked for, as in what `ogr2ogr` writes: programs take it for a part of the first name, while Excel needs it.
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


def write(part: Part, path: Path, notes: Notes, *, wkt: bool = False, bom: bool = False) -> None:
    """Write CSV; reports stay behind.

    Args:
        part: The incidents.
        path: The file.
        notes: What was left out or cut.
        wkt: The point as well-known text too, in a column `wkt`, for GIS that ask for one.
        bom: A byte order mark before the first cell, by which Excel sees that it is UTF-8.
    """
    about = guarded(part.about)
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
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
