"""Whatever goes wrong is one line on stderr and the right exit code, with the command as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from geomap.store import write_store
from tests.fixtures.process import ROOT, failed, geomap
from tests.fixtures.stores import STORE

FOREIGN = b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":1}}]}'
LATIN_1 = '{"type":"FeatureCollection","geomap":{"geomap_version":"é"},"features":[]}'.encode("latin-1")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store on disk."""
    path = tmp_path / "s.geojson"
    write_store(STORE, path)
    return path


def test_a_missing_store() -> None:
    """The message names the file and the command that makes one."""
    failed(geomap("query", "nothing.geojson"), 1, "nothing.geojson", "no such store", "geomap build")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.geojson", b"", "the file is empty"),
        ("empty.geojsonl", b"", "the file is empty"),
        ("binary.geojson", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "not JSON"),
        ("cut.geojson", b'{"type":"FeatureCollection",\n"features":[\n{"type":"Fea', "cut.geojson:3:"),
        ("text.gpkg", b"this is no database, but it is long enough to look at" * 9, "not a store"),
        ("other.geojson", FOREIGN, "feature 1"),
        ("line.geojsonl", b'{"type":"Feature"', "line.geojsonl:1:"),
        ("list.geojson", b"[1, 2, 3]", "not a store of geomap"),
        ("nan.geojson", b'{"type":"FeatureCollection","features":[NaN]}', "not JSON"),
        ("table.csv", b"id,place\n1,x\n", "an export, not a store"),
        ("book.xlsx", b"PK", "an export, not a store"),
        ("latin.geojson", LATIN_1, "not JSON"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_store(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """Broken, foreign and exported files are told apart, with the line where there is one."""
    (tmp_path / name).write_bytes(content)
    failed(geomap("info", tmp_path / name), 1, name, words)


def test_a_store_of_a_newer_geomap(store: Path) -> None:
    """An old geomap does not misread what it does not know."""
    store.write_text(store.read_text().replace('"schema_version":1', '"schema_version":99'))
    failed(geomap("info", store), 1, "written by a newer geomap", "pip install --upgrade")


def test_swapped_coordinates(store: Path) -> None:
    """A store edited by hand with lat first is refused, not drawn in the ocean."""
    store.write_text(store.read_text().replace("[40.551112,35.1]", "[35.1,140.551112]"))
    failed(geomap("info", store), 1, "lon comes first")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["query", "S", "--since", "2024-13-01"], "2024, 2024-02 or 2024-02-04"),
        (["query", "S", "--bbox", "1,2,3"], "W,S,E,N"),
        (["query", "S", "--bbox", "a,b,c,d"], "W,S,E,N"),
        (["query", "S", "--region", "Narniaa"], "no region"),
        (["query", "S", "--kind", "atack"], "did you mean attack"),
        (["query", "S", "--near", "Mosul"], "--km"),
        (["query", "S", "--possible", "--certain"], "exclude"),
        (["query", "S", "--count-by", "colour"], "cannot count by"),
        (["query", "S", "--format", "docx"], "docx"),
        (["query", "S", "--limit", "-1"], "limit"),
        (["query"], "STORE"),
        (["qury"], "did you mean query"),
        (["render", "S"], "did you mean map"),
        (["check"], "did you mean gazetteer check"),
        (["query", "S", "--regoin", "x"], "--regoin"),
        (["export", "S", "-o", "x.docx"], "no format has the suffix"),
        (["export", "S", "-o", "-"], "--format"),
        (["export", "S", "-o", "x.gpkg", "--wkt"], "CSV"),
        (["build", "-o", "s.geojson"], "name articles"),
        (["build", "S", "-o", "s.csv"], ".geojson, .geojsonl, .gpkg"),
        (["build", "S", "-o", "s.geojson", "--published", "soon"], "soon"),
        (["build", "-o", "S", "--remove", "a11"], "did you mean a1"),
        (["schema", "incidents"], "incident"),
    ],
)  # fmt: skip
def test_a_wrong_call(store: Path, args: list[str], words: str) -> None:
    """Exit code 2, before anything is written, with the nearest right way."""
    result = geomap(*(str(store) if arg == "S" else arg for arg in args), cwd=store.parent)
    failed(result, 2, words)
    assert sorted(path.name for path in store.parent.iterdir()) == ["s.geojson"]


@pytest.mark.parametrize("verb", ["export", "query", "map"])
def test_an_output_that_is_a_folder(store: Path, verb: str) -> None:
    """Nothing is written into or over a folder."""
    result = geomap(verb, store, "-o", store.parent, *(["--format", "csv"] if verb != "map" else []))
    assert result.returncode in (1, 2) and "Traceback" not in result.stderr
    assert str(store.parent) in result.stderr or "irectory" in result.stderr


def test_an_output_below_a_file(store: Path) -> None:
    """A path that leads through a file is named."""
    failed(geomap("export", store, "-o", store / "x.csv"), 1, "a part of this path is a file")
    failed(geomap("build", store.parent, "-o", store / "x.geojson"), 1, "cannot be written")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
def test_a_full_disk(store: Path) -> None:
    """Out of space is one line, as a file and on stdout."""
    failed(geomap("export", store, "-o", "/dev/full", "--format", "csv"), 1, "/dev/full", "No space left")
    assert Path("/dev/full").is_char_device()


def test_a_reader_that_leaves(store: Path) -> None:
    """`geomap query … | head -1` ends quietly."""
    command = [
        sys.executable,
        "-m",
        "geomap.cli.main",
        "export",
        str(store),
        "-o",
        "-",
        "--format",
        "geojson",
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        messages = process.stderr.read().decode()
    assert process.returncode == 0
    assert "Broken pipe" not in messages and "Traceback" not in messages


def test_terminal_codes_are_shown_not_obeyed() -> None:
    """A file name or an article cannot colour, move or reorder what the user sees."""
    result = geomap("info", "\x1b[31mred\u202e.geojson")
    failed(result, 1, "\\x1b[31mred\\u202e.geojson")


def test_a_bug_is_said_and_kept(store: Path, tmp_path: Path) -> None:
    """A fault of geomap is one line that says where the details are; GEOMAP_DEBUG shows them at once."""
    (tmp_path / "sitecustomize.py").write_text("import geomap.store\ngeomap.store.read_store = None\n")
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    result = subprocess.run(
        [sys.executable, "-m", "geomap.cli.main", "info", str(store)],
        check=False, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": path, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    assert result.returncode == 1 and len(result.stderr.splitlines()) == 1
    assert "this is a bug of geomap" in result.stderr and "TypeError" in result.stderr
    assert "Traceback" in next(tmp_path.glob("geomap-*.log")).read_text()
