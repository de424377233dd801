"""The `[grammar]` of a lexicon: its lists folded, its patterns compiled, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from geomap.gazetteer.grammar_patterns import NEVER, FoldedPatterns, Pattern, WrittenPatterns
from geomap.gazetteer.grammar_words import WordLists
from geomap.text import fold

Lexicon = Mapping[str, Any]

_NAME = re.compile(r"\{([a-z_]+)\}")
_TABLES = ("words", "patterns", "written")
_PROPERTIES = (
    "subject", "adjective", "capitals", "shared_forms", "direction_outside", "prefixes", "verb_prefixes", "suffixes",
    "article", "glued_articles", "demonym", "demonym_endings", "list_joint", "name_placed", "name_struck",
)  # fmt: skip


def any_of(words: Sequence[str]) -> Pattern:
    """Any of these words, in a text of small letters, as a word of its own; never where there are none."""
    if not words:
        return NEVER
    return re.compile(rf"(?<!\w){_alternatives([word.lower() for word in words])}(?!\w)")


def either(*patterns: Pattern) -> Pattern:
    """What one of some patterns matches; they have no groups of one name."""
    given = [pattern.pattern for pattern in patterns if pattern is not NEVER]
    return re.compile("|".join(f"(?:{text})" for text in given)) if given else NEVER


def _alternatives(words: Iterable[str]) -> str:
    """Any of some words, the longer first."""
    return _tree(sorted(words, key=lambda w: (-len(w), w)))


def _tree(words: Sequence[str]) -> str:
    """Words as a tree over their first letters, so that a text's letter rules most of them out at once."""
    if len(words) == 1:
        return re.escape(words[0])
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    return f"(?:{'|'.join(re.escape(letter) + _tree(rest) if letter else '' for letter, rest in behind.items())})"


@cache
def _tables() -> dict[str, str]:
    """The table of the lexicon in which each list and pattern stands."""
    records = {"words": WordLists, "patterns": FoldedPatterns, "written": WrittenPatterns}
    return {f.name: table for table, record in records.items() for f in fields(record)}


def compiled(grammar: Lexicon) -> Iterator[tuple[str, Any]]:
    """The lists and patterns that a `[grammar]` gives, by name, ready for use."""
    lists = {name: _whole(name, grammar["words"]) for name in grammar.get("words", ())}
    for name, table in _tables().items():
        if table == "words" and name in lists:
            yield name, frozenset(map(fold, lists[name]))
        elif table != "words" and name in grammar.get(table, {}):
            yield name, _compile(name, grammar[table][name], lists, table)


def _whole(name: str, lists: Mapping[str, Sequence[str]]) -> list[str]:
    """The words of a list, with those of another where it stands in braces: "{kinds_of_town}"."""
    words: list[str] = []
    for word in lists[name]:
        other = _NAME.fullmatch(word)
        if other and other[1] not in lists:
            raise ValueError(f"the list {name}: there is no list {other[1]!r} in [grammar.words]")
        words += lists[other[1]] if other else [word]
    return words


def _compile(name: str, pattern: str, lists: Mapping[str, Sequence[str]], table: str) -> Pattern:
    def replace(found: re.Match[str]) -> str:
        if found[1] not in lists:
            raise ValueError(f"the pattern {name}: there is no list {found[1]!r} in [grammar.words]")
        words = lists[found[1]]
        return _alternatives({fold(word) for word in words} if table == "patterns" else words)

    try:
        return re.compile(_NAME.sub(replace, pattern))
    except re.error as error:
        raise ValueError(f"the pattern {name} is no regular expression: {error}") from error


def grammar_faults(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What is wrong with the `[grammar]` of a lexicon, and the word of the file that it is about."""
    grammar = lexicon.get("grammar", {})
    tables = _tables()
    used = {n for t in ("patterns", "written") for p in grammar.get(t, {}).values() for n in _NAME.findall(p)}
    used |= {n for words in grammar.get("words", {}).values() for n in _NAME.findall(" ".join(words))}
    for name in grammar:
        if name not in (*_PROPERTIES, *_TABLES):
            yield f"[grammar]: nothing reads {name!r}", name
    for table in _TABLES:
        for name, value in grammar.get(table, {}).items():
            if tables.get(name) != table and not (table == "words" and name in used):
                yield f"[grammar.{table}]: nothing reads {name!r}", name
            else:
                try:
                    if table == "words":
                        _whole(name, grammar["words"])
                    else:
                        _compile(name, value, grammar.get("words", {}), table)
                except ValueError as error:
                    yield str(error), name
