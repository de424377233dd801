"""Who was hurt: killed and wounded in a sentence, with ranges, zeros and totals told apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import msgspec

from geomap.extract.casualty_rules import GRAMMAR, GROUP_BEFORE, NEXT_GROUP, ONE_MORE
from geomap.extract.classes import CODES, NAMES, code_of
from geomap.extract.numbers import Lexicon, Number, count_scan, counted
from geomap.extract.tokens import Scan
from geomap.model import Record

What = Literal["killed", "wounded"]


class Casualty(Record, frozen=True):
    """What a sentence says of people killed or wounded.

    Attributes:
        start: Character offset in the text.
        end: Offset after the last character.
        what: killed or wounded.
        low: Least number; None is not said.
        high: Most; None is not said.
        best: The number written; None for "several".
        none: Said to be none (best is 0).
        civilians: They are civilians by the words beside the number.
        of: The words beside the number that say who ("US soldiers").
        total: Over a war or a longer time ("more than 30,000 since October"), not of one event.
        part: Of another number in the sentence ("30 people, including 3 children").
    """

    start: int
    end: int
    what: What
    low: int | None
    high: int | None
    best: int | None
    none: bool = False
    civilians: bool = False
    of: str | None = None
    total: bool = False
    part: bool = False


_KILLED = frozenset(
    {"kill", "kill_active", "died", "dead", "kill_count", "kill_one", "kill_noun", "toll", "dual_kill"}
)
_WOUNDED = frozenset(
    {"wound", "wound_active", "wound_count", "wound_one", "wound_noun", "wound_toll", "dual_wound"}
)
_SPEAKS_OF_HARM = re.compile(
    "["
    + "".join(
        code_of(n) for n in sorted(_KILLED | _WOUNDED | {"both", "unharmed", "wound_active", "dual_kill"})
    )
    + "]"
)
_DOES_HARM = frozenset({"kill", "kill_active", "wound", "wound_active", "kill_noun", "wound_noun"})
_WHO = frozenset(
    code_of(n)
    for n in (
        "other",
        "of",
        "people",
        "person",
        "civil",
        "civil_one",
        "others",
        "other_one",
        "dash",
        "apostrophe",
        "symbol",
        "or_more",
    )
)
_HUMAN = frozenset(code_of(name) for name in ("people", "person", "civil", "civil_one", "others"))


class _Text(NamedTuple):
    """A scanned text in which each number is one token."""

    codes: str
    first: list[int]  # of each token, its first in the scan
    last: list[int]  # and the token after its last
    numbers: dict[int, Number]  # by token
    scan: Scan


def find_casualties(
    text: str,
    span: tuple[int, int],
    lang: str,
    words: Mapping[str, Any],
    skip: Sequence[tuple[int, int]] = (),
) -> list[Casualty]:
    """What one sentence says of people killed or wounded, in order.

    Missing and captured people are not counted. A number that says only "killed or wounded" is left out.

    Args:
        text: The whole article, so that its sentences share the work.
        span: Characters [start, end) of the sentence.
        lang: Its language, ISO 639-1; the words decide.
        words: The language's lexicon with its tables `numbers` and `casualties`.
        skip: Characters [start, end) of the article that are dates.
    """
    prepared = _prepare(text, Lexicon(words), tuple(skip))
    first, last = _tokens(prepared, span)
    if not _SPEAKS_OF_HARM.search(prepared.codes, first, last):
        return []
    found: list[Casualty] = []
    for rule, start, end in GRAMMAR.matches(prepared.codes, first, last):
        found.extend(_read(prepared, text, rule, start, end, last, found))
    # "No American was hurt" beside a number speaks of others, and so does "no one else".
    hurt = {casualty.what for casualty in found if casualty.low}
    found = [c for c in found if not c.none or not hurt or (c.of is None and c.what not in hurt)]
    return [_as_total(prepared, casualty, first, last) for casualty in found]


# The sentences of one article come one after another: the last few texts are kept.
@lru_cache(maxsize=4)
def _prepare(text: str, lexicon: Lexicon, skip: tuple[tuple[int, int], ...]) -> _Text:
    scan = count_scan(text, lexicon.words)
    codes: list[str] = []
    first: list[int] = []
    last: list[int] = []
    numbers: dict[int, Number] = {}
    position = 0
    for item in counted(scan, text, skip):
        first += range(position, item.first)
        last += range(position + 1, item.first + 1)
        codes.append(scan.codes[position : item.first])
        numbers[len(first)] = item.number
        codes.append(_number_code(scan.codes[item.first : item.last], item.number))
        first.append(item.first)
        last.append(item.last)
        position = item.last
    first += range(position, len(scan.codes))
    last += range(position + 1, len(scan.codes) + 1)
    codes.append(scan.codes[position:])
    return _Text("".join(codes), first, last, numbers, scan)


def _number_code(codes: str, number: Number) -> str:
    if codes == code_of("a"):
        return code_of("n_article")
    if codes[-1] in (code_of("dual_kill"), code_of("dual_wound")):
        return codes[-1]  # "قتيلان" is number and harm in one
    if number.best == 0:
        return code_of("n_none")
    return code_of("n_some" if number.vague else "n_number")


def _tokens(prepared: _Text, span: tuple[int, int]) -> tuple[int, int]:
    """The tokens of a sentence."""
    first, last = prepared.scan.tokens_within(*span)
    return bisect_left(prepared.first, first), bisect_left(prepared.first, last)


def _read(
    prepared: _Text, text: str, rule: str, start: int, end: int, limit: int, before: list[Casualty]
) -> Iterator[Casualty]:
    """The casualties of one match."""
    if rule == "either":
        return
    names = [NAMES[code] for code in prepared.codes[start:end]]
    span = _characters(prepared, start, end)
    if rule in ("no_harm", "no_loss", "unharmed"):
        yield from _nobody(prepared, text, names, span, start, end)
        return
    what = _what(names, rule, before)
    if what is None or _misread(prepared, rule, names, start, end):
        return
    at = next((i for i in range(end - 1, start - 1, -1) if i in prepared.numbers), None)
    if rule in ("passive", "headline", "bare", "died", "counted", "part", "passive_one", "left", "suffered"):
        at = next((i for i in range(start, end) if i in prepared.numbers), None)
    low, high, best = (1, 1, 1) if at is None else _values(prepared.numbers[at], rule)
    if rule == "behind" and at is not None and prepared.numbers[at].best not in (1, 2):
        return  # "مدنيين اثنين" are two; any other number stands before its noun
    if rule in ("active_one", "named", "passive_one", "fell_one"):
        low = high = best = 1
    if rule == "passive_one":
        low, high, best = _with_group(prepared, rule, start, start, limit, (1, 1, 1))
    elif rule not in ("active_one", "named", "fell_one") and at is not None and rule != "part":
        low, high, best = _with_group(prepared, rule, start, at, limit, (low, high, best))
    people = _people(prepared, text, rule, start, end, at, limit)
    yield Casualty(
        *span, what, low, None if people.or_more else high, best,
        civilians=people.civilians, of=people.words, part=rule == "part",
    )  # fmt: skip


_Values = tuple[int | None, int | None, int | None]  # low, high, best


def _with_group(prepared: _Text, rule: str, start: int, at: int, limit: int, values: _Values) -> _Values:
    """The values with those of a second group of people added, if one is joined to the first by "and"."""
    if rule in ("active", "far", "active_one") and code_of("joined") in prepared.codes[at + 1 : at + 8]:
        return _with_more(prepared, at, limit, values)
    if rule in ("active", "far") and (group := NEXT_GROUP.match(prepared.codes, at + 1, limit)):
        following = NAMES.get(prepared.codes[group.end() : group.end() + 1], "")
        if following in ("aux", "kill", "wound", "dead", "died"):
            return values  # "killed two soldiers and three guards were hurt"
        tokens = range(at + 1, group.end())
    elif rule in ("passive", "passive_one", "headline", "died") and (
        group := GROUP_BEFORE.search(prepared.codes, max(0, start - 8), start)
    ):
        if NAMES.get(prepared.codes[group.start() - 1 : group.start()], "") in _DOES_HARM:
            return values  # "killed two soldiers and three guards were hurt", seen from the guards
        tokens = range(group.start(), start)
    else:
        return values
    other = next((prepared.numbers[token] for token in tokens if token in prepared.numbers), None)
    return values if other is None else _sum(values, (other.low, other.high, other.best))


def _with_more(prepared: _Text, at: int, limit: int, values: _Values) -> _Values:
    """The values with those of the people who follow, where "and" is part of its word: "امرأتين وطفل"."""
    token = at + 1
    while more := ONE_MORE.match(prepared.codes, token, limit):
        if NAMES.get(prepared.codes[more.end() : more.end() + 1], "") in ("aux", "kill", "wound", "died"):
            break
        numbers = [t for t in range(token, more.end()) if t in prepared.numbers]
        last = NAMES[prepared.codes[more.end() - 1]]
        if not numbers:
            values = _sum(values, (1, 1, 1))
        elif last in ("people", "person", "civil", "civil_one") or prepared.numbers[numbers[-1]].in_noun:
            other = prepared.numbers[numbers[-1]]
            values = _sum(values, (other.low, other.high, other.best))
        else:
            break
        token = more.end()
    return values


def _sum(one: _Values, other: _Values) -> _Values:
    low, high, best = (None if a is None or b is None else a + b for a, b in zip(one, other, strict=True))
    return low, high, best


def _values(number: Number, rule: str) -> _Values:
    if rule == "toll" and number.best is None and number.high is not None:
        return number.high, number.high, number.high  # "rose from 5 to 7"
    return number.low, number.high, number.best


def _characters(prepared: _Text, start: int, end: int) -> tuple[int, int]:
    scan = prepared.scan
    return scan.starts[prepared.first[start]], scan.ends[prepared.last[end - 1] - 1]


def _nobody(
    prepared: _Text, text: str, names: list[str], span: tuple[int, int], start: int, end: int
) -> Iterator[Casualty]:
    """None killed; and none wounded, unless only the dead are spoken of."""
    said = set(names)
    who = [
        i
        for i in range(start + 1, end)
        if NAMES[prepared.codes[i]] in ("other", "people", "person", "civil", "civil_one")
    ]
    of = text[slice(*_characters(prepared, who[0], who[0] + 1))] if who and names[0] == "n_none" else None
    of = None if of is None or of.islower() else of
    if said & {"both", "unharmed"} or said & _WOUNDED:
        yield Casualty(*span, "killed", 0, 0, 0, none=True, of=of)
        yield Casualty(*span, "wounded", 0, 0, 0, none=True, of=of)
    elif said & _KILLED:
        yield Casualty(*span, "killed", 0, 0, 0, none=True, of=of)


def _what(names: list[str], rule: str, before: list[Casualty]) -> What | None:
    if rule == "part":
        return before[-1].what if before else None
    order = names if rule in ("active", "active_one", "named", "toll", "far") else names[::-1]
    for name in order:
        if name in _KILLED:
            return "killed"
        if name in _WOUNDED:
            return "wounded"
    return None


def _misread(prepared: _Text, rule: str, names: list[str], start: int, end: int) -> bool:
    """Whether the words after a match show that it was another construction."""
    following = [NAMES[code] for code in prepared.codes[end : end + 2]] + ["", ""]
    things = {"not_people", "measure"}  # "إصابات دقيقة": exact hits; the word is also "a minute"
    before = [NAMES[code] for code in prepared.codes[max(0, start - 2) : start]]
    if rule == "bare" and before in (["person", "of"], ["civil_one", "of"]):
        return True  # "a boy of 18 killed"
    if rule in ("headline", "bare", "died"):
        # "Two fighters killed three": the number before the verb is of those who killed.
        return following[0] in ("n_number", "n_some", "n_article", "dual_kill", "dual_wound") or (
            names[-1] in ("kill", "wound")
            and following[0] in ("people", "of", "civil", "civil_one", "person")
            and rule == "headline"
        )
    if rule == "active_one":
        if names[0] in ("kill", "wound") and before[-1:] in (["of"], ["n_article"]):
            return True  # "the wounded recruit said"
        return following[0] in ("people", "civil") or bool(things & set(following))
    if rule == "counted":
        return bool(things & set(following))
    return rule in ("active", "far") and following[0] in things


class _People(NamedTuple):
    words: str | None
    civilians: bool
    or_more: bool = False


def _people(
    prepared: _Text, text: str, rule: str, start: int, end: int, at: int | None, limit: int
) -> _People:
    """The words that say who, right behind the number."""
    first = at + 1 if at is not None else start + 1
    last = first
    while last < limit and last < first + 6 and prepared.codes[last] in _WHO:
        last += 1
    or_more = code_of("or_more") in prepared.codes[first:last]
    human = [i for i in range(first, last) if prepared.codes[i] in _HUMAN]
    if human:
        last = human[-1] + 1
    elif rule not in ("passive", "active"):
        last = min(last, end)
    if last <= first:
        return _People(None, False)
    names = {NAMES[code] for code in prepared.codes[first:last]}
    begin, finish = _characters(prepared, first, last)
    return _People(text[begin:finish].strip(" -'’") or None, bool(names & {"civil", "civil_one"}), or_more)


def _as_total(prepared: _Text, casualty: Casualty, first: int, last: int) -> Casualty:
    """Marked as a total if its clause, or the head of its sentence, says "since"; not "the first since"."""
    if casualty.none:
        return casualty
    scan = prepared.scan
    begin, end = (bisect_left(scan.starts, casualty.start), bisect_left(scan.starts, casualty.end))
    low, high = prepared.first[first] if first < last else 0, prepared.last[last - 1] if first < last else 0
    comma = CODES["comma"]
    left = max(scan.codes.rfind(comma, low, begin) + 1, low)
    right = scan.codes.find(comma, end, high)
    clause = scan.codes[left : right if right >= 0 else high]
    head_end = scan.codes.find(comma, low, high)
    head = scan.codes[low : head_end if head_end >= 0 else low]
    # A head further off, behind another comma or a semicolon, speaks of something else.
    apart = scan.codes[head_end + 1 : begin] if 0 <= head_end < begin else ""
    if sum(apart.count(CODES[mark]) for mark in ("comma", "semicolon")) > 1:
        head = ""
    for part in (clause, head):
        at = part.find(code_of("total"))
        if at >= 0 and code_of("superlative") not in part[max(0, at - 8) : at]:
            return msgspec.structs.replace(casualty, total=True)
    return casualty
