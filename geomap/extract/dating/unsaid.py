"""Where no neighbour's day is a deed's: the text says that its day is not known, or the day is another town's."""

from __future__ import annotations

from geomap.extract.dates.when import DatePhrase
from geomap.extract.event import Event, Told
from geomap.extract.scene import Scene
from geomap.geo import distance_km

_TOWNS_APART_KM = 30.0


def day_is_unsaid(scene: Scene, event: Event) -> bool:
    """Whether "It did not say when", "without giving a date" stands with a deed, or in the sentence behind it."""
    last = event.last.sentence
    sentences = [f.sentence for f in event.frames if f.is_body]
    behind = scene.sentence_at(min(last.end + 1, len(scene.text) - 1)) if last.end < len(scene.text) else None
    if behind is not None and behind.paragraph == last.paragraph and behind not in sentences:
        sentences.append(behind)
    unsaid = scene.language.day_unsaid
    return any(unsaid.search(scene.between(s.start, s.end)) for s in sentences)


def is_of_another_further_on(scene: Scene, told: Told, phrase: DatePhrase, event: Event) -> bool:
    """Whether a day first stands in a later paragraph, with a deed in another town: it says nothing of this one."""
    frame, sentence = event.first, scene.sentence_at(phrase.start)
    if not frame.is_body or sentence is None or sentence.paragraph <= event.last.sentence.paragraph:
        return False
    dated = [e for e in told.events if e.dated is not None and e.dated.phrase == phrase and e is not event]
    here = event.where
    return bool(dated) and all(
        distance_km(here.lon, here.lat, e.where.lon, e.where.lat) > _TOWNS_APART_KM for e in dated
    )
