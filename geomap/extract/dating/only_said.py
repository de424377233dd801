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
from geomap.extract.days.named import dates_a_report
from geomap.extract.event import Event
from geomap.extract.scene import Scene

_SAID_AFTER = 1  # days that a statement follows the deed, where nothing says when that was
_COMMA = frozenset(",،")
_ENDS = ' .\n”"'


def closes_the_news(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether a day is of who tells of a deed, at the end of the sentence.

    Args:
        scene: The article.
        phrase: The day of a statement.
        frame: The deed.
    """
    if phrase.kind != "weekday" or phrase.time_of_day:
        return False
    last = max((t.end for t in frame.triggers), default=frame.sentence.end)
    closes = not scene.text[phrase.end : frame.sentence.end].strip(_ENDS)
    return closes and not _COMMA.isdisjoint(scene.text[last : phrase.start])


def counts_later(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether a toll has risen by a day: "the toll has risen to 80, officials said on Sunday".

    Args:
        scene: The article.
        phrase: The day.
        opens: Where the clause or the sentence that holds it begins.
        closes: Where it ends.
    """
    if scene.language.toll_has_risen.search(scene.between(opens, closes)) is None:
        return False
    return scene.language.subject_first or not _is_beside_a_deed(scene, phrase, opens)


def is_said_behind(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether a day is of who tells of a deed, behind its clause, where the verb stands first: "…، وفق ما أعلن … أمس".

    Args:
        scene: The article.
        phrase: The day.
        frame: The deed.
    """
    if scene.language.subject_first or not frame.end <= phrase.start < frame.sentence.end:
        return False
    return dates_a_report(scene, phrase, frame.end, frame.sentence.end)


def _is_beside_a_deed(scene: Scene, phrase: DatePhrase, opens: int) -> bool:
    """Whether a deed stands before a day in one breath: "ارتفع عدد قتلى التفجيرات التي ضربت المكلا أمس، وفق …"."""
    cues = [c for tag in ("triggers.", "actors.arms") for c in scene.cues(tag, opens, phrase.start)]
    deeds = [cue.end for cue in cues if not cue.tag.startswith("triggers.casualty")]
    return bool(deeds) and _COMMA.isdisjoint(scene.text[max(deeds) : phrase.start])


def reach_back(events: Iterable[Event]) -> None:
    """Gives deeds of which only a statement has a day the day before it too."""
    for event in events:
        if event.dated is None or not event.dated.only_said or event.dated.range.days != 1:
            continue
        said = event.dated
        days = dates.spanning(said.range.start - dt.timedelta(days=_SAID_AFTER), said.range.end)
        event.dated = said._replace(range=days, why=f"{said.why}, when it was said: then or the day before")
