"""Merging: reports of the same event become one incident, with every report kept and the reasons said."""

from geomap.merge.groups import group_reports
from geomap.merge.incident import make_incident
from geomap.merge.merging import merge

__all__ = ["group_reports", "make_incident", "merge"]
