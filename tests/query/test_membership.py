"""Which country a place is in: where maps disagree, the curated answer counts."""

from __future__ import annotations

import pytest

import geomap
from geomap.model import Incident
from geomap.query import select
from geomap.query.areas import find_place
from tests.fixtures.stores import incident


@pytest.fixture(scope="module")
def gazetteer() -> geomap.Gazetteer:
    """geomap's own."""
    return geomap.Gazetteer.load()


def at(gazetteer: geomap.Gazetteer, name: str) -> Incident:
    """An incident at a place of the gazetteer, as reading makes it."""
    place = find_place(gazetteer, name)
    return incident(
        "i", place_id=place.id, place=place.name, country=place.country, admin1=place.admin1, lon=place.lon,
        lat=place.lat, radius_km=place.radius_km, precision="site", point_is="site",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("Tower 22", "Jordan", "Syria"),
        ("Rukban", "Syria", "Jordan"),
        ("Sevastopol", "Ukraine", "Russia"),
        ("al-Tanf", "Syria", "Iraq"),
        ("al-Omar field", "Deir ez-Zor", "al-Hasakah"),
        ("Harir", "Kurdistan Region", "Syria"),
        ("Kharab al-Jir", "al-Hasakah", "Iraq"),
        ("Abu Kamal", "SY", "IQ"),
    ],
)
def test_a_place_is_where_the_gazetteer_says(
    gazetteer: geomap.Gazetteer, name: str, inside: str, outside: str
) -> None:
    """Border places answer to one country, whatever a coarse outline says."""
    one = at(gazetteer, name)
    assert select([one], region=inside, gazetteer=gazetteer).certain == (one,)
    assert select([one], region=outside, gazetteer=gazetteer) == ((), (), (), 0, 0)


def test_a_bare_point_near_a_border_is_only_possible(gazetteer: geomap.Gazetteer) -> None:
    """Outlines are good to 15 km: closer than that, a point without a country belongs to neither for sure."""
    bare = incident(
        "i", lon=38.68, lat=33.32, precision="exact", point_is="site", radius_km=0.5
    )  # by Tower 22
    for country in ("Jordan", "Syria", "Iraq"):
        assert select([bare], region=country, gazetteer=gazetteer).possible == (bare,)
    crimea = incident("i", lon=34.1, lat=45.2, precision="exact", point_is="site", radius_km=0.5)
    assert select([crimea], region="Ukraine", gazetteer=gazetteer).certain == (crimea,)
    assert select([crimea], region="Russia", gazetteer=gazetteer).certain == ()
