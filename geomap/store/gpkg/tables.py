"""The tables of a GeoPackage: all that is not a property of an incident, and how a store is read back.

The tables `reports`, `articles` and `unplaced` keep each record as JSON in a column `record` beside the columns that
people look at; `incident_reports` says which reports an incident was merged from; `actors` is everyone named.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from geomap import model
from geomap.errors import DataError
from geomap.store import flat, gdal
from geomap.store.features import StoreHead, head_of, store_of
from geomap.store.schema import check_schema

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
            return _read(db, path)
    except sqlite3.DatabaseError as error:
        advice = "geomap build makes stores"
        raise DataError(f"not a store of geomap: {error}", file=path, advice=advice) from None
    except (msgspec.DecodeError, ValueError, TypeError, LookupError, struct.error) as error:
        raise DataError(f"not a store of geomap: {type(error).__name__}: {error}", file=path) from None


def add(db: sqlite3.Connection, store: model.Store, incidents: list[model.Incident]) -> None:
    """Add the tables to a GeoPackage that has its layers."""
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
    _add_actors(db, incidents)
    for table in (*_TABLES, "incident_reports", "actors", "geomap"):
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


def _add_actors(db: sqlite3.Connection, incidents: Sequence[model.Incident]) -> None:
    """Everyone who attacks or is attacked, by id; how often as what, from when to when."""
    db.execute(
        "CREATE TABLE actors (fid INTEGER PRIMARY KEY, id TEXT, name TEXT, "
        "as_attacker INTEGER, as_target INTEGER, first_day DATE, last_day DATE)"
    )
    db.executemany(
        "INSERT INTO actors (id, name, as_attacker, as_target, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?)",
        (tuple(map(_plain, row)) for row in actor_rows(incidents)),
    )


def actor_rows(incidents: Sequence[model.Incident]) -> list[tuple[Any, ...]]:
    """Id, name, number of incidents as attacker and as target, first and last day of each actor, by id.

    An actor beyond the first of a list is known by name alone, unless a report says its id.
    """
    ids, names = _who_is_who(incidents)
    counts: dict[str, list[Any]] = {}
    for one in incidents:
        sides = ((one.attacker_id, one.attacker, one.attackers), (one.target_id, one.target, one.targets))
        for side, (id, name, several) in enumerate(sides):
            first = id or (ids.get(name, name) if name else None)
            found = [*([first] if first else []), *(ids.get(other, other) for other in several)]
            for actor in dict.fromkeys(found):
                row = counts.setdefault(actor, [0, 0, None, None])
                row[side] += 1
                days = [day for day in (one.date_start, one.date_end, *row[2:]) if day]
                row[2:] = [min(days, default=None), max(days, default=None)]
    return [(id, names.get(id, id), *counts[id]) for id in sorted(counts)]


def _who_is_who(incidents: Sequence[model.Incident]) -> tuple[dict[str, str], dict[str, str]]:
    """Ids by name, and names by id: those of the incidents before the words of a report."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    first = [
        pair for one in incidents for pair in ((one.attacker_id, one.attacker), (one.target_id, one.target))
    ]
    reports = (report for one in incidents for report in one.reports)
    told = [(role.id, role.name) for report in reports for role in (*report.attackers, *report.targets)]
    for id, name in (*first, *told):
        if id and name:
            ids.setdefault(name, id)
            names.setdefault(id, name)
    return ids, names


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _read(db: sqlite3.Connection, path: Path) -> model.Store:
    # Typed so that an edited value of the wrong type is refused here, not met later.
    head = {row["key"]: json.loads(row["value"]) for row in db.execute("SELECT key, value FROM geomap")}
    check_schema(head.get("schema_version"), path)
    head["articles"] = tuple(_records(db, "articles", model.ArticleEntry))
    head["unplaced"] = tuple(_records(db, "unplaced", model.Unplaced))
    reports = {report.id: report for report in _records(db, "reports", model.Report)}
    merged: dict[str, list[model.Report]] = {}
    for row in db.execute("SELECT incident, report FROM incident_reports ORDER BY incident, ordinal"):
        merged.setdefault(row["incident"], []).append(reports[row["report"]])
    incidents = []
    for row in _incident_rows(db):
        fields = flat.record(dict(row))
        fields["lon"], fields["lat"] = _lon_lat(row["geom"])
        fields["reports"] = tuple(merged.get(row["id"], ()))
        incidents.append(msgspec.convert(fields, model.Incident))
    return store_of(msgspec.convert(head, StoreHead), incidents)


def _incident_rows(db: sqlite3.Connection) -> Iterator[Any]:
    yield from db.execute("SELECT * FROM incidents")
    undated = "SELECT 1 FROM sqlite_master WHERE name = 'incidents_undated'"
    if db.execute(undated).fetchone():  # until 0.1 all were in one layer
        yield from db.execute("SELECT * FROM incidents_undated")


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
