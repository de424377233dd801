"""Questions to a GeoParquet store by DuckDB: only the columns and groups of rows that an answer needs are read.

No extension is loaded. SQL answers what it can (`geomap.store.sql`); outlines, the edges of circles and free text
are decided by the Python predicate, once for each different place, on what SQL left.
"""

from geomap.store.duck.file import File

__all__ = ["File"]
