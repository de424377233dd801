"""Rows that strangers send: whatever is in a table, an archive or a mapping, `import` has a store, or one line."""

from __future__ import annotations

import csv
import io
import json
import os
import struct
import time
import zipfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.errors import GeomapError
from geomap.gazetteer import Gazetteer
from geomap.imports import run as import_rows
from tests.battery.watched import SECRET, run
from tests.fixtures.imported import FOLDER

ACLED = (FOLDER / "acled.csv").read_bytes()
UCDP = (FOLDER / "ucdp.csv").read_bytes()
GDELT = (FOLDER / "gdelt2.export.CSV").read_bytes()
MAPPING = 'name = "List"\n[columns]\nid = "id"\ndate = "day"\nlon = "x"\nlat = "y"\nplace = "place"\nkilled = "killed"\n'
ROW = b"id,day,x,y,place,killed\n1,2024-02-04,40.55,35.1,al-Omar,3\n"


def zipped(name: str, content: bytes, *, bad: bool = False, **more: Any) -> bytes:
    """A zip archive of one file; damaged in its data on request."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content, **more)
    raw = bytearray(file.getvalue())
    if bad:
        start = 30 + len(name)
        raw[start : start + 40] = b"\xff" * 40
    return bytes(raw)


def marked(raw: bytes, at: int, value: int) -> bytes:
    """An archive with a number changed in the heads of its file: 6 flags, 8 method of compression."""
    changed = bytearray(raw)
    struct.pack_into("<H", changed, at, value)
    struct.pack_into("<H", changed, raw.index(b"PK\1\2") + at + 2, value)
    return bytes(changed)


def with_cells(table: bytes, **cells: str) -> bytes:
    """A table whose first row says something else in some columns."""
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    for name, value in cells.items():
        rows[1][rows[0].index(name)] = value
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def feature(geometry: Any, properties: Any = None, **more: Any) -> bytes:
    """A GeoJSON file of one feature."""
    one = {
        "type": "Feature",
        "id": 1,
        "geometry": geometry,
        "properties": properties or {"day": "2024-02-04"},
    }
    return json.dumps({"type": "FeatureCollection", "features": [one | more]}).encode()


SQUARE = [[[40, 34], [42, 34], [42, 36], [40, 36], [40, 34]]]
FILES: dict[str, tuple[str, str, bytes]] = {
    "empty": ("acled", "a.csv", b""),
    "binary": ("acled", "a.csv", bytes(range(256)) * 20),
    "only a head": ("acled", "a.csv", ACLED.splitlines(keepends=True)[0]),
    "another table": ("acled", "a.csv", UCDP),
    "UTF-16": ("acled", "a.csv", ACLED.decode("utf-8-sig").encode("utf-16")),
    "cut in the middle of a cell": ("acled", "a.csv", ACLED[: len(ACLED) - 300]),
    "cut in the middle of a character": ("acled", "a.csv", ACLED + "\n\u0639".encode()[:-1]),
    "NULs far down": ("acled", "a.csv", ACLED + b"x" * 2_000_000 + b"\0\0\n"),
    "a day of another age": ("acled", "a.csv", with_cells(ACLED, event_date="99999-01-01")),
    "a day that is none": ("acled", "a.csv", with_cells(ACLED, event_date="2024-02-30")),
    "a day of digits of another script": ("acled", "a.csv", with_cells(ACLED, event_date="٢٠٢٤-٠٢-٠٤")),
    "a day of superscripts": ("acled", "a.csv", with_cells(ACLED, event_date="²0240204")),
    "NaN": ("acled", "a.csv", with_cells(ACLED, latitude="NaN", longitude="-inf")),
    "a number of a thousand digits": ("acled", "a.csv", with_cells(ACLED, fatalities="9" * 5000)),
    "a number below zero": ("acled", "a.csv", with_cells(ACLED, fatalities="-3")),
    "a number of powers": ("acled", "a.csv", with_cells(ACLED, fatalities="1e308", timestamp="1e400")),
    "a point swapped": ("acled", "a.csv", with_cells(ACLED, latitude="140.5", longitude="35.1")),
    "an id of control characters": ("acled", "a.csv", with_cells(ACLED, event_id_cnty="\x1b[31m\u202eX")),
    "an id that is a path": ("acled", "a.csv", with_cells(ACLED, event_id_cnty="../../etc/passwd")),
    "notes that drive a terminal": ("acled", "a.csv", with_cells(ACLED, notes="\x1b]0;x\x07\x9b2J", location="\x1b[2J")),
    "a type that drives a terminal": ("acled", "a.csv", with_cells(ACLED, event_type="\x1b[2J\u202e")),
    "notes of a megabyte": ("acled", "a.csv", with_cells(ACLED, notes="drone " * 170_000)),
    "an actor of a megabyte": ("acled", "a.csv", with_cells(ACLED, actor1="x; " * 300_000)),
    "a country that is none": ("acled", "a.csv", with_cells(ACLED, country="Atlantis", iso="999")),
    "formulas": ("acled", "a.csv", with_cells(ACLED, location="=cmd|' /C calc'!A0", notes="@SUM(1)")),
    "one id a thousand times": ("acled", "a.csv", ACLED + ACLED.splitlines(keepends=True)[1] * 1000),
    "a column twice": ("acled", "a.csv", ACLED.replace(b"admin2", b"admin1", 1)),
    "a head of ten thousand columns": ("acled", "a.csv", b",".join(b"c%d" % n for n in range(10_000)) + b"\n"),
    "UCDP: codes out of range": ("ucdp", "u.csv", with_cells(UCDP, where_prec="9", date_prec="77")),
    "UCDP: low above high": ("ucdp", "u.csv", with_cells(UCDP, low="900", best="5", high="1")),
    "UCDP: a day of a million years": ("ucdp", "u.csv", with_cells(UCDP, date_start="1000000-01-01 00:00:00")),
    "UCDP: well-known text that is none": ("ucdp", "u.csv", with_cells(UCDP, geom_wkt="POINT (((")),
    "GDELT: spaces for tabs": ("gdelt", "g.CSV", GDELT.replace(b"\t", b" ")),
    "GDELT: a cell too many": ("gdelt", "g.CSV", GDELT.replace(b"\n", b"\tx\n", 1)),
    "GDELT: quotes": ("gdelt", "g.CSV", GDELT.replace(b"Mosul", b'"Mo"sul', 1)),
    "GDELT: a code that is none": ("gdelt", "g.CSV", GDELT.replace(b"\t194\t194\t19\t", b"\t\xc2\xb9\t?\t-1\t", 1)),
    "GDELT: an address of a script": ("gdelt", "g.CSV", GDELT.replace(b"https://example.org/story", b"javascript:alert(1)")),
    "GDELT: binary": ("gdelt", "g.CSV", bytes(range(256)) * 20),
    "an archive": ("gdelt", "g.zip", zipped("g.CSV", GDELT)),
    "an archive that leads out": ("gdelt", "g.zip", zipped("../../secret.txt", GDELT)),
    "an archive of an absolute path": ("gdelt", "g.zip", zipped("/etc/passwd", GDELT)),
    "an archive of an empty file": ("gdelt", "g.zip", zipped("g.CSV", b"")),
    "an archive of nothing": ("gdelt", "g.zip", b"PK\5\6" + bytes(18)),
    "an archive in an archive": ("gdelt", "g.zip", zipped("g.zip", zipped("g.CSV", GDELT))),
    "an archive that is cut": ("gdelt", "g.zip", zipped("g.CSV", GDELT * 50)[:-40]),
    "an archive with damaged data": ("gdelt", "g.zip", zipped("g.CSV", GDELT * 50, bad=True)),
    "an archive with a password": ("gdelt", "g.zip", marked(zipped("g.CSV", GDELT), 6, 1)),
    "an archive of an unknown method": ("gdelt", "g.zip", marked(zipped("g.CSV", GDELT), 8, 97)),
    "an archive of another day": ("acled", "a.zip", zipped("a.csv", zlib.compress(ACLED))),
    "a bomb": ("acled", "a.zip", zipped("a.csv", ACLED.splitlines(keepends=True)[0] + b"," * 100_000_000)),
    "a bomb of one line": ("gdelt", "g.zip", zipped("g.CSV", b"\t" * 100_000_000)),
    "features of text": ("table", "t.geojson", b'{"type": "FeatureCollection", "features": "x"}'),
    "a feature of null": ("table", "t.geojson", b'{"type": "FeatureCollection", "features": [null]}'),
    "properties of a list": ("table", "t.geojson", feature(None, [1, 2])),
    "properties of text": ("table", "t.geojson", feature(None, "x")),
    "properties of properties": ("table", "t.geojson", feature(None, {"place": {"a": [{"b": None}]}, "day": [[["2024"]]]})),
    "deep properties": ("table", "t.geojson", b'{"type":"Feature","geometry":null,"properties":{"id":' + b"[" * 50_000 + b"]" * 50_000 + b"}}"),
    "deep geometry": ("table", "t.geojson", b'{"type":"Feature","properties":{},"geometry":' + b'{"type":"GeometryCollection","geometries":[' * 20_000),
    "a geometry of text": ("table", "t.geojson", feature("POINT (1 2)")),
    "a geometry of a number": ("table", "t.geojson", feature(7)),
    "a geometry of NaN": ("table", "t.geojson", feature({"type": "Point", "coordinates": [40, 35]}).replace(b"40", b"NaN")),
    "a point of nothing": ("table", "t.geojson", feature({"type": "Point", "coordinates": []})),
    "a point of text": ("table", "t.geojson", feature({"type": "Point", "coordinates": ["x", "y"]})),
    "a point of one number": ("table", "t.geojson", feature({"type": "Point", "coordinates": [40]})),
    "a polygon swapped": ("table", "t.geojson", feature({"type": "Polygon", "coordinates": [[[134, 140], [136, 140], [136, 142], [134, 140]]]})),
    "a polygon unclosed": ("table", "t.geojson", feature({"type": "Polygon", "coordinates": [SQUARE[0][:-1]]})),
    "a polygon of a bow tie": ("table", "t.geojson", feature({"type": "Polygon", "coordinates": [[[40, 34], [42, 36], [42, 34], [40, 36], [40, 34]]]})),
    "a polygon of two points": ("table", "t.geojson", feature({"type": "Polygon", "coordinates": [[[40, 34], [42, 36]]]})),
    "an empty collection": ("table", "t.geojson", feature({"type": "GeometryCollection", "geometries": []})),
    "metres": ("table", "t.geojson", feature({"type": "Point", "coordinates": [4400000, 4000000]})),
    "another CRS": ("table", "t.geojson", feature(None).replace(b'{"type"', b'{"crs": {"type": "name", "properties": {"name": "EPSG:3857"}}, "type"', 1)),
    "a million vertices": ("table", "t.geojson", feature({"type": "LineString", "coordinates": [[40 + n / 1e6, 35 + n % 7 / 1e3] for n in range(1_000_000)]})),
    "lone surrogates": ("table", "t.geojson", b'{"type":"Feature","geometry":null,"properties":{"id":"\\ud800","day":"2024-02-04","place":"\\udfff"}}'),
    "a feature a line, one broken": ("table", "t.geojsonl", b'{"type":"Feature","geometry":null,"properties":{"id":1}}\n{"type":\n'),
    "a list": ("table", "t.csv", ROW),
    "a list in another encoding": ("table", "t.csv", ROW.replace(b"al-Omar", "Çınar Köprüsü".encode("cp1254"))),
    "a list of NULs": ("table", "t.csv", ROW + b"2,\0,,,,\n"),
    "a list, unclosed quote": ("table", "t.csv", ROW + b'2,"2024-02-04,1,2,x,3\n' * 50),
    "a list, cells of another length": ("table", "t.csv", ROW + b"2,2024-02-04\n3,2024-02-04,1,2,x,3,4,5\n"),
    "a list, numbers with blanks": ("table", "t.csv", ROW + b"2,2024-02-04,40 .5,35,x,1_000\n"),
    "a list, a name of a megabyte": ("table", "t.csv", ROW + b"2,2024-02-04,,," + b"al-" * 300_000 + b",1\n"),
    "a suffix that is none": ("table", "t.xlsx", b"PK\3\4" + bytes(500)),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_table(case: str, tmp_path: Path) -> None:
    """Rows kept, left out or refused with their reasons; or the file is said, and there is no half of a store."""
    kind, name, content = FILES[case]
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(SECRET)
    (folder / name).write_bytes(content)
    (folder / "m.toml").write_text(MAPPING)
    mapping = ("--mapping", "m.toml") if kind == "table" else ()
    begun = time.perf_counter()
    ran = run(folder, "import", kind, name, *mapping, "-o", "s.geojson", "--refused", "r.csv")
    assert time.perf_counter() - begun < 60, "it hangs"
    there = {path.name for path in folder.iterdir()} - {name, "m.toml"}
    assert there == ({"s.geojson", "r.csv"} if ran.code == 0 else set())
    assert ran.code == 0 or name in ran.stderr
    if ran.code == 0:
        with (folder / "r.csv").open(encoding="utf-8", newline="") as file:
            assert not [row for row in csv.reader(file) if any(cell[:1] in ("=", "@", "+") for cell in row)]
        assert run(folder, "query", "s.geojson", "--origin", "gdelt", "--origin", "acled").code == 0


MAPPINGS = {
    "empty": "",
    "binary": "\0\x01\x02",
    "no name": "[columns]\nid = 'id'\n",
    "a name of control characters": MAPPING.replace("List", "\\u001b[2J\\u202e"),
    "a name of nothing": MAPPING.replace("List", " "),
    "a column of a number": MAPPING + "kind = 5\n",
    "a column that is not there": MAPPING + 'kind = "what"\n',
    "a column of control characters": MAPPING + 'kind = "\\u001b[31m"\n',
    "a constant that means nothing": MAPPING + '[constants]\nkind = "picnic"\n',
    "a constant of a list": MAPPING + "[constants]\nkind = [1, 2]\n",
    "a value that means nothing": MAPPING + '[values.kind]\n"x" = "picnic"\n',
    "a date of no directive": MAPPING + '[dates]\nformats = ["%"]\n',
    "a date of an unknown directive": MAPPING + '[dates]\nformats = ["%Q"]\n',
    "a date of a directive twice": MAPPING + '[dates]\nformats = ["%Y-%m-%d %d"]\n',
    "a date of a bracket": MAPPING + '[dates]\nformats = ["(%Y"]\n',
    "a date of numbers": MAPPING + "[dates]\nformats = [1]\n",
    "an encoding that is none": 'encoding = "klingon"\n' + MAPPING,
    "an encoding that is a codec": 'encoding = "zlib"\n' + MAPPING,
    "an encoding that does not fit": 'encoding = "utf-16"\n' + MAPPING,
    "a separator of nothing": MAPPING + 'weapon = "place"\n' + '[lists]\nseparator = ""\n',
    "a licence of a script": 'attribution = "</script><script>alert(1)</script>"\n' + MAPPING,
    "deep": "x = " + "[" * 20_000 + "]" * 20_000,
}


@pytest.mark.parametrize("case", MAPPINGS)
def test_a_mapping(case: str, tmp_path: Path) -> None:
    """A mapping is said with its name, or read for what it says."""
    (tmp_path / "m.toml").write_text(MAPPINGS[case], encoding="utf-8")
    (tmp_path / "t.csv").write_bytes(ROW)
    ran = run(tmp_path, "import", "table", "t.csv", "--mapping", "m.toml", "-o", "s.geojson")
    assert (tmp_path / "s.geojson").exists() == (ran.code == 0)
    assert ran.code == 0 or "m.toml" in ran.stderr or "t.csv" in ran.stderr


def test_a_pipe_is_not_waited_on(tmp_path: Path) -> None:
    """A FIFO by the name of a table would be waited on for ever."""
    os.mkfifo(tmp_path / "a.csv")
    assert run(tmp_path, "import", "acled", "a.csv", "-o", "s.geojson").code == 1


CELL = st.text(max_size=8) | st.sampled_from(
    [
        "",
        "1",
        "-1",
        "1e9",
        "nan",
        "2024-02-04",
        "04 February 2024",
        "4-Feb-24",
        "Syria",
        "IQ",
        "drone",
        "0",
        "99",
        "\x1b[2J",
    ]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_cells(gazetteer: Gazetteer, data: st.DataObject) -> None:
    """Whichever columns say whatever: the rows that are read are those that are kept, left out or refused."""
    kind, table = data.draw(st.sampled_from([("acled", ACLED), ("ucdp", UCDP)]))
    head = next(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    changes = data.draw(st.dictionaries(st.sampled_from(head), CELL, max_size=6))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(with_cells(table, **changes))
        try:
            done = import_rows(kind, [path], gazetteer=gazetteer)
        except GeomapError as error:
            assert "t.csv" in str(error)
            return
    assert done.read == done.kept + sum(done.left_out.values()) + sum(done.refused.values()) + done.older


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=300), st.sampled_from(["acled", "ucdp", "gdelt"]), st.sampled_from([".csv", ".zip"])
)
def test_any_bytes(gazetteer: Gazetteer, raw: bytes, kind: str, suffix: str) -> None:
    """Rows, or a reason."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"t{suffix}"
        path.write_bytes(raw if suffix == ".csv" else zipped("t.csv", raw))
        try:
            import_rows(kind, [path], gazetteer=gazetteer)
        except GeomapError as error:
            assert path.name in str(error)
