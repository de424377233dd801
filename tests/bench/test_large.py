"""How long a question to a large GeoParquet store takes, as a fresh process, beside what others need.

GEOMAP_BENCH_ROWS says how many incidents (1,000,000; ten million take a minute to make and 350 MB).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import NamedTuple

import pytest

from tests.fixtures.process import ROOT

pytestmark = pytest.mark.bench
ROWS = int(os.environ.get("GEOMAP_BENCH_ROWS", "1000000"))
REGION = (38.9, 34.2, 41.4, 36.0)  # around Deir ez-Zor
ACTOR = "syrian-democratic-forces"
DUCKDB = f"""
import duckdb, sys
duckdb.connect().execute(\"\"\"SELECT id, title, date_start, place, attacker, evidence FROM '%s'
WHERE admin1 = 'SY-DY' AND date_start BETWEEN '2020-01-01' AND '2022-12-31' AND attacker_id = '{ACTOR}'
ORDER BY date_start, id LIMIT 1000\"\"\" % sys.argv[1]).fetchall()
"""
COUNT = """
import duckdb, sys
duckdb.connect().execute(f"SELECT country, count(*) FROM '{sys.argv[1]}' GROUP BY 1").fetchall()
"""
GEOPANDAS = f"""
import sys, geopandas
frame = geopandas.read_parquet(sys.argv[1], bbox={REGION})
days = frame["date_start"].astype("datetime64[s]")
frame[(days >= "2020-01-01") & (days <= "2022-12-31") & (frame["attacker_id"] == "{ACTOR}")]
"""
WHOLE = f"""
import sys, geopandas
frame = geopandas.read_parquet(sys.argv[1])
frame = frame[frame["admin1"] == "SY-DY"]
days = frame["date_start"].astype("datetime64[s]")
frame[(days >= "2020-01-01") & (days <= "2022-12-31") & (frame["attacker_id"] == "{ACTOR}")]
"""
GEOMAP = "from geomap.cli.main import main; main()"
ASK = ("--region", "SY-DY", "--since", "2020", "--until", "2022", "--attacker", ACTOR, "--limit", "1000")


class Run(NamedTuple):
    """The best of some fresh processes: seconds, and the most memory in MB."""

    seconds: float
    memory: float


def run(code: str, *arguments: str, times: int = 4) -> Run:
    """Start Python on some code, and wait."""
    seconds, memory = [], 0.0
    for _ in range(times):
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - began)
        assert process.returncode == 0
        memory = max(memory, used.ru_maxrss / 1024)
    return Run(min(seconds), memory)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The store; what making it took is said."""
    path = tmp_path_factory.mktemp("bench") / "s.parquet"
    # A process of its own, for the memory of those that are started later counts from this one's.
    made = run(GEOMAP, "synth", str(ROWS), "-o", str(path), times=1)
    size = path.stat().st_size / 1e6
    print(f"\nsynth {ROWS:,}: {made.seconds:.1f} s, {made.memory:,.0f} MB of memory, {size:.0f} MB on disk")
    assert made.seconds < 30e-6 * ROWS + 5
    return str(path)


def test_a_region_a_time_an_actor(file: str) -> None:
    """The question of every day, against DuckDB without any of our meaning, and against geopandas."""
    bare, others = run(DUCKDB, file), run(GEOPANDAS, file, times=2)
    ours = run(GEOMAP, "query", file, *ASK, "--format", "json")
    for name, one in (("geomap", ours), ("bare DuckDB", bare), ("geopandas bbox", others)):
        print(f"\n{name}: {one.seconds:.2f} s, {one.memory:.0f} MB", end="")
    print(f"\nratio to bare DuckDB {ours.seconds / bare.seconds:.1f}")
    assert ours.seconds < others.seconds
    assert ours.seconds < 4 * bare.seconds  # the aim is twice: it looks up names, and fetches all columns
    assert ours.memory < 300


def test_beside_reading_whole(file: str) -> None:
    """What a question costs where a file is read whole: at ten million, twenty times as much."""
    if ROWS > 3_000_000:
        pytest.skip("ten million rows read whole take 6 GB and more; try it where there is so much")
    whole = run(WHOLE, file, times=1)
    ours = run(GEOMAP, "query", file, *ASK, "--format", "json")
    ratio = whole.seconds / ours.seconds
    print(
        f"\nread whole {whole.seconds:.1f} s, {whole.memory:,.0f} MB; {ratio:.0f} times geomap's {ours.seconds:.2f} s"
    )
    assert ratio > 2 * ROWS / 1e6


def test_counting_everything(file: str) -> None:
    """A count over the whole file reads a column or two."""
    bare, ours = run(COUNT, file), run(GEOMAP, "query", file, "--count-by", "country")
    print(f"\ncount by country: geomap {ours.seconds:.2f} s, {ours.memory:.0f} MB; bare {bare.seconds:.2f} s")
    assert ours.seconds < 0.6
    assert ours.memory < 300
