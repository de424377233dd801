"""Attackers, targets and status of an event, out of what its frames say of parties and stances."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geomap.extract.clauses.denials import denies_a_hand
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import (
    BLAMED,
    STATED,
    SUSPECTED,
    TELLS_ITS_TARGET,
    TELLS_OF_A_STRIKE,
    Party,
)
from geomap.extract.clauses.stances import Stance
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.sides.camps import Camps
from geomap.extract.sides.forces import hits_forces, state_of
from geomap.extract.sides.leaders import leaders_hit
from geomap.extract.sides.suspects import Suspects
from geomap.extract.story.shares import shared
from geomap.model import ActorRole, Confidence, Status

_LIKELY_ATTACKER = 0.7
_LIKELY_TARGET = 0.5
UNMANNED = frozenset({"rocket", "missile", "drone"})
_ITS_ARMY = 24  # characters from "denied" to "the army", which denies it
_OPENS = 28  # characters at the head of a document in which it says what it is
_ISSUED_WITHIN = 4  # sentences in which a statement says whose it is
_SUFFERED = ("attack", "airstrike", "shelling", "received", "damage")
_CONFIDENCE: dict[str, Confidence] = {"claimed": "high", "attributed": "medium"}


class Said(NamedTuple):
    """Who did it, to whom, and how surely."""

    attackers: tuple[ActorRole, ...]
    targets: tuple[ActorRole, ...]
    status: Status
    status_by: str | None


def actor_confidence(attackers: tuple[ActorRole, ...]) -> Confidence:
    """How surely the first attacker did it: high where it says so itself, medium where others do."""
    return _CONFIDENCE.get(attackers[0].role or "", "low") if attackers else "low"


class Sides:
    """Gives each event of an article its sides; asked in the order of the text, it knows who struck before."""

    def __init__(self, scene: Scene, events: list[Event], frames: Sequence[Frame] = ()) -> None:
        self._scene = scene
        self._camps = Camps(scene)
        self._suspects = Suspects(scene, events, self._camps, frames)
        self.reach = self._suspects.reach
        self._issuer = self._find_issuer()
        self._last = self._issuer

    def of(self, event: Event) -> Said:
        """The sides and the status of the next event."""
        stances = [s for f in event.frames for s in f.stances]
        suspected = {s.of for s in stances if s.kind == "suspicion"}
        targets = [t for t in self._targets(event) if t.id not in suspected]
        attackers = self._attackers(event, stances, {t.id for t in targets})
        ids = {a.id for a in attackers}
        targets = [t for t in targets if t.id not in ids] or self._inferred_targets(event, attackers)
        if attackers and not event.background:
            self._last = attackers[0]
        status, by = self._status(event, stances, attackers)
        return Said(tuple(attackers), tuple(targets), status, by)

    def done_by(self, event: Event, said: Said, attackers: tuple[ActorRole, ...]) -> Said:
        """What is said of an event with other attackers, whom it does not state: targets are inferred anew."""
        ids = {a.id for a in attackers}
        stated = tuple(t for t in said.targets if t.role != "inferred" and t.id not in ids)
        targets = stated or tuple(self._inferred_targets(event, list(attackers)))
        return said._replace(attackers=attackers, targets=targets)

    def _inferred_targets(self, event: Event, attackers: list[ActorRole]) -> list[ActorRole]:
        """Whom an event that states no target hit: whose leader, who held the site, the state or its forces."""
        ids = {a.id for a in attackers}
        holder = self._led(event, ids) or self._camps.garrison(event)
        holder = holder or self._state_hit(event, attackers) or self._forces(event, ids)
        return [holder] if holder is not None and holder.id not in ids else []

    def _find_issuer(self) -> ActorRole | None:
        """Whose statement the article is: "Statement of the Yemeni Armed Forces", "بيان صادر عن …"."""
        scene = self._scene
        for sentence in scene.sentences[:_ISSUED_WITHIN]:
            # A headline, or the line that opens a document: "Statement of the Yemeni Armed Forces, read on Sunday."
            end = sentence.end if sentence.role == "headline" else min(sentence.end, sentence.start + _OPENS)
            for cue in scene.cues("cues.issued", sentence.start, end):
                for mention in scene.mentions(cue.end, sentence.end):
                    if mention.actors and len(scene.between(cue.end, mention.start).split()) <= 3:
                        return self._camps.role(mention.actors[0], "claimed")
        return None

    def _attackers(self, event: Event, stances: list[Stance], targets: set[str]) -> list[ActorRole]:
        claimed = [
            s.by
            for s in stances
            if s.kind == "claim"
            and s.by
            and self._camps.may_claim(s.by, targets)
            and not self._camps.tells_of_its_own_loss(s, event, targets)
            and not _wards_it_off(event, s)
        ]
        blamed = {s.of: s.by for s in stances if s.kind == "attribution" and s.of}
        suspected = any(s.kind == "suspicion" for s in stances)
        flown = self._camps.was_flown(event)
        claimed = [a for a in claimed if not flown or self._camps.has_aircraft(a)]
        found, attacking = [], self._attacking(event)
        for actor, (weight, why) in attacking.items():
            if (
                weight < _LIKELY_ATTACKER
                or (actor in targets and weight < 2.0)
                or self._camps.is_nobody(actor)
                or (flown and not self._camps.has_aircraft(actor))
            ):
                continue
            if why in (TELLS_OF_A_STRIKE, TELLS_ITS_TARGET) and not self._strikes_abroad(
                actor, event, targets
            ):
                continue
            role = "claimed" if actor in claimed else "suspected" if suspected else "attributed"
            found.append(
                self._camps.role(actor, role, actor if role == "claimed" else blamed.get(actor), why)
            )
        surely = any(weight >= STATED for weight, _ in attacking.values())
        for actor in dict.fromkeys(claimed):
            # "Pakistani jets struck Khost, the Taliban said": who says so need not have done it.
            ids = {f.id for f in found}
            if actor not in ids and (not (found and surely) or self._camps.serves(actor, ids)):
                found.append(self._camps.role(actor, "claimed", actor, "claims it"))
        for actor, teller in blamed.items():
            if flown and not self._camps.has_aircraft(actor):
                continue
            if actor not in targets and actor not in {f.id for f in found}:
                found.append(self._camps.role(actor, "attributed", teller, BLAMED))
        for actor in dict.fromkeys(s.of for s in stances if s.kind == "suspicion" and s.of):
            if actor not in targets and actor not in {f.id for f in found}:
                found.append(self._camps.role(actor, "suspected", why=SUSPECTED))
        if not found:
            before = self._same_hand(event, targets) or self._suspects.of(event, targets)
            return [before] if before and not self.mourned_by(before.id, event) else []
        return sorted(found, key=lambda a: (a.role != "claimed", self._is_whole(a.id, {f.id for f in found})))

    def _strikes_abroad(self, actor: str, event: Event, targets: set[str]) -> bool:
        """Whether a state that tells of an air strike told of it as its own: abroad, not on itself or its friends."""
        known = self._scene.atlas.gazetteer.actors[actor]
        armed = [t for t in targets if self._camps.is_armed_group(t)]
        return known.country != event.where.place.country and not any(
            self._camps.one_camp(actor, t) for t in armed
        )

    def _is_whole(self, actor: str, others: set[str]) -> bool:
        """Whether it is the state of a force that is named too, which says more."""
        return any(self._camps.serves(other, {actor}) for other in others)

    def _parties(self, event: Event) -> list[Party]:
        """The parties of an event's frames, without those of other deeds in the same clause, strongest first."""
        found = (p for f in event.frames for p in shared(event, f))
        return sorted(found, key=lambda p: (-p.weight, p.start))

    def _attacking(self, event: Event) -> dict[str, tuple[float, str]]:
        """The attackers that grammar gives, strongest first: weight and reason."""
        found: dict[str, tuple[float, str]] = {}
        for party in self._parties(event):
            if party.side == "attacker":
                found.setdefault(party.actor, (party.weight, party.why))
        return found

    def _same_hand(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The attacker of an event that names none: "the same fighters", or whose statement it is."""
        last, issuer = self._last, self._issuer
        if last is not None and last.id not in targets:
            stated = issuer is not None and (last.id, last.role) == (issuer.id, issuer.role)
            if stated or self._is_same_hand(event):
                return last
        return None

    def mourned_by(self, actor: str | None, event: Event) -> bool:
        """Whether whose statement the article is calls the dead of a deed martyrs: it struck others, not them."""
        if self._issuer is None or actor != self._issuer.id:
            return False
        return any(self._scene.has("cues.martyrs", f.sentence.start, f.sentence.end) for f in event.frames)

    def _is_same_hand(self, event: Event) -> bool:
        """Whether the deed is told of "them", "the group", "the same fighters": the attacker told before."""
        scene = self._scene
        if not scene.language.pronouns:
            return any(s.kind == "claim" for f in event.frames for s in f.stances)
        for frame in event.frames:
            if self._goes_on(frame):
                return True
            for trigger in (t for t in frame.triggers if t.voice != "noun"):
                before = scene.between(max(frame.start, trigger.start - 40), trigger.start).split()
                meant = scene.language.pronouns
                if trigger.voice == "passive":
                    meant = meant - scene.language.possessives  # "nine of its nurses were killed"
                if trigger.kind != "explosion" and not meant.isdisjoint(before[-5:]):
                    return True  # but "the rockets that were left on it blew up"
                if scene.language.by_the_same.match(scene.between(trigger.end, trigger.end + 14)):
                    return True
        return False

    def _goes_on(self, frame: Frame) -> bool:
        """Whether a deed only goes on a list of one side's: "The terminal has been hit as well", "In addition, …"."""
        if (
            not frame.is_body
            or frame.background
            or any(m.actors for m in self._scene.mentions(frame.start, frame.end))
        ):
            return False
        suffered = any(t.voice in ("passive", "received") and t.kind in _SUFFERED for t in frame.triggers)
        said = self._scene.between(frame.sentence.start, frame.sentence.end)
        return (suffered or bool(frame.weapons)) and self._scene.language.adds_to_it.search(said) is not None

    def _targets(self, event: Event) -> list[ActorRole]:
        best: dict[str, Party] = {}
        attacking = self._attacking(event)
        beside = {p.start for f in event.frames if not _tells_of_a_deed(f) for p in f.parties}
        for party in self._parties(event):
            if party.side == "target" and (party.start not in beside or party.weight > _LIKELY_TARGET):
                best.setdefault(party.actor, party)
        return [
            self._camps.role(p.actor, "stated", why=p.why)
            for p in best.values()
            if p.weight >= _LIKELY_TARGET
            and not self._is_only_at_home(p, event)
            and p.weight > attacking.get(p.actor, (0.0, ""))[0]
        ]

    def _is_only_at_home(self, party: Party, event: Event) -> bool:
        """Whether a clause without a deed names what a state has in its own country, which need not have been hit."""
        known = self._scene.atlas.gazetteer.actors[party.actor]
        return party.weight <= _LIKELY_TARGET and known.country == event.where.place.country

    def _state_hit(self, event: Event, attackers: list[ActorRole]) -> ActorRole | None:
        """The state at which what strikes its land from afar is aimed, if the gazetteer names it."""
        gazetteer = self._scene.atlas.gazetteer
        country = gazetteer.countries.get(event.where.place.country or "")
        if country is None or country.hit_as is None:
            return None
        hostile = attackers and not any(self._camps.one_camp(a.id, country.hit_as) for a in attackers)
        from_afar = not event.weapons.isdisjoint(UNMANNED) and not attackers
        if not (hostile or from_afar):
            return None
        return self._camps.role(country.hit_as, "inferred", why=f"struck in {country.name}")

    def _led(self, event: Event, attackers: set[str]) -> ActorRole | None:
        """Whose leader was struck, where it is the leader of one side alone, and not of the attacker's."""
        led = leaders_hit(self._scene, event)
        if len(led) != 1 or any(self._camps.one_camp(led[0][0], a) for a in attackers):
            return None
        actor, name = led[0]
        return self._camps.role(actor, "inferred", why=f"led by {name}, who was struck")

    def _forces(self, event: Event, attackers: set[str]) -> ActorRole | None:
        """The state whose soldiers or police were hit, where the text does not say whose they are."""
        code = event.where.place.country
        state, country = state_of(self._scene, code), self._scene.atlas.gazetteer.countries.get(code or "")
        if state is None or (country is not None and not country.own_forces):
            return None
        if any(self._camps.one_camp(state, a) for a in attackers) or not hits_forces(self._scene, event):
            return None
        return self._camps.role(state, "inferred", why="soldiers or police of the country where it was")

    def _status(
        self, event: Event, stances: list[Stance], attackers: list[ActorRole]
    ) -> tuple[Status, str | None]:
        claimant = next((a.name for a in attackers if a.role == "claimed"), None)
        confirmed = any(s.kind == "confirmation" for s in stances)
        denials = [s for s in stances if s.kind == "denial" and self._disputes(event, s, attackers)]
        known = claimant or confirmed or len(event.frames) > 1
        if denials and (known or self._is_told_first(event, denials[0])):
            return "disputed", self._who(denials, "denial")
        if confirmed:
            return "confirmed", self._who(stances, "confirmation")
        return ("claimed", claimant) if claimant else ("reported", None)

    def _disputes(self, event: Event, denial: Stance, attackers: list[ActorRole]) -> bool:
        """Whether a denial is of this deed: a charge is denied by whom it is laid on, a claimed one by who was hit."""
        frame = next(f for f in event.frames if denial in f.stances)
        charged = [s.of for s in frame.stances if s.kind == "attribution" and s.start < denial.start]
        by = denial.by or next(iter(charged), None)
        claimed = {a.id for a in attackers if a.role == "claimed"}
        accused = any(self._is_or_serves(by, a.id) for a in attackers if a.id not in claimed)
        if denial.answers:
            return accused or (by is None and self._is_its_army(frame, denial, attackers))
        # "Claimed by the group; its backers denied a hand in it": that it was theirs, nobody had said.
        elsewhere = bool(claimed) and by is not None and not accused and by not in claimed
        return not (elsewhere and denies_a_hand(self._scene, denial.start, frame.sentence.end))

    def _is_told_first(self, event: Event, denial: Stance) -> bool:
        """Whether its sentence tells the deed before who denies it: "20 died in shelling; the army denied it"."""
        frame = next(f for f in event.frames if denial in f.stances)
        last = max((t.end for t in frame.triggers if t.end <= denial.start), default=None)
        return last is not None and ";" in self._scene.text[last : denial.start]

    def _is_or_serves(self, actor: str | None, other: str) -> bool:
        """Whether two actors are one, or one is a part of the other."""
        known = self._scene.atlas.gazetteer.actors
        return actor is not None and (
            actor == other
            or other in {link.id for link in known[actor].part_of}
            or actor in {link.id for link in known[other].part_of}
        )

    def _is_its_army(self, frame: Frame, denial: Stance, attackers: list[ActorRole]) -> bool:
        """Whether "the army" denies it, where whoever is said to have done it is no armed group."""
        said = self._scene.has(
            "actors.acting", max(frame.start, denial.start - _ITS_ARMY), denial.start + _ITS_ARMY
        )
        return said and any(not self._camps.is_armed_group(a.id) for a in attackers)

    def _who(self, stances: list[Stance], kind: str) -> str | None:
        actors = self._scene.atlas.gazetteer.actors
        return next((actors[s.by].name for s in stances if s.kind == kind and s.by in actors), None)


def _wards_it_off(event: Event, stance: Stance) -> bool:
    """Whether who announces a deed tells that it stopped what others sent: "announced the interception"."""
    triggers = next((f.triggers for f in event.frames if stance in f.stances), [])
    first = next((t for t in triggers if t.start >= stance.start), None)
    return first is not None and first.kind == "interception"


def _tells_of_a_deed(frame: Frame) -> bool:
    """Whether a clause tells what was done, or claims it; elsewhere property that is named need not have been hit."""
    return bool(frame.triggers) or any(s.kind == "claim" for s in frame.stances)
