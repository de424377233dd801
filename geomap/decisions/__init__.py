"""What people decided: verdicts on reports, which always win over the rules and are only ever added to."""

from geomap.decisions.apply import Ruled, apply, check_names
from geomap.decisions.record import DECISION_COLUMNS, UNDO, Decision, Verdict
from geomap.decisions.table import Read, decision_line, head_line, read_decisions

__all__ = [
    "DECISION_COLUMNS", "UNDO", "Decision", "Read", "Ruled", "Verdict", "apply", "check_names", "decision_line",
    "head_line", "read_decisions",
]  # fmt: skip
