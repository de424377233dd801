"""Whether a name tells of a place smaller than a governorate: an outlet, a unit or an official called after a town."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.areas import Areas, is_area
from geomap.model import Incident, Place, Report
from geomap.text import fold_name

_LONGEST = 8  # words of a name that is looked for
_SHORTEST = 3  # letters; shorter names are words of every language
_DIVISION = re.compile(r"^محافظة\s+|\s+(Governorate|Province|Oblast|Region|District)$")


class PlaceNames:
    """The names of all places that must not be told.

    Args:
        gazetteer: Its places in the countries of the store, by their sure ("strong") names.
        incidents: What is to be published: all names of its places, which may be in no gazetteer.
    """

    def __init__(self, gazetteer: Gazetteer, incidents: Iterable[Incident]) -> None:
        self._areas = Areas(gazetteer).by_code
        countries = [place for code, place in self._areas.items() if "-" not in code and ":" not in code]
        self._told = {key for place in countries for key in _keys(place)}
        ids, words, around = _of_store(incidents)
        hidden = {fold_name(word) for word in words}
        for place in gazetteer.places.values():
            if is_area(place) or not (place.id in ids or place.country in around):
                continue
            sure = [
                n.text for n in place.names if place.id in ids or (n.strength == "strong" and not n.needs)
            ]
            hidden |= {fold_name(name) for name in (place.name, *sure)}
        self._hidden = {name for name in hidden - self._told if len(name) >= _SHORTEST}
        self._own: dict[str, frozenset[str]] = {}
        self._seen: dict[str, frozenset[str]] = {}

    def told_by(self, text: str | None, admin1: str | None = None) -> bool:
        """Whether a text names a place that must not be told.

        Args:
            text: A name of an actor, an outlet.
            admin1: The governorate that is published: its name may be told, though it is that of its town.
        """
        if not text:
            return False
        if text not in self._seen:
            self._seen[text] = frozenset(self._look(text))
        found = self._seen[text]
        return bool(found and not found <= self._names_of(admin1))

    def _look(self, text: str) -> Iterable[str]:
        words = fold_name(text).split()
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                name = " ".join(words[start:end])
                if name in self._hidden:
                    yield name

    def _names_of(self, admin1: str | None) -> frozenset[str]:
        code = admin1 or ""
        if code not in self._own:
            place = self._areas.get(code)
            self._own[code] = frozenset(_keys(place)) if place else frozenset()
        return self._own[code]


def _keys(area: Place) -> set[str]:
    """The folded names of a country or division, with and without the word that says that it is one."""
    names = [area.name, area.admin1_name or "", *(name.text for name in area.names)]
    return {fold_name(key) for name in names for key in (name, _DIVISION.sub("", name))} - {""}


def _of_store(incidents: Iterable[Incident]) -> tuple[set[str], set[str], set[str]]:
    """Ids and words of the places that the incidents and their reports name, and their countries."""
    ids: set[str] = set()
    words: set[str] = set()
    countries: set[str] = set()
    for one in incidents:
        both: tuple[Incident | Report, ...] = (one, *one.reports)
        for told in both:
            ids |= {id for id in (told.place_id, told.launch_place_id) if id}
            words |= {word for word in (told.place, told.launch_place) if word}
            countries |= {told.country} if told.country else set()
        words |= {report.place_text for report in one.reports if report.place_text}
    return ids, words | {id.replace("-", " ") for id in ids}, countries
