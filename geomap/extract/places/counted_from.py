"""Places that stand for what happened there before: "a drone fell on B two days after A, …"."""

from __future__ import annotations

import re

from geomap.extract.dates.phrase import DatePhrase
from geomap.extract.scene import Scene
from geomap.recognise import Mention

_REACH = 40  # characters from the count to the place
_ENDS_THERE = re.compile(r"\s*(?:[.,;:!?)]|$)|\s+(?:and|or)\b")


def is_counted_from(scene: Scene, mention: Mention) -> bool:
    """Whether a place only stands for what happened there before: "a drone fell on B two days after A, …"."""
    near = scene.dates_in(mention.start - _REACH, mention.start)
    return any(names_the_place(scene, phrase, mention) for phrase in near)


def names_the_place(scene: Scene, phrase: DatePhrase, mention: Mention) -> bool:
    """Whether a place alone is what a phrase counts from."""
    if not counts_from_a_name(scene, phrase) or not mention.start - phrase.end > 0:
        return False
    between = scene.between(phrase.end, mention.start).split()
    return scene.language.definite.issuperset(between) and ends_there(scene, mention.end)


def counts_from_a_name(scene: Scene, phrase: DatePhrase) -> bool:
    """Whether it is "two days after", "the day before", "hours after": some days, and a name behind."""
    if not phrase.needs_reference or not phrase.shift:
        return False
    return phrase.text.split()[-1].lower() in scene.language.open_ended


def ends_there(scene: Scene, end: int) -> bool:
    """Whether what a phrase counts from ends at a character: a mark follows, or "and"."""
    return _ENDS_THERE.match(scene.text, end) is not None
