"""Days counted from one that the next words name: "five days before Christmas", "a day after the vote of 3 May"."""

from __future__ import annotations

from geomap.dates import DateRange
from geomap.extract.date_spans import away
from geomap.extract.day_named import day_named
from geomap.extract.scene import Scene
from geomap.extract.when import DatePhrase

_REACH = 40  # characters from the count to the day
_WORDS = 4  # between them: "the parliamentary election of"


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
