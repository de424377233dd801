"""`geomap eval` as a process: the figures for people, for programs, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fixtures.process import failed, geomap

TEXT = "BAGHDAD, 5 February 2024 - A drone struck the Ain al-Asad air base on Sunday, wounding two US soldiers.\n"
LABELS = {
    "id": "a", "set": "own", "split": "one", "lang": "en", "published": "2024-02-05", "published_in_text": True,
    "incidents": [
        {
            "id": "a-1", "kind": "attack", "date": "2024-02-04", "date_precision": "day", "place": "Ain al-Asad",
            "lat": 33.7856, "lon": 42.4412, "tolerance_km": 12, "attacker": None, "target": "United States",
            "weapon": "drone", "killed": None, "wounded": 2, "launch_place": None, "evidence": "A drone", "core": True,
        },
        {
            "id": "a-2", "kind": "attack", "date": "2024-02-04", "date_precision": "day", "place": "Harir",
            "lat": 36.5, "lon": 44.3, "tolerance_km": 12, "evidence": "Another\u001b[31m struck Harir", "core": True,
        },
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One labelled article beside its labels; the second label is not in the text."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "gold.json").write_text(json.dumps([LABELS]))
    return tmp_path / "gold.json"


def test_the_table(gold: Path) -> None:
    """F1, precision and recall, strict and of the place alone; attributes; faults by cause."""
    done = geomap("eval", gold)
    assert done.returncode == 0, done.stderr
    assert "1 article, 0 without a fault, 1 with incidents" in done.stdout
    assert ["strict", "0.667", "1.000", "0.500"] in [line.split() for line in done.stdout.splitlines()]
    assert ["missed", "1"] in [line.split() for line in done.stdout.splitlines()]
    assert "Harir" not in done.stdout


def test_the_faults_one_by_one(gold: Path) -> None:
    """--errors names article, cause and sentence; what is in the file cannot drive the terminal."""
    done = geomap("eval", gold.parent, "--errors")
    assert "a recognition, missed: 2024-02-04 Harir | Another[31m struck Harir" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_for_programs(gold: Path, tmp_path: Path) -> None:
    """The same figures with what they were counted from; --texts where the articles lie elsewhere."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "a.txt").rename(tmp_path / "texts" / "a.txt")
    done = geomap("eval", gold, "--texts", tmp_path / "texts", "--format", "json")
    facts = json.loads(done.stdout)
    assert facts["strict"] == {
        "f1": 0.6667, "precision": 1.0, "recall": 0.5, "found": 1, "hits": 1, "core": 2, "core_hits": 1,
    }  # fmt: skip
    assert facts["attributes"]["wounded"] == {"share": 1.0, "right": 1, "asked": 1}
    assert facts["causes"] == {"missed": 1}
    assert facts["faults"][0]["article"] == "a"


def test_what_goes_wrong(gold: Path, tmp_path: Path) -> None:
    """One line and an exit code: a set that is not there, labels that are none, a text that is missing."""
    failed(geomap("eval", gold, "--only", "theatre"), 2, "theatre", "gold.json")
    failed(geomap("eval", tmp_path / "no.json"), 2, "no.json")
    (tmp_path / "other.json").write_text("{}")
    failed(geomap("eval", tmp_path / "other.json"), 1, "other.json", "labelled")
    (tmp_path / "a.txt").unlink()
    failed(geomap("eval", gold), 1, "a.txt")
