"""`Atlas`: every place that a text may mean, by id: curated, countries and divisions, GeoNames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache

from geomap.gazetteer import Gazetteer
from geomap.geo import distance_km
from geomap.model import Place
from geomap.text import fold, fold_name, translit_key

# Kinds of place that hold others, so that a point stands *for* them.
AREAS = {
    "country": 4, "region": 3, "governorate": 3, "province": 3, "state": 3, "sea": 3, "river": 3,
    "district": 2, "road": 3, "valley": 3, "area": 3, "desert": 3, "gulf": 3, "strait": 2, "mountain": 2,
    "mountains": 2, "island": 1, "world region": 5,
}  # fmt: skip

_SAME_KM = 15.0  # as far may lie two points of one town
_MANY = 30  # curated places of a country of which the gazetteer has many
_KEPT = 4096  # names whose towns and divisions are kept
SETTLEMENTS = ("city", "town", "village")
_WATERS = ("sea", "gulf", "strait")
_DIVISIONS = ("governorate", "province", "state")


class Atlas:
    """Places by id over the curated gazetteer, more areas, and a finder of ordinary towns.

    Args:
        gazetteer: The curated places; they come first.
        areas: More areas (countries, first-level divisions) by id.
        towns: Finds ordinary towns by folded name (`GeoNames.find`); None: none.
        divisions: Finds first-level divisions by name (`Areas.find`); None: none.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        areas: Iterable[Place] = (),
        towns: Callable[[str], list[Place]] | None = None,
        divisions: Callable[[str], list[Place]] | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self._areas = {place.id: place for place in areas}
        self._kept: dict[
            str, Place
        ] = {}  # found by name; apart, so that no article's reading changes the next one's
        self._divisions_in: dict[str, frozenset[str]] = {}  # by region, as asked for
        # Articles name the same towns again and again.
        self._towns = lru_cache(maxsize=_KEPT)(towns) if towns else None
        self._divisions = lru_cache(maxsize=_KEPT)(divisions) if divisions else None

    def place(self, id: str) -> Place:
        """The place of an id. Raises KeyError for one that is not there."""
        return self.gazetteer.places.get(id) or self._areas.get(id) or self._kept[id]

    def keep(self, place: Place) -> None:
        """Makes a place that was found by name answer to its id."""
        self._kept.setdefault(place.id, place)

    def towns(self, text: str) -> list[Place]:
        """Ordinary towns anywhere that bear this name, most likely first; empty when there is none."""
        return self._towns(fold_name(text)) if self._towns else []

    def divisions(self, text: str) -> list[Place]:
        """First-level divisions that bear this name, largest first; empty when there is none."""
        return [p for p in self._divisions(text) if p.kind != "country"] if self._divisions else []

    @cached_property
    def countries(self) -> Mapping[str, Place]:
        """The place that stands for each country, by its code."""
        found = {p.country: p for p in self._areas.values() if p.kind == "country" and p.country}
        found |= {p.country: p for p in self.gazetteer.places.values() if p.kind == "country" and p.country}
        return found

    @cached_property
    def well_known(self) -> frozenset[str]:
        """Codes of the countries of which the gazetteer has many places: those whose wars it was made for."""
        numbers = Counter(place.country for place in self.gazetteer.places.values())
        return frozenset(code for code, number in numbers.items() if code and number >= _MANY)

    @cached_property
    def governorates(self) -> Mapping[str, Place]:
        """The place that stands for each first-level division, by its ISO 3166-2 code."""
        found = {p.admin1: p for p in self._areas.values() if p.kind != "country" and p.admin1}
        curated = {"governorate", "province", "state", "region"}
        found |= {
            p.admin1: p
            for p in self.gazetteer.places.values()
            if p.kind in curated and p.admin1 and p.area_id == p.admin1
        }
        return found

    @cached_property
    def words_of_actors(self) -> Mapping[str, frozenset[str]]:
        """The words of each actor's names, in small letters."""
        return {
            id: frozenset(word for name in actor.names for word in name.text.lower().split())
            for id, actor in self.gazetteer.actors.items()
        }

    def curated(self, text: str, countries: Mapping[str, int], *, near: bool) -> Place | None:
        """The curated place of a name written without its article, or in another transliteration; else None.

        Args:
            text: The words of the text.
            countries: The context; a near miss counts only in a country of the article.
            near: Whether near misses count at all.
        """
        key = fold_name(text)
        found = self._by_key.get(key, ())
        if near and not found and len(key) >= 5:
            alike = self._by_translit.get(translit_key(text), ())
            found = tuple(i for i in alike if countries.get(self.gazetteer.places[i].country or "", 0))
        places = [self.gazetteer.places[i] for i in found]
        return (
            max(places, key=lambda p: (countries.get(p.country or "", 0), -self.rank(p), p.id))
            if places
            else None
        )

    def shyly_named(self, text: str, town: Place) -> Place | None:
        """The curated place right where a town lies, by a name that asks for other words beside it; else None."""
        for id in self._by_shy_key.get(fold(text), ()):
            place = self.gazetteer.places[id]
            if distance_km(place.lon, place.lat, town.lon, town.lat) <= _SAME_KM:
                return place
        return None

    def same_town(self, town: Place) -> Place | None:
        """The curated town that another record of a town is of, whatever spelling the text has; else None."""
        for id in self._by_key.get(fold_name(town.name), ()):
            place = self.gazetteer.places[id]
            there = place.kind in SETTLEMENTS and place.country == town.country
            if there and distance_km(place.lon, place.lat, town.lon, town.lat) <= _SAME_KM:
                return place
        return None

    @cached_property
    def _by_shy_key(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for text, id, name in self.gazetteer.place_names():
            if name.needs and AREAS.get(self.gazetteer.places[id].kind, 0) == 0:
                found[fold(text)] = (*found.get(fold(text), ()), id)
        return found

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[str, ...]]:
        return self._index(fold_name, 3)

    @cached_property
    def _by_translit(self) -> Mapping[str, tuple[str, ...]]:
        return self._index(translit_key, 5)

    def _index(self, key_of: Callable[[str], str], shortest: int) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for text, id, name in self.gazetteer.place_names():
            key = key_of(text)
            if name.strength == "strong" and not name.needs and len(key) >= shortest:
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), id)))
        return found

    def is_capital(self, place: Place) -> bool:
        """Whether it stands for its government in the press: "Baghdad condemned …"."""
        return self._capitals.get(place.country or "") == fold_name(place.name)

    def names_its_division(self, town: Place) -> bool:
        """Whether a town's name is that of its first-level division as well: "Idlib", "Aleppo"."""
        division = self.governorates.get(town.admin1 or "")
        return division is not None and f"{fold_name(division.name)} ".startswith(f"{fold_name(town.name)} ")

    def capital_of(self, country: str) -> Place | None:
        """The capital of a country, by its code; None where the gazetteer does not tell it."""
        named = self.gazetteer.countries.get(country)
        if named is None or not named.capital:
            return None
        known = self.curated(named.capital, {country: 1}, near=False)
        found = [p for p in (known, *self.towns(named.capital)) if p is not None and p.country == country]
        if found:
            self.keep(found[0])
        return found[0] if found else None

    def countries_of_capital(self, name: str) -> list[str]:
        """The codes of the countries whose capital has a name."""
        folded = fold_name(name)
        return [code for code, capital in self._capitals.items() if capital == folded]

    @cached_property
    def _capitals(self) -> Mapping[str, str]:
        return {c.code: fold_name(c.capital) for c in self.gazetteer.countries.values() if c.capital}

    def rank(self, place: Place) -> int:
        """How coarse a place is: 0 site or town, 2 district, 3 governorate or sea, 4 country."""
        return AREAS.get(place.kind, 0)

    def _is_made_of(self, region: Place, inner: Place) -> bool:
        """Whether a division is one of those that a region is made of, and not all of it."""
        members = self._members(region.id)
        return len(members) > 1 and inner.kind in _DIVISIONS and inner.admin1 in members

    def _members(self, region: str) -> frozenset[str]:
        """The codes of the divisions that a region is made of; those of the regions in it too."""
        if region not in self._divisions_in:
            known = self.gazetteer.regions.get(region)
            members = known.members if known is not None else ()
            nested = (self._members(m) for m in members if m in self.gazetteer.regions)
            self._divisions_in[region] = frozenset(members).union(*nested)
        return self._divisions_in[region]

    def contains(self, outer: Place, inner: Place) -> bool:
        """Whether `inner` lies in `outer`, by the gazetteer's own fields, else by extent."""
        if outer.kind == "region" and self._is_made_of(outer, inner):
            return True
        if outer.id == inner.id or self.rank(outer) <= self.rank(inner):
            return False
        if outer.id in inner.part_of:
            return True
        if outer.kind == "region" and self._members(outer.id) == {inner.admin1}:
            return True  # Rakhine is a region and a state
        if outer.kind == "world region":
            return True
        if outer.kind in _WATERS and inner.kind in SETTLEMENTS:
            return False  # a port lies by the sea, not in it
        if outer.kind == "country" and inner.kind in ("sea", "gulf", "strait"):
            return False
        if outer.kind == "country":
            return outer.country == inner.country
        if outer.admin1 and inner.admin1:
            return outer.admin1 == inner.admin1
        if outer.country and inner.country and outer.country != inner.country:
            return False
        reach = outer.extent_km or outer.radius_km
        return distance_km(outer.lon, outer.lat, inner.lon, inner.lat) <= reach + (inner.extent_km or 0)
