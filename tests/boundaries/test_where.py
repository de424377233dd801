"""What lies where: the answers that a careless use of the outlines gets wrong."""

from __future__ import annotations

import math

import pytest

from geomap import boundaries

# place, lon, lat, country, first-level division (ISO 3166-2, or the outline's name where it has no code)
PLACES = [
    ("Deir ez-Zor", 40.15, 35.34, "SY", "SY-DY"),
    ("Damascus", 36.30, 33.51, "SY", "SY-DI"),
    ("Erbil", 44.01, 36.19, "IQ", "IQ-AR"),
    ("Kirkuk", 44.39, 35.47, "IQ", "IQ-KI"),
    ("Mafraq", 36.20, 32.34, "JO", "JO-MA"),
    ("Tower 22", 38.70, 33.31, "JO", "JO-MA"),
    ("Gaza City", 34.45, 31.50, "PS", "Gaza Strip"),
    ("Ramallah", 35.20, 31.90, "PS", "West Bank"),
    ("Haifa", 34.99, 32.80, "IL", "IL-HA"),
    ("Beirut", 35.51, 33.88, "LB", "LB-BA"),
    ("Sanaa", 44.21, 15.35, "YE", "YE-SA"),
    ("Odesa", 30.72, 46.48, "UA", "UA-51"),
    ("Mykolaiv", 32.00, 46.97, "UA", "UA-48"),
    ("Kyiv", 30.52, 50.45, "UA", "UA-30"),
    ("Moscow", 37.62, 55.75, "RU", "RU-MOW"),
    ("Gao", -0.04, 16.27, "ML", "ML-7"),
    ("Niamey", 2.11, 13.51, "NE", "NE-8"),
    ("Khartoum", 32.53, 15.59, "SD", "SD-KH"),
    ("Provideniya, beyond 180°", -173.23, 64.42, "RU", "RU-CHU"),
]

DISPUTED = [
    ("Sevastopol", 33.52, 44.60, "UA", "UA-40", "crimea"),
    ("Kerch", 36.47, 45.36, "UA", "UA-43", "crimea"),
    ("Majdal Shams", 35.77, 33.27, "SY", "SY-QU", "golan"),
    ("Laayoune", -13.20, 27.15, "EH", None, "western-sahara"),
    ("Pristina", 21.17, 42.66, "XK", "Priština", "kosovo"),
    ("Hargeisa", 44.06, 9.56, "SO", "Somaliland", "somaliland"),
    ("Kyrenia", 33.32, 35.32, "CY", "Northern Cyprus", "northern-cyprus"),
    ("Abyei", 28.43, 9.60, "SD", None, "abyei"),
]


@pytest.mark.parametrize(("name", "lon", "lat", "country", "division"), PLACES)
def test_towns_lie_in_their_country_and_division(
    name: str, lon: float, lat: float, country: str, division: str
) -> None:
    """A point without a gazetteer's word for it is given the right governorate."""
    at, within = boundaries.country_at(lon, lat), boundaries.admin1_at(lon, lat)
    assert at is not None, name
    assert at.country == country
    assert within is not None, name
    assert division in (within.code, within.name)
    assert within.country == country


@pytest.mark.parametrize(("name", "lon", "lat", "country", "division", "area"), DISPUTED)
def test_disputed_areas_follow_united_nations_usage(
    name: str, lon: float, lat: float, country: str, division: str | None, area: str
) -> None:
    """Sevastopol answers for Ukraine, although the outlines draw Crimea in Russia, and the answer says why."""
    at = boundaries.country_at(lon, lat)
    assert at is not None, name
    assert at.country == country
    assert at.disputed is not None
    assert at.disputed.id == area
    assert at.disputed.note
    within = boundaries.admin1_at(lon, lat)
    if division is not None:
        assert within is not None
        assert division in (within.code, within.name)


@pytest.mark.parametrize(
    ("name", "lon", "lat", "country"),
    [
        ("Taman, across the strait from Kerch", 36.72, 45.21, "RU"),
        ("Tiberias, below the Golan", 35.53, 32.79, "IL"),
        ("Tarfaya, north of Western Sahara", -12.90, 27.95, "MA"),
        ("Heglig, east of Abyei", 29.40, 10.00, "SD"),
    ],
)
def test_the_neighbours_of_a_disputed_area_are_not_in_it(
    name: str, lon: float, lat: float, country: str
) -> None:
    """A ring drawn too wide would move towns into a dispute that they have no part in."""
    at = boundaries.country_at(lon, lat)
    assert at is not None, name
    assert (at.country, at.disputed) == (country, None)


def test_rukban_and_tower_22_are_near_the_border() -> None:
    """Both lie within the outlines' error of the border, so polygons must not decide their country."""
    for lon, lat in ((38.70, 33.31), (38.73, 33.31)):
        at = boundaries.country_at(lon, lat)
        assert at is not None
        assert at.near_border


def test_far_from_a_border_is_far() -> None:
    """Palmyra is in Syria for sure."""
    at = boundaries.country_at(38.28, 34.55)
    assert at is not None
    assert not at.near_border
    assert math.isinf(at.distance_km)


def test_the_distance_is_to_the_outline_in_km() -> None:
    """Egypt and Sudan meet along 22° north: a twentieth of a degree from it is 5.6 km, give or take the outlines."""
    north, south = boundaries.country_at(28.0, 22.05), boundaries.country_at(28.0, 21.95)
    assert north is not None
    assert south is not None
    assert (north.country, south.country) == ("EG", "SD")
    assert north.distance_km == pytest.approx(5.56, abs=0.8)
    assert south.distance_km == pytest.approx(5.56, abs=0.8)


def test_the_open_sea_is_in_no_country() -> None:
    """A ship hit in the Red Sea is not put on the nearest shore."""
    assert boundaries.country_at(39.5, 18.5) is None
    assert boundaries.admin1_at(39.5, 18.5) is None


def test_just_off_a_coast_is_near_but_not_within() -> None:
    """A point in a harbour is told as near the coast, since coasts are generalised."""
    at = boundaries.country_at(42.85, 14.78)
    assert at is not None
    assert at.country == "YE"
    assert not at.within
    assert at.near_border
