"""From frames to events: what an article tells of one event in several sentences belongs together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from geomap.dates import DateRange
from geomap.extract.frames import Frame, sentence_frames
from geomap.extract.roles import Party
from geomap.extract.scene import Scene, named_countries
from geomap.extract.sentences import Sentence
from geomap.extract.triggers import Trigger
from geomap.extract.uses import Use, dateline_end
from geomap.extract.when import DatePhrase, resolve_date
from geomap.geo import distance_km
from geomap.model import Unplaced
from geomap.resolve import Where

# Two fine places closer than this are one place for one article ("al-Omar", "Green Village").
SAME_PLACE_KM = 3.0
_REPORTED_WITHIN = 3  # days between a deed and the statement about it, where only the latter is dated
_OPEN_ENDED = {"after", "before", "since", "following", "بعد", "قبل", "عقب"}
_DAYS_IN = {"day": 1, "night": 1, "week": 7}
_NEWS_DAYS = 3  # how old news may be that is told without a day
_SETTLEMENTS = {"city", "town", "village"}
_IN_TOWN_KM = 9.0  # a site this near to a town's middle is told of as the town's
_LEAD_PARAGRAPHS = 6
_VAGUE_DATES = {"week", "month", "year", "unknown"}


@dataclass
class Event:
    """What an article says of one event, sentence by sentence."""

    where: Where
    frames: list[Frame] = field(default_factory=list)
    date: DateRange | None = None
    date_phrase: DatePhrase | None = None
    date_why: str | None = None
    date_trust: float = 0.0  # 1 said with the deed, 0.6 said with the report of it, 0.3 inherited
    launch: Use | None = None

    @property
    def first(self) -> Frame:
        """The frame that told of it first."""
        return self.frames[0]

    @property
    def background(self) -> bool:
        """Whether it is only told as the past of another event."""
        return all(f.background for f in self.frames)

    def parties(self) -> list[Party]:
        """All parties of its frames, strongest first."""
        return sorted((p for f in self.frames for p in f.parties), key=lambda p: (-p.weight, p.start))


class Teller:
    """Reads frames in order and keeps the events told so far."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.events: list[Event] = []
        self.current: Event | None = None
        self.here: list[tuple[int, Use]] = []  # fine places named of late, with their sentence's number
        self.number = 0
        self.story_day = self._first_weekday()
        self.deed: tuple[Frame, Dated | None] | None = None  # the deed told last
        self.intro: tuple[int, Frame | None, Dated | None] = (0, None, None)
        self.placeless: list[Frame] = []  # deeds that could not be placed
        self.captions: list[tuple[Use, Frame, Dated | None]] = []
        self.pending: tuple[int, Dated | None] = (0, None)
        self.countries = named_countries(scene.text, scene.reading.mentions, scene.atlas)

    def read(self) -> list[Event]:
        """All events of the article, in the order of their telling."""
        for number, sentence in enumerate(self.scene.sentences):
            self.number = number
            if self.deed is not None and _opens_a_list(self.scene, sentence):
                self.intro = (sentence.paragraph, *self.deed)
            for frame in sentence_frames(self.scene, sentence, self.countries):
                self._take(frame)
        self._inherit_dates()
        self._date_news()
        if _is_about_something_else(self.scene):
            return []
        return self._without_vague(self.events)

    def _first_weekday(self) -> dt.date | None:
        """The weekday of the first sentences, as a day."""
        scene = self.scene
        lead = [s for s in scene.sentences if s.role == "body"][:2]
        for sentence in lead:
            for phrase in scene.dates_in(sentence.start, sentence.end):
                if phrase.kind == "weekday" and not phrase.is_since:
                    resolved = resolve_date(phrase, anchor=scene.anchor.day)
                    return resolved.range.start if resolved.range else None
        return None

    def _take(self, frame: Frame) -> None:  # noqa: C901 - what a frame may be, one case after the other
        dated = self._date(frame)
        if frame.many and not frame.places and any(c.best and not c.total for c in frame.casualties):
            self._add_to_current(frame, None)
            return
        told = any(u.where.fine for u in frame.places) or any(
            c.best and not c.total for c in frame.casualties
        )
        if frame.many and not (dated and dated[0].precision == "day" and told):
            return
        places = self._event_places(frame)
        if self._is_listed(frame, places):
            self._list(frame, places)
            return
        if frame.triggers and frame.sentence.role == "body" and not frame.background:
            self.deed = (frame, dated)
            if _opens_a_list(self.scene, frame.sentence):
                self.intro = (frame.sentence.paragraph, frame, dated)
        if not frame.triggers and places and self._names_the_places(frame, places):
            self._narrow(frame, places)
            return
        if not places and self._add_to_current(frame, dated):
            return
        if not frame.triggers and places and frame.weapons:
            self._arm(frame, places)
        near = (
            self.current is not None
            and frame.sentence.paragraph - self.current.frames[-1].sentence.paragraph <= 1
        )
        if (
            not places
            and self.current is not None
            and near
            and frame.sentence.role == "body"
            and any(s.kind == "attribution" and s.of for s in frame.stances)
        ):
            self.current.frames.append(
                replace(frame, triggers=[], parties=[], weapons=[], casualties=[], dates=[])
            )
        if not places and self._weighs(frame, dated):
            places = self._places_before(frame)
            if not places:
                self.placeless.append(frame)
            if not places and dated and not self.events:
                self.pending = (self.number, (*dated[:3], 0.5))
        self._remember(frame)
        if not frame.triggers or not places:
            return
        for use in places:
            if len(places) > 1 and len(frame.dates) > 1:
                dated = self._date(frame, near=use.start) or dated
            event = self._match(use.where, frame, dated)
            if event is None:
                if frame.sentence.role == "caption":
                    self.captions.append((use, frame, dated))
                    continue
                if not self._tells(frame, use):
                    continue
                event = Event(use.where)
                self.events.append(event)
                dated = dated or self._pending_date(frame)
            self._add(event, frame, dated, use.where)
            if not frame.background or self.current is None:
                self.current = event

    def _is_listed(self, frame: Frame, places: list[Use]) -> bool:
        """Whether it is an item of the list that a sentence with a colon opens: "struck four airfields: ● Belaya …"."""
        line, intro, _ = self.intro
        follows = intro is not None and 0 < frame.sentence.paragraph - line <= 12
        return follows and bool(places) and bool(_ITEM.match(_line_head(self.scene, frame.sentence.start)))

    def _list(self, frame: Frame, places: list[Use]) -> None:
        _, intro, dated = self.intro
        assert intro is not None
        for use in places:
            event = self._match(use.where, frame, dated) or Event(
                use.where, [replace(intro, casualties=[], places=[])]
            )
            if event not in self.events:
                self.events.append(event)
            self._add(event, frame, None, use.where)
            if dated and _says_more(dated, event):
                event.date, event.date_phrase, event.date_why, event.date_trust = dated
            self.current = event

    def _names_the_places(self, frame: Frame, places: list[Use]) -> bool:
        """Whether a sentence without a deed says where the one just told was: "The target was the X base"."""
        event = self.current
        if event is None or event.where.fine or frame.background:
            return False
        inside = all(
            u.where.fine and self.scene.atlas.contains(event.where.place, u.where.place) for u in places
        )
        close = frame.sentence.paragraph - event.frames[-1].sentence.paragraph <= 1
        return inside and close and self.scene.has("cues.which_place", frame.start, frame.end)

    def _narrow(self, frame: Frame, places: list[Use]) -> None:
        """Puts the event told last where this frame says; more places are more events of the same kind."""
        wide = self.current
        assert wide is not None
        for use in places:
            event = Event(use.where, list(wide.frames))
            event.date, event.date_phrase = wide.date, wide.date_phrase
            event.date_why, event.date_trust = wide.date_why, wide.date_trust
            frame.parties = [
                p._replace(weight=p.weight + 2) if p.side == "target" else p for p in frame.parties
            ]
            event.frames.append(frame)
            self.events.append(event)
        if wide in self.events:
            self.events.remove(wide)
        self.wide = wide
        self.current = self.events[-1]

    def _event_places(self, frame: Frame) -> list[Use]:
        fine = [u for u in frame.places if u.where.fine]
        if fine:
            return _distinct(fine)
        areas = [u for u in _distinct(frame.places) if u.where.place.kind != "world region"]
        if not areas:
            return []
        finest = min(self.scene.atlas.rank(u.where.place) for u in areas)
        return [u for u in areas if self.scene.atlas.rank(u.where.place) == finest]

    def _tells(self, frame: Frame, use: Use) -> bool:
        """Whether the frame may open a new event at this place."""
        if self._only_refers(frame):
            return False
        if not frame.reported_attack:
            return use.where.fine and (any(c.best or c.low for c in frame.casualties) or bool(frame.weapons))
        return True

    def _only_refers(self, frame: Frame) -> bool:
        """Whether it speaks of deeds that it takes as known, with nothing new: "Tehran condemned the raids"."""
        if frame.casualties or frame.weapons or any(not d.is_since for d in frame.dates):
            return False
        return all(t.voice == "noun" and self._definite(frame, t) for t in frame.triggers)

    def _definite(self, frame: Frame, trigger: Trigger) -> bool:
        scene = self.scene
        if not scene.words.subject_first:
            return scene.text[trigger.start : trigger.end].startswith("ال") or scene.text[
                max(0, trigger.start - 2) : trigger.start
            ] in ("ال", "لل")
        before = scene.between(max(frame.start, trigger.start - 24), trigger.start).split()
        return bool({"the", "these", "those", "this", "such"} & set(before[-2:]))

    def _match(self, where: Where, frame: Frame, dated: Dated | None) -> Event | None:
        best = None
        for event in reversed(self.events):
            same = _same_place(event.where, where, self.scene)
            if not same and not (event.where.fine and where.fine) and _same_victims(event, frame):
                same = 2
            if same == 1 and not self._is_retold(event, frame, dated):
                continue
            if not same or not _may_be_of(event, dated):
                continue
            if _sides_clash(event, frame):
                continue
            if (
                frame.repeat
                and event.date
                and frame.reported_attack
                and event.first.sentence.role != "headline"
            ):
                continue
            if (
                frame.background
                and not event.background
                and event.date is not None
                and dated is None
                and same < 2
            ):
                continue
            best = event if best is None else best
            if same == 2:
                return event
        return best

    def _is_retold(self, event: Event, frame: Frame, dated: Dated | None) -> bool:
        """Whether a deed told of the wider or narrower place is the same: a headline, "the attack", the same day."""
        if any(d.needs_reference or d.kind == "ago" for d in frame.dates) or frame.another:
            return False
        if not event.where.fine and event.first.sentence.role == "headline":
            return True
        if self._refers_back(frame) and frame.reported_attack:
            return True
        told_last = (
            event is self.current and frame.sentence.paragraph - event.frames[-1].sentence.paragraph <= 1
        )
        if (
            told_last
            and event.date is None
            and not frame.background
            and not frame.repeat
            and len(event.frames) == 1
        ):
            return True
        same_day = dated is not None and event.date is not None and dated[0] == event.date
        sides = {(p.actor, p.side) for f in event.frames for p in f.parties} & {
            (p.actor, p.side) for p in frame.parties
        }
        weapons = {w for f in event.frames for w in f.weapons} & set(frame.weapons)
        return bool(sides) + bool(weapons) + same_day >= 2 and not frame.background and not frame.another

    def _add(self, event: Event, frame: Frame, dated: Dated | None, where: Where | None = None) -> None:
        event.frames.append(frame)
        if where is not None and _FINENESS.index(where.precision) < _FINENESS.index(event.where.precision):
            event.where = where
        if frame.launches and event.launch is None:
            event.launch = frame.launches[0]
        if dated and frame.triggers and _says_more(dated, event):
            event.date, event.date_phrase, event.date_why, event.date_trust = dated

    def _add_to_current(self, frame: Frame, dated: Dated | None) -> bool:
        """A frame without a place says more of the event told last, if it can be that one."""
        event = self.current
        if (
            event is None
            or frame.background
            or frame.sentence.paragraph - event.frames[-1].sentence.paragraph > 2
        ):
            return False
        if not frame.triggers and (frame.places or frame.sentence.role != "body"):
            return False
        if frame.triggers and not self._refers_back(frame):
            return False
        if not _may_be_of(event, dated) or _sides_clash(event, frame):
            return False
        self._add(event, frame, dated)
        return True

    def _arm(self, frame: Frame, places: list[Use]) -> None:
        """A sentence without a deed that names a weapon at the place of one told: "At the base it was missiles"."""
        for event in reversed(self.events):
            near = frame.sentence.paragraph - event.frames[-1].sentence.paragraph <= 1
            if near and any(_same_place(event.where, u.where, self.scene) == 2 for u in places):
                event.frames.append(replace(frame, dates=[]))
                return

    def _weighs(self, frame: Frame, dated: Dated | None) -> bool:
        """Whether a deed without a place says enough to be looked for in the sentences before."""
        victims = any(c.best and not c.total for c in frame.casualties)
        day = dated is not None and dated[0].precision == "day" and dated[3] >= 0.6
        return (
            bool(frame.triggers)
            and frame.sentence.role == "body"
            and not frame.background
            and ((frame.reported_attack and (victims or day or bool(frame.weapons))) or (victims and day))
        )

    def _pending_date(self, frame: Frame) -> Dated | None:
        """The day of a deed told just before without its place: "Details of Thursday's attack …"."""
        for use, caption, said in self.captions:
            told = self.events[-1].where
            if (
                said
                and caption.weapons
                and set(caption.weapons) & set(frame.weapons)
                and _same_place(told, use.where, self.scene)
            ):
                return (*said[:3], 0.7)
        number, dated = self.pending
        return dated if dated and self.number - number <= 2 and not frame.background else None

    def _places_before(self, frame: Frame) -> list[Use]:
        """The place named last, in the sentence or two before: where the story is."""
        near = [use for number, use in self.here if self.number - number <= 2]
        if near or frame.sentence.paragraph > _LEAD_PARAGRAPHS or not any(c.best for c in frame.casualties):
            return near[-1:]
        # Where the article names one town in its first lines, that is where its first deed was.
        towns = {use.where.place.id: use for _, use in self.here}
        return list(towns.values()) if len(towns) == 1 else []

    def _remember(self, frame: Frame) -> None:
        self.here += [(self.number, u) for u in frame.places if u.where.fine]

    def _refers_back(self, frame: Frame) -> bool:
        """Whether a deed without a place is the one just told: "the attack", "the base", its victims."""
        scene = self.scene
        if not frame.reported_attack or scene.has("cues.same_place", frame.start, frame.end):
            return True
        first = frame.triggers[0]
        since = frame.sentence.start if first.voice == "passive" else frame.start
        before = scene.between(max(since, first.start - 60), first.start).split()
        definite = {"the", "this", "its", "their", "that"} if scene.words.subject_first else set()
        if definite & set(before if first.voice == "passive" else before[-3:]):
            return True
        for trigger in frame.triggers:
            if trigger.voice == "noun" and definite & set(
                scene.between(max(frame.start, trigger.start - 30), trigger.start).split()[-3:]
            ):
                return True
        event = self.current
        if event is not None and not frame.another:
            mine = {p.actor for p in frame.parties if p.side == "attacker"}
            theirs = {p.actor for f in event.frames for p in f.parties if p.side == "attacker"}
            if mine & theirs and set(frame.weapons) & {w for f in event.frames for w in f.weapons}:
                return True
        return not scene.words.subject_first and scene.text[first.start : first.end].startswith(
            ("ال", "وال", "بال")
        )

    def _date(self, frame: Frame, near: int | None = None) -> Dated | None:
        """The day that the frame gives its event: said with the deed, else with the report of it."""
        head = dateline_end(self.scene, frame.sentence)
        own = [d for d in frame.dates if not d.is_since and not d.names_event and d.start >= head]
        reporting = [d for d in own if self._dates_a_report(d, frame)]
        candidates = [d for d in own if d not in reporting] or reporting
        rest = [
            d
            for d in self.scene.dates_in(frame.sentence.start, frame.sentence.end)
            if d not in frame.dates
            and d.start >= head
            and not d.is_since
            and not d.names_event
            and not any(a <= d.start < b for a, b in frame.foreign)
        ]
        mine = [d for d in rest if d.needs_reference or self._nearest_is_in(frame, d)]
        reported = candidates == reporting and bool(reporting)
        if (
            frame.background
            and (sequence := self._in_sequence(frame) or self._counted_back(frame)) is not None
        ):
            return sequence
        if frame.background and reported:
            candidates = []
        groups = [(0.6 if reported else 1.0, candidates)]
        if reporting and not reported and not frame.background:
            groups.append((0.6, reporting))
        if not frame.background:
            groups += [(0.8, [d for d in mine if not self._dates_a_report(d, frame)]), (0.5, rest)]
        if not frame.background and (heading := self._heading(frame)) is not None:
            groups.append((0.8, [heading]))
        for trust, group in groups:
            dated = self._resolve(group, frame, trust, near)
            if dated:
                return dated
        return None

    def _heading(self, frame: Frame) -> DatePhrase | None:
        """A day that stands alone at the head of the paragraph, or on the line above: "WEDNESDAY.", "12 June"."""
        scene, paragraph = self.scene, frame.sentence.paragraph
        for sentence in scene.sentences:
            if sentence.paragraph not in (paragraph - 1, paragraph) or sentence.start >= frame.sentence.start:
                continue
            dates = scene.dates_in(sentence.start, sentence.end)
            alone = dates and sentence.end - sentence.start <= len(dates[0].text) + 6
            if alone and dates[0].kind in ("date", "weekday") and sentence.paragraph > 2:
                return dates[0]
        return None

    def _reference(self, frame: Frame) -> DateRange | None:
        """What "two days earlier" counts from: the day named last, else that of the event told last."""
        event = next((e for e in reversed(self.events) if e.date is not None), None)
        for phrase in reversed(self.scene.dates_in(0, frame.start)):
            if phrase.kind in ("date", "weekday", "today") and not phrase.is_since and not phrase.names_event:
                if (
                    event is not None
                    and event.date_phrase is not None
                    and event.date_phrase.start >= phrase.start
                ):
                    break
                resolved = resolve_date(phrase, anchor=self.scene.anchor.day).range
                if resolved is not None and resolved.precision == "day":
                    return resolved
        return event.date if event else None

    def _counted_back(self, frame: Frame) -> Dated | None:
        """ "On 30 January, two days after a drone struck …": the drone's day is counted back from the other."""
        for phrase in self.scene.dates_in(frame.sentence.start, frame.start + 8):
            days = _DAYS_IN.get(phrase.unit or "", 0) * (phrase.low or 0)
            if not (
                phrase.needs_reference
                and days
                and phrase.low == phrase.high
                and -2 <= phrase.end - frame.start <= 8
            ):
                continue
            main = self._reference(frame) if self.scene.dates_in(frame.sentence.start, phrase.start) else None
            main = main or (self.current.date if self.current else None)
            if main is not None and main.precision == "day":
                day = main.start - dt.timedelta(days=days)
                return (
                    DateRange(day, day, "day"),
                    phrase,
                    f"{phrase.text!r} counted back from {main.start}",
                    0.8,
                )
        return None

    def _in_sequence(self, frame: Frame) -> Dated | None:
        """ "The attack was preceded by another": some day up to that of the event just told."""
        opener = self.scene.between(frame.start, frame.start + 16)
        event = self.current
        if not opener.startswith("preceded by") or event is None or event.date is None:
            return None
        days = DateRange(event.date.start - dt.timedelta(days=_NEWS_DAYS), event.date.start, "week")
        phrase = event.date_phrase
        return (days, phrase, f"before the event at {event.where.name}", 0.5) if phrase else None

    def _today(self, phrase: DatePhrase) -> dt.date | None:
        """The day that "today" and "overnight" are told from: the story's own, where a collector dated the article."""
        anchor = self.scene.anchor
        if phrase.kind not in ("night", "today") or anchor.trust >= 0.95:
            return anchor.day
        told = next(
            (
                e.date.start
                for e in self.events
                if e.date_phrase and e.date_phrase.kind == "weekday" and e.date
            ),
            None,
        )
        story = self.story_day or told
        return story if story and anchor.day and 0 < (anchor.day - story).days <= _NEWS_DAYS else anchor.day

    def _nearest_is_in(self, frame: Frame, phrase: DatePhrase) -> bool:
        """Whether the deed nearest to a date is one of this frame's."""
        triggers = self.scene.cues("triggers.", frame.sentence.start, frame.sentence.end)
        if not triggers:
            return False
        nearest = min(triggers, key=lambda t: max(t.start - phrase.end, phrase.start - t.end))
        return any(t.start == nearest.start for t in frame.triggers)

    def _resolve(
        self, phrases: Iterable[DatePhrase], frame: Frame, trust: float, near: int | None
    ) -> Dated | None:
        reference = self._reference(frame)
        at = near if near is not None else frame.triggers[0].start if frame.triggers else frame.start
        best: Dated | None = None
        for phrase in sorted(phrases, key=lambda d: abs(d.start - at)):
            if phrase.needs_reference and phrase.text.split()[-1].lower() in _OPEN_ENDED:
                continue  # "hours after the raid": after what, is not known
            resolved = resolve_date(phrase, anchor=self._today(phrase), reference=reference)
            if resolved.range is None or resolved.range.precision == "unknown":
                continue
            if best is None or (best[0].precision in _VAGUE_DATES and resolved.range.precision == "day"):
                best = (resolved.range, phrase, resolved.why, trust)
        return best

    def _dates_a_report(self, phrase: DatePhrase, frame: Frame) -> bool:
        """Whether the day is the day of a statement: "said on Friday", "in a Thursday statement"."""
        scene = self.scene
        near = scene.cues("cues.report", max(frame.start, phrase.start - 30), min(frame.end, phrase.end + 25))
        return any(
            len(scene.between(min(c.end, phrase.end), max(c.start, phrase.start)).split()) <= 4
            and not scene.has("triggers.", min(c.start, phrase.start), max(c.end, phrase.end))
            for c in near
        )

    def _inherit_dates(self) -> None:
        """An event told right after a dated one, not as its past, happened with it unless the text says more."""
        last: Event | None = None
        for event in self.events:
            if event.date is not None and event.date_trust >= 0.5:
                last = event if not event.background else last
                continue
            if last is None or last.date is None or event.background or not event.where.fine:
                continue
            gap = event.first.sentence.paragraph - last.frames[-1].sentence.paragraph
            if gap <= 1 and not _past_perfect(self.scene, event) and not self._is_news_day(last.date):
                event.date, event.date_phrase, event.date_trust = last.date, last.date_phrase, 0.3
                event.date_why = f"told with the event at {last.where.name}, which is dated"

    def _is_news_day(self, date: DateRange) -> bool:
        """Whether a day is of the days before the article, so that the range of news covers it."""
        day = self.scene.anchor.day
        return (
            day is not None and self.scene.anchor.trust >= 0.7 and 0 <= (day - date.start).days <= _NEWS_DAYS
        )

    def _date_news(self) -> None:
        """What an article tells as news, without a day, happened in the days before it came out."""
        anchor = self.scene.anchor
        if anchor.day is None or anchor.trust < 0.7:
            return
        for event in self.events:
            if event.date is None and not event.background and not _past_perfect(self.scene, event):
                event.date = DateRange(anchor.day - dt.timedelta(days=_NEWS_DAYS), anchor.day, "week")
                event.date_trust = 0.2
                event.date_why = f"no day is given; the article of {anchor.day} tells it as news"

    def _without_vague(self, events: list[Event]) -> list[Event]:
        """Drops events known only to a country where they repeat, in general words, what is told precisely."""
        events = [e for e in events if not self._is_figure_of_speech(e)]
        fine = [e for e in events if e.where.fine]
        return [e for e in events if e.where.fine or self._stands_alone(e, fine)]

    def _is_figure_of_speech(self, event: Event) -> bool:
        """Whether words such as "hammered" are all that there is: no weapon, no victim, nobody armed."""
        scene = self.scene
        words = scene.words.folded("cues", "figurative")
        if not all(t.text in words for f in event.frames for t in f.triggers):
            return False
        kinds = scene.atlas.gazetteer.actors
        armed = any(kinds[p.actor].kind != "state" for p in event.parties())
        telling = any(
            f.weapons
            or f.casualties
            or any(s.kind == "claim" for s in f.stances)
            or scene.has("actors.armed", f.sentence.start, f.sentence.end)
            for f in event.frames
        )
        return not armed and not telling

    def _stands_alone(self, event: Event, fine: list[Event]) -> bool:
        inside = [e for e in fine if self.scene.atlas.contains(event.where.place, e.where.place)]
        if any(_dates_agree(e.date, event.date) and not _sides_clash(e, event.first) for e in inside):
            return False
        if event.where.precision != "country" and event.first.sentence.role == "body":
            return (
                any(f.weapons or f.casualties for f in event.frames) and not event.background
            ) or event.date_trust >= 0.5
        has_victims = any(c.best for f in event.frames for c in f.casualties if not c.total)
        one = any(t.voice != "noun" or not t.text.endswith("s") for f in event.frames for t in f.triggers)
        return has_victims or (one and event.date is not None and event.date.precision == "day")


_FINENESS = ("exact", "site", "locality", "near", "district", "governorate", "sea", "country", "unknown")


def unplaced(scene: Scene, placeless: Iterable[Frame]) -> list[Unplaced]:
    """The names that nothing knows in sentences that tell of deeds, and the deeds that have no place at all."""
    found = {}
    for name in scene.unknown:
        sentence = scene.sentence_at(name.start)
        if sentence and sentence.role == "body" and scene.cues("triggers.", sentence.start, sentence.end):
            words = scene.text[name.start : name.end]
            found[words] = (words, sentence, "no gazetteer knows this name")
    for frame in placeless:
        if frame.sentence.start not in {s.start for _, s, _ in found.values()}:
            found[str(frame.start)] = ("", frame.sentence, "the text does not say where")
    return [
        Unplaced(text=text, article=scene.article.id, sentence=scene.text[s.start : s.end], reason=reason)
        for text, s, reason in found.values()
    ]


Dated = tuple[DateRange, DatePhrase, str, float]


_WAR_WORDS = 2  # fewer telling words than this, and "hammered" or "blasted" is said of a market or a storm


def _is_about_something_else(scene: Scene) -> bool:
    """Whether nothing in the article speaks of arms, armed people or victims: its attacks are figures of speech."""
    cues = {(c.tag, c.text) for c in scene.reading.cues if c.tag.startswith("weapons.")}
    kinds = scene.atlas.gazetteer.actors
    armed = {m.actors[0] for m in scene.reading.mentions if m.actors and kinds[m.actors[0]].kind != "state"}
    forces = {c.text for c in scene.cues_by_tag.get("actors.armed", [])}
    victims = {c.text for c in scene.triggers if c.tag.startswith("triggers.casualty")}
    return len(cues) + len(armed) + len(forces) + len(victims) < _WAR_WORDS


def _past_perfect(scene: Scene, event: Event) -> bool:
    """Whether it is told as what had happened before."""
    words = scene.between(event.first.start, event.first.end).split()
    return scene.words.subject_first and "had" in words


def _same_victims(event: Event, frame: Frame) -> bool:
    """Whether both tell of the same number of dead on the same side."""
    mine = {c.best for c in frame.casualties if c.what == "killed" and c.best and c.best > 1 and not c.total}
    theirs = {c.best for f in event.frames for c in f.casualties if c.what == "killed" and not c.total}
    sides = {p.actor for p in frame.parties if p.side == "target"} & {
        p.actor for p in event.parties() if p.side == "target"
    }
    return bool(mine & theirs) and bool(sides)


def _says_more(dated: Dated, event: Event) -> bool:
    """Whether a date is to replace the event's: a surer one, if it is at least as exact."""
    if event.date is None:
        return True
    order = ("day", "week", "month", "year", "unknown")
    exact = order.index(dated[0].precision) <= order.index(event.date.precision)
    return exact and dated[3] > event.date_trust


def _distinct(uses: list[Use]) -> list[Use]:
    seen: dict[str, Use] = {}
    for use in uses:
        seen.setdefault(use.where.place.id, use)
    return list(seen.values())


def _same_place(a: Where, b: Where, scene: Scene) -> int:
    """2: the same place; 1: one lies in the other, or they touch; 0: two places."""
    if a.place.id == b.place.id and a.name == b.name:
        return 2
    if a.fine and b.fine:
        settled = (a.place.kind in _SETTLEMENTS) != (b.place.kind in _SETTLEMENTS)
        if (
            settled
            and a.place.admin1 == b.place.admin1
            and distance_km(a.lon, a.lat, b.lon, b.lat) <= _IN_TOWN_KM
        ):
            return 1
        reach = (
            SAME_PLACE_KM + (a.place.extent_km or 0) + (b.place.extent_km or 0)
            if a.place.id in (*b.place.part_of, *b.place.near)
            or b.place.id in (*a.place.part_of, *a.place.near)
            else SAME_PLACE_KM
        )
        return 1 if distance_km(a.lon, a.lat, b.lon, b.lat) <= reach else 0
    if a.place.id == b.place.id:
        return 1
    contains = scene.atlas.contains(a.place, b.place) or scene.atlas.contains(b.place, a.place)
    return 1 if contains else 0


_ITEM = re.compile(r"\s*(?:[-–—•●▪◦*·]|\d{1,2}[.)]|\(\w\))\s*\S?")


def _line_head(scene: Scene, start: int) -> str:
    line = scene.text.rfind("\n", 0, start) + 1
    return scene.text[line : start + 2]


def _opens_a_list(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence ends with a colon."""
    return scene.text[sentence.start : sentence.end].rstrip().endswith((":", "："))


def _may_be_of(event: Event, dated: Dated | None) -> bool:
    """Whether a date may be the event's. The day of a report is only the last day that it can have."""
    if dated is None or event.date is None or _dates_agree(event.date, dated[0]):
        return True
    if event.date_trust <= 0.6 < dated[3]:
        return 0 <= (event.date.start - dated[0].end).days <= _REPORTED_WITHIN
    if dated[3] <= 0.6 < event.date_trust:
        return 0 <= (dated[0].start - event.date.end).days <= _REPORTED_WITHIN
    return False


def _dates_agree(a: DateRange | None, b: DateRange | None) -> bool:
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def _sides_clash(event: Event, frame: Frame) -> bool:
    """Whether one's attacker is the other's target: a strike and the reply to it are two events."""
    attackers = {p.actor for f in event.frames for p in f.parties if p.side == "attacker" and p.weight >= 1.5}
    targets = {p.actor for f in event.frames for p in f.parties if p.side == "target" and p.weight >= 1.5}
    mine = {p.actor for p in frame.parties if p.side == "attacker" and p.weight >= 1.5}
    theirs = {p.actor for p in frame.parties if p.side == "target" and p.weight >= 1.5}
    return bool((attackers & theirs) - targets) or bool((targets & mine) - attackers)
