"""`Curated`: geomap's offline look-up as a geopy geocoder. Points are (latitude, longitude), as geopy has them."""

from __future__ import annotations

from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.geocoders.describe import address, describe
from geomap.geocoders.nearest import nearest


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """An adapter that asks nobody, so that geopy opens no session, reads no proxies and loads no certificates."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:
        """Never called: refuses."""
        raise NotImplementedError(f"{url}: this geocoder is offline")

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> Any:
        """Never called: refuses."""
        raise NotImplementedError(f"{url}: this geocoder is offline")


class Curated(Geocoder):  # type: ignore[misc]  # geopy has no types
    """A geopy geocoder over the curated gazetteer, the world's divisions and GeoNames; works offline.

    Args:
        gazetteer: The one that came with geomap by default.
        timeout: Taken and not needed, so that code written for other geocoders runs.
    """

    def __init__(self, gazetteer: Gazetteer | None = None, *, timeout: Any = DEFAULT_SENTINEL) -> None:
        # proxies={} and ssl_context=None keep geopy from looking either of them up.
        super().__init__(timeout=timeout, proxies={}, ssl_context=None, adapter_factory=_NoNetwork)
        self._search = Search(gazetteer or Gazetteer.load())

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int = 5,
        country: str | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """The place that a name stands for, or all candidates, best first.

        Args:
            query: A place name in any script.
            exactly_one: False gives a list.
            limit: At most so many in the list.
            country: ISO 3166-1 alpha-2; only places in it.
            timeout: Not needed.

        Returns:
            A `Location` (latitude, longitude) or a list; None when nothing bears the name.
        """
        found = self._search.lookup(str(query), country=country, limit=max(limit, 2))
        if not found:
            return None
        # The first keeps its runners-up; each of the others stands for itself.
        described = [found, *([candidate] for candidate in found[1:])]
        locations = [
            Location(address(c[0].place, self._search.gazetteer), (c[0].place.lat, c[0].place.lon, 0.0),
                     describe(c, self._search.gazetteer))
            for c in described
        ]  # fmt: skip
        return locations[0] if exactly_one else locations[:limit]

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """The named place nearest to a point.

        Args:
            query: (latitude, longitude), a `geopy.Point` or a string that geopy reads as one.
            exactly_one: False gives a list of one.
            timeout: Not needed.

        Returns:
            A `Location` of the place, its address saying where the point lies from it; None where none is near.
        """
        point = query if isinstance(query, Point) else Point(query)
        near = nearest(point.longitude, point.latitude, self._search)
        if near is None:
            return None
        location = Location(near.words, (near.place.lat, near.place.lon, 0.0), near.as_dict())
        return location if exactly_one else [location]
