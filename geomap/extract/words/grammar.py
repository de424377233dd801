"""Rules over classes of words, compiled to one regular expression over the classes' characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from geomap.extract.words.classes import code_of

_HANDFUL = 4  # rules that share a look ahead


class Grammar:
    """Named rules over classes, tried in order at each token."""

    def __init__(self, rules: Mapping[str, str], macros: Mapping[str, str] | None = None) -> None:
        """Compile rules.

        Args:
            rules: Name to pattern: names of classes with `? * + | ( )`, blanks between them.
            macros: Names that stand for a pattern.
        """
        known = macros or {}
        parts = [
            (first_of(rule, known), f"(?P<{name}>{pattern_of(rule, known)})") for name, rule in rules.items()
        ]
        # Most tokens begin no rule, the others begin few: a look ahead is cheaper than to try each.
        self._pattern = re.compile(_behind_looks_ahead(parts))

    def matches(self, codes: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int, int]]:
        """(rule, first token, token after the last) of each match, left to right, none overlapping."""
        for match in self._pattern.finditer(codes, start, len(codes) if end is None else end):
            yield match.lastgroup or "", match.start(), match.end()


def _behind_looks_ahead(parts: Sequence[tuple[set[str], str]]) -> str:
    """Patterns in their order, with the classes that each begins with, behind a look at the next token.

    So is every handful of them, and every handful of these: a token that begins none of a handful is done with it.
    """
    looked = [(begin, _ahead(begin) + pattern) for begin, pattern in parts]
    while len(looked) > 1:
        handfuls = [looked[at : at + _HANDFUL] for at in range(0, len(looked), _HANDFUL)]
        joined = [(set().union(*(b for b, _ in some)), "|".join(p for _, p in some)) for some in handfuls]
        looked = [(begin, f"{_ahead(begin)}(?:{patterns})") for begin, patterns in joined]
    return looked[0][1]


def _ahead(names: set[str]) -> str:
    """That a token of one of these classes comes next."""
    return f"(?=[{''.join(code_of(name) for name in sorted(names))}])"


def pattern_of(rule: str, macros: Mapping[str, str]) -> str:
    """A rule as a regular expression over the characters of its classes."""

    def replace(match: re.Match[str]) -> str:
        name = match.group()
        return f"(?:{pattern_of(macros[name], macros)})" if name in macros else re.escape(code_of(name))

    plain = re.sub(r"\((?!\?)", "(?:", rule)
    return re.sub(r"\s+", "", re.sub(r"[a-z_]+", replace, plain))


def first_of(rule: str, macros: Mapping[str, str]) -> set[str]:
    """The classes with which a match of a rule can begin.

    Raises:
        ValueError: The rule could match nothing at all.
    """
    names, empty = _Reader(rule, macros).alternatives()
    if empty:
        raise ValueError(f"a rule that matches nothing: {rule}")
    return names


class _Reader:
    """A walk through a rule that keeps what it can begin with, and whether it can be empty."""

    def __init__(self, rule: str, macros: Mapping[str, str]) -> None:
        self._tokens = re.findall(r"[a-z_]+|[()|?*+]|\{\d+,\d*\}", rule)[::-1]
        self._macros = macros

    def alternatives(self) -> tuple[set[str], bool]:
        names, empty = self._sequence()
        while self._next_is("|"):
            self._tokens.pop()
            more, also_empty = self._sequence()
            names, empty = names | more, empty or also_empty
        return names, empty

    def _sequence(self) -> tuple[set[str], bool]:
        names: set[str] = set()
        empty = True
        while self._tokens and not self._next_is("|", ")"):
            more, skippable = self._one()
            names |= more if empty else set()
            empty = empty and skippable
        return names, empty

    def _one(self) -> tuple[set[str], bool]:
        part = self._tokens.pop()
        if part == "(":
            names, empty = self.alternatives()
            self._tokens.pop()
        elif part in self._macros:
            names, empty = _Reader(self._macros[part], self._macros).alternatives()
        else:
            names, empty = {part}, False
        if self._tokens and re.match(r"[?*+{]", self._tokens[-1]):
            empty = empty or self._tokens.pop()[:2] in ("?", "*", "{0")
        return names, empty

    def _next_is(self, *tokens: str) -> bool:
        return bool(self._tokens) and self._tokens[-1] in tokens
