"""Deeds that name nobody, told beside deeds of somebody who had no hand in them."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

OTHER_FOES = [
    row(
        "a state that strikes another foe in the same land",
        "Turkish drones hit a PKK shelter near Amedi on Thursday.\n\n"
        "An air strike killed two Islamic State members in the Makhoul mountains on Friday, Iraqi officers said.",
        {"by": ["turkey"]},
        {"place": "makhoul-mountains", "by": []},
    ),
    row(
        "a member of a group among the dead",
        "A Turkish drone killed three people, a PKK commander among them, in Sinjar on Thursday.\n\n"
        "Four Islamic State members died in an air strike in Kirkuk on Friday.",
        {"by": ["turkey"]},
        {"place": "kirkuk", "by": []},
    ),
    row(
        "a state that strikes the same foe",
        "Turkish drones hit a PKK shelter near Amedi on Thursday.\n\n"
        "Two PKK members died in an air strike in Sinjar on Friday.",
        {"by": ["turkey"]},
        {"place": "sinjar", "by": ["turkey"]},
    ),
    row(
        "a state that the paragraph names",
        "Turkish drones hit a PKK shelter near Amedi on Thursday.\n\n"
        "Two Islamic State members died in an air strike near Azaz on Friday. Turkey has a base there.",
        {"by": ["turkey"]},
        {"place": "azaz", "by": ["turkey"]},
    ),
]

OTHER_LANDS = [
    row(
        "jets over another land",
        "Russian jets bombed a market in Kharkiv on Friday, killing four people.\n\n"
        "In Hodeidah, air strikes on the harbour killed two dockers on Saturday.",
        {"by": ["russia"]},
        {"place": "hodeidah", "by": []},
    ),
    row(
        "jets over another land, told first",
        "An air strike killed six people in Mandalay on Friday, medics said.\n\n"
        "Saudi jets bombed Saada on Saturday.",
        {"place": "mandalay", "by": []},
        {"place": "saada", "by": ["saudi-arabia"]},
    ),
    row(
        "jets over the land of a foe",
        "Israeli jets bombed Houthi depots in Damascus on Friday.\n\n"
        "In Hodeidah, air strikes on the harbour killed two dockers on Saturday.",
        {"by": ["israel"]},
        {"place": "hodeidah", "by": ["israel"]},
    ),
    row(
        "jets that the headline names",
        "Israel bombs two ports\n\nIsraeli jets bombed Latakia on Friday.\n\n"
        "In Hodeidah, air strikes on the harbour killed two dockers on Saturday.",
        {"by": ["israel"]},
        {"place": "hodeidah", "by": ["israel"]},
    ),
]

FAR_GROUPS = [
    row(
        "gunmen of another war",
        "A bus station in Khartoum was shelled on Monday, killing eight people.\n\n"
        "In Borno, Boko Haram gunmen killed five herders in Gwoza.",
        {"place": "khartoum", "by": []},
        {"country": "NG", "by": ["boko-haram"], "killed": 5},
    ),
    row(
        "a group that strikes where nothing knows",
        "A clinic in Taiz was shelled on Monday, killing eight people.\n\n"
        "In Nigeria, Boko Haram gunmen killed five herders in Wuldarama village.",
        {"place": "taiz", "by": []},
    ),
    row(
        "a ship, and a group that lays mines",
        "A tanker caught fire in the Gulf of Aden on Tuesday when a boat full of explosives hit it.\n\n"
        "In Abyan, a roadside bomb of al-Qaeda in the Arabian Peninsula killed two soldiers in Mudiyah.",
        {"place": "gulf-of-aden", "by": []},
        {"place": "mudiyah", "by": ["aqap"]},
    ),
    row(
        "a ship, and a group that fires at ships",
        "A tanker caught fire in the Gulf of Aden on Tuesday when a drone hit it.\n\n"
        "The Houthis attacked a container ship in the Red Sea with missiles on Monday.",
        {"place": "gulf-of-aden", "by": ["houthis"]},
        {"place": "red-sea", "by": ["houthis"]},
    ),
    row(
        "a knife, and a group that fires rockets",
        "Three people were hurt when a man with a knife attacked travellers in Netanya on Sunday.\n\n"
        "Hezbollah fired rockets at Acre on Sunday.",
        {"by": []},
        {"place": "acre", "by": ["hezbollah"]},
    ),
]


_ALL = [*OTHER_FOES, *OTHER_LANDS, *FAR_GROUPS]


@pytest.mark.parametrize("case", _ALL)
def test_another_deed(case: Case, reader: Reader) -> None:
    assert told(case, reader) == case.wanted
