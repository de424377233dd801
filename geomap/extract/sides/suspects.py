"""Whom an article as a whole lets suspect of a deed that names nobody: inferred, with a reason, never stated."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.sides.camps import Camps
from geomap.extract.sides.forces import forces_accused, forces_strike, state_of
from geomap.extract.sides.lead import IN_THE_LEAD, strikes_in_the_lead
from geomap.extract.sides.reach import Reach
from geomap.model import STATES, ActorRole

_THROUGH_THE_AIR = frozenset({"rocket", "missile", "drone", "airstrike"})
_BY_PLANE = {"airstrike", "bomb"}
ITS_FORCES = "soldiers or police of the country where it was"
OTHERS_ARMY = "an army, where the land has none of its own"
SENT_FROM = "sent from"
THEIR_FORCES = "the forces of the state that tells of it"
_LIKELY_TARGET = 0.5
_ARMS_OF_MEN_ON_FOOT = {"ied", "gunfire", "other", "mortar"}
ON_FOOT = ("raid", "clash", "seizure")
_LONG_AGO = 60  # days
_NEXT_SENTENCE = 8  # characters behind a sentence in which the next begins
_NOT_ITS_OWN = ("denial", "attribution")  # who denies a deed or blames others for it


class Suspects:
    """Gives the suspect of an event that names none, if the article has one."""

    def __init__(self, scene: Scene, events: list[Event], camps: Camps, frames: Sequence[Frame] = ()) -> None:
        self._scene = scene
        self._camps = camps
        self._frames = frames
        self._everyone: set[str] = set()  # who is said to have struck, anywhere in the article
        self.reach = Reach(scene, events, frames, camps)
        self._leading = strikes_in_the_lead(scene, frames)
        self._only, self._only_in = self._find_only_attackers(events)
        self._named_group = self._find_named_group()

    def of(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The one who is suspected of an event; None where nobody is, or several are."""
        if self._everyone and self._is_said_to_be_nobodys(event):
            # Whoever did the other deeds: it is not said of this one.
            return self._forces_struck(event, targets)
        return (
            self._forces_struck(event, targets)
            or self._from_its_land(event, targets)
            or self._not_itself(event, self._only_one(event, targets))
            or self._not_itself(event, self._only_flier(event, targets))
            or self._group_here(event, targets)
        )

    def _is_said_to_be_nobodys(self, event: Event) -> bool:
        """Whether the sentences that tell of a deed, or the one behind, say that nobody knows whose it was."""
        scene = self._scene
        if any(scene.has("cues.unclaimed", f.sentence.start, f.sentence.end) for f in event.frames):
            return True
        first = event.first.sentence
        near = scene.sentences_of(first.paragraph, first.end + _NEXT_SENTENCE)
        behind = next((s for s in near if s.start > first.start), None)
        return behind is not None and scene.has("cues.unclaimed", behind.start, behind.end)

    def _only_one(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The only one who strikes in the article, unless it would have struck its own camp."""
        if event.background or self._is_old(event):
            return None
        only, holder = self._suspect(event), self._camps.holder(event)
        if only is not None and (
            self._is_no_states_way(only.id, event) or self._has_no_planes(only.id, event)
        ):
            return None
        hit = targets | ({holder.id} if holder else set())
        if only is None or any(self._camps.one_camp(only.id, t) for t in hit):
            return None
        if self.reach.rules_out(only.id, event, targets):
            return None
        return self._camps.role(only.id, "suspected", why=only.why)

    def _not_itself(self, event: Event, suspect: ActorRole | None) -> ActorRole | None:
        """A suspect, unless it is the state at which what comes from afar is aimed there: it did not hit itself."""
        land = self._scene.atlas.gazetteer.countries.get(event.where.place.country or "")
        from_afar = not event.weapons.isdisjoint(_THROUGH_THE_AIR)
        aimed_at = land.hit_as if land is not None and from_afar else None
        return None if suspect is not None and suspect.id == aimed_at else suspect

    def _is_no_states_way(self, actor: str, event: Event) -> bool:
        """Whether a state is no suspect of a deed: bombs that are laid, knives, one man's gun, a village raided."""
        if self._scene.atlas.gazetteer.actors[actor].kind not in STATES:
            return False
        if not event.weapons:
            return any(t.kind in ON_FOOT and t.voice != "noun" for t in event.first.triggers)
        return event.weapons <= _ARMS_OF_MEN_ON_FOOT

    def _has_no_planes(self, actor: str, event: Event) -> bool:
        """Whether an armed group is no suspect of a deed: bombs from a plane, where its drones are not named."""
        return (
            self._camps.is_armed_group(actor)
            and event.weapons >= {"airstrike"}
            and "drone" not in event.weapons
        )

    def _find_only_attackers(
        self, events: list[Event]
    ) -> tuple[ActorRole | None, dict[str, ActorRole | None]]:
        """The one side that strikes in all of the article, and in each country; None where there are several."""
        named: dict[str, set[str]] = {}
        for event in (e for e in events if not e.background and not self._is_old(e)):
            here = named.setdefault(event.where.place.country or "", set())
            here |= event.side("attacker", STATED)
            suffers = set(event.side("target", _LIKELY_TARGET))
            told = [s for f in event.frames for s in f.stances if s.kind == "claim" and s.by]
            claims = [s.by for s in told if s.by and not self._camps.tells_of_its_own_loss(s, event, suffers)]
            here |= {a for a in claims if self._camps.is_armed_group(a) and self._camps.may_claim(a, suffers)}
            here |= {s.of for f in event.frames for s in f.stances if s.kind == "attribution" and s.of}
            here -= {a for a in here if self._camps.is_nobody(a)}
        everyone = {actor for some in named.values() for actor in some}
        self._everyone = everyone
        # One group of a camp whose other groups strike elsewhere is not the one suspect.
        only = self._one_of(everyone)
        besides = self._strike_besides(events)
        if only is not None and not all(self._camps.one_camp(only.id, a) for a in besides):
            only = None  # others strike too
        return only, {
            country: None
            if self._has_kin(one, everyone) or self._is_one_of_many(one, country, besides)
            else one
            for country, one in ((country, self._one_of(some)) for country, some in named.items() if some)
        }

    def _is_one_of_many(self, one: ActorRole | None, country: str, besides: set[str]) -> bool:
        """Whether an armed group at home in a country strikes too, where nothing says, besides the one named there."""
        known = self._scene.atlas.gazetteer.actors
        others = (a for a in besides if known[a].country == country)
        if one is None or not self._camps.is_armed_group(one.id):
            return False
        return any(not self._camps.one_camp(one.id, a) for a in others)

    def _strike_besides(self, events: list[Event]) -> set[str]:
        """Which armed groups are said to strike in what is no event: "the group has attacked ships since November"."""
        owned = {id(f) for event in events for f in event.frames}
        others = (f for f in self._frames if id(f) not in owned and f.triggers and not f.unreal)
        found = {a for f in others for a in f.side("attacker", STATED)}
        return {a for a in found if self._camps.is_armed_group(a) and not self._camps.is_nobody(a)}

    def _has_kin(self, one: ActorRole | None, others: set[str]) -> bool:
        """Whether others name an armed group, besides this one, of the same camp."""
        if one is None or not self._camps.is_armed_group(one.id):
            return False
        return any(
            a != one.id and self._camps.is_armed_group(a) and self._camps.one_camp(one.id, a) for a in others
        )

    def _one_of(self, actors: set[str]) -> ActorRole | None:
        """The only one of some actors, or the force whose state is all the others."""
        known = self._scene.atlas.gazetteer.actors
        states = {a for a in actors if known[a].kind == "state"}
        finest = [a for a in actors if actors - {a} <= states & {link.id for link in known[a].part_of}]
        return self._camps.role(finest[0], "suspected") if len(finest) == 1 else None

    def _is_old(self, event: Event) -> bool:
        """Whether it happened long before the article: what struck then is no hint of who strikes now."""
        day = self._scene.anchor.day
        return day is not None and event.date is not None and (day - event.date.end).days > _LONG_AGO

    def _suspect(self, event: Event) -> ActorRole | None:
        """The only one who strikes in the event's country; else in the article, unless the land is its own."""
        country = event.where.place.country or ""
        if country in self._only_in:
            return self._only_in[country]
        if not self._everyone and self._leading.actor is not None and self._leading.strikes(event):
            return self._camps.role(self._leading.actor, "suspected", why=IN_THE_LEAD)
        if self._only is None or self._scene.atlas.gazetteer.actors[self._only.id].country == country:
            return None
        return self._only

    def _only_flier(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The only state that strikes in the article, of an air strike: armed groups have no jets."""
        flown = "airstrike" in event.weapons or any(f.kind == "airstrike" for f in event.frames)
        if not flown or event.background or self._is_old(event):
            return None
        actors = self._scene.atlas.gazetteer.actors
        states = {a for a in self._everyone | self._in_headlines() if actors[a].kind == "state"}
        if len(states) != 1 or any(self._camps.one_camp(next(iter(states)), t) for t in targets):
            return None
        if self.reach.rules_out(next(iter(states)), event, targets):
            return None
        return self._camps.role(
            next(iter(states)), "suspected", why="the only state that strikes in the article"
        )

    def _in_headlines(self) -> set[str]:
        """Who strikes by the headlines, right before a word for a deed: "Israel strikes Houthi ports"."""
        scene = self._scene
        return {
            m.actors[0]
            for sentence in scene.sentences
            if sentence.role == "headline"
            for m in scene.mentions(sentence.start, sentence.end)
            if m.actors
            and any(
                not scene.text[m.end : c.start].strip() for c in scene.cues("triggers.", m.end, m.end + 20)
            )
        }

    def _group_here(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The only armed group that an article names, where it fights in that country and nobody else is said to."""
        group = self._named_group
        flown = "airstrike" in event.weapons or any(f.kind == "airstrike" for f in event.frames)
        if group is None or flown or event.background or self._is_old(event) or self._everyone - {group}:
            return None
        holder = self._camps.holder(event)
        hit = targets | ({holder.id} if holder else set())
        if group in self._scene.atlas.gazetteer.holders or any(self._camps.one_camp(group, t) for t in hit):
            return None  # who holds land there is struck there too
        said = [s for f in event.frames for s in f.stances if s.by == group and not s.answers]
        if any(s.kind in _NOT_ITS_OWN or self._camps.tells_of_its_own_loss(s, event, targets) for s in said):
            return None
        country = self._scene.atlas.gazetteer.actors[group].country
        here = country is not None and country == event.where.place.country
        return (
            self._camps.role(group, "suspected", why="the only armed group of the article") if here else None
        )

    def _find_named_group(self) -> str | None:
        """The one armed group that the sentences of the text name, or the part of the others' camp that says most."""
        scene, known = self._scene, self._scene.atlas.gazetteer.actors
        named = {m.actors[0] for m in scene.reading.mentions if m.actors and self._is_in_the_text(m.start)}
        groups = {a for a in named if self._camps.is_armed_group(a) and not self._camps.is_nobody(a)}
        wholes = {link.id for a in groups for link in (*known[a].part_of, *known[a].backed_by)}
        finest = groups - wholes
        return next(iter(finest)) if len(finest) == 1 else None

    def _is_in_the_text(self, at: int) -> bool:
        sentence = self._scene.sentence_at(at)
        return sentence is not None and sentence.role in ("body", "headline")

    def _forces_struck(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The state whose soldiers or police struck on its own land, where the text does not say whose they are."""
        land = self._scene.atlas.gazetteer.countries.get(event.where.place.country or "")
        state = state_of(self._scene, event.where.place.country)
        if land is not None and not land.own_forces:
            state = land.troops_as if self._are_soldiers(event) else None
        only = self._only_in.get(event.where.place.country or "") or self._only
        theirs = only is not None and not self._camps.is_armed_group(only.id)
        if state is None or (theirs and not self._are_the_rulers(event)):
            return None  # another state's soldiers may be meant; not by "regime helicopters"
        if any(self._camps.one_camp(state, t) for t in targets):
            return None
        flown = land is not None and not land.own_air and event.weapons and event.weapons <= _BY_PLANE
        if flown and not any(self._scene.has("actors.ruling", f.start, f.end) for f in event.frames):
            return None  # "warplanes bombed the town", where only others' aircraft do; not "government jets"
        if not (forces_strike(self._scene, event) or forces_accused(self._scene, event)):
            return None
        if (teller := self._state_that_tells(event)) is not None:
            return self._camps.role(teller, "suspected", why=THEIR_FORCES)
        own = land is None or land.own_forces
        return self._camps.role(state, "suspected", why=ITS_FORCES if own else OTHERS_ARMY)

    def _are_soldiers(self, event: Event) -> bool:
        """Whether it was an army that struck, not police or some security forces."""
        frame = event.first
        acting = self._scene.cues("actors.acting", frame.sentence.start, frame.sentence.end)
        return any(cue.text in self._scene.language.troops for cue in acting)

    def _are_the_rulers(self, event: Event) -> bool:
        """Whether the forces are told as those of who rules: "government jets", "regime helicopters"."""
        rulers = self._scene.language.folded("actors", "ruling")
        first = event.first
        acting = self._scene.cues("actors.acting", first.start, first.end)
        return any(c.text.split()[0] in rulers and c.text not in rulers for c in acting)

    def _state_that_tells(self, event: Event) -> str | None:
        """The other state whose minister tells of "the air force": "Israel's Katz said the air force had struck"."""
        scene, actors = self._scene, self._scene.atlas.gazetteer.actors
        first = event.first
        deed = min((t.start for t in first.triggers), default=first.end)
        for mention in scene.mentions(first.sentence.start, deed):
            known = actors[mention.actors[0]] if mention.actors else None
            if known is None or known.kind != "state" or known.country == event.where.place.country:
                continue
            said = scene.cues("cues.report", mention.end, deed)
            office = scene.between(mention.end, said[-1].start).split() if said else []
            if scene.language.war_offices.isdisjoint(office):
                continue  # "the US secretary of state said the army had …"
            if scene.has("actors.acting", said[-1].end, deed):
                return known.id
        return None

    def _from_its_land(self, event: Event, targets: set[str]) -> ActorRole | None:
        """The one who fires from the country whence it came, if the gazetteer names it."""
        gazetteer = self._scene.atlas.gazetteer
        origin = gazetteer.countries.get((event.launch.where.place.country if event.launch else None) or "")
        if origin is None or origin.fires_as is None or event.background:
            return None
        if event.launch is not None and event.launch.where.place.country == event.where.place.country:
            return None  # fired within one country: in a civil war either side may have
        if any(self._camps.one_camp(origin.fires_as, t) for t in targets):
            return None
        return self._camps.role(origin.fires_as, "suspected", why=f"{SENT_FROM} {origin.name}")
