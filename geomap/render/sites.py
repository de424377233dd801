"""The spots of a map: one row for each place as a store names it, however many incidents share it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.geonames import GeoNames
from geomap.geo import distance_km
from geomap.model import Incident, Place
from geomap.publish.grid import PREFIX as SQUARE
from geomap.render.actors import arabic_actor
from geomap.render.codec import pack
from geomap.render.words import arabic, clean
from geomap.resolve import SETTLEMENTS
from geomap.text import fold_name

PRECISIONS = (
    "exact", "site", "locality", "near", "district", "governorate", "country", "sea", "unknown",
)  # fmt: skip
_SAME_KM = 12.0  # two records of one town may be this far apart
WORLD = 1 << 26  # the Mercator square in steps of 0.6 m at the equator
_MAX_LAT = 85.05112878  # where Web Mercator is square

_SIDE = re.compile(rf"{re.escape(SQUARE)}([\d.]+)km-")  # of a square's id
# How a text puts a place that has no name of its own: in the middle of a way, off a coast, in a part of a land.
_WHERE_AR = {
    "off": "قبالة", "northern": "شمال", "southern": "جنوب", "eastern": "شرق", "western": "غرب",
    "northeastern": "شمال شرق", "northwestern": "شمال غرب", "southeastern": "جنوب شرق", "southwestern": "جنوب غرب",
}  # fmt: skip
_PUT = re.compile(rf"between .+ and (?P<other>.+)|(?P<where>{'|'.join(_WHERE_AR)}) (?P<one>.+)")
_HALF_ROUND_KM = 20_038.0  # half of the equator: no doubt is larger


class Site(NamedTuple):
    """What tells one spot of the map from another. Degrees WGS 84, km."""

    place_id: str
    name: str
    lon: float | None
    lat: float | None
    precision: str
    radius_km: float | None
    area_id: str
    is_area: bool  # the point only stands for an area, and is never drawn as a point
    country: str
    admin1: str
    admin1_name: str


def site_of(incident: Incident) -> Site:
    """Where an incident is, as the map tells spots apart."""
    lon, lat = point_of(incident.lon, incident.lat)
    radius = incident.radius_km
    known = lon is not None and incident.precision not in ("country", "unknown")
    return Site(
        place_id=clean(incident.place_id),
        name=clean(incident.place) or clean(incident.admin1_name),
        lon=lon if known else None,
        lat=lat if known else None,
        precision=incident.precision,
        radius_km=radius if radius is not None and 0 < radius <= _HALF_ROUND_KM else None,
        area_id=clean(incident.area_id)
        or (clean(incident.admin1) if incident.precision == "governorate" else ""),
        is_area=incident.precision == "governorate"
        # A square of the grid is drawn as what it is: a circle of doubt, at its true size.
        or (incident.point_is == "representative" and not (incident.area_id or "").startswith(SQUARE)),
        country=clean(incident.country),
        admin1=clean(incident.admin1),
        admin1_name=clean(incident.admin1_name),
    )


def site_order(site: Site) -> tuple[Any, ...]:
    """What sorts sites so that near ones are neighbours (Z-order), those without a point last."""
    rest = (site.country, site.admin1, site.name, tuple(map(str, site)))
    if site.lon is None or site.lat is None:
        return (1, 0, *rest)
    x, y = mercator(site.lon, site.lat)
    return (0, _interleave(x) | _interleave(y) << 1, *rest)


def _interleave(value: int) -> int:
    """Room for another number's bits between the bits of this one (below 2**32)."""
    for shift, mask in (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    ):
        value = (value | value << shift) & mask
    return value


def point_of(lon: float | None, lat: float | None) -> tuple[float, float] | tuple[None, None]:
    """The point if it is one of the map: numbers, on the globe, not beyond Web Mercator."""
    if lon is None or lat is None or not (math.isfinite(lon) and math.isfinite(lat)):
        return None, None
    if abs(lon) > 180 or abs(lat) > _MAX_LAT:
        return None, None
    return lon, lat


def mercator(lon: float, lat: float) -> tuple[int, int]:
    """Web Mercator in steps of 1/2**26 of the world, x to the east, y to the south."""
    sine = math.sin(math.radians(lat))
    x = (lon + 180) / 360
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return min(int(x * WORLD), WORLD - 1), min(max(int(y * WORLD), 0), WORLD - 1)


def site_table(sites: Sequence[Site], gazetteer: Gazetteer) -> tuple[dict[str, Any], dict[str, Any]]:
    """The sites as packed columns, and the dictionaries that they point into.

    Returns:
        Columns and dictionaries, both by name. A point of 0, 0 with `has` 0 is no point.
    """
    countries = sorted({site.country for site in sites})
    admins = sorted({(site.country, site.admin1, site.admin1_name) for site in sites})
    areas = sorted({site.area_id for site in sites})
    points = [mercator(s.lon, s.lat) if s.lon is not None and s.lat is not None else (0, 0) for s in sites]
    columns = {
        "x": pack([x for x, _ in points], delta=True),
        "y": pack([y for _, y in points], delta=True),
        "has": pack([int(site.lon is not None) for site in sites]),
        "radius": pack([round((site.radius_km or 0) * 10) for site in sites]),  # hectometres; 0 is not known
        "precision": pack([PRECISIONS.index(site.precision) for site in sites]),
        "is_area": pack([int(site.is_area) for site in sites]),
        "country": pack([countries.index(site.country) for site in sites]),
        "admin1": pack(_indices(admins, [(s.country, s.admin1, s.admin1_name) for s in sites])),
        "area": pack(_indices(areas, [site.area_id for site in sites])),
    }
    dictionaries = {
        "precision": PRECISIONS,
        "country": countries,
        "admin1": [_admin1(code, name, gazetteer) for _, code, name in admins],
        "area": areas,
        "place": [_place(site, gazetteer) for site in sites],
    }
    return columns, dictionaries


def _indices(dictionary: list[Any], values: list[Any]) -> list[int]:
    at = {value: i for i, value in enumerate(dictionary)}
    return [at[value] for value in values]


def _admin1(code: str, name: str, gazetteer: Gazetteer) -> list[str]:
    """Code, name, Arabic name of a first-level division."""
    place = next((p for p in _divisions(gazetteer) if code and p.admin1 == code), None)
    return [code, name or clean(gazetteer.admin1_name(code)), arabic(place.names) if place else ""]


def _arabic_square(site: Site, gazetteer: Gazetteer) -> str:
    """The Arabic name of a square of the grid: of its division, else of its country; "" for other places."""
    side = _SIDE.match(site.place_id)
    if side is None:
        return ""
    country = gazetteer.countries.get(site.country)
    around = _admin1(site.admin1, "", gazetteer)[2] or (
        country.names_ar[0] if country and country.names_ar else ""
    )
    label = f"مربع {side[1]} كم"
    return f"{clean(around)} ({label})" if around else label


def _divisions(gazetteer: Gazetteer) -> list[Place]:
    return [place for place in gazetteer.places.values() if place.kind in ("governorate", "province")]


def _place(site: Site, gazetteer: Gazetteer) -> list[Any]:
    """Id, name, Arabic name of a site's place, and who held it: (actor, name, Arabic name, from, to)."""
    place = gazetteer.places.get(site.place_id)
    if place is None:
        square = _arabic_square(site, gazetteer)
        return [site.place_id, site.name, square] if square else [site.place_id, site.name]
    held = []
    for period in place.held_by:
        actor = gazetteer.actors.get(period.actor)
        if actor is not None:
            held.append(
                [
                    actor.id,
                    clean(actor.name),
                    arabic_actor(actor, gazetteer),
                    period.start or "",
                    period.end or "",
                ]
            )
    name = site.name or clean(place.name)
    row: list[Any] = [site.place_id, name, _arabic_name(name, place, gazetteer)]
    return [*row, held] if held else row


def _arabic_name(name: str, place: Place, gazetteer: Gazetteer) -> str:
    """The Arabic for a place as a text puts it: "between A and B", "off A", "northern A"; "" where a part has none."""
    plain = arabic(place.names) or _arabic_of_town(place)
    if (put := _PUT.match(name)) is None or not plain:
        return plain
    if put["other"] is None:
        return f"{_WHERE_AR[put['where']]} {plain}"
    other = next((p for p in gazetteer.places.values() if p.name == put["other"]), None)
    second = (arabic(other.names) or _arabic_of_town(other)) if other is not None else ""
    return f"بين {plain} و{second}" if second else ""


@cache
def _geonames() -> GeoNames:
    return GeoNames.open()


def _arabic_of_town(place: Place) -> str:
    """The Arabic name that GeoNames has for a town of ours; "" if it has none."""
    if place.kind not in SETTLEMENTS:
        return ""
    same = (
        match.place
        for match in _geonames().matches(fold_name(place.name))
        if distance_km(place.lon, place.lat, match.place.lon, match.place.lat) < _SAME_KM
    )
    return next(filter(None, (arabic(town.names) for town in same)), "")
