"""Who was hurt: killed and wounded in a sentence, with ranges, zeros and totals told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geomap.extract.casualties.beside import AND_DIED, HAS_DIED, OF_ASSAILANTS
from geomap.extract.casualties.casualty import Casualty, What
from geomap.extract.casualties.groups import (
    NOBODY,
    ONE,
    PAIR,
    Values,
    added,
    values_of,
    with_company,
    with_groups_before,
    with_groups_behind,
    with_later_company,
)
from geomap.extract.casualties.names import (
    behind_his_name,
    has_capitals,
    is_name_before,
    named_by_post,
    names_before,
    names_behind,
)
from geomap.extract.casualties.people import are_many, are_mourned, are_placed, is_misread, people_of
from geomap.extract.casualties.rules import GRAMMAR, KILLED, WOUNDED
from geomap.extract.casualties.text import CountedText, characters, is_definite, prepare, tokens
from geomap.extract.casualties.totals import as_early, as_total, is_a_part
from geomap.extract.words.classes import CODES, NAMES, code_of
from geomap.extract.words.numbers import Lexicon

_SPEAKS_OF_HARM = re.compile(
    "["
    + "".join(
        code_of(n)
        for n in sorted(
            KILLED
            | WOUNDED
            | {
                "both",
                "unharmed",
                "safe",
                "unhurt",
                "lose",
                "lives",
                "fell_dead",
                "grave",
                "hospital",
                "treat",
                "dead_named",
            }
        )
    )
    + "]"
)

_AUX, _WAS, _AND, _OF, _COMMA = code_of("aux"), code_of("was"), code_of("and"), code_of("of"), CODES["comma"]
_ASSAILANT = code_of("assailant")
_OF_AN_AGE = frozenset(code_of(name) + _OF for name in ("person", "civil_one"))


def find_casualties(
    text: str,
    span: tuple[int, int],
    lang: str,
    words: Mapping[str, Any],
    skip: Sequence[tuple[int, int]] = (),
) -> list[Casualty]:
    """What one sentence says of people killed or wounded, in order.

    Missing and captured people are not counted. A number that says only "killed or wounded" is left out.

    Args:
        text: The whole article, so that its sentences share the work.
        span: Characters [start, end) of the sentence.
        lang: Its language, ISO 639-1; the words decide.
        words: The language's lexicon with its tables `numbers` and `casualties`.
        skip: Characters [start, end) of the article that are dates.
    """
    return casualties_in(text, span, prepare(text, Lexicon(words), tuple(skip)), skip)


def casualties_in(
    text: str, span: tuple[int, int], prepared: CountedText, skip: Sequence[tuple[int, int]] = ()
) -> list[Casualty]:
    """As `find_casualties`, of an article that is prepared."""
    first, last = tokens(prepared, span)
    if not _SPEAKS_OF_HARM.search(prepared.codes, first, last):
        return []
    found: list[Casualty] = []
    for rule, start, end in GRAMMAR.matches(prepared.codes, first, last):
        a_day = _opens_a_date(prepared, end, last, skip)
        found.extend(_read(prepared, text, rule, (start, end), (first, last), found, a_day=a_day))
    # "No American was hurt" beside a number speaks of others.
    hurt = any(casualty.low for casualty in found)
    found = [c for c in found if not (c.none and hurt and c.of)]
    return [as_early(prepared, as_total(prepared, casualty, (first, last), skip)) for casualty in found]


# Which number of a match counts: the first where the people stand before the harm, else the last.
_NUMBER_FIRST = frozenset(
    {
        "elided",
        "among",
        "and_one",
        "passive",
        "headline",
        "apart",
        "bare",
        "died",
        "counted",
        "part",
        "left",
        "suffered",
        "shot_dead",
        "with_wounds",
        "grave",
        "placed",
        "many_fell",
    }
)
# Rules that end with what befell people: "a guard was wounded", behind which "and later died" may stand.
_BEFALLS = frozenset(
    {"passive", "passive_one", "headline", "bare", "apart", "placed", "placed_one", "suffered", "years_one"}
)
_ONE_PERSON = frozenset(
    {"active_one", "active_other", "named", "passive_one", "placed_one", "fell_one", "years_one", "another_one",
     "head_one", "called", "was_called", "were_called", "died_beside", "who_died", "assassinated", "one_first",
     "was_one", "dead_one", "his_own", "murders", "lost_life"}
)  # fmt: skip
_MORE_BEHIND = frozenset(
    {
        "stated",
        "active",
        "far",
        "active_one",
        "named",
        "called",
        "assassinated",
        "his_own",
        "mourned",
        "murders",
    }
)
_MORE_BEFORE = frozenset(
    {
        "passive",
        "and_one",
        "pair",
        "apart",
        "passive_one",
        "headline",
        "died",
        "years_one",
        "placed",
        "suffered",
    }
)


def _read(
    prepared: CountedText, text: str, rule: str, match: tuple[int, int], span: tuple[int, int],
    before: list[Casualty], *, a_day: bool,
) -> Iterator[Casualty]:  # fmt: skip
    """The casualties of one match, tokens [start, end), in a sentence, tokens `span`; whether a day follows."""
    start, end = match
    if rule == "either":
        return
    names = [NAMES[code] for code in prepared.codes[start:end]]
    place = characters(prepared, start, end)
    what = _what(names, rule, before)
    if is_misread(prepared, rule, names, start, end, a_day=a_day) or (
        rule in ("placed", "placed_one") and not are_placed(prepared, text, start, end)
    ):
        return
    if rule == "mourned" and not are_mourned(prepared, text, (start, end), span[0]):
        return
    if rule == "many_fell" and not are_many(prepared, text, end - 1):
        return
    if rule in ("no_harm", "no_loss", "unharmed"):
        yield from _nobody(prepared, text, names, place, start, end)
        return
    if what is None:
        return
    if what == "wounded" and rule in _BEFALLS and _died_of_it(prepared, names, end, span[1]):
        what = "killed"
    at = _number_of(prepared, rule, start, end)
    values, end = _count(prepared, text, rule, (start, end), at, span)
    if values is None:
        return
    people = people_of(prepared, text, rule, start, end, at, span[1])
    own = people.assailants or NAMES[prepared.codes[start]] == "assailant"
    others = _victims_before(prepared, rule, start, span[0]) if own or people.irregulars else NOBODY
    regulars = None if own else others[2] or None
    own = own or (rule == "elided" and bool(before) and before[-1].own)
    own = not (own and others[0]) and (own or _are_of_assailants(prepared, rule, start, span[0]))
    # Of "eleven soldiers and dozens of militants" only the soldiers are counted.
    low, high, best = others if others[0] and (not regulars or values[2] is None) else values
    regulars = None if best == regulars else regulars
    nth = _nth_of_them(prepared, rule, what, start, before)
    low, high, best = (nth, nth, nth) if nth else (low, high, best)
    if rule == "among":  # "ten Iranians were among the dead": how many died in all is not said
        high = best = None
    yield Casualty(
        *place, what, low, None if people.or_more else high, best,
        civilians=people.civilians, of=people.words,
        part=is_a_part(rule, names, what, best, before),
        more="also" in names or (bool(before) and before[-1].more),
        toll=rule == "toll" or nth is not None,
        own=own,
        regulars=regulars,
    )  # fmt: skip


def _opens_a_date(prepared: CountedText, token: int, last: int, skip: Sequence[tuple[int, int]]) -> bool:
    """Whether a date begins with a token or the next: "قتل شخصان يوم السبت" tells of two people, of no days."""
    opens = {characters(prepared, i, i + 1)[0] for i in (token, token + 1) if i < last} if skip else set()
    return any(start in opens for start, _ in skip)


def _died_of_it(prepared: CountedText, names: list[str], end: int, limit: int) -> bool:
    """Whether those who were wounded are told dead: "… and later died", "a man who was wounded … has died"."""
    if AND_DIED.match(prepared.codes, end, limit):
        return True
    return "who_that" in names and HAS_DIED.match(prepared.codes, end, limit) is not None


def _nth_of_them(
    prepared: CountedText, rule: str, what: What, start: int, before: list[Casualty]
) -> int | None:
    """How many there are with one who is counted on: "three were killed on the spot, and a fourth died in hospital"."""
    nth = prepared.scan.values[prepared.first[start]] if rule in ("another_one", "passive_one") else None
    told = next((c.best for c in reversed(before) if c.what == what), None)
    return nth if told is not None and nth == told + 1 else None


def _victims_before(prepared: CountedText, rule: str, start: int, first: int) -> Values:
    """Those of another group before the assailants: "two guards and four attackers died"."""
    return with_groups_before(prepared, (start, start), first, NOBODY) if rule in _MORE_BEFORE else NOBODY


def _are_of_assailants(prepared: CountedText, rule: str, start: int, first: int) -> bool:
    """Whether those who attacked lost them: "the attackers, who lost 58 men"."""
    return rule == "lost_people" and OF_ASSAILANTS.search(prepared.codes, first, start) is not None


def _number_of(prepared: CountedText, rule: str, start: int, end: int) -> int | None:
    """The token of the number that a match is about."""
    tokens_ = range(start, end) if rule in _NUMBER_FIRST else range(end - 1, start - 1, -1)
    return None if rule in _ONE_PERSON else next((i for i in tokens_ if i in prepared.numbers), None)


def _count(
    prepared: CountedText, text: str, rule: str, match: tuple[int, int], at: int | None, span: tuple[int, int]
) -> tuple[Values | None, int]:
    """How many a match tells of, None if it counts nobody, and the token behind it."""
    start, end = match
    if rule == "behind" and at is not None and not _is_behind_its_noun(prepared, text, start, at):
        return None, end
    values = _said(prepared, rule, match, at)
    if at == start and prepared.codes[start - 2 : start] in _OF_AN_AGE:
        values = ONE  # "a woman of 52 suffered a leg injury"
    if rule in _OF_NAMES or (rule == "assassinated" and has_capitals(prepared, text, end - 1)):
        named, end = _named(prepared, text, rule, match, span)
        if named is None:
            return None, end
        values = named
    elif rule == "active_one":
        end = behind_his_name(prepared, text, end, span[1])
    if rule in _MORE_BEHIND:
        counted = end - 1 if at is None else at
        values = with_groups_behind(prepared, text, (counted, end), span[1], values)
    elif rule in _MORE_BEFORE:
        his = rule == "pair" and prepared.codes[start] == _OF
        values = with_groups_before(prepared, match, span[0], values, his=his)
        if prepared.codes[start - 1 : start] == _AND and named_by_post(prepared, text, span[0], start - 1):
            values = added(values, ONE)
        beside = with_company(prepared, end, span[1], values)
        if rule == "passive_one" and beside == values:
            beside = with_later_company(prepared, end, span[1], values)
        values = beside
    return values, end


def _is_behind_its_noun(prepared: CountedText, text: str, start: int, at: int) -> bool:
    """Whether a number counts the noun before it: "مدنيين اثنين", "مقتل الجنود الثلاثة"; others stand before theirs."""
    number = prepared.numbers[at]
    definite = (
        is_definite(prepared, text[number.start : number.end]) and NAMES[prepared.codes[start]] != "kill"
    )
    return definite or number.best in (1, 2)


def _said(prepared: CountedText, rule: str, match: tuple[int, int], at: int | None) -> Values:
    """What the words of a match say by themselves."""
    start, end = match
    values = ONE if at is None else values_of(prepared.numbers[at], rule)
    if rule == "pair":
        return PAIR
    if rule == "and_one":
        return values if _ASSAILANT in prepared.codes[start:end] else added(values, ONE)
    if rule == "together":
        first = values_of(prepared.numbers[start], rule) if start in prepared.numbers else ONE
        if _COMMA not in prepared.codes[start:end]:  # "a guard along with three clerks was killed"
            return added(first, values)
        return with_company(prepared, prepared.codes.index(_COMMA, start), end, first)
    return values


def _named(
    prepared: CountedText, text: str, rule: str, match: tuple[int, int], span: tuple[int, int]
) -> tuple[Values | None, int]:
    """How many are only named, with those beside them, and the token behind; None where no name is."""
    start, end = match
    if rule == "were_called":
        count = names_before(prepared, text, span[0], prepared.codes.find(_AUX, start, end))
        count = count if count > 1 else names_before(prepared, text, span[0], start)
        beside = with_company(prepared, end, span[1], (count, count, count))
        return (beside if count > 1 else None), end
    if rule in ("was_called", "died_beside"):
        behind = start + 1 if rule == "died_beside" else end
        beside = with_company(prepared, behind, span[1], ONE)
        if beside != ONE and prepared.codes[start] == _WAS:
            return beside, end  # "he was killed along with three guards"
        if not is_name_before(prepared, text, span[0], start) or _is_one_of_a_list(prepared, span[0], start):
            return None, end
        return with_later_company(prepared, behind, span[1], ONE), end
    count, end = names_behind(prepared, text, start + 1, span[1])
    if rule == "identified" and NAMES.get(prepared.codes[end : end + 1]) in _GO_ON:
        return None, end  # "the dead were identified as Ali Hassan's sons"
    return ((count, count, count) if count else None), end


def _is_one_of_a_list(prepared: CountedText, first: int, start: int) -> bool:
    """Whether a name with an age ends a list of those who died: "Two Americans and a Briton, John Hill, 26, died"."""
    before = prepared.codes[first:start]
    return prepared.codes[start] == _COMMA and (_COMMA in before or _AND in before)


def _nobody(
    prepared: CountedText, text: str, names: list[str], span: tuple[int, int], start: int, end: int
) -> Iterator[Casualty]:
    """None killed; and none wounded, unless only the dead are spoken of."""
    said = set(names)
    who = [
        i
        for i in range(start + 1, end)
        if NAMES[prepared.codes[i]] in ("other", "people", "person", "civil", "civil_one")
    ]
    of = text[slice(*characters(prepared, who[0], who[0] + 1))] if who and names[0] == "n_none" else None
    of = None if of is None or of.islower() else of
    if said & {"both", "unharmed", "safe", "unhurt"} or said & WOUNDED:
        yield Casualty(*span, "killed", 0, 0, 0, none=True, of=of)
        # "killed two; nobody was injured": said of the wounded alone.
        alone = names[0] == "nobody" and not said & (KILLED | {"both"})
        yield Casualty(*span, "wounded", 0, 0, 0, none=True, of=of, alone=alone)
    elif said & KILLED:
        yield Casualty(*span, "killed", 0, 0, 0, none=True, of=of, alone=of is None)


_GO_ON = frozenset({"apostrophe"})
_OF_NAMES = frozenset({"called", "was_called", "were_called", "died_beside", "identified"})
_HARM_FIRST = frozenset(
    {
        "doer_first",
        "murders",
        "active",
        "active_one",
        "active_other",
        "named",
        "toll",
        "far",
        "called",
        "lost_people",
        "assassinated",
    }
)


def _what(names: list[str], rule: str, before: list[Casualty]) -> What | None:
    if rule in ("part", "elided") and before:
        return before[-1].what
    if rule in ("grave", "hospital"):
        return "wounded"
    if rule == "identified":
        return "killed"
    order = names if rule in _HARM_FIRST else names[::-1]
    for name in order:
        if name in KILLED or name in ("lose", "lives", "fell_dead"):
            return "killed"
        if name in WOUNDED:
            return "wounded"
    return None
