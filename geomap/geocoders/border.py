"""Whether a point lies so near a border that outlines cannot tell on which side it is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from geomap import boundaries
from geomap.errors import DataError
from geomap.geo import bearing, distance_km, offset
from geomap.topology import Point

BEYOND_KM = 3.0  # how far behind the line one looks for what lies there


class Border(NamedTuple):
    """The nearest land border of a point: how far, and the countries (ISO 3166-1) and their names on both sides."""

    km: float
    codes: tuple[str, ...]
    names: tuple[str, ...]
    disputed: bool

    @property
    def words(self) -> str:
        """ "near the border of Syria and Iraq"."""
        kind = "disputed border" if self.disputed else "border"
        return f"near the {kind} of {' and '.join(self.names)}" if len(self.names) > 1 else f"near the {kind}"


def border_near(lon: float, lat: float) -> Border | None:
    """The border within `boundaries.NEAR_KM` of a point (degrees), the error of the outlines; None where none is.

    Coasts do not count: nobody takes Beirut for another country. Without built outlines there is no answer either.
    """
    try:
        found = min(_on_borders(lon, lat), default=None)
    except DataError:
        return None
    if found is None or found[0] > boundaries.NEAR_KM:
        return None
    km, point, disputed = found
    towards = bearing(lon, lat, *point) if km > 0.01 else 0.0
    sides = [boundaries.country_at(*offset(*point, towards + turn, BEYOND_KM)) for turn in (0.0, 180.0)]
    named = {side.code: side.name for side in sides if side is not None and side.code}
    codes = sorted(named)
    return Border(round(km, 1), tuple(codes), tuple(named[code] for code in codes), disputed)


def _on_borders(lon: float, lat: float) -> Iterator[tuple[float, Point, bool]]:
    """The nearest point of each stretch of border around, with its distance in km, and whether it is disputed."""
    tall = boundaries.NEAR_KM / 110.0
    wide = tall / max(0.01, math.cos(math.radians(lat)))
    box = (lon - wide, lat - tall, lon + wide, lat + tall)
    for line in boundaries.borders(box, kinds=("border", "disputed")):
        for a, b in pairwise(line.points):
            point = _nearest_on(lon, lat, a, b)
            yield distance_km(lon, lat, *point), point, line.kind == "disputed"


def _nearest_on(lon: float, lat: float, a: Point, b: Point) -> Point:
    """The point of a straight piece that is nearest, on a plane squeezed by the latitude."""
    squeeze = math.cos(math.radians(lat))
    ax, ay, bx, by = (a[0] - lon) * squeeze, a[1] - lat, (b[0] - lon) * squeeze, b[1] - lat
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if not length else min(1.0, max(0.0, -(ax * dx + ay * dy) / length))
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
