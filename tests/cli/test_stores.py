"""A store is a store: whatever its format, each command reads it, says the same of it, and adds to it alike."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from geomap.model import Store
from geomap.store import STORE_SUFFIXES, read_store, write_store
from tests.fixtures.imported import FOLDER
from tests.fixtures.process import ROOT, geomap
from tests.fixtures.stores import STORE

READS: dict[str, tuple[str, ...]] = {
    "info": ("info", "S", "--format", "json"),
    "query": ("query", "S", "--region", "Syria", "--possible", "--format", "json"),
    "count": ("query", "S", "--count-by", "attacker", "--format", "csv"),
    "brief": ("brief", "S", "--since", "2024-02", "--until", "2024-02"),
    "explain": ("explain", "S", "i-omar"),
    "review": ("review", "S", "--format", "csv"),
    "worklist": ("worklist", "S", "--format", "csv"),
    "export": ("export", "S", "--all", "--possible", "-o", "out.geojsonl"),
    "map": ("map", "S", "-o", "out.html", "--title", "T"),
    "publish": ("publish", "S", "--coarsen", "25", "-o", "out.geojson"),
}


@pytest.fixture(scope="module")
def kept_back() -> Store:
    """The store of the fixtures, of which one incident may not be passed on."""
    some = tuple(msgspec.structs.replace(one, redistribute=one.id != "i-omar") for one in STORE.incidents)
    return msgspec.structs.replace(STORE, incidents=some)


@pytest.mark.parametrize("verb", READS)
def test_each_command_reads_each_format(verb: str, tmp_path: Path, kept_back: Store) -> None:
    """The same answer to the byte, and the same words beside it: of four files, and of what is left unsaid too."""
    found = {}
    for suffix in STORE_SUFFIXES:
        folder = tmp_path / suffix[1:]
        folder.mkdir()
        write_store(kept_back, folder / f"s{suffix}")
        args = [f"s{suffix}" if word == "S" else word for word in READS[verb]]
        done = geomap(*args, cwd=folder)
        assert done.returncode == 0, done.stderr
        written = {path.name: path.read_bytes() for path in folder.glob("out.*")}
        found[suffix] = (done.stdout, done.stderr.replace(f"s{suffix}", "S"), written)
    assert len({str(one) for one in found.values()}) == 1, {key: value[:2] for key, value in found.items()}
    if verb in ("map", "export", "publish"):
        assert "1 incident may not be passed on" in found[".gpkg"][1]


def test_each_format_is_added_to(tmp_path: Path) -> None:
    """build, import, build again and taking out an article, on each: the same store, with the versions in it."""
    sample = ROOT / "gazetteer" / "samples" / "03-observatory-al-omar.txt"
    found = []
    for suffix in STORE_SUFFIXES:
        for step in (
            ("build", sample, "-o", f"s{suffix}"),
            ("import", "acled", FOLDER / "acled.csv", "-o", f"s{suffix}"),
            ("import", "gdelt", FOLDER / "gdelt2.export.CSV", "-o", f"s{suffix}"),
            ("build", sample.with_name("06-saturday-briefing.md"), "-o", f"s{suffix}"),
            ("build", "-o", f"s{suffix}", "--remove", "acled:SYR900002"),
        ):
            done = geomap(*step, cwd=tmp_path)
            assert done.returncode == 0, done.stderr
        found.append(read_store(tmp_path / f"s{suffix}"))
    assert all(one == found[0] for one in found)
    assert found[0].geomap_version and found[0].gazetteer_version
    fresh = [
        geomap("build", sample, "-o", f"s{suffix}", "--fresh", cwd=tmp_path) for suffix in STORE_SUFFIXES
    ]
    assert all(done.returncode == 0 for done in fresh)
    assert {len(read_store(tmp_path / f"s{suffix}").articles) for suffix in STORE_SUFFIXES} == {1}


def test_one_map_of_all_that_is_known(tmp_path: Path) -> None:
    """Articles and rows of three datasets are one store and one map; `origin` says which, a machine's stay off it."""
    sample = ROOT / "gazetteer" / "samples" / "03-observatory-al-omar.txt"
    geomap("build", sample, "-o", "s.geojson", cwd=tmp_path)
    for kind, name in (("acled", "acled.csv"), ("ucdp", "ucdp.csv"), ("gdelt", "gdelt2.export.CSV")):
        assert geomap("import", kind, FOLDER / name, "-o", "s.geojson", cwd=tmp_path).returncode == 0
    told = geomap("query", "s.geojson", "--count-by", "origin", "--format", "csv", cwd=tmp_path).stdout
    numbers = dict(line.split(",") for line in told.split()[1:])
    assert set(numbers) == {"articles", "acled", "ucdp"}
    drawn = geomap("map", "s.geojson", "-o", "m.html", cwd=tmp_path)
    shown = geomap("query", "s.geojson", "--format", "geojson", "-o", "all.geojson", cwd=tmp_path)
    assert drawn.returncode == shown.returncode == 0
    on_it = len(read_store(tmp_path / "all.geojson").incidents)
    assert f"m.html: {on_it} incidents" in drawn.stderr and "coded by a machine (GDELT)" in drawn.stderr
    sent = geomap("export", "s.geojson", "-o", "s.csv", cwd=tmp_path)
    shown = geomap("publish", "s.geojson", "--coarsen", "25", "-o", "p.geojson", cwd=tmp_path)
    for told_user in (drawn.stderr, sent.stderr, shown.stderr):
        assert f"{numbers['acled']} incidents may not be passed on" in told_user
    assert {one.origin for one in read_store(tmp_path / "all.geojson").incidents} == set(numbers)
