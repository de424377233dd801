"""Compiled files in the user's cache folder: written beside and renamed, rebuilt when broken or out of date."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

KEEP = 6  # compiled files of one sort kept beside each other (several checkouts, overlays or versions)


def cache_dir() -> Path:
    """The folder for compiled files, made on first use; a temporary one where the user's cannot be written."""
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("geomap", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    fallback = Path(tempfile.gettempdir()) / f"geomap-cache-{_user()}"
    fallback.mkdir(mode=0o700, exist_ok=True)
    return fallback


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def stat_key(paths: Iterable[Path], *more: str) -> str:
    """A short key over names, sizes and times of files: cheap to take, and different after every edit."""
    digest = hashlib.sha256()
    for path in paths:
        stat = path.stat()
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    for text in more:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:16]


def write_beside(path: Path, data: bytes) -> None:
    """Replace `path` in one step, so that a reader, or a second writer, only ever sees a whole file."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def compiled(sort: str, key: str, read: Callable[[bytes], T], build: Callable[[], tuple[T, bytes]]) -> T:
    """The value kept under `sort`-`key`, built and kept when it is not there or cannot be read.

    Args:
        sort: What it is, the first part of the file's name.
        key: Changes whenever anything that went in changes.
        read: Bytes to value; any exception means broken, and then it is built anew.
        build: Makes the value and its bytes.
    """
    path = cache_dir() / f"{sort}-{key}.bin"
    with contextlib.suppress(Exception):  # absent or broken in whatever way: the remedy is the same
        return read(path.read_bytes())
    value, data = build()
    with contextlib.suppress(OSError):  # a full or read-only disk costs time on the next start, nothing else
        write_beside(path, data)
        prune(sort, path)
    return value


def seal(key: str, data: bytes) -> bytes:
    """Bytes with what they were made for and a checksum of both, for a file that is believed without a second look."""
    whole = key.encode() + b"\0" + data
    return hashlib.sha256(whole).digest() + whole


def unseal(key: str, sealed: bytes) -> bytes:
    """What `seal` was given.

    Raises:
        ValueError: It was made for another key, cut, or changed since.
    """
    checksum, whole = sealed[:_CHECKSUM], sealed[_CHECKSUM:]
    made_for, _, data = whole.partition(b"\0")
    if made_for != key.encode() or hashlib.sha256(whole).digest() != checksum:
        raise ValueError(f"not what was kept for {key}")
    return data


_CHECKSUM = hashlib.sha256().digest_size


def fingerprint(path: Path, pieces: int = 32, size: int = 4096) -> str:
    """A hash of a big file's size and of pieces spread over it: the same in every virtual environment.

    Reading all of 80 MB would cost more than opening what was compiled from it.
    """
    total = path.stat().st_size
    digest = hashlib.sha256(str(total).encode())
    with path.open("rb") as file:
        for piece in range(pieces):
            file.seek(piece * max(total - size, 0) // (pieces - 1))
            digest.update(file.read(size))
    return digest.hexdigest()[:16]


def prune(sort: str, newest: Path, keep: int = KEEP) -> None:
    """Drop the oldest compiled files of a sort, so that the cache does not grow with every edit."""
    files = sorted(newest.parent.glob(f"{sort}-*.bin"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in files[keep:]:
        with contextlib.suppress(OSError):
            old.unlink()
