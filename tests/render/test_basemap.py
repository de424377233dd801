"""The ground: what lies under the incidents, and what is shown first."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from geomap.gazetteer import Gazetteer
from geomap.model import Store
from geomap.render.basemap import UNIT, basemap, path
from geomap.render.sites import WORLD, mercator
from tests.fixtures import mapped


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def inside(box: tuple[int, int, int, int], lon: float, lat: float) -> bool:
    x, y = (value * UNIT // WORLD for value in mercator(lon, lat))
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def test_the_ground_has_land_borders_and_the_governorate_asked_for(gazetteer: Gazetteer) -> None:
    """Countries with incidents are told apart, disputed lines too, and a hatched area has its outline."""
    ground = basemap(mapped.store(), gazetteer)
    assert {"far", "land", "land2", "coast", "adm", "border", "disputed"} <= {
        k for k, v in ground.paths.items() if v
    }
    assert list(ground.areas) == ["SY-DY"]
    assert {"SY", "IQ", "JO"} <= {row[0] for row in ground.countries}


def test_towns_have_arabic_names_and_the_large_ones_come_first(gazetteer: Gazetteer) -> None:
    """Labels are placed in this order until there is no room."""
    names = [town[0] for town in basemap(mapped.store(), gazetteer).towns]
    assert "Baghdad" in names[:5]
    arabic = {town[0]: town[1] for town in basemap(mapped.store(), gazetteer).towns}
    assert arabic["Baghdad"] == "بغداد"


@pytest.mark.parametrize(
    ("many", "lon", "lat", "shown"),
    [
        (1, 42.95, 14.8, True),  # of ten attacks in Syria and Iraq and one in Yemen all are looked for
        (1, -74.0, 40.7, False),  # but one in New York would make them a dot
        (6, 42.95, 14.8, False),  # and beside sixty the one in Yemen may be scrolled to
    ],
)
def test_one_far_incident_does_not_make_many_small(
    many: int, lon: float, lat: float, shown: bool, gazetteer: Gazetteer
) -> None:
    """Few incidents are all shown first, unless one is on another continent; of many a far one is left out."""
    store = mapped.store()
    copies = [
        structs.replace(one, id=f"{one.id}-{n}", slug=f"{one.slug}-{n}")
        for n in range(many)
        for one in store.incidents
    ]
    far = mapped.incident(20, "far", "2024-02-03", lon=lon, lat=lat, country="XX", place="Far")
    box = basemap(Store(incidents=(*copies, far)), gazetteer).box
    assert inside(box, 40.576, 35.104)
    assert inside(box, lon, lat) is shown


def test_a_few_far_ones_near_each_other_do_not_either(gazetteer: Gazetteer) -> None:
    """Forty in Syria, three in North America, none of which alone makes the view much smaller."""
    near = (
        mapped.incident(
            i, f"s{i}", "2024-02-04", lon=36 + i / 10, lat=34 + i % 7 / 10, country="SY", place=f"S{i}"
        )
        for i in range(40)
    )
    spots = ((-74.0, 40.7), (-77.0, 38.9), (-95.6, 33.7))
    far = (
        mapped.incident(50 + i, f"u{i}", "2024-02-04", lon=lon, lat=lat, country="US", place=f"U{i}")
        for i, (lon, lat) in enumerate(spots)
    )
    box = basemap(Store(incidents=(*near, *far)), gazetteer).box
    assert inside(box, 36.1, 34.1) and inside(box, 39.9, 34.4)
    assert not any(inside(box, *spot) for spot in spots)


def test_two_far_places_are_both_shown_first(gazetteer: Gazetteer) -> None:
    """Nothing is far from nothing."""
    pair = (
        mapped.incident(1, "al-tanf", "2024-02-04"),
        mapped.incident(2, "x", "2024-02-04", lon=32.0, lat=15.6, country="SD", place="Khartoum"),
    )
    box = basemap(Store(incidents=pair), gazetteer).box
    assert inside(box, 38.618, 33.506)
    assert inside(box, 32.0, 15.6)


def test_a_store_without_points_shows_its_countries(gazetteer: Gazetteer) -> None:
    """Known only to the country is still somewhere."""
    only = Store(incidents=(mapped.store().incidents[10],))
    box = basemap(only, gazetteer).box
    assert inside(box, 38.5, 35.0)
    assert not inside(box, -3.0, 14.5)


def test_paths_are_whole_steps_and_drop_repeated_points() -> None:
    """A path is small, and each point is relative to the last."""
    data = path([[(0.0, 0.0), (0.0, 0.0), (10.0, 0.0), (10.0, -10.0)]], closed=True)
    assert re.fullmatch(r"M\d+ \d+l\d+ 0 0 \d+z", data)
    assert path([[(0.0, 0.0)]]) == ""
