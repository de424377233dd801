"""Rows of cells for spreadsheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from geomap import model
from geomap.store import flat

# What a spreadsheet would run as a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TEXT = (str, tuple)


def guarded(value: Any) -> Any:
    """A text that a spreadsheet cannot take for a formula: an apostrophe before what would start one."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def rows(incidents: Sequence[model.Incident]) -> Iterator[tuple[Any, ...]]:
    """A row an incident, in the order of `flat.TABLE`: text is guarded, numbers (-3.5 too) are left alone."""
    columns = []
    for name, kind in flat.TABLE.items():
        values = flat.column(incidents, name)
        columns.append(list(map(guarded, values)) if kind in _TEXT else values)
    return zip(*columns, strict=True)


def plain(value: Any) -> str:
    """A value as CSV writes it: ISO days, true and false, nothing for unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, dt.date) else str(value)
