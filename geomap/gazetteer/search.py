"""From a bare name to a place, offline: the curated gazetteer, then countries and divisions, then GeoNames.

Every source gives candidates with a score and reasons; one total order decides, so that a runner-up is known too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from geomap.gazetteer.areas import Areas, bare_key, mended_words, says_division
from geomap.gazetteer.fuzzy import edits, likeness, single
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.geonames import GeoNames, Match
from geomap.gazetteer.index import LONGEST, WEAK, Candidate, NameIndex, joined, near_score, order
from geomap.gazetteer.kindwords import Split
from geomap.gazetteer.nearnames import ALTERNATES_FROM, SMALL
from geomap.gazetteer.records import Bundle
from geomap.gazetteer.written import other_forms
from geomap.geo import distance_km
from geomap.model import Place
from geomap.text import fold_name, is_arabic

# Scores of what is not curated, on the index's scale of 100 (see `index`).
REGION, COUNTRY, DIVISION_SAID, DIVISION = 99.0, 98.0, 94.0, 78.0
COUNTRY_ELSE = 79.5  # by a name that is not its English one, or with the word of a division
TOWN, PER_DECADE, TOWN_MOST = 66.0, 5.0, 92.0  # of 500 people; more for every tenfold
UNKNOWN_PEOPLE = 2_000
ALTERNATE = 6.0  # taken where the name is not a town's main one
KIND_DIFFERS = 12.0  # taken where "X airbase" finds only the town of X
ALTERNATE_ALIKE, ALIKE = 2.0, 0.85  # … of which so much is given back where it looks like the main one
SEAT = 1.0  # what a city is put above a division that bears its name
TELLING = 6  # letters; a shorter name with another vowel is as often another town's
TOWN_ALIKE = 0.7  # below this, a misspelt town of the world is not taken for one
AT_WAR = 3.0  # added in these countries, from which most reports come: as much as four times the people
FAMOUS, FAR_LARGER = 100_000, 5  # people, and times the people, from which a town is meant before a weak name
NOT_SMALL = 72.0  # of a town of some 8,000 people: no near miss of a curated name beats it
DISTRICT_SAID, DISTRICT_BARE = 90.0, 8.0  # of "Macomia District"; taken where "Macomia" alone is said
NEAR_SITED = 6.0  # taken where the town is known in which the site would be: "Diffa airport" is at Diffa
NEAR_COUNTRY = 5.0  # added where it is a country
NEAR_AREA = 3.0  # taken where a country or division is spelt nearly so
NEAR_AREA_LEAST = 66.0  # below this, it is no answer: four letters with another vowel are another name
NEAR_TOWN, PER_PEOPLE = 12.0, 0.4  # taken where a town is spelt nearly so; added of what its people count
# What a near miss must have over the next elsewhere to be an answer: a name, a short one, that of an area, and
# over one that takes fewer letters to mend ("Redymno" is not Rethymno as long as there is a Radymno).
NEAR_LEAD, NEAR_LEAD_SHORT, NEAR_LEAD_AREA, NEAR_LEAD_LESS = 0.25, 3.5, 4.0, 9.0
NEAR_RIVAL_KM = 50.0  # the same neighbourhood: either answer would do
IN_WHOLE_KM = 30.0  # "Silwan in East Jerusalem" lies within this of it
DIRECTION = 10.0  # taken where "northern X" is put at X

# Countries with a state-based armed conflict in most years of 2014 to 2024 (UCDP/PRIO), without those so large that
# the bonus would only prefer their many small homonyms.
WAR_COUNTRIES = frozenset({
    "AF", "BF", "CD", "CF", "CM", "ET", "HT", "IL", "IQ", "LB", "LY", "ML", "MM", "MZ", "NE", "NG", "PK", "PS", "SD",
    "SO", "SS", "SY", "TD", "UA", "YE",
})  # fmt: skip
NATURAL = frozenset(
    {"sea", "gulf", "strait", "lake", "river", "desert", "mountain", "island", "canal", "region"}
)
NATURAL_ONLY = NATURAL - {"desert", "island", "region"}  # "River Nile State" is none of these
_DIRECTION = re.compile(
    r"(?:the\s+)?(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|central|rural|greater)"
    r"[\s-]+(?=\w{3})|(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|ريف)\s+(?=\w{3})",
    re.IGNORECASE,
)
# "Pokrovsk direction", "the outskirts" behind a name: the place itself, loosely.
_AROUND = re.compile(r"\s+(?:direction|sector|front|axis|outskirts|suburbs|environs|area)$", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?P<whole>\w.*?)['’]s\s+(?P<head>\w.+)")
_PLACED = re.compile(r"\s+(?:of|in|near|في|قرب|شرق|غرب|شمال|جنوب)\s+", re.IGNORECASE)


class Search:
    """Looks names up in all that geomap knows. Opens each source when it is needed first."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @cached_property
    def index(self) -> NameIndex:
        """The curated names."""
        return NameIndex(self.gazetteer)

    @cached_property
    def areas(self) -> Areas:
        """The world's countries and first-level divisions."""
        return Areas(self.gazetteer)

    @cached_property
    def towns(self) -> GeoNames:
        """GeoNames."""
        return GeoNames.open()

    def lookup(
        self,
        name: str,
        *,
        country: str | None = None,
        kind: str | None = None,
        limit: int = 5,
        guess: bool = False,
    ) -> list[Candidate]:
        """The places that a name can mean, best first; empty when nothing bears it.

        A misspelt name to which two places apart answer about as well has no answer, unless the country is given.

        Args:
            name: As written, in any script, with or without kind words ("Harir airbase"), and with a country or
                division after a comma ("Tripoli, Lebanon").
            country: ISO 3166-1 alpha-2; only places in it.
            kind: Only places of this kind.
            limit: At most so many.
            guess: Also those near misses of which none stands out: what to ask a person about.
        """
        if len(name) > LONGEST:
            return []
        head, within = self._within(name)
        country = country or (within.country if within else None)
        found = self._all(head, country)
        if all(c.near for c in found):
            # "central Gaza" is a part of Gaza before it is a misspelt Central Asia.
            found = [c for c in self._part_of(head, country) if not c.near] or found
            found = found or self._part_of(head, country) or self._in_whole(head, country)
        if all(c.near for c in found):
            found = self._otherwise_written(head, country) or found
        if within is not None and within.admin1:
            found = [c for c in found if c.place.admin1 in (within.admin1, None)]
        if within is not None and within.id in {c.place.id for c in found}:
            found = [c for c in found if c.place.id != within.id]
        if kind is not None:
            found = [c for c in found if c.place.kind == kind]
        found = self._distinct(found)
        return [] if not (guess or country) and _undecided(found, name) else found[:limit]

    def guesses(self, name: str, country: str | None = None) -> str | None:
        """The question "did you mean …?" for a name that has no answer; None where nothing is spelt nearly so."""
        found = self.lookup(name, country=country, limit=3, guess=True)
        meant = [f"{c.place.name}, {self._country(c.place)}" for c in found]
        return f"did you mean {' or '.join(dict.fromkeys(meant))}?" if meant else None

    def _all(self, name: str, country: str | None) -> list[Candidate]:
        """Candidates of every source, best first."""
        split = self.index.kind_words.split(name)
        exact = self.index.lookup(name, country=country, limit=20, fuzzy=False)
        found = [*exact, *self._regions(name), *self._areas(name, split, country)]
        towns = list(self._towns(name, split, country))
        found = [*self._yielding(found, towns), *towns, *self._districts(name, country, towns)]
        if says_division(name):
            found = [
                c._replace(score=c.score - KIND_DIFFERS) if c.place.kind in NATURAL_ONLY else c for c in found
            ]
        known = bool(found)
        if not exact and not any(c.score >= NOT_SMALL for c in found):
            # A near miss of a curated name may beat a small town far away that is spelt just so.
            sited = any(c.score + KIND_DIFFERS >= NOT_SMALL for c in towns if split.kinds)
            nearly = self.index.lookup(name, country=country, limit=20)
            found += [c._replace(score=c.score - NEAR_SITED) if sited and c.near else c for c in nearly]
        if not known:
            mended = mended_words(name)
            if mended != name:
                return self._all(mended, country)
        if all(_is_slight(c, name) for c in found):
            found += self._near(name, split, country)
        return sorted(found, key=order)

    def _yielding(self, found: list[Candidate], towns: list[Candidate]) -> Iterator[Candidate]:
        """The candidates, a curated town by a weak name below its namesake elsewhere that is far larger.

        Its curator says that the name alone does not tell; "Gaya" alone is the city in India. Where the people of
        the curated town are not known, neither is larger; a village is the smaller one.
        """
        for candidate in found:
            place, reasons = candidate.place, candidate.reasons
            own = max((c.place.population or 0 for c in towns if not _elsewhere(c.place, place)), default=0)
            large = [
                c
                for c in towns
                if _elsewhere(c.place, place)
                and (c.place.population or 0) >= max(FAMOUS, own * FAR_LARGER)
                and single(c.place.name) == single(candidate.name)
            ]
            known = own or place.kind == "village"
            if known and large and WEAK - 1 <= candidate.score <= WEAK + 1:
                first = max(large, key=lambda c: c.score)
                why = f"{first.place.name} in {self._country(first.place)} is far larger"
                candidate = candidate._replace(score=first.score - SEAT, reasons=(*reasons, why))
            yield candidate

    def _part_of(self, name: str, country: str | None) -> list[Candidate]:
        """What lies behind a direction ("Southern Red Sea"), as long as the whole is not a name itself."""
        name = name.strip()
        direction = _DIRECTION.match(name) or _AROUND.search(name)
        if direction is None:
            return []
        words = direction.group().strip()
        return [
            c._replace(score=c.score - DIRECTION, reasons=(*c.reasons, f'"{words}" says a part of it'))
            for c in self._all(name[direction.end() :] or name[: direction.start()], country)
        ]

    def _otherwise_written(self, name: str, country: str | None) -> list[Candidate]:
        """What a plainer form of the name is known as: "بالمقدادية" is in Muqdadiyah."""
        for form in other_forms(name):
            found = [c for c in self._all(form, country) if not c.near]
            if found:
                return [c._replace(reasons=(*c.reasons, f'"{form}" stands in "{name}"')) for c in found]
        return []

    def _in_whole(self, name: str, country: str | None) -> list[Candidate]:
        """What a name says to lie in another place: "the town of Azaz in Aleppo province", "Kharkiv's Saltivka"."""
        for head, whole in _wholes(name):
            around = [c for c in self._all(whole, None) if not c.near] or self._part_of(whole, None)
            wholes = [c.place for c in around[:3] if not c.near]
            found = [
                c._replace(reasons=(*c.reasons, f"in or near {wholes[0].name}"))
                for c in (self._all(head, country) if wholes else ())
                if any(_is_in(c.place, one) for one in wholes)
            ]
            if found:
                return found
        return []

    def _regions(self, name: str) -> Iterator[Candidate]:
        """Named regions."""
        place = self._region_names.get(joined(name))
        if place is not None:
            yield Candidate(place, REGION, (f'"{name}" is a name of the region',), place.name)

    @cached_property
    def _region_names(self) -> dict[str, Place]:
        from geomap.gazetteer.regionpoints import region_places

        places = region_places(self.gazetteer)
        return {joined(text): p for p in reversed(places) for text in (p.name, *(n.text for n in p.names))}

    def _districts(self, name: str, country: str | None, towns: list[Candidate]) -> Iterator[Candidate]:
        """Second-level divisions; a bare name means the town in it, or the larger of its namesakes."""
        said = says_division(name)
        for place in self.towns.districts(bare_key(name)):
            if country in (None, place.country) and (
                said or not any(_lies_in(c.place, place) for c in towns)
            ):
                score = DISTRICT_SAID if said else self._weight(place) - DISTRICT_BARE
                reason = f'"{name}" is a district of {self._country(place)} (GeoNames)'
                yield Candidate(place, score, (reason,), place.name)

    def _near(self, name: str, split: Split, country: str | None) -> list[Candidate]:
        """What is spelt nearly so outside the curated places; a town rather than the area round it of its name."""
        natural = split.kinds and split.kinds <= NATURAL
        towns = list(self._near_towns(name if natural else split.core, country))
        areas = self._near_areas(name, country)
        settled = [c.place for c in towns if c.place.kind != "district"]
        if not says_division(name):
            areas = [c for c in areas if not self._is_round(c.place, settled)]
            towns = [c for c in towns if c.place.kind != "district" or not self._is_round(c.place, settled)]
        return [*areas, *towns]

    def _is_round(self, area: Place, towns: list[Place]) -> bool:
        """Whether an area that is no country holds one of the towns, or bears its name in the same country."""
        return area.kind in ("province", "district") and any(
            town.country == area.country and (_lies_in(town, area) or single(town.name) == single(area.name))
            for town in towns
        )

    def _near_areas(self, name: str, country: str | None) -> list[Candidate]:
        """Countries, divisions and regions spelt nearly so."""
        found = self._area_index.lookup(name, country=country, limit=5)
        return [
            c._replace(score=c.score - NEAR_AREA, place=self._area_places[c.place.id])
            for c in found
            if c.score - NEAR_AREA >= NEAR_AREA_LEAST
        ]

    @cached_property
    def _area_places(self) -> dict[str, Place]:
        from geomap.gazetteer.regionpoints import region_places

        return {place.id: place for place in (*self.areas.places, *region_places(self.gazetteer))}

    @cached_property
    def _area_index(self) -> NameIndex:
        """An index over the areas with all their names, those too that no record lists."""
        spelt = self.areas.spellings()
        places = tuple(
            msgspec.structs.replace(place, names=(*place.names, *spelt.get(place.id, ())))
            for place in self._area_places.values()
        )
        kinds = tuple(self.gazetteer.kinds.values())
        return NameIndex(Gazetteer(Bundle(version=f"areas-{self.areas.key}", places=places, kinds=kinds)))

    def _near_towns(self, name: str, country: str | None) -> Iterator[Candidate]:
        """Towns and districts of GeoNames spelt nearly so; asked only when nothing else bears the name."""
        own = single(name)
        for near in self.towns.near_names.find(name):
            place = self.towns.place(near.row)
            looks = likeness(own, single(near.name))
            people, telling = place.population or 0, len(own) >= TELLING
            most_apart = 0.5 if telling else 0.0
            small = people < (SMALL if telling else ALTERNATES_FROM)
            if (
                looks < TOWN_ALIKE
                or (small and near.apart > most_apart)
                or country not in (None, place.country)
            ):
                continue
            score = near_score(looks, near.apart) - NEAR_TOWN + PER_PEOPLE * (self._weight(place) - TOWN)
            score += AT_WAR if place.country in WAR_COUNTRIES else 0.0
            score -= 0.0 if fold_name(near.name) == fold_name(place.name) else ALTERNATE
            reason = f'"{name}" is spelt nearly like {near.name} in {self._country(place)} (GeoNames)'
            yield Candidate(place, score, (reason,), near.name, near=True)

    def _within(self, name: str) -> tuple[str, Place | None]:
        """The name before a comma, and the area after it, if that is one."""
        head, comma, tail = name.rpartition(",")
        if not comma or not head.strip() or not tail.strip():
            return name, None
        curated = [c.place for c in self.index.lookup(tail, fuzzy=False) if c.place.area_id is not None]
        areas = curated or self.areas.find(tail)
        return (head, areas[0]) if areas else (name, None)

    def _areas(self, name: str, split: Split, country: str | None) -> Iterator[Candidate]:
        """Countries and divisions outside the curated gazetteer."""
        said = says_division(name) or bool(split.kinds & {"governorate", "province"})
        for place in self.areas.find(name) or (self.areas.find(split.core) if said else []):
            if country is not None and place.country != country:
                continue
            if place.kind == "country":
                # "Niger State" is no country, "Tunis" is one only in some languages.
                said_else = said or fold_name(name) != fold_name(place.name)
                score = COUNTRY_ELSE if said_else and not is_arabic(name) else COUNTRY
                yield Candidate(place, score, (f'"{name}" is a name of the country',), place.name)
            else:
                score = DIVISION_SAID if said else DIVISION
                score += SEAT if said and bare_key(name) == bare_key(place.name) else 0.0
                score += AT_WAR / 2 if place.country in WAR_COUNTRIES else 0.0
                yield Candidate(
                    place,
                    score,
                    (f'"{name}" is a first-level division of {self._country(place)}',),
                    place.name,
                )

    def _towns(self, name: str, split: Split, country: str | None) -> Iterator[Candidate]:
        """Towns of GeoNames that bear the name, with or without its kind words."""
        if split.kinds and split.kinds <= NATURAL and "island" not in split.kinds:
            split = split._replace(kinds=frozenset())  # "Baltic Sea" is not in the village of Baltic
        fits = split.kinds & {"city", "town", "village", "district", "camp"}
        texts = [(name, 0.0), (split.core, 0.0 if fits else KIND_DIFFERS)] if split.kinds else [(name, 0.0)]
        for text, penalty in texts:
            matches = self.towns.matches(fold_name(text))
            seats = {place.id for place in self._seats(matches, text)}
            for match in matches:
                if country is None or match.place.country == country:
                    yield self._town(match, text, penalty, match.place.id in seats)

    def _town(self, match: Match, text: str, penalty: float, seat: bool) -> Candidate:
        place = match.place
        score = self._weight(place)
        if not match.main:
            # GeoNames gives Nikopol the name "Sloviansk", too: sooner the town whose main name looks like it.
            alike = likeness(single(text), single(place.name)) >= ALIKE
            score -= ALTERNATE - (ALTERNATE_ALIKE if alike else 0.0)
        score = (max(score, DIVISION + AT_WAR / 2 + SEAT) if seat else score) - penalty
        which = "the name" if match.main else "another name"
        people = f"{place.population or 0:,} people"
        reasons = [f'"{text}" is {which} of a place of {people} in {self._country(place)} (GeoNames)']
        if penalty:
            reasons.append("only the place of that name is known, not the site in it")
        return Candidate(place, score, tuple(reasons), place.name)

    def _weight(self, place: Place) -> float:
        """What a town counts by its people, more in countries from which most reports come."""
        people = max(place.population or UNKNOWN_PEOPLE, 500)  # GeoNames writes 0 for what it does not know
        score = min(TOWN_MOST, TOWN + PER_DECADE * math.log10(people / 500))
        return score + (AT_WAR if place.country in WAR_COUNTRIES else 0.0)

    def _seats(self, matches: list[Match], text: str) -> Iterator[Place]:
        """The largest town in each division that bears its name: the bare name is the town's."""
        for area in self.areas.find(text):
            reach = 2 * (area.extent_km or 0) + 20
            inside = [
                match.place
                for match in matches
                if area.kind != "country"
                and match.place.country == area.country
                and (match.place.admin1 == area.admin1 or _unplaced_town(match.place))
                and distance_km(area.lon, area.lat, match.place.lon, match.place.lat) <= reach
            ]
            if inside:
                yield max(inside, key=lambda place: (place.population or 0, place.id))

    def _country(self, place: Place) -> str:
        country = self.gazetteer.countries.get(place.country or "")
        return country.name if country else place.country or "no country"

    def _distinct(self, found: list[Candidate]) -> list[Candidate]:
        """Without towns of GeoNames that are a better candidate's place under another id."""
        kept: list[Candidate] = []
        for candidate in found:
            if not any(same_place(candidate.place, other.place) for other in kept):
                kept.append(candidate)
        return kept


def _is_slight(candidate: Candidate, name: str) -> bool:
    """Whether it is a small town of which the name is not the main one: "Busaso" is sooner a misspelt Bosaso."""
    place = candidate.place
    small = place.origin == "geonames" and 0 < (place.population or 0) < ALTERNATES_FROM
    return candidate.near or (small and fold_name(place.name) != fold_name(name))


def _undecided(found: list[Candidate], name: str) -> bool:
    """Whether the best is a near miss, and another place that lies elsewhere is about as near."""
    if not found or not found[0].near:
        return False
    best, own = found[0], single(name)
    lead = NEAR_LEAD if len(own) >= TELLING else NEAR_LEAD_SHORT
    if best.place.origin == "boundaries":
        lead = max(lead, NEAR_LEAD_AREA)  # "Fioggi" is sooner the town of Fiuggi than Fiji
    mended = edits(own, single(best.name))
    for rival in found[1:]:
        less = edits(own, single(rival.name)) < mended
        if best.score - rival.score < (NEAR_LEAD_LESS if less else lead) and _elsewhere(
            best.place, rival.place
        ):
            return True
    return False


def _wholes(name: str) -> Iterator[tuple[str, str]]:
    """How a name can be read as a place in another one: (the place, the other), the last word for it first."""
    bare = _THE.sub("", name.strip())
    if owned := _POSSESSIVE.fullmatch(bare):
        yield owned["head"], owned["whole"]
    for link in reversed(list(_PLACED.finditer(bare))):
        head, whole = bare[: link.start()], _THE.sub("", bare[link.end() :])
        if head and whole:
            yield head, whole


def _is_in(place: Place, whole: Place) -> bool:
    """Whether a place lies in or near another: by its codes in an area that has them, else by distance."""
    if place.id == whole.id:
        return False
    if whole.kind == "country":
        return place.country == whole.country
    if whole.admin1 and whole.kind in ("governorate", "province"):
        return place.admin1 == whole.admin1
    reach = max(IN_WHOLE_KM, (whole.extent_km or 0.0) + whole.radius_km)
    return distance_km(place.lon, place.lat, whole.lon, whole.lat) <= reach


def _elsewhere(a: Place, b: Place) -> bool:
    reach = max(NEAR_RIVAL_KM, a.extent_km or 0.0, b.extent_km or 0.0)
    return distance_km(a.lon, a.lat, b.lon, b.lat) > reach


def _lies_in(town: Place, district: Place) -> bool:
    reach = (district.extent_km or 0) + 20
    return distance_km(town.lon, town.lat, district.lon, district.lat) <= reach


def _unplaced_town(place: Place) -> bool:
    return place.admin1 is None and (place.population or 0) >= SMALL


def same_place(a: Place, b: Place) -> bool:
    """Whether two records are one place: the same id, or a GeoNames town on top of a settlement of its name."""
    if a.id == b.id:
        return True
    if "geonames" not in (a.origin, b.origin) or a.country != b.country:
        return False
    settled = all(place.kind in ("city", "town", "village", "camp", "district") for place in (a, b))
    shared = {joined(name.text) for name in a.names} & {joined(name.text) for name in b.names}
    apart = distance_km(a.lon, a.lat, b.lon, b.lat)
    return settled and apart <= 15 and bool(shared)
