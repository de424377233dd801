"""`Filter` compiled to SQL over the columns of a store: the same answers as the Python predicate.

Everything but outlines, the edge of a circle and free text is decided in SQL. Where SQL cannot know, `space` is
NULL, and Python decides once for each different place (see `geomap.store.duck` and
`geomap.store.pgask`, which each bring their dialect).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from geomap.filters import Area, Context, Filter
from geomap.filters.predicate import CONFIDENCE
from geomap.filters.space import COARSE_PRECISION, KM_PER_DEGREE, SITE_PRECISION, reaches_seam
from geomap.geo import EARTH_KM
from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS

# What the answer for a place depends on.
PLACE = ("place_id", "country", "admin1", "precision", "radius_km", "point_is", "lon", "lat")
_CERTAIN = "3"
_NOWHERE = "(lon IS NULL OR lat IS NULL)"
_DOUBT = "coalesce(radius_km, 0)"


class Dialect(NamedTuple):
    """Where databases differ.

    Attributes:
        overlaps: (column of a list, values): whether one of the values is in the list.
        best: The greatest of some answers: NULL where one is not known and none is 3.
        worst: The least of some answers: NULL where one is not known and none is 0.
    """

    overlaps: Callable[[str, list[str]], str]
    best: Callable[[list[str]], str]
    worst: Callable[[list[str]], str]


class Compiled(NamedTuple):
    """A question in SQL.

    Attributes:
        plain: Whether all that is yes or no is yes; looks at columns of single values.
        late: The same for columns of lists, which are slow to read: to be asked of what is left.
        time: The answer for the time, 0 to 3 as in `Answer`.
        space: The answer for the place; NULL where Python must decide.
        exact: Whether `space` is never NULL.
    """

    plain: str
    late: str | None
    time: str
    space: str
    exact: bool


Days = Callable[[], tuple[dt.date, dt.date] | None]
Actors = Callable[[], Iterable[str]]


def compile(filter: Filter, context: Context, days: Days, actors: Actors, dialect: Dialect) -> Compiled:
    """The SQL of a filter, all but its `text`.

    Args:
        filter: The question.
        context: What its ids stand for.
        days: The first and last `date_start` of the store, asked when an actor's parts change with time.
        actors: Ids and names of all attackers of the store, asked for `backed_by`.
        dialect: Of the database that will be asked.
    """
    areas = [_area(area) for id in filter.regions for area in context.areas[id]]
    spaces = [_any_of(areas, dialect)] if filter.regions else []
    if filter.bbox is not None:
        spaces.append(_bbox(filter.bbox))
    if filter.near is not None:
        spaces.append(_circle(filter.near))
    shapely_may = any(
        area.outline is not None or area.circle is not None
        for id in filter.regions
        for area in context.areas[id]
    )
    return Compiled(
        plain=" AND ".join([*_plain(filter), *_roughly(filter, context)]),
        late=_late(filter, context, days, actors, dialect),
        time=_time(filter),
        space=_all_of(spaces, dialect),
        exact=not shapely_may and filter.near is None,
    )


def text(value: str) -> str:
    """A literal."""
    return "'" + value.replace("'", "''") + "'"


def _set(values: Iterable[str]) -> str:
    """A list for IN; one that holds nothing is false for every value."""
    return f"({', '.join(map(text, sorted(values)))})"


def _in(column: str, values: Iterable[str]) -> str:
    listed = sorted(values)
    return f"coalesce({column} IN {_set(listed)}, false)" if listed else "false"


# --- yes or no ----------------------------------------------------------------------------------------------


def _plain(filter: Filter) -> list[str]:
    tests = [
        f"status IN {_set(filter.statuses)}" if filter.statuses else f"status NOT IN {_set(OFF_MAP_STATUS)}"
    ]
    if filter.origins:
        tests.append(_in("origin", filter.origins))
    else:
        tests.append(f"NOT {_in('origin', OFF_MAP_ORIGIN)}")
    if filter.kinds:
        tests.append(f"kind IN {_set(filter.kinds)}")
    if filter.min_confidence:
        least = CONFIDENCE[filter.min_confidence]
        tests.append(f"confidence IN {_set(name for name, rank in CONFIDENCE.items() if rank >= least)}")
    return tests


def _roughly(filter: Filter, context: Context) -> list[str]:
    """What every row that lies possibly inside fulfils, one column a test, so that groups of rows can be skipped.

    A division lies in the country with which its code (ISO 3166-2) begins.
    """
    tests = []
    areas = [area for id in filter.regions for area in context.areas[id]]
    if areas and all(area.has_codes and not area.places for area in areas):
        codes = frozenset[str]().union(*(area.admin1 | area.around for area in areas))
        wholly = frozenset[str]().union(*(area.countries for area in areas))
        countries = wholly | {code.partition("-")[0] for code in codes}
        tests.append(f"(country IN {_set(countries)} OR country IS NULL)")
        if not wholly:
            tests.append(f"(admin1 IN {_set(codes)} OR admin1 IS NULL)")
    if filter.near is not None:
        _, lat, km = map(float, filter.near)
        # 110 km a degree is less than anywhere on the ellipsoid or the sphere.
        tests.append(f"(lat IS NULL OR abs(lat - ({lat!r})) * 110 <= {km!r} + {_DOUBT})")
    return tests


def _late(filter: Filter, context: Context, days: Days, actors: Actors, dialect: Dialect) -> str | None:
    tests = []
    if filter.weapons:
        tests.append(_either("weapon", "weapons", filter.weapons, dialect))
    family = context.family

    def parts(asked: tuple[str, ...]) -> Callable[[dt.date | None], frozenset[str]]:
        return lambda on: frozenset[str]().union(*(family(one, on) for one in asked))

    sides = {"attackers": ("attacker",), "targets": ("target",), "actors": ("attacker", "target")}
    for name, columns in sides.items():
        asked = getattr(filter, name)
        if asked:
            tests.append(_on_each_day(parts(asked), partial(_acts, context, columns, dialect), days))
    if filter.backed_by:
        backers = frozenset(filter.backed_by)
        named = {context.ids.get(one, one) for one in actors()}
        ever = [one for one in sorted(named) if not backers.isdisjoint(context.backers(one, None))]

        def backed(on: dt.date | None) -> frozenset[str]:
            return frozenset(one for one in ever if not backers.isdisjoint(context.backers(one, on)))

        tests.append(_on_each_day(backed, partial(_acts, context, ("attacker",), dialect), days))
    return " AND ".join(tests) or None


def _either(scalar: str, several: str, values: Iterable[str], dialect: Dialect) -> str:
    listed = sorted(values)
    return f"({_in(scalar, listed)} OR {dialect.overlaps(several, listed)})" if listed else "false"


def _acts(context: Context, sides: tuple[str, ...], dialect: Dialect, ids: frozenset[str]) -> str:
    """Whether one of the actors stands on one of the sides, by its id or by its name in the list."""
    names = {name for name, id in context.ids.items() if id in ids} | {
        id for id in ids if id not in context.ids
    }
    tests = [f"({_in(f'{side}_id', ids)} OR {_either('NULL', f'{side}s', names, dialect)})" for side in sides]
    return f"({' OR '.join(tests)})"


def _on_each_day(
    ids_on: Callable[[dt.date | None], frozenset[str]], test: Callable[[frozenset[str]], str], days: Days
) -> str:
    """A test whose actors depend on the day: one for each span of days on which they are the same."""
    ever = ids_on(None)
    window = days() if len(ever) > 1 else None
    if window is None:
        return test(ever)
    spans: dict[frozenset[str], list[str]] = {}
    for first, last, ids in _spans(ids_on, *window):
        spans.setdefault(ids, []).append(f"date_start BETWEEN DATE '{first}' AND DATE '{last}'")
    spans.setdefault(ever, []).append("date_start IS NULL")
    alternatives = (f"(({' OR '.join(when)}) AND {test(ids)})" for ids, when in spans.items())
    return f"({' OR '.join(alternatives)})"


def _spans(
    ids_on: Callable[[dt.date | None], frozenset[str]], first: dt.date, last: dt.date
) -> Iterable[tuple[dt.date, dt.date, frozenset[str]]]:
    start, held = first, ids_on(first)
    for number in range(first.toordinal() + 1, last.toordinal() + 1):
        day = dt.date.fromordinal(number)
        ids = ids_on(day)
        if ids != held:
            yield start, dt.date.fromordinal(number - 1), held
            start, held = day, ids
    yield start, last, held


# --- time ---------------------------------------------------------------------------------------------------


def _time(filter: Filter) -> str:
    if filter.since is None and filter.until is None:
        return _CERTAIN
    last = "coalesce(date_end, date_start)"
    outside, inside = [], []
    if filter.since is not None:
        outside.append(f"{last} < DATE '{filter.since}'")
        inside.append(f"date_start >= DATE '{filter.since}'")
    if filter.until is not None:
        outside.append(f"date_start > DATE '{filter.until}'")
        inside.append(f"{last} <= DATE '{filter.until}'")
    return (
        f"CASE WHEN date_start IS NULL THEN 1 WHEN {' OR '.join(outside)} THEN 0 "
        f"WHEN {' AND '.join(inside)} THEN 3 ELSE 1 END"
    )


# --- space --------------------------------------------------------------------------------------------------


def _any_of(answers: list[str], dialect: Dialect) -> str:
    """The best of several answers: unknown only where an unknown one could be better."""
    if len(answers) == 1:
        return answers[0]
    if not answers:
        return "0"
    return dialect.best(answers)


def _all_of(answers: list[str], dialect: Dialect) -> str:
    """The worst of several answers: unknown only where no known one is a no."""
    if not answers:
        return _CERTAIN
    return answers[0] if len(answers) == 1 else dialect.worst(answers)


def _area(area: Area) -> str:
    """`Area.answer`."""
    shape = _shape(area)
    if not area.has_codes:
        return shape
    touched = {code.partition("-")[0] for code in (*area.admin1, *area.around)}
    inside = [
        _in(column, values)
        for column, values in (
            ("place_id", area.places),
            ("country", area.countries),
            ("admin1", area.admin1),
        )
        if values
    ]
    has_shape = area.outline is not None or area.circle is not None
    fine = shape if has_shape else "0" if area.places else "1"
    return (
        f"CASE WHEN {' OR '.join(inside)} THEN 3 WHEN country IS NULL THEN {shape} "
        f"WHEN admin1 IS NOT NULL AND NOT {_in('admin1', area.around)} THEN 0 "
        f"WHEN admin1 IS NULL AND NOT {_in('country', touched)} THEN 0 "
        f"WHEN precision IN {_set(COARSE_PRECISION)} OR lon IS NULL THEN 1 ELSE {fine} END"
    )


def _shape(area: Area) -> str:
    if area.circle is not None:
        return _circle(area.circle)
    if area.outline is None:
        return f"CASE WHEN {_NOWHERE} THEN 1 WHEN country IS NOT NULL THEN 0 ELSE 1 END"
    if area.has_codes:  # few rows are left to the outline: shapely is loaded if there are any
        return f"CASE WHEN {_NOWHERE} THEN 1 ELSE NULL END"
    outline = area.outline()
    if outline.is_empty:
        return f"CASE WHEN {_NOWHERE} THEN 1 ELSE 0 END"
    west, south, east, north = outline.bounds
    # What `space.ring` draws around the point, a little larger; what cannot touch the outline's box is outside.
    high = f"(({_DOUBT} + {area.error_km!r} + 1e-3) / {KM_PER_DEGREE!r})"
    wide = f"({high} / greatest(cos(radians(lat)), 0.01))"
    beside = "" if reaches_seam(outline) else f"lon + {wide} < {west!r} OR lon - {wide} > {east!r} OR "
    return (
        f"CASE WHEN {_NOWHERE} THEN 1 WHEN {beside}"
        f"lat + {high} < {south!r} OR lat - {high} > {north!r} THEN 0 ELSE NULL END"
    )


def _circle(circle: tuple[float, float, float]) -> str:
    """`space.in_circle` by the sphere; NULL where only the ellipsoid can tell."""
    lon, lat, km = map(float, circle)
    half = (
        f"(pow(sin(radians(lat - ({lat!r})) / 2), 2) + cos(radians(lat)) * cos(radians({lat!r})) "
        f"* pow(sin(radians(lon - ({lon!r})) / 2), 2))"
    )
    rough = f"({2 * EARTH_KM!r} * asin(least(1.0, sqrt({half}))))"
    # A thousandth for the last digits of sines.
    return (
        f"CASE WHEN {_NOWHERE} THEN 1 WHEN {rough} * 0.993 - {_DOUBT} > {km!r} THEN 0 "
        f"WHEN {rough} * 1.007 + {_DOUBT} < {km!r} THEN 3 ELSE NULL END"
    )


def _bbox(bbox: tuple[float, float, float, float]) -> str:
    """`space.in_bbox`."""
    west, south, east, north = map(float, bbox)
    width = (east - west) % 360 if (east - west) % 360 or east == west else 360.0
    turned = f"((lon - ({west!r})) - 360 * floor((lon - ({west!r})) / 360))"
    along = (
        f"(CASE WHEN {turned} > {width!r} AND {turned} - {width!r} > 360 - {turned} "
        f"THEN {turned} - 360 ELSE {turned} END)"
    )
    if width >= 360:
        in_x, out_x = "1e300", "0"
    else:
        in_x = f"greatest(0, least({along}, {width!r} - {along}))"
        out_x = f"greatest(0, -{along}, {along} - {width!r})"
    in_y = f"greatest(0, least(lat - ({south!r}), ({north!r}) - lat))"
    out_y = f"greatest(0, ({south!r}) - lat, lat - ({north!r}))"
    doubt = f"({_DOUBT} / {KM_PER_DEGREE!r})"
    stretch = "greatest(cos(radians(lat)), 1e-6)"
    site = f"coalesce(point_is, '') <> 'representative' AND precision IN {_set(SITE_PRECISION)}"
    inside = f"{out_x} = 0 AND {out_y} = 0"
    return (
        f"CASE WHEN {_NOWHERE} THEN 1 WHEN {inside} AND {in_x} * {stretch} >= {doubt} AND {in_y} >= {doubt} THEN 3 "
        f"WHEN {inside} THEN CASE WHEN {site} THEN 2 ELSE 1 END "
        f"WHEN sqrt(pow({out_x} * {stretch}, 2) + pow({out_y}, 2)) <= {doubt} THEN 1 ELSE 0 END"
    )
