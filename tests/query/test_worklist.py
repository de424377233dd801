"""The worklist: what a curator is to do next."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from geomap.check import check_gazetteer
from geomap.cli.main import cli
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.model import Store, Unplaced
from geomap.query.worklist import as_places, nameless, worklist
from geomap.store import write_store
from tests.fixtures.stores import STORE

NAMES = [
    ("Tell Zorpa", "a1", "A drone hit Tell Zorpa."), ("Tell Zorpa", "a2", "Tell Zorpa was hit again."),
    ("Tell-Zorpa", "a2", "At Tell-Zorpa nobody was hurt."),
    ("Kharab al-Jeeer", "a1", "Rockets fell at Kharab al-Jeeer"),
    ("October", "a3", "In October."), ("", "a3", "Two were killed."), ("=Zorpa()", "a4", "=Zorpa() was shelled."),
]  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Store:
    """A store with names that nothing resolves."""
    unplaced = tuple(
        Unplaced(text=t, article=a, sentence=s, reason="no gazetteer knows it") for t, a, s in NAMES
    )
    return msgspec.structs.replace(STORE, unplaced=unplaced)


def test_the_most_frequent_first_spellings_together(store: Store, gazetteer: Gazetteer) -> None:
    """Three mentions in two spellings are one piece of work; a near miss names what it may be."""
    first, *rest = worklist(store, Search(gazetteer))
    assert (first.name, first.times, first.spellings) == ("Tell Zorpa", 3, ("Tell Zorpa", "Tell-Zorpa"))
    assert first.articles == ("a1", "a2") and len(first.sentences) == 3 and not first.candidates
    near = next(one for one in rest if one.name == "Kharab al-Jeeer")
    assert near.candidates[0].place.id == "kharab-al-jir"
    assert nameless(store) == 1


def test_as_a_places_file_it_can_be_pasted(store: Store, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """A near miss extends the known place, and that is loaded as it stands; the rest has no point until it is found."""
    features = json.loads(as_places(worklist(store, Search(gazetteer)), gazetteer))["features"]
    extend = [f for f in features if f["properties"]["op"] == "extend"]
    assert [f["id"] for f in extend] == ["kharab-al-jir"]
    added = next(f for f in features if f["id"] == "tell-zorpa")
    assert added["geometry"] is None and "a1, a2" in added["properties"]["note"]
    (tmp_path / "places").mkdir()
    file = tmp_path / "places" / "sy.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": extend}))
    spellings = {name.text for name in Gazetteer.load(tmp_path).places["kharab-al-jir"].names}
    assert "Kharab al-Jeeer" in spellings
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    assert any(fault.level == "error" and "tell-zorpa" in str(fault) for fault in check_gazetteer(tmp_path))


def test_the_command(store: Store, tmp_path: Path) -> None:
    """Table for people, JSON and CSV for programs; nothing in the CSV runs."""
    path = tmp_path / "s.geojson"
    write_store(store, path)

    def call(*args: str) -> str:
        result = CliRunner().invoke(cli, ["worklist", str(path), *args])
        assert result.exit_code == 0, result.output
        assert "3 names to be placed; 1 deed" in result.stderr
        return result.stdout

    assert "Tell Zorpa" in call().splitlines()[2]
    assert json.loads(call("--format", "json", "--limit", "1"))[0]["times"] == 3
    assert "\n'=Zorpa()" in call("--format", "csv")


def test_arabic_phrases_are_no_names(gazetteer: Gazetteer) -> None:
    """Words of a deed are no name, and the word for a day is no part of one."""
    texts = ["سلسلة غارات", "قصف منزلهم", "تفجيرين في", "هجوم لعناصر", "طوزخرماتوه يوم"]
    unplaced = tuple(
        Unplaced(text=t, article="a1", sentence=t, reason="no gazetteer knows it") for t in texts
    )
    found = worklist(msgspec.structs.replace(STORE, unplaced=unplaced), Search(gazetteer))
    assert [one.name for one in found] == ["طوزخرماتوه"]
