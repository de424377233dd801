"""The verbs about places: geocode, reverse, regions, gazetteer."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from geomap.cli.main import cli
from tests.fixtures.process import ROOT, geomap

FIXTURES = ROOT / "tests" / "fixtures"


def call(*args: Any, code: int = 0) -> Result:
    """A call that ends with this exit code."""
    result = CliRunner().invoke(cli, [str(arg) for arg in args])
    assert result.exit_code == code, result.output
    return result


def test_geocode_for_people_and_for_programs() -> None:
    """The card says where, how sure and why; JSON has the same with the runner-up, in lon and lat."""
    card = call("geocode", "Kharab al-Jeer").stdout
    assert "kharab-al-jir" in card
    assert "± 3 km" in card
    record = json.loads(call("geocode", "Tripoli", "--format", "json").stdout)
    assert record["country"] == "LY"
    assert record["alternatives"][0]["country"] == "LB"
    assert {"lat", "lon", "precision", "radius_km", "confidence", "reason", "place_id"} <= set(record)


def test_geocode_of_nothing_is_said() -> None:
    """Exit code 1 and one line; with --format json still JSON on stdout."""
    assert "nothing is called 'Xyzzyq'" in call("geocode", "Xyzzyq", code=1).stderr
    record = json.loads(call("geocode", "Xyzzyq", "--format", "json", code=1).stdout)
    assert record == {"name": "Xyzzyq", "found": False}


def test_a_misspelling_of_several_places_is_asked_about(tmp_path: Path) -> None:
    """No place is picked where two apart are as near; the question names them, also in a list of names."""
    said = call("geocode", "Kanai", code=1).stderr
    assert "nothing is called 'Kanai'" in said and "or Qana, Lebanon or Cannes, France" in said
    (tmp_path / "names.csv").write_text("name\nKanai\n", encoding="utf-8")
    row = next(csv.DictReader(call("geocode", "--batch", tmp_path / "names.csv").stdout.splitlines()))
    assert row["place_id"] == "" and "or Qana, Lebanon" in row["reason"]


@pytest.mark.parametrize("args", [(), ("a", "--batch", "b.csv"), ("",), ("Mosul", "--country", "Neverland")])
def test_geocode_refuses_wrong_calls(args: tuple[str, ...]) -> None:
    """A call that cannot be meant is exit code 2."""
    call("geocode", *args, code=2)


def test_geocode_a_list_of_names(tmp_path: Path) -> None:
    """Every row comes back in its order, found or not, and nothing in it runs as a formula."""
    names, out = tmp_path / "names.csv", tmp_path / "out.csv"
    names.write_text(
        "name,country\nMosul,\nTripoli,LB\n=1+1,\nParis,Neverland\nالموصل,Iraq\n", encoding="utf-8"
    )
    done = call("geocode", "--batch", names, "-o", out)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert list(rows[0]) == [
        "name", "lat", "lon", "place_id", "place", "country", "admin1", "precision", "radius_km", "confidence",
        "reason", "alternatives",
    ]  # fmt: skip
    assert [row["place_id"] for row in rows][:1] == ["mosul"]
    assert [row["country"] for row in rows] == ["IQ", "LB", "", "", "IQ"]
    assert rows[2]["name"] == "'=1+1"
    assert "Neverland" in rows[3]["reason"]
    assert "3 found, 2 not" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [("place\nMosul\n", "no column `name`"), ('name\n"open\n', "not CSV"), ("", "no column `name`")],
)
def test_a_bad_list_is_said(tmp_path: Path, text: str, said: str) -> None:
    """One line with the file, and no output."""
    names = tmp_path / "names.csv"
    names.write_text(text)
    result = call("geocode", "--batch", names, "-o", tmp_path / "out.csv", code=1)
    assert said in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_reverse_takes_negative_numbers() -> None:
    """West of Greenwich is no option; the pair the other way round is refused with the right order."""
    assert call("reverse", "-3.0", "14.5").stdout.endswith(", Mopti, Mali\n")
    assert (
        call("reverse", "42.04", "36.92").stdout
        == "5 km NE of Kharab al-Jir, al-Hasakah, Syria; near the border of Iraq and Syria\n"
    )
    assert (
        json.loads(call("reverse", "42.04", "36.92", "--format", "json").stdout)["place_id"]
        == "kharab-al-jir"
    )
    assert "longitude comes first: 142.04 36.9" in call("reverse", "36.9", "142.04", code=2).stderr
    assert "no place within 75 km" in call("reverse", "-30", "-50", code=1).stderr


def test_regions_as_list_record_and_shape() -> None:
    """What can be asked for, what it means, and its outline for a GIS."""
    listed = call("regions").stdout
    assert "kurdistan-region" in listed
    assert "SY-DY" in listed
    record = json.loads(call("regions", "deir ezzor", "--format", "json").stdout)[0]
    assert (record["id"], record["admin1"]) == ("SY-DY", ["SY-DY"])
    feature = json.loads(call("regions", "دير الزور", "--format", "geojson").stdout)["features"][0]
    assert feature["geometry"]["type"] == "Polygon"
    assert all(38 < lon < 42 and 33 < lat < 37 for lon, lat in feature["geometry"]["coordinates"][0])
    assert "did you mean" in call("regions", "Latatakia", code=2).stderr


def test_gazetteer_lists_shows_and_looks_up() -> None:
    """The curated data can be read without opening its files."""
    places = json.loads(
        call("gazetteer", "ls", "--kind", "airbase", "--country", "iq", "--format", "json").stdout
    )
    assert {p["id"] for p in places} >= {"ain-al-asad", "harir"}
    assert all(p["kind"] == "airbase" and p["country"] == "IQ" for p in places)
    rows = list(csv.DictReader(io.StringIO(call("gazetteer", "ls", "--format", "csv").stdout)))
    assert len(rows) >= 120
    assert "Koniko" in next(row["names"] for row in rows if row["id"] == "conoco-field")
    assert "armed group" in call("gazetteer", "ls", "--actors").stdout
    assert "خراب الجير" in call("gazetteer", "show", "kharab-al-jir").stdout
    assert json.loads(call("gazetteer", "show", "harir", "--format", "json").stdout)["id"] == "harir"
    assert call("gazetteer", "lookup", "Rmelan base").stdout.splitlines()[2].startswith("kharab-al-jir")
    assert (
        call("gazetteer", "lookup", "the airport at Erbil").stdout.splitlines()[2].startswith("erbil-airport")
    )
    assert (
        call("gazetteer", "lookup", "Sloviansk Donetsk Oblast").stdout.splitlines()[2].startswith("sloviansk")
    )
    assert call("gazetteer", "lookup", "بالمقدادية").stdout.splitlines()[2].startswith("muqdadiyah")
    assert "airbase" in call("gazetteer", "stats").stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show", "kharab-al-jr"), "did you mean kharab-al-jir"),
        (("ls", "--kind", "spaceport"), "no kind 'spaceport'"),
        (("ls", "--country", "ZZ"), "no country code"),
    ],
)
def test_wrong_words_are_refused(args: tuple[str, ...], said: str) -> None:
    """A typo gives the nearest right word, not an empty list."""
    assert said in call("gazetteer", *args, code=2).stderr


def test_check_prints_lines_that_an_editor_can_follow() -> None:
    """file:line: level: what; what to do, and exit code 1 on errors, 0 on warnings alone."""
    result = call("gazetteer", "check", FIXTURES / "gazetteer-broken" / "radius-is-zero", code=1)
    assert "places/sy.geojson:13: error: " in result.stdout
    assert "1 error, 0 warnings" in result.stderr
    assert (
        "0 errors, 1 warning"
        in call("gazetteer", "check", FIXTURES / "gazetteer-broken" / "name-twice").stderr
    )
    call("gazetteer", "check", "/nowhere", code=1)


def test_fmt_changes_once(tmp_path: Path) -> None:
    """fmt --check fails on what is not canonical, fmt mends it, and then there is nothing to do."""
    folder = tmp_path / "mine"
    shutil.copytree(FIXTURES / "gazetteer-broken" / "name-not-nfc", folder)
    before = (folder / "places" / "sy.geojson").read_text(encoding="utf-8")
    call("gazetteer", "fmt", folder, "--check", code=1)
    assert (folder / "places" / "sy.geojson").read_text(encoding="utf-8") == before
    assert "1 file changed of 1" in call("gazetteer", "fmt", folder).stderr
    assert "0 files changed of 1" in call("gazetteer", "fmt", folder).stderr
    call("gazetteer", "fmt", folder, "--check")


def test_an_overlay_is_used_by_option_and_by_environment() -> None:
    """`--gazetteer` and GEOMAP_GAZETTEER mean the same, and what it changes is said."""
    overlay = FIXTURES / "gazetteer-overlay"
    by_option = call("geocode", "Harbour Seven", "--gazetteer", overlay)
    assert "harbour-seven" in by_option.stdout
    assert "2 changes" in by_option.stderr
    by_environment = geomap("geocode", "Harbour Seven", GEOMAP_GAZETTEER=str(overlay))
    assert "harbour-seven" in by_environment.stdout


def test_show_of_a_name_points_to_what_finds_names() -> None:
    """Ids are asked for; whoever has only a name is told the command for names, ready to be copied."""
    said = call("gazetteer", "show", "Kharab al Jeer", code=2).output
    assert "`geomap gazetteer lookup 'Kharab al Jeer'`" in said
    near = call("gazetteer", "show", "kharab-al-jirr", code=2).output
    assert "did you mean kharab-al-jir" in near and "geomap gazetteer lookup kharab-al-jirr" in near
