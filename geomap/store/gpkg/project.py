"""The QGIS project inside a GeoPackage, and the default styles of its layers.

QGIS opens it from the file itself (`geopackage:FILE.gpkg?projectName=incidents`): coloured by actor, the time
controller over the days of the store, reports and articles related to their incidents. Its layers are named
relative to the file, so the two move together; after the file is renamed QGIS asks for it, as for any project.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from geomap import model
from geomap.store import archive, gdal
from geomap.store.gpkg import style
from geomap.store.gpkg.tables import register

NAME = "incidents"
VERSION = "3.22.0"  # of QGIS, whose XML this is
_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"


class _Shown(NamedTuple):
    """A layer of the project: its kind of geometry as QGIS calls it, and whether it is seen at first."""

    name: str
    geometry: str
    seen: bool = False


# From top to bottom.
LAYERS = (
    _Shown("incidents", "Point", seen=True),
    _Shown("incidents_undated", "Point"),
    _Shown("arcs", "Line", seen=True),
    _Shown("places", "Point"),
    _Shown("uncertainty", "Polygon", seen=True),
    _Shown("areas", "Polygon", seen=True),
)
TABLES = ("reports", "articles", "actors", "incident_reports")
# Child and its field, parent and its field.
RELATIONS = (
    ("incident_reports", "incident", "incidents", "id"),
    ("incident_reports", "incident", "incidents_undated", "id"),
    ("incident_reports", "report", "reports", "id"),
    ("reports", "article", "articles", "id"),
    ("incidents", "attacker_id", "actors", "id"),
    ("incidents", "place_id", "places", "place_id"),
    ("uncertainty", "incident", "incidents", "id"),
    ("arcs", "incident", "incidents", "id"),
)
# The field by which QGIS calls a feature.
_CALLED = {
    "incidents": "title", "incidents_undated": "title", "uncertainty": "title", "arcs": "title",
    "places": "place", "areas": "place", "reports": "evidence", "articles": "title", "actors": "name",
}  # fmt: skip
_STYLES = (
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), "
    "f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), "
    "styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), "
    "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))"
)


def add(
    db: sqlite3.Connection, store: model.Store, incidents: Sequence[model.Incident], file_name: str
) -> None:
    """Add the styles and the project to a GeoPackage that has its layers and tables.

    Args:
        db: The file.
        store: For its attribution.
        incidents: All of them.
        file_name: What the file is called, without a folder.
    """
    attackers = style.frequent(incidents)
    db.execute(_STYLES)
    db.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
        "styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) "
        "VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', NULL, ?)",
        [(one.name, one.name, _qml(one, attackers), "as geomap draws it", gdal.TIMELESS) for one in LAYERS],
    )
    register(db, "layer_styles")
    db.execute("CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)")
    written = {"last_modified_time": gdal.TIMELESS.partition(".")[0], "last_modified_user": ""}
    content = _zipped(_project(store, incidents, attackers, file_name)).hex()  # as text: so QGIS wants it
    db.execute("INSERT INTO qgis_projects VALUES (?, ?, ?)", (NAME, json.dumps(written), content))


def _qml(layer: _Shown, attackers: Sequence[str]) -> str:
    root = Element("qgis", version=VERSION, styleCategories="AllStyleCategories")
    root.extend(style.parts(layer.name, attackers))
    _call(root, layer.name)
    return _DOCTYPE + tostring(root, encoding="unicode")


def _zipped(project: str) -> bytes:
    """The project as QGIS keeps it (.qgz)."""
    with TemporaryDirectory(prefix="geomap-") as folder:
        path = Path(folder) / "project.qgz"
        archive.write_zip(path, {f"{NAME}.qgs": project.encode()})
        return path.read_bytes()


def _project(
    store: model.Store, incidents: Sequence[model.Incident], attackers: Sequence[str], file_name: str
) -> str:
    root = Element("qgis", projectname="Incidents", version=VERSION)
    SubElement(root, "title").text = "Incidents"
    root.append(_crs("projectCrs", "EPSG:3857"))
    root.append(_tree(file_name))
    relations = SubElement(root, "relations")
    for child, field, parent, key in RELATIONS:
        relations.append(_relation(child, field, parent, key))
    _add_view(root, incidents)
    layers = SubElement(root, "projectlayers")
    for one in (*LAYERS, *(_Shown(name, "No geometry") for name in TABLES)):
        layers.append(_layer(one, attackers, file_name))
    properties = SubElement(root, "properties")
    system = SubElement(properties, "SpatialRefSys")
    SubElement(system, "ProjectionsEnabled", type="int").text = "1"  # or QGIS passes over projectCrs
    _add_time(root, properties, incidents)
    about = SubElement(root, "projectMetadata")
    SubElement(about, "title").text = "Incidents"
    SubElement(about, "abstract").text = style.clean(" ".join(store.attribution))
    return _DOCTYPE + tostring(root, encoding="unicode")


# --- layers -------------------------------------------------------------------------------------------------


def _id(layer: str) -> str:
    return f"geomap_{layer}"


def _source(layer: str, file_name: str) -> str:
    return f"./{style.clean(file_name)}|layername={layer}"


def _tree(file_name: str) -> Element:
    tree = Element("layer-tree-group")
    for one in LAYERS:
        tree.append(_leaf(one.name, file_name, seen=one.seen))
    group = SubElement(tree, "layer-tree-group", name="tables", checked="Qt::Checked", expanded="0")
    for name in TABLES:
        group.append(_leaf(name, file_name, seen=True))
    return tree


def _leaf(name: str, file_name: str, *, seen: bool) -> Element:
    return Element(
        "layer-tree-layer",
        id=_id(name),
        name=name,
        source=_source(name, file_name),
        providerKey="ogr",
        checked="Qt::Checked" if seen else "Qt::Unchecked",
        expanded="1" if name == "incidents" else "0",
    )


def _layer(one: _Shown, attackers: Sequence[str], file_name: str) -> Element:
    layer = Element("maplayer", type="vector", geometry=one.geometry, styleCategories="AllStyleCategories")
    SubElement(layer, "id").text = _id(one.name)
    SubElement(layer, "datasource").text = _source(one.name, file_name)
    SubElement(layer, "layername").text = one.name
    if one.geometry != "No geometry":
        layer.append(_crs("srs", "EPSG:4326"))
    SubElement(layer, "provider", encoding="UTF-8").text = "ogr"
    layer.extend(style.parts(one.name, attackers))
    _call(layer, one.name)
    return layer


def _call(layer: Element, name: str) -> None:
    SubElement(layer, "previewExpression").text = f'"{_CALLED.get(name, "fid")}"'


def _relation(child: str, field: str, parent: str, key: str) -> Element:
    name = f"{child} of {parent}"
    relation = Element(
        "relation",
        id=f"{child}_{field}_{parent}",
        name=name,
        referencingLayer=_id(child),
        referencedLayer=_id(parent),
        strength="Association",
    )
    SubElement(relation, "fieldRef", referencingField=field, referencedField=key)
    return relation


# --- space and time -----------------------------------------------------------------------------------------


def _crs(tag: str, code: str) -> Element:
    element = Element(tag)
    system = SubElement(element, "spatialrefsys")
    SubElement(system, "srsid").text = "1"  # without a number QGIS does not look at the code
    SubElement(system, "authid").text = code
    return element


def _add_view(root: Element, incidents: Sequence[model.Incident]) -> None:
    """What is seen at first, and where "home" is: all points with some ground around them, in Web Mercator."""
    corners = dict(zip(("xmin", "ymin", "xmax", "ymax"), map(str, _extent(incidents)), strict=True))
    canvas = SubElement(root, "mapcanvas", name="theMapCanvas", annotationsVisible="1")
    SubElement(canvas, "units").text = "meters"
    extent = SubElement(canvas, "extent")
    for corner, value in corners.items():
        SubElement(extent, corner).text = value
    canvas.append(_crs("destinationsrs", "EPSG:3857"))
    home = _crs("DefaultViewExtent", "EPSG:3857")
    home.attrib |= corners
    SubElement(root, "ProjectViewSettings", UseProjectScales="0").append(home)


_SPHERE_M = 6_378_137.0  # of Web Mercator (EPSG:3857)
_HIGHEST = 85.0  # degrees of latitude that it shows


def _extent(incidents: Sequence[model.Incident]) -> tuple[int, int, int, int]:
    points = [
        (math.radians(one.lon), math.radians(max(-_HIGHEST, min(_HIGHEST, one.lat))))
        for one in incidents
        if one.lon is not None and one.lat is not None
    ] or [(-math.pi, -1.3), (math.pi, 1.3)]
    xs = [_SPHERE_M * lon for lon, _ in points]
    ys = [_SPHERE_M * math.log(math.tan(math.pi / 4 + lat / 2)) for _, lat in points]
    margin = max(max(xs) - min(xs), max(ys) - min(ys)) * 0.1 + 20_000
    west, south, east, north = min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin
    return round(west), round(south), round(east), round(north)


def _add_time(root: Element, properties: Element, incidents: Sequence[model.Incident]) -> None:
    """The temporal range of the project and the state of its time controller: all days, ready to be played."""
    days = [day for one in incidents for day in (one.date_start, one.date_end) if day]
    if not days:
        return
    first, last = min(days), max(days)
    start, end = f"{first.isoformat()}T00:00:00", f"{last.isoformat()}T23:59:59"
    settings = SubElement(
        root, "ProjectTimeSettings", timeStep="1", timeStepUnit=_step(first, last), frameRate="2",
        cumulativeTemporalRange="0",
    )  # fmt: skip
    window = SubElement(settings, "TemporalRange")
    SubElement(window, "start").text, SubElement(window, "end").text = f"{start}Z", f"{end}Z"
    controller = SubElement(properties, "TemporalControllerWidget")
    SubElement(controller, "NavigationMode", type="int").text = "2"  # a fixed range: all are seen at first
    SubElement(controller, "StartDateTime", type="QString").text = f"{start}Z"
    SubElement(controller, "EndDateTime", type="QString").text = f"{end}Z"


def _step(first: dt.date, last: dt.date) -> str:
    """A frame of the animation in QGIS's units: a day, a week, a month; some hundred frames at most."""
    days = (last - first).days
    return "d" if days <= 200 else "wk" if days <= 1400 else "mon"
