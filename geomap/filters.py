"""`Filter`: the one meaning of a question to a store.

It has three compilers that must agree: a Python predicate (here), SQL (in `store/`) and the page's JS. All run
`tests/filters/cases.json`.
"""

from __future__ import annotations

import datetime as dt

import msgspec


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a store. Empty fields ask nothing; values of one field are *or*, fields are *and*.

    `regions` hold resolved region ids (see `geomap.query`), `bbox` is W, S, E, N in degrees (W > E crosses the
    antimeridian), `near` is lon, lat, km.
    """

    regions: tuple[str, ...] = ()
    bbox: tuple[float, float, float, float] | None = None
    near: tuple[float, float, float] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    attackers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    backed_by: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str | None = None
    min_confidence: str | None = None
