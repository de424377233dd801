"""What of a question is yes or no for a row: status, kind, weapon, who did it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from geomap.filters import Context, Filter
from geomap.filters.predicate import CONFIDENCE
from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS
from geomap.store.sql.dialect import Dialect
from geomap.store.sql.literals import among, listed

Days = Callable[[], tuple[dt.date, dt.date] | None]
Actors = Callable[[], Iterable[str]]
_Spans = list[tuple[str, frozenset[str]]]  # when, as a test (empty: ever), and who


def plain(
    filter: Filter, context: Context, days: Days, actors: Actors, dialects: Sequence[Dialect]
) -> list[str]:
    """Whether all that is yes or no is yes, in each dialect; for the arguments see `geomap.store.sql.compile`."""
    acting = _acting(filter, context, days, actors)
    return [
        " AND ".join(
            [
                *_states(filter),
                *(_on_each_day(spans, partial(_acts, context, sides, dialect)) for sides, spans in acting),
                *([_either("weapon", "weapons", filter.weapons, dialect)] if filter.weapons else ()),
                *([_either("origin", "origins", filter.origins, dialect)] if filter.origins else ()),
            ]
        )
        for dialect in dialects
    ]


def _states(filter: Filter) -> list[str]:
    tests = [
        f"status IN {listed(filter.statuses)}"
        if filter.statuses
        else f"status NOT IN {listed(OFF_MAP_STATUS)}"
    ]
    if not filter.origins:
        tests.append(f"NOT {among('origin', OFF_MAP_ORIGIN)}")
    if filter.kinds:
        tests.append(f"kind IN {listed(filter.kinds)}")
    if filter.min_confidence:
        least = CONFIDENCE[filter.min_confidence]
        tests.append(f"confidence IN {listed(name for name, rank in CONFIDENCE.items() if rank >= least)}")
    return tests


def _acting(
    filter: Filter, context: Context, days: Days, actors: Actors
) -> list[tuple[tuple[str, ...], _Spans]]:
    """The sides on which someone must stand, and who, with the parts and the backers of each day."""
    family = context.family

    def parts(asked: tuple[str, ...]) -> Callable[[dt.date | None], frozenset[str]]:
        return lambda on: frozenset[str]().union(*(family(one, on) for one in asked))

    sides = {"attackers": ("attacker",), "targets": ("target",), "actors": ("attacker", "target")}
    found = [
        (columns, _spans(parts(asked), days))
        for name, columns in sides.items()
        if (asked := getattr(filter, name))
    ]
    if filter.backed_by:
        backers = frozenset(filter.backed_by)
        named = {context.ids.get(one, one) for one in actors()}
        ever = [one for one in sorted(named) if not backers.isdisjoint(context.backers(one, None))]

        def backed(on: dt.date | None) -> frozenset[str]:
            return frozenset(one for one in ever if not backers.isdisjoint(context.backers(one, on)))

        found.append((("attacker",), _spans(backed, days)))
    return found


def _either(scalar: str, several: str, values: Iterable[str], dialect: Dialect) -> str:
    wanted = sorted(values)
    return f"({among(scalar, wanted)} OR {dialect.overlaps(several, wanted)})" if wanted else "false"


def _acts(context: Context, sides: tuple[str, ...], dialect: Dialect, ids: frozenset[str]) -> str:
    """Whether one of the actors stands on one of the sides, by its id or by its name in the list."""
    names = {name for name, id in context.ids.items() if id in ids} | {
        id for id in ids if id not in context.ids
    }
    tests = [
        f"({among(f'{side}_id', ids)} OR {_either('NULL', f'{side}s', names, dialect)})" for side in sides
    ]
    return f"({' OR '.join(tests)})"


def _on_each_day(spans: _Spans, test: Callable[[frozenset[str]], str]) -> str:
    """A test whose actors depend on the day: one for each span of days on which they are the same."""
    alternatives = (f"({when} AND {test(ids)})" if when else test(ids) for when, ids in spans)
    return f"({' OR '.join(alternatives)})"


def _spans(ids_on: Callable[[dt.date | None], frozenset[str]], days: Days) -> _Spans:
    ever = ids_on(None)
    window = days() if len(ever) > 1 else None
    if window is None:
        return [("", ever)]
    spans: dict[frozenset[str], list[str]] = {}
    for first, last, ids in _changes(ids_on, *window):
        spans.setdefault(ids, []).append(f"date_start BETWEEN DATE '{first}' AND DATE '{last}'")
    spans.setdefault(ever, []).append("date_start IS NULL")
    return [(f"({' OR '.join(when)})", ids) for ids, when in spans.items()]


def _changes(
    ids_on: Callable[[dt.date | None], frozenset[str]], first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, dt.date, frozenset[str]]]:
    start, held = first, ids_on(first)
    for number in range(first.toordinal() + 1, last.toordinal() + 1):
        day = dt.date.fromordinal(number)
        ids = ids_on(day)
        if ids != held:
            yield start, dt.date.fromordinal(number - 1), held
            start, held = day, ids
    yield start, last, held
