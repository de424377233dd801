"""Days that a sentence of their own gives to the deed just told: "It happened late on Tuesday"."""

from __future__ import annotations

from geomap.extract.days.named import day_named
from geomap.extract.days.narrative import moves_time
from geomap.extract.event import Dated, Event
from geomap.extract.scene import Scene

_WITHIN = 3  # sentences behind the deed
_TO_DAY = 24  # characters between "it happened" and its day: "shortly before noon on"
_NAMES_A_DAY = ("date", "weekday", "today")


def told_behind(scene: Scene, event: Event, others: set[int]) -> Dated | None:
    """The day that one of the next sentences gives to a deed that has none.

    Args:
        scene: The article.
        event: The deed.
        others: Where sentences begin that tell of other events: behind them "it" is no longer this one.
    """
    sentence = event.last.sentence
    behind = [s for s in scene.sentences_of(sentence.paragraph, len(scene.text)) if s.start > sentence.start]
    for after in behind[:_WITHIN]:
        if after.start in others or after.paragraph > sentence.paragraph + 1 or after.role != "body":
            return None
        opens = scene.language.it_happened.match(scene.between(after.start, after.end))
        if opens is None:
            continue
        named = [d for d in scene.dates_in(after.start, after.end) if d.kind != "time"]
        if len(named) != 1 or named[0].kind not in _NAMES_A_DAY or not moves_time(named[0]):
            return None
        said = len(scene.between(after.start, named[0].start))
        days = day_named(scene, named[0]) if said - opens.end() <= _TO_DAY else None
        if days is None or days.precision != "day":
            return None
        return Dated(days, named[0], f"the next words tell when: {named[0].text!r}", 0.6)
    return None
