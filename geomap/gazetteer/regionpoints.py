"""A point and an extent for each named region, so that its name can be geocoded like a place's."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING

import msgspec

from geomap.filters.space import KM_PER_DEGREE
from geomap.gazetteer import cache
from geomap.gazetteer.admin import RegionAnswer, Regions
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.model import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FORMAT = "1"  # raise when what is compiled changes
DOUBT = 0.3  # of the extent: how far the middle may be from what an article means


def region_places(gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The named regions that are not places themselves, as places (representative points, degrees)."""
    digest = hashlib.sha256(msgspec.msgpack.encode(list(gazetteer.regions.values()))).hexdigest()[:16]
    return cache.compiled("regions", f"{FORMAT}-{digest}", _read, lambda: _build(gazetteer))


def _read(raw: bytes) -> tuple[Place, ...]:
    return msgspec.msgpack.decode(raw, type=tuple[Place, ...])


def _build(gazetteer: Gazetteer) -> tuple[tuple[Place, ...], bytes]:
    regions = Regions(gazetteer)
    answers = [regions.of(id) for id in sorted(gazetteer.regions) if id not in gazetteer.places]
    places = tuple(
        _place(gazetteer, answer, shape) for answer in answers if (shape := answer.geometry()).area
    )
    return places, msgspec.msgpack.encode(places)


def _place(gazetteer: Gazetteer, answer: RegionAnswer, shape: BaseGeometry) -> Place:
    region = gazetteer.regions[answer.id]
    point = shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
    squeeze = math.cos(math.radians(point.y))
    extent = math.sqrt(shape.area * squeeze / math.pi) * KM_PER_DEGREE
    countries = {code.partition("-")[0] for area in answer.areas for code in (*area.countries, *area.admin1)}
    return Place(
        id=region.id,
        name=region.name,
        kind=region.kind,
        lon=round(point.x, 4),
        lat=round(point.y, 4),
        radius_km=max(1.0, round(extent * DOUBT, 1)),
        extent_km=round(extent, 1),
        names=region.names,
        country=countries.pop() if len(countries) == 1 else None,
        sources=region.sources,
        note=region.note,
        confidence="medium",
    )
