"""An export can be compared by its hash, and says whom its data are owed to."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pyarrow.parquet as pq
import pyogrio
import pytest

from geomap.export import FORMATS, export
from geomap.store import read_store
from tests.fixtures.process import ROOT
from tests.fixtures.stores import STORE

OWED = "Towns: GeoNames <geonames.org> & others, CC BY 4.0"
OWING = msgspec.structs.replace(STORE, attribution=("Places: geomap contributors, CC BY-SA 4.0", OWED))
WRITE_ALL = """
import sys, pathlib
from geomap.export import FORMATS, export
from tests.fixtures.stores import STORE
for one in FORMATS.values():
    export(STORE, pathlib.Path(sys.argv[1]) / ("incidents" + one.suffixes[0]))
"""


def test_the_same_bytes_in_another_process_at_another_time(tmp_path: Path) -> None:
    """Another hash seed, another second, another time zone, another folder: not one byte differs, in any format."""
    for name, seed, zone in (("a", "1", "UTC"), ("b", "2", "Asia/Tokyo")):
        (tmp_path / name).mkdir()
        env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run([sys.executable, "-c", WRITE_ALL, str(tmp_path / name)], env=env, check=True)
        time.sleep(2.1)  # zip and dBASE count in two seconds
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert len(names) == len(FORMATS)
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def in_zip(path: Path, member: str) -> str:
    """A member of a zip file as text, XML or not."""
    with zipfile.ZipFile(path) as archive:
        raw = archive.read(member).decode()
    return " ".join(ET.fromstring(raw).itertext()) if member.endswith("xml") else raw


def first_csv(path: Path) -> str:
    """The attribution column of the first row."""
    frame = pyogrio.read_dataframe(path)
    assert (frame["attribution"][1:] == "").all()
    return str(frame["attribution"][0])


WHERE: dict[str, Callable[[Path], str]] = {
    "geojson": lambda path: " ".join(msgspec.json.decode(path.read_bytes())["geomap"]["attribution"]),
    "geojsonl": lambda path: " ".join(
        msgspec.json.decode(path.read_bytes().splitlines()[0])["geomap"]["attribution"]
    ),
    "gpkg": lambda path: pyogrio.read_info(path, layer="incidents")["layer_metadata"]["DESCRIPTION"],
    "parquet": lambda path: " ".join(
        msgspec.json.decode(pq.read_metadata(path).metadata[b"geomap"])["attribution"]
    ),
    "fgb": lambda path: pyogrio.read_info(path)["layer_metadata"]["DESCRIPTION"],
    "kml": lambda path: (
        next(iter(ET.parse(path).iter("{http://www.opengis.net/kml/2.2}description"))).text or ""
    ),
    "csv": first_csv,
    "xlsx": lambda path: in_zip(path, "xl/worksheets/sheet2.xml") + in_zip(path, "docProps/core.xml"),
    "shp.zip": lambda path: in_zip(path, "attribution.txt"),
}


@pytest.mark.parametrize("format", FORMATS)
def test_attribution_goes_along(format: str, tmp_path: Path) -> None:
    """Whoever gets the file, in whatever format, learns whose work is in it."""
    path = tmp_path / f"out{FORMATS[format].suffixes[0]}"
    export(OWING, path)
    found = WHERE[format](path).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert all(one in found for one in OWING.attribution)
    if not FORMATS[format].losses:
        assert read_store(path).attribution == OWING.attribution
