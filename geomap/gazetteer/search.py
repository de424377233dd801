"""From a bare name to a place, offline: the curated gazetteer, then countries and divisions, then GeoNames.

Every source gives candidates with a score and reasons; one total order decides, so that a runner-up is known too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from geomap.gazetteer.areas import Areas, bare_key, mended_words, says_division
from geomap.gazetteer.fuzzy import likeness, single
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.geonames import GeoNames, Match
from geomap.gazetteer.index import EXACT, LONGEST, WEAK, Candidate, NameIndex, joined, order
from geomap.gazetteer.kindwords import Split
from geomap.gazetteer.nearmiss import ALTERNATE, NATURAL, NearMisses, is_slight, undecided
from geomap.gazetteer.nearnames import SMALL
from geomap.gazetteer.neighbours import elsewhere, is_in, lies_in, same_place, touches
from geomap.gazetteer.standing import AT_WAR, at_war, weight
from geomap.gazetteer.written import heads_and_tails, other_forms, part_of, wholes
from geomap.geo import distance_km
from geomap.model import Place
from geomap.text import fold_name, is_arabic

# Scores of what is not curated, on the index's scale of 100 (see `index`).
REGION, COUNTRY, DIVISION_SAID, DIVISION = 99.0, 98.0, 94.0, 78.0
COUNTRY_ELSE = 79.5  # by a name that is not its English one, or with the word of a division
KIND_DIFFERS = 12.0  # taken where "X airbase" finds only the town of X
ALTERNATE_ALIKE, ALIKE = 2.0, 0.85  # … of which so much is given back where it looks like the main one
SEAT = 1.0  # what a city is put above a division that bears its name
FAMOUS, FAR_LARGER = 100_000, 5  # people, and times the people, from which a town is meant before a weak name
FAR_KNOWN = 80.0  # of a city of some 300,000 people by its main name
NOT_SMALL = 72.0  # of a town of some 8,000 people: no near miss of a curated name beats it
DISTRICT_SAID, DISTRICT_BARE = 90.0, 8.0  # of "Macomia District"; taken where "Macomia" alone is said
NEAR_SITED = 6.0  # taken where the town is known in which the site would be: "Diffa airport" is at Diffa
DIRECTION = 10.0  # taken where "northern X" is put at X

NATURAL_ONLY = NATURAL - {"desert", "island", "region"}  # "River Nile State" is none of these


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

    @cached_property
    def near_misses(self) -> NearMisses:
        """What is spelt nearly so, outside the curated names."""
        return NearMisses(self.gazetteer, self.areas, self.towns)

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
        if country and all(c.near for c in found):
            found = self._at_the_border(head, country) or found
        if all(c.near for c in found):
            found = self._before_area(head, country) or found
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
        found = self._distinct(self._as_spelt(found, country))
        return [] if not (guess or country) and undecided(found, name) else found[:limit]

    def guesses(self, name: str, country: str | None = None) -> str | None:
        """The question "did you mean …?" for a name that has no answer; None where nothing is spelt nearly so."""
        found = self.lookup(name, country=country, limit=3, guess=True)
        meant = [f"{c.place.name}, {self.gazetteer.country_name(c.place.country)}" for c in found]
        return f"did you mean {' or '.join(dict.fromkeys(meant))}?" if meant else None

    def _as_spelt(self, found: list[Candidate], country: str | None) -> list[Candidate]:
        """A misspelt name's homonyms in the order that they have where it is spelt right."""
        if not found or not found[0].near:
            return found
        spelt = fold_name(found[0].name)
        alike = [c for c in found if fold_name(c.name) == spelt]
        if len(alike) < 2:
            return found
        ranks = {c.place.id: at for at, c in enumerate(self._all(found[0].name, country))}
        alike = sorted(alike, key=lambda c: ranks.get(c.place.id, len(ranks)))
        best = alike[0]._replace(score=found[0].score)
        return [best, *(c for c in found if c.place.id != best.place.id)]

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
            meant = self._all(mended, country) if mended != name else []
            if meant and not meant[0].near:  # a name with two slips tells nothing
                return meant
        if all(is_slight(c, name) for c in found):
            found += self.near_misses.find(name, split, country)
        return sorted(found, key=order)

    def _yielding(self, found: list[Candidate], towns: list[Candidate]) -> Iterator[Candidate]:
        """The candidates, a curated town by a weak name below its namesake elsewhere that is far larger.

        Its curator says that the name alone does not tell; "Gaya" alone is the city in India. Where the people of
        the curated town are not known, neither is larger; a village is the smaller one.
        """
        for candidate in found:
            place, reasons = candidate.place, candidate.reasons
            own = max((c.place.population or 0 for c in towns if not elsewhere(c.place, place)), default=0)
            large = [
                c
                for c in towns
                if elsewhere(c.place, place)
                and (c.place.population or 0) >= max(FAMOUS, own * FAR_LARGER)
                and single(c.place.name) == single(candidate.name)
            ]
            known = own or place.kind == "village"
            if known and large and WEAK - 1 <= candidate.score <= WEAK + 1:
                first = max(large, key=lambda c: c.score)
                why = (
                    f"{first.place.name} in {self.gazetteer.country_name(first.place.country)} is far larger"
                )
                candidate = candidate._replace(score=first.score - SEAT, reasons=(*reasons, why))
            yield candidate

    def _part_of(self, name: str, country: str | None) -> list[Candidate]:
        """What lies behind a direction ("Southern Red Sea"), as long as the whole is not a name itself."""
        said = part_of(name)
        if said is None:
            return []
        return [
            c._replace(score=c.score - DIRECTION, reasons=(*c.reasons, f'"{said[0]}" says a part of it'))
            for c in self._all(said[1], country)
        ]

    def _otherwise_written(self, name: str, country: str | None) -> list[Candidate]:
        """What a plainer form of the name is known as: "بالمقدادية" is in Muqdadiyah."""
        for form in other_forms(name):
            found = [c for c in self._all(form, country) if not c.near]
            if is_arabic(form) and name.endswith(form) and not form.startswith("ال"):
                # A first letter that may be a word of its own is sooner the name's: "كرومان" is not "like Roman".
                found = [c for c in found if c.place.origin != "geonames" or c.score >= FAR_KNOWN]
            if found:
                return [c._replace(reasons=(*c.reasons, f'"{form}" stands in "{name}"')) for c in found]
        return []

    def _in_whole(self, name: str, country: str | None) -> list[Candidate]:
        """What a name says to lie in another place: "the town of Azaz in Aleppo province", "Kharkiv's Saltivka"."""
        for head, whole in wholes(name):
            around = [c for c in self._all(whole, None) if not c.near] or self._part_of(whole, None)
            areas = [c.place for c in around[:3] if not c.near]
            found = [
                c._replace(reasons=(*c.reasons, f"in or near {areas[0].name}"))
                for c in (self._all(head, country) if areas else ())
                if any(is_in(c.place, one) for one in areas)
            ]
            if found:
                return found
        return []

    def _at_the_border(self, name: str, country: str) -> list[Candidate]:
        """Curated places by their own names that are no country's, or lie just across: Torkham is Afghan, too."""
        known = self.index.lookup(name, fuzzy=False)
        return [
            c for c in known if c.place.country is None or (c.score >= EXACT and touches(c.place, country))
        ]

    def _before_area(self, name: str, country: str | None) -> list[Candidate]:
        """What stands before the area that it is in, without a comma: "Sloviansk Donetsk Oblast", "Baidoa Somalia"."""
        for head, tail in heads_and_tails(name):
            for area in self._areas_called(tail):
                if country not in (None, area.country):
                    continue
                found = [c for c in self._all(head, area.country) if not c.near]
                found = [c for c in found or self._before_area(head, area.country) if is_in(c.place, area)]
                if found:
                    return [c._replace(reasons=(*c.reasons, f"in {area.name}")) for c in found]
        return []

    def _areas_called(self, name: str) -> list[Place]:
        """The areas that bear a name just so: curated ones, else countries and divisions, else districts said to be."""
        curated = [c.place for c in self.index.lookup(name, fuzzy=False) if c.place.area_id is not None]
        districts = self.towns.districts(bare_key(name)) if says_division(name) else []
        return curated or self.areas.find(name) or districts

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
            if country in (None, place.country) and (said or not any(lies_in(c.place, place) for c in towns)):
                score = DISTRICT_SAID if said else weight(place) - DISTRICT_BARE
                reason = f'"{name}" is a district of {self.gazetteer.country_name(place.country)} (GeoNames)'
                yield Candidate(place, score, (reason,), place.name)

    def _within(self, name: str) -> tuple[str, Place | None]:
        """The name before a comma, and the area after it, if that is one."""
        head, comma, tail = name.rpartition(",")
        if not comma or not head.strip() or not tail.strip():
            return name, None
        areas = [area for area in self._areas_called(tail) if area.kind != "district"]
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
                score += at_war(place) / 2
                yield Candidate(
                    place,
                    score,
                    (f'"{name}" is a first-level division of {self.gazetteer.country_name(place.country)}',),
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
        score = weight(place)
        if not match.main:
            # GeoNames gives Nikopol the name "Sloviansk", too: sooner the town whose main name looks like it.
            alike = likeness(single(text), single(place.name)) >= ALIKE
            score -= ALTERNATE - (ALTERNATE_ALIKE if alike else 0.0)
        score = (max(score, DIVISION + AT_WAR / 2 + SEAT) if seat else score) - penalty
        which = "the name" if match.main else "another name"
        people = f"{place.population or 0:,} people"
        reasons = [
            f'"{text}" is {which} of a place of {people} in {self.gazetteer.country_name(place.country)} (GeoNames)'
        ]
        if penalty:
            reasons.append("only the place of that name is known, not the site in it")
        return Candidate(place, score, tuple(reasons), place.name)

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

    def _distinct(self, found: list[Candidate]) -> list[Candidate]:
        """Without towns of GeoNames that are a better candidate's place under another id."""
        kept: list[Candidate] = []
        for candidate in found:
            if not any(same_place(candidate.place, other.place) for other in kept):
                kept.append(candidate)
        return kept


def _unplaced_town(place: Place) -> bool:
    return place.admin1 is None and (place.population or 0) >= SMALL
