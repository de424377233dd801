"""A large file answers on the command line as a small one does, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geomap.cli.main import cli
from geomap.gazetteer import Gazetteer
from geomap.query import FIELDS
from geomap.store import write_store
from geomap.synth import synthesise

QUESTIONS = [
    ["--region", "Deir ez-Zor", "--since", "2019", "--format", "geojson"],
    ["--region", "Iraq", "--possible", "--format", "csv"],
    ["--near", "Mosul", "--km", "120", "--certain", "--format", "json"],
    ["--actor", "Islamic Resistance in Iraq", "--limit", "5"],
    ["--region", "SY", "--since", "2020", "--until", "2020-06", "--all"],
    ["--text", "roadside bomb", "--region", "Syria", "--limit", "3", "--format", "json"],
    *(["--region", "SY", "--count-by", field, "--format", "json"] for field in FIELDS),
    ["--count-by", "month"],
    ["--count-by", "region", "--format", "csv"],
    ["--region", "Kurdistan Region", "--region", "Northern Iraq", "--count-by", "region"],
    ["--until", "2013"],
]


@pytest.fixture(scope="module")
def stores(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same store in memory's format and in the large one."""
    folder = tmp_path_factory.mktemp("large")
    store = synthesise(1500, gazetteer, seed=8)
    for suffix in (".geojson", ".parquet"):
        write_store(store, folder / f"s{suffix}")
    return folder / "s.geojson", folder / "s.parquet"


def ask(path: Path, words: list[str]) -> Result:
    """`geomap query`."""
    return CliRunner().invoke(cli, ["query", str(path), *words])


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_the_same_answer(stores: tuple[Path, Path], words: list[str]) -> None:
    """Rows, counts, bytes, and what is said of the possible ones."""
    small, large = (ask(path, words) for path in stores)
    assert small.exit_code == 0, small.output
    assert (large.stdout, large.stderr) == (small.stdout, small.stderr)


def test_a_broken_file_is_one_line(tmp_path: Path, stores: tuple[Path, Path]) -> None:
    """Cut, foreign or empty: said with the name of the file."""
    whole = stores[1].read_bytes()
    for name, raw in (("cut", whole[: len(whole) // 2]), ("text", b"hello" * 99), ("empty", b"")):
        path = tmp_path / f"{name}.parquet"
        path.write_bytes(raw)
        result = ask(path, ["--region", "SY"])
        assert result.exit_code == 1 and str(path) in result.stderr and result.stderr.count("\n") == 1
    assert ask(tmp_path / "none.parquet", []).exit_code == 1


def test_parquet_of_others_is_no_store(tmp_path: Path) -> None:
    """Columns that are not ours are said in one line, not as an answer of nothing."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": ["a"], "country": ["SY"]}), tmp_path / "other.parquet")
    result = ask(tmp_path / "other.parquet", ["--region", "SY"])
    assert result.exit_code == 1 and "not a store of geomap" in result.stderr


def test_an_unknown_field_is_refused_with_the_nearest(stores: tuple[Path, Path]) -> None:
    """Before the file is opened."""
    result = ask(stores[1], ["--count-by", "wepon"])
    assert result.exit_code == 2 and "did you mean weapon?" in result.stderr


def test_no_progress_among_the_data(stores: tuple[Path, Path], capfd: pytest.CaptureFixture[str]) -> None:
    """DuckDB draws a bar on stdout when an answer takes long; here from the first millisecond, were it not stopped."""
    from geomap.store.duck.session import Session

    session = Session(stores[1])
    session.run("SET progress_bar_time = 1")
    session.rows("SELECT sum(hash(a.range) % 7 + hash(b.range) % 5) FROM range(1000) a, range(20000) b")
    assert capfd.readouterr() == ("", "")
