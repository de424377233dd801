"""Curating by command: add, diff, export, map."""

from __future__ import annotations

import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from geomap.check import canonical, check_gazetteer
from geomap.cli.gazetteer_work import FORMAT_NAMES
from geomap.cli.main import cli
from geomap.export.gazetteer import FORMATS
from geomap.gazetteer import Gazetteer
from tests.fixtures.process import ROOT

FALCON = (
    "add",
    "Camp Falcon",
    "--at",
    "44.35,33.22",
    "--kind",
    "base",
    "--radius-km",
    "2",
    "--source",
    "Wikipedia",
)


def call(*args: Any, code: int = 0) -> Result:
    """A call of `geomap gazetteer` that ends with this exit code."""
    result = CliRunner().invoke(cli, ["gazetteer", *map(str, args)])
    assert result.exit_code == code, result.output
    return result


# --- add ----------------------------------------------------------------------------------------------------


def test_a_place_is_added_to_a_folder_of_ones_own(tmp_path: Path) -> None:
    """Id and country are suggested; the file is canonical, passes the check, and its name is found at once.

    So near a border only who adds it knows the division.
    """
    said = call(*FALCON, "--admin1", "IQ-BG", "--name", "معسكر فالكون الجديد", "--gazetteer", tmp_path).stderr
    assert "km from Jadriya" in said and "Baghdad, Iraq" in said
    file = tmp_path / "places" / "iq.geojson"
    (feature,) = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert feature["id"] == "camp-falcon"
    assert feature["properties"]["op"] == "add"
    assert feature["properties"]["country"] == "IQ"
    assert [name["lang"] for name in feature["properties"]["names"]] == ["en", "ar"]
    assert not check_gazetteer(tmp_path)
    assert canonical.canonical(file) == file.read_text(encoding="utf-8")
    assert Gazetteer.load(tmp_path).places["camp-falcon"].radius_km == 2


def test_a_division_that_is_left_out_is_named(tmp_path: Path) -> None:
    """By its border the division stays empty, and it is said which one to give; far from it, it is taken."""
    beside = call(*FALCON, "--gazetteer", tmp_path, "--dry-run")
    assert "too near the outline of Baghdad" in beside.stderr and "--admin1 IQ-BG" in beside.stderr
    assert "IQ-BG" not in beside.stdout
    inside = ["44.4,33.3" if word == "44.35,33.22" else word for word in FALCON]
    assert '"admin1": "IQ-BG"' in call(*inside, "--gazetteer", tmp_path, "--dry-run").stdout


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """The same place again is refused, also under another id's disguise; the file stays as it was."""
    call(*FALCON, "--gazetteer", tmp_path)
    before = (tmp_path / "places" / "iq.geojson").read_bytes()
    assert "may be camp-falcon" in call(*FALCON, "--gazetteer", tmp_path, code=1).stderr
    assert (
        "the id is taken"
        in call(*FALCON, "--anyway", "--id", "camp-falcon", "--gazetteer", tmp_path, code=1).stderr
    )
    assert (tmp_path / "places" / "iq.geojson").read_bytes() == before


def test_a_shared_name_becomes_weak(tmp_path: Path) -> None:
    """A second Mosul may be added, but the bare name stays the city's: check would refuse two strong ones."""
    args = (
        "add",
        "Mosul",
        "--at",
        "44.9,31.2",
        "--kind",
        "village",
        "--radius-km",
        2,
        "--source",
        "W",
        "--country",
        "IQ",
    )
    assert "may be mosul" in call(*args, "--gazetteer", tmp_path, code=1).stderr
    call(*args, "--anyway", "--gazetteer", tmp_path)
    (feature,) = json.loads((tmp_path / "places" / "iq.geojson").read_text())["features"]
    assert feature["id"] == "mosul-2"
    assert feature["properties"]["names"][0]["strength"] == "weak"


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("X",), 2, "missing: --at, --kind, --source, --radius-km"),
        (("X", "--at", "33.2,144.3", "--kind", "base", "--source", "s", "--radius-km", "1"), 2, "longitude comes"),
        (("X", "--at", "44.3,33.2", "--kind", "bas", "--source", "s", "--radius-km", "1"), 1, "did you mean base"),
        (("X", "--at", "42.35,37.1", "--kind", "base", "--source", "s", "--radius-km", "1"), 2, "say it: --country"),
        (("X", "--at", "44.3,33.2", "--kind", "base", "--source", "s", "--radius-km", "1", "--country", "UA"), 1,
         "the point is in Iraq"),
        (("X", "--at", "44.3,33.2", "--kind", "base", "--source", "s", "--radius-km", "1", "--part-of", "nowhere"), 1,
         "there is no 'nowhere'"),
    ],
)  # fmt: skip
def test_what_check_would_refuse_is_not_added(
    tmp_path: Path, args: tuple[str, ...], code: int, said: str
) -> None:
    """A fault is said before anything is written."""
    assert said in call("add", *args, "--gazetteer", tmp_path, code=code).stderr
    assert not list(tmp_path.rglob("*.geojson"))


def at_a_terminal(keys: bytes, *args: str) -> tuple[int, str]:
    """The exit code and what is said on stderr, of `gazetteer add` with keys typed at a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "geomap.cli.main", "gazetteer", "add", *args]
    run = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, cwd=ROOT, text=True)
    os.write(ours, keys)
    _, said = run.communicate(timeout=60)
    os.close(theirs)
    os.close(ours)
    return run.returncode, said


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    """Whoever types only the name is asked for the rest, with suggestions to take by the return key."""
    # kind (a slip first), point, radius (as suggested), source, spellings, country, division, id (as suggested)
    keys = b"bas\nbase\n44.35,33.22\n\nWikipedia\nFOB Falcon\n\n\n\n"
    code, said = at_a_terminal(keys, "Camp Falcon", "--gazetteer", str(tmp_path))
    assert code == 0, said
    assert "no kind 'bas'; did you mean base" in said
    place = Gazetteer.load(tmp_path).places["camp-falcon"]
    assert [name.text for name in place.names] == ["Camp Falcon", "FOB Falcon"]
    assert place.country == "IQ" and place.radius_km > 0


@pytest.mark.parametrize(("key", "code", "ids"), [(b"n\n", 1, []), (b"y\n", 0, ["mosul-2"])])
def test_a_possible_duplicate_is_asked_about(tmp_path: Path, key: bytes, code: int, ids: list[str]) -> None:
    """A person who sees the city of that name decides; the return key and "n" write nothing."""
    given = "Mosul --at 44.9,31.2 --kind village --radius-km 2 --source W --country IQ --gazetteer".split()
    done, said = at_a_terminal(key, *given, str(tmp_path))
    assert done == code, said
    assert "may be mosul" in said and "Add it anyway?" in said
    written = [json.loads(file.read_text())["features"] for file in tmp_path.rglob("*.geojson")]
    assert [feature["id"] for features in written for feature in features] == ids


# --- diff ---------------------------------------------------------------------------------------------------


def edited(tmp_path: Path, edit: Any) -> Path:
    """A copy of the curated folder with one feature of Jordan edited."""
    folder = tmp_path / "gazetteer"
    shutil.copytree(ROOT / "gazetteer", folder, ignore=shutil.ignore_patterns("samples"))
    file = folder / "places" / "jo.geojson"
    collection = json.loads(file.read_text(encoding="utf-8"))
    edit({feature["id"]: feature for feature in collection["features"]}, collection["features"])
    file.write_text(json.dumps(collection), encoding="utf-8")
    return folder


def test_a_diff_speaks_as_a_curator(tmp_path: Path) -> None:
    """Moved by so many km, renamed, names and radius: not lines of JSON."""

    def edit(by_id: dict[str, Any], features: list[Any]) -> None:
        one = by_id["amman"]
        one["geometry"]["coordinates"][1] += 0.1
        one["properties"] |= {"name": "Amman city", "radius_km": 9.5}
        one["properties"]["names"].append({"text": "Philadelphia", "lang": "en", "status": "former"})
        features.remove(by_id["allenby"])

    said = call("diff", ROOT / "gazetteer", edited(tmp_path, edit)).stdout.splitlines()
    assert len(said) == 2
    assert said[0].startswith("place allenby (") and said[0].endswith(": removed")
    assert 'moved by 11.1 km N; renamed from "Amman"; name added: "Philadelphia"; radius km' in said[1]
    assert "→ 9.5" in said[1]


def test_no_difference_is_said() -> None:
    """The same folder twice: nothing on stdout."""
    result = call("diff", ROOT / "gazetteer", ROOT / "gazetteer")
    assert (result.stdout, result.stderr) == ("", "nothing changed\n")


def test_a_revision_of_the_checkout() -> None:
    """A git revision stands for the folder as it was then; a word that is neither is refused."""
    if not (ROOT / ".git").exists():
        return  # a copy without history has no revisions to compare
    assert isinstance(json.loads(call("diff", "HEAD", "--format", "json").stdout), list)
    assert "neither a folder nor a git revision" in call("diff", "no-such-thing", code=2).stderr


# --- export and map -----------------------------------------------------------------------------------------


def test_the_formats_are_those_of_the_writers() -> None:
    """What --help offers is what there is."""
    assert tuple(FORMATS) == FORMAT_NAMES


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The places of Jordan in every format, with one whose texts want to be markup and formulas."""
    folder = tmp_path_factory.mktemp("exported")
    args = ("add", "=HYPERLINK(1)<b>&", "--at", "36.5,31.0", "--kind", "base", "--radius-km", "2", "--source", "s",
            "--note", "<script>alert(1)</script>", "--id", "nasty", "--gazetteer", folder / "own")  # fmt: skip
    call(*args)
    for form in FORMATS.values():
        call("export", folder / f"places{form.suffix}", "--country", "JO", "--gazetteer", folder / "own")
    return folder


def test_each_format_holds_every_place(exported: Path) -> None:
    """The same count in all, read back by other means than wrote them."""
    ids = {p.id for p in Gazetteer.load(exported / "own").places.values() if p.country == "JO"}
    features = json.loads((exported / "places.geojson").read_text(encoding="utf-8"))["features"]
    assert {feature["id"] for feature in features} == ids
    assert len((exported / "places.csv").read_text(encoding="utf-8").splitlines()) == len(ids) + 1
    with sqlite3.connect(exported / "places.gpkg") as db:
        assert {row[0] for row in db.execute("SELECT id FROM places")} == ids
        assert db.execute("SELECT count(*) FROM names WHERE lang = 'ar'").fetchone()[0] > 10
    kml = ET.parse(exported / "places.kml")
    assert len(kml.findall(".//{http://www.opengis.net/kml/2.2}Placemark")) == len(ids)


def test_an_exported_file_is_canonical(exported: Path) -> None:
    """GeoJSON out is in the form of a places file, so that it can go back in."""
    text = (exported / "places.geojson").read_text(encoding="utf-8")
    assert canonical.canonical(exported / "places.geojson") == text


def test_texts_stay_texts(exported: Path) -> None:
    """No formula in a spreadsheet, no markup in a viewer of KML or on the page."""
    assert "'=HYPERLINK" in (exported / "places.csv").read_text(encoding="utf-8")
    assert "&amp;lt;script" in (exported / "places.kml").read_text(encoding="utf-8")
    call("map", "-o", exported / "places.html", "--country", "JO", "--gazetteer", exported / "own")
    page = (exported / "places.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page and "<b>&" not in page
    assert " src=" not in page.partition("<body>")[2].partition("<script>")[0]
    assert "default-src &#x27;none&#x27;" in page


def test_linked_places_as_the_format_says(exported: Path) -> None:
    """What the World Historical Gazetteer asks of a record: @id, title, ccodes, fclasses, names, types, a point."""
    collection = json.loads((exported / "places.jsonld").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection" and collection["@context"].endswith("v1.1.jsonld")
    by_id = {feature["@id"]: feature for feature in collection["features"]}
    amman = by_id["urn:geomap:place:amman"]
    assert amman["properties"] == {"title": "Amman", "ccodes": ["JO"], "fclasses": ["P"]}
    assert amman["types"][0]["identifier"] == "aat:300008389"
    assert {"toponym", "lang"} <= set(amman["names"][0])
    assert all(f["geometry"]["certainty"] in ("certain", "less-certain", "uncertain") for f in by_id.values())
    assert all(set("".join(f["properties"]["fclasses"])) <= set("AHLPRST") for f in by_id.values())


def test_places_are_listed_by_what_is_known_of_them() -> None:
    """By division, by how sure, by who held them; an unknown holder is a wrong call with a suggestion."""
    held = json.loads(call("ls", "--held-by", "united-states", "--country", "SY", "--format", "json").stdout)
    assert "tanf" in {place["id"] for place in held}
    assert all(any(h["actor"] == "united-states" for h in place["held_by"]) for place in held)
    low = json.loads(call("ls", "--admin1", "SY-DY", "--confidence", "low", "--format", "json").stdout)
    assert low
    assert {(place["admin1"], place["confidence"]) for place in low} == {("SY-DY", "low")}
    result = CliRunner().invoke(cli, ["gazetteer", "ls", "--held-by", "united-state"])
    assert "did you mean united-states" in str(result.exception) + result.output
