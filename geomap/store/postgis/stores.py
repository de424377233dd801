"""A store in a schema, read and written whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from geomap import model
from geomap.errors import DataError
from geomap.store import flat
from geomap.store.features import DECIMALS, StoreHead, store_of
from geomap.store.location import Database
from geomap.store.part import Part, batches
from geomap.store.part import part as part_of
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
    """Replace the store in a schema, as `write_part` does."""
    write_part(part_of(store), database)


def write_part(part: Part, database: Database) -> None:
    """Replace the store in a schema, whole or not at all. The schema and its tables are made where they are missing.

    Raises:
        DataError: The schema holds tables of somebody else, PostGIS is not there, or the database refuses.
        MissingExtra: psycopg is not installed.
    """
    reports: dict[str, model.Report] = {}
    merged: list[tuple[str, int, str]] = []
    with session(database, readonly=False) as db:
        hold_to_write(db, database)
        prepare(db, database)
        for table in TABLES:
            db.execute(f"DELETE FROM {quoted(table)}")
        _copy(db, "incidents", _rows(part, reports, merged))
        _copy(db, "reports", _records("reports", (report for _, report in sorted(reports.items()))))
        _copy(db, "articles", _records("articles", part.head.articles))
        _copy(db, "unplaced", _records("unplaced", part.head.unplaced))
        _copy(db, "incident_reports", merged)
        plain = msgspec.to_builtins(part.head)
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


def _rows(
    part: Part, reports: dict[str, model.Report], merged: list[tuple[str, int, str]]
) -> Iterator[tuple[Any, ...]]:
    """The incidents as they come, which may be too many to be held; their reports are put aside on the way."""
    for batch in batches(part.read()):
        for one in batch:
            for number, report in enumerate(one.reports, start=1):
                merged.append((one.id, number, report.id))
                reports[report.id] = report
        yield from zip(*(_column(batch, name) for name in flat.TABLE), strict=True)


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
