"""Places and days that take turns in one clause: "hit Odesa on Thursday and Kyiv on Saturday"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.extract.dates.when import DatePhrase
from geomap.extract.places.use import Use


def days_in_turn(places: Sequence[Use], days: Sequence[DatePhrase]) -> dict[int, int]:
    """Where the words of each place's own day start, by where the place's do; empty where they do not take turns.

    Either each place has its day behind it, or each has it before: "on Thursday it hit Odesa and on Saturday Kyiv".
    """
    if len(places) < 2 or len(days) < 2:
        return {}
    starts = sorted(day.start for day in days)
    first, last = min(use.start for use in places), max(use.start for use in places)
    if first < starts[0] and last < starts[-1]:
        return {use.start: next(start for start in starts if start > use.start) for use in places}
    if starts[0] < first and starts[-1] < last:
        return {use.start: max(start for start in starts if start < use.start) for use in places}
    return {}
