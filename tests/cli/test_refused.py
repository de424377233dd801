"""The system refuses to write: one line, exit code 1, what was there untouched, nothing left beside it."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest

from geomap.cli.main import cli
from geomap.store import write_store
from tests.fixtures.process import ROOT, failed, geomap
from tests.fixtures.refusing import bound_to_modes, with_stdout, without_room
from tests.fixtures.stores import STORE

SAMPLE = ROOT / "gazetteer" / "samples" / "03-observatory-al-omar.txt"
# Verb and arguments with the target last; S is a store, N a CSV of names.
WRITES: dict[str, list[str]] = {
    "build .geojson": ["build", str(SAMPLE), "-o", "x.geojson"],
    "build .geojsonl": ["build", str(SAMPLE), "-o", "x.geojsonl"],
    "build .gpkg": ["build", str(SAMPLE), "-o", "x.gpkg"],
    "build .parquet": ["build", str(SAMPLE), "-o", "x.parquet"],
    "map": ["map", "S", "-o", "x.html"],
    "query": ["query", "S", "--format", "csv", "-o", "x.csv"],
    "export .csv": ["export", "S", "-o", "x.csv"],
    "export .kml": ["export", "S", "-o", "x.kml"],
    "export .fgb": ["export", "S", "-o", "x.fgb"],
    "export .xlsx": ["export", "S", "-o", "x.xlsx"],
    "export .shp.zip": ["export", "S", "-o", "x.shp.zip"],
    "geocode": ["geocode", "--batch", "N", "-o", "x.csv"],
    "review": ["review", "S", "--format", "json", "-o", "x.json"],
    "brief": ["brief", "S", "-o", "x.html"],
    "synth": ["synth", "50", "-o", "x.geojson"],
    "synth .geojsonl": ["synth", "50", "-o", "x.geojsonl"],
    "synth .parquet": ["synth", "50", "-o", "x.parquet"],
    "publish": ["publish", "S", "--coarsen", "25", "-o", "x.geojson"],
    "publish .html": ["publish", "S", "--coarsen", "25", "-o", "x.html"],
    "import": ["import", "acled", str(ROOT / "tests/fixtures/imports/acled-2015.csv"), "-o", "x.geojson"],
    "worklist": ["worklist", "S", "--format", "csv", "-o", "x.csv"],
    "gazetteer export": ["gazetteer", "export", "x.gpkg"],
    "gazetteer export .kml": ["gazetteer", "export", "x.kml"],
    "gazetteer map": ["gazetteer", "map", "--country", "JO", "-o", "x.html"],
}
PRINTS: dict[str, list[str]] = {
    "build": ["build", str(SAMPLE), "-o", "-"],
    "info": ["info", "S"],
    "query": ["query", "S"],
    "export": ["export", "S", "--format", "geojson", "-o", "-"],
    "explain": ["explain", "S", "i-omar"],
    "review": ["review", "S", "--list"],
    "worklist": ["worklist", "S"],
    "geocode": ["geocode", "Mosul"],
    "reverse": ["reverse", "44.3", "36.5"],
    "regions": ["regions", "Badia"],
    "eval": ["eval", str(ROOT / "tests" / "corpus" / "theatre"), "--only", "round1"],
    "gazetteer": ["gazetteer", "ls"],
    "schema": ["schema", "incident"],
    "completion": ["completion", "bash"],
}
NOT_HERE = {"demo"}  # it writes into a folder: a test of its own


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store and a list of names, and beside them an empty folder to write in."""
    unplaced = [
        msgspec.structs.replace(one, text=f"{one.text} {name}")
        for one in STORE.unplaced
        for name in ("East", "West", "North", "South", "Old", "New", "Upper", "Lower", "Far", "Near")
    ]
    write_store(msgspec.structs.replace(STORE, unplaced=tuple(unplaced)), tmp_path / "s.geojson")
    (tmp_path / "names.csv").write_text("name\n" + "Mosul\n" * 60)
    (tmp_path / "out").mkdir()
    return tmp_path


def filled(args: list[str], folder: Path) -> list[str]:
    """The arguments with the store and the names in their places."""
    return [{"S": str(folder / "s.geojson"), "N": str(folder / "names.csv")}.get(arg, arg) for arg in args]


def test_every_verb_that_writes_a_file_is_in_the_table() -> None:
    """Taken from click's own registry: a new verb cannot be forgotten."""
    context = click.Context(cli)
    verbs = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    writing = {
        name
        for name, verb in verbs.items()
        if verb and any("-o" in p.opts or "--out" in p.opts for p in verb.params)
    }
    tested = {line.split()[0] for line in (*WRITES, *PRINTS)}
    assert writing - tested <= NOT_HERE


@pytest.mark.parametrize("name", WRITES)
def test_no_room(folder: Path, name: str) -> None:
    """The old file stays as it was, byte by byte; without one there is none."""
    args, out = filled(WRITES[name], folder), folder / "out"
    result = without_room(*args, cwd=out)
    failed(result, 1, "cannot be written")  # query: its own copy, on the way to its file
    assert list(out.iterdir()) == []
    if args[0] in ("build", "import"):
        write_store(STORE, out / args[-1])
    else:
        (out / args[-1]).write_bytes(b"old")
    before = (out / args[-1]).read_bytes()
    failed(without_room(*args, cwd=out), 1, "cannot be written")
    assert (out / args[-1]).read_bytes() == before and len(list(out.iterdir())) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with 16 KB left; where none may be mounted, the same folder without that limit."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
    mounted = (
        bool(shutil.which("mount"))
        and subprocess.run(mount, check=False, capture_output=True).returncode == 0
    )
    if mounted:
        (disk / "others").write_bytes(b"x" * 48 * 1024)
    yield disk
    if mounted:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".parquet", ".xlsx", ".csv"])
def test_a_disk_that_is_full(folder: Path, small_disk: Path, suffix: str) -> None:
    """Not only a limit on files: the disk itself has no room, for whichever library writes."""
    if not (small_disk / "others").exists():
        return  # the limits of the other tests stand for it
    out = small_disk / f"x{suffix}"
    out.write_bytes(b"old")
    many = folder / "many.geojson"
    assert geomap("synth", "300", "-o", many).returncode == 0
    failed(geomap("export", many, "--all", "--possible", "-o", out), 1, out.name, "cannot be written")
    assert out.read_bytes() == b"old" and {one.name for one in small_disk.iterdir()} == {"others", out.name}


@pytest.mark.parametrize("suffix", [".fgb", ".shp.zip", ".gpkg", ".xlsx", ".parquet"])
def test_room_for_all_but_the_end(folder: Path, suffix: str) -> None:
    """A library that does not tell that its last bytes did not fit does not make a damaged file."""
    whole, cut = folder / f"whole{suffix}", folder / "out" / f"cut{suffix}"
    args = ["export", str(folder / "s.geojson"), "-o"]
    assert geomap(*args, whole).returncode == 0
    size = int(whole.stat().st_size * 0.99)
    limited = subprocess.run(
        [sys.executable, "-m", "geomap.cli.main", *args, str(cut)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    failed(limited, 1, cut.name, "cannot be written")
    assert list(cut.parent.iterdir()) == []


@pytest.mark.parametrize("name", WRITES)
def test_a_folder_that_is_not_to_be_written(folder: Path, name: str) -> None:
    """Also root is told, when the folder is on a share that does not know root."""
    args, out = filled(WRITES[name], folder), folder / "out"
    out.chmod(0o555)
    result = bound_to_modes(*args, cwd=out)
    out.chmod(0o755)
    failed(result, 1, args[-1], "cannot be written (Permission denied)", "-o")
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("name", WRITES)
def test_a_folder_in_place_of_a_file(folder: Path, name: str) -> None:
    """Nothing is written into it or over it."""
    args, out = filled(WRITES[name], folder), folder / "out"
    (out / args[-1]).mkdir()
    result = geomap(*args, cwd=out)
    failed(
        result,
        2 if result.returncode == 2 else 1,
        args[-1],
        "director" if result.returncode == 2 else "is a folder",
    )
    assert [(one.name, list(one.iterdir())) for one in out.iterdir()] == [(args[-1], [])]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
@pytest.mark.parametrize("name", PRINTS)
def test_a_full_stdout(folder: Path, name: str) -> None:
    """What was not printed is not taken for printed: a script sees it by the exit code."""
    failed(with_stdout("/dev/full", *filled(PRINTS[name], folder)), 1, "stdout", "No space left on device")


def test_a_closed_stdout_and_a_full_stderr(folder: Path) -> None:
    """`>&-` is told; a stderr that takes nothing does not stop the work, nor change its result."""
    failed(with_stdout("&-", "query", folder / "s.geojson"), 1, "stdout: cannot be written")
    for stderr in ("/dev/full", "&-"):
        csv = with_stdout(
            f"{folder}/x.csv 2>{stderr}", "export", folder / "s.geojson", "--format", "csv", "-o", "-"
        )
        assert csv.returncode == 0 and (folder / "x.csv").read_text().count("\n") == 6


@pytest.mark.parametrize("name", PRINTS)
def test_a_reader_that_leaves_at_once(folder: Path, name: str) -> None:
    """`| true` ends quietly with 0, whatever was printed."""
    assert piped(filled(PRINTS[name], folder)) == (0, "")


def piped(args: list[str]) -> tuple[int, str]:
    """Exit code and complaints of geomap when nobody reads what it prints."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "geomap.cli.main", *args]
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        said = process.stderr.read()
    return process.returncode, "\n".join(
        line for line in said.splitlines() if "Broken" in line or "geomap:" in line
    )


def test_the_samples_without_room(tmp_path: Path) -> None:
    """`geomap demo` on a full disk leaves no half of a store or a map."""
    failed(without_room("demo", "--out", tmp_path / "out"), 1, "incidents.geojson", "cannot be written")
    assert not [one for one in (tmp_path / "out").rglob("*") if one.is_file()]


def test_verdicts_without_room(folder: Path) -> None:
    """A spreadsheet of verdicts on a full disk: none is kept by half, the file is as it was."""
    store, sheet = folder / "s.geojson", folder / "doubtful.csv"
    rows = "".join(f"confirm,a1:0f3a:0,,,{'why ' * 20}{n}\n" for n in range(40))
    sheet.write_text("verdict,report,other,value,why\n" + rows)
    failed(without_room("review", store, "--apply", sheet), 1, "decisions.csv", "cannot be written")
    assert not (folder / "s.geojson.decisions.csv").exists()
    (folder / "s.geojson.decisions.csv").write_text("schema,when,who,verdict,report,other,value,why\n")
    failed(without_room("review", store, "--apply", sheet), 1, "decisions.csv", "cannot be written")
    assert (
        folder / "s.geojson.decisions.csv"
    ).read_text() == "schema,when,who,verdict,report,other,value,why\n"


ADD = ["--at", "44.35,33.22", "--kind", "base", "--radius-km", "2", "--source", "a survey", "--anyway"]


def test_a_curated_folder_without_room_or_rights(tmp_path: Path) -> None:
    """`gazetteer add` and `fmt` leave the curated file as it was."""
    mine = tmp_path / "mine"
    assert geomap("gazetteer", "add", "Camp Falcon", *ADD, "--gazetteer", mine).returncode == 0
    (file,) = (mine / "places").iterdir()
    file.write_text(file.read_text().replace('"kind"', ' "kind"'))  # not in its form any more
    before = file.read_bytes()
    second = ["gazetteer", "add", "Camp Kestrel", *ADD, "--note", "x" * 2000, "--gazetteer", mine]
    failed(without_room(*second), 1, file.name, "cannot be written")
    file.parent.chmod(0o555)
    refused = [bound_to_modes(*second), bound_to_modes("gazetteer", "fmt", mine)]
    file.parent.chmod(0o755)
    for result in refused:
        failed(result, 1, file.name, "Permission denied")
    assert file.read_bytes() == before and list(file.parent.iterdir()) == [file]


def test_two_curators_at_once(tmp_path: Path) -> None:
    """The second waits for the first, and both places are there."""
    from geomap.cli.curate import keep
    from geomap.store.lock import locked

    mine = tmp_path / "mine"
    assert geomap("gazetteer", "add", "Camp Falcon", *ADD, "--gazetteer", mine).returncode == 0
    (file,) = (mine / "places").iterdir()
    command = [
        sys.executable,
        "-m",
        "geomap.cli.main",
        "gazetteer",
        "add",
        "Camp Kestrel",
        *ADD,
        "--gazetteer",
        str(mine),
    ]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with locked(file):
        second = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
        assert second.stderr
        while "waiting for" not in (line := second.stderr.readline()):
            assert line, "the second did not wait"
        shutil.copy(file, tmp_path / "sy.geojson")
        keep(
            tmp_path / "sy.geojson",
            {"id": "camp-third", "name": "x", "kind": "base", "lon": 44.0, "lat": 33.0},
        )
        shutil.copy(tmp_path / "sy.geojson", file)
    second.communicate(timeout=60)
    assert second.returncode == 0
    text = file.read_text()
    assert all(name in text for name in ("camp-falcon", "camp-kestrel", "camp-third"))
