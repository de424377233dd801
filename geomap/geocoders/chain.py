"""`Chain`: the curated gazetteer, GeoNames, then one online geocoder, as one geopy geocoder (latitude, longitude)."""

from __future__ import annotations

from typing import Any

from geopy import exc
from geopy.geocoders.base import DEFAULT_SENTINEL
from geopy.location import Location

from geomap.gazetteer import Gazetteer
from geomap.geocoders.curated import Curated
from geomap.geocoders.online import Online


class Chain(Curated):
    """Answers offline where it can, and asks the online geocoder for the rest, a name a second.

    Args:
        online: Whom to ask for what nothing offline knows; see `geomap.geocoders.online.Online`.
        gazetteer: The one that came with geomap by default.
        timeout: Taken and not needed, so that code written for other geocoders runs.
    """

    def __init__(
        self, online: Online, gazetteer: Gazetteer | None = None, *, timeout: Any = DEFAULT_SENTINEL
    ) -> None:
        super().__init__(gazetteer, timeout=timeout)
        self._online = online

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int = 5,
        country: str | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """As `Curated.geocode`; None only where the online geocoder does not know the name either.

        Raises:
            GeocoderUnavailable: It cannot be reached, so that nobody knows.
            GeocoderServiceError: It refuses.
        """
        found = super().geocode(query, exactly_one=exactly_one, limit=limit, country=country, timeout=timeout)
        if found is not None:
            return found
        outcome = self._online.locate(str(query), country)
        if outcome.kind == "offline":
            raise exc.GeocoderUnavailable(outcome.words)
        if outcome.kind == "refused":
            raise exc.GeocoderServiceError(outcome.words)
        if outcome.record is None:
            return None
        record = outcome.record
        location = Location(record["address"], (record["lat"], record["lon"], 0.0), record)
        return location if exactly_one else [location]
