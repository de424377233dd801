"""The status of an incident from those of its reports: one table, a test per cell."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.model import Status

# Joining two statuses. What one side says and another denies is disputed; a confirmation outweighs a claim.
_ORDER: tuple[Status, ...] = ("threatened", "planned", "reported", "claimed", "confirmed", "disputed")


def join(a: Status, b: Status) -> Status:
    """The status of an event of which one report says `a` and another `b`; the order does not matter."""
    if a == b:
        return a
    pair = {a, b}
    if "denied" in pair:
        other = (pair - {"denied"}).pop()
        # Nobody but the denier: a plan or a threat that is denied stays denied.
        return "denied" if other in ("planned", "threatened") else "disputed"
    return max(a, b, key=_ORDER.index)


def join_all(statuses: Iterable[Status]) -> Status:
    """The status of an event of several reports; raises ValueError where there is none."""
    listed = sorted(statuses)
    if not listed:
        raise ValueError("an incident has at least one report")
    result = listed[0]
    for status in listed[1:]:
        result = join(result, status)
    return result
