"""Graves, funerals and rallies that were attacked: how those died whom people mourned there is an older story."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

MOURNED = [
    row(
        "at a grave",
        "A bomb killed nine people in Bannu on Sunday at the grave of a teacher, who was killed by a US drone in 2009.",
        {"place": "bannu", "day": "2024-02-04", "with": "ied", "killed": 9, "by": []},
    ),
    row(
        "a ceremony for policemen",
        "A bomb killed six people in Quetta on Sunday at a ceremony for policemen who were shot in 2019.",
        {"place": "quetta", "day": "2024-02-04", "with": "ied", "killed": 6},
    ),
    row(
        "a rally for prisoners",
        "A rocket killed six people in Taiz on Sunday at a rally for prisoners who had been tortured by the Houthis.",
        {"place": "taiz", "day": "2024-02-04", "with": "rocket", "killed": 6, "by": []},
    ),
    row(
        "two explosions at a memorial",
        "Two explosions killed at least 84 people at a ceremony in Mosul on Sunday to commemorate a commander, who was "
        "killed in a US drone strike in Baghdad in 2020.",
        {"place": "mosul", "day": "2024-02-04", "killed": 84, "by": []},
    ),
    row(
        "the sentence goes on with its own deed",
        "Gunmen stormed a memorial in Haditha on Sunday for a sheikh who was killed by a car bomb in 2014, shooting "
        "dead four mourners.",
        {"place": "haditha", "with": "gunfire", "killed": 4},
    ),
    row(
        "a funeral, in Arabic",
        "قُتل ستة أشخاص بتفجير عبوة ناسفة في الرمادي يوم الأحد خلال تشييع شيخ، الذي قتل بغارة أميركية عام 2009.",
        {"place": "ramadi", "with": "ied", "killed": 6},
    ),
    row(
        "mourners who were shot",
        "In Nablus on Sunday soldiers opened fire on mourners, and two men who were shot died.",
        {"place": "nablus"},
    ),
    row(
        "a march",
        "A bomb killed five people in Bannu on Sunday at a march for nurses, who were killed by a US drone in 2009.",
        {"place": "bannu", "day": "2024-02-04", "with": "ied", "killed": 5, "by": []},
    ),
    row(
        "but the month of March",
        "Israeli jets bombed Tyre on 3 March, and two medics who were treating people hit in Qana were killed.",
        {"place": "tyre", "day": "2023-03-03", "killed": None},
        {"place": "qana", "day": "2023-03-03", "killed": 2},
    ),
    row(
        "but March behind another deed",
        "Gunmen attacked Kuriga on 7 March and seized pupils who were killed in Birnin Gwari.",
        {"day": "2023-03-07"},
        {"day": "2023-03-07"},
    ),
]


@pytest.mark.parametrize("case", MOURNED)
def test_who_is_mourned_was_not_killed_in_the_deed(case: Case, reader: Reader) -> None:
    """The older deed gives the new one neither its day, nor its arms, nor who did it."""
    assert told(case, reader) == case.wanted
