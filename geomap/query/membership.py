"""In which regions an incident lies: the values of `--count-by region`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geomap.filters import Answer, Area
from geomap.model import Incident

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

# What the answer depends on: the same for all incidents of one place.
MADE_OF = ("place_id", "country", "admin1", "precision", "radius_km", "point_is", "lon", "lat")


def named_regions(gazetteer: Gazetteer, asked: Sequence[str] = ()) -> dict[str, tuple[Area, ...]]:
    """The areas of regions by name: of those that are asked for, else of every named region of the gazetteer.

    Raises:
        UsageError: A name means nothing; with the nearest that does.
        DataError: A polygon file is broken.
    """
    from geomap.gazetteer.admin import Regions

    regions = Regions(gazetteer)
    found = [regions.resolve(text) for text in asked] or [regions.of(id) for id in gazetteer.regions]
    return {one.name: one.areas for one in found}


def membership(areas: Mapping[str, Sequence[Area]]) -> Callable[[Incident], tuple[str, ...]]:
    """A function that names the regions in which an incident lies, certainly or with its point.

    What may lie in a region is not in it; regions overlap, so there may be several.
    """
    known: dict[tuple[Any, ...], tuple[str, ...]] = {}

    def values(incident: Incident) -> tuple[str, ...]:
        key = tuple(getattr(incident, name) for name in MADE_OF)
        if key not in known:
            known[key] = tuple(
                name
                for name, some in areas.items()
                if max((area.answer(incident) for area in some), default=Answer.NO) >= Answer.LIKELY
            )
        return known[key]

    return values
