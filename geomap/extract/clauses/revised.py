"""What was said and then revised: a first charge that was dropped, a claim that was taken back or contradicted."""

from __future__ import annotations

from geomap.extract.clauses.stances import Stance
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause, Sentence
from geomap.recognise import Mention

_CORRECTED = 160  # characters from the first charge to who was blamed in the end
_DENIED_WITHIN = 70  # characters from a claim to "then denied it"


def first_blamed(scene: Scene, sentence: Sentence) -> str | None:
    """Whom somebody blamed at first and then blamed another: "at first blamed the ELN, then said FARC rebels did it".

    Args:
        scene: The article.
        sentence: The sentence of the charges.
    """
    at_first = scene.language.at_first.search(scene.between(sentence.start, sentence.end))
    if at_first is None:
        return None
    named = [
        m
        for m in scene.mentions(sentence.start + at_first.start(), sentence.end)
        if m.actors and len(scene.between(sentence.start, m.start)) >= at_first.end() - 1
    ]
    for first, then in _pairs(named):
        corrected = scene.language.then_said.search(scene.between(first.end, then.start))
        if corrected is not None and then.start - first.end <= _CORRECTED:
            return first.actors[0]
        return None
    return None


def laid_to(scene: Scene, clause: Clause) -> set[str]:
    """To whom a clause lays deeds, who are not what those were aimed at: "attributed both attacks to the group"."""
    said = scene.language.laid_to.search(scene.between(clause.start, clause.end))
    if said is None:
        return set()
    named = [m for m in scene.mentions(clause.start, clause.end) if m.actors]
    behind = [m for m in named if len(scene.between(clause.start, m.start)) >= said.end() - 1]
    return {actor for m in behind[:1] for actor in m.actors}


def _pairs(named: list[Mention]) -> list[tuple[Mention, Mention]]:
    """The first of some names, with the next that is another's."""
    others = [m for m in named[1:] if m.actors != named[0].actors]
    return [(named[0], others[0])] if others else []


def revised(scene: Scene, clause: Clause, sentence: Sentence, found: list[Stance]) -> list[Stance]:
    """The stances of a clause, without a charge that was dropped, and with what was taken back as denied."""
    if not found:
        return found
    dropped = first_blamed(scene, sentence)
    if dropped is not None:
        kept = (s for s in found if s.of != dropped)
        found = [s._replace(by=None) if s.by == dropped else s for s in kept]
    claims = [s for s in found if s.kind == "claim" and s.by]
    if not claims:
        return found
    last = claims[-1]
    behind = scene.between(last.start, sentence.end)
    if scene.language.taken_back.search(behind):
        denied = [s._replace(answers=False) if s.kind == "denial" and s.by == last.by else s for s in found]
        return [*denied, Stance("denial", last.by, None, last.start)]
    if scene.language.other_cause.search(behind):
        return [*found, Stance("denial", None, None, last.start)]
    return found
