"""What a bombardment did, town by town: "Drones struck Ukraine overnight. In Odesa, the port was damaged"."""

from __future__ import annotations

from dataclasses import replace

from geomap.extract.clauses.frames import Frame
from geomap.extract.event import Dated, Event, Told
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.opening import OF_A_BOMBARDMENT, lent_by

_ITEMS = 2  # paragraphs behind the bombardment in which the towns that it hit are gone through


def bombardment_of(scene: Scene, told: Told, frame: Frame, use: Use, dated: Dated | None) -> Event | None:
    """The bombardment of a land or a province that what was destroyed in a town of it goes back to.

    Args:
        scene: The article.
        told: What it told before.
        frame: Tells of the harm alone: who died, what burns.
        use: The town.
        dated: The day that is told with it.
    """
    if frame.weapons or not use.where.fine or not _tells_of_harm(frame):
        return None
    wide = (
        event
        for event in told.events
        if _is_of_a_land(event)
        and event.told_near(frame, paragraphs=_ITEMS)
        and (dated is None or dated.range == event.date)
        and scene.atlas.contains(event.where.place, use.where.place)
    )
    return max(wide, key=lambda event: event.last.start, default=None)


def is_damage_of(deed: Frame, frame: Frame) -> bool:
    """Whether a frame says what was destroyed by arms that struck from afar, with no place told of them."""
    afar = bool(deed.weapons) and OF_A_BOMBARDMENT.issuperset(deed.weapons)
    afar = afar and deed.reported_attack and deed.kind != "interception"
    return afar and not deed.places and not frame.weapons and tells_of_damage(frame) and _tells_of_harm(frame)


def with_its_arms(event: Event, bombardment: Event) -> None:
    """Gives an event the sides, the arms and, where it has none, the day of the bombardment that it is a part of."""
    told = bombardment.first
    # Two who are named: one is only held to be behind the other.
    sides = told.parties if len(told.side("attacker")) == 1 else []
    event.frames.append(replace(lent_by(told), parties=sides))
    event.dated = event.dated or bombardment.dated


def tells_of_damage(frame: Frame) -> bool:
    """Whether a frame says what was destroyed."""
    return any(t.kind == "damage" for t in frame.triggers)


def _tells_of_harm(frame: Frame) -> bool:
    """Whether a frame of the text says only who or what was harmed, in what is told."""
    harmed = bool(frame.triggers) and not frame.reported_attack
    return harmed and frame.is_body and not (frame.background or frame.many or frame.side("attacker"))


def _is_of_a_land(event: Event) -> bool:
    """Whether arms from afar struck a whole land or province."""
    if event.where.fine or event.background or any(f.kind == "interception" for f in event.frames):
        return False
    return bool(event.weapons) and OF_A_BOMBARDMENT.issuperset(event.weapons)
