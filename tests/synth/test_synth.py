"""Synthetic incidents are made like real ones, the same for a seed, the same in every format."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from geomap import model
from geomap.gazetteer import Gazetteer
from geomap.store import STORE_SUFFIXES, read_store, write_store
from geomap.store.features import ordered
from geomap.synth import synthesise, write

NUMBER = 3000


@pytest.fixture(scope="module")
def store(gazetteer: Gazetteer) -> model.Store:
    """Some thousand of them."""
    return synthesise(NUMBER, gazetteer, seed=4)


def test_a_seed_means_the_same_file(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Figures measured on synthetic data can be measured again; another seed is another world."""
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write(500, tmp_path / f"{name}.geojsonl", gazetteer, seed)
    a, b, c = ((tmp_path / f"{name}.geojsonl").read_bytes() for name in "abc")
    assert a == b != c


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_every_format_holds_the_same_store(
    tmp_path: Path, gazetteer: Gazetteer, store: model.Store, suffix: str
) -> None:
    """What is written a slice at a time is what the store's own writer writes."""
    # Of one name: the QGIS project in a GeoPackage names its file.
    sliced, whole = (tmp_path / folder / f"s{suffix}" for folder in ("sliced", "whole"))
    write(NUMBER, sliced, gazetteer, seed=4)
    assert read_store(sliced) == store
    write_store(store, whole)
    assert sliced.read_bytes() == whole.read_bytes()


def test_ids_differ_and_point_to_the_gazetteer(store: model.Store, gazetteer: Gazetteer) -> None:
    """Places and actors are real ones, so that regions, families and links work on them."""
    assert len({one.id for one in store.incidents}) == NUMBER
    for one in store.incidents:
        assert one.place_id is None or one.place == gazetteer.places[one.place_id].name
        assert one.attacker_id is None or one.attacker == gazetteer.actors[one.attacker_id].name
        assert one.attackers == (() if one.attacker is None else (one.attacker,))
        assert (one.lon is None) == (one.place_id is None)
    assert ordered(store.incidents) == list(store.incidents)
    cited = Counter(article for one in store.incidents for article in one.articles)
    assert cited == {entry.id: entry.n_reports for entry in store.articles}


def test_not_everything_is_known(store: model.Store) -> None:
    """As in real archives: governorates, countries, months, no day, no actor, no number; some told by nobody else."""
    precision = Counter(one.precision for one in store.incidents)
    assert all(
        precision[name] > NUMBER / 200 for name in ("site", "locality", "governorate", "country", "unknown")
    )
    days = Counter(one.date_precision for one in store.incidents)
    assert days["day"] > NUMBER / 2 and all(days[name] > 5 for name in ("month", "year", "unknown"))
    assert all(one.date_start is None for one in store.incidents if one.date_precision == "unknown")
    for name in ("attacker", "target", "killed", "weapon"):
        assert NUMBER / 50 < sum(getattr(one, name) is None for one in store.incidents) < NUMBER * 0.95


def test_time_and_actors_are_uneven(store: model.Store) -> None:
    """A few actors make most of it, and some weeks have many times the usual."""
    actors = [number for _, number in Counter(one.attacker_id for one in store.incidents).most_common()]
    assert sum(actors[:20]) > sum(actors) / 3
    weeks = Counter(
        one.date_start.isocalendar()[:2]
        for one in store.incidents
        if one.date_precision == "day" and one.date_start
    )
    assert max(weeks.values()) > 4 * sum(weeks.values()) / len(weeks)


def test_the_store_says_that_nothing_happened(store: model.Store) -> None:
    """Nobody takes it for news: the attribution goes into maps and exports."""
    assert any("none of them happened" in line for line in store.attribution)
    assert all(msgspec.convert(msgspec.to_builtins(one), model.Incident) for one in store.incidents[:50])


def test_none_at_all(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Zero is a number too."""
    write(0, tmp_path / "s.parquet", gazetteer)
    assert read_store(tmp_path / "s.parquet").incidents == ()
