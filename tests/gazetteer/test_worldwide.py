"""Names from the news of all the world, each with a point read off a map: towns, regions, seas, in many languages."""

from __future__ import annotations

import csv
from pathlib import Path

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.geo import distance_km

LIST = Path(__file__).with_name("worldwide.csv")
FLOOR = 0.97  # of the names; 0.92 is wanted of names that nobody has looked at before


def test_names_of_the_news_are_found_by_themselves() -> None:
    """Whoever types a name of a war, in whatever spelling or script, gets the place that is meant."""
    search = Search(Gazetteer.load())
    rows = list(csv.DictReader(LIST.read_text(encoding="utf-8").splitlines()))
    missed = []
    for row in rows:
        found = search.lookup(row["name"], limit=1)
        place = found[0].place if found else None
        away = distance_km(place.lon, place.lat, float(row["lon"]), float(row["lat"])) if place else None
        if away is None or away > float(row["km"]):
            missed.append((row["name"], place and place.id, away))
    assert len(rows) > 500
    assert 1 - len(missed) / len(rows) >= FLOOR, missed


def test_a_wrong_alias_of_geonames_is_not_followed() -> None:
    """GeoNames gives Gedo the Arabic name of Middle Juba, its neighbour."""
    search = Search(Gazetteer.load())
    assert search.lookup("جوبا الوسطى", limit=1)[0].place.admin1 == "SO-JD"
    assert search.lookup("غيدو", limit=1)[0].place.admin1 == "SO-GE"


def test_a_weak_name_is_the_far_larger_city_elsewhere() -> None:
    """Without more, "Gaya" is the Indian city; with the country it is Niger's."""
    search = Search(Gazetteer.load())
    assert search.lookup("Gaya", limit=1)[0].place.country == "IN"
    assert search.lookup("Gaya, Niger", limit=1)[0].place.id == "gaya"
    second = search.lookup("Gaya", limit=2)[1]
    assert second.place.id == "gaya" and "far larger" in " ".join(second.reasons)
