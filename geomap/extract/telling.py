"""From frames to events: what an article tells of one event in several sentences belongs together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geomap.extract.dating import Dating, date_the_rest
from geomap.extract.event import Dated, Event, Told
from geomap.extract.frames import Frame
from geomap.extract.gates import (
    is_about_something_else,
    only_names_a_deed,
    opens_an_event,
    refers_back,
    without_vague,
)
from geomap.extract.joining import sentence_frames
from geomap.extract.lists import Lists
from geomap.extract.matching import (
    Closeness,
    closeness,
    exactly,
    may_be_of,
    same_deed,
    same_victims,
    says_more,
    sides_clash,
)
from geomap.extract.scene import Scene
from geomap.extract.triggers import Trigger
from geomap.extract.uses import Use
from geomap.extract.when import DatePhrase
from geomap.resolve import Where
from geomap.text import fold

_LEAD_PARAGRAPHS = 6
_LONG_AGO = 60  # days
_REPORT_TRUST = 0.6  # a day trusted no more than this may be that of the statement
_FINENESS = ("exact", "site", "locality", "near", "district", "governorate", "sea", "country", "unknown")


class Teller:
    """Reads frames in order and keeps the events told so far."""

    def __init__(self, scene: Scene) -> None:
        self.placeless: list[Frame] = []  # deeds that could not be placed
        self._scene = scene
        self._told = Told()
        self._dating = Dating(scene, self._told)
        self._lists = Lists(scene)
        self._number = 0  # of the sentence
        self._here: list[tuple[int, Use]] = []  # fine places named of late, with their sentence's number
        self._captions: list[tuple[Use, Frame, Dated | None]] = []
        self._pending: tuple[int, Dated] | None = None  # the day of a first deed that had no place
        self._just: tuple[int, list[Event]] = (0, [])  # the events of the sentence that told of some last

    def read(self) -> list[Event]:
        """All events of the article, in the order of their telling."""
        for number, sentence in enumerate(self._scene.sentences):
            self._number = number
            self._lists.open(sentence)
            for frame in sentence_frames(self._scene, sentence, self._scene.countries):
                self._take(frame)
        date_the_rest(self._scene, self._told)
        if is_about_something_else(self._scene):
            return []
        return without_vague(self._scene, self._told.events)

    def _take(self, frame: Frame) -> None:
        dated = self._dating.date(frame)
        if frame.many and not frame.places and frame.victims:
            self._add_to_current(frame, None)
            return
        told = frame.victims or any(u.where.fine for u in frame.places)
        if frame.many and not (told and dated and dated.range.precision == "day"):
            return
        places = self._event_places(frame)
        if intro := self._lists.intro_of(frame, places):
            self._list(frame, places, *intro)
            return
        if self._moves_a_toll(frame):
            return
        many = frame.victims and not any(self._is_one_deed(t) for t in frame.triggers)
        if many and any(d.text.isdigit() for d in frame.dates) and not self._is_the_worst(frame):
            return  # "killed 3,200 people in Idlib in 2019": a toll of many deeds
        self._lists.tell(frame, dated)
        if not frame.triggers and self._names_the_places(frame, places):
            self._narrow(frame, places)
        elif not places and self._is_anew(frame):
            self._again(frame, dated)
        elif places or not self._add_to_current(frame, dated):
            self._place(frame, places, dated)

    def _moves_a_toll(self, frame: Frame) -> bool:
        """Takes "the toll rose to nine on Sunday" for more of a deed that was told, not for a deed of Sunday."""
        scene, told = self._scene, self._told
        if any(t.kind != "casualty" for t in frame.triggers) or not told.events:
            return False
        if not scene.language.toll_moves.search(scene.between(frame.start, frame.end)):
            return False
        here = [
            e
            for e in reversed(told.events)
            if any(closeness(e.where, u.where, scene.atlas) is Closeness.SAME for u in frame.places)
        ]
        event = here[0] if here else told.current
        if event is not None:
            event.frames.append(replace(frame, triggers=[], dates=[], places=[]))
        return event is not None

    def _is_one_deed(self, trigger: Trigger) -> bool:
        """Whether a deed is told as one: "a truck bomb", not "air strikes" nor only "killed"."""
        plural = trigger.text.endswith(tuple(self._scene.language.plural_endings))
        return trigger.kind != "casualty" and trigger.voice == "noun" and not plural

    def _is_the_worst(self, frame: Frame) -> bool:
        """Whether a year only says since when no deed was as bad: "the deadliest since the war began in 2015"."""
        scene = self._scene
        return bool(scene.language.superlative.search(scene.between(frame.start, frame.end)))

    def _place(self, frame: Frame, places: list[Use], dated: Dated | None) -> None:
        if not frame.triggers and frame.weapons:
            self._arm(frame, places)
        if not places:
            self._blame(frame)
            if self._weighs(frame, dated):
                places = self._places_before(frame)
                if not places:
                    self.placeless.append(frame)
                if not places and dated and not self._told.events:
                    self._pending = self._number, dated._replace(trust=0.5)
        self._here += [(self._number, u) for u in frame.places if u.where.fine]
        if frame.triggers:
            for use in places:
                several = len(places) > 1 and len(frame.dates) > 1
                dated = (self._dating.date(frame, near=use.start) if several else None) or dated
                dated = self._tell(frame, use, dated)

    def _tell(self, frame: Frame, use: Use, dated: Dated | None) -> Dated | None:
        """Tells of the event at one place, known or new; gives back the day that it was told with."""
        event = self._match(use.where, frame, dated)
        if event is None:
            if frame.sentence.role == "caption":
                self._captions.append((use, frame, dated))
                return dated
            if not opens_an_event(self._scene, frame, use):
                return dated
            event = Event(use.where)
            self._told.events.append(event)
            dated = dated or self._pending_date(event, frame)
        self._add(event, frame, dated, use.where)
        if not frame.background or self._told.current is None:
            self._told.current = event
        self._remember(event)
        return dated

    def _remember(self, event: Event) -> None:
        """Keeps that this sentence told of the event."""
        number, events = self._just
        if number != self._number:
            self._just = self._number, [event]
        elif event not in events:
            events.append(event)

    def _event_of_victims(self, frame: Frame) -> Event | None:
        """The past event whose victims the next sentence counts: "… a day after a raid on A. Two guards died."."""
        number, events = self._just
        if frame.reported_attack or not frame.casualties or frame.places or len(events) != 1:
            return None
        follows = number in (self._number - 1, self._number) and events[0].told_near(frame, paragraphs=0)
        return events[0] if follows else None

    def _is_anew(self, frame: Frame) -> bool:
        """Whether a deed without a place is a second one where the one just told was: "hours later … the same city"."""
        event = self._told.current
        if event is None or event.dated is None or not event.told_near(frame, paragraphs=2):
            return False
        if not (frame.reported_attack and frame.is_body) or frame.background or frame.many or frame.reply:
            return False
        later = any(_is_later(d) for d in frame.dates)
        same = self._scene.has("cues.same_place", frame.start, frame.end)
        return (frame.repeat or (later and frame.another)) and same

    def _again(self, frame: Frame, dated: Dated | None) -> None:
        """Tells of a second deed at the place of the one just told."""
        first = self._told.current
        assert first is not None
        event = Event(first.where)
        self._told.events.append(event)
        self._add(event, frame, dated)
        self._told.current = event

    def _list(self, frame: Frame, places: list[Use], intro: Frame, dated: Dated | None) -> None:
        """An item of a list: the deed that opened the list, at these places."""
        for use in places:
            event = self._match(use.where, frame, dated)
            if event is None:
                event = Event(use.where, [replace(intro, casualties=[], places=[])])
                self._told.events.append(event)
            self._add(event, frame, None, use.where)
            if dated and says_more(dated, event):
                event.dated = dated
            self._told.current = event

    def _names_the_places(self, frame: Frame, places: list[Use]) -> bool:
        """Whether a sentence without a deed says where the one just told was: "The target was the X base"."""
        event = self._told.current
        if not places or event is None or event.where.fine or frame.background or not event.told_near(frame):
            return False
        area = event.where.place
        inside = all(u.where.fine and self._scene.atlas.contains(area, u.where.place) for u in places)
        return inside and self._scene.has("cues.which_place", frame.start, frame.end)

    def _narrow(self, frame: Frame, places: list[Use]) -> None:
        """Puts the event told last where this frame says; more places are more events of the same kind."""
        wide, events = self._told.current, self._told.events
        assert wide is not None
        for use in places:
            frame.parties = [
                p._replace(weight=p.weight + 2) if p.side == "target" else p for p in frame.parties
            ]
            events.append(Event(use.where, [*wide.frames, frame], wide.dated))
        if wide in events:
            events.remove(wide)
        self._told.current = events[-1]

    def _event_places(self, frame: Frame) -> list[Use]:
        """The finest places of a frame, each once."""
        fine = [u for u in frame.places if u.where.fine]
        if fine:
            return _distinct(fine)
        rank = self._scene.atlas.rank
        areas = [u for u in frame.places if u.where.place.kind != "world region"]
        finest = min((rank(u.where.place) for u in areas), default=0)
        return _distinct(u for u in areas if rank(u.where.place) == finest)

    def _match(self, where: Where, frame: Frame, dated: Dated | None) -> Event | None:
        """The event that a frame tells of again: at the same place rather than near it, told last."""
        best = None
        for event in reversed(self._told.events):
            how = closeness(event.where, where, self._scene.atlas)
            if (
                how is Closeness.APART
                and not (exactly(event.where) and exactly(where))
                and same_victims(event, frame, self._scene.atlas.gazetteer)
            ):
                how = Closeness.SAME
            if how is Closeness.APART or not self._is_again(event, frame, dated, how):
                continue
            if how is Closeness.SAME:
                return event
            best = best or event
        return best

    def _is_again(self, event: Event, frame: Frame, dated: Dated | None, how: Closeness) -> bool:
        if how is Closeness.TOUCHING and not self._is_retold(event, frame, dated):
            return False
        if not may_be_of(event, dated) or sides_clash(event, frame) or self._is_of_old(event, dated):
            return False
        anew = frame.repeat and event.dated and frame.reported_attack
        if anew and event.first.sentence.role != "headline":
            return False
        past = frame.background and not event.background and event.dated is not None
        return not (past and dated is None and how is Closeness.TOUCHING)

    def _is_of_old(self, event: Event, dated: Dated | None) -> bool:
        """Whether a day of long ago is told of a deed that the article tells as its news, without a day."""
        today = self._scene.anchor.day
        if today is None or dated is None or event.dated is not None or event.background:
            return False
        return event.first.sentence.role == "headline" and (today - dated.range.end).days > _LONG_AGO

    def _is_retold(self, event: Event, frame: Frame, dated: Dated | None) -> bool:
        """Whether a deed told of the wider or narrower place is the same: a headline, "the attack", the same day."""
        if any(d.needs_reference or d.kind == "ago" for d in frame.dates) or frame.another:
            return False
        if not event.where.fine and event.first.sentence.role == "headline" and not event.background:
            return True
        if any(s.kind == "confirmation" for s in frame.stances) and event is self._told.current:
            return True
        if frame.reported_attack and refers_back(self._scene, frame, self._told.current):
            return True
        if frame.background:
            return False
        just_told = event is self._told.current and event.told_near(frame) and len(event.frames) == 1
        if just_told and event.trust <= _REPORT_TRUST and not frame.repeat:
            return True
        return same_deed(event, frame, dated)

    def _add(self, event: Event, frame: Frame, dated: Dated | None, where: Where | None = None) -> None:
        event.frames.append(frame)
        if where is not None and _FINENESS.index(where.precision) < _FINENESS.index(event.where.precision):
            event.where = where
        if frame.launches and event.launch is None:
            event.launch = frame.launches[0]
        if dated and frame.triggers and says_more(dated, event):
            event.dated = dated

    def _add_to_current(self, frame: Frame, dated: Dated | None) -> bool:
        """A frame without a place says more of the event told last, if it can be that one."""
        event = self._event_of_victims(frame) or self._told.current
        answers = frame.reply and not frame.many
        if event is None or frame.background or answers or not event.told_near(frame, paragraphs=2):
            return False
        if not frame.triggers and (frame.places or not frame.is_body):
            return False
        if frame.triggers and not refers_back(self._scene, frame, event):
            return False
        if self._scene.language.capitals and frame.reported_attack and self._names_unknown(frame):
            return False
        if frame.casualties and not frame.reported_attack and any(_is_later(d) for d in frame.dates):
            dated = None  # "a third died two days later": of the same deed
        if not may_be_of(event, dated) or sides_clash(event, frame):
            return False
        site = self._same_site(frame)
        if site is not None and site.where.place.id != event.where.place.id:
            return False
        self._add(event, frame, dated)
        if frame.casualties:
            self._remember(event)
        return True

    def _arm(self, frame: Frame, places: list[Use]) -> None:
        """A sentence without a deed that names a weapon at the place of one told: "At the base it was missiles"."""
        atlas = self._scene.atlas
        for event in reversed(self._told.events):
            here = any(closeness(event.where, use.where, atlas) is Closeness.SAME for use in places)
            if here and event.told_near(frame):
                event.frames.append(replace(frame, dates=[]))
                return

    def _blame(self, frame: Frame) -> None:
        """A sentence without a place that blames somebody speaks of the event told last."""
        event = self._told.current
        blames = any(s.kind == "attribution" and s.of for s in frame.stances)
        if blames and event is not None and frame.is_body and event.told_near(frame):
            event.frames.append(replace(frame, triggers=[], parties=[], weapons=[], casualties=[], dates=[]))

    def _weighs(self, frame: Frame, dated: Dated | None) -> bool:
        """Whether a deed without a place says enough to be looked for in the sentences before."""
        if not frame.triggers or not frame.is_body or frame.background or frame.reply:
            return False
        if self._told.events and only_names_a_deed(self._scene, frame):
            return False
        counted = any(d.needs_reference for d in frame.dates)  # "a day after his return"
        day = dated is not None and dated.range.precision == "day" and dated.trust >= 0.6 and not counted
        if frame.reported_attack and (day or frame.weapons):
            return True
        return frame.victims and (day or frame.reported_attack)

    def _pending_date(self, event: Event, frame: Frame) -> Dated | None:
        """The day of a deed told just before without its place: "Details of Thursday's attack …"."""
        for use, caption, said in self._captions:
            same = not set(caption.weapons).isdisjoint(frame.weapons)
            if said and same and closeness(event.where, use.where, self._scene.atlas):
                return said._replace(trust=0.7)
        if self._pending is None or frame.background:
            return None
        number, dated = self._pending
        return dated if self._number - number <= 2 else None

    def _places_before(self, frame: Frame) -> list[Use]:
        """The place named last, in the sentence or two before: where the story is."""
        if (site := self._same_site(frame)) is not None:
            return [site]
        if self._names_unknown(frame):
            return []
        near = [use for number, use in self._here if self._number - number <= 2]
        if near or frame.sentence.paragraph > _LEAD_PARAGRAPHS or not any(c.best for c in frame.casualties):
            return near[-1:]
        # Where the article names one town in its first lines, that is where its first deed was.
        towns = {use.where.place.id: use for _, use in self._here}
        return list(towns.values()) if len(towns) == 1 else []

    def _names_unknown(self, frame: Frame) -> bool:
        """Whether the sentence names a town or a road that nothing knows: it was there, not where the story was."""
        return any(u.said and frame.start <= u.start < frame.end for u in self._scene.unknown)

    def _same_site(self, frame: Frame) -> Use | None:
        """The site that "the field itself", "the same prison" means: the last of its kind that was told of."""
        said = self._scene.language.same_site.search(self._scene.between(frame.start, frame.end))
        if said is None:
            return None
        word, kinds = said["site"], self._scene.atlas.gazetteer.kinds
        for event in reversed(self._told.events):
            kind = kinds.get(event.where.place.kind)
            named = {fold(w).split()[0] for w in kind.words_ar} if kind else set()
            if word in named:
                uses = (u for f in event.frames for u in f.places if u.where.place.id == event.where.place.id)
                return next(uses, None)
        return None


def _is_later(phrase: DatePhrase) -> bool:
    """Whether a phrase counts days from the deed onwards."""
    return phrase.needs_reference and (phrase.shift or 0) > 0


def _distinct(uses: Iterable[Use]) -> list[Use]:
    seen: dict[str, Use] = {}
    for use in uses:
        seen.setdefault(use.where.place.id, use)
    return list(seen.values())
