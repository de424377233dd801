"""One writer a store: a second one waits, and is told whom it waits for."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from geomap.errors import DataError
from geomap.store.location import Database, Location, locate


@contextlib.contextmanager
def locked(
    path: Location | str, *, wait: float = 60.0, waiting: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Hold `<store>.lock` beside the store, or an advisory lock of the database, while the block runs.

    Args:
        path: The store.
        wait: Seconds to wait for another writer.
        waiting: Called once with who holds the lock, before the waiting.

    Raises:
        DataError: The other writer did not finish in time, or the folder cannot be written.
    """
    where = locate(path)
    if isinstance(where, Database):
        from geomap.store import postgis

        with postgis.locked(where, wait=wait, waiting=waiting):
            yield
        return
    with _locked_file(where, wait, waiting):
        yield


@contextlib.contextmanager
def _locked_file(path: Path, wait: float, waiting: Callable[[str], None] | None) -> Iterator[None]:
    import filelock

    target = path.resolve()
    name = target.with_name(target.name + ".lock")
    lock = filelock.FileLock(name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            if waiting is not None:
                waiting(_holder(name))
            lock.acquire(timeout=wait)
    except filelock.Timeout:
        advice = "wait until it is done; a lock that nobody holds any more goes by itself"
        raise DataError(f"in use by {_holder(name)}", file=path, advice=advice) from None
    except OSError as error:
        advice = "write elsewhere with -o"
        raise DataError(f"cannot be written ({error.strerror or error})", file=path, advice=advice) from error
    try:
        with contextlib.suppress(OSError):
            name.write_text(f"process {os.getpid()} on {socket.gethostname()}", encoding="utf-8")
        yield
    finally:
        # Removed while still held: filelock notices a lock file that was unlinked under it and tries again.
        with contextlib.suppress(OSError):
            name.unlink()
        lock.release()


def _holder(name: Path) -> str:
    try:
        return name.read_text(encoding="utf-8", errors="replace")[:100] or "another geomap"
    except OSError:
        return "another geomap"
