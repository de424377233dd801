"""The three answers for space: an incident is a point with a radius of doubt, or only a country or governorate.

Degrees, WGS 84, lon before lat; distances in km.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from geomap.filters.answers import Answer
from geomap.geo import EARTH_KM, distance_km

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geomap.model import Incident

KM_PER_DEGREE = math.radians(EARTH_KM)  # of latitude: 111.195
OUTLINE_ERROR_KM = 15.0  # of Natural Earth's borders, measured at the tripoints of Jordan, Syria and Iraq
SEAM = 170.0  # degrees of longitude from which on an outline may have to do with the antimeridian
SITE_PRECISION = frozenset({"exact", "site", "locality"})
COARSE_PRECISION = frozenset({"district", "governorate", "country", "sea", "unknown"})


@dataclasses.dataclass(frozen=True)
class Area:
    """A region that was asked for: by codes, by an outline, or both.

    With codes an incident's own `country`, `admin1` and `place_id` decide; the outline decides only for points
    without them, and within `error_km` of its edge the answer is "possible". Without codes the outline decides alone.

    Attributes:
        id: What `Filter.regions` calls it.
        name: What people call it.
        countries: ISO 3166-1 codes of countries that lie wholly inside.
        admin1: ISO 3166-2 codes of divisions that lie wholly inside.
        places: Ids of places inside.
        around: Codes of countries and divisions of which a part lies inside: what is known only to these is
            possible.
        outline: Makes a shapely Polygon or MultiPolygon; called when it is needed first.
        circle: lon, lat, km.
        error_km: How far the outline may be wrong.
    """

    id: str
    name: str = ""
    countries: frozenset[str] = frozenset()
    admin1: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    outline: Callable[[], BaseGeometry] | None = None
    circle: tuple[float, float, float] | None = None
    error_km: float = 0.0

    def answer(self, incident: Incident) -> Answer:
        """How sure it is that the incident lies in the area."""
        if self.has_codes:
            known = self._by_codes(incident)
            if known is not None:
                return known
        return self._by_shape(incident)

    @property
    def has_codes(self) -> bool:
        """Whether membership is decided by codes first."""
        return bool(self.countries or self.admin1 or self.places)

    def _by_codes(self, incident: Incident) -> Answer | None:
        """The answer of the incident's own fields; None where they are silent."""
        if (
            incident.place_id in self.places
            or incident.country in self.countries
            or incident.admin1 in self.admin1
        ):
            return Answer.CERTAIN
        if incident.country is None:
            return None
        if incident.admin1 is not None:
            if incident.admin1 not in self.around:
                return Answer.NO
        elif incident.country not in self._countries_touched:
            return Answer.NO
        # Inside something of which the area is a part.
        if incident.precision in COARSE_PRECISION or incident.lon is None:
            return Answer.POSSIBLE
        return None if self._has_shape else Answer.NO if self.places else Answer.POSSIBLE

    @cached_property
    def _countries_touched(self) -> frozenset[str]:
        return frozenset(code.partition("-")[0] for code in (*self.admin1, *self.around))

    @property
    def _has_shape(self) -> bool:
        return self.outline is not None or self.circle is not None

    def _by_shape(self, incident: Incident) -> Answer:
        if incident.lon is None or incident.lat is None:
            return Answer.POSSIBLE
        if self.circle is not None:
            return in_circle(incident, self.circle)
        if self.outline is None:
            return Answer.NO if incident.country is not None else Answer.POSSIBLE
        return self._in_outline(incident, incident.lon, incident.lat)

    def _in_outline(self, incident: Incident, lon: float, lat: float) -> Answer:
        import shapely

        doubt = self._prepared
        corners = ring(lon, lat, radius(incident) + self.error_km + 1e-6)
        if not _meets(
            doubt.context.bounds, corners
        ):  # most are far away, and shapely would be asked for each
            return Answer.NO
        around = shapely.Polygon(corners)
        if doubt.contains(around):
            return Answer.CERTAIN
        if not doubt.intersects(around):
            return Answer.NO
        if self.error_km == 0 and is_site(incident) and doubt.intersects(shapely.Point(lon, lat)):
            return Answer.LIKELY
        return Answer.POSSIBLE

    @cached_property
    def _prepared(self) -> Any:
        from shapely.prepared import prep

        assert self.outline is not None
        return prep(round_the_world(self.outline()))


def _meets(box: tuple[float, float, float, float], ring: list[tuple[float, float]]) -> bool:
    """Whether the box of a ring meets another."""
    west, south, east, north = box
    xs, ys = zip(*ring, strict=True)
    return bool(max(xs) >= west and min(xs) <= east and max(ys) >= south and min(ys) <= north)


def round_the_world(outline: BaseGeometry) -> BaseGeometry:
    """An outline that reaches the antimeridian, once for each turn around the Earth: nothing ends at 180 degrees."""
    from shapely import unary_union
    from shapely.affinity import translate

    if not reaches_seam(outline):
        return outline
    return unary_union([translate(outline, xoff=turn) for turn in (-360.0, 0.0, 360.0)])


def reaches_seam(outline: BaseGeometry) -> bool:
    """Whether an outline comes near the antimeridian, so that what lies close to it may have the other sign."""
    west, _, east, _ = outline.bounds
    return bool(west < -SEAM or east > SEAM)


def is_site(incident: Incident) -> bool:
    """Whether the point is the place itself, not one that stands for a region or a road."""
    return incident.point_is != "representative" and incident.precision in SITE_PRECISION


def radius(incident: Incident) -> float:
    """The radius of doubt in km; 0 where the record says none."""
    return incident.radius_km or 0.0


def in_circle(incident: Incident, circle: tuple[float, float, float]) -> Answer:
    """Whether it lies within `km` of a point, by the geodesic on WGS 84 (geopy, Karney 2013)."""
    if incident.lon is None or incident.lat is None:
        return Answer.POSSIBLE
    lon, lat, km = circle
    doubt = radius(incident)
    # The sphere is within 0.6 % of the ellipsoid: only what is near the edge needs the exact distance.
    rough = distance_km(lon, lat, incident.lon, incident.lat)
    if rough * 0.994 - doubt > km:
        return Answer.NO
    if rough * 1.006 + doubt <= km:
        return Answer.CERTAIN
    return _ranked(geodesic_km(lon, lat, incident.lon, incident.lat), doubt, km, is_site(incident))


def _ranked(distance: float, doubt: float, km: float, site: bool) -> Answer:
    if distance + doubt <= km:
        return Answer.CERTAIN
    if site and distance <= km:
        return Answer.LIKELY
    return Answer.POSSIBLE if distance - doubt <= km else Answer.NO


def in_bbox(incident: Incident, bbox: tuple[float, float, float, float]) -> Answer:
    """Whether it lies in W, S, E, N (degrees, edges included; W > E crosses the antimeridian)."""
    if incident.lon is None or incident.lat is None:
        return Answer.POSSIBLE
    west, south, east, north = bbox
    lon, lat, doubt = incident.lon, incident.lat, radius(incident) / KM_PER_DEGREE
    stretch = max(math.cos(math.radians(lat)), 1e-6)
    width = (east - west) % 360 if (east - west) % 360 or east == west else 360.0
    # Degrees east of the western edge: negative is west of it; 0 to width is inside.
    along = (lon - west) % 360
    if along > width and along - width > 360 - along:
        along -= 360
    inside_x, outside_x = _edge(along, 0, width)
    inside_y, outside_y = _edge(lat, south, north)
    if width >= 360:
        inside_x, outside_x = math.inf, 0.0
    if not (outside_x or outside_y) and inside_x * stretch >= doubt and inside_y >= doubt:
        return Answer.CERTAIN
    if not (outside_x or outside_y):
        return Answer.LIKELY if is_site(incident) else Answer.POSSIBLE
    return Answer.POSSIBLE if math.hypot(outside_x * stretch, outside_y) <= doubt else Answer.NO


def _edge(value: float, low: float, high: float) -> tuple[float, float]:
    """How far a value is from the nearer end of a range: inside, and outside (one of them 0)."""
    return max(0.0, min(value - low, high - value)), max(0.0, low - value, value - high)


def ring(lon: float, lat: float, km: float, corners: int = 32) -> list[tuple[float, float]]:
    """A circle around a point as a ring of lon, lat; good to 1 % below 300 km and away from the poles."""
    dy = km / KM_PER_DEGREE
    dx = dy / max(math.cos(math.radians(lat)), 0.01)
    turns = (2 * math.pi * corner / corners for corner in range(corners))
    return [(lon + dx * math.cos(turn), lat + dy * math.sin(turn)) for turn in turns]


def geodesic_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Distance on the WGS 84 ellipsoid in km."""
    from geopy.distance import geodesic

    return float(geodesic((lat1, lon1), (lat2, lon2)).km)
