"""Sentences of exercises, accidents and exhibitions, in which nothing of war happened; unless somebody was attacked."""

from __future__ import annotations

from geomap.extract.scene import ARMS_THAT_FLY, Scene
from geomap.extract.words.sentences import Sentence
from geomap.recognise import Cue

_HITS = ("triggers.attack", "triggers.impact", "triggers.airstrike")
_ARMED = (
    "weapons.", "actors.armed", "triggers.attack.nouns", "triggers.airstrike.nouns", "triggers.shelling.nouns",
)  # fmt: skip
_STRIKING = (
    *ARMS_THAT_FLY,
    "weapons.artillery",
    "weapons.airstrike",
    "weapons.ied",
    "weapons.bomb",
    "triggers.airstrike.nouns",
    "triggers.shelling.nouns",
)
_DEED = 60  # characters behind arms in which the verb of their deed stands
_GROUND = 28  # characters before "training" in which a camp or a centre is named


def tells_of_no_deed(scene: Scene, sentence: Sentence) -> bool:
    """Whether its words of attack are those of an exercise, an accident, a thing on show."""
    played = _exercises(scene, sentence)
    if played and not _ends_a_drill(scene, sentence, played[-1]):
        return True
    set_there = scene.cues("cues.setting", sentence.start, sentence.end)
    return bool(set_there) and not _were_attacked(scene, sentence, set_there[0])


def _exercises(scene: Scene, sentence: Sentence) -> list[Cue]:
    """The words of exercises and accidents; a training camp that was bombed is only a place."""
    ground = scene.language.training_ground
    return [
        cue
        for cue in scene.cues("cues.exercise", sentence.start, sentence.end)
        if not ground.search(scene.between(max(sentence.start, cue.start - _GROUND), cue.start))
    ]


def _were_attacked(scene: Scene, sentence: Sentence, setting: Cue) -> bool:
    """Whether arms or armed people hurt somebody there: "a bomb derailed a train and killed four", "shot at a museum".

    Without victims, whether arms did the deed, "drones hit the museum", or armed people came before the place: "a
    gunman walked into the museum and opened fire".
    """
    start, end = sentence.start, sentence.end
    if any((c.best or c.low) and not c.total for c in scene.casualties_in(start, end)):
        return any(scene.has(tag, start, end) for tag in _ARMED)
    if _arms_struck(scene, sentence):
        return True
    deed = any(c.tag.endswith(".verbs") for c in scene.cues("triggers.", start, end))
    return deed and any(scene.has(tag, start, setting.start) for tag in ("actors.armed", "weapons.gunfire"))


def _arms_struck(scene: Scene, sentence: Sentence) -> bool:
    """Whether arms are the doer of a verb of attack: "drones hit", "a bomb derailed"; not "fireworks rockets hit"."""
    start, end = sentence.start, sentence.end
    arms = [cue for tag in _STRIKING for cue in scene.cues(tag, start, end)]
    if not arms:
        return False
    struck = scene.language.struck_by_arms
    return any(
        struck.match(f" {scene.between(cue.end, min(end, cue.end + _DEED))}")
        and not any(show.end <= cue.start <= show.end + 1 for show in scene.cues("cues.setting", start, end))
        for cue in arms
    )


def _ends_a_drill(scene: Scene, sentence: Sentence, last: Cue) -> bool:
    """Whether arms that fly came down on who was training: "were at their drill when a missile fell among them"."""
    if _is_struck(scene, sentence):
        return True
    for tag in ARMS_THAT_FLY:
        for arms in scene.cues(tag, last.end, sentence.end):
            between = f"{scene.between(last.end, arms.start)} "
            if any(f" {word}" in between for word in scene.language.when_words):
                return True
    return False


def _is_struck(scene: Scene, sentence: Sentence) -> bool:
    """Whether arms that fly hit and hurt people: "a missile struck a range during an exercise and killed six"."""
    start, end = sentence.start, sentence.end
    if not any(scene.has(tag, start, end) for tag in ARMS_THAT_FLY):
        return False
    if any(f" {word}" in f" {scene.between(start, end)}" for word in scene.language.played):
        return False
    hit = any(cue.tag.startswith(_HITS) for cue in scene.cues("triggers.", start, end))
    return hit and any((c.best or c.low) and not c.total for c in scene.casualties_in(start, end))
