"""How surely the days of a row lie within those that are asked for."""

from __future__ import annotations

from geomap.filters import Filter


def period(filter: Filter) -> str:
    """`geomap.filters.period.within`, 0 to 3 as in `Answer`."""
    if filter.since is None and filter.until is None:
        return "3"
    last = "coalesce(date_end, date_start)"
    outside, inside = [], []
    if filter.since is not None:
        outside.append(f"{last} < DATE '{filter.since}'")
        inside.append(f"date_start >= DATE '{filter.since}'")
    if filter.until is not None:
        outside.append(f"date_start > DATE '{filter.until}'")
        inside.append(f"{last} <= DATE '{filter.until}'")
    return (
        f"CASE WHEN date_start IS NULL THEN 1 WHEN {' OR '.join(outside)} THEN 0 "
        f"WHEN {' AND '.join(inside)} THEN 3 ELSE 1 END"
    )
