"""What is in a store: how many, from when to when, by whom, how precisely known."""

from __future__ import annotations

import datetime as dt
import typing
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from geomap import model
from geomap.filters import Answer, Context, Filter
from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS
from geomap.query.count import MADE_OF, count_by
from geomap.store.features import StoreHead, head_of

_COUNTED = (
    "country", "attacker", "target", "kind", "weapon", "status", "origin", "precision", "confidence", "source",
)  # fmt: skip
Facts = dict[str, Any]


def facts_of(store: model.Store) -> Facts:
    """The facts about a store, in the order in which they are told."""
    incidents = store.incidents
    numbers = {
        "incidents": len(incidents),
        "off the map": sum(one.status in OFF_MAP_STATUS or one.origin in OFF_MAP_ORIGIN for one in incidents),
        "reports": sum(len(one.reports) for one in incidents),
        "places": len({one.place_id for one in incidents if one.place_id}),
        "without a point": sum(one.lon is None for one in incidents),
        "undated": sum(one.date_start is None for one in incidents),
    }
    first = min((one.date_start for one in incidents if one.date_start), default=None)
    last = max((one.date_end or one.date_start for one in incidents if one.date_start), default=None)
    return _facts(head_of(store), numbers, (first, last), lambda field: count_by(incidents, field).counts)


def facts_of_file(path: Path) -> Facts:
    """The facts about a GeoParquet store, without reading it whole.

    Raises:
        DataError: The file is broken, or no store.
        MissingExtra: duckdb is not installed.
    """
    from geomap.query.large import tally_of
    from geomap.store.duck import File
    from geomap.store.found import Question

    file = File(path)
    numbers, days = file.facts(OFF_MAP_STATUS, OFF_MAP_ORIGIN)
    every = Filter(statuses=typing.get_args(model.Status), origins=typing.get_args(model.Origin))

    def counts(field: str) -> Iterable[tuple[str, int]]:
        names = MADE_OF.get(field, (field,))
        found = file.ask(Question(every, Context(areas={}), by=names))
        return tally_of(found.counted, names, Answer.POSSIBLE, field).counts

    return _facts(file.head(), numbers, days, counts)


def _facts(
    head: StoreHead,
    numbers: dict[str, int],
    days: tuple[dt.date | None, dt.date | None],
    counts: Callable[[str], Iterable[tuple[str, int]]],
) -> Facts:
    first, last = (None if day is None else day.isoformat() for day in days)
    facts: Facts = {
        **{name: numbers[name] for name in ("incidents", "off the map", "reports")},
        "articles": len(head.articles),
        **{name: numbers[name] for name in ("places", "without a point", "undated")},
        "names not placed": len(head.unplaced),
        "first day": first,
        "last day": last,
    }
    facts |= {field: dict(counts(field)) for field in _COUNTED}
    facts["languages"] = dict(Counter(one.lang or "not known" for one in head.articles).most_common())
    facts["datasets"] = [one.name for one in head.datasets]
    facts["coarsened to"] = head.coarsened or None
    facts["geomap"] = head.geomap_version or None
    facts["gazetteer"] = head.gazetteer_version or None
    facts["schema"] = head.schema_version
    facts["attribution"] = list(head.attribution)
    return facts
