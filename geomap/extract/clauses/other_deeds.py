"""Whether a clause says that its deed is another one than was told: "a second attack", "in a separate raid"."""

from __future__ import annotations

from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Cue

_EFFECTS = ("casualty", "damage")
_NOUN = 24  # characters behind "the second" in which its noun stands
_ARTICLE = 8  # characters before a noun in which its article stands


def tells_of_another(scene: Scene, clause: Clause, triggers: list[Trigger]) -> bool:
    """Whether a clause says that its deed is another one: "a second attack"; "12 others" are people."""
    cues = scene.cues("cues.another", clause.start, clause.end)
    if scene.language.adjective_first:
        others = (cue for cue in cues if not _is_of_a_part(scene, clause, cue))
        return any(not _says_more_of_it(scene, clause, cue, triggers) for cue in others)
    return any(_is_of_the_deed(scene, clause, cue, triggers) for cue in cues)


def _is_of_a_part(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether a word such as "second" only tells apart what one deed hit: "in the second house nobody was hurt"."""
    language = scene.language
    if language.definite.isdisjoint(scene.between(clause.start, cue.start).split()[-1:]):
        return False
    behind = scene.between(cue.end, cue.end + _NOUN).split()[:1]
    return bool(behind) and behind[0].rstrip(",.;:") in language.parts_of_a_deed


def _says_more_of_it(scene: Scene, clause: Clause, cue: Cue, triggers: list[Trigger]) -> bool:
    """Whether a word such as "also" only adds what a known deed did: "the explosion … also wounded 27"."""
    if cue.text not in scene.language.adding:
        return False
    deed = next((t for t in triggers if t.end <= cue.start), None)
    if deed is None or deed.voice != "noun" or deed.kind in _EFFECTS:
        return False
    known = scene.between(max(clause.start, deed.start - _ARTICLE), deed.start).split()[-1:]
    behind = next((t for t in triggers if t.start >= cue.end), None)
    did = behind is not None and behind.kind in _EFFECTS and not scene.between(cue.end, behind.start).strip()
    return did and not scene.language.definite.isdisjoint(known)


def _is_of_the_deed(scene: Scene, clause: Clause, cue: Cue, triggers: list[Trigger]) -> bool:
    """Whether a word such as "other" opens its clause or stands behind the deed."""
    if cue.text in scene.language.other_people:
        return False
    if len(scene.between(clause.start, cue.start).split()) <= 1:
        return True
    gaps = (scene.between(t.end, cue.start).split() for t in triggers if t.end <= cue.start)
    return any(len(gap) <= 1 for gap in gaps)
