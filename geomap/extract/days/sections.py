"""Days that head parts of a text: a live blog of two days, a bulletin by day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import NamedTuple

from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.named import day_named
from geomap.extract.scene import Scene

_OLDEST = 14  # days before the article; an older one is the page's
_STAMP = 40  # characters in which a day and an hour stand
_BESIDE = 6  # characters that may stand beside a day that is a heading: a dash, a bullet, a full stop


class Section(NamedTuple):
    """Where the heading of a part stands, and its day."""

    start: int
    phrase: DatePhrase
    day: dt.date


class Sections:
    """The parts of one text that have a day of their own; none where there are fewer than two days.

    A live page may stamp each entry: "WED 15:30 Two hurt at the base".
    """

    def __init__(self, scene: Scene) -> None:
        heads = (_section(scene, sentence.start, sentence.end) for sentence in scene.sentences)
        found = [head for head in heads if head is not None]
        if len({section.day for section in found}) < 2:
            stamps = (_stamp(scene, sentence.start, sentence.end) for sentence in scene.sentences)
            found = [stamp for stamp in stamps if stamp is not None]
            days = {section.day for section in found} - {scene.anchor.day}
            found = found if days and len(found) > 1 else []
        self._all = found
        self._starts = [section.start for section in self._all]

    def at(self, offset: int) -> Section | None:
        """The part that holds a character."""
        number = bisect_right(self._starts, offset)
        return self._all[number - 1] if number else None


def _section(scene: Scene, start: int, end: int) -> Section | None:
    dates = scene.dates_in(start, end)
    if not dates or dates[0].kind not in ("date", "weekday") or end - start > len(dates[0].text) + _BESIDE:
        return None
    return _of_a_late_day(scene, start, dates[0])


def _stamp(scene: Scene, start: int, end: int) -> Section | None:
    """The day and the hour, in figures, with which a line begins."""
    dates = scene.dates_in(start, min(end, start + _STAMP))
    if not dates or dates[0].kind not in ("date", "weekday") or dates[0].start > start + 1:
        return None
    clock = str(dates[0].time_of_day or "")[:1].isdigit()
    opens = start == 0 or scene.text[start - 1] == "\n"
    return _of_a_late_day(scene, start, dates[0]) if clock and opens else None


def _of_a_late_day(scene: Scene, start: int, phrase: DatePhrase) -> Section | None:
    days = day_named(scene, phrase)
    if days is None or days.days > 1 or scene.anchor.day is None:
        return None
    old = (scene.anchor.day - days.start).days
    return Section(start, phrase, days.start) if -1 <= old <= _OLDEST else None
