"""Whether a place heads what follows: "3. Gwadar. The same brigade …", a line "CAMBRILS", "What of Lviv?"."""

from __future__ import annotations

import re

from geomap.extract.clauses.frames import Frame
from geomap.extract.places.item_heads import names_only
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

_ITEM = re.compile(r"[(\[]?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)\]]+")
_ASKS = ("?", "؟")


def heads_what_follows(scene: Scene, number: int, frame: Frame) -> bool:
    """Whether a frame's one place is all that a line or the first sentence of a paragraph says or asks about."""
    sentence = frame.sentence
    if len(frame.places) != 1 or not frame.places[0].where.fine or frame.triggers:
        return False
    if _takes_the_story_to(scene, sentence, frame.places[0]):
        return True
    if not names_only(scene, sentence) and not _asks_of_it(scene, sentence):
        return False
    if sentence.role == "headline":
        # Above the text it is the page's, or the dateline's.
        return any(s.role == "body" for s in scene.sentences[:number])
    return sentence.role == "body" and _opens(scene, number)


def heads_a_section(scene: Scene, sentence: Sentence) -> bool:
    """Whether a line is a heading of the paragraphs behind it: a headline within the text, a question of its own."""
    if sentence.role == "headline":
        return True
    alone = scene.text[sentence.end : sentence.end + 1] in ("", "\n")
    return alone and _asks_of_it(scene, sentence) and scene.text.endswith("\n", 0, sentence.start)


def _takes_the_story_to(scene: Scene, sentence: Sentence, use: Use) -> bool:
    """Whether a sentence only says whose turn it was: "On the Saturday evening it was Mombasa."."""
    if scene.language.turns_behind.match(scene.between(use.mention.end, sentence.end).strip(" .:!")) is None:
        return False
    return scene.language.turns_to.match(scene.between(sentence.start, use.mention.start) + " ") is not None


def _opens(scene: Scene, number: int) -> bool:
    """Whether a sentence opens its paragraph, but for an item's number: "3.", "b)"."""
    sentence = scene.sentences[number]
    before = scene.sentences[number - 1] if number else None
    if before is None or before.paragraph != sentence.paragraph:
        return True
    earlier = scene.sentences[number - 2] if number > 1 else None
    item = _ITEM.fullmatch(scene.text[before.start : before.end])
    return bool(item) and (earlier is None or earlier.paragraph != sentence.paragraph)


def _asks_of_it(scene: Scene, sentence: Sentence) -> bool:
    return scene.text.endswith(_ASKS, sentence.start, sentence.end)
