"""kill -9 at any moment: what was there or what was to be, whole; nothing that was reported as kept is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geomap.check.reading import read_features
from geomap.store import STORE_SUFFIXES, atomic, leftovers, read_store, verdicts, write_store
from tests.fixtures.killed import many
from tests.fixtures.process import ROOT, geomap
from tests.fixtures.stores import STORE

# For each of four formats, and fourfold of who appends verdicts. A build that reads takes a second: GEOMAP_KILLS=50
# kills two hundred of these too.
KILLS = int(os.environ.get("GEOMAP_KILLS", "50"))
READING = int(os.environ.get("GEOMAP_KILLS", "8"))
SECONDS = (0.04, 0.2, 1.0)  # within which a child is killed: on a busy machine it takes longer to begin
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")


def killed(job: str, kills: int, path: Path, longest: float) -> list[str]:
    """What the children of `tests.fixtures.killed` said before they were killed."""
    command = [sys.executable, "-m", "tests.fixtures.killed", job, str(kills), str(path), str(longest)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, env=env, check=False, capture_output=True, text=True, timeout=600 + 20 * kills
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_a_store_is_the_old_or_the_new_one(tmp_path: Path, suffix: str) -> None:
    """`KILLS` within about two writes' time (more on a busy machine); the store is read after each."""
    path = tmp_path / f"s{suffix}"
    write_store(STORE, path)
    began = time.monotonic()
    write_store(STORE, path)  # what one takes, now that all is loaded
    took = time.monotonic() - began
    for writes in (2, 6, 20):
        said = killed("write", KILLS, path, writes * took + 0.005)
        assert len(said) == KILLS and all(word.startswith("whole") for word in said), said
        if len(set(said)) == 2:
            break
    else:
        pytest.fail("the kills never let a store be replaced")
    litter = [one for one in tmp_path.iterdir() if one.name.startswith(leftovers.PREFIX)]
    assert len(litter) > 3, "the kills never hit the middle of a write"
    for folder in litter:
        os.utime(folder, (0, 0))
    write_store(STORE, path)
    assert read_store(path).incidents
    assert [one for one in tmp_path.iterdir() if one.suffix != ".lock"] == [path]


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_a_build_that_is_killed(tmp_path: Path, suffix: str) -> None:
    """`KILLS` of whole builds that take an article out of a store.

    Each finds the store of the one before, whole, with its article or without. The lock does not stay: the next
    build, right after, neither waits nor is refused.
    """
    path = tmp_path / f"s{suffix}"
    number = KILLS + 10
    write_store(many(number), path)
    left = left_by_each(killed("build", KILLS, path, 0), number, -1)
    assert len(left) == KILLS + 1
    assert 5 < left[-1] < number, "the kills hit no build, or every one"
    after = geomap("build", "-o", path, "--remove", "a000")
    assert after.returncode == 0 and "waiting" not in after.stderr, after.stderr
    assert "a000" not in {entry.id for entry in read_store(path).articles}
    assert not path.with_name(f"{path.name}.lock").exists()


@pytest.mark.parametrize("suffix", STORE_SUFFIXES)
def test_a_build_that_adds_is_killed(tmp_path: Path, suffix: str) -> None:
    """`READING` of whole builds that read an article and add it: the store is the one without it or the one with it."""
    path = tmp_path / f"s{suffix}"
    write_store(many(5), path)
    left = left_by_each(killed("add", READING, path, 0), 5, 1)
    assert len(left) == READING + 1
    assert READING < 50 or 5 < left[-1] < 5 + READING - 1, "the kills hit no build, or every one"


def left_by_each(said: list[str], before: int, step: int) -> list[int]:
    """How many articles each child found: those of the one before, or as a build leaves them, if it said so surely."""
    assert all(word == "built" or word.startswith("whole") for word in said), said
    numbers, done = [before], False
    for word in said:
        if word == "built":
            done = True
            continue
        there = int(word.split()[1])
        assert there - numbers[-1] in ({step} if done else {0, step}), said
        numbers.append(there)
        done = False
    return numbers


def test_no_verdict_is_lost(tmp_path: Path) -> None:
    """Two hundred kills at least of who appends: every verdict that was reported as kept is read, in its order."""
    for seconds in SECONDS:
        path = tmp_path / f"{seconds}.decisions.csv"
        said = killed("decide", 4 * KILLS, path, seconds)
        found = [decision.why for decision in verdicts.read(path).decisions]
        assert [why for why in found if why in set(said)] == said
        assert len(found) - len(said) <= 4 * KILLS, "at most one a kill was written and not yet reported"
        if len(said) > KILLS // 2:
            return
    pytest.fail("the kills never let a verdict be written")


def test_a_torn_line_is_marked_and_costs_no_other(tmp_path: Path) -> None:
    """The disk kept half of the last line, wherever it was cut: the next verdict begins a line of its own."""
    path = tmp_path / "s.decisions.csv"
    killed("decide", 2, path, 0.5)
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    before = len(verdicts.read(path).decisions)
    for cut in range(len(whole) - len(lines[-1]) + 1, len(whole)):
        path.write_bytes(whole[:cut])
        verdicts.append(path, verdicts.read(path).decisions[:1])
        read = verdicts.read(path)
        has_all = whole[:cut].rpartition(b"\n")[2].count(b",") == lines[-1].count(
            b","
        )  # cut in the last cell: why
        assert len(read.decisions) == before + has_all, whole[:cut][-80:]
        assert bool(read.notes) is not has_all
        assert path.read_bytes().startswith(whole[:cut])


def test_a_curated_file_is_never_damaged(tmp_path: Path) -> None:
    """Every place that was reported as added is there, and the file is in its form."""
    for seconds in SECONDS:
        path = tmp_path / str(seconds) / "places" / "sy.geojson"
        said = killed("curate", 40, path, seconds)
        sources, findings = read_features(path)
        assert not findings and {str(source.id) for source in sources} >= set(said)
        if len(said) > 10:
            return
    pytest.fail("the kills never let a place be added")


def test_a_folder_in_use_is_not_swept(tmp_path: Path) -> None:
    """Another build of another store in the same folder, however long it takes, keeps its half-written file."""
    target, other = tmp_path / "a", tmp_path / "b"

    def write(beside: Path) -> None:
        beside.write_bytes(b"half")
        os.utime(beside.parent, (0, 0))
        atomic.write_bytes(other, b"whole")
        assert beside.read_bytes() == b"half"

    atomic.replace(target, write)
    assert target.read_bytes() == b"half" and other.read_bytes() == b"whole"


def test_what_is_not_ours_is_not_swept(tmp_path: Path) -> None:
    """A young folder may be about to be locked; another name, a file or a link is somebody else's."""
    kept = [
        tmp_path / ".geomap-writing-abcdefgh",
        tmp_path / ".geomap-settings",
        tmp_path / ".geomap-writing-12345678",
    ]
    kept[0].mkdir()
    kept[1].mkdir()
    kept[2].write_text("")
    os.utime(kept[1], (0, 0))
    os.utime(kept[2], (0, 0))
    (tmp_path / ".geomap-writing-abcdefg_").symlink_to(kept[1])
    atomic.write_bytes(tmp_path / "x", b"")
    assert all(one.exists() for one in kept) and (tmp_path / ".geomap-writing-abcdefg_").is_symlink()
