"""The lexer and the grammar: words become classes, rules run over classes, offsets stay those of the text."""

from __future__ import annotations

import pytest

from geomap.extract.words.classes import NAMES
from geomap.extract.words.digits import digits
from geomap.extract.words.grammar import Grammar, first_of
from geomap.extract.words.tokens import Lexer

WORDS = {
    "fruit": {"1": ["apple"], "2": ["date palm", "date"]},
    "named": ["May"],
    "cased": ["named"],
    "exact": ["august"],
    "august": ["آب"],
    "clitics": ["و", "ب"],
    "joining": ["و"],
    "day": {"0": ["اليوم"]},
}
LEXER = Lexer(WORDS, ("august", "fruit", "named", "day"))


def classes(text: str) -> list[str]:
    return [NAMES[code] for code in LEXER.scan(text).codes]


def test_the_longest_expression_wins() -> None:
    """A date palm is no date, and its value is that of the whole."""
    scan = LEXER.scan("a date palm, a date")
    assert [NAMES[c] for c in scan.codes] == ["other", "fruit", "comma", "other", "fruit"]
    assert (scan.starts[1], scan.ends[1], scan.values[1]) == (2, 11, 2)


def test_capitals_count_where_the_lexicon_says_so() -> None:
    """The word "May" is a month, "may" is not."""
    assert classes("May may") == ["named", "other"]


def test_exact_words_keep_their_letter_forms() -> None:
    """August and "father" differ in one mark."""
    assert classes("آب") == ["august"]
    assert classes("أب") == ["other"]


def test_prefixes_are_taken_off_and_and_is_a_token() -> None:
    """The span starts behind the prefix, so that the words shown are the words meant."""
    scan = LEXER.scan("واليوم")
    assert [NAMES[c] for c in scan.codes] == ["joined", "day"]
    assert (scan.starts, scan.ends) == ([0, 1], [1, 6])
    assert [NAMES[c] for c in LEXER.scan("باليوم").codes] == ["day"]


@pytest.mark.parametrize(
    ("token", "name", "value"),
    [
        ("31", "daynum", 31),
        ("32", "number", 32),
        ("2024", "yearnum", 2024),
        ("16th", "ordinal", 16),
        ("45th", "other", 45),
        ("1,200", "number", 1200),
        ("1.5", "decimal", 1.5),
        ("12/1/2024", "numdate", (12, 1, 2024)),
        ("192.168.1", "odd", None),
        ("19:15", "clock", "19:15"),
        ("25:99", "odd", None),
        ("10-12", "numrange", (10, 12)),
        ("12-10", "odd", None),
        ("9" * 5000, "odd", None),
        ("٢٠٢٤", "yearnum", 2024),
    ],
)
def test_digits(token: str, name: str, value: object) -> None:
    """A number is told from a date, a time, a range by its marks."""
    assert (NAMES[digits(token)[0]], digits(token)[1]) == (name, value)


def test_rules_run_over_classes() -> None:
    """The first rule that fits wins, and a macro stands for its pattern."""
    grammar = Grammar({"pair": "food comma food", "one": "food"}, {"food": "(fruit | named)"})
    codes = LEXER.scan("apple, May date").codes
    assert list(grammar.matches(codes)) == [("pair", 0, 3), ("one", 3, 4)]


def test_the_first_of_many_rules_wins() -> None:
    """However many rules there are, and whatever the others begin with."""
    others = {f"other{n}": f"day{{{n + 2},{n + 2}}} comma" for n in range(9)}
    grammar = Grammar(
        {"pair": "fruit named", **others, "alone": "fruit", "late": "fruit named named", "day": "day"}
    )
    codes = LEXER.scan("apple May May, apple اليوم date May").codes
    assert [rule for rule, _, _ in grammar.matches(codes)] == ["pair", "alone", "day", "pair"]


def test_a_rule_that_matches_nothing_is_refused() -> None:
    """It would match everywhere."""
    assert first_of("a? b* (c | d e)", {}) == {"a", "b", "c", "d"}
    with pytest.raises(ValueError, match="matches nothing"):
        Grammar({"empty": "fruit? named*"})
