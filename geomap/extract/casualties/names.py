"""Victims who are only named: "killed Saleh al-Arouri", "Wissam Tawil was killed"."""

from __future__ import annotations

from geomap.extract.casualties.text import CountedText, characters
from geomap.extract.words.classes import CODES, code_of

_WORDS = frozenset((CODES["other"], CODES["dash"], CODES["apostrophe"], code_of("person")))
_COMMA, _AND, _OTHER = CODES["comma"], code_of("and"), CODES["other"]
_PEOPLE = frozenset(
    code_of(name) for name in ("people", "civil", "person", "civil_one", "kill_count", "irregular")
)
_LONGEST = 14  # tokens of a name with what is said of it
_FULL_NAME = 2  # capitals
_TITLE = 4  # letters of a short title: "Capt."
_OF, _DOT = code_of("of"), CODES["dot"]
_PERSON = code_of("person")
_MORE_FOLLOW = frozenset((_AND, code_of("along")))
_NOT_BEFORE = frozenset((_OF, code_of("by")))  # "members of Jund Allah and Ansar Allah were killed"


def has_capitals(prepared: CountedText, text: str, token: int) -> bool:
    """Whether a word is of a script that tells names by capitals."""
    word = text[slice(*characters(prepared, token, token + 1))]
    return word.upper() != word.lower()


def names_behind(prepared: CountedText, text: str, start: int, limit: int) -> tuple[int, int]:
    """How many persons are named from a token on, and the token behind the last name."""
    count, token = 0, start
    while (end := _name(prepared, text, token, limit)) > token:
        count, last = count + 1, end
        if prepared.codes[end : end + 1] not in (_COMMA, _AND):
            token = end
            break
        token = end + 1
    else:
        token = last if count else start
    if not count or prepared.codes[token : token + 1] in _PEOPLE:
        return 0, start
    return count, token


def behind_his_name(prepared: CountedText, text: str, start: int, limit: int) -> int:
    """The token behind the name of one who is told by his post, where more people follow: "the commander A B and …"."""
    end = _name(prepared, text, start, limit, least=1)
    return end if prepared.codes[end : end + 1] in _MORE_FOLLOW else start


def _name(prepared: CountedText, text: str, start: int, limit: int, least: int = 2) -> int:
    """The token behind a name of so many words that starts at a token; the token itself where none does."""
    token, capitals = start, 0
    while token < limit and prepared.codes[token] in _WORDS:
        word = text[slice(*characters(prepared, token, token + 1))]
        if word[0].isupper():
            capitals += 1
        elif prepared.codes[token] == _OTHER and not (capitals and len(word) <= 3):
            break
        token += 1
    return token if capitals >= least else start


def names_before(prepared: CountedText, text: str, first: int, end: int) -> int:
    """How many persons are named right before a token: "Capt. A B and Sgt. C D of the guard were killed" are two."""
    token = end
    count = 0
    while True:
        begin = token
        while begin > first and _may_be_named(prepared, text, begin - 1):
            begin -= 1
        words = [text[slice(*characters(prepared, t, t + 1))] for t in range(begin, token)]
        if sum(word[0].isupper() for word in words) < _FULL_NAME:
            return 0
        count += 1
        if prepared.codes[begin - 1 : begin] == _OF and prepared.codes[begin - 2 : begin - 1] in (
            _AND,
            _COMMA,
        ):
            begin -= 1  # "and the conscript A B"
        if prepared.codes[begin - 1 : begin] not in (_AND, _COMMA) or begin <= first:
            break
        token = begin - 1
    return 0 if begin > first and prepared.codes[begin - 1] in _NOT_BEFORE else count


def _may_be_named(prepared: CountedText, text: str, token: int) -> bool:
    """Whether a word may be one of a name or of its title: "Sgt.", "al-", "bin"."""
    code = prepared.codes[token]
    word = text[slice(*characters(prepared, token, token + 1))]
    if code == _DOT:
        before = text[slice(*characters(prepared, token - 1, token))] if token else ""
        return before[:1].isupper() and len(before) <= _TITLE
    return code in _WORDS and (word[0].isupper() or code != _OTHER or len(word) <= 3)


def named_by_post(prepared: CountedText, text: str, first: int, end: int) -> int:
    """1 where somebody is named behind his post at the head of a sentence: "Judge A B and two guards were killed"."""
    begin = end
    while begin > first and prepared.codes[begin - 1] in _WORDS:
        begin -= 1
        if prepared.codes[begin] == _PERSON:
            named = _name(prepared, text, begin + 1, end, least=1) == end > begin + 1
            begin -= prepared.codes[begin - 1 : begin] == _OF
            return int(named and begin <= first)
    return 0


def is_name_before(prepared: CountedText, text: str, first: int, end: int) -> bool:
    """Whether one person is named right before a token, what is said of him between commas passed over."""
    token, least = end, 2
    if prepared.codes[token - 1 : token] == _COMMA:
        opened = prepared.codes.rfind(_COMMA, max(first, token - _LONGEST), token - 1)
        if opened >= 0:
            least = (
                1 if opened == token - 3 and opened + 1 in prepared.numbers else 2
            )  # "Ahmed, 34, was killed"
        token = opened if opened >= 0 else token - 1
    begin = token
    while begin > first and prepared.codes[begin - 1] in _WORDS:
        begin -= 1
    start = token
    while start > begin and _is_of_a_name(prepared, text, start - 1):
        start -= 1
    if prepared.codes[begin - 1 : begin] == _AND and start == begin:
        return False
    return _name(prepared, text, start, token, least) == token > start


def _is_of_a_name(prepared: CountedText, text: str, token: int) -> bool:
    word = text[slice(*characters(prepared, token, token + 1))]
    return word[0].isupper() or prepared.codes[token] != _OTHER or len(word) <= 3
