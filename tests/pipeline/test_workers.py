"""Many articles: several processes, a limit of time, an interruption, a bad one among many."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from geomap.articles import count_articles
from geomap.articles.made import make_article
from geomap.model import Article
from geomap.reader import Read
from geomap.store import read_store
from geomap.workers import Outcome, finished, read_all
from tests.fixtures.process import ROOT, geomap

SAMPLES = sorted((ROOT / "gazetteer" / "samples").glob("0*.txt"))


def archive(path: Path, count: int) -> Path:
    """Many articles in one file."""
    texts = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            line = {
                "id": f"x{n}",
                "published": f"2024-02-{1 + n % 28:02}",
                "text": f"{texts[n % len(texts)]} No {n}.",
            }
            file.write(json.dumps(line) + "\n")
    return path


def test_workers_give_the_same_bytes(tmp_path: Path) -> None:
    """The number of processes is a matter of time only."""
    file = archive(tmp_path / "many.jsonl", 60)
    for workers in ("1", "2", "3"):
        result = geomap("build", file, "-o", tmp_path / f"{workers}.geojson", "--workers", workers)
        assert result.returncode == 0, result.stderr
    assert len({(tmp_path / f"{workers}.geojson").read_bytes() for workers in "123"}) == 1


class Odd:
    """A reader that sleeps over one article and stumbles over another."""

    def read(self, article: Article) -> Read:
        """Nothing, at best."""
        if article.id == "slow":
            time.sleep(30)
        if article.id == "bad":
            raise ZeroDivisionError("by zero")
        return Read(())


def odd(ids: list[str], workers: int) -> list[Outcome]:
    articles = [make_article(id, f"An article called {id}.") for id in ids]
    return list(read_all(Odd, articles, workers=workers, seconds=0.3))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_slow_and_a_bad_article_cost_only_themselves(workers: int) -> None:
    """They are skipped with the reason; the others are read, in their order."""
    found = odd(["a", "slow", "b", "bad", "c"], workers)
    assert [one.entry.id for one in found] == ["a", "slow", "b", "bad", "c"]
    reasons = [one.skipped for one in found]
    assert "longer than 0.3 s; --time-limit" in reasons[1] and "ZeroDivisionError" in reasons[3]
    assert [one.read is None for one in found] == [False, True, False, True, False]


def test_articles_are_taken_as_they_are_needed() -> None:
    """A file of a million articles is never in memory as a whole."""
    taken = 0

    def articles() -> object:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield make_article(f"a{n}", "Nothing happened.")

    reading = read_all(Odd, articles(), workers=2)  # type: ignore[arg-type]
    next(reading)
    assert taken < 200
    reading.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_is_read_and_the_next_run_goes_on(tmp_path: Path, workers: str) -> None:
    """Exit 130 with a whole store; the same command then gives what one run would have given."""
    file, store = archive(tmp_path / "many.jsonl", 8_000), tmp_path / "s.geojson"
    command = [
        sys.executable,
        "-m",
        "geomap.cli.main",
        "build",
        str(file),
        "-o",
        str(store),
        "--workers",
        workers,
    ]
    begun = time.monotonic()
    assert geomap("build", archive(tmp_path / "one.jsonl", 1), "-o", tmp_path / "one.geojson").returncode == 0
    start_up = time.monotonic() - begun  # on this machine, as busy as it is now
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(start_up + 1.5)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers, too
    _, said = process.communicate(timeout=180)  # merging and writing, on a busy machine
    if process.returncode == 0:
        pytest.fail(f"it was done before it could be interrupted: {said}")
    assert process.returncode == 130, said
    assert "Traceback" not in said and "stopped" in said
    kept = len(read_store(store).articles)
    assert 0 < kept < 8_000
    small = archive(tmp_path / "small.jsonl", kept + 10)
    assert geomap("build", small, "-o", store).returncode == 0
    geomap("build", small, "-o", tmp_path / "once.geojson")
    assert store.read_bytes() == (tmp_path / "once.geojson").read_bytes()


class Interrupted(threading.Condition):
    """Of a future: Ctrl-C comes when its wait has given up the lock and not yet taken it back."""

    def wait(self, timeout: float | None = None) -> bool:
        """Never over."""
        self.release()
        raise KeyboardInterrupt


def test_ctrl_c_amid_the_wait_for_a_process_is_still_an_interruption() -> None:
    """The lock that the standard library then lacks is no fault to end with, and what was read is kept."""
    waited: Future[bytes] = Future()
    waited._condition = Interrupted()
    with pytest.raises(RuntimeError, match="un-acquired"):
        waited.result()
    with pytest.raises(KeyboardInterrupt):
        finished(waited)


def test_what_is_to_be_read_is_counted_beforehand(tmp_path: Path) -> None:
    """The remaining time needs the number of articles."""
    archive(tmp_path / "many.jsonl", 7)
    (tmp_path / "one.txt").write_text("One.")
    (tmp_path / "picture.png").write_bytes(b"")
    assert count_articles([tmp_path]) == 8
    assert count_articles(["-"]) is None
