"""The map page: the only maker of HTML. `draw` gives a `folium.Map`, `write` a file that opens with no network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer
    from geomap.model import Store
    from geomap.render.map import IncidentMap

__all__ = ["draw", "write"]


def draw(
    store: Store,
    gazetteer: Gazetteer,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "en",
    lean: bool = False,
) -> IncidentMap:
    """The map of a store, as a `folium.Map`: shows in a notebook, takes folium layers, `write(path)` makes a file.

    Args:
        store: What to show.
        gazetteer: Names in other languages, affiliations, towns.
        title: Heading of the page.
        subtitle: Line under it; by default the number of articles and the period.
        lang: Interface language, `en` or `ar`; a reader can switch.
        lean: Leave the evidence texts out.

    Raises:
        DataError: The built assets are missing.
    """
    from geomap.render.map import IncidentMap

    return IncidentMap(store, gazetteer, title=title, subtitle=subtitle, lang=lang, lean=lean)


def write(
    store: Store,
    gazetteer: Gazetteer,
    path: str | Path,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "en",
    lean: bool = False,
) -> None:
    """Write the map of a store as one HTML file that opens from disk and asks no host for anything.

    Args:
        store: What to show.
        gazetteer: Names in other languages, affiliations, towns.
        path: The file to write; replaced as a whole when the page is complete.
        title: Heading of the page.
        subtitle: Line under it; by default the number of articles and the period.
        lang: Interface language, `en` or `ar`; a reader can switch.
        lean: Leave the evidence texts out.

    Raises:
        DataError: The built assets are missing, or the file cannot be written.
    """
    draw(store, gazetteer, title=title, subtitle=subtitle, lang=lang, lean=lean).write(path)
