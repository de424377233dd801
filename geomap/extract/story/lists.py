"""Lists of places behind a sentence with a colon: "struck four airfields: ● Belaya …"."""

from __future__ import annotations

import re

from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Dated
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

_ITEM = re.compile(r"\s*(?:[-–—•●▪◦*·]|\d{1,2}[.)]|\(\w\))\s*\S?")
_HEAD = 45  # characters in which an item names its place
_LONGEST = 12  # paragraphs behind the colon


class Lists:
    """Which deed a list tells of: the one of the sentence that opens it, or the one told before that."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._deed: tuple[Frame, Dated | None] | None = None  # told last
        self._intro: tuple[int, Frame, Dated | None] | None = None  # with its paragraph

    def open(self, sentence: Sentence) -> None:
        """Notes a sentence that may open a list."""
        if self._deed is not None and self._opens(sentence):
            self._intro = (sentence.paragraph, *self._deed)

    def tell(self, frame: Frame, dated: Dated | None) -> None:
        """Notes a deed."""
        if frame.triggers and frame.is_body and not frame.background:
            self._deed = frame, dated
            self.open(frame.sentence)

    def intro_of(self, frame: Frame, places: list[Use]) -> tuple[Frame, Dated | None] | None:
        """The deed of which a frame is an item, and its day; None where the frame is no item of a list."""
        if self._intro is None or not places:
            return None
        if frame.reported_attack and self._has_its_day(frame):
            return None
        paragraph, deed, dated = self._intro
        start = frame.sentence.start
        line = self._scene.text.rfind("\n", 0, start) + 1
        follows = 0 < frame.sentence.paragraph - paragraph <= _LONGEST
        if min(use.start for use in places) - start > _HEAD:
            return None  # "1. that the council, meeting in New York, …": no list of places
        return (deed, dated) if follows and _ITEM.match(self._scene.text[line : start + 2]) else None

    def _has_its_day(self, frame: Frame) -> bool:
        """Whether an item tells a deed with a day, or a month, of its own: "- March: ten rockets struck A"."""
        dates = self._scene.dates_in(frame.sentence.start, frame.end)
        return any(d.kind in ("date", "weekday") and not d.is_since for d in dates)

    def _opens(self, sentence: Sentence) -> bool:
        return self._scene.text[sentence.start : sentence.end].rstrip().endswith((":", "："))
