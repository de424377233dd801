"""Regions and places as a user names them, looked up in the gazetteer."""

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
        DataError: A polygon file is broken.
    """
    from geomap.gazetteer.admin import Regions

    return Regions(gazetteer).resolve(text).areas


def find_place(gazetteer: Gazetteer, text: str) -> Place:
    """The place that a name means: a curated one, else a town of GeoNames.

    Raises:
        UsageError: None does; with the nearest.
    """
    from geomap.gazetteer.geonames import GeoNames
    from geomap.gazetteer.index import NameIndex
    from geomap.text import fold_name

    if text in gazetteer.places:
        return gazetteer.places[text]
    candidates = NameIndex(gazetteer).lookup(text, limit=1)
    towns = [] if candidates else GeoNames.open().matches(fold_name(text))
    place: Place | None = candidates[0].place if candidates else towns[0].place if towns else None
    if place is None:
        near = suggest(text, (name for name, _, _ in gazetteer.place_names()))
        raise UsageError(f"no place is called {text!r}", advice=near or "give a point: --near LON,LAT")
    return place
