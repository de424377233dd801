"""Borders as places: "the Syria–Iraq border" instead of the two countries."""

from __future__ import annotations

from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.model import Place
from geomap.recognise import Cue, Mention
from geomap.resolve.borders import border_place
from geomap.resolve.where import Hints, locate

_WINDOW = 45  # characters on each side of "border" in which its countries stand


def with_borders(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """The places of a sentence with the first border that it names instead of what the name is made of."""
    for cue in scene.cues("places.border", sentence.start, sentence.end):
        named = _countries_of(scene, cue, sentence)
        if _is_of_a_third(scene, named, cue):
            return [u for u in uses if u.mention not in named]
        place = _border(scene, named)
        if place is None:
            continue
        first = min(cue.start, *(m.start for m in named))
        last = max(cue.end, *(m.end for m in named))
        text = scene.text[first:last]
        where = locate(place, text, first, last, scene.atlas, Hints())
        use = Use(where, "event", Mention(first, last, text, (place.id,), ()))
        return sorted([*(u for u in uses if not first <= u.start < last), use], key=lambda u: u.start)
    return uses


def _countries_of(scene: Scene, cue: Cue, sentence: Sentence) -> list[Mention]:
    """The countries whose names or adjectives belong to the word for a border."""
    start, end = max(sentence.start, cue.start - _WINDOW), min(sentence.end, cue.end + _WINDOW)
    around = [m for m in scene.mentions(start, end) if _country(scene, m)]
    left = [m for m in around if _leads_to(scene, around, m, cue.start)]
    links = scene.language.border_with
    right = [m for m in around if m.start >= cue.end and links.match(scene.between(cue.end, m.start))]
    return [*left, *right]


def _is_of_a_third(scene: Scene, named: list[Mention], cue: Cue) -> bool:
    """Whether both are neighbours of the country that the text is about: "the border with Mali and Burkina Faso"."""
    with_them = [m for m in named if m.start >= cue.end]
    if len(with_them) < 2 or len(with_them) != len(named):
        return False
    return scene.language.bordering.match(scene.between(cue.end, with_them[0].start)) is not None


def _border(scene: Scene, named: list[Mention]) -> Place | None:
    codes = list(dict.fromkeys(code for m in named if (code := _country(scene, m))))
    names = [scene.atlas.countries[code].name for code in codes if code in scene.atlas.countries]
    if len(codes) != 2 or len(names) != 2:
        return None
    return border_place(codes[0], codes[1], f"{'–'.join(names)} border")


def _country(scene: Scene, mention: Mention) -> str | None:
    if mention.places:
        place = scene.atlas.place(mention.places[0])
        return place.country if place.kind == "country" else None
    if mention.actors:
        actor = scene.atlas.gazetteer.actors[mention.actors[0]]
        return actor.country if actor.kind == "state" else None
    return None


def _leads_to(scene: Scene, around: list[Mention], mention: Mention, border: int) -> bool:
    """Whether it stands right before the border, or before another that does: "Syrian–Iraqi border"."""
    if mention.end <= border and not scene.between(mention.end, border):
        return True
    return any(
        other.start >= mention.end
        and (not (gap := scene.between(mention.end, other.start)) or gap in scene.language.adjective_links)
        and not scene.between(other.end, border)
        for other in around
    )
