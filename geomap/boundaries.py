"""Countries and first-level divisions: outlines, label points, what lies where, lines for a map.

From Natural Earth (public domain), compiled at build time; every point is (lon, lat), WGS 84. Outlines are good to
about 1 km where a border is surveyed and to 15 km at worst, so an answer within `NEAR_KM` of a line is "near the
border", not a fact. Answers follow United Nations usage (`gazetteer/disputed.toml`): Crimea is in Ukraine, the Golan
in Syria; outlines show who controls the ground, except that Crimea is drawn with Ukraine.

Rows (`country_row`, `admin1_rows`) load in a few ms. Outlines are decoded a country at a time; shapely is imported
by `country_at` and `admin1_at` alone.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from geomap import topology as topo
from geomap.assets import read_bytes
from geomap.topology import BBox, Point

if TYPE_CHECKING:
    from shapely import MultiPolygon

NEAR_KM = 15.0  # the outlines' error at worst

Resolution = Literal["10m", "50m", "110m"]
LineKind = Literal["border", "disputed", "coast", "admin1"]
Rings = list[list[Point]]  # of one polygon, the outer ring first, each closed

_KINDS: dict[str, LineKind] = {"b": "border", "d": "disputed", "c": "coast", "a": "admin1"}
# Degrees: coarser outlines do when a line may be this far from the truth.
_COARSE: tuple[tuple[float, Resolution], ...] = ((0.08, "110m"), (0.02, "50m"))


class Row(msgspec.Struct, frozen=True, array_like=True):
    """An area without its outline.

    `id` is the ISO code, or `IQ:Halabja` where there is none; (lon, lat) is the middle of the largest part, inside
    it; `radius_km` is that of a circle of equal area; the box is west, south, east, north.
    """

    id: str
    code: str
    country: str
    name: str
    lon: float
    lat: float
    radius_km: float
    west: float
    south: float
    east: float
    north: float

    @property
    def bbox(self) -> BBox:
        """West, south, east, north, degrees."""
        return self.west, self.south, self.east, self.north


class Outline(NamedTuple):
    """An area with its outline. `code` is ISO 3166-1 or 3166-2, empty where none is sure; see `Row` for `id`."""

    id: str
    code: str
    country: str
    name: str
    polygons: list[Rings]


class Line(NamedTuple):
    """A line for a map: a country's border, a disputed one (to be dashed), a coast, a division's border."""

    kind: LineKind
    points: list[Point]


class Disputed(msgspec.Struct, frozen=True, kw_only=True):
    """An area of `gazetteer/disputed.toml`: what we answer, and who controls and claims it."""

    id: str
    name: str
    country: str
    note: str
    claimed_by: tuple[str, ...] = ()
    held_by: str | None = None
    admin1: str | None = None
    see: str | None = None
    of: tuple[str, ...] = ()  # the countries that `ring` cuts the area out of
    ring: tuple[Point, ...] = ()
    polygons: tuple[tuple[tuple[int, ...], ...], ...] = ()  # or its own arcs in the 10m outlines


class Where(NamedTuple):
    """The area at a point.

    `distance_km` is from the point to the area's outline, at most `NEAR_KM` and infinite beyond it. A point in the
    sea or in a gap has `within` False and the nearest area. `disputed` is set inside a disputed area.
    """

    id: str
    code: str
    country: str
    name: str
    within: bool
    distance_km: float
    disputed: Disputed | None = None

    @property
    def near_border(self) -> bool:
        """Whether the outline's error could put the point on the other side."""
        return self.distance_km < NEAR_KM


class _Member(msgspec.Struct):
    """One topology of the archive."""

    scale: Point
    translate: Point
    arcs: list[list[int]]
    kinds: str
    outlines: list[tuple[str, str, str, list[list[list[int]]]]]


class _Topology:
    """A decoded member: its arcs as points, and the box of each."""

    def __init__(self, member: _Member) -> None:
        self.kinds = member.kinds
        self.outlines = member.outlines
        self.arcs = [topo.decode_arc(arc, member.scale, member.translate) for arc in member.arcs]
        self.boxes = [topo.bbox_of(arc) for arc in self.arcs]
        self._simplified: dict[tuple[int, float], list[Point]] = {}

    def arc(self, number: int, tolerance: float) -> list[Point]:
        """An arc simplified; neighbours stay joined, as they share their arcs."""
        if tolerance <= 0:
            return self.arcs[number]
        if (number, tolerance) not in self._simplified:
            self._simplified[number, tolerance] = topo.simplify(self.arcs[number], tolerance)
        return self._simplified[number, tolerance]

    def ring(self, numbers: Sequence[int], tolerance: float) -> list[Point]:
        """A closed ring of points."""
        return topo.stitch(numbers, {plain: self.arc(plain, tolerance) for plain in map(_plain, numbers)})


def _plain(number: int) -> int:
    """An arc's number without its direction."""
    return number if number >= 0 else ~number


# --- rows ---------------------------------------------------------------------------------------------------


def country_rows() -> Sequence[Row]:
    """Every country and territory, by code; a few areas of no agreed state have an empty code."""
    return _rows("countries.json")


def country_row(code: str) -> Row | None:
    """The row of a country by ISO 3166-1 alpha-2."""
    return _by_id("countries.json").get(code)


def admin1_rows(country: str | None = None) -> Sequence[Row]:
    """First-level divisions of one country, or of all."""
    rows = _rows("admin1.json")
    return rows if country is None else [row for row in rows if row.country == country]


def admin1_row(key: str) -> Row | None:
    """The row of a division by its id: ISO 3166-2, or `IQ:Halabja`."""
    return _by_id("admin1.json").get(key)


def disputed_areas() -> Sequence[Disputed]:
    """The disputed areas and what geomap answers for each."""
    return _disputed()


# --- outlines -----------------------------------------------------------------------------------------------


def countries(
    bbox: BBox | None = None, tolerance: float = 0.0, *, codes: Collection[str] | None = None
) -> Sequence[Outline]:
    """Country outlines.

    Args:
        bbox: Only what meets this box, cut to it; the cut edges are not borders, so fill but do not stroke them.
        tolerance: How far a line may be from the source, degrees; coarser sources are used from 0.02 on.
        codes: Only these, ISO 3166-1.
    """
    source = _world(_resolution(tolerance))
    return list(_outlines(source, "", bbox, tolerance, codes))


def admin1(country: str | None = None, bbox: BBox | None = None, tolerance: float = 0.0) -> Sequence[Outline]:
    """Outlines of the first-level divisions of one country, or of all; see `countries` for the arguments."""
    found: list[Outline] = []
    for code in _admin1_boxes() if country is None else (country,):
        box = _admin1_boxes().get(code)
        if box is not None and (bbox is None or topo.overlap(box, bbox)):
            found += _outlines(_divisions(code), code, bbox, tolerance)
    return found


def admin1_outline(key: str, tolerance: float = 0.0) -> Outline | None:
    """The outline of one division by its id."""
    row = admin1_row(key)
    if row is None:
        return None
    return next(o for o in admin1(row.country, tolerance=tolerance) if o.id == key)


def borders(
    bbox: BBox,
    tolerance: float = 0.0,
    *,
    kinds: Sequence[LineKind] = ("border", "disputed", "coast", "admin1"),
) -> Sequence[Line]:
    """Lines of a map inside a box, each drawn once: neighbours share their border.

    Args:
        bbox: West, south, east, north, degrees.
        tolerance: As in `countries`.
        kinds: Which lines. Divisions' lines are those between two divisions of one country.
    """
    lines = list(_lines(_world(_resolution(tolerance)), bbox, tolerance, kinds))
    if "admin1" in kinds:
        for code in _admin1_boxes():
            box = _admin1_boxes().get(code)
            if box is not None and topo.overlap(box, bbox):
                lines += _lines(_divisions(code), bbox, tolerance, ("admin1",))
    return lines


def admin1_lines(country: str, bbox: BBox, tolerance: float = 0.0) -> Sequence[Line]:
    """Lines between the divisions of one country, inside a box; see `borders` for the arguments."""
    box = _admin1_boxes().get(country)
    if box is None or not topo.overlap(box, bbox):
        return []
    return list(_lines(_divisions(country), bbox, tolerance, ("admin1",)))


# --- what lies where ----------------------------------------------------------------------------------------


def country_at(lon: float, lat: float) -> Where | None:
    """The country at a point, by UN usage; None in the open sea, more than `NEAR_KM` from land."""
    found = _area_at(lon, lat, "")
    area = _disputed_at(lon, lat, found) if found else None
    if found is None or area is None:
        return found
    row = country_row(area.country)
    name = row.name if row else area.name
    return found._replace(
        id=area.country or area.name, code=area.country, country=area.country, name=name, disputed=area
    )


def admin1_at(lon: float, lat: float) -> Where | None:
    """The first-level division at a point, in the country that `country_at` answers; None where there is none."""
    at = country_at(lon, lat)
    if at is None:
        return None
    if at.disputed is not None and at.disputed.admin1 is not None:
        row = admin1_row(at.disputed.admin1)
        if row is not None:
            return at._replace(id=row.id, code=row.code, country=row.country, name=row.name)
    found = _area_at(lon, lat, at.country)
    return found and found._replace(disputed=at.disputed)


def _area_at(lon: float, lat: float, country: str) -> Where | None:
    """The outline that holds a point, else the nearest within `NEAR_KM`; of countries, or of one's divisions."""
    from shapely import contains_xy

    best: Where | None = None
    for row in admin1_rows(country) if country else country_rows():
        if not topo.overlap(row.bbox, _around(lon, lat)):
            continue
        shape, rings = _shape(row.id, country)
        within = bool(contains_xy(shape, lon, lat))
        distance = _distance(lon, lat, rings)
        if within:
            return Where(row.id, row.code, row.country, row.name, True, distance)
        if distance <= NEAR_KM and (best is None or distance < best.distance_km):
            best = Where(row.id, row.code, row.country, row.name, False, distance)
    return best


def _distance(lon: float, lat: float, rings: Sequence[tuple[BBox, list[Point]]]) -> float:
    """Km from a point to the nearest of the stretches, infinite beyond `NEAR_KM`."""
    around = _around(lon, lat)
    near = [
        topo.segment_km(lon, lat, a, b)
        for box, points in rings
        if topo.overlap(box, around)
        for a, b in pairwise(points)
    ]
    distance = min(near, default=float("inf"))
    return distance if distance <= NEAR_KM else float("inf")


def _around(lon: float, lat: float) -> BBox:
    """A box that holds every point within `NEAR_KM`."""
    tall = NEAR_KM / topo.KM_PER_DEGREE
    wide = tall / max(0.01, math.cos(math.radians(lat)))
    return lon - wide, lat - tall, lon + wide, lat + tall


@cache
def _shape(key: str, country: str) -> tuple[MultiPolygon, list[tuple[BBox, list[Point]]]]:
    """A prepared shapely geometry, and its rings in stretches of 64 points with their boxes."""
    from shapely import MultiPolygon, prepare

    source = _divisions(country) if country else _world("10m")
    outline = next(o for o in _outlines(source, country, None, 0.0) if o.id == key)
    shape = MultiPolygon([(p[0], p[1:]) for p in outline.polygons])
    prepare(shape)
    stretches = [
        ring[i : i + 65]
        for polygon in outline.polygons
        for ring in polygon
        for i in range(0, len(ring) - 1, 64)
    ]
    return shape, [(topo.bbox_of(points), points) for points in stretches]


def _disputed_at(lon: float, lat: float, found: Where) -> Disputed | None:
    """The disputed area at a point that the outlines give to `found`."""
    for area in _disputed():
        if area.polygons:
            if topo.inside(lon, lat, _area_rings(area.id)):
                return area
        elif found.code in area.of and topo.inside(lon, lat, [area.ring]):
            return area
    return None


@cache
def _area_rings(key: str) -> list[list[Point]]:
    """The rings of a disputed area that the outlines draw apart."""
    area = next(area for area in _disputed() if area.id == key)
    return [_world("10m").ring(ring, 0.0) for polygon in area.polygons for ring in polygon]


# --- reading the archive ------------------------------------------------------------------------------------


@cache
def _archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(read_bytes("boundaries.zip")))


@cache
def _rows(member: str) -> list[Row]:
    return msgspec.json.decode(_archive().read(member), type=list[Row])


@cache
def _by_id(member: str) -> dict[str, Row]:
    return {row.id: row for row in _rows(member)}


@cache
def _disputed() -> list[Disputed]:
    return msgspec.json.decode(_archive().read("disputed.json"), type=list[Disputed])


@cache
def _world(resolution: Resolution) -> _Topology:
    return _decoded(f"world-{resolution}.json")


@cache
def _divisions(country: str) -> _Topology:
    return _decoded(f"admin1/{country}.json")


def _decoded(member: str) -> _Topology:
    return _Topology(msgspec.json.decode(_archive().read(member), type=_Member))


def _resolution(tolerance: float) -> Resolution:
    """The source that is good enough."""
    return next((name for limit, name in _COARSE if tolerance >= limit), "10m")


def _outlines(
    source: _Topology,
    country: str,
    bbox: BBox | None,
    tolerance: float,
    codes: Collection[str] | None = None,
) -> Iterator[Outline]:
    """The outlines of one topology, simplified and cut to the box."""
    for key, code, name, polygons in source.outlines:
        if codes is not None and code not in codes:
            continue
        shape: list[Rings] = []
        for polygon in polygons:
            if bbox is None or _meets(polygon[0], source, bbox):
                for part in topo.uncross([source.ring(ring, tolerance) for ring in polygon]):
                    shape += _cut(part, bbox)
        if shape:
            yield Outline(key, code, country or code, name, shape)


def _cut(rings: Rings, bbox: BBox | None) -> list[Rings]:
    """The polygon inside the box as a list of one, or of none when nothing is left."""
    cut = rings if bbox is None else [topo.clip_ring(ring, bbox) for ring in rings]
    return [[cut[0], *(ring for ring in cut[1:] if len(ring) > 3)]] if len(cut[0]) > 3 else []


def _meets(ring: Sequence[int], source: _Topology, bbox: BBox) -> bool:
    """Whether a ring's box meets another, without stitching it."""
    boxes = [source.boxes[_plain(n)] for n in ring]
    around = (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    )  # fmt: skip
    return topo.overlap(around, bbox)


def _lines(source: _Topology, bbox: BBox, tolerance: float, kinds: Sequence[LineKind]) -> Iterator[Line]:
    """The lines of one topology inside the box."""
    for number, letter in enumerate(source.kinds):
        kind = _KINDS.get(letter)
        if kind is not None and kind in kinds and topo.overlap(source.boxes[number], bbox):
            for part in topo.clip_line(source.arc(number, tolerance), bbox):
                yield Line(kind, part)


@cache
def _admin1_boxes() -> dict[str, BBox]:
    """The box around all divisions of each country."""
    boxes: dict[str, BBox] = {}
    for row in _rows("admin1.json"):
        w, s, e, n = boxes.get(row.country, row.bbox)
        boxes[row.country] = min(w, row.west), min(s, row.south), max(e, row.east), max(n, row.north)
    return boxes
