"""`geomap import` as a process."""

from __future__ import annotations

import csv
from pathlib import Path

from geomap.store import read_store
from tests.fixtures.imported import FOLDER
from tests.fixtures.process import failed, geomap


def test_what_it_did_is_said(tmp_path: Path) -> None:
    """Counts add up; refused rows stand with line, column and advice; a table of them on request."""
    result = geomap(
        "import", "acled", FOLDER / "acled.csv", "-o", "s.geojson", "--refused", "r.csv", cwd=tmp_path
    )
    assert result.returncode == 0, result.stderr
    assert "2 rows refused (event_date 1, latitude 1)" in result.stderr
    assert "left out, no attacks: 1 (Protests 1)" in result.stderr
    assert "read 6 rows of ACLED, kept 3: 3 new" in result.stderr
    assert "may not be passed on" in result.stderr
    with (tmp_path / "r.csv").open() as file:
        assert [row["column"] for row in csv.DictReader(file)] == ["latitude", "event_date"]
    assert len(read_store(tmp_path / "s.geojson").incidents) == 3


def test_gdelt_is_off_the_map_and_said_so(tmp_path: Path) -> None:
    """Neither in a table nor on a map, unless asked for."""
    result = geomap("import", "gdelt", FOLDER / "gdelt2.export.CSV", "-o", "s.geojson", cwd=tmp_path)
    assert "off the map and out of answers; --origin gdelt shows them" in result.stderr
    assert geomap("query", "s.geojson", cwd=tmp_path).stdout == ""
    assert "Mosul" in geomap("query", "s.geojson", "--origin", "gdelt", cwd=tmp_path).stdout
    drawn = geomap("map", "s.geojson", "-o", "m.html", cwd=tmp_path)
    assert "m.html: 0 incidents" in drawn.stderr and "coded by a machine (GDELT)" in drawn.stderr
    assert (
        "m.html: 3 incidents"
        in geomap("map", "s.geojson", "--origin", "gdelt", "-o", "m.html", cwd=tmp_path).stderr
    )


def test_failures_are_one_line(tmp_path: Path) -> None:
    """Strict, missing, wrong kind, no mapping: nothing is written."""
    run = ("-o", "s.geojson")
    failed(
        geomap("import", "acled", FOLDER / "acled.csv", "--strict", *run, cwd=tmp_path),
        1,
        "acled.csv:6",
        "2 of 6",
    )
    failed(geomap("import", "acled", "none.csv", *run, cwd=tmp_path), 1, "none.csv: no such file")
    failed(geomap("import", "ucdp", FOLDER / "acled.csv", *run, cwd=tmp_path), 1, "not a version of UCDP GED")
    failed(geomap("import", "table", FOLDER / "list.csv", *run, cwd=tmp_path), 2, "needs a mapping")
    failed(geomap("import", "ukdp", FOLDER / "ucdp.csv", *run, cwd=tmp_path), 2, "ukdp")
    failed(
        geomap("import", "ucdp", FOLDER / "ucdp.csv", "--merge", *run, cwd=tmp_path),
        2,
        "--merge is for gdelt",
    )
    assert not (tmp_path / "s.geojson").exists()


def test_by_a_pipe(tmp_path: Path) -> None:
    """`-o -` gives the next command a store."""
    made = geomap("import", "ucdp", FOLDER / "ucdp.csv", "-o", "-", cwd=tmp_path)
    told = geomap("query", "-", "--origin", "ucdp", "--count-by", "country", stdin=made.stdout, cwd=tmp_path)
    assert "4 in all" in told.stdout


def test_explain_and_info_know_rows(tmp_path: Path) -> None:
    """An imported incident is explained like any other."""
    geomap("import", "acled", FOLDER / "acled.csv", "-o", "s.geojson", cwd=tmp_path)
    told = geomap("explain", "s.geojson", "2024-02-04-al-omar-oil-field", cwd=tmp_path)
    assert told.returncode == 0 and "geo_precision 1" in told.stdout, told.stderr
    assert "datasets:         ACLED" in geomap("info", "s.geojson", cwd=tmp_path).stdout
    gone = geomap("build", "-o", "s.geojson", "--remove", "acled:SYR900002", cwd=tmp_path)
    assert gone.returncode == 0 and len(read_store(tmp_path / "s.geojson").incidents) == 2
