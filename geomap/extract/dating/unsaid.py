"""Whether the text itself says that the day of a deed is not known: then no neighbour's day is its day."""

from __future__ import annotations

from geomap.extract.event import Event
from geomap.extract.scene import Scene


def day_is_unsaid(scene: Scene, event: Event) -> bool:
    """Whether "It did not say when", "without giving a date" stands with a deed, or in the sentence behind it."""
    last = event.last.sentence
    sentences = [f.sentence for f in event.frames if f.is_body]
    behind = scene.sentence_at(min(last.end + 1, len(scene.text) - 1)) if last.end < len(scene.text) else None
    if behind is not None and behind.paragraph == last.paragraph and behind not in sentences:
        sentences.append(behind)
    unsaid = scene.language.day_unsaid
    return any(unsaid.search(scene.between(s.start, s.end)) for s in sentences)
