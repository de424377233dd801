"""Incidents as dictionary-encoded columns: the data block of the page. Pure: records in, JSON values out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, get_args

from geomap.gazetteer import Gazetteer
from geomap.model import (
    OFF_MAP_STATUS,
    AttackerRole,
    Confidence,
    DatePrecision,
    Incident,
    Kind,
    Status,
    Store,
    TargetRole,
)
from geomap.render.actors import actor_rows, attackers_of, targets_of
from geomap.render.codec import pack, pack_json
from geomap.render.sites import Site, mercator, point_of, site_of, site_table
from geomap.render.texts import text_record
from geomap.render.words import clean

FORMAT = 1
TEXT_BLOCK = 256  # incidents a block: small enough to open one card without a pause
_EPOCH = dt.date(1900, 1, 1)

_KINDS: tuple[str, ...] = get_args(Kind)
_STATUSES: tuple[str, ...] = get_args(Status)
_DATE_PRECISIONS: tuple[str, ...] = get_args(DatePrecision)
_CONFIDENCES: tuple[str, ...] = get_args(Confidence)
_ATTACKER_ROLES = ("", *get_args(AttackerRole))
_TARGET_ROLES = ("", *get_args(TargetRole))
_COUNTS = (
    "killed",
    "killed_low",
    "killed_high",
    "wounded",
    "wounded_low",
    "wounded_high",
    "killed_civilians",
)


def page_data(store: Store, gazetteer: Gazetteer, *, lean: bool = False) -> tuple[dict[str, Any], list[str]]:
    """The data of a page.

    Args:
        store: What to show.
        gazetteer: Names in other languages, affiliations, who held what.
        lean: Leave the evidence and everything else that only a card shows out.

    Returns:
        The data block, and the packed blocks of texts, each of `TEXT_BLOCK` incidents (none if lean).
    """
    incidents = in_map_order(store.incidents)
    sites = sorted({site_of(incident) for incident in incidents}, key=_site_order)
    site_columns, dictionaries = site_table(sites, gazetteer)
    columns, row_dictionaries = _row_columns(incidents, sites, gazetteer)
    head = {
        "format": FORMAT,
        "rows": len(incidents),
        "sites": len(sites),
        "articles": len({article for incident in incidents for article in incident.articles}),
        "read": len(store.articles),
        "coarsened": store.coarsened,
        "text_block": TEXT_BLOCK,
        "off_map": sorted(OFF_MAP_STATUS),
    }
    data = {
        "head": head,
        "dict": pack_json(dictionaries | row_dictionaries),
        "site": site_columns,
        "row": columns,
    }
    return data, [] if lean else _text_blocks(incidents)


def in_map_order(incidents: Iterable[Incident]) -> list[Incident]:
    """Incidents so that near ones are neighbours (Z-order), those without a point last; then by date and id."""

    def key(incident: Incident) -> tuple[Any, ...]:
        site = site_of(incident)
        return (*_site_order(site), incident.date_start or dt.date.max, incident.id)

    return sorted(incidents, key=key)


def _site_order(site: Site) -> tuple[Any, ...]:
    if site.lon is None or site.lat is None:
        return (1, 0, site.country, site.admin1, site.name, tuple(map(str, site)))
    x, y = mercator(site.lon, site.lat)
    return (
        0,
        _interleave(x) | _interleave(y) << 1,
        site.country,
        site.admin1,
        site.name,
        tuple(map(str, site)),
    )


def _interleave(value: int) -> int:
    """Room for another number's bits between the bits of this one (below 2**32)."""
    for shift, mask in (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    ):
        value = (value | value << shift) & mask
    return value


def _row_columns(
    incidents: Sequence[Incident], sites: Sequence[Site], gazetteer: Gazetteer
) -> tuple[dict[str, Any], dict[str, Any]]:
    actors = actor_rows(incidents, gazetteer)
    actor_at = {row["id"]: i for i, row in enumerate(actors)}

    def who(ids: Callable[[Incident], tuple[str, ...]]) -> list[tuple[int, ...]]:
        return [tuple(actor_at[clean(id)] for id in ids(i)) for i in incidents]

    site_at = {site: i for i, site in enumerate(sites)}
    encoded = {
        "attackers": _encode(who(attackers_of)),
        "targets": _encode(who(targets_of)),
        "weapons": _encode([i.weapons or ((i.weapon,) if i.weapon else ()) for i in incidents]),
        "outlets": _encode([tuple(map(clean, i.sources)) for i in incidents]),
        "title": _encode([clean(i.title) for i in incidents]),
        "launch": _encode([_launch(i, gazetteer) for i in incidents]),
    }
    columns = {
        "site": pack([site_at[site_of(i)] for i in incidents], delta=True),
        "start": pack([_day(i.date_start) for i in incidents], delta=True),
        "span": pack([_span(i) for i in incidents]),
        "date_precision": pack([_DATE_PRECISIONS.index(i.date_precision) for i in incidents]),
        "kind": pack([_KINDS.index(i.kind) for i in incidents]),
        "status": pack([_STATUSES.index(i.status) for i in incidents]),
        "attacker_role": pack([_ATTACKER_ROLES.index(i.attacker_role or "") for i in incidents]),
        "target_role": pack([_TARGET_ROLES.index(i.target_role or "") for i in incidents]),
        "confidence": pack([_CONFIDENCES.index(i.confidence) for i in incidents]),
        "n_articles": pack([len(i.articles) for i in incidents]),
        "n_outlets": pack([max(i.n_outlets, 0) for i in incidents]),
        "n_origins": pack([max(i.n_origins, 0) for i in incidents]),
        **{name: pack([_count(getattr(i, name)) for i in incidents]) for name in _COUNTS},
        **{name: pack(codes) for name, (codes, _) in encoded.items()},
    }
    dictionaries = {
        "actor": actors,
        "kind": _KINDS,
        "status": _STATUSES,
        "date_precision": _DATE_PRECISIONS,
        "attacker_role": _ATTACKER_ROLES,
        "target_role": _TARGET_ROLES,
        "confidence": _CONFIDENCES,
        **{name: values for name, (_, values) in encoded.items()},
    }
    return columns, dictionaries


def _encode(values: Sequence[Hashable]) -> tuple[list[int], list[Any]]:
    """Codes and their dictionary, in the order of appearance."""
    at: dict[Hashable, int] = {}
    codes = [at.setdefault(value, len(at)) for value in values]
    return codes, list(at)


# Too large for an arc to begin in their middle; the card names them in words.
_WIDE_KINDS = frozenset(
    {"country", "region", "governorate", "province", "district", "sea", "river", "strait"}
)


def _launch(incident: Incident, gazetteer: Gazetteer) -> tuple[Any, ...]:
    """Where it came from: name, and x, y of a place that has a point; nothing if it is not said."""
    name = clean(incident.launch_place)
    if not name:
        return ()
    place = gazetteer.places.get(incident.launch_place_id or "")
    wide = place.kind in _WIDE_KINDS if place else (incident.launch_place_id or "").startswith("area:")
    lon, lat = point_of(incident.launch_lon, incident.launch_lat)
    if lon is None or lat is None or wide:
        return (name,)
    return (name, *mercator(lon, lat))


def _day(day: dt.date | None) -> int:
    """Days since 1899-12-31; 0 is no date."""
    return 0 if day is None else max((day - _EPOCH).days, 0) + 1


def _span(incident: Incident) -> int:
    """Days after the first that the incident may still have been on."""
    if incident.date_start is None or incident.date_end is None:
        return 0
    return max((incident.date_end - incident.date_start).days, 0)


def _count(value: int | None) -> int:
    """One more than the number, so that 0 is free for not known."""
    return 0 if value is None or value < 0 else min(value, 0xFFFFFFF0) + 1


def _text_blocks(incidents: Sequence[Incident]) -> list[str]:
    starts = range(0, len(incidents), TEXT_BLOCK)
    return [pack_json([text_record(i) for i in incidents[at : at + TEXT_BLOCK]]) for at in starts]
