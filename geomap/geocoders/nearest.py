"""From a point to words: "4 km NE of Kharab al-Jir, al-Hasakah, Syria; near the border of Iraq and Syria"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from geomap.errors import UsageError
from geomap.gazetteer.search import Search
from geomap.geo import bearing, compass, distance_km
from geomap.geocoders.border import Border, border_near
from geomap.geocoders.describe import address
from geomap.model import Place

NEAR_KM = 75.0  # no place further than this names a point
WIDEST_KM = 30.0  # places larger than this (deserts, seas) are no landmark
# A curated place is preferred to a town of GeoNames that is closer by less than a quarter, or a kilometre.
FACTOR, HEAD_START_KM = 1.25, 1.0


class Near(NamedTuple):
    """The place to name a point by, and where the point lies from it."""

    place: Place
    km: float
    direction: str  # "NE": the point is north-east of the place
    words: str
    border: Border | None = None  # set where outlines cannot tell on which side of it the point is

    def as_dict(self) -> dict[str, Any]:
        """As plain data; degrees, km."""
        place = self.place
        return {
            "place_id": place.id,
            "place": place.name,
            "lon": place.lon,
            "lat": place.lat,
            "country": place.country,
            "admin1": place.admin1,
            "km": self.km,
            "direction": self.direction,
            "near_border": list(self.border.codes) if self.border else None,
            "border_km": self.border.km if self.border else None,
            "words": self.words,
        }


def nearest(lon: float, lat: float, search: Search) -> Near | None:
    """The place to name a point by; None where nothing within 75 km is known.

    Raises:
        UsageError: The pair is no lon, lat.
    """
    check_lon_lat(lon, lat)
    ranked = sorted(_candidates(lon, lat, search), key=lambda entry: (entry[0], entry[1].id))
    if not ranked:
        return None
    place = ranked[0][1]
    km = distance_km(place.lon, place.lat, lon, lat)
    direction = compass(bearing(place.lon, place.lat, lon, lat))
    where = address(place, search.gazetteer)
    far = f"{km:.0f}" if km >= 1 else f"{km:.1f}"
    words = f"at {where}" if km < 0.2 else f"{far} km {direction} of {where}"
    border = border_near(lon, lat)
    return Near(place, round(km, 1), direction, f"{words}; {border.words}" if border else words, border)


def _candidates(lon: float, lat: float, search: Search) -> Iterator[tuple[float, Place]]:
    """Places near the point, each with its distance in km as it counts."""
    for place in search.gazetteer.places.values():
        if abs(place.lat - lat) < 1 and place.confidence != "low" and _is_landmark(place):
            km = distance_km(place.lon, place.lat, lon, lat)
            if km <= NEAR_KM:
                yield km, place
    for km, place in search.towns.near(lon, lat, NEAR_KM)[:5]:
        yield km * FACTOR + HEAD_START_KM, place


def _is_landmark(place: Place) -> bool:
    return place.area_id is None and (place.extent_km or 0) <= WIDEST_KM


def check_lon_lat(lon: float, lat: float) -> None:
    """Refuse a pair that is no lon, lat.

    Raises:
        UsageError: It is out of range, or not a number; says so when it would fit the other way round.
    """
    if -180 <= lon <= 180 and -90 <= lat <= 90:
        return
    swapped = -90 <= lon <= 90 and -180 <= lat <= 180
    advice = (
        f"longitude comes first: {lat:g} {lon:g}" if swapped else "longitude -180 to 180, latitude -90 to 90"
    )
    raise UsageError(f"{lon:g} {lat:g} is not lon, lat", advice=advice)
