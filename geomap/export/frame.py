"""Incidents as a GeoDataFrame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely

from geomap import model
from geomap.store import flat


def to_geodataframe(incidents: model.Store | Iterable[model.Incident]) -> geopandas.GeoDataFrame:
    """See `geomap.export.to_geodataframe`."""
    rows = list(incidents.incidents if isinstance(incidents, model.Store) else incidents)
    columns = {name: _series(rows, name, kind) for name, kind in flat.COLUMNS.items()}
    nan = float("nan")
    lon = np.array([nan if one.lon is None else one.lon for one in rows], dtype=float)
    lat = np.array([nan if one.lat is None else one.lat for one in rows], dtype=float)
    points: Any = shapely.points(lon, lat)
    points[np.isnan(lon) | np.isnan(lat)] = None
    return geopandas.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")


def _series(rows: list[model.Incident], name: str, kind: type) -> Any:
    values = [getattr(one, name) for one in rows]
    if kind is tuple:
        return pd.Series([list(value) for value in values], dtype=object)
    if kind is dt.date:
        return pd.Series(pd.to_datetime(values))
    dtypes: dict[type, Any] = {int: "Int64", float: "float64", bool: "bool", str: "str"}
    return pd.Series(values, dtype=dtypes[kind])
