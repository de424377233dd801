"""What in a store is doubtful, as questions to a person, the most valuable first; and answers as verdicts."""

from __future__ import annotations

import csv
import io
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from geomap.decisions import UNDO, Decision, Verdict
from geomap.decisions.apply import standing
from geomap.decisions.table import guard, make_decision, rows_of
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.merge import doubtful_pairs
from geomap.merge.same import SAME
from geomap.model import OFF_MAP_STATUS, Incident, Record, Report, Store
from geomap.text import fold

Topic = Literal["merge", "place", "date", "actor", "disputed", "toll"]
_SUGGESTED = 5
_WEAK = 0.5  # a merge so little above the threshold is asked about
# What a wrong answer costs the map, before the weight of the incident: an event twice or one lost, a point misplaced …
_MANY = 50  # so many dead by one word alone are worth a look, however surely they were read
_WORTH = {
    "twice": 3.2, "merge": 3.0, "unplaced": 2.6, "undated": 2.2, "place": 2.0, "disputed": 1.8, "date": 1.6,
    "actor": 1.0, "toll": 0.8, "nobody": 0.4,
}  # fmt: skip
_SPREADSHEET = (
    "asks", "topic", "incident", "sentence", "other_sentence", "now", "suggestions", "report", "other", "verdict",
    "value", "why",
)  # fmt: skip
_BETWEEN = "; "  # reports in one cell


class Question(Record, frozen=True, kw_only=True):
    """One question.

    Attributes:
        topic: What it is about.
        asks: The question.
        worth: How much an answer is worth; questions come in this order.
        incident: The id of the incident.
        title: Its title.
        reports: Its reports: an answer is a verdict on each.
        pair: The two reports of a question about merging.
        merged: Whether they are one incident now.
        sentences: What the articles say, with the article before each.
        now: What is believed as long as nobody answers.
        suggestions: Values that may be meant, each with words to choose by.
    """

    topic: Topic
    asks: str
    worth: float
    incident: str
    title: str
    reports: tuple[str, ...]
    pair: tuple[str, str] | None = None
    merged: bool = False
    sentences: tuple[tuple[str, str], ...] = ()
    now: str = ""
    suggestions: tuple[tuple[str, str], ...] = ()


def questions(
    store: Store,
    decisions: Sequence[Decision],
    search: Search,
    related: Callable[[str, str], bool] = lambda a, b: a == b,
) -> list[Question]:
    """Everything doubtful on which nobody has decided, most valuable first.

    Args:
        store: The store, with its verdicts applied.
        decisions: Those verdicts: what they settle is not asked again.
        search: Looks up what else the name of a place could mean.
        related: Whether two actors may be meant by each other's names.
    """
    settled = {decision.subject for decision in standing(decisions)}
    found = [*_merges(store, settled, related)]
    paired = {frozenset(q.pair) for q in found if q.pair}
    found += [q for q in _told_twice(store, settled) if q.pair and frozenset(q.pair) not in paired]
    for incident in store.incidents:
        found += _of_one(incident, settled, search)
    return sorted(found, key=lambda q: (-q.worth, q.incident, q.topic, q.reports, q.pair or ()))


Settled = set[tuple[str, ...]]


def _weight(incident: Incident) -> float:
    """How much hangs on an incident: its dead, and how often it is told."""
    weight = 1 + math.log10(1 + (incident.killed or 0)) / 2 + 0.1 * min(len(incident.reports) - 1, 10)
    return weight / 2 if incident.status in OFF_MAP_STATUS else weight


def _is_settled(incident: Incident, verdict: str, settled: Settled) -> bool:
    return any((kind, report.id) in settled for report in incident.reports for kind in (verdict, "confirm"))


def _merges(store: Store, settled: Settled, related: Callable[[str, str], bool]) -> Iterator[Question]:
    owner = {report.id: incident for incident in store.incidents for report in incident.reports}
    reports = sorted((r for one in store.incidents for r in one.reports), key=lambda r: r.id)
    asked: set[tuple[str, str]] = set()
    for score, a, b, why in doubtful_pairs(reports, related):
        one, other = owner[a.id], owner[b.id]
        low, high = sorted((one.id, other.id))
        merged = one.id == other.id
        if ("pair", *sorted((a.id, b.id))) in settled or (low, high) in asked:
            continue
        if merged and (score > SAME + _WEAK or len(one.reports) > 2):
            continue  # other reports hold it together
        asked.add((low, high))
        yield Question(
            topic="merge",
            asks="Is this one event?" if merged else "Are these the same event?",
            worth=round((_WORTH["merge"] - abs(score - SAME)) * max(_weight(one), _weight(other)), 3),
            incident=one.id,
            title=one.title if merged else f"{one.title} / {other.title}",
            reports=tuple(report.id for report in one.reports),
            pair=(a.id, b.id),
            merged=merged,
            sentences=_sentences((a, b)),
            now=f"{'one' if merged else 'two'}: {why} (likeness {score:.1f}, {SAME:g} is the same)",
        )


def _told_twice(store: Store, settled: Settled) -> Iterator[Question]:
    """Incidents of one article that one sentence tells of, with the same victims: mostly one was read as two."""
    told: dict[tuple[object, ...], list[tuple[Incident, Report]]] = defaultdict(list)
    for incident in store.incidents:
        for report in incident.reports:
            if report.killed or report.wounded:
                toll = (report.killed, report.wounded, report.date_start)
                told[(report.article, report.evidence, *toll)].append((incident, report))
    for same in told.values():
        for (one, a), (other, b) in pairwise(same):
            if one.id == other.id or ("pair", *sorted((a.id, b.id))) in settled:
                continue
            yield Question(
                topic="merge",
                asks="One sentence tells of both with the same victims. Are these the same event?",
                worth=round(_WORTH["twice"] * max(_weight(one), _weight(other)), 3),
                incident=one.id,
                title=f"{one.title} / {other.title}",
                reports=tuple(report.id for report in one.reports),
                pair=(a.id, b.id),
                sentences=_sentences((a, b)),
                now="two",
            )


def _sentences(reports: Iterable[Report]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            f"{r.article}{f', {r.outlet}' if r.outlet else ''}{f', {r.published}' if r.published else ''}",
            r.evidence,
        )
        for r in reports
    )


def _of_one(incident: Incident, settled: Settled, search: Search) -> Iterator[Question]:
    def ask(
        topic: Topic, worth: str, asks: str, now: str, suggestions: Iterable[tuple[str, str]] = ()
    ) -> Question:
        return Question(
            topic=topic,
            asks=asks,
            worth=round(_WORTH[worth] * _weight(incident), 3),
            incident=incident.id,
            title=incident.title,
            reports=tuple(report.id for report in incident.reports),
            sentences=_sentences(incident.reports),
            now=now,
            suggestions=tuple(suggestions),
        )

    if not _is_settled(incident, "place", settled) and (
        incident.lon is None or incident.confidence_place == "low"
    ):
        now = f"{incident.place or 'not known'} ({incident.precision}, within {incident.radius_km or 0:g} km)"
        worth = "unplaced" if incident.lon is None else "place"
        yield ask("place", worth, "Where was it?", now, _places(incident, search))
    if not _is_settled(incident, "date", settled) and incident.confidence_date == "low":
        now = (
            f"{incident.date_start or 'not known'} to {incident.date_end}"
            if incident.date_start
            else "not known"
        )
        yield ask("date", "date" if incident.date_start else "undated", "When was it?", now)
    if not _is_settled(incident, "actor", settled):
        named = ", ".join(incident.attackers)
        if incident.confidence_actor == "low":
            yield ask("actor", "actor" if named else "nobody", "Who did it?", named or "not known")
        elif _says_who_only_elsewhere(incident, search.gazetteer):
            yield ask(
                "actor", "actor", "Another sentence says who did it. Did they?", _by_whose_word(incident)
            )

    def is_set(field: str) -> bool:
        return any(("set", report.id, field) in settled for report in incident.reports)

    dropped = _is_settled(incident, "drop", settled)
    if _is_a_toll_to_check(incident) and not is_set("killed") and not dropped:
        low, high = incident.killed_low, incident.killed_high
        span = f", {low} to {high} in all" if low != high else ""
        yield ask("toll", "toll", "Were so many killed?", f"{incident.killed} killed{span}")
    if incident.status == "disputed" and not is_set("status") and not dropped:
        yield ask("disputed", "disputed", "Did it happen?", f"disputed by {incident.status_by or 'somebody'}")


def _says_who_only_elsewhere(incident: Incident, gazetteer: Gazetteer) -> bool:
    """Whether one article alone names the attacker, and not in the sentence of the deed: it may be another's."""
    if len(incident.reports) != 1 or not incident.reports[0].attackers or not incident.reports[0].also:
        return False
    (report,) = incident.reports
    said = fold(report.evidence)
    actors = (gazetteer.actors.get(role.id) for role in report.attackers)
    return not any(fold(name.text) in said for actor in actors if actor for name in actor.names)


def _by_whose_word(incident: Incident) -> str:
    """Who is believed to have done it, and the other sentences that are the reason."""
    also = " … ".join(incident.reports[0].also[:2])
    return f"{', '.join(incident.attackers)} ({incident.attacker_role}), by “{also}”"


def _is_a_toll_to_check(incident: Incident) -> bool:
    """Whether many died by one word alone, or by words that differ twofold: a misread number is the worst error."""
    killed, low, high = incident.killed or 0, incident.killed_low, incident.killed_high
    apart = low is not None and high is not None and high > 2 * low
    return killed >= _MANY and (apart or len(incident.reports) == 1)


def _places(incident: Incident, search: Search) -> Iterator[tuple[str, str]]:
    seen = set()
    for text in dict.fromkeys(report.place_text for report in incident.reports if report.place_text):
        for candidate in search.lookup(text, limit=_SUGGESTED, guess=True):
            place = candidate.place
            if place.id not in seen and place.id != incident.place_id and place.origin == "curated":
                seen.add(place.id)
                yield (
                    place.id,
                    f"{place.name}, {place.kind}, {place.country or 'no country'}: {candidate.reasons[0]}",
                )


def verdicts_on(
    question: Question, verdict: Verdict, value: str, *, who: str, when: str, why: str = ""
) -> list[Decision]:
    """An answer as verdicts: on the pair of a question about merging, else on each report of the incident."""
    pairs = [(report, "") for report in question.reports]
    if verdict in ("same", "different"):
        assert question.pair is not None
        pairs = [question.pair]
    return [
        Decision(when=when, who=who, verdict=verdict, report=report, other=other, value=value, why=why)
        for report, other in pairs
    ]


def undoing(given: Iterable[Decision], *, who: str, when: str) -> list[Decision]:
    """Newer verdicts that withdraw these: nothing is ever deleted."""
    return [
        Decision(
            when=when,
            who=who,
            verdict=decision.verdict,
            report=decision.report,
            other=decision.other,
            value=f"{decision.value.partition('=')[0]}={UNDO}" if decision.verdict == "set" else UNDO,
        )
        for decision in given
    ]


def as_spreadsheet(asked: Iterable[Question]) -> str:
    """The questions as CSV, with empty columns verdict, value and why to fill in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_SPREADSHEET)
    for question in asked:
        sentences = [f"{where}: {text}" for where, text in question.sentences]
        one, other = question.pair or (_BETWEEN.join(question.reports), "")
        cells = (
            question.asks, question.topic, f"{question.incident} {question.title}", sentences[0] if sentences else "",
            "\n".join(sentences[1:]), question.now, "\n".join(f"{id} ({words})" for id, words in question.suggestions),
            one, other, "", "", "",
        )  # fmt: skip
        writer.writerow([guard(cell) for cell in cells])
    return out.getvalue()


def from_spreadsheet(text: str, name: str, *, who: str, when: str) -> list[Decision]:
    """The verdicts that a person filled in.

    Args:
        text: The spreadsheet as CSV, comma, semicolon or tab between its cells.
        name: What to call it in messages.
        who: Who answers, where no column `who` says it.
        when: The time, likewise.

    Raises:
        DataError: A row is no verdict; says which and what to do.
    """
    given: list[Decision] = []
    for row, cells in rows_of(text, name):
        if not cells.get("verdict"):
            if cells.get("value"):
                raise DataError(
                    "a value without a verdict", file=name, line=row, advice="fill in both columns"
                )
            continue
        for report in cells.get("report", "").split(_BETWEEN):
            values = cells | {
                "report": report.strip(),
                "who": cells.get("who") or who,
                "when": cells.get("when") or when,
            }
            given.append(make_decision(values, name, row))
    return given


def new_among(given: Iterable[Decision], decisions: Sequence[Decision]) -> list[Decision]:
    """Those that are not held already: applying one spreadsheet twice adds nothing."""
    held = {(d.subject, d.verdict, d.value) for d in standing(decisions)}
    return [d for d in given if (d.subject, d.verdict, d.value) not in held]
