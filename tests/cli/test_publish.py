"""`geomap publish`, and the same options on `map` and `export`."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from geomap.store import read_store, write_store
from tests.fixtures import stores
from tests.fixtures.process import geomap as run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("publish") / "s.geojson"
    kept = tuple(
        msgspec.structs.replace(one, redistribute=one.id != "i-omar") for one in stores.STORE.incidents
    )
    write_store(msgspec.structs.replace(stores.STORE, incidents=kept), path)
    return path


@pytest.mark.parametrize("name", ["p.geojson", "p.parquet", "p.csv", "p.html"])
def test_each_kind_of_output_is_coarse(store: Path, tmp_path: Path, name: str) -> None:
    """Stores, exports, the page: the suffix decides, none tells; what may not be passed on is said."""
    out = tmp_path / name
    done = run("publish", store, "-o", out, "--coarsen", "25")
    assert done.returncode == 0 and "1 incident may not be passed on" in done.stderr
    assert b"al-Omar" not in out.read_bytes() and out.stat().st_size > 500
    if name in ("p.geojson", "p.parquet"):
        public = read_store(out)
        assert public.coarsened == "25 km" and len(public.incidents) == 5  # the threatened one is off the map


@pytest.mark.parametrize(("verb", "name"), [("map", "m.html"), ("export", "e.geojson")])
def test_map_and_export_take_the_same(store: Path, tmp_path: Path, verb: str, name: str) -> None:
    """They publish first, by the same code: the same file comes out."""
    one, other = tmp_path / name, tmp_path / f"p-{name}"
    options = ("--coarsen", "governorate", "--drop", "weapon,killed")
    assert run(verb, store, "-o", one, *options).returncode == 0
    assert run("publish", store, "-o", other, *options).returncode == 0
    assert one.read_bytes() == other.read_bytes()


def test_how_coarse_must_be_said(store: Path, tmp_path: Path) -> None:
    """A wrong call writes nothing."""
    calls = ((), "how coarse"), (("--coarsen", "0"), "governorate"), (("--drop", "plase"), "place")
    for wrong, word in calls:
        done = run("publish", store, "-o", tmp_path / "p.geojson", *wrong)
        assert done.returncode == 2 and word in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_narrow_question_is_warned_of(store: Path, tmp_path: Path) -> None:
    """Ten kilometres around a field, coarsened: whoever knows the question knows the field."""
    options = ("--near", "al-omar-field", "--km", "10", "--coarsen", "50")
    done = run("publish", store, "-o", tmp_path / "p.geojson", *options)
    assert done.returncode == 0 and "--near" in done.stderr
