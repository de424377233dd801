"""Parts of a toll that have places of their own: "strikes across A killed 54 people, 30 of them in B" gives B 30.

The whole is told of the wider area, or of nobody's place: it is not that of the town which only a part is told of.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from geomap.extract.casualties.casualty import Casualty
from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.matching import Closeness, closeness
from geomap.model import Place
from geomap.resolve import Where

_BREAK = re.compile("[,;،؛]")
_WHERE = 8  # words between the number and its place: "ten of them in a strike on a house in B"


class Part(NamedTuple):
    """A part of a toll, and the place that it is told of."""

    casualty: Casualty
    use: Use


def placed_parts(scene: Scene, frame: Frame) -> list[Part]:
    """The parts of a toll that a clause tells of places, in order."""
    parts = [c for c in frame.casualties if c.part and c.best]
    if not parts:
        return []
    places = sorted((u for u in frame.places if u.where.fine), key=lambda use: use.start)
    found = []
    for casualty, behind in zip(parts, [*parts[1:], None], strict=True):
        until = behind.start if behind else frame.end
        use = next((u for u in places if casualty.start < u.start < until), None)
        if use is not None and _is_said_of(scene, frame, casualty, use):
            found.append(Part(casualty, use))
    return found


def _is_said_of(scene: Scene, frame: Frame, casualty: Casualty, use: Use) -> bool:
    """Whether a part is told of a place: "11 in B"; with a noun only where the whole is of somewhere wider."""
    if use.start < casualty.end:
        return True
    if _BREAK.search(scene.text, casualty.end, use.start):
        return False
    between = scene.between(casualty.end, use.start)
    placed = scene.language.placed.search(between)
    if placed is None or len(between.split()) > _WHERE:
        return False
    if placed.start() == 0 and not casualty.of:
        return True
    return _names_a_wider_place(scene, frame, casualty, use)


def _names_a_wider_place(scene: Scene, frame: Frame, casualty: Casualty, use: Use) -> bool:
    """Whether a place around that of the part is named before it: "shelling of A province killed nine, three in B"."""
    here = use.where.place
    named = (m for m in scene.mentions(frame.start, casualty.start) if m.places and not m.actors)
    places = (scene.atlas.place(id) for mention in named for id in mention.places if id != here.id)
    return any(scene.atlas.contains(place, here) or _shares_its_name(place, here) for place in places)


def _shares_its_name(place: Place, here: Place) -> bool:
    """Whether a town's name stands for its province, in which another place lies: "Donetsk region"."""
    return place.admin1 is not None and place.admin1 == here.admin1


def of_parts(scene: Scene, event: Event, frame: Frame) -> list[Casualty] | None:
    """What a clause with parts in places says of an event's; None where the rule for all clauses says it."""
    parts = placed_parts(scene, frame)
    if not parts or _is_of_the_whole(scene, event.where, frame, parts):
        return None
    first = parts[0].casualty
    whole = [c for c in frame.casualties if c.start < first.start]
    if not any(c.what == first.what and (c.best or 0) > (first.best or 0) for c in whole):
        return None
    if not event.where.fine:
        return [c for c in whole if not c.part]
    own = [p.casualty for p in parts if _is_at(scene, event.where, p.use.where)]
    return [msgspec.structs.replace(c, part=False) for c in own]


def _is_of_the_whole(scene: Scene, where: Where, frame: Frame, parts: list[Part]) -> bool:
    """Whether the whole toll is told of a place itself: "shelling of A killed six, four of them in A's market"."""
    before = parts[0].casualty.start
    return any(u.start < before and u.where.fine and _is_at(scene, where, u.where) for u in frame.places)


def _is_at(scene: Scene, one: Where, other: Where) -> bool:
    return closeness(one, other, scene.atlas) is not Closeness.APART
