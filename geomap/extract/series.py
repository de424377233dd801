"""Who claims, or is blamed for, several deeds at once: "it claimed both attacks", "تبنى التنظيم سلسلة التفجيرات"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.extract.belonging import CLAIMANTS
from geomap.extract.event import Event
from geomap.extract.frames import Frame
from geomap.extract.scene import Scene

_DAYS = 1  # between the first of a series and the others
_BY_PLANE = frozenset({"airstrike"})


def claims_a_series(scene: Scene, frames: Sequence[Frame]) -> str | None:
    """The armed group that the article says did all of a series of deeds; None where it says so of none, or of several.

    Args:
        scene: The article.
        frames: All its frames.
    """
    actors = scene.atlas.gazetteer.actors
    told = {
        actor
        for f in frames
        for s in f.stances
        if s.kind in ("claim", "attribution") and scene.has("cues.series", f.sentence.start, f.sentence.end)
        for actor in (s.by if s.kind == "claim" else s.of,)
        if actor is not None and actors[actor].kind in CLAIMANTS
    }
    return next(iter(told)) if len(told) == 1 else None


def is_of_the_series(scene: Scene, event: Event, first: Event) -> bool:
    """Whether an event may be one of the series that the article's first event opens: that day, in that country."""
    if event.background or event.weapons & _BY_PLANE or event.date is None or first.date is None:
        return False
    if event.where.place.country != first.where.place.country:
        return False
    if any(scene.has("cues.unclaimed", f.sentence.start, f.sentence.end) for f in event.frames):
        return False
    return abs((event.date.start - first.date.start).days) <= _DAYS
