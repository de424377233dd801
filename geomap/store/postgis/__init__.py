"""Stores in PostgreSQL with PostGIS: a schema with typed tables that any GIS opens.

`incidents` has a column a property, lists as text[], and `geom`, the point (EPSG:4326), made by the database from
`lon` and `lat`. `reports`, `articles` and `unplaced` keep each record as JSON in `record` beside the columns that
people look at; `incident_reports` says which reports an incident was merged from; `geomap` is what the store says of
itself.

A store is written in one transaction, so that readers see the old one until the new one is whole.
"""

from geomap.store.postgis.lock import locked
from geomap.store.postgis.session import quoted, session
from geomap.store.postgis.stores import exists, head, read, read_incidents, write, write_part
from geomap.store.postgis.tables import require

__all__ = [
    "exists",
    "head",
    "locked",
    "quoted",
    "read",
    "read_incidents",
    "require",
    "session",
    "write",
    "write_part",
]
