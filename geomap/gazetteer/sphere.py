"""Distances and directions on a sphere: fine for "4 km NE of"; exact geodesics are for queries."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088  # IUGG mean radius: within 0.5 % of the ellipsoid everywhere
POINTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def distance_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Great-circle distance in km between two points in degrees (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def direction(lon1: float, lat1: float, lon2: float, lat2: float) -> str:
    """The compass point (N, NE, …) in which the second point lies as seen from the first."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    across = math.radians(lon2 - lon1)
    y = math.sin(across) * math.cos(phi2)
    x = math.cos(phi1) * math.sin(phi2) - math.sin(phi1) * math.cos(phi2) * math.cos(across)
    return POINTS[round(math.degrees(math.atan2(y, x)) / 45) % 8]


def circle(lon: float, lat: float, km: float, corners: int = 64) -> tuple[tuple[float, float], ...]:
    """A closed ring of (lon, lat) around a point, counter-clockwise."""
    ring = []
    angular = km / EARTH_KM
    phi = math.radians(lat)
    for corner in range(corners):
        bearing = -2 * math.pi * corner / corners
        phi2 = math.asin(
            math.sin(phi) * math.cos(angular) + math.cos(phi) * math.sin(angular) * math.cos(bearing)
        )
        across = math.atan2(
            math.sin(bearing) * math.sin(angular) * math.cos(phi),
            math.cos(angular) - math.sin(phi) * math.sin(phi2),
        )
        ring.append((round(lon + math.degrees(across), 6), round(math.degrees(phi2), 6)))
    return (*ring, ring[0])
