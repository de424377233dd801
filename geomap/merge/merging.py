"""`merge`: all reports to all incidents. The order of the input never matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from geomap.merge.groups import group_reports
from geomap.merge.incident import make_incident
from geomap.model import Incident, Report


def merge(reports: Iterable[Report], related: Callable[[str, str], bool] = lambda a, b: a == b) -> list[Incident]:
    """Incidents out of reports, ordered by first day (undated last) and id.

    Args:
        reports: Reports of any number of articles; their ids must differ.
        related: Whether two actors may be meant by one name: one is part of the other, or backs it.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    incidents = [make_incident(group, why) for group, why in group_reports(ordered, related)]
    return sorted(incidents, key=lambda i: (i.date_start is None, i.date_start, i.id))
