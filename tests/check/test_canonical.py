"""`gazetteer fmt`: one form, reached in one step, and nothing lost on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geomap.check.canonical import canonical, changes, files
from geomap.errors import DataError
from geomap.gazetteer.data import data_dir

MESSY = {
    "type": "FeatureCollection",
    "name": "kept",
    "features": [
        {"type": "Feature", "properties": {"zeta": 1, "names": [{"text": "Te\u0301st ", "lang": "en"}], "name": "B"},
         "geometry": {"type": "Point", "coordinates": [40.123456789, 35.0]}, "id": "b", "bbox": [1, 2, 3, 4]},
        {"type": "Feature", "id": "a", "geometry": None, "properties": {"name": "A", "sources": ["x", "y"]}},
    ],
}  # fmt: skip


def write(tmp_path: Path, text: str, name: str = "places/sy.geojson") -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_form_is_reached_in_one_step(tmp_path: Path) -> None:
    """Formatting what is formatted changes nothing, so that fmt can run before every commit."""
    once = canonical(write(tmp_path, json.dumps(MESSY)))
    assert canonical(write(tmp_path, once)) == once


def test_a_diff_shows_one_line_for_one_change(tmp_path: Path) -> None:
    """Features by id, a property a line, a name a line, five decimals, NFC: the form the README promises."""
    text = canonical(write(tmp_path, json.dumps(MESSY)))
    assert text.index('"id": "a"') < text.index('"id": "b"')
    assert '          {"text": "Tést", "lang": "en"}\n' in text
    assert '"coordinates": [40.12346, 35]' in text
    assert '        "name": "B",\n' in text


def test_nothing_is_lost(tmp_path: Path) -> None:
    """Keys that geomap does not know stay: it is the curator's file."""
    again = json.loads(canonical(write(tmp_path, json.dumps(MESSY))))
    assert again["name"] == "kept"
    b = again["features"][1]
    assert b["properties"]["zeta"] == 1
    assert b["bbox"] == [1, 2, 3, 4]
    assert again["features"][0]["properties"]["sources"] == ["x", "y"]


def test_comments_of_toml_stay(tmp_path: Path) -> None:
    """TOML is written by people: only blanks at line ends go."""
    text = "# why it is so   \n[[actor]]\nid = 'a'  # inline\n\n\n"
    assert (
        canonical(write(tmp_path, text, "actors.toml")) == "# why it is so\n[[actor]]\nid = 'a'  # inline\n"
    )


def test_the_curated_files_are_in_canonical_form() -> None:
    """What geomap ships is formatted, so that a first edit's diff is the edit."""
    assert len(files(data_dir())) >= 10
    assert [path.name for path, _ in changes(data_dir())] == []


@pytest.mark.parametrize("text", ["{", '{"features": [{}]}', "[]", '{"features": 3}'])
def test_a_broken_file_is_left_and_said(tmp_path: Path, text: str) -> None:
    """What cannot be read cannot be formatted: one line with the file, and the file as it was."""
    path = write(tmp_path, text)
    with pytest.raises(DataError, match=r"sy\.geojson"):
        canonical(path)
    assert path.read_text() == text
