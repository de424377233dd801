"""Where a row is: country, division and place by the gazetteer, with the precision that the source gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from geomap import boundaries
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.datasets import PlaceCode
from geomap.gazetteer.search import Search
from geomap.geo import distance_km
from geomap.model import Place
from geomap.text import fold_name

_SAME_KM = 10.0  # how far the source's point of a place may lie from the gazetteer's
_COARSE = ("governorate", "country")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Spot(NamedTuple):
    """Fields of a report that say where. Degrees, km."""

    fields: dict[str, Any]
    why: tuple[str, ...]


class Ground:
    """Resolves names of countries, divisions and places, each once.

    Args:
        gazetteer: The curated places and countries.
        countries: Names as a dataset writes them, to ISO 3166-1 codes.
    """

    def __init__(self, gazetteer: Gazetteer, countries: dict[str, str]) -> None:
        self.gazetteer = gazetteer
        self.search = Search(gazetteer)
        self._named = {fold_name(name): code for name, code in countries.items()}
        for country in gazetteer.countries.values():
            for name in (
                country.name,
                *country.names,
                *country.names_ar,
                country.code,
                country.alpha3 or country.code,
            ):
                self._named.setdefault(fold_name(name), country.code)
        self._numeric = {int(c.numeric): c.code for c in gazetteer.countries.values() if c.numeric}
        self.spot = lru_cache(200_000)(self._spot)

    def country(self, name: str | None) -> str | None:
        """The ISO 3166-1 code of a country by its name or code; None where nothing is called that."""
        if not name:
            return None
        return self._named.get(fold_name(name)) or self._named.get(fold_name(_BRACKETS.sub("", name)))

    def country_by_number(self, number: int | None) -> str | None:
        """The ISO 3166-1 code by the numeric one."""
        return None if number is None else self._numeric.get(number)

    def _spot(
        self,
        lon: float | None,
        lat: float | None,
        name: str | None,
        country: str | None,
        admin1_name: str | None,
        code: PlaceCode,
    ) -> Spot:
        """Where a row is.

        Args:
            lon: Degrees, the source's own point; None: it has none.
            lat: Degrees.
            name: What the source calls the place.
            country: ISO 3166-1, where the source says it; else the outlines say it, away from borders.
            admin1_name: The first-level division as the source calls it.
            code: What the source says of its precision.
        """
        at_sea = code.precision == "sea"
        admin1 = None if at_sea or code.precision == "country" else self._division(admin1_name, country)
        if lon is not None and lat is not None and not at_sea:
            country = country or _outline_country(lon, lat)
            if admin1 is None and code.precision != "country":
                admin1 = _outline_division(lon, lat, country)
        area = self._area(code, country, admin1)
        place = area or self._place(name, lon, lat, country, code)
        fields: dict[str, Any] = {
            "place_id": place.id if place else None,
            "place": place.name if place else name or self._area_name(country, admin1),
            "place_text": name,
            "place_kind": place.kind if place else None,
            "country": country,
            "admin1": admin1,
            "admin1_name": self._division_name(admin1) or admin1_name,
            "lon": lon,
            "lat": lat,
            "precision": code.precision if lon is not None else "unknown",
            "point_is": code.point_is,
            "radius_km": None if lon is None else self._radius(code, area, lon, lat),
            "area_id": area.area_id if area else None,
            "confidence_place": code.confidence if lon is not None else "low",
        }
        if place is not None and area is None and code.precision == "locality":
            fields["precision"] = self._kind_precision(place)
        return Spot(fields, _why(place, area, name))

    def _radius(self, code: PlaceCode, area: Place | None, lon: float, lat: float | None) -> float:
        """The source's; for an area as much as reaches over all of it from the point that stands for it."""
        if area is None or area.extent_km is None or lat is None:
            return code.radius_km
        return round(area.extent_km + distance_km(lon, lat, area.lon, area.lat), 1)

    def _kind_precision(self, place: Place) -> str:
        kind = self.gazetteer.kinds.get(place.kind)
        return "site" if kind and kind.precision == "site" else "locality"

    # --- areas ----------------------------------------------------------------------------------------------

    def _division(self, name: str | None, country: str | None) -> str | None:
        if not name or country is None:
            return None
        return self._division_of(name, country)

    @cached_property
    def _division_of(self) -> Callable[[str, str], str | None]:
        return lru_cache(20_000)(self._find_division)

    def _find_division(self, name: str, country: str) -> str | None:
        curated = self._curated_divisions.get((country, fold_name(name)))
        if curated:
            return curated
        found = [p for p in self.search.areas.find(name) if p.country == country and p.kind != "country"]
        return found[0].admin1 if found else None

    @cached_property
    def _curated_divisions(self) -> dict[tuple[str, str], str]:
        return {
            (place.country, fold_name(text)): place.admin1
            for place in self.gazetteer.places.values()
            if place.admin1 and place.country and place.area_id == place.admin1
            for text in (
                place.name,
                *(name.text for name in place.names),
                re.sub(r" (Governorate|Province)$", "", place.name),
            )
        }

    def _division_name(self, admin1: str | None) -> str | None:
        return self.gazetteer.admin1_name(admin1)

    def _area(self, code: PlaceCode, country: str | None, admin1: str | None) -> Place | None:
        """The area for which the point stands, where the source says no more."""
        if code.precision not in _COARSE:
            return None
        by_code = self.search.areas.by_code
        return by_code.get((admin1 if code.precision == "governorate" else country) or "")

    def _area_name(self, country: str | None, admin1: str | None) -> str | None:
        found = self.gazetteer.countries.get(country or "")
        return self._division_name(admin1) or (found.name if found else None)

    # --- places ---------------------------------------------------------------------------------------------

    def _place(
        self, name: str | None, lon: float | None, lat: float | None, country: str | None, code: PlaceCode
    ) -> Place | None:
        """The place of that name where the source's point is; None where there is none, or the point is elsewhere."""
        if not name or lon is None or lat is None or code.precision not in ("locality", "near"):
            return None
        key = fold_name(name)
        near = code.radius_km if code.precision == "near" else 0.0
        curated = [self.gazetteer.places[id] for id in self._by_key.get(key, ())]
        for place in (*curated, *self.search.towns.find(key)):
            reach = max(_SAME_KM, near, place.radius_km + (place.extent_km or 0.0))
            here = country is None or place.country in (None, country)
            if here and place.area_id is None and distance_km(lon, lat, place.lon, place.lat) <= reach:
                return place
        return None

    @cached_property
    def _by_key(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for text, id, _ in self.gazetteer.place_names():
            key = fold_name(text)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), id)))
        return found


def _why(place: Place | None, area: Place | None, name: str | None) -> tuple[str, ...]:
    if area is not None:
        return (f"the point stands for {area.name}",)
    return (f'"{name}" at this point is {place.name} ({place.kind})',) if place else ()


def _outline_country(lon: float, lat: float) -> str | None:
    """The country at a point; None near a border, where outlines cannot tell."""
    try:
        at = boundaries.country_at(lon, lat)
    except DataError:  # outlines are not built
        return None
    return at.code or None if at and at.within and not at.near_border else None


def _outline_division(lon: float, lat: float, country: str | None) -> str | None:
    try:
        at = boundaries.admin1_at(lon, lat)
    except DataError:
        return None
    sure = at and at.within and not at.near_border and at.country == country
    return at.code or None if at and sure else None
