"""Shapefile, zipped: for software that reads nothing newer."""

from __future__ import annotations

import datetime as dt
import struct
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from geomap import model
from geomap.errors import DataError
from geomap.export.losses import Notes, placed
from geomap.store import flat, gdal
from geomap.store.archive import write_zip
from geomap.store.part import Part

LONGEST = 254  # bytes of a text in dBASE
_NARROWEST = 80  # bytes of a text's column, as GDAL makes it
_NUMBER = 20  # bytes of a number's column, about
_LARGEST = 2**31  # bytes of a file


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write a zipped Shapefile; incidents without a point are left out, long texts cut.

    Raises:
        DataError: The table would be beyond the 2 GB that a Shapefile holds.
    """
    incidents = list(_few_enough(placed(part.read(), notes)))
    layer = gdal.incident_layer("incidents", incidents, short_names())
    _check_size(layer)
    notes.add(f"cut {{}} texts at {LONGEST} bytes", _cut(layer))
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="geomap-") as folder:
        shp = Path(folder) / "incidents.shp"
        gdal.write_layer(shp, layer, driver="ESRI Shapefile", ENCODING="UTF-8")
        gdal.check_whole(shp, len(layer.shapes), len(layer.fields))
        _check_table(shp.with_suffix(".dbf"))
        _undate(shp.with_suffix(".dbf"))
        (Path(folder) / "attribution.txt").write_text(
            "\n".join([*part.head.attribution, ""]), encoding="utf-8"
        )
        write_zip(path, {file.name: file for file in sorted(Path(folder).iterdir())})


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


def _texts(layer: gdal.Layer) -> Iterator[list[str | None]]:
    kinds = layer.fields.values()
    return (values for values, kind in zip(layer.columns, kinds, strict=True) if _is_text(kind))


def _cut(layer: gdal.Layer) -> int:
    """Cut long texts in place, between characters: GDAL would cut through one. How many there were."""
    number = 0
    for column in _texts(layer):
        for row, text in enumerate(column):
            if text and len(raw := text.encode()) > LONGEST:
                column[row] = raw[:LONGEST].decode(errors="ignore")
                number += 1
    return number


def _few_enough(incidents: Iterable[model.Incident]) -> Iterator[model.Incident]:
    """Stop before more are held than would fit if every text were short: they may be ten million."""
    texts = sum(_is_text(kind) for kind in flat.COLUMNS.values())
    most = _LARGEST // (_NARROWEST * texts + _NUMBER * (len(flat.COLUMNS) - texts))
    for number, one in enumerate(incidents):
        if number == most:
            raise _too_large(f"more than {most:,} incidents are beyond it")
        yield one


def _check_size(layer: gdal.Layer) -> None:
    """Each row is as wide as the widest text of each column."""
    widths = (max((len(text.encode()) for text in column if text), default=1) for column in _texts(layer))
    numbers = sum(not _is_text(kind) for kind in layer.fields.values())
    width = sum(max(_NARROWEST, min(width, LONGEST)) for width in widths) + _NUMBER * numbers
    size = len(layer.shapes) * width
    if size >= _LARGEST:
        raise _too_large(f"{len(layer.shapes):,} incidents would take {size / 1e9:.1f} GB")


def _is_text(kind: type) -> bool:
    return kind in (str, tuple)


def _too_large(why: str) -> DataError:
    return DataError(f"a Shapefile ends at 2 GB; {why}", advice="export a part, or to .gpkg")


def _check_table(dbf: Path) -> None:
    """A table whose end is missing is read as if its last rows were empty: it must be as long as its head says.

    Raises:
        OSError: It is not.
    """
    with dbf.open("rb") as file:
        rows, start, width = struct.unpack_from("<IHH", file.read(12), 4)
    if dbf.stat().st_size < start + rows * width:
        raise gdal.as_os_error(dbf, "a part of the table was not written")


def _undate(dbf: Path) -> None:
    """Give a dBASE table a fixed day of writing (bytes 1 to 3: years since 1900, month, day)."""
    fixed = dt.date(1980, 1, 1)
    with dbf.open("r+b") as file:
        file.seek(1)
        file.write(bytes((fixed.year - 1900, fixed.month, fixed.day)))
