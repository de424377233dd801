"""FlatGeobuf, with its spatial index."""

from __future__ import annotations

import itertools
from pathlib import Path

from geomap.export.losses import Notes, placed
from geomap.store import flat, gdal
from geomap.store.part import Part, batches


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write FlatGeobuf; incidents without a point are left out."""
    rows = itertools.count()
    kept = (one for one, _ in zip(placed(part.read(), notes), rows, strict=False))
    if part.along_curve is None:
        layer = gdal.incident_layer("incidents", list(kept))
        gdal.write_layer(path, layer, driver="FlatGeobuf", DESCRIPTION=part.about)
    else:  # from a file that pyarrow reads, and too large to be held
        layers = (gdal.incident_layer("incidents", batch) for batch in batches(kept))
        gdal.write_stream(path, layers, driver="FlatGeobuf", DESCRIPTION=part.about)
    gdal.check_whole(path, next(rows), len(flat.COLUMNS))
