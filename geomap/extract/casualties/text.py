"""A text in which each number is one token, as the rules for casualties read it."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from geomap.extract.words.classes import code_of
from geomap.extract.words.numbers import Lexicon, Number, count_scan, counted
from geomap.extract.words.tokens import Scan


class Marks(NamedTuple):
    """What of a language's letters and words tells how a counted word stands; "" where it has none.

    Attributes:
        article: What makes a noun definite, glued to it.
        and_glued: "and", where it is glued to the next word.
        amid_as_name: A word for "amid" or "on" as a name is spelt.
        counted_ending: The ending of a noun behind a number above ten.
        many_ending: The ending of a verb that stands behind the many who do or suffer it.
        burying: A pattern: the verb that earth and rubble are subjects of, too.
        mourners: A pattern: the words up to that verb where people are.
        own_dead: A pattern: whom nobody but mourners buries, from that verb on.
        not_mourned: A pattern: words from it on of those who are under rubble, or live.
        his: The words for whose somebody is, "his" and the like, a space between two.
    """

    article: str = ""
    and_glued: str = ""
    amid_as_name: str = ""
    counted_ending: str = ""
    many_ending: str = ""
    burying: str = ""
    mourners: str = ""
    own_dead: str = ""
    not_mourned: str = ""
    his: str = ""


class CountedText(NamedTuple):
    """A scanned text in which each number is one token."""

    codes: str
    first: list[int]  # of each token, its first in the scan
    last: list[int]  # and the token after its last
    numbers: dict[int, Number]  # by token
    scan: Scan
    marks: Marks = Marks()


# The sentences of one article come one after another: the last few texts are kept.
@lru_cache(maxsize=4)
def prepare(text: str, lexicon: Lexicon, skip: tuple[tuple[int, int], ...]) -> CountedText:
    """A text and its numbers; spans to skip are dates."""
    scan = count_scan(text, lexicon.words)
    codes: list[str] = []
    first: list[int] = []
    last: list[int] = []
    numbers: dict[int, Number] = {}
    position = 0
    for item in counted(text, lexicon, skip):
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
    marks = Marks(**lexicon.words.get("marks", {}))
    return CountedText("".join(codes), first, last, numbers, scan, marks)


def is_definite(prepared: CountedText, word: str) -> bool:
    """Whether a word bears its article: "مقتل الجنود الثلاثة"."""
    return bool(prepared.marks.article) and word.startswith(prepared.marks.article)


def _number_code(codes: str, number: Number) -> str:
    if codes == code_of("a"):
        return code_of("n_article")
    if codes == code_of("another"):
        return code_of("n_another")
    if codes[-1] in (code_of("dual_kill"), code_of("dual_wound")):
        return codes[-1]  # "قتيلان" is number and harm in one
    if number.best == 0:
        return code_of("n_none")
    return code_of("n_some" if number.vague else "n_number")


def tokens(prepared: CountedText, span: tuple[int, int]) -> tuple[int, int]:
    """The tokens of a sentence."""
    first, last = prepared.scan.tokens_within(*span)
    return bisect_left(prepared.first, first), bisect_left(prepared.first, last)


def characters(prepared: CountedText, start: int, end: int) -> tuple[int, int]:
    """The characters [start, end) of tokens [start, end)."""
    scan = prepared.scan
    return scan.starts[prepared.first[start]], scan.ends[prepared.last[end - 1] - 1]
