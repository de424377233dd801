"""How many: the number of a match, with those of the groups joined to it ("six civilians and three guards")."""

from __future__ import annotations

from geomap.extract.casualty_rules import DOES_HARM, GROUP_BEFORE, NEXT_GROUP, ONE_MORE
from geomap.extract.casualty_text import CountedText
from geomap.extract.classes import NAMES, code_of
from geomap.extract.numbers import Number

Values = tuple[int | None, int | None, int | None]  # low, high, best


def with_group(prepared: CountedText, rule: str, start: int, at: int, limit: int, values: Values) -> Values:
    """The values with those of a second group of people added, if one is joined to the first by "and"."""
    if rule in ("active", "far", "active_one") and code_of("joined") in prepared.codes[at + 1 : at + 8]:
        return _with_more(prepared, at, limit, values)
    if rule in ("active", "far") and (group := NEXT_GROUP.match(prepared.codes, at + 1, limit)):
        following = NAMES.get(prepared.codes[group.end() : group.end() + 1], "")
        if following in ("aux", "kill", "wound", "dead", "died"):
            return values  # "killed two soldiers and three guards were hurt"
        tokens = range(at + 1, group.end())
    elif rule in ("passive", "passive_one", "headline", "died") and (
        group := GROUP_BEFORE.search(prepared.codes, max(0, start - 8), start)
    ):
        if NAMES.get(prepared.codes[group.start() - 1 : group.start()], "") in DOES_HARM:
            return values  # "killed two soldiers and three guards were hurt", seen from the guards
        tokens = range(group.start(), start)
    else:
        return values
    other = next((prepared.numbers[token] for token in tokens if token in prepared.numbers), None)
    return values if other is None else _sum(values, (other.low, other.high, other.best))


def _with_more(prepared: CountedText, at: int, limit: int, values: Values) -> Values:
    """The values with those of the people who follow, where "and" is part of its word: "امرأتين وطفل"."""
    token = at + 1
    while more := ONE_MORE.match(prepared.codes, token, limit):
        if NAMES.get(prepared.codes[more.end() : more.end() + 1], "") in ("aux", "kill", "wound", "died"):
            break
        numbers = [t for t in range(token, more.end()) if t in prepared.numbers]
        last = NAMES[prepared.codes[more.end() - 1]]
        if not numbers:
            values = _sum(values, (1, 1, 1))
        elif last in ("people", "person", "civil", "civil_one") or prepared.numbers[numbers[-1]].in_noun:
            other = prepared.numbers[numbers[-1]]
            values = _sum(values, (other.low, other.high, other.best))
        else:
            break
        token = more.end()
    return values


def _sum(one: Values, other: Values) -> Values:
    low, high, best = (None if a is None or b is None else a + b for a, b in zip(one, other, strict=True))
    return low, high, best


def values_of(number: Number, rule: str) -> Values:
    """What a number is worth for a rule."""
    if rule == "toll" and number.best is None and number.high is not None:
        return number.high, number.high, number.high  # "rose from 5 to 7"
    return number.low, number.high, number.best
