"""Finding names and cues in a text: one pass of the automaton, then word boundaries, case and context."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import pairwise, permutations
from typing import Any, NamedTuple, TypeVar

from geomap.geo import distance_km
from geomap.recognise.datelines import datelines
from geomap.recognise.fitting import ARTICLE_BEFORE, fits, has_article, needed, unglued
from geomap.recognise.short_names import meant_in_full
from geomap.recognise.vocabulary import Entry, Vocabulary
from geomap.text import Folded, fold_text, is_arabic

# Cues of these families may lie over each other; of triggers, weapons and directions the longest is meant.
_APART = ("cues", "actors", "places", "not_places")
_BESIDE = 16  # characters beside a name or a cue in which a word that tells what it is stands
_MARKS = '.,;:!?)"”’'  # behind a word
_LISTED_KM = 50.0  # places this near may be told in one list
_LONGEST_JOINT = 8  # characters between two names of a list


class Mention(NamedTuple):
    """A name in the text: characters [start, end), and all that it may stand for."""

    start: int
    end: int
    text: str
    places: tuple[str, ...]
    actors: tuple[str, ...]


class Cue(NamedTuple):
    """A telling word in the text, with the lexicon's tag."""

    start: int
    end: int
    tag: str
    text: str  # folded


class Reading(NamedTuple):
    """What recognition found in a text, in the order of the text."""

    folded: Folded
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]


class _Hit(NamedTuple):
    start: int  # positions in the folded text
    end: int
    entry: Entry


_Word = tuple[int, int, str]  # a cue, likewise, with its tag: a text has many
_Found = TypeVar("_Found", bound=tuple[int, int, Any])


def recognise(text: str, vocabulary: Vocabulary, lang: str | None = None) -> Reading:
    """Finds every curated name and every cue of a text.

    Args:
        text: Any text.
        vocabulary: The names and words to look for.
        lang: Take cues of this language only (names of all languages are taken); None: of every language.
    """
    folded = fold_text(text)
    names: list[_Hit] = []
    doubtful: list[_Hit] = []
    shy: list[_Hit] = []  # weak names of places, without the words that they need
    cues: list[_Word] = []
    source = folded.text
    edged = f"{source} "  # neither what stands before the first character nor behind the last is of a word
    meanings = vocabulary.meanings(lang)
    for index, start, end in vocabulary.find(source):
        alone = not (edged[end].isalnum() or edged[start - 1].isalnum())
        if not alone and not vocabulary.may_be_glued[index]:
            continue
        meant = meanings[index]
        for entry in meant.cues:
            if alone:
                cues.append((start, end, entry.id))
            elif (found := unglued(source, start, end, entry, vocabulary)) is not None:
                cues.append((*found, entry.id))
        for entry in meant.names:
            found = (start, end) if alone else unglued(source, start, end, entry, vocabulary)
            if found is None:
                continue
            if fits(text, folded, start, end, entry, vocabulary):
                names.append(_Hit(*found, entry))
            elif entry.what == "place" and has_article(text, folded, start, end):
                doubtful.append(_Hit(*found, entry))
            elif entry.what == "place" and entry.name is not None and entry.name.needs:
                shy.append(_Hit(*found, entry))
    # "Al-Umar" with its article is more than a given name.
    names = _outside_arms(_outside_people(names + doubtful, cues), cues)
    if shy:
        names += _listed(source, text, folded, names, shy, vocabulary)
        names += _placed(source, text, folded, names, shy, vocabulary)
    mentions = meant_in_full(_mentions(text, folded, _longest(names)), vocabulary.shared)
    return Reading(folded, mentions, _cues(folded, cues, mentions, vocabulary))


def _listed(
    source: str, text: str, folded: Folded, names: list[_Hit], shy: list[_Hit], vocabulary: Vocabulary
) -> list[_Hit]:
    """Weak names that a list joins to the name of a place nearby: "al-Khiam, at-Tayba and Adaisseh"."""
    ends = {hit.end: hit for hit in names if hit.entry.what == "place"}
    starts = {hit.start: hit for hit in names if hit.entry.what == "place"}
    found: list[_Hit] = []
    in_order = sorted(shy, key=lambda hit: (hit.start, hit.end))
    for hits, neighbours, step in ((in_order, ends, -1), (in_order[::-1], starts, 1)):
        for hit in hits:
            edge = hit.start if step < 0 else hit.end
            reach = (edge + step * k for k in range(1, _LONGEST_JOINT + 1))
            beside = next((neighbours[at] for at in reach if at in neighbours), None)
            if beside is None or hit in found or not _is_name(text, folded, hit):
                continue
            joint = source[beside.end : hit.start] if step < 0 else source[hit.end : beside.start]
            if vocabulary.list_joint.fullmatch(joint) and _are_near(hit, beside, vocabulary):
                found.append(hit)
                ends[hit.end] = starts[hit.start] = hit
    return found


def _placed(
    source: str, text: str, folded: Folded, names: list[_Hit], shy: list[_Hit], vocabulary: Vocabulary
) -> list[_Hit]:
    """Weak names that once stand behind "in" or "near", where what they need stands further off."""
    taken = {(hit.start, hit.end) for hit in names}
    left = [hit for hit in shy if (hit.start, hit.end) not in taken and _is_name(text, folded, hit)]
    behind = [hit for hit in left if _is_behind_in(source, hit, vocabulary)]
    meant = {hit.entry.id for hit in behind if _stands_as_a_place(source, names, hit, vocabulary)}
    meant |= _vouched_for(text, folded, behind, left)
    return [hit for hit in left if hit.entry.id in meant]


def _vouched_for(text: str, folded: Folded, behind: list[_Hit], left: list[_Hit]) -> set[str]:
    """Weak names behind "in" or "near" that another of the country vouches for, or the dateline: "GAO – … in Gao"."""
    lands = {hit.entry.id: {*_lands(hit)} for hit in behind}
    shared = {a for a, b in permutations(lands, 2) if lands[a] & lands[b]}
    towns = set(datelines(text))
    heads = {hit.entry.id for hit in left if folded.span(hit.start, hit.end) in towns}
    return shared | (heads & lands.keys())


def _lands(hit: _Hit) -> tuple[str, ...]:
    """The countries of which a weak name needs one in the text."""
    return tuple(need for need in hit.entry.name.needs if need[:1].isupper()) if hit.entry.name else ()


def _is_behind_in(source: str, hit: _Hit, vocabulary: Vocabulary) -> bool:
    return vocabulary.placed.search(source[max(0, hit.start - _BESIDE) : hit.start]) is not None


def _stands_as_a_place(source: str, names: list[_Hit], hit: _Hit, vocabulary: Vocabulary) -> bool:
    """Whether the text names the country of a weak name behind "in", or a place beside it."""
    needs = _lands(hit)
    if not needs:
        return False
    places = (other for other in names if other.entry.what == "place")
    return bool(needed(needs).search(source)) or any(_are_near(hit, other, vocabulary) for other in places)


def _is_name(text: str, folded: Folded, hit: _Hit) -> bool:
    """Whether it is written as a name, where the script has capitals."""
    first = text[folded.span(hit.start, hit.end)[0]]
    return first.isupper() or is_arabic(first)


def _are_near(one: _Hit, other: _Hit, vocabulary: Vocabulary) -> bool:
    a, b = (vocabulary.gazetteer.places.get(hit.entry.id) for hit in (one, other))
    if a is None or b is None:
        return False
    return distance_km(a.lon, a.lat, b.lon, b.lat) <= _LISTED_KM


def _outside_people(names: list[_Hit], cues: list[_Word]) -> list[_Hit]:
    """Names without those in the name of a known person: the town of al-Baghdadi in "Abu Bakr al-Baghdadi"."""
    return _outside(names, [(start, end) for start, end, tag in cues if tag.startswith("leaders.")])


def _outside_arms(names: list[_Hit], cues: list[_Word]) -> list[_Hit]:
    """Names without places in the name of a weapon: the H-2 air base in "a Burkan H-2 missile"."""
    sites = [n for n in names if n.entry.what == "place"]
    arms = [(start, end) for start, end, tag in cues if tag.startswith("weapons.")] if sites else []
    kept = set(_outside(sites, arms))
    if len(kept) == len(sites):  # as nearly always
        return names
    return [n for n in names if n.entry.what != "place" or n in kept]


def _outside(names: list[_Hit], longer: list[tuple[int, int]]) -> list[_Hit]:
    if not longer:
        return names
    return [
        n
        for n in names
        if not any(a <= n.start and n.end <= b and b - a > n.end - n.start for a, b in longer)
    ]


def _longest(hits: list[_Found]) -> list[list[_Found]]:
    """Non-overlapping groups of hits over one span each: the longer wins, then the earlier."""
    if len(hits) == 1:
        return [hits]
    if all(one[1] <= other[0] for one, other in pairwise(hits)):
        return [[hit] for hit in hits]
    spans: dict[tuple[int, int], list[_Found]] = {}
    for hit in hits:
        spans.setdefault((hit[0], hit[1]), []).append(hit)
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        at = bisect_left(chosen, (start, end))
        free_left = at == 0 or chosen[at - 1][1] <= start
        free_right = at == len(chosen) or end <= chosen[at][0]
        if free_left and free_right:
            chosen.insert(at, (start, end))
    return [spans[span] for span in chosen]


def _mentions(text: str, folded: Folded, groups: list[list[_Hit]]) -> tuple[Mention, ...]:
    found = []
    for group in groups:
        start, end = folded.span(group[0].start, group[0].end)
        if article := ARTICLE_BEFORE.search(text[max(0, start - 5) : start]):
            start -= len(article.group())
        if text[end : end + 1] == "." and re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", text[start:end]):
            end += 1  # the last dot of "U.S."
        places = _strong_first(hit.entry for hit in group if hit.entry.what == "place")
        actors = _strong_first(hit.entry for hit in group if hit.entry.what == "actor")
        found.append(Mention(start, end, text[start:end], places, actors))
    return tuple(found)


def _strong_first(entries: Iterable[Entry]) -> tuple[str, ...]:
    listed = list(entries)
    if len(listed) < 2:
        return tuple(e.id for e in listed)
    listed.sort(key=lambda e: (e.name is not None and e.name.strength == "weak", e.id))
    return tuple(dict.fromkeys(e.id for e in listed))


# "A drone workshop", "sirens went off": longer than the word for a weapon or a deed, and none.
_KEPT = ("weapons.drone", "weapons.rocket", "weapons.missile", "weapons.artillery", "weapons.mortar")
_NEITHER = ("weapons.unarmed", "triggers.nothing")
# A name holds its weapon ("the Shahed Aviation works") and is also one ("Hezbollah drones").
_ALSO_IN_NAMES = ("weapons.", "actors.armed")


@cache
def _family(tag: str) -> str:
    """Cues of one family are told apart by their length, where they lie over each other."""
    family = tag.partition(".")[0]
    return tag if family in _APART else family


def _cues(
    folded: Folded, hits: list[_Word], mentions: tuple[Mention, ...], vocabulary: Vocabulary
) -> tuple[Cue, ...]:
    """Cues outside names; where cues of one family overlap, the longest."""
    by_family: defaultdict[str, list[_Word]] = defaultdict(list)
    for hit in hits:
        by_family[_family(hit[2])].append(hit)
    taken: set[_Word] = set()
    for family in by_family.values():
        for cluster in _clusters(family):
            if len(cluster) == 1:
                taken.add(cluster[0])
                continue
            for group in _longest(cluster):
                taken.update(group)
    ends = [m.end for m in mentions]
    source, gaps = folded.text, folded.gaps
    cues = []
    for start, end, tag in sorted(taken):
        # As `Folded.span` has it, without a further call.
        first, last = start + bisect_right(gaps, start), end + bisect_right(gaps, end - 1)
        at = bisect_left(ends, last)
        inside = at < len(mentions) and first >= mentions[at].start
        # "Hit" is a town and a word: who reads the sentence decides.
        whole = inside and (first, last) == (mentions[at].start, mentions[at].end)
        if tag.startswith(_NEITHER) or (tag in _KEPT and _are_kept(source, start, end, vocabulary)):
            continue
        if not inside or tag.startswith(_ALSO_IN_NAMES) or (whole and tag.startswith("triggers.")):
            # Most that is recognised is a cue: without a call of the class's own constructor.
            cues.append(tuple.__new__(Cue, (first, last, tag, source[start:end])))
    return tuple(cues)


def _clusters(hits: list[_Word]) -> list[list[_Word]]:
    """Hits in runs of which each overlaps what stands before it."""
    clusters: list[list[_Word]] = []
    reached = -1
    for hit in sorted(hits):
        if hit[0] < reached:
            clusters[-1].append(hit)
        else:
            clusters.append([hit])
        reached = max(reached, hit[1])
    return clusters


def _are_kept(folded: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether somebody makes, keeps or serves arms: "a drone cell", "depots of rockets"."""
    behind = folded[end : end + _BESIDE].split(maxsplit=1)
    before = folded[max(0, start - _BESIDE) : start].split()
    keeper = behind[0].rstrip(_MARKS) if behind else ""
    if folded[end : end + 1] == " " and keeper in vocabulary.keepers_of_arms:
        # "a drone cell", but "struck with missiles bases in …"
        many = folded[start:end].endswith(vocabulary.plural_endings)
        return not (many and vocabulary.strikes_with.issuperset(before[-1:]) and before)
    linked = bool(before) and before[-1] in vocabulary.links_of_keepers
    return linked and not vocabulary.keepers_of_arms.isdisjoint(before[-2:-1])
