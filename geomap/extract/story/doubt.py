"""Events that an article about something else only seems to tell of: what speaks for each is weighed against doubt.

An event whose place, day and deed one clause names by a verb is told, whatever else the article is about. Of the others
those go whose points fall under the bound. The points are fitted to the labelled articles of `tests/corpus` and to 43
events that were read out of articles without any (logit, a quarter of a logit each). Held out by article, the like of
it took away 25 of 41 such events and 4 of 1,723 that happened; with the clause that names all three kept, and this
bound, it takes 19 of 43 and 1 of 1,836.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event
from geomap.extract.scene import Scene

_BOUND = -5
_BRIEF = 7  # sentences: a shorter text is about what it tells
_SELDOM, _OFTEN = 0.12, 0.3  # of the sentences of a text: how many tell of deeds
_GUESSED = 0.3  # the trust in a day that no word of the text gives the deed
_WIDE = ("country", "governorate", "sea", "district")
_WATERS = ("sea", "strait", "gulf")

POINTS: Mapping[str, int] = {
    "told": 2,
    "deeds told often in the text": 6,
    "at a site": 5,
    "place and deed in one clause": 2,
    "place, day and deed in one clause": 2,
    "claimed": 2,
    "with victims": 2,
    "day guessed": -2,
    "no day": -4,
    "two deeds in the text": -4,
    "seldom a deed in the text": -4,
    "somewhere in a wide area": -4,
    "named by nouns alone": -4,
    "one deed in the text": -6,
    "the only event": -6,
    "words of a drill": -6,
}


def without_doubtful(scene: Scene, frames: Sequence[Frame], events: list[Event]) -> list[Event]:
    """The events that an article tells of, without those that it only touches in passing.

    Args:
        scene: The article.
        frames: All that its clauses say, those of no event too.
        events: Its events.
    """
    sentences = sum(1 for s in scene.sentences if s.role == "body")
    if sentences < _BRIEF:
        return events
    deeds = [f for f in frames if f.triggers]
    about = list(_about(scene, deeds, events, sentences))
    return [e for e in events if _is_plain(e) or _points(e, about) > _BOUND]


def _points(event: Event, about: list[str]) -> int:
    return sum(POINTS[clue] for clue in (*about, *_clues(event)))


def _is_plain(event: Event) -> bool:
    """Whether one clause names its place, its day and its deed, and a verb tells of it somewhere."""
    together = any(f.dates and f.places and f.triggers for f in event.frames)
    return together and any(t.voice != "noun" for f in event.frames for t in f.triggers)


def _about(scene: Scene, deeds: Sequence[Frame], events: Sequence[Event], sentences: int) -> Iterator[str]:
    """What the article as a whole says of each of its events."""
    if len(deeds) <= 2:
        yield "one deed in the text" if len(deeds) == 1 else "two deeds in the text"
    if len(events) == 1:
        yield "the only event"
    share = len({f.sentence.start for f in deeds}) / sentences
    if share < _SELDOM:
        yield "seldom a deed in the text"
    elif share > _OFTEN:
        yield "deeds told often in the text"
    if sum(len(scene.cues_by_tag.get(tag, ())) for tag in ("cues.drill", "cues.exercise")) > 1:
        yield "words of a drill"


def _clues(event: Event) -> Iterator[str]:
    """What speaks for one event, and against it."""
    yield "told"
    where, triggers = event.where, [t for f in event.frames for t in f.triggers]
    if event.dated is None:
        yield "no day"
    elif event.trust <= _GUESSED:
        yield "day guessed"
    if where.precision == "site":
        yield "at a site"
    elif where.precision in _WIDE and where.place.kind not in _WATERS:
        yield "somewhere in a wide area"
    if {t.voice for t in triggers} == {"noun"}:
        yield "named by nouns alone"
    if any(f.places and f.reported_attack for f in event.frames):
        yield "place and deed in one clause"
    if any(f.places and f.dates and f.triggers for f in event.frames):
        yield "place, day and deed in one clause"
    if any(s.kind == "claim" for f in event.frames for s in f.stances):
        yield "claimed"
    if any(f.victims for f in event.frames):
        yield "with victims"
