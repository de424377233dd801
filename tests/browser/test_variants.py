"""Folium's layers, a frame in another page, online tiles, a first view: in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import folium
import msgspec
import pytest

from geomap.gazetteer import Gazetteer
from geomap.render import draw, write
from tests.fixtures import mapped
from tests.fixtures.process import geomap

Show = Callable[..., Any]


def test_classic_layers_are_folium_s_own(show: Show, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """A layer an attacker and year, in a control that hides it; popups with the evidence."""
    made = draw(mapped.store(), gazetteer, layers="classic")
    assert all(isinstance(group, folium.FeatureGroup) for group in made.groups.values())  # type: ignore[attr-defined]
    assert made.not_drawn == 1  # type: ignore[attr-defined]
    names = [f"{name}, {year}" for name, year in made.groups]  # type: ignore[attr-defined]
    assert names[0] == "Islamic Resistance in Iraq, 2024" and "Not stated, 2020" in names
    folium.Marker([33.5, 38.6], popup=None).add_to(made)
    path = tmp_path / "classic.html"
    made.write(path)
    page = show(file=path)
    boxes = page.locator(".leaflet-control-layers-overlays label")
    assert boxes.count() == len(names)
    before = page.locator("path.leaflet-interactive").count()
    boxes.first.locator("input").uncheck()
    assert page.locator("path.leaflet-interactive").count() == before - 2
    page.evaluate(
        "Object.values(window).find((v) => v instanceof L.CircleMarker && v._map && v.getPopup()).openPopup()"
    )
    popup = page.locator(".leaflet-popup-content")
    assert "Attack number" in popup.inner_text() and popup.locator("blockquote").count() == 1


def test_classic_popups_are_text(show: Show, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """A store that is full of markup adds none to names of layers and popups."""
    path = tmp_path / "hostile.html"
    write(mapped.hostile_store(), gazetteer, path, layers="classic")
    page = show(file=path)
    page.evaluate(
        "Object.values(window).filter((v) => v instanceof L.CircleMarker && v._map).forEach((m) => m.openPopup())"
    )
    assert page.evaluate("window.hacked") is None
    assert page.locator(".leaflet-popup-content img, .leaflet-popup-content script").count() == 0
    assert page.locator(".leaflet-control-layers img").count() == 0


def test_the_embedding_line_shows_the_map_in_another_page(browser: Any, tmp_path: Path) -> None:
    """The line that goes to stdout, pasted between paragraphs: the page works there, without a theme of its own."""
    (tmp_path / "s.geojson").write_bytes(b"")
    from geomap.store import write_store

    write_store(mapped.store(), tmp_path / "s.geojson")
    done = geomap(
        "map", tmp_path / "s.geojson", "-o", tmp_path / "map.html", "--embed", "--title", 'At "dawn"'
    )
    assert done.returncode == 0 and done.stdout.startswith(
        '<iframe src="map.html" title="At &quot;dawn&quot;"'
    )
    around = tmp_path / "article.html"
    around.write_text(f"<!doctype html><p>Before.</p>{done.stdout}<p style='height:2000px'>After.</p>")
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.goto(around.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-state=ready]").wait_for(state="attached", timeout=40_000)
    assert "12 shown" in frame.locator(".total").inner_text()
    play = frame.locator(".time-head .btn").first.bounding_box()
    assert play and play["width"] >= 28
    assert frame.locator(".theme-button").is_hidden()
    frame.locator(".list .item").first.click()
    frame.locator(".card h2").wait_for()
    page.close()


def test_tiles_are_asked_for_only_when_switched_on(
    browser: Any, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    """Off from the start; on, their maker is named; what is asked for is a picture of the named host."""
    path = tmp_path / "tiles.html"
    write(mapped.store(), gazetteer, path, tiles="OpenStreetMap")
    page = browser.new_page(offline=True)
    asked: list[str] = []
    page.on("request", lambda request: request.url.startswith("file:") or asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-state=ready]")
    switch = page.locator(".tile-switch")
    assert asked == [] and not page.locator(".tile-credit").is_visible()
    switch.click()
    page.locator(".leaflet-tile").first.wait_for(state="attached")
    page.wait_for_timeout(300)
    assert asked and all(url.startswith("https://tile.openstreetmap.org/") for url in asked)
    assert "OpenStreetMap contributors" in page.locator(".tile-credit").inner_text()
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert page.locator(".tile-credit").is_hidden() and page.locator(".leaflet-tile").count() == 0
    page.close()


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_whoever_made_the_data_is_named(
    show: Show, tmp_path: Path, gazetteer: Gazetteer, size: tuple[int, int]
) -> None:
    """Licences require it: on the map, among the filters, on paper, and where no script runs; datasets' owners too."""
    owed = ("Made with Natural Earth.", "Contains data from GeoNames, CC BY 4.0.", "Data: <b>ACLED</b>.")
    path = tmp_path / "owed.html"
    write(msgspec.structs.replace(mapped.store(), attribution=owed), gazetteer, path)
    page = show(file=path, size=size)
    if size[0] > 1000:
        assert "Natural Earth · GeoNames" in page.inner_text(".map-foot")
    else:
        page.locator("button[aria-controls=rail]").click()
    page.locator(".credits summary").click()
    assert [text.strip() for text in page.locator(".credits p").all_inner_texts()] == list(owed)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert " ".join(owed) in page.locator(".print-only").all_text_contents()[-1]
    still = show(file=path, size=size, java_script_enabled=False)
    assert " ".join(owed) in still.inner_text("#geomap-still")


def test_a_page_opens_with_the_view_that_was_asked_for(
    show: Show, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    """A place in the middle; an address of the page as it was."""
    path = tmp_path / "view.html"
    write(mapped.store(), gazetteer, path, view="ain-al-asad")
    at = show(file=path).evaluate("(({lat, lng}) => [lat, lng])(geomap.page.leaflet.getCenter())")
    assert at == pytest.approx([33.786, 42.441], abs=0.3)
    write(mapped.store(), gazetteer, path, view="#lang=ar&at=35.1,40.5,9")
    page = show(file=path)
    assert page.evaluate("document.documentElement.lang") == "ar"
    assert page.evaluate("geomap.page.leaflet.getZoom()") == 9


def test_a_user_s_layer_is_drawn_in_a_notebook(browser: Any, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """`draw()` in a cell: the same page in a frame, with a marker of the user's own on it."""
    made = draw(mapped.store(), gazetteer)
    folium.CircleMarker([33.5, 38.6], radius=20, color="#ff00ff").add_to(made)
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><body>{made._repr_html_()}</body>", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 800}, offline=True)
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-state=ready]").wait_for(state="attached", timeout=40_000)
    assert frame.locator("path[stroke='#ff00ff']").count() == 1
    assert "12 shown" in frame.locator(".total").inner_text()
    page.close()


def test_a_still_is_a_picture_of_its_size(tmp_path: Path) -> None:
    """--png alone: no page is left behind; without a browser one line."""
    from geomap.store import write_store

    write_store(msgspec.structs.replace(mapped.store()), tmp_path / "s.geojson")
    for name in ("a.png",):
        done = geomap(
            "map",
            tmp_path / "s.geojson",
            "--png",
            tmp_path / name,
            "--width",
            "800",
            "--height",
            "500",
            "--scale",
            "2",
        )
        assert done.returncode == 0, done.stderr
    raw = (tmp_path / "a.png").read_bytes()
    assert raw[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(raw[16:20]), int.from_bytes(raw[20:24])) == (1600, 1000)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.png", "s.geojson"]
    none = geomap(
        "map", tmp_path / "s.geojson", "--png", tmp_path / "c.png", GEOMAP_BROWSER="no-such-browser"
    )
    assert none.returncode == 1 and "no-such-browser" in none.stderr and "Traceback" not in none.stderr
    assert not (tmp_path / "c.png").exists()
