"""From frames to events: what an article tells of one event in several sentences belongs together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.statements import statements_of
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.dating.of_frame import Dating
from geomap.extract.dating.only_said import reach_back
from geomap.extract.dating.undated import date_the_rest
from geomap.extract.days.narrative import Narrative
from geomap.extract.event import Dated, Event, Told
from geomap.extract.places.heading import area_of_the_story, place_of_the_story, town_that_tells
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.anew import day_of_the_first, first_here, is_anew
from geomap.extract.story.damage import bombardment_of, tells_of_damage, with_its_arms
from geomap.extract.story.days_in_turn import days_in_turn
from geomap.extract.story.doubt import without_doubtful
from geomap.extract.story.elsewhere import of_a_whole_area
from geomap.extract.story.gates import opens_an_event, takes_as_known, without_vague
from geomap.extract.story.gathering import gather
from geomap.extract.story.genres import is_about_something_else
from geomap.extract.story.joining import sentence_frames
from geomap.extract.story.lists import Lists
from geomap.extract.story.matching import dates_agree, may_be_of, says_more
from geomap.extract.story.opening import hand_on
from geomap.extract.story.own_land import over_own_land
from geomap.extract.story.recall import (
    add_to,
    claimed_together,
    deed_meant,
    is_only_its_province,
    known_event,
    names_its_quarter,
)
from geomap.extract.story.sequel import Sequel
from geomap.extract.story.standing import is_one_days_work
from geomap.extract.story.trail import Trail, names_unknown
from geomap.extract.story.victims import hand_down, spare_all
from geomap.geo import distance_km

_LEAD = 3  # paragraphs in which an article tells its news
_NEARBY_KM = 100.0  # as far may lie the place where "it happened" from the one named for it first


class Teller:
    """Reads frames in order and keeps the events told so far."""

    def __init__(self, scene: Scene) -> None:
        self.placeless: list[Frame] = []  # deeds that could not be placed
        self.frames: list[Frame] = []  # all, in the order of the text
        self._counted: list[Frame] = []  # all that speak of victims
        self._scene = scene
        self._told = Told()
        self._narrative = Narrative(scene)
        self._dating = Dating(scene, self._told, self._narrative)
        self._lists = Lists(scene)
        self._trail = Trail(scene, self._told)
        self._sequel = Sequel(scene, self._told, self._trail)

    def read(self) -> list[Event]:
        """All events of the article, in the order of their telling."""
        told = [statements_of(self._scene, sentence) for sentence in self._scene.sentences]
        if not any(said is not None and said.deeds for said in told):
            return []  # nothing comes of what else the article says
        for number, (sentence, said) in enumerate(zip(self._scene.sentences, told, strict=True)):
            self._trail.enter(number)
            self._lists.open(sentence)
            for frame in sentence_frames(self._scene, said, self._scene.countries) if said else ():
                self.frames.append(frame)
                if self._told.events:
                    frame.casualties = of_a_whole_area(self._scene, frame)
                if self._trail.counts_elsewhere(frame):
                    frame.casualties = []
                    continue
                if frame.casualties:
                    self._counted.append(frame)
                self._take(frame)
        lead = None
        if not self._told.events:
            self._place_by_the_heading()
        else:
            lead = self._lead_by_the_heading()
        self._place_over_own_lands()
        date_the_rest(self._scene, self._told, self._narrative)
        if lead is not None and not self._is_news_of_its_own(lead):
            self._told.events.remove(lead)
        if is_about_something_else(self._scene):
            return []
        hand_on(self._scene, self.frames, self._told.events)
        kept = gather(self._scene, without_vague(self._scene, self._told.events))
        kept = without_doubtful(self._scene, self.frames, kept)
        hand_down(self._scene, self._told.events, kept, self._counted)
        reach_back(kept)
        return kept

    def _place_by_the_heading(self) -> None:
        """Puts the first deed of an article that has none with a place where its heading says."""
        body = next((s.paragraph for s in self._scene.sentences if s.role == "body"), 0)
        lead = [f for f in self.placeless if f.sentence.paragraph <= body + _LEAD and self._is_news(f)]
        if not lead:
            return
        parts = self._scene.language.part_behind_name
        away = any(names_unknown(self._scene, f, parts) for f in lead)
        told = None if away else town_that_tells(self._scene)
        use = place_of_the_story(self._scene) or told or area_of_the_story(self._scene)
        if use is not None and (use is told or not any(names_unknown(self._scene, f) for f in lead)):
            event = Event(use.where)
            self._told.events.append(event)
            self._told.current = event
            for frame in lead:
                add_to(event, frame, self._dating.date(frame))
                self.placeless.remove(frame)
            event.frames += [f for f in self.frames if f not in lead and _counts_behind(f, lead[0], lead[-1])]

    def _lead_by_the_heading(self) -> Event | None:
        """Puts the first deed that the text tells where its heading says, if only later ones have places."""
        body = next((s.paragraph for s in self._scene.sentences if s.role == "body"), 0)
        first = min(self._told.events, key=lambda event: event.first.start).first
        lead = [f for f in self.placeless if f.start < first.start and f.sentence.paragraph <= body + _LEAD]
        lead = [f for f in lead if f.weapons and f.reported_attack and not f.many]
        use = place_of_the_story(self._scene) if lead else None
        if use is None or any(u.start < lead[-1].sentence.end for u in self._scene.unknown):
            return None  # a village that nothing knows was named: it was there
        event = Event(use.where)
        behind = [f for f in self.frames if f.victims and not f.places and f.start < first.start]
        for frame in [*lead, *(f for f in behind if f.start > lead[0].start and f not in lead)]:
            add_to(event, frame, self._dating.date(frame))
        self.placeless = [f for f in self.placeless if f not in event.frames]
        self._told.events.insert(0, event)
        return event

    def _place_over_own_lands(self) -> None:
        """Tells of what a state shot down that day, where no deed of the day is told in its country."""
        for frame in list(self.placeless):
            use = over_own_land(self._scene, frame)
            dated = self._dating.date(frame) if use is not None else None
            if use is None or dated is None or dated.range.precision != "day":
                continue
            here = (e for e in self._told.events if e.where.place.country == use.where.place.country)
            if any(dates_agree(e.date, dated.range) for e in here):
                continue
            frame.places = [use]
            event = Event(use.where)
            add_to(event, frame, dated)
            behind = (i for i, e in enumerate(self._told.events) if e.first.start > frame.start)
            self._told.events.insert(next(behind, len(self._told.events)), event)
            self.placeless.remove(frame)

    def _is_news_of_its_own(self, lead: Event) -> bool:
        """Whether it has a day of its own, on which no other deed is told: else it may be that one."""
        if lead.date is None or lead.date.precision != "day":
            return False
        others = (e for e in self._told.events if e is not lead)
        return not any(e.date is None or dates_agree(e.date, lead.date) for e in others)

    def _is_news(self, frame: Frame) -> bool:
        """Whether a deed is told with its day, and with arms or victims."""
        dated = self._dating.date(frame)
        return dated is not None and dated.range.precision == "day" and bool(frame.weapons or frame.victims)

    def _take(self, frame: Frame) -> None:
        self._trail.see(frame)
        dated = self._dating.date(frame) or self._of_the_stage(frame)
        if spare_all(self._scene, self._told, frame):
            return
        if frame.many and not frame.places and frame.victims:
            self._sequel.add(frame, None)
            return
        told = (
            frame.victims or any(u.where.fine for u in frame.places) or is_one_days_work(self._scene, frame)
        )
        if frame.many and not (told and dated and dated.range.precision == "day"):
            return
        places = event_places(self._scene, frame)
        if intro := self._lists.intro_of(frame, places):
            self._list(frame, places, *intro)
            return
        places = places or self._trail.under_label(frame)
        if self._sequel.moves_a_toll(frame) or (not places and self._keeps_for_its_land(frame)):
            return
        many = frame.victims and not any(self._is_one_deed(t) for t in frame.triggers)
        if many and any(d.text.isdigit() for d in frame.dates) and not self._is_the_worst(frame):
            return  # "killed 3,200 people in Idlib in 2019": a toll of many deeds
        if self._says_where(frame, places):
            self._move(frame, places[0], dated)
            return
        self._lists.tell(frame, dated)
        places = places or self._trail.these_places(frame) or self._trail.there(frame)
        places = places or self._inside_the_area(frame, dated)
        if not frame.triggers and self._names_the_places(frame, places, dated):
            self._narrow(frame, places, dated)
        elif places and (deed := self._trail.deed_of(frame)):
            self._settle(frame, places, *deed, dated)
        elif not places and is_anew(self._scene, self._told, frame):
            self._again(frame, dated)
        elif (
            places
            or self._dating.has_gone_back(frame)
            or self._trail.has_moved(frame, self._told.current)
            or not self._sequel.add(frame, dated)
        ):
            self._place(frame, places, dated)

    def _of_the_stage(self, frame: Frame) -> Dated | None:
        """The day that stood with a place right before a deed, which is no talk of deeds in general."""
        return None if self._sequel.is_vague(frame, None) else self._trail.day_of_the_stage(frame)

    def _inside_the_area(self, frame: Frame, dated: Dated | None) -> list[Use]:
        """The town named just before, where the article has told the deed of a whole country or province so far."""
        event = self._told.current
        if event is None or event.where.fine or not self._sequel.weighs(frame, dated):
            return []
        area = event.where.place
        near = self._trail.places_before(frame)
        return [u for u in near if u.where.fine and self._scene.atlas.contains(area, u.where.place)]

    def _keeps_for_its_land(self, frame: Frame) -> bool:
        """Whether a state tells of what flew at it, behind a deed in another country: "Meanwhile Qatar said …"."""
        event = self._told.current
        if event is None or not frame.triggers or event.where.place.country is None:
            return False
        use = over_own_land(self._scene, frame)
        if use is None or use.where.place.country == event.where.place.country:
            return False
        self.placeless.append(frame)
        return True

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
            self._sequel.arm(frame, places)
        if not places:
            self._sequel.blame(frame)
            if self._sequel.weighs(frame, dated):
                places = self._trail.places_before(frame)
                if not places:
                    self.placeless.append(frame)
                    self._trail.keep_deed(frame, dated)
                if not places and dated and not self._told.events:
                    self._trail.keep_day(dated)
        self._trail.pass_by(frame, dated)
        if frame.triggers:
            several = len(frame.dates) > 1 and (len(places) > 1 or self._has_days_of_several(frame))
            own = days_in_turn(places, frame.dates)
            for use in places:
                near = own.get(use.start, use.start)
                dated = (self._dating.date(frame, near=near) if several else None) or dated
                dated = self._tell(frame, use, dated)

    def _has_days_of_several(self, frame: Frame) -> bool:
        """Whether it names two days, and as many deeds: "Sunday's raid recalls the shelling of A on 4 January"."""
        days = [d for d in frame.dates if d.kind == "weekday" or (d.kind == "date" and d.day is not None)]
        if len(days) < 2:
            return False
        return len(frame.triggers) > 1 or self._scene.text.startswith(("'s ", "’s "), days[0].end)

    def _tell(self, frame: Frame, use: Use, dated: Dated | None) -> Dated | None:
        """Tells of the event at one place, known or new; gives back the day that it was told with."""
        if claimed := claimed_together(self._scene, self._told, use.where, frame):
            for one in claimed:
                one.frames.append(replace(frame, triggers=[], dates=[], places=[]))
            return dated
        event = known_event(self._scene, self._told, use.where, frame, dated)
        if event is None:
            if frame.sentence.role == "caption":
                self._trail.keep_caption(use, frame, dated)
                return dated
            wide = bombardment_of(self._scene, self._told, frame, use, dated)
            if not (opens_an_event(self._scene, frame, use) or (wide and tells_of_damage(frame))):
                return dated
            meant = deed_meant(self._scene, self._told, use.where, frame)
            if meant is not None and may_be_of(meant, dated):
                add_to(meant, frame, dated)
                return dated
            first = first_here(self._scene, self._told, use.where, frame)
            event = Event(use.where, second=first is not None)
            self._told.events.append(event)
            dated = dated or self._trail.pending_date(event, frame)
            event.dated = None if dated or first is None else day_of_the_first(first)
            add_to(event, frame, dated, use.where)
            if wide is not None:
                with_its_arms(event, wide)
            self._keep(event, frame)
            return dated
        if is_only_its_province(self._scene, event, use.where) or names_its_quarter(
            self._scene, event, frame, use.where
        ):
            event.where = use.where
        add_to(event, frame, dated, use.where)
        self._keep(event, frame)
        return dated

    def _keep(self, event: Event, frame: Frame) -> None:
        if not frame.background or self._told.current is None:
            self._told.current = event
        self._trail.remember(event)

    def _again(self, frame: Frame, dated: Dated | None) -> None:
        """Tells of a second deed at the place of the one just told."""
        first = self._told.current
        assert first is not None
        event = Event(first.where, dated=day_of_the_first(first), second=True)
        self._told.events.append(event)
        add_to(event, frame, dated)
        self._told.current = event

    def _list(self, frame: Frame, places: list[Use], intro: Frame, dated: Dated | None) -> None:
        """An item of a list: the deed that opened the list, at these places."""
        for use in places:
            event = known_event(self._scene, self._told, use.where, frame, dated)
            if event is None:
                event = Event(use.where, [replace(intro, casualties=[], places=[])])
                self._told.events.append(event)
            add_to(event, frame, None, use.where)
            if dated and says_more(dated, event):
                event.dated = dated
            self._told.current = event

    def _settle(
        self, frame: Frame, places: list[Use], deed: Frame, said: Dated | None, dated: Dated | None
    ) -> None:
        """Puts a deed that was told without its place where the next sentence says."""
        if deed in self.placeless:
            self.placeless.remove(deed)
        for use in places:
            event = Event(use.where, [deed], None if dated else said)
            self._told.events.append(event)
            add_to(event, frame, dated, use.where)
            self._told.current = event
            self._trail.remember(event)
        self._trail.pass_by(frame)

    def _names_the_places(self, frame: Frame, places: list[Use], dated: Dated | None) -> bool:
        """Whether a sentence without a deed says where the one just told was: "The target was the X base"."""
        event = self._told.current
        if not places or event is None or event.where.fine or frame.background or not event.told_near(frame):
            return False
        if not may_be_of(event, dated):
            return False  # "On 24 April it was at A": another one
        area = event.where.place
        inside = all(u.where.fine and self._scene.atlas.contains(area, u.where.place) for u in places)
        return inside and self._scene.has("cues.which_place", frame.start, frame.end)

    def _says_where(self, frame: Frame, places: list[Use]) -> bool:
        """Whether it says where the deed just told was, elsewhere nearby: "The strike happened in B"."""
        event = self._told.current
        if event is None or event.background or len(places) != 1 or not event.told_near(frame, paragraphs=2):
            return False
        if not frame.is_body or frame.another or frame.repeat or frame.background or frame.many:
            return False
        scene = self._scene
        known = bool(frame.triggers) and takes_as_known(scene, frame) and len(frame.places) == 1
        known = known and scene.has("cues.took_place", frame.start, frame.end)
        there, here = places[0].where, event.where
        near = distance_km(there.lon, there.lat, here.lon, here.lat) <= _NEARBY_KM
        counts = any(d.needs_reference for d in frame.dates)
        return known and near and there.fine and there.place.country == here.place.country and not counts

    def _move(self, frame: Frame, use: Use, dated: Dated | None) -> None:
        event = self._told.current
        assert event is not None
        event.where = use.where
        event.frames.append(frame)
        if dated and (dated.range.precision == "day" or says_more(dated, event)):
            event.dated = dated  # said of the deed itself
        self._trail.pass_by(frame)

    def _narrow(self, frame: Frame, places: list[Use], dated: Dated | None) -> None:
        """Puts the event told last where this frame says; more places are more events of the same kind."""
        wide, events = self._told.current, self._told.events
        assert wide is not None
        for use in places:
            frame.parties = [
                p._replace(weight=p.weight + 2) if p.side == "target" else p for p in frame.parties
            ]
            said = dated if dated and says_more(dated, wide) else wide.dated
            events.append(Event(use.where, [*wide.frames, frame], said))
        if wide in events:
            events.remove(wide)
        self._trail.pass_by(frame)
        self._told.current = events[-1]


def _counts_behind(frame: Frame, first: Frame, last: Frame) -> bool:
    """Whether a frame only counts victims, right behind some that tell of one deed."""
    if not frame.victims or frame.reported_attack or frame.places or frame.dates or not frame.is_body:
        return False
    return first.start < frame.start and frame.sentence.paragraph - last.sentence.paragraph <= 1


def event_places(scene: Scene, frame: Frame) -> list[Use]:
    """The finest places of a frame, each once."""
    fine = [u for u in frame.places if u.where.fine]
    if fine:
        return _distinct(fine)
    rank = scene.atlas.rank
    areas = [u for u in frame.places if u.where.place.kind != "world region"]
    finest = min((rank(u.where.place) for u in areas), default=0)
    return _distinct(u for u in areas if rank(u.where.place) == finest)


def _distinct(uses: Iterable[Use]) -> list[Use]:
    seen: dict[str, Use] = {}
    for use in uses:
        seen.setdefault(use.where.place.id, use)
    return list(seen.values())
