"""Whose victims: of the places that a sentence names, the one that each number is said of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

import msgspec

from geomap.extract.casualties.casualty import Casualty
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.matching import Closeness, closeness
from geomap.extract.story.parts import of_parts

_ARMIES = frozenset({"state", "force", "coalition", "organisation"})
_LIST = 3  # words between two places of a list: "in A and B"
_BREAK = re.compile("[,;،؛]")
_SPAN_BEFORE = 24  # characters before "after" in which a span of time ends: "just days"
_OPENER = 12  # characters in which a clause's first word stands
_WHERE = 4  # words between the number and the place that it is said of: "wounded three people in B"


class _Named(NamedTuple):
    """A place in a sentence; one that nothing knows has no use."""

    start: int
    end: int
    use: Use | None


def of_this_place(scene: Scene, event: Event, frame: Frame) -> list[Casualty]:
    """What a frame says of the people hurt at the event's place; a sentence may tell of several places."""
    if (own := of_parts(scene, event, frame)) is not None:
        return own
    named = [_Named(u.start, u.end, u) for u in frame.places if u.where.fine]
    named += [_Named(u.start, u.end, None) for u in scene.unknown if u.said and _inside(frame, u.start)]
    named.sort(key=lambda place: place.start)
    known = {place.use.where.place.id for place in named if place.use}
    if not known or len(known) + sum(place.use is None for place in named) <= 1:
        return frame.casualties
    groups = _groups(scene, named, frame.casualties)
    counts = [c for c in frame.casualties if not _is_their_sum(c, frame.casualties)]
    return [c for c in counts if _is_at(scene, event, _group_of(scene, c, groups))]


def _is_their_sum(casualty: Casualty, counts: list[Casualty]) -> bool:
    """Whether a number adds up those that follow, of places apart: "ten were killed, six in A and four in B"."""
    parts = [c.best for c in counts if c.what == casualty.what and c.start > casualty.start and not c.part]
    return len(parts) > 1 and None not in parts and sum(n or 0 for n in parts) == casualty.best


def are_the_attackers(scene: Scene, event: Event, casualty: Casualty) -> bool:
    """Whether a number counts fighters where an army was struck, and by no army: "killed 110 militants"."""
    words = scene.between(casualty.start, casualty.end).split()
    if scene.language.irregulars.isdisjoint((*words, *(casualty.of or "").lower().split())):
        return False
    return casualty.regulars is None and _irregulars_attacked(scene, event)


def without_attackers(scene: Scene, event: Event, casualty: Casualty) -> Casualty:
    """A number without the attackers whom it counts in: "two guards and three militants", where militants attacked."""
    count = casualty.regulars
    if count is None or not _irregulars_attacked(scene, event):
        return casualty
    return msgspec.structs.replace(casualty, low=count, high=count, best=count, regulars=None, of=None)


def _irregulars_attacked(scene: Scene, event: Event) -> bool:
    """Whether those who attacked are no army: an army was struck, a group is said to have, or "militants"."""
    actors = scene.atlas.gazetteer.actors
    attacked = {actors[a].kind for a in event.side("attacker", STATED)}
    struck = {actors[a].kind for a in event.side("target", STATED)}
    if attacked & _ARMIES:
        return False
    if struck:
        return struck <= _ARMIES
    return bool(attacked) or any(_opens_with_irregulars(scene, frame) for frame in event.frames)


def _opens_with_irregulars(scene: Scene, frame: Frame) -> bool:
    """Whether the doers of a deed are called no army: "Militants attacked a post"."""
    first = min(frame.triggers, key=lambda t: t.start, default=None)
    if first is None or first.kind in ("casualty", "damage") or first.voice != "active":
        return False
    words = scene.between(frame.start, first.start).split()
    return not scene.language.irregulars.isdisjoint(words)


def are_listed(scene: Scene, frame: Frame, casualty: Casualty) -> bool:
    """Whether a number is said of all places of a clause together, if it names any."""
    named = sorted(
        (_Named(u.start, u.end, u) for u in frame.places if u.where.fine), key=lambda one: one.start
    )
    return not named or len(_group_of(scene, casualty, _groups(scene, named, frame.casualties))) == len(named)


def is_listed(scene: Scene, event: Event, frame: Frame) -> bool:
    """Whether the event's place is one of a list of places apart: what is said of "A and B" is neither's."""
    named = sorted(
        (_Named(u.start, u.end, u) for u in frame.places if u.where.fine), key=lambda one: one.start
    )
    groups = _groups(scene, named, frame.casualties) if len(named) > 1 else []
    for group in groups:
        near = [closeness(event.where, one.use.where, scene.atlas) for one in group if one.use]
        if Closeness.APART in near and any(one is not Closeness.APART for one in near):
            return True
    return False


def give_back(scene: Scene, frames: list[Frame]) -> None:
    """Gives a place the victims of a clause that speaks of it: "in A, where nobody was hurt, and in B"."""
    for before, frame in pairwise(frames):
        if not (before.places and frame.places and frame.casualties):
            continue
        words = scene.between(frame.start, frame.end).split(maxsplit=1)
        which = words and words[0] in scene.language.at_which
        first = min(use.start for use in frame.places)
        counts = frame.casualties if which else [c for c in frame.casualties if _goes_on(scene, frame, c)]
        own = [c for c in counts if c.end <= first and not _is_near(scene, c.end, first)]
        before.casualties += own
        frame.casualties = [c for c in frame.casualties if c not in own]


def _goes_on(scene: Scene, frame: Frame, casualty: Casualty) -> bool:
    """Whether a clause opens with whom the doers of the last one hurt: "… attacked A and killed nine, and at B …"."""
    opens = len(scene.between(frame.start, casualty.start).split()) <= 1
    follows = scene.text[casualty.end : min(u.start for u in frame.places)]
    return opens and _BREAK.search(follows) is not None and not _number_first(scene, casualty)


def _number_first(scene: Scene, casualty: Casualty) -> bool:
    numbers = scene.numbers_in(casualty.start, casualty.end)
    return bool(numbers) and numbers[0].start == casualty.start


def _inside(frame: Frame, offset: int) -> bool:
    return frame.start <= offset < frame.end


def _groups(scene: Scene, named: list[_Named], counts: list[Casualty]) -> list[list[_Named]]:
    """Places that stand together: "in A and B", "near A, B province"; not "A, killing four, and B"."""
    groups = [[named[0]]]
    for before, place in pairwise(named):
        close = before.end <= place.start and len(scene.between(before.end, place.start).split()) <= _LIST
        if close and not any(before.end <= c.start < place.start for c in counts):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _group_of(scene: Scene, casualty: Casualty, groups: list[list[_Named]]) -> list[_Named]:
    """The places that a number is said of: those within it ("four in A"), those right behind it, else those before."""
    for group in groups:
        if any(casualty.start <= place.start < casualty.end for place in group):
            return group
    behind = next((i for i, group in enumerate(groups) if group[0].start >= casualty.end), len(groups))
    near = behind < len(groups) and (
        _is_near(scene, casualty.end, groups[behind][0].start)
        or _opens_a_clause(scene, casualty, groups[behind - 1][-1].end, groups[behind][0].start)
    )
    return groups[behind if near or behind == 0 else behind - 1]


def _opens_a_clause(scene: Scene, casualty: Casualty, before: int, behind: int) -> bool:
    """Whether a number opens a clause that names a place: "at A, and 65 died in May when jets bombed a fair at B"."""
    opens = _number_first(scene, casualty) and before < casualty.start
    apart = opens and _BREAK.search(scene.text, before, casualty.start) is not None
    return apart and not _BREAK.search(scene.text, casualty.end, behind)


def _is_near(scene: Scene, end: int, place: int) -> bool:
    """Whether a place stands right behind a number, in one breath with it."""
    return not _BREAK.search(scene.text, end, place) and len(scene.between(end, place).split()) <= _WHERE


def _is_at(scene: Scene, event: Event, group: list[_Named]) -> bool:
    """Whether a number said of these places is the event's; of a list it is nobody's."""
    uses = [place.use for place in group if place.use]
    own = [closeness(event.where, use.where, scene.atlas) is not Closeness.APART for use in uses]
    if not own or all(own):
        return bool(own)
    listed = scene.language.coordination.search(scene.text[group[0].end : group[-1].start])
    return own[0] and scene.language.capitals and not listed  # "near A, B": the first is where it was


def of_a_deed_before(scene: Scene, event: Event, frame: Frame) -> bool:
    """Whether a clause counts the victims of an older deed: "… days after 40 people were killed in the same town"."""
    if not frame.background or event.background or frame is event.first:
        return False
    before = scene.between(max(frame.sentence.start, frame.start - _SPAN_BEFORE), frame.start)
    opens = scene.between(frame.start, min(frame.end, frame.start + _OPENER)).split()[:1]
    return scene.language.span_before.search(before) is not None and not scene.language.sequence.isdisjoint(
        opens
    )
