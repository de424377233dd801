"""How long a large GeoParquet store takes into each format, how much memory, how large the file is.

GEOMAP_BENCH_EXPORT says how many incidents (100,000).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geomap.export import FORMATS
from tests.bench.test_large import GEOMAP, run

pytestmark = pytest.mark.bench
ROWS = int(os.environ.get("GEOMAP_BENCH_EXPORT", "100000"))
STREAMED = ("csv", "geojson", "geojsonl", "kml", "xlsx")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The store."""
    path = tmp_path_factory.mktemp("bench") / "s.parquet"
    run(GEOMAP, "synth", str(ROWS), "-o", str(path), times=1)
    return str(path)


@pytest.mark.parametrize("format", FORMATS)
def test_into_each_format(format: str, file: str, tmp_path: Path) -> None:
    """What is streamed does not grow in memory with the store."""
    if format == "shp.zip" and ROWS > 300_000:
        pytest.skip("a Shapefile ends at 2 GB")
    path = tmp_path / f"out{FORMATS[format].suffixes[0]}"
    made = run(GEOMAP, "export", file, "--all", "--possible", "-o", str(path), times=1)
    size = path.stat().st_size / 1e6
    print(f"\n{format}: {made.seconds:.1f} s, {made.memory:,.0f} MB of memory, {size:,.0f} MB", end="")
    if format in STREAMED:
        assert made.memory < 1500
