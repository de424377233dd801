"""Where a story is that names no place in its sentences: in its heading, else in its dateline."""

from __future__ import annotations

from geomap.extract.places.containers import drop_containers
from geomap.extract.places.hints import hints
from geomap.extract.places.not_places import in_dateline, part_of_a_name
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.recognise import Mention
from geomap.resolve.where import choose, locate

_WATCH = 60  # characters beside a town in which those who watch over it are named
_TOP = 3  # sentences in which the heading and the dateline of an article stand


def place_of_the_story(scene: Scene) -> Use | None:
    """The one town or site that the heading names; else that of the dateline, which must not be a capital."""
    top = [s for s in scene.sentences if s.role != "furniture"][:_TOP]
    heading = [use for s in top if s.role == "headline" for use in _named(scene, s)]
    if heading:
        return heading[0] if len({use.where.place.id for use in heading}) == 1 else None
    written = [
        use for s in top if s.role == "body" for use in _named(scene, s) if in_dateline(scene, use.mention)
    ]
    return next((use for use in written if not scene.atlas.is_capital(use.where.place)), None)


def town_that_tells(scene: Scene) -> Use | None:
    """The one town whose police or firefighters tell the story: "Police in Kabul said a mine killed two"."""
    lead = [s for s in scene.sentences if s.role == "body"][:_TOP]
    named = [(m, s) for s in lead for m in scene.mentions(s.start, s.end) if m.places]
    told = [_place_of(scene, m, s) for m, s in named if _is_told_by(scene, m)]
    towns = {use.where.place.id: use for use in told if use is not None and use.where.fine}
    if any(scene.language.out_of_town.search(scene.text, s.start, s.end) for s in lead):
        return None
    others = {
        use.where.place.id for s in lead for use in _named(scene, s) if not in_dateline(scene, use.mention)
    }
    return next(iter(towns.values())) if len(towns) == 1 and others <= towns.keys() else None


def _is_told_by(scene: Scene, mention: Mention) -> bool:
    before = scene.text[max(0, mention.start - _WATCH) : mention.start]
    behind = scene.text[mention.end : mention.end + _WATCH]
    language = scene.language
    return bool(language.watch_before.search(before) or language.watch_behind.match(behind))


def area_of_the_story(scene: Scene) -> Use | None:
    """The one province or region that the first sentences name: "… from our parish in Gaza. A shell struck …"."""
    lead = [s for s in scene.sentences if s.role == "body"][:_TOP]
    named = [use for s in lead for use in _uses(scene, s)]
    one = len({use.where.place.id for use in named}) == 1
    return named[0] if one and named[0].where.precision == "governorate" else None


def places_named(scene: Scene, sentence: Sentence) -> list[Use]:
    """The towns and sites that a sentence names, without those near which another one is said to lie."""
    return drop_containers(scene, _named(scene, sentence))


def _named(scene: Scene, sentence: Sentence) -> list[Use]:
    """The towns and sites that a sentence names, whatever part they play in it."""
    return [use for use in _uses(scene, sentence) if use.where.fine]


def _uses(scene: Scene, sentence: Sentence) -> list[Use]:
    named = (_use(scene, m, sentence) for m in scene.mentions(sentence.start, sentence.end) if m.places)
    return [use for use in named if use is not None]


def _use(scene: Scene, mention: Mention, sentence: Sentence) -> Use | None:
    if mention.actors or part_of_a_name(scene, mention, sentence):
        return None
    return _place_of(scene, mention, sentence)


def _place_of(scene: Scene, mention: Mention, sentence: Sentence) -> Use | None:
    place = choose(mention.places, scene.atlas, scene.countries, [])
    if place is None:
        return None
    way = hints(scene, mention, sentence)
    return Use(locate(place, mention.text, mention.start, mention.end, scene.atlas, way), "event", mention)
