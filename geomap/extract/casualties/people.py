"""Who they are: the words beside the number, and words that show that it counts something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from geomap.extract.casualties.text import CountedText, characters
from geomap.extract.words.classes import NAMES, code_of

_WHO = frozenset(
    code_of(n)
    for n in (
        "other",
        "of",
        "people",
        "person",
        "civil",
        "civil_one",
        "assailant",
        "irregular",
        "others",
        "other_one",
        "dash",
        "apostrophe",
        "symbol",
        "or_more",
    )
)
_HUMAN = frozenset(
    code_of(name) for name in ("people", "person", "civil", "civil_one", "assailant", "irregular", "others")
)
_WHERE = frozenset(code_of(name) for name in ("by", "put_at", "of", "aboard"))
_NOT_WHERE = ("by", "as")
_PARTICIPLES = ("ing", "ed")
_BEHIND = 50  # characters behind the buried in which "alive" and "under the rubble" stand
_OWN = 16  # … and "of their own"


class People(NamedTuple):
    """The people that a number counts."""

    words: str | None
    civilians: bool
    or_more: bool = False
    assailants: bool = False
    irregulars: bool = False


def people_of(
    prepared: CountedText, text: str, rule: str, start: int, end: int, at: int | None, limit: int
) -> People:
    """The words that say who, right behind the number."""
    first = at + 1 if at is not None else start + 1
    last = first
    while last < limit and last < first + 6 and prepared.codes[last] in _WHO:
        last += 1
    or_more = code_of("or_more") in prepared.codes[first:last]
    human = [i for i in range(first, last) if prepared.codes[i] in _HUMAN]
    if human:
        last = human[-1] + 1
    elif rule not in ("passive", "active"):
        last = min(last, end)
    if last <= first:
        return People(None, False)
    names = {NAMES[code] for code in prepared.codes[first:last]}
    begin, finish = characters(prepared, first, last)
    return People(
        text[begin:finish].strip(" -'’") or None,
        bool(names & {"civil", "civil_one"}),
        or_more,
        "assailant" in names,
        "irregular" in names,
    )


def is_misread(
    prepared: CountedText, rule: str, names: list[str], start: int, end: int, *, a_day: bool
) -> bool:
    """Whether the words after a match, where no date opens, show that it was another construction."""
    following = [NAMES[code] for code in prepared.codes[end : end + 2]] + ["", ""]
    things = {"not_people", "measure"}  # "إصابات دقيقة": exact hits; the word is also "a minute"
    before = [NAMES[code] for code in prepared.codes[max(0, start - 2) : start]]
    if "burn" in names and "other" in names and not any(code in _HUMAN for code in prepared.codes[start:end]):
        return True  # "22 houses were burned"
    if rule != "among" and _names_those_harmed(names):
        return True  # "two ambulances that carried the seriously injured", "the governor, who visited the wounded"
    if rule == "bare" and before in (["person", "of"], ["civil_one", "of"]):
        return True  # "a boy of 18 killed"
    if rule == "no_loss":
        # "no casualty figures", "mentions no casualties", "no casualties were mentioned"
        asked = following[1] if following[0] in ("aux", "was") else following[0]
        return "not_yet" in (asked, *before[-1:])
    if rule == "active_one":
        if names[0] in ("kill", "wound") and before[-1:] in (["of"], ["n_article"]):
            return True  # "the wounded recruit said"
        return following[0] in ("people", "civil", "irregular") or "not_people" in following
    if rule == "counted":
        among = names[0] == "kill_count" and before[-1:] in (
            ["between"],
            ["of"],
        )  # "بين القتلى خمسة من الأطفال"
        return among or (bool(things & set(following)) and not a_day)  # "13 قتيلا يوم الخميس"
    if rule == "far":
        return following[0] == "not_people"  # "12 villagers on the day of": that is no measure
    return rule == "active" and following[0] in things and not a_day


def _names_those_harmed(names: list[str]) -> bool:
    """Whether words end with "the wounded", "the seriously injured": they name people, and say nothing of others."""
    *before, harm = names
    while before[-1:] == ["aux"]:
        before.pop()
    return before[-1:] == ["of"] and harm in ("wound", "kill", "dead")


def are_many(prepared: CountedText, text: str, token: int) -> bool:
    """Whether a verb is one of many whom it follows: "… قتلوا", "… لقوا حتفهم"."""
    first, last = characters(prepared, token, token + 1)
    ending = prepared.marks.many_ending
    return bool(ending) and text[first:last].split(maxsplit=1)[0].endswith(ending)


def are_placed(prepared: CountedText, text: str, start: int, end: int) -> bool:
    """Whether the words right behind the people say where they were or what they did: "in", "working for"."""
    codes = prepared.codes
    human = next(i for i in range(start + 1, end) if codes[i] in _HUMAN and codes[i + 1] not in _HUMAN)
    first, last = characters(prepared, human + 1, human + 2)
    if codes[human + 1] in _WHERE:
        return text[first:last].lower() not in _NOT_WHERE
    return text[first:last].endswith(_PARTICIPLES)


def are_mourned(prepared: CountedText, text: str, span: tuple[int, int], first: int) -> bool:
    """Whether people bury them, tokens `span` in a sentence from a token on: a strike and a landslide do, too."""
    start, end = characters(prepared, *span)
    marks = prepared.marks
    if not marks.burying or not re.match(marks.burying, text[start:end]):
        return True
    behind = text[start : end + _BEHIND]
    if re.search(marks.not_mourned, behind):
        return False
    if not marks.mourners:
        return True
    before = text[characters(prepared, first, first + 1)[0] : start]
    return bool(re.search(marks.own_dead, behind[: end + _OWN - start]) or re.search(marks.mourners, before))
