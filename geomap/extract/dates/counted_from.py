"""Amounts of time that count from a deed, not from today: "قبل يومين من التفجير", two days before the bombing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from geomap.extract.dates.phrase import DatePhrase
from geomap.gazetteer.language import Language
from geomap.recognise import Cue
from geomap.text import fold

_BEHIND = 40  # characters behind the amount in which it says from what it counts
_BEFORE = 12  # characters before an amount in which it is said to be less
_DAYS_OF = {"week": 7, "month": 31, "year": 366}
_DEED = 12  # … and behind "from" in which the deed begins


def counted_from_deeds(
    dates: Sequence[DatePhrase], text: str, cues: Sequence[Cue], language: Language
) -> list[DatePhrase]:
    """The dates of a text, those that count from a deed told as such.

    Args:
        dates: The dates as their own words say them.
        text: The article.
        cues: Its words for deeds, and others.
        language: Its grammar.
    """
    if language.subject_first or not any(d.kind == "ago" for d in dates):
        return list(dates)
    deeds = [cue.start for cue in cues if cue.tag.startswith("triggers.")]
    return [_from_a_deed(date, text, deeds, language) if date.kind == "ago" else date for date in dates]


def _from_a_deed(date: DatePhrase, text: str, deeds: Sequence[int], language: Language) -> DatePhrase:
    behind = language.counted_from.match(fold(text[date.end : date.end + _BEHIND]))
    if behind is None:
        return date
    at = date.end + behind.end()
    if behind["that"] is None and not any(at - 2 <= start <= at + _DEED for start in deeds):
        return date  # "قبل أيام من تركيا", "قبل يوم من الانتخابات"
    return msgspec.structs.replace(date, kind="offset", shift=-1)


def up_to_an_amount(dates: Sequence[DatePhrase], text: str, language: Language) -> list[DatePhrase]:
    """The dates of a text, those of less than an amount told as up to it: "less than a week ago".

    Args:
        dates: The dates.
        text: The article.
        language: Its grammar.
    """
    return [_up_to_it(date, text, language) if date.unit in _DAYS_OF else date for date in dates]


def _up_to_it(date: DatePhrase, text: str, language: Language) -> DatePhrase:
    high = date.high if date.kind in ("ago", "offset") and date.low == date.high else None
    before = fold(text[max(0, date.start - _BEFORE) : date.start])
    if high is None or date.unit is None or not language.less_than.search(before):
        return date
    return msgspec.structs.replace(date, unit="day", low=0, high=high * _DAYS_OF[date.unit])
