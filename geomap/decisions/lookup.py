"""The places and actors that a verdict names, as fields of a report."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.model import Place
from geomap.text import fold_name

_POINT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*(?:,\s*(\d+(?:\.\d+)?)\s*(?:km)?\s*)?")
_POINT_KM = 1.0  # how far off a point may be that a person gives without saying so
_PLACE_FIELDS = (
    "place_id", "place", "place_kind", "country", "admin1", "admin1_name", "lon", "lat", "radius_km", "area_id",
)  # fmt: skip


class Unknown(Exception):
    """A verdict names what is not there; `advice` says what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


class Lookup:
    """Finds what verdicts name, in one gazetteer; opens its sources when they are needed."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._search = Search(gazetteer)

    def place(self, value: str) -> tuple[dict[str, Any], str]:
        """The fields of a report at a place, and the place in words.

        Args:
            value: An id, a name, or "lon,lat" in degrees with an optional radius in km; empty: not known.

        Raises:
            Unknown: Nothing bears the name, or the pair is no lon, lat.
        """
        if not value:
            empty: dict[str, Any] = dict.fromkeys(_PLACE_FIELDS)
            return empty | {"precision": "unknown", "point_is": "site"}, "the place is not known"
        if point := _POINT.fullmatch(value):
            return self._point(value, float(point[1]), float(point[2]), float(point[3] or _POINT_KM))
        place = self._find(value)
        kind = self.gazetteer.kinds.get(place.kind)
        precision = kind.precision if kind else {"country": "country"}.get(place.kind, "locality")
        wide = precision in ("governorate", "country", "sea")
        fields = {
            "place_id": place.id,
            "place": place.name,
            "place_kind": place.kind,
            "country": place.country,
            "admin1": place.admin1,
            "admin1_name": place.admin1_name or self.gazetteer.admin1_name(place.admin1),
            "lon": place.lon,
            "lat": place.lat,
            "radius_km": max(place.radius_km, place.extent_km or 0.0) if wide else place.radius_km,
            "precision": precision,
            "point_is": "representative" if wide else "site",
            "area_id": place.area_id if wide or precision == "district" else None,
        }
        return fields, f"the place is {place.name}"

    def _point(self, value: str, lon: float, lat: float, km: float) -> tuple[dict[str, Any], str]:
        from geomap.boundaries import admin1_at, country_at

        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise Unknown(f"{value!r} is not lon,lat in degrees", "longitude comes first")
        division, land = admin1_at(lon, lat), country_at(lon, lat)
        country = land.country if land and land.within else None
        admin1 = division.code or None if division and division.within and country else None
        fields = {
            "place_id": None,
            "place": f"{lat:.4f}, {lon:.4f}",
            "place_kind": None,
            "country": country,
            "admin1": admin1,
            "admin1_name": self.gazetteer.admin1_name(admin1),
            "lon": lon,
            "lat": lat,
            "radius_km": km,
            "precision": "exact",
            "point_is": "site",
            "area_id": None,
        }
        return fields, f"the place is {lon:g}, {lat:g} (lon, lat)"

    def _find(self, value: str) -> Place:
        if value in self.gazetteer.places:
            return self.gazetteer.places[value]
        found = self._search.lookup(value, limit=2)
        if not found:
            raise Unknown(f"no place {value!r}", 'geomap geocode finds ids; "lon,lat" is understood, too')
        return found[0].place

    def launch_place(self, value: str | None) -> dict[str, Any]:
        """The fields of a report of what came from there. Raises as `place`."""
        if value is None:
            return dict.fromkeys(("launch_place_id", "launch_place", "launch_lon", "launch_lat"))
        place = self._find(value)
        return {
            "launch_place_id": place.id, "launch_place": place.name, "launch_lon": place.lon, "launch_lat": place.lat,
        }  # fmt: skip

    def actor(self, value: str) -> tuple[str, str]:
        """Id and name of an actor, by its id or one of its names.

        Raises:
            Unknown: Nobody bears it.
        """
        actor = self.gazetteer.actors.get(value)
        if actor is None:
            id = self._actors.get(fold_name(value))
            actor = self.gazetteer.actors[id] if id else None
        if actor is None:
            raise Unknown(f"no actor {value!r}", "geomap gazetteer ls --actors lists them")
        return actor.id, actor.name

    @cached_property
    def _actors(self) -> dict[str, str]:
        named = {
            fold_name(text): id
            for text, id, name in self.gazetteer.actor_names()
            if name.strength == "strong"
        }
        return named | {fold_name(actor.name): actor.id for actor in self.gazetteer.actors.values()}
