"""Days up to which a deed was done: "by Sunday they had taken A", "by the end of May B had fallen"."""

from __future__ import annotations

import datetime as dt

from geomap import dates
from geomap.dates import DateRange
from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.named import day_named
from geomap.extract.event import Dated
from geomap.extract.scene import Scene

_BEFORE = 24  # characters in which "by the" stands before the day
_DAYS = 3  # how long before "by Sunday" it may have been done
_PAST = 270  # days: from here on "by December" may be the one to come


def was_done_by(scene: Scene, frame: Frame) -> DatePhrase | None:
    """The words that say by when the deed of a frame was done."""
    return next((d for d in frame.dates if d.governor == "until" and _is_behind_by(scene, d)), None)


def done_by(scene: Scene, frame: Frame) -> Dated | None:
    """The days up to the one by which a deed was done; None where that day may be still to come, or is too vague."""
    phrase, today = was_done_by(scene, frame), scene.anchor.day
    days = day_named(scene, phrase) if phrase is not None else None
    if phrase is None or days is None or today is None or not 0 <= (today - days.end).days <= _PAST:
        return None
    within = _up_to(phrase, days)
    return Dated(within, phrase, f"by {phrase.text!r}", 0.5) if within is not None else None


def _up_to(phrase: DatePhrase, days: DateRange) -> DateRange | None:
    if phrase.part == "late" and phrase.month is not None:
        return dates.whole_month(days.end.year, days.end.month)
    if days.precision != "day":
        return None
    return DateRange(days.start - dt.timedelta(days=_DAYS), days.end, "week")


def _is_behind_by(scene: Scene, phrase: DatePhrase) -> bool:
    words = scene.between(max(0, phrase.start - _BEFORE), phrase.start).split()
    return not scene.language.done_by.isdisjoint(words[-2:])
