"""Layers of points by GDAL (pyogrio): typed columns, nulls, bytes that do not depend on the clock."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import shutil
import sqlite3
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from geomap import model
from geomap.store import flat
from geomap.store.features import position

# GDAL would write the time of writing; equal stores shall be equal bytes.
TIMELESS = "1970-01-01T00:00:00.000Z"

_NO_ROOM = 1 << 20  # bytes: a writer that failed with less left failed for want of it
_SHOWN = 200  # characters of a library's message


def write_points(
    path: Path,
    incidents: Sequence[model.Incident],
    *,
    driver: str,
    layer: str,
    names: Mapping[str, str] | None = None,
    **options: Any,
) -> None:
    """Write incidents as a layer of points (degrees, WGS 84, lon before lat); null geometry where unplaced.

    Args:
        path: A new file.
        incidents: In the order of the layer.
        driver: GDAL's name of the format.
        layer: The name of the layer.
        names: Names of columns where the format wants others than `flat.COLUMNS`.
        **options: Creation options of the driver.
    """
    import numpy as np
    import pyogrio.raw

    columns, masks = [], []
    for name, kind in flat.COLUMNS.items():
        values = flat.column(incidents, name)
        columns.append(_array(values, kind))
        masks.append(np.array([value is None for value in values], dtype=bool))
    with writing(path):
        pyogrio.raw.write(
            path,
            geometry=np.array([_wkb(one) for one in incidents], dtype=object),
            field_data=columns,
            fields=[(names or {}).get(name, name) for name in flat.COLUMNS],
            field_mask=masks,
            geometry_type="Point",
            crs="EPSG:4326",
            driver=driver,
            layer=layer,
            **options,
        )


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
        raise _as_os_error(path, error) from error
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
        raise _as_os_error(path, error) from error


def _as_os_error(path: Path, error: Exception) -> OSError:
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
