"""The killed and wounded of an event, over all that its frames say of them."""

from __future__ import annotations

from typing import Any

from geomap.extract.casualties import Casualty
from geomap.extract.event import Event


def casualties(event: Event) -> dict[str, Any]:
    """The fields of a report for killed and wounded; what nothing is said of is left out."""
    # Where a sentence tells of several places, its numbers may be another's.
    told = [f for f in event.frames if len({u.where.place.id for u in f.places if u.where.fine}) <= 1]
    counts = [c for f in told for c in f.casualties if not c.total]
    hurt = any(c.best for c in counts)
    values: dict[str, int | None] = {}
    for what in ("killed", "wounded"):
        values |= _range(what, [c for c in counts if c.what == what], hurt=hurt)
    civilians = [c.best for c in counts if c.what == "killed" and c.civilians and c.best]
    if civilians and values.get("killed") == civilians[0]:
        values["killed_civilians"] = civilians[0]
    return values


def _range(what: str, counts: list[Casualty], *, hurt: bool) -> dict[str, int | None]:
    said = [c for c in counts if not c.none and (c.best is not None or c.low is not None)]
    exact = [c for c in said if c.best is not None]
    if exact:
        lows = [c.low if c.low is not None else c.best for c in exact]
        highs = [c.high if c.high is not None else c.best for c in exact]
        low = min(v for v in lows if v is not None)
        high = max(v for v in highs if v is not None)
        return {what: exact[0].best, f"{what}_low": low, f"{what}_high": high}
    if said:
        return {f"{what}_low": said[0].low, f"{what}_high": said[0].high}
    # "Nobody was hurt" is a zero, unless somebody was.
    none = not hurt and any(c.none for c in counts)
    return {what: 0, f"{what}_low": 0, f"{what}_high": 0} if none else {}
