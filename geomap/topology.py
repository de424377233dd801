"""Outlines that share their borders: decoding, stitching, simplifying and clipping arcs. Plain Python.

Points are (lon, lat) in degrees. A ring is a list of signed arc numbers, as in TopoJSON: `~n` is arc n backwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

Point = tuple[float, float]
BBox = tuple[float, float, float, float]  # west, south, east, north

KM_PER_DEGREE = 111.195  # of latitude, on a sphere of 6371.0088 km (IUGG mean radius)


def decode_arc(flat: Sequence[int], scale: Point, translate: Point) -> list[Point]:
    """Points of one arc from `x, y, dx, dy, …` on its grid."""
    sx, sy = scale
    tx, ty = translate
    return [
        (x * sx + tx, y * sy + ty) for x, y in zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True)
    ]


def stitch(
    ring: Iterable[int], arcs: Sequence[Sequence[Point]] | Mapping[int, Sequence[Point]]
) -> list[Point]:
    """The closed ring of points that the signed arcs draw one after the other."""
    out: list[Point] = []
    for number in ring:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        out.extend(points[1:] if out else points)
    return out


def uncross(rings: Sequence[Sequence[Point]]) -> list[list[list[Point]]]:
    """A polygon that steps over the antimeridian as polygons on either side of it; any other as it is.

    RFC 7946, 3.1.9. A ring around a pole (Antarctica) is closed along the pole.
    """
    if not any(abs(a[0] - b[0]) > 180 for ring in rings for a, b in pairwise(ring)):
        return [[list(ring) for ring in rings]]
    unrolled = [_unroll(ring) for ring in rings]
    parts: list[list[list[Point]]] = []
    for shift in (-360, 0, 360):
        cut = [clip_ring(ring, (shift - 180, -90, shift + 180, 90)) for ring in unrolled]
        moved = [[(lon - shift, lat) for lon, lat in ring] for ring in cut if ring]
        if cut[0]:
            parts.append(moved)
    return parts


def _unroll(ring: Sequence[Point]) -> list[Point]:
    """The ring with longitudes that run on past 180 instead of jumping."""
    out, turn = [ring[0]], 0
    for a, b in pairwise(ring):
        turn += 360 if a[0] - b[0] > 180 else -360 if b[0] - a[0] > 180 else 0
        out.append((b[0] + turn, b[1]))
    if turn:
        pole = -90.0 if out[0][1] < 0 else 90.0
        out += [(out[-1][0], pole), (out[0][0], pole), out[0]]
    return out


def bbox_of(points: Iterable[Point]) -> BBox:
    """The smallest box around the points."""
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def overlap(a: BBox, b: BBox) -> bool:
    """Whether two boxes share a point."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker (1973): fewer points, none further than `tolerance` degrees from the line drawn.

    The ends stay, so that simplified arcs still meet; a closed arc keeps its farthest point, so that it stays a ring.
    """
    if tolerance <= 0 or len(points) < 3:
        return list(points)
    keep = bytearray(len(points))
    keep[0] = keep[-1] = 1
    stack = [(0, len(points) - 1)]
    limit = tolerance * tolerance
    while stack:
        first, last = stack.pop()
        far, where = _farthest(points, first, last)
        if far > limit:
            keep[where] = 1
            stack += [(first, where), (where, last)]
    return [p for p, kept in zip(points, keep, strict=True) if kept]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[float, int]:
    """Squared distance and index of the point between `first` and `last` farthest from their segment."""
    (ax, ay), (bx, by) = points[first], points[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    best, where = -1.0, first
    for i in range(first + 1, last):
        px, py = points[i][0] - ax, points[i][1] - ay
        if length:
            t = (px * dx + py * dy) / length
            t = 0.0 if t < 0 else 1.0 if t > 1 else t
            px, py = px - t * dx, py - t * dy
        square = px * px + py * py
        if square > best:
            best, where = square, i
    return best, where


def clip_line(points: Sequence[Point], box: BBox) -> list[list[Point]]:
    """The parts of a polyline inside a box (Liang and Barsky, 1984), each at least two points long."""
    parts: list[list[Point]] = []
    for a, b in pairwise(points):
        segment = None if abs(a[0] - b[0]) > 180 else _clip_segment(a, b, box)
        if segment is None:  # outside, or a step over the antimeridian
            continue
        if parts and parts[-1][-1] == segment[0]:
            parts[-1].append(segment[1])
        else:
            parts.append(list(segment))
    return parts


def _clip_segment(a: Point, b: Point, box: BBox) -> tuple[Point, Point] | None:
    """The part of one segment inside the box, or None."""
    west, south, east, north = box
    if west <= a[0] <= east and west <= b[0] <= east and south <= a[1] <= north and south <= b[1] <= north:
        return a, b
    dx, dy = b[0] - a[0], b[1] - a[1]
    start, end = 0.0, 1.0
    for step, room in ((-dx, a[0] - west), (dx, east - a[0]), (-dy, a[1] - south), (dy, north - a[1])):
        if step == 0:
            if room < 0:
                return None
            continue
        t = room / step
        if step < 0:
            start = max(start, t)
        else:
            end = min(end, t)
    if start >= end:
        return None
    return (a[0] + start * dx, a[1] + start * dy), (a[0] + end * dx, a[1] + end * dy)


def clip_ring(ring: Sequence[Point], box: BBox) -> list[Point]:
    """A ring cut to a box (Sutherland and Hodgman, 1974), for filling; empty when nothing is left."""
    for axis, edge, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        ring = _clip_half(ring, axis, edge, sign)
        if len(ring) < 4:
            return []
    return list(ring)


def _clip_half(ring: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """The ring on one side of a vertical or horizontal line, closed."""
    out: list[Point] = []
    for a, b in pairwise(ring):
        a_in, b_in = (a[axis] - edge) * sign >= 0, (b[axis] - edge) * sign >= 0
        if a_in:
            out.append(a)
        if a_in != b_in:
            t = (edge - a[axis]) / (b[axis] - a[axis])
            out.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
    if out and out[0] != out[-1]:
        out.append(out[0])
    return out


def inside(lon: float, lat: float, rings: Iterable[Sequence[Point]]) -> bool:
    """Whether a point lies in the area that rings enclose (even and odd, so holes count)."""
    within = False
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax:
                within = not within
    return within


def area_km2(ring: Sequence[Point]) -> float:
    """Area of a ring on the sphere, km², without sign (Chamberlain and Duquette, 2007)."""
    sines = [math.sin(math.radians(lat)) for _, lat in ring]
    total = sum(
        (b[0] - a[0]) * (2 + sine_a + sine_b)
        for (a, b), (sine_a, sine_b) in zip(pairwise(ring), pairwise(sines), strict=True)
    )
    radius = math.degrees(KM_PER_DEGREE)
    return abs(math.radians(total)) * radius * radius / 2


def segment_km(lon: float, lat: float, a: Point, b: Point) -> float:
    """Distance in km from a point to a segment, on the plane that touches the point: good to 1 % within 100 km."""
    narrow = math.cos(math.radians(lat))
    ax, ay = (a[0] - lon) * narrow, a[1] - lat
    dx, dy = (b[0] - a[0]) * narrow, b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if not length else min(1.0, max(0.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + t * dx, ay + t * dy) * KM_PER_DEGREE


def middle(rings: Sequence[Sequence[Point]]) -> Point:
    """The centroid of a polygon (outer ring first, then holes); a point well inside where that lies outside."""
    west, south, _, _ = bbox_of(rings[0])  # from the corner: sums of small numbers keep their digits
    twice = x = y = 0.0
    for (ax, ay), (bx, by) in pairwise(rings[0]):
        cross = (ax - west) * (by - south) - (bx - west) * (ay - south)
        twice += cross
        x += (ax + bx - 2 * west) * cross
        y += (ay + by - 2 * south) * cross
    if twice:
        point = (west + x / (3 * twice), south + y / (3 * twice))
        if inside(*point, rings):
            return point
    return interior_point(rings)


def interior_point(rings: Sequence[Sequence[Point]]) -> Point:
    """A point well inside a polygon (outer ring first, then holes), for a label.

    Of the stretches inside on five parallels, the middle that lies deepest.
    """
    _, south, _, north = bbox_of(rings[0])
    best, chosen = -1.0, rings[0][0]
    outline = [p for ring in rings for p in ring[:: max(1, len(ring) // 120)]]
    for step in range(1, 6):
        lat = south + (north - south) * step / 6
        crossings = sorted(_crossings(rings, lat))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            lon = (left + right) / 2
            narrow = math.cos(math.radians(lat))
            depth = min(((p[0] - lon) * narrow) ** 2 + (p[1] - lat) ** 2 for p in outline)
            if depth > best:
                best, chosen = depth, (lon, lat)
    return chosen


def _crossings(rings: Iterable[Sequence[Point]], lat: float) -> Iterable[float]:
    """Longitudes where the rings cross a parallel."""
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > lat) != (by > lat):
                yield ax + (bx - ax) * (lat - ay) / (by - ay)
