"""Names that nothing offline knows, asked of one geopy geocoder that the user names: politely, and never by surprise.

Three outcomes are kept apart: the service does not know the name; it refuses us; it cannot be reached. Only what it
answers is kept (`answers`), so a failure is asked again next time and never passes for "not found".
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from geomap.errors import UsageError
from geomap.geo import distance_km
from geomap.geocoders.answers import Answers

DELAY_S = 1.0  # between two requests: what the policy of Nominatim's public host asks for, and fair to any
TIMEOUT_S = 10
PUBLIC_NOMINATIM = "nominatim.openstreetmap.org"
PUBLIC_MOST = 100  # names in one run
POLICY = "https://operations.osmfoundation.org/policies/nominatim/"


class Outcome(NamedTuple):
    """What came of asking for a name: its record if it was found, else why not, in words."""

    kind: Literal["found", "not found", "refused", "offline"]
    record: dict[str, Any] | None
    words: str


class Online:
    """One online geocoder for one run.

    Args:
        service: geopy's name of it: nominatim, photon, arcgis …
        user_agent: Whom the service may turn to; must be given.
        options: More arguments of geopy's class: domain, scheme, api_key …
        answers: Where answers are kept.

    Raises:
        UsageError: geopy has no such service, or it needs other options.
    """

    def __init__(self, service: str, user_agent: str, options: Mapping[str, str], answers: Answers) -> None:
        from geopy.extra.rate_limiter import RateLimiter

        self.service = service
        self._geocoder = _geocoder(service, user_agent, options)
        self.host = _host(self._geocoder, service)
        self._answers = answers
        self._parameters = inspect.signature(self._geocoder.geocode).parameters
        self._ask = RateLimiter(
            self._geocoder.geocode,
            min_delay_seconds=DELAY_S,
            error_wait_seconds=DELAY_S,
            max_retries=0,  # a host that refuses is not to be asked again
            swallow_exceptions=False,
        )
        self._stopped: Outcome | None = None

    def unasked(self, names: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
        """The (name, country) pairs whose answers are not kept: those that would be sent, each once."""
        return [
            (name, country)
            for name, country in dict.fromkeys(names)
            if not self._answers.has(self.host, name, country)
        ]

    def check_count(self, number: int) -> None:
        """Refuse more names than a host's policy lets one run send.

        Raises:
            UsageError: More than 100 names for Nominatim's public host.
        """
        if self.host == PUBLIC_NOMINATIM and number > PUBLIC_MOST:
            raise UsageError(
                f"{number:,} names are too many for {PUBLIC_NOMINATIM}: its policy forbids bulk geocoding ({POLICY})",
                advice=f"send at most {PUBLIC_MOST}, or name a host of your own: --option domain=HOST",
            )

    def locate(self, name: str, country: str | None = None) -> Outcome:
        """Ask for a name, or take the answer that is kept; after a refusal or without a network nothing is sent."""
        if self._answers.has(self.host, name, country):
            return self._outcome(name, self._answers.get(self.host, name, country))
        if self._stopped is not None:
            return self._stopped
        from geopy import exc

        try:
            record = self._record(self._ask(*self._query(name, country), **self._extra(country)))
        except (exc.GeocoderUnavailable, exc.GeocoderTimedOut) as error:
            return self._stop(
                "offline", f"{self.host} cannot be reached ({_brief(error)}); nobody knows whether it has it"
            )
        except exc.GeopyError as error:
            return self._stop("refused", f"{self.host} refuses ({_brief(error)})")
        self._answers.put(self.host, name, country, record)
        return self._outcome(name, record)

    def _stop(self, kind: Literal["refused", "offline"], words: str) -> Outcome:
        self._stopped = Outcome(kind, None, f"{words}; not asked")
        return Outcome(kind, None, words)

    def _outcome(self, name: str, record: dict[str, Any] | None) -> Outcome:
        if record is None:
            return Outcome("not found", None, f"neither geomap nor {self.host} has anything called {name!r}")
        return Outcome("found", record, record["reason"])

    def _query(self, name: str, country: str | None) -> tuple[str]:
        return (name if country is None or "country_codes" in self._parameters else f"{name}, {country}",)

    def _extra(self, country: str | None) -> dict[str, Any]:
        wanted: dict[str, Any] = {"addressdetails": True, "language": "en", "country_codes": country}
        return {key: value for key, value in wanted.items() if value is not None and key in self._parameters}

    def _record(self, location: Any) -> dict[str, Any] | None:
        """A `geopy.Location` as `geomap geocode --format json` prints places (degrees, lon before lat)."""
        if location is None:
            return None
        raw = location.raw if isinstance(location.raw, dict) else {}
        address = raw.get("address")
        parts: dict[str, Any] = address if isinstance(address, dict) else {}
        number = raw.get("osm_id") or raw.get("place_id") or ""
        kind = "/".join(str(part) for part in (raw.get("osm_type"), number) if part)
        return {
            "place_id": f"{self.service}:{kind}" if kind else self.service,
            "place": str(raw.get("name") or location.address.split(",")[0]).strip(),
            "address": location.address,
            "kind": str(raw.get("addresstype") or raw.get("type") or "") or None,
            "lon": location.longitude,
            "lat": location.latitude,
            "country": str(parts.get("country_code") or "").upper() or None,
            "admin1": parts.get("ISO3166-2-lvl4"),
            "admin1_name": parts.get("state"),
            "precision": "unknown",
            "radius_km": _radius(raw.get("boundingbox")),
            "confidence": "low",  # a name alone, without what geomap knows of names
            "score": None,
            "reason": f'{self.host} has it as "{location.address}"',
            "alternatives": [],
            "licence": raw.get("licence"),
        }


def _geocoder(service: str, user_agent: str, options: Mapping[str, str]) -> Any:
    from geopy import exc
    from geopy.geocoders import SERVICE_TO_GEOCODER, get_geocoder_for_service

    try:
        kind: Callable[..., Any] = get_geocoder_for_service(service)
    except exc.GeocoderNotFound:
        known = ", ".join(sorted(SERVICE_TO_GEOCODER))
        raise UsageError(f"geopy has no geocoder {service!r}", advice=f"one of {known}") from None
    try:
        return kind(user_agent=user_agent, timeout=TIMEOUT_S, **options)
    except (TypeError, ValueError, exc.GeopyError) as error:
        raise UsageError(
            f"{service}: {_brief(error)}", advice="give what it needs: --option api_key=…"
        ) from None


def _host(geocoder: Any, service: str) -> str:
    for name in ("api", "geocode_api", "_api", "domain"):
        value = getattr(geocoder, name, None)
        if isinstance(value, str) and value:
            return urlsplit(value if "//" in value else f"//{value}").netloc or value
    return service


def _radius(box: Any) -> float | None:
    """Half the diagonal of a Nominatim bounding box (south, north, west, east), km; None where there is none."""
    try:
        south, north, west, east = map(float, box)
    except (TypeError, ValueError):
        return None
    half = distance_km(west, south, east, north) / 2
    return round(half, 1) if math.isfinite(half) else None


def _brief(error: Exception) -> str:
    """The first line of an error, without the pages that some services answer with."""
    text = " ".join((str(error) or type(error).__name__).split())
    return text if len(text) <= 160 else text[:157] + " …"
