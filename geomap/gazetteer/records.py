"""The records that only the gazetteer knows: countries, regions, disputed areas, kinds of place, sources."""

from __future__ import annotations

from typing import Any

import msgspec

from geomap.model import Actor, Name, Place, Record

Ring = tuple[tuple[float, float], ...]  # (lon, lat) in degrees, closed


class Country(Record, frozen=True, kw_only=True):
    """A country: its ISO 3166-1 codes, and what it, its people and its capital are called."""

    code: str
    name: str
    alpha3: str | None = None
    numeric: str | None = None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    names_ar: tuple[str, ...] = ()
    demonyms_ar: tuple[str, ...] = ()
    capital: str | None = None
    capital_ar: str | None = None
    hit_as: str | None = (
        None  # the actor at whom what strikes there is aimed, where no place says who holds it
    )
    fires_as: str | None = (
        None  # the actor suspected where something was fired from there and nobody is named
    )
    own_air: bool = (
        True  # whether aircraft that bomb there, of which nothing is said, are likely the country's
    )
    own_sky: bool = False  # whether what its forces shot down, of which no place is named, was over its land
    own_forces: bool = True  # whether soldiers and police there, of whom nothing is said, are the country's
    troops_as: str | None = None  # … and whose the soldiers that strike there are, where they are not


class Circle(Record, frozen=True, kw_only=True):
    """All points within `km` of a place, by its id."""

    place: str
    km: float


class Buffer(Record, frozen=True, kw_only=True):
    """All points within `km` of the border between two countries, by their codes."""

    border: tuple[str, ...]
    km: float


class Region(Record, frozen=True, kw_only=True):
    """A named region, by exactly one of: members, bbox, circle, buffer, polygon.

    `members` are country codes, ISO 3166-2 codes, place ids or ids of other regions; `bbox` is W, S, E, N in
    degrees; `polygon` is rings of (lon, lat).
    """

    id: str
    name: str
    kind: str = "region"
    names: tuple[Name, ...] = ()
    members: tuple[str, ...] = ()
    bbox: tuple[float, float, float, float] | None = None
    circle: Circle | None = None
    buffer: Buffer | None = None
    polygon: tuple[Ring, ...] | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


class Disputed(Record, frozen=True, kw_only=True):
    """A disputed area: whose it is in UN usage, who holds it and who claims it (ISO 3166-1 codes)."""

    id: str
    name: str
    country: str | None = None
    admin1: str | None = None
    held_by: str | None = None
    claimed_by: tuple[str, ...] = ()
    note: str | None = None


class KindInfo(Record, frozen=True, kw_only=True):
    """A kind of place: the words that name it, and how precise a report at such a place is."""

    id: str
    label: str
    label_ar: str | None = None
    words_en: tuple[str, ...] = ()
    words_ar: tuple[str, ...] = ()
    precision: str = "site"
    extent_km: float | None = None
    group: str | None = None


class Source(Record, frozen=True, kw_only=True):
    """Where values come from, and under which licence."""

    id: str
    name: str
    url: str | None = None
    licence: str | None = None
    attribution: str | None = None
    used_for: str | None = None


class Bundle(Record, frozen=True, kw_only=True):
    """The whole curated gazetteer as one record: what is compiled to the cache and read back."""

    version: str  # hash of the content of every file that went in
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    kinds: tuple[KindInfo, ...] = ()
    sources: tuple[Source, ...] = ()
    lexicons: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    warnings: tuple[str, ...] = ()
