"""Stores as GeoParquet 1.1: typed columns, points as WKB with their boxes, zstd, in groups along a Hilbert curve.

Rows without a point come last. The column `reports` holds each incident's reports as JSON; the column `geomap`
holds what the store says of itself (versions, articles, unplaced names) in the first row, as in `.geojsonl`: in the
file's metadata every query would read it. Columns `lon` and `lat` repeat the point for readers without geometry.
Lists are slow to read, and few say more than the one value beside them: `several` is 1 in the rows where one does.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from geomap import model
from geomap.errors import DataError, MissingExtra
from geomap.store import atomic, flat, hilbert
from geomap.store.columns import Coded, Column, Columns, incidents, of_incidents
from geomap.store.features import StoreHead, head_of, ordered, store_of
from geomap.store.part import batches
from geomap.store.schema import check_schema

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Lists with the column that holds their first value; `several` tells where one of them says more.
LISTS = {"attackers": "attacker", "targets": "target", "weapons": "weapon", "origins": "origin"}
GROUP = 122_880  # rows: DuckDB's own size of a row group
_REPORTS = msgspec.json.Decoder(tuple[model.Report, ...])
_ENCODER = msgspec.json.Encoder()


def read(path: Path) -> model.Store:
    """The store in a GeoParquet file.

    Raises:
        DataError: not Parquet, or not one that geomap wrote.
        MissingExtra: pyarrow is not installed.
    """
    pa, pq = modules()
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            head = read_head(file, path)
            there = set(file.schema_arrow.names)  # an older geomap may have known fewer
            names = [name for name in flat.TABLE if name in there]
            batches = file.iter_batches(columns=[*names, "reports"])
            found = [one for batch in batches for one in _records(batch, names)]
    except (pa.ArrowException, msgspec.DecodeError, KeyError, ValueError, RecursionError) as error:
        first = str(error).partition("\n")[0]
        raise DataError(
            f"not a store of geomap: {first}", file=path, advice="geomap build makes stores"
        ) from None
    return store_of(head, found)


def write(store: model.Store, path: Path) -> None:
    """Write the store; equal stores give equal bytes with the same pyarrow."""
    modules()  # said before anything is made
    atomic.replace(path, lambda beside: fill(store, beside))


def fill(store: model.Store, path: Path) -> None:
    """Write the store to a new file at `path`, not atomically."""
    fill_along_curve(path, _along_curve(ordered(store.incidents)), head_of(store))


def fill_along_curve(path: Path, incidents: Iterable[model.Incident], head: StoreHead) -> None:
    """Write incidents that come one by one, in the order of the curve, to a new file, not atomically."""
    write_columns(
        path,
        (
            of_incidents(group) | {"reports": [_json(one.reports) for one in group]}
            for group in batches(incidents, GROUP)
        ),
        head,
    )


def write_columns(path: Path, groups: Iterable[Columns], head: StoreHead) -> None:
    """Write columns of any number of rows to a new file, a row group at a time.

    Args:
        path: A new file.
        groups: Each becomes a row group: `GROUP` rows of columns named as in `flat.TABLE`, placed rows along the
            curve (`hilbert.distance`) first; `reports` is JSON or None.
        head: What the store says of itself.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    pa, pq = modules()
    schema = _schema(pa)
    box: list[float] = []
    lasting = head
    with pq.ParquetWriter(path, schema, compression="zstd", write_page_checksum=True) as out:
        for number, group in enumerate(groups):
            cell = _ENCODER.encode(head).decode() if number == 0 else None
            table = _table(pa, schema, group, cell)
            out.write_table(table, row_group_size=GROUP)
            box = _grown(box, table)
            lasting = msgspec.structs.replace(head, articles=(), unplaced=(), dropped=())
        out.add_key_value_metadata({"geo": _ENCODER.encode(_geo(box)), "geomap": _ENCODER.encode(lasting)})


def modules() -> tuple[Any, Any]:
    """The modules pyarrow and pyarrow.parquet."""
    try:
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise MissingExtra("pyarrow", "scale", "GeoParquet") from None


def _schema(pa: Any) -> Any:
    import datetime as dt

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32()}
    corners = [pa.field(name, pa.float64(), nullable=False) for name in ("xmin", "ymin", "xmax", "ymax")]
    return pa.schema(
        [
            *((name, types.get(kind) or pa.list_(pa.string())) for name, kind in flat.TABLE.items()),
            ("geometry", pa.binary()),
            ("bbox", pa.struct(corners)),
            ("reports", pa.string()),
            ("geomap", pa.string()),
            ("several", pa.int32()),
        ]
    )


def _geo(box: list[float]) -> dict[str, Any]:
    """The metadata of GeoParquet 1.1; without `crs` it is OGC:CRS84: WGS 84, lon before lat."""
    covering = {corner: ["bbox", corner] for corner in ("xmin", "ymin", "xmax", "ymax")}
    geometry = {"encoding": "WKB", "geometry_types": ["Point"], "covering": {"bbox": covering}}
    return {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": geometry | ({"bbox": box} if box else {})},
    }


# --- rows to arrow ------------------------------------------------------------------------------------------


def _along_curve(rows: list[model.Incident]) -> list[model.Incident]:
    import numpy as np

    along = hilbert.distance(*(_degrees([getattr(one, name) for one in rows]) for name in ("lon", "lat")))
    return [rows[number] for number in np.argsort(along, kind="stable")]


def _table(pa: Any, schema: Any, group: Columns, cell: str | None) -> Any:
    rows = len(next(iter(group.values())))
    filled: dict[str, Column] = {name: _empty(name, rows) for name in schema.names}
    filled |= group
    filled["geomap"] = [cell, *([None] * (rows - 1))]
    made = {
        name: _array(pa, filled[name], schema.field(name).type)
        for name in schema.names
        if name not in ("geometry", "bbox", "several")
    }
    made["several"] = _several(pa, made)
    lon, lat = made["lon"], made["lat"]
    missing = lon.is_null()
    corners = list(schema.field("bbox").type)
    whole_lon, whole_lat = lon.fill_null(0.0), lat.fill_null(0.0)
    made["bbox"] = pa.StructArray.from_arrays(
        [whole_lon, whole_lat, whole_lon, whole_lat], fields=corners, mask=missing
    )
    made["geometry"] = _points(pa, lon, whole_lon, whole_lat)
    return pa.table([made[name] for name in schema.names], schema=schema)


def _empty(name: str, rows: int) -> list[Any]:
    return [() if flat.TABLE.get(name) is tuple else None] * rows


def _array(pa: Any, column: Column, kind: Any) -> Any:
    if not isinstance(column, Coded):
        return pa.array(column, kind)
    import numpy as np

    missing = np.asarray(column.codes) < 0
    codes = pa.array(np.where(missing, 0, column.codes).astype(np.int32), mask=missing)
    return pa.array(column.values, kind).take(codes) if len(column.values) else pa.nulls(len(codes), kind)


def _several(pa: Any, made: dict[str, Any]) -> Any:
    """Where a list is not just the value beside it, nor empty beside nothing; an empty one of origins says nothing."""
    pc = importlib.import_module("pyarrow.compute")
    more = pa.scalar(False)
    for several, scalar in LISTS.items():
        lists, one = made[several], made[scalar]
        length = lists.value_lengths()
        first = lists.flatten().take(pc.if_else(pc.equal(length, 0), pa.scalar(None), lists.offsets[:-1]))
        same = pc.or_(pc.fill_null(pc.equal(first, one), False), pc.and_(first.is_null(), one.is_null()))
        if several == "origins":  # as in rows of an older geomap
            same = pc.or_(same, pc.equal(length, 0))
        more = pc.or_(more, pc.invert(pc.and_(same, pc.less_equal(length, 1))))
    return pc.cast(more, pa.int32())


def _points(pa: Any, lon: Any, whole_lon: Any, whole_lat: Any) -> Any:
    """WKB: little endian, point, lon, lat."""
    import numpy as np

    packed = np.zeros(len(lon), dtype=[("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])
    packed["order"] = packed["type"] = 1
    packed["x"], packed["y"] = whole_lon.to_numpy(), whole_lat.to_numpy()
    plain = pa.Array.from_buffers(pa.binary(21), len(lon), [None, pa.py_buffer(packed.tobytes())])
    pc = importlib.import_module("pyarrow.compute")
    return pc.if_else(lon.is_valid(), plain.cast(pa.binary()), pa.scalar(None, pa.binary()))


def _grown(box: list[float], table: Any) -> list[float]:
    pc = importlib.import_module("pyarrow.compute")
    lon, lat = pc.min_max(table["lon"]).as_py(), pc.min_max(table["lat"]).as_py()
    if lon["min"] is None:
        return box
    if not box:
        return [lon["min"], lat["min"], lon["max"], lat["max"]]
    return [
        min(box[0], lon["min"]),
        min(box[1], lat["min"]),
        max(box[2], lon["max"]),
        max(box[3], lat["max"]),
    ]


def _degrees(values: list[float | None]) -> NDArray[np.float64]:
    import numpy as np

    return np.array(values, dtype=np.float64)  # None becomes NaN


def _json(reports: tuple[model.Report, ...]) -> str | None:
    return _ENCODER.encode(reports).decode() if reports else None


# --- arrow to records ---------------------------------------------------------------------------------------


def read_head(file: Any, path: Path) -> StoreHead:
    """What the store in an open Parquet file says of itself.

    Raises:
        DataError: It is not a store.
    """
    metadata = file.metadata.metadata or {}
    if b"geomap" not in metadata:
        raise DataError(
            "GeoParquet, but not a store: geomap did not write it",
            file=path,
            advice="geomap build makes stores",
        )
    check_schema(msgspec.json.decode(metadata[b"geomap"]).get("schema_version"), path)
    if file.metadata.num_rows:
        cell = next(file.iter_batches(batch_size=1, columns=["geomap"]))["geomap"][0].as_py()
        if cell is not None:
            return msgspec.json.decode(cell, type=StoreHead)
    return msgspec.json.decode(metadata[b"geomap"], type=StoreHead)


def _records(batch: Any, names: Sequence[str]) -> Iterator[model.Incident]:
    columns = {name: batch[name].to_pylist() for name in names}
    reports = [_REPORTS.decode(text) if text else () for text in batch["reports"].to_pylist()]
    return incidents(columns, reports)
