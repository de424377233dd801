"""A candidate as the record that `geomap geocode` prints, and a place in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.index import Candidate
from geomap.geo import distance_km
from geomap.model import Confidence, Place

NO_LEAD = 1.0  # points; a best candidate with less over the next is as likely that one
SAME_KM = 50.0  # nearer than this, two places of a name are one neighbourhood

_LEVELS: tuple[Confidence, ...] = ("low", "medium", "high")


def describe(found: Sequence[Candidate], gazetteer: Gazetteer) -> dict[str, Any]:
    """The best candidate with its reasons and the runners-up. Degrees, lon before lat; radius in km."""
    best = found[0]
    place = best.place
    return {
        "place_id": place.id,
        "place": place.name,
        "kind": place.kind,
        "lon": place.lon,
        "lat": place.lat,
        "country": place.country,
        "admin1": place.admin1,
        "admin1_name": place.admin1_name or gazetteer.admin1_name(place.admin1),
        "precision": precision(place, gazetteer),
        "radius_km": place.radius_km,
        "confidence": confidence(found),
        "score": round(best.score, 1),
        "reason": "; ".join((*best.reasons, *_as_likely(found, gazetteer))),
        "alternatives": [_alternative(candidate) for candidate in found[1:]],
    }


def _as_likely(found: Sequence[Candidate], gazetteer: Gazetteer) -> Iterator[str]:
    """Says that places elsewhere bear the name as well as the best: "Savanes Region" is one of two countries."""
    best = found[0]
    rivals = [
        address(c.place, gazetteer)
        for c in found[1:]
        if best.score - c.score < NO_LEAD
        and distance_km(best.place.lon, best.place.lat, c.place.lon, c.place.lat) > SAME_KM
    ]
    if rivals:
        yield f"as likely {' or '.join(dict.fromkeys(rivals))}: say which with --country or after a comma"


def _alternative(candidate: Candidate) -> dict[str, Any]:
    place = candidate.place
    return {
        "place_id": place.id,
        "place": place.name,
        "kind": place.kind,
        "lon": place.lon,
        "lat": place.lat,
        "country": place.country,
        "score": round(candidate.score, 1),
        "reason": "; ".join(candidate.reasons),
    }


def precision(place: Place, gazetteer: Gazetteer) -> str:
    """How precise a point for the place is, by its kind (an Incident's `precision`)."""
    kind = gazetteer.kinds.get(place.kind)
    if kind is not None:
        return kind.precision
    return {"country": "country", "province": "governorate", "region": "governorate"}.get(
        place.kind, "locality"
    )


def confidence(found: Sequence[Candidate]) -> Confidence:
    """How far the best candidate can be trusted: the lowest of its score, its lead, and what its record says.

    High takes a curated name met as it is spelt (a score of 88), a record that is sure of its point, and a lead of 20
    over the next place: a city of the same name elsewhere (Tripoli) has less. Low is a score below 74, or no lead.
    """
    best = found[0]
    lead = best.score - found[1].score if len(found) > 1 else 100.0
    by_score = 2 if best.score >= 88 else 1 if best.score >= 74 else 0
    by_lead = 2 if lead >= 20 else 1 if lead >= NO_LEAD else 0
    return _LEVELS[min(by_score, by_lead, _LEVELS.index(best.place.confidence))]


def address(place: Place, gazetteer: Gazetteer) -> str:
    """A place in words: "Kharab al-Jir, al-Hasakah, Syria"."""
    country = gazetteer.countries.get(place.country or "")
    division = place.admin1_name or gazetteer.admin1_name(place.admin1)
    parts = (place.name, division, country.name if country else None)
    return ", ".join(dict.fromkeys(part for part in parts if part))
