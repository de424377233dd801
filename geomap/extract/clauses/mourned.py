"""Whom a deed's victims mourned: "a bomb killed nine at the grave of a man who was shot in 2009" tells of one deed."""

from __future__ import annotations

import re
from itertools import pairwise

from geomap.extract.casualties.casualty import Casualty
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import RESUMES, Clause

_COMMA = re.compile(r"[,،]\s+(?=\S)")
_IDLE = ("triggers.taking", "triggers.launch", "triggers.conduct")  # "thousands took part in a procession"
_LEAST = 4  # characters of a clause


def without_the_mourned(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """The clauses of a sentence, without how those were killed at whose grave, funeral or rally its deed was done.

    Args:
        scene: The article.
        clauses: The clauses of one sentence, in order.
    """
    start, end = clauses[0].start, clauses[-1].end
    mourned = scene.language.mourned.search(scene.text, start, end)
    if mourned is None:
        return clauses
    cut = mourned.start("who")
    told = scene.has("triggers.", cut, end) or any(m.actors for m in scene.mentions(cut, end))
    news = scene.cues("triggers.", start, mourned.start())
    if not told or all(cue.tag.startswith(_IDLE) for cue in news):
        return clauses
    closes = _where_it_ends(scene, mourned.end(), end)
    found = []
    for clause in clauses:
        if clause.start < cut:
            found.append(Clause(clause.start, min(clause.end, cut), clause.opener))
        if clause.end > closes:
            opener = clause.opener if clause.start >= closes else RESUMES
            found.append(Clause(max(clause.start, closes), clause.end, opener))
    return [c for c in found if c.end - c.start >= _LEAST]


def without_their_dead(clauses: list[Clause], hurt: list[Casualty]) -> list[Casualty]:
    """The casualties of a sentence, without who is mourned: "a sheikh who was killed" ends in what is left out."""
    if not hurt or not clauses:
        return hurt
    return (
        [c for c in hurt if not any(k.start <= c.start < k.end < c.end - 1 for k in clauses)]
        if _gaps(clauses)
        else hurt
    )


def _gaps(clauses: list[Clause]) -> bool:
    """Whether something is left out between the clauses of a sentence."""
    return any(a.end < b.start for a, b in pairwise(clauses))


def _where_it_ends(scene: Scene, start: int, end: int) -> int:
    """Where the sentence goes on with its own deed behind a comma; else its end."""
    commas = [comma.end() for comma in _COMMA.finditer(scene.text, start, end)]
    return next((cut for cut in commas if scene.has("triggers.", cut, end)), end)
