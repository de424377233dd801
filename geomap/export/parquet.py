"""GeoParquet 1.1: WKB points with bounding boxes, Zstandard, unplaced incidents last."""

from __future__ import annotations

from pathlib import Path

from geomap import model
from geomap.errors import MissingExtra
from geomap.store.features import ordered


def write(store: model.Store, path: Path) -> list[str]:
    """Write GeoParquet; reports stay behind.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: F401  geopandas would say it in ten lines
    except ImportError:
        raise MissingExtra("pyarrow", "scale", "GeoParquet") from None
    from geomap.export.frame import to_geodataframe

    incidents = sorted(ordered(store.incidents), key=lambda one: one.lon is None)
    frame = to_geodataframe(incidents)
    frame.to_parquet(path, index=False, compression="zstd", schema_version="1.1.0", write_covering_bbox=True)
    return []
