"""What was done and with what: kind and weapons of an event, out of the deeds and the arms that its frames name."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.extract.clauses.arms import weapons_in
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import ACCUSED, BLAMED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.sides.of_event import Said
from geomap.model import ARMED_GROUPS, Kind

_HITS = frozenset({"attack", "impact", "explosion", "damage", "received"})
_KINDS: dict[str, Kind] = {
    "attack": "attack", "airstrike": "airstrike", "shelling": "shelling", "interception": "interception",
    "explosion": "explosion", "clash": "clash", "raid": "raid", "seizure": "seizure",
}  # fmt: skip
_WITH_AIRCRAFT = ("state", "force", "coalition")
_STRIKES_FROM_AFAR = ("state", "coalition")
_BEFORE_RAID = 16  # characters before a raid in which soldiers who made it stand
_TOLD_ON = 3  # sentences
_WEAPON_OF_KIND = {"airstrike": "airstrike", "shelling": "artillery"}


class Arms:
    """Gives each event of an article its weapons; it knows with what each side struck elsewhere in it."""

    def __init__(self, scene: Scene, events: Iterable[Event], said: Iterable[Said]) -> None:
        self._scene = scene
        self._used: dict[str, set[str]] = {}
        events, said = list(events), list(said)
        self._told = list(zip(events, said, strict=True))
        self._owned = {f.sentence.start for event in events for f in event.frames}
        for event, sides in zip(events, said, strict=True):
            for actor in sides.attackers[:1]:
                self._used.setdefault(actor.id, set()).update(self._named(event))

    def of(self, event: Event, said: Said) -> list[str]:
        """The weapons of an event, what was fired before what it was fired from."""
        listed = self._named(event) or self._told_on(event) or self._from_the_air(event, said)
        listed = listed or (["airstrike"] if self._raid_from_above(event) else [])
        listed = listed or [w for f in event.frames if (w := _WEAPON_OF_KIND.get(f.kind))][:1]
        listed = listed or self._with_its_fellows(event, said)
        if not listed and event.first.kind == "explosion":
            # What explodes where a group set it off was laid or carried there; so was what a vehicle held.
            ied = self._kind(said) == "armed group" or self._was_in_a_vehicle(event)
            listed = ["ied"] if ied else []
        if not listed and any(
            self._scene.language.blown_up.search(self._scene.between(f.start, f.end)) for f in event.frames
        ):
            listed = ["ied"]
        if "bomb" not in listed and self._has_no_aircraft(event, said):
            listed = [w for w in listed if w != "airstrike"]
        if "bomb" in listed:  # from the air where an army dropped it, else laid or carried
            dropped = self._kind(said) in _WITH_AIRCRAFT and not (
                _went_off(event) or (_is_accused(said) and self._is_one_bomb(event))
            )
            flown = (
                "airstrike" in listed
                or dropped
                or self._fell(event)
                or self._is_bombed_as_others(event, said)
            )
            bomb = "airstrike" if flown else "ied"
            listed = [bomb if weapon == "bomb" else weapon for weapon in listed]
        if "rocket" in listed and self._are_missiles(event, said):
            listed = _without_rockets(listed)
        # "An airstrike by drones": the munition named says more than the word for any strike.
        return sorted(dict.fromkeys(listed), key=lambda w: w in ("airstrike", "other"))

    def _has_no_aircraft(self, event: Event, said: Said) -> bool:
        """Whether an armed group is said to have done it, and aircraft are only named beside the deed."""
        actors = self._scene.atlas.gazetteer.actors
        kinds = {actors[a.id].kind for a in said.attackers if a.role in ("claimed", "attributed")}
        told = any("airstrike" in f.weapons for f in event.frames if f.places or f.kind == "airstrike")
        return kinds == {"armed group"} and not told

    def _named(self, event: Event) -> list[str]:
        others = self._others_arms(event)
        listed = [w for f in event.frames if f.triggers for w in f.weapons if f.is_body or w not in others]
        return listed or [w for f in event.frames for w in f.weapons if not self._only_saw(f)]

    def _only_saw(self, frame: Frame) -> bool:
        """Whether a clause tells only that aircraft were there: "residents saw French aircraft"."""
        seen = self._scene.language.aircraft_seen
        return not frame.triggers and seen.search(self._scene.between(frame.start, frame.end)) is not None

    def _others_arms(self, event: Event) -> set[str]:
        """Arms that the text gives to other deeds alone: of a headline's "rockets and drones" the others'."""
        own = {w for f in event.frames if f.is_body for w in f.weapons}
        if not own or all(f.is_body for f in event.frames):
            return set()
        beside = (f for e, _ in self._told if e is not event for f in e.frames if f.is_body and f.triggers)
        return {w for f in beside for w in f.weapons} - own

    def _is_one_bomb(self, event: Event) -> bool:
        """Whether the text speaks of one bomb, not of bombs, nor of bombing."""
        language = self._scene.language
        more = (*language.plural_endings, *language.past_endings, *language.participle_endings)
        cues = [c for f in event.frames for c in self._scene.cues("weapons.bomb", f.start, f.end)]
        return not any(cue.text.endswith(more or ("\0",)) for cue in cues)

    def _told_on(self, event: Event) -> list[str]:
        """The arms of the sentences that tell on: no place, no other event, right behind one that told of it."""
        if event.background:
            return []
        scene = self._scene
        behind = {f.sentence.start for f in event.frames}
        listed: list[str] = []
        left = 0
        for sentence in scene.sentences:
            if sentence.start in behind:
                left = _TOLD_ON
            elif sentence.start in self._owned:
                left = 0
            elif left and sentence.role == "body":
                left -= 1
                if not scene.has("triggers.", sentence.start, sentence.end) or any(
                    m.places for m in scene.mentions(sentence.start, sentence.end)
                ):
                    continue
                listed += weapons_in(scene, sentence.start, sentence.end)
        return listed

    def _was_in_a_vehicle(self, event: Event) -> bool:
        """Whether a vehicle went off among people: "a van exploded outside the courthouse"."""
        rule = self._scene.language.vehicle_bomb
        hurt = any(f.victims for f in event.frames)
        return hurt and any(rule.search(self._scene.between(f.start, f.end)) for f in event.frames)

    def _kind(self, said: Said) -> str:
        actors = self._scene.atlas.gazetteer.actors
        return actors[said.attackers[0].id].kind if said.attackers else ""

    def _is_of_one_country(self, said: Said) -> bool:
        """Whether fighters of one country band together, who have no aircraft: the SDF, not the US-led coalition."""
        actor = self._scene.atlas.gazetteer.actors[said.attackers[0].id]
        return actor.kind == "coalition" and bool(actor.country)

    def _from_the_air(self, event: Event, said: Said) -> list[str]:
        """A state that strikes or bombs does it from the air, where the article names nothing else that it used."""
        if self._kind(said) not in _STRIKES_FROM_AFAR or self._is_of_one_country(said):
            return []
        used = self._used.get(said.attackers[0].id, set()) - {"bomb"}
        return ["airstrike"] if self._is_a_strike(event) and (not used or "airstrike" in used) else []

    def _raid_from_above(self, event: Event) -> bool:
        """Whether a raid did what only one from the air does: "a raid flattened a house"."""
        rule, scene = self._scene.language.raid_from_above, self._scene
        return any(
            rule.match(" " + scene.between(t.end, t.end + 24)) is not None
            and not scene.has("actors.acting", max(f.start, t.start - _BEFORE_RAID), t.start)
            for f in event.frames
            for t in f.triggers
            if t.kind == "raid" and t.voice == "noun"
        )

    def _is_a_strike(self, event: Event) -> bool:
        """Whether the word for the deed may be said of what comes from afar: "hit", "bombed", not "attacked"."""
        deeds = {t.text for f in event.frames for t in f.triggers if t.kind in ("attack", "airstrike")}
        return not deeds.isdisjoint(self._scene.language.from_afar)

    def _with_its_fellows(self, event: Event, said: Said) -> list[str]:
        """From the air, where all else that the same side struck in that country was struck from there."""
        if event.first.kind != "attack" or self._kind(said) == "armed group" or not self._is_a_strike(event):
            return []
        country, by = event.where.place.country, {a.id for a in said.attackers[:1]}
        beside = [
            self._named(e)
            for e, s in self._told
            if e is not event
            and not e.background
            and e.where.place.country == country
            and {a.id for a in s.attackers[:1]} == by
        ]
        armed = [set(arms) for arms in beside if arms]
        flown = bool(armed) and all(arms <= {"airstrike", "bomb"} for arms in armed)
        return ["airstrike"] if flown else []

    def _fell(self, event: Event) -> bool:
        """Whether bombs came from above: "the first bombs fell", "came through the roof", "bombs rained on …"."""
        armed = [f for f in event.frames if "bomb" in f.weapons]
        if any(t.kind == "impact" for f in armed for t in f.triggers):
            return True
        rule = self._scene.language.bombs_fell
        return any(rule.search(self._scene.between(f.start, f.end)) for f in armed)

    def _is_bombed_as_others(self, event: Event, said: Said) -> bool:
        """Whether a place "was bombed", by whom is not said; of all else there some was from the air, none laid."""
        cues = [c for f in event.frames for c in self._scene.cues("weapons.bomb", f.start, f.end)]
        verbs = all(cue.text.endswith(tuple(self._scene.language.past_endings)) for cue in cues)
        if said.attackers or not cues or not verbs or not self._scene.language.past_endings:
            return False
        if any(t.kind == "explosion" for f in event.frames for t in f.triggers):
            return False
        country = event.where.place.country
        others = [
            self._named(e) for e, _ in self._told if e is not event and e.where.place.country == country
        ]
        armed = [set(arms) for arms in others if arms]
        flown = any("airstrike" in arms or arms == {"drone"} for arms in armed)
        return flown and not any("ied" in arms for arms in armed)

    def _is_a_force_abroad(self, event: Event, said: Said) -> bool:
        """Whether a part of a state's forces struck another country: Iran's Guards."""
        actors = self._scene.atlas.gazetteer.actors
        by = actors[said.attackers[0].id] if said.attackers else None
        if by is None or by.kind != "force" or by.country == event.where.place.country:
            return False
        return any(actors[whole.id].kind == "state" for whole in by.part_of)

    def _are_missiles(self, event: Event, said: Said) -> bool:
        """Whether words for a rocket or a missile mean a missile, since a state fired it."""
        if self._kind(said) != "state" and not self._is_a_force_abroad(event, said):
            return False
        cues = [c for f in event.frames for c in self._scene.cues("weapons.rocket", f.start, f.end)]
        return all(cue.text in self._scene.language.generic_missiles for cue in cues)


def _went_off(event: Event) -> bool:
    """Whether a bomb exploded where it lay: what an army drops strikes."""
    kinds = {t.kind for f in event.frames if "bomb" in f.weapons for t in f.triggers}
    return "explosion" in kinds and kinds <= {"explosion", "casualty", "damage"}


def _is_accused(said: Said) -> bool:
    """Whether others only blame a state for it, of which nobody saw more than a bomb."""
    return said.attackers[0].why in (ACCUSED, BLAMED)


def _without_rockets(weapons: list[str]) -> list[str]:
    """Missiles for rockets; what an aircraft fires goes with its strike."""
    if "airstrike" in weapons:
        return [w for w in weapons if w != "rocket"]
    return list(dict.fromkeys("missile" if w == "rocket" else w for w in weapons))


def kind_of(scene: Scene, event: Event, said: Said, weapons: list[str]) -> Kind:
    """What it was: the deed told first, made plainer by what it was done with."""
    told = (_KINDS.get(f.kind, "attack") for f in event.frames)
    kind: Kind = next((k for k in told if k != "interception"), "attack")
    if _was_stopped(scene, event):
        kind = "interception"
    first = next(iter(weapons), None)
    if kind in ("attack", "raid") and _with_aircraft(scene, event, weapons):
        return "airstrike"
    if (
        kind == "airstrike"
        and (first == "drone" or (first in ("rocket", "missile") and not _may_fly(scene, said)))
        and not _with_aircraft(scene, event, weapons)
    ):
        return "attack"
    if kind == "attack" and first == "artillery":
        return "shelling"
    if (
        kind == "raid"
        and not _is_a_states(scene, said)
        and (_killed_many(event) or _is_a_groups(scene, said))
    ):
        return "attack"  # gunmen who storm a village; troops who search a house raid it
    if (
        kind == "explosion"
        and (event.weapons or (weapons and said.attackers))
        and not _were_mines(scene, event)
    ):
        return "attack"  # of unknown cause no longer
    return kind


def _was_stopped(scene: Scene, event: Event) -> bool:
    """Whether all that flew was shot down: some of it was, and nothing and nobody is said to have been hit."""
    told = [f for f in event.frames if f.triggers]
    stopping = [f for f in told if any(t.kind == "interception" for t in f.triggers)]
    if not stopping or any(c.best for f in told for c in f.casualties if not c.total):
        return False
    some = all(scene.language.some_stopped.search(scene.between(f.start, f.end)) for f in stopping)
    return not (some and any(_HITS & {t.kind for t in f.triggers} for f in told))


def _with_aircraft(scene: Scene, event: Event, weapons: list[str]) -> bool:
    """Whether aircraft with crews struck: nothing else is named, or they are named first: "jets and drones"."""
    if "airstrike" not in weapons:
        return False
    if weapons[0] == "airstrike":
        return True
    strikes = scene.language.trigger_words("airstrike", "nouns")
    named = (c for f in event.frames if f.triggers for c in scene.cues("weapons.", f.start, f.end))
    first = next((c for c in named if c.text not in strikes), None)
    return first is not None and first.tag == "weapons.airstrike"


def _killed_many(event: Event) -> bool:
    return any(c.what == "killed" and (c.best or 0) > 1 for f in event.frames for c in f.casualties)


def _is_a_states(scene: Scene, said: Said) -> bool:
    actors = scene.atlas.gazetteer.actors
    return bool(said.attackers) and actors[said.attackers[0].id].kind in _WITH_AIRCRAFT


def _may_fly(scene: Scene, said: Said) -> bool:
    """Whether who struck may have fired its missiles from the air: nobody is named, or no armed group is."""
    actors = scene.atlas.gazetteer.actors
    kinds = {actors[a.id].kind for a in said.attackers}
    return kinds.isdisjoint(ARMED_GROUPS)


def _is_a_groups(scene: Scene, said: Said) -> bool:
    actors = scene.atlas.gazetteer.actors
    return bool(said.attackers) and actors[said.attackers[0].id].kind == "armed group"


def _were_mines(scene: Scene, event: Event) -> bool:
    """Whether mines alone went off, which nobody may have aimed."""
    cues = [c.text for f in event.frames if f.triggers for c in scene.cues("weapons.ied", f.start, f.end)]
    return bool(cues) and scene.language.mines.issuperset(cues)
