"""What only shows with thousands of incidents: cells for places, lists made in part, a search that does not wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.gazetteer import Gazetteer
from geomap.model import Store
from geomap.render import write
from tests.browser.test_map import total, until
from tests.fixtures import mapped

Show = Callable[..., Any]
ROWS = 6400  # a place each: more than the map draws one by one
MADE = 200  # rows of list or table that may be in the page at once


def _incident(i: int) -> Any:
    quote = "A kestrel was seen over the wreck." if i == 4321 else f"Something burned at number {i}."
    day = dt.date(2015, 1, 1) + dt.timedelta(days=i % 3000)
    return mapped.incident(
        i, None, day.isoformat(), id=f"i{i:05}", place=f"Place {i}", place_id=f"p{i:05}", country="SY", killed=i,
        lon=36 + (i % 80) * 0.07, lat=32.5 + (i // 80) * 0.05, quote=quote,
    )  # fmt: skip


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Path:
    path = tmp_path_factory.mktemp("many") / "map.html"
    write(Store(incidents=tuple(_incident(i) for i in range(ROWS))), gazetteer, path)
    return path


def test_thousands_of_places_are_cells_that_open(show: Show, many: Path) -> None:
    """Cells with counts that add up, named for who does not see them; a click leads to the places."""
    page = show(file=many)
    assert page.evaluate("geomap.page.parts.view.symbols.every((each) => each.cell)")
    assert page.evaluate("geomap.page.parts.view.symbols.reduce((sum, { n }) => sum + n, 0)") == ROWS
    assert "zoom in for places" in page.inner_text(".map-foot")
    cell = page.get_by_role("button", name="Incidents by area").first
    zoom = page.evaluate("geomap.page.leaflet.getZoom()")
    cell.focus()
    page.keyboard.press("Enter")
    until(page, f"geomap.page.leaflet.getZoom() > {zoom} && !geomap.page.parts.view.dense")
    assert not page.evaluate("geomap.page.parts.view.symbols.some((each) => each.cell)")


def test_a_map_that_is_moved_a_little_keeps_its_symbols(show: Show, many: Path) -> None:
    """Grouping thousands of places is for another view, not for each step of a finger."""
    page = show(file=many)
    page.evaluate("geomap.page.leaflet.setZoom(9, { animate: false })")
    assert not page.evaluate("geomap.page.parts.view.dense")
    page.evaluate("window.before = geomap.page.parts.view.symbols")
    page.evaluate("geomap.page.leaflet.panBy([40, 20], { animate: false })")
    assert page.evaluate("geomap.page.parts.view.symbols === window.before")
    page.evaluate("geomap.page.leaflet.panBy([900, 0], { animate: false })")
    assert not page.evaluate("geomap.page.parts.view.symbols === window.before")


def test_a_list_holds_what_is_in_view_and_reaches_its_end(show: Show, many: Path) -> None:
    """Scrolled anywhere it shows rows, in order, none twice, and never all of them."""
    page = show(file=many)
    box = page.locator(".list-rows")
    seen = "[...document.querySelectorAll('.list li[data-index]')].map((li) => Number(li.dataset.index))"
    for share in (0, 0.001, 0.5, 0.51, 1):
        box.evaluate("(box, share) => { box.scrollTop = share * box.scrollHeight; }", share)
        page.wait_for_timeout(120)
        shown = page.evaluate(seen)
        assert shown == list(range(shown[0], shown[0] + len(shown)))
        assert len(shown) < MADE
        inside = page.evaluate(
            """() => { const box = document.querySelector('.list-rows').getBoundingClientRect();
              return [...document.querySelectorAll('.list .item')].some((item) => {
                const { top, bottom } = item.getBoundingClientRect();
                return top < box.bottom && bottom > box.top; }); }"""
        )
        assert inside, share
    assert page.evaluate(seen)[-1] == ROWS - 1
    assert page.locator(".list li[aria-posinset]").last.get_attribute("aria-setsize") == str(ROWS)


def test_keys_go_through_the_list_beyond_what_is_made(show: Show, many: Path) -> None:
    """Down from row to row, farther than the rows that were there at first."""
    page = show(file=many)
    page.locator(".list .item").first.focus()
    for _ in range(70):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('li').dataset.index") == "70"
    page.keyboard.press("Enter")
    page.wait_for_selector(".card h2")
    assert page.inner_text(".position") == "71 of 6,400"
    page.keyboard.press("Escape")
    page.wait_for_selector(".card", state="hidden")
    assert page.evaluate("document.activeElement.closest('li').dataset.index") == "70"


def test_the_table_is_sorted_whole_and_made_in_part(show: Show, many: Path) -> None:
    """The most are first though they were not in the page before."""
    page = show("#view=table", file=many)
    for _ in range(2):
        page.get_by_role("button", name="Killed").click()
    rows = page.locator(".table-view tbody:not([aria-hidden]) tr")
    assert "6,399" in rows.first.inner_text()
    assert rows.count() < MADE
    page.locator(".table-view").evaluate("(box) => { box.scrollTop = box.scrollHeight; }")
    page.wait_for_timeout(150)
    assert rows.last.get_attribute("aria-rowindex") == str(ROWS + 1)


def test_a_search_reads_the_articles_in_a_worker(show: Show, many: Path) -> None:
    """One word in thousands of articles is found, and the page answers while they are read."""
    page = show(file=many)
    page.fill(".search input", "kestrel")
    until(page, "geomap.page.texts.ready && geomap.page.result.shown === 1")
    assert total(page)[0] == 1
    assert len(page.workers) == 1
    assert page.locator(".bar .quiet-text").is_hidden()
    again = show("#q=kestrel", file=many)
    until(again, "geomap.page.result.shown === 1")
