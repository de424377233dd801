"""Regions as a user names them, as the `Area`s that filters decide by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geomap.errors import UsageError
from geomap.filters import Area
from geomap.query.nearest import suggest

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer
    from geomap.model import Place


def areas_of(gazetteer: Gazetteer, text: str) -> tuple[Area, ...]:
    """The areas of a region.

    Raises:
        UsageError: No region has this name; with the nearest that does.
    """
    place = find_place(gazetteer, text)
    if place.kind == "country" and place.country:
        return (Area(id=place.country, name=place.name, countries=frozenset({place.country})),)
    if place.kind in ("governorate", "province") and place.admin1:
        return (Area(id=place.admin1, name=place.name, admin1=frozenset({place.admin1})),)
    around = frozenset(code for code in (place.country, place.admin1) if code)
    km = max(place.extent_km or 0.0, place.radius_km)
    circle = (place.lon, place.lat, km)
    return (Area(id=place.id, name=place.name, places=frozenset({place.id}), around=around, circle=circle),)


def find_place(gazetteer: Gazetteer, text: str) -> Place:
    """The place that a name means.

    Raises:
        UsageError: None does; with the nearest.
    """
    from geomap.gazetteer.index import NameIndex

    if text in gazetteer.places:
        return gazetteer.places[text]
    found = NameIndex(gazetteer).lookup(text, limit=1)
    if found:
        return found[0].place
    near = suggest(text, (name for name, _, _ in gazetteer.place_names()))
    raise UsageError(
        f"no place is called {text!r}", advice=near or "geomap regions lists what can be asked for"
    )
