"""The scorer: what it counts as right decides what the rules are tuned for."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from geomap.errors import DataError, UsageError
from geomap.evaluate import Evaluation, Label, Labelled, evaluate, read_gold
from geomap.gazetteer import Gazetteer
from geomap.model import Incident
from tests.fixtures.stores import incident

DAY = dt.date(2024, 2, 4)
FIELDS: dict[str, Any] = {
    "lat": 35.0,
    "lon": 40.0,
    "date_start": DAY,
    "date_end": DAY,
    "date_precision": "day",
}
LABEL = Label(id="a-1", place="Harbour", lat=35.0, lon=40.0, tolerance_km=12, date=DAY)


def one(**fields: Any) -> Incident:
    """An incident where and when the label wants it."""
    return incident(fields.pop("id", "i-1"), **(FIELDS | fields))


def score(labels: list[Label], found: list[Incident], gazetteer: Gazetteer) -> Evaluation:
    """The evaluation of one article."""
    return evaluate([Labelled(id="a", incidents=tuple(labels))], {"a": found}, gazetteer)


def label(**fields: Any) -> Label:
    """The label with other fields."""
    return msgspec.structs.replace(LABEL, **fields)


def days(start: str, end: str) -> dict[str, dt.date]:
    return {"date_start": dt.date.fromisoformat(start), "date_end": dt.date.fromisoformat(end)}


@pytest.mark.parametrize(
    ("wanted", "fields", "fits"),
    [
        pytest.param({}, {"lat": 35.1}, True, id="11 km off a place known to 12"),
        pytest.param({}, {"lat": 35.12}, False, id="13 km off"),
        pytest.param(
            {"alt_places": ({"lat": 36.0, "lon": 40.0, "tolerance_km": 5},)},
            {"lat": 36.0},
            True,
            id="another place",
        ),
        pytest.param({}, {"lat": None, "lon": None}, False, id="no point is nowhere"),
        pytest.param({}, days("2024-02-03", "2024-02-05"), True, id="days that hold the day"),
        pytest.param({}, days("2024-02-02", "2024-02-03"), False, id="the days before"),
        pytest.param({}, days("2024-02-01", "2024-02-08"), False, id="so many days that they say nothing"),
        pytest.param(
            {"date_precision": "week"}, days("2024-02-08", "2024-02-08"), True, id="a week has slack"
        ),
        pytest.param(
            {"date_precision": "week"}, days("2024-02-10", "2024-02-10"), False, id="but not six days"
        ),
        pytest.param(
            {"date_precision": "month"}, days("2024-02-24", "2024-02-24"), True, id="a month has twenty"
        ),
        pytest.param(
            {"date_precision": "month"}, days("2024-02-25", "2024-02-25"), False, id="not twenty-one"
        ),
        pytest.param({"date_precision": "year"}, days("2024-08-20", "2024-08-20"), True, id="a year has 200"),
        pytest.param({}, {"date_start": None, "date_end": None}, False, id="a day was said and is not given"),
        pytest.param({"date": None}, {"date_start": None, "date_end": None}, True, id="no day was said"),
        pytest.param({"date": None}, days("2023-01-01", "2023-01-01"), True, id="any day, if none was said"),
        pytest.param(
            {"date": None, "date_world": DAY}, days("2024-02-07", "2024-02-07"), True, id="near the true day"
        ),
        pytest.param(
            {"date": None, "date_world": DAY}, days("2024-02-08", "2024-02-08"), False, id="not the true day"
        ),
        pytest.param({"date": dt.date(2024, 3, 1), "date_world": DAY}, {}, True, id="the true day will do"),
    ],
)
def test_place_and_day(
    wanted: dict[str, Any], fields: dict[str, Any], fits: bool, gazetteer: Gazetteer
) -> None:
    """An answer is right within what the label leaves open, and not beyond."""
    made = msgspec.convert(msgspec.to_builtins(LABEL) | msgspec.to_builtins(wanted), Label)
    assert score([made], [one(**fields)], gazetteer).strict.recall.right == int(fits)


def test_precision_recall_and_f1(gazetteer: Gazetteer) -> None:
    """Two found, one of them right, of three that the article is about: a half, a third, 0.4."""
    labels = [LABEL, label(id="a-2", lat=10.0), label(id="a-3", lat=20.0)]
    result = score(labels, [one(), one(id="i-2", lat=-30.0, **days("2023-01-01", "2023-01-01"))], gazetteer)
    assert (result.strict.precision.share, result.strict.recall.share) == (0.5, 1 / 3)
    assert result.strict.f1 == pytest.approx(0.4)
    assert result.causes == {"missed": 2, "spurious": 1} and result.all_right == 0


def test_background_may_be_found_or_not(gazetteer: Gazetteer) -> None:
    """A label that is not core is right when found and no fault when missed."""
    background = label(core=False)
    found = score([background], [one()], gazetteer)
    assert found.strict.precision.share == 1.0 and found.strict.recall.asked == 0
    assert score([background], [], gazetteer).all_right == 1


def test_ambiguous_labels_count_for_neither_side(gazetteer: Gazetteer) -> None:
    """Where readers differ, neither finding nor missing changes a figure."""
    doubtful = label(ambiguous=True)
    assert score([doubtful], [one()], gazetteer).strict.precision.asked == 0
    assert score([doubtful], [], gazetteer).causes == {}


@pytest.mark.parametrize("status", ["denied", "planned", "threatened"])
def test_what_is_off_the_map_is_not_found(status: str, gazetteer: Gazetteer) -> None:
    """A threat that is kept as a threat is no false alarm."""
    assert score([], [one(status=status)], gazetteer).with_incidents == 0
    assert score([], [one(status="claimed")], gazetteer).causes == {"spurious": 1}


def test_one_incident_answers_one_label(gazetteer: Gazetteer) -> None:
    """Two attacks on one day at one place need two incidents."""
    result = score([LABEL, label(id="a-2")], [one()], gazetteer)
    assert (result.strict.recall.right, result.strict.recall.asked) == (1, 2)


def test_the_better_answer_is_taken(gazetteer: Gazetteer) -> None:
    """Of two labels of one place and day, an incident answers the one with its attacker."""
    labels = [label(attacker="Iran"), label(id="a-2", attacker="Israel")]
    result = score(labels, [one(attacker_id="israel", attacker="Israel")], gazetteer)
    assert result.attributes["attacker"].share == 1.0


def test_place_alone_forgives_the_day(gazetteer: Gazetteer) -> None:
    """The right place on a wrong day is right in one figure, and its fault has one name, not two."""
    result = score([LABEL], [one(**days("2024-03-01", "2024-03-01"))], gazetteer)
    assert result.strict.recall.right == 0 and result.place.recall.right == 1
    assert result.causes == {"date": 1}


def test_the_right_day_in_a_wrong_place_is_named_so(gazetteer: Gazetteer) -> None:
    """The list of faults says what to mend: the place, not "missed" and "spurious"."""
    assert score([LABEL], [one(lat=10.0)], gazetteer).causes == {"place": 1}


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ({"attacker": "United States"}, {"attacker_id": "united-states"}, True),
        ({"attacker": "US Central Command"}, {"attacker_id": "united-states"}, True),
        ({"attacker": "Mali"}, {"attacker_id": "malian-armed-forces"}, True),
        ({"attacker": "Iran"}, {"attacker_id": "irgc"}, False),
        ({"attacker": "Iran", "attacker_accept": ("IRGC",)}, {"attacker_id": "irgc"}, True),
        ({"attacker": None}, {}, True),
        ({"attacker": None}, {"attacker_id": "iran"}, False),
        ({"attacker": "Iran"}, {}, False),
        ({"attacker": "United States"}, {"attacker_id": "us-led-coalition"}, False),
        ({"target": "United States"}, {"target_id": "us-led-coalition"}, True),
        ({"target": "Kataib Hezbollah"}, {"target_id": "iran-backed-militias"}, True),
        ({"target": "Israel"}, {"target_id": "iran-backed-militias"}, False),
        ({"attacker": "A Band of Nowhere"}, {"attacker": "a band of nowhere"}, True),
        ({"weapon": "drone"}, {"weapon": "drone"}, True),
        ({"weapon": "rocket", "weapon_accept": ("missile",)}, {"weapon": "missile"}, True),
        ({"weapon": None}, {"weapon": "drone"}, False),
        ({"killed": 3}, {"killed": 3}, True),
        ({"killed": 3, "killed_accept": (4,)}, {"killed": 4}, True),
        ({"killed": 0}, {}, False),
        ({"killed": None}, {"killed": 0}, False),
        ({"wounded": 5}, {"wounded": 6}, False),
        ({"launch_place": "Iraq"}, {"launch_place": "somewhere"}, True),
        ({"launch_place": "Iraq"}, {}, False),
    ],
)  # fmt: skip
def test_attributes(wanted: dict[str, Any], found: dict[str, Any], right: bool, gazetteer: Gazetteer) -> None:
    """Names by who is meant; nothing is right where nothing is labelled; a whole is no part, except as target."""
    (name,) = (key for key in wanted if not key.endswith("_accept"))
    result = score([label(**wanted)], [one(**found)], gazetteer)
    assert result.attributes[name].share == float(right)
    assert (name in result.causes) is not right


def test_a_number_that_neither_gives_is_not_asked(gazetteer: Gazetteer) -> None:
    """Silence about victims is not counted as a right answer."""
    asked = set(score([LABEL], [one()], gazetteer).attributes)
    assert asked == {"attacker", "target", "weapon", "date_precision"}


def test_kind_status_and_precision_of_the_day(gazetteer: Gazetteer) -> None:
    """Asked where they are labelled: a month that is told as a day is a fault, though the day fits."""
    wanted = label(kind="shelling", status="claimed", date_precision="month")
    result = score([wanted], [one(kind="attack", status="claimed")], gazetteer)
    assert {name: rate.right for name, rate in result.attributes.items()} == {
        "attacker": 1, "target": 1, "weapon": 1, "kind": 0, "status": 1, "date_precision": 0,
    }  # fmt: skip
    assert result.steps == {"role": 1, "date": 1}


def test_the_doubt_that_is_drawn_is_measured(gazetteer: Gazetteer) -> None:
    """A point 11 km off with a radius of 5 is a fault of honesty; with 15 it is none."""
    for radius, inside in ((5.0, 0), (15.0, 1)):
        result = score([LABEL], [one(lat=35.1, radius_km=radius)], gazetteer)
        assert (result.inside_radius.right, result.inside_radius.asked) == (inside, 1)
    assert score([LABEL], [one()], gazetteer).inside_radius.asked == 0


def test_launch_places_that_nobody_named_are_counted(gazetteer: Gazetteer) -> None:
    """An arc on the map that the article did not draw."""
    assert score([LABEL], [one(launch_place="Anbar")], gazetteer).invented_launches == 1
    assert score([label(launch_place="Anbar")], [one(launch_place="Anbar")], gazetteer).invented_launches == 0


@pytest.mark.parametrize(
    ("found", "known", "steps"),
    [
        ([], [], {"recognition": 1}),
        ([], [(40.0, 35.0)], {"event": 1}),
        ([{"lat": 36.0}], [(40.0, 35.0)], {"resolution": 1}),
        ([{"lat": 36.0}], [], {"recognition": 1}),
        ([days("2024-03-01", "2024-03-01")], [], {"date": 1}),
        ([{}, {"id": "i-2"}], [], {"merge": 1}),
        ([{}, {"id": "i-2", "lat": 36.0, "date_start": None, "date_end": None}], [], {"event": 1}),
    ],
)
def test_the_step_of_reading_that_is_at_fault(
    found: list[dict[str, Any]], known: list[tuple[float, float]], steps: dict[str, int], gazetteer: Gazetteer
) -> None:
    """Whoever mends the reader knows where to look: at names, at the choice of places, at deeds, at days."""
    article = Labelled(id="a", incidents=(LABEL,))
    result = evaluate([article], {"a": [one(**fields) for fields in found]}, gazetteer, {"a": known})
    assert result.steps == steps


def test_the_interval_tells_how_far_to_trust_a_figure(gazetteer: Gazetteer) -> None:
    """Ten articles, half of them right: F1 might be 0.3 or 0.8, and the same articles give the same interval."""
    articles = [Labelled(id=f"a{n}", incidents=(LABEL,)) for n in range(10)]
    found = {f"a{n}": [one()] for n in range(5)}
    low, high = evaluate(articles, found, gazetteer).interval
    assert 0.2 < low < evaluate(articles, found, gazetteer).strict.f1 < high < 1.0
    assert evaluate(articles, found, gazetteer).interval == (low, high)
    assert evaluate([], {}, gazetteer).interval == (0.0, 0.0)


def test_an_article_without_anything_found_counts(gazetteer: Gazetteer) -> None:
    """What was not read is missed, not left out."""
    result = evaluate([Labelled(id="a", incidents=(LABEL,))], {}, gazetteer)
    assert result.causes == {"missed": 1} and result.strict.f1 == 0.0


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two labelled articles of two sets."""
    made = [{"id": "a", "set": "one", "lang": "en"}, {"id": "b", "set": "two", "lang": "ar", "incidents": []}]
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(made))
    return path


def test_gold_by_file_folder_and_part(gold: Path) -> None:
    """A folder stands for its gold.json; --only takes sets, languages and ids."""
    assert [a.id for a in read_gold(gold)] == [a.id for a in read_gold(gold.parent)] == ["a", "b"]
    assert [a.id for a in read_gold(gold, ["two"])] == [a.id for a in read_gold(gold, ["ar"])] == ["b"]
    assert [a.id for a in read_gold(gold, ["a"])] == ["a"]


def test_gold_that_is_none(gold: Path, tmp_path: Path) -> None:
    """A wrong file or an unknown set is said with the file's name."""
    with pytest.raises(UsageError, match="three"):
        read_gold(gold, ["three"])
    with pytest.raises(DataError, match=r"gold\.json"):
        read_gold(tmp_path / "no" / "gold.json")
    gold.write_text('{"id": "a"}')
    with pytest.raises(DataError, match="labelled articles"):
        read_gold(gold)
