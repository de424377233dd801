"""Whom it hits when somebody well known is struck: the actor that he leads, on the day, by the gazetteer."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.gazetteer.gazetteer import holds
from geomap.recognise import Cue
from geomap.recognise.spellings import spellings

_FAMILY = "leaders."
_TO_DEED = 4  # words from a name to what was done to it: "Soleimani had himself been killed"
_TO_NAME = 9  # … and from a deed to the name: "killed the head of its rocket forces, General …"


def leaders_hit(scene: Scene, event: Event) -> list[tuple[str, str]]:
    """The actors whose leaders an event's clauses name as struck, each with the name."""
    found: dict[str, str] = {}
    for frame in event.frames:
        if not frame.triggers:
            continue
        for cue in scene.cues(_FAMILY, frame.sentence.start, frame.end):
            actor = cue.tag.removeprefix(_FAMILY)
            if not _led(scene, cue, actor, event):
                continue
            if _died(scene, cue, frame) if cue.start < frame.start else _is_struck(scene, frame, cue):
                found.setdefault(actor, scene.text[cue.start : cue.end])
    return list(found.items())


def _led(scene: Scene, cue: Cue, actor: str, event: Event) -> bool:
    """Whether one of that name led the actor on the event's day."""
    day = event.date.start if event.date else None
    return any(
        holds(leader.start, leader.end, day) and any(cue.text in spellings(name) for name in leader.names)
        for leader in scene.atlas.gazetteer.actors[actor].leaders
    )


def _died(scene: Scene, cue: Cue, frame: Frame) -> bool:
    """Whether a clause that he opens tells of his death: "X died when a drone hit", "X, who led it, died in"."""
    deaths = scene.cues("triggers.casualty.verbs", cue.end, frame.end)
    return bool(deaths) and _is_subject(scene, cue, deaths[0].start)


def _is_struck(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """Whether a name stands where the one who was hit would: before "was killed", or behind "killed"."""
    language = scene.language
    if language.speaks.match(" " + scene.between(cue.end, cue.end + 40)) or language.spoken_by.search(
        scene.between(max(frame.start, cue.start - 50), cue.start)
    ):
        return False
    behind = next((t for t in frame.triggers if t.start >= cue.end), None)
    if behind is not None and _suffers(scene, cue, behind):
        return True
    before = next((t for t in reversed(frame.triggers) if t.end <= cue.start), None)
    return before is not None and _is_object(scene, before, cue)


def _suffers(scene: Scene, cue: Cue, deed: Trigger) -> bool:
    """Whether a deed behind the name is told as done to him."""
    done = (
        deed.voice in ("passive", "received") or deed.kind == "casualty" or not scene.language.subject_first
    )
    return done and deed.kind not in ("interception", "launch") and _is_subject(scene, cue, deed.start)


def _is_subject(scene: Scene, cue: Cue, deed: int) -> bool:
    """Whether a name stands right before a deed; what stands between two commas is passed over."""
    parts = scene.text[cue.end : deed].replace("،", ",").split(",")
    if len(parts) == 2 and parts[0].strip():
        return False  # "after the speech of X, a house was hit"
    near = parts[0] if len(parts) == 1 else f"{parts[0]} {parts[-1]}"
    return len(near.split()) <= _TO_DEED


def _is_object(scene: Scene, deed: Trigger, cue: Cue) -> bool:
    """Whether a deed before the name has it as its object: "an Israeli strike that killed the commander X"."""
    words = scene.between(deed.end, cue.start).split()
    if deed.kind == "interception" or len(words) > _TO_NAME or not scene.language.by.isdisjoint(words):
        return False
    return not any(c.start < cue.start for c in scene.cues("cues.report", deed.end, cue.start))
