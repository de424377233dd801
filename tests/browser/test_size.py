"""What only shows with many actors, many countries and more incidents than a page can hold texts of at once."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.gazetteer import Gazetteer
from geomap.render import write
from geomap.synth import synthesise
from tests.browser.test_map import total, until

Show = Callable[..., Any]
ROWS = 21_000  # more than a download writes in the order of the list


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Path:
    path = tmp_path_factory.mktemp("large") / "map.html"
    write(synthesise(ROWS, gazetteer, 1), gazetteer, path)
    return path


def number(text: str) -> int:
    return int(text.rsplit(maxsplit=1)[-1].replace(",", ""))


def test_the_rail_shows_frequent_actors_and_finds_the_others(show: Show, large: Path) -> None:
    """A store of hundreds of actors has a rail that one can read; what is chosen is seen."""
    page = show(file=large)
    rows = page.locator(".facet.actors .row:visible")
    first = rows.count()
    assert first < 40
    assert "Not stated" in rows.last.inner_text()
    page.locator(".facet.actors .find:visible").fill("liwa")
    assert rows.count() > 1
    assert all(
        "liwa" in name.lower() for name in page.locator(".facet.actors .name:visible").all_inner_texts()
    )
    hidden = page.evaluate(
        "geomap.page.parts.rail.tree.rows.find(({ value }) => !geomap.page.parts.rail.tree.first.has(value)).value"
    )
    page.locator(".facet.actors .find:visible").fill("")
    assert rows.count() == first
    again = show(f"#actor={hidden}", file=large)
    assert again.locator(f'.facet.actors input[data-value="{hidden}"]').is_checked()
    page.locator(".facet.actors").get_by_role("button", name="Show all").click()
    assert rows.count() == page.evaluate("geomap.page.parts.rail.tree.rows.length") > 100


def test_many_countries_fit_the_tray_and_add_up(show: Show, large: Path) -> None:
    """Those with most incidents and the number of the rest, so that the map is not covered; all when asked for."""
    page = show(file=large)
    rows = page.locator(".tray li")
    assert rows.count() == 5
    assert page.locator(".tray").bounding_box()["height"] < 250
    counts = [number(text) for text in rows.all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    rest = number(page.inner_text(".tray-more"))
    all_of_them = page.evaluate(
        """(({ result, parts }) => result.sites.count.reduce(
          (sum, n, site) => sum + (parts.view.modes[site] === 2 ? n : 0), 0))(geomap.page)"""
    )
    assert sum(counts) + rest == all_of_them
    page.click(".tray-more")
    assert sum(number(text) for text in rows.all_inner_texts()) == all_of_them
    rows.first.locator("button").click()
    assert number(page.inner_text(".list-head h2").split(":")[1].split()[0]) == counts[0]


def test_those_without_a_date_are_a_bucket_of_their_own(show: Show, large: Path) -> None:
    """A click shows these alone; all that is shown and hidden is still the whole."""
    page = show(file=large)
    undated = page.evaluate("geomap.page.data.row.start.reduce((sum, day) => sum + (day ? 0 : 1), 0)")
    page.locator(".bucket").last.click()
    until(page, "geomap.page.state.only === 'undated'")
    assert 0 < total(page)[0] <= undated
    assert total(page)[2] == ROWS
    assert page.inner_text(".list .month") == "No date in the article"


def test_a_chosen_place_is_drawn_and_then_left_in_peace(show: Show, large: Path) -> None:
    """The strip of a place does not have the map drawn without end."""
    page = show(file=large)
    page.evaluate("geomap.page.parts.view.open(geomap.page.parts.view.symbols.find(({ n }) => n > 1))")
    page.wait_for_selector(".fan")
    page.wait_for_timeout(500)
    frames = "performance.getEntriesByName('geomap:frame').length"
    before = page.evaluate(frames)
    page.wait_for_timeout(500)
    assert page.evaluate(frames) == before


def test_a_strip_says_nothing_of_what_is_not_known(show: Show, large: Path) -> None:
    """Where nobody is recorded to have held a place there is no line about it, and no `null` either."""
    page = show(file=large)
    said = page.evaluate(
        """async () => { const view = geomap.page.parts.view, said = [];
          for (const each of view.symbols.filter(({ n, cell }) => n > 1 && !cell).slice(0, 20)) {
            view.open(view.symbolOf(each.sites[0][0]));
            await new Promise((resolve) => setTimeout(resolve, 80));
            said.push(document.querySelector('.fan').innerText);
          }
          return said; }"""
    )
    assert len(said) > 5 and all(said)
    assert not [text for text in said if re.search("null|undefined|NaN", text)]


def test_paper_holds_what_it_can_and_says_so(show: Show, large: Path) -> None:
    """The first two thousand, and how many there are."""
    page = show(file=large)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".print-only tbody tr").count() == 2000
    shown = total(page)[0]
    assert f"first 2,000 of {shown:,} incidents" in page.inner_text(".print-only")


@pytest.mark.parametrize("name", ["GeoJSON", "CSV"])
def test_everything_can_be_taken_along(show: Show, large: Path, tmp_path: Path, name: str) -> None:
    """Each incident once, with its article's words, though the texts do not fit in memory together."""
    page = show(file=large)
    shown = total(page)[0]
    page.locator(".download summary").click()
    with page.expect_download(timeout=120_000) as saving:
        page.locator(".download").get_by_role("button", name=name).click()
    file = tmp_path / name
    saving.value.save_as(file)
    if name == "CSV":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found = list(csv.DictReader(lines))
    else:
        found = [
            feature["properties"] for feature in json.loads(file.read_text(encoding="utf-8"))["features"]
        ]
    assert len(found) == len({one["id"] for one in found}) == shown
    assert sum(bool(one.get("evidence")) for one in found) > 0.9 * shown
