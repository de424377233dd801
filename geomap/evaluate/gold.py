"""Labelled articles: what a careful reader finds in each (`tests/corpus/README.md` tells the fields)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from geomap.articles import read_articles
from geomap.errors import DataError, UsageError
from geomap.gazetteer import Gazetteer
from geomap.model import DatePrecision, Incident, Kind, Status, Store
from geomap.pipeline import make_reader, read_into


class Spot(msgspec.Struct, frozen=True):
    """A place that a label accepts: degrees and km; without a point it accepts none."""

    lat: float | None = None
    lon: float | None = None
    tolerance_km: float | None = None


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that a careful reader finds in an article."""

    id: str
    kind: Kind | None = None
    status: Status | None = None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    tolerance_km: float | None = None
    alt_places: tuple[Spot, ...] = ()
    date: dt.date | None = None
    date_precision: DatePrecision = "day"
    date_world: dt.date | None = None
    attacker: str | None = None
    attacker_accept: tuple[str | None, ...] = ()
    target: str | None = None
    target_accept: tuple[str | None, ...] = ()
    weapon: str | None = None
    weapon_accept: tuple[str | None, ...] = ()
    killed: int | None = None
    killed_accept: tuple[int | None, ...] = ()
    wounded: int | None = None
    wounded_accept: tuple[int | None, ...] = ()
    launch_place: str | None = None
    evidence: str = ""
    core: bool = True
    ambiguous: bool = False

    @property
    def wanted(self) -> bool:
        """Whether missing it is a fault."""
        return self.core and not self.ambiguous


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its labels."""

    id: str
    set: str = ""
    split: str = ""
    lang: str = ""
    published: dt.date | None = None
    published_in_text: bool = True
    incidents: tuple[Label, ...] = ()


def read_gold(gold: Path, only: Collection[str] = ()) -> tuple[Labelled, ...]:
    """The labelled articles of a gold file, or of a folder with a `gold.json`.

    Args:
        gold: The file or folder.
        only: Sets, splits, languages or ids to keep; none: all.

    Raises:
        DataError: There is no such file, or it is not one.
        UsageError: `only` names nothing that is there.
    """
    path = gold / "gold.json" if gold.is_dir() else gold
    try:
        listed = msgspec.json.decode(path.read_bytes(), type=tuple[Labelled, ...])
    except OSError as error:
        raise DataError("no labelled articles", file=path, advice="give a gold.json or its folder") from error
    except msgspec.MsgspecError as error:
        raise DataError(f"not a file of labelled articles: {error}", file=path) from error
    there = {name for one in listed for name in _words(one)}
    if unknown := sorted(set(only) - there):
        raise UsageError(f"no articles of {', '.join(unknown)} in {path}")
    return tuple(one for one in listed if not only or _words(one) & set(only))


def _words(article: Labelled) -> set[str]:
    return {article.id, article.set, article.split, article.lang} - {""}


class Found(NamedTuple):
    """What geomap finds, by article id.

    Attributes:
        incidents: As a build of that article alone gives them.
        known: The points (degrees, lon before lat) of all places that names in it may stand for.
    """

    incidents: dict[str, tuple[Incident, ...]]
    known: dict[str, tuple[tuple[float, float], ...]]


def find_incidents(articles: Iterable[Labelled], texts: Path, gazetteer: Gazetteer) -> Found:
    """What geomap finds in each article.

    Args:
        articles: What to read; the day of publication is given only where the text does not say it.
        texts: The folder that holds them as `<id>.txt`.
        gazetteer: The places and actors to look for.

    Raises:
        DataError: A text is missing.
    """
    reader = make_reader(gazetteer)
    found = Found({}, {})
    for article in articles:
        given = None if article.published_in_text else article.published
        batch = read_articles([texts / f"{article.id}.txt"], published=given)
        found.incidents[article.id] = read_into(reader, batch.articles, Store()).incidents
        names = (name for one in batch.articles for name in reader.scene(one).reading.mentions)
        places = [reader.atlas.place(id) for name in names for id in name.places]
        found.known[article.id] = tuple((place.lon, place.lat) for place in places)
    return found
