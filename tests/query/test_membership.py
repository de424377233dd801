"""Which country a place is in: where maps disagree, the curated answer counts."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import geomap
from geomap.model import Incident
from geomap.query import select
from geomap.query.areas import find_place
from geomap.query.membership import Membership
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


ASKED = ("Syria", "Iraq", "Kurdistan Region")


def kept(gazetteer: geomap.Gazetteer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Incident]:
    """The file of what was found of one place, and an incident there."""
    usual = Membership.__dict__["_file"].func
    monkeypatch.setattr(Membership, "_file", property(lambda asked: folder / usual(asked).name))
    one = at(gazetteer, "Harir")
    first = Membership(gazetteer, ASKED)
    assert first(one) == ("Iraq", "Kurdistan Region")
    first.keep()
    (file,) = folder.iterdir()
    return file, one


def test_answers_are_kept(
    gazetteer: geomap.Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run asks no outline: what is kept is what is said."""
    _, one = kept(gazetteer, tmp_path, monkeypatch)
    again = Membership(gazetteer, ASKED)
    monkeypatch.setattr(Membership, "_areas", {"asked again": ()})
    assert again(one) == ("Iraq", "Kurdistan Region")


def test_a_kept_file_is_never_believed_wrongly(
    gazetteer: geomap.Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut, changed in any byte, of another question under this name, or made by hand: decided anew, and kept anew."""
    file, one = kept(gazetteer, tmp_path, monkeypatch)
    whole = file.read_bytes()
    other = Membership(gazetteer, ("Syria",))
    other(one)
    other.keep()
    (of_another,) = {*tmp_path.iterdir()} - {file}
    lie = msgspec.msgpack.encode(dict.fromkeys(Membership(gazetteer, ASKED)._known, ("Syria",)))
    flipped = (
        bytes((*whole[:n], whole[n] ^ 1, *whole[n + 1 :])) for n in range(0, len(whole), len(whole) // 40)
    )
    for wrong in (b"", whole[:-1], whole[: len(whole) // 2], of_another.read_bytes(), lie, *flipped):
        file.write_bytes(wrong)
        asked = Membership(gazetteer, ASKED)
        assert asked(one) == ("Iraq", "Kurdistan Region")
        asked.keep()
        assert file.read_bytes() == whole
