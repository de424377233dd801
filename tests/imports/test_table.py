"""Any table by a mapping file: columns, constants, values, dates, lists, shapes; what is wrong is said."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from geomap.errors import DataError, UsageError
from geomap.gazetteer import Gazetteer
from geomap.imports import Imported, run
from tests.fixtures.imported import imported, report


@pytest.fixture(scope="module")
def done(gazetteer: Gazetteer) -> Imported:
    """A German list in a Western encoding."""
    return imported(gazetteer, "table", "list.csv", mapping="list.toml")


def test_rows_become_reports(done: Imported) -> None:
    """Values are translated, lists are split, the dataset's terms go along."""
    one, rockets = report(done, "district-list:1"), report(done, "district-list:4")
    assert (one.date_start, one.kind, one.weapons, one.killed) == (
        dt.date(2024, 2, 4),
        "attack",
        ("drone",),
        6,
    )
    assert one.evidence == "Sechs Kämpfer getötet" and one.origin == "hand"
    assert [role.id for role in one.attackers] == ["islamic-resistance-in-iraq"]
    assert rockets.weapons == ("rocket", "drone")
    assert done.store.datasets[0].name == "District list" and not one.redistribute
    assert "District office (invented)." in done.store.attribution


def test_a_month_and_a_place_without_a_point(done: Imported) -> None:
    """A format without a day is the whole month; the gazetteer knows where Mosul is, and says so."""
    one = report(done, "district-list:2")
    assert (one.date_start, one.date_end) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert one.place_id == "mosul" and one.why[0] == "the table gives no point"
    assert one.lon is not None and one.confidence_place != "high"


def test_what_is_wrong_is_said_by_line_and_column(done: Imported) -> None:
    """A day that does not exist and a word without a meaning, by the table's own column names."""
    assert [(one.line, one.column) for one in done.refusals] == [(4, "Datum"), (6, "Was")]
    assert "[values.kind]" in done.refusals[1].advice


def test_geojson(gazetteer: Gazetteer) -> None:
    """A polygon is stood for by a point with a radius; swapped coordinates are refused as such."""
    done = imported(gazetteer, "table", "list.geojson", mapping="features.toml")
    area = report(done, "features:2")
    assert area.radius_km is not None and 10 < area.radius_km < 20
    assert [(one.line, one.reason) for one in done.refusals] == [(3, "geometry: out of range: 143")]


def mapped(tmp_path: Path, gazetteer: Gazetteer, table: str, mapping: str) -> Imported:
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    (tmp_path / "m.toml").write_text(mapping, encoding="utf-8")
    return run("table", [tmp_path / "t.csv"], mapping=tmp_path / "m.toml", gazetteer=gazetteer)


def test_wkt(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Well-known text, with the SRID that PostGIS puts before it; what is none is refused."""
    table = "id|g\n1|SRID=4326;POINT (43.1 36.3)\n2|POINT (43.1)\n3|POINT EMPTY\n"
    done = mapped(tmp_path, gazetteer, table, 'name = "W"\n[columns]\nid = "id"\nwkt = "g"\n')
    assert (report(done, "w:1").lon, report(done, "w:1").lat) == (43.1, 36.3)
    assert [one.reason for one in done.refusals] == ["not well-known text", "empty"]


BROKEN = {
    "[columns]\nid = 'a'\n": "name",
    "name = 'x'\n[columns]\nlon = 'a'\n": 'has no "id"',
    "name = 'x'\n[columns]\nid = 'a'\nlatt = 'b'\n": "did you mean lat?",
    "name = 'x'\n[columns]\nid = 'a'\n[valuess.kind]\n": "valuess",
    "name = 'ACLED'\n[columns]\nid = 'a'\n": "cannot be called 'acled'",
    "name = 'x'\ndelimiter = 'ab'\n[columns]\nid = 'a'\n": "delimiter",
    "name = \n": "not TOML",
}


@pytest.mark.parametrize("mapping", BROKEN)
def test_a_broken_mapping_is_said(mapping: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """With its file, and the nearest that would mean something."""
    with pytest.raises(DataError, match=r"m\.toml") as caught:
        mapped(tmp_path, gazetteer, "a\n1\n", mapping)
    assert BROKEN[mapping] in str(caught.value)


def test_a_column_that_is_not_there(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """A mapping for another table."""
    with pytest.raises(DataError, match=r"t\.csv:1: no column 'y'"):
        mapped(tmp_path, gazetteer, "a,b\n1,2\n", 'name = "x"\n[columns]\nid = "a"\nlat = "y"\n')


def test_a_table_without_a_mapping(gazetteer: Gazetteer) -> None:
    """And a mapping for a dataset that needs none."""
    with pytest.raises(UsageError, match="needs a mapping"):
        run("table", ["t.csv"], gazetteer=gazetteer)
    with pytest.raises(UsageError, match="columns of its own"):
        run("acled", ["t.csv"], mapping="m.toml", gazetteer=gazetteer)


@pytest.mark.parametrize(
    "text", ["[]", "{", json.dumps({"type": "Topology"}), '{"type":"FeatureCollection","features":3}']
)
def test_what_is_no_geojson(text: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """One line, no traceback."""
    (tmp_path / "m.toml").write_text('name = "x"\n[columns]\nid = "a"\n')
    (tmp_path / "t.geojson").write_text(text)
    with pytest.raises(DataError, match=r"t\.geojson"):
        run("table", [tmp_path / "t.geojson"], mapping=tmp_path / "m.toml", gazetteer=gazetteer)
