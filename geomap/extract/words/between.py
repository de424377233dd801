"""`Between`: the folded words of spans of a text."""

from __future__ import annotations

import re
from bisect import bisect_right

from geomap.text import Folded

_ODD_BLANK = re.compile(r"[^\S ]")  # folding makes a blank of the usual ones


class Between(dict[tuple[int, int], str]):
    """The folded text of spans, kept: most are asked for again."""

    def __init__(self, folded: Folded) -> None:
        super().__init__()
        self._text, self._cuts = folded.text, folded.cuts
        # Every blank but the usual one counts as not printable, and few texts have anything that does.
        self._odd = not folded.text.isprintable() and _ODD_BLANK.search(folded.text) is not None

    def __missing__(self, span: tuple[int, int]) -> str:
        start, end = span
        said = ""
        if start < end:
            cuts = self._cuts
            # As `Folded.of` has it, without a further call.
            said = self._text[
                start - bisect_right(cuts, start - 1) : end - bisect_right(cuts, end - 1)
            ].strip()
            if self._odd or "  " in said:  # in few spans
                said = " ".join(said.split())
        self[span] = said
        return said
