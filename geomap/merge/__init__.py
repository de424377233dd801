"""Merging: reports of the same event become one incident, with every report kept and the reasons said."""

from geomap.merge.groups import doubtful_pairs, group_reports
from geomap.merge.incident import incident_id, make_incident
from geomap.merge.merging import merge
from geomap.merge.rulings import NO_RULINGS, Rulings
from geomap.merge.wire import copies, signature

__all__ = [
    "NO_RULINGS", "Rulings", "copies", "doubtful_pairs", "group_reports", "incident_id", "make_incident", "merge",
    "signature",
]  # fmt: skip
