"""The page as bytes: nothing loads, nothing runs but what is meant, and two runs agree."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import warnings
from pathlib import Path

import folium
import folium.plugins
import pytest

from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.render import draw, write
from geomap.render.page import content_policy, json_block
from geomap.render.words import clean, web_link
from tests.fixtures import mapped


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def page(gazetteer: Gazetteer) -> str:
    return draw(mapped.store(), gazetteer, title="Attacks").get_root().render()


def policy_of(page: str) -> dict[str, str]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return dict(rule.split(" ", 1) for rule in html.unescape(found[1]).split("; "))


def test_two_runs_give_the_same_bytes(gazetteer: Gazetteer, page: str) -> None:
    """Ids are counted, nothing is dated: a page can be compared and cached."""
    assert draw(mapped.store(), gazetteer, title="Attacks").get_root().render() == page
    shown = draw(mapped.store(), gazetteer, title="Attacks")
    assert shown.get_root().render() == shown.get_root().render() == page


def test_every_script_and_style_is_named_by_its_hash(page: str) -> None:
    """The policy allows what lies in the page and nothing else."""
    policy = policy_of(page)
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'none'"
    assert "unsafe" not in str(policy)
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        bodies = re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", page, re.DOTALL)
        code = [
            body for body in bodies if not body.startswith("{") and not re.fullmatch(r"[A-Za-z0-9+/=]*", body)
        ]
        assert code
        for body in code:
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy[rule]


def test_nothing_in_the_page_names_a_host_to_load_from(page: str) -> None:
    """Folium's own files come from four hosts; ours are inside."""
    assert not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=", page)
    assert "url(images/" not in page


def test_text_cannot_end_its_element() -> None:
    """The one gate for JSON leaves no character of markup."""
    block = json_block({"name": "</script><!--<b>&"})
    assert not set("<>&") & set(block)


def test_hosts_of_a_user_s_layers_are_in_the_policy_and_in_a_warning(gazetteer: Gazetteer) -> None:
    """Who adds a layer that loads from elsewhere is told so, and the layer works."""
    shown = draw(mapped.store(), gazetteer)
    folium.plugins.Fullscreen().add_to(shown)
    with pytest.warns(UserWarning, match=r"cdn\.jsdelivr\.net"):
        page = shown.get_root().render()
    assert "https://cdn.jsdelivr.net" in policy_of(page)["script-src"]


def test_a_user_s_own_layers_are_drawn_on_our_map(gazetteer: Gazetteer) -> None:
    """`draw` gives a folium map like any other."""
    shown = draw(mapped.store(), gazetteer)
    assert isinstance(shown, folium.Map)
    folium.CircleMarker([33.5, 38.6], radius=20).add_to(shown)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        page = shown.get_root().render()
    assert "L.circleMarker(" in page
    assert page.index("L.circleMarker(") < page.index("geomap.start()")


def test_a_policy_of_nothing_is_nothing() -> None:
    """A page without script allows none."""
    assert "script-src 'none'" in content_policy("<p>text</p>")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[broken", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, kept: bool) -> None:
    """http and https, with a host."""
    assert bool(web_link(url)) is kept


def test_words_are_cleaned_and_cut() -> None:
    """No control characters, no turned direction, no end without an end."""
    assert clean("a\x00b\u202ec\x1b[31m") == "abc[31m"
    assert clean("x" * 1_000_000) == "x" * 299 + "…"
    assert clean("حقل العمر") == "حقل العمر"
    assert clean(None) == ""


def test_a_page_that_cannot_be_written_leaves_the_old_one(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """One line says why, and what was there stays."""
    with pytest.raises(DataError, match="folder"):
        write(mapped.store(), gazetteer, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_small_map_is_small(page: str) -> None:
    """A page that people send to each other: under a megabyte, basemap and all."""
    assert len(page.encode()) < 1_000_000
