"""A store is untrusted: whatever it holds stays text. And where no script runs, the page still tells its story."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.gazetteer import Gazetteer
from geomap.render import draw, write
from tests.fixtures import mapped


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "map.html"
    write(mapped.hostile_store(), gazetteer, path, title=mapped.HOSTILE, subtitle=mapped.HOSTILE)
    return path


def test_a_hostile_store_changes_nothing(show: Callable[..., Any], hostile: Path) -> None:
    """Script in every field, broken numbers, endless strings: no script runs, no link leads to one."""
    page = show(file=hostile)
    for item in range(page.locator(".list .item").count()):
        page.locator(".list .item").nth(item).click()
        page.wait_for_selector(".card h2")
        page.keyboard.press("Escape")
    page.goto(hostile.as_uri() + "#view=table&lang=ar")
    page.reload()
    page.wait_for_selector("html[data-state=ready]")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.inner_text(".total").startswith("4")


def test_an_address_cannot_inject_anything(show: Callable[..., Any]) -> None:
    """A link sent by somebody else opens the map and nothing more."""
    page = show("#q=%3Cimg%20src=x%20onerror=window.hacked=1%3E&actor=%3Cb%3E&sel=%22%3E&at=NaN,0,1&theme=x")
    assert page.evaluate("window.hacked") is None
    assert page.locator(".bar b").count() == 1


def test_without_script_there_is_a_still_map_and_the_list(show: Callable[..., Any]) -> None:
    """Mail previews and phone quick looks run no script."""
    page = show(java_script_enabled=False)
    assert page.locator("#geomap-still svg circle").count() >= 4
    assert page.locator("#geomap-still li").count() == 12
    assert "Three soldiers died" in page.locator("#geomap-still").inner_html()
    assert "1 known only to the country" in page.inner_text("#geomap-still")


@pytest.mark.parametrize("old", ["delete window.DecompressionStream", "Object.fromEntries = undefined"])
def test_where_the_script_fails_there_is_the_still_map(browser: Any, map_file: Path, old: str) -> None:
    """A browser that is too old for the page still shows a map and the list, and does not stay empty."""
    context = browser.new_context(offline=True)
    context.add_init_script(old)
    page = context.new_page()
    page.goto(map_file.as_uri())
    page.wait_for_selector("#geomap-still li", state="visible")
    assert page.locator("#geomap-still svg").is_visible()
    context.close()


def test_a_hostile_store_is_harmless_without_script_too(show: Callable[..., Any], hostile: Path) -> None:
    """The still page escapes what the other one sets as text."""
    page = show(file=hostile, java_script_enabled=False)
    assert page.locator("img, iframe, a[href^='javascript']").count() == 0


def test_a_notebook_shows_the_map_in_a_frame(browser: Any, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """The frame has no address of its own, and the page works without one."""
    notebook = tmp_path / "notebook.html"
    notebook.write_text(
        f"<!doctype html><body>{draw(mapped.store(), gazetteer)._repr_html_()}", encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": 1100, "height": 800})
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-state=ready]").wait_for(state="attached", timeout=40_000)
    frame.locator(".list .item").first.click()
    frame.locator(".card h2").wait_for()
    assert "12 shown" in frame.locator(".total").inner_text()
    page.close()


def test_an_empty_store_says_so(show: Callable[..., Any], tmp_path: Path, gazetteer: Gazetteer) -> None:
    """No incident is an answer, not a broken page."""
    from geomap.model import Store

    path = tmp_path / "empty.html"
    write(Store(), gazetteer, path)
    page = show(file=path)
    assert "This store has no incidents" in page.inner_text(".empty")
