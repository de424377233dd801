"""Places that only stand beside a deed: the war in Gaza, talks in Doha, troops in Syria; and what is hit there."""

from __future__ import annotations

import re

from geomap.extract.scene import Scene
from geomap.model import Place
from geomap.recognise import Cue, Mention
from geomap.resolve import SETTLEMENTS

_SAYS_WITHIN = 100  # characters behind a town: ", which backs the opposition, said"
_HELD_WITHIN = 60  # characters from "the funeral" to the town that it was held in
_VERB = 12  # characters of "killed" right behind a deed
_INTO = 6  # words between a deed and the house it was in: "forced their way into the east wing of the"
_WHO = 16  # characters of "an armed" before "group in"
_PEOPLE_WITHIN = 44  # characters from a deed to the people whom it hit
_WORDS_TO_THEM = 4  # words between these: "attacks on two senior"
_STOPS = re.compile(r"[,;:—–\"“]|\b(?:and|as|while|when|after)\b")


def stands_by(scene: Scene, mention: Mention, place: Place, clause_start: int) -> bool:
    """Whether it is the place of something else: "the war in Gaza", "talks in Doha"."""
    if place.kind not in SETTLEMENTS and scene.language.fought_over.search(
        scene.between(clause_start, mention.start)
    ):
        return True
    if _is_where_they_were_hit(scene, mention, clause_start):
        return False
    near = max(clause_start, mention.start - _HELD_WITHIN)
    if scene.language.how_far.search(scene.between(near, mention.start)):
        return False
    answered = scene.language.answered_there.search(scene.between(clause_start, mention.start))
    if answered and scene.has("triggers.", clause_start, mention.start - len(answered.group())):
        return True
    if held := scene.language.held_there.search(scene.between(near, mention.start)):
        return not scene.has("triggers.", mention.start - len(held.group()) - 1, mention.start)
    for cue in scene.cues("not_places.bystander", max(clause_start, mention.start - 40), mention.start):
        if is_from_the_air(scene, cue.start):
            continue
        told = scene.has("triggers.", clause_start, mention.start)
        standing = told and _who(scene, cue, clause_start).endswith(tuple(scene.language.standing))
        if _are_hit(scene, clause_start, cue, mention):
            continue  # "killed two officials in A", not "killed two, officials in A said"
        if _is_struck(scene, mention):
            continue  # "the hospital in El Fasher was hit", "US troops in Syria came under fire"
        between = scene.between(cue.end, mention.start).split()
        if len(between) <= 2 and not standing and not is_behind_another(scene, cue.end, mention, place):
            return True
    return False


def _is_where_they_were_hit(scene: Scene, mention: Mention, clause_start: int) -> bool:
    """Whether a deed was at people or an office there: "outside a court in A"; not "condemned the raid at a rally"."""
    before = scene.between(clause_start, mention.start)
    venue = scene.language.venue_hit.search(before)
    if venue is None:
        return False
    deeds = [
        c
        for c in scene.cues("triggers.", clause_start, mention.start - len(venue[0]))
        if not c.tag.startswith("triggers.casualty")
    ]
    if not deeds or (venue["at"] and not (deeds[-1].tag.endswith(".verbs") or _kills(scene, deeds[-1]))):
        return False
    gap = scene.between(deeds[-1].end, mention.start - len(venue[0]))
    return "," not in gap and len(gap.split()) <= _INTO


def _kills(scene: Scene, deed: Cue) -> bool:
    """Whether the verb of a deed is what it did to people: "two explosions killed nine at a rally in A"."""
    behind = scene.cues("triggers.casualty.verbs", deed.end, deed.end + _VERB)
    return any(cue.start == deed.end + 1 for cue in behind)


def _are_hit(scene: Scene, clause_start: int, cue: Cue, mention: Mention) -> bool:
    """Whether people who else would tell of a deed are its object: a deed right before them, and they say nothing."""
    language = scene.language
    if not cue.text.endswith(tuple(language.may_be_hit)):
        return False
    deeds = scene.cues("triggers.", max(clause_start, cue.start - _PEOPLE_WITHIN), cue.start)
    if not deeds or language.tells_behind.match(scene.between(mention.end, mention.end + _SAYS_WITHIN)):
        return False
    gap = scene.text[deeds[-1].end : cue.start]
    return len(gap.split()) <= _WORDS_TO_THEM and not _STOPS.search(gap)


def _is_struck(scene: Scene, mention: Mention) -> bool:
    """Whether the passive of a deed follows: "… in El Fasher, Sudan, was hit"."""
    deeds = scene.cues("triggers.", mention.end, mention.end + 50)
    return bool(deeds) and bool(scene.language.struck_there.match(scene.between(mention.end, deeds[0].start)))


def _who(scene: Scene, cue: Cue, clause_start: int) -> str:
    """A cue such as "group in" with what stands before it: "an armed group in"."""
    return scene.between(max(clause_start, cue.start - _WHO), cue.end)


def is_from_the_air(scene: Scene, start: int) -> bool:
    """Whether "from" says what flew, not whence: "soldiers roped down from helicopters outside A"."""
    carriers = (
        *scene.cues("weapons.airstrike", start, start + 40),
        *scene.cues("weapons.drone", start, start + 40),
    )
    return any(c.start == start for c in carriers)


def is_behind_another(scene: Scene, start: int, mention: Mention, place: Place) -> bool:
    """Whether another place stands between, that this one does not lie in: "from Iraq's town of Zummar" is one."""
    between = (m for m in scene.mentions(start, mention.start) if m.places)
    return any(not scene.atlas.contains(scene.atlas.place(m.places[0]), place) for m in between)
