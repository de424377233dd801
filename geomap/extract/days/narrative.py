"""The time of the story: which day a text has reached at each of its sentences, and whose day it is.

A text names a day once and goes on telling; each sentence continues that day, moves on from it or leaves it for
another. A day of a statement moves nothing: it says when somebody spoke, and that the deed was not later.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from geomap.dates import DateRange
from geomap.extract.dates.when import DatePhrase, resolve_date
from geomap.extract.days.named import dates_a_journey, dates_a_report, ends_there
from geomap.extract.places.not_places import dateline_end
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

LEAD = 3  # sentences that open the text and name the day of the story
STORY_DAYS = 10  # how long before its article a story may lie
_MOVES_NOTHING = ("time", "window")

# The parts of a day in their order; a clock counts by its hour.
HOURS = {
    "midnight": 0,
    "early hours": 3,
    "dawn": 5,
    "morning": 8,
    "noon": 12,
    "afternoon": 15,
    "evening": 19,
    "night": 22,
}


class Stand(NamedTuple):
    """A day, or days, that the text names."""

    phrase: DatePhrase
    days: DateRange
    sentence: Sentence
    said: bool  # the day of a statement, or of a journey


class Narrative:
    """The days of one article in the order of its telling."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def stands(self) -> list[Stand]:
        """Every day that the text itself names, with those counted from another ("the day before")."""
        return list(self._read())

    def _read(self) -> Iterator[Stand]:
        told: list[Stand] = []
        last: DateRange | None = None
        day: DateRange | None = None
        for sentence in self._scene.sentences:
            if sentence.role != "body":
                continue
            head = None
            named = False  # whether the sentence has named a day
            for phrase in self._scene.dates_in(sentence.start, sentence.end):
                if head is None:
                    head = dateline_end(self._scene, sentence)
                if phrase.start < head or not moves_time(phrase):
                    continue
                if named and self._counts_from_the_next(phrase):
                    continue
                days = resolve_date(
                    phrase, anchor=self._scene.anchor.day, reference=day if counts_days(phrase) else last
                ).range
                if (meant := self._pointed_at(phrase, told)) is not None:
                    days = meant.days
                if days is None or days.precision == "unknown":
                    continue
                said = dates_a_report(self._scene, phrase, sentence.start, sentence.end)
                said = said or dates_a_journey(self._scene, phrase, sentence.start)
                told.append(Stand(phrase, days, sentence, said))
                yield told[-1]
                named = named or (not said and phrase.kind in ("date", "weekday", "today"))
                last = days if not said or last is None else last
                day = last if last.precision == "day" else day

    def pointed_at(self, phrase: DatePhrase) -> Stand | None:
        """The day named before that "that Sunday", "the same Friday" points at, if it was one."""
        return self._pointed_at(phrase, self.stands)

    def _pointed_at(self, phrase: DatePhrase, told: list[Stand]) -> Stand | None:
        if phrase.kind != "weekday" or self._scene.language.pointing.isdisjoint(
            phrase.text.casefold().split()
        ):
            return None
        before = (s for s in reversed(told) if s.phrase.start < phrase.start and s.days.precision == "day")
        return next((s for s in before if s.days.start.weekday() == phrase.weekday), None)

    def _counts_from_the_next(self, phrase: DatePhrase) -> bool:
        """Whether it counts from what its next words name: "fell on Monday, a day after the assault had begun"."""
        ends = phrase.text.split()[-1].lower() in self._scene.language.open_ended
        if not (phrase.needs_reference and ends) or ends_there(self._scene, phrase):
            return False
        return self._scene.text[phrase.end : phrase.end + 1] == " "

    @cached_property
    def story(self) -> Stand | None:
        """The day of the story: that of a deed in the sentences that open the text, else of a statement there."""
        body = [s for s in self._scene.sentences if s.role == "body"][:LEAD]
        if not body:
            return None
        lead = [s for s in self.stands if s.phrase.start < body[-1].end and self._is_news(s.days)]
        told = [s for s in lead if not s.said]
        return next(iter(told or lead), None)

    def _is_news(self, days: DateRange) -> bool:
        anchor = self._scene.anchor.day
        return (
            days.precision == "day" and anchor is not None and -1 <= (anchor - days.start).days <= STORY_DAYS
        )

    def reached(self, sentence: Sentence, offset: int) -> Stand | None:
        """The day that the paragraph of a sentence has reached before a character; statements move nothing."""
        for stand in reversed(self.stands):
            if stand.phrase.start < offset and not stand.said:
                return stand if stand.sentence.paragraph == sentence.paragraph else None
        return None

    def of(self, phrase: DatePhrase) -> Stand | None:
        """What a phrase names."""
        return next((s for s in self.stands if s.phrase is phrase), None)

    def before(self, phrase: DatePhrase) -> Stand | None:
        """What a phrase such as "two days earlier" counts from; a statement counts within its own sentence."""
        days = counts_days(phrase)
        for stand in reversed(self.stands):
            if stand.phrase.start >= phrase.start or (days and stand.days.precision != "day"):
                continue
            if not stand.said or stand.sentence.start <= phrase.start < stand.sentence.end:
                return stand
        return None


def counts_days(phrase: DatePhrase) -> bool:
    """Whether a phrase counts days or hours from another day, not weeks or months from some time."""
    return phrase.needs_reference and phrase.unit in ("day", "night", "hour", "minute")


def moves_time(phrase: DatePhrase) -> bool:
    """Whether a phrase can be when something happened, rather than since or until when, or what is to come."""
    return not (
        (phrase.is_since and phrase.kind != "today")
        or phrase.names_event
        or phrase.ahead
        or phrase.kind in _MOVES_NOTHING
        or says_only_the_hour(phrase)
        or phrase.governor == "until"
    )


def says_only_the_hour(phrase: DatePhrase) -> bool:
    """Whether it says that two things went on together: "at the same hour"."""
    return phrase.kind == "offset" and phrase.shift == 0 and phrase.unit in ("hour", "minute")


def is_a_night(phrase: DatePhrase) -> bool:
    """Whether it is "overnight": last night, unless something else says which."""
    return phrase.kind == "night" and phrase.which == "over"


def hour_of(phrase: DatePhrase) -> int | None:
    """The hour that a phrase names; None where it names none."""
    said = phrase.time_of_day or ""
    return int(said[:2]) if said[:2].isdigit() else HOURS.get(said)
