"""The map on a phone: a sheet, a drawer, nothing beside the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.gazetteer import Gazetteer
from geomap.publish import publish
from geomap.render import write
from tests.fixtures import mapped

PHONES = [(390, 844), (360, 640)]


@pytest.mark.parametrize("size", PHONES)
def test_nothing_is_wider_than_the_screen(show: Callable[..., Any], size: tuple[int, int]) -> None:
    """No sideways scrolling, and the map has room."""
    page = show(size=size, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert page.locator(".map").bounding_box()["height"] >= 150


def test_the_sheet_has_three_heights(show: Callable[..., Any]) -> None:
    """A tap on the grabber makes the list larger, then small again."""
    page = show(size=(390, 844), has_touch=True)
    heights = []
    for _ in range(3):
        heights.append(page.locator(".side").bounding_box()["height"])
        page.locator(".grab").tap()
        page.wait_for_timeout(300)
    assert heights[0] == 88
    assert heights[0] < heights[1] < heights[2]
    assert page.locator(".side").bounding_box()["height"] == heights[0]


def test_the_sheet_follows_the_finger(show: Callable[..., Any]) -> None:
    """While it is dragged it is as high as the finger says; let go, it takes the nearest of its heights."""
    page = show(size=(390, 844), has_touch=True)
    grab = page.locator(".grab").bounding_box()
    x, y = grab["x"] + grab["width"] / 2, grab["y"] + 10
    page.mouse.move(x, y)
    page.mouse.down()
    for up in (40, 90, 140):
        page.mouse.move(x, y - up)
        assert page.locator(".side").bounding_box()["height"] == pytest.approx(88 + up, abs=1)
    page.wait_for_timeout(200)  # the finger rests: no flick
    page.mouse.up()
    page.wait_for_timeout(300)
    assert page.locator(".app").get_attribute("data-sheet") == "1"
    assert page.locator(".side").bounding_box()["height"] == pytest.approx(0.4 * 844, abs=1)


TAP = """([x, y]) => {
  const map = document.querySelector('.leaflet-container');
  const at = [x - 40, x + 40].map((clientX, identifier) =>
    new Touch({ identifier, target: map, clientX, clientY: y }));
  const send = (type, touches) =>
    map.dispatchEvent(new TouchEvent(type, { touches, changedTouches: at, bubbles: true, cancelable: true }));
  send('touchstart', at);
  send('touchend', []);
}"""


def test_two_fingers_that_tap_zoom_out(show: Callable[..., Any]) -> None:
    """By one level, about the point between them."""
    page = show(size=(390, 844), has_touch=True, reduced_motion="reduce")
    before = page.evaluate("geomap.page.leaflet.getZoom()")
    page.evaluate(TAP, [195, 250])
    assert page.evaluate("geomap.page.leaflet.getZoom()") == pytest.approx(before - 1)


@pytest.mark.parametrize(("lang", "words"), [("en", "squares of 25 km"), ("ar", "مربعات ضلعها 25 كم")])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_a_published_map_says_how_coarse_it_is(
    show: Callable[..., Any],
    gazetteer: Gazetteer,
    tmp_path: Path,
    size: tuple[int, int],
    lang: str,
    words: str,
) -> None:
    """In the header at every size, and on paper."""
    path = tmp_path / "coarse.html"
    write(publish(mapped.store(), 25.0, gazetteer=gazetteer), gazetteer, path)
    page = show(f"#lang={lang}", file=path, size=size)
    line = page.locator(".coarsened")
    assert line.is_visible()
    assert words in line.inner_text()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert line.is_visible()
    names = page.evaluate("Array.from(geomap.page.data.site.has, (_, i) => geomap.page.words.site(i))")
    squares = [name for name in names if "25" in name]
    assert squares and all(("km square" in name) == (lang == "en") for name in squares)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_lies_over_the_map_leaves_room_for_each_other(show: Callable[..., Any], lang: str) -> None:
    """Scale, country pill, "outside this view", in whichever corner the symbols leave free."""
    page = show(f"#lang={lang}&at=36.5,43,7", size=(360, 640), has_touch=True)
    page.evaluate("geomap.page.parts.tray.classList.add('at-left')")
    boxes = [
        page.locator(name).bounding_box() for name in (".tray", ".scale", ".outside") if page.is_visible(name)
    ]
    assert len(boxes) == 3 and boxes[2]["height"] >= 44
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
            assert apart or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]


def test_a_card_opens_in_the_full_sheet_with_its_place_in_view(show: Callable[..., Any]) -> None:
    """The incident stays visible above its card."""
    page = show(size=(390, 844), has_touch=True)
    page.evaluate("geomap.page.select(geomap.page.listed().at(3))")
    page.wait_for_timeout(700)
    assert page.locator(".app").get_attribute("data-sheet") == "2"
    inside = page.evaluate(
        """() => { const { view, map } = geomap.page.parts, s = view.symbolOf(view.selectedSite());
          const y = s.v * view.view.world - view.view.top; return y > 0 && y < map.clientHeight; }"""
    )
    assert inside


def test_filters_are_a_drawer_that_gives_the_focus_back(show: Callable[..., Any]) -> None:
    """The drawer is a dialog, the rest is out of reach while it is open."""
    page = show(size=(390, 844), has_touch=True)
    page.get_by_role("button", name="Filters").tap()
    rail = page.locator(".rail")
    assert rail.get_attribute("role") == "dialog"
    assert page.evaluate("document.querySelector('.map').inert")
    page.locator('.rail input[aria-label="Kataib Hezbollah"]').tap()
    page.get_by_role("button", name="Show 2 incidents").tap()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Filters 1"
    assert page.inner_text(".total").startswith("2 shown")


RAIL = [".rail .row", ".rail .switch", ".rail .seg button", ".rail summary", ".rail select"]
OTHERS = [".item", ".handle", ".grab", ".tools .btn", ".download summary", ".list-head select", ".tray-pill"]


@pytest.mark.parametrize("selector", RAIL + OTHERS)
def test_what_a_thumb_must_hit_is_large_enough(show: Callable[..., Any], selector: str) -> None:
    """44 px, or a grabber as wide as the screen."""
    page = show(size=(390, 844), has_touch=True)
    if selector.startswith(".rail"):
        page.get_by_role("button", name="Filters").tap()
    sizes = page.eval_on_selector_all(
        selector,
        "all => all.map(e => e.getBoundingClientRect()).filter(b => b.width).map(b => [b.width, b.height])",
    )
    assert sizes
    assert all(width >= 44 and (height >= 43.5 or selector == ".grab") for width, height in sizes)
