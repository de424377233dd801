"""What a deed answered, told in the same breath: "… in response to a drone attack near A that wounded three"."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.scene import Scene

_OPENS_WITHIN = 32  # characters of "were in direct response to"


def is_answered(scene: Scene, frame: Frame) -> bool:
    """Whether a clause tells of the older deed that the news answered: its dead are not the news', nor its doers."""
    if not frame.background:
        return False
    cues = scene.cues("cues.grievance", frame.start, min(frame.end, frame.start + _OPENS_WITHIN))
    return bool(cues) and cues[0].start == frame.start
