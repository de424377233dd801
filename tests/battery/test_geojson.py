"""GeoJSON that strangers send, as a store and as a region: refused with words, or read for what it says."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import GeomapError
from geomap.store import decode_store, read_store, write_store
from tests.battery.watched import run
from tests.fixtures.stores import STORE

SQUARE = [[[40, 34], [42, 34], [42, 36], [40, 36], [40, 34]]]


def polygon(rings: Any, **more: Any) -> bytes:
    """A file with one polygon."""
    return json.dumps(
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": rings}} | more
    ).encode()


def circle(points: int) -> list[list[float]]:
    """A ring with so many points."""
    ring = [
        [41 + math.cos(2 * math.pi * n / points), 35 + math.sin(2 * math.pi * n / points)]
        for n in range(points)
    ]
    return [*ring, ring[0]]


REGIONS: dict[str, bytes] = {
    "empty": b"",
    "binary": bytes(range(256)),
    "no JSON": b"{",
    "a list": b"[]",
    "null": b"null",
    "no geometry": b'{"type": "Feature", "properties": {}, "geometry": null}',
    "no features": b'{"type": "FeatureCollection", "features": []}',
    "features that are none": b'{"type": "FeatureCollection", "features": [1, null, "x", []]}',
    "an unknown type": b'{"type": "Circle", "coordinates": [40, 35], "radius": 5}',
    "a point": b'{"type": "Point", "coordinates": [40, 35]}',
    "a line": b'{"type": "LineString", "coordinates": [[40, 35], [41, 35]]}',
    "no coordinates": b'{"type": "Polygon"}',
    "coordinates of text": b'{"type": "Polygon", "coordinates": "40,35"}',
    "numbers of text": polygon([[["40", "34"], ["42", "34"], ["42", "36"], ["40", "34"]]]),
    "NaN": polygon(SQUARE).replace(b"34", b"NaN"),
    "infinity": polygon(SQUARE).replace(b"34", b"Infinity"),
    "null among numbers": polygon(SQUARE).replace(b"34", b"null", 1),
    "an empty polygon": polygon([]),
    "an empty ring": polygon([[]]),
    "a ring of two points": polygon([[[40, 34], [42, 36], [40, 34]]]),
    "an unclosed ring": polygon([SQUARE[0][:-1]]),
    "a ring without an area": polygon([[[40, 34], [42, 34], [40, 34], [42, 34], [40, 34]]]),
    "a bow tie": polygon([[[40, 34], [42, 36], [42, 34], [40, 36], [40, 34]]]),
    "a hole outside": polygon([*SQUARE, [[50, 10], [51, 10], [51, 11], [50, 10]]]),
    "a hole that is all": polygon([*SQUARE, *SQUARE]),
    "clockwise": polygon([SQUARE[0][::-1]]),
    "swapped": polygon([[[y, x] for x, y in SQUARE[0]]]),
    "out of range": polygon([[[400, 340], [420, 340], [420, 360], [400, 340]]]),
    "metres": polygon([[[4400000, 4000000], [4500000, 4000000], [4500000, 4100000], [4400000, 4000000]]]),
    "another CRS by name": polygon(SQUARE, crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}),
    "heights": polygon([[[x, y, 100, 5] for x, y in SQUARE[0]]]),
    "one number a point": polygon([[[40], [42], [42], [40]]]),
    "huge numbers": polygon(SQUARE).replace(b"34", b"1e999"),
    "a number of a thousand digits": polygon(SQUARE).replace(b"34", b"3" * 5000, 1),
    "deep": b'{"type":"GeometryCollection","geometries":[' * 50_000,
    "deep coordinates": b'{"type":"Polygon","coordinates":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a collection of itself": json.dumps({"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection", "geometries": []}]}).encode(),
    "across the antimeridian": polygon([[[170, -20], [190, -20], [190, 20], [170, 20], [170, -20]]]),
    "the whole world": polygon([[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]),
    "a million vertices": polygon([circle(1_000_000)]),
    "ten thousand holes": polygon([circle(50), *([[41 + n / 1e5, 35], [41 + (n + 0.5) / 1e5, 35], [41 + n / 1e5, 35.00001], [41 + n / 1e5, 35]] for n in range(10_000))]),
    "UTF-16": polygon(SQUARE).decode().encode("utf-16"),
    "a mark": b"\xef\xbb\xbf" + polygon(SQUARE),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store."""
    folder = tmp_path_factory.mktemp("regions")
    write_store(STORE, folder / "s.geojson")
    return folder


@pytest.mark.parametrize("case", REGIONS)
def test_a_region_of_polygons(case: str, folder: Path) -> None:
    """Answered or refused with the name of the file."""
    (folder / "area.geojson").write_bytes(REGIONS[case])
    ran = run(folder, "query", "s.geojson", "--region", "@area.geojson", "--format", "json")
    assert ran.code == 0 or "area.geojson" in ran.stderr
    if ran.code == 0:
        json.loads(ran.stdout)


def test_a_region_outside_is_only_read_when_named(folder: Path) -> None:
    """A missing file, a folder and a device are said."""
    for name in ("nothing.geojson", ".", "/dev/null"):
        assert run(folder, "query", "s.geojson", "--region", f"@{name}").code in (1, 2)


WHOLE = json.loads
STORES: dict[str, Any] = {
    "NaN as lon": ('"coordinates":[40.551112,', '"coordinates":[NaN,'),
    "null as lon": ('"coordinates":[40.551112,', '"coordinates":[null,'),
    "text as lon": ('"coordinates":[40.551112,', '"coordinates":["40",'),
    "infinity": ('"coordinates":[40.551112,', '"coordinates":[1e999,'),
    "out of range": ('"coordinates":[40.551112,', '"coordinates":[400,'),
    "one coordinate": ('"coordinates":[40.551112,35.1]', '"coordinates":[40.5]'),
    "a polygon": (
        '"type":"Point","coordinates":[40.551112,35.1]',
        '"type":"Polygon","coordinates":[[[1,2]]]',
    ),
    "a day that is none": ('"date_start":"2024-02-04"', '"date_start":"2024-02-30"'),
    "a day of year zero": ('"date_start":"2024-02-04"', '"date_start":"0000-01-01"'),
    "a day of another age": ('"date_start":"2024-02-04"', '"date_start":"99999-01-01"'),
    "an unknown kind": ('"kind":"attack"', '"kind":"party"'),
    "an unknown status": ('"status":"claimed"', '"status":"sure"'),
    "killed as text": ('"killed":0', '"killed":"none"'),
    "killed below zero": ('"killed":0', '"killed":-5'),
    "killed of a thousand digits": ('"killed":0', f'"killed":{"9" * 5000}'),
    "a negative radius": ('"radius_km":5.0', '"radius_km":-5'),
    "a huge radius": ('"radius_km":5.0', '"radius_km":1e300'),
    "an id of control characters": ('"id":"i-omar"', '"id":"\\u001b[31mi\\u202e"'),
    "an id of nothing": ('"id":"i-omar"', '"id":""'),
    "an id twice": ('"id":"i-harir"', '"id":"i-omar"'),
    "a title of a megabyte": ('"title":"Drones at Harir"', f'"title":"{"x" * 1_000_000}"'),
    "a script": ('"title":"Drones at Harir"', '"title":"</script><script>alert(1)</script>"'),
    "a newer schema": ('"schema_version":1', '"schema_version":99'),
    "a schema of text": ('"schema_version":1', '"schema_version":"one"'),
    "a schema below zero": ('"schema_version":1', '"schema_version":-1'),
    "no features": ('"features":[', '"feature":['),
    "a feature of null": ('"features":[', '"features":[null,'),
    "a comma too many": ('"features":[', '"features":[,'),
    "a lone surrogate": ('"title":"Drones at Harir"', '"title":"\\ud800"'),
    "deep": ('"features":[', '"x":' + "[" * 100_000 + "]" * 100_000 + ',"features":['),
}


@pytest.mark.parametrize("verb", ["info", "query", "export", "map"])
@pytest.mark.parametrize("case", STORES)
def test_a_store_that_somebody_changed(case: str, verb: str, tmp_path: Path) -> None:
    """Each command either reads it, or says the file and what is wrong; no output is left half."""
    write_store(STORE, tmp_path / "s.geojson")
    text = (tmp_path / "s.geojson").read_text()
    old, new = STORES[case]
    assert old in text, "the case does not change anything"
    (tmp_path / "s.geojson").write_text(text.replace(old, new, 1))
    out = {"export": ("-o", "out.csv"), "map": ("-o", "out.html")}.get(verb, ())
    ran = run(tmp_path, verb, "s.geojson", *out)
    assert ran.code in (0, 1) and (ran.code == 0 or "s.geojson" in ran.stderr)
    assert {path.name for path in tmp_path.iterdir()} <= {"s.geojson", "out.csv", "out.html"}
    if ran.code:
        assert not (tmp_path / "out.csv").exists() and not (tmp_path / "out.html").exists()


VALUE: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "id", "geomap"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(VALUE)
def test_any_json_as_a_store(value: Any) -> None:
    """A store or a reason."""
    try:
        decode_store(json.dumps(value).encode())
    except GeomapError as error:
        assert str(error)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_store_with_one_value_changed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whichever property takes whichever value, reading it is a store or a reason."""
    path = tmp_path_factory.getbasetemp() / "changed.geojson"
    write_store(STORE, path)
    document = json.loads(path.read_text())
    feature = data.draw(st.sampled_from(document["features"]))
    where = data.draw(
        st.sampled_from([feature, feature["properties"], document["geomap"], *feature["reports"]])
    )
    where[data.draw(st.sampled_from(sorted(where)))] = data.draw(VALUE)
    path.write_text(json.dumps(document))
    try:
        read_store(path)
    except GeomapError as error:
        assert "changed.geojson" in str(error)
