"""Places of what a deed answered: "struck depots in Iraq in response to the attack on Erbil" tells of two."""

from __future__ import annotations

from geomap.extract.places.use import Use
from geomap.extract.scene import Scene


def is_of_what_was_answered(scene: Scene, area: Use, use: Use) -> bool:
    """Whether an older deed's place follows a deed's own: "struck depots in Iraq in response to the attack on A"."""
    if use.start < area.end:
        return False
    reasons = {c.start for c in scene.cues("cues.grievance", area.end, use.start)}
    past = (c.start in reasons for c in scene.cues("cues.background", area.end, use.start))
    sentence = scene.sentence_at(area.start) if any(past) else None
    return sentence is not None and scene.has("triggers.", sentence.start, area.start)
