"""`Filter`: what is asked of a store, as data."""

from __future__ import annotations

import datetime as dt

import msgspec


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a store. Empty fields ask nothing; values of one field are *or*, fields are *and*.

    `regions` hold ids of areas (see `geomap.query`), `bbox` is W, S, E, N in degrees (W > E crosses the
    antimeridian), `near` is lon, lat, km. `since` and `until` are days, both included. Without `statuses`, what was
    denied, planned or threatened is left out; without `origins`, what a machine coded (GDELT).
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
    origins: tuple[str, ...] = ()
    text: str | None = None
    min_confidence: str | None = None
