"""Places whose people only do something else there: mourn, arrest, investigate what was done elsewhere."""

from __future__ import annotations

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.recognise import Mention

_ACTS_WITHIN = 48  # characters behind a place: "on Thursday opened an investigation"


def do_something_else(scene: Scene, mention: Mention, sentence: Sentence, before: str) -> bool:
    """Whether its people are who opens the sentence, and no party: "Mourners in Ramallah buried a man shot in A"."""
    if _mourn_there(scene, mention, sentence, before):
        return True
    if not scene.language.acts_before.match(before) or scene.has("triggers.", sentence.start, mention.start):
        return False
    if not any(m.places and not m.actors for m in scene.mentions(mention.end, sentence.end)):
        return False  # "Police in Quetta identified four people killed in a blast" names no other place
    behind = scene.between(mention.end, mention.end + _ACTS_WITHIN)
    return scene.language.acts_behind.match(f" {behind}") is not None


def _mourn_there(scene: Scene, mention: Mention, sentence: Sentence, before: str) -> bool:
    """Whether it opens a sentence on the dead of another place: "In A, they buried a man shot in B"."""
    if not scene.language.head_of_place.match(before):
        return False
    deeds = scene.cues("triggers.", mention.end, sentence.end)
    if not deeds or not deeds[0].tag.startswith("triggers.casualty"):
        return False
    words = scene.between(mention.end, deeds[0].start).split()
    if scene.language.mourns.isdisjoint(words):
        return False
    return any(m.places and not m.actors for m in scene.mentions(deeds[0].end, sentence.end))
