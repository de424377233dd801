"""`merge`: all reports to all incidents. The order of the input never matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from geomap.merge.groups import group_reports
from geomap.merge.incident import make_incident
from geomap.merge.rulings import NO_RULINGS, Rulings
from geomap.model import Incident, Report


def merge(
    reports: Iterable[Report],
    related: Callable[[str, str], bool] = lambda a, b: a == b,
    *,
    rulings: Rulings = NO_RULINGS,
    copies: Mapping[str, str] | None = None,
) -> list[Incident]:
    """Incidents out of reports, ordered by first day (undated last) and id.

    Args:
        reports: Reports of any number of articles; their ids must differ.
        related: Whether two actors may be meant by one name: one is part of the other, or backs it.
        rulings: What a person said of the reports; it always wins.
        copies: Of what outlet's text an article is a copy, by its id: copies are one origin.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    groups = group_reports(ordered, related, rulings)
    incidents = [make_incident(group, why, rulings, copies or {}) for group, why in groups]
    return sorted(incidents, key=lambda i: (i.date_start is None, i.date_start, i.id))
