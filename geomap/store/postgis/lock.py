"""Locks of the database on a schema: of whoever builds, and of whoever writes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from geomap.errors import DataError
from geomap.store.location import Database
from geomap.store.postgis.session import driver, session

_LOCK_WRITE, _LOCK_BUILD = 1, 2  # what an advisory lock is for


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


def hold_to_write(db: Any, database: Database) -> None:
    """Keep other writers out of a schema until the transaction ends."""
    db.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (_LOCK_WRITE, database.schema))
