"""Paragraphs, sentences and clauses of a text, as spans; what is page furniture or a caption is marked."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Role = Literal["body", "headline", "caption", "furniture"]

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*|[^\n]+")
_LINE = re.compile(r"[^\n]+")
# A full stop after one of these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:U\.S|U\.N|U\.K|[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|St|No|vs|Inc|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|approx|e\.g|i\.e|al))$"
)
_STOP = re.compile(r"[.!?؟…۔]+[\"'”’»)\]]*(?=\s|$)|(?<=[a-z)\]”\"])[.!?](?=[A-Z“\"])|[.؟](?=[\u0621-\u064a])")
# Where a clause ends inside a sentence: the words that open another statement.
_CLAUSE = re.compile(
    r"[;؛]|:\s|,?\s+(?=(?:while|whereas|although|though|but|whilst)\b)|,\s+(?=(?:which|who|as|after|before"
    r"|when|where)\b)"
    r"|\s+(?=(?:after|before|hours after|days after|in response to|in retaliation for|in answer to"
    r"|following|in reply to|"
    r"in revenge for|in the wake of|in the aftermath of|preceded by|followed by|came after|comes after|ahead of)\b)"
    r"|،\s*|\s+(?=(?:فيما|بينما|بعدما|بعد أن|قبل أن|عقب|إثر|ردا على|ردًا على|رداً على|حيث)\s)",
    re.IGNORECASE,
)


class Sentence(NamedTuple):
    """A sentence: characters [start, end) of the text, its paragraph's number and what the paragraph is."""

    start: int
    end: int
    paragraph: int
    role: Role


class Clause(NamedTuple):
    """A clause: characters [start, end), and whether it is subordinate to what another clause tells."""

    start: int
    end: int
    opener: str  # the folded word that opens it ("after", "in response to"), "" for the first


def split_sentences(text: str, furniture: re.Pattern[str], caption: re.Pattern[str]) -> list[Sentence]:
    """The sentences of a text in order.

    Args:
        text: The whole text of an article.
        furniture: Matches a line of page furniture ("Related articles").
        caption: Matches a caption or a photo credit.
    """
    sentences: list[Sentence] = []
    links = False  # under "Read more" stand headlines of other articles
    for number, line in enumerate(_LINE.finditer(text)):
        role = _role(line.group(), furniture, caption)
        if role == "furniture" or (role == "body" and len(line.group()) > 120):
            links = role == "furniture"
        elif links:
            role = "furniture"
        for start, end in _stops(line.group()):
            piece = line.group()[start:end]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                begin = line.start() + start + lead
                sentences.append(Sentence(begin, begin + len(piece.strip()), number, role))
    return sentences


def _role(line: str, furniture: re.Pattern[str], caption: re.Pattern[str]) -> Role:
    stripped = line.strip().lstrip("*-•# ").rstrip("* ")
    if len(stripped) < 80 and furniture.search(stripped):
        return "furniture"
    mark = caption.search(stripped)
    if mark and (mark.start() <= 2 or not re.search(r"[.!?؟…]$", stripped) or re.search(r"[)\]]$", stripped)):
        return "caption"
    ends_open = not re.search(r"[.!?؟…:”\"»)]$", stripped)
    if ends_open and len(stripped) < 160:
        return "headline"
    return "body"


def _stops(line: str) -> list[tuple[int, int]]:
    spans, last = [], 0
    for stop in _STOP.finditer(line):
        before = line[last : stop.start()].rstrip(".")
        if stop.group().startswith(".") and _ABBREVIATION.search(before):
            continue
        spans.append((last, stop.end()))
        last = stop.end()
    if last < len(line):
        spans.append((last, len(line)))
    return spans


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the sentence at [start, end), in order; together they cover it."""
    cuts = [start]
    depth_safe = text[start:end]
    for found in _CLAUSE.finditer(depth_safe):
        cut = start + found.end()
        if start < cut < end and cut - cuts[-1] > 3:
            cuts.append(cut)
    clauses = []
    for begin, finish in zip(cuts, [*cuts[1:], end], strict=True):
        words = text[begin:finish].split(maxsplit=3)
        clauses.append(Clause(begin, finish, " ".join(words[:3]).casefold() if begin > start else ""))
    return clauses
