"""The coarse place of an incident: a square of the grid, a governorate, a country, a sea, or nothing."""

from __future__ import annotations

import math
from functools import cached_property
from typing import NamedTuple

from geomap import boundaries
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.areas import Areas, is_area
from geomap.model import Incident, Place, PlacePrecision, PointIs
from geomap.publish.grid import Square, square_at
from geomap.publish.levels import Level
from geomap.publish.shares import share_inside

_NEAR_KM = 25.0  # "near" of UCDP's where_prec: within about 25 km
# A square of which only a corner lies in a governorate would tell the corner.
_SHARE = 0.25
_SEAS = frozenset({"sea", "gulf"})
_COARSE = frozenset({"governorate", "country", "sea", "unknown"})


class Coarse(NamedTuple):
    """The fields of an incident that say where it was, coarse; see `model.Incident`."""

    place_id: str | None = None
    place: str | None = None
    place_kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin1_name: str | None = None
    precision: PlacePrecision = "unknown"
    radius_km: float | None = None
    point_is: PointIs | None = None
    area_id: str | None = None
    lon: float | None = None
    lat: float | None = None


class Coarsener:
    """Makes places coarse.

    Args:
        level: How coarse.
        gazetteer: Names and points of governorates, countries and seas.
    """

    def __init__(self, level: Level, gazetteer: Gazetteer) -> None:
        self._level = level
        self._gazetteer = gazetteer
        self._shares: dict[tuple[str, str], float] = {}
        self._made: dict[tuple[object, ...], Coarse] = {}

    def place(self, incident: Incident) -> Coarse:
        """Where an incident was, so coarsely that nothing smaller can be told from it."""
        key = (
            incident.lon, incident.lat, incident.radius_km, incident.precision, incident.country, incident.admin1,
            incident.admin1_name, incident.place_id, incident.point_is,
        )  # fmt: skip
        if key not in self._made:
            self._made[key] = self._place(incident)
        return self._made[key]

    def launch(self, place_id: str | None, lon: float | None, lat: float | None) -> Place | None:
        """The country, or for governorates the governorate, that something was launched from."""
        place = self._gazetteer.places.get(place_id or "") or self._areas_by_id.get(place_id or "")
        country, admin1 = (place.country, place.admin1) if place else (None, None)
        if place is None and _point(lon, lat):
            at = boundaries.country_at(lon or 0.0, lat or 0.0)
            country = at.code if at and at.within and not at.near_border else None
        found = self._areas.by_code.get(admin1 or "") if self._level.km is None else None
        return found or self._areas.by_code.get(country or "")

    def _place(self, incident: Incident) -> Coarse:
        if self._level.km is None:
            return self._sea(incident) or self._division(incident)
        if not _point(incident.lon, incident.lat) or incident.precision in ("country", "unknown"):
            return self._at_least(self._division(incident))
        if incident.precision in _COARSE:
            area = self._sea(incident)
            if area is None and incident.precision == "sea":  # a strait, or somewhere off a coast
                return self._square(incident)
            return self._at_least(area or self._division(incident))
        return self._square(incident)

    def _at_least(self, area: Coarse) -> Coarse:
        """The area; the square around its middle where the area is smaller than a square."""
        place = self._areas.by_code.get(area.area_id or "")
        size = (place.extent_km or place.radius_km) if place else math.inf
        km = self._level.km or 0.0
        if area.lon is None or area.lat is None or math.pi * size**2 >= km**2:
            return area
        return self._in_square(square_at(area.lon, area.lat, km), area.country, area.admin1, size)

    # --- squares --------------------------------------------------------------------------------------------

    def _square(self, incident: Incident) -> Coarse:
        assert self._level.km is not None and incident.lon is not None and incident.lat is not None
        square = square_at(incident.lon, incident.lat, self._level.km)
        return self._in_square(square, incident.country, incident.admin1, incident.radius_km)

    def _in_square(
        self, square: Square, country: str | None, admin1: str | None, doubt_km: float | None
    ) -> Coarse:
        """A square. Doubt counts in whole sides: radii of sites are as telling as their names."""
        country = country if self._share(square, country) >= _SHARE else None
        admin1 = admin1 if country and self._share(square, admin1) >= _SHARE else None
        name = self._gazetteer.admin1_name(admin1) or self._name(country)
        label = f"{square.km:g} km square"
        sides = max(math.ceil(doubt_km / square.km), 1) if doubt_km and math.isfinite(doubt_km) else 1
        radius = round(square.reach_km + sides * square.km, 1)
        fine = radius <= _NEAR_KM and self._level.name != "district"
        return Coarse(
            place_id=square.id,
            place=f"{name} ({label})" if name else label,
            country=country,
            admin1=admin1,
            admin1_name=self._gazetteer.admin1_name(admin1),
            precision="near" if fine else "district",
            radius_km=radius,
            point_is="representative",
            area_id=square.id,
            lon=square.lon,
            lat=square.lat,
        )

    def _share(self, square: Square, code: str | None) -> float:
        """Which part of a square lies in a country or division; 0 where that has no outline."""
        if not code:
            return 0.0
        key = (square.id, code)
        if key not in self._shares:
            self._shares[key] = share_inside(square.box, code)
        return self._shares[key]

    # --- areas ----------------------------------------------------------------------------------------------

    def _division(self, incident: Incident) -> Coarse:
        """The governorate of an incident: its own, else the one its point surely lies in; else its country."""
        code = incident.admin1
        if code is None and incident.lon is not None and incident.lat is not None and _has_point(incident):
            at = boundaries.admin1_at(incident.lon, incident.lat)
            sure = at and at.within and not at.near_border and at.country == (incident.country or at.country)
            code = at.code if at and sure else None
        place = self._areas.by_code.get(code or "")
        return self._area(place, "governorate") if place else self._country(incident)

    def _country(self, incident: Incident) -> Coarse:
        code = incident.country
        if code is None and incident.lon is not None and incident.lat is not None and _has_point(incident):
            at = boundaries.country_at(incident.lon, incident.lat)
            code = at.code if at and at.within and not at.near_border else None
        place = self._areas.by_code.get(code or "")
        if place is not None:
            return self._area(place, "country")
        return Coarse()

    def _sea(self, incident: Incident) -> Coarse | None:
        place = self._gazetteer.places.get(incident.place_id or "")
        return self._area(place, "sea") if place and place.kind in _SEAS else None

    def _area(self, place: Place, precision: PlacePrecision) -> Coarse:
        division = place.admin1 if precision == "governorate" else None
        return Coarse(
            place_id=place.id,
            place=place.name,
            place_kind=place.kind,
            country=place.country,
            admin1=division,
            admin1_name=self._gazetteer.admin1_name(division),
            precision=precision,
            radius_km=place.extent_km or place.radius_km,
            point_is="representative",
            area_id=place.area_id,
            lon=place.lon,
            lat=place.lat,
        )

    def _name(self, country: str | None) -> str | None:
        found = self._gazetteer.countries.get(country or "")
        return found.name if found else None

    @cached_property
    def _areas(self) -> Areas:
        return Areas(self._gazetteer)

    @cached_property
    def _areas_by_id(self) -> dict[str, Place]:
        curated = (place for place in self._gazetteer.places.values() if is_area(place))
        return {place.id: place for place in (*self._areas.places, *curated)}


def _has_point(incident: Incident) -> bool:
    """Whether it has a point of its own, not one that stands for its country."""
    return _point(incident.lon, incident.lat) and incident.precision not in ("country", "unknown")


def _point(lon: float | None, lat: float | None) -> bool:
    return lon is not None and lat is not None and -180 <= lon <= 180 and -90 <= lat <= 90
