"""A fixed grid of squares over the globe: the same square for the same place always, never laid around a site.

Rows are counted from the equator and are as tall as the squares are wide; in each row as many whole squares as fit
go round from the antimeridian, so across its middle a square is never narrower than it is called. Degrees WGS 84, km.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from geomap.geo import EARTH_KM, distance_km

PREFIX = "grid-"  # of the ids of squares
_KM_PER_DEGREE = math.radians(EARTH_KM)  # of latitude
_ABOVE = 0.1  # km: radii are rounded up to it


class Square(NamedTuple):
    """One square of the grid.

    Attributes:
        id: `grid-10km-391-2101`: its side, row from the equator (negative in the south), column from 180° W.
        lon: Of its middle.
        lat: Of its middle.
        km: Its side.
        reach_km: From its middle to its farthest corner, rounded up.
        box: West, south, east, north.
    """

    id: str
    lon: float
    lat: float
    km: float
    reach_km: float
    box: tuple[float, float, float, float]


def square_at(lon: float, lat: float, km: float) -> Square:
    """The square of the grid that a point lies in.

    Args:
        lon: Degrees, -180 to 180; 180 is -180.
        lat: Degrees, -90 to 90.
        km: The side of the squares.
    """
    tall = km / _KM_PER_DEGREE
    row = math.floor(lat / tall)
    south, north = max(row * tall, -90.0), min((row + 1) * tall, 90.0)
    middle = (south + north) / 2
    round_km = 360 * _KM_PER_DEGREE * math.cos(math.radians(middle))
    columns = max(int(round_km / km), 1)
    column = min(math.floor((lon + 180) % 360 / 360 * columns), columns - 1)
    west, east = column * 360 / columns - 180, (column + 1) * 360 / columns - 180
    centre = round((west + east) / 2, 4), round(middle, 4)
    corners = [(x, y) for x in (west, east) for y in (south, north)]
    reach = max(distance_km(*centre, *corner) for corner in corners)
    return Square(
        id=f"{PREFIX}{km:g}km-{row}-{column}",
        lon=centre[0],
        lat=centre[1],
        km=km,
        reach_km=math.ceil(reach / _ABOVE) * _ABOVE,
        box=(west, south, east, north),
    )
