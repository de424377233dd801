"""Asides that say what a deed answered: "the raid on A, a reprisal for a shooting in B, left four dead"."""

from __future__ import annotations

import re

from geomap.extract.clauses.asides import opens_with_its_verb
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause

_COMMA = re.compile(r",\s+(?=\S)")
_LEADS = 5  # words of an aside before its reason: "the latest in a series |following"


def apart_from_answers(scene: Scene, clauses: list[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The clauses of a sentence, and those asides of them that only name what its deed answered or followed.

    What goes on behind such an aside is told of the deed before it: its dead are not those of the deed it answered.

    Args:
        scene: The article.
        clauses: The clauses of one sentence by its marks, in order.
    """
    if len(clauses) == 1 or not scene.language.subject_first:
        return clauses, []
    found, answered = clauses[:1], []
    for clause in clauses[1:]:
        ends = _where_it_closes(scene, found[-1], clause)
        if ends is None:
            found.append(clause)
            continue
        answered.append(Clause(clause.start, ends, clause.opener))
        found.append(Clause(ends, clause.end, ""))
    return found, answered


def _where_it_closes(scene: Scene, before: Clause, clause: Clause) -> int | None:
    """Where a sentence goes on behind the comma that closes an aside; None where there is none."""
    opener = f"{scene.between(clause.start, min(clause.end, clause.start + 40))} "
    if not opener.startswith(scene.language.background_openers) or not _is_closed_off(scene, before):
        return None
    if not any(scene.has(tag, before.start, before.end) for tag in ("triggers.", "weapons.")):
        return None  # "The rebels, in answer to a raid on A, attacked B": a subject without its deed
    for comma in _COMMA.finditer(scene.text, clause.start, clause.end):
        if _goes_on(scene, Clause(comma.end(), clause.end, "")):
            return None if _has_a_verb(scene, clause.start, comma.start()) else comma.end()
    return None


def _has_a_verb(scene: Scene, start: int, end: int) -> bool:
    """Whether a reason is told as a deed of its own: "after gunmen attacked A, killed two guards and fled"."""
    deeds = [d for d in scene.cues("triggers.", start, end) if not d.tag.startswith("triggers.casualty")]
    named = {d.start for d in deeds if d.tag.endswith(".nouns")}
    return any(d.start not in named for d in deeds)


def _is_closed_off(scene: Scene, clause: Clause) -> bool:
    """Whether an aside has begun behind a comma: "…, |in answer to", "…, an |apparent reply to", "…, hours |after"."""
    comma = scene.text.rfind(",", clause.start, clause.end)
    words = scene.between(comma + 1, clause.end).split() if comma >= 0 else []
    if comma < 0 or len(words) > _LEADS:
        return False
    return not (words and (scene.has("triggers.", comma, clause.end) or scene.mentions(comma, clause.end)))


def _goes_on(scene: Scene, rest: Clause) -> bool:
    """Whether words tell on of the deed before an aside: "left four dead", "and eight people were hurt"."""
    link = scene.language.coordination.match(scene.text, rest.start - 1)
    hurt = scene.casualties_in(rest.start, rest.end)
    if link is not None:
        return bool(hurt) and hurt[0].start <= link.end()
    if opens_with_its_verb(scene, rest):
        return True
    first = scene.between(rest.start, rest.start + 12).split()[:1]
    return bool(hurt) and not scene.language.leaving.isdisjoint(first)
