"""Names as they stand in sentences: a quarter of a city, a town in a province, a side of a place."""

from __future__ import annotations

import pytest

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.kindwords import KindWords
from geomap.gazetteer.search import Search
from geomap.geocoders.describe import describe


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(Gazetteer.load())


# What a sentence says, and the place that it means.
PHRASES = [
    ("Silwan neighborhood of East Jerusalem", "silwan"),
    ("the Shujaiya neighbourhood of Gaza City", "shujaiya"),
    ("Gaza City's Shujaiya neighborhood", "shujaiya"),
    ("حي الشجاعية شرق غزة", "shujaiya"),
    ("the town of Khiam in Nabatieh governorate", "khiam"),
    ("the town of Azaz in Aleppo province", "azaz"),
    ("Azaz in northern Aleppo", "azaz"),
    ("Kharkiv's Saltivskyi district", "saltivskyi-district"),
    ("Donetsk Oblast's Toretsk", "toretsk"),
    ("central Gaza", "gaza-strip"),
    ("Pokrovsk direction", "pokrovsk"),
    ("Haret Hreik", "haret-hreik"),
    ("Wad Nubawi", "wad-nubawi"),
    ("Sheikh Jarrah", "sheikh-jarrah"),
    ("Hodan district", "hodan"),
    ("Dasht-e-Barchi", "dasht-e-barchi"),
    ("Carrefour-Feuilles", "carrefour-feuilles"),
    ("Sanaa's international airport", "sanaa-airport"),
    ("the civil airport at Erbil", "erbil-airport"),
    ("مطار السليمانية الدولي", "sulaymaniyah-airport"),
    ("قاعدة بلماخيم الجوية", "palmachim"),
    ("بالمقدادية", "muqdadiyah"),
    ("للقصير", "al-qusayr"),
    ("Niger State", "area:NG-NI"),
    ("State of Mexico", "area:MX-MEX"),
    ("Adamawa State", "area:NG-AD"),
    ("River Nile State", "area:SD-NR"),
    ("Tunis", "geonames:2464470"),
    ("Sloviansk", "sloviansk"),
    ("Diffa airport", "diffa-airport"),
    ("Lamu island", "lamu"),
    ("the Gulf", "persian-gulf"),
]


@pytest.mark.parametrize(("text", "place"), PHRASES)
def test_phrases_name_their_place(search: Search, text: str, place: str) -> None:
    """The words around a name say what it is and in what it lies, and do not hide it."""
    found = search.lookup(text)
    assert found, f"nothing for {text}"
    assert found[0].place.id == place
    assert not found[0].near


def test_a_place_that_is_elsewhere_is_not_in_the_whole(search: Search) -> None:
    """Azaz is not in Basra: where the whole speaks against every place of the name, there is no answer."""
    assert search.lookup("the town of Azaz in Basra province") == []


def test_the_longest_words_for_a_kind_come_off() -> None:
    """Words for a kind may be three: "Mangu Local Government Area" is Mangu."""
    split = KindWords(Gazetteer.load().kinds.values()).split("Mangu Local Government Area")
    assert split.core == "Mangu" and split.kinds == {"district"}


def test_a_name_of_two_countries_says_so(search: Search) -> None:
    """Savanes Region is in Togo and in Côte d'Ivoire: unsure, and it names the other."""
    both = describe(search.lookup("Savanes Region"), search.gazetteer)
    assert both["confidence"] == "low"
    assert "as likely" in both["reason"] and "Togo" in both["reason"]
    one = describe(search.lookup("Savanes Region, Togo"), search.gazetteer)
    assert one["country"] == "TG" and "as likely" not in one["reason"]


@pytest.mark.parametrize(("name", "meant", "country"), [
    ("Sloviansk Donetsk Oblast", "Sloviansk", "UA"),
    ("Bakhmut Donetsk region", "Bakhmut", "UA"),
    ("Kadugli South Kordofan", "Kadugli", "SD"),
    ("Baidoa Bay region Somalia", "Baidoa", "SO"),
    ("Balad Somalia", "Balad", "SO"),  # alone it is the town in Iraq
    ("Bara North Kordofan", "Bara", "SD"),
    ("Marawi Lanao del Sur Philippines", "Marawi", "PH"),
    ("Hawija Kirkuk province", "Hawija", "IQ"),
    ("كادقلي جنوب كردفان", "Kadugli", "SD"),
    ("بيجي محافظة صلاح الدين", "Baiji", "IQ"),
    # Names of their own, though a part of them is an area.
    ("Upper Nile", "Upper Nile", "SS"),
    ("Kursk Oblast", "Kursk Oblast", "RU"),
    ("Gaza City", "Gaza City", "PS"),
    ("New York", "New York City", "US"),
    ("South Sudan", "South Sudan", "SS"),
    ("Guinea Bissau", "Guinea-Bissau", "GW"),
])  # fmt: skip
def test_an_area_behind_a_name_needs_no_comma(search: Search, name: str, meant: str, country: str) -> None:
    """The town of that name inside that area; not where the whole is a name."""
    place = search.lookup(name, limit=1)[0].place
    assert (place.name, place.country) == (meant, country)


@pytest.mark.parametrize("name", ["Zorpastan Donetsk Oblast", "Kherson Mali", "Bakhmut Kordofan"])
def test_a_name_is_not_found_in_an_area_where_it_is_not(search: Search, name: str) -> None:
    """Neither the area for an unknown town, nor the town in another area."""
    assert search.lookup(name) == []


@pytest.mark.parametrize(("name", "country", "found"), [
    ("Torkham", "AF", True),  # curated in Pakistan, on the border
    ("Scarborough Shoal", "PH", True),  # of no country
    ("Second Thomas Shoal", "CN", True),
    ("Torkham", "IR", False),
    ("Peshawar", "AF", False),  # 40 km from the border
    ("Kharkiv", "RU", False),
])  # fmt: skip
def test_a_place_at_the_border_is_found_for_both_countries(
    search: Search, name: str, country: str, found: bool
) -> None:
    """A country given beside a name leaves out what lies elsewhere, not what lies across the road or is disputed."""
    assert (name in [c.place.name for c in search.lookup(name, country=country)]) is found
