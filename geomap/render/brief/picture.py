"""The small map of a brief, as SVG: inside the page, or a file of its own beside the Markdown."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import msgspec

from geomap.brief import Brief
from geomap.gazetteer import Gazetteer
from geomap.render.basemap import small_ground
from geomap.render.brief.words import WORDS
from geomap.render.fallback import drawing
from geomap.render.sites import site_of
from geomap.render.words import arabic

_WIDTH = 420  # px that symbols and names are made for: half a sheet
_SHAPE = (1.3, 1.34)  # width by height, at least and at most: that of the place on the sheet


def picture(brief: Brief, gazetteer: Gazetteer, lang: str, *, alone: bool = False) -> str:
    """The map of the incidents that are counted.

    Args:
        brief: The figures.
        gazetteer: Names in the language, and what lies around.
        lang: "en" or "ar".
        alone: Whether it is a file of its own, with its styles inside.
    """
    store = brief.store
    if lang == "ar":
        named = (_named(one, gazetteer) for one in store.incidents)
        store = msgspec.structs.replace(store, incidents=tuple(named))
    ground = small_ground(store, *_SHAPE)
    svg = drawing(Counter(map(site_of, store.incidents)), ground, WORDS[lang]["map"], _WIDTH)
    if not alone:
        return svg
    return (
        re.sub(r"^<svg ", '<svg xmlns="http://www.w3.org/2000/svg" width="840" ', svg).replace(
            ">", f"><style>{css()}</style>", 1
        )
        + "\n"
    )


def css() -> str:
    """The styles of the map."""
    return (files("geomap.render.brief") / "picture.css").read_text(encoding="utf-8")


def _named(one: msgspec.Struct, gazetteer: Gazetteer) -> msgspec.Struct:
    place = gazetteer.places.get(getattr(one, "place_id", None) or "")
    name = arabic(place.names) if place else ""
    return msgspec.structs.replace(one, place=name) if name else one
