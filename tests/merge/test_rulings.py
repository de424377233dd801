"""What a person ruled, ids through merges, and merging at scale."""

from __future__ import annotations

import datetime as dt
import random
import time

from geomap.merge import Rulings, incident_id, merge
from geomap.model import Incident, Report
from tests.merge.test_merging import FAR, day, related, told


def ids(incidents: list[Incident]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(report.article for report in one.reports)) for one in incidents)


def test_a_person_joins_what_contradicts() -> None:
    """Two outlets mix up the day and the place; a person knows that it was one attack."""
    a, b = told("a"), told("b", **(FAR | day("2024-02-07")))
    assert ids(merge([a, b])) == [("a",), ("b",)]
    (one,) = merge([a, b], rulings=Rulings(together=[(a.id, b.id, "a person says so")]))
    assert "a person says so" in (one.why or "")


def test_what_fits_one_of_a_joined_pair_fits_the_pair() -> None:
    """A third article, which tells of the right day, does not come apart because of the wrong one."""
    a, b, c = told("a"), told("b", **day("2024-02-07")), told("c")
    assert ids(merge([a, b, c], rulings=Rulings(together=[(a.id, b.id, "so")]))) == [("a", "b", "c")]


def test_a_person_keeps_apart_what_looks_alike() -> None:
    """Two attacks on one field on one day: also no third report joins them."""
    a, b, c = told("a"), told("b"), told("c")
    found = ids(merge([a, b, c], rulings=Rulings(apart=[(a.id, b.id)])))
    assert ("a", "b", "c") not in found and len(found) == 2


def test_a_person_joins_two_reports_of_one_article() -> None:
    """The reader of an article told one event twice; nobody but a person may join them."""
    a, b = told("a"), told("a", id="a#ffff-1")
    assert len(merge([a, b])) == 2
    assert len(merge([a, b], rulings=Rulings(together=[(a.id, b.id, "so")]))) == 1


def test_the_latest_verdict_on_a_fact_is_believed_before_finer_places() -> None:
    """The place that a person gives is the incident's, even where an article gives a finer one."""
    a, b = told("a", radius_km=1.0), told("b", place="Here", place_id="here", radius_km=9.0)
    (one,) = merge([a, b], rulings=Rulings(fields={b.id: {"place": 1}}))
    assert one.place == "Here"


def test_an_incident_remembers_the_ids_it_had() -> None:
    """A link to an incident that was merged into another one still leads somewhere."""
    a, b = told("a", published=dt.date(2024, 2, 5)), told("b", published=dt.date(2024, 2, 6))
    (alone,) = merge([b])
    (both,) = merge([a, b])
    assert alone.id == incident_id(b.id)
    assert both.id == incident_id(a.id) and both.former_ids == (alone.id,)


def test_wire_copy_of_an_undated_event_is_joined_by_its_words() -> None:
    """The same sentence at the same place in two articles is one event, though neither says a day."""
    words = {"evidence": "Gunmen on two motorcycles shot at the guards of the northern gate and fled.",
             "date_start": None, "date_end": None, "date_precision": "unknown"}  # fmt: skip
    assert ids(merge([told("a", **words), told("b", **words)])) == [("a", "b")]


def many(count: int, *, places: int, days: int) -> list[Report]:
    rnd = random.Random(1)
    spots = [(f"p{n}", 35 + rnd.random() * 10, 31 + rnd.random() * 6) for n in range(places)]
    made = []
    for n in range(count):
        place, lon, lat = rnd.choice(spots)
        fields = day(str(dt.date(2023, 10, 7) + dt.timedelta(rnd.randrange(days))))
        fields |= {
            "place_id": place,
            "place": place,
            "lon": lon,
            "lat": lat,
            "killed": rnd.choice([None, 1, 2, 6]),
        }
        made.append(
            told(f"a{n:06}", evidence=f"Something struck number {n} and it was told by many.", **fields)
        )
    return made


def test_one_more_article_changes_only_what_it_touches() -> None:
    """An analyst who adds a report sees one incident change, not the others."""
    reports = many(600, places=40, days=60)
    before = {one.id: one for one in merge(reports, related)}
    shared = ("place_id", "place", "lon", "lat", "date_start", "date_end")
    new = told("zz", **{name: getattr(reports[7], name) for name in shared})
    after = {one.id: one for one in merge([*reports, new], related)}
    changed = [id for id in before.keys() | after.keys() if before.get(id) != after.get(id)]
    assert len(changed) == 1 and "zz" in after[changed[0]].articles


def test_a_crowded_day_in_one_city_does_not_explode() -> None:
    """Four times the reports of one place and day take some four times as long, not sixteen."""

    def seconds(count: int) -> float:
        reports = many(count, places=1, days=1)
        begun = time.process_time()
        merge(reports)
        return time.process_time() - begun

    seconds(100)
    assert seconds(3200) < 9 * seconds(800)
