"""Pages parsed in a process of their own: one that a parser hangs on costs its time, not the run.

Parsers of HTML are compiled code that no alarm clock interrupts, and their time grows with the square of what a page
nests. So a process parses; when a page takes too long the process is killed, and the next page gets a new one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

import msgspec

from geomap.articles.decode import Unreadable
from geomap.articles.html import read_html
from geomap.model import Article

_ORPHAN = 2.0  # seconds between two looks whether the parent is still there


class PageParser:
    """`read_html` with a limit of time. Used as a context; the process starts with the first page.

    Args:
        seconds: What a page may take; 0 is no limit.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, text: str, id: str, path: str | None) -> Article:
        """The article of a saved page.

        Raises:
            Unreadable: The page holds no article, took too long, or ended the parser.
        """
        if not self._seconds:
            return read_html(text, id, path)
        pipe = self._started()
        try:
            pipe.send((text, id, path))
            answered = pipe.poll(self._seconds)
            answer = pipe.recv_bytes() if answered else b""
        except (EOFError, OSError):
            self._end()
            raise Unreadable("the page ended its parser; saved as plain text it can be read") from None
        if not answered:
            self._end()
            raise Unreadable(
                f"took longer than {self._seconds:g} s to parse; saved as plain text it can be read"
            )
        article, reason = msgspec.msgpack.decode(answer, type=tuple[Article | None, str])
        if article is None:
            raise Unreadable(reason)
        return article

    def _started(self) -> Connection:
        if self._pipe is None:
            forks = sys.platform == "linux"
            context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, os.getpid()), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None


def _serve(pipe: Connection, parent: int) -> None:
    """Parse until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C ends
    while True:
        while not pipe.poll(_ORPHAN):
            if os.getppid() != parent:
                return
        try:
            text, id, path = pipe.recv()
        except EOFError:
            return
        pipe.send_bytes(msgspec.msgpack.encode(_answer(text, id, path)))


def _answer(text: str, id: str, path: str | None) -> tuple[Article | None, str]:
    try:
        return read_html(text, id, path), ""
    except Unreadable as error:
        return None, str(error)
    except (RecursionError, MemoryError, ValueError) as error:  # what hostile pages make parsers raise
        return None, f"the page cannot be parsed ({type(error).__name__})"
