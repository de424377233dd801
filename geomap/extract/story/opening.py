"""Who struck with what, said once for the deeds that follow: "Its jets flew raid after raid. In A a depot was hit"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene

_SUFFERED = ("passive", "received")
_HITS = ("attack", "airstrike", "shelling", "received", "impact")
_STRIKES = ("attack", "airstrike", "shelling")
_LABELS = 3  # places that head lines, from which on they are a list of one hand's strikes
OF_A_BOMBARDMENT = frozenset({"airstrike", "drone", "missile", "rocket", "artillery"})


def hand_on(scene: Scene, frames: Sequence[Frame], events: Iterable[Event]) -> None:
    """Gives events that say neither who nor with what the sides and arms of the sentence that opens their telling.

    Args:
        scene: The article.
        frames: All frames of the article, in order.
        events: Its events; they are changed.
    """
    told: dict[int, list[Frame]] = {}
    for frame in frames:
        told.setdefault(frame.sentence.start, []).append(frame)
    events = list(events)
    placed = {id(frame) for event in events for frame in event.frames}
    lead = _lead(scene, frames)
    for event in events:
        if lead is not None and _is_an_item(scene, event):
            event.frames.append(lent_by(lead))
            continue
        opening = _opening(scene, told, event) if _says_neither(event) else None
        if opening is not None and id(opening) not in placed:
            event.frames.append(lent_by(opening))


def lent_by(frame: Frame) -> Frame:
    """What a frame lends to a deed that it does not tell of itself: its sides and its arms."""
    return replace(frame, triggers=[], places=[], dates=[], casualties=[], stances=[])


def _lead(scene: Scene, frames: Sequence[Frame]) -> Frame | None:
    """The sentence above a list by places that counts one hand's strikes: "Sixteen strikes were flown by A. X – …"."""
    if len(scene.labels) < _LABELS:
        return None
    first = min(scene.labels)
    above = [f for f in frames if f.end <= first and f.is_body and not f.background]
    lead = next((f for f in above if f.many or len(f.places) != 1), None)
    if lead is None or len(lead.side("attacker", STATED)) != 1:
        return None
    return lead if any(t.voice == "noun" and t.kind in _STRIKES for t in lead.triggers) else None


def _is_an_item(scene: Scene, event: Event) -> bool:
    """Whether a label heads it, and nobody is said to have done it."""
    labelled = event.where.start in scene.labels and event.first.is_body and not event.background
    return labelled and not event.side("attacker", STATED) and not event.weapons


def _says_neither(event: Event) -> bool:
    """Whether it only tells what was hit, by nobody's hand, with no arms."""
    told = [t for t in event.first.triggers if t.kind not in ("casualty", "damage")]
    hit = any(t.voice in _SUFFERED and t.kind in _HITS for t in told)
    hit = hit and all(t.voice != "active" for t in told)
    return hit and not event.weapons and not event.side("attacker") and not event.background


def _opening(scene: Scene, told: dict[int, list[Frame]], event: Event) -> Frame | None:
    """The sentence before, in the paragraph, that says whose deeds these were; only such items stand between."""
    here = event.first.sentence
    before = [s for s in scene.sentences_of(here.paragraph, here.start) if s.role == "body"]
    for sentence in reversed(before):
        frames = told.get(sentence.start, [])
        if any(f.side("attacker", STATED) or f.weapons for f in frames):
            return next((f for f in frames if _opens(f)), None)
        if not any(t.voice in _SUFFERED for f in frames for t in f.triggers):
            return None
    return None


def _opens(frame: Frame) -> bool:
    """Whether it tells of deeds from afar, by one hand, at no place of its own."""
    armed = bool(frame.weapons) and OF_A_BOMBARDMENT.issuperset(frame.weapons)
    one = len(frame.side("attacker", STATED)) == 1
    return armed and one and bool(frame.triggers) and not (frame.places or frame.background or frame.reply)
