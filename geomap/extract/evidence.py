"""Which sentence of those that tell of an event is shown for it: the one that says most of what the record says.

A headline tells first and says least; the sentence with the place, the day, the arms and the number of the dead is what
a reader wants to see. The others are kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event
from geomap.extract.sides.of_event import Said
from geomap.extract.words.sentences import Sentence


def sentences_of(event: Event, said: Said, weapons: list[str], tolls: dict[str, Any]) -> list[Sentence]:
    """The sentences that tell of an event: the one that says most first, then the others in the order of the text."""
    told: dict[int, list[Frame]] = {}
    for frame in event.frames:
        told.setdefault(frame.sentence.start, []).append(frame)
    if len(told) == 1:
        return [event.frames[0].sentence]
    facts = {
        start: set().union(*(_facts(frame, event, said, weapons, tolls) for frame in frames))
        for start, frames in told.items()
    }
    best = max(
        sorted(told),
        key=lambda start: (len(facts[start]), _is_its_own(told[start]), told[start][0].is_body),
    )
    return [told[start][0].sentence for start in (best, *sorted(told.keys() - {best}))]


def _is_its_own(frames: list[Frame]) -> bool:
    """Whether a sentence tells of the event itself, and does not only lend it sides and arms."""
    return any(frame.triggers or frame.casualties or frame.places for frame in frames)


def _facts(
    frame: Frame, event: Event, said: Said, weapons: list[str], tolls: dict[str, Any]
) -> Iterator[str]:
    """What of the record a frame says."""
    if frame.triggers:
        yield "deed"
    if any(use.where.place.id == event.where.place.id for use in frame.places):
        yield "place"
    if event.dated is not None and event.dated.phrase in frame.dates:
        yield "day"
    if not set(weapons).isdisjoint(frame.weapons):
        yield "arms"
    for what in ("killed", "wounded"):
        if tolls.get(what) is not None and any(
            c.what == what and c.best == tolls[what] for c in frame.casualties
        ):
            yield what
    named = {p.actor for p in frame.parties} | {a for s in frame.stances for a in (s.by, s.of) if a}
    if not named.isdisjoint(a.id for a in said.attackers):
        yield "attacker"
    if not named.isdisjoint(t.id for t in said.targets):
        yield "target"
