"""Days that are counted from others: from the day told before, from one that the sentence names, from the article's."""

from __future__ import annotations

import datetime as dt

from geomap import dates
from geomap.dates import DateRange
from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.spans import away
from geomap.extract.dates.when import DatePhrase
from geomap.extract.dating.behind import counted_at_the_opening, counted_from_one_told
from geomap.extract.days.named import day_named, ends_there
from geomap.extract.days.narrative import (
    HOURS,
    Narrative,
    Stand,
    counts_days,
    hour_of,
    moves_time,
    says_only_the_hour,
)
from geomap.extract.event import Dated, Event, Told
from geomap.extract.scene import Scene

_NAMES_A_DAY = ("date", "weekday", "today")
_SEQUENCE_DAYS = 3  # how long before a deed the one that preceded it may lie
_SAID_WITH_THE_DEED = 0.8  # from here on a week or a month is the deed's own
_A_DAY_OR_SO = 3  # days: "from Friday to Sunday"
_NEAR = 40  # characters between a day and what goes on from it
_OPENER = 16  # characters of the word with which such a clause opens
_SINCE_WITHIN = 3  # days before the article in which a day is when its deeds began


class Counted:
    """Counts the days of one article, given what it has told so far."""

    def __init__(self, scene: Scene, told: Told, narrative: Narrative) -> None:
        self._scene = scene
        self._told = told
        self._narrative = narrative

    def at_once(self, frame: Frame) -> Dated | None:
        """The day that is counted from one before the deed, whatever else is named: "a day after …", "غداة …"."""
        opened = counted_at_the_opening(self._scene, frame)
        opened = opened or counted_from_one_told(self._scene, self._told.events, frame)
        return opened or (None if frame.background else self._the_day_before(frame))

    def of_the_past(self, frame: Frame) -> Dated | None:
        """The day of a deed that is told as the past of another."""
        return (
            self._in_sequence(frame)
            or self._soon_after(frame)
            or self._counted_back(frame)
            or self._the_day_before(frame)
        )

    def of_the_news(self, frame: Frame) -> Dated | None:
        """The day of a deed to which its own words give none."""
        return (
            self._counted_on(frame)
            or self._at_the_same_hour(frame)
            or self._so_far(frame)
            or self._the_next_morning(frame)
        )

    def reference(self, phrase: DatePhrase) -> DateRange | None:
        """What "two days earlier" counts from: the day named last, else that of the event told last."""
        if phrase.day is not None and (month := self._month_before(phrase)) is not None:
            return month
        if phrase.shift == 0 and (began := self._day_it_began(phrase)) is not None:
            return began
        event = next((e for e in reversed(self._told.events) if _is_dated_otherwise(e, phrase)), None)
        told = event.dated.phrase if event is not None and event.dated is not None else None
        stand = self._narrative.before(phrase)
        if (weeks := self._weeks_just_told(phrase, stand)) is not None:
            return weeks
        if stand is not None and (told is None or told.start < stand.phrase.start):
            return stand.days
        if event is None or event.date is None or (counts_days(phrase) and event.date.precision != "day"):
            return stand.days if stand else None
        return event.date

    def _weeks_just_told(self, phrase: DatePhrase, stand: Stand | None) -> DateRange | None:
        """The week or month of the deed just told, where no day is told behind it: "Last week … The next day …"."""
        event = self._told.current
        if not counts_days(phrase) or event is None or event.dated is None or event.dated.phrase is None:
            return None
        told = event.dated
        if told.range.precision not in ("week", "month") or told.range.days <= _A_DAY_OR_SO:
            return None
        if told.trust < _SAID_WITH_THE_DEED:
            return None
        if stand is not None and stand.phrase.start > event.dated.phrase.start:
            return None
        sentence = self._scene.sentence_at(phrase.start)
        near = sentence is not None and sentence.paragraph - event.last.sentence.paragraph <= 1
        return event.dated.range if near else None

    def _month_before(self, phrase: DatePhrase) -> DateRange | None:
        """The month that the sentence has named, since when or in which: "since they came in March; on the 2nd …".

        Or the sentence before, where that names no day: "Remember March. On the 2nd …".
        """
        scene = self._scene
        sentence = scene.sentence_at(phrase.start)
        if sentence is None:
            return None
        named = [p for p in scene.dates_in(sentence.start, phrase.start) if p.kind == "date" and p.month]
        if not named and (before := scene.sentence_at(sentence.start - 2)) is not None:
            near = scene.dates_in(before.start, before.end) if before.paragraph == sentence.paragraph else []
            named = [p for p in near[-1:] if p.kind == "date" and p.month and p.day is None]
        return day_named(scene, named[-1]) if named else None

    def _day_it_began(self, phrase: DatePhrase) -> DateRange | None:
        """The day since when something went on: "on the offensive since Sunday. That day they shelled A"."""
        if phrase.unit != "day":
            return None
        kinds = (*_NAMES_A_DAY, "offset")
        before = next((p for p in self._scene.dates_before(phrase.start) if p.kind in kinds), None)
        near = before is not None and phrase.start - before.end <= _NEAR and before.is_since
        if before is None or not near or before.names_event:
            return None
        days = day_named(self._scene, before)
        return days if days is not None and days.precision == "day" else None

    def is_open_ended(self, phrase: DatePhrase) -> bool:
        """Whether a phrase counts from what its next words name; "the day before, …" counts from what was told."""
        if not phrase.needs_reference:
            return False
        ends = phrase.text.split()[-1].lower() in self._scene.language.open_ended
        return ends and not ends_there(self._scene, phrase)

    def _counted_on(self, frame: Frame) -> Dated | None:
        """ "The raid came two days after rockets hit the base on Thursday": counted from the day behind."""
        sentence, behind = frame.sentence, max((t.end for t in frame.triggers), default=frame.end)
        for phrase in self._scene.dates_in(behind, sentence.end):
            if (
                phrase.shift != 1
                or not self.is_open_ended(phrase)
                or "," in self._scene.text[behind : phrase.start]
            ):
                continue
            for base in self._scene.dates_in(phrase.end, sentence.end):
                days = (
                    day_named(self._scene, base) if base.kind in _NAMES_A_DAY and moves_time(base) else None
                )
                if days is not None and days.precision == "day":
                    return Dated(
                        away(days, phrase, 1), phrase, f"{phrase.text!r} counted from {days.start}", 0.8
                    )
        return None

    def from_the_statement(self, said: Dated, frame: Frame) -> Dated | None:
        """ "…, the army said on Monday, three days after the attack": counted back from the day of the statement."""
        if said.phrase is None or said.range.precision != "day":
            return None
        for phrase in self._scene.dates_in(said.phrase.end, min(frame.sentence.end, said.phrase.end + 40)):
            if phrase.shift != 1 or not self.is_open_ended(phrase):
                continue
            gap = self._scene.text[said.phrase.end : phrase.start].strip()
            deeds = self._scene.cues("triggers.", phrase.end, phrase.end + 40)
            if gap in ("", ",") and deeds and deeds[0].tag.endswith(".nouns"):
                days = away(said.range, phrase, -1)
                return Dated(days, phrase, f"{phrase.text!r} counted back from {said.range.start}", 0.8)
        return None

    def _at_the_same_hour(self, frame: Frame) -> Dated | None:
        """ "At about the same hour a patrol was ambushed in B": of the day of the deed told before, wherever it was."""
        event = self._told.current
        if event is None or event.dated is None or event.dated.range.precision != "day" or event.background:
            return None
        for phrase in self._scene.dates_in(frame.sentence.start, frame.end):
            if says_only_the_hour(phrase):
                why = f"{phrase.text!r} as the event at {event.where.name}"
                return Dated(event.dated.range, phrase, why, 0.6)
        return None

    def _so_far(self, frame: Frame) -> Dated | None:
        """ "Drones have struck A since dawn on Sunday": on that day, or up to the article's."""
        today = self._scene.anchor.day
        for phrase in frame.dates:
            if not phrase.is_since or not phrase.time_of_day or phrase.names_event or today is None:
                continue
            days = day_named(self._scene, phrase)
            if (
                days is not None
                and days.precision == "day"
                and 0 <= (today - days.start).days <= _SINCE_WITHIN
            ):
                return Dated(dates.spanning(days.start, today), phrase, f"from {phrase.text!r} on", 0.5)
        return None

    def _the_next_morning(self, frame: Frame) -> Dated | None:
        """ "… on Saturday night. At four in the morning a drone struck": of the night's other day."""
        hours = [hour for d in frame.dates if d.kind == "time" and (hour := hour_of(d)) is not None]
        stand = self._narrative.reached(frame.sentence, frame.start) if hours else None
        before = hour_of(stand.phrase) if stand is not None else None
        if stand is None or before is None or stand.days.days != 1:
            return None
        if before < HOURS["evening"] or hours[0] > HOURS["noon"]:
            return None
        day = stand.days.start + dt.timedelta(days=1)
        return Dated(dates.on_day(day), stand.phrase, f"the morning behind {stand.phrase.text!r}", 0.6)

    def _counted_back(self, frame: Frame) -> Dated | None:
        """ "On 30 January, two days after a drone struck …": the drone's day is counted back from the other."""
        for phrase in self._scene.dates_in(
            frame.sentence.start, max(frame.start + 16, self._told_after(frame))
        ):
            leads = -2 <= phrase.end - frame.start <= (8 if self._scene.language.subject_first else 16)
            leads = leads or frame.start < phrase.end <= self._told_after(frame)
            if not (phrase.needs_reference and phrase.shift and leads):
                continue
            main = None
            if self._scene.dates_in(frame.sentence.start, phrase.start):
                main = self.reference(phrase)
            main = main or self._day_behind(frame, phrase) or self._today_behind(frame)
            if main is None and self._told.current is not None:
                main = self._told.current.date
            if main is not None and main.precision == "day":
                why = f"{phrase.text!r} counted back from {main.start}"
                return Dated(away(main, phrase, -1), phrase, why, 0.8)
        return None

    def _the_day_before(self, frame: Frame) -> Dated | None:
        """ "ويأتي ذلك غداة غارة …": on the day before that of the event just told, or of the story."""
        first = min((t.start for t in frame.triggers), default=frame.start)
        before = self._scene.between(frame.start, first).split()
        word = [w for w in before if w != self._scene.language.article][-1:]
        if self._scene.language.morrow.isdisjoint(word):
            return None
        event, story = self._told.current, self._narrative.story
        named = [d for d in self._scene.dates_in(frame.sentence.start, first) if d.kind in _NAMES_A_DAY]
        days = day_named(self._scene, named[-1]) if named and not named[-1].is_since else None
        if days is None and event is not None:
            days = event.date
        if days is None or days.days != 1:
            days = story.days if story is not None else None
        if days is None or days.days != 1:
            return None
        day = days.start - dt.timedelta(days=1)
        return Dated(dates.on_day(day), None, f"the day before {days.start}", 0.8)

    def _told_after(self, frame: Frame) -> int:
        """Where the deed stands in "ويأتي ذلك بعد أربعة أيام من تفجير …", which was so long before; else 0."""
        comes = self._scene.language.comes_after.match(self._scene.between(frame.start, frame.end))
        behind = frame.start + comes.end() if comes else frame.end
        return min((t.start for t in frame.triggers if t.start >= behind), default=0)

    def named_behind(self, phrases: list[DatePhrase], frame: Frame) -> list[DatePhrase]:
        """The days that are named behind a deed which the news came so long after: they say more than the count."""
        at = self._told_after(frame)
        if named := [p for p in phrases if at and p.start > at and p.kind in _NAMES_A_DAY]:
            return named
        scene = self._scene
        counted = [d for d in scene.dates_in(frame.start - _NEAR, frame.start + _OPENER) if d.shift == 1]
        if not any(d.needs_reference and d.end >= frame.start for d in counted):
            return []
        while_there = scene.dates_in(frame.end, frame.sentence.end) if self._goes_on_there(frame) else []
        own = [p for p in phrases if self._closes_the_deed(frame, p)]
        return own or [d for d in while_there[:1] if d.kind == "date" and d.day is not None]

    def _closes_the_deed(self, frame: Frame, phrase: DatePhrase) -> bool:
        """Whether a day of a month is the deed's: "a month after fighters killed 40 in A on 15 August"."""
        before = [t for t in frame.triggers if t.end <= phrase.start]
        if phrase.kind != "date" or phrase.day is None or not before or len(before) < len(frame.triggers):
            return False
        deeds = [t for t in before if t.voice != "noun"] or before[:1]
        return len(deeds) == 1 and "," not in self._scene.text[deeds[0].end : phrase.start]

    def _goes_on_there(self, frame: Frame) -> bool:
        """Whether what went on when the deed was done stands behind it: ", where villagers were digging on …"."""
        behind = self._scene.between(frame.end, frame.end + _NEAR)
        return self._scene.language.meanwhile_there.match(behind.lstrip(", ")) is not None

    def from_the_story(self, frame: Frame) -> Dated | None:
        """ "It was the night after jets had bombed A", where no other day is told: counted back from the story's."""
        story = self._narrative.story
        if story is None or story.said:
            return None
        for phrase in self._scene.dates_in(frame.sentence.start, frame.start + 16):
            if phrase.needs_reference and phrase.shift and -2 <= phrase.end - frame.start <= 16:
                day = away(story.days, phrase, -1)  # of that day perhaps, perhaps of the day after
                days = dates.spanning(day.start, day.end + dt.timedelta(days=1))
                return Dated(days, phrase, f"{phrase.text!r} counted back from {story.days.start}", 0.5)
        return None

    def _day_behind(self, frame: Frame, counted: DatePhrase) -> DateRange | None:
        """The day that the sentence names behind a frame: "Two days after the raid, rockets hit the base on Sunday"."""
        first = min((t.end for t in frame.triggers), default=frame.end)
        opens = counted.start - frame.sentence.start <= 2
        if not opens and self._goes_on_there(frame):
            return None
        comma = self._scene.text.find(",", first, frame.end) if opens else 0
        for phrase in self._scene.dates_in(comma if comma > 0 else frame.end, frame.sentence.end):
            if phrase.kind in ("date", "weekday", "today") and not phrase.is_since and not phrase.names_event:
                return day_named(self._scene, phrase)
        return None

    def _today_behind(self, frame: Frame) -> DateRange | None:
        """The article's day, where the rest of the sentence tells how things stand: "… after the raid, A is empty"."""
        today, present = self._scene.anchor.day, self._scene.language.present
        comma = self._scene.text.find(
            ",", min((t.end for t in frame.triggers), default=frame.end), frame.end + 1
        )
        rest = max(comma, frame.start) if comma > 0 else frame.end
        deeds = self._scene.cues("triggers.", rest, frame.sentence.end)
        another = any(not c.tag.startswith("triggers.casualty") for c in deeds)
        if today is None or another or self._scene.has("weapons.", rest, frame.sentence.end):
            return None
        words = self._scene.between(rest, frame.sentence.end).split()
        return None if present.isdisjoint(words) else dates.on_day(today)

    def _soon_after(self, frame: Frame) -> Dated | None:
        """ "Hours after the burials drones struck …", where no other deed is told: of the story's day, or the next."""
        scene, sentence = self._scene, frame.sentence
        rest = scene.text[frame.end : sentence.end].split(";")[0]  # behind it another speaks
        if scene.has("triggers.", sentence.start, frame.start):
            return None
        if not scene.language.pronouns.isdisjoint(scene.between(sentence.start, frame.start).split()[:1]):
            return None  # "It came hours after a man shot seven in A": that was before
        if scene.has("triggers.", frame.end, frame.end + len(rest)):
            return None
        for phrase in scene.dates_in(sentence.start, frame.start + 8):
            if phrase.unit not in ("minute", "hour") or not self.is_open_ended(phrase) or phrase.shift != 1:
                continue
            stand = self._narrative.reached(sentence, phrase.start) or self._narrative.story
            if stand is not None and stand.days.precision == "day":
                days = dates.spanning(stand.days.start, stand.days.end + dt.timedelta(days=1))
                return Dated(days, phrase, f"{phrase.text!r}, of or after {stand.phrase.text!r}", 0.4)
        return None

    def _in_sequence(self, frame: Frame) -> Dated | None:
        """ "The attack was preceded by another": some day up to that of the event just told."""
        opener = self._scene.between(frame.start, frame.start + 16)
        event = self._told.current
        if event is None or event.dated is None or event.dated.phrase is None:
            return None
        if not opener.startswith(tuple(self._scene.language.preceded)):
            return None
        last = event.dated.range.start
        days = DateRange(last - dt.timedelta(days=_SEQUENCE_DAYS), last, "week")
        return Dated(days, event.dated.phrase, f"before the event at {event.where.name}", 0.5)


def _is_dated_otherwise(event: Event, phrase: DatePhrase) -> bool:
    """Whether it has a day, and not by the phrase itself: two deeds of one sentence lie a day earlier, not two."""
    dated = event.dated
    return dated is not None and (dated.phrase is None or dated.phrase.start != phrase.start)
