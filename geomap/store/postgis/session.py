"""Connections to PostgreSQL: a transaction each, and what the database refuses in words."""

from __future__ import annotations

import contextlib
import importlib
import os
import socket
from collections.abc import Iterator
from typing import Any

from geomap.errors import DataError, MissingExtra
from geomap.store.location import Database


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
            db.execute("SELECT set_config('search_path', %s, false)", (search_path(db, database.schema),))
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


def search_path(db: Any, schema: str) -> str:
    """Where names are looked for: the store's schema, then the one that PostGIS lives in."""
    found = db.execute(
        "SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'postgis'"
    ).fetchone()
    return f"{quoted(schema)}, {found[0] if found else 'public'}"
