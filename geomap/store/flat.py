"""Incidents as rows of plain values, for tables: GeoPackage here, CSV and the rest in `export`.

Lists are joined by "; ". An item that contains "; " itself makes its list a JSON array, so that a table can be
read back without loss.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Sequence
from typing import Any

import msgspec

from geomap import model
from geomap.store.features import DECIMALS, PROPERTIES

SEPARATOR = "; "
LAUNCH = ("launch_lon", "launch_lat")  # columns of their own: a row has one geometry


def join(items: Sequence[str]) -> str | None:
    """A list as one cell; None when it is empty."""
    if not items:
        return None
    if any(SEPARATOR in item or item.startswith("[") or not item for item in items):
        return msgspec.json.encode(items).decode()
    return SEPARATOR.join(items)


def split(cell: str | None) -> tuple[str, ...]:
    """The list of a cell that `join` made."""
    if not cell:
        return ()
    if cell.startswith("["):
        return tuple(msgspec.json.decode(cell, type=list[str]))
    return tuple(cell.split(SEPARATOR))


def _base_type(annotation: Any) -> type:
    """The plain type of a field: str, int, float, bool, date or tuple."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        annotation = next(arg for arg in typing.get_args(annotation) if arg is not type(None))
    origin = typing.get_origin(annotation)
    if origin is typing.Literal:
        return str
    return typing.cast("type", origin or annotation)


COLUMNS: dict[str, type] = {
    field.name: _base_type(field.type)
    for field in msgspec.structs.fields(model.Incident)
    if field.name in PROPERTIES or field.name in LAUNCH
}

# For formats without geometry: the point as two columns, degrees, lon before lat.
TABLE: dict[str, type] = {
    field.name: COLUMNS.get(field.name, float)
    for field in msgspec.structs.fields(model.Incident)
    if field.name != "reports"
}


def column(incidents: Sequence[model.Incident], name: str) -> list[Any]:
    """One column: str, int, float, bool or date, None where nothing is known."""
    if TABLE[name] is tuple:
        return [join(getattr(one, name)) for one in incidents]
    if TABLE[name] is float and name != "radius_km":
        return [
            None if (degrees := getattr(one, name)) is None else round(degrees, DECIMALS) for one in incidents
        ]
    return [getattr(one, name) for one in incidents]


def record(row: dict[str, Any]) -> dict[str, Any]:
    """The fields of an incident out of a row whose values SQLite made plain."""
    fields: dict[str, Any] = {}
    for name, kind in COLUMNS.items():
        value = row.get(name)
        if kind is tuple:
            fields[name] = split(value)
        elif value is None:
            continue
        elif kind is dt.date:
            fields[name] = dt.date.fromisoformat(value[:10])
        else:
            fields[name] = kind(value)
    return fields
