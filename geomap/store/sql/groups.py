"""Which rows can lie inside at all, in tests of single columns, so that a database can skip groups of rows.

A file keeps the least and greatest value of each column for each group of rows, and a database indexes of columns.
`country IN (…) OR admin1 IN (…)` makes use of neither: each alternative is asked on its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from geomap.filters import Area, Context, Filter
from geomap.filters.space import SEAM
from geomap.store.sql.literals import listed, text

_KM = 110.0  # of a degree of latitude: less than anywhere, on the sphere or the ellipsoid
_NARROW = 30.0  # km: up to this doubt the boxes of points are asked, beyond it each row
_SINGLY = 12  # values for each of which a scan of its own costs less than one that skips nothing
_WITHOUT_POINT = ("lat IS NULL", "lon IS NULL")
_Box = tuple[float, float, float, float]


def groups(filter: Filter, context: Context) -> tuple[str, ...]:
    """Tests of which every row that lies possibly inside fulfils one or more; empty where nothing is known."""
    if filter.regions:
        areas = [area for id in filter.regions for area in context.areas[id]]
        return tuple(dict.fromkeys([*_by_codes([one for one in areas if one.has_codes]), *_drawn(areas)]))
    if filter.near is not None:
        lon, lat, km = map(float, filter.near)
        return tuple(_around((lon, lat, lon, lat), km))
    return () if filter.bbox is None else tuple(_around(filter.bbox, 0.0))


def _by_codes(areas: list[Area]) -> Iterator[str]:
    """`Area.answer` is no for every row that fulfils none: its own codes are looked at before any outline."""
    places = frozenset[str]().union(*(area.places for area in areas))
    wholly = frozenset[str]().union(*(area.countries for area in areas))
    codes = frozenset[str]().union(*(area.admin1 | area.around for area in areas))
    yield from _each("place_id", places)
    yield from _each("country", wholly)
    yield from _each("admin1", {code for code in codes if "-" in code})
    for test in _each("country", {code.partition("-")[0] for code in codes} - wholly):
        yield f"{test} AND admin1 IS NULL"
    if areas:
        yield "country IS NULL"


def _each(column: str, values: Iterable[str]) -> Iterator[str]:
    """Whether a column has one of some values: DuckDB skips rows by `=` and by a range, but not by IN."""
    found = sorted(values)
    if len(found) <= _SINGLY:
        yield from (f"{column} = {text(value)}" for value in found)
    else:
        yield f"{column} BETWEEN {text(found[0])} AND {text(found[-1])} AND {column} IN {listed(found)}"


def _drawn(areas: list[Area]) -> Iterator[str]:
    """The same for areas of which only the shape is known."""
    for area in areas:
        if area.has_codes:
            continue
        if area.circle is not None:
            lon, lat, km = area.circle
            yield from _around((lon, lat, lon, lat), km)
        elif area.outline is None:
            yield "true"
        elif not (outline := area.outline()).is_empty:
            yield from _around(outline.bounds, area.error_km)
        else:
            yield from _WITHOUT_POINT


def _around(box: _Box, km: float) -> Iterator[str]:
    """Rows whose circle of doubt may touch a box in degrees, from `km` beside it; those without a point too."""
    west, south, east, north = map(float, box)
    reach = km + _NARROW
    low, high = south - reach / _KM, north + reach / _KM
    wide = _width(reach, max(abs(low), abs(high)))
    inside = f"lat BETWEEN {low!r} AND {high!r}"
    if west <= east and west - wide > -SEAM and east + wide < SEAM:
        inside += f" AND lon BETWEEN {west - wide!r} AND {east + wide!r}"
    doubt = f"(radius_km + {km!r}) / {_KM!r}"
    yield f"{inside} AND (radius_km IS NULL OR radius_km <= {_NARROW!r})"
    yield f"radius_km > {_NARROW!r} AND lat + {doubt} >= {south!r} AND lat - {doubt} <= {north!r}"
    yield from _WITHOUT_POINT


def _width(km: float, lat: float) -> float:
    """Degrees of longitude that a distance is at most at a latitude; a whole turn near the poles."""
    return 360.0 if abs(lat) > 85 else km / (_KM * math.cos(math.radians(lat)))


def apart(tests: Iterable[str]) -> Iterator[str]:
    """The same rows, none of them twice: each test without what the ones before it have."""
    before: list[str] = []
    for test in tests:
        yield (
            f"{test} AND NOT coalesce({' OR '.join(f'({one})' for one in before)}, false)" if before else test
        )
        before.append(test)
