"""Who claims, or is blamed for, several deeds at once: "it claimed both attacks", "تبنى التنظيم سلسلة التفجيرات"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.model import ARMED_GROUPS

_DAYS = 1  # between the first of a series and the others
_BY_PLANE = frozenset({"airstrike"})


class Series(NamedTuple):
    """Who is said to have done a series of deeds, and whether that is said of all that the article tells."""

    actor: str
    of_all: bool


def claims_a_series(scene: Scene, frames: Sequence[Frame]) -> Series | None:
    """The armed group that the article says did all of a series of deeds; None where it says so of none, or of several.

    Args:
        scene: The article.
        frames: All its frames.
    """
    actors = scene.atlas.gazetteer.actors
    told = {
        actor: scene.has("cues.series_of_all", f.sentence.start, f.sentence.end)
        for f in frames
        for s in f.stances
        if s.kind in ("claim", "attribution") and scene.has("cues.series", f.sentence.start, f.sentence.end)
        for actor in (s.by if s.kind == "claim" else s.of,)
        if actor is not None and actors[actor].kind in ARMED_GROUPS
    }
    return Series(*next(iter(told.items()))) if len(told) == 1 else None


def is_of_the_series(scene: Scene, series: Series, event: Event, first: Event) -> bool:
    """Whether an event may be one of the series that the article's first event opens: that day, in that country.

    "It claimed all of these attacks" is said of those in other countries too.
    """
    if event.background or event.weapons & _BY_PLANE or event.date is None or first.date is None:
        return False
    if not series.of_all and event.where.place.country != first.where.place.country:
        return False
    if any(scene.has("cues.unclaimed", f.sentence.start, f.sentence.end) for f in event.frames):
        return False
    return abs((event.date.start - first.date.start).days) <= _DAYS
