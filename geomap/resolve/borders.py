"""The border between two countries as a place: the middle of what their outlines share."""

from __future__ import annotations

from functools import cache

from geomap import boundaries
from geomap.geo import distance_km
from geomap.model import Place

_COARSE = 0.05  # degrees: a border's middle needs no more


@cache
def border_place(one: str, other: str, name: str) -> Place | None:
    """The border between two countries as a place: the middle of what they share; None where they share none.

    Args:
        one: ISO 3166-1 code.
        other: The other country's.
        name: What to call it.
    """
    shared = _shared(one, other)
    if not shared:
        return None
    middle = shared[len(shared) // 2]
    reach = max(distance_km(*middle, *point) for point in shared)
    return Place(
        id=f"border:{'-'.join(sorted((one, other)))}",
        name=name,
        kind="region",
        lon=round(middle[0], 3),
        lat=round(middle[1], 3),
        radius_km=round(max(20.0, reach), 1),
        extent_km=round(max(20.0, reach), 1),
        sources=("Natural Earth",),
        confidence="low",
        origin="boundaries",
    )


def _shared(one: str, other: str) -> list[tuple[float, float]]:
    """Points that both outlines have: neighbours share their arcs."""
    theirs = set(_points(other))
    return [point for point in _points(one) if point in theirs]


@cache
def _points(country: str) -> list[tuple[float, float]]:
    """The points of a country's outline."""
    outlines = boundaries.countries(tolerance=_COARSE, codes=(country,))
    return [point for o in outlines[-1:] for polygon in o.polygons for ring in polygon for point in ring]
