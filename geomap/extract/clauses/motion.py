"""Arms on their way, in whatever words: "Into the base went four rockets", a headline "Drones over Erbil"."""

from __future__ import annotations

import re
from itertools import pairwise

from geomap.extract.clauses.trigger import Trigger
from geomap.extract.clauses.triggers import speaks_of_deeds
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

_FLYING = ("weapons.drone", "weapons.rocket", "weapons.missile", "weapons.mortar", "weapons.artillery")
_CARRIED = (
    "weapons.bomb",
    "weapons.ied",
    "weapons.other",
    "weapons.gunfire",
)  # they go nowhere by themselves
# What a sentence says that tells of no deed, though it names arms, a place and a day.
_QUIET = ("unreal", "totals", "aggregate", "exercise", "arms_at_rest", "clearing", "denial")
_BULLET = re.compile(r"\s*(?:[-–—•●▪◦*·]|\d{1,2}[.)])\s*\**\s*")
_COLON = re.compile(r"\**\s*(?:,[^:,]{1,30})?\**\s*[:–—]\s*")
MANY_CLEARED = 3  # words of those who clear mines and duds away: an article about them
_SEVERAL = 2  # places make a list
_ITEM_WORDS = 4  # "and two on the" before an item's place
_NEXT = 40  # characters behind the colon
_SITE = 1  # the rank of a site, a town, an island


def arms_in_motion(scene: Scene, sentence: Sentence) -> Trigger | None:
    """The arms of a sentence without a word for a deed, which names a place that they went to, and a day.

    A headline needs no day, but the place right behind the arms.
    """
    start, end = sentence.start, sentence.end
    every = [c for c in scene.cues("weapons.", start, end) if c.tag in _FLYING or c.tag in _CARRIED]
    arms = [c for c in every if c.tag in _FLYING]
    if not every or (not arms and len(scene.cues_by_tag.get("cues.clearing", ())) >= MANY_CLEARED):
        return None  # "had to leave their homes because of an American bomb" of the last war
    shared = bool(arms) and bool(scene.triggers) and _shares_out(scene, arms[0].end, end)
    # "Drones loaded with explosives did it" lie in no depot.
    quiet = (tag for tag in _QUIET if not (shared and tag == "arms_at_rest"))
    if any(scene.has(f"cues.{tag}", start, end) for tag in quiet):
        return None
    if (item := _item(scene, sentence)) is not None:
        first = next((c for c in arms if item <= c.start <= item + _NEXT), None)
    elif speaks_of_deeds(scene, start, end) or scene.language.negated.search(scene.between(start, end)):
        first = None
    elif shared:
        first = arms[0]
    elif sentence.role == "headline":
        first = next((c for c in arms if _leads_to_a_place(scene, c.end, end)), None)
    elif scene.dates_in(start, end) and _names_an_aim(scene, start, end) and _is_armed(scene):
        first = (arms or every)[0]
    else:
        first = None
    return Trigger(first.start, first.end, "impact", "active", first.text) if first else None


def _is_armed(scene: Scene) -> bool:
    """Whether the article speaks of armed people or of victims: two thousand drones may also draw a falcon."""
    actors = scene.atlas.gazetteer.actors
    if scene.cues_by_tag.get("actors.armed") or scene.cues_by_tag.get("triggers.casualty.verbs"):
        return True
    return any(m.actors and actors[m.actors[0]].kind != "state" for m in scene.reading.mentions)


def _item(scene: Scene, sentence: Sentence) -> int | None:
    """Where the words behind a place and a colon begin, in an item of a list: "- Rmelan: two drones"."""
    named = next((m for m in scene.mentions(sentence.start, sentence.end) if m.places), None)
    if named is None or not _BULLET.fullmatch(scene.text[sentence.start : named.start]):
        return None
    colon = _COLON.match(scene.text, named.end)
    return colon.end() if colon else None


def _shares_out(scene: Scene, start: int, end: int) -> bool:
    """Whether a list behind a colon says how many went where: "Drones did it: two at Zakho, one at Kirkuk"."""
    colon = scene.text.find(":", start, end)
    named = [m for m in scene.mentions(colon, end) if m.places] if colon >= 0 else []
    if len(named) < _SEVERAL:
        return False
    gaps = pairwise([colon, *(m.end for m in named)])
    return all(
        len(scene.between(before, mention.start).split()) <= _ITEM_WORDS
        and scene.numbers_in(before, mention.start)
        for (before, _), mention in zip(gaps, named, strict=True)
    )


def _leads_to_a_place(scene: Scene, start: int, end: int) -> bool:
    """Whether only a preposition and an article stand between arms and a place: "Rockets on al-Shaddadi"."""
    named = next((m for m in scene.mentions(start, end) if m.places), None)
    if named is None or scene.atlas.rank(scene.atlas.place(named.places[0])) > _SITE:
        return False
    return scene.language.aimed_right_at.match(scene.between(start, named.start)) is not None


def _names_an_aim(scene: Scene, start: int, end: int) -> bool:
    """Whether a town or a site stands behind "at", "into", "over"."""
    for mention in scene.mentions(start, end):
        if not mention.places or mention.actors:
            continue
        near = scene.atlas.rank(scene.atlas.place(mention.places[0])) <= _SITE
        before = scene.between(max(start, mention.start - 60), mention.start)
        if near and scene.language.aimed_into.search(before):
            return True
    return False
