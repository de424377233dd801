"""What is asked, in which order, and what is not asked again."""

from __future__ import annotations

import pytest

from geomap.decisions import Decision
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.search import Search
from geomap.merge import merge
from geomap.model import ActorRole, Report, Store
from geomap.review import Question, questions
from tests.merge.test_merging import told


@pytest.fixture(scope="module")
def search(gazetteer: Gazetteer) -> Search:
    return Search(gazetteer)


SURE = {"confidence_place": "high", "confidence_date": "high", "confidence_actor": "high"}


def ask(search: Search, *reports: Report, decisions: tuple[Decision, ...] = ()) -> list[Question]:
    return questions(Store(incidents=tuple(merge(reports))), decisions, search)


def test_what_is_sure_is_not_asked(search: Search) -> None:
    """A clear store asks nothing."""
    assert ask(search, told("a", **SURE)) == []


def test_each_doubt_is_asked_once(search: Search) -> None:
    """Place, day and actor of low confidence, what is disputed."""
    topics = [q.topic for q in ask(search, told("a", status="disputed"))]
    assert sorted(topics) == ["actor", "date", "disputed", "place"]


def test_a_possible_merge_is_asked_with_both_sentences(search: Search) -> None:
    """Two reports that nearly are one event; both sentences to compare."""
    vague = SURE | {"date_precision": "week", "lon": 40.58, "place_id": "x", "place": "X", "radius_km": 6.0}
    (asked,) = ask(search, told("a", **SURE), told("b", **vague))
    assert asked.topic == "merge" and not asked.merged and len(asked.sentences) == 2


def test_more_dead_come_first(search: Search) -> None:
    """Of two equal doubts, the one on which more hangs."""
    few = told("a", killed=1, **(SURE | {"confidence_place": "low"}))
    many = told("b", killed=80, lon=36.0, place_id="x", place="X", **(SURE | {"confidence_place": "low"}))
    asked = [q for q in ask(search, few, many) if q.topic == "place"]
    assert [q.sentences[0][0][0] for q in asked] == ["b", "a"]


def test_what_a_person_settled_is_not_asked_again(search: Search) -> None:
    """A confirmed report is done with; a withdrawn verdict asks again."""
    doubtful = told("a")
    confirm = Decision(verdict="confirm", report=doubtful.id)
    assert ask(search, doubtful, decisions=(confirm,)) == []
    undo = Decision(verdict="confirm", report=doubtful.id, value="undo")
    assert ask(search, doubtful, decisions=(confirm, undo))


ELSEWHERE = {"lon": 36.1, "lat": 32.6, "place_id": "daraa", "place": "Daraa"}


def test_one_sentence_with_the_same_dead_at_two_places_is_asked(search: Search) -> None:
    """However sure each is: mostly one of the places is only who speaks. Ruled, or of other numbers, it is not."""
    one, other = told("a", killed=3, **SURE), told("a", id="a#0f3a-1", killed=3, **(SURE | ELSEWHERE))
    (asked,) = ask(search, one, other)
    assert asked.topic == "merge" and asked.pair is not None and not asked.merged
    ruled = Decision(verdict="different", report=one.id, other=other.id)
    assert ask(search, one, other, decisions=(ruled,)) == []
    assert ask(search, one, told("a", id="a#0f3a-1", killed=4, **(SURE | ELSEWHERE))) == []
    assert ask(search, one, told("b", killed=3, **(SURE | ELSEWHERE))) == []


def test_many_dead_by_one_word_alone_are_asked(search: Search) -> None:
    """A misread number is the worst error of an event; who confirms it or sets another is not asked again."""
    many = told("a", killed=300, killed_low=300, killed_high=300, **SURE)
    (asked,) = ask(search, many)
    assert asked.topic == "toll" and "300" in asked.now
    assert ask(search, told("a", killed=12, **SURE)) == []
    for verdict in (
        Decision(verdict="set", report=many.id, value="killed=30"),
        Decision(verdict="confirm", report=many.id),
    ):
        assert ask(search, many, decisions=(verdict,)) == []


def test_who_did_it_is_asked_where_only_another_sentence_says_so(search: Search) -> None:
    """A claim paragraphs behind may be of another deed; a name in the sentence itself is not asked about."""
    role = ActorRole(id="islamic-state", name="Islamic State", role="claimed")
    said = SURE | {"attackers": (role,), "also": ("Islamic State claimed it.",)}
    (asked,) = ask(search, told("a", **said, evidence="A bomb killed three."))
    assert asked.topic == "actor" and "Islamic State claimed it." in asked.now
    assert ask(search, told("a", **said, evidence="Islamic State bombed a market.")) == []
