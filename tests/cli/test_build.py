"""`geomap build` as a process: adding, replacing, removing, refusing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from geomap.pipeline import build
from geomap.store import read_store, write_store
from geomap.store.lock import locked
from tests.fixtures.process import ROOT, failed, geomap

SAMPLES = ROOT / "gazetteer" / "samples"
OMAR = (
    "A drone attack hit the al-Omar oil field in Deir ez-Zor on Sunday, the Syrian Observatory for Human Rights "
    "said. Six fighters were killed.\n"
)
HARIR = "The Islamic Resistance in Iraq said it had launched drones at the Harir air base near Erbil on Saturday.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles of our own."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "omar.txt").write_text(OMAR)
    (folder / "harir.txt").write_text(HARIR)
    return folder


def test_one_by_one_is_the_same_as_all_at_once(tmp_path: Path) -> None:
    """A store that grew by a cron job every morning equals one that was built anew."""
    samples = sorted(path for path in SAMPLES.iterdir() if path.suffix != ".toml")
    assert geomap("build", *samples, "-o", "all.geojson", cwd=tmp_path).returncode == 0
    for some in (samples[3:5], samples[:4], samples[5:]):  # one file twice
        assert geomap("build", *some, "-o", "grown.geojson", cwd=tmp_path).returncode == 0
    assert (tmp_path / "grown.geojson").read_bytes() == (tmp_path / "all.geojson").read_bytes()


def test_what_is_found_is_said(articles: Path, tmp_path: Path) -> None:
    """A few lines that an analyst wants, and nothing on stdout."""
    result = geomap("build", articles, "--published", "2024-02-05", "-o", tmp_path / "s.geojson")
    assert result.stdout == ""
    assert "read 2 articles" in result.stderr and "incidents at 2 places" in result.stderr
    store = read_store(tmp_path / "s.geojson")
    assert [entry.id for entry in store.articles] == ["harir", "omar"]
    by_day = {str(one.date_start): one for one in store.incidents}
    assert "Omar" in (by_day["2024-02-04"].place or "") and "Harir" in (by_day["2024-02-03"].place or "")
    assert store.attribution and store.gazetteer_version


def test_a_changed_article_is_read_again(articles: Path, tmp_path: Path) -> None:
    """A correction replaces what the old text said; the other article stays."""
    out = tmp_path / "s.geojson"
    geomap("build", articles, "--published", "2024-02-05", "-o", out)
    (articles / "omar.txt").write_text("There was no attack on the al-Omar oil field, officials said.\n")
    result = geomap("build", articles / "omar.txt", "--published", "2024-02-06", "-o", out)
    assert "the store now has 2" in result.stderr
    assert not any("Six fighters" in (one.evidence or "") for one in read_store(out).incidents)
    assert any("Harir" in (one.place or "") for one in read_store(out).incidents)


def test_remove_and_fresh(articles: Path, tmp_path: Path) -> None:
    """An article that was read by mistake leaves no trace; --fresh forgets all."""
    out = tmp_path / "s.geojson"
    geomap("build", articles, "-o", out)
    assert "removed 1" in geomap("build", "-o", out, "--remove", "omar").stderr
    assert [entry.id for entry in read_store(out).articles] == ["harir"]
    geomap("build", articles / "omar.txt", "-o", out, "--fresh")
    assert [entry.id for entry in read_store(out).articles] == ["omar"]


def test_what_cannot_be_read_is_counted(articles: Path, tmp_path: Path) -> None:
    """One broken file among good ones is a warning with its reason; nothing but broken ones is a failure."""
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    result = geomap("build", articles, "-o", tmp_path / "s.geojson")
    assert result.returncode == 0
    assert "warning: 1 file skipped" in result.stderr and "picture.txt" in result.stderr
    failed(
        geomap("build", articles / "picture.txt", "-o", tmp_path / "t.geojson"), 1, "picture.txt", "not read"
    )
    assert not (tmp_path / "t.geojson").exists()


def test_nothing_to_read(tmp_path: Path) -> None:
    """An empty folder and a missing file are failures, not empty stores."""
    (tmp_path / "empty").mkdir()
    failed(geomap("build", tmp_path / "empty", "-o", tmp_path / "s.geojson"), 1, "no articles")
    failed(geomap("build", tmp_path / "none.txt", "-o", tmp_path / "s.geojson"), 1, "none.txt")
    assert not (tmp_path / "s.geojson").exists()


def test_somebody_elses_geojson_is_not_overwritten(articles: Path, tmp_path: Path) -> None:
    """`-o` with the wrong file name must not cost a user's data."""
    mine = tmp_path / "mine.geojson"
    mine.write_text(
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [{"type": "Feature", "geometry": None, "properties": {}}],
            }
        )
    )
    before = mine.read_bytes()
    failed(geomap("build", articles, "-o", mine), 1, "not a store of geomap", "--fresh replaces it")
    assert mine.read_bytes() == before


def test_articles_from_stdin(tmp_path: Path) -> None:
    """`curl … | geomap build - -o …` works."""
    result = geomap("build", "-", "--published", "2024-02-05", "-o", tmp_path / "s.geojson", stdin=OMAR)
    assert result.returncode == 0, result.stderr
    assert len(read_store(tmp_path / "s.geojson").incidents) == 1


@pytest.mark.parametrize("suffix", [".geojsonl", ".gpkg"])
def test_other_stores_grow_too(articles: Path, tmp_path: Path, suffix: str) -> None:
    """Each lossless store can be added to."""
    out = tmp_path / f"s{suffix}"
    geomap("build", articles / "omar.txt", "-o", out)
    assert geomap("build", articles / "harir.txt", "-o", out).returncode == 0
    assert len(read_store(out).articles) == 2


def test_a_store_on_stdout(articles: Path) -> None:
    """`geomap build … -o - | geomap query -` needs no file in between."""
    built = geomap("build", articles, "--published", "2024-02-05", "-o", "-")
    assert json.loads(built.stdout)["type"] == "FeatureCollection"
    asked = geomap("query", "-", "--region", "SY-DY", "--format", "json", stdin=built.stdout)
    assert [row["country"] for row in json.loads(asked.stdout)] == ["SY"]


def test_the_second_build_waits_and_says_for_whom(articles: Path, tmp_path: Path) -> None:
    """Two builds of one store at once: one line says who holds it, then the second adds to what the first wrote."""
    store = tmp_path / "s.geojson"
    command = [sys.executable, "-m", "geomap.cli.main", "build", str(articles / "omar.txt"), "-o", str(store)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with locked(store):
        second = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
        assert second.stderr
        while "waiting for" not in (line := second.stderr.readline()):
            assert line, "the second did not wait"
        assert f"s.geojson: in use by process {os.getpid()} on " in line
        write_store(build([articles / "harir.txt"]), store)
    _, said = second.communicate(timeout=120)
    assert second.returncode == 0, said
    assert {one.id for one in read_store(store).articles} == {"harir", "omar"}
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "s.geojson"}
