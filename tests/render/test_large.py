"""A file that is read column by column gives the page that its records give, byte for byte."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import model
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.render import draw
from geomap.render.columns import page_data
from geomap.render.rows import Rows
from geomap.store import read_store, write_store
from geomap.store.arrow import ArrowTable
from geomap.store.columns import Coded
from geomap.store.table import encode, together
from geomap.synth import synthesise
from tests.fixtures import mapped, stores
from tests.fixtures.process import geomap


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def odd_store() -> model.Store:
    """Lists that Arrow's own coding would confuse, empty texts, two names for one id, reports on some rows only."""
    one = stores.AL_OMAR
    odd = (
        msgspec.structs.replace(one, id="o1", attackers=("",), sources=("a\x1fb", "c"), reports=()),
        msgspec.structs.replace(one, id="o2", attackers=(), sources=("a", "b\x1fc"), reports=()),
        msgspec.structs.replace(
            one, id="o3", attacker="IRI", attackers=("IRI", "Kataib Hezbollah"), reports=()
        ),
        msgspec.structs.replace(one, id="o4", title="", place="", why="a; b\nc", killed=None, articles=()),
        msgspec.structs.replace(one, id="é", date_start=None, date_end=None, date_precision="unknown"),
        msgspec.structs.replace(one, id="z", date_start=dt.date(1200, 1, 1), redistribute=False),
    )
    return msgspec.structs.replace(stores.STORE, incidents=(*stores.STORE.incidents, *odd))


@pytest.mark.parametrize("name", ["mapped", "stores", "odd", "synth", "empty"])
@pytest.mark.parametrize("lean", [False, True])
def test_both_ways_give_the_same_page(name: str, lean: bool, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Texts, sites, actors, still map and all."""
    store = {
        "mapped": mapped.store, "stores": lambda: stores.STORE, "odd": odd_store,
        "synth": lambda: synthesise(3000, gazetteer, 4), "empty": model.Store,
    }[name]()  # fmt: skip
    path = tmp_path / "s.parquet"
    write_store(store, path)
    by_records = draw(read_store(path), gazetteer, lean=lean).get_root().render()
    by_columns = draw(Rows(ArrowTable(path)), gazetteer, lean=lean).get_root().render()
    assert by_columns == by_records


def test_map_reads_parquet_by_columns(tmp_path: Path) -> None:
    """The command: the same page as from GeoJSON; a broken file is one clear line."""
    for suffix in ("geojson", "parquet"):
        write_store(odd_store(), tmp_path / f"s.{suffix}")
        done = geomap("map", tmp_path / f"s.{suffix}", "-o", tmp_path / f"{suffix}.html")
        assert done.returncode == 0 and "1 incident may not be passed on" in done.stderr
    assert (tmp_path / "geojson.html").read_bytes() == (tmp_path / "parquet.html").read_bytes()
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 no")
    done = geomap("map", tmp_path / "broken.parquet", "-o", tmp_path / "x.html")
    assert done.returncode == 1 and "not a store" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "x.html").exists()
    with pytest.raises(DataError):
        ArrowTable(tmp_path / "broken.parquet")


COLUMN = st.lists(
    st.one_of(st.none(), st.integers(0, 5), st.sampled_from(["", "a", "é"])), min_size=1, max_size=30
)


@settings(max_examples=60)
@given(COLUMN, COLUMN)
def test_combinations_are_those_of_the_rows(one: list[object], other: list[object]) -> None:
    """Coding and joining lose nothing: each row has its own values again."""
    length = min(len(one), len(other))
    one, other = one[:length], other[:length]
    codes, combinations = together([encode(one), encode(other)])  # type: ignore[arg-type]
    assert [combinations[code] for code in codes.tolist()] == list(zip(one, other, strict=True))
    codes, combinations = together([encode(one)])  # type: ignore[arg-type]
    assert [combinations[code] for code in codes.tolist()] == [(value,) for value in one]


def test_many_combinations_do_not_overflow() -> None:
    """Codes of long columns are made small again before the next is joined."""
    numbers = np.arange(1000, dtype=np.int32)
    column = Coded(numbers, [*range(3_000_000)])
    codes, combinations = together([column] * 6)
    assert len(set(codes.tolist())) == 1000 and combinations[codes[7]] == (7,) * 6


def test_the_order_of_rows_does_not_matter_to_a_column_file(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = odd_store()
    turned = msgspec.structs.replace(store, incidents=store.incidents[::-1])
    assert page_data(store, gazetteer) == page_data(turned, gazetteer)
