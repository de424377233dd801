"""Which reports tell of the same event: candidate pairs, the best first, joined as long as nothing contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from geomap.merge.pairs import candidate_pairs
from geomap.merge.rulings import NO_RULINGS, Rulings
from geomap.merge.same import (
    DOUBTFUL,
    SAME,
    Related,
    actor_score,
    date_score,
    likeness,
    place_score,
    same_event,
    teller,
)
from geomap.model import Report

__all__ = ["Doubt", "Related", "doubtful_pairs", "group_reports", "same_event"]

Doubt = tuple[float, Report, Report, str]
# Reports that a person put together: what fits one of them fits all.
_Bundle = frozenset[int]


def group_reports(
    reports: Sequence[Report], related: Related, rulings: Rulings = NO_RULINGS
) -> list[tuple[list[Report], list[str]]]:
    """Groups of reports of one event, each with the reasons why they were joined.

    Two reports of one article, or rows of one dataset, are never joined, for whoever read or made it told them apart:
    only a person may.

    Args:
        reports: In a fixed order, which decides between equals.
        related: Whether two actors may be meant by each other's names.
        rulings: What a person said of them.
    """
    edges = []
    for one, other in candidate_pairs(reports):
        found = same_event(reports[one], reports[other], related)
        if found is not None:
            edges.append((-found[0], reports[one].id, reports[other].id, found[1]))
    # Most reports of a large archive have no partner: only the others are grouped.
    ruled = {id for a, b, *_ in (*rulings.together, *rulings.apart) for id in (a, b)}
    paired = {id for _, a, b, _ in edges for id in (a, b)} | ruled
    groups = _Groups([report for report in reports if report.id in paired], related)
    groups.keep_apart(rulings.apart)
    for a, b, reason in rulings.together:
        groups.put_together(a, b, reason)
    groups.bundle()
    for _, a, b, reason in sorted(edges):
        groups.join(groups.index[a], groups.index[b], reason)
    joined = {group[0].id: (group, why) for group, why in groups.result()}
    later = {report.id for group, _ in joined.values() for report in group[1:]}
    return [joined.get(r.id, ([r], [])) for r in reports if r.id not in later]


def doubtful_pairs(reports: Sequence[Report], related: Related) -> list[Doubt]:
    """Pairs whose likeness lies near the threshold, as (score, one, other, why); the most doubtful first."""
    found: dict[tuple[str, str], Doubt] = {}
    for a, b in candidate_pairs(reports):
        one, other = reports[a], reports[b]
        like = likeness(one, other, related)
        if like is not None and abs(like.score - SAME) <= DOUBTFUL:
            found[one.id, other.id] = (like.score, one, other, like.why)
    return sorted(found.values(), key=lambda d: (abs(d[0] - SAME), d[1].id, d[2].id))


class _Groups:
    """Disjoint groups of reports that grow by joining."""

    def __init__(self, reports: Sequence[Report], related: Related) -> None:
        self.reports = reports
        self.related = related
        self.index = {report.id: i for i, report in enumerate(reports)}
        self.parent = list(range(len(reports)))
        self.members = [[i] for i in range(len(reports))]
        self.tellers = [{teller(report)} for report in reports]
        self.why: list[list[str]] = [[] for _ in reports]
        self.apart: dict[int, set[int]] = {}
        self.facts: dict[tuple[object, ...], int] = {}
        self.examples: list[Report] = []
        self.bundles: list[set[_Bundle]] = []
        self.fits: dict[tuple[_Bundle, _Bundle], bool] = {}

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Never join these."""
        for a, b in pairs:
            if a in self.index and b in self.index:
                self.apart.setdefault(self.index[a], set()).add(self.index[b])
                self.apart.setdefault(self.index[b], set()).add(self.index[a])

    def put_together(self, a: str, b: str, reason: str) -> None:
        """Join these, whatever they say."""
        if a in self.index and b in self.index:
            one, other = self.root(self.index[a]), self.root(self.index[b])
            if one != other:
                self._unite(one, other, reason)

    def bundle(self) -> None:
        """Note what each report says, once a person's pairs are joined."""
        numbers = [self._fact(report) for report in self.reports]
        self.bundles = [
            {frozenset(numbers[i] for i in members)} if members else set() for members in self.members
        ]

    def _fact(self, report: Report) -> int:
        """A number for all that a report says that another could contradict: the same for the same."""
        place = (report.place_id, report.place, report.lon, report.lat, report.precision, report.radius_km)
        area = (report.country, report.admin1)
        days = (report.date_start, report.date_end, report.date_precision)
        actors = tuple(tuple(role.id for role in side) for side in (report.attackers, report.targets))
        key = (place, area, days, actors, report.kind == "clash")
        if key not in self.facts:
            self.facts[key] = len(self.facts)
            self.examples.append(report)
        return self.facts[key]

    def join(self, a: int, b: int, reason: str) -> None:
        """Join the groups of two reports unless something in them contradicts."""
        one, other = self.root(a), self.root(b)
        if one != other and self._may_join(one, other):
            self._unite(one, other, reason)

    def _may_join(self, one: int, other: int) -> bool:
        if not self.tellers[one].isdisjoint(self.tellers[other]):
            return False
        if self.apart and any(self.apart.get(i, set()) & set(self.members[other]) for i in self.members[one]):
            return False
        return all(self._fit(a, b) for a, b in product(self.bundles[one], self.bundles[other]))

    def _fit(self, one: _Bundle, other: _Bundle) -> bool:
        key = (one, other)
        if key not in self.fits:
            self.fits[key] = any(
                self._agree(self.examples[a], self.examples[b]) for a, b in product(one, other)
            )
        return self.fits[key]

    def _agree(self, a: Report, b: Report) -> bool:
        return (
            date_score(a, b) is not None
            and actor_score(a, b, self.related) is not None
            and place_score(a, b) is not None
        )

    def _unite(self, one: int, other: int, reason: str) -> None:
        keep, gone = min(one, other), max(one, other)
        self.parent[gone] = keep
        self.members[keep] += self.members[gone]
        self.members[gone] = []
        self.tellers[keep] |= self.tellers[gone]
        self.why[keep] += [*self.why[gone], reason]
        if self.bundles:
            self.bundles[keep] |= self.bundles[gone]

    def result(self) -> list[tuple[list[Report], list[str]]]:
        """The groups in the order of their first reports."""
        return [
            ([self.reports[i] for i in sorted(members)], why)
            for members, why in zip(self.members, self.why, strict=True)
            if members
        ]
