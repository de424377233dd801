"""What news deeds answered, who only condemns them, and what is told of a place besides: its founding, its losses."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

ANSWERED = [
    row(
        "the deed that was answered, in one sentence and one country",
        "US jets struck three depots in Iraq on Sunday in response to a drone attack near Erbil that wounded three US "
        "soldiers on Friday.",
        {"country": "IQ", "precision": "country", "day": "2024-02-04", "wounded": None},
        {"place": "erbil", "day": "2024-02-02", "wounded": 3, "by": [], "on": ["united-states"]},
    ),
    row(
        "the deed that was answered, in the next sentence",
        "Turkish jets bombed Qandil on Sunday. These strikes were a response to a rocket attack near Kilis, which "
        "killed two Turkish soldiers on Friday.",
        {"by": ["turkey"], "day": "2024-02-04", "killed": None},
        {"place": "kilis", "day": "2024-02-02", "killed": 2, "on": ["turkey"]},
    ),
    row(
        "the dead of what was answered, at no town",
        "Pakistan bombed camps in Khost on Sunday. The raid was revenge for an ambush in Waziristan that killed nine "
        "soldiers.",
        {"by": ["pakistan"], "killed": None},
    ),
    row(
        "no deed, only its reason",
        "Pakistan bombed camps in Khost on Sunday. The strikes were a response to repeated attacks on its soldiers in "
        "Waziristan.",
        {"by": ["pakistan"], "killed": None},
    ),
    row(
        "an answer whose own dead are counted",
        "Jets bombed Khost on Sunday in response to the attack. The strikes killed nine people.",
        {"killed": 9},
    ),
    row(
        "the news of an undated lead",
        "The United States has carried out airstrikes on depots used by Kataib Hezbollah in Iraq. Officials gave no "
        "further details.",
        {"country": "IQ", "by": ["united-states"], "on": ["kataib-hezbollah"]},
    ),
    row(
        "a habit in the lead",
        "Israel has carried out hundreds of air strikes on depots used by Hezbollah in Syria since 2013. Officials "
        "gave no further details.",
    ),
    row(
        "what it called a reply",
        "Turkey bombed a camp in Sinjar on Sunday in what it called a reply to an ambush near Cizre.",
        {"place": "sinjar", "day": "2024-02-04", "by": ["turkey"]},
    ),
    row(
        "the dead of what it said it answered",
        "India shelled Uri on Sunday, in what it said was a response to the killing of four of its soldiers.",
        {"by": ["india"], "day": "2024-02-04", "killed": None},
    ),
    row(
        "an apparent reprisal",
        "Gunmen shot up a bus in Bannu on Sunday in an apparent reprisal for an operation in Tank.",
        {"day": "2024-02-04"},
    ),
    row(
        "what was called a mistake",
        "The army called its strike on a school in Idlib on Sunday a mistake. It killed six people.",
        {"place": "idlib", "day": "2024-02-04", "killed": 6},
    ),
    row(
        "a place named after somebody",
        "A shell hit a school named after a poet in Kherson on Sunday.",
        {"place": "kherson", "day": "2024-02-04"},
    ),
    row(
        "what goes on behind a reason between commas is told of the news: left dead",
        "The Ethiopian raid on Mekelle on Sunday, a reprisal for a shooting near Adwa, left six farmers dead.",
        {"place": "mekelle", "day": "2024-02-04", "killed": 6, "by": ["ethiopia"]},
    ),
    row(
        "whom the news killed, not the ambush that it answered",
        "The air strike on Bajaur on Sunday, an apparent response to an ambush in Tank, killed seven children.",
        {"day": "2024-02-04", "killed": 7, "with": "airstrike"},
    ),
    row(
        "behind a reason without a town",
        "A car bomb in Aden on Sunday, a reply to the killing of a militia leader, killed four.",
        {"place": "aden", "day": "2024-02-04", "killed": 4},
    ),
    row(
        "whom it claimed",
        "The ambush near Kolofata on Sunday, payback for a raid on Banki, claimed nine lives.",
        {"day": "2024-02-04", "killed": 9},
    ),
    row(
        "how many were hurt, behind and",
        "Rockets struck Kiryat Shmona on Sunday, a reply to the bombing of Khiam, and three people were wounded.",
        {"place": "kiryat-shmona", "day": "2024-02-04", "wounded": 3},
        {"place": "khiam", "wounded": None},
    ),
    row(
        "a deed that began",
        "The rebels' attack on Goma, retaliation for an army raid on Masisi, began on Sunday and has killed 17 people.",
        {"place": "goma", "day": "2024-02-04", "killed": 17},
        {"place": "masisi-centre", "killed": None},
    ),
    row(
        "but whom what was answered killed",
        "US jets struck Hodeidah on Sunday, in response to a missile attack on Eilat that killed two, and the Houthi "
        "rebels vowed revenge.",
        {"place": "hodeidah", "day": "2024-02-04", "killed": None},
        {"place": "eilat", "killed": 2},
    ),
    row(
        "but which killed",
        "Pakistan bombed Khost on Sunday in retaliation for an attack on a post in Bannu, which killed 12 soldiers.",
        {"by": ["pakistan"], "day": "2024-02-04", "killed": None},
        {"place": "bannu", "killed": 12},
    ),
]

JUDGED = [
    row(
        "who condemns it in the headline",
        "Turkey condemns drone attack on Kirkuk airport\n\nA drone hit the terminal of Kirkuk airport late on Friday. "
        "Turkey called it unacceptable.",
        {"by": [], "day": "2024-02-02"},
    ),
    row(
        "where an envoy condemns it",
        "The French consul in Basra on Sunday condemned Friday's drone attack on the Rumaila oil field.",
        {"place": "rumaila", "by": []},
    ),
    row(
        "an envoy who was hit",
        "Gunmen shot dead the French consul in Basra on Sunday.",
        {"place": "basra", "with": "gunfire"},
    ),
    row(
        "who strikes in the headline",
        "Israel strikes Beirut, Iran condemns raid\n\nJets bombed Beirut on Sunday.",
        {"by": ["israel"]},
    ),
]

BESIDES = [
    row(
        "the year in which a village was founded",
        "Four farmers in Burin were shot on Friday by men from an outpost founded in 1983.",
        {"place": "burin", "day": "2024-02-02"},
    ),
    row(
        "the year in which a school was built",
        "A drone hit a school in Idlib, built in 2004, on Sunday.",
        {"day": "2024-02-04"},
    ),
    row(
        "the year in which a town fell",
        "Rebels captured Idlib in 2015.",
        {"day": "2015-01-01/2015-12-31"},
    ),
    row(
        "who speaks in the next sentence",
        "A bomb went off on Sunday at a mosque in Peshawar. Officials blamed the Taliban.",
        {"place": "peshawar", "day": "2024-02-04"},
    ),
    row(
        "who speaks in that town",
        "A bomb went off on Sunday at a mosque in Peshawar, Kabul officials said.",
        {"place": "peshawar"},
    ),
    row(
        "what a gang mostly does",
        "A bomb killed a policeman in Celaya on Sunday. The gang has used drones with bombs against soldiers, mostly "
        "in Zamora.",
        {"killed": 1},
    ),
    row(
        "casualties that nobody mentions",
        "Israeli planes hit a depot in Homs on Sunday, an army statement said, without mentioning casualties.",
        {"killed": None, "wounded": None},
    ),
    row(
        "that nobody was hurt",
        "Israeli planes hit a depot in Homs on Sunday, an army statement said, without causing casualties.",
        {"killed": 0, "wounded": 0},
    ),
]

_ALL = [*ANSWERED, *JUDGED, *BESIDES]


@pytest.mark.parametrize("case", _ALL)
def test_answered_and_judged(case: Case, reader: Reader) -> None:
    """A deed keeps its own day, dead and doers beside what it answered and what others say of it."""
    assert told(case, reader) == case.wanted
