"""Whether a deed is told as what had happened before the news: "gunmen had stormed the hotel"."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.scene import Scene

_AUXILIARY = 3  # words before a verb among which "had" is its own
_SAID_BEFORE = 80  # characters before a deed in which a word of saying tells it as news


def is_past_perfect(scene: Scene, frame: Frame) -> bool:
    """Whether it is told as what had happened before; "said that it had fired" is only how speech is told."""
    had = scene.language.had
    return any(
        not had.isdisjoint(scene.between(frame.start, t.start).split()[-_AUXILIARY:])
        and not scene.has("cues.report", max(frame.sentence.start, t.start - _SAID_BEFORE), t.start)
        for t in frame.triggers
    )
