"""Sentences whose harm nobody did: collisions, crashes, collapsed houses, landslides, fires."""

from __future__ import annotations

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

CAUSES = ("cues.accident", "cues.disaster")
_HARM = ("casualty", "damage", "explosion")


def is_an_accident(scene: Scene, sentence: Sentence) -> bool:
    """Whether one vehicle hit another, or an aircraft crashed, and no arms are named: "a bus hit a lorry"."""
    start, end = sentence.start, sentence.end
    if not scene.has("triggers.", start, end):
        return False
    accident = scene.language.accident.search(scene.between(start, end))
    if accident is None:
        return False
    arms = {cue.tag for cue in scene.cues("weapons.", start, end)}
    crashed = accident.groupdict().get("crash") is not None
    return not (arms - {"weapons.airstrike"} if crashed else arms)  # the aircraft itself is no arms then


def is_a_mishap(scene: Scene, sentence: Sentence) -> bool:
    """Whether nature, bad building or bad driving did the harm: "twelve were killed when a wall collapsed"."""
    start, end = sentence.start, sentence.end
    harm = any(cue.tag.split(".")[1] in _HARM for cue in scene.cues("triggers.", start, end))
    if not harm or _names_arms(scene, sentence):
        return False
    mishap = scene.language.mishap.search(scene.between(start, end))
    if mishap is None:
        return False
    named = mishap.groupdict()
    if _tells_of_a_deed(scene, sentence, mishap[0], bursts=named.get("fuel") is not None):
        return False
    causes = any(scene.cues_by_tag.get(tag) for tag in CAUSES)
    if named.get("fuel"):
        return causes  # else a bomb may have set it off
    if named.get("building"):
        return causes or not scene.cues_by_tag.get(
            "weapons."
        )  # where bombs are about, they bring houses down
    return True


def _names_arms(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence names arms other than aircraft."""
    return any(cue.tag != "weapons.airstrike" for cue in scene.cues("weapons.", sentence.start, sentence.end))


def _tells_of_a_deed(scene: Scene, sentence: Sentence, mishap: str, *, bursts: bool) -> bool:
    """Whether a sentence tells of a deed that is no part of the mishap, as "when a crane came down" is.

    Args:
        scene: The article.
        sentence: The sentence.
        mishap: What tells of the mishap in it.
        bursts: Whether that ends with the verb of what burst, which goes on: "a gas tank burst in".
    """
    start, end = sentence.start, sentence.end
    days = scene.dates_in(start, end)
    return any(
        cue.tag.split(".")[1] not in _HARM
        and (cue.text.split()[0] if bursts else cue.text) not in mishap
        and not any(day.start <= cue.start < day.end for day in days)  # "فجر" is dawn there
        for cue in scene.cues("triggers.", start, end)
    )
