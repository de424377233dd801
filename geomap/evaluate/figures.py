"""What an evaluation says: figures, and each fault with its cause."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

Cause = Literal[
    "missed", "spurious", "place", "date", "attacker", "target", "weapon", "killed", "wounded", "launch_place",
    "kind", "status", "date_precision",
]  # fmt: skip
# Which step of reading a fault comes from.
Step = Literal["recognition", "resolution", "event", "date", "role", "merge"]
Point = tuple[float, float]  # degrees, lon before lat
_DRAWS = 1000  # resamplings of the articles behind an interval
_SIDES = (0.05, 0.95)


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between what was found and what is labelled."""

    article: str
    cause: Cause
    step: Step
    wanted: str | None = None
    found: str | None = None
    evidence: str | None = None


class Rate(msgspec.Struct, frozen=True):
    """Right of asked."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0


class Figures(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean."""

    precision: Rate
    recall: Rate

    @property
    def f1(self) -> float:
        """From 0 to 1."""
        p, r = self.precision.share, self.recall.share
        return 2 * p * r / (p + r) if p + r else 0.0


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """The figures over some articles, and every fault.

    Attributes:
        articles: How many.
        all_right: In how many there is no fault at all.
        with_incidents: In how many something was found.
        strict: Place and day.
        place: Place alone.
        interval: Between what 90 % of resamplings of the articles put the strict F1.
        attributes: By name, of strict pairs; `kind`, `status` and `date_precision` too where they are labelled.
        inside_radius: Of pairs by place, how many labelled points lie within the `radius_km` that was given.
        invented_launches: Strict pairs with a launch place where the label has none.
        faults: In the order of the articles.
    """

    articles: int
    all_right: int
    with_incidents: int
    strict: Figures
    place: Figures
    interval: tuple[float, float]
    attributes: dict[str, Rate]
    inside_radius: Rate
    invented_launches: int
    faults: tuple[Fault, ...]

    @property
    def causes(self) -> Counter[str]:
        """How many faults of each kind."""
        return Counter(fault.cause for fault in self.faults)

    @property
    def steps(self) -> Counter[str]:
        """How many faults come from each step of reading."""
        return Counter(fault.step for fault in self.faults)


def figures(count: Counter[str], how: str) -> Figures:
    """The figures of a count: "strict" or "place"."""
    return Figures(
        Rate(count[f"{how} hits"], count[f"{how} found"]), Rate(count[f"{how} core hits"], count["core"])
    )


def interval(counts: Sequence[Counter[str]]) -> tuple[float, float]:
    """Between what 90 % of resamplings of the articles put the strict F1: a bootstrap, the same for the same counts."""
    if not counts:
        return 0.0, 0.0
    draw = random.Random(0)  # noqa: S311  no secret
    found = sorted(
        figures(sum(draw.choices(counts, k=len(counts)), Counter()), "strict").f1 for _ in range(_DRAWS)
    )
    low, high = (found[int(side * _DRAWS)] for side in _SIDES)
    return low, high
