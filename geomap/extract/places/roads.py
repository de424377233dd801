"""Roads and journeys that are told by their ends: "in Qalat on the Kabul-Kandahar road", "going to A from B"."""

from __future__ import annotations

from geomap.extract.places.not_places import in_dateline
from geomap.extract.scene import ARMS_THAT_FLY, Scene
from geomap.extract.words.sentences import Sentence
from geomap.model import Place
from geomap.recognise import Mention

_ALONG = 90  # characters from the ends of a road to the place on it
_FLYING = frozenset({*ARMS_THAT_FLY, "weapons.airstrike"})
_VILLAGES = frozenset({"town", "village"})
_SMALL = 100_000  # people: the roads that are called after larger towns are long
_TO_A_ROAD = 5  # words from that place to the road: "town on the strategic"


def names_a_road(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether it is an end of a road, and another place says where on it: "the Kabul-Ghazni road in Wardak"."""
    text, language = scene.text, scene.language
    ahead = text[mention.end : mention.end + 60]
    second = text[mention.start - 1 : mention.start] in ("-", "–", "—")
    if not (language.road_of_two.match(ahead) or (second and language.road_behind.match(ahead))):
        return False
    around = scene.mentions(mention.end, min(sentence.end, mention.end + _ALONG))
    if any(m.places and not language.road_behind.match(text[m.end : m.end + 30]) for m in around):
        return True
    first = mention.start
    if second:  # "in Pampore on the Jammu-Srinagar road": the other end is no place on it
        first = next((m.start for m in reversed(scene.mentions(sentence.start, mention.start - 1))), first)
    told = scene.mentions(max(sentence.start, first - _ALONG), first)
    return any(m.places and _stands_on_it(scene, m, first) for m in told)


def _stands_on_it(scene: Scene, town: Mention, road: int) -> bool:
    """Whether a town stands in a place's place right before a road: "in Pampore town on the Jammu-Srinagar road"."""
    gap = scene.between(town.end, road).split()
    placed = scene.language.placed.search(scene.between(max(0, town.start - _ALONG), town.start))
    return (
        bool(placed) and bool(gap) and len(gap) <= _TO_A_ROAD and not scene.language.on_days.isdisjoint(gap)
    )


def is_on_its_road(scene: Scene, mention: Mention, place: Place, sentence: Sentence) -> bool:
    """Whether a deed was on the way to a village, and nothing else says where: "a car on the Kfar Rumman road".

    The road to a city is long, and that to a village may be one of the town that the sentence is about.
    """
    language = scene.language
    if place.kind not in _VILLAGES or (place.population or 0) >= _SMALL:
        return False
    if not language.to_road.match(scene.text[mention.end : mention.end + 30]):
        return False
    if not language.on_road_to.search(scene.between(sentence.start, mention.start)):
        return False
    others = (m for m in scene.mentions(sentence.start, sentence.end) if m is not mention and m.places)
    return all(m.actors or m.start in scene.labels or in_dateline(scene, m) for m in others)


def starts_a_journey(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether people went from there, not arms that fly: "a bus going to Quetta from Karachi"."""
    if not scene.language.journey_from.search(scene.between(sentence.start, mention.start)):
        return False
    return not any(cue.tag in _FLYING for cue in scene.cues("weapons.", sentence.start, mention.start))
