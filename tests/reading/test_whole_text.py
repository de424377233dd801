"""Who struck where no clause says so and a careful reader knows it from the whole text."""

from __future__ import annotations

import pytest

from geomap.extract.sides import weighing
from geomap.extract.tolls import choice
from geomap.reader import Reader
from tests.fixtures.reading import Case, article, row, told

KNOWN = [
    row(
        "who sent its aircraft in the sentence before",
        "Israel answers the rocket on the pitch\n\nThe Israeli air force was sent out in the night to Sunday. Two "
        "villages near Baalbek were hit, and nobody was hurt, residents said.",
        {"by": ["israel"], "role": "suspected"},
    ),
    row(
        "who strikes in the headline and in another place",
        "Iran fires missiles at Israel\n\nAn Iranian missile hit a hospital in Beersheba on Sunday. Others got through "
        "at Holon, where a block of flats lost its front. Israel's health ministry counts 70 wounded.",
        {"place": "beersheba", "by": ["iran"]},
        {"place": "geonames:294751", "by": ["iran"], "role": "suspected"},
    ),
    row(
        "whose arms were told of in another place",
        "Russian missiles struck a power station in Kharkiv on Sunday. Hours later a missile hit a depot in Poltava. "
        "Ukraine's president asked for more air defences.",
        {"by": ["russia"]},
        {"by": ["russia"], "role": "suspected"},
    ),
]
NOT_KNOWN = [
    row(
        "claimed by nobody",
        "Fighters of the Islamic State attacked a post in Baquba on Sunday and killed eleven soldiers.\n\nIn Basra a "
        "roadside bomb killed two people on Saturday; no group has claimed it.",
        {"by": ["islamic-state"]},
        {"by": []},
    ),
    row(
        "long before the news",
        "Ukrainian drones hit a refinery in Ryazan on Sunday. In March 2017 a blast in the underground of Saint "
        "Petersburg killed fifteen people.",
        {"by": ["ukraine"]},
        {"by": []},
    ),
]
BESIDE = [
    row(
        "whose property is named beside a deed",
        "A drone hit a field near Dohuk on Sunday. It is run by a firm with American offices and American engineers. "
        "Nobody was hurt.",
        {"on": []},
    ),
]


@pytest.mark.parametrize("case", [*KNOWN, *NOT_KNOWN, *BESIDE])
def test_who_struck(case: Case, reader: Reader) -> None:
    """What no clause states is concluded from the whole text, marked as suspected, or left empty."""
    assert told(case, reader) == case.wanted


def test_the_reason_is_told(reader: Reader) -> None:
    """Whoever is suspected by the whole text is so for clues that `geomap explain` prints."""
    text = (
        "Israel answers the rocket on the pitch\n\nThe Israeli air force was sent out in the night to Sunday. "
        "Two villages near Baalbek were hit, and nobody was hurt, residents said."
    )
    (report,) = reader.read(article(text)).reports
    (suspect,) = report.attackers
    assert suspect.role == "suspected"
    assert suspect.why is not None
    assert suspect.why.endswith(
        "fits best: the headline begins with it, the same paragraph names it, no other foreign state is named"
    )


def test_every_clue_that_speaks_for_somebody_has_words() -> None:
    """A person reads the reasons, not the names of the clues."""
    assert set(weighing.IN_WORDS) == {clue for clue, points in weighing.ATTACKER.items() if points > 0}
    assert set(choice.IN_WORDS) == {clue for clue, points in choice.POINTS.items() if points > 0}
