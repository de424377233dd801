"""Named regions as places that an article may mean."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from geomap.gazetteer import Gazetteer, regionpoints
from geomap.model import Place

# A region of several countries that reaches farther than this from its middle places nothing: "Middle East".
WIDEST_KM = 265.0
_NARROWEST_KM = 20.0
_WATERS = ("sea", "gulf", "strait")


def region_places(gazetteer: Gazetteer) -> Iterator[Place]:
    """Each curated region as a place of kind "sea" or "region"; too wide ones have the kind "world region"."""
    for place in regionpoints.region_places(gazetteer):
        extent = place.extent_km or 0.0
        one_division = gazetteer.regions[place.id].members
        of_one_country = place.country is not None or (len(one_division) == 1 and "-" in one_division[0])
        narrow = extent <= WIDEST_KM or of_one_country
        wide = "region" if narrow else "world region"
        kind = "sea" if place.kind in _WATERS else wide
        radius = max(_NARROWEST_KM, extent)
        yield msgspec.structs.replace(place, kind=kind, radius_km=radius, area_id=place.id)
