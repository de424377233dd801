"""Events of one article that turn out to be one, once all is told: a town and a site in it, on the same day."""

from __future__ import annotations

from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.story.matching import (
    Closeness,
    closeness,
    dates_agree,
    dead_of,
    is_finer,
    same_dead,
    says_more,
)
from geomap.geo import distance_km
from geomap.resolve import Where

_FIRST_WORD = 12  # characters that hold it
_TOLD_BY_KM = 75.0  # from a village to the town that it is told by


def gather(scene: Scene, events: list[Event]) -> list[Event]:
    """The events, those joined that nothing tells apart: place in place, the same day, sides and arms that fit."""
    kept: list[Event] = []
    for event in events:
        same = next((e for e in kept if _are_one(scene, e, event)), None)
        if same is None:
            kept.append(event)
        else:
            _join(same, event)
    return kept


def _are_one(scene: Scene, a: Event, b: Event) -> bool:
    how = closeness(a.where, b.where, scene.atlas)
    as_many = how is Closeness.APART and _have_the_same_dead(scene, a, b)
    if a.background != b.background or (not as_many and (how is Closeness.APART or _are_neighbours(a, b))):
        return False
    if (
        not (a.where.fine and b.where.fine)
        or a.date is None
        or b.date is None
        or not dates_agree(a.date, b.date)
    ):
        return False
    if a.second or b.second or _told_apart(a, b):
        return False
    return (
        _fit(a.side("attacker", STATED), b.side("attacker", STATED))
        and _fit(a.weapons, b.weapons)
        and _fit(dead_of(a), dead_of(b))
    )


def _have_the_same_dead(scene: Scene, a: Event, b: Event) -> bool:
    """Whether as many died at a village as at the town that it is told by: "42 dead in A", "42 died at B, near A"."""
    if not same_dead(a, b) or a.where.place.country != b.where.place.country:
        return False
    if not (_tells_by(scene, a, b) or _tells_by(scene, b, a)):
        return False
    return distance_km(a.where.lon, a.where.lat, b.where.lon, b.where.lat) <= _TOLD_BY_KM


def _tells_by(scene: Scene, village: Event, town: Event) -> bool:
    """Whether the town is only told as near, or a sentence on the village names it, or tells of what is known."""
    if town.where.precision == "near":
        return True
    start = village.first.sentence.start
    if not scene.language.definite.isdisjoint(scene.between(start, start + _FIRST_WORD).split()[:1]):
        return True
    told = (frame.sentence for frame in village.frames)
    return any(town.where.place.id in m.places for s in told for m in scene.mentions(s.start, s.end))


def _are_neighbours(a: Event, b: Event) -> bool:
    """Whether two quarters, or two sites, only lie side by side."""
    one, other = a.where.place, b.where.place
    kin = (*one.part_of, *one.near, *other.part_of, *other.near)
    return one.id != other.id and one.kind == other.kind and not {one.id, other.id} & set(kin)


def _told_apart(a: Event, b: Event) -> bool:
    """Whether the article lists both, or tells of the later one as of another."""
    shared = {id(f.sentence) for f in a.frames} & {id(f.sentence) for f in b.frames}
    later = b.first
    return bool(shared) or later.another or later.repeat or any(d.needs_reference for d in later.dates)


def _fit(mine: set[str] | set[int], theirs: set[str] | set[int]) -> bool:
    return not mine or not theirs or bool(mine & theirs)


def _is_smaller(where: Where, other: Where) -> bool:
    """Whether of two places as exact one is the village that is told by the town, and not the other way about."""
    if where.precision != other.precision or where.place.id == other.place.id:
        return False
    return (where.place.population or 0) < (other.place.population or 0)


def _join(event: Event, other: Event) -> None:
    event.frames += [f for f in other.frames if f not in event.frames]
    if is_finer(other.where, event.where) or _is_smaller(other.where, event.where):
        event.where = other.where
    if other.dated and says_more(other.dated, event):
        event.dated = other.dated
    event.launch = event.launch or other.launch
