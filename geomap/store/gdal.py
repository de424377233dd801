"""Layers by GDAL (pyogrio): typed columns, nulls, bytes that do not depend on the clock."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import importlib
import itertools
import os
import shutil
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from geomap import model
from geomap.store import flat
from geomap.store.features import position

# GDAL would write the time of writing; equal stores shall be equal bytes.
TIMELESS = "1970-01-01T00:00:00.000Z"

_NO_ROOM = 1 << 20  # bytes: a writer that failed with less left failed for want of it
_SHOWN = 200  # characters of a library's message


class Layer(NamedTuple):
    """A layer of features, for any driver of GDAL; degrees, WGS 84, lon before lat.

    Attributes:
        name: What a GIS calls it.
        geometry: GDAL's name of the kind of geometry: "Point", "MultiPolygon" …
        shapes: For each row well-known binary, or None.
        fields: The names of the columns with their plain types (str, int, float, bool, date).
        columns: For each field its values, None where nothing is known.
    """

    name: str
    geometry: str
    shapes: Sequence[bytes | None]
    fields: Mapping[str, type]
    columns: Sequence[list[Any]]


def incident_layer(
    name: str, incidents: Sequence[model.Incident], names: Mapping[str, str] | None = None
) -> Layer:
    """Incidents as a layer of points, in their order; no geometry where unplaced.

    Args:
        name: The name of the layer.
        incidents: The rows.
        names: Names of columns where the format wants others than `flat.COLUMNS`.
    """
    fields = {(names or {}).get(column, column): kind for column, kind in flat.COLUMNS.items()}
    columns = [flat.column(incidents, column) for column in flat.COLUMNS]
    return Layer(name, "Point", [_wkb(one) for one in incidents], fields, columns)


def write_layer(path: Path, layer: Layer, *, driver: str, append: bool = False, **options: Any) -> None:
    """Write a layer to a new file, or add it to one.

    Args:
        path: The file.
        layer: The layer.
        driver: GDAL's name of the format.
        append: Whether the file is there already.
        **options: Creation options of the driver.

    Raises:
        OSError: GDAL cannot write: the disk is full, for one.
    """
    import numpy as np
    import pyogrio.raw

    kinds = layer.fields.values()
    with writing(path):
        pyogrio.raw.write(
            path,
            geometry=np.array(list(layer.shapes), dtype=object),
            field_data=[_array(values, kind) for values, kind in zip(layer.columns, kinds, strict=True)],
            fields=list(layer.fields),
            field_mask=[np.array([v is None for v in values], dtype=bool) for values in layer.columns],
            geometry_type=layer.geometry,
            crs="EPSG:4326",
            driver=driver,
            layer=layer.name,
            append=append,
            **options,
        )


def write_stream(path: Path, layers: Iterable[Layer], *, driver: str, **options: Any) -> None:
    """Write a layer that comes in pieces to a new file, by pyarrow, without holding it.

    Args:
        path: The file.
        layers: The pieces, of one name, geometry and fields.
        driver: GDAL's name of the format.
        **options: Creation options of the driver.

    Raises:
        OSError: GDAL cannot write: the disk is full, for one.
    """
    import pyogrio.raw

    pa = importlib.import_module("pyarrow")
    rest = iter(layers)
    first = next(rest, None) or incident_layer("incidents", [])
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32()}
    fields = [(name, types.get(kind, pa.string())) for name, kind in first.fields.items()]
    schema = pa.schema([*fields, ("geometry", pa.binary())])

    def batch(layer: Layer) -> Any:
        columns = [pa.array(values, kind) for values, (_, kind) in zip(layer.columns, fields, strict=True)]
        return pa.record_batch([*columns, pa.array(layer.shapes, pa.binary())], schema=schema)

    stream = pa.RecordBatchReader.from_batches(schema, map(batch, itertools.chain([first], rest)))
    with writing(path):
        pyogrio.raw.write_arrow(
            stream,
            path,
            geometry_type=first.geometry,
            geometry_name="geometry",
            crs="EPSG:4326",
            driver=driver,
            layer=first.name,
            **options,
        )


def check_whole(path: Path, rows: int, fields: int) -> None:
    """Look whether all was written: some drivers do not tell that the disk was full when they closed their file.

    Args:
        path: What was written.
        rows: How many features it must have.
        fields: How many columns.

    Raises:
        OSError: Something is missing.
    """
    import pyogrio.raw
    from pyogrio.errors import DataLayerError, DataSourceError

    try:
        found = pyogrio.raw.read(path, columns=[])
        whole = len(found[2]) == rows and len(pyogrio.read_info(path)["fields"]) == fields
    except (DataLayerError, DataSourceError):
        whole = False
    if not whole:
        raise as_os_error(path, "a part of it was not written")


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """GDAL without a clock while the block runs.

    Raises:
        OSError: GDAL cannot write: the disk is full, for one.
    """
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": TIMELESS})
    try:
        yield
    except (DataLayerError, DataSourceError) as error:
        raise as_os_error(path, error) from error
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


@contextlib.contextmanager
def tables(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of a GeoPackage that GDAL wrote, to add tables to; committed without a clock.

    Raises:
        OSError: SQLite cannot write.
    """
    try:
        with contextlib.closing(sqlite3.connect(path)) as db, db:
            yield db
            db.execute("UPDATE gpkg_contents SET last_change = ?", (TIMELESS,))
    except sqlite3.OperationalError as error:
        raise as_os_error(path, error) from error


def as_os_error(path: Path, error: object) -> OSError:
    """What went wrong in the words of the system; GDAL and SQLite keep its number, so the room left is asked for."""
    if shutil.disk_usage(path.parent).free < _NO_ROOM:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return OSError(errno.EIO, " ".join(str(error).split())[:_SHOWN])


def _wkb(one: model.Incident) -> bytes | None:
    point = position(one.lon, one.lat)
    return None if point is None else struct.pack("<BIdd", 1, 1, *point)


def _array(values: list[Any], kind: type) -> Any:
    """A numpy array that GDAL types: DATE, INTEGER, REAL, BOOLEAN or TEXT (nulls are in the mask)."""
    import numpy as np

    if kind is dt.date:
        return np.array([value or "NaT" for value in values], dtype="datetime64[D]")
    if kind in (int, float, bool):
        dtype = {int: "int64", float: "float64", bool: "bool"}[kind]
        return np.array([value or 0 for value in values], dtype=dtype)
    return np.array(values, dtype=object)
