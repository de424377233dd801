"""People's verdicts: kept in a file that is only added to, and stronger than every rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from geomap.decisions import Decision, apply, decision_line, head_line, read_decisions
from geomap.decisions.lookup import Lookup
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.merge import merge
from geomap.model import Incident, Report
from geomap.store import verdicts
from tests.merge.test_merging import told

A, B = told("a"), told("b")


@pytest.fixture(scope="module")
def lookup(gazetteer: Gazetteer) -> Lookup:
    return Lookup(gazetteer)


def say(verdict: Any, report: str = A.id, **fields: Any) -> Decision:
    return Decision(verdict=verdict, report=report, who="Amal", when="2024-03-01T10:00:00Z", **fields)


def merged(lookup: Lookup, *decisions: Decision, reports: tuple[Report, ...] = (A, B)) -> list[Incident]:
    ruled = apply(reports, decisions, lookup)
    return merge(ruled.reports, rulings=ruled.rulings)


def test_a_verdict_survives_the_file() -> None:
    """Commas, quotes, formulas and line breaks in a reason come back, the break as a blank."""
    for why in ("a, b", 'the "field"', "=HYPERLINK(1)", "'-1", "two\nlines", "سبب", "+1 for it"):
        line = decision_line(say("drop", why=why))
        assert line.count("\n") == 1
        (back,) = read_decisions(head_line() + line, "d.csv").decisions
        assert back.why == why.replace("\n", " ")


def test_a_spreadsheet_does_not_run_what_is_in_it() -> None:
    """A reason that begins like a formula is guarded."""
    assert ",'=1+1" in decision_line(say("drop", why="=1+1"))


BAD = [
    ("1,,Amal,maybe,r1,,,", "no verdict", "same"),
    ("1,,Amal,same,r1,,,", "second report", "other"),
    ("1,,Amal,same,r1,r1,,", "itself", "other"),
    ("1,,Amal,date,r1,,soon,", "not a date", "2024-02"),
    ("1,,Amal,date,r1,,2024-02-31,", "not a date", "2024-02"),
    ("1,,Amal,set,r1,,colour=red,", "field=value", "killed"),
    ("1,,Amal,set,r1,,killed=many,", "number", "many"),
    ("1,,Amal,set,r1,,status=sure,", "one of", "claimed"),
    ("1,,Amal,set,r1,,weapons=drone; sling,", "sling", "drone"),
    ("1,,Amal,drop,,,,", "no report", "id"),
    ("1,,Amal,drop,r1,,", "7 cells", "quote"),
    ("9,,Amal,drop,r1,,,", "schema", "upgrade"),
]


@pytest.mark.parametrize(("line", "message", "advice"), BAD)
def test_a_bad_line_is_named_with_what_to_do(line: str, message: str, advice: str) -> None:
    """File and row, so that an editor jumps there."""
    with pytest.raises(DataError) as caught:
        read_decisions(head_line() + "1,,Amal,drop,r0,,,\n" + line + "\n", "d.csv")
    assert str(caught.value).startswith("d.csv:3: ")
    assert message in str(caught.value) and advice in str(caught.value)


def test_semicolons_and_another_order_of_columns_are_read() -> None:
    """A spreadsheet of another country saves with semicolons; a person moves columns."""
    (one,) = read_decisions(
        "\ufeffverdict;report;value;why\r\nplace;r1;Harir;seen, there\r\n", "d.csv"
    ).decisions
    assert (one.verdict, one.report, one.value, one.why) == ("place", "r1", "Harir", "seen, there")


def test_a_torn_last_line_is_said_and_the_others_hold(tmp_path: Path) -> None:
    """The power went while a verdict was written: the others count, the next is added behind it, nothing is lost."""
    path = tmp_path / "s.decisions.csv"
    verdicts.append(path, [say("drop")])
    path.write_text(path.read_text() + '1,2024-03-01,Amal,place,r1,,"al-O')
    read = verdicts.read(path)
    assert [d.verdict for d in read.decisions] == ["drop"]
    assert "s.decisions.csv:3" in read.notes[0] and "cut off" in read.notes[0]
    verdicts.append(path, [say("confirm")])
    read = verdicts.read(path)
    assert [d.verdict for d in read.decisions] == ["drop", "confirm"]
    assert '"al-O' in path.read_text() and "cut off" in read.notes[0]


def test_a_last_line_without_its_end_that_is_whole_counts(tmp_path: Path) -> None:
    """An editor that writes no last line break loses nobody's verdict."""
    path = tmp_path / "s.decisions.csv"
    path.write_text(head_line() + "1,,Amal,drop,r1,,,")
    verdicts.append(path, [say("confirm")])
    assert [d.verdict for d in verdicts.read(path).decisions] == ["drop", "confirm"]


def test_the_file_is_only_ever_added_to(tmp_path: Path) -> None:
    """What was there stays, byte for byte."""
    path = tmp_path / "s.decisions.csv"
    verdicts.append(path, [say("drop")])
    before = path.read_bytes()
    verdicts.append(path, [say("drop", value="undo"), say("place", value="Harir")])
    assert path.read_bytes().startswith(before) and path.read_text().count("\n") == 4


def test_same_and_different(lookup: Lookup) -> None:
    """Joined against the rules, kept apart against the rules."""
    assert len(merged(lookup)) == 1
    (one, other) = merged(lookup, say("different", other=B.id, why="an hour apart"))
    assert "a person (Amal, 2024-03-01) says" in (one.why or "") and "an hour apart" in (other.why or "")
    far = told("b", lon=30.0, lat=31.0, place_id="x", place="X")
    assert len(merged(lookup, say("same", other=B.id), reports=(A, far))) == 1


def test_the_later_of_two_that_contradict_holds_and_it_is_said(lookup: Lookup) -> None:
    """Two people differ: the newer verdict counts, and both hear of it."""
    ruled = apply(
        [A, B], [say("different", other=B.id, row=2), say("same", B.id, other=A.id, row=3)], lookup, "d.csv"
    )
    assert len(merge(ruled.reports, rulings=ruled.rulings)) == 1
    assert "d.csv:3" in ruled.notes[0] and "row 2" in ruled.notes[0]


def test_a_chain_that_contradicts_gives_way_to_the_newest(lookup: Lookup) -> None:
    """a is b, b is c, and later: a is not c. The oldest of the three is set aside."""
    c = told("c")
    chain = [say("same", other=B.id), say("same", B.id, other=c.id), say("different", other=c.id)]
    ruled = apply([A, B, c], chain, lookup)
    assert len(ruled.notes) == 1 and len(merge(ruled.reports, rulings=ruled.rulings)) == 2


def test_place(lookup: Lookup) -> None:
    """By id, by name, by point, or not known; surely, and with who says so."""
    (one,) = merged(lookup, say("place", value="tower-22", why="geolocated"), reports=(A,))
    assert (one.place_id, one.confidence_place, one.country) == ("tower-22", "high", "JO")
    assert "a person (Amal, 2024-03-01) says the place is Tower 22: geolocated" in (one.why or "")
    (one,) = merged(lookup, say("place", value="40.5, 35.1, 0.2 km"), reports=(A,))
    assert (one.lon, one.lat, one.radius_km, one.country, one.admin1) == (40.5, 35.1, 0.2, "SY", "SY-DY")
    (one,) = merged(lookup, say("place", value="Deir ez-Zor Governorate"), reports=(A,))
    assert (one.precision, one.point_is) == ("governorate", "representative")
    (one,) = merged(lookup, say("place"), reports=(A,))
    assert one.lon is None and one.place is None and one.precision == "unknown"


def test_date_actor_set_confirm(lookup: Lookup) -> None:
    """Every verdict on a report reaches its incident."""
    (one,) = merged(lookup, say("date", value="2024-03"), reports=(A,))
    assert (str(one.date_start), str(one.date_end), one.date_precision) == (
        "2024-03-01",
        "2024-03-31",
        "month",
    )
    (one,) = merged(lookup, say("actor", value="Kataib Hezbollah; United States"), reports=(A,))
    assert (
        one.attackers[0] == "Kataib Hezbollah" and len(one.attackers) == 2 and one.confidence_actor == "high"
    )
    (one,) = merged(lookup, say("set", value="killed=5"), say("set", value="status=denied"), reports=(A,))
    assert (one.killed, one.killed_low, one.killed_high, one.status) == (5, 5, 5, "denied")
    (one,) = merged(lookup, say("set", value="weapons=drone; rocket"), reports=(A,))
    assert set(one.weapons) == {"drone", "rocket"}
    (one,) = merged(lookup, say("confirm"), reports=(A,))
    assert (one.confidence_place, one.confidence_date) == ("high", "high")


def test_drop_and_undo(lookup: Lookup) -> None:
    """What is no incident leaves the map; the verdict can be withdrawn by a newer one."""
    assert merged(lookup, say("drop"), reports=(A,)) == []
    assert len(merged(lookup, say("drop"), say("drop", value="undo"), reports=(A,))) == 1
    (one,) = merged(lookup, say("place", value="tower-22"), say("place", value="undo"), reports=(A,))
    assert one.place_id == A.place_id and one.confidence_place == A.confidence_place


def test_the_articles_words_are_kept_beside_the_verdict(lookup: Lookup) -> None:
    """A verdict changes what is believed, never what an article said: so it can be withdrawn at any time."""
    (one,) = merged(lookup, say("place", value="tower-22"), reports=(A,))
    assert one.reports == (A,)


def test_a_verdict_whose_report_is_gone_is_listed(lookup: Lookup) -> None:
    """An article was corrected; the verdict on its old sentence is neither applied nor lost."""
    ruled = apply([A], [say("drop", "gone#1-0"), say("same", other="gone#1-0")], lookup)
    assert len(ruled.gone) == 2 and ruled.reports == (A,) and not ruled.applied


@pytest.mark.parametrize("value", ["Nowhere at all in this world", "190.0, 10.0"])
def test_a_place_that_nobody_knows_is_refused_with_its_row(lookup: Lookup, value: str) -> None:
    """Nothing is guessed out of a misspelt verdict."""
    with pytest.raises(DataError, match=r"d\.csv:7: "):
        apply([A], [say("place", value=value, row=7)], lookup, "d.csv")
