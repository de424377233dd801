"""How many an event killed and wounded where the rules find nothing: a scored choice among all figures of the article.

The rules of `of_event` answer first, from the sentences that were taken for the event's. Where they have no number,
every figure that the article says anywhere is weighed against none. The points are fitted to the labelled articles of
`tests/corpus` (conditional logit, a quarter of a logit each). A fit to half of the articles gave, in the other half, 33
numbers that are right and 16 that are wrong, of 122 that stand in the text and had been left empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from geomap.extract.casualties.casualty import What
from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.tolls.clues import Figure, Tolls
from geomap.extract.tolls.of_event import KINDS, Tally, casualties, fields_of
from geomap.extract.tolls.shared import share_tolls

_MARGIN = 1  # points by which a figure must be likelier than none
_NAMED_REASONS = 3  # how many of the clues a reason tells

POINTS: Mapping[str, int] = {
    "of a deed at the same place": 5,
    "told with it": 5,
    "opens the article": 5,
    "a toll": 4,
    "of another deed, told elsewhere": 4,
    "told just before": 3,
    "said with its name, of another place": 3,
    "in the head": 3,
    "told in the next sentence": 3,
    "named alone with it": 3,
    "told last but one sentence": 2,
    "told last": 2,
    "of another deed, named with both": 1,
    "said elsewhere": -1,
    "with a deed that is new": -2,
    "of another deed, in words": -2,
    "with another kind of deed": -3,
    "told later": -3,
    "told earlier": -3,
    "with the sides turned round": -4,
    "nobody": -5,
    "told long before": -5,
    "before another": -5,
    "of another deed, named with that": -6,
    "of many deeds": -6,
    "headline of another": -6,
}
# What speaks for a figure, as a person reads it.
IN_WORDS: Mapping[str, str] = {
    "of a deed at the same place": "it is told of a deed at the same place",
    "told with it": "it is told in the same sentence",
    "opens the article": "the article begins with it",
    "a toll": "it is told as a toll",
    "of another deed, told elsewhere": "it stands apart from the other deeds",
    "told just before": "it is told just before",
    "said with its name, of another place": "it is told with the name of this place",
    "in the head": "it stands in the head of the article",
    "told in the next sentence": "the next sentence tells it",
    "named alone with it": "this place alone is named with it",
    "told last but one sentence": "this deed was told two sentences before",
    "told last": "this deed was the last one told before it",
    "of another deed, named with both": "its sentence names this place too",
}
_NOT_FIRST, _PAST = 3, -3  # points of none: of what is told behind the news, and of what is told as the past


class _Score(NamedTuple):
    points: int
    figure: Figure
    clues: list[str]


def choose_tolls(scene: Scene, events: Sequence[Event], frames: Sequence[Frame]) -> list[dict[str, Any]]:
    """The fields of each event's report for killed and wounded, and `why` where they are a choice.

    Args:
        scene: The article.
        events: All its events.
        frames: All that its clauses say, those of no event too.
    """
    tallies = [casualties(scene, event) for event in events]
    said = [tally.fields for tally in tallies]
    counted = {c.what for frame in frames for c in frame.casualties if c.best is not None}
    open_ = [(i, what) for i, fields in enumerate(said) for what in KINDS if fields.get(what) is None]
    open_ = [(i, what) for i, what in open_ if what in counted]
    if open_:
        tolls = Tolls(scene, events, frames)
        for number, what in open_:
            _choose(tolls, number, what, tallies[number], past=events[number].background)
    if len(events) > 1:
        share_tolls(scene, events, said, [tally.figures for tally in tallies])
    return said


def _choose(tolls: Tolls, number: int, what: What, tally: Tally, *, past: bool) -> None:
    """Sets the number of one event to the likeliest figure, if one is likelier than none."""
    fields = tally.fields
    scores = [
        _score(tolls, number, f)
        for f in tolls.figures
        if f.casualty.what == what and tolls.may_be_of(number, f)
    ]
    none = (0 if tolls.is_first(number) else _NOT_FIRST) + (_PAST if past else 0)
    best = max(scores, key=lambda score: score.points, default=None)
    if best is not None and best.points - none >= _MARGIN:
        speaking = sorted((c for c in best.clues if POINTS[c] > 0), key=lambda c: -POINTS[c])
        words = ", ".join(IN_WORDS[clue] for clue in speaking[:_NAMED_REASONS])
        reason = f"{what}: no sentence says it of this deed alone, and this figure fits best: {words}"
        tally.figures[what] = best.figure.casualty
        fields |= fields_of(tolls.counted(number, best.figure))
        fields["why"] = (*fields.get("why", ()), reason)


def _score(tolls: Tolls, number: int, figure: Figure) -> _Score:
    clues = list(tolls.clues(number, figure))
    return _Score(sum(POINTS[c] for c in clues), figure, clues)
