"""The folded words of spans of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from geomap.text import Folded

_ODD_BLANK = re.compile(r"[^\S ]")  # folding makes a blank of the usual ones


def words_between(folded: Folded) -> Callable[[int, int], str]:
    """What gives the folded text of [start, end), blanks collapsed; kept, for most spans are asked for again."""
    text, cuts = folded.text, folded.cuts
    # Every blank but the usual one counts as not printable, and few texts have anything that does.
    odd = not text.isprintable() and _ODD_BLANK.search(text) is not None

    @cache
    def between(start: int, end: int) -> str:
        if start >= end:
            return ""
        # As `Folded.of` has it, without a further call.
        said = text[start - bisect_right(cuts, start - 1) : end - bisect_right(cuts, end - 1)].strip()
        return " ".join(said.split()) if odd or "  " in said else said  # so are few spans

    return between
