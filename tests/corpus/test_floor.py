"""Reading does not get worse: strict F1 over the labelled articles stays above a floor.

The floors lie a little below what is reached. Raise them when the figures rise; whoever lowers one says why.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from geomap.evaluate import Evaluation, evaluate, find_incidents, read_gold
from geomap.gazetteer import Gazetteer

HERE = Path(__file__).parent

# set: (strict F1, F1 of the place alone)
FLOORS = {
    "theatre": (0.838, 0.873),
    "other": (0.818, 0.859),
    "arabic": (0.850, 0.881),
}
# set: (attackers right, targets right), of strict pairs
SIDES = {"theatre": (0.840, 0.796), "other": (0.856, 0.894), "arabic": (0.851, 0.844)}
# set: (killed right, wounded right), where the label or the answer has a number
TOLLS = {"theatre": (0.837, 0.830), "other": (0.871, 0.836), "arabic": (0.865, 0.855)}
ARTICLES = {"theatre": 437, "other": 421, "arabic": 322, "negative": 354}
# How many of the 354 articles without an incident may yield one.
FALSE_ALARMS = 10


@cache
def measured(name: str, gazetteer: Gazetteer) -> Evaluation:
    articles = read_gold(HERE / name)
    assert len(articles) == ARTICLES[name]
    return evaluate(articles, find_incidents(articles, HERE / name, gazetteer).incidents, gazetteer)


@pytest.mark.parametrize("name", FLOORS)
def test_strict_f1(name: str, gazetteer: Gazetteer) -> None:
    """Who builds on geomap's incidents may rely on this share of right places and days."""
    strict, place = FLOORS[name]
    result = measured(name, gazetteer)
    assert result.strict.f1 >= strict, dict(result.causes)
    assert result.place.f1 >= place, dict(result.causes)


@pytest.mark.parametrize("name", SIDES)
def test_who_struck_whom(name: str, gazetteer: Gazetteer) -> None:
    """Who counts incidents by their attackers and targets may rely on this share of right ones."""
    attacker, target = SIDES[name]
    right = measured(name, gazetteer).attributes
    assert right["attacker"].share >= attacker
    assert right["target"].share >= target


@pytest.mark.parametrize("name", TOLLS)
def test_how_many_were_hurt(name: str, gazetteer: Gazetteer) -> None:
    """Who adds up the dead and the wounded may rely on this share of right numbers, empty where nothing is said."""
    killed, wounded = TOLLS[name]
    right = measured(name, gazetteer).attributes
    assert right["killed"].share >= killed
    assert right["wounded"].share >= wounded


def test_articles_without_incidents(gazetteer: Gazetteer) -> None:
    """Drills, plans, threats, totals, sport and weather put nothing on the map."""
    result = measured("negative", gazetteer)
    assert result.with_incidents <= FALSE_ALARMS, [(f.article, f.found, f.evidence) for f in result.faults]
