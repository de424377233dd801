"""How long `geomap map` and `info` take of a large GeoParquet store, beside reading its rows as records.

GEOMAP_BENCH_ROWS says how many incidents (1,000,000). Seconds are of the processor, as a busy machine has others;
zlib works on both cores, so the clock shows less.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.fixtures.process import ROOT

pytestmark = pytest.mark.bench
ROWS = int(os.environ.get("GEOMAP_BENCH_ROWS", "1000000"))
GEOMAP = "from geomap.cli.main import main; main()"
# What everyone does who has rows and wants objects: the peer of the same run.
ARROW = """
import sys, pyarrow.parquet
for batch in pyarrow.parquet.ParquetFile(sys.argv[1]).iter_batches():
    batch.to_pylist()
"""


class Run(NamedTuple):
    """A fresh process: seconds by the clock and of the processor, the most memory in MB."""

    seconds: float
    processor: float
    memory: float


def run(code: str, *arguments: str) -> Run:
    """Start Python on some code, and wait."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return Run(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("bench") / "s.parquet"
    run(GEOMAP, "synth", str(ROWS), "-o", str(path))
    return str(path)


@pytest.fixture(scope="module")
def rows_as_objects(file: str) -> Run:
    return run(ARROW, file)


@pytest.mark.parametrize(
    ("name", "options", "share"), [("map --lean", ("--lean",), 0.6), ("map", (), 1.2), ("info", (), 0.2)]
)
def test_of_a_million(
    name: str, options: tuple[str, ...], share: float, file: str, rows_as_objects: Run, tmp_path: Path
) -> None:
    """About what it takes to make plain Python dicts of the rows, or less; no more than 1.5 GiB."""
    out = tmp_path / "map.html"
    call = ("info", file) if name == "info" else ("map", file, "-o", str(out), *options)
    ours = run(GEOMAP, *call)
    size = f", {out.stat().st_size / 1e6:.1f} MB" if out.exists() else ""
    print(
        f"\n{name}: {ours.seconds:.1f} s ({ours.processor:.1f} of the processor), {ours.memory:,.0f} MB{size}; "
        f"rows as dicts {rows_as_objects.seconds:.1f} s ({rows_as_objects.processor:.1f}), "
        f"{rows_as_objects.memory:,.0f} MB; ratio {ours.processor / rows_as_objects.processor:.2f}"
    )
    assert ours.processor < share * rows_as_objects.processor
    assert ours.memory < 1536 * max(ROWS / 1e6, 0.2)
