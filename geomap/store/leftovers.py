"""What a killed writer leaves beside its target: a folder that is swept by the next one, once surely nobody's.

A writer holds a lock of the system on its folder, which goes with the process, however that ends. A folder that can
be locked is therefore abandoned. Where there are no such locks (Windows, some network disks) nothing is swept.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = ".geomap-writing-"
_NAME = re.compile(re.escape(PREFIX) + "[a-z0-9_]{8}")  # as tempfile names them
_LEAST_AGE = 60.0  # seconds: between making its folder and locking it a writer holds nothing


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Say that somebody writes in a folder, while the block runs."""
    handle = _locked(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def sweep(parent: Path) -> None:
    """Remove the folders in `parent` whose writers are gone."""
    with contextlib.suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                _remove_if_abandoned(Path(entry.path))


def _remove_if_abandoned(folder: Path) -> None:
    with contextlib.suppress(OSError):
        if time.time() - folder.stat().st_mtime < _LEAST_AGE:
            return
        handle = _locked(folder)
        if handle is not None:
            try:
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(handle)


def _locked(folder: Path) -> int | None:
    """A handle that locks a folder; None where another process has it, or where folders cannot be locked."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle
