"""GeoJSON features and well-known text as points: what is no point is stood for by one, with its radius."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from geomap.errors import DataError
from geomap.geo import distance_km
from geomap.imports.cells import Refused, checked_point
from geomap.imports.tables import check_file

_WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326")


class Shape(NamedTuple):
    """A point, and how far the shape for which it stands reaches from it (km); 0 for a point."""

    lon: float
    lat: float
    radius_km: float


class Feature(NamedTuple):
    """A feature of a file, counted from 1."""

    line: int
    values: Mapping[str, str]
    shape: Shape | None


def features(path: Path) -> Iterator[Feature]:
    """The features of a GeoJSON file, or of one with a feature a line.

    Raises:
        DataError: It is no GeoJSON, or in another coordinate system than WGS 84.
    """
    check_file(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(f"cannot be read ({error.strerror or error})", file=path) from error
    for number, one in enumerate(_members(raw, path), start=1):
        if not isinstance(one, dict) or one.get("type") != "Feature":
            raise DataError("not a GeoJSON feature", file=path, line=number)
        properties = one.get("properties") or {}
        if not isinstance(properties, dict):
            raise DataError("a feature's properties are no object", file=path, line=number)
        values = {str(key): _cell(value) for key, value in properties.items()}
        if one.get("id") is not None:
            values.setdefault("id", _cell(one["id"]))
        try:
            shape = _shape(one.get("geometry"))
        except Refused as error:
            values, shape = {"": f"geometry: {error.reason}"}, None
        yield Feature(number, values, shape)


def _members(raw: bytes, path: Path) -> list[Any]:
    text = raw.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        try:
            whole = msgspec.json.decode(text)
        except msgspec.DecodeError:
            return [
                msgspec.json.decode(line.strip(b"\x1e \t\r")) for line in text.split(b"\n") if line.strip()
            ]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataError(f"not GeoJSON: {error}", file=path) from None
    if not isinstance(whole, dict) or whole.get("type") not in ("FeatureCollection", "Feature"):
        raise DataError("not a GeoJSON FeatureCollection", file=path)
    crs = whole.get("crs")
    if crs is not None and not str(crs).strip("}'\" ").endswith(_WGS84):
        advice = "GeoJSON is WGS 84, lon before lat (RFC 7946): reproject it"
        raise DataError("has another coordinate system", file=path, advice=advice)
    members = whole.get("features") if whole["type"] == "FeatureCollection" else [whole]
    if not isinstance(members, list):
        raise DataError("has no list of features", file=path)
    return members


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(map(_cell, value))
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _shape(geometry: Any) -> Shape | None:
    if geometry is None:
        return None
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        return _standing(shape(geometry), "geometry")
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise Refused("geometry", f"cannot be understood ({type(error).__name__})") from None


def from_wkt(text: str, column: str) -> Shape:
    """The point of well-known text.

    Raises:
        Refused: It is none, or lies off the Earth.
    """
    import shapely

    try:
        found = shapely.from_wkt(text.partition(";")[2] if text.upper().startswith("SRID=4326;") else text)
    except shapely.errors.ShapelyError:
        raise Refused(column, "not well-known text", "for example POINT (40.55 35.10)") from None
    return _standing(found, column)


def _standing(found: Any, column: str) -> Shape:
    """The point that stands for a geometry of shapely's."""
    if found is None or found.is_empty:
        raise Refused(column, "empty")
    at = found if found.geom_type == "Point" else found.representative_point()
    lon, lat = checked_point(float(at.x), float(at.y), column, column)
    if found.geom_type == "Point":
        return Shape(lon, lat, 0.0)
    west, south, east, north = found.bounds
    reach = max(distance_km(lon, lat, x, y) for x in (west, east) for y in (south, north))
    return Shape(lon, lat, round(reach, 1))
