"""Looking a name up among the curated places, with reasons in words.

Exact through folding first; then without kind words; then by what transliterations share; then within a small
edit distance. Precision first: an unknown name finds nothing rather than something near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from geomap import text as text_module
from geomap.gazetteer import cache
from geomap.gazetteer.fuzzy import (
    LEAST_ALIKE,
    allowed,
    could_match,
    difference,
    doublings,
    likeness,
    near_keys,
    shell,
    shell_cuts,
    single,
    skeleton,
    words_tell,
)
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.kindwords import KindWords, Split
from geomap.model import Name, Place
from geomap.text import fold_name, is_arabic

FORMAT = "5"  # raise when what is compiled changes

# Scores are a ranking on a scale of 100, not probabilities.
EXACT, FORMER, WEAK = 100.0, 92.0, 88.0
# A near miss: this much, more for likeness as written, less for each letter of difference between the keys and for
# each that only one of the names doubles.
NEAR, LOOKS, SAME_KEY, PER_DIFFERENCE, PER_DOUBLED = 40.0, 40.0, 2.0, 4.0, 2.0
LONGEST = 200  # letters; no name is longer, and work must not grow with nonsense
KIND_FITS, GROUP_FITS, KIND_DIFFERS = 4.0, 2.0, 30.0  # added, added, taken
# Where a site of that name may be put if the site itself is not known.
SETTLED = frozenset(
    {"city", "town", "village", "suburb", "district", "governorate", "province", "camp", "island"}
)
# Kinds that articles call by each other's words though their groups differ.
ALIKE_KINDS = (frozenset({"airbase", "airport"}), frozenset({"crossing", "border-point"}))

# Articles that stand apart from their word ("as Suwayda"), are glued to it ("aljir") or misspelt ("all-Hawl").
_ARTICLE = re.compile(
    r"\b(?:(?:a[dnrstz]h?|esh|e[dnrstz])[\s-]+(?=\w{3})|[ae]l{1,2}[\s-]*(?=\w{3}))", re.IGNORECASE
)


class Candidate(NamedTuple):
    """A place that a name can mean, how well it fits (0 to 100 and a little), and why."""

    place: Place
    score: float
    reasons: tuple[str, ...]
    name: str = ""  # the spelling that matched
    near: bool = False  # met by a spelling that is nearly this one


class Keys(msgspec.Struct, frozen=True):
    """What is compiled: the names by number, and the numbers by key."""

    names: list[tuple[str, int]]  # place id, number of the name within the place
    exact: dict[str, list[int]]


class NearKeys(msgspec.Struct, frozen=True):
    """What is compiled for near misses, and read when the first one is asked for."""

    near: dict[str, list[int]]
    skeletons: dict[str, list[str]]  # consonants -> near keys
    shells: dict[str, list[str]]  # see `fuzzy.shell` -> near keys
    cuts: dict[str, list[str]]  # a shell less one letter -> shells


class Match(NamedTuple):
    """One of a place's names that a query met, and how."""

    place: Place
    name: Name
    score: float
    reason: str
    core: bool = False  # met without the query's kind words, which must then fit
    near: bool = False


class NameIndex:
    """An index over the names of a gazetteer's places; quick to make, since its keys are kept compiled."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._places = gazetteer.places
        self._kinds = gazetteer.kinds
        self.kind_words = KindWords(gazetteer.kinds.values())
        self._cache_key = cache.stat_key(
            (), FORMAT, gazetteer.version, cache.fingerprint(Path(text_module.__file__), 2)
        )
        self._keys = cache.compiled("names", self._cache_key, _read, lambda: _build(gazetteer))

    @cached_property
    def _near_keys(self) -> NearKeys:
        return cache.compiled("near", self._cache_key, _read_near, lambda: _build_near(self._spellings()))

    def _spellings(self) -> Iterator[tuple[int, str]]:
        """Every name with its number."""
        for number, (place_id, at) in enumerate(self._keys.names):
            place = self._places[place_id]
            yield number, place.names[at].text if at >= 0 else place.name

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
        if len(name) > LONGEST:
            return []
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
            found += [m._replace(core=True) for m in self._exact(core, f'"{split.core}" is a name of it')]
        if not found:
            bare = _ARTICLE.sub("", name)
            found = list(self._exact(joined(bare), f'"{bare}" is a name of it')) if bare != name else []
        if not fuzzy or any(self._fit(match, split) for match in found):
            return found
        found += self._near(name, whole)
        if split.kinds:
            found += [match._replace(core=True) for match in self._near(split.core, core)]
        return found

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
        limit = allowed(len(folded) + 1) if allowed(len(folded)) else 0.0  # a letter may be missing
        if not limit:
            return
        own, arabic = single(text), is_arabic(text)
        for key in near_keys(text):
            for other in self._alike(key, limit, arabic=arabic):
                apart = difference(key, other, limit)
                if apart > limit:
                    continue
                for number in self._near_keys.near[other]:
                    place, name = self._name(number)
                    theirs = single(name.text)
                    if apart > allowed(max(len(own), len(theirs))):
                        continue
                    if arabic and not words_tell(text, name.text):
                        continue
                    looks = likeness(own, theirs)
                    # An ordinary word that is misspelt is no evidence at all.
                    if looks >= LEAST_ALIKE and not (name.strength == "weak" and apart):
                        reason = f'"{text}" is spelt nearly like "{name.text}"'
                        score = near_score(looks, apart) - PER_DOUBLED * doublings(folded, joined(name.text))
                        yield Match(place, name, score, reason, near=True)

    def _alike(self, key: str, limit: float, *, arabic: bool) -> list[str]:
        """The near keys that may lie within a limit of one: of its consonants, or with its first letter and one edit.

        A limit of 1.5 allows one edit of a consonant, so two shells within it differ by one letter at most: one of
        them less a letter is the other, or both less a letter are the same (deletion neighbourhoods, as in SymSpell).
        """
        keys = self._near_keys
        found = set(keys.skeletons.get(skeleton(key), ())) if not arabic else set()
        if limit >= 1:
            own = shell(key)
            shells = {own, *keys.cuts.get(own, ())}
            for cut in shell_cuts(own):
                shells.add(cut)
                shells.update(keys.cuts.get(cut, ()))
            found.update(near for one in shells for near in keys.shells.get(one, ()))
        return sorted(other for other in found if could_match(key, other, limit))

    def _name(self, number: int) -> tuple[Place, Name]:
        place_id, at = self._keys.names[number]
        place = self._places[place_id]
        return place, place.names[at] if at >= 0 else Name(text=place.name, lang="en")

    def _candidate(self, match: Match, split: Split) -> Candidate | None:
        """The match weighed by the kind words of the query; None where they speak against it."""
        place, reasons, score = match.place, [match.reason], match.score
        if not split.kinds:
            return Candidate(place, score, tuple(reasons), match.name.text, match.near)
        label = self._kinds[place.kind].label if place.kind in self._kinds else place.kind
        fit = self._fit(match, split)
        if fit > 0:
            score += fit
            if match.core:
                reasons.append(f'"{split.words}" fits: {label}')
        elif match.core and (place.kind not in SETTLED or match.score < WEAK):
            # "Omar dam" is not the oil field; but "Balad prison" may be put at Balad, if that is how Balad is spelt.
            return None
        elif match.core:
            score -= KIND_DIFFERS
            reasons.append(f'"{split.words}" does not fit: {label}')
        return Candidate(place, score, tuple(reasons), match.name.text, match.near)

    def _fit(self, match: Match, split: Split) -> float:
        """How well a place fits the kind words of a query: nothing where they say another kind."""
        kind = match.place.kind
        if kind in split.kinds:
            return KIND_FITS
        if any(kind in alike and alike & split.kinds for alike in ALIKE_KINDS):
            return GROUP_FITS
        group = self._kinds[kind].group if kind in self._kinds else None
        groups = {self._kinds[one].group for one in split.kinds if one in self._kinds}
        if group is not None and group in groups:
            return GROUP_FITS
        return 0.0 if match.core else 1.0  # met as a whole, kind words and all


def order(candidate: Candidate) -> tuple[float, bool, int, bool, str]:
    """A total order of candidates: score, curated first, population, settlements before areas, id."""
    place = candidate.place
    area = place.kind in ("governorate", "province", "country", "region")
    return (-round(candidate.score, 3), place.origin != "curated", -(place.population or 0), area, place.id)


def near_score(looks: float, apart: float) -> float:
    """The score of a near miss, by its likeness as written and the difference of the keys."""
    return NEAR + LOOKS * looks + (SAME_KEY if not apart else -PER_DIFFERENCE * apart)


def joined(name: str) -> str:
    """The exact key of a name: folded, without blanks."""
    return fold_name(name).replace(" ", "")


def _read(raw: bytes) -> Keys:
    return msgspec.msgpack.decode(raw, type=Keys)


def _build(gazetteer: Gazetteer) -> tuple[Keys, bytes]:
    keys = Keys(names=[], exact={})
    for place in gazetteer.places.values():
        spelt = {name.text for name in place.names}
        numbered = list(enumerate(place.names)) + ([] if place.name in spelt else [(-1, None)])
        for at, name in numbered:
            text = place.name if name is None else name.text
            keys.exact.setdefault(joined(text), []).append(len(keys.names))
            keys.names.append((place.id, at))
    return keys, msgspec.msgpack.encode(keys)


def _read_near(raw: bytes) -> NearKeys:
    return msgspec.msgpack.decode(raw, type=NearKeys)


def _build_near(spellings: Iterator[tuple[int, str]]) -> tuple[NearKeys, bytes]:
    keys = NearKeys(near={}, skeletons={}, shells={}, cuts={})
    for number, text in spellings:
        for key in near_keys(text):
            keys.near.setdefault(key, []).append(number)
    for key in sorted(keys.near):
        keys.skeletons.setdefault(skeleton(key), []).append(key)
        keys.shells.setdefault(shell(key), []).append(key)
    for one in keys.shells:
        for cut in shell_cuts(one):
            keys.cuts.setdefault(cut, []).append(one)
    return keys, msgspec.msgpack.encode(keys)
