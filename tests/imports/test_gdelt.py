"""GDELT's rows: three layouts without a head, low confidence, out of answers and never merged unless asked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.imports import Imported
from geomap.model import Store
from geomap.query import count_by, select
from tests.fixtures.imported import FOLDER, imported, incident, report


@pytest.fixture(scope="module")
def done(gazetteer: Gazetteer) -> Imported:
    """The rows of version 2.0."""
    return imported(gazetteer, "gdelt", "gdelt2.export.CSV")


def test_every_row_is_accounted_for(done: Imported) -> None:
    """Talks are left out by their CAMEO root, a day that is none is refused."""
    assert (done.read, done.kept) == (5, 3)
    assert done.left_out == {"CAMEO 04": 1} and done.refused == {"SQLDATE": 1}


def test_a_row(done: Imported) -> None:
    """Countries are FIPS, actors ISO; nothing of it is trusted."""
    one = incident(done.store, "gdelt:1150000001")
    assert (one.country, one.place_id, one.kind, one.weapons) == ("IQ", "mosul", "shelling", ("artillery",))
    assert (one.attacker_id, one.target_id) == ("iraq", "united-states")
    assert one.confidence == one.confidence_place == one.confidence_date == one.confidence_actor == "low"
    assert one.reports[0].source_url == "https://example.org/story"
    country = report(done, "gdelt:1150000003")
    assert (country.precision, country.point_is, country.area_id) == ("country", "representative", "SY")
    threat = report(done, "gdelt:1150000004")
    assert (threat.status, threat.lon, threat.precision) == ("threatened", None, "unknown")


def test_older_layouts_and_zip(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """58 and 57 columns, and the zip archives as they are published."""
    old = imported(gazetteer, "gdelt", "gdelt1.export.CSV")
    assert report(old, "gdelt:900000001").admin1 == "SY-HL"
    older = report(imported(gazetteer, "gdelt", "gdelt1-57.csv"), "gdelt:900000001")
    assert older.source_url is None and older.version == 20240205
    with zipfile.ZipFile(tmp_path / "day.export.CSV.zip", "w") as archive:
        archive.write(FOLDER / "gdelt1.export.CSV", "day.export.CSV")
    assert imported(gazetteer, "gdelt", str(tmp_path / "day.export.CSV.zip")).store == old.store


@pytest.mark.parametrize(
    ("code", "precision", "point_is"),
    [
        (0, "unknown", None), (1, "country", "representative"), (2, "governorate", "representative"),
        (3, "locality", "site"), (4, "locality", "site"), (5, "governorate", "representative"),
    ],
)  # fmt: skip
def test_action_geo_type(
    code: int, precision: str, point_is: str | None, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    """A point for a country or a division is never one of a site, and 0 is nowhere; a machine is never trusted."""
    cells = (FOLDER / "gdelt2.export.CSV").read_text().splitlines()[0].split("\t")
    cells[51] = str(code)
    (tmp_path / "one.export.CSV").write_text("\t".join(cells) + "\n")
    one = report(imported(gazetteer, "gdelt", str(tmp_path / "one.export.CSV")), "gdelt:1150000001")
    assert one.precision == precision and one.confidence_place == "low"
    assert (one.point_is if one.lon is not None else None) == point_is


def test_out_of_answers_unless_asked_for(done: Imported, gazetteer: Gazetteer) -> None:
    """A question without --origin counts none of them."""
    assert select(done.store, gazetteer=gazetteer).numbers.shown(possible=True) == 0
    assert len(select(done.store, origin="gdelt", gazetteer=gazetteer).certain) == 2  # and one is a threat


def test_never_merged_unless_asked_for(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """The same attack in a list of people's stays apart from GDELT's, until --merge."""
    (tmp_path / "m.toml").write_text(
        'name = "List"\n[constants]\nkind = "shelling"\n'
        '[columns]\nid = "id"\ndate = "day"\nlon = "x"\nlat = "y"\nplace = "place"\n'
    )
    (tmp_path / "list.csv").write_text("id,day,x,y,place\n1,2024-02-04,43.1189,36.335,Mosul\n")
    listed = imported(gazetteer, "table", str(tmp_path / "list.csv"), mapping=tmp_path / "m.toml").store
    apart = imported(gazetteer, "gdelt", "gdelt2.export.CSV", existing=listed)
    assert all(len(one.reports) == 1 for one in apart.store.incidents)
    merged = imported(gazetteer, "gdelt", "gdelt2.export.CSV", existing=listed, merge=True)
    both = incident(merged.store, "gdelt:1150000001")
    assert len(both.reports) == 2
    # People tell of it too, whichever was first: it is on the map, and found by either origin.
    assert both.origin == "hand" and both.origins == ("hand", "gdelt")
    assert both in select(merged.store).shown(possible=True)
    for origin in both.origins:
        assert both in select(merged.store, origin=origin).shown(possible=True)
    assert dict(count_by([both], "origin").counts) == {"hand": 1, "gdelt": 1}


def test_other_files_of_gdelt_are_refused(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Mentions have 16 columns."""
    (tmp_path / "mentions.CSV").write_text("\t".join("1" * 16) + "\n")
    with pytest.raises(DataError, match="16 columns between tabs, so not a file of GDELT events"):
        imported(gazetteer, "gdelt", str(tmp_path / "mentions.CSV"))


def test_an_empty_store_stays_readable(gazetteer: Gazetteer) -> None:
    """Imports into a store that has nothing yet."""
    assert len(imported(gazetteer, "gdelt", "gdelt2.export.CSV", existing=Store()).store.incidents) == 3
