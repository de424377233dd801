"""Verdicts on reports: between reading and merging, so that a store can be built anew at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from geomap.decisions.lookup import Lookup, Unknown
from geomap.decisions.record import Decision, date_of, listed, set_value
from geomap.errors import DataError
from geomap.merge.rulings import Rulings
from geomap.model import ActorRole, Report, Span

# Which of an incident's facts a field of a report goes into, where they differ.
_FACT = {
    "killed_low": "killed", "killed_high": "killed", "wounded_low": "wounded", "wounded_high": "wounded",
    "munitions_low": "munitions", "munitions_high": "munitions", "status_by": "status", "target": "targets",
}  # fmt: skip
Change = tuple[Report, tuple[str, ...], str]  # the report as it now is, the facts that were said, in words


class Ruled(NamedTuple):
    """Reports after the verdicts.

    Attributes:
        reports: Those to merge.
        dropped: Those that a person took out.
        rulings: What merging follows.
        applied: The verdicts that hold.
        gone: Those whose report (or other) is not there.
        notes: Which verdicts contradict each other, and which holds.
    """

    reports: tuple[Report, ...]
    dropped: tuple[Report, ...]
    rulings: Rulings
    applied: tuple[Decision, ...] = ()
    gone: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()


def apply(
    reports: Iterable[Report], decisions: Sequence[Decision], lookup: Lookup, name: str = "decisions"
) -> Ruled:
    """What the verdicts make of the reports: the later verdict on one thing holds.

    Args:
        reports: As their articles tell them.
        decisions: In the order in which they were made.
        lookup: Finds the places and actors that they name.
        name: What to call their file in messages.

    Raises:
        DataError: A verdict names a place or an actor that nobody knows; says its row.
    """
    by_id = {report.id: report for report in reports}
    holding, notes = _holding(decisions, name)
    gone = [d for d in holding if d.report not in by_id or (d.other and d.other not in by_id)]
    holding = [d for d in holding if d not in gone]
    pairs = [d for d in holding if d.verdict in ("same", "different")]
    together, apart, more_notes = _linked(pairs, name)
    fields: dict[str, dict[str, int]] = {}
    reasons: dict[str, tuple[str, ...]] = {}
    changed = dict(by_id)
    dropped = set()
    for rank, decision in enumerate(holding, start=1):
        if decision.verdict == "drop":
            dropped.add(decision.report)
        elif decision.verdict not in ("same", "different"):
            try:
                new, facts, words = _CHANGES[decision.verdict](changed[decision.report], decision, lookup)
            except Unknown as unknown:
                raise DataError(
                    str(unknown), file=name, line=decision.row or None, advice=unknown.advice
                ) from None
            changed[decision.report] = new
            fields.setdefault(decision.report, {}).update(dict.fromkeys(facts, rank))
            reasons[decision.report] = (*reasons.get(decision.report, ()), decision.said(words))
    for decision in pairs:
        if decision.verdict == "different":
            words = decision.said(f"{decision.report} and {decision.other} are different events")
            for id in (decision.report, decision.other):
                reasons[id] = (*reasons.get(id, ()), words)
    rulings = Rulings(
        together=together,
        apart=apart,
        fields=fields,
        reasons=reasons,
        raw={id: by_id[id] for id in changed if changed[id] is not by_id[id]},
    )
    return Ruled(
        reports=tuple(changed[id] for id in by_id if id not in dropped),
        dropped=tuple(by_id[id] for id in by_id if id in dropped),
        rulings=rulings,
        applied=tuple(holding),
        gone=tuple(gone),
        notes=(*notes, *more_notes),
    )


def check_names(decisions: Iterable[Decision], lookup: Lookup, name: str) -> None:
    """Refuse verdicts that name what nobody knows, before hours of reading go into a store.

    Raises:
        DataError: With the row.
    """
    nothing = Report(id="", article="", kind="other", evidence="", span=Span(start=0, end=0))
    for decision in decisions:
        if decision.verdict in _CHANGES and not decision.undone:
            _changed(nothing, decision, lookup, name)


def _changed(report: Report, decision: Decision, lookup: Lookup, name: str) -> Change:
    try:
        return _CHANGES[decision.verdict](report, decision, lookup)
    except Unknown as unknown:
        raise DataError(str(unknown), file=name, line=decision.row or None, advice=unknown.advice) from None


def _holding(decisions: Sequence[Decision], name: str) -> tuple[list[Decision], list[str]]:
    """The last verdict on each subject, in their order; where two people differ, it is said."""
    last: dict[tuple[str, ...], Decision] = {}
    notes = []
    for decision in decisions:
        before = last.pop(decision.subject, None)
        if before is not None and not decision.undone and _contradicts(before, decision):
            notes.append(
                f"{name}:{decision.row}: {_short(decision)} takes the place of row {before.row}: {_short(before)}"
            )
        last[decision.subject] = decision
    return [d for d in last.values() if not d.undone], notes


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """The verdicts that hold: the last on each subject, unless it withdraws."""
    return _holding(decisions, "")[0]


def _contradicts(one: Decision, other: Decision) -> bool:
    return not one.undone and (one.verdict, one.value.strip()) != (other.verdict, other.value.strip())


def _short(decision: Decision) -> str:
    return " ".join(
        part for part in (decision.verdict, decision.report, decision.other, decision.value) if part
    )


def _linked(
    pairs: Sequence[Decision], name: str
) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]], list[str]]:
    """Pairs to join and to keep apart; the newest first, so that an older one that contradicts them gives way."""
    group: dict[str, str] = {}

    def root(id: str) -> str:
        while group.get(id, id) != id:
            id = group[id]
        return id

    together: list[tuple[str, str, str]] = []
    apart: list[tuple[str, str]] = []
    notes = []
    for decision in reversed(pairs):
        one, other = root(decision.report), root(decision.other)
        if decision.verdict == "same":
            if any({root(a), root(b)} == {one, other} for a, b in apart):
                notes.append(
                    f"{name}:{decision.row}: {_short(decision)} contradicts later verdicts, which hold"
                )
                continue
            group[max(one, other)] = min(one, other)
            why = decision.said(f"{decision.report} and {decision.other} are the same event")
            together.append((decision.report, decision.other, why))
        elif one == other:
            notes.append(f"{name}:{decision.row}: {_short(decision)} contradicts later verdicts, which hold")
        else:
            apart.append((decision.report, decision.other))
    return together[::-1], apart[::-1], notes


def _place(report: Report, decision: Decision, lookup: Lookup) -> Change:
    fields, words = lookup.place(decision.value)
    return _replaced(report, fields | {"confidence_place": "high"}), ("place",), words


def _date(report: Report, decision: Decision, lookup: Lookup) -> Change:
    days = date_of(decision.value) if decision.value else None
    fields: dict[str, Any] = {
        "date_start": days.start if days else None,
        "date_end": days.end if days else None,
        "date_precision": days.precision if days else "unknown",
        "date_text": None,
        "date_why": None,
        "confidence_date": "high",
    }
    words = f"it was on {decision.value}" if days else "the day is not known"
    return _replaced(report, fields), ("date",), words


def _actor(report: Report, decision: Decision, lookup: Lookup) -> Change:
    found = [lookup.actor(text) for text in listed(decision.value)]
    by = decision.who or None
    roles = tuple(
        ActorRole(id=id, name=name, role="attributed", by=by, why="a person says so") for id, name in found
    )
    kept = {role.id: role for role in report.attackers}
    roles = tuple(kept.get(role.id, role) for role in roles)  # who claims it still claims it
    words = f"it was {' and '.join(role.name for role in roles)}" if roles else "the attacker is not known"
    targets = tuple(role for role in report.targets if role.id not in {r.id for r in roles})
    return (
        _replaced(report, {"attackers": roles, "targets": targets, "confidence_actor": "high"}),
        ("attackers",),
        words,
    )


def _set(report: Report, decision: Decision, lookup: Lookup) -> Change:
    field, value = set_value(decision.value)
    fields: dict[str, Any] = {field: value}
    if field == "target":
        found = [lookup.actor(text) for text in value]
        roles = tuple(
            ActorRole(id=id, name=name, role="stated", why="a person says so") for id, name in found
        )
        fields = {"targets": roles}
    elif field == "launch_place":
        fields = lookup.launch_place(value)
    elif field in ("killed", "wounded"):
        fields |= {f"{field}_low": value, f"{field}_high": value}
    words = f"{field.replace('_', ' ')} is {decision.value.partition('=')[2].strip() or 'not known'}"
    return _replaced(report, fields), (_FACT.get(field, field),), words


def _confirm(report: Report, decision: Decision, lookup: Lookup) -> Change:
    known = {
        "place": report.lon is not None,
        "date": report.date_start is not None,
        "attackers": bool(report.attackers),
    }
    facts = tuple(fact for fact, is_known in known.items() if is_known)
    fields = {f"confidence_{'actor' if fact == 'attackers' else fact}": "high" for fact in facts}
    return _replaced(report, fields), facts, "it was read rightly"


_CHANGES: dict[str, Callable[[Report, Decision, Lookup], Change]] = {
    "place": _place, "date": _date, "actor": _actor, "set": _set, "confirm": _confirm,
}  # fmt: skip


def _replaced(report: Report, fields: dict[str, Any]) -> Report:
    return msgspec.structs.replace(report, **fields)
