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
    """The place that a name or an id means: the first answer of `geomap geocode`.

    Raises:
        UsageError: None does; with the nearest.
    """
    from geomap.gazetteer.search import Search

    if text in gazetteer.places:
        return gazetteer.places[text]
    found = Search(gazetteer).lookup(text, limit=1)
    if not found:
        near = suggest(text, (name for name, _, _ in gazetteer.place_names()))
        raise UsageError(f"no place is called {text!r}", advice=near or "give a point: --near LON,LAT")
    return found[0].place
