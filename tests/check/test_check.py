"""`gazetteer check`: every rule finds its fault, at its line, and says what to do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.check import check_gazetteer
from geomap.check.checkable import rests_on, says_where
from geomap.errors import DataError
from tests.fixtures.process import ROOT

BROKEN = ROOT / "tests" / "fixtures" / "gazetteer-broken"

# folder, named for its fault: line, level, what is said
FAULTS: dict[str, tuple[int, str, str]] = {
    "actor-circle": (6, "error", "part_of leads back to itself"),
    "actor-country-unknown": (6, "error", "country 'ZQ' is no ISO 3166-1"),
    "actor-kind-unknown": (4, "error", "Invalid enum value 'gang'"),
    "actor-without-a-source": (1, "warning", "no sources and no wikidata id"),
    "admin1-is-no-code": (12, "error", "'SY-Deir ez-Zor' is no ISO 3166-2 code"),
    "admin1-missing": (11, "warning", "no admin1, so no question for a division finds it; give 'SY-DY'"),
    "admin1-of-another-country": (12, "error", "'IQ-AN' is not of country 'SY'"),
    "admin1-without-outline": (12, "warning", "neither an outline nor divisions.tsv has admin1 'SY-QQ'"),
    "article-about-something-else": (17, "error", "an article about something else, 'Euphrates'"),
    "backer-unknown": (7, "error", "backed_by: there is no 'nobody'"),
    "country-unknown": (11, "error", "no ISO 3166-1"),
    "date-is-no-date": (18, "error", "'spring 2019' is no date"),
    "dates-in-wrong-order": (18, "error", "ends 2017, before it starts 2019-05"),
    "distance-not-borne-out": (18, "error", "but the coordinates are 0 km"),
    "estimate-from-nothing": (17, "error", "the point is estimated, and from nothing"),
    "estimate-alone": (17, "warning", "an estimate of our own, which nobody can check; add what a page says"),
    "estimate-held-for-sure": (20, "error", "the point is only estimated"),
    "estimate-without-a-record": (19, "error", "no source says from which record"),
    "extent-below-zero": (14, "error", "extent_km is -1"),
    "far-from-a-division-without-outline": (7, "error", "km from the middle of Jammu and Kashmir"),
    "field-unknown": (21, "error", "unknown field 'aliases'"),
    "geometry-is-no-point": (2, "error", "not a Point of [lon, lat]"),
    "holder-unknown": (18, "error", "held_by: there is no 'nobody'"),
    "id-is-no-slug": (6, "error", "not a slug"),
    "id-missing": (1, "error", "no id; give it one"),
    "id-twice": (25, "error", "also at sy.geojson:4"),
    "key-twice": (1, "error", "the key 'name' is there twice"),
    "kind-unknown": (10, "error", "'spaceport' is not in kinds.toml; did you mean airport"),
    "lexicon-is-no-toml": (2, "error", "not TOML"),
    "lexicon-of-another-language": (1, "error", "lang is 'en' in ar.toml"),
    "lexicon-word-twice": (7, "warning", "'salvo' stands twice in triggers.launch.nouns"),
    "lon-lat-swapped": (7, "error", "lon comes first"),
    "name-in-wrong-script": (9, "error", "Latin script, which lang 'ar'"),
    "name-not-nfc": (22, "error", "not in normal form"),
    "name-twice": (9, "warning", "'Testville' is there twice"),
    "names-collide": (34, "error", "'al-Test-ville' is also one of deir-ez-zor-x"),
    "nothing-says-where": (16, "warning", "no source says where the point is from; add the coordinates"),
    "near-duplicates": (26, "warning", "within 1 km of deir-ez-zor-x"),
    "no-sources": (17, "error", "no sources"),
    "not-a-collection": (1, "error", "not a FeatureCollection"),
    "not-json": (4, "error", "not JSON"),
    "not-toml": (3, "error", "not TOML"),
    "not-utf8": (2, "error", "not UTF-8"),
    "only-earlier-research": (17, "error", "set confidence low and widen radius_km"),
    "overlay-extend-contradicts": (
        10,
        "error",
        "extend says radius_km is 77, but it is 5; use correct to replace it",
    ),
    "overlay-name-is-taken": (
        16,
        "error",
        "the name 'Deir ez-Zor' is also one of deir-ez-zor (geomap's own)",
    ),
    "overlay-of-nothing": (9, "error", "extend of 'abu-kamil', which is not there"),
    "overlay-op-unknown": (9, "error", "op is 'amend'"),
    "overlay-retire-says-more": (10, "warning", "does not read name"),
    "part-of-itself": (14, "error", "part_of: points at itself"),
    "part-of-unknown": (17, "error", "part_of: there is no 'nowhere'"),
    "point-in-another-country": (7, "error", "the point is in Iraq (IQ)"),
    "point-in-another-division": (7, "error", "the point is in Deir ez-Zor (SY-DY)"),
    "point-in-the-sea": (7, "error", "the open sea"),
    "radius-is-huge": (13, "warning", "more than the 50 that a city can bear"),
    "radius-is-text": (13, "error", "Expected `float`, got `str`"),
    "radius-is-zero": (13, "error", "radius_km is 0"),
    "radius-missing": (4, "error", "missing required field `radius_km`"),
    "region-circle-unknown": (5, "error", "circle: there is no place 'nowhere'"),
    "region-member-unknown": (5, "error", "there is no 'atlantis'"),
    "region-with-two-shapes": (6, "error", "has members and bbox"),
    "region-without-shape": (1, "error", "has no shape"),
    "source-is-a-search": (18, "error", "a search is no source; name the record that it finds"),
    "source-without-licence": (1, "error", "no licence"),
    "statement-from-nowhere": (18, "error", "'no-such-place' is nothing to measure from"),
    "statement-out-of-reach": (18, "error", "km before; mend the point, or widen radius_km"),
    "statement-unreadable": (18, "error", "a statement that does not say from what"),
    "worklist-without-a-country": (11, "error", "give its code, or move it"),
    "worklist-without-a-point": (4, "error", "no point; give"),
    "wrong-file": (11, "error", "move it to iq.geojson"),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_each_fault_is_found_where_it_stands(fault: str) -> None:
    """The curator gets file, line, what is wrong and what to do: nothing to search for."""
    line, level, said = FAULTS[fault]
    findings = check_gazetteer(BROKEN / fault)
    assert any(f.line == line and f.level == level and said in str(f) for f in findings), list(
        map(str, findings)
    )
    assert all(f.advice and f.file.is_file() for f in findings)


def test_there_is_a_fixture_for_each_rule_and_a_rule_for_each_fixture() -> None:
    """A broken folder that no test reads would be a rule that nobody checks."""
    assert {folder.name for folder in BROKEN.iterdir()} == set(FAULTS)


def test_the_curated_gazetteer_has_no_errors() -> None:
    """What geomap ships passes its own check, and says of each point where it is from."""
    findings = check_gazetteer()
    assert [str(f) for f in findings if f.level == "error"] == []
    assert [str(f) for f in findings if "where the point is from" in f.what] == []


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ('Wikipedia "Camp Lemonnier" 11.5436°N 43.1486°E', True),
        ("Wikipedia \"Haret Hreik\" 33°51'N 35°31'E (to the minute)", True),
        ('Wikipedia (fr) "Boni (Mali)" 15.075,-2.221', True),
        ('Wikipedia "Red Sea" 22N 38E', True),
        ("GeoNames 3690010 (Amalfi; CC BY 4.0)", True),
        ("point estimated: 4 km NE of Zummar (GeoNames 97025)", True),
        ('stated: 4 km NE of Zummar (geomap zummar): Rudaw "Zummar shelled"', True),
        ("stated: 4 km NE of Zummar (geomap zummar)", False),  # by which page?
        ("stated: 4 km NE of Zummar (geomap zummar): rudaw.net", False),  # somewhere on a site
        ("stated: 4 km NE of Zummar (geomap zummar): Rudaw 2017-10-25", True),
        ('stated: in the north of Zummar: Rudaw "Zummar shelled"', False),
        ("OurAirports runway ends, LTAG", True),
        ("OurAirports SO-0017 (Afmadow Airport, 3 km NW) as a check", True),
        ("MIMU place codes 202374 and 202375 (Nam Neint West and East, Pinlaung)", True),
        ("Natural Earth outlines of Hiraan and Middle Shabelle (public domain), centroid", True),
        ('Wikipedia "2021 Kabul airport attack"', False),  # a year is no coordinate
        ("Enab Baladi 2022-09: some 45 km from Palmyra on the road to Salamiyah", False),
        ("point estimated: 12 km S of the town", False),
        ("MIMU place codes: village tract Tha Yet Ta Pin, Kyauktaw", False),
        ("ISO 3166-2 RU-MOS", False),
        ("the city's outline as the army drew it", False),
    ],
)
def test_a_source_leads_to_the_coordinate_or_not(said: str, leads: bool) -> None:
    """Numbers, a record or an outline that anybody finds; not a date, a code that has no point, a bare distance."""
    assert says_where(said) is leads


@pytest.mark.parametrize(
    ("said", "reached"),
    [
        ("15 km N of", True),  # the point is the town's own, the circle 15 km
        ("20 km N of", True),  # by road
        ("30 km N of", False),
        ("14 km of", True),
        ("40 km of", False),
        ("near", True),
    ],
)
def test_what_a_page_says_lies_within_the_circle(tmp_path: Path, said: str, reached: bool) -> None:
    """The radius of a point that rests on a page's words holds the spot that the words name."""
    feature = json.loads((BROKEN / "statement-out-of-reach" / "places" / "sy.geojson").read_text("utf-8"))
    (one,) = feature["features"]
    where = f"{said} Deir ez-Zor (GeoNames 170794; CC BY 4.0)"
    one["properties"] |= {"radius_km": 15, "sources": [f'stated: {where}: Wikipedia "Testville"']}
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "sy.geojson").write_text(json.dumps(feature), encoding="utf-8")
    assert any("radius_km ends" in f.what for f in check_gazetteer(tmp_path)) is not reached


@pytest.mark.parametrize(
    ("sources", "ground"),
    [
        (['stated: near Zummar (GeoNames 97025): Rudaw "X"', "GeoNames 97026 (CC BY 4.0)"], "a record"),
        (['Wikipedia "Zummar" 36.6°N 42.6°E'], "stated coordinates"),
        (['stated: near Zummar (GeoNames 97025): Rudaw "X"', "point estimated: 4 km NE of Zummar (GeoNames 97025)"],
         "a page's words, from a record"),
        (["point estimated: 4 km NE of Zummar (GeoNames 97025)", "OurAirports ORBM as a check"],
         "an estimate, from a record"),
    ],
)  # fmt: skip
def test_the_best_source_is_what_a_point_rests_on(sources: list[str], ground: str) -> None:
    """An estimate beside a record counts by the record, and a record that only checks is no source of the point."""
    assert rests_on(sources) == ground


@pytest.mark.parametrize(
    ("kind", "country", "point", "told"),
    [
        ("town", "UA", [30.45, 46.3], "give 'UA-51'"),
        ("airbase", "LY", [15.0, 32.3], "give its ISO 3166-2 code, or null"),  # the outlines know no code
        ("village", "AF", [69.98, 33.02], "give its ISO 3166-2 code"),  # near a border that is not sure
        ("river", "UA", [30.45, 46.3], None),
        ("island", "UA", [30.45, 46.3], None),
        ("gasfield", "IL", [33.0, 33.0], None),  # at sea
        ("town", "XK", [20.7, 42.9], None),  # no division of the country has a code
    ],
)
def test_a_place_on_land_says_its_division(
    tmp_path: Path, kind: str, country: str, point: list[float], told: str | None
) -> None:
    """Who asks for an oblast must get its towns; a river, an island and a field at sea need not lie in one."""
    feature = json.loads((BROKEN / "admin1-missing" / "places" / "sy.geojson").read_text(encoding="utf-8"))
    (one,) = feature["features"]
    one["geometry"]["coordinates"] = point
    one["properties"] |= {"kind": kind, "country": country}
    (tmp_path / "places").mkdir()
    file = tmp_path / "places" / f"{country.lower()}.geojson"
    for said_none in ({}, {"admin1": None}):
        one["properties"] |= said_none
        file.write_text(json.dumps(feature), encoding="utf-8")
        said = [str(f) for f in check_gazetteer(tmp_path) if "no admin1" in f.what]
        assert bool(said) == (told is not None and not said_none), said
        assert not said or (told is not None and told in said[0])


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Mending one fault at a time, with a run between, is what a check must not ask for."""
    (tmp_path / "places").mkdir()
    faults = ("radius-is-zero", "kind-unknown", "not-json")
    for number, fault in enumerate(faults):
        shutil.copy(BROKEN / fault / "places" / "sy.geojson", tmp_path / "places" / f"s{number}.geojson")
    said = "\n".join(map(str, check_gazetteer(tmp_path)))
    for words in ("radius_km is 0", "'spaceport'", "not JSON", "the id is also at"):
        assert words in said


def test_an_overlay_is_checked_on_top_of_what_it_changes() -> None:
    """Parts of records are no faults in an overlay, and it may refer to geomap's own places."""
    assert check_gazetteer(ROOT / "tests" / "fixtures" / "gazetteer-overlay") == []


@pytest.mark.parametrize("where", ["missing", "empty"])
def test_a_folder_without_a_gazetteer_is_said(tmp_path: Path, where: str) -> None:
    """A mistyped folder must not pass as "0 errors"."""
    folder = tmp_path / where
    if where == "empty":
        folder.mkdir()
    with pytest.raises(DataError, match=r"no such gazetteer folder|no gazetteer in this folder"):
        check_gazetteer(folder)


VALUES = st.sampled_from(
    [None, True, -1, 0, float("nan"), "", [], {}, [[]], {"a": None}, "x" * 3000, "\u202e"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_value_makes_the_check_fall_over(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever a hand, a merge or a script leaves in a file, the curator gets findings, not a traceback."""
    feature = json.loads((BROKEN / "near-duplicates" / "places" / "sy.geojson").read_text(encoding="utf-8"))[
        "features"
    ][0]
    properties = feature["properties"] | {
        "held_by": [{"actor": "france", "start": "2017"}],
        "near": ["mosul"],
    }
    inside = [feature, feature["geometry"], properties, properties["names"][0], properties["held_by"][0]]
    feature["properties"] = properties
    for _ in range(data.draw(st.integers(1, 3))):
        target = data.draw(st.sampled_from(inside))
        target[data.draw(st.sampled_from(sorted(target)))] = data.draw(VALUES)
    (tmp_path / "places").mkdir(exist_ok=True)
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    (tmp_path / "places" / "sy.geojson").write_text(text, encoding="utf-8")
    for finding in check_gazetteer(tmp_path):
        assert finding.advice


def test_codebooks_of_datasets_are_checked(tmp_path: Path) -> None:
    """An actor that is not there, a pattern that is none, a kind that nobody knows: by file and line."""
    from geomap.gazetteer.data import data_dir

    folder = tmp_path / "datasets"
    folder.mkdir()
    whole = (data_dir() / "datasets" / "ucdp.toml").read_text(encoding="utf-8")
    (folder / "ucdp.toml").write_text(
        whole.replace('"islamic-state"', '"islamic-stat"').replace("Government of (", "Government of ((")
    )
    (folder / "acled.toml").write_text(whole.replace('kind = "attack"', 'kind = "atack"'))
    (tmp_path / "sources.toml").write_text("")
    found = {(one.file.name, one.what) for one in check_gazetteer(tmp_path) if one.file.parent == folder}
    assert any(name == "ucdp.toml" and "no actor 'islamic-stat'" in what for name, what in found), found
    assert any(name == "ucdp.toml" and what.startswith("[names]") for name, what in found), found
    assert any(name == "acled.toml" and "atack" in what for name, what in found), found
