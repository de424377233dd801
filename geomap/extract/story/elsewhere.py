"""Whether a deed or victims are told of another place than the event before: of an unknown one, or another town."""

from __future__ import annotations

import msgspec

from geomap.extract.casualties.casualty import Casualty
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.geo import distance_km
from geomap.model import Place

_BESIDE_KM = 60.0  # from a deed to the towns in which its hurt are counted
_BEFORE = 24  # characters before a name in which "in" stands
_NAMED_WITHIN = 8  # characters from "the site" to its name: "of al-"
_WIDE = ("country", "world region", "sea", "gulf", "strait")


def is_elsewhere(scene: Scene, frame: Frame, event: Event | None) -> bool:
    """Whether a new paragraph tells of others who struck at an unknown site, or opens with an unknown town.

    "Israel shelled A. / Hezbollah said it had hit a tank at the Birkat Risha site": not at A. A quarter of the
    town told before may be unknown, too; so who struck must be others, or "In" and the name head the paragraph.
    """
    if event is None or frame.places or not frame.is_body or not scene.unknown or not scene.language.capitals:
        return False
    if event.last.sentence.paragraph == frame.sentence.paragraph or not frame.triggers:
        return False
    inside = [u for u in scene.unknown if u.located and frame.start <= u.start < frame.end]
    if not inside or not (frame.reported_attack or frame.victims):
        return False
    first, opens = inside[0], frame.sentence.start
    if scene.text.startswith(",", first.end) and scene.language.head_of_place.match(
        scene.between(opens, first.start)
    ):
        return True
    same = scene.cues("cues.same_place", opens, frame.end)
    if any(not any(0 <= u.start - c.end <= _NAMED_WITHIN for u in inside) for c in same):
        return False  # "The city buries those of Saturday, when the Taliban …", not "at the outpost of A"
    began = min((s.start for s in scene.sentences_of(frame.sentence.paragraph, frame.end)), default=opens)
    if any(u.located and began <= u.start < opens for u in scene.unknown):
        return True  # "… at the site of A. A worker was killed in B": both unknown
    mine, theirs = frame.side("attacker", STATED), event.side("attacker", STATED)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def counts_elsewhere(scene: Scene, frame: Frame, event: Event) -> bool:
    """Whether who is counted is told of in a paragraph that has gone on to places apart: "Police in B freed two. …"."""
    if frame.places or not (frame.casualties and frame.is_body and event.where.fine):
        return False
    if not scene.language.capitals:
        return False
    paragraph = frame.sentence.paragraph
    if any(f.sentence.paragraph == paragraph and (f.places or f.casualties) for f in event.frames):
        return False
    opens = min((s.start for s in scene.sentences_of(paragraph, frame.end)), default=frame.sentence.start)
    named = [m for m in scene.mentions(opens, frame.end) if m.places and not m.actors]
    placed = scene.language.placed
    named = [m for m in named if placed.search(scene.between(max(opens, m.start - _BEFORE), m.start))]
    places = [scene.atlas.place(m.places[0]) for m in named]
    # In a capital somebody only tells of it.
    places = [p for p in places if p.kind not in _WIDE and not scene.atlas.is_capital(p)]
    places = [p for p in places if p.origin == "curated" or p.country == event.where.place.country]
    return bool(places) and not any(_may_hold(scene, event, place) for place in places)


def of_a_whole_area(scene: Scene, frame: Frame) -> list[Casualty]:
    """The casualties of a frame, as totals where they died in all of a region, elsewhere in it, or nobody says where.

    "It hit a barracks in A. Three people were killed elsewhere in the region": not in A.
    """
    if not frame.casualties or frame.reported_attack or not frame.is_body:
        return frame.casualties
    if any(use.where.fine for use in frame.places) or any(t.voice == "noun" for t in frame.triggers):
        return frame.casualties
    return [
        msgspec.structs.replace(c, total=True) if not c.none and _is_of_an_area(scene, frame, c) else c
        for c in frame.casualties
    ]


def _is_of_an_area(scene: Scene, frame: Frame, casualty: Casualty) -> bool:
    """Whether words for all of a land, or for another place of it, stand behind victims, or before them."""
    area = scene.language.of_an_area
    if area.match(scene.between(frame.start, casualty.start)):
        return True
    behind = scene.between(casualty.end, frame.end)
    said = area.search(behind)
    if said is None:
        return False
    gap = behind[: said.start()]
    apart = "," in gap.rstrip(" ,") or ";" in gap or not scene.language.listing.isdisjoint(gap.split())
    return not apart


def _may_hold(scene: Scene, event: Event, place: Place) -> bool:
    """Whether a place is an event's, holds it, or lies in or near it."""
    here, atlas = event.where.place, scene.atlas
    if here.id == place.id or atlas.contains(place, here) or atlas.contains(here, place):
        return True
    return distance_km(event.where.lon, event.where.lat, place.lon, place.lat) <= _BESIDE_KM
