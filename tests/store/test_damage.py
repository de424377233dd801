"""A damaged store is refused in words, or read; it never ends in a traceback."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from geomap.errors import DataError
from geomap.store import STORE_SUFFIXES, decode_store, read_store, write_store
from tests.fixtures.stores import STORE

ROUNDS = 150


def complaint(path: Path) -> str | None:
    """What reading the store says; None if it is well."""
    try:
        read_store(path)
    except DataError as error:
        return str(error)
    return None


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_bytes_changed_cut_or_added(tmp_path: Path, suffix: str) -> None:
    """A bad disk, a broken download, an editor that saved half: one error of ours, or a store."""
    path = tmp_path / f"s{suffix}"
    write_store(STORE, path)
    whole = path.read_bytes()
    chance = random.Random(suffix)
    refused = 0
    for _ in range(ROUNDS):
        at, length = chance.randrange(len(whole)), chance.choice((1, 1, 1, 20, 2000))
        middle = chance.choice((b"", chance.randbytes(length), b"null", b'"', b"}", b"1e999"))
        path.write_bytes(whole[:at] + middle + whole[at + length :])
        said = complaint(path)
        refused += said is not None
        assert said is None or str(path) in said
    assert refused > ROUNDS / 5


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE reports",
        "DELETE FROM reports",
        "DELETE FROM geomap",
        "UPDATE incidents SET kind = 'picnic'",
        "UPDATE incidents SET date_start = 'soon'",
        "UPDATE incidents SET geom = x'4750'",
        "UPDATE incidents SET killed = 'many'",
        "UPDATE incidents SET id = NULL",
        "UPDATE reports SET record = '{'",
        "UPDATE geomap SET value = '[' WHERE key = 'geomap_version'",
        "ALTER TABLE incidents DROP COLUMN status",
    ],
)
def test_a_geopackage_edited_by_hand(tmp_path: Path, statement: str) -> None:
    """An edit that makes no sense is refused when the store is read, and named."""
    path = tmp_path / "s.gpkg"
    write_store(STORE, path)
    with sqlite3.connect(path) as db:
        db.create_function("ST_IsEmpty", 1, lambda _: 0)  # GDAL's triggers ask for these
        for bound in ("MinX", "MaxX", "MinY", "MaxY"):
            db.create_function(f"ST_{bound}", 1, lambda _: 0.0)
        db.execute(statement)
    db.close()
    if statement == "DELETE FROM geomap":
        assert read_store(path).incidents  # the versions are gone, the incidents are not
        return
    with pytest.raises(DataError, match="not a store of geomap"):
        read_store(path)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n\n", b"{}", b"[]", b'{"type":"Feature"}', b'{"type":"Feature",', b"\xff\xfe", b"[" * 100_000],
)
def test_pipes_carry_anything(raw: bytes) -> None:
    """What comes through a pipe and is no store is refused as such."""
    with pytest.raises(DataError, match="stdin"):
        decode_store(raw)
