"""Large towns that are known by their name alone, whatever country a text is about."""

from __future__ import annotations

from geomap.gazetteer.fuzzy import likeness, single
from geomap.geo import distance_km
from geomap.model import Place
from geomap.resolve.atlas import Atlas
from geomap.text import fold, fold_name, is_arabic

# Without other evidence a town must be this large, and bear the name as its main one, to be believed.
KNOWN_ANYWHERE = 100_000
FAR_SMALLER = 10  # times; a homonym as much smaller than a town is not what an article means
NEAR_KM = 60.0
SHORT = 5  # letters; a shorter Arabic name says too little to compare it with one in Latin letters
# The main names are Latin: where nothing else says in what country a text is, an Arabic name is believed of a town
# so large.
_KNOWN_IN_ARABIC = 300_000
_SHORT_OF_A_CITY = 4  # letters; a shorter Arabic name of a city may be a word of every day
_ALIKE = 0.85  # likeness of two spellings of one name


def city_in_arabic(places: list[Place], name: str) -> Place | None:
    """The large city that an Arabic name is, where no homonym comes near it: "في قندهار"."""
    if len(fold_name(name)) < _SHORT_OF_A_CITY or not is_arabic(name):
        return None
    largest = max(places, key=lambda place: place.population or 0)
    sure = (largest.population or 0) >= _KNOWN_IN_ARABIC and not _is_shared(largest, places)
    return largest if sure else None


def known_by_another_spelling(atlas: Atlas, places: list[Place], name: str) -> Place | None:
    """The large town that all but bears a name: "Kryvyi Rih" is Kryvyy Rih, "كراتشي" is Karachi.

    Only in the lands whose places the gazetteer has many of, and by a longer name; in Arabic, where nothing tells a
    name from a word, by one without the article.
    """
    largest = max(places, key=lambda p: p.population or 0, default=None)
    if (
        largest is None
        or (largest.population or 0) < KNOWN_ANYWHERE
        or largest.country not in atlas.well_known
    ):
        return None
    words = fold(name).split()
    if sum(map(len, words)) < SHORT or _is_shared(largest, places):
        return None
    article = is_arabic(name) and any(word.startswith("ال") for word in words)
    return largest if not article and (is_arabic(name) or is_spelt_like(largest, name)) else None


def is_spelt_like(place: Place, name: str) -> bool:
    """Whether the main name is another spelling: "Sloviansk" is Slovyansk, though GeoNames calls Nikopol so, too."""
    return likeness(single(name), single(place.name)) >= _ALIKE


def _is_shared(place: Place, places: list[Place]) -> bool:
    """Whether another town, not far smaller, is called so, too."""
    least = (place.population or 0) / FAR_SMALLER
    far = (p for p in places if distance_km(place.lon, place.lat, p.lon, p.lat) > NEAR_KM)
    return any((p.population or 0) >= least for p in far)
