"""The layers of a GeoPackage: the incidents, and what helps to see where they are, drawn from them alone.

`incidents` has those with a day and `incidents_undated` the others; together they are all. `areas` is the ground
for which a representative point stands, `uncertainty` the circle of doubt around a point, `arcs` the line from a
launch to its target, no flight path; `places` is every place that is named, with how often.
"""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from geomap import model
from geomap.store.features import position
from geomap.store.gdal import Layer, incident_layer

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_LEAST_KM = 0.001  # a circle that a map could not show
_OUTLINE, _CIRCLE = "Natural Earth", "circle"


def layers(incidents: Sequence[model.Incident]) -> Iterator[Layer]:
    """Every layer with geometry, in the order of the file."""
    yield incident_layer("incidents", [one for one in incidents if one.date_start])
    yield incident_layer("incidents_undated", [one for one in incidents if not one.date_start])
    yield _areas(incidents)
    yield _places(incidents)
    yield _arcs(incidents)
    yield _uncertainty(incidents)


# What the rows of a layer that stand for several incidents say of them.
_COUNTED: dict[str, type] = {"incidents": int, "first_day": dt.date, "last_day": dt.date}


def _counted(group: Sequence[model.Incident]) -> dict[str, Any]:
    days = [day for one in group for day in (one.date_start, one.date_end) if day]
    return {
        "incidents": len(group),
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
    }


# --- areas --------------------------------------------------------------------------------------------------

_AREA: dict[str, type] = {
    **dict.fromkeys(("area_id", "place_id", "place", "place_kind", "country", "admin1", "precision"), str),
    "radius_km": float,
    "outline": str,
    **_COUNTED,
}


def _areas(incidents: Sequence[model.Incident]) -> Layer:
    """A row an area for which points stand: its outline where we have one, else the circle of its radius."""
    standing = [one for one in incidents if one.point_is == "representative" and _placed(one)]
    groups = _grouped(standing, lambda one: (one.area_id or "", one.place_id or "", *_spot(one)))
    rows, shapes = [], []
    for group in groups:
        one = group[0]
        outline = _outline(one.area_id) if one.area_id else None
        shape = outline or _circle(*_spot(one))
        if shape is not None:
            shapes.append(shape)
            rows.append(_of(one, _AREA) | {"outline": _OUTLINE if outline else _CIRCLE} | _counted(group))
    return _layer("areas", "MultiPolygon", shapes, _AREA, rows)


@cache
def _outline(area_id: str) -> bytes | None:
    """The outline of a country or a first-level division by its code, as well-known binary."""
    from geomap import boundaries
    from geomap.gazetteer import shapes

    if boundaries.country_row(area_id):
        return _wkb(shapes.of_country(area_id)())
    return _wkb(shapes.of_division(area_id)()) if boundaries.admin1_row(area_id) else None


# --- places, arcs, circles ----------------------------------------------------------------------------------

_PLACE: dict[str, type] = {
    **dict.fromkeys(("place_id", "place", "place_kind", "country", "admin1", "admin1_name", "point_is"), str),
    "radius_km": float,
    **_COUNTED,
}
_ARC: dict[str, type] = {
    **dict.fromkeys(("incident", "title", "attacker", "target", "weapon", "launch_place", "place"), str),
    "km": float,
    "date_start": dt.date,
    "date_end": dt.date,
}
_DOUBT: dict[str, type] = {
    **dict.fromkeys(("incident", "title", "attacker", "kind", "place", "precision", "point_is"), str),
    "radius_km": float,
    "date_start": dt.date,
    "date_end": dt.date,
}


def _places(incidents: Sequence[model.Incident]) -> Layer:
    """A row a place that an incident names."""
    groups = list(
        _grouped((one for one in incidents if one.place_id), lambda one: (one.place_id, *_spot(one)))
    )
    rows = [_of(group[0], _PLACE) | _counted(group) for group in groups]
    return _layer("places", "Point", [_point(group[0]) for group in groups], _PLACE, rows)


def _arcs(incidents: Sequence[model.Incident]) -> Layer:
    """A row an incident of which is told where it was launched."""
    rows, shapes = [], []
    for one in incidents:
        start, end = position(one.launch_lon, one.launch_lat), position(one.lon, one.lat)
        if start and end and start != end:
            shape, km = _arc(*start, *end)
            shapes.append(shape)
            rows.append(_of(one, _ARC) | {"incident": one.id, "km": km})
    return _layer("arcs", "MultiLineString", shapes, _ARC, rows)


def _uncertainty(incidents: Sequence[model.Incident]) -> Layer:
    """A row an incident whose point is in doubt."""
    rows, shapes = [], []
    for one in incidents:
        shape = _circle(*_spot(one))
        if shape is not None:
            shapes.append(shape)
            rows.append(_of(one, _DOUBT) | {"incident": one.id})
    return _layer("uncertainty", "MultiPolygon", shapes, _DOUBT, rows)


@cache
def _circle(lon: float | None, lat: float | None, km: float | None) -> bytes | None:
    """The circle around a point; None without a point or a radius."""
    from geomap.store.gpkg import geodesic

    if lon is None or lat is None or km is None or km < _LEAST_KM:
        return None
    return _wkb(geodesic.circle(lon, lat, km))


@cache
def _arc(lon1: float, lat1: float, lon2: float, lat2: float) -> tuple[bytes, float]:
    from geomap.store.gpkg import geodesic

    way = _wkb(geodesic.line(lon1, lat1, lon2, lat2))
    assert way is not None
    return way, round(geodesic.distance_km(lon1, lat1, lon2, lat2), 1)


# --- rows ---------------------------------------------------------------------------------------------------

_Key = tuple[Any, ...]


def _grouped(
    incidents: Iterable[model.Incident], key: Callable[[model.Incident], _Key]
) -> Iterator[list[model.Incident]]:
    """Incidents that share a key, in the order of their keys."""
    groups: dict[_Key, list[model.Incident]] = {}
    for one in incidents:
        groups.setdefault(key(one), []).append(one)
    for found in sorted(groups, key=str):
        yield groups[found]


def _placed(one: model.Incident) -> bool:
    return one.lon is not None and one.lat is not None


def _spot(one: model.Incident) -> tuple[float | None, float | None, float | None]:
    """A point with its radius, as far as they are known."""
    point = position(one.lon, one.lat)
    return (None, None, one.radius_km) if point is None else (*point, one.radius_km)


def _point(one: model.Incident) -> bytes | None:
    point = position(one.lon, one.lat)
    return None if point is None else struct.pack("<BIdd", 1, 1, *point)


def _wkb(shape: BaseGeometry) -> bytes | None:
    """Well-known binary, to 0.1 m as every point; None for a shape that is empty."""
    from shapely import set_precision, to_wkb

    if shape.is_empty:
        return None
    rounded = set_precision(shape, 1e-6, mode="pointwise")
    return to_wkb(rounded, byte_order=1)  # type: ignore[no-any-return, unused-ignore]


def _of(one: model.Incident, fields: Mapping[str, type]) -> dict[str, Any]:
    return {name: getattr(one, name) for name in fields if hasattr(one, name)}


def _layer(
    name: str,
    geometry: str,
    shapes: Sequence[bytes | None],
    fields: Mapping[str, type],
    rows: Sequence[dict[str, Any]],
) -> Layer:
    columns = [[row.get(field) for row in rows] for field in fields]
    return Layer(name, geometry, shapes, fields, columns)
