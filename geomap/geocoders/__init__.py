"""Geocoding offline, as geopy does it: names to `geopy.Location`, points to the nearest named place.

geopy's order is (latitude, longitude): so are the points of each `Location` here, and what `Curated.reverse` takes.
The function `reverse` takes lon, lat, as the rest of geomap does. Nothing is asked of
any host, but by a `Chain` that was given an online geocoder.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.geocoders.describe import address, describe
from geomap.geocoders.nearest import nearest

if TYPE_CHECKING:
    from geopy.location import Location

    from geomap.geocoders.chain import Chain
    from geomap.geocoders.curated import Curated

__all__ = ["Chain", "Curated", "geocode", "reverse", "search"]


def geocode(name: str, *, country: str | None = None, gazetteer: Gazetteer | None = None) -> Location | None:
    """The place that a name stands for, offline.

    Args:
        name: A place name in any script: "Kharab al-Jeer", "قاعدة حرير", "Tripoli, Lebanon".
        country: ISO 3166-1 alpha-2; only places in it.
        gazetteer: The one that came with geomap by default.

    Returns:
        A `geopy.Location` (latitude, longitude; degrees, WGS 84) whose `raw` is what `geomap geocode --format json`
        prints: place id, radius in km, confidence, reasons, runners-up. None when nothing bears the name.
    """
    from geopy.location import Location

    names = search(gazetteer)
    found = names.lookup(name, country=country)
    if not found:
        return None
    place = found[0].place
    return Location(
        address(place, names.gazetteer), (place.lat, place.lon, 0.0), describe(found, names.gazetteer)
    )


def reverse(lon: float, lat: float, *, gazetteer: Gazetteer | None = None) -> Location | None:
    """The named place nearest to a point, offline.

    Args:
        lon: Longitude in degrees, first as everywhere in geomap but in geopy's own classes.
        lat: Latitude in degrees.
        gazetteer: The one that came with geomap by default.

    Returns:
        A `geopy.Location` of that place, whose address says where the point lies from it ("4 km NE of …"); None
        where no place within 75 km is known.

    Raises:
        UsageError: The pair is no lon, lat; says so if it would be one the other way round.
    """
    from geopy.location import Location

    near = nearest(lon, lat, search(gazetteer))
    return near and Location(near.words, (near.place.lat, near.place.lon, 0.0), near.as_dict())


def search(gazetteer: Gazetteer | None = None) -> Search:
    """The search over a gazetteer; that over geomap's own is kept open."""
    return _own() if gazetteer is None else Search(gazetteer)


@cache
def _own() -> Search:
    return Search(Gazetteer.load())


def __getattr__(name: str) -> Any:
    """The classes are imported when they are asked for: geopy's base class brings its whole network stack."""
    if name == "Curated":
        from geomap.geocoders.curated import Curated

        return Curated
    if name == "Chain":
        from geomap.geocoders.chain import Chain

        return Chain
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
