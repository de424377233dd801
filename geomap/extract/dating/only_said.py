"""Deeds of which only a statement at the end of the sentence has a day: "Nine were killed in A, police said on Friday".

The story goes on as if the statement's day were the deed's, which it mostly is; what is told in the end is that the
deed was on that day or on the one before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from geomap import dates
from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.when import DatePhrase
from geomap.extract.event import Event
from geomap.extract.scene import Scene

_SAID_AFTER = 1  # days that a statement follows the deed, where nothing says when that was
_ENDS = ' .\n”"'


def closes_the_news(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether a day is of who tells of a deed, at the end of the sentence.

    Args:
        scene: The article.
        phrase: The day of a statement.
        frame: The deed.
    """
    if phrase.kind != "weekday" or phrase.time_of_day or not scene.language.subject_first:
        return False
    last = max((t.end for t in frame.triggers), default=frame.sentence.end)
    closes = not scene.text[phrase.end : frame.sentence.end].strip(_ENDS)
    return closes and "," in scene.text[last : phrase.start]


def reach_back(events: Iterable[Event]) -> None:
    """Gives deeds of which only a statement has a day the day before it too."""
    for event in events:
        if event.dated is None or not event.dated.only_said or event.dated.range.days != 1:
            continue
        said = event.dated
        days = dates.spanning(said.range.start - dt.timedelta(days=_SAID_AFTER), said.range.end)
        event.dated = said._replace(range=days, why=f"{said.why}, when it was said: then or the day before")
