"""What lies within a span of a text: things by their kind, and the folded words."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from geomap.extract.words.between import words_between
from geomap.extract.words.rows import Rows
from geomap.text import fold_text


class Thing(NamedTuple):
    """Something at characters [start, end)."""

    start: int
    end: int


ROWS = Rows({"short": [Thing(2, 4), Thing(6, 8), Thing(6, 20)], "single": [Thing(5, 9)]})


@pytest.mark.parametrize(
    ("kind", "start", "end", "found"),
    [
        ("short", 0, 30, [Thing(2, 4), Thing(6, 8), Thing(6, 20)]),
        ("short", 2, 8, [Thing(2, 4), Thing(6, 8)]),
        ("short", 3, 8, [Thing(6, 8)]),
        ("short", 2, 3, []),
        ("short", 9, 30, []),
        ("single", 5, 9, [Thing(5, 9)]),
        ("single", 5, 8, []),
        ("single", 0, 5, []),
        ("unknown", 0, 30, []),
    ],
)
def test_things_of_a_kind_that_lie_whole_within_a_span(
    kind: str, start: int, end: int, found: list[Thing]
) -> None:
    """Those that a span cuts are not in it; a kind that a text has not is nowhere."""
    assert ROWS.within(kind, start, end) == found
    assert ROWS.has_within(kind, start, end) is bool(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("near Al-Rasan's  old mill", "al rasan s old mill"),
        ("near two\u2003towns,\n\nlate", "two towns, late"),
        ("near قُرب المطار", "قرب المطار"),
        ("near", ""),
    ],
)
def test_words_between(text: str, said: str) -> None:
    """Folded as the whole text is, every row of blanks one blank, none at the ends; the same when asked again."""
    between = words_between(fold_text(text))
    assert [between(4, len(text)) for _ in range(2)] == [said, said]
    assert between(4, 4) == between(4, 2) == ""
