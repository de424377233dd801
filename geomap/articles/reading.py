"""`read_articles`: every article of some paths, and a reason for each that could not be read."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from geomap.articles.apart import PageParser
from geomap.articles.decode import LIMIT_BYTES, Unreadable, decode, too_large
from geomap.articles.jsonl import lines_of, read_line
from geomap.articles.markdown import read_markdown
from geomap.articles.plain import read_text
from geomap.articles.table import BadRow, read_rows
from geomap.dates import parse_day
from geomap.errors import DataError, UsageError
from geomap.model import Article

SUFFIXES = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
            ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}  # fmt: skip
# Files that folders of articles hold beside the articles.
_NOT_ARTICLES = ("readme", "license", "licence", "changelog", "contributing")


PAGE_SECONDS = 60.0  # an ordinary page takes some hundredths


class Remark(msgspec.Struct, frozen=True):
    """Something the user should know about an input: why it was skipped, or what was not understood."""

    path: str
    reason: str
    skipped: bool = True


class ArticleBatch(msgspec.Struct, frozen=True):
    """What was read: the articles in order, what was skipped and why, and notes on what was read with doubt."""

    articles: list[Article]
    skipped: list[tuple[str, str]]  # path, with the line where there is one, and the reason
    notes: list[tuple[str, str]]


class Given(NamedTuple):
    """What the caller, or a list of articles, says: it outranks what the file says."""

    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    published_from: str = "--published"


class _Run(NamedTuple):
    """What is kept while some paths are read: the files read already, and who parses pages."""

    done: set[Path]
    pages: PageParser


def read_articles(
    paths: Sequence[str | Path],
    *,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> ArticleBatch:
    """All articles of files, folders (recursive, sorted, links not followed) and `-` (stdin).

    Args:
        paths: .txt, .md, .html, .jsonl, .csv (a list of articles), folders, or `-`.
        published: The day of publication of all of them, ISO 8601; outranks what the files say.
        outlet: Their outlet, likewise.
        url: Their address, likewise.

    Raises:
        DataError: A path is missing.
        UsageError: `published` is no day.
    """
    batch = ArticleBatch([], [], [])
    for item in iter_articles(paths, published=published, outlet=outlet, url=url):
        if isinstance(item, Article):
            batch.articles.append(item)
        else:
            (batch.skipped if item.skipped else batch.notes).append((item.path, item.reason))
    return batch


def iter_articles(
    paths: Sequence[str | Path],
    *,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    seconds: float = PAGE_SECONDS,
) -> Iterator[Article | Remark]:
    """`read_articles` one by one, so that a long `.jsonl` is never in memory as a whole.

    Args:
        paths: As `read_articles`, and likewise the others that are not named here.
        published: See `read_articles`.
        outlet: See `read_articles`.
        url: See `read_articles`.
        seconds: What parsing a saved page may take before it is skipped; 0 is no limit.
    """
    given = Given(_day_given(published), outlet, url)
    for path in paths:
        if str(path) != "-" and not Path(path).exists():
            raise DataError("no such file or folder", file=path)
    return _with_unique_ids(_read_all(paths, given, seconds))


def _day_given(published: dt.date | str | None) -> dt.date | None:
    if published is None or isinstance(published, dt.date):
        return published.date() if isinstance(published, dt.datetime) else published
    try:
        return dt.date.fromisoformat(published)
    except ValueError as error:
        day = parse_day(published)
        hint = f"did you mean {day.isoformat()}" if day else "write year-month-day, as in 2024-02-05"
        raise UsageError(f"--published {published!r} is not a day", advice=hint) from error


def _with_unique_ids(items: Iterable[Article | Remark]) -> Iterator[Article | Remark]:
    """Articles of one id get a number, and the user is told: `score`, decisions and reports point at ids."""
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Article):
            if item.id in seen:
                number = next(n for n in range(2, len(seen) + 3) if f"{item.id}-{n}" not in seen)
                name = f"{item.id}-{number}"
                yield Remark(
                    item.path or "-", f"a second article called {item.id}: now {name}", skipped=False
                )
                item = msgspec.structs.replace(item, id=name)
            seen.add(item.id)
        yield item


def _read_all(paths: Sequence[str | Path], given: Given, seconds: float) -> Iterator[Article | Remark]:
    with PageParser(seconds) as pages:
        run = _Run(set(), pages)
        for path in paths:
            if str(path) == "-":
                yield from _read_stdin(given, run)
            elif Path(path).is_dir():
                yield from _read_folder(Path(path), given, run)
            else:
                yield from _read_once(Path(path), given, run)


def _read_folder(folder: Path, given: Given, run: _Run) -> Iterator[Article | Remark]:
    """Lists first: what they name has its metadata there, and is not read a second time."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, followlinks=False):
        # Sorted, because file systems list names in different orders and the result must not depend on it.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*folders, *names]:
            if (path := Path(parent, name)).is_symlink():
                yield Remark(str(path), "a symbolic link, not followed")
        found += [Path(parent, name) for name in sorted(names) if not name.startswith(".")]
    files = [path for path in found if not path.is_symlink()]
    for path in sorted(files, key=lambda path: path.suffix.lower() != ".csv"):
        if path.stem.lower().startswith(_NOT_ARTICLES):
            yield Remark(str(path), f"a {path.stem.lower()}, not an article; name the file to read it")
        elif not path.is_file():
            yield Remark(str(path), "a pipe or a device, not a file; name it to read it")
        elif path.resolve() not in run.done:
            yield from _read_once(path, given, run)


def _read_once(path: Path, given: Given, run: _Run) -> Iterator[Article | Remark]:
    if path.resolve() in run.done:
        yield Remark(str(path), "named twice, read once")
        return
    run.done.add(path.resolve())
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        what = f"format {path.suffix} is not read" if path.suffix else "no suffix tells the format"
        yield Remark(str(path), f"{what}; geomap reads .txt .md .html .jsonl .csv")
        return
    try:
        with path.open("rb") as handle:
            yield from _read_handle(handle, kind, path.stem, str(path), given, run)
    except OSError as error:
        yield Remark(str(path), f"cannot be read: {error.strerror or error}")


def _read_stdin(given: Given, run: _Run) -> Iterator[Article | Remark]:
    data = sys.stdin.buffer.read()
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    kind = "text"
    if head.startswith((b"<!doctype html", b"<html")):
        kind = "html"
    elif head.startswith(b"---\n"):
        kind = "markdown"
    elif head.startswith(b"{"):
        kind = "jsonl"
    yield from _read_handle(BytesIO(data), kind, "stdin", "-", given, run)


def _read_handle(
    handle: IO[bytes], kind: str, stem: str, path: str, given: Given, run: _Run
) -> Iterator[Article | Remark]:
    if kind == "jsonl":
        yield from _read_jsonl(handle, stem, path, given)
        return
    data = handle.read(LIMIT_BYTES + 1)
    if len(data) > LIMIT_BYTES:
        size = len(data) + sum(map(len, iter(lambda: handle.read(1 << 20), b"")))
        yield Remark(path, too_large(size) or "too large")
        return
    try:
        text = decode(data)
        if kind == "csv":
            yield from _read_csv(text, Path(path), given, run)
            return
        notes: list[str] = []
        article = _read_one(text, kind, stem, path, notes, run.pages)
    except Unreadable as error:
        yield Remark(path, str(error))
        return
    yield from (Remark(path, note, skipped=False) for note in notes)
    yield _as_given(article, given)


def _read_one(text: str, kind: str, stem: str, path: str, notes: list[str], pages: PageParser) -> Article:
    if kind == "html":
        return pages.read(text, stem, path)
    if kind == "markdown":
        return read_markdown(text, stem, path, notes)
    return read_text(text, stem, path)


def _read_jsonl(handle: IO[bytes], stem: str, path: str, given: Given) -> Iterator[Article | Remark]:
    for number, line in lines_of(_lines(handle)):
        notes: list[str] = []
        try:
            article = read_line(line, number, stem, path, notes)
        except Unreadable as error:
            yield Remark(f"{path}:{number}", str(error))
            continue
        yield from (Remark(f"{path}:{number}", note, skipped=False) for note in notes)
        yield _as_given(article, given)


def _lines(handle: IO[bytes]) -> Iterator[bytes]:
    """Lines, of an overlong one only the beginning (which is refused as too large)."""
    while line := handle.readline(LIMIT_BYTES + 2):
        yield line
        while len(line) > LIMIT_BYTES and not line.endswith(b"\n"):
            line = handle.readline(LIMIT_BYTES + 2)


def _read_csv(text: str, path: Path, given: Given, run: _Run) -> Iterator[Article | Remark]:
    for row in read_rows(text, path.parent):
        where = f"{path}:{row.line}"
        if isinstance(row, BadRow):
            yield Remark(where, row.reason)
        elif not row.path.is_file() or SUFFIXES.get(row.path.suffix.lower()) in (None, "csv"):
            yield Remark(
                where, f"{row.path.name} is missing" if not row.path.exists() else "not an article file"
            )
        else:
            by_row = Given(
                given.published or row.published,
                given.outlet or row.outlet,
                given.url or row.url,
                given.published_from if given.published else "csv",
            )
            yield from _read_once(row.path, by_row, run)


def _as_given(article: Article, given: Given) -> Article:
    changes: dict[str, object] = {}
    if given.published is not None:
        changes |= {"published": given.published, "published_from": given.published_from}
    if given.outlet is not None:
        changes["outlet"] = given.outlet
    if given.url is not None:
        changes["url"] = given.url
    return msgspec.structs.replace(article, **changes) if changes else article
