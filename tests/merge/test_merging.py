"""Merging: many reports of one event are one incident, two events stay two, and the order never matters."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.merge import merge
from geomap.model import ActorRole, Incident, Report
from tests.fixtures.stores import report

FEB4 = dt.date(2024, 2, 4)
OMAR = {
    "place_id": "al-omar-field", "place": "al-Omar field", "lon": 40.55, "lat": 35.1, "precision": "site",
    "country": "SY", "admin1": "SY-DY", "radius_km": 5.0, "date_start": FEB4, "date_end": FEB4,
    "date_precision": "day", "published": dt.date(2024, 2, 5),
}  # fmt: skip


def role(id: str, kind: str = "attributed") -> ActorRole:
    return ActorRole(id=id, name=id.title(), role=kind)


def told(article: str, **fields: Any) -> Report:
    """A report of the attack on al-Omar of 4 February, with other fields."""
    id = fields.pop("id", f"{article}#0f3a-0")
    return report(article, **(OMAR | {"id": id, "outlet": f"Outlet {article}"} | fields))


def day(text: str) -> dict[str, dt.date]:
    return {"date_start": dt.date.fromisoformat(text), "date_end": dt.date.fromisoformat(text)}


def related(a: str, b: str) -> bool:
    """Two of the groups are one umbrella's."""
    return a == b or {a, b} == {"islamic-resistance-in-iraq", "kataib-hezbollah"}


def groups(*reports: Report) -> list[tuple[str, ...]]:
    """Which articles were put together."""
    return sorted(tuple(sorted(i.articles)) for i in merge(reports, related))


ELSEWHERE = {"place_id": "green-village", "place": "Green Village", "lon": 40.57, "lat": 35.11}
FAR = {"place_id": "conoco-field", "place": "Conoco", "lon": 40.32, "lat": 35.33}
PROVINCE = {
    "place_id": "sy-deir-ez-zor",
    "place": "Deir ez-Zor",
    "lon": 40.3,
    "lat": 34.9,
    "precision": "governorate",
}
IRI, KH = role("islamic-resistance-in-iraq"), role("kataib-hezbollah")

TOGETHER = [
    ("same place and day", {}, {}),
    ("places that lie together", {}, ELSEWHERE),
    ("an actor and its umbrella", {"attackers": (IRI,)}, {"attackers": (KH,)}),
    ("one names nobody", {"attackers": (IRI,)}, {}),
    ("weapons that are mistaken for each other", {"weapons": ("rocket",)}, {"weapons": ("missile",)}),
    ("days that overlap", {}, {"date_start": dt.date(2024, 2, 3), "date_end": FEB4}),
    ("early tolls that differ", {"killed": 6, "killed_low": 6, "killed_high": 6}, {"killed": 7}),
]
APART = [
    ("another day", {}, day("2024-02-07")),
    ("another place", {}, FAR),
    ("attackers that are no kin", {"attackers": (IRI,)}, {"attackers": (role("israel"),)}),
    ("weapons that nobody mistakes", {"weapons": ("drone",)}, {"weapons": ("gunfire",)}),
    ("a day between", {}, day("2024-02-06")),
]


@pytest.mark.parametrize(("why", "a", "b"), TOGETHER)
def test_one_event(why: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    """Two outlets in their own words: one incident with both reports."""
    assert groups(told("a", **a), told("b", **b)) == [("a", "b")]


@pytest.mark.parametrize(("why", "a", "b"), APART)
def test_two_events(why: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    """What contradicts in day, place, attacker or weapon is not the same event."""
    assert groups(told("a", **a), told("b", **b)) == [("a",), ("b",)]


def test_two_attacks_on_one_base_on_two_days_stay_two() -> None:
    """Told by two outlets each, they are two incidents of two reports."""
    second = day("2024-02-06")
    found = groups(told("a"), told("b"), told("c", **second), told("d", **second))
    assert found == [("a", "b"), ("c", "d")]


def test_what_one_article_tells_apart_is_never_joined() -> None:
    """Morning and evening of one day at one base, by one article: the reader saw two."""
    found = merge([told("a", id="a#1-0"), told("a", id="a#2-1")], related)
    assert len(found) == 2


def test_no_chain_joins_what_contradicts() -> None:
    """A report that names nobody must not tie two attackers together."""
    one, other = told("a", attackers=(IRI,)), told("c", attackers=(role("israel"),))
    for found in (groups(one, told("b"), other), groups(other, told("b"), one)):
        assert not any({"a", "c"} <= set(group) for group in found)


def test_four_outlets_of_one_claim_are_one_origin() -> None:
    """Repeating an agency is no confirmation: outlets are counted, and origins apart from them."""
    reports = [told(article, source_origin="agency") for article in "abcd"]
    (incident,) = merge(reports, related)
    assert (incident.n_outlets, incident.n_origins, len(incident.reports)) == (4, 1, 4)
    (incident,) = merge([*reports, told("e")], related)
    assert (incident.n_outlets, incident.n_origins) == (5, 2)


def test_a_later_report_of_one_origin_supersedes_the_toll() -> None:
    """The agency's evening figure replaces its morning figure; it does not widen the range."""
    morning = told(
        "a", source_origin="agency", killed=3, killed_low=3, killed_high=3, published=dt.date(2024, 2, 4)
    )
    evening = told(
        "b", source_origin="agency", killed=6, killed_low=6, killed_high=6, published=dt.date(2024, 2, 5)
    )
    (incident,) = merge([evening, morning], related)
    assert (incident.killed, incident.killed_low, incident.killed_high) == (6, 6, 6)


def test_another_origin_widens_the_range() -> None:
    """Two independent tolls are both kept; they are never added up."""
    one = told("a", killed=6, killed_low=6, killed_high=6)
    other = told("b", killed=7, killed_low=7, killed_high=7)
    (incident,) = merge([one, other], related)
    assert incident.killed in (6, 7) and (incident.killed_low, incident.killed_high) == (6, 7)


def test_empty_is_not_zero() -> None:
    """Where no report gives a toll the incident has none; said to be none is 0."""
    (incident,) = merge([told("a"), told("b")], related)
    assert incident.killed is None and incident.killed_low is None
    (incident,) = merge([told("a", killed=0, killed_low=0, killed_high=0)], related)
    assert incident.killed == 0


def test_the_finest_place_wins() -> None:
    """One report knows the site, another only the governorate and the same dead: the incident has the site."""
    alike = {"attackers": (IRI,), "killed": 6}
    (incident,) = merge([told("a", **PROVINCE, **alike), told("b", **alike)], related)
    assert (incident.place_id, incident.precision, incident.lon) == ("al-omar-field", "site", 40.55)


def test_the_finest_day_wins() -> None:
    """One report knows the day, another only the week: the incident has the day."""
    week = {"date_start": dt.date(2024, 2, 1), "date_end": dt.date(2024, 2, 7), "date_precision": "week"}
    (incident,) = merge([told("a", **week), told("b")], related)
    assert (incident.date_start, incident.date_end, incident.date_precision) == (FEB4, FEB4, "day")


def test_a_claim_gives_the_attacker() -> None:
    """Who claims it comes before who is suspected of it, whoever was read first."""
    suspected = told("a", attackers=(role("kataib-hezbollah", "suspected"),))
    claimed = told("b", attackers=(role("islamic-resistance-in-iraq", "claimed"),), status="claimed")
    for reports in ([suspected, claimed], [claimed, suspected]):
        (incident,) = merge(reports, related)
        assert (incident.attacker_id, incident.attacker_role) == ("islamic-resistance-in-iraq", "claimed")
        assert incident.status == "claimed"


def test_every_report_is_kept_with_the_reason_why_it_is_here() -> None:
    """A wrong merge can be seen, and undone, without reading again."""
    reports = [told("a"), told("b")]
    (incident,) = merge(reports, related)
    assert sorted(r.id for r in incident.reports) == sorted(r.id for r in reports)
    assert incident.why is not None and "same" in incident.why


def test_the_id_stays_when_a_later_article_is_added() -> None:
    """Links and decisions point at it: it comes from the earliest report."""
    first = told("m", published=dt.date(2024, 2, 5))
    (alone,) = merge([first], related)
    (joined,) = merge([told("a", published=dt.date(2024, 2, 9)), first], related)
    assert joined.id == alone.id and len(joined.reports) == 2


def test_incidents_are_in_the_order_of_their_days() -> None:
    """Undated ones stand at the end."""
    undated = {"date_start": None, "date_end": None, "date_precision": "unknown", **FAR}
    found = merge([told("a", **undated), told("b", **day("2024-02-07")), told("c")], related)
    assert [i.date_start for i in found] == [FEB4, dt.date(2024, 2, 7), None]


def test_reports_without_a_place_or_day_are_incidents_of_their_own() -> None:
    """Nothing says that two unknown places are one."""
    nowhere = {"place_id": None, "place": None, "lon": None, "lat": None, "precision": "unknown"}
    assert groups(told("a", **nowhere), told("b", **nowhere)) == [("a",), ("b",)]


_ROLES = st.sampled_from(
    [(), (IRI,), (KH,), (role("israel"),), (role("islamic-resistance-in-iraq", "claimed"),)]
)
_FIELDS = st.fixed_dictionaries(
    {
        "place": st.sampled_from([{}, ELSEWHERE, FAR, PROVINCE]),
        "date_start": st.sampled_from([dt.date(2024, 2, 3), FEB4]),
        "date_end": st.sampled_from([FEB4, dt.date(2024, 2, 5)]),
        "attackers": _ROLES,
        "weapons": st.sampled_from([(), ("drone",), ("rocket", "drone"), ("gunfire",)]),
        "killed": st.sampled_from([None, 0, 3, 6]),
        "status": st.sampled_from(["reported", "claimed", "confirmed", "denied"]),
        "published": st.sampled_from([None, FEB4, dt.date(2024, 2, 6)]),
        "source_origin": st.sampled_from([None, "agency"]),
        "article": st.sampled_from("abcdef"),
    }
)


def _make(number: int, fields: dict[str, Any]) -> Report:
    place, article = fields.pop("place"), fields.pop("article")
    return told(article, id=f"{article}#{number:04}-{number}", **(place | fields))


@settings(max_examples=60, deadline=None)
@given(st.lists(_FIELDS, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_never_matters(tables: list[dict[str, Any]], random: Any) -> None:
    """The same reports in any order give the same bytes, and none is lost or doubled."""
    reports = [_make(n, dict(table)) for n, table in enumerate(tables)]
    shuffled = list(reports)
    random.shuffle(shuffled)
    first, second = merge(reports, related), merge(shuffled, related)
    assert msgspec.json.encode(first) == msgspec.json.encode(second)
    assert sorted(r.id for i in first for r in i.reports) == sorted(r.id for r in reports)
    assert all(_is_coherent(i) for i in first)


def _is_coherent(incident: Incident) -> bool:
    """No article twice, no unknown figure made a zero, no range without its best inside."""
    articles = [r.article for r in incident.reports]
    figures = {r.killed for r in incident.reports} - {None}
    return len(articles) == len(set(articles)) and (incident.killed is None or incident.killed in figures)


def _clash(article: str, first: str, second: str, **more: Any) -> Report:
    return told(article, kind="clash", attackers=(role(first),), targets=(role(second, "stated"),), **more)


def test_in_a_clash_either_side_may_stand_first() -> None:
    """A dataset that lists two sides does not say who began; but somebody else's strike is another event."""
    same = (_clash("a", "army", "rebels"), _clash("b", "rebels", "army"))
    assert groups(*same) == [("a", "b")]
    struck = told("c", kind="attack", attackers=(role("rebels"),), targets=(role("army", "stated"),))
    assert groups(same[0], struck) == [("a", "c")]
    other = told("d", kind="attack", attackers=(role("neighbour"),), targets=(role("army", "stated"),))
    assert groups(same[0], other) == [("a",), ("d",)]


def test_rows_of_a_dataset_stay_apart_and_some_stay_alone() -> None:
    """Two rows of one list are two events; a row of another list, or an article, may be one of them."""
    rows = (told("x:1", dataset="x"), told("x:2", dataset="x"))
    assert groups(*rows) == [("x:1",), ("x:2",)]
    assert groups(told("x:1", dataset="x"), told("y:1", dataset="y"), told("a")) == [("a", "x:1", "y:1")]
    assert groups(told("a"), told("g:1", dataset="g", alone=True)) == [("a",), ("g:1",)]


def test_a_crowd_of_rows_does_not_hide_an_article() -> None:
    """Five hundred rows of one city and day stand between two reports of one event."""
    rows = [told(f"x:{n:03}", dataset="x", killed=n, killed_low=n, killed_high=n) for n in range(500)]
    found = merge([*rows, told("a", killed=250, killed_low=250, killed_high=250)], related)
    assert [sorted(r.article for r in one.reports) for one in found if len(one.reports) > 1] == [
        ["a", "x:250"]
    ]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({}, "Attack on al-Omar field"),
        ({"precision": "near"}, "Attack near al-Omar field"),
        ({"precision": "near", "place": "between Kirkuk and Daquq"}, "Attack between Kirkuk and Daquq"),
        ({"precision": "sea", "place": "off Hodeidah", "kind": "explosion"}, "Explosion off Hodeidah"),
        ({"precision": "governorate", "place": "Offa"}, "Attack in Offa"),
    ],
)
def test_a_title_says_where_as_the_place_does(fields: dict[str, str], title: str) -> None:
    """One preposition, and none before a place that has its own."""
    assert merge([told("a", **fields)])[0].title == title
