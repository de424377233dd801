"""Values in SQL."""

from __future__ import annotations

from collections.abc import Iterable


def text(value: str) -> str:
    """A literal."""
    return "'" + value.replace("'", "''") + "'"


def listed(values: Iterable[str]) -> str:
    """A list for IN; one that holds nothing is false for every value."""
    return f"({', '.join(map(text, sorted(values)))})"


def among(column: str, values: Iterable[str]) -> str:
    """Whether a column holds one of some values; false where it holds nothing."""
    found = sorted(values)
    return f"coalesce({column} IN {listed(found)}, false)" if found else "false"
