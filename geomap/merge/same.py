"""Whether two reports tell of one event: a score out of place, days, actors, weapons and victims."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from geomap.geo import distance_km
from geomap.model import ActorRole, Report

Related = Callable[[str, str], bool]

SAME = 3.0  # from this score on, two reports are one event
DOUBTFUL = 1.0  # so far above or below it, a person may well see it otherwise

# Precisions that fix an incident well enough to compare distances.
FINE = {"exact", "site", "locality", "near", "district"}
_WEAPON_KIN = {
    frozenset(pair)
    for pair in (
        ("rocket", "missile"), ("artillery", "mortar"), ("airstrike", "missile"), ("airstrike", "drone"),
        ("rocket", "artillery"), ("rocket", "mortar"),
    )
}  # fmt: skip
_NEAR_KM = 5.0
_SAME_WORDS = 1.5
_LEAST_WORDS = 40  # characters from which the same sentence in two articles is no coincidence


class Likeness(NamedTuple):
    """How far two reports of different articles look like one event; nothing contradicts."""

    score: float
    why: str


def same_event(a: Report, b: Report, related: Related) -> tuple[float, str] | None:
    """Whether two reports tell of one event: a score and the reason in words, or None."""
    found = likeness(a, b, related)
    return (found.score, found.why) if found and found.score >= SAME else None


def likeness(a: Report, b: Report, related: Related) -> Likeness | None:
    """How much two reports look like one event; None where something they say contradicts it."""
    if a.alone or b.alone or teller(a) == teller(b):
        return None
    place = place_score(a, b)
    days = date_score(a, b)
    if place is None or days is None:
        return None
    actors = actor_score(a, b, related)
    weapons = _weapon_score(a, b)
    victims = _victim_score(a, b)
    if actors is None or weapons is None or victims is None:
        return None
    words = _SAME_WORDS if same_words(a, b) else 0.0
    score = place + days + actors + weapons + victims + words
    return Likeness(score, f"{b.article} tells the same: {_words(a, b, victims, words)}")


def teller(report: Report) -> str:
    """Who told this event from the others: the reader of its article, or the dataset of which it is a row."""
    return report.dataset or report.article


def same_words(a: Report, b: Report) -> bool:
    """Whether both articles have the same sentence: wire copy."""
    return len(a.evidence) >= _LEAST_WORDS and words_of(a) == words_of(b)


def words_of(report: Report) -> str:
    """The evidence without case and line breaks."""
    return " ".join(report.evidence.casefold().split())


def _words(a: Report, b: Report, victims: float, words: float) -> str:
    parts = ["same place" if a.place_id == b.place_id else f"{a.place} and {b.place} lie together"]
    if a.date_start and b.date_start:
        parts.append("same day" if a.date_start == b.date_start else "days that overlap")
    if victims > 0:
        parts.append("same number of victims")
    if words > 0:
        parts.append("same words")
    return ", ".join(parts)


def place_score(a: Report, b: Report) -> float | None:
    """How far the places agree; None where they contradict or one is not known."""
    if a.lon is None or a.lat is None or b.lon is None or b.lat is None:
        return None
    if a.place_id == b.place_id and a.place == b.place:
        return 2.0 if a.precision in FINE else 1.0
    km = distance_km(a.lon, a.lat, b.lon, b.lat)
    if a.precision in FINE and b.precision in FINE:
        return 1.5 if km <= max(_NEAR_KM, a.radius_km or 0, b.radius_km or 0) else None
    coarse, fine = (a, b) if a.precision not in FINE else (b, a)
    if fine.precision not in FINE:
        return 0.5 if a.country == b.country else None
    inside = coarse.country == fine.country and (coarse.admin1 in (None, fine.admin1))
    return 0.5 if inside else None


def date_score(a: Report, b: Report) -> float | None:
    """How far the days agree; None where they contradict, 0 where one is not known."""
    if a.date_start is None or b.date_start is None or a.date_end is None or b.date_end is None:
        return 0.0
    if a.date_start <= b.date_end and b.date_start <= a.date_end:
        return 2.0 if a.date_precision == b.date_precision == "day" else 1.0
    return None


def actor_score(a: Report, b: Report, related: Related) -> float | None:
    """How far attackers and targets agree; None where the attackers have nothing to do with each other.

    Of a clash, and in a dataset that lists two sides without saying who struck, either side may stand first.
    """
    score = 0.0
    if "clash" in (a.kind, b.kind):
        return _sides_score(a, b, related)
    for mine, theirs in ((a.attackers, b.attackers), (a.targets, b.targets)):
        if mine and theirs:
            if not any(related(x.id, y.id) for x in mine for y in theirs):
                return None if mine is a.attackers else score
            score += 0.5
    return score


def _sides_score(a: Report, b: Report, related: Related) -> float | None:
    mine, theirs = _may_strike(a), _may_strike(b)
    if not mine or not theirs:
        return 0.0
    shared = sum(any(related(x.id, y.id) for y in theirs) for x in mine)
    return min(1.0, 0.5 * shared) if shared else None


def _may_strike(report: Report) -> tuple[ActorRole, ...]:
    return (*report.attackers, *report.targets) if report.kind == "clash" else report.attackers


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
