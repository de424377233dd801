"""Curated names that in an article about other countries mean a town there: Karak of Pakistan, not of Jordan.

The gazetteer knows places of some wars by names that towns elsewhere bear, too, alone or at the head of a longer
one ("Dera" is Daraa, but Dera Bugti is in Balochistan). Where only the name itself speaks of its country, the town
of that very name in a country that the article names more often is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from geomap.geo import distance_km
from geomap.model import Place
from geomap.recognise import Mention
from geomap.resolve.atlas import Atlas
from geomap.text import fold_name, is_arabic

_FAR_KM = 300.0  # nearer, across a border, it is the same place or one as good
_LEAST = 1_000  # people of a town that is meant before a curated place
_ONLY_HERE = ("country", "sea", "gulf", "strait", "world region")
_GOES_ON = re.compile(r"[ -]([A-Z][a-z]\w+)(?![\w-])")


def with_homonyms(
    text: str, mentions: Iterable[Mention], atlas: Atlas, countries: Mapping[str, int]
) -> tuple[Mention, ...]:
    """The names of a text, those of faraway curated places that a town at home bears as that town.

    Args:
        text: The text.
        mentions: The names found in it.
        atlas: Looks towns up; keeps those that are meant.
        countries: How often each country is named, these names included.
    """
    mentions = tuple(mentions)
    if not countries or is_arabic(text[:200]):
        return mentions
    own = Counter(m.places for m in mentions)
    return tuple(_meant(text, mentions, own, atlas, countries))


def _meant(
    text: str,
    mentions: tuple[Mention, ...],
    own: Mapping[tuple[str, ...], int],
    atlas: Atlas,
    countries: Mapping[str, int],
) -> Iterator[Mention]:
    end = 0
    for mention in mentions:
        if mention.start < end:
            continue  # it is part of the longer name of a town
        town = None
        if len(mention.places) == 1 and not mention.actors:
            place = atlas.place(mention.places[0])
            code = place.country or ""
            alone = code and place.kind not in _ONLY_HERE and countries.get(code, 0) <= own[mention.places]
            if alone and any(other != code and n > countries.get(code, 0) for other, n in countries.items()):
                mention, town = _at_home(text, mention, atlas, countries, code)
        if town is not None:
            atlas.keep(town)
            mention = mention._replace(places=(town.id,))
            end = mention.end
        yield mention


def _at_home(
    text: str, mention: Mention, atlas: Atlas, countries: Mapping[str, int], code: str
) -> tuple[Mention, Place | None]:
    """The town of a name, or of that name and the next word, in a country named more often than its own."""
    place = atlas.place(mention.places[0])
    further = _GOES_ON.match(text, mention.end)
    ends = (further.end(), mention.end) if further else (mention.end,)
    for end in ends:
        name = text[mention.start : end]
        towns = [
            t
            for t in atlas.towns(name)
            if fold_name(t.name) == fold_name(name)
            and (t.population or 0) >= _LEAST
            and t.country != code
            and distance_km(t.lon, t.lat, place.lon, place.lat) > _FAR_KM
            and countries.get(t.country or "", 0) > countries.get(code, 0)
        ]
        if towns:
            return mention._replace(end=end, text=name), towns[0]
    return mention, None
