"""`IncidentMap`: a `folium.Map` whose page is one file that loads nothing, and the same bytes every time."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, Figure
from folium.template import Template

from geomap.assets import read_text
from geomap.gazetteer import Gazetteer
from geomap.model import Store
from geomap.render.basemap import basemap, grid_box
from geomap.render.codec import pack_json
from geomap.render.columns import page_data
from geomap.render.fallback import still
from geomap.render.page import foreign_hosts, guard, json_block, page
from geomap.render.rows import Rows
from geomap.render.tiles import Tiles
from geomap.render.views import View
from geomap.render.words import clean
from geomap.store.atomic import write_bytes

SOON = 200_000  # incidents of a page that is there before anybody could look at the still map
TITLE = {"en": "Incidents", "ar": "حوادث"}


class IncidentMap(folium.Map):
    """The incident map of a store. Add folium layers to it as to any map.

    Args:
        store: What to show.
        gazetteer: Names in other languages, affiliations, towns.
        title: Heading of the page.
        subtitle: Line under it; by default the number of articles and the period.
        lang: Interface language, `en` or `ar`; a reader can switch.
        lean: Leave the evidence texts out.
        view: What to show first; by default where nearly all incidents are.
        tiles: An online map that a reader can switch on.
        embed: For a frame within another page.
    """

    _template = Template(
        """
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}"></div>{% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = geomap.map("{{ this.get_name() }}");
        {% endmacro %}
        """
    )

    def __init__(
        self,
        store: Store | Rows,
        gazetteer: Gazetteer,
        *,
        title: str | None = None,
        subtitle: str | None = None,
        lang: str = "en",
        lean: bool = False,
        view: View | None = None,
        tiles: Tiles | None = None,
        embed: bool = False,
    ) -> None:
        super().__init__(tiles=None, zoom_control=False)
        self.default_js, self.default_css = [], []  # folium's come from hosts; ours are in the page
        self.lang = lang
        self.title = clean(title) or TITLE.get(lang, TITLE["en"])
        rows = Rows.of(store) if isinstance(store, Store) else store
        data, self._texts = page_data(rows, gazetteer, lean=lean)
        self._ground = basemap(rows, gazetteer)
        if view and view.box:
            self._ground = self._ground._replace(box=grid_box(view.box))
        self.tiles, self.embed = tiles, embed
        asked = {"title": self.title, "titled": bool(title), "subtitle": clean(subtitle), "lang": lang}
        asked |= {"hash": view.hash} if view and view.hash else {}
        self._data = data | {"page": asked | ({"tiles": tiles.block()} if tiles else {})}
        self._soon = len(rows) <= SOON
        self._still = still(rows, self._ground, title=self.title, subtitle=clean(subtitle), lean=lean)
        IncidentPage(self)

    start = "geomap.start();"  # the page's script, once everything is there

    @property
    def blocks(self) -> dict[str, str]:
        """The page's data by element id."""
        texts = {f"geomap-text-{i}": block for i, block in enumerate(self._texts)}
        ground = {"geomap-basemap": pack_json(self._ground.block())}
        search = {"geomap-search": json_block({"code": read_text("search.js")})}  # for a worker
        # base64 needs no escaping; what is JSON is escaped by its one gate.
        return {"geomap-data": json_block(self._data)} | search | ground | texts

    @property
    def first(self) -> str:
        """What runs before the rest is parsed: it hides the still map where it would be seen for a blink only."""
        return f"<script>{guard(read_text('first.js'), 'script')}</script>" if self._soon else ""

    @property
    def still(self) -> str:
        """What the page shows where no script runs."""
        return self._still

    def write(self, path: str | Path) -> None:
        """Write the page beside its target and rename it, so that a reader never sees half of it."""
        write_bytes(path, self.get_root().render().encode("utf-8", "replace"))


class IncidentPage(Figure):
    """The page around a map: replaces folium's Figure, whose page loads from hosts and whose ids are random."""

    def __init__(self, shown: IncidentMap) -> None:
        super().__init__(height="720px")
        self._map = shown
        self.add_child(shown, name="map")

    def render(self, **kwargs: Any) -> str:
        """The whole page as HTML."""
        number_elements(self)
        for part in (self.html, self.script):
            part._children.clear()
        for child in self._children.values():
            child.render(**kwargs)
        user_scripts = self.script.render(**kwargs)
        head = self.header.render(**kwargs) if len(self.header._children) > 1 else ""
        body = self._map.still + self.html.render(**kwargs)
        finished = page(
            lang=self._map.lang,
            title=self._map.title,
            styles=[_offline(read_text("leaflet.css")), read_text("page.css")],
            head=self._map.first + head,
            body=body,
            blocks=self._map.blocks,
            scripts=[read_text("leaflet.js"), read_text("page.js"), f"{user_scripts}\n{self._map.start}"],
            embed=self._map.embed,
            picture_hosts=self._map.tiles.hosts if self._map.tiles else (),
        )
        hosts = foreign_hosts(head + body)
        if hosts:
            warnings.warn(f"layers added to the map load from {', '.join(hosts)}", stacklevel=2)
        return finished


def _offline(css: str) -> str:
    """Leaflet's style sheet without its pictures, which lie beside it on a server."""
    return css.replace("url(images/", "url(data:,")


def number_elements(root: Element) -> None:
    """Give every element an id that is its place in the tree, in place of a random one."""
    waiting, count = [root], 0
    while waiting:
        element = waiting.pop(0)
        element._id = f"{count}"
        count += 1
        waiting += [child for child in element._children.values() if isinstance(child, Element)]
