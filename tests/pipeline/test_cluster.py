"""Articles read on a Dask cluster: the same store, whatever becomes of a worker, and each failure in words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import dask
import distributed
import pytest

from geomap import cluster
from geomap.articles.made import make_article
from geomap.errors import DataError, UsageError
from geomap.model import Article
from geomap.reader import Read
from geomap.store import read_store
from tests.fixtures.process import ROOT, failed, geomap
from tests.pipeline.test_workers import Odd, archive


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    """A cluster as somebody else runs it: a scheduler and two workers, each a process that is started again."""
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = f"{ROOT}{os.pathsep}{before}"
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=2,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            silence_logs=100,
        ) as running,
    ):
        os.environ["PYTHONPATH"] = before
        yield running


def pids(running: Any) -> list[int]:
    """The processes of the workers."""
    return [worker.pid for worker in running.workers.values() if worker.pid]


class Slow:
    """A reader that takes its time, and one article that ends the process."""

    def read(self, article: Article) -> Read:
        """Nothing, in the end."""
        time.sleep(0.01)
        if article.id == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return Read(())


def test_the_same_bytes_as_one_process(tmp_path: Path, scheduler: Any) -> None:
    """Also with places of one's own, which go to the workers, and on a cluster that geomap starts and ends itself."""
    file = archive(tmp_path / "many.jsonl", 60)
    mine = ROOT / "tests" / "fixtures" / "gazetteer-overlay"
    ways = {
        "local": [],
        "cluster": ["--engine", "dask", "--scheduler", scheduler.scheduler_address],
        "own": ["--engine", "dask", "--workers", "2"],
    }
    for name, way in ways.items():
        result = geomap("build", file, "-o", tmp_path / f"{name}.geojson", "--gazetteer", mine, *way)
        assert result.returncode == 0 and "Traceback" not in result.stderr, result.stderr
        assert result.stderr.splitlines()[-1].startswith(str(tmp_path)), result.stderr
    assert len({(tmp_path / f"{name}.geojson").read_bytes() for name in ways}) == 1


def test_a_killed_worker_costs_nothing(scheduler: Any) -> None:
    """kill -9 of both workers, one after the other, while they read: every article is read, in its order."""
    articles = [make_article(f"a{n}", f"Number {n}.") for n in range(400)]
    reading = cluster.read_all(Slow, articles, scheduler=scheduler.scheduler_address)
    found = []
    for number, outcome in enumerate(reading):
        found.append(outcome)
        if number in (40, 120):
            os.kill(pids(scheduler)[number > 100], signal.SIGKILL)
    assert [one.entry.id for one in found] == [one.id for one in articles]
    assert all(one.read is not None for one in found)


def test_an_article_that_ends_its_worker_costs_only_itself(scheduler: Any) -> None:
    """A fault in a library, or memory: what was to be read with it is read."""
    ids = ["a", "b", "deadly", "c", "d"]
    articles = [make_article(id, f"An article called {id}.") for id in ids]
    found = list(cluster.read_all(Slow, articles, scheduler=scheduler.scheduler_address))
    assert [one.entry.id for one in found] == ids
    assert [one.read is None for one in found] == [False, False, True, False, False]
    assert "ended the process" in found[2].skipped


class Busy(Odd):
    """As `Odd`, but its slow article computes: what waits for the system cannot be stopped in a thread."""

    def read(self, article: Article) -> Read:
        """Nothing, at best."""
        until = time.monotonic() + (30 if article.id == "slow" else 0)
        while time.monotonic() < until:
            sum(range(100))
        return Read(()) if article.id == "slow" else super().read(article)


def test_a_slow_and_a_bad_article_cost_only_themselves(scheduler: Any) -> None:
    """The limit of time holds on a worker, too."""
    articles = [make_article(id, f"An article called {id}.") for id in ("a", "slow", "bad", "b")]
    found = list(cluster.read_all(Busy, articles, scheduler=scheduler.scheduler_address, seconds=0.5))
    assert [one.read is None for one in found] == [False, True, True, False]
    assert "longer than 0.5 s" in found[1].skipped and "ZeroDivisionError" in found[2].skipped


def test_articles_are_taken_as_they_are_needed(scheduler: Any) -> None:
    """An archive is never in memory as a whole, neither here nor at the scheduler."""
    taken = 0

    def articles() -> Iterator[Article]:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield make_article(f"a{n}", "Nothing happened.")

    reading = cluster.read_all(Slow, articles(), scheduler=scheduler.scheduler_address)
    next(reading)
    assert taken < 400
    reading.close()  # type: ignore[attr-defined]


def test_a_worker_with_another_geomap_is_refused(scheduler: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two versions would make a store that depends on who read what."""
    monkeypatch.setattr(cluster, "code", lambda: "0123")
    with pytest.raises(
        DataError, match=r"the worker tcp://.* has geomap .* other code or data; .*install the same"
    ):
        list(cluster.read_all(Odd, [make_article("a", "A.")], scheduler=scheduler.scheduler_address))


def test_a_task_that_is_done_as_a_look_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its result is taken; the end of the look is no error of the build."""
    monkeypatch.setattr(cluster, "_LOOK", 0.001)
    articles = [make_article(f"a{n}", f"Number {n}.") for n in range(60)]
    with distributed.LocalCluster(
        n_workers=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=100
    ) as running:
        read = list(cluster.read_all(Slow, articles, scheduler=running.scheduler_address))
    assert [outcome.entry.id for outcome in read] == [article.id for article in articles]


def test_a_cluster_that_loses_all_its_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody starts one again: said after a while, not waited on for ever."""
    monkeypatch.setattr(cluster, "_LOOK", 0.2)
    monkeypatch.setattr(cluster, "_GONE", 1.0)
    articles = [make_article(f"a{n}", f"Number {n}.") for n in range(400)]
    with distributed.LocalCluster(
        n_workers=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=100
    ) as running:
        reading = cluster.read_all(Slow, articles, scheduler=running.scheduler_address)
        next(reading)
        running.scale(0)
        with pytest.raises(DataError, match=r"has lost all its workers; dask worker tcp://.* starts one"):
            list(reading)


def test_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unreachable, misspelt, without workers: one line that says what to do; the store is not touched."""
    monkeypatch.setattr(cluster, "_ANSWERS", 0.5)
    read = partial(cluster.read_all, Odd, [make_article("a", "A.")])
    with pytest.raises(
        DataError, match=r"no Dask scheduler answers at tcp://127.0.0.1:9; dask scheduler starts"
    ):
        list(read(scheduler="tcp://127.0.0.1:9"))
    with pytest.raises(UsageError, match="no address of a Dask scheduler: nonsense://x"):
        list(read(scheduler="nonsense://x"))
    with (
        distributed.LocalCluster(
            n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=100
        ) as empty,
        pytest.raises(DataError, match="has no workers; dask worker"),
    ):
        list(read(scheduler=empty.scheduler_address))
    failed(
        geomap("build", tmp_path, "-o", tmp_path / "s.geojson", "--scheduler", "tcp://x:1"),
        2,
        "--engine dask",
    )


def test_without_dask(tmp_path: Path) -> None:
    """One line that says what to install; nothing else needs it."""
    (tmp_path / "distributed.py").write_text("raise ImportError\n")
    (tmp_path / "a.txt").write_text("A drone hit a base on Sunday.")
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    command = [sys.executable, "-m", "geomap.cli.main", "build", "a.txt", "-o", "s.geojson"]
    run = partial(subprocess.run, cwd=tmp_path, env=os.environ | {"PYTHONPATH": path}, check=False,
                  capture_output=True, text=True)  # fmt: skip
    failed(run([*command, "--engine", "dask"]), 1, "dask[distributed]", "pip install 'geomap[scale]'")
    assert not (tmp_path / "s.geojson").exists()
    assert run(command).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
def test_ctrl_c_keeps_what_is_read(tmp_path: Path) -> None:
    """Exit 130 with a whole store, no process left; as with `--workers`."""
    file, store = archive(tmp_path / "many.jsonl", 20_000), tmp_path / "s.geojson"
    command = [
        sys.executable,
        "-m",
        "geomap.cli.main",
        "build",
        str(file),
        "-o",
        str(store),
        "--engine",
        "dask",
    ]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not (tmp_path / "s.geojson.lock").exists():
        time.sleep(0.1)
    time.sleep(25.0)  # a cluster on a busy machine takes long to come up
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=180)
    assert process.returncode == 130, said
    assert "Traceback" not in said and "stopped" in said
    assert 0 < len(read_store(store).articles) < 20_000
    assert gone(process.pid), "a process of the cluster is left"


def gone(group: int) -> bool:
    """Whether none of a group of processes is left, within some seconds."""
    for _ in range(300):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
