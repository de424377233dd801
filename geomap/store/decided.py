"""What outlines say of places: kept from one question to the next, for loading shapely costs more than most answers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from geomap import assets, boundaries
from geomap.filters import Answer, Area, Context, Filter, predicate, space
from geomap.gazetteer import cache, shapes
from geomap.model import Incident
from geomap.store.sql import PLACE

_SORT = "decided"
_KEEP = 100  # questions whose answers are kept
_MOST = 5000  # places of one question; more are decided anew, for reading them would take as long
_BLANK = {"id": "", "slug": "", "title": "", "kind": "other", "status": "reported"}

Place = Sequence[Any]  # values of the columns `PLACE`


def decide(filter: Filter, context: Context, places: Iterable[Place]) -> list[Answer]:
    """How surely places lie within what a filter asks for, where SQL does not know.

    Args:
        filter: The question, of which only `regions`, `bbox` and `near` count.
        context: What its ids stand for.
        places: Values of the columns `geomap.store.sql.PLACE`.
    """
    wanted = [tuple(place) for place in places]
    kept = _kept_beside(filter, context) if wanted else None
    known = _read(kept) if kept else {}
    judge = predicate(Filter(regions=filter.regions, bbox=filter.bbox, near=filter.near), context)
    names = [msgspec.json.encode(place).decode() for place in wanted]
    new = {
        name: int(judge(_incident(place)).space)
        for name, place in zip(names, wanted, strict=True)
        if name not in known
    }
    known |= new
    if kept and new and len(known) <= _MOST:
        with contextlib.suppress(OSError):
            cache.write_beside(kept, cache.seal(kept.name, msgspec.msgpack.encode(known)))
            cache.prune(_SORT, kept, _KEEP)
    return [Answer(known[name]) for name in names]


def _read(kept: Path) -> dict[str, int]:
    with contextlib.suppress(Exception):  # absent, of another key or broken in whatever way: decided anew
        return msgspec.msgpack.decode(cache.unseal(kept.name, kept.read_bytes()), type=dict[str, int])
    return {}


def _kept_beside(filter: Filter, context: Context) -> Path | None:
    """The file of what is known already; None where the shapes are not those that come with geomap."""
    areas = [area for id in filter.regions for area in context.areas[id]]
    if not all(area.outline is None or isinstance(area.outline, shapes.Boundary) for area in areas):
        return None
    made_by = [Path(str(assets.asset("boundaries.zip")))]
    made_by += [Path(str(module.__file__)) for module in (boundaries, shapes, space)]
    told = sorted(map(_told, areas))
    key = cache.stat_key(made_by, *told, repr(filter.bbox), repr(filter.near))
    return cache.cache_dir() / f"{_SORT}-{key}.bin"


def _told(area: Area) -> str:
    codes = (sorted(one) for one in (area.countries, area.admin1, area.places, area.around))
    return repr((*codes, area.outline, area.circle, area.error_km))


def _incident(place: Place) -> Incident:
    """An incident of which only the place is known; blanks are of articles, so never left out."""
    known = {name: value for name, value in zip(PLACE, place, strict=True) if value is not None}
    return msgspec.convert(_BLANK | known, Incident)
