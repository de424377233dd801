"""geomap in this process, watched: what it opens, whom it calls, how it ends.

Every run of the battery goes through `run`, so that each case checks all rules at once: exit code 0, 1 or 2; one line
that begins with "geomap:" for a failure and no traceback; no control or bidi character on the terminal; no request; no
file read or written outside the folder of the case.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from geomap.cli.main import cli

_DRIVES_A_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CALLS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
# Programs and data that Python and its packages read for themselves.
_OURS = tuple(
    filter(
        None,
        (
            sys.prefix,
            sys.base_prefix,
            "/usr",
            "/lib",
            "/etc",
            "/proc",
            "/sys",
            "/dev",
            *map(os.path.realpath, sys.path),
        ),
    )
)

SECRET = "the content of a file outside"
_watch: list[tuple[str, str]] | None = None


class Ran(NamedTuple):
    """How a run ended."""

    code: int
    stdout: str
    stderr: str


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if _watch is None:
        return
    if event in _CALLS:
        _watch.append((event, str(args)))
    elif event == "open" and isinstance(args[0], str | bytes | os.PathLike):
        flags = args[2] if isinstance(args[2], int) else 0
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) or any(
            c in str(args[1]) for c in "wax+"
        )
        _watch.append(("write" if writes else "read", os.path.realpath(os.fsdecode(args[0]))))
    elif event in ("os.remove", "os.rename", "os.rmdir", "shutil.rmtree"):
        _watch.append(("write", os.path.realpath(os.fsdecode(args[0]))))


sys.addaudithook(_hook)


@contextlib.contextmanager
def _watched() -> Iterator[list[tuple[str, str]]]:
    global _watch  # noqa: PLW0603  an audit hook cannot be taken away
    _watch = seen = []
    try:
        yield seen
    finally:
        _watch = None


def run(folder: Path, *args: str | Path, stdin: bytes | None = None) -> Ran:
    """Run the command in a folder, and hold it to the rules.

    Args:
        folder: Nothing outside it may be read or written.
        args: The command line.
        stdin: What is piped in.
    """
    before = Path.cwd()
    os.chdir(folder)
    try:
        with _watched() as seen:
            result = CliRunner().invoke(cli, list(map(str, args)), input=stdin)
    finally:
        os.chdir(before)
    said = f"{args}: exit {result.exit_code}\n{result.stderr[-2000:]}"
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in (0, 1, 2), said
    assert "Traceback" not in result.stderr and "bug of geomap" not in result.stderr, said
    faults = [line for line in result.stderr.splitlines() if line.startswith("geomap: ")]
    shows_help = result.exit_code == 2 and result.stderr.startswith("Usage:")  # a group without a verb
    lists = result.exit_code == 1 and args[:2] == ("gazetteer", "check")  # its findings are its output
    assert shows_help or (lists and not faults) or len(faults) == (result.exit_code != 0), said
    found = _DRIVES_A_TERMINAL.search(result.stderr)
    assert not found, (found, said)
    assert SECRET not in result.stdout and SECRET not in result.stderr, said
    for what, where in seen:
        assert what in ("read", "write"), f"a request: {what} {where}"
        assert _allowed(what, where, folder), f"{what} outside: {where}"
    return Ran(result.exit_code, result.stdout, result.stderr)


def _allowed(what: str, where: str, folder: Path) -> bool:
    inside = (
        str(folder.resolve()),
        os.path.realpath(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"),
    )
    temporary = os.path.realpath(tempfile.gettempdir())
    if where.startswith(inside):
        return True
    if Path(where).parent == Path(temporary) or Path(where).relative_to("/").parts[:1] == ("dev",):
        return True  # temporary files of our own making have names of their own
    if where.startswith(f"{temporary}{os.sep}geomap-"):
        return True
    return what == "read" and where.startswith(_OURS)
