"""Small geometry on the sphere: distances, bearings, offsets. Degrees (lon, lat), km."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088  # mean radius, IUGG

# Degrees clockwise from north.
BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}


def distance_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Great-circle distance in km between two points in degrees (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def offset(lon: float, lat: float, bearing: float, km: float) -> tuple[float, float]:
    """The point (lon, lat) that lies `km` from a point in a direction of `bearing` degrees from north."""
    angle, phi, theta = km / EARTH_KM, math.radians(lat), math.radians(bearing)
    lat2 = math.asin(math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(theta))
    dlon = math.atan2(
        math.sin(theta) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * math.sin(lat2)
    )
    return ((lon + math.degrees(dlon) + 540) % 360) - 180, math.degrees(lat2)


def bearing(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """The initial direction from the first point to the second, in degrees clockwise from north."""
    phi1, phi2, dlon = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    x = math.sin(dlon) * math.cos(phi2)
    y = math.cos(phi1) * math.sin(phi2) - math.sin(phi1) * math.cos(phi2) * math.cos(dlon)
    return math.degrees(math.atan2(x, y)) % 360


def compass(degrees: float) -> str:
    """A direction in letters: 45 is "NE"."""
    return ("N", "NE", "E", "SE", "S", "SW", "W", "NW")[round(degrees / 45) % 8]
