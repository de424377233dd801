"""Where nobody says where: a state that shoots down what flies at it does so over its own land."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.resolve.where import Hints, locate


def over_own_land(scene: Scene, frame: Frame) -> Use | None:
    """The country whose army says that it shot something down; None where it may have been elsewhere.

    Only states that stay at home: American and Turkish forces shoot down drones elsewhere. What carries drugs over a
    border is no attack.
    """
    if frame.kind != "interception" or frame.background or frame.many or not frame.is_body or frame.places:
        return None
    if scene.has("cues.contraband", frame.sentence.start, frame.sentence.end):
        return None
    gazetteer = scene.atlas.gazetteer
    for mention in scene.mentions(frame.start, frame.end):
        actor = gazetteer.actors[mention.actors[0]] if mention.actors else None
        if actor is None or actor.id not in frame.side("target") or actor.country is None:
            continue
        land = gazetteer.countries.get(actor.country)
        place = scene.atlas.countries.get(actor.country)
        if land is not None and place is not None and land.own_sky:
            where = locate(place, mention.text, mention.start, mention.end, scene.atlas, Hints())
            return Use(where, "event", mention)
    return None
