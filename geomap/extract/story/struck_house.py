"""Which deed a denial or a charge is about, by what was hit: "It denies that it bombed the school", two deeds on."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Event, Told
from geomap.extract.scene import Scene

_CHARGES = ("denial", "attribution", "claim")
_STEM = 3  # letters in which an Arabic word is the same with another ending


def event_of_the_house(scene: Scene, told: Told, frame: Frame) -> Event | None:
    """The one deed told so far that hit what a denial or a charge without a place names.

    Args:
        scene: The article.
        told: What it has told so far.
        frame: "Israel denies it bombed the school and blames the group".
    """
    if frame.places or not any(s.kind in _CHARGES for s in frame.stances) or len(told.events) < 2:
        return None
    named = scene.language.house_struck.search(scene.between(frame.start, frame.end))
    if named is None:
        return None
    there = [e for e in told.events if any(_names(scene, f, named["site"]) for f in e.frames)]
    return there[0] if len(there) == 1 else None


def _names(scene: Scene, frame: Frame, word: str) -> bool:
    """Whether the clause of a deed has a word."""
    words = scene.between(frame.start, frame.end).split()
    if scene.language.capitals:
        return word in {w.strip(".,;:’'\"") for w in words}
    return any(word in w and len(w) - len(word) <= _STEM for w in words)
