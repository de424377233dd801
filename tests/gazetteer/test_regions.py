"""Regions as users write them, and which side of a border the delicate places are on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geomap import boundaries
from geomap.errors import DataError, UsageError
from geomap.filters import Area
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.admin import Regions, resolve_region
from geomap.gazetteer.areas import Areas, bare_key, in_english
from geomap.model import Incident, Place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def regions(gazetteer: Gazetteer) -> Regions:
    return Regions(gazetteer)


SPELLINGS = [
    ("Deir ez-Zor", "SY-DY"), ("deir ezzor", "SY-DY"), ("دير الزور", "SY-DY"), ("SY-DY", "SY-DY"), ("sy-dy", "SY-DY"),
    ("Deir ez-Zor province", "SY-DY"), ("محافظة دير الزور", "SY-DY"), ("Deir Ezor", "SY-DY"), ("Syria", "SY"),
    ("SY", "SY"), ("syr", "SY"), ("سوريا", "SY"), ("Ukraine", "UA"), ("Kharkiv region", "UA-63"),
    ("Kharkiv Oblast", "UA-63"), ("Mali", "ML"), ("Anbar", "IQ-AN"), ("الأنبار", "IQ-AN"), ("North Kivu", "CD-NK"),
    ("Kurdistan Region", "kurdistan-region"), ("conoco-field", "conoco-field"), ("al-Omar", "al-omar-field"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "id"), SPELLINGS)
def test_a_region_answers_to_its_usual_names(regions: Regions, text: str, id: str) -> None:
    """Codes, names in two scripts and several spellings; "Deir ez-Zor" asked for as a region is the governorate."""
    assert regions.resolve(text).id == id


def test_an_unknown_region_offers_the_nearest(regions: Regions) -> None:
    """A typo is a wrong call (exit code 2) with the right names."""
    with pytest.raises(UsageError, match=r"did you mean .*Latakia"):
        regions.resolve("Latatakia")
    with pytest.raises(UsageError, match="geomap regions"):
        regions.resolve("Xyzzyq")


def test_members_are_codes(regions: Regions) -> None:
    """The Kurdistan Region is its four governorates, so that membership needs no polygon."""
    codes = {code for area in regions.resolve("Kurdistan Region").areas for code in area.admin1}
    assert codes == {"IQ-AR", "IQ-DA", "IQ-SU", "IQ-HA"}


def test_every_listed_region_has_a_shape_or_codes(regions: Regions) -> None:
    """`geomap regions` lists nothing that a query could not answer."""
    listed = list(regions.all())
    assert len(listed) >= 60
    for answer in listed:
        assert answer.areas
        for area in answer.areas:
            assert area.has_codes or area.outline is not None or area.circle is not None, answer.id


def test_a_border_region_follows_the_border(gazetteer: Gazetteer, regions: Regions) -> None:
    """The "Syria-Iraq border" is a strip along it: al-Qaim is inside, Baghdad is not."""
    from shapely import Point

    strip = next(r for r in gazetteer.regions.values() if r.buffer and set(r.buffer.border) == {"SY", "IQ"})
    shape = regions.of(strip.id).geometry()
    assert shape.contains(Point(41.05, 34.38))
    assert not shape.contains(Point(44.36, 33.31))


# --- membership: the gazetteer's own fields, which the outlines must not overrule -----------------------------


def incident_at(here: Place) -> Incident:
    """An incident at a place of the gazetteer."""
    return Incident(
        id="i", slug="i", title="t", kind="attack", status="reported", place_id=here.id, country=here.country,
        admin1=here.admin1, lon=here.lon, lat=here.lat, radius_km=here.radius_km, precision="site", point_is="site",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "country"), [("tower-22", "JO"), ("rukban", "SY"), ("tanf", "SY"), ("kharab-al-jir", "SY")]
)
def test_delicate_places_lie_where_they_lie(
    gazetteer: Gazetteer, regions: Regions, place: str, country: str
) -> None:
    """Tower 22 is in Jordan, Rukban in Syria: whoever asks for the other country must not get them."""
    from geomap.filters import Answer

    here = gazetteer.places[place]
    incident = incident_at(here)
    assert here.country == country
    answers = {
        code: max(a.answer(incident) for a in regions.resolve(code).areas) for code in ("SY", "JO", "IQ")
    }
    assert answers == {code: Answer.CERTAIN if code == country else Answer.NO for code in ("SY", "JO", "IQ")}


@pytest.mark.parametrize(
    ("region", "place"),
    [
        ("Odesa Oblast", "zatoka"),  # on the coast, within the outlines' error
        ("Crimea", "feodosia"),
        ("Ituri", "bunia"),  # no outline
        ("northern Mali", "menaka"),  # in divisions younger than the outlines
        ("South Kordofan", "kadugli"),
    ],
)
def test_a_division_answers_with_the_places_in_it(
    gazetteer: Gazetteer, regions: Regions, region: str, place: str
) -> None:
    """Near the edge of an outline a point alone is only possible; the place's own code is certain."""
    from geomap.filters import Answer

    incident = incident_at(gazetteer.places[place])
    assert max(area.answer(incident) for area in regions.resolve(region).areas) == Answer.CERTAIN


def test_sevastopol_answers_ukraine(gazetteer: Gazetteer) -> None:
    """Crimea is Ukraine's by UN usage, whoever holds the ground; also through GeoNames and the outlines."""
    from geomap.gazetteer.search import Search

    found = Search(gazetteer).lookup("Sevastopol")
    assert found[0].place.country == "UA"
    at = boundaries.country_at(33.52, 44.6)
    assert at is not None
    assert at.code == "UA"


# --- files ----------------------------------------------------------------------------------------------------


def polygon(tmp_path: Path, data: object) -> str:
    path = tmp_path / "my area.geojson"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return f"@{path}"


SQUARE = {"type": "Polygon", "coordinates": [[[40, 35], [41, 35], [41, 36], [40, 36], [40, 35]]]}


def test_polygons_of_a_file(tmp_path: Path) -> None:
    """A feature collection, a feature or a bare geometry all do; parts are joined."""
    feature = {"type": "Feature", "properties": {}, "geometry": SQUARE}
    for data in (SQUARE, feature, {"type": "FeatureCollection", "features": [feature, feature]}):
        answer = resolve_region(polygon(tmp_path, data))
        assert answer.geometry().bounds == (40, 35, 41, 36)
        assert isinstance(answer.areas[0], Area)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{", "not GeoJSON"),
        ({"type": "Point", "coordinates": [1, 2]}, "no polygons"),
        ({"type": "Polygon", "coordinates": [[[1, 2]]]}, "broken"),
        ({"type": "Polygon", "coordinates": [[[4e6, 3e6], [5e6, 3e6], [5e6, 4e6], [4e6, 3e6]]]}, "EPSG:4326"),
        ([], "no polygons"),
    ],
)
def test_a_file_without_polygons_is_bad_data(tmp_path: Path, data: object, said: str) -> None:
    """A wrong file is one line that says what is wrong with it."""
    with pytest.raises(DataError, match=said):
        resolve_region(polygon(tmp_path, data))


def test_a_missing_file_is_a_wrong_call() -> None:
    """@FILE that is not there is exit code 2."""
    with pytest.raises(UsageError, match="cannot read"):
        resolve_region("@/nowhere.geojson")


# --- the world ------------------------------------------------------------------------------------------------


def test_areas_of_the_world_are_found_by_name(gazetteer: Gazetteer) -> None:
    """Countries come before divisions of the same name, and what is curated is not there twice."""
    areas = Areas(gazetteer)
    assert [place.id for place in areas.find("Georgia")][:2] == ["area:GE", "area:US-GA"]
    assert areas.find("Syria") == []
    assert areas.by_code["SY"].id == "syria"
    assert areas.by_code["SY-DY"].origin == "curated"
    assert areas.by_code["UA-63"].admin1 == "UA-63"
    assert areas.find("Nowhereland") == []


ARABIC_DIVISIONS = [
    ("ولاية بورنو", "NG-BO"), ("زمفارا", "NG-ZA"), ("تمبكتو", "ML-6"), ("تيلابيري", "NE-6"),
    ("إيتوري", "CD-IT"), ("جونقلي", "SS-JG"), ("أوروميا", "ET-OR"), ("واجير", "KE-46"),
    ("ساغاينغ", "MM-01"), ("مقاطعة سومي", "UA-59"), ("مقاطعة كييف", "UA-32"), ("بيلغورود", "RU-BEL"),
    ("باشكورتوستان", "RU-BA"), ("ديار بكر", "TR-21"), ("سيونيك", "AM-SU"), ("سينالوا", "MX-SIN"), ("كاوكا", "CO-CAU"),
    ("البنغال الغربية", "IN-WB"), ("ماغوينداناو", "PH:Maguindanao"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "id"), ARABIC_DIVISIONS)
def test_divisions_outside_the_arab_world_answer_to_their_arabic_names(
    gazetteer: Gazetteer, text: str, id: str
) -> None:
    """ "قتل 12 شخصا في ولاية زمفارا" is known no nearer than Nigeria's north-west without the state's Arabic name."""
    assert [place.area_id for place in Areas(gazetteer).find(text)] == [id]


AMBIGUOUS = [
    ("ولاية النيجر", "NG-NI"), ("دلتا", "NG-DE"), ("غزة", "MZ-G"), ("شان", "MM-17"), ("ولاية الوحدة", "SS-UY"),
    ("الشمال", "CM-NO"), ("بورصة", "TR-16"), ("فلاديمير", "RU-VLA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "id"), AMBIGUOUS)
def test_arabic_words_and_other_places_are_no_divisions_abroad(
    gazetteer: Gazetteer, text: str, id: str
) -> None:
    """Nigeria's Niger is the country, Mozambique's Gaza the Strip, Bursa the stock exchange, Vladimir a man."""
    assert id not in [place.area_id for place in Areas(gazetteer).find(text)]


def test_division_words_and_french_directions() -> None:
    """Articles write "Kharkiv region" and "North Kivu" where the outlines have "Oblast" and "Nord-Kivu"."""
    assert (
        bare_key("Kharkiv region") == bare_key("Kharkiv Oblast") == bare_key("oblast of Kharkiv") == "kharkiv"
    )
    assert in_english("Nord-Kivu") == "North Kivu"
    assert in_english("Norfolk") == "Norfolk"


def test_a_division_younger_than_the_outlines_is_a_circle(gazetteer: Gazetteer) -> None:
    """South Kordofan's code decides; on a map a circle stands for the outline that is lacking."""
    answer = resolve_region("South Kordofan", gazetteer)
    assert answer.id == "SD-KS"
    assert answer.areas[0].admin1 == {"SD-KS"}
    assert answer.geometry().area > 0
    assert "no outline" in answer.note
