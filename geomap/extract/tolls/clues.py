"""What speaks for and against a figure being one event's: where it stands, what is told near it, whose else it may be.

Each clue has a name; `choice` says how much it counts. A *figure* is a number of killed or wounded that a clause
says, whichever event its clause was given to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geomap.extract.casualties.casualty import Casualty, What
from geomap.extract.clauses.answered import is_answered
from geomap.extract.clauses.frames import Frame
from geomap.extract.days.named import day_named
from geomap.extract.event import Event
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.elsewhere import counts_elsewhere, is_elsewhere
from geomap.extract.story.gates import takes_as_known
from geomap.extract.story.matching import (
    Closeness,
    closeness,
    dates_agree,
    is_set_against,
    sides_clash,
)
from geomap.extract.story.parts import of_parts
from geomap.extract.story.trail import names_unknown
from geomap.extract.story.whose import (
    are_the_attackers,
    is_listed,
    of_a_deed_before,
    of_this_place,
    without_attackers,
)
from geomap.extract.tolls.of_event import is_spread_out
from geomap.resolve import Where

_HEAD = 3  # paragraphs that tell the news
_FAR = 3  # sentences behind the telling of an event
_NO_DEEDS = frozenset({"casualty", "damage"})

Key = tuple[int, int, What, int | None]


class Figure(NamedTuple):
    """A number of people hurt, with the clause that says it."""

    casualty: Casualty
    frame: Frame
    sentence: int  # its place in the order of the text
    places: tuple[Use, ...]  # the places of its clause


class Tolls:
    """All figures of an article and all its events, asked for the clues of a figure for an event."""

    def __init__(self, scene: Scene, events: Sequence[Event], frames: Sequence[Frame]) -> None:
        self._scene, self._events = scene, events
        self._number = {s.start: i for i, s in enumerate(scene.sentences)}
        self.figures = self._find_figures([*frames, *(f for e in events for f in e.frames)])
        self._owned = [_owned_by(scene, event) for event in events]
        self._told = [self._sentences_of(event) for event in events]
        self._deeds = [{t.kind for f in e.frames for t in f.triggers} - _NO_DEEDS for e in events]
        news = [i for i, event in enumerate(events) if not event.background]
        self._first = min(news, key=lambda i: self._told[i][0], default=None)
        self._near: dict[tuple[int, str, str], bool] = {}

    def is_first(self, event: int) -> bool:
        """Whether an event is the one that the article tells first, the past left aside."""
        return event == self._first

    def counted(self, event: int, figure: Figure) -> Casualty:
        """A figure as one event's: without those who attacked."""
        return without_attackers(self._scene, self._events[event], figure.casualty)

    def may_be_of(self, event: int, figure: Figure) -> bool:
        """Whether nothing forbids that a figure is an event's: the name of another place, another day, a list."""
        frame, one, others = figure.frame, self._events[event], self._owners(event, figure)
        here = any(self._is_at(event, use.where) for use in figure.places)
        if figure.casualty.part or figure.casualty.total or (names_unknown(self._scene, frame) and not here):
            return False
        apart = frame not in one.frames and (self._is_apart(frame, one) or is_set_against(one.first, frame))
        if apart or is_spread_out(self._scene, one, frame) or self._is_beside_its_part(one, figure):
            return False
        if any(not dates_agree(one.date, self._events[i].date) for i in others):
            return False
        if _was_before(self._scene, figure.frame, one) or of_a_deed_before(self._scene, one, figure.frame):
            return False
        if any(one.second or self._events[i].second for i in others) or self._is_anothers(event, figure):
            return False
        named = {place for m in self._scene.mentions(frame.start, frame.end) for place in m.places}
        if figure.places and not here and self._is_told_at(figure.places):
            return False
        told = [i for i in others if not self._is_at(event, self._events[i].where)]
        if one.where.place.id not in named and any(self._events[i].where.place.id in named for i in told):
            return False
        if is_listed(self._scene, one, frame) or are_the_attackers(self._scene, one, figure.casualty):
            return False
        last = _last(self._told[event], figure.sentence)
        if others or figure.places or last == figure.sentence:
            return True
        if self._is_told_over(event, last, figure.sentence):
            return False
        if last is None:
            return True
        return all(
            self._is_at(event, e.where)
            for e, told in zip(self._events, self._told, strict=True)
            if last in told
        )

    def _is_apart(self, frame: Frame, event: Event) -> bool:
        """Whether a clause tells of what an event answered, or of another place."""
        scene = self._scene
        return (
            is_answered(scene, frame)
            or is_elsewhere(scene, frame, event)
            or counts_elsewhere(scene, frame, event)
        )

    def _is_beside_its_part(self, event: Event, figure: Figure) -> bool:
        """Whether a clause gives places parts of a toll, and a figure of it is not that of the event's."""
        said = of_parts(self._scene, event, figure.frame)
        return said is not None and _key(figure.casualty) not in map(_key, said)

    def _is_anothers(self, event: int, figure: Figure) -> bool:
        """Whether a clause gives each place its own: "five were killed in A and three wounded in B"."""
        owned, frame = self._owned[event], figure.frame
        if owned.get(_key(figure.casualty)) is not False or frame not in self._events[event].frames:
            return False
        return any(owned[_key(c)] for c in frame.casualties) and bool(self._owners(event, figure))

    def _is_told_at(self, places: Sequence[Use]) -> bool:
        """Whether some event was at one of these places: "the toll in B", where B's own deed is told too."""
        return any(self._is_at(i, use.where) for i in range(len(self._events)) for use in places)

    def _is_told_over(self, event: int, last: int | None, sentence: int) -> bool:
        """Whether another place's event is told between an event and a figure, or right before it: it is that one's."""
        since = sentence - 2 if last is None else last
        return any(
            since < number < sentence and not self._is_at(event, other.where)
            for other, told in zip(self._events, self._told, strict=True)
            for number in told
        )

    def clues(self, event: int, figure: Figure) -> Iterator[str]:
        """The clues of a figure for an event, by its number."""
        frame = figure.frame
        yield from self._by_owner(event, figure)
        yield from self._by_place(event, figure)
        yield from self._by_telling(event, figure)
        yield from _by_words(figure.casualty)
        if frame.sentence.paragraph <= _HEAD:
            yield "in the head"
        if frame.many:
            yield "of many deeds"
        if frame.another or frame.repeat:
            yield "of another deed, in words"
        if sides_clash(self._events[event], frame):
            yield "with the sides turned round"
        if frame.reported_attack and not takes_as_known(self._scene, frame):
            yield "with a deed that is new"
        deeds = {t.kind for t in frame.triggers} - _NO_DEEDS
        if deeds and deeds.isdisjoint(self._deeds[event]):
            yield "with another kind of deed"

    def _by_owner(self, event: int, figure: Figure) -> Iterator[str]:
        own = self._owned[event].get(_key(figure.casualty))
        if own is None:
            yield "said elsewhere"
        elif not own:
            yield "said with its name, of another place"
        others = self._owners(event, figure)
        if not others:
            return
        if all(self._is_at(event, self._events[i].where) for i in others):
            yield "of a deed at the same place"
        if not any(figure.sentence in self._told[i] for i in others):
            yield "of another deed, told elsewhere"
        if any(self._is_at(i, use.where) for i in others for use in figure.places):
            here = any(self._is_at(event, use.where) for use in figure.places)
            yield "of another deed, named with both" if here else "of another deed, named with that"

    def _owners(self, event: int, figure: Figure) -> list[int]:
        """The other events of which the rules take a figure to be."""
        key = _key(figure.casualty)
        return [i for i, owned in enumerate(self._owned) if i != event and owned.get(key)]

    def _by_place(self, event: int, figure: Figure) -> Iterator[str]:
        if figure.places and all(self._is_at(event, use.where) for use in figure.places):
            yield "named alone with it"

    def _by_telling(self, event: int, figure: Figure) -> Iterator[str]:
        told, at = self._told[event], figure.sentence
        if figure.frame.sentence.role == "headline":
            if event != self._first:
                yield "headline of another"
            return
        last = _last(told, at)
        if last is None:
            yield "told in the next sentence" if told[0] == at + 1 else "told later"
            yield "opens the article" if event == self._first else "before another"
        elif last == at:
            yield "told with it"
        elif all((_last(other, at) or 0) <= last for other in self._told):
            since = max((n for n in self._going_on(event) if n < at), default=last)
            apart = at - max(last, since)
            yield ("told last", "told last but one sentence", "told long before")[min(apart, _FAR) - 1]
        else:
            yield "told just before" if at - last == 1 else "told earlier"

    def _find_figures(self, frames: Sequence[Frame]) -> list[Figure]:
        found: dict[Key, Figure] = {}
        for frame in frames:
            places = _named_with(frame) if frame.casualties else ()
            for casualty in frame.casualties:
                if casualty.best is not None and not casualty.own:
                    number = self._number[frame.sentence.start]
                    found.setdefault(_key(casualty), Figure(casualty, frame, number, places))
        return sorted(found.values(), key=lambda figure: figure.casualty.start)

    def _sentences_of(self, event: Event) -> list[int]:
        """The sentences that tell of an event, in order; never none."""
        told = {
            self._number[f.sentence.start] for f in event.frames if f.is_body and (f.triggers or f.places)
        }
        return sorted(told or {self._number[event.first.sentence.start]})

    def _going_on(self, event: int) -> list[int]:
        """All sentences of the text that were taken for an event's, those too that only count or comment."""
        return [self._number[f.sentence.start] for f in self._events[event].frames if f.is_body]

    def _is_at(self, event: int, where: Where) -> bool:
        """Whether a place is an event's, or lies in it or around it."""
        key = (event, where.place.id, where.name)
        if key not in self._near:
            here = self._events[event].where
            self._near[key] = closeness(here, where, self._scene.atlas) is not Closeness.APART
        return self._near[key]


def _named_with(frame: Frame) -> tuple[Use, ...]:
    """The places of a clause that say where its figures were: towns and sites, else the provinces."""
    fine = tuple(u for u in frame.places if u.where.fine)
    return fine or tuple(u for u in frame.places if u.where.precision == "governorate")


def _owned_by(scene: Scene, event: Event) -> dict[Key, bool]:
    """The figures of an event's frames, and whether they are said of its place."""
    owned: dict[Key, bool] = {}
    for frame in event.frames:
        if frame.casualties:
            here = {_key(c) for c in of_this_place(scene, event, frame)}
            for casualty in frame.casualties:
                key = _key(casualty)
                owned[key] = owned.get(key, False) or key in here
    return owned


def _was_before(scene: Scene, frame: Frame, event: Event) -> bool:
    """Whether all days that the clause of a figure names are over before the event: "killed 17 in March 2023"."""
    named = [day_named(scene, d) for d in frame.dates if d.kind in ("date", "weekday", "today")]
    before = event.date.start if event.date is not None else None
    return before is not None and bool(named) and all(days and days.end < before for days in named)


def _by_words(casualty: Casualty) -> Iterator[str]:
    if casualty.none:
        yield "nobody"
    if casualty.toll:
        yield "a toll"


def _last(told: list[int], at: int) -> int | None:
    """The last sentence of some that is not behind one."""
    place = bisect_right(told, at)
    return told[place - 1] if place else None


def _key(casualty: Casualty) -> Key:
    return casualty.start, casualty.end, casualty.what, casualty.best
