"""Columns that an older geomap did not write, as DuckDB adds them to what is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from geomap import model
from geomap.store import flat, sql

_EMPTY = {
    int: "NULL::BIGINT", float: "NULL::DOUBLE", bool: "NULL::BOOLEAN", dt.date: "NULL::DATE", tuple: "[]::VARCHAR[]"
}  # fmt: skip


def completed(file: str, there: Collection[str]) -> str:
    """A relation with every column of today: empty, but for the origins, which the reports tell.

    Args:
        file: What stands for the rows after FROM.
        there: The columns that they have.
    """
    missing = {name: kind for name, kind in flat.TABLE.items() if name not in there}
    added = {name: _EMPTY.get(kind, "NULL::VARCHAR") for name, kind in missing.items()}
    if "origins" in missing and "reports" in there:
        added["origins"] = _origins()
    added["several"] = "1"  # where lists say more than the value beside them is not known: all are looked at
    known = "* EXCLUDE (several)" if "several" in there else "*"
    columns = ", ".join(f'{value} AS "{name}"' for name, value in added.items())
    return f"(SELECT {known}, {columns} FROM {file})"


def _origins() -> str:
    """The origins in reports as JSON, of which one of an article does not name its own."""

    def without(key: str) -> str:
        return f"length(replace(reports, {sql.text(key)}, ''))"

    named = {one: f"contains(reports, {sql.text(_KEY + one)})" for one in model.ORIGINS}
    named |= {"articles": f"{without(_ONCE)} < {without(_KEY)}"}
    return " || ".join(f"CASE WHEN {test} THEN [{sql.text(one)}] ELSE [] END" for one, test in named.items())


_KEY = '"origin":"'
_ONCE = '"article":'  # in every report, and as long: fewer of the other are left where one does not name its origin
