"""Questions in words, as analysts ask them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import geomap
from geomap.errors import DataError, UsageError
from geomap.query import count_by, part_of, period, select
from tests.fixtures.stores import AL_OMAR, DEIR_EZ_ZOR, HARIR, NOWHERE, STORE, SYRIA


@pytest.fixture(scope="module")
def gazetteer() -> geomap.Gazetteer:
    """geomap's own."""
    return geomap.Gazetteer.load()


@pytest.mark.parametrize("name", ["Deir ez-Zor", "deir ezzor", "دير الزور", "SY-DY", "Dayr az-Zawr"])
def test_a_governorate_by_any_spelling(name: str, gazetteer: geomap.Gazetteer) -> None:
    """One question, five spellings: what is in it, and what may be because it is only known to be in Syria."""
    found = select(STORE, region=name, gazetteer=gazetteer)
    assert found.certain == (AL_OMAR, DEIR_EZ_ZOR)
    assert set(found.possible) == {SYRIA, NOWHERE}
    assert found.vague_place == 2


def test_countries_and_named_regions(gazetteer: geomap.Gazetteer) -> None:
    """A country holds what is known only to it; a region of governorates holds theirs."""
    assert set(select(STORE, region="Syria", gazetteer=gazetteer).certain) == {AL_OMAR, DEIR_EZ_ZOR, SYRIA}
    assert select(STORE, region="Kurdistan Region", gazetteer=gazetteer).certain == (HARIR,)
    both = select(STORE, region=["SY-DY", "Erbil"], gazetteer=gazetteer).certain
    assert set(both) == {AL_OMAR, DEIR_EZ_ZOR, HARIR}


def test_polygons_of_a_file(tmp_path: Path) -> None:
    """An analyst's own area, drawn in QGIS: the governorate overlaps it, the field lies inside."""
    ring = [[40.2, 34.9], [40.8, 34.9], [40.8, 35.3], [40.2, 35.3], [40.2, 34.9]]
    path = tmp_path / "area.geojson"
    path.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    found = select(STORE, region=f"@{path}")
    assert found.certain == (AL_OMAR,)
    assert set(found.possible) == {DEIR_EZ_ZOR, SYRIA, NOWHERE}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not GeoJSON"),
        ('{"type": "Point", "coordinates": [1, 2]}', "no polygons"),
        (
            '{"type": "Polygon", "coordinates": [[[400000, 4e6], [400001, 4e6], [400001, 5e6], [400000, 4e6]]]}',
            "degrees",
        ),
    ],
)
def test_a_broken_polygon_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    """A file that is no area must not silently mean nowhere."""
    (tmp_path / "area.geojson").write_text(text)
    with pytest.raises(DataError, match=message):
        select(STORE, region=f"@{tmp_path / 'area.geojson'}")


def test_near_a_place_and_a_point(gazetteer: geomap.Gazetteer) -> None:
    """`near` takes a name or lon,lat; the distance is geodesic."""
    assert AL_OMAR in select(STORE, near="al-Omar", km=30, gazetteer=gazetteer).certain
    assert select(STORE, near="44.3,36.53", km=2).certain == (HARIR,)


def test_time_windows() -> None:
    """A month known as such is possible in a week of it, certain in its year."""
    week = select(STORE, since="2024-02-03", until="2024-02-04")
    assert week.certain == (AL_OMAR, HARIR)
    assert DEIR_EZ_ZOR in week.possible and week.vague_date == 2
    assert DEIR_EZ_ZOR in select(STORE, since="2024", until="2024").certain
    assert period("2024-02") == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


@pytest.mark.parametrize(
    "text", ["2024-13", "2024-02-30", "yesterday", "24-02-04", "", "٢٠٢٤x", "99999", "0000"]
)
def test_no_such_day(text: str) -> None:
    """A date that does not exist is refused with the forms that do."""
    with pytest.raises(UsageError, match="2024, 2024-02 or 2024-02-04"):
        period(text)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"region": "Narniaa"}, "no region or place"),
        ({"kind": "atack"}, "did you mean attack"),
        ({"weapon": "dronne"}, "did you mean drone"),
        ({"status": "maybe"}, "one of reported"),
        ({"min_confidence": "hihg"}, "did you mean high"),
        ({"near": "Mosul"}, "--near needs --km"),
        ({"km": 5.0}, "give --near"),
        ({"near": "500,10", "km": 5.0}, "lon comes before lat"),
        ({"near": "Nowheresville", "km": 5.0}, "no place is called"),
        ({"bbox": (1.0, 5.0, 2.0, 4.0)}, "S below N"),
        ({"since": "2024-03", "until": "2024-02"}, "ends"),
    ],
)
def test_what_means_nothing_is_refused(words: dict[str, object], message: str) -> None:
    """A misspelt question must not look like one without answers."""
    with pytest.raises(UsageError, match=message):
        select(STORE, **words)


def test_off_map_statuses_are_left_out_unless_asked() -> None:
    """A threat is no attack."""
    assert "i-planned" not in {one.id for one in select(STORE).certain}
    assert [one.id for one in select(STORE, status="threatened").certain] == ["i-planned"]


def test_shown_is_in_the_order_of_the_store() -> None:
    """Certain and likely ones stand together by day, whatever made them so."""
    found = select(STORE, since="2024-02", until="2024-02-04")
    assert [one.id for one in found.shown(possible=True)] == ["i-dez", "i-harir", "i-omar", "i-syria"]
    assert [one.id for one in found.shown(certain=True)] == ["i-harir", "i-omar"]


def test_counts_add_up() -> None:
    """Each incident is counted once where a field has one value; several are said; unknown is a row."""
    by_country = count_by(STORE.incidents, "country")
    assert by_country.counts == (("SY", 4), ("IQ", 1), ("(not known)", 1))
    assert sum(number for _, number in by_country.counts) == by_country.total and not by_country.several
    by_attacker = count_by(STORE.incidents, "attacker")
    assert by_attacker.several and by_attacker.total == 6
    assert count_by(STORE.incidents, "month").counts == (("2024-02", 4), ("(not known)", 2))
    with pytest.raises(UsageError, match="did you mean weapon"):
        count_by(STORE.incidents, "wepon")


def test_counting_by_region(gazetteer: geomap.Gazetteer, tmp_path: Path) -> None:
    """Regions that are asked for, by the names that people call them; they overlap, and the sum is said."""
    (tmp_path / "box.geojson").write_text(
        '{"type":"Polygon","coordinates":[[[40,34.5],[41,34.5],[41,36],[40,36],[40,34.5]]]}'
    )
    asked = ["SY", "Deir ez-Zor", f"@{tmp_path}/box.geojson"]
    tally = count_by(STORE.incidents, "region", regions=asked, gazetteer=gazetteer)
    assert dict(tally.counts) == {"Syria": 4, "Deir ez-Zor Governorate": 2, "box": 1, "(in none of them)": 2}
    assert tally.total == 6 and tally.note == "an incident can count more than once: 9 counts of 6 incidents"
    named = dict(count_by(STORE.incidents, "region", gazetteer=gazetteer).counts)
    assert named["Kurdistan Region"] == 1 and named["Northeastern Syria"] == 2
    assert count_by(STORE.incidents, "kind").note == ""


def test_a_year_is_not_its_january() -> None:
    """An incident known to the year is counted as such, not in a month."""
    import msgspec

    one = msgspec.structs.replace(AL_OMAR, date_start=dt.date(2024, 1, 1), date_end=dt.date(2024, 12, 31))
    assert count_by([one], "month").counts == (("2024 (month not known)", 1),)
    assert count_by([one], "year").counts == (("2024", 1),)


def test_a_part_of_a_store_names_its_own_articles_only() -> None:
    """Who sends Harir to a colleague does not send the list of all that was read."""
    part = part_of(STORE, [HARIR])
    assert [entry.id for entry in part.articles] == ["a2"] and part.unplaced == ()
    assert part_of(STORE, STORE.incidents) is STORE


@pytest.mark.parametrize(
    "word", ["drone", "drones", "Drones", "UAV", "uavs", "quadcopter", "مسيرة", "مسيرات"]
)
def test_a_weapon_by_any_of_its_words(word: str, gazetteer: geomap.Gazetteer) -> None:
    """The plural, and every word that the lexicons have for it."""
    found = select(STORE, weapon=word, gazetteer=gazetteer)
    assert set(found.certain) == {AL_OMAR, HARIR}


@pytest.mark.parametrize(
    "words", [{"weapon": "bombs"}, {"weapon": "drove"}, {"kind": "drones"}, {"kind": "s"}]
)
def test_what_is_no_weapon_and_no_kind(words: dict[str, str], gazetteer: geomap.Gazetteer) -> None:
    """A bomb may be laid or dropped, and a weapon is no kind: it says what there is."""
    with pytest.raises(UsageError, match=r"no such (weapon|kind)"):
        select(STORE, gazetteer=gazetteer, **words)  # type: ignore[arg-type]


def test_a_kind_in_the_plural() -> None:
    """Clashes are what is of the kind clash."""
    assert select(STORE, kind="airstrikes").certain == select(STORE, kind="airstrike").certain != ()
