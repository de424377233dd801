"""Whose land something was sent from: "from Iranian territory", "from the Turkish side of the border"."""

from __future__ import annotations

from geomap.extract.actors.belonging import actor_of
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.model import Place
from geomap.recognise import Mention


def launched_land(scene: Scene, mention: Mention, sentence: Sentence) -> Place | None:
    """The country from which something was sent, where only its adjective names it; None for any other name."""
    if not mention.actors or mention.places or actor_of(scene, mention).kind != "state":
        return None
    language = scene.language
    if not language.land_behind.match(scene.between(mention.end, min(sentence.end, mention.end + 24))):
        return None
    if not language.launched_from.search(scene.between(sentence.start, mention.start)):
        return None
    return scene.atlas.countries.get(actor_of(scene, mention).country or "")
