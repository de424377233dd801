"""What the codes of other datasets mean here: `gazetteer/datasets/*.toml`, one codebook a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from geomap.errors import DataError
from geomap.gazetteer.data import data_dir, read_toml
from geomap.model import (
    Confidence,
    Dataset,
    DatePrecision,
    Kind,
    Origin,
    PlacePrecision,
    PointIs,
    Record,
    Status,
    Weapon,
)

CODEBOOKS = ("acled", "ucdp", "gdelt")


class EventCode(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"values": "is"}):
    """What a type of event of a dataset is here."""

    values: tuple[str, ...]
    kind: Kind
    weapon: Weapon | None = None
    status: Status = "reported"
    keep: bool = True  # False: no attack, left out unless all events are asked for
    words: str | None = None


class PlaceCode(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a code for the precision of the place means; km."""

    code: int
    precision: PlacePrecision
    radius_km: float
    point_is: PointIs = "site"
    confidence: Confidence = "low"
    words: str = ""


class DateCode(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a code for the precision of the day means: days around it, or the whole month."""

    code: int
    precision: DatePrecision
    around_days: int = 0
    whole: Literal["month", "year"] | None = None
    confidence: Confidence = "low"


class Hint(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a row's text that name the weapon where its type leaves it open."""

    of: tuple[str, ...]
    words: tuple[str, ...]
    weapon: Weapon
    kind: Kind | None = None


class NamePatterns(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Regular expressions over a dataset's names of actors, matched at their beginning."""

    state: tuple[str, ...] = ()  # with a group `country`
    unknown: tuple[str, ...] = ()  # names that say that nobody is known


class Codebook(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One dataset: its terms, its codes, its names."""

    id: str
    name: str
    origin: Origin
    url: str | None = None
    licence: str | None = None
    attribution: str | None = None
    redistribute: bool = True
    alone: bool = False  # rows are not merged unless asked for
    event: tuple[EventCode, ...]
    place: tuple[PlaceCode, ...]
    date: tuple[DateCode, ...]
    hint: tuple[Hint, ...] = ()
    names: NamePatterns = NamePatterns()
    actors: dict[str, str] = msgspec.field(
        default_factory=dict
    )  # a name of the dataset -> an actor of the gazetteer
    countries: dict[str, str] = msgspec.field(
        default_factory=dict
    )  # a country as the dataset writes it -> ISO 3166-1
    fips: dict[str, str] = msgspec.field(default_factory=dict)  # FIPS 10-4 -> ISO 3166-1

    @property
    def dataset(self) -> Dataset:
        """What a store says of it."""
        return Dataset(
            id=self.id, origin=self.origin, name=self.name, attribution=self.attribution, licence=self.licence,
            redistribute=self.redistribute,
        )  # fmt: skip

    def event_of(self, *values: str) -> EventCode | None:
        """The entry for these values, else for the first of them alone; letter case does not count."""
        folded = tuple(value.casefold() for value in values if value)
        return self._events.get(folded) or self._events.get(folded[:1])

    def event_under(self, code: str) -> EventCode | None:
        """The entry for a code, else for the longest with which it begins."""
        for length in range(len(code), -1, -1):
            found = self._events.get((code[:length],))
            if found is not None:
                return found
        return None

    @cached_property
    def places(self) -> dict[int, PlaceCode]:
        """Precisions of place by code."""
        return {one.code: one for one in self.place}

    @cached_property
    def dates(self) -> dict[int, DateCode]:
        """Precisions of date by code."""
        return {one.code: one for one in self.date}

    @cached_property
    def _events(self) -> dict[tuple[str, ...], EventCode]:
        return {tuple(value.casefold() for value in one.values): one for one in self.event}


def codebook_path(name: str, folder: Path | None = None) -> Path:
    """Where a codebook lies in a gazetteer folder; geomap's own by default."""
    return (folder or data_dir()) / "datasets" / f"{name}.toml"


def read_codebook(name: str, folder: Path | None = None) -> Codebook:
    """The codebook of a dataset: acled, ucdp or gdelt.

    Raises:
        DataError: It is broken, or not there; the first fault (`geomap gazetteer check` has all).
    """
    path = codebook_path(name, folder)
    if not path.is_file():
        raise DataError("no such codebook", file=path, advice="reinstall geomap")
    try:
        return msgspec.convert(read_toml(path), Codebook)
    except msgspec.ValidationError as error:
        raise DataError(f"not a codebook: {error}", file=path, advice="geomap gazetteer check") from None


def codebook_faults(codebook: Codebook, actors: Iterable[str], countries: Iterable[str]) -> Iterator[str]:
    """What a codebook says twice, or of what is not there, in words.

    Args:
        codebook: As read.
        actors: Ids of all actors.
        countries: ISO 3166-1 codes of all countries.
    """
    known, codes = set(actors), set(countries)
    for name, actor in codebook.actors.items():
        if actor not in known:
            yield f"[actors] {name!r}: there is no actor {actor!r}"
    for table in ("countries", "fips"):
        for name, code in getattr(codebook, table).items():
            if code not in codes:
                yield f"[{table}] {name!r}: {code!r} is no ISO 3166-1 alpha-2 code"
    for array, keys in (
        ("event", [str(list(one.values)) for one in codebook.event]),
        ("place", [str(one.code) for one in codebook.place]),
        ("date", [str(one.code) for one in codebook.date]),
    ):
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield f"[[{array}]] {key} is there twice"
    for pattern in (*codebook.names.state, *codebook.names.unknown):
        try:
            groups = re.compile(pattern).groupindex
        except re.error as error:
            yield f"[names] {pattern!r}: {error}"
            continue
        if pattern in codebook.names.state and "country" not in groups:
            yield f"[names] {pattern!r}: has no group (?P<country>…)"
