"""Whether two places lie in one neighbourhood, one in the other, or are one place."""

from __future__ import annotations

from geomap import boundaries
from geomap.gazetteer.index import joined
from geomap.geo import BEARINGS, distance_km, offset
from geomap.model import Place

APART_KM = 50.0  # within this, either answer would do
IN_WHOLE_KM = 30.0  # "Silwan in East Jerusalem" lies within this of it
BORDER_KM = 5.0  # a town on one side of a border is named for both
SAME_KM = 15.0  # two records of one town
SETTLED = frozenset({"city", "town", "village", "camp", "district"})


def elsewhere(a: Place, b: Place) -> bool:
    """Whether two places lie so far apart that one is the wrong answer where the other is meant."""
    reach = max(APART_KM, a.extent_km or 0.0, b.extent_km or 0.0)
    return distance_km(a.lon, a.lat, b.lon, b.lat) > reach


def lies_in(town: Place, district: Place) -> bool:
    """Whether a town is near enough to a district's middle to lie in it."""
    reach = (district.extent_km or 0) + 20
    return distance_km(town.lon, town.lat, district.lon, district.lat) <= reach


def is_in(place: Place, whole: Place) -> bool:
    """Whether a place lies in or near another: by its codes where both have them, else by distance."""
    if place.id == whole.id:
        return False
    if whole.kind == "country":
        return place.country == whole.country
    if whole.admin1 and place.admin1 and whole.kind in ("governorate", "province"):
        return place.admin1 == whole.admin1
    reach = max(IN_WHOLE_KM, (whole.extent_km or 0.0) + whole.radius_km)
    return distance_km(place.lon, place.lat, whole.lon, whole.lat) <= reach


def touches(place: Place, country: str) -> bool:
    """Whether a country (ISO 3166-1) begins within a town's reach of a place that is not in it."""
    around = (
        boundaries.country_at(*offset(place.lon, place.lat, degrees, BORDER_KM))
        for degrees in BEARINGS.values()
    )
    return any(where is not None and where.code == country for where in around)


def same_place(a: Place, b: Place) -> bool:
    """Whether two records are one place: the same id, or a GeoNames town on top of a settlement of its name."""
    if a.id == b.id:
        return True
    if "geonames" not in (a.origin, b.origin) or a.country != b.country:
        return False
    settled = a.kind in SETTLED and b.kind in SETTLED
    shared = {joined(name.text) for name in a.names} & {joined(name.text) for name in b.names}
    return settled and distance_km(a.lon, a.lat, b.lon, b.lat) <= SAME_KM and bool(shared)
