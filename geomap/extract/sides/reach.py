"""Whom what an article tells of an actor's other deeds rules out as the suspect of a deed that names nobody.

A state whose jets struck one land is no suspect of a strike in another, nor one that strikes one foe of a strike on
another; an armed group is none of a raid a thousand kilometres from all that it did, nor one that fires rockets of a
stabbing. Unless the text ties them: it names the actor, or a foe of the actor's, where it tells of the deed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.sides.camps import Camps
from geomap.geo import distance_km
from geomap.model import STATES
from geomap.resolve import Where

_LIKELY_TARGET = 0.5
_FAR_KM = 1000.0  # so far from where an armed group strikes, and beyond its country, it is no suspect
_SENT = frozenset({"rocket", "missile", "drone"})
_FROM_AFAR = _SENT | {"airstrike"}
_AT_HAND = frozenset({"gunfire", "ied", "other"})


class Deed(NamedTuple):
    """What an actor is said to have done: where, with what, to whom."""

    where: Where | None
    weapons: frozenset[str]
    targets: frozenset[str]


class Reach:
    """Knows the deeds that an article states of each actor."""

    def __init__(self, scene: Scene, events: Sequence[Event], frames: Sequence[Frame], camps: Camps) -> None:
        self._scene, self._camps = scene, camps
        self._known = scene.atlas.gazetteer.actors
        self._deeds: dict[str, list[Deed]] = {}
        self._feuds = {(s.by, s.of) for f in frames for s in f.stances if s.kind == "attribution"}
        owned = {id(f) for event in events for f in event.frames}
        for event in events:
            claimed = {s.by for f in event.frames for s in f.stances if s.kind == "claim" and s.by}
            self._add(event.side("attacker", STATED) | claimed, event.where, event.weapons, event.frames)
        for frame in frames:
            if frame.triggers and not frame.unreal and id(frame) not in owned:
                where = next((u.where for u in frame.places if u.role == "event"), None)
                self._add(frame.side("attacker", STATED), where, set(frame.weapons), [frame])

    def _add(self, actors: set[str], where: Where | None, weapons: set[str], told: Sequence[Frame]) -> None:
        targets = {a for f in told for a in f.side("target", _LIKELY_TARGET)}
        for actor in actors:
            hit = targets or self._groups_beside(told) - {actor}
            self._deeds.setdefault(actor, []).append(Deed(where, frozenset(weapons), frozenset(hit)))

    def _groups_beside(self, told: Sequence[Frame]) -> set[str]:
        """The armed groups that the sentences of a deed name: "three people, a member of the PKK among them"."""
        spans = {(f.sentence.start, f.sentence.end) for f in told}
        named = {m.actors[0] for a, b in spans for m in self._scene.mentions(a, b) if m.actors}
        return {actor for actor in named if self._camps.is_armed_group(actor)}

    def rules_out(self, actor: str, event: Event, targets: set[str]) -> bool:
        """Whether all that an actor is said to have done was done elsewhere, to others, or in another way.

        Args:
            actor: Whom one might suspect.
            event: A deed that names nobody.
            targets: Whom the text says that it hit.
        """
        deeds = self._deeds.get(actor)
        if not deeds or self._is_tied(actor, event, deeds):
            return False
        if self._known[actor].kind in STATES:
            return _are_in_other_lands(deeds, event) or self._hit_others(deeds, targets)
        if not self._camps.is_armed_group(actor):
            return False
        if event.where.precision == "sea" and all(d.weapons and d.weapons <= _AT_HAND for d in deeds):
            return not any(d.where is not None and d.where.precision == "sea" for d in deeds)
        if self._known[actor].country in (None, event.where.place.country):
            return False
        return _are_far(deeds, event) or _are_from_afar(deeds, event)

    def _is_tied(self, actor: str, event: Event, deeds: list[Deed]) -> bool:
        """Whether the text names an actor, or one that it strikes or is struck by, where it tells of a deed."""
        told = {f.sentence.paragraph for f in event.frames}
        heads = self._known[actor].kind in STATES
        beside: set[str] = set()
        for mention in (m for m in self._scene.reading.mentions if m.actors):
            sentence = self._scene.sentence_at(mention.start)
            if sentence is None:
                continue
            if sentence.paragraph in told or (heads and sentence.role == "headline"):
                beside.add(mention.actors[0])
        foes = {target for deed in deeds for target in deed.targets}
        foes |= {a for a, theirs in self._deeds.items() if any(actor in deed.targets for deed in theirs)}
        foes |= {by for by, of in self._feuds if by is not None and of == actor}
        here = event.where.place.country
        return actor in beside or any(self._known[foe].country == here or foe in beside for foe in foes)

    def _hit_others(self, deeds: list[Deed], targets: set[str]) -> bool:
        """Whether all deeds hit somebody of another camp than a deed's targets."""
        if not targets or not all(d.targets for d in deeds):
            return False
        return not any(self._camps.one_camp(a, b) for d in deeds for a in d.targets for b in targets)


def _are_in_other_lands(deeds: list[Deed], event: Event) -> bool:
    """Whether all deeds were done in other countries than an event."""
    lands = {d.where.place.country if d.where else None for d in deeds}
    return lands.isdisjoint({None, event.where.place.country})


def _are_far(deeds: list[Deed], event: Event) -> bool:
    """Whether all deeds were done far from an event that was done on the spot."""
    here, places = event.where, [d.where for d in deeds if d.where is not None]
    if not places or event.weapons & _SENT:
        return False
    return all(
        distance_km(here.lon, here.lat, there.lon, there.lat) - there.radius_km - here.radius_km > _FAR_KM
        for there in places
    )


def _are_from_afar(deeds: list[Deed], event: Event) -> bool:
    """Whether all deeds were done with what is sent from afar, and an event by hand."""
    by_hand = bool(event.weapons) and event.weapons <= _AT_HAND
    return by_hand and all(d.weapons and d.weapons <= _FROM_AFAR for d in deeds)
