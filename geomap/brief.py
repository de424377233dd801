"""A brief: what a store says of a region in a period, beside the period before, with what was read as the measure.

Figures only; `geomap.render.brief` writes them as Markdown or HTML.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from geomap import dates, together
from geomap.errors import UsageError
from geomap.filters import Context, Filter
from geomap.gazetteer import Gazetteer
from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS, Incident, Store
from geomap.query import count_by, part_of, period, select
from geomap.query.ask import understand
from geomap.query.coverage import Coverage, Window, coverage
from geomap.query.select import Numbers, Selection, words_of
from geomap.together import Together

DAYS = 7  # of a brief whose beginning nobody says
FIELDS = ("attacker", "target", "kind", "weapon", "place")
_DAILY, _WEEKLY = 35, 190  # days up to which a bar is a day, a week; beyond, a month


class Count(NamedTuple):
    """How many incidents have a value, in the period and in the one before."""

    value: str
    now: int
    before: int


class Bin(NamedTuple):
    """A bar of the timeline: days, and how many incidents are known to lie in them."""

    since: dt.date
    until: dt.date
    number: int


class Toll(NamedTuple):
    """Victims as reported: the sums of the lower and of the higher figures of the incidents that have one.

    A toll of several places together counts once.
    """

    low: int
    high: int
    told: int
    silent: int


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a brief.

    Attributes:
        filter: What was asked; its regions in the words of the user.
        window: The period.
        now: How many incidents answer, and how surely.
        then: The same for the period before.
        store: The incidents counted, with their articles.
        possible: What may lie in region and period, by day.
        killed: Dead.
        wounded: Wounded.
        bins: The timeline.
        loose: Incidents of the period of which no bar is known.
        counts: By field of `FIELDS`; of actors and weapons an incident can have several.
        coverage: What was read.
        machine: Incidents of the store that a machine coded, left out.
        off_map: Denied, planned or threatened, left out.
    """

    filter: Filter
    window: Window
    now: Numbers
    then: Numbers
    store: Store
    possible: tuple[Incident, ...]
    shown: int
    shown_before: int
    killed: Toll
    wounded: Toll
    bins: tuple[Bin, ...]
    loose: int
    counts: dict[str, tuple[Count, ...]]
    coverage: Coverage
    machine: int
    off_map: int


def make_brief(
    store: Store,
    *,
    gazetteer: Gazetteer | None = None,
    since: str | None = None,
    until: str | None = None,
    days: int = DAYS,
    possible: bool = False,
    certain: bool = False,
    **words: Any,
) -> Brief:
    """The figures of a brief.

    Args:
        store: The store.
        gazetteer: Where names are looked up; geomap's own by default.
        since: First day: 2024, 2024-02 or 2024-02-04. None: `days` up to the last.
        until: Last day. None: the last day of which the store tells of what is asked for.
        days: Length of the period where `since` is not given.
        possible: Count also what is only possibly inside.
        certain: Count only what is inside with all its doubt.
        **words: The other fields of `geomap.query.Words`: `region`, `attacker`, `near`, `km` …

    Raises:
        UsageError: A name or date means nothing, or the store has no date to count from.
    """
    own = gazetteer or Gazetteer.load()
    filter, context = understand(words_of(words), lambda: own)
    window = window_of(asked_of(store, filter, context), since, until, days)
    return brief_of(store, filter, context, window, possible=possible, certain=certain)


def asked_of(store: Store, filter: Filter, context: Context) -> Store:
    """What the store has of what is asked for, at any time; all of it where nothing is asked, or nothing answers."""
    if filter == Filter():
        return store
    found = select(store, filter, context).shown()
    return part_of(store, found) if found else store


def window_of(store: Store, since: str | None, until: str | None, days: int = DAYS) -> Window:
    """The period of a brief; see `make_brief`.

    Raises:
        UsageError: It ends before it begins, or the store has no date to count from.
    """
    last = period(until)[1] if until else _last_day(store)
    first = period(since)[0] if since else None
    if last is None:
        raise UsageError("the store has no dated incident or article", advice="say --since and --until")
    if first is None:
        first = last - dt.timedelta(days=days - 1)
    if first > last:
        raise UsageError(
            f"the time ends ({last}) before it begins ({first})", advice="swap --since and --until"
        )
    return Window(first, last)


def _last_day(store: Store) -> dt.date | None:
    """The last day of an incident whose day is known, or of an article."""
    shown = (
        one.date_end or one.date_start
        for one in store.incidents
        if one.date_precision == "day"
        and one.status not in OFF_MAP_STATUS
        and one.origin not in OFF_MAP_ORIGIN
    )
    found = [day for day in (*shown, *(entry.published for entry in store.articles)) if day is not None]
    return max(found, default=None)


def brief_of(
    store: Store,
    filter: Filter,
    context: Context,
    window: Window,
    *,
    possible: bool = False,
    certain: bool = False,
) -> Brief:
    """The figures for a question; its `since` and `until` are the window's.

    Args:
        store: The store.
        filter: The question.
        context: What its ids stand for.
        window: The period.
        possible: As `make_brief`.
        certain: As `make_brief`.
    """
    sure = {"possible": possible, "certain": certain}
    now, then = (_in(store, filter, context, days) for days in (window, window.before))
    shown, before = now.shown(**sure), then.shown(**sure)
    bins, loose = _timeline(shown, window)
    counted = {id(one) for one in shown}
    maybe = [one for one in (*now.likely, *now.possible) if id(one) not in counted]
    return Brief(
        filter=filter,
        window=window,
        now=now.numbers,
        then=then.numbers,
        store=part_of(store, shown),
        possible=tuple(sorted(maybe, key=lambda one: (one.date_start or dt.date.max, one.id))),
        shown=len(shown),
        shown_before=len(before),
        killed=_toll(shown, "killed"),
        wounded=_toll(shown, "wounded"),
        bins=tuple(bins),
        loose=loose,
        counts={field: _counts(shown, before, field) for field in FIELDS},
        coverage=coverage(store, filter, context, window, (shown, before)),
        machine=sum(one.origin in OFF_MAP_ORIGIN for one in store.incidents) * (not filter.origins),
        off_map=_left_out(store, filter, context, window),
    )


def _in(store: Store, filter: Filter, context: Context, window: Window) -> Selection:
    asked = msgspec.structs.replace(filter, since=window.since, until=window.until)
    return select(store, asked, context)


def _left_out(store: Store, filter: Filter, context: Context, window: Window) -> int:
    """Denied, planned and threatened ones of the region and the period, where nobody asked for them."""
    if filter.statuses:
        return 0
    asked = msgspec.structs.replace(filter, statuses=tuple(sorted(OFF_MAP_STATUS)))
    return len(_in(store, asked, context, window).shown())


def _toll(incidents: Sequence[Incident], what: str) -> Toll:
    low = high = told = 0
    seen: set[tuple[Together, dt.date | None]] = set()
    for one in incidents:
        figures = _figures(one, what)
        shared = together.read(one.casualties_of)
        number = getattr(shared, what) if shared else None
        if shared and number is not None and (not figures or number in figures):
            # One toll, however many places it was told of, and in whatever order.
            key = (shared._replace(places=tuple(sorted(shared.places))), one.date_start)
            figures, told = ([number] if key not in seen else []), told + 1
            seen.add(key)
        elif figures:
            told += 1
        low, high = low + min(figures, default=0), high + max(figures, default=0)
    return Toll(low, high, told, len(incidents) - told)


def _figures(one: Incident, what: str) -> list[int]:
    """The lowest, best and highest figure of one incident, of those that are said."""
    said = (getattr(one, f"{what}{end}") for end in ("_low", "", "_high"))
    return [figure for figure in said if figure is not None]


def _timeline(incidents: Iterable[Incident], window: Window) -> tuple[list[Bin], int]:
    """Bars of days, weeks or months, and how many incidents are known to none of them."""
    edges = list(_edges(window))
    numbers = Counter[int]()
    loose = 0
    for one in incidents:
        start, end = one.date_start, one.date_end or one.date_start
        at = [
            n for n, (since, until) in enumerate(edges) if start and end and since <= start and end <= until
        ]
        if at:
            numbers[at[0]] += 1
        else:
            loose += 1
    return [Bin(*edge, numbers[number]) for number, edge in enumerate(edges)], loose


def _edges(window: Window) -> Iterable[tuple[dt.date, dt.date]]:
    start = window.since
    while start <= window.until:
        if window.days <= _DAILY:
            end = start
        elif window.days <= _WEEKLY:
            end = start + dt.timedelta(days=6)
        else:
            end = dates.whole_month(start.year, start.month).end
        yield start, min(end, window.until)
        start = end + dt.timedelta(days=1)


def _counts(now: Sequence[Incident], before: Sequence[Incident], field: str) -> tuple[Count, ...]:
    earlier = dict(count_by(before, field).counts)
    return tuple(Count(value, number, earlier.get(value, 0)) for value, number in count_by(now, field).counts)
