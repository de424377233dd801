"""What DuckDB calls what `geomap.store.sql` needs."""

from __future__ import annotations

from collections.abc import Callable

from geomap.store import sql


def _overlaps(several: str, values: list[str]) -> str:
    # Most lists are of one value, and looking at that is four times quicker than comparing lists.
    listed = ", ".join(map(sql.text, values))
    return (
        f"CASE len({several}) WHEN 0 THEN false WHEN 1 THEN coalesce({several}[1] IN ({listed}), false) "
        f"ELSE list_has_any({several}, [{listed}]) END"
    )


def _folded(function: str, decisive: str) -> Callable[[list[str]], str]:
    def fold(answers: list[str]) -> str:
        listed = f"[{', '.join(answers)}]"
        return (
            f"CASE WHEN list_contains({listed}, {decisive}) THEN {decisive} "
            f"WHEN len(list_filter({listed}, lambda a: a IS NULL)) > 0 THEN NULL ELSE {function}({listed}) END"
        )

    return fold


DIALECT = sql.Dialect(_overlaps, best=_folded("list_max", "3"), worst=_folded("list_min", "0"))
