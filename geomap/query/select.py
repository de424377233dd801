"""`select`: the incidents that answer a question, sorted by how sure it is that they do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from geomap.filters import Answer, Context, Filter, predicate
from geomap.model import Incident, Store
from geomap.query.ask import Words, understand

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer


class Numbers(NamedTuple):
    """How many incidents answer a question, as in `Selection`."""

    certain: int
    likely: int
    possible: int
    vague_place: int
    vague_date: int

    def shown(self, *, possible: bool = False, certain: bool = False) -> int:
        """How many a table shows."""
        return self.certain if certain else self.certain + self.likely + (self.possible if possible else 0)


class Selection(NamedTuple):
    """What answers a question, in the store's order.

    Attributes:
        certain: All of the doubt about place and time lies inside what was asked.
        likely: Sites whose point lies inside, though their radius of doubt reaches out.
        possible: What may lie inside: known only to governorate, country, month, or not at all.
        vague_place: How many of `possible` are so by their place.
        vague_date: How many of `possible` are so by their date.
    """

    certain: tuple[Incident, ...]
    likely: tuple[Incident, ...]
    possible: tuple[Incident, ...]
    vague_place: int = 0
    vague_date: int = 0

    @property
    def numbers(self) -> Numbers:
        """How many there are of each."""
        return Numbers(
            len(self.certain), len(self.likely), len(self.possible), self.vague_place, self.vague_date
        )

    def shown(self, *, possible: bool = False, certain: bool = False) -> tuple[Incident, ...]:
        """What a table shows: certain and likely; with the possible ones, or only the certain ones."""
        from geomap.store.features import ordered

        kept = self.certain if certain else self.certain + self.likely + (self.possible if possible else ())
        return tuple(ordered(kept))


def select(
    store: Store | Iterable[Incident],
    filter: Filter | None = None,
    context: Context | None = None,
    *,
    gazetteer: Gazetteer | None = None,
    **words: Any,
) -> Selection:
    """Ask a store.

    Args:
        store: A store, or incidents.
        filter: A compiled question; or leave it out and ask in words.
        context: What the ids of `filter` stand for.
        gazetteer: Where names are looked up; geomap's own by default.
        **words: The fields of `geomap.query.Words`: `region="Deir ez-Zor"`, `since="2024-02"`,
            `attacker="Islamic Resistance in Iraq"`, `near="Mosul", km=50` … One value or several.

    Returns:
        A `Selection`. Coordinates are degrees, WGS 84, lon before lat; distances km.

    Raises:
        UsageError: A name, date or number means nothing; with the nearest that does.
    """
    if filter is None:
        filter, context = understand(words_of(words), lambda: gazetteer or _own_gazetteer())
    elif words:
        raise TypeError("ask by a filter or in words, not both")
    judge = predicate(filter, context)
    found: dict[Answer, list[Incident]] = {answer: [] for answer in Answer}
    vague_place = vague_date = 0
    for incident in store.incidents if isinstance(store, Store) else store:
        verdict = judge(incident)
        found[verdict.answer].append(incident)
        if verdict.answer is Answer.POSSIBLE:
            vague_place += verdict.space is Answer.POSSIBLE
            vague_date += verdict.time is Answer.POSSIBLE
    return Selection(
        certain=tuple(found[Answer.CERTAIN]),
        likely=tuple(found[Answer.LIKELY]),
        possible=tuple(found[Answer.POSSIBLE]),
        vague_place=vague_place,
        vague_date=vague_date,
    )


def part_of(store: Store, incidents: Iterable[Incident]) -> Store:
    """A store of some of its incidents, with the articles that tell of them and no others.

    Args:
        store: The whole; returned as it is if nothing is left out.
        incidents: Those to keep.
    """
    kept = tuple(incidents)
    if len(kept) == len(store.incidents):
        return store
    cited = {article for one in kept for article in one.articles}
    return msgspec.structs.replace(
        store,
        incidents=kept,
        articles=tuple(entry for entry in store.articles if entry.id in cited),
        unplaced=tuple(name for name in store.unplaced if name.article in cited),
        dropped=(),
    )


def _own_gazetteer() -> Gazetteer:
    from geomap.gazetteer import Gazetteer

    return Gazetteer.load()


_MANY = frozenset(
    {"region", "attacker", "target", "actor", "backed_by", "kind", "weapon", "status", "origin"}
)


def words_of(words: dict[str, Any]) -> Words:
    """The keyword arguments with single values made tuples."""
    plain: dict[str, Any] = {}
    for name, value in words.items():
        if name in _MANY:
            value = (value,) if isinstance(value, str) else tuple(value)
        plain[name] = value
    return Words(**plain)
