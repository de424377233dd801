"""Which pairs of reports are worth comparing: they share a day and a place, victims, or their very words.

The work stays near-linear however many articles tell of one city on one day: a crowded bucket is put in order of
likeness, and each report is compared with its neighbours in that order only.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, islice, product

from geomap.merge.same import FINE, words_of
from geomap.model import Report

_CELL = 0.5  # degrees
_LONGEST_DAYS = 10  # a date vaguer than this does not find partners by day
_CROWDED = 128  # reports in a bucket that are still all compared with each other
_NEIGHBOURS = 32  # in a crowded one, with so many behind it
_REACH = 8 * _NEIGHBOURS  # looked at for them, for rows of one dataset stand between
_AROUND = ((1, 0), (-1, 1), (0, 1), (1, 1))  # half of the eight cells around: the other half finds this one


def candidate_pairs(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes worth comparing; a pair may come more than once."""
    cells: dict[tuple[dt.date, int, int], list[int]] = defaultdict(list)
    others: dict[Hashable, list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        if report.alone:
            continue
        for cell in _cells(report):
            cells[cell].append(index)
        for key in _keys(report):
            others[key].append(index)
    for (day, x, y), here in cells.items():
        around = (cells.get((day, x + dx, y + dy), ()) for dx, dy in _AROUND)
        for pair in _near(reports, here, around):
            # Ranges share many days: the pair counts on the first.
            if day == max(_first(reports[pair[0]]), _first(reports[pair[1]])):
                yield pair
    for some in others.values():
        yield from _within(reports, some)


def _first(report: Report) -> dt.date:
    return report.date_start or dt.date.min


def _days(report: Report) -> Iterator[dt.date]:
    if report.date_start and report.date_end and (report.date_end - report.date_start).days <= _LONGEST_DAYS:
        for number in range((report.date_end - report.date_start).days + 1):
            yield report.date_start + dt.timedelta(days=number)


def _cells(report: Report) -> Iterator[tuple[dt.date, int, int]]:
    if report.lon is None or report.lat is None or report.precision not in FINE:
        return
    x, y = math.floor(report.lon / _CELL), math.floor(report.lat / _CELL)
    for day in _days(report):
        yield day, x, y


def _keys(report: Report) -> Iterator[Hashable]:
    if report.lon is None or report.lat is None:
        return
    if report.killed:
        for day in _days(report):
            yield day, report.country, report.killed
        if report.place_id:
            yield report.place_id, report.killed
    yield report.place_id, words_of(report)


def _near(
    reports: Sequence[Report], here: list[int], around: Iterator[Sequence[int]]
) -> Iterator[tuple[int, int]]:
    yield from _within(reports, here)
    for there in around:
        if len(here) * len(there) > _CROWDED**2:
            yield from _window(reports, [*here, *there])
        elif _several_tellers(reports, [*here, *there]):
            yield from ((a, b) for a, b in product(here, there) if _differ(reports, a, b))


def _within(reports: Sequence[Report], some: list[int]) -> Iterator[tuple[int, int]]:
    if not _several_tellers(reports, some):
        return iter(())
    if len(some) > _CROWDED:
        return _window(reports, some)
    return ((a, b) for a, b in combinations(some, 2) if _differ(reports, a, b))


def _several_tellers(reports: Sequence[Report], some: Sequence[int]) -> bool:
    """Whether there can be pairs: rows of one dataset are never of one event."""
    first = reports[some[0]].dataset if some else None
    return first is None or any(reports[i].dataset != first for i in some)


def _differ(reports: Sequence[Report], a: int, b: int) -> bool:
    dataset = reports[a].dataset
    return dataset is None or dataset != reports[b].dataset


def _window(reports: Sequence[Report], some: list[int]) -> Iterator[tuple[int, int]]:
    if not _several_tellers(reports, some):
        return
    ordered = sorted(some, key=lambda i: _likeness_order(reports[i]))
    for at, index in enumerate(ordered):
        behind = (other for other in ordered[at + 1 : at + 1 + _REACH] if _differ(reports, index, other))
        for other in islice(behind, _NEIGHBOURS):
            yield (index, other) if index < other else (other, index)


def _likeness_order(report: Report) -> tuple[object, ...]:
    """What puts reports of one event side by side, whatever the order in which they came."""
    attackers = tuple(sorted(role.id for role in report.attackers))
    return (
        report.place_id or "",
        report.kind,
        attackers,
        report.killed or 0,
        tuple(report.weapons),
        report.id,
    )
