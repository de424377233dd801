"""`draw(..., layers="classic")`: folium's own layers on our offline ground, for people who build on folium."""

from __future__ import annotations

from collections import Counter, defaultdict
from html import escape
from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

from geomap.gazetteer import Gazetteer
from geomap.model import OFF_MAP_STATUS, Incident, Store
from geomap.render.actors import SLOTS, attackers_of, most_frequent
from geomap.render.fallback import when
from geomap.render.map import IncidentMap
from geomap.render.sites import site_of
from geomap.render.texts import text_record
from geomap.render.words import clean

# The actors' colours on a light ground, as in static/tokens.css; the last is of all others.
COLOURS = ("#b74433", "#830556", "#bb6f01", "#447c58", "#2a60ba", "#388b9c", "#520798", "#3e4108", "#6f7072")
_OTHERS, _NOT_STATED, _UNDATED = "Others", "Not stated", "no date"


class ClassicMap(IncidentMap):
    """Incidents as `folium.CircleMarker`s, in a `FeatureGroup` for each attacker and year under a `LayerControl`.

    What is known only to the country has no marker, as in the page; `not_drawn` counts it. Who was attacked by
    several is in the layer of the first.

    Attributes:
        groups: The feature groups by (attacker, year), in the order of the control.
        not_drawn: How many incidents have no point.
    """

    start = "geomap.startClassic();"

    def __init__(self, store: Store, gazetteer: Gazetteer, *, lean: bool = False, **look: Any) -> None:
        super().__init__(store, gazetteer, lean=True, **look)
        shown = [one for one in store.incidents if one.status not in OFF_MAP_STATUS]
        placed = [one for one in shown if site_of(one).lon is not None]
        self.not_drawn = len(shown) - len(placed)
        self.groups: dict[tuple[str, str], folium.FeatureGroup] = {}
        firsts = Counter(ids[0] for one in shown if (ids := attackers_of(one)))
        ranks = {id: rank for rank, id in enumerate(most_frequent(firsts))}
        sorted_in: dict[tuple[int, str, str], list[Incident]] = defaultdict(list)
        for one in placed:
            rank, name = _attacker(one, ranks)
            sorted_in[rank, name, str(one.date_start.year) if one.date_start else _UNDATED].append(one)
        for (rank, name, year), incidents in sorted(sorted_in.items(), key=lambda item: item[0]):
            # The control shows names as markup.
            group = folium.FeatureGroup(name=f"{escape(name)}, {year} ({len(incidents)})")
            for one in incidents:
                _add(one, group, COLOURS[min(rank, SLOTS)], lean=lean)
            group.add_to(self)
            self.groups[name, year] = group
        self.control = folium.LayerControl(collapsed=len(self.groups) > 20).add_to(self)


def _attacker(one: Incident, ranks: dict[str, int]) -> tuple[int, str]:
    ids = attackers_of(one)
    if not ids:
        return SLOTS + 1, _NOT_STATED
    rank = ranks.get(ids[0], SLOTS)
    return rank, _OTHERS if rank == SLOTS else clean(one.attacker) or ids[0]


def _add(one: Incident, group: folium.FeatureGroup, colour: str, *, lean: bool) -> None:
    """A marker, and its doubt as a circle of true size; a governorate is the circle alone."""
    site = site_of(one)
    at = (site.lat or 0.0, site.lon or 0.0)
    popup = _Popup(_card(one, lean=lean))
    if site.radius_km:
        circle = folium.Circle(
            at, radius=site.radius_km * 1000, fill=True, color=colour, weight=1,
            dash_array="3 3", fill_opacity=0.06,
        )  # fmt: skip
        circle.options["interactive"] = site.is_area  # else it would take the clicks of what lies in it
        circle.add_to(group)
        if site.is_area:
            popup.add_to(circle)
            return
    certain = 0.9 if one.status == "confirmed" else 0.38
    marker = folium.CircleMarker(at, radius=7, color=colour, weight=2, fill=True, fill_opacity=certain)
    popup.add_to(marker)
    marker.add_to(group)


class _Popup(MacroElement):
    """A popup of markup that is safe already; folium's own needs jQuery, and does not escape."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "{{ this._parent.get_name() }}.bindPopup({{ this.markup|tojson }}, {maxWidth: 320});"
        "{% endmacro %}"
    )

    def __init__(self, markup: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Popup"
        self.markup = markup


def _card(one: Incident, *, lean: bool) -> str:
    """What a popup says; every word of a store escaped."""
    who = " → ".join(filter(None, (clean(one.attacker) or _NOT_STATED, clean(one.target))))
    where = ", ".join(dict.fromkeys(filter(None, map(clean, (one.place, one.admin1_name, one.country)))))
    facts = (when(one), where, f"known to: {one.precision}", who, f"{one.status}")
    lines = "".join(f"<br>{escape(fact)}" for fact in facts if fact)
    quotes = [] if lean else text_record(one).get("evidence", [])[:2]
    told = "".join(
        f'<blockquote dir="auto">{escape(quote.get("text", ""))}</blockquote>{_source(quote)}'
        for quote in quotes
    )
    return f"<b>{escape(clean(one.title))}</b>{lines}{told}"


def _source(quote: dict[str, str]) -> str:
    name = escape(quote.get("outlet") or quote.get("article") or "")
    url = quote.get("url")
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{name}</a>' if url else name
