"""What is denied: the deed or a hand in it, or only the charge that was told before.

"Denied involvement" says by itself that a deed is meant; "denied it", "rejected the accusation" are denials of a deed
where whoever says so is accused of it. A group that never targets civilians, or lost nobody, denies no deed.
"""

from __future__ import annotations

from typing import Literal

from geomap.extract.clauses.governments import state_of_capital
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.recognise import Cue

_AHEAD = 90  # characters behind "denies" that say what
_BACK = 60  # … and before it: "a charge the ministry denies"
_BESIDE = 40  # characters between a capital that speaks for its state and the word of denial
_WORDS = 3
Denied = Literal["deed", "charge"]


def what_is_denied(scene: Scene, sentence: Sentence, cue: Cue) -> Denied | None:
    """What a word of denial denies; None where it is neither a deed nor the charge of one."""
    language = scene.language
    behind = scene.between(cue.end, min(sentence.end, cue.end + _AHEAD))
    if language.general_denial.match(behind):
        return None
    charge = language.denied_charge.match(behind)
    if scene.has("cues.involvement", sentence.start, sentence.end) or (charge and charge["hand"]):
        return "deed"
    before = scene.between(max(sentence.start, cue.start - _BACK), cue.start)
    if charge or language.charge_denied.search(before):
        return "charge"
    return "deed" if scene.has("triggers.", sentence.start, sentence.end) else None


def denies_a_hand(scene: Scene, start: int, end: int) -> bool:
    """Whether what is denied within [start, end) is only that it was one's own deed, not that it was done."""
    return scene.has("cues.involvement", start, min(end, start + _AHEAD)) or bool(
        scene.language.disowned.search(scene.between(start, min(end, start + _AHEAD)))
    )


def denier(scene: Scene, sentence: Sentence, cue: Cue, found: str | None) -> str | None:
    """Who denies it: a government by its capital, or whoever stands before "نفى ذلك"; else who was found."""
    if (state := _government(scene, sentence, cue)) is not None:
        return state
    if scene.language.subject_first or not scene.language.denied_at_once.match(
        scene.between(cue.end, min(sentence.end, cue.end + _BESIDE))
    ):
        return found
    before = [m for m in scene.mentions(max(sentence.start, cue.start - _AHEAD), cue.start) if m.actors]
    return before[-1].actors[0] if before else None


def _government(scene: Scene, sentence: Sentence, cue: Cue) -> str | None:
    """The state for which a capital beside a word of denial speaks: "Moscow has again denied", "نفت موسكو"."""
    if scene.language.subject_first:
        named = scene.mentions(max(sentence.start, cue.start - _BESIDE), cue.start)[-1:]
        gap = scene.between(named[0].end, cue.start) if named else ""
    else:
        named = scene.mentions(cue.end, min(sentence.end, cue.end + _BESIDE))[:1]
        gap = scene.between(cue.end, named[0].start) if named else ""
    return state_of_capital(scene, named[0]) if named and len(gap.split()) <= _WORDS else None
