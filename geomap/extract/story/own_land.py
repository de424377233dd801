"""Where nobody says where: a state shoots down what flies at it over its own land, and is hit there."""

from __future__ import annotations

from geomap.extract.actors.belonging import goes_with
from geomap.extract.clauses.frames import Frame
from geomap.extract.places.use import Use
from geomap.extract.scene import ARMS_THAT_FLY, Scene
from geomap.recognise import Mention
from geomap.resolve.where import Hints, locate

_ARMS_WITHIN = 48  # characters behind "was attacked" in which its arms stand
_TO_ARMS = 3  # words of "with ten guided"


def over_own_land(scene: Scene, frame: Frame) -> Use | None:
    """The country that says what it shot down, or what was fired at it; None where it may have been elsewhere.

    Only states that stay at home: American and Turkish forces shoot down drones elsewhere. What carries drugs over a
    border is no attack.
    """
    if frame.background or frame.many or not frame.is_body or frame.places:
        return None
    stopped = frame.kind == "interception"
    if not (stopped or _was_fired_at(scene, frame)):
        return None
    if scene.has("cues.contraband", frame.sentence.start, frame.sentence.end):
        return None
    for mention in scene.mentions(frame.start, frame.end):
        use = _land_of(scene, frame, mention)
        if use is not None and (stopped or (mention.places and not goes_with(scene, mention))):
            return use
    return None


def _land_of(scene: Scene, frame: Frame, mention: Mention) -> Use | None:
    """The country of a state that was under attack, if it is one that stays at home."""
    actor = scene.atlas.gazetteer.actors[mention.actors[0]] if mention.actors else None
    if actor is None or actor.id not in frame.side("target") or actor.country is None:
        return None
    land, place = (
        scene.atlas.gazetteer.countries.get(actor.country),
        scene.atlas.countries.get(actor.country),
    )
    if land is None or place is None or not land.own_sky:
        return None
    if scene.language.house_of.search(scene.between(frame.start, mention.start)):
        return None  # "sent at the consulate of the United Arab Emirates"
    where = locate(place, mention.text, mention.start, mention.end, scene.atlas, Hints())
    return Use(where, "event", mention)


def _was_fired_at(scene: Scene, frame: Frame) -> bool:
    """Whether arms that fly far hit somebody: "the ministry said that it was attacked with ten missiles"."""
    for trigger in frame.triggers:
        if trigger.kind != "attack" or trigger.voice != "passive":
            continue
        ahead = min(frame.end, trigger.end + _ARMS_WITHIN)
        arms = (c for tag in ARMS_THAT_FLY for c in scene.cues(tag, trigger.end, ahead))
        if any(len(scene.between(trigger.end, cue.start).split()) <= _TO_ARMS for cue in arms):
            return True
    return False
