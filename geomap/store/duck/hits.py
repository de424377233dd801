"""The rows of a GeoParquet file that answer a question, step by step."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from geomap import model
from geomap.filters import Context, Filter, predicate
from geomap.store import sql
from geomap.store.decided import decide
from geomap.store.duck import records
from geomap.store.duck.dialect import DIALECT
from geomap.store.duck.session import Session
from geomap.store.parquet import LISTS

_EVERY_STATUS = typing.get_args(model.Status)
_EVERY_ORIGIN = typing.get_args(model.Origin)
_EACH = "count(*)"
_NO_LIST = "NULL::VARCHAR[]"


def hits(session: Session, filter: Filter, context: Context, by: Sequence[str]) -> tuple[str, str]:
    """The rows that answer at least possibly.

    Returns:
        A relation with `space`, `time`, the columns of `by`, and without those also `row`; and what counts its rows:
        each may stand for several.
    """
    asked = sql.compile(filter, context, lambda: _days(session), lambda: _attackers(session), DIALECT)
    scans = _by_sql(session, asked, by)
    if asked.exact and filter.text is None and (by or filter == Filter()):
        if not by:
            return f"({_joined(scan.rows for scan in scans)})", _EACH  # read once, so it need not be kept
        return f"({_joined(_counted(scan, by) for scan in scans)})", 'sum("number")::BIGINT'
    session.run(f"CREATE OR REPLACE TEMP TABLE hits AS {_joined(scan.rows for scan in scans)}")
    if filter.text is not None:
        _keep_telling(session, filter, context)
    if not asked.exact:
        _keep_inside(session, filter, context)
    return "hits", _EACH


class _Scan(NamedTuple):
    """A part of the file that is read at once; in its rows some columns are empty."""

    rows: str
    empty: Collection[str]


def _counted(scan: _Scan, by: Sequence[str]) -> str:
    """How many rows of a scan have the same values.

    Each scan is counted by itself, and by what differs: to compare the empty lists of ten million rows takes as long
    as to read what is in the others.
    """
    differ = [*(f'"{name}"' for name in by if name not in scan.empty), '"space"', '"time"']
    columns = [f'{_NO_LIST} AS "{name}"' if name in scan.empty else f'"{name}"' for name in by]
    return (
        f'SELECT {", ".join([*columns, *differ[-2:]])}, "number" FROM '
        f'(SELECT {", ".join(differ)}, count(*) AS "number" FROM ({scan.rows}) GROUP BY ALL)'
    )


def _joined(relations: Iterable[str]) -> str:
    return " UNION ALL ".join(relations)


def among(session: Session, relation: str) -> str:
    """A condition on the file for the rows of a relation; it lets DuckDB skip the groups of rows without one."""
    first, last = session.rows(f'SELECT min("row"), max("row") FROM {relation}')[0]
    if first is None:
        return "false"
    return f'file_row_number BETWEEN {first} AND {last} AND file_row_number IN (SELECT "row" FROM {relation})'


def _by_sql(session: Session, asked: sql.Compiled, by: Sequence[str]) -> list[_Scan]:
    """The scans that together find every row that answers at least possibly, once."""
    names = dict.fromkeys(("date_start", *by, *(() if asked.exact else sql.PLACE)))

    def select(where: str, empty: Collection[str] = ()) -> Iterator[_Scan]:
        columns = ", ".join(f'{_NO_LIST} AS "{one}"' if one in empty else f'"{one}"' for one in names)
        columns += f', {asked.space} AS "space", {asked.time} AS "time"'
        rows = f'SELECT * FROM (SELECT file_row_number AS "row", {columns} FROM {session.file} WHERE {where}'
        inside = 'WHERE "time" > 0 AND ("space" IS NULL OR "space" > 0)'
        # A scan for each group reads far less than one whose condition joins them by OR.
        return (
            _Scan(f"{rows} AND {group}) {inside}", empty) for group in sql.apart(asked.groups or ("true",))
        )

    if asked.single == asked.plain and LISTS.keys().isdisjoint(by):
        return [*select(asked.plain)]
    # An empty list stands for the value beside it.
    return [*select(f"several = 0 AND {asked.single}", LISTS), *select(f"several <> 0 AND {asked.plain}")]


def _keep_inside(session: Session, filter: Filter, context: Context) -> None:
    """Ask the predicate about each different place of which SQL does not know."""
    places = ", ".join(f'"{name}"' for name in sql.PLACE)
    keys = session.rows(f'SELECT DISTINCT {places} FROM hits WHERE "space" IS NULL')
    if not keys:
        return
    session.run(
        "CREATE OR REPLACE TEMP TABLE decided (place_id VARCHAR, country VARCHAR, admin1 VARCHAR, "
        "precision VARCHAR, radius_km DOUBLE, point_is VARCHAR, lon DOUBLE, lat DOUBLE, answer INTEGER)"
    )
    answers = [(*key, int(one)) for key, one in zip(keys, decide(filter, context, keys), strict=True)]
    for start in range(0, len(answers), 1000):
        part = answers[start : start + 1000]
        marks = ", ".join([f"({', '.join('?' * (len(sql.PLACE) + 1))})"] * len(part))
        session.run(f"INSERT INTO decided VALUES {marks}", [value for row in part for value in row])
    same = " AND ".join(f'hits."{name}" IS NOT DISTINCT FROM decided."{name}"' for name in sql.PLACE)
    session.run(
        "CREATE OR REPLACE TEMP TABLE hits AS SELECT * FROM (SELECT hits.* "
        f'REPLACE (coalesce("space", answer) AS "space") FROM hits '
        f'LEFT JOIN decided ON "space" IS NULL AND {same}) WHERE "space" > 0'
    )


def _keep_telling(session: Session, filter: Filter, context: Context) -> None:
    """Look for words in all the texts of what is left."""
    judge = predicate(Filter(text=filter.text, statuses=_EVERY_STATUS, origins=_EVERY_ORIGIN), context)
    kept = [(row,) for row, one in records.read(session, among(session, "hits")) if judge(one).answer]
    session.run('CREATE OR REPLACE TEMP TABLE told ("row" BIGINT)')
    session.add("told", kept)
    session.run(
        'CREATE OR REPLACE TEMP TABLE hits AS SELECT * FROM hits WHERE "row" IN (SELECT "row" FROM told)'
    )


def _days(session: Session) -> tuple[dt.date, dt.date] | None:
    first, last = session.rows(f"SELECT min(date_start), max(date_start) FROM {session.file}")[0]
    return (first, last) if first else None


def _attackers(session: Session) -> Iterable[str]:
    several = f"SELECT DISTINCT unnest(attackers) FROM {session.file}"
    rows = session.rows(f"SELECT DISTINCT attacker_id FROM {session.file} UNION {several}")
    return [row[0] for row in rows if row[0]]
