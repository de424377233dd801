"""Totals: numbers over a war or a year, told apart from those of one event."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from geomap.extract.casualty import Casualty
from geomap.extract.casualty_text import CountedText
from geomap.extract.classes import CODES, code_of


def as_total(prepared: CountedText, casualty: Casualty, first: int, last: int) -> Casualty:
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
