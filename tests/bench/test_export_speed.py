"""A large GeoParquet store into each format: seconds, memory and size, beside what the format itself costs.

The peer of a file is GDAL without any meaning of ours: the same columns go from pyarrow to the driver as they are, one
table, no styles, no reports. That of GeoParquet is geopandas, that of PostGIS psycopg's COPY into a table without keys.
GEOMAP_BENCH_EXPORT says how many incidents (100,000; a million take fifty minutes on a busy machine and 11 GB of disk).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from geomap.export import FORMATS
from tests.bench.test_large import GEOMAP, Run, in_turn, run
from tests.fixtures.process import ROOT
from tests.fixtures.server import running

pytestmark = pytest.mark.bench
ROWS = int(os.environ.get("GEOMAP_BENCH_EXPORT", "100000"))
TIMES = 1 if ROWS > 200_000 else 2
STREAMED_MB = 1500  # of what is written some thousands at a time, however many there are
GROUPS_MB = 3000  # of GeoParquet: two groups of 122,880 rows
HELD_KB = 8  # of memory an incident, where a format is written whole
DRIVERS = {
    "geojson": "GeoJSON", "geojsonl": "GeoJSONSeq", "gpkg": "GPKG", "fgb": "FlatGeobuf", "kml": "KML", "csv": "CSV",
    "xlsx": "XLSX", "shp.zip": "ESRI Shapefile",
}  # fmt: skip
HELD = ("gpkg", "shp.zip")
MOST = {"shp.zip": 400_000}  # incidents: a Shapefile ends at 2 GB
COLUMNS = """
import sys, itertools, os, pyarrow as pa, pyarrow.parquet as pq, pyarrow.compute as pc
source, out, driver = sys.argv[1:4]
file = pq.ParquetFile(source)
ours = {"bbox", "reports", "geomap", "several"}
"""
GDAL = f"""{COLUMNS}
import pyogrio.raw
if os.path.exists(out):
    os.remove(out)  # of the turn before: not every driver writes over it
table = driver in ("CSV", "XLSX")
names = [n for n in file.schema_arrow.names if n not in ours | ({{"geometry"}} if table else {{"lon", "lat"}})]
def flat(batch):
    if driver in ("FlatGeobuf", "KML", "ESRI Shapefile"):
        batch = batch.filter(batch["geometry"].is_valid())
    lists = driver.startswith("GeoJSON")
    columns = [c if lists or not pa.types.is_list(c.type) else pc.binary_join(c, "; ") for c in batch.columns]
    return pa.record_batch(columns, names=batch.schema.names)
batches = map(flat, file.iter_batches(8192, columns=names))
first = next(batches)
stream = pa.RecordBatchReader.from_batches(first.schema, itertools.chain([first], batches))
points = {{}} if table else {{"geometry_name": "geometry", "geometry_type": "Point", "crs": "EPSG:4326"}}
pyogrio.raw.write_arrow(stream, out, driver=driver, layer="incidents", **points)
"""
GEOPANDAS = """
import sys, geopandas, pandas
frame = geopandas.read_parquet(sys.argv[1])
placed, placeless = frame[frame.geometry.notna()], frame[frame.geometry.isna()]
frame = pandas.concat([placed.iloc[placed.hilbert_distance().argsort()], placeless])
frame.to_parquet(sys.argv[2], compression="zstd")
"""
COPY = f"""{COLUMNS}
import psycopg
names = [n for n in file.schema_arrow.names if n not in ours | {{"geometry"}}]
kinds = {{"string": "text", "int64": "bigint", "double": "double precision", "bool": "boolean", "date32[day]": "date"}}
with psycopg.connect(out) as db:
    db.execute("DROP TABLE IF EXISTS plain")
    kind = lambda name: kinds.get(str(file.schema_arrow.field(name).type), "text[]")
    db.execute("CREATE TABLE plain (" + ", ".join(f'"{{n}}" {{kind(n)}}' for n in names) + ")")
    with db.cursor() as cursor, cursor.copy("COPY plain FROM STDIN") as copy:
        for batch in file.iter_batches(8192, columns=names):
            for row in zip(*(column.to_pylist() for column in batch.columns)):
                copy.write_row(row)
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """The store, and a smaller one where a format ends earlier."""
    folder = tmp_path_factory.mktemp("bench")
    sizes = {ROWS, *(min(ROWS, most) for most in MOST.values())}
    for rows in sizes:
        run(GEOMAP, "synth", str(rows), "-o", str(folder / f"{rows}.parquet"), times=1)
    return {rows: str(folder / f"{rows}.parquet") for rows in sizes}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A real PostgreSQL with PostGIS."""
    with running() as url:
        yield url


def export(file: str, out: str) -> tuple[str, ...]:
    """The command line that writes all of a store."""
    return (GEOMAP, "export", file, "--all", "--possible", "-o", out)


def told(name: str, rows: int, ours: Run, peer: Run, path: Path | None = None) -> None:
    """The line of a format in the table."""
    size = f", {path.stat().st_size / 1e6:,.0f} MB on disk" if path else ""
    print(
        f"\n{name}, {rows:,}: {ours.seconds:.1f} s ({ours.cpu:.1f} of processor), {ours.memory:,.0f} MB of memory{size}"
        f"; the peer {peer.seconds:.1f} s ({peer.cpu:.1f}), {peer.memory:,.0f} MB"
        f"; {ours.seconds / peer.seconds:.1f} times as long, {ours.cpu / peer.cpu:.1f} by the processor",
        end="",
    )


@pytest.mark.parametrize("format", FORMATS)
def test_into_each_format(format: str, files: dict[int, str], tmp_path: Path) -> None:
    """What is streamed does not grow in memory with the store; a format costs a few times what its driver costs."""
    rows = min(ROWS, MOST.get(format, ROWS))
    path, by_peer = (
        tmp_path / f"out{FORMATS[format].suffixes[0]}",
        tmp_path / f"peer.{format.partition('.')[0]}",
    )
    program = (GDAL, files[rows], str(by_peer), DRIVERS[format]) if format in DRIVERS else (
        GEOPANDAS, files[rows], str(by_peer))  # fmt: skip
    ours, peer = in_turn(TIMES, export(files[rows], str(path)), program)
    told(format, rows, ours, peer, path)
    most = {"parquet": GROUPS_MB}.get(format, STREAMED_MB)
    assert ours.memory < most + (HELD_KB * rows / 1000 if format in HELD else 0)


def test_into_postgis(files: dict[int, str], server: str) -> None:
    """Typed columns, keys, a point with its index, in one transaction; the memory is that of the client."""
    ours, peer = in_turn(
        TIMES,
        export(files[ROWS], f"{server}?schema=bench"),
        (COPY, files[ROWS], server, "plain"),
    )
    told("postgis", ROWS, ours, peer)
    assert ours.memory < STREAMED_MB


@pytest.mark.skipif(ROWS < 700_000, reason="fits")
def test_what_does_not_fit_is_said(files: dict[int, str], tmp_path: Path) -> None:
    """A Shapefile ends at 2 GB: refused in one line, with what to do, and no file is left."""
    done = subprocess.run(
        [sys.executable, "-c", *export(files[ROWS], str(tmp_path / "out.shp.zip"))],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False, capture_output=True, text=True,
    )  # fmt: skip
    print(f"\n{done.stderr.strip()}", end="")
    assert done.returncode == 1 and "a Shapefile ends at 2 GB" in done.stderr
    assert list(tmp_path.iterdir()) == []
