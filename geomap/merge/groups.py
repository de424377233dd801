"""Which reports tell of the same event: candidate pairs by day and place, then a check of all that is known."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from geomap.geo import distance_km
from geomap.model import Report

Related = Callable[[str, str], bool]

# Precisions that fix an incident well enough to compare distances.
_FINE = {"exact", "site", "locality", "near", "district"}
_WEAPON_KIN = {frozenset({"rocket", "missile"}), frozenset({"artillery", "mortar"}), frozenset({"airstrike", "missile"}), frozenset({"airstrike", "drone"}), frozenset({"rocket", "artillery"}), frozenset({"rocket", "mortar"})}  # fmt: skip
_NEAR_KM = 5.0
_LONGEST_DAYS = 10  # a date vaguer than this does not find partners by day


def group_reports(reports: Sequence[Report], related: Related) -> list[tuple[list[Report], list[str]]]:
    """Groups of reports of one event, each with the reasons why they were joined.

    Two reports of one article are never joined: the reader of the article told them apart.
    """
    parent = list(range(len(reports)))
    members: dict[int, list[int]] = {i: [i] for i in range(len(reports))}
    why: dict[int, list[str]] = defaultdict(list)

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    edges = []
    for a, b in _candidates(reports):
        verdict = same_event(reports[a], reports[b], related)
        if verdict is not None:
            edges.append((-verdict[0], reports[a].id, reports[b].id, a, b, verdict[1]))
    for _, _, _, a, b, reason in sorted(edges):
        ra, rb = root(a), root(b)
        if ra == rb or not _compatible(reports, members[ra], members[rb], related):
            continue
        keep, gone = min(ra, rb), max(ra, rb)
        parent[gone] = keep
        members[keep] += members.pop(gone)
        why[keep] += [*why.pop(gone, []), reason]
    return [([reports[i] for i in sorted(ids)], why.get(r, [])) for r, ids in sorted(members.items())]


def _candidates(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: they share a day and a cell of the map, or an undated event and its victims."""
    buckets: dict[object, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        for key in _keys(report):
            buckets[key].append(i)
    seen: set[tuple[int, int]] = set()
    for key in sorted(buckets, key=str):
        for pair in combinations(buckets[key], 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys(report: Report) -> Iterator[object]:
    if report.lon is None or report.lat is None:
        return
    victims = report.killed if report.killed else None
    if report.date_start and report.date_end and (report.date_end - report.date_start).days <= _LONGEST_DAYS:
        day = report.date_start
        while day <= report.date_end:
            if report.precision in _FINE:
                for dx in (0, 1):
                    for dy in (0, 1):
                        # Half-degree cells, each report in the four that its surroundings touch.
                        yield (day, round(report.lon * 2 - 0.5 + dx * 0.999), round(report.lat * 2 - 0.5 + dy * 0.999))
            if victims:
                yield (day, report.country, victims)
            day += dt.timedelta(days=1)
    if victims and report.place_id:
        yield (report.place_id, victims)


def same_event(a: Report, b: Report, related: Related) -> tuple[float, str] | None:
    """Whether two reports tell of one event: a score and the reason in words, or None."""
    if a.article == b.article:
        return None
    place = _place_score(a, b)
    days = _date_score(a, b)
    if place is None or days is None:
        return None
    actors = _actor_score(a, b, related)
    weapons = _weapon_score(a, b)
    victims = _victim_score(a, b)
    if actors is None or weapons is None or victims is None:
        return None
    score = place + days + actors + weapons + victims
    if score < 3.0:
        return None
    return score, f"{b.article} tells the same: {_words(a, b, victims)}"


def _words(a: Report, b: Report, victims: float) -> str:
    parts = ["same place" if a.place_id == b.place_id else f"{a.place} and {b.place} lie together"]
    if a.date_start and b.date_start:
        parts.append("same day" if a.date_start == b.date_start else "days that overlap")
    if victims > 0:
        parts.append("same number of victims")
    return ", ".join(parts)


def _place_score(a: Report, b: Report) -> float | None:
    if a.lon is None or a.lat is None or b.lon is None or b.lat is None:
        return None
    if a.place_id == b.place_id and a.place == b.place:
        return 2.0 if a.precision in _FINE else 1.0
    km = distance_km(a.lon, a.lat, b.lon, b.lat)
    if a.precision in _FINE and b.precision in _FINE:
        return 1.5 if km <= max(_NEAR_KM, a.radius_km or 0, b.radius_km or 0) else None
    coarse, fine = (a, b) if a.precision not in _FINE else (b, a)
    if fine.precision not in _FINE:
        return 0.5 if a.country == b.country else None
    inside = coarse.country == fine.country and (coarse.admin1 in (None, fine.admin1))
    return 0.5 if inside else None


def _date_score(a: Report, b: Report) -> float | None:
    if a.date_start is None or b.date_start is None or a.date_end is None or b.date_end is None:
        return 0.0
    if a.date_start <= b.date_end and b.date_start <= a.date_end:
        return 2.0 if a.date_precision == b.date_precision == "day" else 1.0
    return None


def _actor_score(a: Report, b: Report, related: Related) -> float | None:
    score = 0.0
    for mine, theirs in ((a.attackers, b.attackers), (a.targets, b.targets)):
        if mine and theirs:
            if not any(related(x.id, y.id) for x in mine for y in theirs):
                return None if mine is a.attackers else score
            score += 0.5
    return score


def _weapon_score(a: Report, b: Report) -> float | None:
    if not a.weapons or not b.weapons:
        return 0.0
    if set(a.weapons) & set(b.weapons):
        return 0.5
    kin = any(frozenset({x, y}) in _WEAPON_KIN for x in a.weapons for y in b.weapons)
    return 0.0 if kin else None


def _victim_score(a: Report, b: Report) -> float | None:
    if not a.killed or not b.killed:
        return 0.0
    low_a, high_a = a.killed_low or a.killed, a.killed_high or a.killed
    low_b, high_b = b.killed_low or b.killed, b.killed_high or b.killed
    if low_a <= high_b and low_b <= high_a:
        return 1.5
    # Early tolls differ, but not by a factor.
    return 0.0 if max(a.killed, b.killed) <= 3 * min(a.killed, b.killed) + 2 else None


def _compatible(reports: Sequence[Report], left: list[int], right: list[int], related: Related) -> bool:
    """Whether two groups may be one: no article twice, and no pair of dated reports that contradict."""
    if {reports[i].article for i in left} & {reports[i].article for i in right}:
        return False
    return all(
        _date_score(reports[i], reports[j]) is not None
        and _actor_score(reports[i], reports[j], related) is not None
        and _place_score(reports[i], reports[j]) is not None
        for i in left
        for j in right
    )
