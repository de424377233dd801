"""The SQL compiler of filters answers the shared table in PostgreSQL as Python and DuckDB do."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from geomap import model
from geomap.filters import Answer, Filter
from geomap.gazetteer import Gazetteer
from geomap.query import Words, select, understand
from geomap.store import write_store
from geomap.store.found import Question
from geomap.store.location import Database
from geomap.store.pgask import Table
from geomap.synth import synthesise
from tests.filters.test_cases import CONTEXT, TABLE, incident
from tests.filters.test_sql import QUESTIONS


@pytest.fixture(scope="module")
def cases(server: str) -> Database:
    """The incidents of the table, each in the store under the number of its case."""
    where = Database(server, "cases")
    numbered = (
        msgspec.structs.replace(incident(case["incident"]), id=f"case-{number}")
        for number, case in enumerate(TABLE["cases"])
    )
    write_store(model.Store(incidents=tuple(numbered)), where)
    return where


@pytest.mark.parametrize("number", range(len(TABLE["cases"])), ids=lambda n: TABLE["cases"][n]["name"])
def test_case(number: int, cases: Database) -> None:
    """A question means the same in PostgreSQL as in the table."""
    case: dict[str, Any] = TABLE["cases"][number]
    found = Table(cases).ask(
        Question(msgspec.convert(case["filter"], Filter), CONTEXT, Answer.POSSIBLE, by=("id",))
    )
    answers = {one.values[0]: min(one.space, one.time) for one in found.counted}
    assert answers.get(f"case-{number}", Answer.NO) is Answer[case["expected"].upper()]


@pytest.fixture(scope="module")
def synthetic(server: str, gazetteer: Gazetteer) -> tuple[model.Store, Database]:
    """Some thousand synthetic incidents."""
    store, where = synthesise(4000, gazetteer, seed=3), Database(server, "synthetic")
    write_store(store, where)
    return store, where


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: str(words)[6:50])
def test_a_database_answers_as_a_store_in_memory(
    words: Words, synthetic: tuple[model.Store, Database], gazetteer: Gazetteer
) -> None:
    """With the gazetteer's own regions, families and backers: the same incidents, the same counts."""
    store, where = synthetic
    filter, context = understand(words, lambda: gazetteer)
    selection = select(store, filter, context)
    found = Table(where).ask(Question(filter, context))
    assert found.incidents == list(selection.shown())
    numbers = dict.fromkeys(Answer, 0)
    for one in found.counted:
        numbers[min(one.space, one.time)] += one.number
    assert numbers[Answer.CERTAIN] == len(selection.certain)
    assert numbers[Answer.LIKELY] == len(selection.likely)
    assert numbers[Answer.POSSIBLE] == len(selection.possible)
    everything = Table(where).ask(Question(filter, context, Answer.POSSIBLE, limit=10))
    assert everything.incidents == list(selection.shown(possible=True))[:10]
