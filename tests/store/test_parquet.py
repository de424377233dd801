"""A GeoParquet store is one for every reader of GeoParquet, and is laid out to be read by region."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import numpy as np
import pyarrow.parquet as pq
import pytest

from geomap import model
from geomap.errors import DataError
from geomap.store import hilbert, parquet, read_store, write_store
from tests.fixtures.process import ROOT
from tests.fixtures.stores import HARIR, STORE, incident


def test_the_metadata_are_those_of_geoparquet_1_1(tmp_path: Path) -> None:
    """What the specification asks of the key `geo`: version, primary column, encoding, types, box, covering."""
    write_store(STORE, tmp_path / "s.parquet")
    geo = json.loads(pq.read_metadata(tmp_path / "s.parquet").metadata[b"geo"])
    assert geo["version"] == "1.1.0" and geo["primary_column"] == "geometry"
    column = geo["columns"]["geometry"]
    assert column["encoding"] == "WKB" and column["geometry_types"] == ["Point"] and "crs" not in column
    west, south, east, north = column["bbox"]
    points = [(one.lon, one.lat) for one in STORE.incidents if one.lon is not None and one.lat is not None]
    assert all(west - 1e-6 <= lon <= east + 1e-6 and south <= lat <= north for lon, lat in points)
    assert column["covering"]["bbox"] == {name: ["bbox", name] for name in ("xmin", "ymin", "xmax", "ymax")}


@pytest.mark.parametrize(
    ("fields", "several"),
    [
        ({}, 0),
        ({"attacker": "A", "attackers": ("A",), "weapon": "drone", "weapons": ("drone",)}, 0),
        ({"attacker": "A", "attackers": ("A", "B")}, 1),
        ({"attacker": "A", "attackers": ()}, 1),
        ({"attackers": ("A",)}, 1),
        ({"target": "A", "targets": ("B",)}, 1),
        ({"weapons": ("drone", "rocket")}, 1),
    ],
)
def test_rows_whose_lists_say_more_are_marked(tmp_path: Path, fields: dict[str, Any], several: int) -> None:
    """A question need not read the lists of the others; the row before and behind are not confused with it."""
    many = (incident("i-1"), incident("i-2", **fields), incident("i-3", target="X", targets=("X",)))
    write_store(model.Store(incidents=many), tmp_path / "s.parquet")
    rows = pq.read_table(tmp_path / "s.parquet", columns=["id", "several"]).to_pydict()
    assert dict(zip(rows["id"], rows["several"], strict=True)) == {"i-1": 0, "i-2": several, "i-3": 0}


def test_the_metadata_fit_the_schema(tmp_path: Path) -> None:
    """A strict reader accepts the file, an empty store and one without points too; the schema can refuse."""
    schema = json.loads(Path(__file__).with_name("geoparquet-1.1.json").read_text())
    pointless = model.Store(incidents=(incident("i-nowhere"),))
    for store in (STORE, model.Store(), pointless):
        write_store(store, tmp_path / "s.parquet")
        geo = json.loads(pq.read_metadata(tmp_path / "s.parquet").metadata[b"geo"])
        jsonschema.validate(geo, schema)
        assert geo["primary_column"] in geo["columns"]
        assert set(geo["columns"]) <= set(pq.read_schema(tmp_path / "s.parquet").names)
    geo["columns"]["geometry"]["covering"]["bbox"]["xmin"] = ["bbox", "west"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(geo, schema)


def test_columns_are_compressed_by_zstd(tmp_path: Path) -> None:
    """As the recommendations for distributing GeoParquet ask for."""
    write_store(STORE, tmp_path / "s.parquet")
    group = pq.read_metadata(tmp_path / "s.parquet").row_group(0)
    assert {group.column(number).compression for number in range(group.num_columns)} == {"ZSTD"}


def test_points_are_well_known_bytes_and_placeless_rows_are_last(tmp_path: Path) -> None:
    """A reader without GDAL takes the point out of the geometry; its box and `lon`, `lat` say the same."""
    write_store(STORE, tmp_path / "s.parquet")
    rows = pq.read_table(tmp_path / "s.parquet").to_pylist()
    placed = [row for row in rows if row["geometry"] is not None]
    assert rows[: len(placed)] == placed and 0 < len(placed) < len(rows)
    for row in placed:
        assert struct.unpack("<BIdd", row["geometry"])[:2] == (1, 1)
        assert struct.unpack("<BIdd", row["geometry"])[2:] == (row["lon"], row["lat"])
        assert row["bbox"] == {
            "xmin": row["lon"],
            "ymin": row["lat"],
            "xmax": row["lon"],
            "ymax": row["lat"],
        }
    assert all(row["bbox"] is None and row["lon"] is None for row in rows[len(placed) :])


def test_geopandas_reads_a_box_of_it(tmp_path: Path) -> None:
    """The covering is one that others filter by."""
    import geopandas

    write_store(STORE, tmp_path / "s.parquet")
    frame = geopandas.read_parquet(tmp_path / "s.parquet", bbox=(40.5, 35, 41, 36))
    assert list(frame["id"]) == ["i-omar"] and frame.crs.equals("OGC:CRS84")


def test_many_groups_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of several row groups is the same store."""
    monkeypatch.setattr(parquet, "GROUP", 3)
    many = tuple(incident(f"i{n:02}", lon=n * 7.3 - 90, lat=40 - n * 3.1) for n in range(17))
    store = model.Store(incidents=many, articles=(model.ArticleEntry(id="a"),))
    write_store(store, tmp_path / "s.parquet")
    assert pq.read_metadata(tmp_path / "s.parquet").num_row_groups == 6
    read = read_store(tmp_path / "s.parquet")
    assert [one.id for one in read.incidents] == [one.id for one in many] and read.articles == store.articles


def test_neighbours_on_the_curve_are_neighbours_on_the_ground() -> None:
    """Each step along the curve leads to the next cell, never across the map."""
    cells = 16
    x, y = (axis.ravel() for axis in np.meshgrid(np.arange(cells), np.arange(cells)))
    along = hilbert.distance((x + 0.5) / cells * 360 - 180, (y + 0.5) / cells * 180 - 90)
    order = np.argsort(along)
    steps = np.abs(np.diff(x[order])) + np.abs(np.diff(y[order]))
    assert steps.max() == 1
    nowhere = hilbert.distance(np.array([180.0, np.nan]), np.array([-90.0, 1.0]))
    assert nowhere[0] < nowhere[1]


def test_rows_lie_along_the_curve(tmp_path: Path) -> None:
    """Whatever their order was: a group of rows is a small piece of the ground, and whoever has no place is last."""
    chance = np.random.default_rng(7)
    points = [
        *zip(chance.uniform(-180, 180, 400).tolist(), chance.uniform(-90, 90, 400).tolist(), strict=True)
    ]
    many = [incident(f"i{n:03}", lon=lon, lat=lat) for n, (lon, lat) in enumerate(points)]
    store = model.Store(incidents=(incident("i-nowhere"), *many))
    write_store(store, tmp_path / "s.parquet")
    rows = pq.read_table(tmp_path / "s.parquet", columns=["id", "lon", "lat"]).to_pydict()
    along = hilbert.distance(np.array(rows["lon"], dtype=float), np.array(rows["lat"], dtype=float))
    assert (np.diff(along) >= 0).all() and rows["id"][-1] == "i-nowhere"
    steps = np.hypot(np.diff(rows["lon"][:-1]), np.diff(rows["lat"][:-1]))
    by_day = np.hypot(np.diff([lon for lon, _ in points]), np.diff([lat for _, lat in points]))
    assert np.median(steps) < np.median(by_day) / 5


def test_duckdb_alone_answers_over_it(tmp_path: Path) -> None:
    """No extension is loaded or fetched: neither by whoever asks DuckDB in words of his own, nor by geomap."""
    import duckdb

    from geomap.store.duck.session import Session

    write_store(STORE, tmp_path / "s.parquet")
    off = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    place = {"extension_directory": str(tmp_path / "extensions")}
    with duckdb.connect(config=off | place) as db:
        found = db.execute(
            f"SELECT id, attackers FROM '{tmp_path}/s.parquet' WHERE lon BETWEEN 40 AND 41 AND bbox.ymin > 34.9 "
            "AND date_start = DATE '2024-02-04' AND list_contains(attackers, 'Kataib Hezbollah')"
        ).fetchall()
        added = "SELECT extension_name FROM duckdb_extensions() WHERE loaded AND install_mode <> 'STATICALLY_LINKED'"
        assert (
            found == [("i-omar", list(STORE.incidents[0].attackers))] and db.execute(added).fetchall() == []
        )
    ours = Session(tmp_path / "s.parquet")
    assert ours.rows(f"SELECT count(*) FROM {ours.file}") == [(len(STORE.incidents),)]
    assert ours.rows(added) == [] and not (tmp_path / "extensions").exists()


def test_parquet_of_others_is_no_store(tmp_path: Path) -> None:
    """Somebody's GeoParquet is refused with words, not read as a store without incidents."""
    import geopandas

    from geomap.export import to_geodataframe

    frame = to_geodataframe([HARIR])
    assert isinstance(frame, geopandas.GeoDataFrame)
    frame.to_parquet(tmp_path / "other.parquet")
    with pytest.raises(DataError, match="not a store"):
        read_store(tmp_path / "other.parquet")


def test_a_value_that_no_record_has_is_refused(tmp_path: Path) -> None:
    """A file that somebody edited is checked as every other store is."""
    write_store(STORE, tmp_path / "s.parquet")
    table = pq.read_table(tmp_path / "s.parquet")
    at = table.schema.get_field_index("kind")
    edited = table.set_column(at, "kind", [["picnic"] * len(table)])
    metadata = pq.read_metadata(tmp_path / "s.parquet").metadata
    pq.write_table(edited.replace_schema_metadata(metadata), tmp_path / "s.parquet")
    with pytest.raises(DataError, match="picnic"):
        read_store(tmp_path / "s.parquet")


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path) -> None:
    """A bare installation gets one line with the command that mends it."""
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from geomap.store import write_store; from geomap.model import Store\n"
        "from geomap.errors import MissingExtra\n"
        "try:\n    write_store(Store(), 's.parquet')\nexcept MissingExtra as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "GeoParquet needs the package pyarrow; pip install 'geomap[scale]'\n"
    assert not list(tmp_path.iterdir())


def test_equal_records_from_columns() -> None:
    """The columns that queries and synthetic data use hold all that a record holds."""
    from geomap.store.columns import incidents, of_incidents

    bare = [msgspec.structs.replace(one, reports=()) for one in (HARIR, incident("i-x"))]
    assert list(incidents(of_incidents(bare))) == bare
