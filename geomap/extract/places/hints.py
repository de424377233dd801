"""What the words around a place's name say of the way to it: near, off, a direction, a distance."""

from __future__ import annotations

import re
from itertools import takewhile

from geomap.extract.actors.belonging import owns_the_next_place
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.gazetteer.language import Language
from geomap.geo import BEARINGS
from geomap.recognise import Cue, Mention
from geomap.resolve.where import Hints

_KM_PER_MILE = 1.609344
_KM_PER_SEA_MILE = 1.852
_WINDOW = 64  # characters before a name that may say the way to it
_BETWEEN = 6  # words between "south" and its place: "of the main market town of"
_LISTED = 2  # words of "and in"
_LINKED = 4  # words between "near" and its place: "near the besieged city of"


def hints(scene: Scene, mention: Mention, sentence: Sentence) -> Hints:
    """What the words right before a mention, and "'s south" behind it, say of the way to it."""
    language = scene.language
    window = max(sentence.start, mention.start - _WINDOW)
    before = scene.between(window, mention.start)
    near = _touching(scene, "places.near", window, mention.start)
    km: float | None = None
    found = [c for c in scene.cues("directions.", window, mention.start) if _name(c) in BEARINGS]
    direction, outside, described = None, False, False
    behind = language.part_behind.match(scene.text[mention.end : mention.end + 40])
    if found:
        gap = _without_peoples(scene, found[-1].end, mention.start)
        plain = [word.strip(",") for word in gap]
        linked = len(gap) <= _BETWEEN and language.direction_links.issuperset(plain)
        if linked and not _lies_there(scene, found[-1], mention):
            direction = _name(found[-1])
            told = scene.between(window, found[-1].start)
            km = distance_before(told, language)
            described = describes_a_town(told, language) if km else _names_the_town(told, language)
            away = not language.away_from.isdisjoint(gap) and language.part_words.isdisjoint(gap)
            outside = away or km is not None
    elif behind and (cues := scene.cues("directions.", mention.end, mention.end + behind.end())):
        direction = _name(cues[-1])
    elif near:
        cue = scene.cues("places.near", window, mention.start)[-1]
        km = distance_before(scene.between(window, cue.start), language)
    elif measured := language.distance_from.search(before):
        km, near, described = _km(measured), True, describes_a_town(before, language)
    off = language.off.search(before)
    if km is None and direction is None and off is not None:
        km = distance_before(before[: off.start()].rstrip(), language)
    flown = before.strip().endswith(tuple(language.flown_to) or ("\0",))  # "a drone on its way to"
    return Hints(
        near=near or flown,
        off=off is not None and not owns_the_next_place(scene, mention),
        countryside=_touching(scene, "places.countryside", window, mention.start),
        direction=direction,
        direction_of=outside or (direction is not None and language.direction_outside),
        km=km,
        described=described,
    )


def _without_peoples(scene: Scene, start: int, end: int) -> list[str]:
    """The words of a stretch, without the names of countries and peoples: "of the [Yemeni] port of"."""
    at, words = start, list[str]()
    for name in scene.mentions(start, end):
        words += scene.between(at, name.start).split()
        at = name.end
    return words + scene.between(at, end).split()


def _lies_there(scene: Scene, way: Cue, mention: Mention) -> bool:
    """Whether a direction only says where in its country a place lies: "the southern city of Basra"."""
    if way.text not in scene.language.lying_ways:
        return False
    if _is_the_whole(scene, way, mention):
        return True
    words = (
        _without_peoples(scene, way.end, mention.start) + scene.between(mention.start, mention.end).split()
    )
    kinds = list(takewhile(scene.language.lying_kinds.__contains__, words))
    behind = words[len(kinds) : len(kinds) + 1]
    return bool(kinds and behind) and scene.language.away_from.issuperset(behind)


def _is_the_whole(scene: Scene, way: Cue, mention: Mention) -> bool:
    """Whether "the" stands before, and "region" behind: "the southern Kherson region" is no part of it."""
    if scene.text[way.end : mention.start].strip():
        return False
    article = scene.between(max(0, way.start - 6), way.start).split()[-1:]
    if not article or article[0] not in scene.language.definite:
        return False
    last = scene.text.rfind(" ", mention.start, mention.end)  # the name itself may end with the word
    ends = (mention.end, *([last] if last > 0 else []))
    return any(scene.language.town_division_behind.match(scene.text[at : at + 40]) for at in ends)


def _name(cue: Cue) -> str:
    return cue.tag.rsplit(".", 1)[1]


def _touching(scene: Scene, tag: str, start: int, end: int) -> bool:
    cues = scene.cues(tag, start, end)
    if not cues:
        return False
    gap = _without_peoples(scene, cues[-1].end, end)
    return len(gap) <= _LINKED and scene.language.near_links.issuperset(gap)


def distance_before(folded: str, language: Language) -> float | None:
    """Kilometres given right at the end of a folded text ("about 12 miles"), else None."""
    found = language.distance.search(folded)
    return _km(found) if found else None


def describes_a_town(told: str, language: Language) -> bool:
    """Whether the town so far off was named: "the city about 90 km (north of A)", "the town, 20 km from"."""
    found = language.distance.search(told) or language.distance_from.search(told)
    return found is not None and _names_the_town(told[: found.start()], language)


def _names_the_town(told: str, language: Language) -> bool:
    """Whether folded text ends with the town told of before: not with another, "A and [in] the village"."""
    town = language.the_town.search(told)
    return town is not None and language.listing.isdisjoint(told[: town.start()].split()[-_LISTED:])


def _km(found: re.Match[str]) -> float:
    number = float(found["number"].replace(",", "."))
    if found["sea_miles"]:
        return number * _KM_PER_SEA_MILE
    return number * _KM_PER_MILE if found["miles"] else number
