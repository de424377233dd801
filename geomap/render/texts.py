"""What only a card shows of an incident: evidence, reasons, ids. Kept apart, and read when a card is opened."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import combinations
from typing import Any

import msgspec

from geomap.model import ActorRole, Incident, Report
from geomap.render.codec import squeeze
from geomap.render.rows import Rows
from geomap.render.words import TEXT_LENGTH, clean, web_link

_LINES = re.compile(r"\n|; ")
TEXT_BLOCK = 256  # incidents a block: small enough to open one card without a pause
_CHUNK = 64 * TEXT_BLOCK  # rows whose words are in memory at once
_ALSO = 6  # more sentences of one article
_AHEAD = 128  # blocks that may wait to be packed
# What repeats is cleaned once a value; the rest once a row.
_REPEATED = (
    "status_by", "date_text", "time_of_day", "casualties_of", "munitions_low", "munitions_high", "intercepted",
    "confidence_place", "confidence_date", "confidence_actor", "place_id", "articles", "attacker_id", "attacker_role",
)  # fmt: skip
_SINGLE = ("id", "slug", "evidence", "why")
_AS_THEY_ARE = frozenset({"attacker_id", "attacker_role"})  # compared with the reports, not shown


class Words(msgspec.Struct, omit_defaults=True):
    """The words of one incident as the card has them; what is not known is left out."""

    id: str | None = None
    slug: str | None = None
    status_by: str | None = None
    date_text: str | None = None
    time_of_day: str | None = None
    casualties_of: str | None = None
    attacked_by: str | None = None
    attackers_named: list[list[str]] | None = None
    targets_named: list[list[str]] | None = None
    evidence: list[dict[str, str]] | None = None
    why: list[str] | None = None
    munitions: list[int | None] | None = None
    intercepted: int | None = None
    confidence: tuple[str | None, ...] | None = None
    place_id: str | None = None
    articles: list[str] | None = None


def text_blocks(rows: Rows) -> list[str]:
    """The words of all incidents in map order, packed, `TEXT_BLOCK` a block."""
    done: list[str] = []
    waiting: deque[Future[str]] = deque()
    with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:  # zlib works beside Python
        for block in _encoded(rows):
            waiting.append(pool.submit(squeeze, block))
            if len(waiting) > _AHEAD:  # a million incidents are half a gigabyte before they are packed
                done.append(waiting.popleft().result())
        done += [each.result() for each in waiting]
    return done


def _encoded(rows: Rows) -> Iterator[bytes]:
    encode = msgspec.json.Encoder().encode
    coded = [rows.coded(name) for name in _REPEATED]
    known = [
        [*(one.values if name in _AS_THEY_ARE else map(_cleaned, one.values)), None]
        for name, one in zip(_REPEATED, coded, strict=True)
    ]
    for start in range(0, len(rows), _CHUNK):
        part = rows.order[start : start + _CHUNK]
        repeated = (
            [values[code] for code in one.codes[part].tolist()]
            for values, one in zip(known, coded, strict=True)
        )
        columns = [*rows.table.told(part, _SINGLE), rows.table.reports(part), *repeated]
        records = list(map(_words, *columns))
        for at in range(0, len(records), TEXT_BLOCK):
            yield encode(records[at : at + TEXT_BLOCK])


def text_record(incident: Incident) -> dict[str, Any]:
    """The words of an incident; what is not known is left out."""
    words: list[Any] = [getattr(incident, name) for name in _SINGLE]
    words.append(incident.reports)
    for name in _REPEATED:
        value = getattr(incident, name)
        words.append(value if name in _AS_THEY_ARE else _cleaned(value))
    record: dict[str, Any] = msgspec.to_builtins(_words(*words))
    return record


def _cleaned(value: Any) -> Any:
    """A value that can be shown; nothing is None."""
    if isinstance(value, str):
        return clean(value) or None
    return list(map(clean, value)) or None if isinstance(value, tuple) else value


def _words(
    id: str, slug: str, evidence: str | None, why: str | None, reports: tuple[Report, ...], status_by: str | None,
    date_text: str | None, time_of_day: str | None, casualties_of: str | None, munitions_low: int | None,
    munitions_high: int | None, intercepted: int | None, confidence_place: str | None, confidence_date: str | None,
    confidence_actor: str | None, place_id: str | None, articles: list[str] | None, attacker_id: str | None,
    attacker_role: str | None,
) -> Words:  # fmt: skip
    """The card's words, out of columns in the order of `_SINGLE`, reports, `_REPEATED`."""
    return Words(
        clean(id) or None,
        clean(slug) or None,
        status_by,
        date_text,
        time_of_day,
        casualties_of,
        _named_by(reports, attacker_id, attacker_role) if reports else None,
        *_apart(reports),
        _evidence(evidence, reports),
        [clean(line, TEXT_LENGTH) for line in _LINES.split(why) if line.strip()] or None if why else None,
        None if munitions_low is None and munitions_high is None else [munitions_low, munitions_high],
        intercepted,
        (confidence_place, confidence_date, confidence_actor),
        place_id,
        articles,
    )


def _named_by(reports: Iterable[Report], attacker_id: str | None, attacker_role: str | None) -> str | None:
    """By whose word the attacker is named, if a report says."""
    return next(
        (
            clean(role.by)
            for report in reports
            for role in report.attackers
            if role.by and role.id == attacker_id and role.role == attacker_role
        ),
        None,
    )


def _apart(reports: Sequence[Report]) -> tuple[list[list[str]] | None, list[list[str]] | None]:
    """Ids of the attackers, and of the targets, as the reports name them, where two reports have none in common.

    Whether these contradict each other is for the page to say, which knows who belongs to whom.
    """
    if len(reports) < 2:
        return None, None
    return _sides(report.attackers for report in reports), _sides(report.targets for report in reports)


def _sides(named: Iterable[Sequence[ActorRole]]) -> list[list[str]] | None:
    sides = {tuple(clean(role.id) for role in roles if role.role != "inferred") for roles in named}
    known = sorted(side for side in sides if side)
    apart = any(not set(one) & set(other) for one, other in combinations(known, 2))
    return [list(side) for side in known] if apart else None


def _evidence(evidence: str | None, reports: Sequence[Report]) -> list[dict[str, str]] | None:
    """Quotes, the best first: the incident's own sentence, then the other reports in their order."""
    if not reports:
        quote = clean(evidence, TEXT_LENGTH)
        return [{"text": quote}] if quote else None
    return [_quote(report) for report in sorted(reports, key=lambda r: r.evidence != evidence)]


def _quote(report: Report) -> dict[str, str]:
    quote = {
        "text": clean(report.evidence, TEXT_LENGTH),
        # A line each: who claims it and what it cost may stand in other sentences than the deed.
        "also": "\n".join(clean(sentence, TEXT_LENGTH) for sentence in report.also[:_ALSO]),
        "outlet": clean(report.outlet),
        "url": web_link(report.source_url),
        "published": report.published.isoformat() if report.published else "",
        "title": clean(report.title),
        "article": clean(report.article),
        "status": report.status,
        "by": clean(report.status_by),
    }
    return {key: value for key, value in quote.items() if value}
