"""The day of writing that opens a line and its first sentence: "November 12, 2025 — Gunmen killed … on Monday"."""

from __future__ import annotations

import re

from geomap.extract.dates.when import DatePhrase
from geomap.extract.scene import Scene

_OPENS = re.compile(r"\s*[\[(]?\s*")
_CLOSES = re.compile(r"\s*(?:[\])|:]|--|[–—―]|-\s|\.\s)")  # a sentence goes on with a comma or a word
_CLOCK = re.compile(r"\d")
_NEXT = re.compile(r"\s+[A-Z\u0600-\u06ff]")
_IN_FIGURES = re.compile(r"[\d./-]+").fullmatch
_LOOKED = 12  # characters behind the day
_OF_A_DEED = ("date", "weekday", "today", "night", "ago")


def is_a_stamp(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether a full date only says when the line was written, and its sentence names another day.

    Args:
        scene: The article.
        phrase: The date.
        opens: Where the sentence begins, or its text behind the dateline.
        closes: Where it ends.
    """
    if not phrase.is_absolute or _OPENS.fullmatch(scene.text[opens : phrase.start]) is None:
        return False
    behind = scene.text[phrase.end : phrase.end + _LOOKED]
    clock = phrase.time_of_day is not None and _CLOCK.match(phrase.time_of_day) is not None
    if _CLOSES.match(behind) is None and not ((clock or _IN_FIGURES(phrase.text)) and _NEXT.match(behind)):
        return False
    return any(d.kind in _OF_A_DEED and not d.is_since for d in scene.dates_in(phrase.end, closes))
