"""What an older geomap did not know of an incident, where its reports tell it."""

from __future__ import annotations

import msgspec

from geomap.model import Incident


def completed(incident: Incident) -> Incident:
    """The incident with the origins of all its reports, if only that of the first was kept."""
    if incident.origins or not incident.reports:
        return incident
    found = dict.fromkeys((incident.origin, *(report.origin for report in incident.reports)))
    return msgspec.structs.replace(incident, origins=tuple(found))
