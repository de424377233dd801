"""A store in a schema, read and written whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from geomap import model
from geomap.errors import DataError
from geomap.store import flat
from geomap.store.features import DECIMALS, StoreHead, head_of, ordered, store_of
from geomap.store.location import Database
from geomap.store.postgis.lock import hold_to_write
from geomap.store.postgis.session import quoted, session
from geomap.store.postgis.tables import RECORDS, TABLES, columns_of, prepare, require
from geomap.store.schema import check_schema

_HEAD_APART = ("articles", "unplaced")  # tables of their own


def read(database: Database) -> model.Store:
    """The store in a schema.

    Raises:
        DataError: No such store, or the database cannot be reached or read.
        MissingExtra: psycopg is not installed.
    """
    with session(database) as db:
        columns = require(db, database, older=True)
        return read_incidents(db, database, "SELECT id FROM incidents", head(db, database), names=columns)


def read_incidents(
    db: Any,
    database: Database,
    ids: str,
    store: StoreHead,
    values: Any = None,
    *,
    names: Sequence[str] = tuple(flat.TABLE),
) -> model.Store:
    """The store of the incidents whose ids a query gives, of which the columns `names` are read.

    Raises:
        DataError: A value is not what geomap wrote.
    """
    decode = msgspec.json.Decoder(model.Report).decode
    try:
        merged: dict[str, list[model.Report]] = {}
        for incident, record in db.execute(
            "SELECT incident, record::text FROM incident_reports JOIN reports ON reports.id = report "
            f'WHERE incident IN ({ids}) ORDER BY incident COLLATE "C", ordinal',
            values,
        ):
            merged.setdefault(incident, []).append(decode(record))
        columns = ", ".join(map(quoted, names))
        found = []
        for row in db.execute(f"SELECT {columns} FROM incidents WHERE id IN ({ids})", values):
            fields = {name: v for name, v in zip(names, row, strict=True) if v is not None}
            fields["reports"] = tuple(merged.get(fields["id"], ()))
            found.append(msgspec.convert(fields, model.Incident))
    except (msgspec.DecodeError, LookupError, RecursionError) as error:
        raise DataError(f"not a store of geomap: {error}", file=str(database)) from None
    return store_of(store, found)


def head(db: Any, database: Database) -> StoreHead:
    """What the store says of itself.

    Raises:
        DataError: A newer geomap wrote it.
    """
    plain = {key: json.loads(value) for key, value in db.execute("SELECT key, value::text FROM geomap")}
    check_schema(plain.get("schema_version"), str(database))
    for table in _HEAD_APART:
        rows = db.execute(f"SELECT record::text FROM {table} ORDER BY number")
        plain[table] = [json.loads(record) for (record,) in rows]
    return msgspec.convert(plain, StoreHead)


def write(store: model.Store, database: Database) -> None:
    """Replace the store in a schema, whole or not at all. The schema and its tables are made where they are missing.

    Raises:
        DataError: The schema holds tables of somebody else, PostGIS is not there, or the database refuses.
        MissingExtra: psycopg is not installed.
    """
    incidents, above = ordered(store.incidents), head_of(store)
    with session(database, readonly=False) as db:
        hold_to_write(db, database)
        prepare(db, database)
        for table in TABLES:
            db.execute(f"DELETE FROM {quoted(table)}")
        _copy(db, "incidents", zip(*(_column(incidents, name) for name in flat.TABLE), strict=True))
        reports = sorted({report.id: report for one in incidents for report in one.reports}.items())
        _copy(db, "reports", _records("reports", [report for _, report in reports]))
        _copy(db, "articles", _records("articles", above.articles))
        _copy(db, "unplaced", _records("unplaced", above.unplaced))
        _copy(
            db,
            "incident_reports",
            ((one.id, n, report.id) for one in incidents for n, report in enumerate(one.reports, start=1)),
        )
        plain = msgspec.to_builtins(above)
        _copy(db, "geomap", ((k, json.dumps(v)) for k, v in plain.items() if k not in _HEAD_APART))


def exists(database: Database) -> bool:
    """Whether there is a store in the schema.

    Raises:
        DataError: The database cannot be reached.
        MissingExtra: psycopg is not installed.
    """
    with session(database) as db:
        return bool(columns_of(db, database.schema).get("geomap"))


def _copy(db: Any, table: str, rows: Iterable[Sequence[Any]]) -> None:
    names = ", ".join(map(quoted, TABLES[table]))
    with db.cursor() as cursor, cursor.copy(f"COPY {quoted(table)} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _column(incidents: Sequence[model.Incident], name: str) -> list[Any]:
    kind = flat.TABLE[name]
    values = [getattr(one, name) for one in incidents]
    if kind is tuple:
        return [list(value) for value in values]
    if kind is float and name != "radius_km":
        return [None if value is None else round(value, DECIMALS) for value in values]
    return values


def _records(table: str, records: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    names = RECORDS[table]
    for number, one in enumerate(records, start=1):
        yield (number, *(getattr(one, name) for name in names), msgspec.json.encode(one).decode())
