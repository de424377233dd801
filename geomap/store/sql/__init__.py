"""`Filter` compiled to SQL over the columns of a store: the same answers as the Python predicate.

Everything but outlines, the edge of a circle and free text is decided in SQL. Where SQL cannot know, `space` is
NULL, and Python decides once for each different place (see `geomap.store.duck` and `geomap.store.pgask`, which each
bring their dialect).
"""

from __future__ import annotations

from typing import NamedTuple

from geomap.filters import Context, Filter
from geomap.store.sql.dialect import Dialect
from geomap.store.sql.groups import apart, groups
from geomap.store.sql.literals import among, text
from geomap.store.sql.period import period
from geomap.store.sql.plain import Actors, Days, plain
from geomap.store.sql.space import PLACE, is_exact, space

__all__ = ["PLACE", "Compiled", "Dialect", "apart", "compile", "text"]


class Compiled(NamedTuple):
    """A question in SQL.

    Attributes:
        plain: Whether all that is yes or no is yes.
        single: The same for rows whose lists say no more than the value beside them; looks at no list.
        groups: Every row that lies possibly inside fulfils one of these; none where all rows may. See
            `geomap.store.sql.groups`.
        time: The answer for the time, 0 to 3 as in `Answer`.
        space: The answer for the place; NULL where Python must decide.
        exact: Whether `space` is never NULL.
    """

    plain: str
    single: str
    groups: tuple[str, ...]
    time: str
    space: str
    exact: bool


def _first(several: str, values: list[str]) -> str:
    """`Dialect.overlaps` of a list that is the value beside it: weapons, weapon."""
    return among(several.removesuffix("s"), values)


def compile(filter: Filter, context: Context, days: Days, actors: Actors, dialect: Dialect) -> Compiled:
    """The SQL of a filter, all but its `text`.

    Args:
        filter: The question.
        context: What its ids stand for.
        days: The first and last `date_start` of the store, asked when an actor's parts change with time.
        actors: Ids and names of all attackers of the store, asked for `backed_by`.
        dialect: Of the database that will be asked.
    """
    every, single = plain(filter, context, days, actors, (dialect, dialect._replace(overlaps=_first)))
    return Compiled(
        plain=every,
        single=single,
        groups=groups(filter, context),
        time=period(filter),
        space=space(filter, context, dialect),
        exact=is_exact(filter, context),
    )
