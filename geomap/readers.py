"""Other readers: a model or a service says where in an article the facts stand; what they mean stays ours.

A reader is found by its name among the entry points of the group `geomap.readers`. It returns drafts: the words of the
article that tell of a deed, its place, day, actors, arms and numbers. Each draft is checked against the article: words
that are not in it, and numbers that its words do not say, refuse the draft. Places, dates and actors are resolved, and
reports merged, exactly as those of the built-in reader.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import msgspec

from geomap.errors import DataError, UsageError
from geomap.extract.drafted import draft_report
from geomap.extract.drafts import Draft, Refused, check_draft
from geomap.model import Article, Report, Unplaced
from geomap.reader import Read, Reader

GROUP = "geomap.readers"

__all__ = ["Checked", "Draft", "DraftReader", "JsonlReader", "find_reader", "reader_names"]


class DraftReader(Protocol):
    """What an entry point of `geomap.readers` gives: an object, or a class that is made without arguments."""

    def read(self, article: Article) -> Iterable[Draft]:
        """The drafts of an article; the words in them are the article's own."""


class JsonlReader:
    """Drafts that were made elsewhere, as a file of JSON lines: the fields of `Draft`, and `article`, its id.

    Args:
        path: The file.

    Raises:
        DataError: It is missing, or a line is no draft.
    """

    def __init__(self, path: str) -> None:
        self._drafts: dict[str, list[Draft]] = {}
        file = Path(path)
        try:
            lines = file.read_bytes().splitlines()
        except OSError as error:
            raise DataError(f"cannot be read ({error.strerror or error})", file=path) from error
        for number, line in enumerate(lines, start=1):
            if line.strip():
                self._add(line, path, number)

    def _add(self, line: bytes, path: str, number: int) -> None:
        try:
            article = msgspec.json.decode(line, type=_ArticleOf).article
            draft = msgspec.json.decode(line, type=Draft)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            advice = "a draft has article and evidence; see Another reader in the README"
            raise DataError(f"no draft: {error}", file=path, line=number, advice=advice) from None
        self._drafts.setdefault(article, []).append(draft)

    def read(self, article: Article) -> Iterable[Draft]:
        """The drafts of an article."""
        return self._drafts.get(article.id, ())


class _ArticleOf(msgspec.Struct):
    article: str


# Readers that come with geomap: those that take an argument, as in "jsonl:drafts.jsonl".
_OWN: dict[str, Callable[[str], DraftReader]] = {"jsonl": JsonlReader}


def reader_names() -> list[str]:
    """The readers that are installed."""
    return sorted({entry.name for entry in importlib.metadata.entry_points(group=GROUP)} | set(_OWN))


def find_reader(name: str) -> DraftReader:
    """A reader by its name; "NAME:ARGUMENT" hands it an argument.

    Raises:
        UsageError: No reader has the name.
        DataError: It cannot be made.
    """
    head, colon, argument = name.partition(":")
    if head in _OWN and colon:
        return _OWN[head](argument)
    entries = [entry for entry in importlib.metadata.entry_points(group=GROUP) if entry.name == head]
    if not entries:
        needs = f"{head} needs a file: --reader {head}:FILE" if head in _OWN else ""
        raise UsageError(f"no reader {head!r}", advice=needs or f"there are {', '.join(reader_names())}")
    try:
        made = entries[0].load()
        reader = made(argument) if colon else made() if callable(made) else made
    except Exception as error:  # foreign code: whatever it raises is its own
        raise DataError(f"the reader {head} cannot be made: {type(error).__name__}: {error}") from error
    return reader  # type: ignore[no-any-return]


class Checked:
    """Another reader, checked by the built-in one.

    Args:
        reader: The built-in reader, which recognises, resolves and dates.
        drafts: The other.
    """

    def __init__(self, reader: Reader, drafts: DraftReader) -> None:
        self._reader = reader
        self._drafts = drafts

    def read(self, article: Article) -> Read:
        """The reports of an article, out of the drafts that it bears out."""
        drafts = list(self._drafts.read(article))
        if not drafts:
            return Read(reports=())
        scene = self._reader.scene(article)
        reports: list[Report] = []
        unplaced: list[Unplaced] = []
        refused: list[str] = []
        for ordinal, draft in enumerate(drafts):
            try:
                located = check_draft(draft, article.text, scene.language.lang, scene.language.counts)
            except Refused as why:
                refused.append(str(why))
                continue
            made = draft_report(scene, located, ordinal)
            if isinstance(made, Unplaced):
                unplaced.append(made)
            else:
                reports.append(made)
        return Read(tuple(reports), tuple(unplaced), tuple(refused))
