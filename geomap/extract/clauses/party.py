"""An actor in a clause: its side, and how strongly its place in the sentence says so."""

from __future__ import annotations

from typing import Literal, NamedTuple

from geomap.extract.clauses.trigger import Trigger
from geomap.recognise import Mention

OWN_DEED = "says that it did it"
TELLS_OF_A_STRIKE = "tells of an air strike abroad"
TELLS_ITS_TARGET = "says whom it was aimed at"
BLAMED = "is blamed for it"
SUSPECTED = "is suspected of it"
ACCUSED = "is accused of it"
SUBJECT = "subject of the verb"
STATED = 1.5  # the weight from which on the grammar says who did it, or to whom


class Party(NamedTuple):
    """An actor in a clause: on which side, and how strongly its place in the sentence says so."""

    actor: str
    side: Literal["attacker", "target"]
    weight: float
    start: int
    why: str


class Named(NamedTuple):
    """An actor's name in a clause, beside the trigger nearest to it."""

    mention: Mention
    actor: str
    trigger: Trigger
    assets: bool  # it goes with people or property

    @property
    def gap(self) -> int:
        """Characters between the name and the trigger."""
        return gap_to(self.trigger, self.mention)

    def attacks(self, weight: float, why: str) -> Party:
        """The actor as the one who did it."""
        return Party(self.actor, "attacker", weight, self.mention.start, why)

    def suffers(self, weight: float, why: str) -> Party:
        """The actor as the one to whom it was done."""
        return Party(self.actor, "target", weight, self.mention.start, why)


def gap_to(trigger: Trigger, mention: Mention) -> int:
    """Characters between a name and a trigger; 0 where they touch."""
    return max(trigger.start - mention.end, mention.start - trigger.end, 0)
