"""What is to be written: a store in memory, or what a question leaves of a file that is too large to be read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from geomap import model
from geomap.store.features import StoreHead, head_of, ordered, store_of

BATCH = 8192  # incidents that are in memory at a time


class Part(NamedTuple):
    """Incidents that come one by one, by day and id.

    Attributes:
        head: What the store says of itself, with the articles that tell of these incidents.
        number: How many there are.
        read: The incidents from the first; may be called again.
        along_curve: The same incidents in the order of a GeoParquet file, where that is known already.
    """

    head: StoreHead
    number: int
    read: Callable[[], Iterable[model.Incident]]
    along_curve: Callable[[], Iterable[model.Incident]] | None = None

    @property
    def about(self) -> str:
        """Whom the licences of the data require to be named, in one line."""
        return " ".join(self.head.attribution)

    def whole(self) -> model.Store:
        """All of it in memory."""
        return store_of(self.head, self.read())


def part(store: model.Store) -> Part:
    """A store as a part to be written."""
    incidents = ordered(store.incidents)
    return Part(head_of(store), len(incidents), lambda: incidents)


def batches(incidents: Iterable[model.Incident], size: int = BATCH) -> Iterator[list[model.Incident]]:
    """Incidents some thousands at a time."""
    rest = iter(incidents)
    while batch := list(islice(rest, size)):
        yield batch
