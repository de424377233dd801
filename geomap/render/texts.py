"""What only a card shows of an incident: evidence, reasons, ids. Kept apart, and read when a card is opened."""

from __future__ import annotations

import re
from typing import Any

from geomap.model import Incident, Report
from geomap.render.words import TEXT_LENGTH, clean, web_link


def text_record(incident: Incident) -> dict[str, Any]:
    """The words of one incident; what is not known is left out."""
    record = {
        "id": clean(incident.id),
        "slug": clean(incident.slug),
        "status_by": clean(incident.status_by),
        "date_text": clean(incident.date_text),
        "time_of_day": clean(incident.time_of_day),
        "casualties_of": clean(incident.casualties_of),
        "attacked_by": _named_by(incident),
        "evidence": _evidence(incident),
        "why": [clean(line, TEXT_LENGTH) for line in re.split(r"\n|; ", incident.why or "") if line.strip()],
        "munitions": [incident.munitions_low, incident.munitions_high],
        "intercepted": incident.intercepted,
        "confidence": [incident.confidence_place, incident.confidence_date, incident.confidence_actor],
        "place_id": clean(incident.place_id),
        "articles": [clean(article) for article in incident.articles],
    }
    return {key: value for key, value in record.items() if value not in (None, "", [], [None, None])}


def _named_by(incident: Incident) -> str:
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


def _evidence(incident: Incident) -> list[dict[str, str]]:
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
