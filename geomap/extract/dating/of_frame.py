"""Which day a frame gives its event: said with the deed, else with the report of it, else counted from another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cached_property

from geomap import dates
from geomap.dates import DateRange
from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.when import DatePhrase, Resolved, resolve_date
from geomap.extract.dating.behind import from_the_day_behind
from geomap.extract.dating.counted import Counted
from geomap.extract.dating.only_said import closes_the_news, counts_later, is_said_behind
from geomap.extract.dating.other_days import is_no_day_of_a_deed, stands_behind_its_deed, was_hardly_over
from geomap.extract.days.named import dates_a_report, day_named, follows_a_deed
from geomap.extract.days.narrative import Narrative, is_a_night
from geomap.extract.days.sections import Sections
from geomap.extract.days.stamp import is_a_stamp
from geomap.extract.event import Dated, Told
from geomap.extract.places.item_heads import head_of_the_item, heads_an_item
from geomap.extract.places.not_places import dateline_end
from geomap.extract.scene import Scene

_REPORT_TRUST = 0.6  # of the day of a statement about the deed
_SEQUENCE_DAYS = 3  # how long before a deed the one that preceded it may lie
_SAID_WITHIN = 3  # days between a deed and the statement of it
_TOLD_WITHIN = 7  # the same, where the paragraph has named the day of the deed
_STORY_DAYS = 3  # how far the day of the story may lie before the article's
_LONG_AGO = 60  # days
_SERVICE = 16  # characters around a weekday in which its prayer is named
_WHO_SAYS = 9  # words of ", the army said in a statement on"
_LEADS = 5  # characters before a day that opens a clause: "; on 2 August"
_BESIDE = re.compile(r"[^\S\n]*[,(–-]?[^\S\n]*(?:on )?")  # "two days earlier, on Sunday"
_VAGUE = ("week", "month", "year", "unknown")


class Dating:
    """Dates the frames of one article, given what it has told so far."""

    def __init__(self, scene: Scene, told: Told, narrative: Narrative) -> None:
        self._scene = scene
        self._told = told
        self._sections = Sections(scene)
        self._narrative = narrative
        self._counted = Counted(scene, told, narrative)
        story = self._narrative.story
        told.story = story.days.start if story is not None else None
        self._story_day = self._first_weekday()

    def date(self, frame: Frame, near: int | None = None) -> Dated | None:
        """The day that the frame gives its event; None where it gives none.

        Args:
            frame: The frame.
            near: The character to which the date's words must be nearest; None: the frame's first trigger.
        """
        if (counted := self._counted.at_once(frame)) is not None:
            return counted
        asked: dict[int, bool] = {}
        own = self._on_the_deed(frame.dates, frame, asked)
        reporting = [d for d in own if self._dates_a_report(d, frame)]
        with_deed = [d for d in own if d not in reporting]
        if frame.background:
            named = self._counted.named_behind(with_deed, frame)
            told = self._scene.dates_in(
                frame.sentence.start, frame.triggers[0].start if frame.triggers else frame.start
            )
            years = any(d.kind == "offset" and d.unit == "year" for d in told)  # "a year after …"
            given = [
                d for d in with_deed if d.is_absolute or (not years and stands_behind_its_deed(d, frame))
            ]
            full = self._resolve(named or given, frame, 1.0, near)
            counted = self._counted.of_the_past(frame)
            found = full or counted or self._resolve(with_deed, frame, 1.0, near) or self._gone_by(frame)
            return found or self._counted.from_the_story(frame)
        if (led := self._led_by(frame)) is not None:
            with_deed = [led]
        found = self._resolve(with_deed, frame, 1.0, near)
        if found is None and (said := self._resolve(reporting, frame, _REPORT_TRUST, near)) is not None:
            return self._not_later_than(said, frame)
        if found := found or self._by_its_sentence(frame, near, asked):
            return self._before_the_statement(found, reporting, frame)
        return self._counted.of_the_news(frame)

    def _by_its_sentence(self, frame: Frame, near: int | None, asked: dict[int, bool]) -> Dated | None:
        """The day that the sentence of a frame names elsewhere, or what heads it."""
        sentence = self._scene.dates_in(frame.sentence.start, frame.sentence.end)
        kept = self._on_the_deed(sentence, frame, asked)
        rest = [d for d in kept if d not in frame.dates and not _is_foreign(d, frame)]
        mine = [d for d in rest if d.needs_reference or self._nearest_is_in(frame, d)]
        mine = [d for d in mine if not self._dates_a_report(d, frame)]
        found = self._resolve(mine, frame, 0.8, near) or self._resolve(rest, frame, 0.5, near)
        if found is None and (heading := self._heading(frame)) is not None:
            found = self._resolve([heading], frame, 0.8, near)
        if (
            found is not None
            and found.phrase is not None
            and is_said_behind(self._scene, found.phrase, frame)
        ):
            return self._before_what_followed(found, found.phrase, frame)
        return found

    def _before_the_statement(self, found: Dated, reporting: list[DatePhrase], frame: Frame) -> Dated:
        """A weekday behind that of the statement is of the week before: "was hit on Thursday, it said on Friday"."""
        phrase = found.phrase
        if phrase is None or phrase.kind != "weekday" or phrase.which or found.range.precision != "day":
            return found
        said = self._resolve([d for d in reporting if d.kind == "weekday"], frame, _REPORT_TRUST, None)
        if said is None or said.range.precision != "day" or said.range.end >= found.range.start:
            return found
        week = dt.timedelta(days=7)
        days = DateRange(found.range.start - week, found.range.end - week, "day")
        return Dated(days, phrase, f"{found.why}; before {said.range.start}, when it was said", found.trust)

    def has_gone_back(self, frame: Frame) -> bool:
        """Whether the paragraph has gone back to long before the event told last: "Many recall 2017. A bomb …"."""
        told, stand = self._told.current, self._narrative.reached(frame.sentence, frame.start)
        if told is None or told.date is None or stand is None:
            return False
        return (told.date.start - stand.days.end).days > _LONG_AGO

    def _not_later_than(self, said: Dated, frame: Frame) -> Dated:
        """The day of a deed of which only the statement has a day: that of the story, or one up to the statement."""
        if (counted := self._counted.from_the_statement(said, frame)) is not None:
            return counted
        if said.range.precision != "day" or said.phrase is None:
            return said
        stand = self._narrative.reached(frame.sentence, frame.start)
        here = stand is not None
        stand = stand or self._narrative.story
        if stand is not None and not stand.said and stand.days.precision == "day":
            back = (said.range.start - stand.days.start).days
            if here and not frame.another and 0 <= back <= _TOLD_WITHIN:
                why = f"told of {stand.phrase.text!r}; {said.why}, when it was said"
                return Dated(stand.days, said.phrase, why, 0.55)
            if 0 <= back <= _SAID_WITHIN:
                why = f"between {stand.phrase.text!r} and {said.phrase.text!r}, when it was said"
                return Dated(dates.spanning(stand.days.start, said.range.end), said.phrase, why, 0.55)
        return self._before_what_followed(said, said.phrase, frame)

    def _before_what_followed(self, found: Dated, phrase: DatePhrase, frame: Frame) -> Dated:
        """Of "buried on Sunday" only the last day that the deed can have had; of a statement the day itself.

        So of "the toll has risen to 80, officials said on Sunday".
        """
        opens = frame.start if self._scene.language.subject_first else frame.sentence.start
        counts = counts_later(self._scene, phrase, opens, frame.end)
        if not (counts or follows_a_deed(self._scene, phrase, opens, frame.end)):
            return found._replace(only_said=closes_the_news(self._scene, phrase, frame))
        days = DateRange(found.range.start - dt.timedelta(days=_SEQUENCE_DAYS), found.range.end, "week")
        return Dated(days, phrase, f"no later than {phrase.text!r}, what followed it", 0.5)

    def _on_the_deed(
        self, dates: Sequence[DatePhrase], frame: Frame, asked: dict[int, bool]
    ) -> list[DatePhrase]:
        """Without the day of the dateline, and of what is only named by its day; `asked` keeps which those are."""
        for date in dates:
            if id(date) not in asked:
                asked[id(date)] = date.names_event or is_no_day_of_a_deed(self._scene, date, frame)
        kept = [d for d in dates if not asked[id(d)]]
        past = [d for d in kept if self._is_long_past(d)] if any(is_a_night(d) for d in kept) else []
        if past:
            kept = [d for d in kept if not (is_a_night(d) and self._is_of_then(d, past[0]))]
        head = dateline_end(self._scene, frame.sentence) if kept else 0
        closes = frame.sentence.end
        return [d for d in kept if d.start >= head and not is_a_stamp(self._scene, d, head, closes)]

    def _is_of_then(self, night: DatePhrase, past: DatePhrase) -> bool:
        """Whether a night is of the time beside it: "in June in an overnight raid", "an overnight raid in May"."""
        before = self._scene.between(max(0, night.start - _LEADS), night.start).split()[-1:]
        return past.start < night.start or not self._scene.language.determiners.isdisjoint(before)

    def _is_long_past(self, phrase: DatePhrase) -> bool:
        """Whether it names weeks, a month or a year that were over before last night."""
        today, days = self._scene.anchor.day, day_named(self._scene, phrase)
        if today is None or days is None or days.precision in ("day", "unknown"):
            return False
        return days.end < today - dt.timedelta(days=1)

    def _first_weekday(self) -> dt.date | None:
        """The weekday of the first sentences, as a day."""
        scene = self._scene
        for sentence in [s for s in scene.sentences if s.role == "body"][:2]:
            for phrase in scene.dates_in(sentence.start, sentence.end):
                if phrase.kind == "weekday" and not phrase.is_since:
                    resolved = resolve_date(phrase, anchor=scene.anchor.day)
                    return resolved.range.start if resolved.range else None
        return None

    def _led_by(self, frame: Frame) -> DatePhrase | None:
        """The day right before "when" and what happened then: "since 27 January 2019, when two bombers …"."""
        scene = self._scene
        first = min(
            [u.start for u in frame.places] + [t.start for t in frame.triggers[-1:]], default=frame.end
        )
        for phrase in scene.dates_in(max(frame.sentence.start, frame.start - 40), first):
            if phrase.kind not in ("date", "weekday", "today"):
                continue
            if _names_the_deed(phrase, frame):
                return phrase
            behind = scene.between(phrase.end, phrase.end + 16).lstrip(",، ")
            if behind.startswith(tuple(scene.language.when_words)) and not was_hardly_over(
                scene, phrase, frame
            ):
                return phrase
        return None

    def _heading(self, frame: Frame) -> DatePhrase | None:
        """A day that stands alone at the head of the paragraph, or on the line above: "WEDNESDAY.", "12 June"."""
        paragraph = frame.sentence.paragraph
        near = self._scene.sentences_of(paragraph - 1, frame.sentence.start) if self._alone else ()
        above = [s for s in near if s.paragraph != paragraph]
        for sentence in [*(s for s in near if s.paragraph == paragraph), *above]:
            if sentence.paragraph != paragraph and (sentence.paragraph <= 2 or len(above) > 1):
                continue  # the page's own day; the head of another item
            if (day := self._alone.get(sentence.start)) is not None:
                return day
        if (head := self._head_of_the_item(frame)) is not None:
            return head
        section = self._sections.at(frame.start)
        return section.phrase if section else None

    @cached_property
    def _alone(self) -> dict[int, DatePhrase]:
        """The days that are all that their sentences say, by where those start."""
        found = {}
        for sentence in self._scene.sentences:
            dates = self._scene.dates_in(sentence.start, sentence.end)
            alone = dates and sentence.end - sentence.start <= len(dates[0].text) + 6
            if alone and dates[0].kind in ("date", "weekday"):
                found[sentence.start] = dates[0]
        return found

    def _head_of_the_item(self, frame: Frame) -> DatePhrase | None:
        """The day that heads an item with its place: "5 May, Hass (Idlib). An aircraft dropped …"."""
        scene = self._scene
        head = head_of_the_item(scene, frame.sentence) if scene.items.are_listed else None
        dates = scene.dates_in(head.start, head.end) if head is not None else []
        if (
            head is None
            or head is frame.sentence
            or len(dates) != 1
            or dates[0].kind not in ("date", "weekday")
        ):
            return None
        places = [m for m in scene.mentions(head.start, head.end) if m.places]
        return dates[0] if places and heads_an_item(scene, places[0], head) else None

    def _gone_by(self, frame: Frame) -> Dated | None:
        """ "A week has gone by since a drone struck A": counted from the article's day."""
        before = self._scene.dates_in(frame.sentence.start, frame.start + 8)
        led = [d for d in before if d.kind == "ago" and -2 <= d.end - frame.start <= 8]
        return self._resolve(led, frame, 0.8, None)

    def _today(self, phrase: DatePhrase) -> dt.date | None:
        """The day that "today" and "overnight" are told from: the story's own, where a collector dated the article."""
        anchor = self._scene.anchor
        section = self._sections.at(phrase.start)
        if section is not None and section.phrase is not phrase:
            return section.day
        if phrase.kind in ("night", "today") and (said := self._day_of_the_statement(phrase)) is not None:
            return said
        if anchor.day and phrase.weekday is not None:
            said = anchor.day + dt.timedelta(days=phrase.shift or 0)
            if said.weekday() == phrase.weekday:
                return anchor.day  # "today, Monday": two words that agree with the article's day
        # Arabic articles say "today" of their own day; so does any page that names its own.
        by_collector = (
            self._scene.article.published_from == "first line" and self._scene.language.subject_first
        )
        if phrase.kind not in ("night", "today") or not by_collector:
            return anchor.day
        story = self._story_day or next((day for e in self._told.events if (day := _weekday(e.dated))), None)
        fits = story and anchor.day and 0 < (anchor.day - story).days <= _STORY_DAYS
        return story if fits else anchor.day

    def _day_of_the_statement(self, phrase: DatePhrase) -> dt.date | None:
        """The day of a statement that tells of its own: "On 2 August the army said four had died overnight".

        By a date only where that is old; by an earlier weekday behind the deed, too: "…, it said on Monday".
        """
        scene, today = self._scene, self._scene.anchor.day
        sentence = scene.sentence_at(phrase.start)
        if sentence is None or today is None:
            return None
        opens = scene.text.rfind(";", sentence.start, phrase.start) + 1 or sentence.start
        for start, end in ((opens, phrase.start), (phrase.end, sentence.end)):
            named = [
                d for d in scene.dates_in(start, end) if (d.kind == "date" and d.day) or d.kind == "weekday"
            ]
            if not named or not dates_a_report(scene, named[0], start, end):
                continue
            if start == phrase.end and not self._closes_with(scene.between(start, named[0].start)):
                continue
            day = resolve_date(named[0], anchor=today).range
            if day is None:
                continue
            ago = (today - day.start).days
            least = 0 if start == opens else 1  # behind a deed, yesterday's word may be of last night
            if named[0].kind == "weekday" and day.precision == "day" and ago > least:
                return day.start
            if start == opens and named[0].start - opens <= _LEADS and ago > _SAID_WITHIN:
                return day.start
        return None

    def _closes_with(self, gap: str) -> bool:
        """Whether who says it follows a deed: ", the army said"; not ", hours after it had said"."""
        language, words = self._scene.language, gap.split()
        told = gap.startswith(",") and len(words) <= _WHO_SAYS and language.open_ended.isdisjoint(words)
        return told and not any(f" {word}" in gap for word in language.when_words)

    def _nearest_is_in(self, frame: Frame, phrase: DatePhrase) -> bool:
        """Whether the deed nearest to a date is one of this frame's."""
        triggers = self._scene.cues("triggers.", frame.sentence.start, frame.sentence.end)
        if not triggers:
            return False
        nearest = min(triggers, key=lambda t: max(t.start - phrase.end, phrase.start - t.end))
        return any(t.start == nearest.start for t in frame.triggers)

    def _resolve(
        self, phrases: Sequence[DatePhrase], frame: Frame, trust: float, near: int | None
    ) -> Dated | None:
        if not phrases:
            return None
        at = near if near is not None else frame.triggers[0].start if frame.triggers else frame.start
        listed = phrases
        if len(phrases) > 1:
            listed = sorted(
                phrases, key=lambda d: (self._is_cut_off(d, at) or self._is_of_worship(d), abs(d.start - at))
            )
        best: Dated | None = None
        for phrase in listed:
            if self._counted.is_open_ended(phrase):
                # "hours after the raid": after what, is not known
                if best is None and (days := from_the_day_behind(self._scene, phrase)) is not None:
                    why = f"{phrase.text!r} counted from what stands behind it"
                    best = Dated(days, phrase, why, trust)
                continue
            reference = self._counted.reference(phrase) if phrase.counts_from_told else None
            resolved = resolve_date(phrase, anchor=self._today(phrase), reference=reference)
            if (meant := self._pointed_at(phrase) or self._counted_beside(phrase)) is not None:
                resolved = meant
            if resolved.range is None or resolved.range.precision == "unknown":
                continue
            if best is not None and near is not None:
                break  # of several deeds with a day each, the nearest day is this one's
            if best is None or (best.range.precision in _VAGUE and resolved.range.precision == "day"):
                best = Dated(resolved.range, phrase, resolved.why, trust)
        return best

    def _is_cut_off(self, phrase: DatePhrase, at: int) -> bool:
        """Whether a relative clause begins between a day and the deed: "sought on Tuesday the men who killed four"."""
        between = set(self._scene.between(phrase.end, at).split()) if phrase.end < at else set()
        language = self._scene.language
        return bool(between & language.relatives or between & language.sequence)

    def _is_of_worship(self, phrase: DatePhrase) -> bool:
        """Whether it is first of all the name of a prayer or a service: "on 3 July, after the Friday prayer"."""
        if phrase.kind != "weekday":
            return False
        near = self._scene.between(max(0, phrase.start - _SERVICE), phrase.end + _SERVICE)
        return self._scene.language.of_worship.search(near) is not None

    def _pointed_at(self, phrase: DatePhrase) -> Resolved | None:
        """The day named before that "that Sunday" points at, if it was one."""
        stand = self._narrative.pointed_at(phrase)
        if stand is None:
            return None
        return Resolved(stand.days, f"{phrase.text!r} is {stand.phrase.text!r}", 0.9)

    def _counted_beside(self, phrase: DatePhrase) -> Resolved | None:
        """The day of a weekday that only repeats a count right before it: "two days earlier, on Sunday"."""
        before = next(iter(self._scene.dates_before(phrase.start)), None)
        if phrase.kind != "weekday" or phrase.which or before is None or before.kind != "offset":
            return None
        if before.unit != "day" or not _BESIDE.fullmatch(self._scene.text[before.end : phrase.start]):
            return None
        reference = self._counted.reference(before)
        counted = resolve_date(before, anchor=self._today(before), reference=reference)
        if counted.range is None or counted.range.precision != "day":
            return None
        return counted if counted.range.start.weekday() == phrase.weekday else None

    def _is_told_with_the_deed(self, phrase: DatePhrase, frame: Frame) -> bool:
        """Whether a day stands right behind a deed, before a comma: "was hit on Friday evening, he wrote"."""
        if self._scene.text[phrase.end : phrase.end + 1] != ",":
            return False
        deeds = (t for t in frame.triggers if t.voice == "passive" and t.kind != "launch")
        ends = [t.end for t in deeds if t.end <= phrase.start]
        return bool(ends) and len(self._scene.between(max(ends), phrase.start).split()) <= 2

    def _dates_a_report(self, phrase: DatePhrase, frame: Frame) -> bool:
        """Whether the day is the day of a statement: "said on Friday", "in a Thursday statement"."""
        scene = self._scene
        # Where the verb stands first, its sentence opens with who says so: "أفاد مصدر، أمس، بأن …".
        opens = frame.start if scene.language.subject_first else frame.sentence.start
        if scene.language.subject_first and self._is_told_with_the_deed(phrase, frame):
            return False
        raid = frame.kind == "raid" and scene.has("cues.arrests", frame.start, frame.end)
        if raid and follows_a_deed(scene, phrase, opens, frame.end):
            return False  # who raids a village arrests people on the day of the raid
        return dates_a_report(scene, phrase, opens, frame.end)


def _names_the_deed(phrase: DatePhrase, frame: Frame) -> bool:
    """Whether a year stands right before the frame's first deed: "opened a case on Thursday over the 2017 attack"."""
    nouns = (trigger for trigger in frame.triggers[:1] if trigger.voice == "noun")
    alone = phrase.year and not phrase.month
    return bool(alone) and any(noun.start == phrase.end + 1 for noun in nouns)


def _is_foreign(phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it stands in a clause of the sentence that tells of another deed."""
    return any(start <= phrase.start < end for start, end in frame.foreign)


def _weekday(dated: Dated | None) -> dt.date | None:
    return dated.range.start if dated and dated.phrase and dated.phrase.kind == "weekday" else None
