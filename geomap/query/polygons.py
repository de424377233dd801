"""Polygon files as regions: `--region @FILE`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from geomap.errors import DataError
from geomap.filters import Area

_ADVICE = "give polygons in degrees, WGS 84, lon before lat"


def area_of_file(path: Path) -> Area:
    """The union of all polygons of a GeoJSON file, or of any other file that GDAL reads.

    Raises:
        DataError: The file is missing or broken, has no polygon, or its coordinates are not degrees.
    """
    import shapely

    shapes = _from_json(path) if path.suffix.lower() in (".geojson", ".json") else _from_gdal(path)
    polygons = [shape for shape in shapes if shape is not None and shape.area > 0]
    if not polygons:
        raise DataError("has no polygon", file=path, advice=_ADVICE)
    west, south, east, north = shapely.total_bounds(polygons)
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise DataError(f"reaches from {west}, {south} to {east}, {north}", file=path, advice=_ADVICE)
    outline = shapely.union_all([shapely.make_valid(polygon) for polygon in polygons])
    return Area(id=f"@{path}", name=path.name, outline=lambda: outline)


def _from_json(path: Path) -> list[Any]:
    import shapely

    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        return [shapely.geometry.shape(geometry) for geometry in _geometries(document)]
    except OSError as error:
        raise DataError(f"cannot be read ({error.strerror})", file=path) from None
    except json.JSONDecodeError as error:
        raise DataError(f"not JSON: {error.msg}", file=path, line=error.lineno) from None
    except (
        shapely.errors.ShapelyError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
    ) as error:
        raise DataError(f"not GeoJSON polygons: {error}", file=path, advice=_ADVICE) from None


def _geometries(document: Any) -> list[Any]:
    if document["type"] == "FeatureCollection":
        return [feature["geometry"] for feature in document["features"] if feature["geometry"]]
    return [document["geometry"] if document["type"] == "Feature" else document]


def _from_gdal(path: Path) -> list[Any]:
    import pyogrio

    if not path.exists():
        raise DataError("no such file", file=path)
    try:
        frame = pyogrio.read_dataframe(path, columns=[])
    except pyogrio.errors.DataSourceError as error:
        raise DataError(f"not a file of polygons: {error}", file=path) from None
    return list(frame.to_crs(4326).geometry if frame.crs else frame.geometry)
