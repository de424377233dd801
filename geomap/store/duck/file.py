"""`File`: a GeoParquet store, open for questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from geomap import model
from geomap.filters import Answer
from geomap.store import sql
from geomap.store.duck import records
from geomap.store.duck.hits import among, hits
from geomap.store.duck.session import Session
from geomap.store.features import StoreHead
from geomap.store.found import Counted, Found, Question
from geomap.store.part import Part
from geomap.store.schema import check_schema


class _Version(msgspec.Struct, frozen=True):
    schema_version: int = 0


class File:
    """A GeoParquet store, open for questions; see `geomap.store.found.Asked`. All methods raise what `ask` does.

    Args:
        path: A file that `geomap.store.parquet` wrote.

    Raises:
        MissingExtra: duckdb is not installed.
    """

    def __init__(self, path: Path) -> None:
        self._session = Session(path)

    def ask(self, question: Question) -> Found:
        """As `Asked.ask`."""
        return self._answer(question)[0]

    def part(self, question: Question) -> tuple[list[Counted], Part, int]:
        """All that a question leaves, to be read some thousands at a time; nothing is held in memory.

        Returns:
            How many answer how surely; those that are taken; how many of these may not be passed on.
        """
        least = question.least
        found, asked = self._answer(question._replace(limit=0))
        number = sum(one.number for one in found.counted if min(one.space, one.time) >= least)
        self._session.run(
            f'CREATE OR REPLACE TEMP TABLE taken AS SELECT "row" FROM {asked} '
            f'WHERE least("space", "time") >= {int(least)}'
        )
        file = self._session.file
        whole = number == self._session.rows(f"SELECT count(*) FROM {file}")[0][0]
        where = "true" if whole else 'file_row_number IN (SELECT "row" FROM taken)'
        head = self.head() if whole else self._head_of(where)
        part = Part(
            head,
            number,
            read=lambda: records.stream(self._session, f"{where} ORDER BY date_start NULLS LAST, id"),
            along_curve=lambda: records.stream(self._session, f"{where} ORDER BY file_row_number"),
        )
        kept_back = self._session.rows(f"SELECT count(*) FROM {file} WHERE {where} AND NOT redistribute")
        return found.counted, part, kept_back[0][0]

    def facts(
        self, off_status: Iterable[str], off_origin: Iterable[str]
    ) -> tuple[dict[str, int], tuple[dt.date | None, dt.date | None]]:
        """Numbers of incidents, reports and places, and the first and last day.

        Args:
            off_status: Incidents of these states are off the map.
            off_origin: So are those of these origins.
        """
        status, origin = (", ".join(map(sql.text, sorted(one))) for one in (off_status, off_origin))
        *counts, first, last = self._session.rows(
            f"SELECT count(*), count(*) FILTER (status IN ({status}) OR origin IN ({origin})), "
            "count(DISTINCT place_id) FILTER (place_id <> ''), count(*) FILTER (lon IS NULL), "
            "count(*) FILTER (date_start IS NULL), min(date_start), "
            f"max(coalesce(date_end, date_start)) FILTER (date_start IS NOT NULL) FROM {self._session.file}"
        )[0]
        names = ("incidents", "off the map", "places", "without a point", "undated")
        numbers = dict(zip(names, counts, strict=True))
        return numbers | {"reports": records.number_of_reports(self._session)}, (first, last)

    def how_many(self, *conditions: Mapping[str, Iterable[str]]) -> tuple[int, ...]:
        """For each condition (columns with their values) how many rows of the file fulfil it."""

        def test(wanted: Mapping[str, Iterable[str]]) -> str:
            lists = {column: ", ".join(map(sql.text, sorted(values))) for column, values in wanted.items()}
            return " AND ".join(f'"{column}" IN ({listed})' for column, listed in lists.items())

        columns = ", ".join(f"count(*) FILTER ({test(one)})" for one in conditions)
        return self._session.rows(f"SELECT {columns} FROM {self._session.file}")[0]

    def head(self) -> StoreHead:
        """What the store says of itself."""
        rows = self._session.rows(f"SELECT geomap FROM {self._session.file} WHERE file_row_number = 0")
        if rows and rows[0][0]:
            version = msgspec.json.decode(rows[0][0], type=_Version).schema_version
            check_schema(version, self._session.path)
            return msgspec.json.decode(rows[0][0], type=StoreHead)
        # Without a row it stands in the metadata of the file alone.
        kept = self._session.rows(
            f"SELECT value FROM parquet_kv_metadata({self._session.name}) WHERE key = 'geomap'"
        )
        return msgspec.json.decode(kept[0][0], type=StoreHead) if kept else StoreHead()

    def _answer(self, question: Question) -> tuple[Found, str]:
        """The answer, and the relation of the rows that it is made of."""
        asked, number = hits(self._session, question.filter, question.context, question.by)
        columns = ", ".join([*(f'"{name}"' for name in question.by), '"space"', '"time"'])
        rows = self._session.rows(f"SELECT {columns}, {number} FROM {asked} GROUP BY ALL")
        counted = [Counted(tuple(row[:-3]), Answer(row[-3]), Answer(row[-2]), row[-1]) for row in rows]
        shown = [] if question.by else self._shown(asked, counted, question)
        return Found(counted, shown), asked

    def _shown(self, asked: str, counted: list[Counted], question: Question) -> list[model.Incident]:
        number = sum(one.number for one in counted if min(one.space, one.time) >= question.least)
        if number == 0 or question.limit == 0:
            return []
        sure = f'FROM {asked} AS h WHERE least(h."space", h."time") >= {int(question.least)}'
        first = f'SELECT h."row" {sure}'
        if question.limit is not None and number > question.limit:  # whose ids come first must be looked up
            ids = f"(SELECT file_row_number, id FROM {self._session.file})"
            first = (
                f'SELECT s."row" FROM (SELECT h."row", h.date_start {sure}) AS s '
                f'JOIN {ids} AS f ON f.file_row_number = s."row" '
                f"ORDER BY s.date_start NULLS LAST, f.id LIMIT {question.limit:d}"
            )
        self._session.run(f"CREATE OR REPLACE TEMP TABLE shown AS {first}")
        return [
            one for _, one in records.read(self._session, among(self._session, "shown"), question.columns)
        ]

    def _head_of(self, where: str) -> StoreHead:
        """The head with the articles that tell of some rows, and no others."""
        head = self.head()
        rows = self._session.rows(f"SELECT DISTINCT unnest(articles) FROM {self._session.file} WHERE {where}")
        cited = {row[0] for row in rows}
        return msgspec.structs.replace(
            head,
            articles=tuple(entry for entry in head.articles if entry.id in cited),
            unplaced=tuple(name for name in head.unplaced if name.article in cited),
            dropped=(),
        )
