"""How many: numbers in digits and words, with "at least", "up to", "dozens" and the Arabic dual."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from geomap.extract.words.classes import CODES, NAMES, code_of
from geomap.extract.words.grammar import Grammar, pattern_of
from geomap.extract.words.tokens import Scan, lexer_for
from geomap.model import Record


class Number(Record, frozen=True):
    """A count as written.

    Attributes:
        start: Character offset of its words, "at least" included.
        end: Offset after the last character.
        low: Least that the words allow; None is not said.
        high: Most that they allow; None is not said.
        best: The number that was written; None where there is none ("several").
        vague: No number was written.
        in_noun: The noun itself is the number, as the Arabic dual; its span is that noun.
        between: It is said to lie between two numbers.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    best: int | None
    vague: bool = False
    in_noun: bool = False
    between: bool = False


class Counted(NamedTuple):
    """A number and its tokens [first, last)."""

    first: int
    last: int
    number: Number


NUMBER_CLASSES = (
    "small", "tens", "hundreds", "scale", "crowd", "few", "half", "a", "none", "at_least", "more_than", "up_to",
    "less_than", "about", "or_more", "or_so", "to", "or", "and", "between", "measure", "label", "dual", "another",
    "both_of", "as_many_again", "times_as_many",
)  # fmt: skip
CASUALTY_CLASSES = (
    "kill", "kill_active", "died", "dead", "wound", "wound_active", "kill_count", "wound_count",
    "kill_noun", "wound_noun", "toll", "wound_toll", "both", "toll_verb", "nobody", "without", "not_yet",
    "aux", "including", "put_at", "tally", "by", "of", "others", "civil", "civil_one", "people", "person",
    "total", "since", "superlative", "fell", "filler", "not_people", "dual_kill", "dual_wound", "unharmed", "amid",
    "leave", "kill_one", "wound_one", "other_one", "suffer", "was", "who_that", "acronym", "safe", "unhurt", "lose",
    "along", "included", "assailant", "early", "also", "assassination", "attempt", "kin", "fell_dead", "take", "lives",
    "everyone", "himself", "not_lead", "negated", "anybody", "grave", "shoot",
    "taken", "hospital", "forfeit", "meanwhile",
    "neutralise", "irregular", "burn", "clause_word", "kill_him", "wound_him", "assassinate", "war_has",
    "treat", "dead_named", "aboard", "one_of", "mourn",
)  # fmt: skip

_CLASSES = NUMBER_CLASSES + CASUALTY_CLASSES

_MACROS = {
    "figure": "(daynum | yearnum | number)",
    "words": "(hundreds (joined words_below)? | words_below)",
    "words_below": "(tens (dash? small)? | small (joined tens)?)",
    "plain": "((figure | decimal | words | a | half a?)? scale ((and | joined)? (scale | words))* | figure | words)",
    "hedge": "(at_least | more_than | up_to | less_than | about)",
}
_RULES = {
    "between": "between plain (and | to) plain",
    "span": "hedge* (plain (to hedge* | or) plain | figure dash figure)",
    "range": "hedge* numrange",
    "one": "hedge* plain (or_more | dash? or_so)?",
    "crowd": "hedge* a? crowd",
    "few": "hedge* few",
    "article": "a | another",
    "none": "none",
    "both": "both_of",
    "again": "as_many_again",
    "dual": "hedge* (dual | dual_kill | dual_wound)",
}
_GRAMMAR = Grammar(_RULES, _MACROS)


def find_numbers(
    text: str, lang: str, words: Mapping[str, Any], skip: Sequence[tuple[int, int]] = ()
) -> list[Number]:
    """Every count in a text, in order: never a date, a time, a measure, a model ("F-16"), a name ("Tower 22").

    Args:
        text: The text.
        lang: Its language, ISO 639-1; the words decide.
        words: The language's lexicon with its tables `numbers` and `casualties`.
        skip: Characters [start, end) that are dates.
    """
    return [found.number for found in counted(text, Lexicon(words), skip)]


def count_scan(text: str, words: Mapping[str, Any]) -> Scan:
    """The tokens of a text by the classes of `numbers` and `casualties`."""
    return _last_scans(text, Lexicon(words))


class Lexicon:
    """A lexicon as the key of a cache: by identity, for it is large and never changes."""

    __slots__ = ("words",)

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and other.words is self.words

    def __hash__(self) -> int:
        return id(self.words)


@lru_cache(maxsize=4)
def _last_scans(text: str, lexicon: Lexicon) -> Scan:
    """The sentences of an article share one scan of it."""
    return lexer_for(_merged(lexicon), _CLASSES).scan(text)


@lru_cache(maxsize=16)
def _merged(lexicon: Lexicon) -> Mapping[str, Any]:
    """One table of classes from the two of the lexicon, with the dual of each noun; a pair is one, too."""
    words = lexicon.words
    table = {**words.get("casualties", {}), **words.get("numbers", {})}
    duals = _duals(table.get("dual_of", ()), ("ان", "ين")) + _duals(
        table.get("dual_nominative_of", ()), ("ان",)
    )
    return table | {"dual": [*duals, *table.get("pairs", ())]}


def _duals(nouns: Sequence[str], endings: Sequence[str]) -> list[str]:
    """The dual of each noun: صاروخ gives صاروخان and صاروخين, طائرة gives طائرتان and طائرتين."""
    stems = [noun[:-1] + "ت" if noun.endswith("ة") else noun for noun in nouns]
    return [article + stem + ending for stem in stems for ending in endings for article in ("", "ال")]


def counted(text: str, lexicon: Lexicon, skip: Sequence[tuple[int, int]] = ()) -> list[Counted]:
    """The counts of a text with their tokens, without those that share a token with what is to be skipped."""
    scan = _last_scans(text, lexicon)
    blocked = {token for start, end in skip for token in range(*scan.tokens_within(start, end))}
    return [c for c in _last_counts(text, lexicon) if blocked.isdisjoint(range(c.first, c.last))]


@lru_cache(maxsize=4)
def _last_counts(text: str, lexicon: Lexicon) -> list[Counted]:
    """All counts of a text: numbers and casualties both begin with them."""
    scan = _last_scans(text, lexicon)
    found: list[Counted] = []
    for rule, first, last in _GRAMMAR.matches(scan.codes):
        if _is_no_count(scan, text, rule, first, last):
            continue
        values = _as_before(scan, first, found) if rule == "again" else _VALUES[rule](scan, first, last)
        if values:
            low, high, best = values
            number = Number(
                scan.starts[first],
                scan.ends[last - 1],
                low,
                high,
                best,
                rule in ("crowd", "few"),
                rule == "dual",
                rule == "between",
            )
            found.append(Counted(first, last, number))
    return found


_LABEL, _MEASURE, _DASH, _SLASH, _SYMBOLS = (
    code_of("label"), code_of("measure"), CODES["dash"], CODES["slash"],
    frozenset(CODES[name] for name in ("percent", "money", "symbol")),
)  # fmt: skip
_DIGITS = (CODES["daynum"], CODES["number"])
_AGE = {"age": "(daynum | number)", "next": "(comma and? | and)"}
_AGES_BEFORE = re.compile(pattern_of("label age (next age){0,6} next", _AGE) + r"\Z")
_AGES_BEHIND = re.compile(pattern_of("(comma age){0,6} comma? and age measure", _AGE))
_AGAIN_WITHIN = 20  # tokens from a number to "as many"
_AGES_WITHIN = 16  # tokens in which a list of ages stands before one of them
# What may not follow "a" in the sense of one.
_NO_NOUN = frozenset((
    *NUMBER_CLASSES, "daynum", "yearnum", "number", "decimal", "numrange", "numdate", "clock", "newline", "comma",
    "dot", "colon", "close", "open", "dash", "slash", "stop", "semicolon",
))  # fmt: skip
# What may not follow "another" in the sense of one more.
_COUNTS = frozenset((
    "small", "tens", "hundreds", "scale", "crowd", "few", "half", "daynum", "yearnum", "number", "decimal",
    "numrange", "at_least", "more_than", "up_to", "less_than", "about",
))  # fmt: skip
_HEDGES = frozenset(code_of(name) for name in ("at_least", "more_than", "up_to", "less_than", "about"))


def _is_no_count(scan: Scan, text: str, rule: str, first: int, last: int) -> bool:
    """Whether the number is a name, a year, a measure or a part of a longer thing."""
    codes = scan.codes
    if rule == "both":
        return code_of("and") in codes[last : last + 4]  # "both civilians and soldiers"
    if rule in ("none", "dual", "few", "crowd", "again"):
        return False
    before, after = codes[first - 1 : first], codes[last : last + 1]
    if rule == "article":
        alone = codes[first] == code_of("another")  # "one was killed and another hurt"
        return NAMES.get(after, "stop") in (_COUNTS if alone else _NO_NOUN)
    if after == _MEASURE or (after in _SYMBOLS and after):
        return True
    if after == _DASH and codes[last + 1 : last + 2] == _MEASURE:
        return True
    if before and before == CODES["money"]:
        return True
    hedged = codes[first] in _HEDGES
    if before == _LABEL and not hedged:
        return True
    if not hedged and codes[first:last] in _DIGITS and _is_an_age(codes, first, last):
        return True
    if before in (_DASH, _SLASH) and scan.ends[first - 1] == scan.starts[first]:
        return True  # F-16, 24/7
    if codes[first:last] == CODES["yearnum"] and not hedged:
        return True
    return _glued(text, scan, first, last)


def _is_an_age(codes: str, first: int, last: int) -> bool:
    """Whether a number stands in a list of ages: "aged 34, 45 and 51", "54 and 60 years old"."""
    if _AGES_BEHIND.match(codes, last):
        return True
    return _AGES_BEFORE.search(codes, max(0, first - _AGES_WITHIN), first) is not None


def _glued(text: str, scan: Scan, first: int, last: int) -> bool:
    """Whether letters touch the number: M4, 0220GMT, 5G."""
    start, end = scan.starts[first], scan.ends[last - 1]
    if not text[end - 1].isdecimal() and not text[start].isdecimal():
        return False
    return (start > 0 and text[start - 1].isalpha() and text[start - 1].isascii()) or (
        end < len(text) and text[end].isalpha()
    )


Values = tuple[int | None, int | None, int | None]  # low, high, best


def _kinds(scan: Scan, first: int, last: int) -> set[str]:
    return {NAMES[scan.codes[t]] for t in range(first, last)}


_SINGLE = frozenset({"daynum", "yearnum", "number", "decimal", "small", "tens", "hundreds"})


def _plain_values(scan: Scan, first: int, last: int) -> Iterator[int]:
    """The numbers between two tokens, words added up: "two hundred and fifty" is one, "two to five" are two."""
    total, part, open_ = 0, 0, False
    for token in range(first, last):
        name, value = NAMES[scan.codes[token]], scan.values[token]
        if name in _SINGLE:
            part, open_ = part + value, True
        elif name == "scale":
            part = (part or 1) * value
            if value >= 1000:
                total, part = total + part, 0
            open_ = True
        elif name == "half":
            part, open_ = 0, False
        elif (open_ and name in ("to", "or", "between")) or (
            open_ and name == "dash" and part >= 20 and part % 10
        ):
            yield int(total + part)
            total, part, open_ = 0, 0, False
    if open_:
        yield int(total + part)


def _one(scan: Scan, first: int, last: int) -> Values | None:
    names = _kinds(scan, first, last)
    if "decimal" in names and "scale" not in names:
        return None
    number = next(iter(_plain_values(scan, first, last)), None)
    if number is None:
        return None
    if "half" in names:
        number //= 2
    if names & {"more_than", "at_least", "or_more"}:
        return number, None, number
    if names & {"up_to", "less_than"}:
        return None, number, number
    return number, number, number


def _span(scan: Scan, first: int, last: int) -> Values | None:
    parts = [i for i in range(first, last) if NAMES[scan.codes[i]] in ("to", "dash", "or", "and")]
    cuts = [*parts, last]
    for cut in cuts:
        low = _one(scan, first, cut)
        high = _one(scan, cut + 1, last) if cut < last else None
        if low and high and low[2] is not None and high[2] is not None and low[2] < high[2]:
            return low[2], high[2], None
    return _one(scan, first, cuts[0])


def _range(scan: Scan, first: int, last: int) -> Values | None:
    low, high = scan.values[last - 1]
    return (low, high, None) if high <= 10 * low else None


def _as_before(scan: Scan, first: int, found: Sequence[Counted]) -> Values | None:
    """As many as were counted before it in its sentence: "four were killed and as many wounded"."""
    before = found[-1] if found else None
    if before is None or before.number.best is None or first - before.last > _AGAIN_WITHIN:
        return None
    between = scan.codes[before.last : first]
    if any(CODES[end] in between for end in ("dot", "newline")):
        return None
    return before.number.low, before.number.high, before.number.best


def _crowd(scan: Scan, first: int, last: int) -> Values | None:
    return scan.values[last - 1], None, None


def _article(scan: Scan, first: int, last: int) -> Values | None:
    return 1, 1, 1


def _none(scan: Scan, first: int, last: int) -> Values | None:
    return 0, 0, 0


def _dual(scan: Scan, first: int, last: int) -> Values | None:
    return 2, 2, 2


_VALUES = {
    "between": _span, "span": _span, "range": _range, "one": _one, "crowd": _crowd, "few": _crowd,
    "article": _article, "none": _none, "dual": _dual, "both": _dual,
}  # fmt: skip
