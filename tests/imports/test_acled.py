"""ACLED's rows: precision codes, actors, weapons, editions, the layouts of ten years."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.imports import Imported, kept_back_words
from tests.fixtures.imported import FOLDER, imported, incident, report


@pytest.fixture(scope="module")
def done(gazetteer: Gazetteer) -> Imported:
    """The export of today."""
    return imported(gazetteer, "acled", "acled.csv")


def test_every_row_is_accounted_for(done: Imported) -> None:
    """Rows read are kept, left out as no attacks, or refused with column, line and advice."""
    assert (done.read, done.kept, done.new) == (6, 3, 3)
    assert done.left_out == {"Protests": 1}
    assert done.refused == {"event_date": 1, "latitude": 1}
    assert [(one.line, one.column) for one in done.refusals] == [(6, "latitude"), (7, "event_date")]
    assert "06/02/2024" in done.refusals[1].reason and done.refusals[1].advice == "write 2024-02-04"


def test_place_actors_and_weapon(done: Imported) -> None:
    """A row stands where the gazetteer has the place, with the actors that it knows, at the source's own point."""
    one = report(done, "acled:SYR900001")
    assert (one.place_id, one.country, one.admin1) == ("al-omar-field", "SY", "SY-DY")
    assert (one.lon, one.lat) == (40.553, 35.099)
    assert [role.id for role in one.attackers] == ["islamic-resistance-in-iraq"]
    assert [role.id for role in one.targets] == ["syrian-democratic-forces", "united-states"]
    assert (one.kind, one.weapons) == ("attack", ("drone",))  # the notes name a drone
    assert (one.killed, one.killed_low, one.killed_high) == (6, 6, 6)
    assert one.source_origin == "Northern Wire; Example Monitor"


def test_precision_codes(done: Imported) -> None:
    """geo_precision and time_precision decide radius, point and days; the codes come out as they went in."""
    near, region = report(done, "acled:SYR900002"), report(done, "acled:SYR900003")
    assert (near.precision, near.radius_km, near.point_is) == ("near", 25.0, "site")
    assert (near.date_start, near.date_end, near.date_precision) == (
        dt.date(2024, 2, 8), dt.date(2024, 2, 14), "week",
    )  # fmt: skip
    assert (region.precision, region.point_is, region.area_id) == ("governorate", "representative", "SY-ID")
    assert (region.date_start, region.date_end) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    found = incident(done.store, "acled:SYR900003")
    assert (found.geo_precision, found.time_precision) == (3, 3)
    assert found.acled_sub_event_type == "Shelling/artillery/missile attack"


def test_what_is_not_known_stays_empty(done: Imported) -> None:
    """An unidentified group is no actor, and ACLED's 0 deaths are "none reported"."""
    one = report(done, "acled:SYR900003")
    assert one.attackers == () and [role.name for role in one.targets] == ["Civilians (Syria)"]
    assert one.killed is None and one.weapons == ("mortar",)


def test_editions_by_timestamp_in_either_order(gazetteer: Gazetteer) -> None:
    """The newer edition of an event wins, whichever file comes first; bytes are the same."""
    one = imported(gazetteer, "acled", "acled.csv", "acled-2019.csv")
    other = imported(gazetteer, "acled", "acled-2019.csv", "acled.csv")
    assert one.store == other.store
    assert one.older == 1 and report(one, "acled:SYR900001").killed == 6
    again = imported(gazetteer, "acled", "acled.csv", existing=one.store)
    assert (again.new, again.replaced, again.unchanged) == (0, 0, 3) and again.store == one.store


def test_older_layouts(gazetteer: Gazetteer) -> None:
    """data_id and semicolons in a Western encoding; capitals and event types of 2015."""
    old = report(imported(gazetteer, "acled", "acled-2019.csv"), "acled:SYR900007")
    assert (old.date_start, old.kind, old.weapons) == (dt.date(2019, 3, 1), "attack", ("ied",))
    assert report(imported(gazetteer, "acled", "acled-2019.csv"), "acled:SYR900001").evidence.endswith(
        "Château d’eau damaged."
    )
    mali = report(imported(gazetteer, "acled", "acled-2015.csv"), "acled:9002MLI")
    assert (mali.country, mali.admin1, mali.kind) == ("ML", "ML-5", "clash")
    assert [role.id for role in mali.attackers] == ["malian-armed-forces"] and mali.targets == ()


def test_events_that_are_no_attacks_on_request(gazetteer: Gazetteer) -> None:
    """--all-events keeps a protest as `other`."""
    done = imported(gazetteer, "acled", "acled.csv", every=True)
    assert report(done, "acled:SYR900004").kind == "other" and not done.left_out


def test_rows_may_not_be_passed_on(done: Imported) -> None:
    """Licence and attribution go along; the warning has the count."""
    assert all(not one.redistribute for one in done.store.incidents)
    assert any("ACLED" in line for line in done.store.attribution)
    words = "3 incidents may not be passed on, by the licence of their source (ACLED)"
    assert kept_back_words(done.store.incidents) == words
    assert kept_back_words(()) == ""


def test_strict_refuses_the_whole(gazetteer: Gazetteer) -> None:
    """One bad row and nothing is imported; the error has file, line, column and what to do."""
    with pytest.raises(
        DataError, match=r"acled\.csv:6: 2 of 6 rows are refused.*latitude: out of range: 134\.56"
    ):
        imported(gazetteer, "acled", "acled.csv", strict=True)


def test_another_table_is_refused_by_its_columns(gazetteer: Gazetteer) -> None:
    """A UCDP file given as ACLED is said at once."""
    with pytest.raises(DataError, match="no column 'event_id_cnty', so not an export of ACLED"):
        imported(gazetteer, "acled", "ucdp.csv")


def test_an_unknown_event_type_or_code_is_refused(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """A code that ACLED does not have is not guessed at."""
    text = (FOLDER / "acled.csv").read_text(encoding="utf-8-sig")
    text = text.replace('"Battles"', '"Skirmishing"', 1).replace('"Deir ez Zor"', '"Deir ez Zor"')
    text = text.replace('"40.5530","1"', '"40.5530","9"')
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    refused = imported(gazetteer, "acled", str(tmp_path / "a.csv")).refusals
    assert [(one.column, one.reason) for one in refused[:2]] == [
        ("geo_precision", "unknown: 9"), ("event_type", "unknown: 'Skirmishing'"),
    ]  # fmt: skip
