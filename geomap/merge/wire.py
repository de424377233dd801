"""Wire copy: articles that are one text with other heads and tails are one origin, however many outlets print it.

Each article is sketched by the smallest hashes of its runs of words (bottom-k MinHash; Broder, "On the resemblance and
containment of documents", 1997). Two sketches give the share of runs that the texts have in common.
"""

from __future__ import annotations

import datetime as dt
import heapq
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from geomap.model import ArticleEntry

_RUN = 4  # words
_KEPT = 24  # hashes in a sketch, 8 hexadecimal digits each
_LEAST_WORDS = 25  # a text shorter than this says nothing by being like another
_ALIKE = 0.35  # share of common runs from which two articles are one text: half of it cut off still is
_CROWDED = 40  # articles that share a hash and are all compared; more share a page's furniture
_WORD = re.compile(r"\w+")


def signature(text: str) -> str:
    """A sketch of a text, 192 characters; empty for a very short one."""
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS:
        return ""
    runs = {zlib.crc32(" ".join(words[i : i + _RUN]).encode()) for i in range(len(words) - _RUN + 1)}
    return "".join(f"{value:08x}" for value in heapq.nsmallest(_KEPT, runs))


def alike(one: str, other: str) -> float:
    """The share of runs of words that two texts have in common, 0 to 1, as far as their sketches tell."""
    a, b = _values(one), _values(other)
    if not a or not b:
        return 0.0
    smallest = heapq.nsmallest(_KEPT, a | b)
    return sum(value in a and value in b for value in smallest) / len(smallest)


def copies(articles: Iterable[ArticleEntry]) -> dict[str, str]:
    """For each article of which another is a copy, whose text it is: the outlet (or id) of the earliest."""
    entries = {entry.id: entry for entry in articles if entry.signature}
    parent = {id: id for id in entries}

    def root(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for a, b in _candidates(entries.values()):
        one, other = root(a), root(b)
        if one != other and alike(entries[a].signature, entries[b].signature) >= _ALIKE:
            parent[max(one, other)] = min(one, other)
    groups: dict[str, list[ArticleEntry]] = defaultdict(list)
    for id, entry in entries.items():
        groups[root(id)].append(entry)
    found: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=lambda e: (e.published or dt.date.max, e.id))
        if len(group) > 1:
            found |= {entry.id: first.outlet or first.id for entry in group}
    return found


def _values(sketch: str) -> set[str]:
    return {sketch[i : i + 8] for i in range(0, len(sketch), 8)}


def _candidates(entries: Iterable[ArticleEntry]) -> Iterator[tuple[str, str]]:
    by_hash: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: e.signature):
        for value in _values(entry.signature):
            by_hash[value].append(entry.id)
    for ids in by_hash.values():
        if len(ids) <= _CROWDED:
            yield from combinations(ids, 2)
        else:  # in order of their sketches, so that copies stand side by side
            yield from pairwise(ids)
