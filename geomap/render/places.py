"""A page of the gazetteer's own places, for curators: points with their radius of doubt over borders and coasts.

A `folium.Map` like the incident map, but plain: Leaflet and the data are inside, nothing is loaded.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import folium
from branca.element import Figure

from geomap import boundaries
from geomap.assets import read_text
from geomap.gazetteer import Gazetteer
from geomap.model import Place
from geomap.render.page import page
from geomap.render.words import clean

COLOURS = {
    "military": "#b2182b", "energy": "#d95f02", "industry": "#a6761d", "infrastructure": "#666666",
    "transport": "#7570b3", "crossing": "#e7298a", "settlement": "#1b6ca8", "civil": "#1b9e77", "area": "#888888",
    "water": "#2b8cbe",
}  # fmt: skip
_STYLE = (
    "html,body{margin:0;height:100%;font:14px system-ui,sans-serif}"
    ".folium-map{height:100vh}.leaflet-container{background:#f4f2ee}"
)
_MARGIN = 1.0  # degrees around the places


def page_of(places: Sequence[Place], gazetteer: Gazetteer, title: str) -> str:
    """The page as HTML that asks no host for anything; the same places give the same bytes."""
    shown = folium.Map(tiles=None, zoom_control=True)
    shown.default_js, shown.default_css = [], []  # folium's come from hosts; ours are in the page
    _add_ground(shown, places)
    _add_places(shown, places, gazetteer)
    if places:
        west, south, east, north = _box(places)
        shown.fit_bounds([[south, west], [north, east]])
    figure = Figure()
    figure.add_child(shown, name="map")
    return _finished(figure, shown, title)


def _finished(figure: Figure, shown: folium.Map, title: str) -> str:
    from geomap.render.map import number_elements

    number_elements(figure)
    for child in figure._children.values():
        child.render()
    head = "".join(
        element.render() for name, element in figure.header._children.items() if name != "meta_http"
    )
    return page(
        lang="en",
        title=clean(title),
        styles=[read_text("leaflet.css").replace("url(images/", "url(data:,"), _STYLE],
        head=head,
        body=figure.html.render(),
        blocks={},
        scripts=[read_text("leaflet.js"), figure.script.render()],
    )


def _box(places: Sequence[Place]) -> tuple[float, float, float, float]:
    lons, lats = [place.lon for place in places], [place.lat for place in places]
    return min(lons) - _MARGIN, min(lats) - _MARGIN, max(lons) + _MARGIN, max(lats) + _MARGIN


def _add_ground(shown: folium.Map, places: Sequence[Place]) -> None:
    """Borders and coasts, as fine as the extent needs."""
    box = _box(places) if places else (-180.0, -60.0, 180.0, 75.0)
    tolerance = max(0.005, (box[2] - box[0]) / 2000)
    lines = boundaries.borders(box, tolerance, kinds=("border", "disputed", "coast"))
    features = [
        {
            "type": "Feature",
            "properties": {"kind": line.kind},
            "geometry": {
                "type": "LineString",
                "coordinates": [[round(x, 3), round(y, 3)] for x, y in line.points],
            },
        }
        for line in lines
    ]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        style_function=lambda feature: {
            "color": "#999", "weight": 1, "dashArray": "4" if feature["properties"]["kind"] == "disputed" else None,
        },
        interactive=False, control=False, zoom_on_click=False,
    ).add_to(shown)  # fmt: skip


def _add_places(shown: folium.Map, places: Sequence[Place], gazetteer: Gazetteer) -> None:
    """Points with what is known of them; every text is escaped, as folium's pop-ups are HTML."""
    features = [_feature(place, gazetteer) for place in places]
    if not features:
        return
    fields = ["name", "id", "kind", "in", "doubt", "names", "sources", "note"]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        marker=folium.CircleMarker(radius=5, weight=1, fill=True, fill_opacity=0.8),
        style_function=lambda feature: dict.fromkeys(("color", "fillColor"), feature["properties"]["colour"]),
        tooltip=folium.GeoJsonTooltip(["name"], labels=False),
        popup=folium.GeoJsonPopup(fields, max_width=420),
    ).add_to(shown)  # fmt: skip


def _feature(place: Place, gazetteer: Gazetteer) -> dict[str, Any]:
    kind, country = gazetteer.kinds.get(place.kind), gazetteer.countries.get(place.country or "")
    values = {
        "name": place.name,
        "id": place.id,
        "kind": kind.label if kind else place.kind,
        "in": ", ".join(
            filter(None, (gazetteer.admin1_name(place.admin1), country.name if country else place.country))
        ),
        "doubt": f"± {place.radius_km:g} km, {place.confidence} confidence",
        "names": "; ".join(name.text for name in place.names),
        "sources": "; ".join(place.sources),
        "note": place.note or "",
    }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {key: html.escape(clean(value)) for key, value in values.items()}
        | {"colour": COLOURS.get((kind.group or "") if kind else "", "#444444")},
    }
