"""Stores in PostgreSQL with PostGIS: a schema with typed tables that any GIS opens.

`incidents` has a column a property, lists as text[], and `geom`, the point (EPSG:4326), made by the database from
`lon` and `lat`. `reports`, `articles` and `unplaced` keep each record as JSON in `record` beside the columns that
people look at; `incident_reports` says which reports an incident was merged from; `geomap` is what the store says of
itself.

A store is written in one transaction, so that readers see the old one until the new one is whole.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import json
import os
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from geomap import model
from geomap.errors import DataError, MissingExtra
from geomap.store import flat
from geomap.store.features import DECIMALS, StoreHead, head_of, ordered, store_of
from geomap.store.location import Database
from geomap.store.schema import check_schema

_TYPES = {
    str: "text",
    int: "bigint",
    float: "double precision",
    bool: "boolean",
    dt.date: "date",
    tuple: "text[]",
}
_RECORDS = {
    "reports": ("id", "article", "kind", "status", "date_start", "place", "evidence", "source_url"),
    "articles": ("id", "title", "outlet", "url", "published", "sha256"),
    "unplaced": ("text", "article", "sentence", "reason"),
}
# What every layout had: an incident has these always, and nothing is read without the others.
_LEAST = {"incidents": ("id", "slug", "title", "kind", "status"), "geomap": ("key", "value")}
_DAYS = ("date_start", "published")
_HEAD_APART = ("articles", "unplaced")  # tables of their own
TABLES: dict[str, dict[str, str]] = {
    "incidents": {name: _TYPES[kind] for name, kind in flat.TABLE.items()},
    **{
        table: {"number": "bigint"}
        | {name: "date" if name in _DAYS else "text" for name in names}
        | {"record": "json"}
        for table, names in _RECORDS.items()
    },
    "incident_reports": {"incident": "text", "ordinal": "bigint", "report": "text"},
    "geomap": {"key": "text", "value": "json"},
}
_KEYS = {
    "incidents": "PRIMARY KEY (id)",
    "reports": "PRIMARY KEY (id)",
    "articles": "PRIMARY KEY (id)",
    "unplaced": "PRIMARY KEY (number)",
    "incident_reports": "PRIMARY KEY (incident, ordinal)",
    "geomap": "PRIMARY KEY (key)",
}
_INDEXES = ("date_start", "place_id", "admin1", "attacker_id")
_LOCK_WRITE, _LOCK_BUILD = 1, 2  # what an advisory lock is for


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
        db.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (_LOCK_WRITE, database.schema))
        _prepare(db, database)
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
        return bool(_columns(db, database.schema).get("geomap"))


@contextlib.contextmanager
def locked(database: Database, *, wait: float, waiting: Callable[[str], None] | None) -> Iterator[None]:
    """`geomap.store.lock.locked` for a database: an advisory lock, which goes with the connection that holds it."""
    psycopg = driver()
    mine = (_LOCK_BUILD, database.schema)
    with session(database) as db:
        if not db.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", mine).fetchone()[0]:
            if waiting is not None:
                waiting(_holder(db, mine))
            db.execute("SELECT set_config('lock_timeout', %s, true)", (f"{wait * 1000:.0f}",))
            try:
                with db.transaction():
                    db.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", mine)
            except psycopg.errors.LockNotAvailable:
                advice = "wait until it is done; the lock goes with its connection"
                raise DataError(f"in use by {_holder(db, mine)}", file=str(database), advice=advice) from None
        db.commit()  # an open transaction of hours would keep the database from tidying up
        yield


def _holder(db: Any, mine: tuple[int, str]) -> str:
    found = db.execute(
        "SELECT application_name, usename FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE granted "
        "AND locktype = 'advisory' AND classid = %s AND objid::bigint = hashtext(%s)::bigint & 4294967295",
        mine,
    ).fetchone()
    return f"{found[0] or 'another program'} ({found[1]})" if found else "another geomap"


@contextlib.contextmanager
def session(database: Database, *, readonly: bool = True) -> Iterator[Any]:
    """A connection and a transaction: committed at the end, rolled back when something fails.

    What the database says of a failure becomes a DataError of one line.
    """
    psycopg = driver()
    try:
        with psycopg.connect(
            database.url,
            application_name=f"geomap process {os.getpid()} on {socket.gethostname()}"[:63],
            connect_timeout=10,
        ) as db:
            db.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            db.read_only = readonly
            db.execute("SELECT set_config('search_path', %s, false)", (_path(db, database.schema),))
            yield db
    except psycopg.Error as error:
        first = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
        raise DataError(first, file=str(database), advice=_advice(error, psycopg)) from error


def driver() -> Any:
    """The module psycopg."""
    try:
        return importlib.import_module("psycopg")
    except ImportError:
        raise MissingExtra("psycopg", "postgis", "a store in PostgreSQL") from None


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _advice(error: Exception, psycopg: Any) -> str | None:
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return "ask the database's administrator for the right"
    if (
        isinstance(error, psycopg.ProgrammingError) and error.sqlstate is None
    ):  # libpq did not take the address
        return "an address is postgresql://USER@HOST/DATABASE?schema=NAME"
    return None


def _path(db: Any, schema: str) -> str:
    """Where names are looked for: the store's schema, then the one that PostGIS lives in."""
    found = db.execute(
        "SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'postgis'"
    ).fetchone()
    return f"{quoted(schema)}, {found[0] if found else 'public'}"


# --- tables -------------------------------------------------------------------------------------------------


def _columns(db: Any, schema: str) -> dict[str, list[str]]:
    """The columns of the tables and views of a schema."""
    rows = db.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = %s "
        "ORDER BY table_name, ordinal_position",
        (schema,),
    )
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found


def require(db: Any, database: Database, *, older: bool = False) -> list[str]:
    """Refuse a schema without a store, or with tables of another make.

    Args:
        db: The connection.
        database: Whose schema.
        older: Whether incidents may lack what an older geomap did not know.

    Returns:
        Which columns of `incidents` are there.

    Raises:
        DataError: It is one.
    """
    there = _columns(db, database.schema)
    if "geomap" not in there:
        advice = "geomap build ARTICLES -o with this address makes one"
        raise DataError(f"no store in the schema {database.schema!r}", file=str(database), advice=advice)
    for table, columns in TABLES.items():
        needed = _LEAST.get(table, columns) if older else columns
        missing = [column for column in needed if column not in there.get(table, ())]
        if missing:
            advice = f"an older one: geomap export {database} -o {database} brings it up to date"
            what = f"not a store of this geomap: {table} has no column {missing[0]}"
            raise DataError(what, file=str(database), advice=advice)
    return [name for name in flat.TABLE if name in there["incidents"]]


def _prepare(db: Any, database: Database) -> None:
    """Make what is missing. Tables of an older geomap are made anew, those of somebody else never touched."""
    there = _columns(db, database.schema)
    if there and "geomap" not in there and set(there) & set(TABLES):
        what = f"the schema {database.schema!r} holds tables that geomap did not make"
        raise DataError(what, file=str(database), advice="name another one with ?schema=NAME")
    if not db.execute("SELECT 1 FROM pg_extension WHERE extname = 'postgis'").fetchone():
        _add_postgis(db, database)
    if not db.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (database.schema,)).fetchone():
        db.execute(f"CREATE SCHEMA {quoted(database.schema)}")
    db.execute("SELECT set_config('search_path', %s, false)", (_path(db, database.schema),))
    for table, columns in TABLES.items():
        wanted = [*columns, "geom"] if table == "incidents" else [*columns]
        if there.get(table) == wanted:
            continue
        if table in there:
            db.execute(f"DROP TABLE {quoted(table)}")
        _create(db, table, columns)


def _add_postgis(db: Any, database: Database) -> None:
    psycopg = driver()
    try:
        with db.transaction():
            db.execute("CREATE EXTENSION postgis")
    except psycopg.Error as error:
        advice = "an administrator runs: CREATE EXTENSION postgis"
        raise DataError("the database has no PostGIS", file=str(database), advice=advice) from error


def _create(db: Any, table: str, columns: dict[str, str]) -> None:
    parts = [f"{quoted(name)} {kind}" for name, kind in columns.items()]
    if table == "incidents":
        point = "ST_SetSRID(ST_MakePoint(lon, lat), 4326)"
        parts.append(f"geom geometry(Point, 4326) GENERATED ALWAYS AS ({point}) STORED")
    db.execute(f"CREATE TABLE {quoted(table)} ({', '.join([*parts, _KEYS[table]])})")
    if table == "incidents":
        db.execute("CREATE INDEX ON incidents USING gist (geom)")
        for column in _INDEXES:
            db.execute(f"CREATE INDEX ON incidents ({column})")
    if table == "incident_reports":
        db.execute("CREATE INDEX ON incident_reports (report)")


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
    names = _RECORDS[table]
    for number, one in enumerate(records, start=1):
        yield (number, *(getattr(one, name) for name in names), msgspec.json.encode(one).decode())
