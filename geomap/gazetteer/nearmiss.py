"""Names that nothing bears: what is spelt nearly so outside the curated places, and whether any of it is an answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

from geomap.gazetteer.areas import Areas, says_division
from geomap.gazetteer.fuzzy import doublings, edits, likeness, single, words_tell
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.geonames import GeoNames
from geomap.gazetteer.index import PER_DOUBLED, Candidate, NameIndex, joined, near_score
from geomap.gazetteer.kindwords import Split
from geomap.gazetteer.nearnames import ALTERNATES_FROM, SMALL
from geomap.gazetteer.neighbours import elsewhere, lies_in
from geomap.gazetteer.records import Bundle
from geomap.gazetteer.standing import TOWN, at_war, weight
from geomap.model import Place
from geomap.text import fold_name, is_arabic

ALTERNATE = 6.0  # taken where the name is not a town's main one
TELLING = 6  # letters; a shorter name with another vowel is as often another town's
TOWN_ALIKE = 0.7  # below this, a misspelt town of the world is not taken for one
NEAR_AREA = 3.0  # taken where a country or division is spelt nearly so
NEAR_AREA_LEAST = 66.0  # below this, it is no answer: four letters with another vowel are another name
NEAR_TOWN, PER_PEOPLE = 12.0, 0.4  # taken where a town is spelt nearly so; added of what its people count
# What a near miss must have over the next elsewhere to be an answer: a name, a short one, that of an area, and
# over one that takes fewer letters to mend ("Redymno" is not Rethymno as long as there is a Radymno).
NEAR_LEAD, NEAR_LEAD_SHORT, NEAR_LEAD_AREA, NEAR_LEAD_LESS = 1.5, 3.5, 4.0, 9.0
NATURAL = frozenset(
    {"sea", "gulf", "strait", "lake", "river", "desert", "mountain", "island", "canal", "region"}
)


class NearMisses:
    """Looks up spellings that nothing bears among areas and towns. Makes its indexes when they are needed first."""

    def __init__(self, gazetteer: Gazetteer, areas: Areas, towns: GeoNames) -> None:
        self._gazetteer = gazetteer
        self._areas = areas
        self._towns = towns

    def find(self, name: str, split: Split, country: str | None) -> list[Candidate]:
        """What is spelt nearly so outside the curated places; a town rather than the area round it of its name."""
        natural = split.kinds and split.kinds <= NATURAL
        towns = list(self._near_towns(name, country))
        if split.kinds and not natural and not towns:
            towns = list(self._near_towns(split.core, country))
        areas = self._near_areas(name, country)
        settled = [c.place for c in towns if c.place.kind != "district"]
        if not says_division(name):
            areas = [c for c in areas if not _is_round(c.place, settled)]
            towns = [c for c in towns if c.place.kind != "district" or not _is_round(c.place, settled)]
        return [*areas, *towns]

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

        return {place.id: place for place in (*self._areas.places, *region_places(self._gazetteer))}

    @cached_property
    def _area_index(self) -> NameIndex:
        """An index over the areas with all their names, those too that no record lists."""
        spelt = self._areas.spellings()
        places = tuple(
            msgspec.structs.replace(place, names=(*place.names, *spelt.get(place.id, ())))
            for place in self._area_places.values()
        )
        kinds = tuple(self._gazetteer.kinds.values())
        return NameIndex(Gazetteer(Bundle(version=f"areas-{self._areas.key}", places=places, kinds=kinds)))

    def _near_towns(self, name: str, country: str | None) -> Iterator[Candidate]:
        """Towns and districts of GeoNames spelt nearly so; asked only when nothing else bears the name."""
        own, whole, arabic = single(name), joined(name), is_arabic(name)
        for near in self._towns.near_names.find(name):
            place = self._towns.place(near.row)
            looks = likeness(own, single(near.name))
            people, telling = place.population or 0, len(own) >= TELLING
            most_apart = 0.5 if telling else 0.0
            small = people < (SMALL if telling else ALTERNATES_FROM)
            if (
                looks < TOWN_ALIKE
                or (small and near.apart > most_apart)
                or country not in (None, place.country)
                or (arabic and not words_tell(name, near.name))
            ):
                continue
            score = near_score(looks, near.apart) - NEAR_TOWN + PER_PEOPLE * (weight(place) - TOWN)
            score += at_war(place) - PER_DOUBLED * doublings(whole, joined(near.name))
            score -= 0.0 if fold_name(near.name) == fold_name(place.name) else ALTERNATE
            where = self._gazetteer.country_name(place.country)
            reason = f'"{name}" is spelt nearly like {near.name} in {where} (GeoNames)'
            yield Candidate(place, score, (reason,), near.name, near=True)


def is_slight(candidate: Candidate, name: str) -> bool:
    """Whether it is a small town of which the name is not the main one: "Busaso" is sooner a misspelt Bosaso."""
    place = candidate.place
    small = place.origin == "geonames" and 0 < (place.population or 0) < ALTERNATES_FROM
    return candidate.near or (small and fold_name(place.name) != fold_name(name))


def undecided(found: list[Candidate], name: str) -> bool:
    """Whether the best is a near miss, and another place that lies elsewhere is about as near.

    So is a town by another name that looks little like its main one, where something is spelt nearly like the name:
    to write "Kanni" for Cannes is as rare as to misspell Qana.
    """
    if not found or not (found[0].near or _is_named_apart(found[0], name)):
        return False
    best, own = found[0], single(name)
    lead = NEAR_LEAD if len(own) >= TELLING else NEAR_LEAD_SHORT
    if best.place.origin == "boundaries":
        lead = max(lead, NEAR_LEAD_AREA)  # "Fioggi" is sooner the town of Fiuggi than Fiji
    whole, spelt = joined(name), fold_name(best.name)
    mended = edits(whole, joined(best.name))
    for rival in found[1:]:
        if fold_name(rival.name) == spelt or not (best.near or rival.near):
            continue  # of homonyms the first is the answer, as where the name is spelt right
        less = edits(whole, joined(rival.name)) < mended
        if best.score - rival.score < (NEAR_LEAD_LESS if less else lead) and elsewhere(
            best.place, rival.place
        ):
            return True
    return False


def _is_named_apart(candidate: Candidate, name: str) -> bool:
    """Whether a town of GeoNames bears the name only beside a main one that looks otherwise."""
    place = candidate.place
    return place.origin == "geonames" and likeness(single(name), single(place.name)) < TOWN_ALIKE


def _is_round(area: Place, towns: list[Place]) -> bool:
    """Whether an area that is no country holds one of the towns, or bears its name in the same country."""
    return area.kind in ("province", "district") and any(
        town.country == area.country and (lies_in(town, area) or single(town.name) == single(area.name))
        for town in towns
    )
