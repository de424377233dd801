"""What only a card shows of an incident: evidence, reasons, ids. Kept apart, and read when a card is opened."""

from __future__ import annotations

import os
import re
from collections import deque, namedtuple
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import msgspec

from geomap.model import Report
from geomap.render.codec import squeeze
from geomap.render.rows import Rows
from geomap.render.words import TEXT_LENGTH, clean, web_link

_LINES = re.compile(r"\n|; ")
TEXT_BLOCK = 256  # incidents a block: small enough to open one card without a pause
_CHUNK = 64 * TEXT_BLOCK  # rows whose words are in memory at once
_AHEAD = 128  # blocks that may wait to be packed
_CARD = (
    "id", "slug", "status_by", "date_text", "time_of_day", "casualties_of", "attacker_id", "attacker_role", "evidence",
    "why", "munitions_low", "munitions_high", "intercepted", "confidence_place", "confidence_date",
    "confidence_actor", "place_id", "articles",
)  # fmt: skip
_Told: Any = namedtuple("_Told", [*_CARD, "reports"])  # type: ignore[misc]  # noqa: PYI024  a table's columns


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
    for start in range(0, len(rows), _CHUNK):
        part = rows.order[start : start + _CHUNK]
        columns = [*rows.table.told(part, _CARD), rows.table.reports(part)]
        records = [text_record(one) for one in map(_Told, *columns)]
        for at in range(0, len(records), TEXT_BLOCK):
            yield encode(records[at : at + TEXT_BLOCK])


def text_record(incident: Any) -> dict[str, Any]:
    """The words of an incident, or of a row that has the same fields; what is not known is left out."""
    munitions = [incident.munitions_low, incident.munitions_high]
    why = incident.why
    record = {
        "id": clean(incident.id),
        "slug": clean(incident.slug),
        "status_by": clean(incident.status_by),
        "date_text": clean(incident.date_text),
        "time_of_day": clean(incident.time_of_day),
        "casualties_of": clean(incident.casualties_of),
        "attacked_by": _named_by(incident) if incident.reports else "",
        "evidence": _evidence(incident),
        "why": [clean(line, TEXT_LENGTH) for line in _LINES.split(why) if line.strip()] if why else None,
        "munitions": None if munitions == [None, None] else munitions,
        "intercepted": incident.intercepted,
        "confidence": [incident.confidence_place, incident.confidence_date, incident.confidence_actor],
        "place_id": clean(incident.place_id),
        "articles": [clean(article) for article in incident.articles],
    }
    return {key: value for key, value in record.items() if value or value == 0}


def _named_by(incident: Any) -> str:
    """By whose word the attacker is named, if a report says."""
    return next(
        (
            clean(role.by)
            for report in incident.reports
            for role in report.attackers
            if role.by and role.id == incident.attacker_id and role.role == incident.attacker_role
        ),
        "",
    )


def _evidence(incident: Any) -> list[dict[str, str]]:
    """Quotes, the best first: the incident's own sentence, then the other reports in their order."""
    if not incident.reports:
        quote = clean(incident.evidence, TEXT_LENGTH)
        return [{"text": quote}] if quote else []
    reports = sorted(incident.reports, key=lambda r: r.evidence != incident.evidence)
    return [_quote(report) for report in reports]


def _quote(report: Report) -> dict[str, str]:
    quote = {
        "text": clean(report.evidence, TEXT_LENGTH),
        "outlet": clean(report.outlet),
        "url": web_link(report.source_url),
        "published": report.published.isoformat() if report.published else "",
        "title": clean(report.title),
        "article": clean(report.article),
        "status": report.status,
        "by": clean(report.status_by),
    }
    return {key: value for key, value in quote.items() if value}
