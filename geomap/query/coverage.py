"""What was read: the denominator of a brief, and the periods that it compares."""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from geomap.filters import Context, Filter
from geomap.model import OFF_MAP_ORIGIN, ArticleEntry, Incident, Origin, Report, Status, Store
from geomap.query.select import select

_ANCHOR_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=:)")  # "2024-02-05: the dateline '5 February'"


class Window(NamedTuple):
    """Days, both ends included."""

    since: dt.date
    until: dt.date

    @property
    def days(self) -> int:
        """How many."""
        return (self.until - self.since).days + 1

    @property
    def before(self) -> Window:
        """As many days, right before."""
        return Window(self.since - dt.timedelta(days=self.days), self.since - dt.timedelta(days=1))

    def has(self, day: dt.date | None) -> bool:
        """Whether a day lies in it; one that is not known does not."""
        return day is not None and self.since <= day <= self.until


class Coverage(NamedTuple):
    """What was read: the denominator.

    An article is read for a period if it was published in it, or read as of a day in it where no day of publication is
    given, or tells of an incident that is counted. Of a region those are left out that tell only of other places; what
    tells of no incident stays, for it is of the region, for all that geomap knows.

    Attributes:
        articles: Read for the period.
        before: Read for the period before.
        outlets: Of how many outlets the first are.
        elsewhere: Published in the period and left out, for they tell only of other places.
        silent_days: Days of the period on which none of the articles was published.
        undated: Articles of the store whose day is not known.
        rows: Rows of datasets that lie in the period, by dataset.
        rows_before: All such rows that lie in the period before.
    """

    articles: int
    before: int
    outlets: int
    elsewhere: int
    silent_days: int
    undated: int
    rows: tuple[tuple[str, int], ...]
    rows_before: int

    @property
    def nothing_before(self) -> bool:
        """Whether nothing was read of the period before, so that there is nothing to compare with."""
        return not (self.before or self.rows_before)


def coverage(
    store: Store,
    filter: Filter,
    context: Context,
    window: Window,
    shown: tuple[Iterable[Incident], Iterable[Incident]],
) -> Coverage:
    """What was read for a period.

    Args:
        store: The whole store.
        filter: What was asked of it.
        context: What its ids stand for.
        window: The period.
        shown: The incidents that are counted in it, and in the period before.
    """
    day_of = _days_of_articles(store)
    elsewhere = _elsewhere(store, filter, context)
    now, then = ({article for one in some for article in one.articles} for some in shown)

    def read(days: Window, told: set[str]) -> list[ArticleEntry]:
        here = (e for e in store.articles if days.has(day_of.get(e.id)) and e.id not in elsewhere)
        return [*here, *(e for e in store.articles if e.id in told and not days.has(day_of.get(e.id)))]

    articles = read(window, now)
    return Coverage(
        articles=len(articles),
        before=len(read(window.before, then)),
        outlets=len({entry.outlet for entry in articles if entry.outlet}),
        elsewhere=sum(e.id in elsewhere and window.has(day_of.get(e.id)) for e in store.articles),
        silent_days=window.days - len({day_of[e.id] for e in articles if window.has(day_of.get(e.id))}),
        undated=sum(entry.id not in day_of for entry in store.articles),
        rows=tuple(sorted(_rows(store, window).items())),
        rows_before=_rows(store, window.before).total(),
    )


def _elsewhere(store: Store, filter: Filter, context: Context) -> set[str]:
    """Articles that tell of incidents, none of which may lie in the region that was asked for."""
    if not (filter.regions or filter.bbox or filter.near):
        return set()
    asked = Filter(
        regions=filter.regions,
        bbox=filter.bbox,
        near=filter.near,
        statuses=typing.get_args(Status),
        origins=typing.get_args(Origin),
    )
    found = select(store, asked, context)
    inside = {a for one in (*found.certain, *found.likely, *found.possible) for a in one.articles}
    return {a for one in store.incidents for a in one.articles} - inside


def _days_of_articles(store: Store) -> dict[str, dt.date]:
    """The day of each article by its id: of its publication, else the day that its own text was read by."""
    days = {
        report.article: dt.date.fromisoformat(told[0])
        for one in store.incidents
        for report in one.reports
        if report.anchor is not None and (told := _ANCHOR_DAY.match(report.anchor))
    }
    return days | {entry.id: entry.published for entry in store.articles if entry.published is not None}


def _rows(store: Store, window: Window) -> Counter[str]:
    """Rows of people's datasets that lie at least partly in a period, by dataset."""
    names = {one.id: one.name for one in store.datasets}
    return Counter(
        names.get(report.dataset, report.dataset)
        for one in store.incidents
        if one.origin not in OFF_MAP_ORIGIN
        for report in one.reports
        if report.dataset and _touches(report, window)
    )


def _touches(report: Report, window: Window) -> bool:
    start, end = report.date_start, report.date_end or report.date_start
    return start is not None and end is not None and start <= window.until and end >= window.since
