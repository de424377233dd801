"""geomap: from news articles about attacks to a map, GIS files and answers by region.

>>> import geomap
>>> store = geomap.read_store("incidents.geojson")                      # doctest: +SKIP
>>> geomap.select(store, region="Deir ez-Zor", since="2024-02").certain  # doctest: +SKIP

Everything is imported when it is used first. Coordinates are degrees, WGS 84, lon before lat; distances km.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geomap.articles import read_articles
    from geomap.errors import DataError, GeomapError, UsageError
    from geomap.export import to_geodataframe
    from geomap.gazetteer import Gazetteer
    from geomap.geocoders import geocode, reverse
    from geomap.imports import import_dataset
    from geomap.model import Article, Incident, Report, Store
    from geomap.pipeline import build
    from geomap.query.count import count_by
    from geomap.query.select import select
    from geomap.render import draw
    from geomap.render.brief import write_brief
    from geomap.store import read_store, write_store

__version__ = "0.1.0"

__all__ = [
    "Article", "DataError", "Gazetteer", "GeomapError", "Incident", "Report", "Store", "UsageError",
    "build", "count_by", "draw", "geocode", "import_dataset", "read_articles", "read_store", "reverse",
    "select", "to_geodataframe", "write_brief", "write_store",
]  # fmt: skip

_HOMES = {
    "geomap.articles": ("read_articles",),
    "geomap.errors": ("DataError", "GeomapError", "UsageError"),
    "geomap.export": ("to_geodataframe",),
    "geomap.gazetteer": ("Gazetteer",),
    "geomap.geocoders": ("geocode", "reverse"),
    "geomap.imports": ("import_dataset",),
    "geomap.model": ("Article", "Incident", "Report", "Store"),
    "geomap.pipeline": ("build",),
    "geomap.query": ("count_by", "select"),
    "geomap.render": ("draw",),
    "geomap.render.brief": ("write_brief",),
    "geomap.store": ("read_store", "write_store"),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a public name from where it lives."""
    if name not in _MODULES:
        raise AttributeError(f"module 'geomap' has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(_MODULES[name]), name)
    return value


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted({*globals(), *__all__})
