"""Counting incidents by a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from geomap.errors import UsageError
from geomap.model import Incident
from geomap.query import membership
from geomap.query.nearest import suggest

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

UNKNOWN = "(not known)"
NO_REGION = "(in none of them)"


class Tally(NamedTuple):
    """How many incidents have a value.

    Attributes:
        field: What was counted.
        counts: Values with their numbers: by time in order, all else by number, then name.
        total: The incidents counted, each once.
        several: Whether an incident can count under several values, so that the numbers add up to more.
    """

    field: str
    counts: tuple[tuple[str, int], ...]
    total: int
    several: bool

    @property
    def note(self) -> str:
        """What to say where the numbers add up to more than there are incidents; empty where they do not."""
        added = sum(number for _, number in self.counts)
        if added <= self.total:
            return ""
        return f"an incident can count more than once: {added:,} counts of {self.total:,} incidents"


def _one(name: str) -> Callable[[Incident], tuple[str, ...]]:
    def values(incident: Incident) -> tuple[str, ...]:
        value = getattr(incident, name)
        return () if value is None else (str(value),)

    return values


def _many(name: str, scalar: str) -> Callable[[Incident], tuple[str, ...]]:
    def values(incident: Incident) -> tuple[str, ...]:
        return tuple(dict.fromkeys(getattr(incident, name))) or _one(scalar)(incident)

    return values


def _time(length: int) -> Callable[[Incident], tuple[str, ...]]:
    """The year or month of an incident; the coarser one, said so, where it is known only to that."""

    def values(incident: Incident) -> tuple[str, ...]:
        if incident.date_start is None:
            return ()
        start, end = incident.date_start.isoformat(), (incident.date_end or incident.date_start).isoformat()
        if start[:length] == end[:length]:
            return (start[:length],)
        return (f"{start[:4]} (month not known)",) if start[:4] == end[:4] else (f"{start[:4]} to {end[:4]}",)

    return values


def _actors(incident: Incident) -> tuple[str, ...]:
    found = (*_many("attackers", "attacker")(incident), *_many("targets", "target")(incident))
    return tuple(dict.fromkeys(found))


def _sources(incident: Incident) -> tuple[str, ...]:
    """The outlets; where an article does not name its own, the article."""
    return incident.sources or incident.articles


def _admin1(incident: Incident) -> tuple[str, ...]:
    name = incident.admin1_name or incident.admin1
    return () if name is None else (f"{name}, {incident.country}" if incident.country else name,)


def _nowhere(incident: Incident) -> tuple[str, ...]:
    """Stands for the regions until `count_some` is told which there are."""
    return ()


# field -> its values of one incident, and whether there can be several
FIELDS: dict[str, tuple[Callable[[Incident], tuple[str, ...]], bool]] = {
    "region": (_nowhere, True),
    "country": (_one("country"), False),
    "admin1": (_admin1, False),
    "place": (_one("place"), False),
    "year": (_time(4), False),
    "month": (_time(7), False),
    "kind": (_one("kind"), False),
    "weapon": (_many("weapons", "weapon"), True),
    "attacker": (_many("attackers", "attacker"), True),
    "target": (_many("targets", "target"), True),
    "actor": (_actors, True),
    "status": (_one("status"), False),
    "origin": (_many("origins", "origin"), True),
    "precision": (_one("precision"), False),
    "confidence": (_one("confidence"), False),
    "source": (_sources, True),
}
# The properties that the values of a field are made of, where they are not the field alone.
MADE_OF: dict[str, tuple[str, ...]] = {
    "region": membership.MADE_OF,
    "admin1": ("admin1", "admin1_name", "country"),
    "year": ("date_start", "date_end"),
    "month": ("date_start", "date_end"),
    "weapon": ("weapon", "weapons"),
    "attacker": ("attacker", "attackers"),
    "target": ("target", "targets"),
    "actor": ("attacker", "attackers", "target", "targets"),
    "origin": ("origin", "origins"),
    "source": ("sources", "articles"),
}
_IN_ORDER = frozenset({"year", "month"})


def count_by(
    incidents: Iterable[Incident],
    field: str,
    *,
    regions: Sequence[str] = (),
    gazetteer: Gazetteer | None = None,
) -> Tally:
    """Count incidents by a field.

    Args:
        incidents: The incidents, each counted once in the total.
        field: A key of `FIELDS`: region, country, admin1, place, year, month, kind, weapon, attacker, target, actor …
        regions: Which regions to count by, where the field is "region"; by default every named region.
        gazetteer: Where these are looked up; geomap's own by default.

    Raises:
        UsageError: No such field, or no such region.
    """
    check_field(field)
    values = region_values(regions, gazetteer) if field == "region" else None
    return count_some(((incident, 1) for incident in incidents), field, values)


def region_values(regions: Sequence[str] = (), gazetteer: Gazetteer | None = None) -> membership.Membership:
    """What names the regions of an incident; see `count_by`."""
    if gazetteer is None:
        from geomap.gazetteer import Gazetteer

        gazetteer = Gazetteer.load()
    return membership.Membership(gazetteer, regions)


def count_some(
    incidents: Iterable[tuple[Incident, int]], field: str, regions: membership.Membership | None = None
) -> Tally:
    """`count_by` of incidents that each stand for a number of incidents.

    Args:
        incidents: With their numbers.
        field: A key of `FIELDS`.
        regions: What names the values of one incident, where the field is "region".
    """
    check_field(field)
    own, several = FIELDS[field]
    values = regions or own
    none = NO_REGION if field == "region" else UNKNOWN
    counts: Counter[str] = Counter()
    total = 0
    for incident, number in incidents:
        total += number
        for value in values(incident) or (none,):
            counts[value] += number
    if regions is not None:
        regions.keep()
    by_time = field in _IN_ORDER
    rows = sorted(
        counts.items(),
        key=lambda row: (row[0] == none, row[0] if by_time else "", -row[1], row[0]),
    )
    return Tally(field, tuple(rows), total, several)


def check_field(field: str) -> None:
    """Refuse what is no key of `FIELDS`.

    Raises:
        UsageError: With the nearest that is one.
    """
    if field not in FIELDS:
        advice = suggest(field, FIELDS) or f"one of {', '.join(FIELDS)}"
        raise UsageError(f"cannot count by {field!r}", advice=advice)
