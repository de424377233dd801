"""Found against labelled: pairs, counts, and which step of reading each fault comes from.

A place that no name in the article may stand for was not *recognised*; one that some name may stand for, but another
was taken, was wrongly *resolved*; where the place was known and still nothing was told of it, or something that did not
happen, the *event* was misread; two labels answered by one incident, or one by two, are wrongly *merged*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from geomap.evaluate.figures import Cause, Evaluation, Fault, Point, Rate, Step, figures, interval
from geomap.evaluate.fits import Namesakes, date_fits, place_fits, point_fits, same_weapon, within_radius
from geomap.evaluate.gold import Label, Labelled
from geomap.gazetteer import Gazetteer
from geomap.model import OFF_MAP_STATUS, Incident


def evaluate(
    articles: Sequence[Labelled],
    found: Mapping[str, Sequence[Incident]],
    gazetteer: Gazetteer,
    known: Mapping[str, Sequence[Point]] | None = None,
) -> Evaluation:
    """Compares what was found with what is labelled.

    Args:
        articles: The labelled articles.
        found: Incidents by article id; an article that is not there has none.
        gazetteer: Says which names mean one actor.
        known: The points (lon, lat) of all places that names in an article may stand for, by its id.
    """
    judge = _Judge(gazetteer)
    for article in articles:
        on_map = [one for one in found.get(article.id, ()) if one.status not in OFF_MAP_STATUS]
        judge.take(article, on_map, (known or {}).get(article.id, ()))
    whole = sum(judge.counts, Counter[str]())
    return Evaluation(
        articles=len(articles),
        all_right=len(articles) - len({fault.article for fault in judge.faults}),
        with_incidents=whole["with incidents"],
        strict=figures(whole, "strict"),
        place=figures(whole, "place"),
        interval=interval(judge.counts),
        attributes={key: Rate(judge.right[key], judge.asked[key]) for key in sorted(judge.asked)},
        inside_radius=Rate(judge.inside[True], judge.inside.total()),
        invented_launches=judge.invented,
        faults=tuple(judge.faults),
    )


class _Judge:
    """The counts so far."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.names = Namesakes(gazetteer)
        self.counts: list[Counter[str]] = []  # an article each
        self.inside: Counter[bool] = Counter()
        self.invented = 0
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.faults: list[Fault] = []

    def take(self, article: Labelled, found: Sequence[Incident], known: Sequence[Point]) -> None:
        labels = article.incidents
        strict = self._pairs(labels, found, lambda a, b: place_fits(a, b) and date_fits(a, b))
        placed = self._pairs(labels, found, place_fits)
        count: Counter[str] = Counter()
        for how, pairs in (("strict", strict), ("place", placed)):
            ambiguous = sum(labels[a].ambiguous for a in pairs)
            count[f"{how} hits"] += len(pairs) - ambiguous
            count[f"{how} found"] += len(found) - ambiguous
            count[f"{how} core hits"] += sum(labels[a].wanted for a in pairs)
        count["core"] += sum(label.wanted for label in labels)
        count["with incidents"] += bool(found)
        self.counts.append(count)
        for a, b in placed.items():
            if (inside := within_radius(labels[a], found[b])) is not None:
                self.inside[inside] += 1
        for a, b in strict.items():
            self._ask(article, labels[a], found[b])
            self.invented += bool(found[b].launch_place) and labels[a].launch_place is None
        taken = [(labels[a], found[b]) for a, b in strict.items()]
        self._blame(
            article,
            [label for a, label in enumerate(labels) if a not in strict],
            [one for b, one in enumerate(found) if b not in strict.values()],
            taken,
            known,
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
        if label.kind is not None:
            answers["kind"] = one.kind == label.kind, label.kind, one.kind
        if label.status is not None:
            answers["status"] = one.status == label.status, label.status, one.status
        if label.date is not None:
            right = one.date_precision == label.date_precision
            answers["date_precision"] = right, label.date_precision, one.date_precision
        if label.launch_place is not None:
            answers["launch_place"] = bool(one.launch_place), label.launch_place, one.launch_place
        for cause, (right, wanted, said) in answers.items():
            self.asked[cause] += 1
            self.right[cause] += right
            if not right:
                step: Step = "date" if cause == "date_precision" else "role"
                self._fault(article, cause, step, f"{wanted} at {label.place}", _text(said), one.evidence)

    def _blame(
        self,
        article: Labelled,
        labels: list[Label],
        found: list[Incident],
        taken: list[tuple[Label, Incident]],
        known: Sequence[Point],
    ) -> None:
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
                    step = "date" if cause == "date" else _step_of_place(label, known)
                    self._fault(article, cause, step, _label(label), _incident(one), one.evidence)
        for label in labels:
            if label.wanted:
                joined = any(place_fits(label, one) and date_fits(label, one) for _, one in taken)
                step = "merge" if joined else "event" if _is_known(label, known) else "recognition"
                self._fault(article, "missed", step, _label(label), None, label.evidence)
        for one in found:
            split = any(place_fits(label, one) and date_fits(label, one) for label, _ in taken)
            self._fault(
                article, "spurious", "merge" if split else "event", None, _incident(one), one.evidence
            )

    def _fault(
        self,
        article: Labelled,
        cause: Cause,
        step: Step,
        wanted: str | None,
        found: str | None,
        evidence: str | None,
    ) -> None:
        said = {"wanted": wanted, "found": found, "evidence": evidence}
        self.faults.append(Fault(article=article.id, cause=cause, step=step, **said))


def _is_known(label: Label, known: Sequence[Point]) -> bool:
    """Whether a name in the article was taken, rightly or not, for something that may stand for the label's place."""
    return any(point_fits(label, *point) for point in known)


def _step_of_place(label: Label, known: Sequence[Point]) -> Step:
    return "resolution" if _is_known(label, known) else "recognition"


def _label(label: Label) -> str:
    return f"{label.date or 'undated'} {label.place or 'somewhere'}"


def _incident(one: Incident) -> str:
    days = "undated" if one.date_start is None else str(one.date_start)
    if one.date_end not in (None, one.date_start):
        days += f"/{one.date_end}"
    return f"{days} {one.place or 'somewhere'}"


def _text(value: object) -> str | None:
    return None if value is None else str(value)
