"""Asides between commas that do not end a clause: "شنّ التحالف، ليل أمس، غارات على …"."""

from __future__ import annotations

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause

_LONGEST = 4  # words of an aside besides those of its date


def without_asides(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Joins what stands on both sides of an aside that only says when, or who says so.

    Args:
        scene: The article.
        clauses: The clauses of one sentence, in order.
    """
    if scene.language.subject_first:
        return clauses
    found = clauses[:1]
    inside = False  # the clause before was an aside
    for clause in clauses[1:]:
        aside = _is_aside(scene, clause)
        if aside or (inside and not _opens_anew(scene, clause)):
            found[-1] = found[-1]._replace(end=clause.end)
        else:
            found.append(clause)
        inside = aside
    return found


def _is_aside(scene: Scene, clause: Clause) -> bool:
    if scene.has("triggers.", clause.start, clause.end) or scene.mentions(clause.start, clause.end):
        days = scene.dates_in(clause.start, clause.end)
        return bool(days) and not _words_beside(scene, clause)
    if scene.dates_in(clause.start, clause.end):
        return len(_words_beside(scene, clause)) <= _LONGEST
    words = scene.between(clause.start, clause.end)
    return len(words.split()) <= _LONGEST and bool(scene.language.aside.match(words))


def _words_beside(scene: Scene, clause: Clause) -> list[str]:
    """The words of a clause that are not of its dates."""
    words: list[str] = []
    at = clause.start
    for day in scene.dates_in(clause.start, clause.end):
        words += scene.between(at, day.start).split()
        at = day.end
    words += scene.between(at, clause.end).split()
    return [word for word in words if any(letter.isalpha() for letter in word)]


def _opens_anew(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins with "and", "what led to", "while": the sentence goes on with another."""
    return bool(scene.language.opens_anew.match(scene.between(clause.start, clause.end)))
