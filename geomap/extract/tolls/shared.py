"""Tolls that several events share: "strikes on A and B killed nine" are nine in A and B together, and no more.

Where the text does not say how many of them each place had, neither event has a number, and `casualties_of` of both
says the toll with its places. Where the same figure was given to more than one event, as for two quarters of a town,
`casualties_of` says that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geomap.extract.casualties.casualty import Casualty, What
from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.story.whose import are_listed
from geomap.extract.tolls.of_event import KINDS
from geomap.together import Together, in_words

Chosen = Sequence[Mapping[What, Casualty]]  # of each event, the figure that its number is


def share_tolls(
    scene: Scene, events: Sequence[Event], said: Sequence[dict[str, Any]], chosen: Chosen
) -> None:
    """Says in the fields of each event's report which toll it shares with others."""
    shared: dict[tuple[int, ...], dict[What, int]] = {}
    for what in KINDS:
        for events_, number in (*_given_twice(what, chosen), *_left_open(scene, what, events, said)):
            shared.setdefault(events_, {}).setdefault(what, number)
    for events_, counts in shared.items():
        names = tuple(dict.fromkeys(events[i].where.name for i in events_))
        if len(names) > 1:
            words = in_words(Together(counts.get("killed"), counts.get("wounded"), names))
            for i in events_:
                said[i].setdefault("casualties_of", words)


def _given_twice(what: What, chosen: Chosen) -> Iterator[tuple[tuple[int, ...], int]]:
    """The figures that more than one event was given, with those events."""
    owners: dict[tuple[int, int], list[int]] = {}
    for i, figures in enumerate(chosen):
        if what in figures:
            owners.setdefault((figures[what].start, figures[what].end), []).append(i)
    for some in owners.values():
        best = chosen[some[0]][what].best
        if len(some) > 1 and best:
            yield tuple(some), best


def _left_open(
    scene: Scene, what: What, events: Sequence[Event], said: Sequence[dict[str, Any]]
) -> Iterator[tuple[tuple[int, ...], int]]:
    """The figures of clauses that tell of several events, none of which has a number."""
    told: dict[int, list[int]] = {}
    frames: dict[int, Frame] = {}
    for i, event in enumerate(events):
        for frame in event.frames:
            if frame.casualties:
                told.setdefault(id(frame), []).append(i)
                frames[id(frame)] = frame
    for key, some in told.items():
        open_ = tuple(i for i in some if said[i].get(what) is None)
        if len(open_) > 1 and len(open_) == len(some):
            yield from ((open_, number) for number in _numbers(scene, what, frames[key]))


def _numbers(scene: Scene, what: What, frame: Frame) -> Iterator[int]:
    """The victims that a clause counts for all its places together, not those of a war."""
    sentence = frame.sentence
    for casualty in scene.casualties_in(sentence.start, sentence.end):
        inside = frame.start <= casualty.start < frame.end
        counts = casualty.best and not (casualty.total or casualty.part)
        if inside and casualty.what == what and counts and are_listed(scene, frame, casualty):
            yield casualty.best or 0
