"""Merging and workers: how the time grows with the reports, and shrinks with the processes.

GEOMAP_BENCH_MERGE says up to how many reports are merged (100,000; a million takes minutes and 3 GB).
"""

from __future__ import annotations

import json
import os
import resource
import time
from functools import partial
from pathlib import Path

import pytest

from geomap.articles import iter_articles
from geomap.gazetteer import Gazetteer
from geomap.merge import merge
from geomap.model import Article
from geomap.pipeline import named_reader
from geomap.workers import read_all
from tests.merge.test_rulings import many
from tests.pipeline.test_workers import archive

pytestmark = pytest.mark.bench
MOST = int(os.environ.get("GEOMAP_BENCH_MERGE", "100000"))


def test_merging_is_near_linear() -> None:
    """Ten times the reports, of ten times the places, take some ten times as long; no place becomes more crowded."""
    took: dict[int, float] = {}
    for count in (10_000, 100_000, 1_000_000):
        if count > MOST:
            break
        reports = many(count, places=count // 300, days=900)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        found = merge(reports)
        took[count] = time.process_time() - begun
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / count * 1024
        print(f"\n{count:,} reports, {len(found):,} incidents: {took[count]:.1f} s, {grown:.0f} B a report")
        assert count // 10 not in took or took[count] < 20 * took[count // 10]


def test_a_crowded_city() -> None:
    """All reports of one place and three days: the work is bounded."""
    reports = many(20_000, places=1, days=3)
    begun = time.process_time()
    found = merge(reports)
    print(f"\n20,000 reports of one place: {len(found)} incidents, {time.process_time() - begun:.1f} s")


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core")
def test_workers_scale(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Two processes on two cores that have nothing else to do."""
    file = archive(tmp_path / "many.jsonl", 1200)
    articles = [item for item in iter_articles([file]) if isinstance(item, Article)]
    make = partial(named_reader, gazetteer, None)
    took = {}
    for workers in (1, 2):
        begun = time.perf_counter()
        assert sum(1 for _ in read_all(make, articles, workers=workers)) == len(articles)
        took[workers] = time.perf_counter() - begun
        print(f"\n{workers} workers: {len(articles) / took[workers]:.0f} articles a second")
    load = os.getloadavg()[0]
    print(f"twice the workers, {took[1] / took[2]:.2f} times as fast (load before and beside: {load:.1f})")
    if load < 2.5:
        assert took[1] / took[2] > 1.4


def test_memory_stays_flat(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """Articles without incidents leave nothing behind while they are read."""
    with (tmp_path / "many.jsonl").open("w") as file:
        for n in range(20_000):
            file.write(
                json.dumps({"id": f"x{n}", "text": f"The council met for the {n}th time. " * 60}) + "\n"
            )
    items = (item for item in iter_articles([tmp_path / "many.jsonl"]) if isinstance(item, Article))
    peaks = []
    for number, _ in enumerate(read_all(partial(named_reader, gazetteer, None), items)):
        if number in (2_000, 19_999):
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"\npeak after 2,000 articles {peaks[0] // 1024} MB, after 20,000 {peaks[1] // 1024} MB")
    assert peaks[1] - peaks[0] < 20_000
