"""The records of geomap: frozen, typed, one definition each.

`msgspec` derives validation, JSON Schema and decoding from them. Coordinates are degrees, WGS 84, lon before
lat; distances km; days ISO 8601. What is not known is None or empty: never zero, never guessed.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

import msgspec

Day = dt.date
Kind = Literal[
    "attack", "airstrike", "shelling", "interception", "explosion", "clash", "raid", "seizure", "other"
]
Weapon = Literal["drone", "rocket", "missile", "airstrike", "artillery", "mortar", "gunfire", "ied", "other"]
Status = Literal["reported", "claimed", "confirmed", "disputed", "denied", "planned", "threatened"]
DatePrecision = Literal["day", "week", "month", "year", "unknown"]
PlacePrecision = Literal[
    "exact", "site", "locality", "near", "district", "governorate", "country", "sea", "unknown"
]
PointIs = Literal["site", "representative"]
Confidence = Literal["high", "medium", "low"]
AttackerRole = Literal["claimed", "attributed", "suspected"]
TargetRole = Literal["stated", "inferred"]
Origin = Literal["articles", "acled", "ucdp", "gdelt", "hand"]
ORIGINS: tuple[Origin, ...] = get_args(Origin)

# Not drawn and not counted as attacks unless asked for (design: off the map by default, never dropped).
OFF_MAP_STATUS: frozenset[str] = frozenset({"denied", "planned", "threatened"})


# Coded by a machine from news: one happening is many rows, at wrong places and days. Shown only when asked for.
OFF_MAP_ORIGIN: frozenset[str] = frozenset({"gdelt"})


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """A frozen record; fields at their default are left out when it is written."""


# --- curated data -------------------------------------------------------------------------------------------


class Name(Record, frozen=True, kw_only=True):
    """One spelling of a place or an actor."""

    text: str
    lang: str  # ISO 639-1; "en" also for Latin transliterations that the English-language press uses
    status: Literal["current", "former", "press", "transliteration"] = "press"
    # weak: an ordinary word or a shared name, counts with context
    strength: Literal["strong", "weak"] = "strong"
    # words of which one must stand nearby for the name to count ("Omar": field, base)
    needs: tuple[str, ...] = ()


class Held(Record, frozen=True, kw_only=True):
    """Who held a place, from when to when (inclusive; None is open or not known)."""

    actor: str
    start: str | None = None  # 2017, 2017-11 or 2017-11-24
    end: str | None = None
    source: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """A place of the gazetteer."""

    id: str
    name: str
    kind: str  # an id of gazetteer/kinds.toml
    lon: float
    lat: float
    radius_km: float  # doubt about the point
    names: tuple[Name, ...] = ()
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None  # ISO 3166-2
    admin1_name: str | None = None
    extent_km: float | None = None  # radius of the place itself
    part_of: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    held_by: tuple[Held, ...] = ()
    sources: tuple[str, ...] = ()
    checked: str | None = None
    confidence: Confidence = "medium"
    note: str | None = None
    area_id: str | None = None  # the outline that the place stands for, if it is an area
    origin: Literal["curated", "geonames", "boundaries"] = "curated"
    population: int | None = None


class Membership(Record, frozen=True, kw_only=True):
    """An actor belongs to another, or is backed by it, from when to when."""

    id: str
    start: str | None = None
    end: str | None = None
    source: str | None = None


class Leader(Record, frozen=True, kw_only=True):
    """Somebody who leads an actor or one of its branches, from when to when: who strikes him strikes it."""

    names: tuple[str, ...]  # every spelling, of all languages
    start: str | None = None
    end: str | None = None
    source: str | None = None


# Kinds of actors: who fights for itself and claims, who has a land, and all that may strike.
ARMED_GROUPS = ("armed group", "front", "umbrella")
STATES = ("state", "coalition")
FIGHTING = ("state", "force", "coalition", *ARMED_GROUPS)


class Actor(Record, frozen=True, kw_only=True):
    """A state, force, armed group, front, coalition or umbrella brand."""

    id: str
    name: str
    kind: Literal[
        "state", "force", "armed group", "front", "coalition", "umbrella", "company", "organisation"
    ]
    names: tuple[Name, ...] = ()
    part_of: tuple[Membership, ...] = ()
    backed_by: tuple[Membership, ...] = ()
    leaders: tuple[Leader, ...] = ()
    country: str | None = None
    aircraft: bool = False  # whether an armed group flies aircraft with crews, as few do
    wikidata: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


# --- reading ------------------------------------------------------------------------------------------------


class Article(Record, frozen=True, kw_only=True):
    """An article as read from a file, with what the file itself says about it."""

    id: str
    text: str
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: Day | None = None
    published_from: str | None = None  # "--published", "front matter", "html metadata", "jsonl", "first line"
    path: str | None = None
    sha256: str | None = None
    retrieved: str | None = None


class Span(Record, frozen=True, kw_only=True):
    """Characters [start, end) of an article's text."""

    start: int
    end: int


class ActorRole(Record, frozen=True, kw_only=True):
    """An actor in a report: who, as what, and by whose word."""

    id: str
    name: str
    role: str  # an AttackerRole or a TargetRole
    by: str | None = None  # by whose word: who claims it, who blames
    why: str | None = None  # what in the sentence says so


class Report(Record, frozen=True, kw_only=True):
    """What one article says once of one event."""

    id: str  # article id, hash of the normalised sentence that tells of it first, ordinal
    article: str
    kind: Kind
    evidence: str  # the sentence that says most of what the record says
    span: Span  # … and where it stands in the article
    also: tuple[str, ...] = ()  # the other sentences of the article that tell of it
    status: Status = "reported"
    status_by: str | None = None
    core: bool = True  # False: told as background
    date_start: Day | None = None
    date_end: Day | None = None
    date_precision: DatePrecision = "unknown"
    date_text: str | None = None
    date_why: str | None = None
    time_of_day: str | None = None
    place_id: str | None = None
    place: str | None = None  # the name of the place as the map shows it
    place_text: str | None = None  # the words of the article
    place_kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin1_name: str | None = None
    lon: float | None = None
    lat: float | None = None
    precision: PlacePrecision = "unknown"
    point_is: PointIs = "site"
    area_id: str | None = None
    radius_km: float | None = None
    confidence_place: Confidence = "low"
    confidence_date: Confidence = "low"
    confidence_actor: Confidence = "low"
    launch_place_id: str | None = None
    launch_place: str | None = None
    launch_lon: float | None = None
    launch_lat: float | None = None
    attackers: tuple[ActorRole, ...] = ()
    targets: tuple[ActorRole, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    munitions_low: int | None = None
    munitions_high: int | None = None
    intercepted: int | None = None
    killed: int | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    wounded: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None
    killed_civilians: int | None = None
    casualties_of: str | None = None
    outlet: str | None = None
    source_url: str | None = None
    title: str | None = None
    published: Day | None = None
    source_origin: str | None = None  # what it rests on: the quoted agency or the claim, else the outlet
    trigger: str | None = None  # the words that tell of the deed
    anchor: str | None = None  # the day that the article is of, and what says so
    why: tuple[str, ...] = ()  # the reasons in words
    origin: Origin = "articles"
    redistribute: bool = True
    dataset: str | None = (
        None  # of an imported row: the `Dataset` that it is a row of; `article` is its id there
    )
    version: int | None = None  # of an imported row: grows with each new edition of the same row
    alone: bool = False  # never merged with others: what a machine coded, unless asked for
    codes: tuple[tuple[str, str | int], ...] = ()  # the source's own codes, by the property that they become


class Incident(Record, frozen=True, kw_only=True):
    """Our belief about one event, merged from reports; the properties of design section 4, in their order."""

    id: str
    slug: str
    title: str
    former_ids: tuple[str, ...] = ()
    kind: Kind
    status: Status
    status_by: str | None = None
    date_start: Day | None = None
    date_end: Day | None = None
    date_precision: DatePrecision = "unknown"
    date_text: str | None = None
    date_edtf: str | None = None
    time_of_day: str | None = None
    place_id: str | None = None
    place: str | None = None
    place_kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin1_name: str | None = None
    precision: PlacePrecision = "unknown"
    radius_km: float | None = None
    point_is: PointIs | None = None
    area_id: str | None = None
    lon: float | None = None  # written as the geometry, not as properties
    lat: float | None = None
    launch_place_id: str | None = None
    launch_place: str | None = None
    launch_lon: float | None = None  # of a launch place that has a point
    launch_lat: float | None = None
    attacker_id: str | None = None
    attacker: str | None = None
    attacker_role: AttackerRole | None = None
    attackers: tuple[str, ...] = ()
    target_id: str | None = None
    target: str | None = None
    target_role: TargetRole | None = None
    targets: tuple[str, ...] = ()
    weapon: Weapon | None = None
    weapons: tuple[str, ...] = ()
    munitions_low: int | None = None
    munitions_high: int | None = None
    intercepted: int | None = None
    killed: int | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    wounded: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None
    killed_civilians: int | None = None
    casualties_of: str | None = None
    confidence: Confidence = "low"
    confidence_place: Confidence = "low"
    confidence_date: Confidence = "low"
    confidence_actor: Confidence = "low"
    n_outlets: int = 0
    n_origins: int = 0
    sources: tuple[str, ...] = ()  # outlets
    articles: tuple[str, ...] = ()  # article ids
    evidence: str | None = None
    why: str | None = None
    acled_event_type: str | None = None
    acled_sub_event_type: str | None = None
    plover_event: str | None = None
    geo_precision: int | None = None
    where_prec: int | None = None
    time_precision: int | None = None
    origin: Origin = "articles"
    origins: tuple[Origin, ...] = ()  # of all its reports, `origin` first
    redistribute: bool = True
    reports: tuple[Report, ...] = ()  # beside the properties, not among them


class ArticleEntry(Record, frozen=True, kw_only=True):
    """What a store keeps of an article: never its text."""

    id: str
    sha256: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    lang: str | None = None
    published: Day | None = None
    retrieved: str | None = None
    n_reports: int = 0
    signature: str = ""  # a sketch of its text, by which copies of wire copy know each other


class Dataset(Record, frozen=True, kw_only=True):
    """Where imported rows come from, and on what terms. Rows of one dataset are told apart by it, so never merged."""

    id: str
    origin: Origin
    name: str
    attribution: str | None = None
    licence: str | None = None
    redistribute: bool = True


class Unplaced(Record, frozen=True, kw_only=True):
    """A name in an article that nothing resolves, or a report left without a place: the curator's worklist."""

    text: str
    article: str
    sentence: str
    reason: str


class Store(Record, frozen=True, kw_only=True):
    """A whole store in memory: what `build` returns and every store file holds without loss."""

    schema_version: int = 1
    geomap_version: str = ""
    gazetteer_version: str = ""
    attribution: tuple[str, ...] = ()  # whom the licences of the data require to be named
    decisions_version: str = ""  # of the verdicts that were applied
    coarsened: str = ""  # how coarse its places were made for publication: "10 km", "district", "governorate"
    incidents: tuple[Incident, ...] = ()
    articles: tuple[ArticleEntry, ...] = ()
    datasets: tuple[Dataset, ...] = ()  # of which rows were imported
    unplaced: tuple[Unplaced, ...] = ()
    dropped: tuple[Report, ...] = ()  # that a person took out: kept, for the verdict may be withdrawn
