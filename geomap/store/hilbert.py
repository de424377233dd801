"""The Hilbert curve over the world: points near each other get numbers near each other.

A file in this order can be read by region: each group of rows covers a small box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BITS = 16  # cells of 0.0055° of longitude: 600 m at the equator


def distance(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.int64]:
    """How far along the curve each point lies; points that are not known (NaN) come last.

    After "Programming the Hilbert curve" (J. Skilling, 2004) in its two-dimensional, loop-over-bits form.

    Args:
        lon: Degrees, -180 to 180.
        lat: Degrees, -90 to 90.
    """
    import numpy as np

    known = ~(np.isnan(lon) | np.isnan(lat))
    top = (1 << BITS) - 1
    x = _cell(np.where(known, lon, 0.0), 360.0, top)
    y = _cell(np.where(known, lat, 0.0), 180.0, top)
    along = np.zeros(len(lon), dtype=np.int64)
    step = 1 << (BITS - 1)
    while step:
        right, up = (x & step) > 0, (y & step) > 0
        along += np.int64(step) * step * ((3 * right) ^ up)
        # The quarters at the lower edge are turned, so that the curve goes on where the last one ended.
        flip = ~up & right
        x, y = np.where(flip, top - x, x), np.where(flip, top - y, y)
        x, y = np.where(up, x, y), np.where(up, y, x)
        step >>= 1
    return np.where(known, along, np.iinfo(np.int64).max)


def _cell(degrees: NDArray[np.float64], whole: float, top: int) -> NDArray[np.int64]:
    import numpy as np

    return np.clip((degrees / whole + 0.5) * top, 0, top).astype(np.int64)
