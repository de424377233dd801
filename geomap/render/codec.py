"""How numbers and words travel inside the page: byte planes, gzip, base64. `static/codec.js` reads them back.

The same input gives the same bytes on every run, and ten values go the way of a million.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

_WIDTHS: tuple[tuple[str, Any, int], ...] = (
    ("u8", np.uint8, 0xFF),
    ("u16", np.uint16, 0xFFFF),
    ("u32", np.uint32, 0xFFFFFFFF),
)


def pack(values: Sequence[int] | np.ndarray[Any, Any], *, delta: bool = False) -> dict[str, Any]:
    """A column of non-negative integers below 2**32 as JSON can hold it.

    Args:
        values: The numbers, in row order.
        delta: Store the differences between neighbours: smaller where rows that are near have near values.

    Returns:
        `{"t": type, "z": 1 if delta, "d": base64 of gzip of byte planes}`.
    """
    column = np.asarray(values, dtype=np.int64)
    if delta:
        steps = np.diff(column, prepend=np.int64(0))
        column = (steps << 1) ^ (steps >> 63)  # zigzag: small negatives become small positives
    top = int(column.max(initial=0))
    name, dtype, _ = next(width for width in _WIDTHS if top <= width[2])
    # Bytes of equal significance side by side compress far better than whole numbers.
    raw = np.ascontiguousarray(column.astype(dtype)).view(np.uint8)
    planes = raw.reshape(len(column), np.dtype(dtype).itemsize).T.tobytes()
    return {"t": name, "d": squeeze(planes)} | ({"z": 1} if delta else {})


def pack_json(value: object) -> str:
    """Any JSON value as base64 of its gzipped text."""
    return squeeze(msgspec.json.encode(value))


def squeeze(raw: bytes) -> str:
    """gzip without a date in its header, as base64."""
    return base64.b64encode(gzip.compress(raw, 6, mtime=0)).decode("ascii")
