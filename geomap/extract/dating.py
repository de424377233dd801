"""Which day a frame gives its event: said with the deed, else with the report of it, else counted from another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import islice

from geomap.dates import DateRange
from geomap.extract.event import Dated, Told
from geomap.extract.frames import Frame
from geomap.extract.not_places import dateline_end
from geomap.extract.scene import Scene
from geomap.extract.when import DatePhrase, resolve_date

_LOOKED_BACK = 40  # date phrases among which the day named last is looked for
_SEQUENCE_DAYS = 3  # how long before a deed the one that preceded it may lie
_STORY_DAYS = 3  # how far the day of the story may lie before the article's
_DAYS_IN = {"day": 1, "night": 1, "week": 7}
_VAGUE = ("week", "month", "year", "unknown")


class Dating:
    """Dates the frames of one article, given what it has told so far."""

    def __init__(self, scene: Scene, told: Told) -> None:
        self._scene = scene
        self._told = told
        self._story_day = self._first_weekday()

    def date(self, frame: Frame, near: int | None = None) -> Dated | None:
        """The day that the frame gives its event; None where it gives none.

        Args:
            frame: The frame.
            near: The character to which the date's words must be nearest; None: the frame's first trigger.
        """
        own = self._on_the_deed(frame.dates, frame)
        reporting = [d for d in own if self._dates_a_report(d, frame)]
        with_deed = [d for d in own if d not in reporting]
        if frame.background:
            counted = self._in_sequence(frame) or self._counted_back(frame)
            return counted or self._resolve(with_deed, frame, 1.0, near)
        sentence = self._scene.dates_in(frame.sentence.start, frame.sentence.end)
        rest = [
            d
            for d in self._on_the_deed(sentence, frame)
            if d not in frame.dates and not _is_foreign(d, frame)
        ]
        mine = [d for d in rest if d.needs_reference or self._nearest_is_in(frame, d)]
        groups = [(1.0, with_deed), (0.6, reporting)]
        groups += [(0.8, [d for d in mine if not self._dates_a_report(d, frame)]), (0.5, rest)]
        if (heading := self._heading(frame)) is not None:
            groups.append((0.8, [heading]))
        dated = (self._resolve(group, frame, trust, near) for trust, group in groups)
        return next((found for found in dated if found is not None), None)

    def _on_the_deed(self, dates: Iterable[DatePhrase], frame: Frame) -> list[DatePhrase]:
        """Without the day of the dateline, and of what is only named by its day."""
        dates = [d for d in dates if not d.is_since and not d.names_event]
        head = dateline_end(self._scene, frame.sentence) if dates else 0
        return [d for d in dates if d.start >= head]

    def _first_weekday(self) -> dt.date | None:
        """The weekday of the first sentences, as a day."""
        scene = self._scene
        for sentence in [s for s in scene.sentences if s.role == "body"][:2]:
            for phrase in scene.dates_in(sentence.start, sentence.end):
                if phrase.kind == "weekday" and not phrase.is_since:
                    resolved = resolve_date(phrase, anchor=scene.anchor.day)
                    return resolved.range.start if resolved.range else None
        return None

    def _heading(self, frame: Frame) -> DatePhrase | None:
        """A day that stands alone at the head of the paragraph, or on the line above: "WEDNESDAY.", "12 June"."""
        scene, paragraph = self._scene, frame.sentence.paragraph
        for sentence in scene.sentences_of(paragraph - 1, frame.sentence.start):
            if sentence.paragraph <= 2:
                continue
            dates = scene.dates_in(sentence.start, sentence.end)
            alone = dates and sentence.end - sentence.start <= len(dates[0].text) + 6
            if alone and dates[0].kind in ("date", "weekday"):
                return dates[0]
        return None

    def _reference(self, frame: Frame) -> DateRange | None:
        """What "two days earlier" counts from: the day named last, else that of the event told last."""
        event = next((e for e in reversed(self._told.events) if e.dated is not None), None)
        told = event.dated.phrase if event is not None and event.dated is not None else None
        for phrase in islice(self._scene.dates_before(frame.start), _LOOKED_BACK):
            if phrase.kind not in ("date", "weekday", "today") or phrase.is_since or phrase.names_event:
                continue
            if told is not None and told.start >= phrase.start:
                break
            resolved = resolve_date(phrase, anchor=self._scene.anchor.day).range
            if resolved is not None and resolved.precision == "day":
                return resolved
        return event.date if event else None

    def _counted_back(self, frame: Frame) -> Dated | None:
        """ "On 30 January, two days after a drone struck …": the drone's day is counted back from the other."""
        for phrase in self._scene.dates_in(frame.sentence.start, frame.start + 8):
            days = _DAYS_IN.get(phrase.unit or "", 0) * (phrase.low or 0)
            leads = -2 <= phrase.end - frame.start <= 8
            if not (phrase.needs_reference and days and phrase.low == phrase.high and leads):
                continue
            main = None
            if self._scene.dates_in(frame.sentence.start, phrase.start):
                main = self._reference(frame)
            if main is None and self._told.current is not None:
                main = self._told.current.date
            if main is not None and main.precision == "day":
                day = main.start - dt.timedelta(days=days)
                why = f"{phrase.text!r} counted back from {main.start}"
                return Dated(DateRange(day, day, "day"), phrase, why, 0.8)
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

    def _today(self, phrase: DatePhrase) -> dt.date | None:
        """The day that "today" and "overnight" are told from: the story's own, where a collector dated the article."""
        anchor = self._scene.anchor
        if anchor.day and phrase.weekday is not None:
            said = anchor.day + dt.timedelta(days=phrase.shift or 0)
            if said.weekday() == phrase.weekday:
                return anchor.day  # "today, Monday": two words that agree with the article's day
        told_by_day = self._scene.language.subject_first  # Arabic articles say "today" of their own day
        if phrase.kind not in ("night", "today") or anchor.trust >= 0.95 or not told_by_day:
            return anchor.day
        story = self._story_day or next((day for e in self._told.events if (day := _weekday(e.dated))), None)
        fits = story and anchor.day and 0 < (anchor.day - story).days <= _STORY_DAYS
        return story if fits else anchor.day

    def _nearest_is_in(self, frame: Frame, phrase: DatePhrase) -> bool:
        """Whether the deed nearest to a date is one of this frame's."""
        triggers = self._scene.cues("triggers.", frame.sentence.start, frame.sentence.end)
        if not triggers:
            return False
        nearest = min(triggers, key=lambda t: max(t.start - phrase.end, phrase.start - t.end))
        return any(t.start == nearest.start for t in frame.triggers)

    def _resolve(
        self, phrases: Iterable[DatePhrase], frame: Frame, trust: float, near: int | None
    ) -> Dated | None:
        at = near if near is not None else frame.triggers[0].start if frame.triggers else frame.start
        listed = sorted(phrases, key=lambda d: abs(d.start - at))
        reference = self._reference(frame) if listed else None
        best: Dated | None = None
        for phrase in listed:
            if phrase.needs_reference and phrase.text.split()[-1].lower() in self._scene.language.open_ended:
                continue  # "hours after the raid": after what, is not known
            resolved = resolve_date(phrase, anchor=self._today(phrase), reference=reference)
            if resolved.range is None or resolved.range.precision == "unknown":
                continue
            if best is not None and near is not None:
                break  # of several deeds with a day each, the nearest day is this one's
            if best is None or (best.range.precision in _VAGUE and resolved.range.precision == "day"):
                best = Dated(resolved.range, phrase, resolved.why, trust)
        return best

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
        return dates_a_report(scene, phrase, opens, frame.end)


def dates_a_report(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether a day stands with words of saying, and with no deed between them.

    Args:
        scene: The article.
        phrase: The day.
        opens: Where the clause or the sentence that holds it begins.
        closes: Where it ends.
    """
    far = 30 if scene.language.subject_first else 110
    start, end = max(opens, phrase.start - far), min(closes, phrase.end + 25)
    near = [*scene.cues("cues.report", start, end), *scene.cues("cues.responsibility", start, end)]
    return any(
        len(scene.between(min(c.end, phrase.end), max(c.start, phrase.start)).split())
        <= (4 if scene.language.subject_first else 14)
        and not scene.has("triggers.", min(c.start, phrase.start), max(c.end, phrase.end))
        for c in near
    )


def _is_foreign(phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it stands in a clause of the sentence that tells of another deed."""
    return any(start <= phrase.start < end for start, end in frame.foreign)


def _weekday(dated: Dated | None) -> dt.date | None:
    return dated.range.start if dated and dated.phrase and dated.phrase.kind == "weekday" else None
