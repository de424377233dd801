"""Which names of a clause that tells two deeds are the deed's at one of its places.

"A rocket attack at K-1 led to a US drone strike in Baghdad": the strike is that in Baghdad, not that at K-1.
"""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import Party
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.event import Event
from geomap.extract.places.use import Use


def shared(event: Event, frame: Frame) -> list[Party]:
    """The parties of a frame that may be an event's: all, unless the frame tells of another deed elsewhere."""
    own = [u for u in frame.places if u.where.place.id == event.where.place.id]
    others = [u for u in frame.places if u.where.place.id != event.where.place.id]
    if not own or not others or len(frame.triggers) < 2:
        return frame.parties
    return [p for p in frame.parties if not _is_of_another(p, own[0], others, frame.triggers)]


def _is_of_another(party: Party, own: Use, others: list[Use], triggers: list[Trigger]) -> bool:
    """Whether a deed of its own and another place stand between a name and an event's place."""
    if party.start > own.end:
        deed = min(triggers, key=lambda t: max(t.start - party.start, party.start - t.end, 0))
        told_there = deed.start > own.end and deed.kind != "casualty"
        return told_there and any(u.start > max(deed.start, party.start) for u in others)
    between = [u for u in others if party.start < u.start < own.start]
    last = max((t for t in triggers if t.end <= own.start), key=lambda t: t.start, default=None)
    return last is not None and last.voice == "noun" and any(u.end < last.start for u in between)
