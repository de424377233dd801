"""Shapes on the ellipsoid (WGS 84): circles of so many km, and the shortest lines between two points.

Every shape keeps within -180 to 180 degrees of longitude: what crosses the antimeridian is cut there (RFC 7946,
3.1.9), so that no GIS draws a band around the world.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely import MultiLineString, MultiPolygon
    from shapely.geometry.base import BaseGeometry

CORNERS = 48  # of a circle: its sides leave it by 0.2 % of the radius at most
_STEP_KM = 50.0  # between two points of a line
_WORLD = (-180.0, -90.0, 180.0, 90.0)
_ANTIPODE_KM = 20_003.0  # half of a meridian: a circle this large covers all


@cache
def _ellipsoid() -> Any:
    from pyproj import Geod

    return Geod(ellps="WGS84")


def circle(lon: float, lat: float, km: float) -> MultiPolygon:
    """The ground within `km` of a point (degrees), as a polygon of `CORNERS` corners."""
    import numpy as np
    from shapely import MultiPolygon, Polygon, box

    if km >= _ANTIPODE_KM:
        return MultiPolygon([box(*_WORLD)])
    turns = np.linspace(360.0, 0.0, CORNERS, endpoint=False)  # against the clock, as rings are
    away = np.full(CORNERS, km * 1000)
    lons, lats, _ = _ellipsoid().fwd(np.full(CORNERS, lon), np.full(CORNERS, lat), turns, away)
    ring = list(zip(_unbroken(lons.tolist(), lon), lats.tolist(), strict=True))
    around = ring[-1][0] - ring[0][0]
    if abs(around) > 180:  # once around the earth: a pole lies inside
        ring = _over_the_pole(sorted(ring), 90.0 if _reaches(lat, km, 90.0) else -90.0)
    found: MultiPolygon = _many(_within_world(Polygon(ring).buffer(0)), MultiPolygon)
    return found


def line(lon1: float, lat1: float, lon2: float, lat2: float) -> MultiLineString:
    """The shortest way over the ground between two points (degrees), a point about every 50 km."""
    from shapely import LineString, MultiLineString

    km = distance_km(lon1, lat1, lon2, lat2)
    steps = math.ceil(km / _STEP_KM)
    between = _ellipsoid().npts(lon1, lat1, lon2, lat2, steps - 1) if steps > 1 else []
    lons = _unbroken([lon1, *(point[0] for point in between), lon2], lon1)
    lats = [lat1, *(point[1] for point in between), lat2]
    way = LineString(zip(lons, lats, strict=True))
    found: MultiLineString = _many(_within_world(way), MultiLineString)
    return found


def distance_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """How far apart two points are, on the ellipsoid."""
    return float(_ellipsoid().inv(lon1, lat1, lon2, lat2)[2]) / 1000


def _reaches(lat: float, km: float, pole: float) -> bool:
    return distance_km(0.0, lat, 0.0, pole) <= km


def _unbroken(lons: list[float], start: float) -> list[float]:
    """Longitudes that go on past ±180 instead of jumping to the other side."""
    found, last = [], start
    for lon in lons:
        last = lon + 360 * round((last - lon) / 360)
        found.append(last)
    return found


def _over_the_pole(ring: list[tuple[float, float]], pole: float) -> list[tuple[float, float]]:
    """A line once around the earth, closed along the edge of the map."""
    (west, first), (east, _) = ring[0], ring[-1]
    return [*ring, (west + 360, first), (max(east, west + 360), pole), (west, pole)]


def _within_world(shape: BaseGeometry) -> BaseGeometry:
    """The parts of a shape that lie beyond ±180 brought back to the other side."""
    from shapely import box, union_all
    from shapely.affinity import translate

    west, _, east, _ = shape.bounds
    if west >= -180 and east <= 180:
        return shape
    world = box(*_WORLD)
    turns = range(math.floor((west + 180) / 360), math.floor((east + 180) / 360) + 1)
    return union_all([translate(shape, -360.0 * turn).intersection(world) for turn in turns])


def _many(shape: BaseGeometry, kind: Any) -> Any:
    """A shape as a collection of its parts, of one kind for a whole layer; a part without extent is none."""
    parts = getattr(shape, "geoms", [shape])
    wanted = kind.__name__.removeprefix("Multi")
    return kind([part for part in parts if part.geom_type == wanted and not part.is_empty])
