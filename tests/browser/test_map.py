"""What a reader does with the map, in a real browser without a network."""

from __future__ import annotations

import csv
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import expect

from geomap.gazetteer import Gazetteer
from geomap.model import Store
from geomap.render import write
from tests.fixtures import mapped

Show = Callable[..., Any]


def until(page: Any, expression: str) -> None:
    """Wait until an expression of the page is true; the page's policy forbids Playwright's own way to ask."""
    deadline = time.monotonic() + 5
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, expression
        page.wait_for_timeout(30)


def total(page: Any) -> tuple[int, int, int]:
    """Shown, hidden and all, as the line above the map says."""
    numbers = [int(n) for n in re.findall(r"\d+", page.inner_text(".total").replace(",", ""))]
    assert numbers[0] + numbers[1] == numbers[2], "shown and hidden must add up"
    return numbers[0], numbers[1], numbers[2]


def choose(page: Any, name: str) -> None:
    page.locator(f'.rail input[aria-label="{name}"]').click()


def counter(page: Any, name: str) -> Any:
    row = page.locator(".rail .row", has=page.locator(f'input[aria-label="{name}"]'))
    return row.locator(".count")


def count(page: Any, name: str) -> int:
    return int(counter(page, name).inner_text())


def card(page: Any) -> str:
    """The words of the open card; its texts come a moment after it."""
    page.wait_for_selector(".card .facts")
    return str(page.inner_text(".card"))


def symbols(page: Any) -> list[dict[str, Any]]:
    """The symbols on the map: number of incidents and position on the page."""
    return page.evaluate(
        """() => {
          const { view, map } = geomap.page.parts, box = map.getBoundingClientRect();
          return view.symbols.map((s) => ({ n: s.n,
            x: box.left + s.u * view.view.world - view.view.left,
            y: box.top + s.v * view.view.world - view.view.top }));
        }"""
    )


def colour_at(page: Any, x: float, y: float, reach: int = 12) -> set[tuple[int, int, int]]:
    """The opaque colours of the incidents' canvas around a point of the page."""
    pixels = page.evaluate(
        """([x, y, reach]) => {
          const { view, map } = geomap.page.parts, box = map.getBoundingClientRect(), scale = view.view.scale;
          const ctx = view.top.canvas.getContext('2d');
          const size = Math.round(2 * reach * scale);
          const left = Math.round((x - box.left - reach) * scale), top = Math.round((y - box.top - reach) * scale);
          return [...ctx.getImageData(left, top, size, size).data];
        }""",
        [x, y, reach],
    )
    rows = zip(pixels[::4], pixels[1::4], pixels[2::4], pixels[3::4], strict=True)
    return {(r, g, b) for r, g, b, a in rows if a == 255}


def test_the_map_is_ready_and_says_when(show: Show) -> None:
    """The page says that it can be used, and leaves the marks that benchmarks read."""
    page = show()
    marks = page.evaluate(
        "['geomap:ready', 'geomap:filter', 'geomap:frame'].map((n) => performance.getEntriesByName(n).length)"
    )
    assert all(marks)
    assert page.title() == "Attacks on bases"


def test_every_incident_with_a_point_is_drawn_in_its_actor_s_colour(show: Show) -> None:
    """The canvas holds a symbol for each place, in the colours of the tokens."""
    page = show()
    found = symbols(page)
    assert sum(symbol["n"] for symbol in found) == 10  # 12 shown, one as an area, one in the tray
    grey, brick = (0x6F, 0x70, 0x72), (0xB7, 0x44, 0x33)
    colours = set().union(*(colour_at(page, symbol["x"], symbol["y"], 20) for symbol in found))
    assert grey in colours
    assert brick in colours


def test_a_governorate_is_hatched_and_a_country_is_listed_apart(show: Show) -> None:
    """What is known only roughly is never a point."""
    page = show()
    assert page.evaluate("geomap.page.parts.view.areas.length") == 1
    assert page.locator(".tray").inner_text().split("\n")[0] == "Known only to the country"
    page.locator(".tray li button").click()
    assert "Known only to the country. Not drawn on the map." in card(page)


def test_denied_and_planned_are_hidden_but_counted(show: Show) -> None:
    """They are off the map until asked for, and the page says so."""
    page = show()
    assert total(page) == (12, 2, 14)
    page.click(".hidden-word")
    assert "Denied, planned or threatened" in page.inner_text(".why")
    page.get_by_role("button", name="Denied, planned or threatened").click()
    assert total(page) == (14, 0, 14)


def test_actors_and_dates_filter_together(show: Show) -> None:
    """A choice in the tree and a window in time narrow each other, and every count follows."""
    page = show()
    assert count(page, "Islamic Resistance in Iraq") == 4  # itself and its part
    choose(page, "Islamic Resistance in Iraq")
    assert total(page)[0] == 4
    page.get_by_role("button", name="30 days").click()
    shown = total(page)[0]
    assert shown < 4
    expect(counter(page, "Islamic Resistance in Iraq")).to_have_text(str(shown))  # a frame behind the total
    assert page.locator(".list .item").count() == shown
    assert sum(symbol["n"] for symbol in symbols(page)) == shown
    page.get_by_role("button", name="Reset all").first.click()
    assert total(page) == (12, 2, 14)


def test_a_body_is_marked_in_part_when_only_a_part_is_chosen(show: Show) -> None:
    """Boxes of the tree have three states."""
    page = show()
    choose(page, "Kataib Hezbollah")
    body = page.locator('.rail input[aria-label="Islamic Resistance in Iraq"]')
    assert body.evaluate("(box) => [box.checked, box.indeterminate]") == [False, True]
    choose(page, "Islamic Resistance in Iraq")
    assert page.locator('.rail input[aria-label="Kataib Hezbollah"]').is_checked()


def test_a_name_in_the_rail_chooses_only_that_and_a_second_click_undoes_it(show: Show) -> None:
    """One click on a name answers "only these"."""
    page = show()
    name = page.locator(".rail .name", has_text="Confirmed")
    name.click()
    assert total(page)[0] == 2
    name.click()
    assert total(page)[0] == 12


def test_a_window_is_drawn_moved_and_cleared(show: Show) -> None:
    """Dragging on the timeline sets the period; what is only possible is counted and can be included."""
    page = show()
    stage = page.locator(".stage").bounding_box()
    y = stage["y"] + 30
    page.mouse.move(stage["x"] + stage["width"] * 0.15, y)
    page.mouse.down()
    page.mouse.move(stage["x"] + stage["width"] * 0.4, y, steps=8)
    page.mouse.up()
    inside = total(page)[0]
    assert 0 < inside < 12
    assert "possible" in page.inner_text(".possible")
    page.get_by_role("button", name="Include").click()
    assert total(page)[0] > inside
    page.mouse.dblclick(stage["x"] + stage["width"] * 0.6, y)
    assert total(page)[0] == 12


def test_handles_of_the_window_answer_to_keys(show: Show) -> None:
    """The timeline needs no pointer, and says the day it is at."""
    page = show()
    handle = page.locator(".handle").first
    handle.focus()
    before = handle.get_attribute("aria-valuetext")
    page.keyboard.press("PageUp")
    after = handle.get_attribute("aria-valuetext")
    assert before != after
    assert re.fullmatch(r"\d+ \w+ \d{4}", after)
    page.keyboard.press("Home")
    assert handle.get_attribute("aria-valuetext") == before


def test_only_those_without_a_date(show: Show) -> None:
    """The bucket beside the axis is a filter."""
    page = show()
    page.get_by_role("button", name="Only incidents without a date").click()
    assert total(page)[0] == 1


def test_a_disc_opens_its_place_in_order_of_time(show: Show) -> None:
    """A click on several incidents shows them as a strip, and the list shows that place only."""
    page = show()
    disc = max(symbols(page), key=lambda symbol: symbol["n"])
    page.mouse.click(disc["x"], disc["y"])
    page.wait_for_selector(".fan-row button")
    assert page.locator(".fan-row button").count() == disc["n"]
    assert page.locator(".list .item").count() == disc["n"]
    assert f"{disc['n']} incidents" in page.inner_text(".list-head")
    page.keyboard.press("Escape")
    assert page.locator(".list .item").count() == 12


def test_the_card_says_who_says_so_and_quotes_it(show: Show) -> None:
    """Attribution first, then the facts, the evidence with its source, and why it is here."""
    page = show()
    page.locator(".list .item", has_text="Drone attack on Tower 22").click()
    page.wait_for_selector(".card .quote")
    words = card(page)
    assert (
        words.index("Confirmed")
        < words.index("Drone attack on Tower 22")
        < words.index("Sunday, 28 January 2024")
    )
    assert "“Three soldiers died when a drone came down on their tents.”" in words
    assert "“The group's channel praised its fighters for it.”" in words, (
        "who claims it stands in another sentence"
    )
    assert "The point is the site; it may be off by 5 km." in words
    assert "3 killed" in words
    assert "40 or more wounded" in words
    assert "somewhere in Iraq" in words
    link = page.locator(".card .quote a")
    assert link.get_attribute("href") == "https://news.example/6"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert page.evaluate("document.activeElement.classList.contains('card')")


def test_casualties_of_zero_are_said_and_unknown_ones_are_not_zero(show: Show) -> None:
    """None hurt, a range, and nothing said are three answers."""
    page = show("#sel=i07")
    assert "None, the article says" in card(page)
    page = show("#sel=i03")
    assert "6 killed (reports give 5 to 7)" in card(page)
    page = show("#sel=i04")
    assert "Not said" in card(page)


def test_search_finds_places_actors_and_the_words_of_articles(show: Show) -> None:
    """Articles and letter forms are folded; evidence is searched too."""
    page = show()
    for words, found in (
        ("omar", 3),
        ("al-ʿOmar", 3),
        ("kataib hezbollah", 3),
        ("tents", 1),
        ("no such word", 0),
    ):
        page.fill(".search input", words)
        until(page, f"geomap.page.state.q === {words!r} && geomap.page.result.shown === {found}")
        assert total(page)[0] == found
    assert "Without “no such word”: 12" in page.inner_text(".empty")


def test_the_address_is_the_view(show: Show) -> None:
    """A link opens the same view; back closes what was opened last."""
    page = show()
    choose(page, "Kataib Hezbollah")
    page.locator(".list .item", has_text="Drone attack on Tower 22").click()
    until(page, "location.hash.includes('sel=i06')")
    again = show(page.evaluate("location.hash"))
    assert total(again)[0] == 2
    assert "Drone attack on Tower 22" in card(again)
    assert again.inner_text(".card h2") == "Drone attack on Tower 22"
    page.go_back()
    page.wait_for_selector(".card", state="hidden")
    assert total(page)[0] == 2
    page.go_forward()
    page.wait_for_selector(".card h2")
    assert "Drone attack on Tower 22" in card(page)


def test_the_table_tells_the_same(show: Show) -> None:
    """Every incident of the map is a row, sortable by any column."""
    page = show("#view=table")
    rows = page.locator(".table-view tbody:not([aria-hidden]) tr")
    assert rows.count() == 12
    page.get_by_role("button", name="Killed").click()
    page.get_by_role("button", name="Killed").click()
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Killed")
    assert "Attack" in rows.first.inner_text()


def test_who_is_only_suspected_has_a_question_mark(show: Show, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Who reads the list or the table sees which attackers and targets no article states."""
    made = mapped.store()
    named, guessed = made.incidents[0], made.incidents[4]
    guessed = msgspec.structs.replace(guessed, attacker_role="suspected", target_role="inferred")
    file = tmp_path / "map.html"
    write(msgspec.structs.replace(made, incidents=(named, guessed)), gazetteer, file)
    page = show(file=file)
    told = page.locator(".item-more").all_inner_texts()
    assert sorted(told) == sorted(
        ["Kataib Hezbollah? → United States?", "Islamic Resistance in Iraq → United States"]
    )
    page.get_by_text("Table", exact=True).first.click()
    cells = page.locator("td").all_inner_texts()
    assert [cell for cell in cells if "?" in cell] == ["Kataib Hezbollah?", "United States?"]


def test_keys_open_step_and_close(show: Show) -> None:
    """Symbols are buttons, j and k step through the list, Escape gives the focus back."""
    page = show()
    button = page.get_by_role("button", name=re.compile(r"al-Omar.*: 3 incidents"))
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".list .item").count() == 3
    page.keyboard.press("j")
    page.wait_for_selector(".card h2")
    first = page.inner_text(".card h2")
    page.keyboard.press("j")
    until(page, f"document.querySelector('.card h2').textContent !== {first!r}")
    page.keyboard.press("Escape")
    page.wait_for_selector(".card", state="hidden")
    assert page.evaluate("document.activeElement.classList.contains('item')")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"


def test_arabic_turns_the_page_and_not_the_map(show: Show) -> None:
    """The interface is mirrored and translated; place names come in Arabic; digits stay Western."""
    page = show()
    page.get_by_role("button", name="العربية").click()
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    assert page.inner_text(".total").startswith("12 معروضة")
    rail, side = page.locator(".rail").bounding_box(), page.locator(".side").bounding_box()
    assert rail["x"] > side["x"]
    assert page.evaluate("getComputedStyle(document.querySelector('.folium-map')).direction") == "ltr"
    assert "كتائب حزب الله" in page.inner_text(".rail")


def test_the_theme_follows_the_system_and_the_button(show: Show) -> None:
    """Dark where the system is dark; the button overrides it and the address keeps it."""
    page = show(color_scheme="dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.get_by_role("button", name="Light or dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    until(page, "location.hash.includes('theme=light')")


def test_play_moves_the_window(show: Show) -> None:
    """The window runs over the axis, and stops when asked."""
    page = show()
    page.get_by_role("button", name="Play").click()
    until(page, "geomap.page.state.from !== null")
    first = page.evaluate("geomap.page.state.from")
    until(page, f"geomap.page.state.from > {first}")
    page.get_by_role("button", name="Pause").click()
    total(page)


def test_reduced_motion_plays_by_hand(show: Show) -> None:
    """No movement of its own where the reader asked for none."""
    page = show(reduced_motion="reduce")
    page.get_by_role("button", name="Play").click()
    first = page.evaluate("geomap.page.state.from")
    page.wait_for_timeout(800)
    assert page.evaluate("geomap.page.state.from") == first


def test_what_is_shown_can_be_taken_along(show: Show, tmp_path: Path) -> None:
    """GeoJSON and CSV of the filtered list, named with its count."""
    page = show("#actor=kataib-hezbollah")
    for name in ("GeoJSON", "CSV"):
        if not page.locator(".download[open]").count():
            page.locator(".download summary").click()
        with page.expect_download() as saving:
            page.locator(".download").get_by_role("button", name=name).click()
        assert saving.value.suggested_filename.startswith("incidents-2-")
        saving.value.save_as(tmp_path / name)
    features = json.loads((tmp_path / "GeoJSON").read_text(encoding="utf-8"))["features"]
    assert {feature["properties"]["id"] for feature in features} == {"i05", "i06"}
    assert features[0]["geometry"]["coordinates"][0] > features[0]["geometry"]["coordinates"][1]  # lon, lat
    with (tmp_path / "CSV").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"] for row in rows} == {"i05", "i06"}
    tower = next(row for row in rows if row["id"] == "i06")
    assert (tower["killed"], tower["attacker_id"], tower["lon"]) == ("3", "kataib-hezbollah", "38.703")


def test_exact_days_can_be_typed(show: Show) -> None:
    """The period's name opens two date fields."""
    page = show()
    page.locator(".period").click()
    page.get_by_label("From").first.fill("2024-01-28")
    page.get_by_label("To", exact=True).first.fill("2024-01-28")
    page.locator(".time-options").get_by_role("button", name="Show").click()
    assert total(page)[0] == 1
    assert page.locator(".period").inner_text() == "28 Jan 2024"


def test_what_lies_before_the_axis_is_a_bucket(show: Show) -> None:
    """One incident of 2020 does not stretch the axis, and can be asked for."""
    page = show()
    page.get_by_role("button", name="Only incidents before the axis").click()
    assert total(page)[0] == 1


def test_paper_is_light_and_has_a_legend_and_a_table(show: Show) -> None:
    """Printing a dark page gives a light one, with everything that is shown."""
    page = show("#theme=dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.locator(".print-only tbody tr").count() == 12
    assert "Kataib Hezbollah" in page.inner_text(".print-legend")
    assert not page.locator(".rail").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_more_contrast_puts_letters_on_symbols(show: Show) -> None:
    """Who needs more than colour gets a letter, on larger symbols."""
    page = show(contrast="more")
    assert page.evaluate("geomap.page.parts.view.look.letters")
    plain = show()
    assert not plain.evaluate("geomap.page.parts.view.look.letters")


def test_a_country_in_the_tray_lists_all_that_is_known_only_to_it(show: Show) -> None:
    """Its entry opens the list of these, or the card of the only one."""
    page = show("#kind=airstrike")
    page.locator(".tray li button").click()
    assert "Syria" in card(page)


def test_colours_stand_for_what_the_reader_chooses(show: Show) -> None:
    """By kind the airstrikes have one colour, on map, timeline and in the rail, which stays the legend."""
    page = show()
    before = page.evaluate("geomap.page.data.row.slot.join()")
    page.get_by_label("Colour").select_option("kind")
    assert page.evaluate("geomap.page.data.row.slot.join()") != before
    legend = page.locator(".rail .facet.legend")
    assert "What happened" in legend.inner_text()
    slots = legend.locator(".glyph").evaluate_all("all => all.map((g) => g.getAttribute('class'))")
    assert len(set(slots)) == len(slots)
    legend.locator(".name", has_text="Airstrike").click()
    assert total(page)[0] == 2
    until(page, "location.hash.includes('colour=kind')")
    again = show(page.evaluate("location.hash"))
    assert again.evaluate("geomap.page.data.colour") == "kind"


def test_years_are_a_scale_and_a_filter(show: Show) -> None:
    """Colour by year: one hue, a row a year with its count, and the year filters."""
    page = show("#colour=year")
    legend = page.locator(".rail .facet.legend")
    assert count(page, "2020") == 1
    legend.locator(".name", has_text="2020").click()
    assert total(page)[0] == 1
    colour = "getComputedStyle(document.documentElement).getPropertyValue('--slot-8')"
    assert page.evaluate(colour) == page.evaluate(colour.replace("slot", "year"))


def test_backers_are_asked_for_apart(show: Show) -> None:
    """Backing is not membership: "Backed by Iran" finds the groups, not Iran, and says so in a chip."""
    page = show()
    page.get_by_role("button", name="Backed by").click()
    assert count(page, "Iran") == 4
    choose(page, "Iran")
    assert total(page)[0] == 4
    assert "Backed by:\nIran" in page.inner_text(".chips")
    page.get_by_role("button", name="Attacker", exact=True).click()
    assert total(page)[0] == 12  # a backer is no attacker: the choice is taken back


def test_what_is_known_only_roughly_has_its_own_switches(show: Show) -> None:
    """Without a date, or only as an area: switched off they are hidden, counted, and said."""
    page = show()
    assert count(page, "Without a date") == 1
    assert count(page, "Known only to an area or country") == 2
    choose(page, "Known only to an area or country")
    assert total(page) == (10, 4, 14)
    assert page.evaluate("geomap.page.parts.view.areas.length") == 0
    assert not page.locator(".tray").is_visible()
    choose(page, "Without a date")
    assert total(page)[0] == 9
    page.click(".hidden-word")
    assert "Left out" in page.inner_text(".why")
    page.locator(".chip", has_text="Left out").click()
    assert total(page)[0] == 12


def test_who_held_a_selected_place_is_said_and_drawn(show: Show) -> None:
    """One line under the place's name, and a band under the incidents of its time."""
    page = show("#place=al-omar-field")
    held = page.inner_text(".list-head .held")
    assert held.startswith("Held by")
    assert "United States" in held
    bands = page.locator(".fan-bands li")
    assert bands.count() >= 1
    page.locator(".list .item").first.click()
    assert "held then by" in card(page)


def test_places_that_are_filtered_out_can_be_hidden_too(show: Show) -> None:
    """Grey rings mark them until a switch hides them."""
    page = show("#kind=interception")
    assert page.evaluate("geomap.page.parts.view.ghosts.length") > 0
    grey = page.evaluate("geomap.page.parts.view.top.canvas.toDataURL()")
    page.get_by_label("Places that are filtered out").uncheck()
    until(page, f"geomap.page.parts.view.top.canvas.toDataURL() !== {grey!r}")
    until(page, "location.hash.includes('ghosts=0')")


def test_letters_can_be_switched_on(show: Show) -> None:
    """A reader who wants more than colour asks for letters."""
    page = show()
    page.get_by_label("Letters on symbols").check()
    assert page.evaluate("geomap.page.parts.view.look.letters")


def test_an_arc_leads_from_where_it_was_launched(show: Show, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Drawn in the attacker's colour where the place has a point; told in words on the card; taken away by a filter."""
    launched = mapped.incident(
        1, "al-tanf", "2024-02-04", launch_place="Jurf al-Sakhar", launch_place_id="jurf-al-sakhar", launch_lon=44.2,
        launch_lat=32.9,
    )  # fmt: skip
    in_words = mapped.incident(2, "tower-22", "2024-02-05", launch_place="the desert", kind="shelling")
    path = tmp_path / "arc.html"
    write(Store(incidents=(launched, in_words)), gazetteer, path)
    page = show(file=path)
    coloured = """() => {
      const { view, leaflet } = geomap.page.parts, { canvas } = view.top, ctx = canvas.getContext('2d');
      const [a, b] = [leaflet.latLngToContainerPoint([33.506, 38.618]), leaflet.latLngToContainerPoint([32.9, 44.2])];
      const left = Math.min(a.x, b.x) + 40, width = Math.abs(a.x - b.x) - 80;
      const { data } = ctx.getImageData(left, 0, width, canvas.height);
      const colour = document.createElement('canvas').getContext('2d');
      colour.fillStyle = view.look.slots[geomap.page.data.row.slot[0]];
      colour.fillRect(0, 0, 1, 1);
      const [red, green, blue] = colour.getImageData(0, 0, 1, 1).data;
      let found = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] > 200 && Math.hypot(data[i] - red, data[i + 1] - green, data[i + 2] - blue) < 12) found++;
      return found;
    }"""
    assert page.evaluate("geomap.page.parts.view.arcs.length") == 1
    assert page.evaluate(coloured) > 60
    page.evaluate("geomap.page.update({ kind: new Set(['shelling']) })")
    page.wait_for_timeout(200)
    assert page.evaluate(coloured) == 0
    page.locator(".list .item").first.click()
    page.wait_for_selector(".card h2")
    assert "the desert" in page.inner_text(".card .facts")
