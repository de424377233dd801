"""Questions to a store in PostgreSQL: the database answers what SQL can, Python decides on the rest.

Nothing is written, not even a temporary table, so that a user who may only read can ask.
"""

from __future__ import annotations

import typing
from collections.abc import Callable
from typing import Any

from geomap import model
from geomap.filters import Answer, Context, Filter, predicate
from geomap.store import postgis, sql
from geomap.store.decided import decide
from geomap.store.features import StoreHead
from geomap.store.found import Counted, Found, Question
from geomap.store.location import Database

_KEY = f"ROW({', '.join(sql.PLACE)})::text"
_EVERY_STATUS = typing.get_args(model.Status)
_EVERY_ORIGIN = typing.get_args(model.Origin)
_BATCH = 1000  # incidents whose texts are looked through at a time


def _overlaps(several: str, values: list[str]) -> str:
    return f"coalesce({several} && ARRAY[{', '.join(map(sql.text, values))}], false)"


def _folded(function: str, decisive: str) -> Callable[[list[str]], str]:
    def fold(answers: list[str]) -> str:
        return (
            f"(SELECT CASE WHEN bool_or(a = {decisive}) THEN {decisive} WHEN bool_or(a IS NULL) THEN NULL "
            f"ELSE {function}(a) END FROM unnest(ARRAY[{', '.join(answers)}]::int[]) AS a)"
        )

    return fold


DIALECT = sql.Dialect(_overlaps, best=_folded("max", "3"), worst=_folded("min", "0"))


class Table:
    """A store in a database, open for questions; see `geomap.store.found.Asked`.

    Args:
        database: A schema that `geomap.store.postgis` wrote.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(self, question: Question) -> Found:
        """As `Asked.ask`."""
        filter, context, least, limit, by, _ = question
        with postgis.session(self._database) as db:
            postgis.require(db, self._database)
            hits = _hits(db, filter, context, by)
            if filter.text is not None:
                hits = self._telling(db, hits, filter, context)
            names = ", ".join([*map(postgis.quoted, by), "space", "time"])
            rows = db.execute(f"SELECT {names}, count(*) FROM ({hits}) AS hits GROUP BY {names}").fetchall()
            counted = [Counted(_values(row[:-3]), Answer(row[-3]), Answer(row[-2]), row[-1]) for row in rows]
            if by:
                return Found(counted, [])
            return Found(counted, self._shown(db, hits, least, limit))

    def head(self) -> StoreHead:
        """As `Asked.head`."""
        with postgis.session(self._database) as db:
            postgis.require(db, self._database)
            return postgis.head(db, self._database)

    def _telling(self, db: Any, hits: str, filter: Filter, context: Context) -> str:
        """Of the hits those in whose texts the words are."""
        judge = predicate(Filter(text=filter.text, statuses=_EVERY_STATUS, origins=_EVERY_ORIGIN), context)
        ids = [row[0] for row in db.execute(f"SELECT id FROM ({hits}) AS hits ORDER BY id")]
        kept: list[str] = []
        for start in range(0, len(ids), _BATCH):
            part = self._records(db, ids[start : start + _BATCH])
            kept += (one.id for one in part if judge(one).answer)
        listed = ", ".join(map(sql.text, kept)) or "NULL"
        return f"SELECT * FROM ({hits}) AS told WHERE id IN ({listed})"

    def _shown(self, db: Any, hits: str, least: Answer, limit: int | None) -> list[model.Incident]:
        rows = db.execute(
            f"SELECT id FROM ({hits}) AS hits WHERE least(space, time) >= %s "
            'ORDER BY date_start NULLS LAST, id COLLATE "C" LIMIT %s',
            (int(least), limit),
        )
        return self._records(db, [row[0] for row in rows])

    def _records(self, db: Any, ids: list[str]) -> list[model.Incident]:
        store = postgis.read_incidents(db, self._database, "SELECT unnest(%s::text[])", StoreHead(), (ids,))
        return list(store.incidents)


def _hits(db: Any, filter: Filter, context: Context, by: tuple[str, ...]) -> str:
    """A query for the rows that answer at least possibly: id, date_start, space, time and the columns of `by`."""
    asked = sql.compile(filter, context, lambda: _days(db), lambda: _attackers(db), DIALECT)
    names = dict.fromkeys(("id", "date_start", *by))
    columns = ", ".join(map(postgis.quoted, names))
    groups = " OR ".join(f"({group})" for group in asked.groups) or "true"
    base = f"SELECT {columns}, {_KEY} AS key, ({asked.space})::int AS space, ({asked.time})::int AS time FROM incidents"
    base = f"SELECT * FROM ({base} WHERE {asked.plain} AND ({groups})) AS base "
    base += "WHERE time > 0 AND (space IS NULL OR space > 0)"
    if asked.exact:
        return base
    return _decided(db, base, columns, filter, context)


def _decided(db: Any, base: str, columns: str, filter: Filter, context: Context) -> str:
    """The query with the predicate's answer for each different place of which SQL does not know."""
    places = ", ".join(map(postgis.quoted, sql.PLACE))
    keys = db.execute(
        f"SELECT DISTINCT {_KEY}, {places} FROM incidents "
        f"WHERE id IN (SELECT id FROM ({base}) AS base WHERE space IS NULL)"
    ).fetchall()
    answers = zip(keys, decide(filter, context, (place for _, *place in keys)), strict=True)
    rows = (
        ", ".join(f"({sql.text(key)}, {answer:d})" for (key, *_), answer in answers if answer) or "(NULL, 0)"
    )
    return (
        f"SELECT {columns}, space, time FROM (SELECT {columns}, coalesce(space, answer, 0) AS space, time "
        f"FROM ({base}) AS base LEFT JOIN (VALUES {rows}) AS decided (decided_key, answer) "
        "ON space IS NULL AND key = decided_key) AS judged WHERE space > 0"
    )


def _values(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in row)


def _days(db: Any) -> Any:
    found = db.execute("SELECT min(date_start), max(date_start) FROM incidents").fetchone()
    return found if found[0] else None


def _attackers(db: Any) -> list[str]:
    rows = db.execute("SELECT attacker_id FROM incidents UNION SELECT unnest(attackers) FROM incidents")
    return [row[0] for row in rows if row[0]]
