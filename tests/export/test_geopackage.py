"""A GeoPackage shows the store as a GIS wants to see it: layers that agree with it, styles, a project, no clock."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import numpy as np
import pyogrio
import pyproj
import pytest
import shapely

from geomap import model
from geomap.export import export
from geomap.model import ActorRole
from geomap.store import read_store, write_store
from geomap.store.gpkg import geodesic
from tests.fixtures.stores import AL_OMAR, DEIR_EZ_ZOR, STORE, SYRIA, incident, report

ELLIPSOID = pyproj.Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the fixtures as a GeoPackage."""
    file = tmp_path_factory.mktemp("gpkg") / "the incidents & more.gpkg"
    export(STORE, file)
    return file


def layer(path: Path, name: str) -> Any:
    """A layer as GDAL reads it."""
    return pyogrio.read_dataframe(path, layer=name)


def days(values: Any) -> list[str]:
    """Days as ISO, nothing for unknown."""
    return ["" if value != value or value is None else str(value)[:10] for value in values]


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Rows of the database."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def test_the_layers_are_there_and_typed(path: Path) -> None:
    """GDAL lists them with their kinds; days are DATE, not text."""
    kinds = dict(pyogrio.list_layers(path))
    assert {name: kinds[name] for name in ("incidents", "incidents_undated", "places")} == dict.fromkeys(
        ("incidents", "incidents_undated", "places"), "Point"
    )
    assert (kinds["areas"], kinds["uncertainty"], kinds["arcs"]) == (
        "MultiPolygon", "MultiPolygon", "MultiLineString",
    )  # fmt: skip
    assert {"reports", "articles", "actors", "incident_reports"} <= set(kinds)
    for name, columns in {
        "incidents": ("date_start", "date_end"),
        "reports": ("date_start",),
        "articles": ("published",),
        "actors": ("first_day", "last_day"),
        "areas": ("first_day", "last_day"),
        "places": ("first_day", "last_day"),
        "uncertainty": ("date_start", "date_end"),
    }.items():
        types = {row[1]: row[2] for row in query(path, f"PRAGMA table_info({name})")}
        assert {types[column] for column in columns} == {"DATE"}, name


def test_undated_incidents_have_a_layer_of_their_own(path: Path) -> None:
    """The time controller would show them at all times; together the two layers are the store."""
    dated, undated = layer(path, "incidents"), layer(path, "incidents_undated")
    assert set(dated["id"]) == {one.id for one in STORE.incidents if one.date_start}
    assert set(undated["id"]) == {one.id for one in STORE.incidents if not one.date_start}


def test_areas_are_outlines_or_circles(path: Path, tmp_path: Path) -> None:
    """A governorate has its outline; an area without one is the circle of its radius; a site is no area."""
    road = incident(
        "i-road", point_is="representative", area_id="road-to-nowhere", place_id="road", place="The road",
        lon=40.0, lat=34.0, radius_km=20.0, precision="near",
    )  # fmt: skip
    export(model.Store(incidents=(*STORE.incidents, road)), tmp_path / "s.gpkg")
    areas = layer(tmp_path / "s.gpkg", "areas").set_index("area_id")
    assert set(areas.index) == {"SY", "SY-DY", "road-to-nowhere"}
    assert dict(areas["outline"]) == {
        "SY": "Natural Earth", "SY-DY": "Natural Earth", "road-to-nowhere": "circle",
    }  # fmt: skip
    assert areas.geometry["SY"].contains(shapely.Point(38.5, 35.0))
    square_m = abs(ELLIPSOID.geometry_area_perimeter(areas.geometry["SY-DY"])[0])
    assert 25e9 < square_m < 41e9  # 33,060 km², as well as outlines for world maps know it
    assert areas.geometry["SY-DY"].contains(shapely.Point(40.55, 35.1))
    assert days(areas.loc[["SY-DY"], "first_day"]) == ["2024-02-01"] and areas["incidents"].sum() == 3


def test_circles_have_the_radius_of_each_incident(path: Path) -> None:
    """On the ground, not in degrees: every corner is radius_km away on the ellipsoid."""
    circles = layer(path, "uncertainty").set_index("incident")
    wanted = {one.id: one for one in STORE.incidents if one.radius_km and one.lon is not None}
    assert set(circles.index) == set(wanted)
    for id, one in wanted.items():
        for lon, lat in shapely.get_coordinates(circles.geometry[id]):
            km = ELLIPSOID.inv(one.lon, one.lat, lon, lat)[2] / 1000
            assert km == pytest.approx(one.radius_km, abs=3e-4)
        assert circles.loc[id, "radius_km"] == one.radius_km
        assert circles.loc[id, "title"] == one.title


@pytest.mark.parametrize(
    ("lon", "lat", "km"),
    [(179.9, 10, 100), (-179.95, -60, 500), (30, 89, 400), (0, -88, 900), (0, 90, 10), (10, 0, 9000)],
)
def test_circles_at_the_edge_of_the_map(lon: float, lat: float, km: float) -> None:
    """Across the antimeridian and over a pole they are valid, within the world, and of the right size."""
    shape = geodesic.circle(lon, lat, km)
    west, south, east, north = shape.bounds
    assert shape.is_valid and -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    generator = np.random.default_rng(1)
    lons, lats = generator.uniform(-180, 180, 3000), generator.uniform(-90, 90, 3000)
    away = ELLIPSOID.inv(np.full(3000, lon), np.full(3000, lat), lons, lats)[2] / 1000
    inside = shapely.contains_xy(shape, lons, lats)
    assert inside[away < km * 0.95].all() and not inside[away > km * 1.05].any()


def test_arcs_lead_from_the_launch_to_the_target(path: Path) -> None:
    """The shortest way over the ground, with its length; cut at the antimeridian."""
    arcs = layer(path, "arcs")
    assert list(arcs["incident"]) == ["i-dez"]
    assert list(arcs["launch_place"]) == ["al-Udeid"] and days(arcs["date_end"]) == ["2024-02-29"]
    points = shapely.get_coordinates(arcs.geometry[0])
    assert tuple(points[0]) == (51.315, 25.1173) and tuple(points[-1]) == (40.4, 35.0)
    km = ELLIPSOID.inv(51.315, 25.1173, 40.4, 35.0)[2] / 1000
    assert arcs["km"][0] == pytest.approx(km, abs=0.1)
    assert ELLIPSOID.geometry_length(arcs.geometry[0]) / 1000 == pytest.approx(km, rel=1e-4)
    assert len(shapely.get_coordinates(geodesic.line(44.1, 36.2, 44.2, 36.2))) == 2
    over = geodesic.line(170, 20, -170, 25)
    assert len(over.geoms) == 2 and over.length < 25


def test_places_and_actors_are_counted(path: Path, tmp_path: Path) -> None:
    """Who and where at one look, with how often; an actor's id joins its name to the incidents."""
    places = layer(path, "places").set_index("place_id")
    assert set(places.index) == {one.place_id for one in STORE.incidents if one.place_id}
    assert (places.geometry["al-omar-field"].x, places.loc["al-omar-field", "incidents"]) == (40.551112, 1)
    further = report(
        "a9", attackers=(ActorRole(id="kataib-hezbollah", name="Kataib Hezbollah", role="claimed"),)
    )
    store = model.Store(incidents=(*STORE.incidents, incident("i-9", reports=(further,))))
    export(store, tmp_path / "s.gpkg")
    actors = layer(tmp_path / "s.gpkg", "actors").set_index("id")
    assert list(actors.index) == ["islamic-resistance-in-iraq", "kataib-hezbollah", "united-states"]
    assert next(iter(actors["name"])) == "Islamic Resistance in Iraq"
    assert list(actors["as_attacker"]) == [2, 1, 0] and list(actors["as_target"]) == [0, 0, 1]
    assert days(actors["first_day"])[0] == "2024-02-03"


def test_reports_lead_to_incidents_and_articles(path: Path) -> None:
    """The tables join as the project's relations say."""
    joined = query(
        path,
        "SELECT i.id, r.id, a.outlet FROM incidents i JOIN incident_reports x ON x.incident = i.id "
        "JOIN reports r ON r.id = x.report JOIN articles a ON a.id = r.article WHERE i.id = 'i-omar' ORDER BY ordinal",
    )
    outlets = {one.id: one.outlet for one in STORE.articles}
    assert joined == [("i-omar", one.id, outlets[one.article]) for one in AL_OMAR.reports]


def project(path: Path) -> ET.Element:
    """The QGIS project, out of its zip out of its hexadecimal text."""
    ((name, metadata, content),) = query(path, "SELECT name, metadata, content FROM qgis_projects")
    assert name == "incidents" and json.loads(metadata)["last_modified_user"] == ""
    with zipfile.ZipFile(io.BytesIO(bytes.fromhex(content))) as archive:
        (member,) = archive.namelist()
        assert member.endswith(".qgs")
        return ET.fromstring(archive.read(member))


def test_the_project_names_the_file_and_no_folder(path: Path) -> None:
    """The file can be mailed: nothing in it says where it was made, and it finds itself."""
    root = project(path)
    sources = [one.text for one in root.iter("datasource")]
    assert len(sources) == 10 and all(one is not None for one in sources)
    assert {str(one).partition("|")[0] for one in sources} == {"./the incidents & more.gpkg"}
    layers = {str(one).partition("layername=")[2] for one in sources}
    assert layers <= {name for name, _ in pyogrio.list_layers(path)}
    text = ET.tostring(root, encoding="unicode")
    assert str(path.parent) not in text and 'source="/' not in text and ":\\" not in text
    assert str(path.parent).encode() not in path.read_bytes()


def test_the_project_is_set_to_the_days_of_the_store(path: Path) -> None:
    """The time controller goes from the first to the last day."""
    root = project(path)
    window = root.find("ProjectTimeSettings/TemporalRange")
    assert window is not None
    assert [one.text for one in window] == ["2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"]
    assert root.findtext("properties/TemporalControllerWidget/EndDateTime") == "2024-02-29T23:59:59Z"
    timed = {one.findtext("layername"): one.find("temporal") for one in root.iter("maplayer")}
    element = timed["incidents"]
    assert element is not None and element.get("enabled") == "1" and element.get("startField") == "date_start"
    assert timed["incidents_undated"] is None


def test_relations_are_between_columns_that_exist(path: Path) -> None:
    """Incidents, reports and articles: each end is a layer of the project with that column."""
    root = project(path)
    names = {one.findtext("id"): one.findtext("layername") for one in root.iter("maplayer")}
    found = set()
    for relation in root.iter("relation"):
        child, parent = names[relation.get("referencingLayer")], names[relation.get("referencedLayer")]
        (pair,) = relation
        for table, column in ((child, pair.get("referencingField")), (parent, pair.get("referencedField"))):
            assert column in {row[1] for row in query(path, f"PRAGMA table_info({table})")}
        found.add((child, parent))
    assert {
        ("incident_reports", "incidents"),
        ("incident_reports", "reports"),
        ("reports", "articles"),
    } <= found


def test_styles_colour_by_actor_and_draw_by_kind(path: Path, tmp_path: Path) -> None:
    """Every layer has a default style; the most frequent attackers have colours, hostile names are only text."""
    styles = {
        row[0]: ET.fromstring(row[1])
        for row in query(path, "SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault = 1")
    }
    assert set(styles) == {"incidents", "incidents_undated", "arcs", "places", "uncertainty", "areas"}
    renderer = styles["incidents"].find("renderer-v2")
    assert renderer is not None and renderer.get("attr") == "attacker"
    assert [one.get("value") for one in renderer.iter("category")] == ["Islamic Resistance in Iraq", ""]
    assert any("kind" in (one.get("value") or "") for one in renderer.iter("Option"))
    assert any(one.get("class") == "LinePatternFill" for one in styles["areas"].iter("layer"))
    nasty = "\"><script>&\x01 '); DROP TABLE incidents;--"
    write_store(
        model.Store(incidents=(msgspec.structs.replace(AL_OMAR, attacker=nasty),)), tmp_path / "s.gpkg"
    )
    (found,) = query(
        tmp_path / "s.gpkg", "SELECT styleQML FROM layer_styles WHERE f_table_name = 'incidents'"
    )
    first = next(ET.fromstring(found[0]).iter("category"))
    assert first.get("value") == nasty.replace("\x01", "")
    assert read_store(tmp_path / "s.gpkg").incidents[0].attacker == nasty


def test_attribution_is_with_the_layers_and_in_the_project(path: Path) -> None:
    """Whoever opens the properties of a layer reads whom the data are owed to."""
    (described,) = query(path, "SELECT description FROM gpkg_contents WHERE table_name = 'incidents'")
    assert described[0] == " ".join(STORE.attribution)
    assert project(path).findtext("projectMetadata/abstract") == " ".join(STORE.attribution)


def test_gdal_finds_nothing_wrong(path: Path) -> None:
    """All rows have the tables that GeoPackage asks for, and the database is whole."""
    assert (
        query(path, "PRAGMA integrity_check") == [("ok",)] and query(path, "PRAGMA foreign_key_check") == []
    )
    listed = {row[0] for row in query(path, "SELECT table_name FROM gpkg_contents")}
    drawn = {row[0] for row in query(path, "SELECT table_name FROM gpkg_geometry_columns")}
    indexed = {
        row[0]
        for row in query(
            path, "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"
        )
    }
    assert drawn <= listed and drawn == indexed
    times = {row[0] for row in query(path, "SELECT last_change FROM gpkg_contents")}
    assert times == {"1970-01-01T00:00:00.000Z"}


def test_a_geopackage_of_before_is_read(path: Path, tmp_path: Path) -> None:
    """Older files have all incidents in one layer, and neither styles nor project."""
    old = tmp_path / "old.gpkg"
    old.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(old)) as db, db:
        columns = ", ".join(
            f'"{row[1]}"' for row in db.execute("PRAGMA table_info(incidents)") if row[1] != "fid"
        )
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{trigger}"')
        db.execute(f"INSERT INTO incidents ({columns}) SELECT {columns} FROM incidents_undated")
        for name in ("incidents_undated", "areas", "arcs", "actors", "qgis_projects", "layer_styles"):
            db.execute(f"DROP TABLE {name}")
    read = read_store(old)
    assert {one.id for one in read.incidents} == {one.id for one in STORE.incidents}
    assert read == read_store(path)


def test_an_empty_store_has_its_layers(tmp_path: Path) -> None:
    """Nothing found is still a project that opens."""
    export(model.Store(), tmp_path / "s.gpkg")
    assert len(layer(tmp_path / "s.gpkg", "areas")) == 0
    assert project(tmp_path / "s.gpkg").find("ProjectTimeSettings") is None


def test_what_stands_for_an_area_is_told_from_a_site() -> None:
    """The fixtures have both, or the tests above would say nothing."""
    assert {DEIR_EZ_ZOR.point_is, SYRIA.point_is, AL_OMAR.point_is} == {"representative", "site"}
