"""A GeoParquet file is exported without being read whole, to the same bytes as from memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from geomap import model
from geomap.export import FORMATS, export
from geomap.filters import Answer, Context, Filter
from geomap.store import read_store, write_store
from geomap.store.duck import File
from geomap.store.found import Question
from tests.fixtures.process import ROOT
from tests.fixtures.stores import STORE, incident

MANY = tuple(
    incident(f"i{n:04}", lon=n * 0.3 - 170, lat=(n * 7) % 120 - 60, articles=(f"a{n % 3}",))
    for n in range(300)
)
WHOLE = msgspec.structs.replace(
    STORE, incidents=(*STORE.incidents, *MANY), articles=(*STORE.articles, model.ArticleEntry(id="a0"))
)
EVERYTHING = Filter(
    statuses=("reported", "claimed", "confirmed", "disputed", "denied", "planned", "threatened")
)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_bytes_as_from_memory(format: str, tmp_path: Path) -> None:
    """Streamed in the order of the store, with its head, in every format."""
    write_store(WHOLE, tmp_path / "s.parquet")
    _, part, _ = File(tmp_path / "s.parquet").part(Question(EVERYTHING, Context(areas={}), Answer.POSSIBLE))
    name = f"out{FORMATS[format].suffixes[0]}"
    assert part.number == len(WHOLE.incidents)
    told = export(part, tmp_path / "streamed" / name)
    assert told == export(read_store(tmp_path / "s.parquet"), tmp_path / "held" / name)
    assert (tmp_path / "streamed" / name).read_bytes() == (tmp_path / "held" / name).read_bytes()


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".parquet", ".fgb"])
def test_a_question_leaves_the_same(suffix: str, tmp_path: Path) -> None:
    """The command says and writes the same, whether the store is a large file or not."""
    write_store(WHOLE, tmp_path / "s.parquet")
    write_store(WHOLE, tmp_path / "s.geojson")
    said = []
    for source in ("s.parquet", "s.geojson"):
        out = tmp_path / source.replace(".", "-") / f"out{suffix}"
        out.parent.mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "geomap.cli.main", "export", source, "-o", str(out), "--bbox", "-10,-40,60,50"],
            cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        said.append(done.stderr.replace(source.replace(".", "-"), "X"))
    first, second = (
        (tmp_path / f"s-{name}" / f"out{suffix}").read_bytes() for name in ("parquet", "geojson")
    )
    assert first == second and said[0] == said[1]
    assert "denied, planned or threatened" in said[0]


def test_articles_go_with_their_incidents(tmp_path: Path) -> None:
    """A part of a store cites only what tells of it."""
    write_store(WHOLE, tmp_path / "s.parquet")
    _, part, _ = File(tmp_path / "s.parquet").part(Question(Filter(kinds=("airstrike",)), Context(areas={})))
    assert [one.id for one in part.read()] == ["i-dez"]
    assert [one.id for one in part.head.articles] == ["a1"] and len(part.head.unplaced) == 1


def test_info_is_the_same_of_both(tmp_path: Path) -> None:
    """The same facts, whether the store is read whole or asked."""
    from geomap.query.facts import facts_of, facts_of_file

    write_store(WHOLE, tmp_path / "s.parquet")
    facts = facts_of_file(tmp_path / "s.parquet")
    assert facts == facts_of(WHOLE) and list(facts) == list(facts_of(WHOLE))
    assert facts["reports"] == sum(len(one.reports) for one in WHOLE.incidents) and facts["off the map"] == 1
    write_store(model.Store(), tmp_path / "none.parquet")
    assert facts_of_file(tmp_path / "none.parquet") == facts_of(model.Store())
