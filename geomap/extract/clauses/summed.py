"""Lists of sums: the items behind "the killed since January are 146; they are:" tell of many deeds each."""

from __future__ import annotations

import re

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

_ITEM = re.compile(r"[ \t]*(?:[-–—•●▪◦*·]|\d{1,2}[.)])[ \t]*\S")
_LONGEST = 12  # sentences behind the colon


def is_in_a_sum(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list whose head sums up: what is counted since a day, statistics."""
    if not _is_item(scene, sentence):
        return False
    before = scene.sentences_of(0, sentence.start)[-_LONGEST:]
    head = next((s for s in reversed(before) if not _is_item(scene, s)), None)
    return head is not None and _sums_up(scene, head)


def _is_item(scene: Scene, sentence: Sentence) -> bool:
    line = scene.text.rfind("\n", 0, sentence.start) + 1
    return _ITEM.match(scene.text, line) is not None


def _sums_up(scene: Scene, head: Sentence) -> bool:
    if not scene.text[head.start : head.end].rstrip().endswith((":", "：")):
        return False
    since = any(date.is_since for date in scene.dates_in(head.start, head.end))
    return since or scene.has("cues.totals", head.start, head.end)
