"""Regions as a user writes them: `--region "deir ezzor"`, `SY-DY`, `دير الزور`, `Kurdistan Region`, `@FILE`.

Membership is decided by an incident's own country, division and place first; outlines decide only for points
without those (see `geomap.filters.Area`, which carries both).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geomap import boundaries
from geomap.errors import DataError, UsageError
from geomap.filters.space import OUTLINE_ERROR_KM, Area, ring
from geomap.gazetteer import shapes
from geomap.gazetteer.areas import Areas, bare_key, is_area
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.geonames import GeoNames
from geomap.gazetteer.index import NameIndex, joined
from geomap.gazetteer.records import Region
from geomap.geo import distance_km
from geomap.model import Place
from geomap.text import fold_name

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

ISO_3166_2 = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


@dataclasses.dataclass(frozen=True)
class RegionAnswer:
    """What a user's region means.

    Attributes:
        id: ISO code, region id, place id or file name: what a `Filter` calls it.
        name: What people call it.
        kind: country, governorate, region, place or file.
        areas: What `geomap.filters` tests; an incident in one of them is in the region.
        note: How the words were understood, in words.
    """

    id: str
    name: str
    kind: str
    areas: tuple[Area, ...]
    note: str = ""

    def geometry(self) -> BaseGeometry:
        """The whole region as one shapely geometry, degrees."""
        from shapely import Polygon, unary_union

        parts = [area.outline() for area in self.areas if area.outline is not None]
        parts += [Polygon(ring(*a.circle, corners=64)) for a in self.areas if a.circle and a.outline is None]
        return unary_union(parts)


def resolve_region(text: str, gazetteer: Gazetteer | None = None) -> RegionAnswer:
    """What a region in a user's words means; see `Regions.resolve`."""
    return Regions(gazetteer or Gazetteer.load()).resolve(text)


class Regions:
    """Finds regions by code, name or file."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def resolve(self, text: str) -> RegionAnswer:
        """What a region in a user's words means: a file, a code, a name of an area, then of a place.

        Args:
            text: "SY", "SYR", "SY-DY", "deir ezzor", "دير الزور", "Kurdistan Region", a place id or name,
                "@polygons.geojson".

        Raises:
            UsageError: Nothing is called that; offers the nearest names.
            DataError: The file holds no polygons.
        """
        wanted = text.strip()
        if wanted.startswith("@"):
            return _file(Path(wanted[1:]))
        found = self._by_code(wanted) or self._by_name(wanted) or self._by_place(wanted)
        if found is None:
            near = self.nearest(wanted)
            advice = (
                f"did you mean {', '.join(near)}?" if near else "`geomap regions` lists what can be asked for"
            )
            raise UsageError(f"no region or place is called {text!r}", advice=advice)
        return found

    def all(self) -> Iterator[RegionAnswer]:
        """Every curated region, country and division of the gazetteer's own countries, in that order."""
        for region in self._gazetteer.regions.values():
            yield self._region(region)
        for place in self._curated_areas:
            yield self._area(place)

    def of(self, region_id: str) -> RegionAnswer:
        """The answer for a curated region by its id; KeyError where there is none."""
        return self._region(self._gazetteer.regions[region_id])

    def nearest(self, text: str, count: int = 3) -> list[str]:
        """Names of regions and places that are spelt somewhat like a text."""
        import difflib  # only where nothing has the name

        names: dict[str, str] = {}
        for region in self._gazetteer.regions.values():
            names.setdefault(joined(region.name), region.name)
        for place in (*self._curated_areas, *self._areas.places):
            for name in place.names:
                names.setdefault(bare_key(name.text), place.name)
        for place_text, place_id, _ in self._gazetteer.place_names():
            names.setdefault(joined(place_text), self._gazetteer.places[place_id].name)
        close = difflib.get_close_matches(bare_key(text), names, n=3 * count, cutoff=0.7)
        return list(dict.fromkeys(names[key] for key in close))[:count]

    # --- by code, by name, by place -------------------------------------------------------------------------

    def _by_code(self, text: str) -> RegionAnswer | None:
        code = text.upper()
        if len(code) == 3:
            code = next((c.code for c in self._gazetteer.countries.values() if c.alpha3 == code), code)
        if len(code) == 2 or code[2:3] == "-":
            place = self._place_of(code)
            return self._area(place) if place else None
        region = self._gazetteer.regions.get(text.lower())
        return self._region(region) if region else None

    def _by_name(self, text: str) -> RegionAnswer | None:
        for key in dict.fromkeys(
            (joined(text), bare_key(text), joined(self._index.kind_words.split(text).core))
        ):
            region = self._region_names.get(key)
            if region is not None:
                return self._region(region)
            place = self._area_names.get(key)
            if place is not None:
                return self._area(place)
        found = self._areas.find(text)
        return self._area(found[0]) if found else None

    def _by_place(self, text: str) -> RegionAnswer | None:
        place = self._gazetteer.places.get(text)
        if place is None:
            candidates = self._index.lookup(text, limit=1)
            place = candidates[0].place if candidates else None
        if place is None:
            found = GeoNames.open().matches(fold_name(text))
            place = found[0].place if found else None
        if place is None:
            return None
        if is_area(place):
            return self._area(place)
        # "Deir Ezor", a near miss of the city, means the governorate as "Deir ez-Zor" does.
        area = self._area_names.get(joined(place.name)) if text != place.id else None
        return self._area(area) if area else self._circle(place)

    # --- what an area is made of ----------------------------------------------------------------------------

    def _area(self, place: Place) -> RegionAnswer:
        """A country or division: its codes decide."""
        code = place.area_id or place.id
        if place.kind == "country":
            area = Area(
                id=code,
                name=place.name,
                countries=frozenset({code}),
                outline=shapes.of_country(code),
                error_km=OUTLINE_ERROR_KM,
            )
            return RegionAnswer(code, place.name, "country", (area,))
        codes = frozenset({place.admin1} if place.admin1 else ())
        around = frozenset({place.country} if place.country else ())
        if boundaries.admin1_row(code) is None:  # younger than the outlines: its code, else a circle
            circle = (place.lon, place.lat, round((place.extent_km or 0) + place.radius_km, 1))
            area = Area(id=code, name=place.name, admin1=codes, around=around, circle=circle)
            note = f"by its code; no outline, so drawn as a circle of {circle[2]:g} km"
            return RegionAnswer(code, place.name, "governorate", (area,), note)
        area = Area(
            id=code,
            name=place.name,
            admin1=codes,
            around=around,
            outline=shapes.of_division(code),
            error_km=OUTLINE_ERROR_KM,
        )
        return RegionAnswer(code, place.name, "governorate", (area,))

    def _circle(self, place: Place) -> RegionAnswer:
        """A place: itself and its parts, and what lies within its extent."""
        km = round((place.extent_km or 0) + place.radius_km, 1)
        inside = frozenset(self._parts(place.id))
        around = frozenset(self._codes_around(place, km))
        circle = (place.lon, place.lat, km)
        area = Area(id=place.id, name=place.name, places=inside, around=around, circle=circle)
        return RegionAnswer(place.id, place.name, "place", (area,), f"within {km:g} km of {place.name}")

    def _codes_around(self, place: Place, km: float) -> set[str]:
        """Codes of the countries and divisions that a circle may touch, by the places near it."""
        near = [
            other
            for other in self._gazetteer.places.values()
            if distance_km(place.lon, place.lat, other.lon, other.lat) <= 2 * km + 30
        ]
        return {code for one in (place, *near) for code in (one.country, one.admin1) if code}

    def _parts(self, place_id: str) -> set[str]:
        found, waiting = {place_id}, [place_id]
        while waiting:
            above = waiting.pop()
            parts = {p.id for p in self._gazetteer.places.values() if above in p.part_of} - found
            found |= parts
            waiting += sorted(parts)
        return found

    def _region(self, region: Region) -> RegionAnswer:
        """A curated region, by its members or its shape."""
        if region.members:
            areas = tuple(area for member in region.members for area in self._member(member, region))
        else:
            areas = (Area(id=region.id, name=region.name, **self._shape(region)),)
        return RegionAnswer(region.id, region.name, "region", areas, region.note or "")

    def _member(self, member: str, region: Region) -> tuple[Area, ...]:
        place = self._place_of(member)
        if place is not None:
            return self._area(place).areas
        if member in self._gazetteer.regions and member != region.id:
            return self._region(self._gazetteer.regions[member]).areas
        if member in self._gazetteer.places:
            return self._circle(self._gazetteer.places[member]).areas
        if ISO_3166_2.fullmatch(
            member
        ):  # newer than the outlines, as Baalbek-Hermel is: the code alone decides
            return (Area(id=member, name=member, admin1=frozenset({member}), around=frozenset({member[:2]})),)
        raise DataError(
            f"region {region.id}: no member {member!r}", advice="geomap gazetteer check lists every fault"
        )

    def _shape(self, region: Region) -> dict[str, Any]:
        if region.circle is not None:
            place = self._gazetteer.places[region.circle.place]
            return {"circle": (place.lon, place.lat, region.circle.km)}
        if region.bbox is not None:
            return {"outline": shapes.of_bbox(*region.bbox)}
        if region.polygon is not None:
            return {"outline": shapes.of_rings(region.polygon)}
        if region.buffer is not None:
            outline = shapes.of_border(region.buffer.border, region.buffer.km)
            return {"outline": outline, "error_km": OUTLINE_ERROR_KM}
        raise DataError(
            f"region {region.id} has neither members nor a shape", advice="geomap gazetteer check"
        )

    # --- names ----------------------------------------------------------------------------------------------

    def _place_of(self, code: str) -> Place | None:
        """The area with a code; those of the whole world are loaded where no curated one has it."""
        return self._curated_by_code.get(code) or self._areas.by_code.get(code)

    @cached_property
    def _curated_by_code(self) -> dict[str | None, Place]:
        return {place.area_id: place for place in self._gazetteer.places.values() if is_area(place)}

    @cached_property
    def _areas(self) -> Areas:
        return Areas(self._gazetteer)

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self._gazetteer)

    @cached_property
    def _curated_areas(self) -> list[Place]:
        places = [place for place in self._gazetteer.places.values() if is_area(place)]
        return sorted(places, key=lambda p: (p.kind != "country", p.area_id or ""))

    @cached_property
    def _region_names(self) -> dict[str, Region]:
        names: dict[str, Region] = {}
        for region in self._gazetteer.regions.values():
            for text in (region.name, *(name.text for name in region.names)):
                names.setdefault(joined(text), region)
        return names

    @cached_property
    def _area_names(self) -> dict[str, Place]:
        """Curated areas by every name, bare of "province", and by those of the seat that shares its name."""
        names: dict[str, Place] = {}
        cores: dict[str, set[str]] = {}
        for place in self._curated_areas:
            for name in place.names:
                core = joined(self._index.kind_words.split(name.text).core)
                cores.setdefault(place.id, set()).update({bare_key(name.text), core})
                names.setdefault(joined(name.text), place)
        for place in self._curated_areas:
            for key in sorted(cores.get(place.id, ())):
                names.setdefault(key, place)
            for key in sorted(self._seat_keys(place, cores.get(place.id, set()))):
                names.setdefault(key, place)
        return names

    def _seat_keys(self, area: Place, cores: set[str]) -> set[str]:
        """The keys of a city within a division that bears its name: whoever asks for one may mean the other."""
        keys: set[str] = set()
        for place in self._gazetteer.places.values():
            if place.kind in ("city", "town") and place.admin1 and place.admin1 == area.admin1:
                own = {joined(name.text) for name in place.names}
                if own & cores:
                    keys |= own
        return keys


def _file(path: Path) -> RegionAnswer:
    """The polygons of a file; read at once, so that a broken file is said before the store is read."""
    shape = shapes.of_file(path)
    id = f"@{path}"
    return RegionAnswer(id, path.stem, "file", (Area(id=id, name=path.stem, outline=lambda: shape),))
