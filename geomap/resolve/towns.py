"""Ordinary towns that the curated gazetteer does not have: capitalised words, a cue beside them, GeoNames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from geomap.model import Place
from geomap.recognise import Cue, Mention, Reading
from geomap.resolve.atlas import Atlas
from geomap.text import fold_name

# Without other evidence a town must be this large, and bear the name as its main one, to be believed.
KNOWN_ANYWHERE = 150_000
_CAPITALS = re.compile(
    r"(?<![\w@#])(?:[A-Z][\w'’`ʿʾ-]*[\w]|[A-Z]{2,})(?:[ -](?:(?:al|el|ad|as|ar|ash|de|da|do|del|di|bin|abu"
    r"|of|la|le|sur)[ -])?[A-Z][\w'’`ʿʾ-]*[\w])*"
)
_PREPOSITION = re.compile(
    r"(?:^|\W)(?:in|at|near|outside|inside|around|over|from|towards?|to|between|on|of|and|or|off|into"
    r"|across|hit|struck|targeted|attacked|shelled|bombed|stormed|raided|captured|seized|entered|overran)"
    r"(?:\s+(?:the|a|an|nearby|neighbou?ring|northern|southern|eastern|western|central|north|south|east"
    r"|west|northeastern|northwestern|southeastern|southwestern|border|port|coastal|frontline|besieged"
    r"|remote|capital))*\s*$",
    re.IGNORECASE,
)
# A quarter of a town that the text names elsewhere: "the Slobidskyi district of the city".
_QUARTER = re.compile(
    r"^(?:(?:,| and) [A-Z]\w+)*\s+(?:districts?|neighbou?rhoods?|quarters?|suburbs?)\s+of\s+the\s+(?:city"
    r"|capital|town)\b"
)
# The head of an item: "- **Hareer.** The first statement …", "— Kotli: the mosque".
_BULLET = re.compile(r"(?:^|\n)\s*[-•*–—·]+\s*\**\s*$")
_HEAD_ENDS = re.compile(r"^\s*\**\s*[.:–—]")
_LOCATED = re.compile(r"(?:^|\W)(?:in|at|near|inside|outside)(?:\s+the)?\s*$", re.IGNORECASE)
_KIND_BEFORE = re.compile(
    r"\b(?:city|town|village|settlement|district|region|province|port|capital|community|commune"
    r"|municipality|suburb|hamlet|locality|neighbou?rhood|area|towns|cities|villages|camp)(?:\s+(?:of"
    r"|called|named))?\s*$",
    re.IGNORECASE,
)
_DIVISION_AFTER = re.compile(
    r"^\s+(?:region|province|oblast|state|county|governorate|department|prefecture|krai|wilayat|regional)\b",
    re.IGNORECASE,
)
_DIVISION_BEFORE = re.compile(
    r"\b(?:region|province|state|governorate|department|oblast)\s+of\s*$", re.IGNORECASE
)
_KIND_AFTER = re.compile(
    r"^\s+(?:city|town|village|settlement|district|region|province|port|oblast|county|municipality|state"
    r"|airport|airbase|air base|area|suburb|neighbou?rhood|community|commune|camp)\b",
    re.IGNORECASE,
)
_ARABIC_CUE = re.compile(
    r"(?:^|[\s(«\"“])(?:و|ف)?(?:(?:في|ب|قرب|شمال|شمالي|جنوب|جنوبي|شرق|شرقي|غرب|غربي|على|إلى|نحو|محيط"
    r"|باتجاه)\s+)?(?:(?:ب|ال|بال|لل)?(?:مدينة|بلدة|قرية|بلدات|مدينتي|بلدتي|منطقة|حي|مخيم|ولاية|محلية"
    r"|ناحية|قضاء|مديرية|ضاحية|محافظة|محور|أطراف"
    r"|معسكر)\s+)((?:[\u0621-\u064a]+)(?:\s+[\u0621-\u064a]+){0,2})|(?:^|\s)(?:في"
    r"|قرب)\s+((?:[\u0621-\u064a]+)(?:\s+[\u0621-\u064a]+)?)"
)


class Candidate(NamedTuple):
    """A run of words that may name a town."""

    start: int
    end: int
    said: bool  # the text says itself that it is a town
    located: bool = False  # … or stands behind "in", "at" or "near"
    division: bool = False  # … or that it is a province, a region, an oblast


class Towns(NamedTuple):
    """Names found beyond the curated ones, and names that stand where a place would and that nothing knows."""

    found: list[Mention]
    unknown: list[Candidate]


def find_towns(
    text: str, reading: Reading, atlas: Atlas, countries: Mapping[str, int], arabic: bool
) -> Towns:
    """Mentions of towns that no curated name covers; their places are in the atlas from now on.

    Args:
        text: The text that was read.
        reading: What the vocabulary found in it.
        atlas: Looks names up; keeps what is found.
        countries: How often each country's places and actors are named: the context.
        arabic: Whether the text is in Arabic, which has no capitals.
    """
    found = []
    unknown: list[Candidate] = []
    seen: dict[str, Place | None] = {}
    taken: list[tuple[int, int]] = [(m.start, m.end) for m in reading.mentions]
    for candidate in _arabic(text, taken) if arabic else _latin(text, reading, taken):
        if any(a < candidate.end and candidate.start < b for a, b in taken):
            continue
        name = text[candidate.start : candidate.end]
        if name not in seen:
            seen[name] = _place(atlas, name, countries, candidate)
        place = seen[name]
        if place is not None:
            atlas.keep(place)
            taken.append((candidate.start, candidate.end))
            found.append(Mention(candidate.start, candidate.end, name, (place.id,), ()))
        elif candidate.said or candidate.located:
            unknown.append(candidate)
    found += _again(text, found, taken)
    left = [u for u in unknown if not any(a < u.end and u.start < b for a, b in taken)]
    return Towns(found, _widest(left))


def _widest(candidates: list[Candidate]) -> list[Candidate]:
    """Without those that are part of a longer one."""
    return [
        c
        for c in candidates
        if not any(
            o is not c and o.start <= c.start and c.end <= o.end and o.end - o.start > c.end - c.start
            for o in candidates
        )
    ]


def _again(text: str, found: list[Mention], taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """The same names where no preposition stands before them: at the head of a sentence, in a list."""
    for name, mention in {m.text: m for m in found}.items():
        for other in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(a < other.end() and other.start() < b for a, b in taken):
                taken.append(other.span())
                yield mention._replace(start=other.start(), end=other.end())


def _latin(text: str, reading: Reading, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    for run in _CAPITALS.finditer(text):
        words = [(w.start() + run.start(), w.end() + run.start()) for w in re.finditer(r"\S+", run.group())]
        for size in range(min(4, len(words)), 0, -1):
            for first in range(len(words) - size + 1):
                start, end = words[first][0], words[first + size - 1][1]
                end -= (
                    len(text[start:end]) - len(text[start:end].rstrip("'’s"))
                    if text[start:end].endswith(("'s", "’s"))
                    else 0
                )
                if size == 1 and _is_telling(reading.cues, start, end):
                    continue
                before, after = text[max(0, start - 48) : start], text[end : end + 24]
                if _QUARTER.match(text[end : end + 60]):
                    continue
                division = bool(_DIVISION_AFTER.match(after) or _DIVISION_BEFORE.search(before))
                said = bool(_KIND_BEFORE.search(before) or _KIND_AFTER.match(after))
                placed = (first == 0 and bool(_PREPOSITION.search(before))) or _lists_on(before, taken, start)
                heads = first == 0 and bool(
                    _BULLET.search(text[max(0, start - 8) : start]) and _HEAD_ENDS.match(after)
                )
                if said or placed or division or heads:
                    located = first == 0 and bool(_LOCATED.search(before) or heads)
                    yield Candidate(start, end, said, located, division)


def _lists_on(before: str, taken: list[tuple[int, int]], start: int) -> bool:
    """Whether it goes on a list of places: "Kharkiv, Odesa and …"."""
    gap = re.search(r"(?:,|\band\b|/)\s*$", before)
    return bool(gap) and any(0 <= start - end <= 6 for _, end in taken)


def _is_telling(cues: Iterable[Cue], start: int, end: int) -> bool:
    return any(c.start < end and start < c.end and not c.tag.startswith("places") for c in cues)


def _arabic(text: str, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    for match in _ARABIC_CUE.finditer(text):
        group = 1 if match.group(1) else 2
        start = match.start(group)
        words = match.group(group).split()
        for size in range(len(words), 0, -1):
            end = start + len(" ".join(words[:size]))
            if end - start >= (3 if group == 1 else 4):
                yield Candidate(start, end, group == 1, True)


def _place(atlas: Atlas, name: str, countries: Mapping[str, int], candidate: Candidate) -> Place | None:
    """A division where the text says so or no town is known by the name, else the town."""
    known = atlas.curated(name, countries, near=candidate.said or candidate.located)
    if known is not None:
        return known
    divisions = [p for p in atlas.divisions(name) if countries.get(p.country or "", 0)]
    if candidate.division and divisions:
        return divisions[0]
    town = _pick(atlas.towns(name), name, countries, candidate.said or candidate.located)
    return town or (divisions[0] if divisions else None)


def _pick(places: list[Place], name: str, countries: Mapping[str, int], said: bool) -> Place | None:
    """The town that is meant: in a country of the article, by its main name, the largest; else none."""
    if not places or len(fold_name(name)) < 3:
        return None
    key = fold_name(name)

    def main(place: Place) -> bool:
        return fold_name(place.name) == key

    inside = [p for p in places if countries.get(p.country or "", 0)]
    if inside:
        return max(
            inside, key=lambda p: (main(p) + min(countries[p.country or ""], 5) * 0.3, p.population or 0)
        )
    if countries and not said:
        return None
    known = [p for p in places if main(p) and (p.population or 0) >= KNOWN_ANYWHERE]
    return known[0] if known else None
