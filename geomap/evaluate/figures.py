"""The figures over some articles, and each fault with its cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from geomap.evaluate.fits import Namesakes, date_fits, place_fits, same_weapon
from geomap.evaluate.gold import Label, Labelled
from geomap.gazetteer import Gazetteer
from geomap.model import OFF_MAP_STATUS, Incident

Cause = Literal[
    "missed", "spurious", "place", "date", "attacker", "target", "weapon", "killed", "wounded", "launch_place"
]


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between what was found and what is labelled."""

    article: str
    cause: Cause
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
        attributes: By name, of strict pairs.
        faults: In the order of the articles.
    """

    articles: int
    all_right: int
    with_incidents: int
    strict: Figures
    place: Figures
    attributes: dict[str, Rate]
    faults: tuple[Fault, ...]

    @property
    def causes(self) -> Counter[str]:
        """How many faults of each kind."""
        return Counter(fault.cause for fault in self.faults)


def evaluate(
    articles: Sequence[Labelled], found: Mapping[str, Sequence[Incident]], gazetteer: Gazetteer
) -> Evaluation:
    """Compares what was found with what is labelled.

    Args:
        articles: The labelled articles.
        found: Incidents by article id; an article that is not there has none.
        gazetteer: Says which names mean one actor.
    """
    judge = _Judge(gazetteer)
    for article in articles:
        judge.take(article, [i for i in found.get(article.id, ()) if i.status not in OFF_MAP_STATUS])
    return Evaluation(
        articles=len(articles),
        all_right=len(articles) - len({fault.article for fault in judge.faults}),
        with_incidents=judge.count["with incidents"],
        strict=judge.figures("strict"),
        place=judge.figures("place"),
        attributes={key: Rate(judge.right[key], judge.asked[key]) for key in sorted(judge.asked)},
        faults=tuple(judge.faults),
    )


class _Judge:
    """The counts so far."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.names = Namesakes(gazetteer)
        self.count: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.faults: list[Fault] = []

    def figures(self, how: str) -> Figures:
        return Figures(
            Rate(self.count[f"{how} hits"], self.count[f"{how} found"]),
            Rate(self.count[f"{how} core hits"], self.count["core"]),
        )

    def take(self, article: Labelled, found: Sequence[Incident]) -> None:
        labels = article.incidents
        strict = self._pairs(labels, found, lambda a, b: place_fits(a, b) and date_fits(a, b))
        for how, pairs in (("strict", strict), ("place", self._pairs(labels, found, place_fits))):
            ambiguous = sum(labels[a].ambiguous for a in pairs)
            self.count[f"{how} hits"] += len(pairs) - ambiguous
            self.count[f"{how} found"] += len(found) - ambiguous
            self.count[f"{how} core hits"] += sum(labels[a].wanted for a in pairs)
        self.count["core"] += sum(label.wanted for label in labels)
        self.count["with incidents"] += bool(found)
        for a, b in strict.items():
            self._ask(article, labels[a], found[b])
        self._blame(
            article,
            [label for a, label in enumerate(labels) if a not in strict],
            [one for b, one in enumerate(found) if b not in strict.values()],
        )

    def _pairs(
        self, labels: Sequence[Label], found: Sequence[Incident], fit: Callable[[Label, Incident], bool]
    ) -> dict[int, int]:
        """Labels and what answers them, best pairs first."""
        ranked = []
        for a, label in enumerate(labels):
            for b, one in enumerate(found):
                if fit(label, one):
                    worth = 4 * date_fits(label, one) + 2 * label.core + self.names.same_attacker(label, one)
                    ranked.append((-worth - same_weapon(label, one), a, b))
        pairs: dict[int, int] = {}
        for _, a, b in sorted(ranked):
            if a not in pairs and b not in pairs.values():
                pairs[a] = b
        return pairs

    def _ask(self, article: Labelled, label: Label, one: Incident) -> None:
        answers: dict[Cause, tuple[bool, object, object]] = {
            "attacker": (self.names.same_attacker(label, one), label.attacker, one.attacker),
            "target": (self.names.same_target(label, one), label.target, one.target),
            "weapon": (same_weapon(label, one), label.weapon, one.weapon),
        }
        if label.killed is not None or one.killed is not None:
            answers["killed"] = one.killed in (label.killed, *label.killed_accept), label.killed, one.killed
        if label.wounded is not None or one.wounded is not None:
            right = one.wounded in (label.wounded, *label.wounded_accept)
            answers["wounded"] = right, label.wounded, one.wounded
        if label.launch_place is not None:
            answers["launch_place"] = bool(one.launch_place), label.launch_place, one.launch_place
        for cause, (right, wanted, said) in answers.items():
            self.asked[cause] += 1
            self.right[cause] += right
            if not right:
                self._fault(article, cause, f"{wanted} at {label.place}", _text(said), one.evidence)

    def _blame(self, article: Labelled, labels: list[Label], found: list[Incident]) -> None:
        """Says what is wrong with the pairs that nearly fit; the rest was missed, or made up."""
        nearly: tuple[tuple[Cause, Callable[[Label, Incident], bool]], ...] = (
            ("date", place_fits),
            ("place", lambda label, one: label.date is not None and date_fits(label, one)),
        )
        for cause, fit in nearly:
            for label in list(labels):
                one = next((i for i in found if fit(label, i)), None)
                if one is not None:
                    labels.remove(label)
                    found.remove(one)
                    self._fault(article, cause, _label(label), _incident(one), one.evidence)
        for label in labels:
            if label.wanted:
                self._fault(article, "missed", _label(label), None, label.evidence)
        for one in found:
            self._fault(article, "spurious", None, _incident(one), one.evidence)

    def _fault(
        self, article: Labelled, cause: Cause, wanted: str | None, found: str | None, evidence: str | None
    ) -> None:
        fault = Fault(article=article.id, cause=cause, wanted=wanted, found=found, evidence=evidence)
        self.faults.append(fault)


def _label(label: Label) -> str:
    return f"{label.date or 'undated'} {label.place or 'somewhere'}"


def _incident(one: Incident) -> str:
    days = "undated" if one.date_start is None else str(one.date_start)
    if one.date_end not in (None, one.date_start):
        days += f"/{one.date_end}"
    return f"{days} {one.place or 'somewhere'}"


def _text(value: object) -> str | None:
    return None if value is None else str(value)
