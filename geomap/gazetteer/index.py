"""Looking a name up among the curated places, with reasons in words.

Exact through folding first; then without kind words; then by what transliterations share; then within a small
edit distance. Precision first: an unknown name finds nothing rather than something near.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from geomap import text as text_module
from geomap.gazetteer import cache
from geomap.gazetteer.fuzzy import allowed, difference, look_alike, near_key, skeleton
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.kindwords import KindWords, Split
from geomap.model import Name, Place
from geomap.text import fold_name, is_arabic

FORMAT = "1"  # raise when what is compiled changes

# Scores are a ranking on a scale of 100, not probabilities.
EXACT, FORMER, WEAK = 100.0, 92.0, 88.0
SAME_KEY, ALIKE = 80.0, 76.0  # other spelling with one transliteration key; within the edit distance
PER_DIFFERENCE = 8.0  # taken from ALIKE for each letter of difference
KIND_FITS, KIND_DIFFERS = 4.0, 30.0  # added, taken
SETTLED = frozenset({"city", "town", "village", "district", "governorate", "province", "camp", "island"})


class Candidate(NamedTuple):
    """A place that a name can mean, how well it fits (0 to 100 and a little), and why."""

    place: Place
    score: float
    reasons: tuple[str, ...]
    name: str = ""  # the spelling that matched


class Keys(msgspec.Struct, frozen=True):
    """What is compiled: the names by number, and the numbers by key."""

    names: list[tuple[str, int]]  # place id, number of the name within the place
    exact: dict[str, list[int]]
    near: dict[str, list[int]]
    skeletons: dict[str, list[str]]  # consonants -> near keys
    initials: dict[str, list[str]]  # first letter -> near keys


class Match(NamedTuple):
    """One of a place's names that a query met, and how."""

    place: Place
    name: Name
    score: float
    reason: str


class NameIndex:
    """An index over the names of a gazetteer's places; quick to make, since its keys are kept compiled."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._places = gazetteer.places
        self._kinds = gazetteer.kinds
        self.kind_words = KindWords(gazetteer.kinds.values())
        key = cache.stat_key((), FORMAT, gazetteer.version, cache.fingerprint(Path(text_module.__file__), 2))
        self._keys = cache.compiled("names", key, _read, lambda: _build(gazetteer))

    def lookup(
        self,
        name: str,
        *,
        lang: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        limit: int = 5,
        fuzzy: bool = True,
    ) -> list[Candidate]:
        """The places that a name can mean, best first; empty when the gazetteer does not know it.

        Args:
            name: The name as written, in any script; kind words in it are evidence.
            lang: ISO 639-1; only names of this language.
            country: ISO 3166-1 alpha-2; only places in it.
            kind: An id of `kinds.toml`; only places of it.
            limit: At most so many.
            fuzzy: Also take near misses, when no name is met exactly.
        """
        split = self.kind_words.split(name)
        best: dict[str, Candidate] = {}
        for match in self._matches(name, split, fuzzy):
            place = match.place
            if (country and place.country != country) or (kind and place.kind != kind):
                continue
            if lang and match.name.lang != lang:
                continue
            candidate = self._candidate(match, split)
            if candidate and (place.id not in best or candidate.score > best[place.id].score):
                best[place.id] = candidate
        return sorted(best.values(), key=order)[:limit]

    def _matches(self, name: str, split: Split, fuzzy: bool) -> list[Match]:
        """Matches of the first way that finds any; later ways are weaker, and would only add noise."""
        whole, core = joined(name), joined(split.core)
        found = list(self._exact(whole, f'"{name}" is a name of it'))
        if split.kinds:
            found += self._exact(core, f'"{split.core}" is a name of it')
        if not found and whole[:2] in ("al", "el") and len(whole) > 5:
            found = list(self._exact(whole[2:], "is a name of it without the article"))
        if found or not fuzzy:
            return found
        return [*self._near(name, whole), *(self._near(split.core, core) if split.kinds else ())]

    def _exact(self, key: str, reason: str) -> Iterator[Match]:
        for number in self._keys.exact.get(key, ()):
            place, name = self._name(number)
            if name.strength == "weak":
                yield Match(place, name, WEAK, f"{reason}, but a weak one")
            elif name.status == "former":
                yield Match(place, name, FORMER, f"{reason}, a former one")
            else:
                yield Match(place, name, EXACT, reason)

    def _near(self, text: str, folded: str) -> Iterator[Match]:
        key = near_key(text)
        limit = allowed(len(folded))
        if not limit:
            return
        near = set(self._keys.skeletons.get(skeleton(key), ())) if not is_arabic(text) else set()
        if limit >= 1:
            near.update(self._keys.initials.get(key[:1], ()))
        for other in sorted(near):
            apart = difference(key, other, limit)
            if apart > min(limit, allowed(len(other) + 1)):
                continue
            for number in self._keys.near[other]:
                place, name = self._name(number)
                if name.strength == "weak" and apart:
                    continue  # an ordinary word that is misspelt is no evidence at all
                if not look_alike(folded, joined(name.text)):
                    continue
                score = SAME_KEY if not apart else ALIKE - PER_DIFFERENCE * apart
                yield Match(place, name, score, f'"{text}" is spelt nearly like "{name.text}"')

    def _name(self, number: int) -> tuple[Place, Name]:
        place_id, at = self._keys.names[number]
        place = self._places[place_id]
        return place, place.names[at] if at >= 0 else Name(text=place.name, lang="en")

    def _candidate(self, match: Match, split: Split) -> Candidate | None:
        """The match weighed by the kind words of the query; None where they speak against it."""
        place, reasons, score = match.place, [match.reason], match.score
        if split.kinds:
            label = self._kinds[place.kind].label if place.kind in self._kinds else place.kind
            if place.kind in split.kinds or self._same_group(place.kind, split.kinds):
                score += KIND_FITS
                reasons.append(f'"{split.words}" fits: {label}')
            elif joined(match.name.text) == joined(split.core):
                if place.kind not in SETTLED:
                    return None  # "Omar dam" is not the oil field; a prison in a town can be put at the town
                score -= KIND_DIFFERS
                reasons.append(f'"{split.words}" does not fit: {label}')
        return Candidate(place, score, tuple(reasons), match.name.text)

    def _same_group(self, kind: str, kinds: frozenset[str]) -> bool:
        group = self._kinds[kind].group if kind in self._kinds else None
        return group is not None and group in {self._kinds[k].group for k in kinds if k in self._kinds}


def order(candidate: Candidate) -> tuple[float, bool, int, bool, str]:
    """A total order of candidates: score, curated first, population, settlements before areas, id."""
    place = candidate.place
    area = place.kind in ("governorate", "province", "country", "region")
    return (-candidate.score, place.origin != "curated", -(place.population or 0), area, place.id)


def joined(name: str) -> str:
    """The exact key of a name: folded, without blanks."""
    return fold_name(name).replace(" ", "")


def _read(raw: bytes) -> Keys:
    return msgspec.msgpack.decode(raw, type=Keys)


def _build(gazetteer: Gazetteer) -> tuple[Keys, bytes]:
    keys = Keys(names=[], exact={}, near={}, skeletons={}, initials={})
    for place in gazetteer.places.values():
        spelt = {name.text for name in place.names}
        numbered = list(enumerate(place.names)) + ([] if place.name in spelt else [(-1, None)])
        for at, name in numbered:
            text = place.name if name is None else name.text
            number = len(keys.names)
            keys.names.append((place.id, at))
            keys.exact.setdefault(joined(text), []).append(number)
            keys.near.setdefault(near_key(text), []).append(number)
    for key in sorted(keys.near):
        keys.skeletons.setdefault(skeleton(key), []).append(key)
        keys.initials.setdefault(key[:1], []).append(key)
    return keys, msgspec.msgpack.encode(keys)
