"""The tables of a store in PostgreSQL: their columns, whether they are there, and how they are made."""

from __future__ import annotations

import datetime as dt
from typing import Any

from geomap.errors import DataError
from geomap.store import flat
from geomap.store.location import Database
from geomap.store.postgis.session import driver, quoted, search_path

_TYPES = {
    str: "text",
    int: "bigint",
    float: "double precision",
    bool: "boolean",
    dt.date: "date",
    tuple: "text[]",
}
RECORDS = {
    "reports": ("id", "article", "kind", "status", "date_start", "place", "evidence", "source_url"),
    "articles": ("id", "title", "outlet", "url", "published", "sha256"),
    "unplaced": ("text", "article", "sentence", "reason"),
}
# What every layout had: an incident has these always, and nothing is read without the others.
_LEAST = {"incidents": ("id", "slug", "title", "kind", "status"), "geomap": ("key", "value")}
_DAYS = ("date_start", "published")
TABLES: dict[str, dict[str, str]] = {
    "incidents": {name: _TYPES[kind] for name, kind in flat.TABLE.items()},
    **{
        table: {"number": "bigint"}
        | {name: "date" if name in _DAYS else "text" for name in names}
        | {"record": "json"}
        for table, names in RECORDS.items()
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


def columns_of(db: Any, schema: str) -> dict[str, list[str]]:
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
    there = columns_of(db, database.schema)
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


def prepare(db: Any, database: Database) -> None:
    """Make what is missing. Tables of an older geomap are made anew, those of somebody else never touched."""
    there = columns_of(db, database.schema)
    if there and "geomap" not in there and set(there) & set(TABLES):
        what = f"the schema {database.schema!r} holds tables that geomap did not make"
        raise DataError(what, file=str(database), advice="name another one with ?schema=NAME")
    if not db.execute("SELECT 1 FROM pg_extension WHERE extname = 'postgis'").fetchone():
        _add_postgis(db, database)
    if not db.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (database.schema,)).fetchone():
        db.execute(f"CREATE SCHEMA {quoted(database.schema)}")
    db.execute("SELECT set_config('search_path', %s, false)", (search_path(db, database.schema),))
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
