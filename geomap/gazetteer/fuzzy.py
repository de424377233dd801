"""How alike two names are, for spellings that the gazetteer does not have.

Keys are those of `geomap.text.translit_key` without blanks. A transliteration is unsure of vowels before it is
unsure of consonants, so a vowel costs half.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from geomap.text import fold_name, translit_key

SHORT_KEY = 5  # letters below which a transliteration key alone tells too little
LOST = 2  # letters that a transliteration key may lose before the name itself is a key too
LEAST_ALIKE = 0.6  # below this, two spellings are not taken for the same name
# Letters of an Arabic name, and of a word of a longer one: Arabic writes no short vowels, so a shorter one with
# another letter is another.
ARABIC_LEAST, ARABIC_WORD_LEAST = 7, 5

_VOWELS = frozenset("aeiou")
_CHEAP = _VOWELS | {"h"}  # left out or put in at half cost
_CHEAP_LETTERS = re.compile("[aeiouh]+")
_INNER_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_LEADING_VOWELS = re.compile(r"^[aeiou]+")
_DOUBLED_CONSONANTS = re.compile(r"([^\W\daeiou_])\1+", re.IGNORECASE)
_DOUBLED = re.compile(r"(.)\1+")


def near_key(text: str) -> str:
    """What spellings of one name nearly share, in one word."""
    single = _DOUBLED_CONSONANTS.sub(r"\1", text)  # before "hh" in "Mokhha" is read as part of "kh"
    return _DOUBLED.sub(r"\1", translit_key(single).replace(" ", ""))


def single(text: str) -> str:
    """A folded name without blanks and without doubled letters."""
    return _DOUBLED.sub(r"\1", fold_name(text).replace(" ", ""))


def doublings(a: str, b: str) -> int:
    """How many letters more two folded words differ by for letters that only one of them doubles."""
    return max(0, edits(a, b) - edits(_DOUBLED.sub(r"\1", a), _DOUBLED.sub(r"\1", b)))


def near_keys(text: str) -> tuple[str, ...]:
    """The keys under which a name is filed: what transliterations share, and the name itself where that is much less.

    "Uvira" shares no more than "ira" with its transliterations, which would tell too little.
    """
    key, plain = near_key(text), single(text)
    return (key, plain) if len(key) < SHORT_KEY and len(key) <= len(plain) - LOST else (key,)


def skeleton(key: str) -> str:
    """The consonants of a key, with "a" for whatever vowel it begins with."""
    bare = _INNER_VOWELS.sub("", _LEADING_VOWELS.sub("a", key))
    return _DOUBLED.sub(r"\1", bare)


def shell(key: str) -> str:
    """The letters of a key that cost a whole edit, after its first letter: one such edit changes one letter of it."""
    return key[:1] + _CHEAP_LETTERS.sub("", key[1:])


def shell_cuts(one: str) -> set[str]:
    """A shell less each one of its letters but the first."""
    return {one[:at] + one[at + 1 :] for at in range(1, len(one))}


def difference(a: str, b: str, limit: float) -> float:
    """Edit distance between two keys with vowels (and h) at half cost; infinite once it must pass `limit`."""
    a, b = _unlike(a, b)
    drops = [0.5 if letter in _CHEAP else 1.0 for letter in b]
    row = [0.0, *accumulate(drops)]
    for left in a:
        drop, vowel = 0.5 if left in _CHEAP else 1.0, left in _VOWELS
        diagonal, at = row[0], row[0] + drop
        row[0] = least = at
        for column, right in enumerate(b, 1):
            swap = diagonal if left == right else diagonal + (0.5 if vowel and right in _VOWELS else 1.0)
            diagonal = row[column]
            at = min(swap, diagonal + drop, at + drops[column - 1])
            row[column] = at
            least = min(least, at)
        if least > limit:
            return float("inf")
    return row[-1] if row[-1] <= limit else float("inf")


def _unlike(a: str, b: str) -> tuple[str, str]:
    """Two words without the head and tail that they share: these cost nothing in any edit distance that is a metric."""
    start, stop = 0, min(len(a), len(b))
    while start < stop and a[start] == b[start]:
        start += 1
    end = 0
    while end < stop - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


@lru_cache(maxsize=1 << 17)
def consonants(key: str) -> int:
    """The consonants of a key as a set of bits, to rule pairs out before their distance is taken."""
    bits = 0
    for letter in key:
        if letter not in _VOWELS and letter != "h":
            bits |= 1 << (ord(letter) & 63)
    return bits


def could_match(a: str, b: str, limit: float) -> bool:
    """Whether the distance of two keys can be within a limit: every edit changes at most two consonants' bits."""
    return (consonants(a) ^ consonants(b)).bit_count() <= 2 * limit


def allowed(length: int) -> float:
    """How much a key of so many letters may differ and still be taken for the same name.

    Four letters allow one vowel, eight a consonant or two vowels, ten both: "Hit" is not "Hat", and "Ramadan" is
    not "Ramadi".
    """
    if length < 4:
        return 0.0
    return 0.5 if length < 8 else 1.0 if length < 10 else 1.5


def words_tell(a: str, b: str) -> bool:
    """Whether the words in which two Arabic names differ are long enough for a misspelling to show.

    "الحرية" is not a misspelt "حرير", nor "مطار الحرية" a misspelt "مطار حرير": what they share is only "airport".
    """
    left, right = fold_name(a).split(), fold_name(b).split()
    if len(left) != len(right) or len(left) == 1:
        return max(len("".join(left)), len("".join(right))) >= ARABIC_LEAST
    return all(x == y or max(len(x), len(y)) >= ARABIC_WORD_LEAST for x, y in zip(left, right, strict=True))


def likeness(a: str, b: str) -> float:
    """How alike two folded names look as written, 0 to 1: one less their edit distance over the longer length.

    Transliteration keys alone bring "Thawra" and "Dioura" together; a reader would not.
    """
    longest = max(len(a), len(b))
    return 1 - edits(a, b) / longest if longest else 0.0


def edits(a: str, b: str) -> int:
    """The plain edit distance of two words."""
    a, b = _unlike(a, b)
    row = list(range(len(b) + 1))
    for at, left in enumerate(a, 1):
        above, row = row, [at]
        for column, right in enumerate(b, 1):
            row.append(min(above[column - 1] + (left != right), above[column] + 1, row[-1] + 1))
    return row[-1]
