"""Reading many articles: in this process or in several, each article within its time, memory flat."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import itertools
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

import msgspec

from geomap.errors import DataError, GeomapError
from geomap.merge import signature
from geomap.model import Article, ArticleEntry
from geomap.reader import Read

_CHUNK = 8  # articles that go to a process at once: enough that sending them costs little
_ORPHAN = 2.0  # seconds between two looks whether the parent is still there
_AHEAD = 4  # chunks under way for each process


class Reads(Protocol):
    """A reader of articles."""

    def read(self, article: Article) -> Read:
        """The reports of an article."""


class Outcome(msgspec.Struct, frozen=True):
    """What was read in an article, or why it was skipped. The article's text stays behind: it may be long.

    Attributes:
        entry: What a store keeps of the article.
        path: The file that it came from.
        read: None where it was skipped.
        skipped: Why.
    """

    entry: ArticleEntry
    path: str
    read: Read | None
    skipped: str = ""


class OutOfTime(Exception):
    """An article took longer than it may."""


def read_all(
    make: Callable[[], Reads], articles: Iterable[Article], *, workers: int = 1, seconds: float = 0.0
) -> Iterator[Outcome]:
    """What is read in each article, in their order.

    Args:
        make: Makes the reader: called once, and once in each process where processes cannot inherit it.
        articles: Taken as they are needed, so that they are never all in memory.
        workers: Processes; the result does not depend on their number.
        seconds: What an article may take; 0 is no limit.

    Raises:
        DataError: A process ended by itself.
    """
    source = iter(articles)
    first = next(source, None)
    if first is None:  # nothing to read: no reader to make
        return
    articles = itertools.chain((first,), source)
    if workers > 1:
        yield from _in_processes(make, articles, workers, seconds)
        return
    reader = make()
    for article in articles:
        yield read_one(reader, article, seconds)


def read_one(reader: Reads, article: Article, seconds: float) -> Outcome:
    """What is read in an article within its time, or why it is skipped."""
    path = article.path or article.id
    try:
        with _within(seconds):
            read = reader.read(article)
            return Outcome(entry_of(article, len(read.reports)), path, read)
    except OutOfTime:
        skipped = f"took longer than {seconds:g} s; --time-limit allows more"
    except (GeomapError, MemoryError):
        raise
    except Exception as error:
        if os.environ.get("GEOMAP_DEBUG"):
            raise
        # One article in 100,000 must not cost the others.
        skipped = f"a fault of geomap, please report it: {type(error).__name__}: {error}"
    return Outcome(entry_of(article, 0), path, None, skipped)


def entry_of(article: Article, n_reports: int) -> ArticleEntry:
    """What a store keeps of an article."""
    return ArticleEntry(
        id=article.id,
        sha256=article.sha256,
        url=article.url,
        title=article.title,
        outlet=article.outlet,
        lang=article.lang,
        published=article.published,
        retrieved=article.retrieved,
        n_reports=n_reports,
        signature=signature(article.text),
    )


@contextlib.contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in the block after so many seconds."""
    if not seconds:
        yield
        return
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        with _within_thread(seconds):
            yield
        return

    def ring(number: int, frame: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _within_thread(seconds: float) -> Iterator[None]:
    """The same where there is no alarm clock; what waits for the system is stopped when that answers."""
    thread, lock, over = threading.get_ident(), threading.Lock(), False

    def ring() -> None:
        with lock:
            if not over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(thread), ctypes.py_object(OutOfTime)
                )

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            over = True
        timer.cancel()


_reader: Reads | None = None  # of a worker process


def _start(make: Callable[[], Reads]) -> None:
    global _reader  # noqa: PLW0603  a process has one, made when it starts
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C ends
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    _reader = make()


def _end_with(parent: int) -> None:
    """A worker whose parent was killed would wait for work for ever: it holds both ends of its queue."""
    while os.getppid() == parent:
        time.sleep(_ORPHAN)
    os._exit(1)


def _read_chunk(articles: list[Article], seconds: float) -> bytes:
    """Encoded, because a pickled record forgets which of its fields are at their default: the bytes would differ."""
    assert _reader is not None
    return msgspec.msgpack.encode([read_one(_reader, article, seconds) for article in articles])


def _in_processes(
    make: Callable[[], Reads], articles: Iterable[Article], workers: int, seconds: float
) -> Iterator[Outcome]:
    # Forked, processes share the compiled names and words; started anew, each makes its own.
    forks = sys.platform == "linux"
    if forks:
        reader = make()
        make = _Made(reader)
        gc.freeze()  # what is here stays shared: collecting in the processes would copy it
    context = multiprocessing.get_context("fork" if forks else "spawn")
    pool = ProcessPoolExecutor(workers, context, _start, (make,))
    under_way: deque[Future[bytes]] = deque()
    parts = chunks(articles)
    decoder = msgspec.msgpack.Decoder(list[Outcome])
    try:
        for chunk in itertools.islice(parts, workers * _AHEAD):
            under_way.append(pool.submit(_read_chunk, chunk, seconds))
        while under_way:
            done = finished(under_way.popleft())
            for chunk in itertools.islice(parts, 1):
                under_way.append(pool.submit(_read_chunk, chunk, seconds))
            yield from decoder.decode(done)
    except BrokenProcessPool as error:
        raise DataError("a worker ended by itself; out of memory?", advice="fewer --workers") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


def finished(chunk: Future[bytes]) -> bytes:
    """What a process read, once it has.

    Raises:
        KeyboardInterrupt: Ctrl-C. Where it comes while the wait gives up or takes back its lock, the standard
            library leaves the lock that it does not hold, and that error hides the interruption.
    """
    try:
        return chunk.result()
    except RuntimeError as error:
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        raise


class _Made:
    """Gives back a reader that is made already."""

    def __init__(self, reader: Reads) -> None:
        self._reader = reader

    def __call__(self) -> Reads:
        return self._reader


def chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles, some at a time."""
    source = iter(articles)
    while chunk := list(itertools.islice(source, _CHUNK)):
        yield chunk
