"""`geomap demo`: the first thing that a newcomer types, in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap.store import read_store
from tests.fixtures.process import failed, geomap


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after `geomap demo`."""
    folder = tmp_path_factory.mktemp("demo")
    result = geomap("demo", cwd=folder)
    assert result.returncode == 0, result.stderr
    (folder / "stderr").write_text(result.stderr)
    return folder


def test_it_leaves_a_store_and_a_map(made: Path) -> None:
    """Incidents of the samples with evidence, and one page that holds everything."""
    store = read_store(made / "output" / "incidents.geojson")
    assert len(store.articles) >= 8 and len(store.incidents) >= 15
    assert all(one.evidence and one.reports for one in store.incidents)
    assert {"JO", "IQ", "SY"} <= {one.country for one in store.incidents}
    page = (made / "output" / "map.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>") and "Attacks in Syria, Iraq and Jordan" in page


def test_it_says_what_to_open(made: Path) -> None:
    """The last lines are the next steps; they work as printed."""
    said = (made / "stderr").read_text()
    assert "articles" in said and "incidents at" in said and "open output/map.html in a browser" in said
    command = said.strip().splitlines()[-1].split()
    assert command[:2] == ["geomap", "query"]
    assert geomap("query", command[2], "--region", "Deir ez-Zor", cwd=made).returncode == 0


def test_twice_is_the_same(made: Path, tmp_path: Path) -> None:
    """The same samples give the same bytes, page included."""
    assert geomap("demo", "--out", tmp_path).returncode == 0
    for name in ("incidents.geojson", "map.html"):
        assert (tmp_path / name).read_bytes() == (made / "output" / name).read_bytes()


def test_a_map_of_a_part(made: Path, tmp_path: Path) -> None:
    """Filters decide what goes into the page; hostile titles stay text."""
    page = tmp_path / "part.html"
    store = made / "output" / "incidents.geojson"
    result = geomap(
        "map", store, "-o", page, "--region", "Iraq", "--title", "</title><script>alert(1)</script>"
    )
    assert result.returncode == 0, result.stderr
    assert "<script>alert(1)" not in page.read_text(encoding="utf-8")
    failed(geomap("map", store, "-o", store / "x.html"), 1, "cannot be written")
