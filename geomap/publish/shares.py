"""How much of a square lies in a country or division."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geomap import boundaries
from geomap.topology import BBox

if TYPE_CHECKING:
    from shapely import MultiPolygon

_SAMPLES = 5  # points a side


def share_inside(box: BBox, code: str) -> float:
    """The part of a box that an outline covers, by a lattice of points; 0 where there is no outline.

    Args:
        box: West, south, east, north, degrees.
        code: ISO 3166-1 or 3166-2.
    """
    import numpy as np
    from shapely import contains_xy

    shape = _shape(code)
    if shape is None:
        return 0.0
    west, south, east, north = box
    steps = (np.arange(_SAMPLES) + 0.5) / _SAMPLES
    lon, lat = np.meshgrid(west + steps * (east - west), south + steps * (north - south))
    return float(contains_xy(shape, lon, lat).mean())


@cache
def _shape(code: str) -> MultiPolygon | None:
    from shapely import MultiPolygon, prepare

    outline = boundaries.admin1_outline(code) if "-" in code else _country(code)
    if outline is None:
        return None
    shape = MultiPolygon([(polygon[0], polygon[1:]) for polygon in outline.polygons])
    prepare(shape)
    return shape


def _country(code: str) -> boundaries.Outline | None:
    row = boundaries.country_row(code)
    if row is None:
        return None
    return next((one for one in boundaries.countries(row.bbox) if one.code == code), None)
