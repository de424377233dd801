"""Days counted from one that the next words name: "five days before Christmas", "a day after Sunday's raid, …"."""

from __future__ import annotations

import re

from geomap.dates import DateRange
from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.spans import away
from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.named import day_named
from geomap.extract.event import Dated
from geomap.extract.scene import Scene

_REACH = 40  # characters from the count to the day
_WORDS = 4  # between them: "the parliamentary election of"
_OPENS = 3  # characters before a count that opens its sentence
_DEED = 90  # characters of the deed that is counted from, with its day
_COMMA = re.compile("[,،;]")


def from_the_day_behind(scene: Scene, phrase: DatePhrase) -> DateRange | None:
    """The day that lies so many days before or after a date which only what is no deed stands before.

    Args:
        scene: The article.
        phrase: "five days before", "a day after".
    """
    if phrase.unit != "day" or phrase.low is None or phrase.low != phrase.high or not phrase.shift:
        return None
    dates = scene.dates_in(phrase.end, phrase.end + _REACH)
    if not dates or dates[0].kind != "date" or dates[0].day is None:
        return None
    between = scene.text[phrase.end : dates[0].start]
    deeds = scene.has("triggers.", phrase.end, dates[0].start)
    if deeds or len(between.split()) > _WORDS or "," in between:
        return None
    days = day_named(scene, dates[0])
    return away(days, phrase, phrase.shift) if days is not None and days.precision == "day" else None


def counted_at_the_opening(scene: Scene, frame: Frame) -> Dated | None:
    """The day of a deed that its sentence counts from another day: "Two days before Monday's raid, a bomb killed two".

    Args:
        scene: The article.
        frame: The deed behind the comma.
    """
    opens = frame.sentence.start
    phrase = next(iter(scene.dates_in(opens, opens + _REACH)), None)
    if phrase is None or phrase.start - opens > _OPENS or phrase.unit != "day" or not phrase.shift:
        return None
    if phrase.low is None or phrase.low != phrase.high:
        return None
    comma = _COMMA.search(scene.text, phrase.end, phrase.end + _DEED)
    if comma is None or not any(t.start > comma.start() for t in frame.triggers):
        return None
    named = [d for d in scene.dates_in(phrase.end, comma.start()) if d.kind != "time"]
    if len(named) != 1 or named[0].kind not in ("date", "weekday") or named[0].is_since:
        return None
    days = day_named(scene, named[0])
    if days is None or days.precision != "day":
        return None
    why = f"{phrase.text!r} counted from {named[0].text!r}, which opens its sentence"
    return Dated(away(days, phrase, phrase.shift), phrase, why, 0.8)
