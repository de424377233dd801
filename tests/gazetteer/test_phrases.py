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
