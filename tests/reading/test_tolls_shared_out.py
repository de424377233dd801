"""Whose a figure is, where a sentence, an item or an article tells of more than one deed."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

SINCE = [
    row(
        "those who died on the day since when it is quiet",
        "A shell hit a post near Poonch on Sunday. Since January 18, when 19 soldiers were killed at the brigade camp "
        "in Uri, no camp had been hit.",
        {"killed": None},
        {"killed": 19},
    ),
    row(
        "who was killed then is one deed's",
        "The region has been on edge since the assassination of the commander Ali Hassan in Isfahan on January 31.",
        {"killed": 1},
    ),
    row(
        "others were set free since",
        "Gunmen attacked 60 people near Palmyra on Saturday; 16 were killed, and dozens taken away, nine of whom have "
        "been set free since.",
        {"killed": 16},
    ),
    row(
        "a toll that is compared with an earlier one",
        "Gunmen attacked a restaurant near Nasiriyah on Thursday. The deputy health director of Dhi Qar now puts the "
        "death toll at 84, up from 60 on Thursday evening, with 93 wounded.",
        {"killed": 84, "wounded": 93},
    ),
]

WARS = [
    row(
        "what a war has cost, in Arabic",
        "سقطت قذائف على مطار معيتيقة في طرابلس يوم الأحد. وخلفت المعارك أكثر من ألفي قتيل.",
        {"killed": None},
    ),
    row(
        "one battle of a day, in Arabic",
        "أسفرت المعارك في طرابلس يوم الأحد عن مقتل 280 جنديا.",
        {"killed": 280},
    ),
    row(
        "since when others have fought there",
        "قتل جندي تونسي يوم الأحد بانفجار لغم في جبل الشعانبي حيث يتصدى الجيش لمجموعات مسلحة منذ 2012.",
        {"killed": 1},
    ),
    row(
        "hundreds behind a day since when",
        "Gunmen attacked Palma on Sunday. A university project counts over 350 violent incidents there since October "
        "2017, about 1,100 deaths.",
        {"killed": None},
    ),
    row(
        "the deadliest since",
        "The deadliest attack since October 2017, a raid left 320 people dead in Palma on Sunday.",
        {"killed": 320},
    ),
]

PLACES = [
    row(
        "a number that opens a clause is said of its place",
        "On Sunday an air raid on Idlib killed 68 people, and five died on Saturday when jets bombed a fair at Raqqa.",
        {"place": "idlib", "killed": 68},
        {"place": "raqqa", "killed": 5},
    ),
    row(
        "a number behind a comma is said of the place before",
        "Drones hit Kupiansk on Sunday, where two people were killed, and struck Izium.",
        {"place": "kupiansk", "killed": 2},
        {"place": "izium", "killed": None},
    ),
    row(
        "the day behind the dead",
        "أوقعت غارة على مدينة إدلب 13 قتيلا يوم الأحد.",
        {"place": "idlib", "killed": 13},
    ),
    row(
        "an office behind the word for a district is no unknown town",
        "A bomber struck a procession in Mastung on Sunday.\n\nThe death toll stood at 52 by the evening, District "
        "Health Officer Abdul Rasheed said.",
        {"place": "mastung", "killed": 52},
    ),
    row(
        "the doers go on before another deed is told",
        "On Sunday gunmen attacked Djibo and killed nine people, and four soldiers were killed in a raid on a post at "
        "Arbinda.",
        {"place": "djibo", "killed": 9},
        {"place": "arbinda", "killed": 4},
    ),
    row(
        "the doers hurt people where they went on",
        "On Sunday gunmen attacked Djibo and killed nine people in Arbinda.",
        {"place": "djibo", "killed": None},
        {"place": "arbinda", "killed": 9},
    ),
]

ITEMS = [
    row(
        "the toll of an item is the item's",
        "Rockets killed a guard in Kirkuk on Sunday.\n\nAmbush in Hawija on Sunday: two bombs hit a patrol. The death "
        "toll stands at 5, and 14 were wounded.",
        {"place": "kirkuk", "killed": 1, "wounded": None},
        {"place": "hawija", "killed": 5, "wounded": 14},
    ),
    row(
        "a deed that the heading places has its victims",
        "Shell hits church in Gaza City\n\nAt ten past ten yesterday morning a shell struck the roof. Stones "
        "flew into the courtyard. The priest was at the altar. Some thought of an earthquake. Nine people were "
        "injured.",
        {"wounded": 9},
    ),
    row(
        "what is told between is of the same deed",
        "Missiles crashed into the outskirts of Erbil on Sunday. It did not remain a riddle for long. By noon the "
        "Guards stated that they were behind it.\n\nNo one was killed. One civilian was hurt, the health ministry of "
        "the Kurdistan Region said.",
        {"place": "erbil", "killed": 0, "wounded": 1},
    ),
]


ORDER = [
    row(
        "what is told at once goes before a deed told far behind",
        "Two guided bombs came down on a store in Kharkiv on Sunday. Forty-eight people were hurt.\n\n"
        "Firemen worked all night.\n\nThe owner wept.\n\nA missile that fell in the centre of Kharkiv wounded 25.",
        {"wounded": 48},
    ),
    row(
        "none of one nation does not stand against the dead of the headline",
        "Fourteen dead after missiles hit airfield\n\nMissiles hit the T4 airbase in Syria on Sunday.\n\nNo Russian "
        "advisers were hurt, the ministry said.",
        {"killed": 14},
    ),
]


@pytest.mark.parametrize("case", [*SINCE, *WARS, *PLACES, *ITEMS, *ORDER])
def test_to_whom_a_figure_goes(case: Case, reader: Reader) -> None:
    """A figure is given to the deed that its clause, its item or its paragraph tells of."""
    assert told(case, reader) == case.wanted
