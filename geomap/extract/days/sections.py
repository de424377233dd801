"""Days that head parts of a text: a live blog of two days, a bulletin by day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import NamedTuple

from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.named import day_named
from geomap.extract.scene import Scene

_OLDEST = 14  # days before the article; an older one is the page's
_BESIDE = 6  # characters that may stand beside a day that is a heading: a dash, a bullet, a full stop


class Section(NamedTuple):
    """Where the heading of a part stands, and its day."""

    start: int
    phrase: DatePhrase
    day: dt.date


class Sections:
    """The parts of one text that have a day of their own; none where there are fewer than two days."""

    def __init__(self, scene: Scene) -> None:
        heads = (_section(scene, sentence.start, sentence.end) for sentence in scene.sentences)
        found = [head for head in heads if head is not None]
        self._all = found if len({section.day for section in found}) > 1 else []
        self._starts = [section.start for section in self._all]

    def at(self, offset: int) -> Section | None:
        """The part that holds a character."""
        number = bisect_right(self._starts, offset)
        return self._all[number - 1] if number else None


def _section(scene: Scene, start: int, end: int) -> Section | None:
    dates = scene.dates_in(start, end)
    if not dates or dates[0].kind not in ("date", "weekday") or end - start > len(dates[0].text) + _BESIDE:
        return None
    days = day_named(scene, dates[0])
    if days is None or days.days > 1 or scene.anchor.day is None:
        return None
    old = (scene.anchor.day - days.start).days
    return Section(start, dates[0], days.start) if -1 <= old <= _OLDEST else None
