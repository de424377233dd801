"""Runs of words that may name a town: by capitals and the words beside them, or by a word for their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from geomap.gazetteer.language import Language
from geomap.recognise import Reading
from geomap.resolve.spans import Spans

_LONGEST = 4  # words of a name
_TAIL = r"[\w'’`ʿʾ-]*[\w]"  # of a word that begins with a capital
# The head of an item: "- **Hareer.** The first statement …", "— Kotli: the mosque".
_BULLET = re.compile(r"(?:^|\n)\s*[-•*–—·]+\s*\**\s*$")
_HEAD_ENDS = re.compile(r"^\s*\**\s*[.:–—]")
# A line that opens with nothing but a name: "TERNOPIL. Two apartment blocks …".
_LINE = re.compile(r"(?:^|\n)\s*\**\s*$")
_STOPS = re.compile(r"^\**\.\**(?:\s|$)")


class Candidate(NamedTuple):
    """A run of words that may name a town."""

    start: int
    end: int
    said: bool  # the text says itself that it is a town
    located: bool = False  # … or stands behind "in", "at" or "near"
    division: bool = False  # … or that it is a province, a region, an oblast
    ward: bool = False  # … or that it is a quarter of a town


def candidates(text: str, reading: Reading, taken: Spans, language: Language) -> Iterator[Candidate]:
    """What may be names of towns, longer runs first, in the order of the text.

    Args:
        text: The text that was read.
        reading: What the vocabulary found in it; telling words are no names.
        taken: Spans of names; the caller adds to them as it accepts candidates.
        language: How the language marks names.
    """
    return _capitalised(text, reading, taken, language) if language.capitals else _marked(text, language)


@lru_cache(maxsize=8)
def _capitals(particles: frozenset[str]) -> re.Pattern[str]:
    inner = f"(?:(?:{'|'.join(map(re.escape, sorted(particles)))})[ -])?" if particles else ""
    return re.compile(rf"[A-Z](?<![\w@#][A-Z])(?:{_TAIL}|[A-Z]+)(?:[ -]{inner}[A-Z]{_TAIL})*")


def _capitalised(text: str, reading: Reading, taken: Spans, language: Language) -> Iterator[Candidate]:
    telling = Spans((c.start, c.end) for c in reading.cues if not c.tag.startswith("places"))
    for run in _capitals(language.particles).finditer(text):
        words = [(w.start() + run.start(), w.end() + run.start()) for w in re.finditer(r"\S+", run.group())]
        if all(taken.touch(start, end) for start, end in words):
            continue
        # Many names share an end: what stands beside it is looked at once.
        left: dict[int, _Left] = {}
        right: dict[int, _Right] = {}
        for size in range(min(_LONGEST, len(words)), 0, -1):
            for first in range(len(words) - size + 1):
                start, end = words[first][0], words[first + size - 1][1]
                if text.endswith(("'s", "’s"), start, end):
                    end = start + len(text[start:end].rstrip("'’s"))
                if taken.touch(start, end) or (size == 1 and telling.touch(start, end)):
                    continue
                last = text[words[first + size - 1][0] : end]
                if first + size < len(words) and last.casefold() in language.name_heads:
                    continue  # "Tal Maled" is no Tal
                if start not in left:
                    left[start] = _Left(text, start, language)
                if end not in right:
                    right[end] = _Right(text, end, language)
                if left[start].kind and first + size < len(words):
                    continue  # "the village of Nam Sang Yang" is not Nam Sang
                leads = taken.end_before(start, 6) and left[start].lists
                # "In Izium": at the head of a sentence the preposition has a capital, too.
                opens = first == 0 or (first == 1 and left[start].placed)
                candidate = _candidate(start, end, left[start], right[end], opens=opens, leads=leads)
                if candidate is not None:
                    yield candidate


class _Left:
    """What the words before a run say of it; each question is a search, asked only where the answer matters."""

    def __init__(self, text: str, start: int, language: Language) -> None:
        self._before = text[max(0, start - 48) : start].lower()
        self._language = language

    @cached_property
    def kind(self) -> bool:
        """Whether "the town of" stands before it."""
        return self._language.town_kind_before.search(self._before) is not None

    @cached_property
    def division(self) -> bool:
        """Whether "the province of" stands before it."""
        return self._language.town_division_before.search(self._before) is not None

    @cached_property
    def placed(self) -> bool:
        """Whether it stands behind a preposition of place."""
        return self._language.town_place.search(self._before) is not None

    @cached_property
    def located(self) -> bool:
        """Whether it stands behind "in", "at" or "near"."""
        return self._language.town_located.search(self._before) is not None

    @cached_property
    def bullet(self) -> bool:
        """Whether it opens an item."""
        return _BULLET.search(self._before[-8:]) is not None

    @cached_property
    def line(self) -> bool:
        """Whether it opens a line."""
        return _LINE.search(self._before[-8:]) is not None

    @cached_property
    def lists(self) -> bool:
        """Whether it stands behind a comma or "and"."""
        return self._language.town_list.search(self._before) is not None


class _Right:
    """What the words behind a run say of it, likewise."""

    def __init__(self, text: str, end: int, language: Language) -> None:
        self._after = text[end : end + 24]
        self._near = text[end : end + 60]
        self._language = language

    @cached_property
    def kind(self) -> bool:
        """Whether "town" or "village" follows."""
        return self._language.town_kind_behind.match(self._after) is not None

    @cached_property
    def division(self) -> bool:
        """Whether "province" follows."""
        return self._language.town_division_behind.match(self._after) is not None

    @cached_property
    def ward(self) -> bool:
        """Whether "neighbourhood" follows."""
        return self._language.ward_behind.match(self._after) is not None

    @cached_property
    def quarter(self) -> bool:
        """Whether "districts of the city" follows: it is one of them."""
        return self._language.town_quarter.match(self._near) is not None

    @cached_property
    def heads(self) -> bool:
        """Whether a stop follows, as behind the head of an item."""
        return _HEAD_ENDS.match(self._after) is not None

    @cached_property
    def stops(self) -> bool:
        """Whether its sentence ends behind it."""
        return _STOPS.match(self._after) is not None

    @cached_property
    def deed(self) -> bool:
        """Whether a deed follows: "mosque bombing", "was shelled"."""
        near, language = self._near[:48], self._language
        return bool(language.town_deed_behind.match(near) or language.town_struck_behind.match(near))


def _candidate(
    start: int, end: int, left: _Left, right: _Right, *, opens: bool, leads: bool
) -> Candidate | None:
    """A run as a candidate, if the words beside it say that it may be a place.

    Args:
        start: Where the run starts.
        end: Where it ends.
        left: What stands before it.
        right: What stands behind it.
        opens: Whether it opens a run of capitalised words.
        leads: Whether it goes on a list of places: "Kharkiv, Odesa and …".
    """
    division = right.division or left.division
    said = right.kind or left.kind
    heads = opens and ((right.heads and left.bullet) or (left.line and right.stops))
    named = opens and (right.deed or left.placed)
    if not (said or leads or named or division or heads) or right.quarter:
        return None
    located = opens and (heads or left.located)
    return Candidate(start, end, said, located, division, right.ward)


def _marked(text: str, language: Language) -> Iterator[Candidate]:
    """Words behind the word for a kind of place, or behind "in"."""
    for match in language.town_marked.finditer(text):
        named = match["named"] is not None
        start = match.start("named" if named else "placed")
        words = (match["named"] or match["placed"]).split()
        for size in range(len(words), 0, -1):
            end = start + len(" ".join(words[:size]))
            if end - start >= (3 if named else 4):
                yield Candidate(start, end, named, located=True)
