"""Runs of words that may name a town: by capitals and the words beside them, or by a word for their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from geomap.gazetteer.language import Language
from geomap.recognise import Reading
from geomap.resolve.items import Items
from geomap.resolve.spans import Cover, Spans

_LONGEST = 4  # words of a name
_LISTED = 8  # names of one list
_KIND_WITHIN = 16  # characters before a name in which the word for its kind stands
_TAIL = r"[\w'’`ʿʾ-]*[\w]"  # of a word that begins with a capital
# The head of an item: "- **Hareer.** The first statement …", "— Kotli: the mosque".
_BULLET = re.compile(r"(?:^|\n)\s*[-•*–—·]+\s*\**\s*$")
_HEAD_ENDS = re.compile(r"^\s*\**\s*[.:–—]")
# A line that opens with nothing but a name, or is one: "TERNOPIL. Two apartment blocks …", "2. Bajil. …".
_LINE = re.compile(r"(?:^|\n)\s*\**(?:(?:\d{1,2}|[a-z])[.)])?\s*\**\s*$")
_OWNS = ("'s ", "’s ")
_WORD = re.compile(r"\S+")
_JOINED = re.compile(r"[A-Z]\w+(?:-[a-z]{1,3}-[A-Z]\w+)+")  # "Port-au-Prince"
_STOPS = re.compile(r"^\**(?:\.\**(?:\s|$)|:?\**[^\S\n]*\n)")


class Candidate(NamedTuple):
    """A run of words that may name a town."""

    start: int
    end: int
    said: bool  # the text says itself that it is a town
    located: bool = False  # … or stands behind "in", "at" or "near"
    division: bool = False  # … or that it is a province, a region, an oblast
    ward: bool = False  # … or that it is a quarter of a town
    owned: bool = False  # it stands right behind the name of what holds it: "Borno's Konduga"


def candidates(
    text: str, reading: Reading, taken: Spans, dated: Spans, language: Language, items: Items
) -> Iterator[Candidate]:
    """What may be names of towns, longer runs first, in the order of the text.

    Args:
        text: The text that was read.
        reading: What the vocabulary found in it; telling words are no names.
        taken: Spans of names; the caller adds to them as it accepts candidates.
        dated: Spans of dates: "on August 29" is no town.
        language: How the language marks names.
        items: The items of its lists, which names may head.
    """
    if language.capitals:
        return _capitalised(text, reading, taken, dated, language, items)
    return (c for c in _marked(text, language) if not dated.touch(c.start, c.end))


@lru_cache(maxsize=8)
def _capitals(particles: frozenset[str]) -> re.Pattern[str]:
    inner = f"(?:(?:{'|'.join(map(re.escape, sorted(particles)))})[ -])?" if particles else ""
    return re.compile(rf"[A-Z](?<![\w@#][A-Z])(?:{_TAIL}|[A-Z]+)(?:[ -]{inner}[A-Z]{_TAIL})*")


def _capitalised(
    text: str, reading: Reading, taken: Spans, dated: Spans, language: Language, items: Items
) -> Iterator[Candidate]:
    telling = Cover([cue[:2] for cue in reading.cues if not cue.tag.startswith("places")])
    runs = list(_capitals(language.particles).finditer(text))
    villages = {run[0] for run in runs if " " in run[0] and _is_said_whole(text, run.end(), language)}
    for run in runs:
        words, joint = _words_of(text, run, language)
        if all(taken.touch(start, end) for start, end in words):
            continue
        # Many names share an end: what stands beside it is looked at once.
        left: dict[int, _Left] = {}
        right: dict[int, _Right] = {}
        whole = run[0] in villages
        for size in range(min(_LONGEST, len(words)), 0, -1):
            for first in range(len(words) - size + 1):
                start, end = words[first][0], words[first + size - 1][1]
                if text.endswith(("'s", "’s"), start, end):
                    end = start + len(text[start:end].rstrip("'’s"))
                if taken.touch(start, end) or (size == 1 and _tells(text, start, end, telling)):
                    continue
                ends = first + size == len(words)
                last = text[words[first + size - 1][0] : end]
                part = not ends and ((whole and not first) or last.casefold() in language.name_heads)
                if part or dated.touch(start, end):
                    continue  # "Tal Maled" is no Tal, "in Nyaung Kone village" is not in Nyaung
                before = left.get(start) or left.setdefault(start, _Left(text, start, language))
                if _is_no_name(text[start:end].casefold(), before, language):
                    continue
                if before.kind and not ends:
                    continue  # "the village of Nam Sang Yang" is not Nam Sang
                if first and before.kind and _is_definite(text, run.start(), language):
                    continue  # "the Port Authority" is no port of that name
                behind = right.get(end) or right.setdefault(end, _Right(text, end, language))
                leads = taken.end_before(start, 6) and _goes_on(before, start, joint)
                # "In Izium": at the head of a sentence the preposition has a capital, too.
                opens = first == 0 or (first == 1 and before.placed) or before.venue
                heads = opens and items.headed_by(start, end)
                label = opens and items.labels.get(start) == end
                owned = text.endswith(_OWNS, 0, start) and taken.end_before(start, len(_OWNS[0]))
                candidate = _candidate(
                    start, end, before, behind,
                    opens=opens, leads=leads, heads=heads, label=label, owned=owned,
                )  # fmt: skip
                if candidate is not None:
                    yield candidate


def _is_no_name(name: str, before: _Left, language: Language) -> bool:
    """Whether words are no name: "The State Service", "District Health Officer Ali"; "the town of General Luna" is."""
    if name in language.definite:
        return True
    return before.kind and name.split(maxsplit=1)[0] in language.posts and not before.names()


def _is_said_whole(text: str, end: int, language: Language) -> bool:
    """Whether all words of a run are the name of a village or a town, as what stands behind it says."""
    return language.hamlet_behind.match(text[end : end + 16]) is not None


def _words_of(text: str, run: re.Match[str], language: Language) -> tuple[list[tuple[int, int]], int]:
    """The words of a run, the ends of a road apart, and where the hyphen stands between those; 0 without."""
    words = [run.span()]
    if " " in run[0]:
        words = [word.span() for word in _WORD.finditer(text, *words[0])]
    joint = _joint_of_a_road(text, words[-1], language)
    if joint:
        words[-1:] = [(words[-1][0], joint), (joint + 1, words[-1][1])]
    return words, joint


def _goes_on(before: _Left, start: int, joint: int) -> bool:
    """Whether a list leads to a word, or the hyphen of a road whose other end stands before it."""
    return before.lists() or start == joint + 1


def _tells(text: str, start: int, end: int, telling: Cover) -> bool:
    """Whether a word is one that tells of something; "Port-au-Prince" is neither a port nor a prince."""
    return telling.touch(start, end) and not _JOINED.fullmatch(text, start, end)


def _joint_of_a_road(text: str, last: tuple[int, int], language: Language) -> int:
    """Where the hyphen stands between the ends of a road that a run closes with: "the Gwoza-Dikwa road"; else 0."""
    joint = text.find("-", *last)
    capital = joint > 0 and text[joint + 1 : joint + 2].isupper()
    return joint if capital and language.road_behind.match(text[last[1] : last[1] + 40]) else 0


def _is_definite(text: str, start: int, language: Language) -> bool:
    """Whether "the" goes before a run of capitalised words: it names an institution."""
    before = text[max(0, start - 8) : start].lower().split()[-1:]
    return text[start - 1 : start] == " " and not language.definite.isdisjoint(before)


class _Left:
    """What the words before a run say of it; what few runs need is searched when it is asked for."""

    __slots__ = ("_before", "_language", "division", "kind", "placed", "venue")

    def __init__(self, text: str, start: int, language: Language) -> None:
        before = language.article_before.sub("", text[max(0, start - 48) : start].lower())
        self._before = before
        self._language = language
        self.kind = language.town_kind_before.search(before) is not None  # "the town of"
        self.division = language.town_division_before.search(before) is not None  # "the province of"
        self.placed = language.town_place.search(before) is not None  # a preposition of place
        self.venue = self.placed and language.venue_of.search(before) is not None  # "the mosque of"

    def names(self) -> bool:
        """Whether "of" leads from the kind of place to its name."""
        return not self._language.of_owners.isdisjoint(self._before.split()[-1:])

    def located(self) -> bool:
        """Whether it stands behind "in", "at" or "near"."""
        return self.venue or self._language.town_located.search(self._before) is not None

    def bullet(self) -> bool:
        """Whether it opens an item."""
        return _BULLET.search(self._before[-8:]) is not None

    def line(self) -> bool:
        """Whether it opens a line."""
        return _LINE.search(self._before[-8:]) is not None

    def lists(self) -> bool:
        """Whether it stands behind a comma or "and"."""
        return self._language.town_list.search(self._before) is not None


class _Right:
    """What the words behind a run say of it, likewise."""

    __slots__ = ("_after", "_language", "_near", "deed", "division", "kind")

    def __init__(self, text: str, end: int, language: Language) -> None:
        near = text[end : end + 60]
        after, deed = near[:24], near[:48]
        self._after = after
        self._near = near
        self._language = language
        self.kind = language.town_kind_behind.match(after) is not None  # "town", "village"
        self.division = language.town_division_behind.match(after) is not None  # "province"
        # "mosque bombing", "was shelled"
        self.deed = bool(language.town_deed_behind.match(deed) or language.town_struck_behind.match(deed))

    def ward(self) -> bool:
        """Whether "neighbourhood" follows."""
        return self._language.ward_behind.match(self._after) is not None

    def quarter(self) -> bool:
        """Whether "districts of the city" follows: it is one of them."""
        return self._language.town_quarter.match(self._near) is not None

    def heads(self) -> bool:
        """Whether a stop follows, as behind the head of an item."""
        return _HEAD_ENDS.match(self._after) is not None

    def stops(self) -> bool:
        """Whether its sentence ends behind it."""
        return _STOPS.match(self._after) is not None


def _candidate(
    start: int,
    end: int,
    left: _Left,
    right: _Right,
    *,
    opens: bool,
    leads: bool,
    heads: bool,
    label: bool,
    owned: bool,
) -> Candidate | None:
    """A run as a candidate, if the words beside it say that it may be a place.

    Args:
        start: Where the run starts.
        end: Where it ends.
        left: What stands before it.
        right: What stands behind it.
        opens: Whether it opens a run of capitalised words.
        leads: Whether it goes on a list of places: "Kharkiv, Odesa and …".
        heads: Whether it heads an item with a number or a day.
        label: Whether it heads a line of prose, as other names do.
        owned: Whether the name of what may hold it stands right before it.
    """
    division = right.division or left.division
    said = right.kind or left.kind
    heads = heads or (opens and ((right.heads() and left.bullet()) or (right.stops() and left.line())))
    named = opens and (right.deed or left.placed)
    marked = said or leads or named or division or heads or label
    if not (marked or owned) or right.quarter():
        return None
    located = opens and (heads or left.located())
    return Candidate(start, end, said, located, division, right.ward(), owned and not marked)


def _marked(text: str, language: Language) -> Iterator[Candidate]:
    """Words behind the word for a kind of place, or behind "in"."""
    for match in language.town_marked.finditer(text):
        named = match["named"] is not None
        start = match.start("named" if named else "placed")
        words = (match["named"] or match["placed"]).split()
        for size in range(len(words), 0, -1):
            end = start + len(" ".join(words[:size]))
            if end - start >= (3 if named else 4):
                yield Candidate(start, end, named, located=True)
        if named and language.towns_listed.search(text[max(0, start - _KIND_WITHIN) : start]):
            yield from _next_ones(text, start, language)


def _next_ones(text: str, start: int, language: Language) -> Iterator[Candidate]:
    """The names behind the first of a list, as far as they are known: "مدن غريان وصرمان وصبراتة"."""
    for _ in range(_LISTED):
        following = language.town_next.match(text, start)
        if following is None:
            return
        start = following.start("named")
        words = following["named"].split()
        for size in range(len(words), 0, -1):
            yield Candidate(start, start + len(" ".join(words[:size])), said=False)
