"""A store comes back from each format as it was."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from geomap import model
from geomap.store import STORE_SUFFIXES, read_store, write_store
from geomap.store.features import PROPERTIES, ordered
from tests.fixtures.stores import AL_OMAR, STORE


def rounded(store: model.Store) -> model.Store:
    """The store as a file holds it: ordered, points to 6 decimals (reports keep every digit)."""
    incidents = [
        msgspec.structs.replace(one, lon=round(one.lon, 6), lat=round(one.lat, 6))
        if one.lon and one.lat
        else one
        for one in ordered(store.incidents)
    ]
    return msgspec.structs.replace(store, incidents=tuple(incidents))


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_nothing_is_lost(tmp_path: Path, suffix: str) -> None:
    """Reports, articles, unplaced names, versions, launch points and nulls survive writing and reading."""
    path = tmp_path / f"s{suffix}"
    write_store(STORE, path)
    assert read_store(path) == rounded(STORE)


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_an_empty_store_survives(tmp_path: Path, suffix: str) -> None:
    """Articles in which nothing was found are still a store, with the articles in it."""
    store = msgspec.structs.replace(STORE, incidents=())
    write_store(store, tmp_path / f"s{suffix}")
    assert read_store(tmp_path / f"s{suffix}") == store


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_equal_stores_are_equal_bytes(tmp_path: Path, suffix: str) -> None:
    """The order in which incidents were found leaves no trace in the file."""
    other = msgspec.structs.replace(
        STORE, incidents=STORE.incidents[::-1], articles=STORE.articles[::-1], unplaced=STORE.unplaced[::-1]
    )
    write_store(STORE, tmp_path / "a" / f"s{suffix}")
    write_store(other, tmp_path / "b" / f"s{suffix}")
    assert (tmp_path / "a" / f"s{suffix}").read_bytes() == (tmp_path / "b" / f"s{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [suffix for suffix in STORE_SUFFIXES if suffix != ".parquet"])
def test_gdal_opens_it(tmp_path: Path, suffix: str) -> None:
    """A GIS sees the incidents with their points, and lists where the format has lists."""
    import pandas as pd
    import pyogrio

    write_store(STORE, tmp_path / f"s{suffix}")
    frame = pyogrio.read_dataframe(tmp_path / f"s{suffix}", layer="incidents" if suffix == ".gpkg" else None)
    if suffix == ".gpkg":
        undated = pyogrio.read_dataframe(tmp_path / f"s{suffix}", layer="incidents_undated")
        frame = pd.concat([frame, undated])
    row = frame.set_index("id").loc["i-omar"] if "id" in frame else frame.iloc[0]
    assert (round(row.geometry.x, 6), row.geometry.y) == (40.551112, 35.1)
    assert row["wounded"] == 2
    assert len(frame) == len(STORE.incidents)


def test_every_feature_has_every_property(tmp_path: Path) -> None:
    """Readers of the file need not ask whether a key is there: unknown is null, lists are lists."""
    write_store(STORE, tmp_path / "s.geojson")
    document = json.loads((tmp_path / "s.geojson").read_text())
    assert document["type"] == "FeatureCollection" and "crs" not in document
    for feature in document["features"]:
        assert tuple(feature["properties"]) == PROPERTIES
    omar = next(f for f in document["features"] if f["id"] == "i-omar")
    assert omar["properties"]["articles"] == ["a1", "a2"]
    assert omar["properties"]["killed"] == 0 and omar["properties"]["killed_low"] is None
    assert omar["geometry"] == {"type": "Point", "coordinates": [40.551112, 35.1]}
    assert [r["article"] for r in omar["reports"]] == ["a1", "a2"]
    undated = document["features"][-1]
    assert undated["properties"]["date_start"] is None


def test_a_feature_a_line(tmp_path: Path) -> None:
    """A new incident is one new line in a diff."""
    write_store(STORE, tmp_path / "s.geojson")
    lines = (tmp_path / "s.geojson").read_text().splitlines()
    assert sum(line.startswith('{"type":"Feature","id":') for line in lines) == len(STORE.incidents)


def test_a_hundred_thousand_incidents_in_seconds(tmp_path: Path) -> None:
    """A ministry's archive opens without a coffee break (measured 3 s of processor for both)."""
    import time

    many = tuple(msgspec.structs.replace(AL_OMAR, id=f"i{n}") for n in range(20_000))
    begun = time.process_time()
    write_store(msgspec.structs.replace(STORE, incidents=many), tmp_path / "s.geojson")
    assert len(read_store(tmp_path / "s.geojson").incidents) == 20_000
    assert time.process_time() - begun < 8
