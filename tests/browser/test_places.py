"""The page of the gazetteer's own places, with the network refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from geomap.gazetteer import Gazetteer
from geomap.render.places import page_of


def test_each_place_is_drawn_and_told(browser: Any, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """A point a place; a click tells name, doubt and source as text; nothing is asked of any host."""
    places = [place for place in gazetteer.places.values() if place.country == "JO"]
    evil = "<img src=x onerror='window.hacked=1'>"
    places[0] = msgspec.structs.replace(places[0], name=evil, note=evil)
    file = tmp_path / "places.html"
    file.write_text(page_of(places, gazetteer, evil), encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector("path.leaflet-interactive")
    points = page.locator("path.leaflet-interactive")
    assert points.count() == len(places)
    points.first.dispatch_event("click")
    page.wait_for_selector(".leaflet-popup")
    told = page.inner_text(".leaflet-popup")
    assert evil in told and f"± {places[0].radius_km:g} km" in told and places[0].sources[0] in told
    assert page.evaluate("window.hacked") is None
    assert asked == [file.as_uri()]
    page.close()


def test_the_page_is_the_same_every_time(gazetteer: Gazetteer) -> None:
    """No random ids, no clock: a diff of two pages shows what changed in the gazetteer."""
    places = list(gazetteer.places.values())[:5]
    assert page_of(places, gazetteer, "Places") == page_of(places, gazetteer, "Places")
