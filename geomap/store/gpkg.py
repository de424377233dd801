"""Stores as GeoPackage 1.4: layer `incidents` with typed columns, and tables for all that is not a property.

The tables `reports`, `articles` and `unplaced` keep each record as JSON in a column `record` beside the columns that
people look at; `incident_reports` says which reports an incident was merged from.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from geomap import model
from geomap.errors import DataError
from geomap.store import atomic, flat, gdal
from geomap.store.features import StoreHead, head_of, ordered, store_of

_TABLES = {
    "reports": ("id", "article", "kind", "status", "date_start", "place", "evidence", "source_url"),
    "articles": ("id", "title", "outlet", "url", "published", "sha256"),
    "unplaced": ("text", "article", "sentence", "reason"),
}


def read(path: Path) -> model.Store:
    """The store in a GeoPackage.

    Raises:
        DataError: not a GeoPackage, or not one that geomap wrote.
    """
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            return _read(db)
    except sqlite3.DatabaseError as error:
        advice = "geomap build makes stores"
        raise DataError(f"not a store of geomap: {error}", file=path, advice=advice) from None
    except (msgspec.DecodeError, ValueError, TypeError, LookupError, struct.error) as error:
        raise DataError(f"not a store of geomap: {type(error).__name__}: {error}", file=path) from None


def write(store: model.Store, path: Path) -> None:
    """Write the store; equal stores give equal bytes with the same GDAL and SQLite."""
    atomic.replace(path, lambda beside: fill(store, beside))


def fill(store: model.Store, path: Path) -> None:
    """Write the store to a new file at `path`, not atomically."""
    incidents = ordered(store.incidents)
    gdal.write_points(path, incidents, driver="GPKG", layer="incidents")
    with gdal.tables(path) as db:
        _add_tables(db, store, incidents)


def _add_tables(db: sqlite3.Connection, store: model.Store, incidents: list[model.Incident]) -> None:
    head = head_of(store)
    reports = sorted({report.id: report for one in incidents for report in one.reports}.items())
    _add_table(db, "reports", [report for _, report in reports])
    _add_table(db, "articles", head.articles)
    _add_table(db, "unplaced", head.unplaced)
    db.execute(
        "CREATE TABLE incident_reports (fid INTEGER PRIMARY KEY, incident TEXT, report TEXT, ordinal INTEGER)"
    )
    db.executemany(
        "INSERT INTO incident_reports (incident, report, ordinal) VALUES (?, ?, ?)",
        (
            (one.id, report.id, ordinal)
            for one in incidents
            for ordinal, report in enumerate(one.reports, start=1)
        ),
    )
    db.execute("CREATE TABLE geomap (fid INTEGER PRIMARY KEY, key TEXT, value TEXT)")
    db.executemany("INSERT INTO geomap (key, value) VALUES (?, ?)", _head_rows(head))
    for table in (*_TABLES, "incident_reports", "geomap"):
        register(db, table)


def register(db: sqlite3.Connection, table: str) -> None:
    """Tell GDAL and QGIS of a table without geometry."""
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES (?, 'attributes', ?, ?)",
        (table, table, gdal.TIMELESS),
    )


def _head_rows(head: StoreHead) -> list[tuple[str, str]]:
    plain = msgspec.to_builtins(head)
    return [(key, json.dumps(value)) for key, value in plain.items() if key not in ("articles", "unplaced")]


def _add_table(db: sqlite3.Connection, table: str, records: Any) -> None:
    names = _TABLES[table]
    columns = ", ".join(
        f'"{name}" {"DATE" if name in ("date_start", "published") else "TEXT"}' for name in names
    )
    db.execute(f'CREATE TABLE "{table}" (fid INTEGER PRIMARY KEY, {columns}, record TEXT)')
    marks = ", ".join("?" * (len(names) + 1))
    quoted = ", ".join(f'"{name}"' for name in names)
    db.executemany(
        f'INSERT INTO "{table}" ({quoted}, record) VALUES ({marks})',  # noqa: S608  names of _TABLES
        (
            (*map(_plain, (getattr(one, n) for n in names)), msgspec.json.encode(one).decode())
            for one in records
        ),
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _read(db: sqlite3.Connection) -> model.Store:
    # Typed so that an edited value of the wrong type is refused here, not met later.
    head = {row["key"]: json.loads(row["value"]) for row in db.execute("SELECT key, value FROM geomap")}
    head["articles"] = tuple(_records(db, "articles", model.ArticleEntry))
    head["unplaced"] = tuple(_records(db, "unplaced", model.Unplaced))
    reports = {report.id: report for report in _records(db, "reports", model.Report)}
    merged: dict[str, list[model.Report]] = {}
    for row in db.execute("SELECT incident, report FROM incident_reports ORDER BY incident, ordinal"):
        merged.setdefault(row["incident"], []).append(reports[row["report"]])
    incidents = []
    for row in db.execute("SELECT * FROM incidents"):
        fields = flat.record(dict(row))
        fields["lon"], fields["lat"] = _lon_lat(row["geom"])
        fields["reports"] = tuple(merged.get(row["id"], ()))
        incidents.append(msgspec.convert(fields, model.Incident))
    return store_of(msgspec.convert(head, StoreHead), incidents)


def _records(db: sqlite3.Connection, table: str, kind: type[Any]) -> Iterator[Any]:
    decoder = msgspec.json.Decoder(kind)
    for row in db.execute(f'SELECT record FROM "{table}" ORDER BY fid'):  # noqa: S608  a name of _TABLES
        yield decoder.decode(row["record"])


def _lon_lat(blob: bytes | None) -> tuple[float | None, float | None]:
    """The point of a GeoPackage geometry: "GP", version, flags, srs, envelope, then WKB (clause 2.1.3)."""
    if blob is None:
        return None, None
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 0b111]
    wkb = blob[8 + envelope :]
    lon, lat = struct.unpack_from("<dd" if wkb[0] else ">dd", wkb, 5)
    return lon, lat
