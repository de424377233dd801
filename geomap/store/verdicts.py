"""The file of verdicts beside a store: read whole, only ever added to, each verdict on the disk before the next."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from io import RawIOBase
from pathlib import Path

from geomap.decisions import Decision, Read, decision_line, head_line, read_decisions
from geomap.decisions.table import TORN
from geomap.errors import DataError
from geomap.store.location import Database, Location
from geomap.store.lock import locked


def path_beside(store: Location) -> Path | None:
    """Where the verdicts on a store lie unless the user says otherwise; None: beside a database is nothing.

    Raises:
        DataError: The store is a folder: none, and "." has no name to put anything beside.
    """
    if isinstance(store, Database):
        return None
    if store.is_dir():
        raise DataError("is a folder, not a store", file=store, advice="name a file that geomap build wrote")
    return store.with_name(store.name + ".decisions.csv")


def read(path: Path | None) -> Read:
    """The verdicts of a file; none where there is no file.

    Raises:
        DataError: A line is no verdict, or the file cannot be read.
    """
    if path is None or not path.exists():
        return Read(())
    return read_decisions(_text(path), str(path))


def version(decisions: Sequence[Decision]) -> str:
    """A short name for exactly these verdicts; empty for none."""
    if not decisions:
        return ""
    return hashlib.sha256("".join(map(decision_line, decisions)).encode()).hexdigest()[:12]


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Add verdicts at the end of the file, under a lock, and have them on the disk when this returns.

    A last line that was cut off stays, marked as such. Where the disk is full, the file is as it was.

    Raises:
        DataError: The file cannot be written, or is in use.
    """
    if not decisions:
        return
    lines = "".join(map(decision_line, decisions))
    with locked(path), _opened(path) as file:
        end = file.seek(0, os.SEEK_END)
        head = "" if end else head_line()
        try:
            _write(file, (head + _ending(path, file) + lines).encode())
        except OSError:
            with contextlib.suppress(OSError):  # else the next one marks what is half written
                file.truncate(end)
            raise


def _write(file: RawIOBase, data: bytes) -> None:
    """All of it, and onto the disk."""
    while data:
        data = data[file.write(data) or 0 :]
    os.fsync(file.fileno())


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[RawIOBase]:
    """The file without a buffer, which would write again what has failed."""
    new = not path.exists()
    try:
        with path.open("a+b", buffering=0) as file:
            yield file
    except OSError as error:
        with contextlib.suppress(OSError):
            if new and not path.stat().st_size:
                path.unlink()
        advice = "name another file with --decisions"
        raise DataError(f"cannot be written ({error.strerror or error})", file=path, advice=advice) from error


def _ending(path: Path, file: RawIOBase) -> str:
    """What ends the last line: a line break, after a mark if it is no whole verdict."""
    if not file.tell():
        return ""
    file.seek(-1, os.SEEK_END)
    whole = file.read(1) == b"\n"
    file.seek(0, os.SEEK_END)
    if whole:
        return ""
    return f" {TORN}\n" if read_decisions(_text(path), str(path)).notes else "\n"


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DataError(f"cannot be read ({error.strerror or error})", file=path) from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise DataError("not UTF-8", file=path, line=line, advice="save it as CSV UTF-8") from None
