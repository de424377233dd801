"""Every format is opened again by GDAL and compared field by field with the store."""

from __future__ import annotations

import csv
import datetime as dt
import math
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio
import pytest

from geomap import model
from geomap.errors import UsageError
from geomap.export import FORMATS, encode, export, format_of, to_geodataframe
from geomap.export.shapefile import short_names
from geomap.store import flat
from geomap.store.features import ordered
from tests.fixtures.stores import AL_OMAR, HARIR, STORE, incident

ROWS = ordered(STORE.incidents)
WITHOUT_UNPLACED = {"fgb", "kml", "shp.zip"}
READ_BY_GDAL = [name for name in FORMATS if name not in ("parquet", "csv", "kml")]


def where(path: Path, name: str) -> Path | str:
    """The file as GDAL opens it."""
    return f"/vsizip/{path}" if name == "shp.zip" else path


def read(path: Path, name: str) -> Any:
    """The incidents as GDAL sees them."""
    if name == "gpkg":
        layers = ("incidents", "incidents_undated")
        return pd.concat([pyogrio.read_dataframe(path, layer=layer) for layer in layers])
    return pyogrio.read_dataframe(where(path, name), layer="incidents" if name == "xlsx" else None)


def same(written: Any, expected: Any) -> bool:
    """Whether a value that came back says what was written, by the means of the format."""
    if expected is None:
        return written is None or written == "" or written != written
    if expected == ():
        return written is None or isinstance(written, float) or len(written) == 0
    if isinstance(expected, tuple):
        return written == flat.join(expected) if isinstance(written, str) else tuple(written) == expected
    if isinstance(expected, dt.date):
        return str(written)[:10] == expected.isoformat()
    if isinstance(expected, bool):
        return str(written).lower() in (("true", "1") if expected else ("false", "0"))
    if isinstance(expected, (int, float)):
        return math.isclose(float(written), expected, abs_tol=1e-6)
    if type(written).__name__ == "Timestamp":  # GDAL takes a text that looks like a day for one
        written = written.date().isoformat()
    return str(written) == expected


@pytest.mark.parametrize("name", READ_BY_GDAL)
def test_every_field_comes_back(tmp_path: Path, name: str) -> None:
    """What an analyst sees in QGIS is what the store says: nulls, zeros, Arabic, dates and lists included."""
    path = tmp_path / f"out{FORMATS[name].suffixes[0]}"
    export(STORE, path)
    frame = read(path, name)
    expected = [one for one in ROWS if one.lon is not None or name not in WITHOUT_UNPLACED]
    names = short_names() if name == "shp.zip" else {}
    by_id = {row["id"]: row for _, row in frame.iterrows()}
    assert set(by_id) == {one.id for one in expected}
    for one in expected:
        for column in flat.COLUMNS:
            if column.startswith("launch_l") and name.startswith("geojson"):
                continue  # a foreign member, which GDAL does not show
            got, want = by_id[one.id][names.get(column, column)], getattr(one, column)
            if isinstance(want, float):
                want = round(want, 6)
            assert same(got, want), f"{column} of {one.id}: {got!r}, not {want!r}"


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("csv", "xlsx", "parquet")])
def test_points_come_back(tmp_path: Path, name: str) -> None:
    """Lon and lat are not swapped, and an unplaced incident is at no place rather than at 0, 0."""
    path = tmp_path / f"out{FORMATS[name].suffixes[0]}"
    notes = export(STORE, path)
    layers = [
        layer
        for layer, kind in pyogrio.list_layers(where(path, name))
        if kind in ("Point", "3D Point", "Unknown") and layer != "places"
    ]
    frames = [pyogrio.read_dataframe(where(path, name), layer=layer) for layer in layers]
    points = [point for frame in frames for point in frame.geometry if point is not None]
    assert sorted((round(p.x, 4), round(p.y, 4)) for p in points) == sorted(
        (round(one.lon, 4), round(one.lat, 4)) for one in ROWS if one.lon is not None
    )
    assert all(frame.crs.to_epsg() == 4326 for frame in frames)
    assert bool(notes) == (name in WITHOUT_UNPLACED)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_again(tmp_path: Path, name: str) -> None:
    """An export can be compared by its hash: no clock, no random id goes in."""
    assert encode(STORE, name)[0] == encode(STORE, name)[0]


def test_geoparquet_has_bounding_boxes_and_types(tmp_path: Path) -> None:
    """DuckDB and Sedona can skip by place; days are dates; unplaced rows come last."""
    import geopandas

    export(STORE, tmp_path / "out.parquet")
    frame = geopandas.read_parquet(tmp_path / "out.parquet")
    assert list(frame["id"])[-1] == "i-nowhere"
    assert frame.set_index("id").loc["i-omar", "attackers"].tolist() == list(AL_OMAR.attackers)
    import pyarrow.parquet

    assert "bbox" in pyarrow.parquet.read_schema(tmp_path / "out.parquet").names


def test_csv_keeps_formulas_from_running(tmp_path: Path) -> None:
    """A spreadsheet shows a hostile sentence as text; negative numbers stay numbers."""
    west = incident("i-west", lon=-3.5, lat=-14.25, precision="site", title="-1 + 1")
    export(model.Store(incidents=(HARIR, west)), tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows["i-harir"]["evidence"] == "'=cmd|' /C calc'!A0"
    assert rows["i-west"]["title"] == "'-1 + 1"
    assert (rows["i-west"]["lon"], rows["i-west"]["lat"]) == ("-3.5", "-14.25")


def test_csv_says_unknown_by_nothing(tmp_path: Path) -> None:
    """Nobody killed is 0, not known is empty, lists are joined."""
    export(STORE, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert list(next(iter(rows.values()))) == [*flat.TABLE, "attribution"]
    assert (rows["i-omar"]["killed"], rows["i-syria"]["killed"]) == ("0", "")
    assert rows["i-omar"]["attackers"] == "Islamic Resistance in Iraq; Kataib Hezbollah"
    assert flat.split(rows["i-omar"]["sources"]) == AL_OMAR.sources
    assert rows["i-nowhere"]["lon"] == ""


def test_xlsx_formulas_are_texts(tmp_path: Path) -> None:
    """Excel gets inline strings, which it never computes."""
    export(STORE, tmp_path / "out.xlsx")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "=cmd|' /C calc'!A0</t>" in sheet


def test_kml_markup_is_text(tmp_path: Path) -> None:
    """A script in an article stays text in a globe's balloon."""
    bad = incident("i-x", lon=1.0, lat=2.0, evidence="<script>alert(1)</script>\x00]]>", title="<b>&")
    export(model.Store(incidents=(bad,)), tmp_path / "out.kml")
    text = (tmp_path / "out.kml").read_text()
    assert "<script>" not in text and "&amp;lt;script" in text
    assert pyogrio.read_dataframe(tmp_path / "out.kml").loc[0, "Name"] == "<b>&"


def test_kml_has_a_folder_an_attacker_and_a_span_of_time(tmp_path: Path) -> None:
    """A globe lists who did what, and its slider moves through the days; who has no day is always there."""
    export(STORE, tmp_path / "out.kml")
    folders = dict(pyogrio.list_layers(tmp_path / "out.kml"))
    assert list(folders) == ["Islamic Resistance in Iraq", "Attacker not known"]
    for folder in folders:
        rows = pyogrio.read_dataframe(tmp_path / "out.kml", layer=folder).to_dict("records")
        by_title = {one.title: one for one in ROWS if one.lon is not None}
        assert rows
        for row in rows:
            one = by_title[row["Name"]]
            assert (one.attacker or "Attacker not known") == folder
            assert (str(row["begin"])[:10], str(row["end"])[:10]) == (
                (one.date_start.isoformat(), (one.date_end or one.date_start).isoformat())
                if one.date_start
                else ("NaT", "NaT")
            )


def test_csv_with_well_known_text(tmp_path: Path) -> None:
    """At choice a column that GDAL, QGIS and PostGIS take for the point; without it there is none."""
    export(STORE, tmp_path / "with.csv", wkt=True)
    export(STORE, tmp_path / "without.csv")
    assert "wkt" not in pyogrio.read_info(tmp_path / "without.csv")["fields"]
    frame = pyogrio.read_dataframe(tmp_path / "with.csv", GEOM_POSSIBLE_NAMES="wkt", KEEP_GEOM_COLUMNS="YES")
    points = dict(zip(frame["id"], frame.geometry, strict=True))
    for one in ROWS:
        point = points[one.id]
        where = None if point is None or point.is_empty else (point.x, point.y)
        assert where == (None if one.lon is None else (round(one.lon, 6), one.lat)), one.id


def test_csv_for_excel(tmp_path: Path) -> None:
    """At choice a byte order mark, once and before all else; without it there is none, and no other format has one."""
    export(STORE, tmp_path / "with.csv", bom=True)
    export(STORE, tmp_path / "without.csv")
    mark, plain = b"\xef\xbb\xbf", (tmp_path / "without.csv").read_bytes()
    assert (tmp_path / "with.csv").read_bytes() == mark + plain and mark not in plain
    with pytest.raises(UsageError, match="byte order mark"):
        export(STORE, tmp_path / "s.xlsx", bom=True)


def test_a_geodataframe_has_types() -> None:
    """Pandas users can count, compare and plot at once."""
    frame = to_geodataframe(STORE)
    assert frame.crs.to_epsg() == 4326
    assert frame["killed"].sum() == 7 and frame["killed"].isna().sum() == 4
    assert (frame["date_start"].dt.year == 2024).sum() == 4
    assert frame.geometry.isna().sum() == 1


def test_an_unknown_suffix_names_the_formats() -> None:
    """The message is the list from which to choose."""
    with pytest.raises(UsageError, match="one of geojson, geojsonl"):
        format_of("out.docx")
    assert format_of("OUT.SHP.ZIP").name == "shp.zip"
    assert format_of("-", "csv").name == "csv"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_selection_is_a_file(tmp_path: Path, name: str) -> None:
    """A question without answers gives an empty table, not a failure."""
    path = tmp_path / f"out{FORMATS[name].suffixes[0]}"
    export(model.Store(), path)
    assert path.stat().st_size > 0
