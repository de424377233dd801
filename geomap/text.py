"""Folding of text, so that "Al‑Omar", "al-`Umar" and "العمر" can meet, with a way back to the characters.

Three depths, from light to heavy:

* `fold_text` keeps the words apart and maps each character back to the original text: for finding names.
* `fold_name` makes the key of a whole name: articles, hyphens and apostrophes gone.
* `translit_key` goes on to what the transliterations of one name have in common: for near misses.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

_APOSTROPHES = "'’‘`´ʼʻʾʿʹ′‛ˈ"
_HYPHENS = "-‐‑‒–—―−_/"
_QUOTES = '"“”„«»‹›'
_ZERO_WIDTH = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
_ARABIC_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ئ": "ي", "ؤ": "و",
    "ۆ": "و", "ۇ": "و", "ة": "ه", "ە": "ه", "ھ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب",
    "چ": "ج", "ژ": "ز", "ڵ": "ل", "ڕ": "ر",
}  # fmt: skip
_LATIN_LETTERS = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "ß": "s", "æ": "a", "œ": "o", "ħ": "h", "ə": "a",
}  # fmt: skip

# The articles that Latin transliterations of Arabic put before a word, assimilated forms included.
_ARTICLES = frozenset(
    "al el ad ed an en ar er as es at et az ez ash esh adh edh ath eth ul ur us ud un uz".split()
)
# Those that are no English (or French, Spanish) word of their own, so that they may stand with a blank.
_FREE_ARTICLES = frozenset({"al", "el", "ash", "esh", "ez", "az", "adh", "ad"})


def _base_letter(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char)
    base = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return base[:1] if base else ""


def _make_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)):
        char = chr(code)
        folded = _base_letter(char)
        folded = _LATIN_LETTERS.get(folded, folded)
        if folded and folded != char:
            table[code] = folded
    table.update({ord(c): v for c, v in (_ARABIC_LETTERS | _LATIN_LETTERS).items()})
    table.update({0x660 + i: str(i) for i in range(10)} | {0x6F0 + i: str(i) for i in range(10)})
    for marks in ((0x300, 0x370), (0x610, 0x61B), (0x64B, 0x660), (0x6D6, 0x6EE)):
        table.update(dict.fromkeys(range(*marks)))
    table.update({0x640: None, 0x670: None})
    table.update({ord(c): None for c in _APOSTROPHES + _QUOTES + _ZERO_WIDTH})
    table.update({ord(c): " " for c in _HYPHENS + "\t\n\r\u00a0\u2009\u202f"})
    for code in (*range(0x80), *range(0x600, 0x700)):  # what stays is listed too: to look in vain is slow
        table.setdefault(code, chr(code))
    return table


_TABLE = _make_table()
_DELETED = re.compile("[" + "".join(re.escape(chr(c)) for c, v in _TABLE.items() if v is None) + "]")
_HYPHEN = re.compile(f"[{re.escape(_HYPHENS)}]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_RUN = re.compile("[\u0600-\u06ff]+")
_NO_WORD = re.compile(r"\W+")
_PLAIN = re.compile(r"[A-Za-z0-9 ]*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}](?=[sS]?(?![^\W\d_]))")
_DOTTED = re.compile(r"\.[A-Za-z]\.")  # all initials have it, few texts do
_HIDDEN = re.compile(r"(?<=ـ)[.*]+(?=ـ|[\u0621-\u064a])")  # "هجـ.ـوم": letters kept apart from a filter
_INITIALS = re.compile(r"[A-Za-z]\.(?<![^\W_][A-Za-z]\.)(?:[A-Za-z]\.)+(?:[A-Za-z](?![A-Za-z]))?")


class Folded(NamedTuple):
    """Folded text with the way back to the characters it came from."""

    text: str
    cuts: tuple[int, ...] = ()  # positions in the original of the characters that were dropped
    gaps: tuple[int, ...] = ()  # the same in the folded text: before which characters they stood

    def original(self, position: int) -> int:
        """The offset in the original text of the character at `position` of the folded text."""
        return position + bisect_right(self.gaps, position)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of folded [start, end)."""
        gaps = self.gaps
        first = start + bisect_right(gaps, start)
        return first, end + bisect_right(gaps, end - 1) if end > start else first

    def position(self, offset: int) -> int:
        """The position in the folded text of the original's character at `offset`."""
        return offset - bisect_right(self.cuts, offset - 1)

    def of(self, start: int, end: int) -> str:
        """The folded text of the original's characters [start, end)."""
        cuts = self.cuts
        return self.text[start - bisect_right(cuts, start - 1) : end - bisect_right(cuts, end - 1)]


def fold_text(text: str) -> Folded:
    """Lower-case, without diacritics, apostrophes and hyphens; Arabic letter forms unified; offsets kept.

    A possessive's apostrophe becomes a blank ("Iraq's" is the word Iraq), dots inside initials go ("U.S."),
    and those that keep a word from a filter ("هجـ.ـوم").
    """
    if text.isascii() and _PLAIN.fullmatch(text):  # most names
        return Folded(text.lower())
    if "'" in text or "’" in text or "‘" in text:
        text = _POSSESSIVE.sub(" ", text)
    cuts = [m.start() for m in _DELETED.finditer(text)]
    dots = [i for m in _HIDDEN.finditer(text) for i in range(*m.span())] if "ـ" in text else []
    if _DOTTED.search(text):
        dots += [m.start() + i for m in _INITIALS.finditer(text) for i, c in enumerate(m.group()) if c == "."]
    if dots:
        dots.sort()
        cuts = sorted({*cuts, *dots})
        parts, last = [], 0
        for cut in dots:
            parts.append(text[last:cut])
            last = cut + 1
        parts.append(text[last:])
        text = "".join(parts)
    gaps = tuple(cut - dropped for dropped, cut in enumerate(cuts))
    return Folded(text.translate(_TABLE), tuple(cuts), gaps)


def lower(text: str) -> str:
    """In small letters, each where its capital stood: "İ" would become two characters, and stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`fold_text` without offsets, blanks collapsed: for searching."""
    return " ".join(fold_text(text).text.split())


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """The key of a name: "Al-Omar", "al ʿOmar" and "omar" give "omar"; "دير الزور" gives "دير زور".

    Articles are dropped at the head and within; a name that is nothing but an article keeps it.
    """
    hyphened = _HYPHEN.sub("-", text)
    words: list[str] = []
    for chunk in hyphened.split():
        pieces = [p for p in chunk.split("-") if p]
        for i, piece in enumerate(pieces):
            plain = (
                piece.isascii() and piece.isalnum()
            )  # most pieces of names: nothing in them to fold but capitals
            word = piece.lower() if plain else _NO_WORD.sub("", fold_text(piece).text)
            attached = i + 1 < len(pieces)
            if word in _ARTICLES and (attached or word in _FREE_ARTICLES):
                continue
            if word:
                words.append(_strip_arabic_article(word))
    return " ".join(words) or " ".join(re.sub(r"[^\w\s]+", " ", fold_text(text).text).split())


def _strip_arabic_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


# In order: digraphs that the press writes in several ways become one letter.
_TRANSLIT = (
    (r"x|kh", "k"),
    (r"[qg]h?", "k"),
    (r"dh|th", "d"),
    (r"sh|ch|ş|ç", "s"),
    (r"ou|oo|w(?=[^aeiouy]|\b)", "u"),
    (r"ee|ei|ey|ay|ai|y|ie|j(?=\b)", "i"),
    (r"z", "s"),
    (r"v|w", "u"),
    (r"o", "u"),
    (r"e", "i"),
    (r"t(?=\b)", "t"),
    (r"(.)\1+", r"\1"),
    (r"(?<=[aiu])h\b", ""),
    (r"[aiu]+(?=[aiu])", ""),
    (r"i\b", "a"),
)


@cache
def _translit() -> list[tuple[re.Pattern[str], str]]:
    """The same, compiled when it is first needed."""
    return [(re.compile(pattern), replacement) for pattern, replacement in _TRANSLIT]


@lru_cache(maxsize=65536)
def translit_key(text: str) -> str:
    """What the Latin spellings of one Arabic or Kurdish name share: "Harir", "Hareer"; "Qasrak", "Gasrak".

    Not for exact look-up: different names may share a key, so a match asks for more evidence.
    """
    key = fold_name(text)
    for pattern, replacement in _translit():
        key = pattern.sub(replacement, key)
    return key


def is_arabic(text: str) -> bool:
    """Whether most letters of the text are of the Arabic script."""
    if text.isascii():  # most names
        return False
    if _ARABIC.search(text) is None:
        return False
    arabic = len(text) - len(_ARABIC_RUN.sub("", text))
    return arabic * 2 > len(text) or arabic * 2 > sum(map(str.isalpha, text))  # the first asks no character
