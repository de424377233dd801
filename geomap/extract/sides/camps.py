"""What actors are to each other: camps, parts of states, who holds a place; and roles out of their ids."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.clauses.stances import Stance
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.gazetteer.gazetteer import holds
from geomap.model import ARMED_GROUPS, ActorRole

_BY_HAND = frozenset({"drone", "gunfire", "ied", "mortar", "artillery"})  # arms of those who have no aircraft
_FLOWN_OR_FIRED = frozenset({"airstrike", "bomb", "drone", "missile", "rocket", "artillery", "mortar"})
_DONE_FROM_THE_AIR = ("attack", "airstrike", "launch", "damage", "shelling")
_TO_DEED = 60  # characters from aircraft to their deed
_WORDS_TO_DEED = 6
_WHOLES = ("state", "umbrella")  # a part of them says more than their name
_SHELLED = ("airstrike", "shelling")
_ON_THE_GROUND = ("interception", "clash", "seizure", "raid")
_INHABITED = ("city", "town", "village", "suburb", "hospital", "school", "mosque", "market")


class Camps:
    """Answers what the gazetteer knows of the actors of an article."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def role(self, actor: str, role: str, by: str | None = None, why: str | None = None) -> ActorRole:
        """The actor in its role; `by` is who tells of it, an actor's id."""
        actors = self._scene.atlas.gazetteer.actors
        teller = actors[by].name if by in actors else None
        return ActorRole(id=actor, name=actors[actor].name, role=role, by=teller, why=why)

    def one_camp(self, actor: str, other: str) -> bool:
        """Whether two actors are one, part of one or backed by one: they are not suspected of striking each other."""
        return not self._camp(actor).isdisjoint(self._camp(other))

    def _camp(self, actor: str) -> set[str]:
        known = self._scene.atlas.gazetteer.actors[actor]
        return {actor, *(link.id for link in (*known.part_of, *known.backed_by))}

    def is_nobody(self, actor: str) -> bool:
        """Whether it is only a word for unknown people: "gunmen", an umbrella of no country that nobody backs."""
        known = self._scene.atlas.gazetteer.actors[actor]
        return known.kind == "umbrella" and not (known.country or known.part_of or known.backed_by)

    def is_armed_group(self, actor: str) -> bool:
        """Whether it is an armed group, a front or an umbrella of them."""
        return self._scene.atlas.gazetteer.actors[actor].kind in ARMED_GROUPS

    def has_aircraft(self, actor: str) -> bool:
        """Whether it may have struck from aircraft with crews, which hardly an armed group has."""
        return not self.is_armed_group(actor) or self._scene.atlas.gazetteer.actors[actor].aircraft

    def was_flown(self, event: Event) -> bool:
        """Whether aircraft with crews struck: all arms told are theirs, and no armed group came on the ground."""
        told = [f for f in event.frames if f.triggers]
        armed = [set(f.weapons) for f in told if f.weapons]
        if not all("airstrike" in arms for arms in armed):
            return False
        by_hand = not armed or any(not arms.isdisjoint(_BY_HAND) for arms in armed)
        if by_hand and not any(self._by_crews(f, t) for f in told for t in f.triggers):
            return False
        bare = [f for f in told if not f.weapons and f.kind != "explosion"]
        groups = {a for f in bare for a in f.side("attacker", STATED) if self.is_armed_group(a)}
        return not groups and not any(f.kind in _ON_THE_GROUND for f in told)

    def _by_crews(self, frame: Frame, trigger: Trigger) -> bool:
        """Whether aircraft with crews stand as what struck: "jets and armed drones struck 29 places"."""
        if trigger.voice != "active" or trigger.kind not in _DONE_FROM_THE_AIR:
            return False
        scene, start = self._scene, max(frame.start, trigger.start - _TO_DEED)
        for cue in scene.cues("weapons.airstrike", start, trigger.start):
            gap = scene.between(cue.end, trigger.start).split()
            crewed = not scene.language.crewed.isdisjoint(cue.text.split())
            if crewed and len(gap) <= _WORDS_TO_DEED and not scene.has("triggers.", cue.end, trigger.start):
                return True
        return False

    def may_claim(self, actor: str, targets: set[str]) -> bool:
        """Whether it may have done what it claims: neither struck by it nor a company."""
        named = self._scene.atlas.gazetteer.actors.get(actor)
        return actor not in targets and getattr(named, "kind", "") not in ("organisation", "company")

    def tells_of_its_own_loss(self, stance: Stance, event: Event, targets: set[str]) -> bool:
        """Whether a group only tells of what fell from afar on its own land, and on nobody else who is named."""
        if not stance.told or stance.by is None or targets - {stance.by}:
            return False
        if self._scene.atlas.gazetteer.actors[stance.by].country != event.where.place.country:
            return False
        if event.weapons:
            return event.weapons <= _FLOWN_OR_FIRED
        afar = self._scene.language.from_afar
        return any(t.kind in _SHELLED or t.text in afar for f in event.frames for t in f.triggers)

    def serves(self, actor: str, others: set[str]) -> bool:
        """Whether it is a force of one of some states, or of an umbrella of groups: "Iran-backed militants"."""
        known = self._scene.atlas.gazetteer.actors
        return any(known[link.id].kind in _WHOLES for link in known[actor].part_of if link.id in others)

    def garrison(self, event: Event) -> ActorRole | None:
        """Who held the event's site on its day; who holds a town is not whom a strike on it was aimed at.

        Nor was what came down near a civil airport aimed at the troops who have a part of it.
        """
        kind = event.where.place.kind
        beside = kind == "airport" and event.where.precision == "near"
        return None if kind in _INHABITED or beside else self.holder(event)

    def holder(self, event: Event) -> ActorRole | None:
        """Who held the event's place on its day, as the gazetteer knows."""
        day = event.date.start if event.date else None
        for held in event.where.place.held_by:
            if holds(held.start, held.end, day) and held.actor in self._scene.atlas.gazetteer.actors:
                return self.role(held.actor, "inferred", why="held the place at that time")
        return None
