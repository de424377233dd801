"""UCDP GED's rows: seven place codes, five date codes, ranges of dead."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from geomap.gazetteer import Gazetteer
from geomap.imports import Imported
from tests.fixtures.imported import FOLDER, imported, incident, report


@pytest.fixture(scope="module")
def done(gazetteer: Gazetteer) -> Imported:
    """The rows of the fixture."""
    return imported(gazetteer, "ucdp", "ucdp.csv")


def test_every_row_is_accounted_for(done: Imported) -> None:
    """A row whose end is before its start is refused."""
    assert (done.read, done.kept, done.refused) == (5, 4, {"date_end": 1})
    assert done.refusals[0].line == 5 and "before date_start" in done.refusals[0].reason


def test_sides_deaths_and_source(done: Imported) -> None:
    """Best, low and high stay apart; a government is the state of its country; commas part allies."""
    one = report(done, "ucdp:990001")
    assert (one.killed, one.killed_low, one.killed_high) == (4, 3, 6)
    assert [role.id for role in one.attackers] == ["syria"] and [role.id for role in one.targets] == [
        "islamic-state"
    ]
    assert (
        one.evidence == "Soldiers die near Sukhnah (desert near Sukhnah)"
        and one.source_origin == "Example Monitor"
    )
    assert report(done, "ucdp:990002").killed_civilians == 9
    assert report(done, "ucdp:990003").killed_civilians is None  # two dead who are not told apart
    assert [role.id for role in report(done, "ucdp:990005").attackers] == ["iraq", "united-states"]


CODES = {
    1: ("locality", "site"), 2: ("near", "site"), 3: ("district", "representative"),
    4: ("governorate", "representative"), 5: ("district", "representative"), 6: ("country", "representative"),
    7: ("sea", "representative"),
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_where_prec(code: int, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Each code gives its precision and kind of point, and comes out as it went in."""
    rows = list(csv.DictReader(io.StringIO((FOLDER / "ucdp.csv").read_text())))[:1]
    rows[0]["where_prec"] = str(code)
    with (tmp_path / "one.csv").open("w", newline="") as file:
        out = csv.DictWriter(file, rows[0])
        out.writeheader()
        out.writerows(rows)
    done = imported(gazetteer, "ucdp", str(tmp_path / "one.csv"))
    one = report(done, "ucdp:990001")
    assert (one.precision, one.point_is) == CODES[code]
    assert one.radius_km is not None and one.radius_km > 0
    assert incident(done.store, one.id).where_prec == code
    assert (one.country is None) == (code == 7) and (one.area_id == "SY") == (code == 6)


@pytest.mark.parametrize(
    ("code", "precision", "confidence"),
    [
        (1, "day", "high"),
        (2, "week", "medium"),
        (3, "week", "medium"),
        (4, "month", "low"),
        (5, "year", "low"),
    ],
)
def test_date_prec(code: int, precision: str, confidence: str, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Each code says how far the days of the row can be trusted; the days stay those of the row."""
    (row,) = list(csv.DictReader(io.StringIO((FOLDER / "ucdp.csv").read_text())))[:1]
    row |= {
        "date_prec": str(code),
        "date_start": "2024-02-10 00:00:00.000",
        "date_end": "2024-02-12 00:00:00.000",
    }
    with (tmp_path / "one.csv").open("w", newline="") as file:
        out = csv.DictWriter(file, row)
        out.writeheader()
        out.writerow(row)
    one = report(imported(gazetteer, "ucdp", str(tmp_path / "one.csv")), "ucdp:990001")
    assert (one.date_precision, one.confidence_date) == (precision, confidence)
    assert (one.date_start, one.date_end) == (dt.date(2024, 2, 10), dt.date(2024, 2, 12))


def test_days_are_those_of_the_row(done: Imported) -> None:
    """date_prec says how well they are known."""
    month, year = report(done, "ucdp:990002"), report(done, "ucdp:990005")
    assert (month.date_start, month.date_end, month.date_precision) == (
        dt.date(2024, 2, 1), dt.date(2024, 2, 29), "month",
    )  # fmt: skip
    assert (year.date_precision, year.confidence_date) == ("year", "low")


def test_a_later_import_replaces_the_same_event(gazetteer: Gazetteer, done: Imported, tmp_path: Path) -> None:
    """GED has no time stamp: what is imported now counts, and --fresh drops what the new version dropped."""
    text = (FOLDER / "ucdp.csv").read_text().replace(",4,6,3,", ",5,6,3,")
    (tmp_path / "new.csv").write_text("".join(text.splitlines(keepends=True)[:3]))
    again = imported(gazetteer, "ucdp", str(tmp_path / "new.csv"), existing=done.store)
    assert (again.new, again.replaced, again.unchanged) == (0, 1, 1) and len(again.store.incidents) == 4
    assert report(again, "ucdp:990001").killed == 5
    fresh = imported(gazetteer, "ucdp", str(tmp_path / "new.csv"), existing=done.store, fresh=True)
    assert len(fresh.store.incidents) == 2
