""" "منذ يومين" behind a deed that was done: two days ago, and not since then."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.when import DatePhrase
from geomap.extract.scene import Scene

_UNITS = ("hour", "day", "night", "week")


def counts_back(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether so long "since" is so long ago: "قتل شرطيان منذ يومين"; not "تقصف الطائرات المدينة منذ يومين".

    Args:
        scene: The article.
        phrase: The amount of time.
        frame: The clause that tells the deed.
    """
    goes_on = scene.language.still_going_on
    if phrase.kind != "ago" or phrase.low is None or phrase.unit not in _UNITS:
        return False
    told = [t for t in frame.triggers if t.voice != "noun" and t.end <= phrase.start]
    if scene.language.subject_first or not told or any(goes_on.match(t.text) for t in told):
        return False
    return goes_on.search(f" {scene.between(frame.start, phrase.start)}") is None
