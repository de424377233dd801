"""Who was hurt: killed and wounded in a sentence, with ranges, zeros and totals told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geomap.extract.casualty import Casualty, What
from geomap.extract.casualty_groups import values_of, with_group
from geomap.extract.casualty_people import is_misread, people_of
from geomap.extract.casualty_rules import GRAMMAR, KILLED, WOUNDED
from geomap.extract.casualty_text import CountedText, characters, prepare, tokens
from geomap.extract.casualty_totals import as_total
from geomap.extract.classes import NAMES, code_of
from geomap.extract.numbers import Lexicon

_SPEAKS_OF_HARM = re.compile(
    "["
    + "".join(
        code_of(n) for n in sorted(KILLED | WOUNDED | {"both", "unharmed", "wound_active", "dual_kill"})
    )
    + "]"
)


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
    prepared = prepare(text, Lexicon(words), tuple(skip))
    first, last = tokens(prepared, span)
    if not _SPEAKS_OF_HARM.search(prepared.codes, first, last):
        return []
    found: list[Casualty] = []
    for rule, start, end in GRAMMAR.matches(prepared.codes, first, last):
        found.extend(_read(prepared, text, rule, start, end, last, found))
    # "No American was hurt" beside a number speaks of others, and so does "no one else".
    hurt = {casualty.what for casualty in found if casualty.low}
    found = [c for c in found if not c.none or not hurt or (c.of is None and c.what not in hurt)]
    return [as_total(prepared, casualty, first, last) for casualty in found]


def _read(
    prepared: CountedText, text: str, rule: str, start: int, end: int, limit: int, before: list[Casualty]
) -> Iterator[Casualty]:
    """The casualties of one match."""
    if rule == "either":
        return
    names = [NAMES[code] for code in prepared.codes[start:end]]
    span = characters(prepared, start, end)
    if rule in ("no_harm", "no_loss", "unharmed"):
        yield from _nobody(prepared, text, names, span, start, end)
        return
    what = _what(names, rule, before)
    if what is None or is_misread(prepared, rule, names, start, end):
        return
    at = next((i for i in range(end - 1, start - 1, -1) if i in prepared.numbers), None)
    if rule in ("passive", "headline", "bare", "died", "counted", "part", "passive_one", "left", "suffered"):
        at = next((i for i in range(start, end) if i in prepared.numbers), None)
    low, high, best = (1, 1, 1) if at is None else values_of(prepared.numbers[at], rule)
    if rule == "behind" and at is not None and prepared.numbers[at].best not in (1, 2):
        return  # "مدنيين اثنين" are two; any other number stands before its noun
    if rule in ("active_one", "named", "passive_one", "fell_one"):
        low = high = best = 1
    if rule == "passive_one":
        low, high, best = with_group(prepared, rule, start, start, limit, (1, 1, 1))
    elif rule not in ("active_one", "named", "fell_one") and at is not None and rule != "part":
        low, high, best = with_group(prepared, rule, start, at, limit, (low, high, best))
    people = people_of(prepared, text, rule, start, end, at, limit)
    yield Casualty(
        *span, what, low, None if people.or_more else high, best,
        civilians=people.civilians, of=people.words, part=rule == "part",
    )  # fmt: skip


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
    if said & {"both", "unharmed"} or said & WOUNDED:
        yield Casualty(*span, "killed", 0, 0, 0, none=True, of=of)
        yield Casualty(*span, "wounded", 0, 0, 0, none=True, of=of)
    elif said & KILLED:
        yield Casualty(*span, "killed", 0, 0, 0, none=True, of=of)


def _what(names: list[str], rule: str, before: list[Casualty]) -> What | None:
    if rule == "part":
        return before[-1].what if before else None
    order = names if rule in ("active", "active_one", "named", "toll", "far") else names[::-1]
    for name in order:
        if name in KILLED:
            return "killed"
        if name in WOUNDED:
            return "wounded"
    return None
