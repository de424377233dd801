"""Loading the curated gazetteer: through a cache that cannot mislead, with a user's own on top."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from geomap.errors import DataError
from geomap.gazetteer import Gazetteer, cache
from geomap.gazetteer.gazetteer import holds
from tests.fixtures.process import ROOT

OVERLAY = ROOT / "tests" / "fixtures" / "gazetteer-overlay"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test alone."""
    monkeypatch.setattr(cache, "cache_dir", lambda: tmp_path)
    return tmp_path


def write(folder: Path, **features: dict[str, Any]) -> Path:
    """A gazetteer folder with these places (id → properties)."""
    (folder / "places").mkdir(parents=True, exist_ok=True)
    collection = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": id,
                "geometry": {"type": "Point", "coordinates": [40.0, 35.0]},
                "properties": p,
            }
            for id, p in features.items()
        ],
    }
    (folder / "places" / "sy.geojson").write_text(json.dumps(collection), encoding="utf-8")
    return folder


PLACE = {"name": "A", "kind": "town", "country": "SY", "radius_km": 2}


def test_the_gazetteer_covers_the_theatre(gazetteer: Gazetteer) -> None:
    """At least 120 places, 60 actors, and all 45 governorates of Syria, Iraq and Jordan are there."""
    governorates = [p for p in gazetteer.places.values() if p.kind == "governorate"]
    assert len(gazetteer.places) >= 120
    assert sum(not actor.id.startswith("state:") for actor in gazetteer.actors.values()) >= 60
    assert {c: sum(p.country == c for p in governorates) for c in ("SY", "IQ", "JO")} == {
        "SY": 14,
        "IQ": 19,
        "JO": 12,
    }


def test_every_country_is_an_actor(gazetteer: Gazetteer) -> None:
    """An article may have any state as attacker or target, curated or not, by its name or its people's."""
    states = {actor.country for actor in gazetteer.actors.values() if actor.kind == "state"}
    assert set(gazetteer.countries) <= states
    andorra = gazetteer.actors["andorra"]
    assert {"Andorra", "Andorran", "أندورا"} <= {name.text for name in andorra.names}


def test_a_broken_cache_is_rebuilt(own_cache: Path, tmp_path: Path) -> None:
    """A cache file that was cut short or overwritten costs a rebuild, never an error or wrong data."""
    folder = write(tmp_path / "g", a=PLACE)
    first = Gazetteer.from_folders([folder])
    for broken in (b"", b"\xff" * 50, b"\x80"):
        (compiled,) = own_cache.glob("gazetteer-*.bin")
        compiled.write_bytes(broken)
        assert Gazetteer.from_folders([folder]).places == first.places


def test_an_edit_counts_at_once(own_cache: Path, tmp_path: Path) -> None:
    """Whoever edits a place sees it at the next command, and the version changes with it."""
    folder = write(tmp_path / "g", a=PLACE)
    before = Gazetteer.from_folders([folder])
    after = Gazetteer.from_folders([write(folder, a=PLACE, b=PLACE | {"name": "B"})])
    assert set(after.places) == {"a", "b"}
    assert after.version != before.version


def test_two_processes_may_build_the_cache_at_once(own_cache: Path, tmp_path: Path) -> None:
    """Parallel runs on a fresh machine neither fail nor leave half a file or a stray one."""
    folder = write(tmp_path / "g", a=PLACE)
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: Gazetteer.from_folders([folder]), range(16)))
    assert {tuple(g.places) for g in loaded} == {("a",)}
    assert len(list(own_cache.glob("*gazetteer-*"))) == 1


def test_no_cache_folder_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, loading works all the same."""
    monkeypatch.setattr(cache, "cache_dir", lambda: tmp_path / "is" / "not" / "there")
    assert "a" in Gazetteer.from_folders([write(tmp_path / "g", a=PLACE)]).places


def test_an_overlay_adds_extends_corrects_and_retires() -> None:
    """A user's own folder changes what it says, keeps the rest, and the changes are said."""
    plain, mine = Gazetteer.load(), Gazetteer.load(OVERLAY)
    assert mine.places["harbour-seven"].kind == "port"
    assert [n.text for n in mine.places["conoco-field"].names][-1] == "Kuniko plant"
    assert len(mine.places["conoco-field"].names) == len(plain.places["conoco-field"].names) + 1
    assert mine.places["kharab-al-jir"].radius_km == 1
    assert mine.places["kharab-al-jir"].names == plain.places["kharab-al-jir"].names
    assert "zummar-old" not in mine.places
    assert any("kharab-al-jir: radius_km corrected" in warning for warning in mine.warnings)
    assert plain.version != mine.version


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"name": "X"}, "say one of add, extend, correct, retire"),
        ({"op": "replace"}, "say one of add, extend, correct, retire"),
        ({"op": "add", **PLACE}, "use extend or correct"),
        ({"op": "extend", "kind": "village"}, "use correct to replace it"),
    ],
)
def test_an_overlay_replaces_nothing_by_accident(
    own_cache: Path, tmp_path: Path, record: dict[str, Any], said: str
) -> None:
    """A record of one's own that contradicts the gazetteer without saying so is an error that says what to do."""
    base = write(tmp_path / "base", a=PLACE)
    mine = write(tmp_path / "mine", a=record)
    with pytest.raises(DataError, match=said):
        Gazetteer.from_folders([base, mine])


def test_an_overlay_cannot_change_what_is_not_there(own_cache: Path, tmp_path: Path) -> None:
    """A mistyped id is an error, not a new record."""
    base = write(tmp_path / "base", a=PLACE)
    mine = write(tmp_path / "mine", b={"op": "correct", "radius_km": 9})
    with pytest.raises(DataError, match="which is not there"):
        Gazetteer.from_folders([base, mine])


def test_a_missing_folder_is_said() -> None:
    """A wrong --gazetteer is one line, not an empty gazetteer."""
    with pytest.raises(DataError, match="no such gazetteer folder"):
        Gazetteer.load(Path("/nowhere/at/all"))


def actors(tmp_path: Path, toml: str) -> Gazetteer:
    """A gazetteer of these actors."""
    (tmp_path / "actors.toml").write_text(toml, encoding="utf-8")
    return Gazetteer.from_folders([tmp_path])


GRAPH = """
[[actor]]
id = "front"
name = "The Front"
kind = "front"

[[actor]]
id = "brigade"
name = "The Brigade"
kind = "armed group"
part_of = [{id = "front", start = "2014", end = "2017-03"}]
backed_by = [{id = "kingdom", start = "2016"}]

[[actor]]
id = "unit"
name = "The Unit"
kind = "armed group"
part_of = [{id = "brigade"}]
"""


def test_a_family_is_that_of_the_day(own_cache: Path, tmp_path: Path) -> None:
    """A strike of 2016 by a part counts for the whole; one of 2018, after they parted, does not."""
    gazetteer = actors(tmp_path, GRAPH)
    assert gazetteer.family("front", dt.date(2016, 5, 1)) == {"front", "brigade", "unit"}
    assert gazetteer.family("front", dt.date(2017, 3, 31)) == {"front", "brigade", "unit"}
    assert gazetteer.family("front", dt.date(2017, 4, 1)) == {"front"}
    assert gazetteer.family("front") == {"front", "brigade", "unit"}
    assert gazetteer.family("unknown") == {"unknown"}


def test_backing_passes_down_to_the_parts(own_cache: Path, tmp_path: Path) -> None:
    """Who backs a brigade backs its unit; being backed is not being a part."""
    gazetteer = actors(tmp_path, GRAPH)
    assert gazetteer.backers("unit", dt.date(2018, 1, 1)) == {"kingdom"}
    assert gazetteer.backers("unit", dt.date(2015, 1, 1)) == frozenset()
    assert "brigade" not in gazetteer.family("kingdom")


@pytest.mark.parametrize(
    ("start", "end", "day", "inside"),
    [
        ("2017", None, dt.date(2017, 1, 1), True),
        ("2017-06", "2017-06", dt.date(2017, 6, 30), True),
        ("2017-06", "2017-06", dt.date(2017, 7, 1), False),
        (None, "2017", dt.date(2017, 12, 31), True),
        (None, "2017", dt.date(2018, 1, 1), False),
        (None, None, None, True),
    ],
)
def test_partial_dates_reach_to_their_ends(
    start: str | None, end: str | None, day: dt.date | None, inside: bool
) -> None:
    """The end "2017" is all of 2017."""
    assert holds(start, end, day) is inside
