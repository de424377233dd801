"""Lines and rings: the small geometry under the map."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap import topology as topo

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
HOLE = [(1.0, 1.0), (1.0, 3.0), (3.0, 3.0), (3.0, 1.0), (1.0, 1.0)]
points = st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=2, max_size=40)


@given(points, st.floats(0.01, 3))
def test_simplifying_moves_no_line_further_than_asked(line: list[topo.Point], tolerance: float) -> None:
    """The map's coarse borders are as true as its zoom needs."""
    short = topo.simplify(line, tolerance)
    assert short[0] == line[0]
    assert short[-1] == line[-1]
    for point in line:
        nearest = min(distance(point, a, b) for a, b in pairwise(short))
        assert nearest <= tolerance + 1e-9


def distance(p: topo.Point, a: topo.Point, b: topo.Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if not length else min(1.0, max(0.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


@given(points)
def test_clipped_lines_stay_in_their_box(line: list[topo.Point]) -> None:
    """Nothing sticks out of the map."""
    box = (-3.0, -2.0, 4.0, 5.0)
    for part in topo.clip_line(line, box):
        assert len(part) > 1
        for lon, lat in part:
            assert -3 - 1e-9 <= lon <= 4 + 1e-9
            assert -2 - 1e-9 <= lat <= 5 + 1e-9


def test_a_line_that_leaves_and_returns_is_two() -> None:
    """No straight line is drawn between the places where a border leaves the map and comes back."""
    line = [(0.0, 0.0), (3.0, 0.0), (3.0, 1.0), (0.0, 1.0)]
    assert topo.clip_line(line, (-1, -1, 2, 2)) == [[(0.0, 0.0), (2.0, 0.0)], [(2.0, 1.0), (0.0, 1.0)]]


def test_a_ring_around_the_box_fills_it() -> None:
    """A country larger than the map covers it wholly."""
    ring = topo.clip_ring(SQUARE, (1, 1, 2, 2))
    assert topo.bbox_of(ring) == (1, 1, 2, 2)
    assert topo.clip_ring(SQUARE, (10, 10, 11, 11)) == []


def test_a_hole_is_not_inside() -> None:
    """An enclave belongs to another country."""
    assert topo.inside(0.5, 0.5, [SQUARE, HOLE])
    assert not topo.inside(2, 2, [SQUARE, HOLE])


def test_the_label_avoids_a_hole() -> None:
    """The name of a ring-shaped governorate does not stand in the city that it surrounds."""
    lon, lat = topo.interior_point([SQUARE, HOLE])
    assert topo.inside(lon, lat, [SQUARE, HOLE])


def test_the_middle_is_the_centroid_where_that_lies_inside() -> None:
    """A governorate's point is its middle, not where it is widest; a crescent's is on the crescent."""
    long = [(0.0, 0.0), (1.0, 0.0), (1.0, 8.0), (3.0, 9.0), (0.0, 9.0), (0.0, 0.0)]
    assert topo.middle([long]) == pytest.approx((0.617, 4.917), abs=0.001)
    lon, lat = topo.middle([SQUARE, HOLE])
    assert topo.inside(lon, lat, [SQUARE, HOLE])


def test_a_ring_over_the_antimeridian_becomes_two_polygons() -> None:
    """RFC 7946, 3.1.9: Chukotka is on both sides of the map, and nothing lies between."""
    ring = [(170.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (170.0, 70.0), (170.0, 60.0)]
    east, west = sorted((topo.bbox_of(part[0]) for part in topo.uncross([ring])), reverse=True)
    assert east == (170, 60, 180, 70)
    assert west == (-180, 60, -170, 70)


def test_areas_and_distances_are_those_of_the_earth() -> None:
    """One degree square at the equator is 12,364 km² on the sphere; a degree of latitude 111.2 km."""
    square = [(0.0, -0.5), (1.0, -0.5), (1.0, 0.5), (0.0, 0.5), (0.0, -0.5)]
    assert topo.area_km2(square) == pytest.approx(12_364, rel=1e-3)
    assert topo.segment_km(10, 60, (10, 61), (10, 62)) == pytest.approx(111.2, rel=1e-3)
    assert topo.segment_km(10, 60, (11, 59), (11, 61)) == pytest.approx(55.6, rel=1e-2)
