"""How many: the number of a match, with those of the groups joined to it ("six civilians and three guards")."""

from __future__ import annotations

import re

from geomap.extract.casualties.beside import (
    COMPANY,
    GROUP_BEFORE,
    HEAD,
    HIS_OWN_BEHIND,
    LATER_GROUP,
    NEXT_GROUP,
    ONE_MORE,
    OTHERS_BEHIND,
    RANKED,
)
from geomap.extract.casualties.rules import DOES_HARM
from geomap.extract.casualties.text import CountedText, characters, is_definite
from geomap.extract.words.classes import CODES, NAMES, code_of
from geomap.extract.words.numbers import Number
from geomap.text import fold

Values = tuple[int | None, int | None, int | None]  # low, high, best

ONE: Values = (1, 1, 1)
PAIR: Values = (2, 2, 2)
NOBODY: Values = (0, 0, 0)
# "killed two soldiers and three guards were hurt": what stands before one of these is its subject.
_HAPPENS = frozenset({"aux", "was", "kill", "wound", "dead", "died"})
_TAKES = DOES_HARM | {"lose"}
_FALLS = DOES_HARM | {"dead", "died"}
_ONES = frozenset(code_of(name) for name in ("person", "civil_one"))
_LINKS = frozenset((code_of("and"), code_of("along")))
_AND, _OF, _ASSAILANT = code_of("and"), code_of("of"), code_of("assailant")
_ALONG = code_of("along")
_JOINED, _INCLUDING, _COMMA = code_of("joined"), code_of("including"), CODES["comma"]
_FURTHEST = 18  # tokens before a match in which one more group can stand
_AMID = code_of("amid")
_SINGULAR_FROM = 11  # behind such a number a noun has an ending of its own


def with_groups_behind(
    prepared: CountedText, text: str, match: tuple[int, int], limit: int, values: Values
) -> Values:
    """The values of a match, with those of the people named behind it.

    Args:
        prepared: The text.
        text: Its characters.
        match: The token of the number, or the first of the people, and the token behind the match.
        limit: The end of the sentence.
        values: What the match says by itself.
    """
    at, end = match
    if _JOINED in prepared.codes[at + 1 : at + 8]:
        return _with_more(prepared, text, at, limit, values)
    head = HEAD.match(prepared.codes, at + 1, limit)
    token = max(head.end() if head else end, end)
    if (others := OTHERS_BEHIND.match(prepared.codes, token, limit)) and not _is_subject(
        prepared, others.end()
    ):
        number = next(prepared.numbers[t] for t in range(token, others.end()) if t in prepared.numbers)
        return added(values, (number.low, number.high, number.best))
    if (his := HIS_OWN_BEHIND.match(prepared.codes, token, limit)) and _is_his_own(prepared, text, his.end()):
        return added(values, ONE)
    listed, pending, begin = values, values, token
    while group := NEXT_GROUP.match(prepared.codes, token, limit):
        if NAMES.get(prepared.codes[group.end() : group.end() + 1], "") in _HAPPENS:
            break
        if (
            prepared.codes[group.start() : group.start() + 2] == _COMMA + _AND
            and group.end() + 1 in prepared.numbers
        ):
            break  # "the body of a woman, and 32 people, six of them children, sought help"
        pending = added(pending, _group(prepared, group.start(), group.end()))
        token = group.end()
        if prepared.codes[group.start()] != _COMMA or not _LINKS.isdisjoint(group.group()):
            listed = pending  # commas alone join no list
    told_apart = prepared.codes[begin + 1 : begin + 2] not in _LINKS  # not "a judge, as well as his driver"
    if (
        told_apart
        and prepared.codes[begin : begin + 1] == _COMMA
        and _is_breakdown(prepared, token, values, listed)
    ):
        listed = values
    return with_later_company(prepared, token, limit, listed)


def _is_his_own(prepared: CountedText, text: str, end: int) -> bool:
    """Whether the person right before a token is told as another's: "… and his driver"."""
    possessive = prepared.marks.his
    words = {_word(prepared, text, token).lower() for token in (end - 2, end - 3)}
    return bool(possessive) and not words.isdisjoint(possessive.split()) and not _is_subject(prepared, end)


def _is_subject(prepared: CountedText, end: int) -> bool:
    """Whether something befalls those who are named before a token: "… and two others were hurt"."""
    return NAMES.get(prepared.codes[end : end + 1], "") in _HAPPENS


def with_later_company(prepared: CountedText, token: int, limit: int, values: Values) -> Values:
    """The values with those who died beside, told a little later: "was killed in A, along with two guards"."""
    later = LATER_GROUP.match(prepared.codes, token, limit)
    if later and NAMES.get(prepared.codes[later.end() : later.end() + 1], "") not in _HAPPENS:
        return added(values, _group(prepared, later.start(), later.end()))
    return values


def _is_breakdown(prepared: CountedText, end: int, values: Values, listed: Values) -> bool:
    """Whether a list tells who the people were: "killed five people, two men and three women"."""
    twice = values[2] is not None and listed[2] == 2 * values[2]
    return twice or prepared.codes[end : end + 1] == _INCLUDING


def with_groups_before(
    prepared: CountedText, match: tuple[int, int], first: int, values: Values, *, his: bool = False
) -> Values:
    """The values of a match, with those of the people named before it.

    Args:
        prepared: The text.
        match: The tokens [start, end) of the match.
        first: The first token of the sentence.
        values: What the match says by itself.
        his: It joins two people by itself, one of them his whom the sentence opens with: "his driver and a guard".
    """
    begin, linked = match[0], False
    apart = _COMMA in prepared.codes[slice(*match)]  # "…, a father and a son, were killed"
    while group := GROUP_BEFORE.search(prepared.codes, max(first, begin - _FURTHEST), begin):
        if NAMES.get(prepared.codes[group.start() - 1 : group.start()], "") in _TAKES:
            break  # "killed two soldiers and three guards were hurt", "lost twelve men and ten were hurt"
        if prepared.codes[group.start() + 1] == _AND and not _is_a_pair(prepared, group.start()):
            break  # "between two and three guards"; not "a couple and their child"
        before = NAMES.get(prepared.codes[group.start() - 2 : group.start() - 1], "")
        if before in _FALLS and prepared.codes[group.start() - 1] == _ALONG:
            break  # "was killed along with two guards and three men were hurt"
        if prepared.codes[group.start() - 1 : group.start()] == _INCLUDING:
            break  # "twelve people died, among them three boys, and 45 were hurt"
        by_comma = prepared.codes[begin - 1] == _COMMA
        if by_comma and prepared.codes[group.start() - 1 : group.start()] == _OF:
            break  # "of the 30 passengers, 12 were killed"
        if by_comma and not (linked or group.start() in prepared.numbers or (his and group.start() == first)):
            break
        more = _group(prepared, group.start(), group.end())
        if by_comma and linked and apart and more[2] == values[2]:
            return more  # "two occupants, a father and a son, were killed"
        linked = True
        values = added(values, more)
        begin = group.start()
    return values


def _is_a_pair(prepared: CountedText, token: int) -> bool:
    """Whether a number is a noun that says how many: "a couple"."""
    return token in prepared.numbers and prepared.numbers[token].in_noun


def with_company(prepared: CountedText, end: int, limit: int, values: Values) -> Values:
    """The values with those of the people who died beside: "was killed along with two of his guards"."""
    group = COMPANY.match(prepared.codes, end, limit)
    while group and NAMES.get(prepared.codes[group.end() : group.end() + 1], "") not in _HAPPENS:
        values = added(values, _group(prepared, group.start(), group.end()))
        end = group.end()
        group = (
            NEXT_GROUP.match(prepared.codes, end, limit) if prepared.codes[end : end + 1] == _AND else None
        )
    return values


def _group(prepared: CountedText, start: int, end: int) -> Values:
    """How many victims one group is: its number, else one person; nothing where that is not said."""
    if _ASSAILANT in prepared.codes[start:end]:
        return NOBODY
    if start + 1 in prepared.numbers and prepared.codes[start] == prepared.codes[start + 2] == _COMMA:
        start += 2  # behind an age: "a woman, 63, and her two grandchildren"
    number = next((prepared.numbers[token] for token in range(start, end) if token in prepared.numbers), None)
    if number is not None:
        return number.low, number.high, number.best
    return ONE if _ONES & set(prepared.codes[start:end]) else (0, None, 0)


def _with_more(prepared: CountedText, text: str, at: int, limit: int, values: Values) -> Values:
    """The values with those of the people who follow, where "and" is part of its word: "امرأتين وطفل"."""
    token = at + 1
    while more := ONE_MORE.match(prepared.codes, token, limit) or _ranked(prepared, text, token, limit):
        if NAMES.get(prepared.codes[more.end() : more.end() + 1], "") in ("aux", "kill", "wound", "died"):
            break
        numbers = [t for t in range(token, more.end()) if t in prepared.numbers]
        if not numbers:
            values = values if _is_of_the_number(prepared, text, at, more.end()) else added(values, ONE)
        elif _counts_people(prepared, text, more.end(), prepared.numbers[numbers[-1]]):
            other = prepared.numbers[numbers[-1]]
            values = added(values, (other.low, other.high, other.best))
        else:
            break
        token = more.end()
    return values


def _ranked(prepared: CountedText, text: str, token: int, limit: int) -> re.Match[str] | None:
    """One more who is told by his rank or his part, behind the name of the first."""
    more = RANKED.match(prepared.codes, token, limit)
    if more is None or not is_definite(prepared, _word(prepared, text, more.end() - 1)):
        return None
    words = (t for t in range(token, more.end()) if prepared.codes[t] == _AMID)
    return more if all(_word(prepared, text, t) == prepared.marks.amid_as_name for t in words) else None


def _is_of_the_number(prepared: CountedText, text: str, at: int, end: int) -> bool:
    """Whether a person before a token is another word for those who are counted: "53 مهاجراً ولاجئاً"."""
    number = prepared.numbers.get(at)
    many = number is not None and (number.best or 0) >= _SINGULAR_FROM
    ending = prepared.marks.counted_ending
    return many and bool(ending) and fold(_word(prepared, text, end - 1)).endswith(ending)


def _word(prepared: CountedText, text: str, token: int) -> str:
    return text[slice(*characters(prepared, token, token + 1))].removeprefix(prepared.marks.and_glued)


def _counts_people(prepared: CountedText, text: str, end: int, number: Number) -> bool:
    """Whether a number before a token, or the noun behind it, stands for people: "واثنين من مرافقيه"."""
    before, last = (NAMES[code] for code in prepared.codes[end - 2 : end])
    if last in ("people", "person", "civil", "civil_one", "irregular", "others") or number.in_noun:
        return True
    if before in ("people", "civil"):  # "ومتعاقدين اثنين", "وأطفالها الثلاثة"
        return number.best in (1, 2) or is_definite(prepared, text[number.start : number.end])
    return last in ("n_number", "n_some") and prepared.codes[end : end + 1] == _OF


def added(one: Values, other: Values) -> Values:
    """Two counts together; what one of them does not say, the sum does not either."""
    low, high, best = (None if a is None or b is None else a + b for a, b in zip(one, other, strict=True))
    return low, high, best


def values_of(number: Number, rule: str) -> Values:
    """What a number is worth for a rule; of "between 25 and 30" the first is the number written."""
    if number.best is None and number.low is not None and number.high is not None:
        if rule == "toll" and not number.between:
            return number.high, number.high, number.high  # "rose from 5 to 7"
        return number.low, number.high, number.low
    return number.low, number.high, number.best
