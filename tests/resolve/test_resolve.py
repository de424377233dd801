"""Resolution: which place a name means, and where that is, with an honest radius."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.extract.places.hints import distance_before
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.language import Language
from geomap.geo import bearing, distance_km
from geomap.reader import Reader
from geomap.resolve import Atlas, Where, locate
from geomap.resolve.where import Hints
from geomap.text import fold


def put(reader: Reader, place: str, **hints: object) -> Where:
    """A curated place as words around it put it."""
    found = reader.gazetteer.places[place]
    return locate(found, found.name, 0, len(found.name), reader.atlas, Hints(**hints))  # type: ignore[arg-type]


def test_a_site_is_where_it_is(reader: Reader) -> None:
    """No words around it: the curated point, its radius, and the reason."""
    where, place = put(reader, "harir"), reader.gazetteer.places["harir"]
    assert (where.lon, where.lat, where.radius_km) == (place.lon, place.lat, place.radius_km)
    assert (where.precision, where.point_is, where.fine) == ("site", "site", True)
    assert place.name in where.why[0]


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        ("sy-deir-ez-zor", "governorate"),
        ("syria", "country"),
        ("red-sea", "sea"),
        ("mosul", "locality"),
        ("euphrates", "governorate"),
    ],
)
def test_areas_have_a_representative_point(place: str, precision: str, reader: Reader) -> None:
    """A governorate, a country, a sea, a river: never a site; the radius reaches over it."""
    where = put(reader, place)
    assert where.precision == precision
    if precision != "locality":
        assert where.point_is == "representative" and not where.fine and where.radius_km >= 20


@given(
    direction=st.sampled_from(
        ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"]
    ),
    km=st.floats(1, 80),
)
def test_a_distance_and_a_direction_move_the_point(direction: str, km: float, reader: Reader) -> None:
    """5 km east of Ramadi lies 5 km to the east, is no site, and is known less well than Ramadi."""
    where, town = (
        put(reader, "ramadi", km=km, direction=direction, direction_of=True),
        reader.gazetteer.places["ramadi"],
    )
    assert distance_km(town.lon, town.lat, where.lon, where.lat) == pytest.approx(km, rel=0.02, abs=0.05)
    turned = bearing(town.lon, town.lat, where.lon, where.lat) - _DEGREES[direction]
    assert abs((turned + 180) % 360 - 180) < 3
    assert (where.precision, where.point_is) == (
        "near",
        "representative",
    ) and where.radius_km > town.radius_km


_DEGREES = {
    name: 45.0 * n
    for n, name in enumerate(
        ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"]
    )
}


def test_near_and_beside_widen_the_radius(reader: Reader) -> None:
    """Near a town is not in it."""
    town = reader.gazetteer.places["ramadi"]
    for hints in ({"near": True}, {"direction": "east", "direction_of": True}):
        where = put(reader, "ramadi", **hints)
        assert where.precision == "near" and where.radius_km >= town.radius_km + 10


def test_a_part_of_a_country(reader: Reader) -> None:
    """North-eastern Syria lies in the north-east of Syria, and its point stands for an area."""
    where, syria = put(reader, "syria", direction="northeast"), reader.gazetteer.places["syria"]
    assert where.lon > syria.lon and where.lat > syria.lat
    assert (where.precision, where.point_is, where.area_id) == ("governorate", "representative", None)


def test_off_a_coast_is_at_sea(reader: Reader) -> None:
    """Off Lebanon is not in Lebanon."""
    where = put(reader, "lebanon", off=True)
    assert (where.precision, where.point_is, where.name) == ("sea", "representative", "off Lebanon")


@pytest.mark.parametrize(
    ("lang", "words", "km"),
    [
        ("en", "some 5 km", 5.0),
        ("en", "about 12 miles", 19.312),
        ("en", "2.5 kilometres", 2.5),
        ("ar", "على بعد 10 كم", 10.0),
        ("en", "5 soldiers", None),
        ("en", "5 km of road", None),
        ("en", "", None),
    ],
)
def test_a_distance_in_words(lang: str, words: str, km: float | None, reader: Reader) -> None:
    """Kilometres and miles right before the name; other numbers are no distances."""
    found = distance_before(fold(words), Language.of(lang, reader.gazetteer.lexicons))
    assert found == (None if km is None else pytest.approx(km, rel=0.001))


def test_containment(reader: Reader) -> None:
    """A country holds its governorates, they their towns; never the other way round, never a neighbour's."""
    atlas, place = reader.atlas, reader.gazetteer.places
    assert atlas.contains(place["iraq"], place["iq-erbil"]) and atlas.contains(
        place["iq-erbil"], place["harir"]
    )
    assert not atlas.contains(place["harir"], place["iq-erbil"])
    assert not atlas.contains(place["syria"], place["harir"]) and not atlas.contains(
        place["iq-anbar"], place["harir"]
    )
    assert not atlas.contains(place["syria"], place["tower-22"]) and not atlas.contains(
        place["harir"], place["harir"]
    )


def test_ordinary_towns_come_from_geonames(reader: Reader) -> None:
    """A town that nobody curated, anywhere; the most likely first; nothing for what is no town."""
    djibo = reader.atlas.towns("Djibo")[0]
    assert (djibo.country, djibo.origin) == ("BF", "geonames")
    assert distance_km(djibo.lon, djibo.lat, -1.63, 14.1) < 10
    assert reader.atlas.towns("Nosuchtownanywhere") == []


def test_capitals_are_known(reader: Reader) -> None:
    """They speak for their governments in the press."""
    places = reader.atlas.gazetteer.places
    assert all(reader.atlas.is_capital(places[id]) for id in ("baghdad", "damascus", "amman", "beirut"))
    assert not any(reader.atlas.is_capital(places[id]) for id in ("erbil", "aleppo", "harir"))


def test_a_town_of_one_article_stands_for_no_province_in_the_next(gazetteer: Gazetteer) -> None:
    """What is found by name in one article must not change how another is read, whichever comes first."""
    province = next(p for p in gazetteer.places.values() if p.id == "iq-nineveh")
    atlas = Atlas(gazetteer)
    atlas.keep(msgspec.structs.replace(province, id="geonames:1", name="Ninive", kind="town", admin1="XX-1"))
    assert atlas.place("geonames:1").name == "Ninive"
    assert "XX-1" not in atlas.governorates
