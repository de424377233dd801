"""`Trigger`: a word that tells of an event."""

from __future__ import annotations

from typing import Literal, NamedTuple

Voice = Literal["noun", "active", "passive", "received"]


class Trigger(NamedTuple):
    """A word that tells of an event."""

    start: int
    end: int
    kind: str  # of the lexicon's [triggers]: attack, airstrike, …, impact, launch, casualty, received
    voice: Voice
    text: str
