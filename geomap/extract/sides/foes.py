"""Whom a strike hit, where no clause says so: the one foe whom the article has its attacker at war with there.

Only a state's strike abroad is asked about, on what only those have who fight, depots, positions, commanders: who was
in a house or a car that was hit, an article that does not say it leaves open.
"""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.sides.clues import Question
from geomap.extract.sides.of_event import Said
from geomap.model import ActorRole

_AT_WAR = ("state", "coalition", "force")
_MARKS = ".,;:()،؛"
_WHY = "with whom the attacker is at war in the article"


def with_foe(question: Question, said: Said) -> Said:
    """The sides of an event, with the foe of its attacker where nobody is said to be hit.

    Args:
        question: The event, in its article.
        said: Its sides so far.
    """
    if (
        said.targets
        or not said.attackers
        or not any(_is_of_war(question, frame) for frame in question.event.frames)
    ):
        return said
    foe = _foe(question, {a.id for a in said.attackers})
    return said if foe is None else said._replace(targets=(foe,))


def _foe(question: Question, attackers: set[str]) -> ActorRole | None:
    """The only one who is at war with the attackers and at home, or struck elsewhere, in the event's country."""
    camps, country = question.cast.camps, question.country
    known = question.cast.scene.atlas.gazetteer.actors
    homes = {known[a].country for a in attackers}
    if country in homes or any(known[a].kind not in _AT_WAR for a in attackers):
        return None
    struck = {t.id for e, s in question.others if e.where.place.country == country for t in s.targets}
    foes = {b if a in attackers else a for a, b in question.cast.pairs if {a, b} & attackers} - attackers
    groups = {
        foe
        for foe in foes
        if camps.is_armed_group(foe)
        and not camps.is_nobody(foe)
        and (foe in struck or known[foe].country in {None, country, *homes})
    }
    there = groups | (foes & {question.state})
    there = {foe for foe in there if foe is not None and not any(camps.one_camp(foe, a) for a in attackers)}
    return camps.role(next(iter(there)), "inferred", why=_WHY) if len(there) == 1 else None


def _is_of_war(question: Question, frame: Frame) -> bool:
    """Whether a frame that tells a deed speaks of what only fighters have."""
    scene = question.cast.scene
    words = scene.between(frame.sentence.start, frame.sentence.end).split() if frame.triggers else ()
    return not scene.language.of_war.isdisjoint(word.strip(_MARKS) for word in words)
