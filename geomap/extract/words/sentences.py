"""Paragraphs, sentences and clauses of a text, as spans; what is page furniture or a caption is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from geomap.gazetteer.language import Language
from geomap.text import lower

_LONGEST = 4000  # characters: far beyond any sentence
_SIGNED = 240  # characters of "(Reporting by …; editing by …)"
_ABBREVIATION = 40  # characters: beyond any abbreviation

Role = Literal["body", "headline", "caption", "furniture"]

_HOURS = ("a.m", "p.m")
_ENDS = (".", "!", "?", "؟", "…")

_LINE = re.compile(r"[^\n]+")
# A dot between lengthened letters ends nothing ("هجـ.ـوم").
# Behind a stop may stand the numbers of notes: "on Sunday.[4][5] The army said …".
_STOP = re.compile(
    r"[.!?؟…۔](?:[.!?؟…۔]*[\"'”’»)\]]*(?:\[\d{1,3}\])*(?=\s|$)|(?<=[a-z)\]”\"][.!?])(?=[A-Z“\"])|(?<=[^ـ][.؟])(?=[\u0621-\u063f\u0641-\u064a]))"
)


class Sentence(NamedTuple):
    """A sentence: characters [start, end) of the text, its paragraph's number and what the paragraph is."""

    start: int
    end: int
    paragraph: int
    role: Role


RESUMES = "…"  # how a clause opens with which the sentence goes on behind an aside
BEFALLS = "(…"  # … where what follows befell its subject
SET_ASIDE = "(…)"  # … and an aside of older news, told last


class Clause(NamedTuple):
    """A clause: characters [start, end), and how it opens."""

    start: int
    end: int
    opener: str  # its first words, in small letters ("in response to"); "" for the first; one of these


def split_sentences(text: str, language: Language) -> list[Sentence]:
    """The sentences of a text, the whole of an article, in order."""
    sentences: list[Sentence] = []
    links = False  # under "Read more" and behind who wrote it stand headlines of other articles
    for number, line in enumerate(_LINE.finditer(text)):
        role = _role(line.group(), language)
        if role == "furniture" or (role == "body" and len(line.group()) > 120):
            links = role == "furniture"
        elif links:
            role = "furniture"
        for start, end in _bounded(line.group(), _stops(line.group(), language)):
            piece = line.group()[start:end]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                begin = line.start() + start + lead
                sentences.append(Sentence(begin, begin + len(piece.strip()), number, role))
    return sentences


def _role(line: str, language: Language) -> Role:
    stripped = line.strip().lstrip("*-•# ").rstrip("* ")
    small = lower(stripped)
    if len(stripped) < 80 and (language.furniture.search(small) or language.filed_under.search(small)):
        return "furniture"
    if stripped.startswith(("(", "[")) and len(stripped) < _SIGNED and language.signed.match(small, 1):
        return "furniture"
    # A whole sentence is a caption if its mark opens it.
    caption = language.caption
    if any(caption.match(small, at) for at in range(3)):
        return "caption"
    if not stripped.endswith(_ENDS) and caption.search(small):
        return "caption"
    if len(stripped) < 160 and not stripped.endswith((*_ENDS, ":", "”", '"', "»", ")")):
        return "headline"
    return "body"


def _stops(line: str, language: Language) -> list[tuple[int, int]]:
    spans, last = [], 0
    for stop in _STOP.finditer(line):
        before = line[last : stop.start()].rstrip(".")
        shortened = line[stop.start()] == "." and language.abbreviation.search(
            before, len(before) - _ABBREVIATION
        )
        if shortened and not (before.endswith(_HOURS) and _opens_a_sentence(line, stop.end(), language)):
            continue
        if line[stop.end() : stop.end() + 2].strip()[:1].isdigit() and language.counts_off.search(before):
            continue  # "bulletin no. 205"
        spans.append((last, stop.end()))
        last = stop.end()
    if last < len(line):
        spans.append((last, len(line)))
    return spans


def _opens_a_sentence(line: str, at: int, language: Language) -> bool:
    """Whether a word stands there with a capital that would have none in the middle of a sentence: "9 p.m. They …"."""
    word = line[at:].split(maxsplit=1)[:1]
    return bool(word) and word[0][:1].isupper() and lower(word[0]).rstrip(",") in language.sentence_openers


def _bounded(line: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those that are no sentence any more cut at blanks: a list of thousands of names, a table."""
    for start, end in spans:
        while end - start > _LONGEST:
            cut = line.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def split_clauses(text: str, start: int, end: int, language: Language) -> list[Clause]:
    """The clauses of the sentence at [start, end), in order; together they cover it."""
    cuts = [start]
    for found in language.clause.finditer(lower(text[start:end])):
        cut = start + found.end()
        if start < cut < end and cut - cuts[-1] > 3:
            cuts.append(cut)
    clauses = [Clause(start, cuts[1] if len(cuts) > 1 else end, "")]
    for begin, finish in pairwise([*cuts[1:], end]):
        words = text[begin:finish].split(maxsplit=3)
        clauses.append(Clause(begin, finish, " ".join(words[:3]).casefold()))
    return clauses
