"""Finding names and cues in a text: one pass of the automaton, then word boundaries, case and context."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from geomap.geo import distance_km
from geomap.recognise.short_names import meant_in_full
from geomap.recognise.vocabulary import Entry, Vocabulary
from geomap.text import Folded, fold, fold_text, is_arabic

# Cues of these families may lie over each other; of triggers, weapons and directions the longest is meant.
_APART = ("cues", "actors", "places", "not_places")
_CONTEXT_WINDOW = 400
_STRIKE_WINDOW = 40  # … in which a raid on it does
_KIND_WINDOW = 16  # characters before a name in which a word for its kind stands
_LISTED_KM = 50.0  # places this near may be told in one list
_LONGEST_JOINT = 8  # characters between two names of a list
_ABBREVIATED = 4  # letters, all capitals, that are no town's name among words that are not
_WORD_BEHIND = 24  # characters behind a name in which the next word stands
_NEEDS_WINDOW = 60  # characters on each side in which a weak name looks for the words that it needs


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
            elif (found := _unglued(source, start, end, entry, vocabulary)) is not None:
                cues.append((*found, entry.id))
        for entry in meant.names:
            found = (start, end) if alone else _unglued(source, start, end, entry, vocabulary)
            if found is None:
                continue
            if _fits(text, folded, start, end, entry, vocabulary):
                names.append(_Hit(*found, entry))
            elif entry.what == "place" and _has_article(text, folded, start, end):
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
    meant = {hit.entry.id for hit in left if _stands_as_a_place(source, names, hit, vocabulary)}
    return [hit for hit in left if hit.entry.id in meant]


def _stands_as_a_place(source: str, names: list[_Hit], hit: _Hit, vocabulary: Vocabulary) -> bool:
    """Whether "in" goes before a weak name, and the text names its country, or a place beside it."""
    needs = tuple(need for need in hit.entry.name.needs if need[:1].isupper()) if hit.entry.name else ()
    if not needs or not vocabulary.placed.search(source[max(0, hit.start - _KIND_WINDOW) : hit.start]):
        return False
    places = (other for other in names if other.entry.what == "place")
    return bool(_needed(needs).search(source)) or any(_are_near(hit, other, vocabulary) for other in places)


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


def _unglued(
    source: str, start: int, end: int, entry: Entry, vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """The span of a match that is only part of a word: where clitics are the rest of it, else None."""
    if not vocabulary.prefixes.get(entry.lang):
        return None
    if start and source[start - 1].isalnum():
        word_start = start
        while word_start and source[word_start - 1].isalnum():
            word_start -= 1
        if source[word_start:start] not in vocabulary.prefixes[entry.lang]:
            return None
    if source[end : end + 1].isalnum():
        word_end = end
        while word_end < len(source) and source[word_end].isalnum():
            word_end += 1
        suffix = source[end:word_end]
        if (
            entry.what == "actor"
            and suffix in vocabulary.demonyms[entry.lang]
            and source[start:end].endswith(vocabulary.demonym_marks[entry.lang])
        ):
            return start, word_end  # "إسرائيليين", "مصرياً"
        is_name = entry.what != "cue"
        if is_name or end - start < 3 or source[end:word_end] not in vocabulary.suffixes[entry.lang]:
            return None
        end = word_end
    return start, end


def _fits(text: str, folded: Folded, start: int, end: int, entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether capitals and the words around allow that this is the name."""
    name = entry.name
    if name is None:
        return True
    first, last = folded.span(start, end)
    if name.text.lower() != name.text:
        written = text[first:last]
        # "hit" is not Hit and "us" is not US, but IRBIL is Irbil.
        if not any(map(str.isupper, written)):
            return False
        if name.text.isupper() and len(name.text) <= 3 and not written.isupper() and "." not in written:
            return False
        if _is_an_abbreviation(text, first, last, name.text):
            return False
    if _is_another_word(text, first, last, name.text):
        return False
    if name.needs:
        if _has_what_it_needs(text, first, last, name.needs, entry.what):
            return True
        if entry.what == "place" and _is_said_to_be_a_place(folded.text[:start], entry, vocabulary):
            return True
        if entry.what != "actor" or not is_arabic(name.text):
            return False
        # Without capitals, it is the gazetteer that knows which needs are names: "لبنان", "غزة".
        wide = fold(text[max(0, first - _CONTEXT_WINDOW) : last + _CONTEXT_WINDOW])
        names = [need for need in name.needs if vocabulary.names_place(need)]
        return any(re.search(rf"(?<!\w)\w{{0,3}}{re.escape(fold(need))}(?!\w)", wide) for need in names)
    return True


def _is_an_abbreviation(text: str, first: int, last: int, name: str) -> bool:
    """Whether few letters are all capitals in a line where others are not: "a NAF jet" is no jet of the river Naf."""
    written = text[first:last]
    if not (written.isupper() and written.isalpha() and 1 < len(written) <= _ABBREVIATED) or name.isupper():
        return False
    line = text[text.rfind("\n", 0, first) + 1 : first].split()
    behind = text[last : last + _WORD_BEHIND].split()[:1]
    beside = [word for word in (*line[-1:], *behind) if any(map(str.isalpha, word))]
    return bool(line) and bool(beside) and not any(word.isupper() and len(word) > 1 for word in beside)


def _is_another_word(text: str, first: int, last: int, name: str) -> bool:
    """Whether an Arabic name is written otherwise: "باب", a door, is not "بإب"; "البصري" is of Basra, not بصرى."""
    if name.endswith("ى") and not name.startswith("ال") and text[last - 1 : last] == "ي":
        return text[:last].endswith("ي") and "ال" in text[max(0, first - 2) : first + 2]
    glued = last - first <= _SHORTEST and text[max(0, first - 1) : first].isalnum() and is_arabic(name)
    return glued and text[first:last] != name


def _has_what_it_needs(text: str, first: int, last: int, needs: tuple[str, ...], what: str) -> bool:
    """Whether a word such as "field" stands beside a place's weak name, or a country's within some sentences of it."""
    names = tuple(need for need in needs if need[:1].isupper())
    words = tuple(need for need in needs if not need[:1].isupper())
    beside = _CONTEXT_WINDOW if what == "actor" and names else _NEEDS_WINDOW
    for listed, window in ((words, beside), (names, _CONTEXT_WINDOW)):
        if not listed:
            continue
        around = fold(text[max(0, first - window) : first] + " " + text[last : last + window])
        if _needed(listed).search(around):
            return True
    return False


def _is_said_to_be_a_place(before: str, entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether the word right before a name says what it is ("مدينة", "بلدة"), or stands before places ("قرب")."""
    if entry.name is not None and entry.name.text[-1:].isdigit():
        return False  # "مقر الفرقة 17": any army has one
    head, _, glued = before.rpartition(" ")  # an article may be glued to the name
    if glued in vocabulary.prefixes["ar"]:
        if glued.lstrip("وف").startswith(_GLUED_PREPOSITIONS):
            return False  # "قرب باب المبنى": no preposition stands behind another
        before = f"{head} "
    words = before[-_KIND_WINDOW:].split()
    if not words or not before.endswith(" "):
        return False
    name = entry.name.text if entry.name else ""
    if is_arabic(name) and fold(name) not in vocabulary.common_words:
        if words[-1] in vocabulary.placing["ar"]:
            return True
        # "غارات على حجة"; a name with the article may be any thing: "على العمارة".
        if not name.startswith("ال") and vocabulary.struck.search(before[-_STRIKE_WINDOW:]):
            return True
    kinds = vocabulary.kind_words(entry.id)
    return any(words[-1].removeprefix(p) in kinds for p in ("", "ب", "ل", "و"))


@lru_cache(maxsize=4096)
def _needed(needs: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of the words that a weak name needs, at the head of a word; of "US" the whole word."""
    ends = ((re.escape(fold(need)), r"(?!\w)" if need.isupper() else "") for need in needs)
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'{word}{end}' for word, end in ends)})")


def _has_article(text: str, folded: Folded, start: int, end: int) -> bool:
    first, last = folded.span(start, end)
    if re.match(r"\s+[A-Z]", text[last : last + 3]) or re.search(
        r"[A-Z][\w'’]+ (?:[aAeE]l[- ])?$", text[max(0, first - 20) : first]
    ):
        return False  # a person's name on either side
    capital = text[first : first + 1].isupper() or text[max(0, first - 3) : first].lower().startswith(
        ("al", "el", "ال")
    )
    return capital and bool(
        _ARTICLE_BEFORE.search(text[max(0, first - 5) : first]) or _ARTICLE_AT.match(text[first:last])
    )


_SHORTEST = 2  # letters of a name that with a preposition before it may be another word
_GLUED_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLE_AT = re.compile(r"[aAeE][lL][\s\-‐‑–]|ال")


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


_ARTICLE_BEFORE = re.compile(
    r"(?:\b(?:[aAeE][lL][\s\-‐‑–]|[aAeE](?:[tTdDrRzZsSnN]|[sSdDtT]h)[\-‐‑–])['’‘`ʿʾ]?|ال)$"
)


def _mentions(text: str, folded: Folded, groups: list[list[_Hit]]) -> tuple[Mention, ...]:
    found = []
    for group in groups:
        start, end = folded.span(group[0].start, group[0].end)
        if article := _ARTICLE_BEFORE.search(text[max(0, start - 5) : start]):
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
    behind = folded[end : end + _KIND_WINDOW].split(maxsplit=1)
    before = folded[max(0, start - _KIND_WINDOW) : start].split()
    if folded[end : end + 1] == " " and behind and behind[0] in vocabulary.keepers_of_arms:
        return True
    linked = bool(before) and before[-1] in vocabulary.links_of_keepers
    return linked and not vocabulary.keepers_of_arms.isdisjoint(before[-2:-1])
