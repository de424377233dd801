"""Whether what a match found is the name that it looks like: whole words, capitals, an article, the words around."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.recognise.vocabulary import Entry, Vocabulary
from geomap.text import Folded, fold, is_arabic

_NEEDS_WINDOW = 60  # characters on each side in which a weak name looks for the words that it needs
_WORD_BEHIND = 24  # characters behind a name in which the next word stands
_ABBREVIATED = 4  # letters, all capitals, that are no town's name among words that are not
_STRIKE_WINDOW = 40  # … in which a raid on it does
_KIND_WINDOW = 16  # characters before a name in which a word for its kind stands
_CONTEXT_WINDOW = 400  # characters on each side in which a country is named
_SHORTEST = 2  # letters of a name that with a preposition before it may be another word
_GLUED_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLE_AT = re.compile(r"[aAeE][lL][\s\-‐‑–]|ال")
ARTICLE_BEFORE = re.compile(
    r"(?:\b(?:[aAeE][lL][\s\-‐‑–]|[aAeE](?:[tTdDrRzZsSnN]|[sSdDtT]h)[\-‐‑–])['’‘`ʿʾ]?|ال)$"
)


def unglued(
    source: str, start: int, end: int, entry: Entry, vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """The span of a match that is only part of a word: where clitics are the rest of it, else None."""
    if not vocabulary.prefixes.get(entry.lang):
        return None
    if start and source[start - 1].isalnum():
        word_start = start
        while word_start and source[word_start - 1].isalnum():
            word_start -= 1
        glued = source[word_start:start]
        if glued not in vocabulary.prefixes[entry.lang]:
            return None
        if entry.what != "cue" and glued in vocabulary.verb_prefixes[entry.lang]:
            return None
    if source[end : end + 1].isalnum():
        word_end = end
        while word_end < len(source) and source[word_end].isalnum():
            word_end += 1
        suffix = source[end:word_end]
        if (
            entry.what == "actor"
            and suffix in vocabulary.demonyms[entry.lang]
            and source[start:end].endswith(vocabulary.demonym_marks[entry.lang])
        ):
            return start, word_end  # "إسرائيليين", "مصرياً"
        is_name = entry.what != "cue"
        if is_name or end - start < 3 or source[end:word_end] not in vocabulary.suffixes[entry.lang]:
            return None
        end = word_end
    return start, end


def fits(text: str, folded: Folded, start: int, end: int, entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether capitals and the words around allow that this is the name."""
    name = entry.name
    if name is None:
        return True
    first, last = folded.span(start, end)
    if name.text.lower() != name.text:
        written = text[first:last]
        # "hit" is not Hit and "us" is not US, but IRBIL is Irbil.
        if not any(map(str.isupper, written)):
            return False
        if name.text.isupper() and len(name.text) <= 3 and not written.isupper() and "." not in written:
            return False
        if _is_an_abbreviation(text, first, last, name.text):
            return False
    if _is_another_word(text, first, last, name.text):
        return False
    if name.needs:
        if _has_what_it_needs(folded, first, last, name.needs, entry.what):
            return True
        if entry.what == "place" and _is_said_to_be_a_place(folded.text[:start], entry, vocabulary):
            return True
        if entry.what != "actor" or not is_arabic(name.text):
            return False
        # Without capitals, it is the gazetteer that knows which needs are names: "لبنان", "غزة".
        wide = _words(folded.of(max(0, first - _CONTEXT_WINDOW), last + _CONTEXT_WINDOW))
        return vocabulary.places_among(name.needs).search(wide) is not None
    return True


def _is_an_abbreviation(text: str, first: int, last: int, name: str) -> bool:
    """Whether few letters are all capitals in a line where others are not: "a NAF jet" is no jet of the river Naf."""
    written = text[first:last]
    if not (written.isupper() and written.isalpha() and 1 < len(written) <= _ABBREVIATED) or name.isupper():
        return False
    line = text[text.rfind("\n", 0, first) + 1 : first].split()
    behind = text[last : last + _WORD_BEHIND].split()[:1]
    beside = [word for word in (*line[-1:], *behind) if any(map(str.isalpha, word))]
    return bool(line) and bool(beside) and not any(word.isupper() and len(word) > 1 for word in beside)


def _is_another_word(text: str, first: int, last: int, name: str) -> bool:
    """Whether an Arabic name is written otherwise: "باب", a door, is not "بإب"; "البصري" is of Basra, not بصرى."""
    if name.endswith("ى") and not name.startswith("ال") and text[last - 1 : last] == "ي":
        return text[:last].endswith("ي") and "ال" in text[max(0, first - 2) : first + 2]
    glued = last - first <= _SHORTEST and text[max(0, first - 1) : first].isalnum() and is_arabic(name)
    return glued and text[first:last] != name


def _has_what_it_needs(folded: Folded, first: int, last: int, needs: tuple[str, ...], what: str) -> bool:
    """Whether a word such as "field" stands beside a place's weak name, or a country's within some sentences of it."""
    names = tuple(need for need in needs if need[:1].isupper())
    words = tuple(need for need in needs if not need[:1].isupper())
    beside = _CONTEXT_WINDOW if what == "actor" and names else _NEEDS_WINDOW
    for listed, window in ((words, beside), (names, _CONTEXT_WINDOW)):
        if not listed:
            continue
        around = _words(f"{folded.of(max(0, first - window), first)} {folded.of(last, last + window)}")
        if needed(listed).search(around):
            return True
    return False


def _words(said: str) -> str:
    """Folded words with one blank between them."""
    return " ".join(said.split())


def _is_said_to_be_a_place(before: str, entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether the word right before a name says what it is ("مدينة", "بلدة"), or stands before places ("قرب")."""
    if entry.name is not None and entry.name.text[-1:].isdigit():
        return False  # "مقر الفرقة 17": any army has one
    head, _, glued = before.rpartition(" ")  # an article may be glued to the name
    if glued in vocabulary.prefixes["ar"]:
        if glued.startswith("و") or glued.lstrip("وف").startswith(_GLUED_PREPOSITIONS):
            return False  # "مختار القرية ومدني"; "قرب باب المبنى": no preposition stands behind another
        before = f"{head} "
    words = before[-_KIND_WINDOW:].split()
    if not words or not before.endswith(" "):
        return False
    name = entry.name.text if entry.name else ""
    if is_arabic(name) and fold(name) not in vocabulary.common_words:
        if words[-1] in vocabulary.placing["ar"]:
            return True
        # "غارات على حجة"; a name with the article may be any thing: "على العمارة".
        if not name.startswith("ال") and vocabulary.struck.search(before[-_STRIKE_WINDOW:]):
            return True
    kinds = vocabulary.kind_words(entry.id)
    return any(words[-1].removeprefix(p) in kinds for p in ("", "ب", "ل", "و"))


@lru_cache(maxsize=4096)
def needed(needs: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of the words that a weak name needs, at the head of a word; of "US" the whole word."""
    ends = ((re.escape(fold(need)), r"(?!\w)" if need.isupper() else "") for need in needs)
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'{word}{end}' for word, end in ends)})")


def has_article(text: str, folded: Folded, start: int, end: int) -> bool:
    """Whether a name that is weak without it has its article: "al-Bab", "الباب"; not that of a person's name."""
    first, last = folded.span(start, end)
    if re.match(r"\s+[A-Z]", text[last : last + 3]) or re.search(
        r"[A-Z][\w'’]+ (?:[aAeE]l[- ])?$", text[max(0, first - 20) : first]
    ):
        return False  # a person's name on either side
    capital = text[first : first + 1].isupper() or text[max(0, first - 3) : first].lower().startswith(
        ("al", "el", "ال")
    )
    return capital and bool(
        ARTICLE_BEFORE.search(text[max(0, first - 5) : first]) or _ARTICLE_AT.match(text[first:last])
    )
