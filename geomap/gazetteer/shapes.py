"""Shapes of regions, as functions that make them when they are needed: shapely costs more than most questions."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from geomap import boundaries
from geomap.errors import DataError, UsageError
from geomap.filters.space import KM_PER_DEGREE

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Outline = Callable[[], "BaseGeometry"]
COARSE = 0.02  # degrees: outlines this coarse load fast, and 2 km is well within their error


@dataclasses.dataclass(frozen=True)
class Boundary:
    """The outline of a country or a first-level division; equal ones are the same shape.

    Attributes:
        kind: "country" or "division".
        code: ISO 3166-1 or 3166-2; the id of a division that has no code.
    """

    kind: Literal["country", "division"]
    code: str

    def __call__(self) -> BaseGeometry:
        """The outline as shapely has it, degrees."""
        if self.kind == "country":
            return _multipolygon(boundaries.countries(tolerance=COARSE, codes={self.code}))
        found = boundaries.admin1_outline(self.code)
        return _multipolygon([found] if found else [])


def of_country(code: str) -> Boundary:
    """The outline of a country by ISO 3166-1 code."""
    return Boundary("country", code)


def of_division(key: str) -> Boundary:
    """The outline of a first-level division by ISO 3166-2 code, or its id where it has none."""
    return Boundary("division", key)


def of_bbox(west: float, south: float, east: float, north: float) -> Outline:
    """A box in degrees; W > E crosses the antimeridian."""

    def outline() -> BaseGeometry:
        from shapely import MultiPolygon, box

        if west <= east:
            return box(west, south, east, north)
        return MultiPolygon([box(west, south, 180, north), box(-180, south, east, north)])

    return outline


def of_rings(rings: Iterable[Iterable[tuple[float, float]]]) -> Outline:
    """Polygons by their outer rings, (lon, lat) in degrees."""

    def outline() -> BaseGeometry:
        from shapely import Polygon, make_valid, unary_union

        return unary_union([make_valid(Polygon(ring)) for ring in rings])

    return outline


def of_border(codes: tuple[str, ...], km: float) -> Outline:
    """All points within `km` of the border that two countries share."""

    def outline() -> BaseGeometry:
        from shapely import unary_union
        from shapely.affinity import scale

        first, second = (_lines(boundaries.countries(tolerance=COARSE, codes={code})) for code in codes)
        shared = first.intersection(second)  # neighbours share their arcs, point for point
        squeeze = math.cos(math.radians(shared.centroid.y)) if not shared.is_empty else 1.0
        flat = scale(shared, xfact=squeeze, yfact=1.0, origin=(0, 0))
        return scale(
            unary_union(flat.buffer(km / KM_PER_DEGREE)), xfact=1 / squeeze, yfact=1.0, origin=(0, 0)
        )

    return outline


def of_file(path: Path) -> BaseGeometry:
    """The polygons of a GeoJSON file as one geometry, degrees.

    Raises:
        UsageError: There is no such file.
        DataError: It is not GeoJSON in degrees, or holds no polygon.
    """
    from shapely import make_valid, unary_union
    from shapely.errors import GEOSException
    from shapely.geometry import shape

    data = _json(path)
    try:
        shapes = [make_valid(shape(_unwrapped(geometry))) for geometry in _geometries(data)]
    except (GEOSException, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise DataError(f"a geometry is broken: {error}", file=path, advice="mend the file") from None
    shapes = [one for one in shapes if one.area > 0]
    if not shapes:
        raise DataError("no polygons in this file", file=path, advice="give polygons as GeoJSON")
    union = unary_union(shapes)
    west, south, east, north = union.bounds
    if west < -360 or east > 360 or south < -90 or north > 90:
        raise DataError(
            "coordinates are not degrees", file=path, advice="convert it to EPSG:4326, lon before lat"
        )
    return union


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"cannot read the region file: {error.strerror}", file=path) from None
    except (ValueError, RecursionError) as error:
        raise DataError(f"not GeoJSON: {error}", file=path, advice="give polygons as GeoJSON") from None


def _geometries(data: Any) -> Iterator[Any]:
    if not isinstance(data, dict):
        return
    if data.get("type") == "FeatureCollection":
        for feature in data.get("features", ()):
            yield from _geometries(feature)
    elif data.get("type") == "Feature":
        yield from _geometries(data.get("geometry"))
    elif data.get("type") in ("Polygon", "MultiPolygon", "GeometryCollection"):
        yield data


def _unwrapped(geometry: Any) -> Any:
    """A geometry whose rings go on beyond 180 degrees where they jump from one side of the antimeridian to the other.

    RFC 7946 asks for two parts; drawing programs write 179, -179.
    """
    if geometry["type"] == "GeometryCollection":
        return {**geometry, "geometries": [_unwrapped(one) for one in geometry["geometries"]]}
    if geometry["type"] == "Polygon":
        return {**geometry, "coordinates": _rings_on(geometry["coordinates"])}
    return {**geometry, "coordinates": [_rings_on(rings) for rings in geometry["coordinates"]]}


def _rings_on(rings: Any) -> list[list[list[float]]]:
    """The rings of a polygon without jumps; holes on the side of the outer ring."""
    made = [_ring_on(ring) for ring in rings]
    west = min((x for x, *_ in made[0]), default=0.0) if made else 0.0
    return [
        [[x + 360, *rest] for x, *rest in ring] if ring and max(x for x, *_ in ring) < west else ring
        for ring in made
    ]


def _ring_on(ring: Any) -> list[list[float]]:
    found: list[list[float]] = []
    turn = 0.0
    for x, *rest in ring:
        if found and abs(x + turn - found[-1][0]) > 180:
            turn += 360.0 if x + turn < found[-1][0] else -360.0
        found.append([x + turn, *rest])
    if found and min(x for x, *_ in found) < -180:
        found = [[x + 360, *rest] for x, *rest in found]
    return found


def _lines(outlines: Iterable[boundaries.Outline]) -> BaseGeometry:
    from shapely import MultiLineString

    return MultiLineString([ring for outline in outlines for rings in outline.polygons for ring in rings])


def _multipolygon(outlines: Iterable[boundaries.Outline]) -> BaseGeometry:
    """One valid geometry of outlines; simplified ones may cross themselves."""
    from shapely import MultiPolygon, make_valid

    polygons = MultiPolygon([(rings[0], rings[1:]) for outline in outlines for rings in outline.polygons])
    return polygons if polygons.is_valid else make_valid(polygons)
