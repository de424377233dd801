"""The map page: the only maker of HTML. `draw` gives a `folium.Map`, `write` a file that opens with no network."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from geomap.errors import UsageError

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer
    from geomap.model import Store
    from geomap.render.map import IncidentMap
    from geomap.render.rows import Rows

__all__ = ["draw", "write"]


def draw(
    store: Store | Rows,
    gazetteer: Gazetteer,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "en",
    lean: bool = False,
    view: str | None = None,
    tiles: str | None = None,
    embed: bool = False,
    layers: str = "page",
    origins: Collection[str] | None = None,
) -> IncidentMap:
    """The map of a store, as a `folium.Map`: shows in a notebook, takes folium layers, `write(path)` makes a file.

    Args:
        store: What to show: a store, or the rows of a file that is not read whole (`geomap.render.rows`).
        gazetteer: Names in other languages, affiliations, towns.
        title: Heading of the page.
        subtitle: Line under it; by default the number of articles and the period.
        lang: Interface language, `en` or `ar`; a reader can switch.
        lean: Leave the evidence texts out.
        view: What to show first: "W,S,E,N" in degrees, a place or region by name, or the "#…" of a page's address.
        tiles: An online map by its name in xyzservices, which a reader can switch on.
        embed: For a frame within another page: without the button for light and dark.
        layers: "page" is the page with its filters, list and timeline; "classic" draws folium layers instead, one
            `FeatureGroup` an attacker and year under a `LayerControl`, to build on.
        origins: Only incidents of these origins (`articles`, `gdelt` …); by default all but what a machine coded
            (GDELT). The rows of a file are drawn as they are.

    Raises:
        DataError: The built assets are missing.
        UsageError: No such view, tiles or layers.
    """
    from geomap.render.tiles import tiles_of
    from geomap.render.views import view_of

    if layers not in ("page", "classic"):
        raise UsageError(f"no such layers: {layers!r}", advice="page or classic")
    look: dict[str, Any] = {
        "title": title,
        "subtitle": subtitle,
        "lang": lang,
        "view": view_of(view, gazetteer) if view else None,
        "tiles": tiles_of(tiles) if tiles else None,
        "embed": embed,
    }
    from geomap.model import Store

    if isinstance(store, Store):
        store = _of_origins(store, origins)
    if layers == "classic":
        from geomap.render.classic import ClassicMap

        if not isinstance(store, Store):
            raise UsageError("classic layers are drawn of a store in memory", advice="read_store reads one")
        return ClassicMap(store, gazetteer, lean=lean, **look)
    from geomap.render.map import IncidentMap

    return IncidentMap(store, gazetteer, lean=lean, **look)


def _of_origins(store: Store, origins: Collection[str] | None) -> Store:
    from geomap.model import OFF_MAP_ORIGIN

    kept = tuple(
        one
        for one in store.incidents
        if (
            one.origin not in OFF_MAP_ORIGIN
            if origins is None
            else not {one.origin, *one.origins}.isdisjoint(origins)
        )
    )
    return store if len(kept) == len(store.incidents) else replace(store, incidents=kept)


def write(store: Store | Rows, gazetteer: Gazetteer, path: str | Path, **look: Any) -> None:
    """Write the map of a store as one HTML file that opens from disk and asks no host for anything.

    Args:
        store: What to show.
        gazetteer: Names in other languages, affiliations, towns.
        path: The file to write; replaced as a whole when the page is complete.
        **look: What `draw` takes: title, subtitle, lang, lean, view, tiles, embed, layers, origins.

    Raises:
        DataError: The built assets are missing, or the file cannot be written.
        UsageError: No such view, tiles or layers.
    """
    draw(store, gazetteer, **look).write(path)
