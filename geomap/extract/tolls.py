"""The killed and wounded of an event, over all that its frames say of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from geomap.extract.casualty import Casualty
from geomap.extract.event import Event
from geomap.extract.frames import Frame
from geomap.extract.matching import Closeness, closeness
from geomap.extract.scene import Scene
from geomap.extract.uses import Use

_LIST = 3  # words between two places of a list: "in A and B"
_WHERE = 4  # words between the number and the place that it is said of: "wounded three people in B"


def casualties(scene: Scene, event: Event) -> dict[str, Any]:
    """The fields of a report for killed and wounded; what nothing is said of is left out."""
    counts = [c for f in event.frames for c in _of_this_place(scene, event, f) if not c.total]
    hurt = any(c.best for c in counts)
    values: dict[str, int | None] = {}
    for what in ("killed", "wounded"):
        values |= _range(what, [c for c in counts if c.what == what], hurt=hurt)
    civilians = [c.best for c in counts if c.what == "killed" and c.civilians and c.best]
    if civilians and values.get("killed") == civilians[0]:
        values["killed_civilians"] = civilians[0]
    return values


def _of_this_place(scene: Scene, event: Event, frame: Frame) -> list[Casualty]:
    """What a frame says of the people hurt at the event's place; a sentence may tell of several places."""
    places = sorted((u for u in frame.places if u.where.fine), key=lambda u: u.start)
    if len({u.where.place.id for u in places}) <= 1:
        return frame.casualties
    own = [_is_at(scene, event, use) for use in places]
    if all(own):
        return frame.casualties
    return [c for c in frame.casualties if (at := _place_of(scene, c, places)) is not None and own[at]]


def _is_at(scene: Scene, event: Event, use: Use) -> bool:
    return closeness(event.where, use.where, scene.atlas) is not Closeness.APART


def _place_of(scene: Scene, casualty: Casualty, places: list[Use]) -> int | None:
    """The place that a number is said of, by its index: right behind it, else the one before; none of a list."""
    behind = next((i for i, use in enumerate(places) if use.start >= casualty.end), len(places))
    near = behind < len(places) and _words(scene, casualty.end, places[behind].start) <= _WHERE
    at = behind if near or behind == 0 else behind - 1
    beside = pairwise(places[max(at - 1, 0) : at + 2])
    listed = any(_words(scene, a.end, b.start) <= _LIST for a, b in beside if a.end <= b.start)
    return None if listed else at


def _words(scene: Scene, start: int, end: int) -> int:
    return len(scene.between(start, end).split())


def _range(what: str, counts: list[Casualty], *, hurt: bool) -> dict[str, int | None]:
    said = [c for c in counts if not c.none and (c.best is not None or c.low is not None)]
    exact = [c for c in said if c.best is not None]
    if exact:
        lows = [c.low if c.low is not None else c.best for c in exact]
        highs = [c.high if c.high is not None else c.best for c in exact]
        low = min(v for v in lows if v is not None)
        high = max(v for v in highs if v is not None)
        return {what: exact[0].best, f"{what}_low": low, f"{what}_high": high}
    if said:
        return {f"{what}_low": said[0].low, f"{what}_high": said[0].high}
    # "Nobody was hurt" is a zero, unless somebody was.
    none = not hurt and any(c.none for c in counts)
    return {what: 0, f"{what}_low": 0, f"{what}_high": 0} if none else {}
