"""Ordinary towns that the curated gazetteer does not have: names as the language marks them, and GeoNames."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from geomap.gazetteer.language import Language
from geomap.geo import distance_km
from geomap.model import ARMED_GROUPS, Place
from geomap.recognise import Mention, Reading
from geomap.resolve.atlas import SETTLEMENTS, Atlas
from geomap.resolve.candidates import Candidate, candidates
from geomap.resolve.divisions import countries_of_divisions
from geomap.resolve.items import Items
from geomap.resolve.large_towns import (
    FAR_SMALLER,
    KNOWN_ANYWHERE,
    NEAR_KM,
    SHORT,
    city_in_arabic,
    is_spelt_like,
    known_by_another_spelling,
)
from geomap.resolve.spans import Spans
from geomap.text import fold, fold_name, is_arabic, translit_key

GREAT_CITY = 500_000  # a capital so large is meant by its name whatever else an article is about
_BESIDE = 120  # characters
_LIKE_MAIN = 0.5  # of what a main name counts, another spelling of it
_SMALLER = 2  # times; by another spelling a town is not meant before one that has so many more people
_HOLDS = 10_000  # people of a town that is named only to say where a village is
_CITY = 100_000  # people of a town that a country's name in the genitive may open: few people bear its name
_OWNER = re.compile(r"(?:[A-Z][\w-]+ )?(?P<last>[A-Z][\w-]+)['’]s $")  # "Borno's ", "Cabo Delgado's "


class Towns(NamedTuple):
    """Names found beyond the curated ones, and names that stand where a place would and that nothing knows."""

    found: list[Mention]
    unknown: list[Candidate]


def find_towns(
    text: str,
    reading: Reading,
    atlas: Atlas,
    countries: Mapping[str, int],
    language: Language,
    days: Iterable[tuple[int, int]] = (),
) -> Towns:
    """Mentions of towns that no curated name covers; their places are in the atlas from now on.

    Args:
        text: The text that was read.
        reading: What the vocabulary found in it.
        atlas: Looks names up; keeps what is found.
        countries: How often each country's places and actors are named: the context.
        language: How the text's language marks names.
        days: Spans of dates: "on August 29" is no town.
    """
    taken = Spans((m.start, m.end) for m in reading.mentions)
    days = list(days)
    new = (
        c
        for c in candidates(text, reading, taken, Spans(days), language, Items(text, days))
        if fold(text[c.start : c.end]) not in language.not_towns
    )
    countries = Counter(countries) + countries_of_divisions(text, taken, atlas, language)
    landmarks = _Landmarks(reading, atlas)
    names = _Names(text, atlas, language, landmarks)
    found, unknown = _look_up(names, new, countries, taken, sure=True)
    marked = [u for u in unknown if u.said or u.located or u.owned]
    known = [atlas.place(m.places[0]).country for m in found]
    elsewhere = any(code and code not in countries for code in known)
    if again := unknown if elsewhere or names.put_off else marked if found else []:
        # The towns found say where the article is: "a church in Jolo and a mosque in Zamboanga".
        context = Counter(countries) + Counter(code for code in known if code)
        more, _ = _look_up(names, again, context, taken, sure=False)
        found += more
    for candidate in marked:
        if not taken.touch(candidate.start, candidate.end) and (
            homes := _homes_of_groups(reading, atlas, candidate) - countries.keys()
        ):
            more, _ = _look_up(names, [candidate], Counter(homes), taken, sure=False)
            found += more
    found += _again(text, found, taken)
    named = [u for u in marked if not u.owned]  # "Borno's Zulum" need not be a place at all
    return Towns(found, _widest([u for u in named if not taken.touch(u.start, u.end)]))


def _homes_of_groups(reading: Reading, atlas: Atlas, candidate: Candidate) -> set[str]:
    """The countries of the armed groups named beside a name that nothing else explains: it may lie there."""
    known = atlas.gazetteer.actors
    actors = (
        known[m.actors[0]]
        for m in reading.mentions
        if m.actors and not m.places and abs(m.start - candidate.start) <= _BESIDE
    )
    return {a.country for a in actors if a.country and a.kind in ARMED_GROUPS}


class _Landmarks:
    """The places of curated names, by where they stand in a text: of two homonyms the nearer one is meant."""

    def __init__(self, reading: Reading, atlas: Atlas) -> None:
        self._named = [(m.start, atlas.place(m.places[0])) for m in reading.mentions if len(m.places) == 1]
        self._starts = [start for start, _ in self._named]

    def around(self, candidate: Candidate) -> list[Place]:
        """Those named beside a candidate."""
        first = bisect_left(self._starts, candidate.start - _BESIDE)
        last = bisect_left(self._starts, candidate.end + _BESIDE)
        return [place for _, place in self._named[first:last]]


class _Names:
    """The names of a text as the atlas knows them, with what stands beside them."""

    def __init__(self, text: str, atlas: Atlas, language: Language, landmarks: _Landmarks) -> None:
        self.text, self.atlas, self.language, self._landmarks = text, atlas, language, landmarks
        # Whether a name was left until the rest of the article says which country it is in.
        self.put_off = False

    def place(self, candidate: Candidate, countries: Mapping[str, int], *, sure: bool) -> Place | None:
        """The place that is meant, or None; of homonyms abroad, where it must be sure, none."""
        name = self.text[candidate.start : candidate.end]
        found = self._place(name, candidate, countries, sure=sure)
        if found is not None and name.lower() in self.language.kind_words and found.country not in countries:
            return None  # "the Gulf", "a Gulf state": no province of a country that is not spoken of
        return found

    def _place(
        self, name: str, candidate: Candidate, countries: Mapping[str, int], *, sure: bool
    ) -> Place | None:
        around = self._landmarks.around(candidate)
        divisions = self._divisions_behind(candidate)
        towns = [t for t in self.atlas.towns(name) if _may_lie_in(t, divisions)]
        place = _place(self.atlas, name, towns, countries, candidate, around)
        if place is not None and (held := _held(towns, divisions)) and _is_far_from(place, divisions):
            return held  # "in Buenos Aires, Cauca" is in Colombia
        if place is None and candidate.located:
            alone = self.atlas.divisions(name) if self.language.capitals else []
            return _held(towns, divisions) or _only_division(alone, towns)
        if place is not None and candidate.owned and not self._is_held(place, candidate):
            return None  # "Borno's Zulum" is its governor
        if place is None or place.origin == "curated":
            return place
        if candidate.ward and not _nearness(place, around):
            return None  # "the San José neighbourhood" is not the capital of Costa Rica
        if sure and place.country not in countries and _has_homonyms(place, towns):
            self.put_off = True
            return None
        return place

    def holder(self, candidate: Candidate, countries: Mapping[str, int]) -> Mention | None:
        """What the text right behind a village that nothing knows says that it lies in: "in Gwoshe, Zamfara"."""
        if not (candidate.said or candidate.located):
            return None
        behind = self.language.town_holder.match(self.text[candidate.end : candidate.end + _BESIDE])
        if behind is None:
            return None
        divisions = [d for d in self.atlas.divisions(behind["name"]) if countries.get(d.country or "", 0)]
        place = divisions[0] if divisions else None
        if place is None:
            town = Candidate(*behind.span("name"), said=True)
            place = _place(self.atlas, behind["name"], self.atlas.towns(behind["name"]), countries, town, [])
            if place is None or (place.population or 0) < _HOLDS or place.country not in countries:
                return None
        self.atlas.keep(place)
        start, end = (candidate.end + offset for offset in behind.span("name"))
        return Mention(start, end, behind["name"], (place.id,), ())

    def _is_held(self, place: Place, candidate: Candidate) -> bool:
        """Whether the province whose name stands right before it holds it; of a country's only a city is sure."""
        owner = _OWNER.search(self.text[max(0, candidate.start - _BESIDE) : candidate.start])
        names = (owner[0][: owner.end("last") - owner.start()], owner["last"]) if owner else ()
        if (place.population or 0) >= _CITY and any(
            land.kind == "country" and land.country == place.country and land.name in names
            for land in self._landmarks.around(candidate)
        ):
            return True  # "Ecuador's Guayaquil"; "Ecuador's Noboa" is its president
        owners = (division for name in names for division in self.atlas.divisions(name))
        return any(owner.id != place.id and self.atlas.contains(owner, place) for owner in owners)

    def _divisions_behind(self, candidate: Candidate) -> list[Place]:
        """The divisions in which the text right behind a name says that it lies."""
        behind = self.language.town_in.match(self.text[candidate.end : candidate.end + 60])
        words = behind["division"].split() if behind else []
        while words and not (found := self.atlas.divisions(" ".join(words))):
            words.pop()  # "Benue State", "Zamfara Governor"
        return found if words else []


def _may_lie_in(town: Place, divisions: list[Place]) -> bool:
    """Whether a town is in one of the divisions that are said to hold it, as far as that is known."""
    at_home = [d for d in divisions if d.country == town.country]
    return not at_home or town.admin1 is None or any(d.admin1 == town.admin1 for d in at_home)


def _held(towns: list[Place], divisions: list[Place]) -> Place | None:
    """The town that lies in the division named right behind it, which says enough: "in Damboa, Borno"."""
    codes = {division.admin1 for division in divisions if division.admin1}
    return next((town for town in towns if town.admin1 in codes), None)


def _is_far_from(place: Place, divisions: list[Place]) -> bool:
    """Whether a town lies in another country than each of the divisions that are said to hold it."""
    return bool(divisions) and all(place.country != division.country for division in divisions)


def _only_division(divisions: list[Place], towns: list[Place]) -> Place | None:
    """The one division of the world that bears a name which no town has: "in Paktika"."""
    return divisions[0] if len(divisions) == 1 and not towns else None


def _has_homonyms(place: Place, towns: list[Place]) -> bool:
    """Whether towns of other countries, not far smaller, have the same main name: Kabul is, Buenavista is not, sure."""
    key, least = fold_name(place.name), (place.population or 0) / FAR_SMALLER
    abroad = (t for t in towns if t.country != place.country and fold_name(t.name) == key)
    return any((t.population or 0) >= least for t in abroad)


def _look_up(
    names: _Names, candidates: Iterable[Candidate], countries: Mapping[str, int], taken: Spans, *, sure: bool
) -> tuple[list[Mention], list[Candidate]]:
    """What the atlas knows of some names, which are taken then; and those that it does not know."""
    found: list[Mention] = []
    unknown: list[Candidate] = []
    seen: dict[tuple[str, bool], Place | None] = {}
    for candidate in candidates:
        if taken.touch(candidate.start, candidate.end):
            continue
        if _goes_on(names, candidate):
            continue
        name = names.text[candidate.start : candidate.end]
        if (name, candidate.ward) not in seen:
            seen[name, candidate.ward] = names.place(candidate, countries, sure=sure)
        place = seen[name, candidate.ward]
        if place is not None:
            names.atlas.keep(place)
            taken.add(candidate.start, candidate.end)
            found.append(Mention(candidate.start, candidate.end, name, (place.id,), ()))
            continue
        unknown.append(candidate)
        holder = names.holder(candidate, countries)
        if holder is not None and not taken.touch(holder.start, holder.end):
            taken.add(holder.start, holder.end)
            found.append(holder)
    return found, unknown


def _goes_on(names: _Names, candidate: Candidate) -> bool:
    """Whether a name is the first part of a longer one that nothing knows: "San Juan" of "San Juan de Unare"."""
    behind = names.text[candidate.end : candidate.end + 12]
    return names.language.town_goes_on.match(behind) is not None


def _widest(names: list[Candidate]) -> list[Candidate]:
    """Without those that are part of a longer one."""
    spans = Spans((name.start, name.end) for name in names)
    return [name for name in names if not spans.hold_in_longer(name.start, name.end)]


def _again(text: str, found: list[Mention], taken: Spans) -> Iterator[Mention]:
    """The same names where no preposition stands before them: at the head of a sentence, in a list."""
    for name, mention in {m.text: m for m in found}.items():
        for start, end in _whole_words(text, name):
            if not taken.touch(start, end):
                taken.add(start, end)
                yield mention._replace(start=start, end=end)


def _whole_words(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text, not as a part of a longer word."""
    end = 0
    while (start := text.find(name, end)) >= 0:
        end = start + len(name)
        if not (_in_a_word(text, start - 1) or _in_a_word(text, end)):
            yield start, end


def _in_a_word(text: str, offset: int) -> bool:
    """Whether a character is one of a word; none stands before a text or behind it."""
    return 0 <= offset < len(text) and (text[offset].isalnum() or text[offset] == "_")


def _place(
    atlas: Atlas,
    name: str,
    towns: list[Place],
    countries: Mapping[str, int],
    candidate: Candidate,
    around: list[Place],
) -> Place | None:
    """A division where the text says so or no town is known by the name, else the town."""
    sure = candidate.said or candidate.located
    known = atlas.curated(name, countries, near=sure)
    if known is not None and not _is_a_homonym(atlas, known, name, towns, countries):
        return known
    divisions = [p for p in atlas.divisions(name) if countries.get(p.country or "", 0)]
    if candidate.division and divisions:
        return divisions[0]
    town = _pick(towns, name, countries, around, said=sure)
    town = town or next((p for p in towns if (p.population or 0) >= GREAT_CITY and atlas.is_capital(p)), None)
    town = town or (known_by_another_spelling(atlas, towns, name) if sure else None)
    small = town is not None and (town.population or 0) < KNOWN_ANYWHERE
    elsewhere = town is not None and town.admin1 and all(town.admin1 != d.admin1 for d in divisions)
    if small and divisions and elsewhere:
        return divisions[0]  # a village that shares its name with a province elsewhere
    if town is not None and divisions and fold_name(name) in fold_name(town.name).split()[1:]:
        return divisions[0]  # "in Amalfi, Antioquia" is not in Santa Fe de Antioquia
    return town or (divisions[0] if divisions else None)


def _is_a_homonym(
    atlas: Atlas, known: Place, name: str, towns: list[Place], countries: Mapping[str, int]
) -> bool:
    """Whether a curated place only sounds like a name that a town elsewhere in its country bears to the letter."""
    key = fold_name(name)
    exact = (t for t in towns if t.country == known.country and fold_name(t.name) == key)
    return atlas.curated(name, countries, near=False) is None and any(
        distance_km(known.lon, known.lat, t.lon, t.lat) > max(NEAR_KM, known.radius_km or 0) for t in exact
    )


def _pick(
    places: list[Place], name: str, countries: Mapping[str, int], around: list[Place], *, said: bool
) -> Place | None:
    """The town that is meant: in a country of the article, by its main name, near what is named, the largest."""
    key = fold_name(name)
    if not places or len(key) < 3:
        return None

    inside = [p for p in places if countries.get(p.country or "", 0) and not _is_far_fetched(p, name, around)]
    largest = max((p.population or 0 for p in inside), default=0)

    def main(place: Place) -> bool:
        return fold_name(place.name) == key

    def called(place: Place) -> float:
        if main(place):
            return 1.0
        small = (place.population or 0) * _SMALLER < largest
        return 0.0 if small else _LIKE_MAIN * is_spelt_like(place, name)

    def likely(place: Place) -> tuple[float, int]:
        context = min(countries[place.country or ""], 5) * 0.3
        return called(place) + context + _nearness(place, around), place.population or 0

    known = next((p for p in places if main(p) and (p.population or 0) >= KNOWN_ANYWHERE), None)
    if said and not (known or countries):
        known = city_in_arabic(places, name)
    if inside:
        best = max(inside, key=likely)
        # "A US strike in Kabul" is not in Cabool, Missouri.
        return best if known is None or main(best) else known
    return None if countries and not said else known


def _is_far_fetched(place: Place, name: str, around: list[Place]) -> bool:
    """Whether an Arabic name is a hamlet's second one, in a country that nothing beside it lies in."""
    if len(fold(name)) < SHORT or not is_arabic(name) or place.population:
        return False
    if translit_key(name) == translit_key(place.name):
        return False
    return not any(p.country == place.country for p in around)


def _nearness(place: Place, around: list[Place]) -> float:
    """How well a town fits the places named beside it: near one of them, or in a province that is named."""
    if any(
        distance_km(place.lon, place.lat, p.lon, p.lat) <= NEAR_KM for p in around if p.kind in SETTLEMENTS
    ):
        return 1.5
    return 1.0 if place.admin1 and any(p.admin1 == place.admin1 for p in around) else 0.0
