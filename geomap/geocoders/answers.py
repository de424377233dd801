"""Answers of online geocoders, kept in SQLite in the user's cache folder. Failures are never among them."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from pathlib import Path
from typing import Any

from geomap.gazetteer.cache import cache_dir

DAY = 86_400
KEEP_FOUND, KEEP_NOT_FOUND = 365 * DAY, 30 * DAY  # maps grow: what is not there today may be next month


class Answers:
    """The kept answers. A file that is broken or cannot be written costs requests, nothing else.

    Args:
        path: The file; `geocoded.sqlite` in the cache folder by default.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or cache_dir() / "geocoded.sqlite"

    def has(self, host: str, name: str, country: str | None) -> bool:
        """Whether the answer is kept, also if it is that nothing bears the name."""
        return self._row(host, name, country) is not None

    def get(self, host: str, name: str, country: str | None) -> dict[str, Any] | None:
        """The record that was answered; None for "not found" (see `has`)."""
        row = self._row(host, name, country)
        found: dict[str, Any] | None = json.loads(row) if row else None
        return found

    def put(self, host: str, name: str, country: str | None, record: dict[str, Any] | None) -> None:
        """Keep an answer; `record` None is "not found"."""
        with contextlib.suppress(sqlite3.Error), self._open() as db:
            row = (host, name, country or "", json.dumps(record), time.time())
            db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def _row(self, host: str, name: str, country: str | None) -> str | None:
        with contextlib.suppress(sqlite3.Error), self._open() as db:
            query = "SELECT record, asked FROM answers WHERE host = ? AND name = ? AND country = ?"
            row = db.execute(query, (host, name, country or "")).fetchone()
            if row and time.time() - row[1] < (KEEP_NOT_FOUND if row[0] == "null" else KEEP_FOUND):
                return str(row[0])
        return None

    @contextlib.contextmanager
    def _open(self) -> Any:
        db = sqlite3.connect(self._path, timeout=5)
        try:
            with db:
                db.execute(
                    "CREATE TABLE IF NOT EXISTS answers (host TEXT, name TEXT, country TEXT, record TEXT, asked REAL, "
                    "PRIMARY KEY (host, name, country))"
                )
                yield db
        finally:
            db.close()
