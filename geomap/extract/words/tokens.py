"""Text as a row of word classes, so that a grammar can be a regular expression over classes, not over letters.

A lexicon gives words their class and value (`month` 2, `weekday` 6). `Lexer.scan` writes one character a token:
the class of its word, or of its digits or punctuation. A `geomap.extract.words.grammar.Grammar` is a list of
named rules over the names of classes, such as `day of? month (comma? year)?`: it sees no letter, so it serves all
languages.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import itemgetter
from typing import Any, NamedTuple

from geomap.extract.words.classes import CODES, PUNCTUATION, Value, code_of
from geomap.extract.words.digits import digits

# Each kind begins with one character of a class, by which the engine rules most kinds out at once.
# A word is all that is not blank, digit or punctuation, so that Arabic vowel signs stay inside their word; a dot
# between lengthened letters keeps it from a filter ("هجـ.ـوم") and is no punctuation. A line's end begins at the first
# of the blanks before it: were it looked for from each, a row of blanks would cost its length squared.
_TOKEN = re.compile(
    r"[A-Za-z\u0621-\u064a][a-z\u0621-\u064a]+(?=[ \n,;:])"  # as the general word below, told sooner
    r"|\d\d*(?:st|nd|rd|th)\b|[A-Za-z]\.(?:[A-Za-z]\.)+|\d\d*(?:[-.,/:–٫٬−]\d+)*"
    r"|[^\s\d!-/:-@\[-`{-~«»“”‘’‚„…–—−·•،؛؟٪٫٬٭۔\u2000-\u200f\u2028-\u202f\u2060-\u206f|]+"
    r"(?:[.*]+(?<=ـ[.*])ـ*[\u0621-\u065f]+)*"
    r"|(?<![^\S\n])[^\S\n]*\n\s*|\S"
)
_KNOWN = 20_000  # tokens
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]")
_LETTERS = str.maketrans("أإآٱىةیکگ", "ااااي" + "هيكك")


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """Lower case, without vowel signs and with one form of each Arabic letter."""
    if word.isascii():
        return word.lower()
    if "ـ" in word and ("." in word or "*" in word):
        word = word.replace(".", "").replace("*", "")  # "هجـ.ـوم"
    return _MARKS.sub("", word).casefold().translate(_LETTERS)


class Entry(NamedTuple):
    """A word, or the rest of an expression that it begins."""

    rest: tuple[str, ...]
    code: str
    value: Value
    exact: str | None  # the spelling that must be met as it is, if the word counts in that one only


class Scan(NamedTuple):
    """A text's tokens: their classes, where they are (characters [start, end)), what they are worth."""

    codes: str
    starts: list[int]
    ends: list[int]
    values: list[Value]

    def tokens_within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens [first, last) that lie in characters [start, end)."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)


class Lexer:
    """Finds the words of one lexicon; made once a lexicon, see `lexer_for`."""

    def __init__(self, words: Mapping[str, Any], classes: Sequence[str]) -> None:
        """Take `classes` from a lexicon.

        Args:
            words: Class to a list of words, or to a table of value to list of words. `cased` lists the classes
                whose words count with a capital only, `exact` those whose spelling must be met to the letter,
                `clitics` the letters that may be glued to the front of a word, `joining` those of them that
                mean "and": they become a token of their own, of the class `joined`.
            classes: The classes of the grammar; others in `words` are not looked at.
        """
        self._entries: dict[str, list[Entry]] = {}
        self._clitics = tuple(words.get("clitics", ()))
        self._joining = tuple(words.get("joining", ()))
        cased, exact = set(words.get("cased", ())), set(words.get("exact", ()))
        for name in classes:
            for value, word in _words_of(words.get(name, ())):
                kept = word if name in exact else "Capital" if name in cased else None
                self._add(word, code_of(name), value, kept)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.rest))
        self._known = _Known(self._find)

    def _add(self, word: str, code: str, value: Value, exact: str | None) -> None:
        head, *rest = [fold_word(token) for token in _TOKEN.findall(word)]
        if exact not in (None, "Capital"):
            head = _MARKS.sub("", word)
        self._entries.setdefault(head, []).append(Entry(tuple(rest), code, value, exact))

    def _find(self, token: str) -> _Info:
        """What a token is by itself, and which expressions it begins."""
        if token[0].isdecimal():
            return _Info(*digits(token))
        plain = _class_of(token)
        bare, folded = token if token.isascii() else _MARKS.sub("", token), fold_word(token)
        glued = [len(c) for c in self._clitics if folded.startswith(c) and len(folded) > len(c) + 1]
        for skip in (0, *glued):
            written = self._entries.get(bare[skip:], ())
            spoken = self._entries.get(folded[skip:], ())
            if not (written or spoken):
                continue
            found = [e for e in written if e.exact == bare[skip:]]
            found += [e for e in spoken if (e.exact is None or _cased(e, token)) and e not in found]
            if found:
                alone = next((entry for entry in found if not entry.rest), None)
                code, value = (alone.code, alone.value) if alone else (plain, None)
                longer: dict[str, list[Entry]] = {}
                for entry in found:
                    if entry.rest:
                        longer.setdefault(entry.rest[0], []).append(entry)
                return _Info(
                    code, value, skip, bool(skip) and token[0] in self._joining, longer, bool(skip or longer)
                )
        return _unknown(plain)

    def scan(self, text: str) -> Scan:
        """The text as classes."""
        tokens = tokens_of(text)
        infos = self._known.all_of(tokens.words)
        codes, values = list(map(_CODE, infos)), list(map(_VALUE, infos))
        starts, ends = tokens.starts.copy(), tokens.ends.copy()
        # Few tokens begin an expression or carry a prefix: from the end, so that positions before stay right.
        for position, info, size in reversed(self._changes(infos, tokens.words)):
            after = position + size
            starts[position:after] = [starts[position] + info.skip]
            ends[position:after] = [ends[after - 1]]
            codes[position:after], values[position:after] = [info.code], [info.value]
            if info.joined:
                codes.insert(position, CODES["joined"])
                values.insert(position, None)
                starts.insert(position, starts[position] - info.skip)
                ends.insert(position, starts[position] + 1)
        return Scan("".join(codes), starts, ends, values)

    def _changes(self, infos: list[_Info], words: list[str]) -> list[tuple[int, _Info, int]]:
        """Tokens that become something else than one token of their own class, with how many they take up."""
        changes = []
        done = 0
        for position in compress(range(len(infos)), map(_IS_SPECIAL, infos)):
            if position < done:
                continue
            info = infos[position]
            begins = info.longer and position + 1 < len(words)
            goes_on = info.longer.get(fold_word(words[position + 1])) if begins else None  # few do
            entry = _longest(goes_on, words, position + 1) if goes_on else None
            if entry is not None:
                info = info._replace(code=entry.code, value=entry.value)
                done = position + len(entry.rest) + 1
            elif not info.skip or info.code == CODES["other"]:
                continue
            changes.append((position, info, len(entry.rest) + 1 if entry else 1))
        return changes


_CODE, _VALUE, _IS_SPECIAL = itemgetter(0), itemgetter(1), itemgetter(5)


class _Info(NamedTuple):
    """What a lexicon knows of one token."""

    code: str
    value: Value = None
    skip: int = 0  # letters of a prefix
    joined: bool = False  # the prefix is "and"
    longer: Mapping[str, Sequence[Entry]] = {}  # the expressions that it begins, by their second word
    special: bool = False  # has a prefix or begins expressions


@cache
def _unknown(code: str) -> _Info:
    """What is known of a token of a class that no lexicon has."""
    return _Info(code)


class _Known(dict[str, _Info]):
    """What is known of tokens, found at their first look-up; bounded, so that memory stays flat over all articles."""

    def __init__(self, find: Callable[[str], _Info]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, token: str) -> _Info:
        return self.setdefault(token, self._find(token))

    def all_of(self, tokens: Iterable[str]) -> list[_Info]:
        """What is known of each token."""
        if len(self) > _KNOWN:
            self.clear()
        return list(map(self.__getitem__, tokens))


class _Tokens(NamedTuple):
    words: list[str]
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=4)
def tokens_of(text: str) -> _Tokens:
    """Every token with its offsets; kept for the next lexicon that reads the same text."""
    found = list(_TOKEN.finditer(text))
    return _Tokens([m[0] for m in found], [m.start() for m in found], [m.end() for m in found])


def _class_of(token: str) -> str:
    """The class of a token that no lexicon has: punctuation, a line's end, a word, a symbol."""
    if token in PUNCTUATION:
        return CODES[PUNCTUATION[token]]
    if token[0].isalpha():
        return CODES["other"]
    return CODES["newline"] if "\n" in token else CODES["symbol"]


def _words_of(table: Mapping[str, Sequence[str]] | Sequence[str]) -> Iterator[tuple[Value, str]]:
    if isinstance(table, Mapping):
        for key, words in table.items():
            value = int(key) if re.fullmatch(r"-?\d+", key) else key
            yield from ((value, word) for word in words)
    else:
        yield from ((None, word) for word in table)


def _cased(entry: Entry, token: str) -> bool:
    return entry.exact == "Capital" and token[0].isupper()


def _longest(entries: Sequence[Entry], words: list[str], position: int) -> Entry | None:
    """The longest of some expressions whose further words stand from `position` on; the first of them does."""
    for entry in entries:
        rest = entry.rest
        if len(rest) == 1 or rest == tuple(map(fold_word, words[position : position + len(rest)])):
            return entry
    return None


_lexers: dict[tuple[int, tuple[str, ...]], tuple[Mapping[str, Any], Lexer]] = {}


def lexer_for(words: Mapping[str, Any], classes: tuple[str, ...]) -> Lexer:
    """The lexer of a lexicon, compiled at its first use.

    Kept by identity, with the lexicon itself so that its identity cannot pass to another.
    """
    key = (id(words), classes)
    if key not in _lexers:
        if len(_lexers) > 32:
            _lexers.clear()
        _lexers[key] = (words, Lexer(words, classes))
    return _lexers[key][1]
