"""Names that stand alone: the heads of items, and lines that only name places."""

from __future__ import annotations

import re

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.recognise import Mention
from geomap.resolve.candidates import Candidate

_HEAD = 90  # characters of the longest head of an item
_IN_BRACKETS = re.compile(r"\([^()\n]*\)")
_LAND = re.compile(r",\s[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}")  # behind a name: ", Hiran region"
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MARKS = " .:,()*•-–—"  # beside the name in a heading
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}|[a-z])[.)]\s+")  # how an item of a list opens


def is_all_that_is_said(scene: Scene, mention: Mention | Candidate, sentence: Sentence) -> bool:
    """Whether a sentence is a name and nothing else, the heading of what follows: "Abu Kamal.", "TEHRAN:"."""
    beside = scene.text[sentence.start : mention.start] + scene.text[mention.end : sentence.end]
    return sentence.role == "body" and not beside.strip(_MARKS)


def names_only(scene: Scene, sentence: Sentence) -> bool:
    """Whether a line or a sentence is names of places and nothing else: "CAMBRILS", "2. Bajil, Hodeida."."""
    beside, start = "", sentence.start
    for mention in scene.mentions(sentence.start, sentence.end):
        beside += scene.text[start : mention.start]
        start = mention.end
    return start > sentence.start and not _NUMBERED.sub("", beside + scene.text[start : sentence.end]).strip(
        _MARKS
    )


def heads_an_item(scene: Scene, mention: Mention | Candidate, sentence: Sentence) -> bool:
    """Whether a sentence of a list is a name with its number, its day and its land: "5 May, 14:40, Hass (Idlib)."."""
    if is_all_that_is_said(scene, mention, sentence):
        return True
    if (
        not scene.items.are_listed
        or sentence.end - sentence.start > _HEAD
        or scene.has("triggers.", sentence.start, sentence.end)
    ):
        return False
    land = _LAND.match(scene.text, mention.end)
    names = [(m.start, m.end) for m in scene.mentions(mention.start, sentence.end) if m.places]
    names += [land.span()] if land else []
    days = [(d.start, d.end) for d in scene.dates_in(sentence.start, sentence.end)]
    at, left = sentence.start, ""
    for start, end in sorted([(mention.start, mention.end), *names, *days]):
        left += scene.text[at:start]
        at = max(at, end)
    words = _LETTERS.findall(_IN_BRACKETS.sub("", left + scene.text[at : sentence.end]).lower())
    return all(word in scene.language.head_words for word in words)


def head_of_the_item(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence that opens the paragraph of another one; a number alone is none."""
    before = scene.sentences_of(sentence.paragraph, sentence.end)
    return next((s for s in before if _LETTERS.search(scene.text, s.start, s.end)), None)
