"""`geomap explain`, `geomap review` and verdicts in `geomap build`, as a person meets them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from geomap.store import read_store
from tests.fixtures.process import ROOT, failed, geomap

SAMPLES = ROOT / "gazetteer" / "samples"
TOWER = "2024-01-28-tower-22"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The store of the samples."""
    path = tmp_path_factory.mktemp("built") / "s.geojson"
    assert geomap("build", SAMPLES, "-o", path).returncode == 0
    return path.read_bytes()


@pytest.fixture
def store(built: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "s.geojson"
    path.write_bytes(built)
    return path


def decide(store: Path, *lines: str) -> Path:
    path = store.with_name(store.name + ".decisions.csv")
    path.write_text("\n".join(("schema,when,who,verdict,report,other,value,why", *lines)) + "\n")
    return path


def first_report(store: Path, place: str) -> str:
    return next(one.reports[0].id for one in read_store(store).incidents if place in (one.place or ""))


def test_explain_tells_the_whole_story(store: Path) -> None:
    """Sentence and article, words of the place, how the day was counted, who is named, what was merged."""
    text = geomap("explain", store, TOWER).stdout
    for words in ("Tower 22", "the article is of 2024-01-29", "killed", "tells the same: same place", "within 3 km",
                  "confidence", "rests on", "What", "When", "Status"):  # fmt: skip
        assert words in text, words
    found = json.loads(geomap("explain", store, TOWER, "--format", "json").stdout)
    assert found["slug"] == TOWER and found["told"][0]["sentence"] and found["date"]["because"]
    by_former = geomap("explain", store, found["former_ids"][0], "--format", "json").stdout
    assert json.loads(by_former)["id"] == found["id"]


def test_explain_of_what_is_not_there_offers_the_nearest(store: Path) -> None:
    """A slug with a slip of the finger."""
    failed(geomap("explain", store, "2024-01-28-towr-22"), 2, "no incident", TOWER)


def test_explain_shows_no_control_characters(store: Path) -> None:
    """A sentence cannot drive the terminal."""
    store.write_text(store.read_text().replace("Tower 22", "Tower\\u001b[31m 22"))
    assert "\x1b" not in geomap("explain", store, TOWER).stdout


def test_a_verdict_survives_rebuilds_and_can_be_withdrawn(store: Path, built: bytes) -> None:
    """It wins over the rules on every later build, --fresh too; withdrawn, the store is what it was."""
    report = first_report(store, "Harir")
    path = decide(
        store,
        f"1,2024-03-01,Amal,place,{report},,40.5;35.1,",
        f'1,2024-03-01,Amal,place,{report},,"44.0,36.0",seen',
    )
    path.write_text(path.read_text().replace("40.5;35.1", "erbil"))
    for arguments in ((), (SAMPLES,), (SAMPLES, "--fresh")):
        result = geomap("build", *arguments, "-o", store)
        assert result.returncode == 0 and "1 verdict applied" in result.stderr
        (one,) = [one for one in read_store(store).incidents if one.reports[0].id == report]
        assert (one.lon, one.lat) == (44.0, 36.0) and "a person (Amal, 2024-03-01) says" in (one.why or "")
    path.write_text(path.read_text() + f"1,2024-03-02,Amal,place,{report},,undo,\n")
    geomap("build", "-o", store)
    assert read_store(store).incidents == read_store_of(built, store).incidents


def read_store_of(data: bytes, store: Path) -> object:
    other = store.with_name("other.geojson")
    other.write_bytes(data)
    return read_store(other)


def test_what_was_dropped_comes_back(store: Path, built: bytes) -> None:
    """Nothing is forgotten: the verdict withdrawn, the incident is there again without its article being read."""
    report = first_report(store, "Harir")
    path = decide(store, f"1,,Amal,drop,{report},,,")
    geomap("build", "-o", store)
    assert report not in {r.id for one in read_store(store).incidents for r in one.reports}
    path.write_text(path.read_text() + f"1,,Amal,drop,{report},,undo,\n")
    geomap("build", "-o", store)
    assert report in {r.id for one in read_store(store).incidents for r in one.reports}


def test_a_bad_verdict_stops_the_build_and_nothing_is_written(store: Path, built: bytes) -> None:
    """One line: file, row, what to do."""
    decide(store, "1,,Amal,place,x#1-0,,Nowhere at all,")
    failed(geomap("build", SAMPLES, "-o", store), 1, "s.geojson.decisions.csv:2", "Nowhere", "geomap geocode")
    decide(store, "1,,Amal,perhaps,x#1-0,,,")
    failed(geomap("build", SAMPLES, "-o", store), 1, "s.geojson.decisions.csv:2", "no verdict")
    assert store.read_bytes() == built


def test_verdicts_on_what_is_gone_are_counted_and_listed(store: Path) -> None:
    """An article was taken out; the verdict waits for its return."""
    decide(store, "1,2024-03-01,Amal,drop,gone#1-0,,,why not")
    assert "1 verdict on reports that are gone" in geomap("build", "-o", store).stderr
    listed = geomap("review", store, "--list").stdout
    assert "gone#1-0" in listed and "its report is gone" in listed


def test_review_by_keys(store: Path) -> None:
    """Place, skip, undo, confirm, quit: each answer is in the file at once, undoing is one more line."""
    keys = "p\ntower-22\nI was there\nn\nu\nx\n\nq\n"
    result = geomap("review", store, "--who", "Amal", stdin=keys)
    assert result.returncode == 0, result.stderr
    rows = list(csv.DictReader(store.with_name("s.geojson.decisions.csv").open()))
    assert [(r["verdict"], r["value"], r["why"]) for r in rows] == [
        ("place", "tower-22", "I was there"), ("place", "undo", ""), ("drop", "", ""),
    ]  # fmt: skip
    assert {r["who"] for r in rows} == {"Amal"} and len({r["report"] for r in rows}) == 1
    assert "withdrawn" in result.stderr
    assert len(read_store(store).dropped) == 1


def test_review_ends_with_its_input(store: Path) -> None:
    """No terminal, no answers: it says what it would ask and stops."""
    result = geomap("review", store, stdin="")
    assert result.returncode == 0 and "nothing decided" in result.stderr
    assert not store.with_name("s.geojson.decisions.csv").exists()


def test_review_does_not_keep_what_it_does_not_understand(store: Path) -> None:
    """A place that nobody knows is said, and asked again."""
    result = geomap("review", store, stdin="p\nNowhere at all\n\nt\nsoon\n\nq\n")
    assert "no place 'Nowhere at all'" in result.stderr and "not a date" in result.stderr
    assert not store.with_name("s.geojson.decisions.csv").exists()


def test_review_by_spreadsheet(store: Path, tmp_path: Path) -> None:
    """Written, filled in, applied; applied twice adds nothing; an unfilled row is no verdict."""
    sheet = tmp_path / "doubtful.csv"
    geomap("review", store, "--format", "csv", "-o", sheet)
    rows = list(csv.DictReader(sheet.open()))
    assert rows and not any(row["verdict"] or row["value"] for row in rows)
    asked = next(row for row in rows if row["topic"] == "place" and ";" not in row["report"])
    asked |= {"verdict": "place", "value": "Harir", "why": "a map"}
    with sheet.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    assert "1 new verdict" in geomap("review", store, "--apply", sheet, GEOMAP_USER="Amal").stderr
    assert "0 new verdicts" in geomap("review", store, "--apply", sheet).stderr
    listed = geomap("review", store, "--list").stdout
    assert "Amal" in listed and "Harir" in listed and "holds" in listed
    left = list(csv.DictReader(geomap("review", store, "--format", "csv").stdout.splitlines()))
    assert not any(row["topic"] == "place" and row["report"] == asked["report"] for row in left)


def test_a_bad_spreadsheet_changes_nothing(store: Path, tmp_path: Path) -> None:
    """All rows are checked before one is kept."""
    sheet = tmp_path / "doubtful.csv"
    sheet.write_text("report,verdict,value\nr#1-0,drop,\nr#2-0,place,Nowhere at all\n")
    failed(geomap("review", store, "--apply", sheet), 1, "doubtful.csv:3", "Nowhere")
    assert not store.with_name("s.geojson.decisions.csv").exists()
