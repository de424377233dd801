"""Stores of another day: what the first geomap wrote is read, what a later one writes is refused in words."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geomap.errors import DataError
from geomap.store import STORE_SUFFIXES, read_store, write_store
from tests.fixtures.process import ROOT, failed, geomap
from tests.fixtures.stores import STORE

OLD = (
    ROOT / "tests" / "fixtures" / "old-stores"
)  # written by the first geomap that had the format; never made again


def changed_head(path: Path, **head: Any) -> None:
    """Change what a store says of itself, and let its first incident be of a kind that nobody knows yet."""
    if path.suffix == ".gpkg":
        with sqlite3.connect(path) as db:
            for key, value in head.items():
                db.execute("UPDATE geomap SET value = ? WHERE key = ?", (json.dumps(value), key))
            db.execute(
                'UPDATE reports SET record = replace(record, \'"kind":"attack"\', \'"kind":"picnic"\')'
            )
        db.close()
        return
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        metadata = dict(pq.read_metadata(path).metadata)
        metadata.pop(b"ARROW:schema", None)
        metadata[b"geomap"] = json.dumps(json.loads(metadata[b"geomap"]) | head).encode()
        cells = [cell and json.dumps(json.loads(cell) | head) for cell in table.column("geomap").to_pylist()]
        kinds = ["picnic"] * len(table)
        for name, values in (("geomap", cells), ("kind", kinds)):
            table = table.set_column(table.schema.get_field_index(name), name, pa.array(values, pa.string()))
        pq.write_table(table.replace_schema_metadata(metadata), path)
        return
    text = path.read_text(encoding="utf-8").replace('"kind":"attack"', '"kind":"picnic"')
    for key, value in head.items():
        text = text.replace(f'"{key}":1', f'"{key}":{json.dumps(value)}')
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_the_first_layout_is_read(suffix: str) -> None:
    """Six incidents with all that they had, the same in each format; a new property is empty."""
    store = read_store(OLD / f"first{suffix}")
    assert [one.id for one in store.incidents] == [one.id for one in read_store(OLD / "first.gpkg").incidents]
    by_id = {one.id: one for one in STORE.incidents}
    for one in store.incidents:
        now = by_id[one.id]
        for name in (
            "title",
            "status",
            "date_start",
            "place_id",
            "lat",
            "attackers",
            "weapons",
            "evidence",
            "articles",
        ):
            assert getattr(one, name) == getattr(now, name), (one.id, name)
        assert [report.id for report in one.reports] == [report.id for report in now.reports]
    assert [one.id for one in store.articles] == ["a1", "a2"] and len(store.unplaced) == 1


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_the_first_layout_is_brought_up_to_date(tmp_path: Path, suffix: str) -> None:
    """What was read of it is written in today's layout; nothing is lost on the way."""
    old = tmp_path / f"s{suffix}"
    shutil.copy(OLD / f"first{suffix}", old)
    before = read_store(old)
    assert geomap("export", old, "--all", "--possible", "-o", old).returncode == 0
    after = read_store(old)
    assert {one.id for one in after.incidents} == {one.id for one in before.incidents}
    assert geomap("query", old, "--region", "Iraq", "--format", "csv").stdout.count("\n") == 2


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_a_newer_layout_is_refused_before_it_is_misread(tmp_path: Path, suffix: str) -> None:
    """Also where it holds values that this geomap does not know: the version is what is said, not the value."""
    path = tmp_path / f"s{suffix}"
    write_store(STORE, path)
    changed_head(path, schema_version=99)
    for verb in ("info", "query"):
        failed(
            geomap(verb, path), 1, str(path), "written by a newer geomap (schema 99", "pip install --upgrade"
        )


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_a_build_does_not_replace_a_newer_store(tmp_path: Path, suffix: str) -> None:
    """An old geomap on a colleague's machine leaves the store alone."""
    path = tmp_path / f"s{suffix}"
    write_store(STORE, path)
    changed_head(path, schema_version=2)
    whole = path.read_bytes()
    failed(geomap("build", ROOT / "gazetteer" / "samples", "-o", path), 1, "newer geomap")
    assert path.read_bytes() == whole


@pytest.mark.parametrize("version", [-1, 1.5, "two", True])
def test_a_version_that_is_none(tmp_path: Path, version: object) -> None:
    """An edit that makes no sense is refused, not taken for the first layout."""
    path = tmp_path / "s.geojson"
    write_store(STORE, path)
    changed_head(path, schema_version=version)
    with pytest.raises(DataError, match="not a store of geomap"):
        read_store(path)


def test_a_store_that_says_no_version_is_of_the_first_layout(tmp_path: Path) -> None:
    """A GeoJSON of incidents made by a script of one's own."""
    path = tmp_path / "s.geojson"
    write_store(STORE, path)
    path.write_text(path.read_text(encoding="utf-8").replace('"schema_version":1,', ""), encoding="utf-8")
    assert read_store(path).schema_version == 1


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_the_origins_of_all_reports_of_an_older_store(tmp_path: Path, suffix: str) -> None:
    """An older geomap kept that of the first report only: the others are found by what is in their reports."""
    path = tmp_path / f"s{suffix}"
    first, second = STORE.incidents[0].reports[:2]
    both = (first, msgspec.structs.replace(second, origin="acled"))
    one = msgspec.structs.replace(STORE.incidents[0], reports=both, origins=())
    write_store(msgspec.structs.replace(STORE, incidents=(one, *STORE.incidents[1:])), path)
    if suffix == ".parquet":
        head = {b"geomap": pq.read_metadata(path).metadata[b"geomap"]}
        pq.write_table(pq.read_table(path).drop_columns(["origins"]).replace_schema_metadata(head), path)
    assert {one.id: one.origins for one in read_store(path).incidents}[one.id] == ("articles", "acled")
    counted = geomap("query", path, "--all", "--count-by", "origin", "--format", "csv").stdout.split()
    assert set(counted[1:]) == {"acled,1", f"articles,{len(STORE.incidents)}"}
    assert one.id in geomap("query", path, "--origin", "acled", "--format", "json").stdout


def test_a_parquet_without_a_later_column(tmp_path: Path) -> None:
    """A property that was added later is empty, also when the file is asked without being read whole."""
    path = tmp_path / "s.parquet"
    write_store(STORE, path)
    head = {b"geomap": pq.read_metadata(path).metadata[b"geomap"]}
    table = pq.read_table(path).drop_columns(["why", "time_precision", "former_ids", "several"])
    pq.write_table(table.replace_schema_metadata(head), path)
    read = read_store(path)
    assert [msgspec.structs.replace(one, why=None) for one in read.incidents] == list(read.incidents)
    assert len(read.incidents) == len(STORE.incidents)
    # Which lists say more than one name is not known: all are looked at.
    for words in (["--region", "Syria"], ["--actor", "Kataib Hezbollah"]):
        assert "al-Omar" in geomap("query", path, *words).stdout
    assert geomap("export", path, "--all", "-o", path).returncode == 0
    assert set(pq.read_schema(path).names) >= {"why", "time_precision"}
