"""Write a file whole or not at all: beside its target, synced, then renamed over it."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from geomap.errors import DataError
from geomap.store import leftovers

_BELOW_A_FILE = "a part of this path is a file, not a folder"
_ADVICE = {
    errno.ENOSPC: "free some space or write elsewhere with -o; the old file is untouched",
    errno.EDQUOT: "the quota is used up; write elsewhere with -o; the old file is untouched",
    errno.EFBIG: "the file may not grow so large; write elsewhere with -o; the old file is untouched",
    errno.EACCES: "write elsewhere with -o, or change the permissions",
    errno.EPERM: "write elsewhere with -o, or change the permissions",
    errno.EROFS: "the file system is read-only; write elsewhere with -o",
    errno.EISDIR: "name a file, not a folder",
    errno.ENOTDIR: _BELOW_A_FILE,
    errno.EEXIST: _BELOW_A_FILE,  # what making a folder says of it
}


def write_bytes(path: Path | str, data: bytes) -> None:
    """Replace `path` by `data`, or leave it as it is.

    Raises:
        DataError: the target is a folder, cannot be written, or the disk is full.
    """

    def write(beside: Path) -> None:
        beside.write_bytes(data)

    replace(path, write)


def replace(path: Path | str, write: Callable[[Path], None]) -> None:
    """Call `write` with a new path beside `path`, sync what it wrote, and rename it over `path`.

    For writers that want a file name of their own (GDAL, zip). The new name keeps the suffixes of `path`, by
    which drivers recognise a format. Missing folders are made.

    Raises:
        DataError: the target is a folder, cannot be written, or the disk is full.
    """
    target = Path(path)
    with _said_as_data_error(target):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        # A link is followed, so that the file it names is replaced and not the link itself.
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():
            _into_device(target, write)
            return
        leftovers.sweep(target.parent)
        with _beside(target, target.parent) as beside:
            write(beside)
            _sync(beside)
            _take_over(beside, target)
            beside.replace(target)
        _sync(target.parent)


def _into_device(target: Path, write: Callable[[Path], None]) -> None:
    """Write to a pipe or a device such as /dev/null, which a rename would destroy."""
    with _beside(target, Path(tempfile.gettempdir())) as beside:
        write(beside)
        with target.open("wb") as device:
            device.write(beside.read_bytes())


@contextlib.contextmanager
def _beside(target: Path, parent: Path) -> Iterator[Path]:
    """A folder of its own next to the target: what a driver leaves there besides the file goes with it."""
    with (
        tempfile.TemporaryDirectory(
            dir=parent, prefix=leftovers.PREFIX, ignore_cleanup_errors=True
        ) as folder,
        leftovers.held(Path(folder)),
    ):
        yield Path(folder) / target.name


@contextlib.contextmanager
def _said_as_data_error(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (
            "is a folder" if error.errno == errno.EISDIR else f"cannot be written ({error.strerror or error})"
        )
        raise DataError(reason, file=target, advice=_ADVICE.get(error.errno or 0)) from error


def _take_over(beside: Path, target: Path) -> None:
    """Give the new file the permissions, and where that is allowed the owner, of the one it replaces."""
    try:
        old = target.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(beside, old.st_uid, old.st_gid)
    beside.chmod(old.st_mode & 0o7777)


def _sync(path: Path) -> None:
    """Ask the system to put a file, or a folder's list of files, on the disk."""
    if path.is_dir() and os.name == "nt":  # Windows has no handle for a folder
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # file systems without sync of folders
            raise
    finally:
        os.close(handle)
