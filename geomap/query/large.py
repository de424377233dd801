"""Questions to a store that is too large to be read whole: GeoParquet, or PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from geomap.filters import Answer, Context, Filter
from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS, Incident, Store
from geomap.query.count import MADE_OF, Tally, check_field, count_some, region_values
from geomap.query.membership import Membership
from geomap.query.select import Numbers
from geomap.store.features import StoreHead, store_of
from geomap.store.found import Asked, Counted, Question
from geomap.store.location import Database, Location
from geomap.store.part import Part

_BLANK: dict[str, Any] = {"id": "", "slug": "", "title": "", "kind": "other", "status": "reported"}


class Large(NamedTuple):
    """What a store answers.

    Attributes:
        numbers: How many answer, and how surely.
        store: The incidents shown, with the articles that tell of them.
        tally: The counts, if they were asked for.
    """

    numbers: Numbers
    store: Store
    tally: Tally | None


def ask_large(
    where: Location,
    asked: Callable[[], tuple[Filter, Context]],
    *,
    possible: bool = False,
    certain: bool = False,
    limit: int | None = None,
    columns: tuple[str, ...] = (),
    count_by: str | None = None,
    regions: Callable[[], Membership] = region_values,
) -> Large:
    """Ask a store without reading what the answer does not need.

    Args:
        where: A `.parquet` store, or one in a database.
        asked: Makes the question, and what its ids stand for: names are looked up while the database starts.
        possible: Show what is only possibly inside too.
        certain: Show only what is inside with all its doubt.
        limit: Show the first by day and id only.
        columns: The properties that are needed of those shown; all where none is named.
        count_by: A key of `geomap.query.FIELDS`: count those shown, show none.
        regions: Makes what names the regions, where they are counted, while the database answers.

    Raises:
        UsageError: No such field or region.
        DataError: The store is broken, or none.
        MissingExtra: duckdb or psycopg is not installed.
    """
    if count_by is not None:
        check_field(count_by)
    least = _least(possible=possible, certain=certain)
    names = () if count_by is None else MADE_OF.get(count_by, (count_by,))
    with ThreadPoolExecutor(1) as beside:
        opening = beside.submit(_opened, where)
        filter, context = asked()
        database, head = opening.result()
        answer = beside.submit(database.ask, Question(filter, context, least, limit, names, columns))
        named = regions() if count_by == "region" else None
        store = store_of(head, ())
        found = answer.result()
    tally = None if count_by is None else tally_of(found.counted, names, least, count_by, named)
    cited = {article for one in found.incidents for article in one.articles}
    kept = msgspec.structs.replace(
        store,
        incidents=tuple(found.incidents),
        articles=tuple(entry for entry in store.articles if entry.id in cited),
        unplaced=tuple(name for name in store.unplaced if name.article in cited),
        dropped=(),
    )
    return Large(_numbers(found.counted), kept, tally)


class Left(NamedTuple):
    """What a question leaves of a file.

    Attributes:
        numbers: How many answer, and how surely.
        part: Those that are taken, to be written without being held.
        off_map: How many of the file were denied, planned or threatened.
        coded: How many of the file were coded by a machine.
        kept_back: How many of the part may not be passed on.
    """

    numbers: Numbers
    part: Part
    off_map: int
    coded: int
    kept_back: int


def left_of_large(
    path: Path, filter: Filter, context: Context, *, possible: bool = False, certain: bool = False
) -> Left:
    """What a question leaves of a GeoParquet store.

    Args:
        path: A `.parquet` store.
        filter: The question.
        context: What the ids of `filter` stand for.
        possible: Take what is only possibly inside too.
        certain: Take only what is inside with all its doubt.

    Raises:
        DataError: The store is broken, or none.
        MissingExtra: duckdb is not installed.
    """
    from geomap.store.duck import File

    file = File(path)
    counted, part, kept_back = file.part(
        Question(filter, context, _least(possible=possible, certain=certain))
    )
    off_map, coded = file.how_many({"status": OFF_MAP_STATUS}, {"origin": OFF_MAP_ORIGIN})
    return Left(_numbers(counted), part, off_map, coded, kept_back)


def _least(*, possible: bool, certain: bool) -> Answer:
    return Answer.CERTAIN if certain else Answer.POSSIBLE if possible else Answer.LIKELY


def answers_itself(where: Location) -> bool:
    """Whether a store can be asked without being read whole."""
    return isinstance(where, Database) or (where.suffix.lower() == ".parquet" and where.is_file())


def _opened(where: Location) -> tuple[Asked, StoreHead]:
    database: Asked
    if isinstance(where, Database):
        from geomap.store.pgask import Table

        database = Table(where)
    else:
        from geomap.store.duck import File

        database = File(where)
    return database, database.head()


def tally_of(
    counted: list[Counted],
    names: tuple[str, ...],
    least: Answer,
    field: str,
    regions: Membership | None = None,
) -> Tally:
    """The counts by a field of what answers at least so surely, of rows that were counted by some columns."""
    shown = (one for one in counted if min(one.space, one.time) >= least)
    named = (regions or region_values()) if field == "region" else None
    return count_some(((_incident(names, one), one.number) for one in shown), field, named)


def _incident(names: tuple[str, ...], counted: Counted) -> Incident:
    known = zip(names, counted.values, strict=True)
    # Made as it is: there may be ten thousand different ones, and only these columns of them are looked at.
    said = {name: tuple(v) if isinstance(v, list) else v for name, v in known if v is not None}
    return Incident(**_BLANK | said)


def _numbers(counted: list[Counted]) -> Numbers:
    numbers = dict.fromkeys(Answer, 0)
    vague_place = vague_date = 0
    for one in counted:
        answer = min(one.space, one.time)
        numbers[answer] += one.number
        if answer is Answer.POSSIBLE:
            vague_place += one.number * (one.space is Answer.POSSIBLE)
            vague_date += one.number * (one.time is Answer.POSSIBLE)
    return Numbers(
        numbers[Answer.CERTAIN], numbers[Answer.LIKELY], numbers[Answer.POSSIBLE], vague_place, vague_date
    )
