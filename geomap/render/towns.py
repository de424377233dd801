"""Names of towns for the ground, English and Arabic: the gazetteer's; GeoNames' where it has few."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.geonames import GeoNames
from geomap.geo import distance_km
from geomap.render.words import arabic, clean
from geomap.text import fold_name
from geomap.topology import BBox

MOST = 220
_SAME_KM = 12.0  # two records of one town may be this far apart
_COVERED = 8  # curated towns from which on a country needs no others
_DEFAULT_SIZE = {"city": 120_000, "town": 25_000}  # people, of curated towns that GeoNames does not have
_LEAST = 15_000  # people of a town of GeoNames that is worth a label
_BESIDE = 0.15  # weight of towns in countries without incidents: the map is quiet


class _Town(NamedTuple):
    size: float
    name: str
    arabic: str
    country: str
    lon: float
    lat: float


def town_labels(
    near: BBox, focus: set[str], gazetteer: Gazetteer, grid: Callable[[float, float], tuple[int, int]]
) -> list[list[Any]]:
    """The largest towns in a box, as `[name, Arabic name, x, y]`, the largest first.

    Args:
        near: West, south, east, north, degrees.
        focus: Countries with incidents, whose towns come first.
        gazetteer: Curated towns.
        grid: Degrees (lon, lat) to the steps of the basemap.
    """
    cities = _cities(near)
    spots = _Spots(cities)
    towns = [
        _Town(_size(place.kind, {place.name, *(n.text for n in place.names)}, spots.at(place.lon, place.lat)),
              clean(place.name), arabic(place.names), place.country or "", place.lon, place.lat)
        for place in gazetteer.places.values()
        if place.kind in _DEFAULT_SIZE and _within(near, place.lon, place.lat)
    ]  # fmt: skip
    curated = Counter(town.country for town in towns)
    known = _Spots(towns)
    towns += [
        city for city in cities if curated[city.country] < _COVERED and not known.at(city.lon, city.lat)
    ]
    towns.sort(key=lambda town: (-town.size * (1 if town.country in focus else _BESIDE), town.name))
    return [[town.name, town.arabic, *grid(town.lon, town.lat)] for town in towns[:MOST]]


def _cities(near: BBox) -> list[_Town]:
    """GeoNames' towns of 15,000 people and more in a box, the largest first."""
    found = GeoNames.open().within(*near, people=_LEAST, most=3 * MOST)
    return [
        _Town(float(place.population or 0), clean(place.name), arabic(place.names), place.country or "",
              place.lon, place.lat)
        for place in found
    ]  # fmt: skip


def _size(kind: str, names: set[str], here: list[_Town]) -> float:
    """People of the town by its name, else of the largest one at the same spot, else what its kind has."""
    keys = {fold_name(name) for name in names} if here else set()
    named = [city for city in here if fold_name(city.name) in keys]
    return max((city.size for city in named or here), default=_DEFAULT_SIZE[kind])


class _Spots:
    """Towns by where they are."""

    def __init__(self, towns: list[_Town]) -> None:
        self._bands: dict[int, list[_Town]] = {}
        for town in towns:
            self._bands.setdefault(_band(town.lat), []).append(town)

    def at(self, lon: float, lat: float) -> list[_Town]:
        """Those that may be what lies at a point."""
        near = (town for band in range(_band(lat) - 1, _band(lat) + 2) for town in self._bands.get(band, ()))
        return [town for town in near if distance_km(lon, lat, town.lon, town.lat) < _SAME_KM]


def _band(lat: float) -> int:
    """The number of a strip along a parallel, as broad as two records of a town may be apart."""
    return math.floor(lat * 111 / _SAME_KM)


def _within(box: BBox, lon: float, lat: float) -> bool:
    return box[0] <= lon <= box[2] and box[1] <= lat <= box[3]
