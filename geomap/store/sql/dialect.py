"""Where databases differ in what a question needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Dialect(NamedTuple):
    """Where databases differ.

    Attributes:
        overlaps: (column of a list, values): whether one of the values is in the list.
        best: The greatest of some answers: NULL where one is not known and none is 3.
        worst: The least of some answers: NULL where one is not known and none is 0.
    """

    overlaps: Callable[[str, list[str]], str]
    best: Callable[[list[str]], str]
    worst: Callable[[list[str]], str]
