"""Totals, parts and earlier figures: numbers over a war or a year, of those before, and those that were overtaken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from geomap.extract.casualties.casualty import Casualty, What
from geomap.extract.casualties.text import CountedText
from geomap.extract.words.classes import CODES, code_of
from geomap.extract.words.tokens import Scan

_TOTAL, _SINCE, _SUPERLATIVE = code_of("total"), code_of("since"), code_of("superlative")
_WAR_HAS = code_of("war_has")
_RELATIVES = frozenset((code_of("who_that"), code_of("clause_word")))
_EARLY, _STOPS = code_of("early"), (CODES["comma"], CODES["dot"], CODES["semicolon"], CODES["newline"])
_BREAKS = (CODES["comma"], CODES["semicolon"])
_WHEN = code_of("meanwhile")
_OPENING = 3  # tokens in which a sentence says of which time it is: "Since October, …"
_OF_A_WAR = 200  # people: "clashes have left 12 dead" may be today's, "clashes have left 900 dead" is a war's
_OF_NO_DEED = 4000  # people: no single attack has killed or wounded so many
_NEAR = 14  # tokens to either side
_HELPERS = frozenset((code_of("aux"), code_of("was")))


def as_total(
    prepared: CountedText,
    casualty: Casualty,
    sentence: tuple[int, int],
    dates: Sequence[tuple[int, int]] = (),
) -> Casualty:
    """Marked as a total if its clause, or the head of its sentence, says "since"; not "the first since".

    Args:
        prepared: The text.
        casualty: What it says of people.
        sentence: The tokens [first, last) of the sentence.
        dates: Characters [start, end) of the text that are dates.
    """
    first, last = sentence
    if casualty.none or first >= last:
        return casualty
    if (casualty.low or casualty.best or 0) >= _OF_NO_DEED:
        return msgspec.structs.replace(casualty, total=True)
    scan = prepared.scan
    begin, end = (bisect_left(scan.starts, casualty.start), bisect_left(scan.starts, casualty.end))
    low, high = prepared.first[first], prepared.last[last - 1]
    left = max(low, *(scan.codes.rfind(mark, low, begin) + 1 for mark in _BREAKS))
    right = min((at for mark in _BREAKS if (at := scan.codes.find(mark, end, high)) >= 0), default=high)
    parts = [(left, right)]
    head_end = scan.codes.find(CODES["comma"], low, high)
    # A head further off, behind another comma or a semicolon, speaks of something else.
    apart = scan.codes[head_end + 1 : begin] if 0 <= head_end < begin else ""
    of_then = (
        left == head_end + 1 and scan.codes[left : left + 1] == _WHEN
    )  # "since 7 May, when nine were killed"
    if head_end >= 0 and not of_then and apart.count(CODES["comma"]) <= 1 and CODES["semicolon"] not in apart:
        parts.append((low, min(head_end, low + _OPENING)))
    summed = any(_sums_up(scan, part, (begin, end), dates) for part in parts)
    if (
        summed
        or _is_a_wars(scan, casualty, (left, right), dates)
        or _is_since(scan, casualty, (low, begin), dates)
    ):
        return msgspec.structs.replace(casualty, total=True)
    return casualty


def _is_a_wars(
    scan: Scan, casualty: Casualty, part: tuple[int, int], dates: Sequence[tuple[int, int]]
) -> bool:
    """Whether a number so large is what fighting "has" cost, without a day: "clashes have left 1,000 people dead"."""
    many = casualty.best if casualty.best is not None else casualty.low
    if many is None or many < _OF_A_WAR or _WAR_HAS not in scan.codes[slice(*part)]:
        return False
    first, last = scan.starts[part[0]], scan.starts[min(part[1], len(scan.starts)) - 1]
    return not any(first <= start <= last for start, _ in dates)


def _is_since(
    scan: Scan, casualty: Casualty, before: tuple[int, int], dates: Sequence[tuple[int, int]]
) -> bool:
    """Whether a number so large stands behind a day since when: "over 350 attacks since May 2017, 1,100 deaths"."""
    many = casualty.best if casualty.best is not None else casualty.low
    at = scan.codes.rfind(_SINCE, *before)
    if many is None or many < _OF_A_WAR or at < 0 or _SUPERLATIVE in scan.codes[max(before[0], at - 8) : at]:
        return False
    behind = scan.starts[at + 1]
    return any(start <= behind < end for start, end in dates)


def as_early(prepared: CountedText, casualty: Casualty) -> Casualty:
    """Marked as an earlier figure if its clause says so: "the police spoke of two at first"."""
    scan = prepared.scan
    begin, end = (bisect_left(scan.starts, casualty.start), bisect_left(scan.starts, casualty.end))
    near = scan.codes[max(0, begin - _NEAR) : end + _NEAR]
    left = max(near.rfind(mark, 0, begin - max(0, begin - _NEAR)) for mark in _STOPS) + 1
    rights = [at for mark in _STOPS if (at := near.find(mark, end - max(0, begin - _NEAR))) >= 0]
    if _EARLY not in near[left : min(rights, default=len(near))]:
        return casualty
    return msgspec.structs.replace(casualty, early=True)


def _sums_up(
    scan: Scan, part: tuple[int, int], casualty: tuple[int, int], dates: Sequence[tuple[int, int]]
) -> bool:
    """Whether some tokens say that the number is one of a longer time."""
    found = [at for word in (_TOTAL, _SINCE) if (at := scan.codes.find(word, *part)) >= 0]
    if not found:
        return False
    at = min(found)
    if _SUPERLATIVE in scan.codes[max(part[0], at - 8) : at]:
        return False
    if any(start < scan.starts[at] < end for start, end in dates):
        return False  # "in October last year"
    begin, end = casualty
    if scan.codes[at] == _SINCE and not _RELATIVES.isdisjoint(scan.codes[end:at]):
        return False  # "killed a soldier in A, where the army has fought since 2012"
    if scan.codes[at] != _SINCE or not at < begin < part[1]:
        return True
    behind = scan.starts[min(at + 1, len(scan.starts) - 1)]
    if any(start <= behind < end for start, end in dates):
        return True  # "since 7 October"
    # "since troops killed nine people" is one deed; "since May 50 people have been killed" are many.
    return not _HELPERS.isdisjoint(scan.codes[begin - 1 : end])


def is_a_part(rule: str, names: list[str], what: What, best: int | None, before: list[Casualty]) -> bool:
    """Whether a number is one of those told before: "including three", "…, 21 of whom died in B", "… and two in C"."""
    if rule == "elided":
        return before[-1].part
    if "including" in names and rule in ("died", "bare", "passive"):
        return what == "killed" and any(c.what == what and (c.best or 0) > (best or 0) for c in before)
    return rule == "part" or (rule == "grave" and any(c.what == what for c in before))
