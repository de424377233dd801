"""Clues that an actor did what an event tells: each stands in `weighing`'s table with its points."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.extract.clauses.answered import is_answered
from geomap.extract.event import Event
from geomap.extract.sides.cast import Cast
from geomap.extract.sides.forces import state_of
from geomap.extract.sides.of_event import UNMANNED, Said
from geomap.extract.sides.suspects import ON_FOOT
from geomap.model import ActorRole

_APART = 10  # days between an event and the news of the day, from which on the news says nothing of it
_LAID_OR_CARRIED = frozenset({"ied", "gunfire"})
_GOES_OFF = {"explosion", "casualty", "damage"}
_BY_PLANE = frozenset({"airstrike", "bomb"})
_FLOWN = frozenset({"airstrike", "drone", "missile"})


class Question:
    """One event of which it is asked who did it."""

    def __init__(self, cast: Cast, event: Event, said: Said) -> None:
        scene = cast.scene
        self.cast, self.event, self.said = cast, event, said
        self.country = event.where.place.country
        self.state = state_of(scene, self.country)
        self.first = cast.number(event.first.sentence)
        self.sentences = {cast.number(f.sentence) for f in event.frames}
        self.flown = "airstrike" in event.weapons or any(f.kind == "airstrike" for f in event.frames)
        self.on_foot = event.first.kind in ON_FOOT and not self.flown
        self.paragraph = cast.in_paragraph(event.first.sentence.paragraph)
        self.here = {m.actors[0] for i in self.sentences for m in cast.named_in(i) if not m.places}
        self.before = self._named_before()
        self.struck_before = self._struck_before()
        self.meant = {g for i in self.sentences if (g := cast.group_meant_in(i)) is not None}
        # Off a coast is not in the hands of who holds the town there.
        beside = event.where.precision == "near"
        self.holder = cast.camps.garrison(event) if beside else cast.camps.holder(event)
        self.others = [(e, s) for e, s in cast.told if e is not event]
        self.struck = {t.id for _, s in self.others for t in s.targets if t.role != "inferred"}
        self.foreign = cast.foreign_states(self.country)

    def _named_before(self) -> set[str]:
        """Who is named in the sentence before, where it is of one paragraph with the event's."""
        sentences = self.cast.scene.sentences
        if not self.first or sentences[self.first - 1].paragraph != sentences[self.first].paragraph:
            return set()
        return {m.actors[0] for m in self.cast.named_in(self.first - 1)}

    def _struck_before(self) -> set[str]:
        """Who alone strikes in the last sentence of the paragraph before the event's that names anybody."""
        sentences = self.cast.scene.sentences
        paragraph = sentences[self.first].paragraph
        for number in range(self.first - 1, -1, -1):
            if sentences[number].paragraph != paragraph:
                return set()
            found = self.cast.striking.get(number, set())
            if found or self.cast.named_in(number):
                return found if len(found) == 1 else set()
        return set()

    @property
    def has_the_air(self) -> bool:
        """Whether it was done from the air alone, in a country whose own aircraft are the likely ones."""
        known = self.cast.scene.atlas.gazetteer.countries.get(self.country or "")
        flown = self.flown and self.event.weapons <= _BY_PLANE
        return flown and not self.foreign and (known is None or (known.own_forces and known.own_air))

    @property
    def of_the_news(self) -> bool:
        """Whether it was done from afar on the day of the article's first deed, or the one beside it."""
        day, news = self.event.date, self.cast.day
        if day is None or news is None or abs((news - day.start).days) > 1 or self.event.background:
            return False
        by_hand = bool(self.event.weapons) and self.event.weapons <= _LAID_OR_CARRIED
        goes_off = {t.kind for f in self.event.frames for t in f.triggers} <= _GOES_OFF
        by_hand = (
            by_hand or self.event.first.kind == "interception" or (goes_off and "bomb" in self.event.weapons)
        )
        return not by_hand and not is_answered(self.cast.scene, self.event.first)

    @property
    def apart(self) -> bool:
        """Whether it happened on quite another day than the first of the article's events."""
        day, news = self.event.date, self.cast.day
        return day is not None and news is not None and abs((news - day.start).days) > _APART


def circumstances(question: Question) -> Iterator[str]:
    """What speaks for nobody: the circumstances of an event, whoever did it."""
    event, scene = question.event, question.cast.scene
    if question.apart:
        yield "far from the news in time"
    if any(f.another for f in event.frames):
        yield "told as another deed"
    spans = [scene.sentences[i] for i in question.sentences]
    if any(scene.has("cues.unclaimed", s.start, s.end) for s in spans):
        yield "said to be nobody's yet"
    if event.first.kind == "raid":
        yield "a raid"
    if "airstrike" in event.weapons:
        yield "from the air"
    if "gunfire" in event.weapons:
        yield "by gunfire"


def clues(question: Question, actor: str) -> Iterator[str]:
    """The clues that an actor did it, and those that it did not."""
    said = question.said
    hit = {t.id for t in said.targets}
    if said.attackers and said.attackers[0].id == actor:
        yield "suspected by rule"
    yield from _means(question, actor)
    yield from _nearness(question, actor)
    yield from _enmity(question, actor, hit)
    yield from _against(question, actor, hit)


def _means(question: Question, actor: str) -> Iterator[str]:
    """What an actor has to strike with, by its kind and by the text."""
    cast, event = question.cast, question.event
    group = cast.camps.is_armed_group(actor)
    if group and not question.flown:
        yield "an armed group"
    if not group and question.flown and actor != question.state:
        yield "has aircraft"
    if actor == question.state and question.has_the_air:
        yield "the only state, from the air"
    if cast.groups == {actor}:
        yield "the only armed group"
    if question.foreign == {actor}:
        yield "the only foreign state"
    elsewhere = ((e, s) for e, s in question.others if e.first is not event.first)
    if any(_stated(s) == actor and e.weapons & event.weapons for e, s in elsewhere):
        yield "struck elsewhere with that weapon"
    if cast.armed.get(actor, set()) & question.sentences:
        yield "named with arms in the sentence"
    elif actor in cast.armed:
        yield "named with arms elsewhere"


def _enmity(question: Question, actor: str, hit: set[str]) -> Iterator[str]:
    """Whom the text says that an actor struck, and who struck it."""
    cast = question.cast
    if actor in cast.agents:
        yield "strikes elsewhere in the text"
    if cast.opens == actor:
        yield "opens the headline"
    holds = question.holder is not None and cast.camps.one_camp(actor, question.holder.id)
    if (
        actor == cast.leading.actor
        and cast.leading.strikes(question.event)
        and question.of_the_news
        and not holds
    ):
        yield "strikes in the lead"
    against = hit | ({question.state} if question.state else set())
    if any((actor, one) in cast.pairs for one in against):
        yield "struck them elsewhere"
    if any((one, actor) in cast.pairs for one in against if one != actor):
        yield "answers their strike"


def _against(question: Question, actor: str, hit: set[str]) -> Iterator[str]:
    """What speaks against an actor as the attacker."""
    cast, camps = question.cast, question.cast.camps
    yield from _unlike(question, actor)
    if actor in question.struck:
        yield "struck elsewhere itself"
    elif actor in cast.victims:
        yield "named as struck"
    if actor == question.state and question.event.weapons & UNMANNED:
        yield "from afar on its own land"
    if question.holder is not None and camps.one_camp(actor, question.holder.id):
        yield "holds the site"
    if cast.times[actor] == 1:
        yield "named only once"
    if actor in cast.deniers:
        yield "denies"
    if not question.sentences.isdisjoint(cast.judging.get(actor, ())):
        yield "condemns it"
    if camps.is_armed_group(actor) and cast.tells(actor, question.sentences):
        yield "tells of it without a claim"
    if actor in hit:
        yield "on the other side here"
    elif any(camps.one_camp(actor, one) for one in hit):
        yield "of one camp with the other side"


def _unlike(question: Question, actor: str) -> Iterator[str]:
    """What is not its way: few strike at home, a state sends no gunmen, nobody strikes his own people."""
    arms, camps = question.event.weapons, question.cast.camps
    if {t.kind for f in question.event.frames for t in f.triggers} <= _GOES_OFF:
        arms = {"ied" if weapon == "bomb" else weapon for weapon in arms}  # a bomb that went off was laid
    if question.cast.scene.atlas.gazetteer.actors[actor].country == question.country:
        yield "in its own country"
    raid = question.event.first.kind == "raid"
    if arms and arms <= _LAID_OR_CARRIED and not raid and not camps.is_armed_group(actor):
        yield "a state, with arms of gunmen"
    entered = any(t.kind == "raid" and t.voice != "noun" for t in question.event.first.triggers)
    if entered and not arms and _only_flies(question, actor):  # "raided"; a raid may be one from the air
        yield "strikes from the air alone"
    if actor in question.cast.mourning:
        yield "its people were hit"


def _only_flies(question: Question, actor: str) -> bool:
    """Whether all else that a state did in the article it did from the air: no raid on foot is its way."""
    if question.cast.camps.is_armed_group(actor):
        return False
    deeds = [e for e, s in question.others if _stated(s) == actor]
    return bool(deeds) and all(e.weapons & _FLOWN or e.first.kind == "airstrike" for e in deeds)


def _nearness(question: Question, actor: str) -> Iterator[str]:
    if actor in question.paragraph:
        yield "named in the paragraph"
    if actor in question.meant:
        yield "meant by 'the group'"
    if actor in question.before and not question.here:
        yield "named in the sentence before alone"
    answered = is_answered(question.cast.scene, question.event.first)
    if actor in question.struck_before and not question.on_foot and not answered:
        yield "struck in the sentence before"


def _stated(said: Said) -> str | None:
    """Who is said to have struck; None where it is only suspected."""
    first: ActorRole | None = said.attackers[0] if said.attackers else None
    return first.id if first is not None and first.role != "suspected" else None
