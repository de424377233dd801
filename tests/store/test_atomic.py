"""A file is replaced whole or stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from geomap.errors import DataError
from geomap.store import atomic, read_store, write_store
from geomap.store.lock import locked
from tests.fixtures.process import ROOT
from tests.fixtures.stores import STORE


def test_a_failing_writer_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    """A crash in the middle of an export costs nothing that was there."""
    path = tmp_path / "x.bin"
    atomic.write_bytes(path, b"old")

    def write(beside: Path) -> None:
        beside.write_bytes(b"half")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        atomic.replace(path, write)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    """A store that colleagues may write, or that is linked to, stays so."""
    target, link = tmp_path / "real.geojson", tmp_path / "link.geojson"
    target.write_bytes(b"old")
    target.chmod(0o664)
    link.symlink_to(target)
    atomic.write_bytes(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o664


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """A map that one wants to share is not readable by its writer alone."""
    atomic.write_bytes(tmp_path / "new", b"")
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


def test_a_device_is_written_to_not_replaced() -> None:
    """`-o /dev/null` must not turn the null device into a file."""
    atomic.write_bytes("/dev/null", b"data")
    assert Path("/dev/null").is_char_device()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """The message tells to name a file."""
    with pytest.raises(DataError, match="is a folder; name a file"):
        atomic.write_bytes(tmp_path, b"")


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """`-o output/2024/incidents.geojson` works on the first day of the year."""
    atomic.write_bytes(tmp_path / "a" / "b" / "c.txt", b"x")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"x"


WRITER = """
import sys, msgspec
from geomap.store import read_store, write_store
path = sys.argv[1]
store = read_store(path)
print("ready", flush=True)
number = 0
while True:
    number += 1
    write_store(msgspec.structs.replace(store, geomap_version=str(number)), path)
"""


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
def test_a_killed_writer_leaves_a_whole_store(tmp_path: Path, suffix: str) -> None:
    """kill -9 at any moment: the old store or the new one, never half of one."""
    path = tmp_path / f"s{suffix}"
    write_store(STORE, path)
    for attempt in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(0.05 + 0.037 * attempt)
            process.kill()
        assert msgspec.structs.replace(read_store(path), geomap_version="") == msgspec.structs.replace(
            read_store(path), geomap_version=""
        )
        assert len(read_store(path).incidents) == len(STORE.incidents)


HOLDER = """
import sys, time
from geomap.store.lock import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def test_the_second_writer_waits_and_is_told_for_whom(tmp_path: Path) -> None:
    """Two builds of one store: the second says which process it waits for, then goes on; no lock file stays."""
    path = tmp_path / "s.geojson"
    told: list[str] = []
    command = [sys.executable, "-c", HOLDER, str(path), "1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}
    ) as first:
        assert first.stdout
        first.stdout.readline()
        with pytest.raises(DataError, match=f"in use by process {first.pid} on"), locked(path, wait=0.1):
            pass
        with locked(path, wait=20, waiting=told.append):
            assert not (tmp_path / "s.geojson").exists()
    assert len(told) == 1 and told[0].startswith(f"process {first.pid} on ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs to know which file is synced")
@pytest.mark.parametrize("suffix", [".geojson", ".geojsonl", ".gpkg", ".parquet"])
def test_it_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """Beside, synced, renamed, and then the folder: after a power cut there is the old file or the new one."""
    path = tmp_path / f"s{suffix}"
    told: list[str] = []
    sync, rename = os.fsync, os.replace

    def synced(handle: int) -> None:
        name = Path(f"/proc/self/fd/{handle}").readlink()
        told.append("the folder" if name == tmp_path else f"sync {name.name}")
        sync(handle)

    def renamed(source: str | Path, target: str | Path, **more: object) -> None:
        told.append(f"rename to {Path(target).name}")
        assert Path(source).parent != Path(target).parent == tmp_path
        rename(source, target)

    write_store(STORE, path)
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    write_store(STORE, path)
    assert told[-3:] == [f"sync {path.name}", f"rename to {path.name}", "the folder"]


def test_who_reads_while_it_is_written_reads_the_old_file_to_its_end(tmp_path: Path) -> None:
    """A file is never rewritten in place: a map server with the old one open goes on undisturbed."""
    path = tmp_path / "x.bin"
    atomic.write_bytes(path, b"old" * 1000)
    with path.open("rb") as reader:
        assert reader.read(3) == b"old"
        atomic.write_bytes(path, b"new")
        assert reader.read() == b"old" * 999
    assert path.read_bytes() == b"new"
