"""The Python compiler of filters answers the table that all compilers share."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import shapely

from geomap import model
from geomap.filters import Answer, Area, Context, Filter, answer
from geomap.filters.space import in_bbox, in_circle

TABLE = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def area(name: str, plain: dict[str, Any]) -> Area:
    """An area of the table."""
    rings = plain.get("outline")
    return Area(
        id=name,
        **{key: frozenset(plain.get(key, ())) for key in ("countries", "admin1", "places", "around")},
        outline=None if rings is None else lambda: shapely.Polygon(rings[0], rings[1:]),
        circle=tuple(plain["circle"]) if "circle" in plain else None,
        error_km=plain.get("error_km", 0.0),
    )


def family(actor: str, on: dt.date | None) -> frozenset[str]:
    """An actor and its parts on a day, by the table."""
    parts = TABLE["families"].get(actor, ())
    return frozenset({actor}) | {
        part["id"] for part in parts if on is None or on.isoformat() <= part.get("until", "9999")
    }


CONTEXT = Context(
    areas={name: tuple(area(name, one) for one in areas) for name, areas in TABLE["areas"].items()},
    family=family,
    backers=lambda actor, on: frozenset(one["id"] for one in TABLE["backers"].get(actor, ())),
)


def incident(fields: dict[str, Any]) -> model.Incident:
    """An incident of the table, with the required fields filled in."""
    plain = {"id": "i", "slug": "i", "title": "t", "kind": "attack", "status": "reported"}
    return msgspec.convert(plain | fields, model.Incident)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """A question means the same in Python as in the table."""
    asked = msgspec.convert(case["filter"], Filter)
    assert answer(asked, incident(case["incident"]), CONTEXT) is Answer[case["expected"].upper()]


def test_every_field_of_a_filter_is_in_the_table() -> None:
    """A new filter field cannot be forgotten by one of the compilers."""
    used = {key for case in TABLE["cases"] for key in case["filter"]}
    assert used == {field.name for field in msgspec.structs.fields(Filter)}


def test_a_larger_box_never_answers_less() -> None:
    """Widening a question cannot lose what was inside: an invariant over a grid, corners and seams included."""
    for lon in (-180.0, -170.5, 0.0, 40.0, 179.9):
        for lat in (-80.0, 0.0, 35.0, 70.0):
            one = incident({"lon": lon, "lat": lat, "radius_km": 20, "precision": "site", "point_is": "site"})
            answers = [in_bbox(one, (lon - d, lat - d, lon + d, lat + d)) for d in (0.01, 0.1, 0.5, 1.0, 5.0)]
            assert answers == sorted(answers) and answers[-1] is Answer.CERTAIN
            circles = [in_circle(one, (lon, lat + 0.05, km)) for km in (1, 5, 10, 26, 500)]
            assert circles == sorted(circles) and circles[-1] is Answer.CERTAIN
