"""The year of days and months that a text writes without one: that of their list, or of the sentence before."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from geomap.extract.dates.phrase import DatePhrase
from geomap.extract.words.sentences import Sentence

_BULLETS = " \t*#•·–—-"
_ITEMS = 15  # lines of a list in which its year is looked for
_OPENS = 4  # characters before what opens a sentence: "In", "On"
_TITLE = 120  # characters of the longest title without a stop
_STOPS = (".", "!", "?", "؟", "”", '"')
_JOINED = re.compile(r",?\s{1,2}")


def with_years(
    dates: Sequence[DatePhrase], text: str, sentences: Sequence[Sentence], today: dt.date | None
) -> tuple[DatePhrase, ...]:
    """The dates of a text; those without a year have the one that goes before them, where one does.

    Args:
        dates: All that the text names, in order.
        text: The text.
        sentences: Its sentences.
        today: The day of the article, from which "last year" counts.
    """
    years = [d for d in dates if _year_of(d, today) is not None]
    if not years:
        return tuple(dates)
    lines = _Lines(dates, text)
    found = []
    for number, date in enumerate(dates):
        if date.kind == "date" and date.month is not None and date.year is None and date.which is None:
            before = dates[number - 1] if number else None
            told = lines.year_before(date, years) or _beside(date, before, text)
            told = told or _told_just_before(date, before, sentences)
            year = _year_of(told, today) if told is not None else None
            date = date if year is None else msgspec.structs.replace(date, year=year)
        found.append(date)
    return tuple(found)


def _year_of(date: DatePhrase, today: dt.date | None) -> int | None:
    """The year that a phrase names and nothing else: "in 2016", "last year"."""
    if date.is_since or date.governor is not None or date.names_event or date.ahead:
        return None
    if date.kind == "date" and date.month is None and date.part is None:
        return date.year
    last = date.kind == "period" and date.unit == "year" and date.which == "last" and date.part is None
    return today.year - 1 if last and today is not None else None


def _beside(date: DatePhrase, before: DatePhrase | None, text: str) -> DatePhrase | None:
    """The year right before a month: "2018, January"."""
    near = before is not None and _JOINED.fullmatch(text, before.end, date.start)
    return before if near and before is not None and before.kind == "date" else None


def _told_just_before(
    date: DatePhrase, before: DatePhrase | None, sentences: Sequence[Sentence]
) -> DatePhrase | None:
    """The year that opens the sentence before, where nothing later is named: "In 2016 it was worse. In March …"."""
    at = bisect_left(sentences, date.start + 1, key=lambda one: one.start) - 1
    if before is None or at < 1 or date.start - sentences[at].start > _OPENS:
        return None
    last = sentences[at - 1]
    opens = last.start <= before.start <= last.start + _OPENS
    return before if opens and last.paragraph == sentences[at].paragraph else None


class _Lines:
    """The lines of a text, and which of them are items that open with a day or a month."""

    def __init__(self, dates: Sequence[DatePhrase], text: str) -> None:
        self._text = text
        self._opening = {line for d in dates if (line := self._opened_by(d)) is not None}

    def year_before(self, date: DatePhrase, years: Sequence[DatePhrase]) -> DatePhrase | None:
        """The year that the title of a list names, for a day that opens one of its items."""
        line = self._opened_by(date)
        for _ in range(_ITEMS):
            if line is None or line == 0:
                return None
            end = len(self._text[:line].rstrip())
            line = self._text.rfind("\n", 0, end) + 1
            if line in self._opening or self._text[line:end].lstrip(" \t")[:1] in "*•·–—-":
                continue
            title = self._text[line:end]
            if not title.endswith(":") and (title.endswith(_STOPS) or len(title) > _TITLE):
                return None
            start = title.rfind(". ") + 1 + line  # "They know the pattern. Last year:"
            named = [y for y in years if start <= y.start < end]
            return named[-1] if named else None
        return None

    def _opened_by(self, date: DatePhrase) -> int | None:
        """The start of the line that a day or a month opens."""
        if date.kind != "date" or date.month is None:
            return None
        line = self._text.rfind("\n", 0, date.start) + 1
        before = self._text[line : date.start].strip(_BULLETS)
        return line if len(before) <= _OPENS - 1 else None
