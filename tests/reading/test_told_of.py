"""Deeds that an article only speaks of: in court, on anniversaries, as conceivable, in a film; and who else acts."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

REMEMBERED = [
    row(
        "for what a court sentenced them",
        "A court in Baghdad on Sunday sentenced three men to death for the 2016 bombing in Karrada, which killed more "
        "than 320 people.",
    ),
    row(
        "over what they were jailed",
        "A Tunis court jailed seven men for life on Sunday over the attack on a beach resort in Sousse that killed "
        "38 people in 2015.",
    ),
    row(
        "how many years ago it was",
        "Lebanon on Sunday marked four years since the blast at the port of Beirut, which killed more than 220 people.",
    ),
    row(
        "an attack that is named by its year",
        "Prosecutors in Paris on Sunday opened a case over the 2017 attack in Raqqa which killed 12 civilians.",
        {"place": "raqqa", "day": "2017-01-01/2017-12-31", "killed": 12},
    ),
    row(
        "a bomb beside the place of an old one",
        "A bomb exploded near the site of the 2016 bombing in Karrada on Sunday, killing two.",
        {"place": "karrada", "day": "2024-02-04", "killed": 2},
    ),
]

CONCEIVABLE = [
    row("it is conceivable", "A drone attack on Port Sudan is conceivable, analysts say."),
    row("it is likely", "A jihadist attack on Palmyra is likely in the coming weeks, the think tank warned."),
    row(
        "only a matter of time",
        "It is only a matter of time before a drone hits Eilat, a former officer said.",
    ),
    row("it cannot be ruled out", "An assault on Niamey cannot be ruled out, the think tank wrote."),
    row(
        "whose work it is likely to be",
        "An attack on Palmyra on Sunday is likely the work of Islamic State, officials said.",
        {"place": "palmyra", "by": ["islamic-state"]},
    ),
]

TALES = [
    row(
        "a scene of a film",
        "In the opening scene a sniper kills a boy in Mosul; half an hour later a car bomb destroys the market of "
        "Tikrit.",
    ),
    row(
        "how a novel begins",
        "The novel begins when a car bomb kills ten people in Baghdad and ends with a drone strike in Sanaa.",
    ),
]

ELSEWHERE = [
    row(
        "where he was buried",
        "Mourners in Ramallah on Sunday buried a teenager shot dead by Israeli troops in Silwad on Saturday.",
        {"day": "2024-02-03", "by": ["israel"], "killed": 1},
    ),
    row(
        "where they were treated",
        "Doctors in Azaz treated ten people wounded by shelling in Marea on Saturday.",
        {"place": "marea", "wounded": 10},
    ),
    row(
        "where two were arrested",
        "Police in Karachi arrested two men on Sunday over a bombing in Quetta on Friday that killed ten people.",
        {"place": "quetta", "killed": 10},
    ),
    row(
        "who came under fire themselves",
        "Mourners in Jenin came under fire on Sunday; two were killed.",
        {"place": "jenin", "killed": 2},
    ),
    row(
        "where the ship went",
        "A drone hit a cargo ship off Hodeidah on Sunday and it limped to Jeddah.",
        {"place": "hodeidah", "precision": "near"},
    ),
    row(
        "where the plane had to land",
        "Gunmen fired at a passenger plane over Aden on Sunday, forcing it to return to Djibouti airport.",
        {"place": "aden"},
    ),
]

_ALL = [*REMEMBERED, *CONCEIVABLE, *TALES, *ELSEWHERE]


@pytest.mark.parametrize("case", _ALL)
def test_only_told_of(case: Case, reader: Reader) -> None:
    """What is only spoken of gives nothing, and who acts elsewhere lends no place."""
    assert told(case, reader) == case.wanted
