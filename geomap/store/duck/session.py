"""DuckDB with one GeoParquet file: statements in, rows out, and what is wrong with the file in words."""

from __future__ import annotations

import contextlib
import importlib
from pathlib import Path
from typing import Any

from geomap.errors import DataError, MissingExtra
from geomap.store import flat, sql
from geomap.store.duck import older
from geomap.store.part import BATCH

Rows = list[tuple[Any, ...]]
# The engine itself, then the package around it: what that adds for pandas, polars and Arrow takes 80 ms to import,
# as long as the answer to a question over ten million rows takes, and no question here needs it.
_ENGINES = ("_duckdb", "duckdb")
_NEEDED = ("connect", "Error", "BinderException")
_LEAST = frozenset({"id", "slug", "title", "kind", "status"})  # columns without which it is no store


def _engine() -> Any:
    """The module that answers. Raises MissingExtra where there is none."""
    for name in _ENGINES:
        with contextlib.suppress(ImportError):
            module = importlib.import_module(name)
            if all(hasattr(module, one) for one in _NEEDED):
                return module
    raise MissingExtra("duckdb", "scale", "asking a GeoParquet store")


class Session:
    """A connection of its own.

    Args:
        path: A Parquet file.

    Attributes:
        path: The same.
        name: The file as a literal.
        file: What stands for its rows after FROM; they have a `file_row_number` too.

    Raises:
        MissingExtra: duckdb is not installed.
    """

    def __init__(self, path: Path) -> None:
        self._duckdb = _engine()
        self.path = path
        self._db = self._duckdb.connect(
            config={
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "preserve_insertion_order": "false",
            }
        )
        # After two seconds DuckDB would draw its progress on stdout, among the data.
        self._db.execute("SET enable_progress_bar_print = false")
        with contextlib.suppress(self._duckdb.Error):  # not every DuckDB knows it
            # Read the footer once, not for each statement.
            self._db.execute("SET parquet_metadata_cache = true")
        name = str(path.absolute())
        for sign in "[?*":  # DuckDB would look for other files
            name = name.replace(sign, f"[{sign}]")
        self.name = sql.text(name)
        self.file = f"read_parquet({self.name}, file_row_number = true)"

    def rows(self, statement: str) -> Rows:
        """All that a statement answers.

        Raises:
            DataError: The file is broken, or not a store; so do all that ask it.
        """
        return self.run(statement).fetchall()  # type: ignore[no-any-return]

    def run(self, statement: str, values: list[Any] | None = None) -> Any:
        """The cursor of a statement."""
        try:
            return self._db.execute(statement, values)
        except self._duckdb.BinderException as error:  # a column that is not there, or of another type
            plain = self.file
            if self._completed():
                return self.run(statement.replace(plain, self.file), values)
            advice = "geomap build makes stores"
            raise DataError("not a store of geomap", file=self.path, advice=advice) from error
        except self._duckdb.Error as error:
            raise self._unreadable(error) from error

    def add(self, table: str, rows: Rows) -> None:
        """Put rows into a table of one column or more."""
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def fetched(self, cursor: Any) -> Rows:
        """The next rows of a cursor; none at the end."""
        try:
            return cursor.fetchmany(BATCH)  # type: ignore[no-any-return]
        except self._duckdb.Error as error:
            raise self._unreadable(error) from error

    def _completed(self) -> bool:
        """Whether columns that an older geomap did not know had to be added, empty, to what is read."""
        described = self._db.execute(f"DESCRIBE SELECT * FROM {self.file}").fetchall()
        there = {row[0] for row in described}
        if not there.issuperset(_LEAST) or there.issuperset(flat.TABLE.keys() | {"several"}):
            return False
        self.file = older.completed(self.file, there)
        return True

    def _unreadable(self, error: Exception) -> DataError:
        first = str(error).partition("\n")[0]
        return DataError(f"cannot be read ({first})", file=self.path)
