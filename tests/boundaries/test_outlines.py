"""Rows, outlines and lines: complete, joined to ISO once, and drawn once."""

from __future__ import annotations

import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from geomap import boundaries, topology

ROOT = Path(__file__).parents[2]
THEATRE = (34.0, 29.0, 49.0, 38.0)
GOVERNORATES = {"SY": 14, "IQ": 18, "JO": 12}


def test_every_governorate_of_the_theatre_has_a_code_and_a_name() -> None:
    """Syria, Iraq and Jordan are complete, but for Halabja, which the source does not have."""
    for country, number in GOVERNORATES.items():
        rows = boundaries.admin1_rows(country)
        assert len(rows) == number
        assert all(row.code.startswith(country + "-") for row in rows)


def test_a_code_stands_for_one_outline() -> None:
    """The source's own ids are not unique (UA.MY is two oblasts); ours are."""
    rows = [*boundaries.country_rows(), *boundaries.admin1_rows()]
    codes = Counter(row.code for row in rows if row.code)
    assert [code for code, uses in codes.items() if uses > 1] == []


def test_every_join_meets_an_outline() -> None:
    """A spelling in admin1.toml that the source does not have would silently lose its code."""
    joins = tomllib.loads((ROOT / "gazetteer" / "admin1.toml").read_text(encoding="utf-8"))["admin1"]
    codes = {row.code for row in boundaries.admin1_rows()}
    assert [join["code"] for join in joins if join["code"] not in codes] == []


@pytest.mark.parametrize("country", ["SY", "IQ", "UA", "RU", "US", "FJ", "NO"])
def test_the_label_point_lies_inside(country: str) -> None:
    """A name on the map stands in its country, also where that crosses the antimeridian."""
    row = boundaries.country_row(country)
    assert row is not None
    at = boundaries.country_at(row.lon, row.lat)
    assert at is not None
    assert at.country == country


def test_the_area_of_syria_is_right() -> None:
    """185,180 km² by the UN Statistics Division; the outline counts neither sea nor the Golan."""
    row = boundaries.country_row("SY")
    assert row is not None
    assert abs(3.14159 * row.radius_km**2 / 185_180 - 1) < 0.02


def test_crimea_is_drawn_with_ukraine_and_its_isthmus_dashed() -> None:
    """By UN usage no border of states is drawn across Perekop, but the line that is there is shown."""
    perekop = boundaries.borders((33.0, 45.9, 35.0, 46.3), kinds=("border", "disputed"))
    assert {line.kind for line in perekop} == {"disputed"}


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("Golan, west", (35.55, 32.75, 35.68, 33.2)),
        ("Golan, east", (35.75, 32.8, 36.0, 33.2)),
        ("Western Sahara, north", (-13.0, 27.6, -9.0, 27.7)),
        ("Kosovo and Serbia", (20.8, 42.8, 21.3, 43.3)),
        ("Somaliland", (46.0, 8.0, 49.0, 11.0)),
        ("Line of Control", (73.8, 33.5, 75.5, 34.9)),
        ("Abyei", (27.8, 9.2, 28.9, 10.2)),
    ],
)
def test_disputed_lines_are_marked(name: str, box: topology.BBox) -> None:
    """A map that draws these lines like any border takes a side."""
    assert "disputed" in {line.kind for line in boundaries.borders(box, 0.01)}, name


def test_undisputed_borders_are_not_dashed() -> None:
    """India and Pakistan agree on their border south of Kashmir; Syria and Iraq on all of theirs."""
    for box in ((70.0, 25.0, 73.0, 30.0), (41.0, 34.2, 42.2, 36.9)):
        assert {line.kind for line in boundaries.borders(box, kinds=("border", "disputed"))} == {"border"}


def test_a_border_is_drawn_once() -> None:
    """Two countries share one line, so that it is neither doubled nor torn when it is simplified."""
    for tolerance in (0.0, 0.01, 0.05):
        lines = boundaries.borders(THEATRE, tolerance, kinds=("border", "coast"))
        segments = Counter(frozenset(pair) for line in lines for pair in pairwise(line.points))
        assert segments
        assert max(segments.values()) == 1


def test_lines_stay_in_the_box_and_get_fewer() -> None:
    """What is outside the map is not shipped, and a coarser map is a smaller one."""
    counts = []
    for tolerance in (0.0, 0.01, 0.03, 0.1):
        lines = boundaries.borders(THEATRE, tolerance)
        points = [point for line in lines for point in line.points]
        west, south, east, north = topology.bbox_of(points)
        assert west >= THEATRE[0] - 1e-9
        assert south >= THEATRE[1] - 1e-9
        assert east <= THEATRE[2] + 1e-9
        assert north <= THEATRE[3] + 1e-9
        counts.append(len(points))
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0] / 5


def test_governorates_fill_their_country() -> None:
    """Outlines of divisions and of countries come from two packages; they must fit on one map."""
    parts = sum(row.radius_km**2 for row in boundaries.admin1_rows("IQ"))
    whole = boundaries.country_row("IQ")
    assert whole is not None
    assert abs(parts / whole.radius_km**2 - 1) < 0.01


def test_no_ring_steps_over_the_antimeridian() -> None:
    """A fill of Russia that runs once round the world would cover the map."""
    for outline in boundaries.countries(tolerance=0.1):
        for ring in (ring for polygon in outline.polygons for ring in polygon):
            steps = [abs(a[0] - b[0]) for a, b in pairwise(ring)]
            # Along the pole of Antarctica and along the edges of the map a step may be long.
            assert max(steps) <= 180 or outline.id == "AQ", outline.id
