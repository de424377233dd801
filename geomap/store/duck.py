"""Questions to a GeoParquet store by DuckDB: only the columns and groups of rows that an answer needs are read.

No extension is loaded. SQL answers what it can (`geomap.store.sql`); outlines, the edges of circles and free text
are decided by the Python predicate, once for each different place, on what SQL left.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import tempfile
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from geomap import model
from geomap.errors import DataError, MissingExtra
from geomap.filters import Answer, Context, Filter, predicate
from geomap.store import flat, sql
from geomap.store.columns import incidents
from geomap.store.features import StoreHead
from geomap.store.found import Counted, Found
from geomap.store.part import BATCH, Part
from geomap.store.schema import check_schema

_REPORTS = msgspec.json.Decoder(tuple[model.Report, ...])
_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_RECORD = ", ".join(f'"{name}"' for name in (*flat.TABLE, "reports"))
_MEMORY = "1GB"  # of DuckDB while a part is streamed
_EMPTY = {
    int: "NULL::BIGINT", float: "NULL::DOUBLE", bool: "NULL::BOOLEAN", dt.date: "NULL::DATE", tuple: "[]::VARCHAR[]"
}  # fmt: skip
_BLANK = {"id": "", "slug": "", "title": "", "kind": "other", "status": "reported"}


def _overlaps(several: str, values: list[str]) -> str:
    # Most lists are of one value, and looking at that is four times quicker than comparing lists.
    listed = ", ".join(map(sql.text, values))
    return (
        f"CASE len({several}) WHEN 0 THEN false WHEN 1 THEN coalesce({several}[1] IN ({listed}), false) "
        f"ELSE list_has_any({several}, [{listed}]) END"
    )


def _folded(function: str, decisive: str) -> Callable[[list[str]], str]:
    def fold(answers: list[str]) -> str:
        listed = f"[{', '.join(answers)}]"
        return (
            f"CASE WHEN list_contains({listed}, {decisive}) THEN {decisive} "
            f"WHEN len(list_filter({listed}, lambda a: a IS NULL)) > 0 THEN NULL ELSE {function}({listed}) END"
        )

    return fold


DIALECT = sql.Dialect(_overlaps, best=_folded("list_max", "3"), worst=_folded("list_min", "0"))


class _Version(msgspec.Struct, frozen=True):
    schema_version: int = 0


class File:
    """A GeoParquet store, open for questions.

    Args:
        path: A file that `geomap.store.parquet` wrote.

    Raises:
        MissingExtra: duckdb is not installed.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._duckdb: Any = importlib.import_module("duckdb")
        except ImportError:
            raise MissingExtra("duckdb", "scale", "asking a GeoParquet store") from None
        self._path = path
        self._asked = ""  # the relation of what answered last
        self._db = self._duckdb.connect(
            config={
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "preserve_insertion_order": "false",
            }
        )
        with contextlib.suppress(self._duckdb.Error):  # not every DuckDB knows it
            self._db.execute(
                "SET parquet_metadata_cache = true"
            )  # read the footer once, not for each statement
        name = str(path.absolute())
        for sign in "[?*":  # DuckDB would look for other files
            name = name.replace(sign, f"[{sign}]")
        self._name = sql.text(name)
        self._file = f"read_parquet({self._name}, file_row_number = true)"

    def ask(
        self,
        filter: Filter,
        context: Context,
        least: Answer = Answer.LIKELY,
        *,
        limit: int | None = None,
        by: Sequence[str] = (),
    ) -> Found:
        """The answer to a question.

        Args:
            filter: The question.
            context: What its ids stand for.
            least: How sure it must be for an incident to be shown.
            limit: How many incidents are shown at most.
            by: Columns by whose values to count; then no incident is shown.

        Raises:
            DataError: The file is broken, or not a store.
        """
        asked = sql.compile(filter, context, self._days, self._attackers, DIALECT)
        hits = self._hits(asked, filter, context, tuple(by))
        names = [f'"{name}"' for name in by]
        self._asked = hits
        columns = ", ".join([*names, '"space"', '"time"'])
        rows = self._rows(f"SELECT {columns}, count(*) FROM {hits} GROUP BY ALL")
        counted = [Counted(tuple(row[:-3]), Answer(row[-3]), Answer(row[-2]), row[-1]) for row in rows]
        return Found(counted, [] if by else self._shown(hits, least, limit))

    def part(
        self, filter: Filter, context: Context, least: Answer = Answer.LIKELY
    ) -> tuple[list[Counted], Part, int]:
        """All that a question leaves, to be read some thousands at a time; nothing is held in memory.

        Args:
            filter: The question.
            context: What its ids stand for.
            least: How sure it must be for an incident to be taken.

        Returns:
            How many answer how surely; those that are taken; how many of these may not be passed on.

        Raises:
            DataError: The file is broken, or not a store.
        """
        found = self.ask(filter, context, least, limit=0)
        number = sum(one.number for one in found.counted if min(one.space, one.time) >= least)
        self._run(
            f'CREATE OR REPLACE TEMP TABLE taken AS SELECT "row" FROM {self._asked} '
            f'WHERE least("space", "time") >= {int(least)}'
        )
        whole = number == self._rows(f"SELECT count(*) FROM {self._file}")[0][0]
        where = "true" if whole else 'file_row_number IN (SELECT "row" FROM taken)'
        head = self.head() if whole else self._head_of(where)
        part = Part(
            head,
            number,
            read=lambda: self._stream(f"{where} ORDER BY date_start NULLS LAST, id"),
            along_curve=lambda: self._stream(f"{where} ORDER BY file_row_number"),
        )
        kept_back = self._rows(f"SELECT count(*) FROM {self._file} WHERE {where} AND NOT redistribute")[0][0]
        return found.counted, part, kept_back

    def facts(
        self, off_status: Iterable[str], off_origin: Iterable[str]
    ) -> tuple[dict[str, int], tuple[dt.date | None, dt.date | None]]:
        """Numbers of incidents, reports and places, and the first and last day.

        Args:
            off_status: Incidents of these states are off the map.
            off_origin: So are those of these origins.

        Raises:
            DataError: The file is broken, or not a store.
        """
        status, origin = (", ".join(map(sql.text, sorted(one))) for one in (off_status, off_origin))
        *counts, first, last = self._rows(
            f"SELECT count(*), count(*) FILTER (status IN ({status}) OR origin IN ({origin})), "
            "count(DISTINCT place_id) FILTER (place_id <> ''), count(*) FILTER (lon IS NULL), "
            "count(*) FILTER (date_start IS NULL), min(date_start), "
            f"max(coalesce(date_end, date_start)) FILTER (date_start IS NOT NULL) FROM {self._file}"
        )[0]
        names = ("incidents", "off the map", "places", "without a point", "undated")
        numbers = dict(zip(names, counts, strict=True)) | {"reports": self._number_of_reports()}
        return numbers, (first, last)

    def _number_of_reports(self) -> int:
        answer = self._run(f"SELECT reports FROM {self._file} WHERE reports IS NOT NULL")
        number = 0
        while rows := self._fetched(answer):
            number += sum(len(_LIST.decode(text)) for (text,) in rows if text)
        return number

    def how_many(self, *conditions: Mapping[str, Iterable[str]]) -> tuple[int, ...]:
        """For each condition (columns with their values) how many rows of the file fulfil it.

        Raises:
            DataError: The file is broken, or not a store.
        """

        def test(wanted: Mapping[str, Iterable[str]]) -> str:
            lists = {column: ", ".join(map(sql.text, sorted(values))) for column, values in wanted.items()}
            return " AND ".join(f'"{column}" IN ({listed})' for column, listed in lists.items())

        columns = ", ".join(f"count(*) FILTER ({test(one)})" for one in conditions)
        return self._rows(f"SELECT {columns} FROM {self._file}")[0]

    def head(self) -> StoreHead:
        """What the store says of itself."""
        rows = self._rows(f"SELECT geomap FROM {self._file} WHERE file_row_number = 0")
        if rows and rows[0][0]:
            check_schema(msgspec.json.decode(rows[0][0], type=_Version).schema_version, self._path)
            return msgspec.json.decode(rows[0][0], type=StoreHead)
        # Without a row it stands in the metadata of the file alone.
        kept = self._rows(f"SELECT value FROM parquet_kv_metadata({self._name}) WHERE key = 'geomap'")
        return msgspec.json.decode(kept[0][0], type=StoreHead) if kept else StoreHead()

    # --- what is left, step by step -------------------------------------------------------------------------

    def _hits(self, asked: sql.Compiled, filter: Filter, context: Context, by: tuple[str, ...]) -> str:
        """A relation of the rows that answer at least possibly, with `row`, `space`, `time` and the columns of `by`."""
        everywhere = asked.exact and asked.space == asked.time
        plain = f"{asked.plain} AND {asked.late}" if everywhere and asked.late else asked.plain
        names = dict.fromkeys(("date_start", *by, *(() if asked.exact else sql.PLACE)))
        columns = ", ".join(f'"{name}"' for name in names)
        base = (
            f'SELECT * FROM (SELECT file_row_number AS "row", {columns}, {asked.space} AS "space", '
            f'{asked.time} AS "time" FROM {self._file} WHERE {plain}) '
            'WHERE "time" > 0 AND ("space" IS NULL OR "space" > 0)'
        )
        if (
            asked.exact
            and (everywhere or asked.late is None)
            and filter.text is None
            and (by or filter == Filter())
        ):
            return f"({base})"
        self._run(f"CREATE OR REPLACE TEMP TABLE hits AS {base}")
        if asked.late is not None and not everywhere:
            self._keep(
                f"SELECT file_row_number FROM {self._file} WHERE {self._among_hits()} AND {asked.late}"
            )
        if filter.text is not None:
            self._keep_text(filter, context)
        if not asked.exact:
            self._decide(filter, context)
        return "hits"

    def _among_hits(self) -> str:
        """What lets DuckDB skip the groups of rows without a hit."""
        first, last = self._rows('SELECT min("row"), max("row") FROM hits')[0]
        if first is None:
            return "false"
        return f'file_row_number BETWEEN {first} AND {last} AND file_row_number IN (SELECT "row" FROM hits)'

    def _keep(self, rows: str) -> None:
        self._run(f'CREATE OR REPLACE TEMP TABLE hits AS SELECT * FROM hits WHERE "row" IN ({rows})')

    def _decide(self, filter: Filter, context: Context) -> None:
        """Ask the predicate about each different place of which SQL does not know."""
        places = ", ".join(f'"{name}"' for name in sql.PLACE)
        keys = self._rows(f'SELECT DISTINCT {places} FROM hits WHERE "space" IS NULL')
        where = Filter(
            regions=filter.regions, bbox=filter.bbox, near=filter.near
        )  # of blanks: origin articles
        judge = predicate(where, context)
        self._run(
            "CREATE OR REPLACE TEMP TABLE decided (place_id VARCHAR, country VARCHAR, admin1 VARCHAR, "
            "precision VARCHAR, radius_km DOUBLE, point_is VARCHAR, lon DOUBLE, lat DOUBLE, answer INTEGER)"
        )
        answers = [(*key, int(judge(_incident(zip(sql.PLACE, key, strict=True))).space)) for key in keys]
        for start in range(0, len(answers), 1000):
            part = answers[start : start + 1000]
            marks = ", ".join([f"({', '.join('?' * (len(sql.PLACE) + 1))})"] * len(part))
            self._run(f"INSERT INTO decided VALUES {marks}", [value for row in part for value in row])
        same = " AND ".join(f'hits."{name}" IS NOT DISTINCT FROM decided."{name}"' for name in sql.PLACE)
        self._run(
            "CREATE OR REPLACE TEMP TABLE hits AS SELECT * FROM (SELECT hits.* "
            f'REPLACE (coalesce("space", answer) AS "space") FROM hits '
            f'LEFT JOIN decided ON "space" IS NULL AND {same}) WHERE "space" > 0'
        )

    def _keep_text(self, filter: Filter, context: Context) -> None:
        """Look for words in all the texts of what is left."""
        judge = predicate(Filter(text=filter.text, statuses=_ALL_STATUS, origins=_ALL_ORIGINS), context)
        kept = [(row,) for row, one in self._read(self._among_hits()) if judge(one).answer]
        self._run('CREATE OR REPLACE TEMP TABLE told ("row" BIGINT)')
        if kept:
            self._db.executemany("INSERT INTO told VALUES (?)", kept)
        self._keep('SELECT "row" FROM told')

    def _shown(self, hits: str, least: Answer, limit: int | None) -> list[model.Incident]:
        top = "" if limit is None else f"LIMIT {limit:d}"
        self._run(
            f'CREATE OR REPLACE TEMP TABLE shown AS SELECT h."row" FROM {hits} AS h '
            f'JOIN (SELECT file_row_number, id FROM {self._file}) AS f ON f.file_row_number = h."row" '
            f'WHERE least(h."space", h."time") >= {int(least)} '
            f"ORDER BY h.date_start NULLS LAST, f.id {top}"
        )
        first, last = self._rows('SELECT min("row"), max("row") FROM shown')[0]
        if first is None:
            return []
        found = self._read(
            f'file_row_number BETWEEN {first} AND {last} AND file_row_number IN (SELECT "row" FROM shown)'
        )
        return [one for _, one in found]

    def _read(self, where: str) -> list[tuple[int, model.Incident]]:
        """Whole records, by day and id, with their row numbers."""
        rows = self._rows(
            f"SELECT file_row_number, {_RECORD} FROM {self._file} WHERE {where} ORDER BY date_start NULLS LAST, id"
        )
        return self._records(rows) if rows else []

    def _stream(self, where: str) -> Iterator[model.Incident]:
        """Whole records, some thousands at a time; DuckDB sorts on the disk what it cannot hold."""
        with tempfile.TemporaryDirectory(prefix="geomap-") as folder:
            self._run(f"SET temp_directory = {sql.text(folder)}")
            self._run(f"SET memory_limit = '{_MEMORY}'")
            answer = self._run(f"SELECT file_row_number, {_RECORD} FROM {self._file} WHERE {where}")
            while rows := self._fetched(answer):
                yield from (one for _, one in self._records(rows))

    def _fetched(self, answer: Any) -> list[tuple[Any, ...]]:
        try:
            return answer.fetchmany(BATCH)  # type: ignore[no-any-return]
        except self._duckdb.Error as error:
            raise self._unreadable(error) from error

    def _head_of(self, where: str) -> StoreHead:
        """The head with the articles that tell of some rows, and no others."""
        head = self.head()
        rows = self._rows(f"SELECT DISTINCT unnest(articles) FROM {self._file} WHERE {where}")
        cited = {row[0] for row in rows}
        return msgspec.structs.replace(
            head,
            articles=tuple(entry for entry in head.articles if entry.id in cited),
            unplaced=tuple(name for name in head.unplaced if name.article in cited),
            dropped=(),
        )

    def _records(self, rows: list[tuple[Any, ...]]) -> list[tuple[int, model.Incident]]:
        numbers, *values = (list(column) for column in zip(*rows, strict=True))
        reports = [_REPORTS.decode(text) if text else () for text in values.pop()]
        try:
            found = list(incidents(dict(zip(flat.TABLE, values, strict=True)), reports))
        except msgspec.ValidationError as error:
            raise DataError(f"not a store of geomap: {error}", file=self._path) from None
        return list(zip(numbers, found, strict=True))

    # --- the database ---------------------------------------------------------------------------------------

    def _days(self) -> Any:
        found = self._rows(f"SELECT min(date_start), max(date_start) FROM {self._file}")[0]
        return found if found[0] else None

    def _attackers(self) -> Iterable[str]:
        several = f"SELECT DISTINCT unnest(attackers) FROM {self._file}"
        rows = self._rows(f"SELECT DISTINCT attacker_id FROM {self._file} UNION {several}")
        return [row[0] for row in rows if row[0]]

    def _rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self._run(statement).fetchall()  # type: ignore[no-any-return]

    def _run(self, statement: str, values: list[Any] | None = None) -> Any:
        try:
            return self._db.execute(statement, values)
        except self._duckdb.BinderException as error:  # a column that is not there, or of another type
            plain = self._file
            if self._completed():
                return self._run(statement.replace(plain, self._file), values)
            advice = "geomap build makes stores"
            raise DataError("not a store of geomap", file=self._path, advice=advice) from error
        except self._duckdb.Error as error:
            raise self._unreadable(error) from error

    def _completed(self) -> bool:
        """Whether columns that an older geomap did not know had to be added, empty, to what is read."""
        described = self._db.execute(f"DESCRIBE SELECT * FROM {self._file}").fetchall()
        there = {row[0] for row in described}
        missing = [name for name in flat.TABLE if name not in there]
        if not missing or not there.issuperset(_BLANK):
            return False
        empty = (f'{_EMPTY.get(flat.TABLE[name], "NULL::VARCHAR")} AS "{name}"' for name in missing)
        self._file = f"(SELECT *, {', '.join(empty)} FROM {self._file})"
        return True

    def _unreadable(self, error: Exception) -> DataError:
        first = str(error).partition("\n")[0]
        return DataError(f"cannot be read ({first})", file=self._path)


_ALL_STATUS = ("reported", "claimed", "confirmed", "disputed", "denied", "planned", "threatened")
_ALL_ORIGINS = typing.get_args(model.Origin)


def _incident(fields: Iterable[tuple[str, Any]]) -> model.Incident:
    """An incident of which only the place is known."""
    return msgspec.convert(_BLANK | {name: v for name, v in fields if v is not None}, model.Incident)
