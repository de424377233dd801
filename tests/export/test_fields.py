"""Whatever a store holds, every field of every export, opened by GDAL or pyarrow, says what the store says.

What a format cannot hold is what its entry in `FORMATS` declares, no more and no less.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet as pq
import pyogrio
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from geomap import model
from geomap.export import FORMATS, export, losses
from geomap.export.cells import guarded, plain
from geomap.export.shapefile import LONGEST, short_names
from geomap.store import flat
from geomap.store.features import ordered
from tests.fixtures.anything import stores
from tests.fixtures.stores import incident, report

Row = dict[str, Any]
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


# --- how each format is opened ------------------------------------------------------------------------------


def by_gdal(path: Path | str, layer: str | int | None = None, **options: Any) -> list[Row]:
    """The rows of a layer, with missing values as None."""
    frame = pyogrio.read_dataframe(path, layer=layer, **options)
    rows = frame.to_dict("records")
    return [{name: None if missing(value) else value for name, value in row.items()} for row in rows]


def missing(value: Any) -> bool:
    """Whether pandas means nothing by it."""
    return not isinstance(value, str) and str(value) in ("None", "nan", "NaT", "<NA>")


def geopackage(path: Path) -> list[Row]:
    """Both layers."""
    return [*by_gdal(path, "incidents"), *by_gdal(path, "incidents_undated")]


def folders(path: Path) -> list[Row]:
    """Every folder of a KML."""
    numbers = range(len(pyogrio.list_layers(path)))
    return [row for number in numbers for row in by_gdal(path, number)]


def shapefile(path: Path) -> list[Row]:
    """With the names as they were."""
    long = {short: name for name, short in short_names().items()}
    return [{long.get(n, n): v for n, v in row.items()} for row in by_gdal(f"/vsizip/{path}")]


OPENED: dict[str, Callable[[Path], list[Row]]] = {
    "geojson": lambda path: by_gdal(path, DATE_AS_STRING="YES"),
    "geojsonl": lambda path: by_gdal(path, DATE_AS_STRING="YES"),
    "gpkg": geopackage,
    "parquet": lambda path: pq.read_table(path).to_pylist(),
    "fgb": by_gdal,
    "kml": folders,
    "csv": lambda path: by_gdal(path, AUTODETECT_TYPE="NO"),
    "xlsx": lambda path: by_gdal(path, "incidents", HEADERS="FORCE", FIELD_TYPES="AUTO"),
    "shp.zip": shapefile,
}


# --- what must be in them -----------------------------------------------------------------------------------


def expected(one: model.Incident, name: str, format: str) -> Any:
    """A field as a format holds it, by what it declares to lose."""
    lost = FORMATS[format].losses
    value = getattr(one, name)
    if isinstance(value, tuple):
        value = list(value) if format in ("geojson", "geojsonl", "parquet") else flat.join(value)
    if isinstance(value, float) and name != "radius_km":
        value = round(value, 6)
    if isinstance(value, str):
        if losses.CONTROLS in lost:
            value = _ILLEGAL.sub("", value)
        if losses.CELLS in lost:
            value = value[:32_767]
        if losses.SHORT in lost:
            value = value.encode()[:LONGEST].decode(errors="ignore")
        if losses.SPACES in lost:
            value = value.strip(" ")
        if format == "csv":  # GDAL reads every end of a line as the one of Unix; Python's reader keeps them
            value = re.sub("\r\n?", "\n", guarded(value))
    if losses.TYPES in lost:
        value = plain(value)
    return None if value == "" and (losses.BLANKS in lost) else value


def same(got: Any, want: Any) -> bool:
    """Whether a value that came back is the one."""
    if isinstance(want, list):
        return (got is None and not want) or list(got) == want
    if want is None:
        return got is None
    if isinstance(want, bool):
        return bool(got) is want
    if isinstance(want, float):
        return math.isclose(float(got), want, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(want, dt.date):
        return str(got)[:10] == want.isoformat()
    return float(got) == want if isinstance(want, int) else bool(got == want)


def columns(format: str) -> list[str]:
    """The fields that are columns; GeoJSON has the point of launch in a foreign member, where GDAL does not look."""
    return [name for name in flat.COLUMNS if not (name in flat.LAUNCH and format.startswith("geojson"))]


def compare(store: model.Store, format: str, folder: Path) -> None:
    """Write and open again, and compare each field."""
    path = folder / f"out{FORMATS[format].suffixes[0]}"
    export(store, path)
    rows = {row["id"]: row for row in OPENED[format](path)}
    pointless = losses.POINTLESS in FORMATS[format].losses
    kept = [one for one in ordered(store.incidents) if one.lon is not None or not pointless]
    assert set(rows) == {one.id for one in kept}
    for one in kept:
        row = rows[one.id]
        for name in columns(format):
            want = expected(one, name, format)
            got = row.get(name)
            if losses.BLANKS in FORMATS[format].losses:
                got = None if got == "" else got
            assert same(got, want), f"{format}, {name}: {row.get(name)!r}, not {want!r}"
        point = row.get("geometry")
        if format == "parquet":
            point = None
            assert (row["lon"], row["lat"]) == (one.lon, one.lat)
        elif format in ("csv", "xlsx"):
            lon, lat = row.get("lon"), row.get("lat")
            assert [None if v in (None, "") else float(v) for v in (lon, lat)] == [one.lon, one.lat]
        else:
            assert (point is None) == (one.lon is None)
        if point is not None and one.lon is not None and one.lat is not None:
            assert abs(point.x - one.lon) < 1e-6 and abs(point.y - one.lat) < 1e-6


@pytest.mark.parametrize("format", FORMATS)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking 200 fields takes minutes
)
@given(store=stores())
def test_every_field_of_any_store(format: str, store: model.Store) -> None:
    """Any unicode, nulls, empty lists, texts of 100,000 characters, days of two centuries."""
    with TemporaryDirectory() as folder:
        compare(store, format, Path(folder))


# --- what formats declare to lose is what they lose ---------------------------------------------------------

MARK = "told-by-one-article-only"
PLAIN = incident("i-plain", place="Here", lon=1.0, lat=2.0, killed=3, date_start=dt.date(2024, 2, 4))


def opened(format: str, folder: Path, *incidents: model.Incident) -> dict[str, Row]:
    """The rows of a small store, by id."""
    path = folder / f"out{FORMATS[format].suffixes[0]}"
    export(model.Store(incidents=(PLAIN, *incidents)), path)
    return {row["id"]: row for row in OPENED[format](path)}


def loses_reports(format: str, folder: Path) -> bool:
    """Whether geomap itself can read it as a store again."""
    from geomap.errors import DataError
    from geomap.store import read_store

    told = incident("i-told", lon=1.0, lat=1.0, reports=(report("a", evidence=MARK),))
    opened(format, folder, told)
    try:
        read = read_store(folder / f"out{FORMATS[format].suffixes[0]}")
    except DataError:
        return True
    return MARK not in str(read)


def kept(format: str, folder: Path, **fields: Any) -> Row:
    """The row of an incident with some fields."""
    return opened(format, folder, incident("i-x", lon=1.0, lat=1.0, **fields))["i-x"]


PROOFS: dict[str, Callable[[str, Path], bool]] = {
    losses.REPORTS: loses_reports,
    losses.POINTLESS: lambda f, to: "i-nowhere" not in opened(f, to, incident("i-nowhere")),
    losses.TYPES: lambda f, to: isinstance(opened(f, to)["i-plain"]["killed"], str),
    losses.BLANKS: lambda f, to: kept(f, to, place="").get("place") == kept(f, to, place=None).get("place"),
    losses.CONTROLS: lambda f, to: "\x01" not in kept(f, to, place="a\x01b")["place"],
    losses.SPACES: lambda f, to: kept(f, to, place=" a ")["place"] != " a ",
    losses.SHORT: lambda f, to: len(kept(f, to, place="é" * 200)["place"]) < 200,
    losses.CELLS: lambda f, to: 32_000 < len(kept(f, to, place="x" * 33_000)["place"]) < 33_000,
    losses.NAMES: lambda f, to: f == "shp.zip" and any(len(n) > 10 for n in flat.COLUMNS),
    losses.ROWS: lambda f, to: refused(f, to, 1_048_576),
    losses.SIZE: lambda f, to: refused(f, to, 600_000, only="shp.zip"),
}


def refused(format: str, folder: Path, number: int, only: str = "xlsx") -> bool:
    """Whether so many incidents are refused with words; tried where a limit is known."""
    from geomap.errors import DataError
    from geomap.store.features import StoreHead
    from geomap.store.part import Part

    if format != only:
        return False
    many = Part(StoreHead(), number, lambda: iter([PLAIN] * number))
    with pytest.raises(DataError, match=r"Excel|2 GB"):
        export(many, folder / f"out{FORMATS[format].suffixes[0]}")
    assert not list(folder.iterdir())
    return True


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("loss", PROOFS)
def test_a_format_loses_what_it_says_and_nothing_else(format: str, loss: str, tmp_path: Path) -> None:
    """The table in the README is true: each loss is shown to happen where it is declared, and nowhere else."""
    assert PROOFS[loss](format, tmp_path) == (loss in FORMATS[format].losses)


def test_every_loss_has_its_proof() -> None:
    """A new phrase in the table needs a line here."""
    assert {loss for one in FORMATS.values() for loss in one.losses} == set(PROOFS)


def test_what_is_cut_is_counted(tmp_path: Path) -> None:
    """The user is told how much is missing, not only that something may be."""
    long = incident("i-long", lon=1.0, lat=1.0, evidence="x" * 40_000, title="a\x01b")
    store = model.Store(incidents=(PLAIN, long, incident("i-nowhere")))
    assert export(store, tmp_path / "s.shp.zip") == ["left out 1 without a point", "cut 1 texts at 254 bytes"]
    assert export(store, tmp_path / "s.xlsx") == [
        "left out 1 control characters",
        "cut 1 texts at 32,767 characters",
    ]
    assert export(store, tmp_path / "s.fgb") == ["left out 1 without a point"]
    assert export(store, tmp_path / "s.kml") == [
        "left out 1 control characters",
        "left out 1 without a point",
    ]
    assert export(store, tmp_path / "s.gpkg") == export(store, tmp_path / "s.csv") == []


def test_what_a_shapefile_cannot_hold_is_not_held_first(tmp_path: Path) -> None:
    """Of ten million incidents no more are taken into memory than would fit: refused, not killed by the system."""
    from geomap.errors import DataError
    from geomap.store.features import StoreHead
    from geomap.store.part import Part

    taken = itertools.count()
    many = Part(StoreHead(), 10_000_000, lambda: (PLAIN for _ in zip(range(10_000_000), taken, strict=False)))
    with pytest.raises(DataError, match=r"a Shapefile ends at 2 GB; more than .* export a part"):
        export(many, tmp_path / "s.shp.zip")
    assert next(taken) < 1_000_000 and not list(tmp_path.iterdir())


def test_carriage_returns_stay_inside_their_cell(tmp_path: Path) -> None:
    """A bare carriage return, unquoted, would start a new row in a spreadsheet."""
    import csv

    text = 'a\rb\r\nc\n"d"'
    one = incident("i-cr", evidence=text)
    export(model.Store(incidents=(one,)), tmp_path / "s.csv")
    with (tmp_path / "s.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["evidence"] == text
    assert kept("xlsx", tmp_path, place="a\rb")["place"] == "a\rb"


def test_excel_reads_no_characters_by_number(tmp_path: Path) -> None:
    """Excel would show _x0041_ as A; a text that has it keeps it, by Excel's own escape."""
    import zipfile

    export(model.Store(incidents=(incident("i-x", title="_x0041_"),)), tmp_path / "s.xlsx")
    with zipfile.ZipFile(tmp_path / "s.xlsx") as archive:
        assert "_x005F_x0041_" in archive.read("xl/worksheets/sheet1.xml").decode()
