"""Whose strikes an article tells of, where its lead adds them up: "Russia fired 40 missiles at Ukraine overnight"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.scene import Scene
from geomap.model import STATES

_LEAD = 3  # sentences
_SUFFERS = 0.5  # the weight from which on a clause names who is struck


class Leading(NamedTuple):
    """The state that alone strikes in the lead, and the countries that it strikes there; nobody where several do."""

    actor: str | None
    lands: frozenset[str | None]


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
    lands = {u.where.place.country for f in theirs for u in f.places}
    hit = {known[a].country for f in theirs for a in f.side("target", _SUFFERS)}
    return Leading(next(iter(strike)), frozenset(lands | hit))
