"""Attackers, targets and status of an event, out of what its frames say of parties and stances."""

from __future__ import annotations

from typing import NamedTuple

from geomap.extract.belonging import CLAIMANTS
from geomap.extract.event import Event
from geomap.extract.forces import forces_accused, forces_strike, hits_forces, state_of
from geomap.extract.parties import TELLS_OF_A_STRIKE, Party
from geomap.extract.scene import Scene
from geomap.extract.stances import Stance
from geomap.gazetteer.gazetteer import holds
from geomap.model import ActorRole, Confidence, Status

_STATED = 1.5  # the weight from which on the grammar says who did it
_LIKELY_ATTACKER = 0.7
_LIKELY_TARGET = 0.5
_FROM_AFAR = frozenset({"rocket", "missile", "drone"})
_LONG_AGO = 60  # days
_ISSUED_WITHIN = 4  # sentences in which a statement says whose it is
_NOT_ITS_OWN = ("denial", "attribution")  # who denies a deed or blames others for it
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

    def __init__(self, scene: Scene, events: list[Event]) -> None:
        self._scene = scene
        self._everyone: set[str] = set()  # who is said to have struck, anywhere in the article
        self._issuer = self._find_issuer()
        self._only, self._only_in = self._find_only_attackers(events)
        self._named_group = self._find_named_group()
        self._last = self._issuer

    def of(self, event: Event) -> Said:
        """The sides and the status of the next event."""
        stances = [s for f in event.frames for s in f.stances]
        targets = self._targets(event)
        attackers = self._attackers(event, stances, {t.id for t in targets})
        ids = {a.id for a in attackers}
        targets = [t for t in targets if t.id not in ids]
        holder = self._holder(event) if not targets else None
        if not targets and holder is None:
            holder = self._state_hit(event, attackers) or self._forces(event, ids)
        if holder is not None and holder.id not in ids:
            targets = [holder]
        if attackers and not event.background:
            self._last = attackers[0]
        status, by = self._status(event, stances, attackers)
        return Said(tuple(attackers), tuple(targets), status, by)

    def _find_issuer(self) -> ActorRole | None:
        """Whose statement the article is: "Statement of the Yemeni Armed Forces", "بيان صادر عن …"."""
        scene = self._scene
        for sentence in (s for s in scene.sentences[:_ISSUED_WITHIN] if s.role == "headline"):
            for cue in scene.cues("cues.issued", sentence.start, sentence.end):
                for mention in scene.mentions(cue.end, sentence.end):
                    if mention.actors and len(scene.between(cue.end, mention.start).split()) <= 3:
                        return self._role(mention.actors[0], "claimed")
        return None

    def _find_only_attackers(
        self, events: list[Event]
    ) -> tuple[ActorRole | None, dict[str, ActorRole | None]]:
        """The one side that strikes in all of the article, and in each country; None where there are several."""
        named: dict[str, set[str]] = {}
        for event in (e for e in events if not e.background and not self._is_old(e)):
            here = named.setdefault(event.where.place.country or "", set())
            here |= event.side("attacker", _STATED)
            suffers = set(event.side("target", _LIKELY_TARGET))
            claims = [s.by for f in event.frames for s in f.stances if s.kind == "claim" and s.by]
            here |= {a for a in claims if self._is_armed_group(a) and self._may_claim(a, suffers)}
            here |= {s.of for f in event.frames for s in f.stances if s.kind == "attribution" and s.of}
            here -= {a for a in here if self._is_nobody(a)}
        everyone = {actor for some in named.values() for actor in some}
        self._everyone = everyone
        # One group of a camp whose other groups strike elsewhere is not the one suspect.
        return self._one_of(everyone), {
            country: None if self._has_kin(one, everyone) else one
            for country, one in ((country, self._one_of(some)) for country, some in named.items() if some)
        }

    def _has_kin(self, one: ActorRole | None, others: set[str]) -> bool:
        """Whether others name an armed group, besides this one, of the same camp."""
        if one is None or not self._is_armed_group(one.id):
            return False
        return any(a != one.id and self._is_armed_group(a) and self._one_camp(one.id, a) for a in others)

    def _one_of(self, actors: set[str]) -> ActorRole | None:
        """The only one of some actors, or the force whose state is all the others."""
        known = self._scene.atlas.gazetteer.actors
        states = {a for a in actors if known[a].kind == "state"}
        finest = [a for a in actors if actors - {a} <= states & {link.id for link in known[a].part_of}]
        return self._role(finest[0], "suspected") if len(finest) == 1 else None

    def _is_old(self, event: Event) -> bool:
        """Whether it happened long before the article: what struck then is no hint of who strikes now."""
        day = self._scene.anchor.day
        return day is not None and event.date is not None and (day - event.date.end).days > _LONG_AGO

    def _role(self, actor: str, role: str, by: str | None = None, why: str | None = None) -> ActorRole:
        actors = self._scene.atlas.gazetteer.actors
        teller = actors[by].name if by in actors else None
        return ActorRole(id=actor, name=actors[actor].name, role=role, by=teller, why=why)

    def _attackers(self, event: Event, stances: list[Stance], targets: set[str]) -> list[ActorRole]:
        claimed = [s.by for s in stances if s.kind == "claim" and s.by and self._may_claim(s.by, targets)]
        blamed = {s.of: s.by for s in stances if s.kind == "attribution" and s.of}
        suspected = any(s.kind == "suspicion" for s in stances)
        found = []
        for actor, (weight, why) in self._attacking(event).items():
            if weight < _LIKELY_ATTACKER or (actor in targets and weight < 2.0) or self._is_nobody(actor):
                continue
            if why == TELLS_OF_A_STRIKE and not self._strikes_abroad(actor, event, targets):
                continue
            role = "claimed" if actor in claimed else "suspected" if suspected else "attributed"
            found.append(self._role(actor, role, actor if role == "claimed" else blamed.get(actor), why))
        surely = any(weight >= _STATED for weight, _ in self._attacking(event).values())
        for actor in dict.fromkeys(claimed):
            # "Pakistani jets struck Khost, the Taliban said": who says so need not have done it.
            ids = {f.id for f in found}
            if actor not in ids and (not (found and surely) or self._serves(actor, ids)):
                found.append(self._role(actor, "claimed", actor, "claims it"))
        for actor, teller in blamed.items():
            if actor not in targets and actor not in {f.id for f in found}:
                found.append(self._role(actor, "attributed", teller, "is blamed for it"))
        if not found:
            before = (
                self._as_before(event, targets)
                or self._forces_struck(event, targets)
                or self._from_its_land(event, targets)
                or self._group_here(event, targets)
            )
            return [before] if before else []
        return sorted(found, key=lambda a: (a.role != "claimed", self._is_whole(a.id, {f.id for f in found})))

    def _strikes_abroad(self, actor: str, event: Event, targets: set[str]) -> bool:
        """Whether a state that tells of an air strike told of it as its own: abroad, not on itself or its friends."""
        known = self._scene.atlas.gazetteer.actors[actor]
        armed = [t for t in targets if self._is_armed_group(t)]
        return known.country != event.where.place.country and not any(self._one_camp(actor, t) for t in armed)

    def _is_whole(self, actor: str, others: set[str]) -> bool:
        """Whether it is the state of a force that is named too, which says more."""
        return any(self._serves(other, {actor}) for other in others)

    def _serves(self, actor: str, others: set[str]) -> bool:
        """Whether it is a force of one of some states."""
        known = self._scene.atlas.gazetteer.actors
        return any(known[link.id].kind == "state" for link in known[actor].part_of if link.id in others)

    def _attacking(self, event: Event) -> dict[str, tuple[float, str]]:
        """The attackers that grammar gives, strongest first: weight and reason."""
        found: dict[str, tuple[float, str]] = {}
        for party in event.parties():
            if party.side == "attacker":
                found.setdefault(party.actor, (party.weight, party.why))
        return found

    def _as_before(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The attacker of an event that names none: "the same fighters", else the only one of the article."""
        last, issuer = self._last, self._issuer
        if last is not None and last.id not in targets:
            stated = issuer is not None and (last.id, last.role) == (issuer.id, issuer.role)
            if stated or self._is_same_hand(event):
                return last
        if event.background or self._is_old(event):
            return None
        only, holder = self._suspect(event), self._holder(event)
        hit = targets | ({holder.id} if holder else set())
        if only is None or any(self._one_camp(only.id, t) for t in hit):
            return None
        return self._role(only.id, "suspected", why=only.why)

    def _suspect(self, event: Event) -> ActorRole | None:
        """The only one who strikes in the event's country; else in the article, unless the land is its own."""
        country = event.where.place.country or ""
        if country in self._only_in:
            return self._only_in[country]
        if self._only is None or self._scene.atlas.gazetteer.actors[self._only.id].country == country:
            return None
        return self._only

    def _group_here(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The only armed group that an article names, where it fights in that country and nobody else is said to."""
        group = self._named_group
        flown = "airstrike" in event.weapons or any(f.kind == "airstrike" for f in event.frames)
        if group is None or flown or event.background or self._is_old(event) or self._everyone - {group}:
            return None
        holder = self._holder(event)
        hit = targets | ({holder.id} if holder else set())
        if self._holds_land(group) or any(self._one_camp(group, t) for t in hit):
            return None  # who holds land there is struck there too
        if any(s.by == group and s.kind in _NOT_ITS_OWN for f in event.frames for s in f.stances):
            return None
        country = self._scene.atlas.gazetteer.actors[group].country
        here = country is not None and country == event.where.place.country
        return self._role(group, "suspected", why="the only armed group of the article") if here else None

    def _holds_land(self, actor: str) -> bool:
        places = self._scene.atlas.gazetteer.places.values()
        return any(held.actor == actor for place in places for held in place.held_by)

    def _find_named_group(self) -> str | None:
        """The one armed group that the sentences of the text name, or the part of the others' camp that says most."""
        scene, known = self._scene, self._scene.atlas.gazetteer.actors
        named = {m.actors[0] for m in scene.reading.mentions if m.actors and self._is_in_the_text(m.start)}
        groups = {a for a in named if self._is_armed_group(a) and not self._is_nobody(a)}
        wholes = {link.id for a in groups for link in (*known[a].part_of, *known[a].backed_by)}
        finest = groups - wholes
        return next(iter(finest)) if len(finest) == 1 else None

    def _is_in_the_text(self, at: int) -> bool:
        sentence = self._scene.sentence_at(at)
        return sentence is not None and sentence.role in ("body", "headline")

    def _one_camp(self, actor: str, other: str) -> bool:
        """Whether two actors are one, part of one or backed by one: they are not suspected of striking each other."""
        return not self._camp(actor).isdisjoint(self._camp(other))

    def _camp(self, actor: str) -> set[str]:
        known = self._scene.atlas.gazetteer.actors[actor]
        return {actor, *(link.id for link in (*known.part_of, *known.backed_by))}

    def _is_nobody(self, actor: str) -> bool:
        """Whether it is only a word for unknown people: "gunmen", an umbrella of no country that nobody backs."""
        known = self._scene.atlas.gazetteer.actors[actor]
        return known.kind == "umbrella" and not (known.country or known.part_of or known.backed_by)

    def _is_armed_group(self, actor: str) -> bool:
        return self._scene.atlas.gazetteer.actors[actor].kind in CLAIMANTS

    def _may_claim(self, actor: str, targets: set[str]) -> bool:
        named = self._scene.atlas.gazetteer.actors.get(actor)
        return actor not in targets and getattr(named, "kind", "") not in ("organisation", "company")

    def _is_same_hand(self, event: Event) -> bool:
        """Whether the deed is told of "them", "the group", "the same fighters": the attacker told before."""
        scene = self._scene
        if not scene.language.pronouns:
            return any(s.kind == "claim" for f in event.frames for s in f.stances)
        for frame in event.frames:
            for trigger in (t for t in frame.triggers if t.voice != "noun"):
                before = scene.between(max(frame.start, trigger.start - 40), trigger.start).split()
                if not scene.language.pronouns.isdisjoint(before[-5:]):
                    return True
                if scene.language.by_the_same.match(scene.between(trigger.end, trigger.end + 14)):
                    return True
        return False

    def _targets(self, event: Event) -> list[ActorRole]:
        best: dict[str, Party] = {}
        attacking = self._attacking(event)
        for party in event.parties():
            if party.side == "target":
                best.setdefault(party.actor, party)
        return [
            self._role(p.actor, "stated", why=p.why)
            for p in best.values()
            if p.weight >= _LIKELY_TARGET
            and not self._is_only_at_home(p, event)
            and p.weight > attacking.get(p.actor, (0.0, ""))[0]
        ]

    def _is_only_at_home(self, party: Party, event: Event) -> bool:
        """Whether a clause without a deed names what a state has in its own country, which need not have been hit."""
        known = self._scene.atlas.gazetteer.actors[party.actor]
        return party.weight <= _LIKELY_TARGET and known.country == event.where.place.country

    def _holder(self, event: Event) -> ActorRole | None:
        day = event.date.start if event.date else None
        for held in event.where.place.held_by:
            if holds(held.start, held.end, day) and held.actor in self._scene.atlas.gazetteer.actors:
                return self._role(held.actor, "inferred", why="held the place at that time")
        return None

    def _state_hit(self, event: Event, attackers: list[ActorRole]) -> ActorRole | None:
        """The state at which what strikes its land from afar is aimed, if the gazetteer names it."""
        gazetteer = self._scene.atlas.gazetteer
        country = gazetteer.countries.get(event.where.place.country or "")
        if country is None or country.hit_as is None:
            return None
        hostile = attackers and not any(self._one_camp(a.id, country.hit_as) for a in attackers)
        from_afar = not event.weapons.isdisjoint(_FROM_AFAR) and not attackers
        if not (hostile or from_afar):
            return None
        return self._role(country.hit_as, "inferred", why=f"struck in {country.name}")

    def _forces(self, event: Event, attackers: set[str]) -> ActorRole | None:
        """The state whose soldiers or police were hit, where the text does not say whose they are."""
        state = state_of(self._scene, event.where.place.country)
        if state is None or any(self._one_camp(state, a) for a in attackers):
            return None
        if not hits_forces(self._scene, event):
            return None
        return self._role(state, "inferred", why="soldiers or police of the country where it was")

    def _forces_struck(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The state whose soldiers or police struck on its own land, where the text does not say whose they are."""
        state = state_of(self._scene, event.where.place.country)
        if state is None or self._only_in.get(event.where.place.country or "") is not None:
            return None
        if any(self._one_camp(state, t) for t in targets):
            return None
        if not (forces_strike(self._scene, event) or forces_accused(self._scene, event)):
            return None
        return self._role(state, "suspected", why="soldiers or police of the country where it was")

    def _from_its_land(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The one who fires from the country whence it came, if the gazetteer names it."""
        gazetteer = self._scene.atlas.gazetteer
        origin = gazetteer.countries.get((event.launch.where.place.country if event.launch else None) or "")
        if origin is None or origin.fires_as is None or event.background:
            return None
        if any(self._one_camp(origin.fires_as, t) for t in targets):
            return None
        return self._role(origin.fires_as, "suspected", why=f"sent from {origin.name}")

    def _status(
        self, event: Event, stances: list[Stance], attackers: list[ActorRole]
    ) -> tuple[Status, str | None]:
        claimant = next((a.name for a in attackers if a.role == "claimed"), None)
        confirmed = any(s.kind == "confirmation" for s in stances)
        if any(s.kind == "denial" for s in stances) and (claimant or confirmed or len(event.frames) > 1):
            return "disputed", self._who(stances, "denial")
        if confirmed:
            return "confirmed", self._who(stances, "confirmation")
        return ("claimed", claimant) if claimant else ("reported", None)

    def _who(self, stances: list[Stance], kind: str) -> str | None:
        actors = self._scene.atlas.gazetteer.actors
        return next((actors[s.by].name for s in stances if s.kind == kind and s.by in actors), None)
