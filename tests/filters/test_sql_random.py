"""SQL and the Python predicate agree where nobody thought of a case."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

from geomap import model
from geomap.filters import Answer, Filter, answer
from geomap.store import read_store, write_store
from geomap.store.duck import File
from geomap.store.found import Question
from tests.filters.test_cases import CONTEXT, TABLE, incident

ACTORS = ["iri", "kataib-hezbollah", "nujaba", "irgc", "other"]


def some_incident(chance: random.Random, number: int) -> model.Incident:
    """Anything that a record can be, sense or not."""
    country = chance.choice(["SY", "IQ", "UA", "XX", None])
    day = dt.date(2024, 1, 1) + dt.timedelta(chance.randrange(400))
    placed, dated = chance.random() < 0.8, chance.random() < 0.8
    fields = {
        "id": f"i{number:05}",
        "lon": chance.choice([chance.uniform(-180, 180), chance.uniform(8, 45)]) if placed else None,
        "lat": chance.choice([chance.uniform(-89, 89), chance.uniform(8, 37)]) if placed else None,
        "country": country,
        # A division that another country claims is named beside either.
        "admin1": f"{chance.choice([country, 'SY', 'UA'])}-{chance.choice(['DY', 'HA', 'AR'])}"
        if chance.random() < 0.6
        else None,
        "place_id": chance.choice([None, None, "al-omar-field", "elsewhere"]),
        "precision": chance.choice(["exact", "site", "near", "governorate", "country", "unknown"]),
        "radius_km": chance.choice([None, 0, 1, 5, 25.5, 300]),
        "point_is": chance.choice([None, "site", "representative"]),
        "date_start": day if dated else None,
        "date_end": day + dt.timedelta(chance.choice([0, 6, 30]))
        if dated and chance.random() < 0.7
        else None,
        "attacker_id": chance.choice([None, *ACTORS]),
        "attackers": chance.sample(ACTORS, chance.randrange(3)),
        "targets": chance.sample(ACTORS, chance.randrange(2)),
        "status": chance.choice(["reported", "denied", "claimed"]),
        "weapons": chance.sample(["drone", "rocket", "ied"], chance.randrange(3)),
        "confidence": chance.choice(["low", "medium", "high"]),
        "evidence": chance.choice(["A roadside bomb", "it's “told”", None]),
    }
    return incident({name: value for name, value in fields.items() if value is not None})


def some_filter(chance: random.Random) -> Filter:
    """A few questions at once."""
    fields: dict[str, tuple[float, Any]] = {
        "regions": (0.5, tuple(chance.sample(list(TABLE["areas"]), chance.choice([1, 2])))),
        "bbox": (
            0.3,
            chance.choice([(9.0, 9.0, 15.0, 21.0), (170.0, -80.0, -160.0, 80.0), (39.0, 34.0, 41.0, 36.0)]),
        ),
        "near": (
            0.3,
            chance.choice(
                [(40.5, 35.1, 500.0), (179.0, 10.0, 3000.0), (15.0, 15.0, 700.0), (15.0, 15.0, 60.0)]
            ),
        ),
        "since": (0.4, dt.date(2024, chance.randrange(1, 13), 3)),
        "until": (0.4, dt.date(2024, 12, chance.randrange(1, 30))),
        "attackers": (0.2, (chance.choice(ACTORS),)),
        "targets": (0.1, (chance.choice(ACTORS),)),
        "actors": (0.1, ("iran",)),
        "backed_by": (0.1, ("iran",)),
        "weapons": (0.2, ("drone", "rocket")),
        "text": (0.1, "Roadside"),
        "min_confidence": (0.2, "medium"),
    }
    return Filter(**{name: value for name, (often, value) in fields.items() if chance.random() < often})


def test_the_same_answers_to_anything(tmp_path: Path) -> None:
    """Forty random questions to eight hundred random incidents: the same rows in the same order, as sure."""
    chance = random.Random(5)
    many = tuple(some_incident(chance, number) for number in range(800))
    write_store(model.Store(incidents=many), tmp_path / "s.parquet")
    stored, file = read_store(tmp_path / "s.parquet").incidents, File(tmp_path / "s.parquet")
    for _ in range(40):
        asked = some_filter(chance)
        answers = {one.id: answer(asked, one, CONTEXT) for one in stored}
        found = file.ask(Question(asked, CONTEXT, Answer.POSSIBLE))
        assert [one.id for one in found.incidents] == [id for id, sure in answers.items() if sure], asked
        for level in (Answer.POSSIBLE, Answer.LIKELY, Answer.CERTAIN):
            counted = sum(one.number for one in found.counted if min(one.space, one.time) is level)
            assert counted == list(answers.values()).count(level), (asked, level)
