"""The killed and wounded of an event, over all that its frames say of them."""

from __future__ import annotations

from typing import Any, NamedTuple

from geomap.extract.casualties.casualty import Casualty, What
from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.story.whose import are_the_attackers, of_a_deed_before, of_this_place, without_attackers

# Which figures go before others. Of an article that gives several, the first of the best kind counts.
(
    _UPDATED, _OF_THE_DEED, _HEADLINE, _ADDED_AT_ONCE, _FAR_DEED, _ADDED, _OF_MANY, _CLAIMED, _EARLY, _MORE,
) = range(10)  # fmt: skip
KINDS: tuple[What, What] = ("killed", "wounded")
_NEAR = 1  # paragraphs behind the telling of a deed in which what is told is still that deed


class _Figure(NamedTuple):
    casualty: Casualty
    rank: int


class Tally(NamedTuple):
    """The fields of a report for killed and wounded, and the figures that its numbers are."""

    fields: dict[str, Any]
    figures: dict[What, Casualty]


def casualties(scene: Scene, event: Event) -> Tally:
    """The killed and wounded of an event; what nothing is said of is left out."""
    figures = [
        _Figure(c, _rank(scene, event, f, c))
        for f in event.frames
        if not (of_a_deed_before(scene, event, f) or is_spread_out(scene, event, f))
        for c in (without_attackers(scene, event, c) for c in of_this_place(scene, event, f))
        if not (c.total or c.part or c.own or are_the_attackers(scene, event, c))
    ]
    hurt = any(f.casualty.best for f in figures)
    values: dict[str, int | None] = {}
    chosen: dict[What, Casualty] = {}
    for what in KINDS:
        some = [f for f in figures if f.casualty.what == what]
        values |= _range(what, some, hurt=hurt)
        best = min((f for f in some if f.casualty.best), key=lambda f: f.rank, default=None)
        if best is not None and values.get(what) == best.casualty.best:
            chosen[what] = best.casualty
    civilians = [
        f.casualty.best
        for f in figures
        if f.casualty.what == "killed" and f.casualty.civilians and f.casualty.best
    ]
    if civilians and values.get("killed") == civilians[0]:
        values["killed_civilians"] = civilians[0]
    return Tally(values, chosen)


def _rank(scene: Scene, event: Event, frame: Frame, casualty: Casualty) -> int:
    if casualty.early or casualty.more:
        return _EARLY if casualty.early else _MORE
    if _dies_later(frame, casualty):
        return _MORE
    if any(s.kind == "claim" and s.by for s in frame.stances):
        return _CLAIMED  # who did it counts what it wants to have done
    if scene.language.toll_moves.search(scene.between(frame.start, frame.end)) and casualty.best:
        return _UPDATED
    if frame.many or _is_wider(event, frame) or (frame.background and not event.background):
        return _OF_MANY
    if not frame.is_body:
        return _HEADLINE
    dates_it = event.dated is not None and event.dated.phrase in frame.dates
    far = frame.sentence.paragraph - _begun(event) > _NEAR and not dates_it
    if frame.places or frame.reported_attack:
        return _FAR_DEED if far else _OF_THE_DEED
    return _ADDED if far else _ADDED_AT_ONCE


def _begun(event: Event) -> int:
    """The first paragraph of the text that tells of an event."""
    told = (f.sentence.paragraph for f in event.frames if f.is_body and (f.triggers or f.places))
    return min(told, default=event.first.sentence.paragraph)


def _dies_later(frame: Frame, casualty: Casualty) -> bool:
    """Whether the toll stands beside a number, and no deed: "one man died of his wounds, bringing the dead to four"."""
    if casualty.toll or frame.places or frame.reported_attack:
        return False
    return any(c.toll and c.what == casualty.what for c in frame.casualties)


def _is_wider(event: Event, frame: Frame) -> bool:
    """Whether a frame tells of a wider area than the event's place, where others were hurt too."""
    return event.where.fine and bool(frame.places) and not any(u.where.fine for u in frame.places)


def is_spread_out(scene: Scene, event: Event, frame: Frame) -> bool:
    """Whether a clause adds up what befell a wide area in which the event's place lies: "across Ukraine"."""
    return _is_wider(event, frame) and bool(
        scene.language.spread_over.search(scene.between(frame.start, frame.end))
    )


def _range(what: str, figures: list[_Figure], *, hurt: bool) -> dict[str, int | None]:
    said = [f for f in figures if not f.casualty.none and _says_how_many(f.casualty)]
    exact = sorted((f for f in said if f.casualty.best is not None), key=lambda f: f.rank)
    if exact:
        alike = [f.casualty for f in exact if f.rank == exact[0].rank]
        lows = [c.low if c.low is not None else c.best for c in alike]
        highs = [c.high if c.high is not None else c.best for c in alike]
        low = min(v for v in lows if v is not None)
        high = max(v for v in highs if v is not None)
        return {what: alike[0].best, f"{what}_low": low, f"{what}_high": high}
    if said:
        vague = said[0].casualty
        return {f"{what}_low": vague.low, f"{what}_high": vague.high}
    # "Nobody was hurt" is a zero, unless somebody was.
    none = any(f.casualty.none and (f.casualty.alone or not hurt) for f in figures)
    return {what: 0, f"{what}_low": 0, f"{what}_high": 0} if none else {}


def _says_how_many(casualty: Casualty) -> bool:
    return casualty.best is not None or casualty.low is not None


def fields_of(casualty: Casualty) -> dict[str, Any]:
    """The fields of a report for one figure."""
    best, what = casualty.best, casualty.what
    low = casualty.low if casualty.low is not None else best
    high = casualty.high if casualty.high is not None else best
    fields = {what: best, f"{what}_low": low, f"{what}_high": high}
    civilians = casualty.civilians and what == "killed" and best
    return fields | {"killed_civilians": best} if civilians else fields
