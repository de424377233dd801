"""What a person has ruled on reports, in the form in which merging follows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from geomap.model import Report

_NONE: Mapping[str, object] = MappingProxyType({})


class Rulings(NamedTuple):
    """Verdicts, ready to be followed. They always win over the rules.

    Attributes:
        together: Pairs of report ids that tell of one event, each with the reason in words.
        apart: Pairs of report ids that do not.
        fields: By report id, what a person said of it ("place", "date", "attackers" …) with the verdict's rank: the
            later verdict has the higher one.
        reasons: By report id, the verdicts in words.
        raw: By report id, the report as its article tells it, where a verdict changed it.
    """

    together: Sequence[tuple[str, str, str]] = ()
    apart: Sequence[tuple[str, str]] = ()
    fields: Mapping[str, Mapping[str, int]] = _NONE  # type: ignore[assignment]
    reasons: Mapping[str, tuple[str, ...]] = _NONE  # type: ignore[assignment]
    raw: Mapping[str, Report] = _NONE  # type: ignore[assignment]

    def said(self, reports: Sequence[Report], field: str) -> list[Report]:
        """The reports to believe in a field: the one that the latest verdict on it is about, else all."""
        if not self.fields:
            return list(reports)
        ranks = {r.id: self.fields[r.id][field] for r in reports if field in self.fields.get(r.id, ())}
        latest = max(ranks.values(), default=None)
        return [r for r in reports if latest is None or ranks.get(r.id) == latest]


NO_RULINGS = Rulings()
