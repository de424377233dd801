"""Whose strikes an article tells of, where its lead adds them up: "Russia fired 40 missiles at Ukraine overnight"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.model import STATES

IN_THE_LEAD = "it alone strikes in the lead"
_LEAD = 3  # sentences
_SUFFERS = 0.5  # the weight from which on a clause names who is struck
_FROM_AFAR = frozenset({"rocket", "missile", "drone", "airstrike", "artillery"})
_BY_HAND = frozenset({"explosion", "raid", "clash", "seizure"})


class Leading(NamedTuple):
    """The state that alone strikes in the lead, and the countries that it strikes there; nobody where several do."""

    actor: str | None
    lands: frozenset[str | None]

    def strikes(self, event: Event) -> bool:
        """Whether it may be one of its strikes: from afar, in a country that the lead names."""
        if self.actor is None or event.where.place.country not in self.lands:
            return False
        if event.weapons:
            return not event.weapons.isdisjoint(_FROM_AFAR)
        return all(t.kind not in _BY_HAND for f in event.frames for t in f.triggers)


def strikes_in_the_lead(scene: Scene, frames: Sequence[Frame]) -> Leading:
    """Who strikes whose land in the first sentences.

    Args:
        scene: The article.
        frames: All that its clauses say, those of no event too.
    """
    spans = [s.start for s in scene.sentences if s.role in ("headline", "body")][:_LEAD]
    lead = [f for f in frames if f.sentence.start in spans and f.triggers and not (f.unreal or f.background)]
    theirs = [f for f in lead if f.side("attacker", STATED)]
    strike = {a for f in theirs for a in f.side("attacker", STATED)}
    known = scene.atlas.gazetteer.actors
    if len(strike) != 1 or any(known[a].kind not in STATES for a in strike):
        return Leading(None, frozenset())
    if not any(_adds_up(f) for f in theirs):
        return Leading(None, frozenset())
    lands = {u.where.place.country for f in theirs for u in f.places}
    hit = {known[a].country for f in theirs for a in f.side("target", _SUFFERS)}
    return Leading(next(iter(strike)), frozenset(lands | hit))


def _adds_up(frame: Frame) -> bool:
    """Whether it tells of no one place, but of a country: "fired 40 missiles at Ukraine", "raids across Lebanon"."""
    return frame.many or not any(u.where.fine for u in frame.places)
