"""The spellings in which a curated name may stand in a text: articles and their assimilation, initials."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from geomap.text import fold_text, is_arabic

# The Latin forms of the Arabic article that assimilate to the letter that follows it ("as-Suwayda", "Ezzor").
_SUN = ("t", "th", "d", "dh", "r", "z", "s", "sh", "n")
_ARTICLES = frozenset(
    vowel + sound for vowel in "aeu" for sound in ("l", "t", "d", "r", "z", "s", "n", "sh", "dh", "th")
)
_SHORTEST_BARE = 5  # a name this long or longer may stand without its article; "Bab" or "Hit" may not
_SHORTEST_BARE_ARABIC = (
    4  # … and of an Arabic name, the article not counted: "العند" is a base, "عند" is "at"
)


def spellings(text: str) -> Iterator[str]:
    """Folded patterns for a name: as written, with each form of its articles, and without a leading one."""
    folded = " ".join(fold_text(text).text.replace('"', " ").split())
    if not folded:
        return
    if is_arabic(folded):
        yield from _arabic_spellings(folded)
        return
    words = folded.split()
    if _ARTICLES.isdisjoint(words[:-1]) or text.split(maxsplit=1)[0].isupper():
        yield folded  # "US soldiers" begins with no article, as "us-Sultan" would
    else:
        yield from dict.fromkeys(_latin_spellings(words))


def _latin_spellings(words: list[str]) -> Iterator[str]:
    options: list[tuple[str, ...]] = []
    for i, word in enumerate(words):
        has_next = i + 1 < len(words)
        if has_next and (word in {"al", "el"} or (word in _ARTICLES and _assimilates(word, words[i + 1]))):
            rest_is_long = sum(map(len, words[i + 1 :])) >= _SHORTEST_BARE
            options.append(tuple(_article_forms(words[i + 1], may_drop=i > 0 or rest_is_long)))
        else:
            options.append((word,))
    for choice in product(*options):
        yield " ".join(part for part in choice if part)


def _assimilates(article: str, word: str) -> bool:
    return word.startswith(article[1:]) and article[1:] in _SUN


def _article_forms(word: str, *, may_drop: bool) -> Iterator[str]:
    yield from ("al", "el")
    for sun in _SUN:
        if word.startswith(sun):
            yield from (f"a{sun}", f"e{sun}")
    if may_drop:
        yield ""


def _arabic_spellings(folded: str) -> Iterator[str]:
    """Without the article of the first word: the boundary check allows clitics and articles before it."""
    words = folded.split()
    head = words[0]
    if words == [head] and head.startswith("ال") and len(head) - 2 < _SHORTEST_BARE_ARABIC:
        yield from (head, f"لل{head[2:]}")
        return
    if head.startswith("ال") and len(head) > 4:
        words = [head[2:], *words[1:]]
    yield " ".join(words)
