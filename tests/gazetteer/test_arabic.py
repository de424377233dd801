"""Arabic names that nothing bears, or that look like a name of another language."""

from __future__ import annotations

import pytest

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(Gazetteer.load())


@pytest.mark.parametrize("name", [
    "الجيلي",  # a town north of Khartoum; "چیلی" is Chile in Kurdish
    "جيلي",
    "كرري شمالي",  # a part of Omdurman; "کرهٔ شمالی" is North Korea in Persian
    "كرومان",  # not "like Roman"
    "كازانة",
    "الحررية",  # Arabic doubles no letter in writing
])  # fmt: skip
def test_an_unknown_name_is_not_found(search: Search, name: str) -> None:
    """Few letters and no vowels: what lies one letter beside an unknown name is as a rule another."""
    assert search.lookup(name) == []


@pytest.mark.parametrize(("name", "country"), [
    ("چیلی", "CL"),
    ("آلمان", "DE"),
    ("تشيلي", "CL"),
    ("ئاندۆرا", "AD"),
    ("إلجين", "US"),  # the town of Elgin, not "the China"
    ("وبالرقة", "SY"),
    ("وليبيا", "LY"),
    ("ولبنان", "LB"),
    ("بحلب", "SY"),
    ("لكابول", "AF"),
    ("بالمقدادية", "IQ"),
    ("سلوفيانسسك", "UA"),
    ("كراماتورك", "UA"),
])  # fmt: skip
def test_names_that_are_found(search: Search, name: str, country: str) -> None:
    """Other languages' own letters, particles before a name that is well known, and slips in long names."""
    assert search.lookup(name, limit=1)[0].place.country == country
