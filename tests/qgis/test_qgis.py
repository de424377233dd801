"""QGIS itself opens the project in a GeoPackage: `make qgis`, apart from the other tests because QGIS is large."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from geomap.export import export
from geomap.store.gpkg import style
from tests.fixtures.stores import STORE

pytestmark = pytest.mark.qgis
LOOK = Path(__file__).with_name("look.py")
PYTHON = "/usr/bin/python3"  # Debian's, which has QGIS


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What QGIS says of the project, opened in another folder than where it was made."""
    folder = tmp_path_factory.mktemp("qgis")
    export(STORE, folder / "made" / "the incidents.gpkg")
    (folder / "mailed").mkdir()
    path = Path(shutil.move(folder / "made" / "the incidents.gpkg", folder / "mailed"))
    picture = folder / "map.png"
    done = subprocess.run(
        [PYTHON, str(LOOK), str(path), str(picture)],
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    print(f"\nthe picture is {picture}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_project_opens_with_all_its_layers(seen: dict[str, Any]) -> None:
    """No layer asks where its file is."""
    assert seen["read"] and not seen["error"] and seen["crs"] == "EPSG:3857"
    assert all(one["valid"] for one in seen["layers"].values())
    numbers = {name: one["features"] for name, one in seen["layers"].items()}
    assert numbers == {
        "incidents": 4, "incidents_undated": 2, "areas": 2, "uncertainty": 5, "arcs": 1, "places": 4,
        "reports": 7, "articles": 2, "actors": 3, "incident_reports": 7,
    }  # fmt: skip


def test_it_is_coloured_by_actor(seen: dict[str, Any]) -> None:
    """With the project, and for a layer that is dragged out of the file alone; kinds are markers."""
    for one in (seen["layers"]["incidents"], seen["alone"]["incidents"]):
        assert (one["renderer"], one["by"]) == ("categorizedSymbol", "attacker")
        assert one["categories"] == {
            "Islamic Resistance in Iraq": style.COLOURS[0],
            style.OTHERS: style.GREY,
        }
        assert dict(one["shapes"]) == {"attack": "circle", "airstrike": "triangle"}
        assert one["called"] == '"title"'
    assert seen["alone"]["arcs"]["by"] == "attacker"


def test_the_time_controller_is_set(seen: dict[str, Any]) -> None:
    """Layers move in time, the project knows its days, undated incidents stay out of it."""
    assert seen["range"] == ["2024-02-01", "2024-02-29"]
    assert seen["controller"].startswith("2024-02-01")
    times = {name: one["times"] for name, one in seen["layers"].items() if one["times"]}
    assert times == {name: list(fields) for name, fields in style.TIMES.items()}


def test_relations_hold(seen: dict[str, Any]) -> None:
    """A form shows the reports of an incident, and the article of a report."""
    assert len(seen["relations"]) == 8 and all(seen["relations"].values())


def test_something_is_drawn(seen: dict[str, Any]) -> None:
    """Markers, hatching and circles in more than the two colours of an empty sheet."""
    assert seen["colours"] > 50
    assert seen["about"] == " ".join(STORE.attribution)
