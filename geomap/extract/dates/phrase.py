"""`DatePhrase`: words of a text that say when."""

from __future__ import annotations

from typing import Literal

from geomap.model import Record

PhraseKind = Literal[
    "date", "weekday", "today", "night", "ago", "window", "period", "offset", "range", "time"
]


class DatePhrase(Record, frozen=True, kw_only=True):
    """Words that say when, as written; `resolve_date` turns them into days.

    Attributes:
        start: Character offset in the text; `text` is `article[start:end]`.
        end: Offset after the last character.
        text: The words.
        kind: date ("5 February", "late July", "in 2019"), weekday, today (also yesterday, this morning), night
            (overnight, last night), ago ("three days ago"), window ("over the past 24 hours"), period ("last
            week"), offset (from another event: "hours later", "the day before"), range (up to `until`), time
            (a time of day alone).
        year: As written, or None.
        month: 1 to 12, or None.
        day: 1 to 31, or None.
        weekday: 0 is Monday.
        which: last, this, next, before, after, same: of a weekday, a month, a week; beside: of a weekday, the one
            nearest to the day told before ("on the Friday").
        part: early, mid, late, earlier, later: of a month, a week, a year; week 1 to 4: of a month; weekday 1 to 5: the
            first to the last such day of a month; night: a night that
            the day begins or ends; after midnight: of the night that the day ends; to the day: exactly so long ago.
        shift: Days from the article's own (today); the direction of an offset: -1, 0, 1.
        low: Least number of units (ago, window, offset); None is not said.
        high: Most of them.
        unit: minute, hour, day, night, week, weekend, month, year, spring, summer, autumn, winter.
        time_of_day: "19:15 local time", "dawn", "evening".
        other_reading: (year, month, day) of 5/1/2024 read the other way round.
        until: The other end of a range.
        governor: The preposition in front: since, after, before, until, to, between, from.
        ahead: Words before it say that it has not happened yet ("will meet on Friday").
        is_since: The beginning of a span ("since October 7"): never the day of an event.
        names_event: The day stands for an event of its own ("the October 7 attacks", "the war that began on …").
    """

    start: int
    end: int
    text: str
    kind: PhraseKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str | None = None
    part: str | None = None
    shift: int | None = None
    low: int | None = None
    high: int | None = None
    unit: str | None = None
    time_of_day: str | None = None
    other_reading: tuple[int, int, int] | None = None
    until: DatePhrase | None = None
    governor: str | None = None
    ahead: bool = False
    is_since: bool = False
    names_event: bool = False

    @property
    def is_absolute(self) -> bool:
        """Whether it names one day by itself."""
        return self.kind == "date" and None not in (self.year, self.month, self.day)

    @property
    def needs_reference(self) -> bool:
        """Whether it counts from another event, not from the day of the article."""
        return self.kind == "offset"

    @property
    def counts_from_told(self) -> bool:
        """Whether a day, a month or a year told of before decides what it means: "the 15th", "June of that year"."""
        if self.kind in ("period", "weekday") and self.day is not None:
            return True
        if self.kind == "period" and self.weekday is not None:
            return self.which == "same"
        beside = self.which in ("before", "after", "same", "beside")
        return self.needs_reference or (beside and (self.kind == "weekday" or self.unit == "year"))
