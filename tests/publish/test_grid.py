"""The grid: fixed, whole, honest about its size."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import UsageError
from geomap.geo import distance_km
from geomap.publish.grid import square_at
from geomap.publish.levels import level_of

LON, LAT = st.floats(-180, 180), st.floats(-90, 90)
KM = st.sampled_from([1.0, 5.0, 10.0, 25.0, 50.0, 500.0])


@given(LON, LAT, KM)
def test_every_point_lies_in_its_square(lon: float, lat: float, km: float) -> None:
    """No point is farther from the middle than the square says, and the middle is in the square."""
    square = square_at(lon, lat, km)
    assert distance_km(lon, lat, square.lon, square.lat) <= square.reach_km + 0.02
    assert square_at(square.lon, square.lat, km) == square


@given(st.floats(-179, 179), st.floats(-85, 85), KM, st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_all_points_of_a_square_answer_the_same(
    lon: float, lat: float, km: float, x: float, y: float
) -> None:
    """Nothing is laid around a site: where in the square it is cannot be told."""
    square = square_at(lon, lat, km)
    west, south, east, north = square.box
    assert square_at(west + x * (east - west), south + y * (north - south), km) == square


def test_a_square_is_what_it_is_called() -> None:
    """Ten kilometres high, ten wide, in Syria as at the equator; ids and middles never change."""
    for lat in (0.5, 35.1, -60.0):
        west, south, east, north = square_at(40.5, lat, 10).box
        middle = (south + north) / 2
        assert distance_km(west, middle, east, middle) == pytest.approx(10, rel=0.03)
        assert distance_km(west, south, west, north) == pytest.approx(10, rel=0.001)
    assert square_at(40.5511, 35.1, 10)[:3] == ("grid-10km-390-2005", 40.5192, 35.1185)
    assert square_at(180, 0, 10) == square_at(-180, 0, 10)


@pytest.mark.parametrize("text", ["0", "-5", "501", "nan", "town", ""])
def test_a_level_that_means_nothing_is_refused(text: str) -> None:
    """With what can be asked for."""
    with pytest.raises(UsageError, match="governorate"):
        level_of(text)


def test_levels_are_read_in_their_spellings() -> None:
    assert level_of("25") == level_of("25 km") == level_of("25km") == ("25 km", 25.0)
    assert level_of("District").km == 50.0
    assert level_of("governorate").km is None
    assert math.isclose(level_of("2.5").km or 0, 2.5)
