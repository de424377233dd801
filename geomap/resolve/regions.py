"""Named regions as places: a representative point and how far they reach."""

from __future__ import annotations

from collections.abc import Iterator

from geomap import boundaries
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.records import Region
from geomap.geo import distance_km
from geomap.model import Place

# A region that reaches farther than this from its middle places nothing: "Middle East".
WIDEST_KM = 450.0


def region_places(gazetteer: Gazetteer) -> Iterator[Place]:
    """Each curated region as a place of kind "region"; too wide ones have the kind "world region"."""
    for region in gazetteer.regions.values():
        points = list(_points(region, gazetteer))
        if not points:
            continue
        west, east = min(p[0] for p in points), max(p[0] for p in points)
        south, north = min(p[1] for p in points), max(p[1] for p in points)
        lon, lat = (west + east) / 2, (south + north) / 2
        reach = max(20.0, distance_km(west, south, east, north) / 2)
        yield Place(
            id=f"region:{region.id}",
            name=region.name,
            kind="sea"
            if region.kind in ("sea", "gulf", "strait")
            else "region"
            if reach <= WIDEST_KM
            else "world region",
            lon=round(lon, 3),
            lat=round(lat, 3),
            radius_km=round(reach, 1),
            extent_km=round(reach, 1),
            names=region.names,
            country=_country(region, gazetteer),
            sources=region.sources,
            confidence="medium",
            area_id=region.id,
        )


def _points(region: Region, gazetteer: Gazetteer, depth: int = 0) -> Iterator[tuple[float, float]]:
    if region.bbox:
        west, south, east, north = region.bbox
        yield from ((west, south), (east, north))
    elif region.polygon:
        yield from (point for ring in region.polygon for point in ring)
    elif region.circle and region.circle.place in gazetteer.places:
        place = gazetteer.places[region.circle.place]
        reach = region.circle.km / 111.0
        yield from ((place.lon - reach, place.lat - reach), (place.lon + reach, place.lat + reach))
    for member in region.members:
        row = boundaries.country_row(member) or boundaries.admin1_row(member)
        if row is not None:
            yield from ((row.west, row.south), (row.east, row.north))
        elif member in gazetteer.places:
            yield gazetteer.places[member].lon, gazetteer.places[member].lat
        elif member in gazetteer.regions and depth < 4:
            yield from _points(gazetteer.regions[member], gazetteer, depth + 1)


def _country(region: Region, gazetteer: Gazetteer) -> str | None:
    """The country that all members lie in, if it is one."""
    codes = {m[:2] for m in region.members if len(m) == 2 or (len(m) > 2 and m[2] == "-")}
    codes |= {gazetteer.places[m].country or "" for m in region.members if m in gazetteer.places}
    return codes.pop() if len(codes) == 1 and codes != {""} else None
