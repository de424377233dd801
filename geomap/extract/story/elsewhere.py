"""Whether a deed is told of a place that nothing knows, apart from the one told before: it is not at that one's."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene


def is_elsewhere(scene: Scene, frame: Frame, event: Event | None) -> bool:
    """Whether a new paragraph tells of others who struck at an unknown site, or opens with an unknown town.

    "Israel shelled A. / Hezbollah said it had hit a tank at the Birkat Risha site": not at A. A quarter of the
    town told before may be unknown, too; so who struck must be others, or "In" and the name head the paragraph.
    """
    if event is None or frame.places or not frame.is_body or not scene.unknown or not scene.language.capitals:
        return False
    if event.last.sentence.paragraph == frame.sentence.paragraph or not frame.triggers:
        return False
    inside = [u for u in scene.unknown if u.located and frame.start <= u.start < frame.end]
    if not inside or not (frame.reported_attack or frame.victims):
        return False
    first, opens = inside[0], frame.sentence.start
    if scene.text.startswith(",", first.end) and scene.language.head_of_place.match(
        scene.between(opens, first.start)
    ):
        return True
    if scene.has("cues.same_place", opens, frame.end):
        return False  # "The city buries those of Saturday, when the Taliban …"
    mine, theirs = frame.side("attacker", STATED), event.side("attacker", STATED)
    return bool(mine and theirs) and mine.isdisjoint(theirs)
