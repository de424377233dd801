"""The ground under the incidents: outlines, borders and labels as paths in one Mercator grid."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from geomap import boundaries
from geomap import topology as topo
from geomap.gazetteer import Gazetteer
from geomap.model import Place, Store
from geomap.render.rows import Rows
from geomap.render.sites import WORLD, Site, mercator, site_of
from geomap.render.towns import town_labels
from geomap.render.words import arabic, clean
from geomap.topology import BBox, Point

UNIT = 1 << 18  # the Mercator square in steps of 150 m at the equator: finer than the outlines are
_STEP = WORLD // UNIT
_TOP = 84.0  # degrees; beyond it Mercator is of no use
_WORLD_BOX: BBox = (-180.0, -_TOP, 180.0, _TOP)
_FAR_TOLERANCE = 0.08  # degrees, for the world around
_FEW = 24  # incidents
_LEAST_EXTENT = 2.0  # degrees: a single incident is shown with its surroundings
_EARTH_KM = 40075.017  # the equator, WGS 84


class Basemap(NamedTuple):
    """Paths as SVG path data in steps of `UNIT`; labels with their positions in the same steps.

    Attributes:
        paths: `far` (the world, coarse), `frame` (where it is replaced by the fine ground), `land2` (countries
            without incidents), `land`, `coast`, `adm2` and `adm` (divisions outside and inside the countries with
            incidents), `border`, `disputed`.
        areas: Outlines of areas that incidents are known to, by area id.
        countries: `[code, x, y, diameter as a share of the world]`, the largest first.
        towns: `[name, Arabic name, x, y]`, the largest first.
        seas: `[name, Arabic name, x, y, least zoom]`.
        box: West, north, east, south of what to show first.
        still: Coarser paths of that box alone, for the still map.
    """

    paths: dict[str, str]
    areas: dict[str, str]
    countries: list[list[Any]]
    towns: list[list[Any]]
    seas: list[list[Any]]
    box: tuple[int, int, int, int]
    still: dict[str, str]

    def block(self) -> dict[str, Any]:
        """The basemap as the page's JSON."""
        return {"unit": UNIT} | {name: value for name, value in self._asdict().items() if name != "still"}


def basemap(store: Store | Rows, gazetteer: Gazetteer) -> Basemap:
    """The ground for a store: fine around its incidents, coarse beyond.

    Args:
        store: Whose incidents say where, and which countries matter.
        gazetteer: Names of towns and seas.
    """
    rows = Rows.of(store) if isinstance(store, Store) else store
    counts = rows.counts()
    sites = sorted(counts, key=str)
    focus = {site.country for site in sites if site.country}
    extent = _extent(sites, focus)
    first = _extent(_core(counts), focus)
    near = _grown(extent, 0.9)
    tolerance = min(max((extent[2] - extent[0]) / 4000, 0.002), _FAR_TOLERANCE)
    return Basemap(
        paths=_paths(near, tolerance, focus),
        areas=_areas(sites, tolerance / 2),
        countries=_country_labels() + _part_labels(_grown(first, 0.04), tolerance),
        # Where places were made coarse none is named: the one left out would tell as much as the one named.
        towns=[] if rows.table.head.coarsened else town_labels(near, focus, gazetteer, _grid),
        seas=_sea_labels(gazetteer),
        box=grid_box(_grown(first, 0.04)),
        still=_still_paths(_grown(first, 0.04), max(tolerance * 5, 0.005), focus),
    )


def small_ground(store: Store, least: float, most: float) -> Basemap:
    """The ground of a small still map alone, without what a reader zooms to.

    Args:
        store: Whose incidents say where.
        least: Width by height of what is shown, at least.
        most: And at most.
    """
    counts = Counter(site_of(incident) for incident in store.incidents)
    focus = {site.country for site in counts if site.country}
    shown = _shaped(_grown(_extent(_core(counts), focus), 0.08), least, most)
    tolerance = max((shown[2] - shown[0]) / 600, 0.005)
    return Basemap({}, {}, [], [], [], grid_box(shown), _still_paths(shown, tolerance, focus))


def _shaped(box: BBox, least: float, most: float) -> BBox:
    """The box with as much added on two sides as its shape needs, by Mercator near its middle."""
    west, south, east, north = box
    squeeze = max(math.cos(math.radians((south + north) / 2)), 0.1)
    wide, high = (east - west) * squeeze, north - south
    dx = max(0.0, high * least - wide) / squeeze / 2
    dy = max(0.0, wide / most - high) / 2
    return _inside((west - dx, south - dy, east + dx, north + dy))


def _extent(sites: Sequence[Site], focus: Iterable[str]) -> BBox:
    """Around all points and their doubt; around the countries where there are none."""
    boxes = [_around(site) for site in sites if site.lon is not None]
    if not boxes:
        rows = [row for code in sorted(focus) if (row := boundaries.country_row(code))]
        boxes = [row.bbox for row in rows] or [(-150.0, -50.0, 160.0, 70.0)]
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return _at_least((min(wests), min(souths), max(easts), max(norths)), _LEAST_EXTENT)


def _core(counts: Counter[Site]) -> list[Site]:
    """The sites without the few far ones (at most a tenth of many incidents) that would make the rest small.

    One attack in Yemen must not make sixty in Syria and Iraq small, nor three on another continent that lie near
    each other; the page says what lies outside.
    """
    placed = [site for site in sorted(counts, key=str) if site.lon is not None]
    spare = sum(counts[site] for site in placed) // 10
    if len(placed) <= 2:
        return placed
    # Of few incidents each is looked for: one is left out only where all others would be a dot.
    left = 0.1 if sum(counts[site] for site in placed) <= _FEW else 0.5
    edges = _Edges(placed)
    gone: list[Site] = []
    kept = 0  # how many of the gone stay away: as far as that made what is shown so much smaller
    area = _area(edges.extent())
    while len(placed) - len(gone) > 2:
        far = min(edges.outermost(), key=lambda site: (_area(edges.extent(site)), str(site)))
        spare -= counts[far]
        if spare < 0:
            break
        edges.take(far)
        gone.append(far)
        if _area(edges.extent()) <= left * area:
            kept, area = len(gone), _area(edges.extent())
    away = set(gone[:kept])
    return [site for site in placed if site not in away]


class _Edges:
    """Sites by how far out they lie in each direction, to be taken away one by one."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self._boxes = {site: _around(site) for site in sites}
        self._gone: set[Site] = set()
        self._sides = [self._ordered(side) for side in range(4)]

    def _ordered(self, side: int) -> list[Site]:
        """West and south from the least, east and north from the most."""
        return sorted(self._boxes, key=lambda site: (self._boxes[site][side], str(site)), reverse=side > 1)

    def take(self, site: Site) -> None:
        """Leave a site out."""
        self._gone.add(site)
        for side in self._sides:
            while side and side[0] in self._gone:
                del side[0]

    def outermost(self) -> set[Site]:
        """The sites that lie farthest out in each direction."""
        return {side[0] for side in self._sides}

    def extent(self, without: Site | None = None) -> BBox:
        """Around all that are left, or all but one."""
        there = (
            next(site for site in side if site != without and site not in self._gone) for side in self._sides
        )
        west, south, east, north = (self._boxes[site][at] for at, site in enumerate(there))
        return _at_least((west, south, east, north), _LEAST_EXTENT)


def _area(box: BBox) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _around(site: Site) -> BBox:
    lon, lat = site.lon or 0.0, site.lat or 0.0
    dy = (site.radius_km or 0) / 111.2
    dx = dy / max(math.cos(math.radians(lat)), 0.1)
    return lon - dx, lat - dy, lon + dx, lat + dy


def _at_least(box: BBox, degrees: float) -> BBox:
    west, south, east, north = box
    dx, dy = max(degrees - (east - west), 0) / 2, max(degrees - (north - south), 0) / 2
    return _inside((west - dx, south - dy, east + dx, north + dy))


def _grown(box: BBox, share: float) -> BBox:
    west, south, east, north = box
    dx, dy = (east - west) * share, (north - south) * share
    return _inside((west - dx, south - dy, east + dx, north + dy))


def _inside(box: BBox) -> BBox:
    return max(box[0], -180.0), max(box[1], -_TOP), min(box[2], 180.0), min(box[3], _TOP)


def _paths(near: BBox, tolerance: float, focus: set[str]) -> dict[str, str]:
    outlines = boundaries.countries(near, tolerance)
    lines = boundaries.borders(near, tolerance, kinds=("border", "disputed", "coast"))
    around = [line for box in _beside(near) for line in _far_lines(box)]
    west, south, east, north = near
    frame: list[Point] = [(west, south), (east, south), (east, north), (west, north)]
    return {
        "far": _rings(boundaries.countries(_WORLD_BOX, _FAR_TOLERANCE)),
        "frame": path([frame], closed=True),
        "land2": _rings(outline for outline in outlines if outline.code not in focus),
        "land": _rings(outline for outline in outlines if outline.code in focus),
        "coast": path(line.points for line in lines if line.kind == "coast"),
        "adm2": path(_divisions(near, tolerance * 2, focus, inside=False)),
        "adm": path(_divisions(near, tolerance, focus, inside=True)),
        "border": path(line.points for line in (*lines, *around) if line.kind == "border"),
        "disputed": path(line.points for line in (*lines, *around) if line.kind == "disputed"),
    }


def _still_paths(shown: BBox, tolerance: float, focus: set[str]) -> dict[str, str]:
    outlines = boundaries.countries(shown, tolerance)
    lines = boundaries.borders(shown, tolerance, kinds=("border", "disputed"))
    return {
        "land2": _rings(outline for outline in outlines if outline.code not in focus),
        "land": _rings(outline for outline in outlines if outline.code in focus),
        "border": path(line.points for line in lines if line.kind == "border"),
        "disputed": path(line.points for line in lines if line.kind == "disputed"),
    }


def _beside(near: BBox) -> list[BBox]:
    """The four boxes that are left of the world."""
    west, south, east, north = near
    boxes = [
        (-180.0, -_TOP, west, _TOP),
        (east, -_TOP, 180.0, _TOP),
        (west, -_TOP, east, south),
        (west, north, east, _TOP),
    ]
    return [box for box in boxes if box[2] > box[0] and box[3] > box[1]]


def _far_lines(box: BBox) -> Sequence[boundaries.Line]:
    return boundaries.borders(box, _FAR_TOLERANCE, kinds=("border", "disputed"))


def _divisions(near: BBox, tolerance: float, focus: set[str], *, inside: bool) -> list[list[Point]]:
    """Lines between first-level divisions, of the countries with incidents or of the others."""
    rows = [row for row in boundaries.country_rows() if row.code and (row.code in focus) == inside]
    near_rows = [row for row in rows if topo.overlap(row.bbox, near)]
    return [line.points for row in near_rows for line in boundaries.admin1_lines(row.code, near, tolerance)]


def _areas(sites: Iterable[Site], tolerance: float) -> dict[str, str]:
    """Outlines of the divisions that incidents are known to."""
    found: dict[str, str] = {}
    for id in sorted({site.area_id for site in sites if site.area_id and site.is_area}):
        outline = boundaries.admin1_outline(id, tolerance)
        if outline is not None:
            found[id] = _rings([outline])
    return found


def _country_labels() -> list[list[Any]]:
    rows = sorted(
        (row for row in boundaries.country_rows() if row.code), key=lambda row: (-row.radius_km, row.code)
    )
    return [[row.code, *_grid(row.lon, row.lat), round(2 * row.radius_km / _EARTH_KM, 5)] for row in rows]


def _part_labels(shown: BBox, tolerance: float) -> list[list[Any]]:
    """Second positions, in the part that is shown first: Saudi Arabia is named where only its north is in view."""
    rows = []
    for outline in boundaries.countries(shown, max(tolerance, 0.02)):
        row = boundaries.country_row(outline.code)
        if row is None or (shown[0] < row.lon < shown[2] and shown[1] < row.lat < shown[3]):
            continue
        part = max((polygon[0] for polygon in outline.polygons), key=topo.area_km2)
        km = 2 * math.sqrt(topo.area_km2(part) / math.pi)
        rows.append([outline.code, *_grid(*topo.interior_point([part])), round(km / _EARTH_KM, 5)])
    return sorted(rows, key=lambda row: (-row[3], row[0]))


def _sea_labels(gazetteer: Gazetteer) -> list[list[Any]]:
    return [_sea(place) for place in gazetteer.places.values() if place.kind == "sea"]


def _sea(place: Place) -> list[Any]:
    """A sea is named once it is about 300 px across."""
    km = 2 * (place.extent_km or place.radius_km or 100)
    zoom = math.log2(300 / 256 * _EARTH_KM / km)
    return [clean(place.name), arabic(place.names), *_grid(place.lon, place.lat), round(max(zoom, 2), 1)]


def grid_box(box: BBox) -> tuple[int, int, int, int]:
    """West, south, east, north in degrees as west, north, east, south in steps of `UNIT`."""
    west, south, east, north = box
    (left, top), (right, bottom) = _grid(west, north), _grid(east, south)
    return left, top, right, bottom


def _rings(outlines: Iterable[boundaries.Outline]) -> str:
    return path(
        (ring for outline in outlines for polygon in outline.polygons for ring in polygon), closed=True
    )


def path(lines: Iterable[Sequence[Point]], *, closed: bool = False) -> str:
    """SVG path data of lines of (lon, lat) in whole steps of `UNIT`, each point relative to the last."""
    parts: list[str] = []
    for line in lines:
        points = _steps(line)
        if len(points) < (3 if closed else 2):
            continue
        (x, y), rest = points[0], points[1:]
        parts.append(f"M{x} {y}l")
        steps = []
        for px, py in rest:
            steps.append(f"{px - x} {py - y}")
            x, y = px, py
        parts.append(" ".join(steps).replace(" -", "-"))
        if closed:
            parts.append("z")
    return "".join(parts)


def _steps(line: Sequence[Point]) -> list[tuple[int, int]]:
    points: list[tuple[int, int]] = []
    for lon, lat in line:
        point = _grid(lon, lat)
        if not points or points[-1] != point:
            points.append(point)
    return points


def _grid(lon: float, lat: float) -> tuple[int, int]:
    """(lon, lat) in degrees as steps of `UNIT`."""
    x, y = mercator(lon, max(min(lat, _TOP), -_TOP))
    return x // _STEP, y // _STEP
