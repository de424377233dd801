"""Who is suspected where a clause has a word of suspicion: who did it, or only those whom it hit."""

from __future__ import annotations

import re

from geomap.extract.actors.belonging import backs_others, is_somewhere, of_a_band
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Cue

_SUSPECT_WITHIN = 3  # words between "suspects" and whom, and between an actor and "are believed to have"
_DEED_BEFORE = 40  # characters before "suspected" in which the deed stands that hit them
_WORDS_TO_THEM = 4
_MARK = re.compile(r"[,;:]")


def of_those_hit(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether it is whom the deed hit that are suspected: "killed three suspected militants".

    Args:
        scene: The article.
        clause: The clause.
        cue: The word of suspicion.
    """
    language = scene.language
    if not language.subject_first or not language.suspecting.search(cue.text):
        return False
    if any(c.start <= cue.start < c.end for c in scene.casualties_in(clause.start, clause.end)):
        return True  # "seven suspected members of the group died"
    before = scene.between(max(clause.start, cue.start - _DEED_BEFORE), cue.start)
    deeds = [t for t in scene.cues("triggers.", clause.start, cue.start) if t.end <= cue.start]
    if not deeds or language.blamed.search(before):
        return False
    words = before.split()
    if not language.determiners.isdisjoint(words[-1:]):
        words.pop()
    if words and language.aimed_surely.fullmatch(words[-1]):
        return True  # "an air strike on suspected fighters"
    gap = scene.text[deeds[-1].end : cue.start]
    apart = {*language.by, *language.subordinating, *language.auxiliaries, *language.being, "and"}
    object_of = len(gap.split()) <= _WORDS_TO_THEM and apart.isdisjoint(gap.split()) and not _MARK.search(gap)
    return object_of and deeds[-1].tag.endswith(".verbs")


def suspected(scene: Scene, clause: Clause, cue: Cue) -> str | None:
    """Whom a clause suspects: "the army suspects the ADF", "Hamas gunmen are believed to have planted it".

    Args:
        scene: The article.
        clause: The clause.
        cue: The word of suspicion.
    """
    if not scene.language.suspected_of:
        return None
    behind = scene.between(cue.end, min(clause.end, cue.end + 60))
    left = [m for m in scene.mentions(clause.start, cue.start) if m.actors]
    passive = scene.language.suspected_of.match(f"{cue.text} {behind}")
    if passive and left and len(scene.between(left[-1].end, cue.start).split()) <= _SUSPECT_WITHIN:
        return left[-1].actors[0]
    if not scene.language.suspecting.search(cue.text):
        return None
    right = [m for m in scene.mentions(cue.end, clause.end) if m.actors]
    if right and (backs_others(scene, right[0]) or of_a_band(scene, right[0])):
        return None  # "they suspect groups that Iran backs"; "suspected Rwandan rebels" are no state
    if right and right[0].places and is_somewhere(scene, clause, right[0]):
        return None  # "suspected militants in Mozambique's northern province"
    near = right and len(scene.between(cue.end, right[0].start).split()) <= _SUSPECT_WITHIN
    return right[0].actors[0] if near else None
