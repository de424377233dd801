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
        for events_, number in (
            *_given_twice(what, events, said, chosen),
            *_left_open(scene, what, events, said),
        ):
            shared.setdefault(events_, {}).setdefault(what, number)
    for events_, counts in shared.items():
        names = tuple(dict.fromkeys(events[i].where.name for i in events_))
        if len(names) > 1:
            words = in_words(Together(counts.get("killed"), counts.get("wounded"), names))
            for i in events_:
                said[i].setdefault("casualties_of", words)


def _given_twice(
    what: What, events: Sequence[Event], said: Sequence[dict[str, Any]], chosen: Chosen
) -> Iterator[tuple[tuple[int, ...], int]]:
    """The figures that more than one event was given, with those events.

    Where its clause names the place of some of them, those that its sentence names before lose it: "shells hit A and B
    on Sunday and killed nine in A".
    """
    owners: dict[tuple[int, int], list[int]] = {}
    for i, figures in enumerate(chosen):
        if what in figures:
            owners.setdefault((figures[what].start, figures[what].end), []).append(i)
    for some in owners.values():
        figure = chosen[some[0]][what]
        if len(some) == 1 or not figure.best:
            continue
        there = _named_with(figure, [events[i] for i in some])
        own = [i for i in some if events[i].where.place.id in there] or some
        others = [i for i in some if i not in own and _is_named_beside(figure, events[i])]
        for i in others:
            _take(said[i], what)
        if len(some) - len(others) > 1:
            yield tuple(i for i in some if i not in others), figure.best


def _named_with(figure: Casualty, events: Sequence[Event]) -> set[str]:
    """The places that the clause of a figure names."""
    frames = (f for event in events for f in event.frames if f.start <= figure.start < f.end)
    return {use.where.place.id for frame in frames for use in frame.places if use.where.fine}


def _is_named_beside(figure: Casualty, event: Event) -> bool:
    """Whether another clause of a figure's sentence names the place of an event."""
    beside = (f for f in event.frames if f.sentence.start <= figure.start < f.sentence.end)
    return any(use.where.place.id == event.where.place.id for f in beside for use in f.places)


def _take(fields: dict[str, Any], what: What) -> None:
    """Takes a number from the fields of an event."""
    for end in ("", "_low", "_high", "_civilians"):
        fields.pop(f"{what}{end}", None)


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
