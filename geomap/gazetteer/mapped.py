"""Files of arrays that are mapped into memory rather than read: named sections behind a table of offsets."""

from __future__ import annotations

import contextlib
import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from geomap.gazetteer import cache

T = TypeVar("T")


def pack(magic: bytes, names: Sequence[str], sections: Mapping[str, bytes]) -> bytes:
    """A file: eight bytes of magic, its length, the offsets of its sections, then those in the order of their names."""
    offsets = array("Q", [16 + 8 * (len(names) + 1)])
    for name in names:
        offsets.append(offsets[-1] + len(sections[name]))
    head = (magic, offsets[-1].to_bytes(8, sys.byteorder), offsets.tobytes())
    return b"".join((*head, *(sections[name] for name in names)))


def unpack(magic: bytes, names: Sequence[str], types: Mapping[str, str], buffer: Any) -> dict[str, Any]:
    """The sections of a file as arrays of their type (bytes where none is given), without copying.

    Raises:
        ValueError: It is not a whole file of this sort.
    """
    view: Any = memoryview(buffer)
    if bytes(view[:8]) != magic or int.from_bytes(view[8:16], sys.byteorder) != len(view):
        raise ValueError("not a whole index")
    offsets = view[16 : 16 + 8 * (len(names) + 1)].cast("Q")
    return {
        name: view[offsets[i] : offsets[i + 1]].cast(types.get(name, "B")) for i, name in enumerate(names)
    }


def open_or_build(sort: str, path: Path, read: Callable[[Any], T], build: Callable[[], bytes]) -> T:
    """What `read` makes of a compiled file, mapped; compiled first where it is not there or not whole.

    Two processes that make it at once each write a whole file beside it, and the later one replaces the earlier.
    """
    with contextlib.suppress(OSError, ValueError):
        return read(_mapped(path))
    data = build()
    try:
        cache.write_beside(path, data)
        cache.prune(sort, path, keep=2)
    except OSError:  # a full disk costs time on the next start, nothing else
        return read(data)
    return read(_mapped(path))


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def key_hash(key: str) -> int:
    """The 64-bit hash under which a key is filed; blanks do not count ("deir ezzor", "deirezzor")."""
    return int.from_bytes(blake2b(key.replace(" ", "").encode(), digest_size=8).digest(), "little")


def filed(hashes: Sequence[int], wanted: int) -> Iterator[int]:
    """The positions of a hash in a sorted array of them."""
    at = bisect_left(hashes, wanted)
    while at < len(hashes) and hashes[at] == wanted:
        yield at
        at += 1


def texts(parts: Iterable[bytes]) -> tuple[bytes, array[int]]:
    """Texts one after the other, and where each begins, with the end of the last."""
    joined, at = bytearray(), array("I", [0])
    for part in parts:
        joined += part
        at.append(len(joined))
    return bytes(joined), at
