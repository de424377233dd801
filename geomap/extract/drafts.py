"""Drafts of other readers, and whether the article bears them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from geomap.extract.words.numbers import Number, find_numbers
from geomap.model import Kind, Record, Span


class Words(Record, frozen=True):
    """Words of an article; `start` is the character where they begin, for words that it has more than once."""

    text: str
    start: int | None = None


class Count(Record, frozen=True):
    """A number in the article's words; `value`, if given, is what the reader took them for, and is checked."""

    text: str
    start: int | None = None
    value: int | None = None


class Draft(Record, frozen=True, kw_only=True):
    """What another reader found of one event. All words are the article's, letter for letter.

    Attributes:
        evidence: The sentence or sentences that tell of it.
        trigger: The words of the deed ("was struck").
        kind: What it was; None where the trigger's words decide.
        place: Where.
        launch: Where it came from.
        date: When ("on Sunday").
        attackers: By whom.
        targets: Whom it hit.
        weapons: With what.
        status: Words of a claim, a confirmation or a denial ("claimed responsibility").
        status_by: Who makes it.
        killed: How many were killed; a bare number must be in the evidence as one.
        wounded: How many were wounded, likewise.
        munitions: How many munitions, likewise.
        background: Told only as the past of another event.
    """

    evidence: str | Words
    trigger: str | Words | None = None
    kind: Kind | None = None
    place: str | Words | None = None
    launch: str | Words | None = None
    date: str | Words | None = None
    attackers: tuple[str | Words, ...] = ()
    targets: tuple[str | Words, ...] = ()
    weapons: tuple[str | Words, ...] = ()
    status: str | Words | None = None
    status_by: str | Words | None = None
    killed: int | str | Count | None = None
    wounded: int | str | Count | None = None
    munitions: int | str | Count | None = None
    background: bool = False


class Refused(Exception):
    """A draft that the article does not bear out; the message says why."""


class Located(NamedTuple):
    """A draft whose every word was found: spans of the article's text."""

    draft: Draft
    evidence: Span
    trigger: Span | None
    place: Span | None
    launch: Span | None
    date: Span | None
    attackers: tuple[Span, ...]
    targets: tuple[Span, ...]
    weapons: tuple[Span, ...]
    status: Span | None
    status_by: Span | None
    killed: Number | None
    wounded: Number | None
    munitions: Number | None


def check_draft(draft: Draft, text: str, lang: str, counts: Mapping[str, Any]) -> Located:
    """The draft with the spans of its words.

    Args:
        draft: What the other reader says.
        text: The article's.
        lang: Its language, ISO 639-1.
        counts: The table of the language's words for numbers.

    Raises:
        Refused: Words that are not in the article, or a number that its words do not say.
    """
    evidence = _find(draft.evidence, text, None, "evidence")
    numbers = find_numbers(text[evidence.start : evidence.end], lang, counts)
    numbers = [_moved(number, evidence.start) for number in numbers]

    def one(words: str | Words | None, what: str) -> Span | None:
        return None if words is None else _find(words, text, evidence, what)

    def many(listed: tuple[str | Words, ...], what: str) -> tuple[Span, ...]:
        return tuple(_find(words, text, evidence, what) for words in listed)

    def count(said: int | str | Count | None, what: str) -> Number | None:
        return None if said is None else _count(said, text, evidence, numbers, what)

    return Located(
        draft=draft,
        evidence=evidence,
        trigger=one(draft.trigger, "trigger"),
        place=one(draft.place, "place"),
        launch=one(draft.launch, "launch"),
        date=one(draft.date, "date"),
        attackers=many(draft.attackers, "attacker"),
        targets=many(draft.targets, "target"),
        weapons=many(draft.weapons, "weapon"),
        status=one(draft.status, "status"),
        status_by=one(draft.status_by, "status_by"),
        killed=count(draft.killed, "killed"),
        wounded=count(draft.wounded, "wounded"),
        munitions=count(draft.munitions, "munitions"),
    )


def _find(words: str | Words | Count, text: str, near: Span | None, what: str) -> Span:
    said, start = (words, None) if isinstance(words, str) else (words.text, words.start)
    if not said.strip():
        raise Refused(f"{what} is empty")
    if start is not None and not text.startswith(said, start):
        raise Refused(f"{what} {_short(said)} does not begin at character {start}")
    if start is None:
        start = text.find(said, near.start, near.end) if near else -1
        start = start if start >= 0 else text.find(said)
    if start < 0:
        raise Refused(f"{what} {_short(said)} is not in the article")
    return Span(start=start, end=start + len(said))


def _count(said: int | str | Count, text: str, evidence: Span, numbers: list[Number], what: str) -> Number:
    if isinstance(said, int):
        found = [number for number in numbers if number.best == said]
        if not found:
            raise Refused(f"{what} {said} is not a number of the evidence")
        return found[0]
    span = _find(said, text, evidence, what)
    found = [n for n in numbers if n.start < span.end and span.start < n.end]
    if not found:
        raise Refused(f"{what} {_short(text[span.start : span.end])} is no number in the evidence")
    value = said.value if isinstance(said, Count) else None
    if value is not None and found[0].best != value:
        raise Refused(f"{what} {_short(text[span.start : span.end])} is {found[0].best}, not {value}")
    return found[0]


def _moved(number: Number, by: int) -> Number:
    return Number(
        start=number.start + by, end=number.end + by, low=number.low, high=number.high, best=number.best,
        vague=number.vague, in_noun=number.in_noun, between=number.between,
    )  # fmt: skip


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}…")
