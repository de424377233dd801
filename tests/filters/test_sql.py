"""The SQL compiler of filters answers the same table as the Python one, over a file by DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from geomap import model
from geomap.filters import Answer, Filter, answer
from geomap.gazetteer import Gazetteer
from geomap.query import Words, select, understand
from geomap.store import write_store
from geomap.store.duck import File
from geomap.store.found import Question
from geomap.synth import synthesise
from tests.filters.test_cases import CONTEXT, TABLE, incident


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    """A question means the same in SQL as in the table."""
    write_store(model.Store(incidents=(incident(case["incident"]),)), tmp_path / "one [1].parquet")
    found = File(tmp_path / "one [1].parquet").ask(Question(msgspec.convert(case["filter"], Filter), CONTEXT))
    expected = Answer[case["expected"].upper()]
    assert [min(one.space, one.time) for one in found.counted] == ([expected] if expected else [])
    assert len(found.incidents) == (expected >= Answer.LIKELY)


QUESTIONS = (
    Words(region=("SY-DY",)),
    Words(region=("Kurdistan Region", "Lebanon"), since="2019", until="2022-06"),
    Words(region=("Badia",), actor=("Islamic Resistance in Iraq",)),
    Words(region=("IQ",), backed_by=("iran",)),
    Words(near="Mosul", km=80),
    Words(near="40.5,35.1", km=30, since="2020-03-03"),
    Words(bbox=(35, 32, 43, 36.5), weapon=("drone", "ied")),
    Words(bbox=(170, -80, 160, 80), min_confidence="medium"),
    Words(text="roadside Bomb", kind=("explosion",), region=("SY",)),
    Words(status=("denied", "threatened")),
    Words(),
)


@pytest.fixture(scope="module")
def store(gazetteer: Gazetteer) -> model.Store:
    """Some thousand synthetic incidents."""
    return synthesise(4000, gazetteer, seed=3)


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: str(words)[6:50])
def test_a_file_answers_as_a_store_in_memory(
    words: Words, store: model.Store, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    """With the gazetteer's own regions, families and backers: the same incidents, the same counts."""
    write_store(store, tmp_path / "s.parquet")
    filter, context = understand(words, lambda: gazetteer)
    selection = select(store, filter, context)
    file = File(tmp_path / "s.parquet")
    found = file.ask(Question(filter, context))
    assert found.incidents == list(selection.shown())
    numbers = dict.fromkeys(Answer, 0)
    for one in found.counted:
        numbers[min(one.space, one.time)] += one.number
    assert numbers[Answer.CERTAIN] == len(selection.certain) and numbers[Answer.LIKELY] == len(
        selection.likely
    )
    assert numbers[Answer.POSSIBLE] == len(selection.possible)
    everything = file.ask(Question(filter, context, Answer.POSSIBLE, limit=10))
    assert everything.incidents == list(selection.shown(possible=True))[:10]
    assert all(answer(filter, one, context) for one in everything.incidents)
