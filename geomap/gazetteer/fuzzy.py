"""How alike two names are, for spellings that the gazetteer does not have.

Keys are those of `geomap.text.translit_key` without blanks. A transliteration is unsure of vowels before it is
unsure of consonants, so a vowel costs half.
"""

from __future__ import annotations

import re

from geomap.text import translit_key

LEAST_ALIKE = 0.6  # below this, two spellings are not taken for the same name

_VOWELS = frozenset("aeiou")
_INNER_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_LEADING_VOWELS = re.compile(r"^[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")


def near_key(text: str) -> str:
    """What spellings of one name nearly share, in one word."""
    return _DOUBLED.sub(r"\1", translit_key(text).replace(" ", ""))


def skeleton(key: str) -> str:
    """The consonants of a key, with "a" for whatever vowel it begins with."""
    bare = _INNER_VOWELS.sub("", _LEADING_VOWELS.sub("a", key))
    return _DOUBLED.sub(r"\1", bare)


def cost(a: str, b: str) -> float:
    """The cost of inserting, dropping or replacing a letter for another ("" is none)."""
    if a == b:
        return 0.0
    vowels = all(not letter or letter in _VOWELS for letter in (a, b))
    return 0.5 if vowels or {a, b} == {"h", ""} else 1.0


def difference(a: str, b: str, limit: float) -> float:
    """Edit distance between two keys with vowels at half cost; infinite once it must pass `limit`."""
    if abs(len(a) - len(b)) > 2 * limit:
        return float("inf")
    row = [0.0]
    for letter in b:
        row.append(row[-1] + cost("", letter))
    for left in a:
        above, row = row, [row[0] + cost(left, "")]
        for column, right in enumerate(b, 1):
            row.append(min(
                above[column - 1] + cost(left, right), above[column] + cost(left, ""), row[-1] + cost("", right),
            ))  # fmt: skip
        if min(row) > limit:
            return float("inf")
    return row[-1] if row[-1] <= limit else float("inf")


def allowed(length: int) -> float:
    """How much a key of so many letters may differ and still be taken for the same name.

    Four letters allow one vowel, eight a consonant and a vowel; shorter names allow nothing: "Hit" is not "Hat".
    """
    if length < 4:
        return 0.0
    return 0.5 if length < 6 else 1.0 if length < 9 else 1.5


def likeness(a: str, b: str) -> float:
    """How alike two folded names look as written, 0 to 1: one less their edit distance over the longer length.

    Transliteration keys alone bring "Thawra" and "Dioura" together; a reader would not.
    """
    longest = max(len(a), len(b))
    return 1 - _edits(a, b) / longest if longest else 0.0


def _edits(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for at, left in enumerate(a, 1):
        above, row = row, [at]
        for column, right in enumerate(b, 1):
            row.append(min(above[column - 1] + (left != right), above[column] + 1, row[-1] + 1))
    return row[-1]
