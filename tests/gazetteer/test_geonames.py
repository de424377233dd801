"""The GeoNames index: opened without being felt, found in three scripts, near by distance."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap.gazetteer.geonames import GeoNames, compiled_path, radius_km
from geomap.gazetteer.geonames_build import arabic_name
from geomap.geo import distance_km
from geomap.text import fold_name


@pytest.fixture(scope="module")
def towns() -> GeoNames:
    return GeoNames.open()


def test_it_is_compiled_once(towns: GeoNames) -> None:
    """Opened again it is mapped as it lies, not made anew out of the data (how fast: tests/bench)."""
    before = compiled_path().stat()
    assert len(GeoNames.open()) == len(towns) > 200_000
    after = compiled_path().stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("name", "country", "lon", "lat"),
    [
        ("Kharkiv", "UA", 36.25, 49.98),
        ("Харків", "UA", 36.25, 49.98),
        ("El Fasher", "SD", 25.35, 13.63),
        ("الفاشر", "SD", 25.35, 13.63),
        ("N'Djamena", "TD", 15.04, 12.11),
        ("Port-au-Prince", "HT", -72.34, 18.54),
    ],
)
def test_towns_are_found_in_any_script(
    towns: GeoNames, name: str, country: str, lon: float, lat: float
) -> None:
    """Ordinary towns anywhere answer to the names that articles use."""
    place = towns.find(fold_name(name))[0]
    assert place.country == country
    assert place.origin == "geonames"
    assert distance_km(place.lon, place.lat, lon, lat) < 10


def test_homonyms_come_main_names_and_larger_places_first(towns: GeoNames) -> None:
    """All places of a name are given; the caller decides, from an order that never changes."""
    matches = towns.matches(fold_name("Tripoli"))
    assert [m.place.country for m in matches[:2]] == ["LY", "LB"]
    assert [m.main for m in matches] == sorted((m.main for m in matches), reverse=True)


@pytest.mark.parametrize("name", ["Xyzzyq", "", "swldw", "surudeu"])
def test_what_is_no_name_finds_nothing(towns: GeoNames, name: str) -> None:
    """Machine romanisations ("swldw" for سولدو), of which GeoNames is full, are not names."""
    assert towns.find(fold_name(name)) == []


def test_near_is_by_distance_and_complete(towns: GeoNames) -> None:
    """What lies around a point is all there, nearest first, also across the antimeridian."""
    found = towns.near(41.99, 36.9, 30)
    assert [km for km, _ in found] == sorted(km for km, _ in found)
    assert all(km <= 30 for km, _ in found)
    assert "Al Ya‘rubīyah" in [place.name for _, place in found]
    fiji = towns.near(-179.9, -16.8, 150)
    assert any(place.country == "FJ" and place.lon > 0 for _, place in fiji)


def test_a_box_gives_its_larger_places(towns: GeoNames) -> None:
    """The map's labels: all places of a size in a box, the largest first, none from outside."""
    found = towns.within(38.0, 33.0, 43.0, 37.5, people=100_000)
    assert "Deir ez-Zor" in {place.name for place in found}
    assert [p.population for p in found] == sorted((p.population or 0 for p in found), reverse=True)
    assert all(38 <= p.lon <= 43 and 33 <= p.lat <= 37.5 and (p.population or 0) >= 100_000 for p in found)
    assert len(towns.within(-180, -90, 180, 90, people=1_000_000)) > 300


@pytest.mark.parametrize(
    ("name", "arabic"),
    [("London", "لندن"), ("Tehran", "طهران"), ("Kyiv", "كييف"), ("Algiers", "الجزائر"), ("Isfahan", "أصفهان"),
     ("Karachi", "كراتشي"), ("Cairo", "القاهرة")],
)  # fmt: skip
def test_a_city_has_its_arabic_name(towns: GeoNames, name: str, arabic: str) -> None:
    """Not the Persian, Urdu, Kurdish or Uyghur one, which GeoNames keeps beside it without saying which is which."""
    first = towns.find(fold_name(name))[0]
    assert [each.text for each in first.names if each.lang == "ar"] == [arabic]


def test_a_name_that_only_others_write_is_no_arabic_one() -> None:
    """Nothing rather than a name in another language's letters."""
    assert arabic_name(["Лахор", "لاہور", "لَاہور", "ئۈرۈمچى", "LHE"]) == ""


def test_the_division_is_a_code_or_empty(towns: GeoNames) -> None:
    """A town's ISO 3166-2 code comes from a join that is sure, else it stays empty: never a foreign code."""
    assert towns.find(fold_name("Kharkiv"))[0].admin1 == "UA-63"
    assert towns.find(fold_name("Halabja"))[0].admin1 == "IQ-HA"
    assert all(
        p.admin1 is None or p.admin1.startswith(f"{p.country}-") for p in towns.find(fold_name("Santa Rosa"))
    )


@pytest.mark.parametrize(
    ("town", "admin1", "division"),
    [
        ("Bunia", "CD-IT", "Ituri"),
        ("Kadugli", "SD-KS", "South Kurdufan"),
        ("Garissa", "KE-07", "Garissa"),
        ("Ménaka", "ML-9", "Ménaka"),
        ("Anantnag", "IN-JK", "Jammu and Kashmir"),
        ("Zuwarah", "LY-NQ", "Nuqat al Khams"),
        ("Baalbek", "LB-BH", "Baalbek-Hermel"),  # the outlines give it to the Bekaa
        ("Cotabato", None, None),  # GeoNames' regions hold several of the outlines' provinces
    ],
)
def test_a_division_younger_than_the_outlines_is_told(
    towns: GeoNames, town: str, admin1: str | None, division: str | None
) -> None:
    """Who asks for Ituri or South Kordofan must get the towns of it, though no outline has it."""
    found = towns.find(fold_name(town))[0]
    assert (found.admin1, found.admin1_name) == (admin1, division)


def test_a_broken_index_is_compiled_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file cut short by a full disk does not stop geomap; it is noticed by its length."""
    whole = compiled_path().read_bytes()
    path = tmp_path / "geonames.bin"
    path.write_bytes(whole[:-1])
    monkeypatch.setattr("geomap.gazetteer.geonames.compiled_path", lambda: path)
    monkeypatch.setattr("geomap.gazetteer.geonames_build.build", lambda source: whole)
    assert len(GeoNames.open()) > 200_000
    assert path.read_bytes() == whole


def test_the_radius_grows_with_the_town() -> None:
    """2 km for a village, some kilometres for a city, never more than 15: a town is not a point."""
    assert radius_km(500) == 2.0
    assert 5 < radius_km(500_000) < 7
    assert radius_km(30_000_000) == 15.0
