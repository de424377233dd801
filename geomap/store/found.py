"""Questions to a store that is not read whole, and its answers: the same whichever engine was asked."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from geomap import model
from geomap.filters import Answer, Context, Filter
from geomap.store.features import StoreHead


class Question(NamedTuple):
    """What is asked of a store.

    Attributes:
        filter: The question itself.
        context: What its ids stand for.
        least: How sure it must be for an incident to be shown.
        limit: How many incidents are shown at most.
        by: Columns by whose values to count; then no incident is shown.
        columns: The properties of the incidents that are needed; all where none is named. A store may give more.
    """

    filter: Filter
    context: Context
    least: Answer = Answer.LIKELY
    limit: int | None = None
    by: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


class Counted(NamedTuple):
    """How many rows have the same values in the columns that were asked for, and the same answers."""

    values: tuple[Any, ...]
    space: Answer
    time: Answer
    number: int


class Found(NamedTuple):
    """What a store answers.

    Attributes:
        counted: All that answers at least possibly.
        incidents: The first that are shown, by day and id.
    """

    counted: list[Counted]
    incidents: list[model.Incident]


class Asked(Protocol):
    """A store that answers questions without being read whole."""

    def ask(self, question: Question) -> Found:
        """The answer to a question.

        Raises:
            DataError: The store is broken, or not one.
        """

    def head(self) -> StoreHead:
        """What the store says of itself."""
