"""Incidents as dictionary-encoded columns: the data block of the page. Pure: rows in, JSON values out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, get_args

from geomap.gazetteer import Gazetteer
from geomap.model import (
    OFF_MAP_STATUS,
    AttackerRole,
    Confidence,
    DatePrecision,
    Kind,
    Status,
    Store,
    TargetRole,
)
from geomap.render.actors import actor_rows
from geomap.render.codec import pack, pack_json
from geomap.render.rows import Rows
from geomap.render.sites import mercator, point_of, site_table
from geomap.render.texts import TEXT_BLOCK, text_blocks
from geomap.render.words import clean

FORMAT = 1
_EPOCH = dt.date(1900, 1, 1)

_KINDS: tuple[str, ...] = get_args(Kind)
_STATUSES: tuple[str, ...] = get_args(Status)
_DATE_PRECISIONS: tuple[str, ...] = get_args(DatePrecision)
_CONFIDENCES: tuple[str, ...] = get_args(Confidence)
_ATTACKER_ROLES = ("", *get_args(AttackerRole))
_TARGET_ROLES = ("", *get_args(TargetRole))
_CHOICES: dict[str, tuple[Sequence[str], str]] = {
    # column: its values, and the one where nothing is said
    "date_precision": (_DATE_PRECISIONS, "unknown"),
    "kind": (_KINDS, "other"),
    "status": (_STATUSES, "reported"),
    "attacker_role": (_ATTACKER_ROLES, ""),
    "target_role": (_TARGET_ROLES, ""),
    "confidence": (_CONFIDENCES, "low"),
}
_IN_STEPS = frozenset({"site", "start"})  # stored as differences
_COUNTS = (
    "killed",
    "killed_low",
    "killed_high",
    "wounded",
    "wounded_low",
    "wounded_high",
    "killed_civilians",
)


def page_data(
    store: Store | Rows, gazetteer: Gazetteer, *, lean: bool = False
) -> tuple[dict[str, Any], list[str]]:
    """The data of a page.

    Args:
        store: What to show.
        gazetteer: Names in other languages, affiliations, who held what.
        lean: Leave the evidence and everything else that only a card shows out.

    Returns:
        The data block, and the packed blocks of texts, each of `TEXT_BLOCK` incidents (none if lean).
    """
    rows = Rows.of(store) if isinstance(store, Store) else store
    site_columns, dictionaries = site_table(rows.sites, gazetteer)
    columns, row_dictionaries = _row_columns(rows, gazetteer)
    _, articles = rows.each(["articles"], lambda ids: ids or ())
    head = {
        "format": FORMAT,
        "rows": len(rows),
        "sites": len(rows.sites),
        "articles": len({article for ids in articles for article in ids}),
        "read": len(rows.table.head.articles),
        "coarsened": rows.table.head.coarsened,
        "attribution": [clean(line) for line in rows.table.head.attribution],
        "text_block": TEXT_BLOCK,
        "off_map": sorted(OFF_MAP_STATUS),
    }
    data = {
        "head": head,
        "dict": pack_json(dictionaries | row_dictionaries),
        "site": site_columns,
        "row": columns,
    }
    return data, [] if lean else text_blocks(rows)


def _row_columns(rows: Rows, gazetteer: Gazetteer) -> tuple[dict[str, Any], dict[str, Any]]:
    actors = actor_rows(rows.named(), gazetteer)
    actor_at = {row["id"]: i for i, row in enumerate(actors)}

    def who(side: str) -> tuple[Any, list[Any]]:
        codes, groups = rows.who(side)
        return codes, [tuple(actor_at[clean(id)] for id in group) for group in groups]

    encoded = {
        "attackers": who("attacker"),
        "targets": who("target"),
        "weapons": rows.each(["weapons", "weapon"], lambda every, one: every or ((one,) if one else ())),
        "outlets": rows.each(["sources"], lambda names: tuple(map(clean, names or ()))),
        "title": rows.each(["title"], clean),
        "launch": rows.each(
            ["launch_place", "launch_place_id", "launch_lon", "launch_lat"], partial(_launch, gazetteer)
        ),
    }
    numbers = {
        "site": rows.site,
        "start": rows.numbers(["date_start"], _day),
        "span": rows.numbers(["date_start", "date_end"], _span),
        **{
            name: rows.numbers([name], partial(_choice, values, unsaid))
            for name, (values, unsaid) in _CHOICES.items()
        },
        "n_articles": rows.numbers(["articles"], lambda ids: len(ids or ())),
        "n_outlets": rows.numbers(["n_outlets"], lambda n: max(n or 0, 0)),
        "n_origins": rows.numbers(["n_origins"], lambda n: max(n or 0, 0)),
        **{name: rows.numbers([name], _count) for name in _COUNTS},
        **{name: codes for name, (codes, _) in encoded.items()},
    }
    with ThreadPoolExecutor(2) as pool:  # zlib works beside Python
        packed = pool.map(lambda name: pack(numbers[name], delta=name in _IN_STEPS), numbers)
        columns = dict(zip(numbers, packed, strict=True))
    dictionaries = {
        "actor": actors,
        **{name: values for name, (values, _) in _CHOICES.items()},
        **{name: values for name, (_, values) in encoded.items()},
    }
    return columns, dictionaries


def _choice(values: Sequence[str], unsaid: str, value: str | None) -> int:
    return values.index(value or unsaid)


# Too large for an arc to begin in their middle; the card names them in words.
_WIDE_KINDS = frozenset(
    {"country", "region", "governorate", "province", "district", "sea", "river", "strait"}
)


def _launch(
    gazetteer: Gazetteer, place: str | None, place_id: str | None, at_lon: float | None, at_lat: float | None
) -> tuple[Any, ...]:
    """Where it came from: name, and x, y of a place that has a point; nothing if it is not said."""
    name = clean(place)
    if not name:
        return ()
    known = gazetteer.places.get(place_id or "")
    wide = known.kind in _WIDE_KINDS if known else (place_id or "").startswith("area:")
    lon, lat = point_of(at_lon, at_lat)
    if lon is None or lat is None or wide:
        return (name,)
    return (name, *mercator(lon, lat))


def _day(day: dt.date | None) -> int:
    """Days since 1899-12-31; 0 is no date."""
    return 0 if day is None else max((day - _EPOCH).days, 0) + 1


def _span(start: dt.date | None, end: dt.date | None) -> int:
    """Days after the first that the incident may still have been on."""
    return 0 if start is None or end is None else max((end - start).days, 0)


def _count(value: int | None) -> int:
    """One more than the number, so that 0 is free for not known."""
    return 0 if value is None or value < 0 else min(value, 0xFFFFFFF0) + 1
