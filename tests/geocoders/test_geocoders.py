"""Names to places and points to names, offline, as geopy's users expect."""

from __future__ import annotations

import subprocess
import sys

import pytest

import geomap.geocoders as geocoders
from geomap.errors import UsageError
from geomap.gazetteer.search import Search
from geomap.geo import distance_km
from geomap.geocoders import geocode, reverse, search
from geomap.geocoders.describe import confidence


@pytest.fixture(scope="module")
def names() -> Search:
    return search()


# name, lon, lat, tolerance in km. Countries and divisions by a point well inside.
NAMES = [
    ("Kharab al-Jeer", 42.0, 36.9, 5), ("قاعدة حرير", 44.34, 36.53, 5), ("Mosul", 43.13, 36.34, 10),
    ("Kramatorsk", 37.58, 48.74, 10), ("Kyiv", 30.52, 50.45, 10), ("Kiev", 30.52, 50.45, 10),
    ("Київ", 30.52, 50.45, 10), ("Zaporizhzhia", 35.14, 47.84, 15), ("El Geneina", 22.45, 13.45, 10),
    ("Jalalabad", 70.45, 34.43, 15), ("Beni", 29.47, 0.49, 15), ("Goma", 29.22, -1.68, 10),
    ("Benghazi", 20.07, 32.12, 15), ("بنغازي", 20.07, 32.12, 15), ("Tripoli", 13.19, 32.88, 15),
    ("Tripoli, Lebanon", 35.84, 34.43, 10), ("Naqoura", 35.14, 33.12, 10), ("Myawaddy", 98.51, 16.69, 10),
    ("California", -119.5, 37.2, 400), ("Kharkiv region", 36.4, 49.6, 120), ("Kharkiv", 36.25, 49.98, 15),
    ("Mali", -3.5, 17.5, 600), ("Georgia", 43.4, 42.2, 200), ("Gulf of Aden", 48.0, 12.5, 350),
    ("Darfur", 24.5, 13.0, 350), ("southern Red Sea", 41.0, 15.5, 400),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lon", "lat", "km"), NAMES)
def test_names_anywhere_are_found(names: Search, name: str, lon: float, lat: float, km: float) -> None:
    """Curated sites, towns of other wars, homonyms, countries, divisions, seas: each where a reader means it."""
    found = names.lookup(name)
    assert found, f"nothing for {name}"
    place = found[0].place
    assert distance_km(place.lon, place.lat, lon, lat) <= km, place


@pytest.mark.parametrize(
    "name",
    [
        "Xyzzyq",
        "",
        "   ",
        "the the",
        "Boulkessi-on-Sea",
        "١٢٣",
        "\x00",
        "a" * 10_000,
        "east " * 39,
        "ريف " * 5_000,
    ],
)
def test_what_nothing_bears_is_none(name: str) -> None:
    """None is a proper answer; a far-fetched town is not."""
    assert geocode(name) is None


def test_a_location_explains_itself() -> None:
    """geopy's users get (lat, lon) and an address; `raw` has reasons, doubt and the runners-up."""
    location = geocode("Tripoli")
    assert location is not None
    assert (round(location.latitude), round(location.longitude)) == (33, 13)
    assert location.address == "Tripoli, Libya"
    raw = location.raw
    assert raw["reason"] and raw["radius_km"] > 0
    assert raw["alternatives"][0]["country"] == "LB"
    assert raw["confidence"] != "high", "two cities of one name: the choice is not sure"


def test_a_country_restricts() -> None:
    """Whoever knows the country gets that country's place."""
    location = geocode("Tripoli", country="LB")
    assert location is not None
    assert location.raw["country"] == "LB"


def test_a_lone_curated_name_is_sure(names: Search) -> None:
    """High confidence is for a name met as it is spelt, of a place whose own record is sure."""
    assert confidence(names.lookup("Mosul")) == "high"
    assert confidence(names.lookup("Mosull")) != "high"


def test_a_point_in_words() -> None:
    """Where it is from the nearest place that people know, by a curated site rather than a nearer hamlet."""
    location = reverse(42.04, 36.92)
    assert location is not None
    assert location.address.startswith("5 km NE of Kharab al-Jir, al-Hasakah, Syria")
    assert reverse(-30.0, 0.0) is None


@pytest.mark.parametrize(
    ("lon", "lat", "codes"),
    [
        (38.68, 33.32, ["JO", "SY"]),  # by Tower 22, which coarse outlines put in Syria
        (42.04, 36.92, ["IQ", "SY"]),
        (40.55, 35.10, None),
        (35.50, 33.90, None),  # Beirut: a coast is no border
    ],
)
def test_near_a_border_is_said(lon: float, lat: float, codes: list[str] | None) -> None:
    """The named place lies in one country; on which side the point is, outlines of 15 km error cannot tell."""
    location = reverse(lon, lat)
    assert location is not None
    assert location.raw["near_border"] == codes
    assert ("near the border of" in location.address) == (codes is not None)


def test_lat_lon_is_refused_with_the_right_order() -> None:
    """A pair that fits only the other way round is an error, not a place on another continent."""
    with pytest.raises(UsageError, match=r"longitude comes first: 142\.1 36\.5"):
        reverse(36.5, 142.1)
    with pytest.raises(UsageError):
        reverse(float("nan"), 5)


def test_curated_is_a_geopy_geocoder() -> None:
    """It works wherever geopy's own do: exactly_one, limit, RateLimiter, a geopy Point, (lat, lon) in reverse."""
    from geopy.extra.rate_limiter import RateLimiter
    from geopy.geocoders.base import Geocoder
    from geopy.point import Point

    geocoder = geocoders.Curated(timeout=3)
    assert isinstance(geocoder, Geocoder)
    several = geocoder.geocode("Tripoli", exactly_one=False, limit=2)
    assert [one.raw["country"] for one in several] == ["LY", "LB"]
    assert geocoder.geocode("Xyzzyq") is None
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0, swallow_exceptions=False)
    assert limited("Mosul").raw["place_id"] == "mosul"
    assert geocoder.reverse((36.92, 42.04)).raw["place_id"] == "kharab-al-jir"
    assert geocoder.reverse(Point(36.92, 42.04), exactly_one=False)[0].raw["direction"] == "NE"
    with geocoder as same:
        assert same is geocoder


def test_nothing_of_the_network_is_loaded() -> None:
    """Geocoding from the command line starts fast and can ask nobody: no geopy, requests or ssl is imported."""
    code = (
        "import sys; from geomap.geocoders import search; search().lookup('Mosul');"
        "print([m for m in ('geopy', 'requests', 'ssl', 'shapely', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
