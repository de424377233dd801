"""What kind of deed it was, by the deed and by what it was done with."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

STOPPED = [
    row(
        "a drone that came near",
        "A drone approached Erbil airport on Sunday. It was shot down.",
        {"kind": "interception", "with": "drone", "place": "erbil-airport"},
    ),
    row(
        "all of what was fired",
        "Three rockets were launched at Ashkelon on Sunday; all were intercepted.",
        {"kind": "interception", "with": "rocket"},
    ),
    row(
        "two that the air defence shot down",
        "Two missiles were launched at Abha on Sunday. The coalition intercepted both.",
        {"kind": "interception", "with": "missile"},
    ),
    row(
        "one that hit and killed first",
        "A drone hit a house in Erbil on Sunday and killed two. Another was shot down.",
        {"kind": "attack", "killed": 2},
    ),
    row(
        "drones on show",
        "Drones were on show in Tehran on Sunday. They were downed over the Gulf, a guide said.",
    ),
]

FROM_THE_AIR = [
    row(
        "who comes with explosives",
        "Two women with explosives killed 45 people in a market in Maiduguri, Nigeria, on Sunday.",
        {"kind": "attack", "with": "ied", "killed": 45},
    ),
    row(
        "a drone that carries explosives is a drone",
        "Drones carrying explosives hit a refinery in Abqaiq, Saudi Arabia, on Sunday.",
        {"kind": "attack", "with": "drone"},
    ),
    row(
        "aircraft that drop bombs",
        "Myanmar military jets dropped bombs on a village in Kyauktaw on Sunday.",
        {"kind": "airstrike", "with": "airstrike", "by": ["myanmar"]},
    ),
    row(
        "warplanes that raid",
        "Israeli warplanes raided Deir ez-Zor on Sunday, a monitor said.",
        {"kind": "airstrike", "by": ["israel"]},
    ),
    row(
        "what was bombed is not what with",
        "Turkish jets bombed a drone workshop and depots of rockets near Qamishli on Sunday.",
        {"kind": "airstrike", "with": "airstrike", "by": ["turkey"]},
    ),
    row(
        "jets and drones",
        "Turkish jets and armed drones struck Qamishli on Sunday.",
        {"kind": "airstrike", "by": ["turkey"]},
    ),
    row(
        "an airstrike by drones",
        "An airstrike by Turkish drones hit a car in Qamishli on Sunday.",
        {"kind": "attack", "with": "drone"},
    ),
    row(
        "a state's strike, with nothing named",
        "An Israeli strike on a house in Damascus on Sunday killed three people.",
        {"kind": "airstrike", "with": "airstrike", "by": ["israel"]},
    ),
    row(
        "a group's strike, with nothing named",
        "A strike by the Houthis on Marib on Sunday killed three people.",
        {"kind": "attack", "with": None, "by": ["houthis"]},
    ),
    row(
        "a state's strikes where the article names missiles",
        "Russian missiles hit Kharkiv on Saturday. Another Russian strike killed two in Sumy on Sunday.",
        {"place": "kharkiv", "kind": "attack", "with": "missile"},
        {"place": "sumy", "kind": "attack"},
    ),
]

OTHERWISE = [
    row(
        "guns",
        "Sudanese army artillery pounded the Zamzam camp on Sunday and killed 20 people.",
        {"kind": "shelling", "with": "artillery"},
    ),
    row(
        "all were shot down",
        "Two drones launched at the Harir base on Sunday were shot down, officials said.",
        {"kind": "interception", "with": "drone"},
    ),
    row(
        "some were shot down and people died",
        "Russia fired drones at Kharkiv on Sunday. Most of the drones were shot down over the city. Three people "
        "were killed when one drone struck a house in Kharkiv.",
        {"place": "kharkiv", "kind": "attack", "killed": 3},
    ),
    row(
        "gunmen who storm a village",
        "Gunmen raided the village of Solhan on Sunday and killed 30 people.",
        {"kind": "attack", "killed": 30},
    ),
    row(
        "a group that storms a hotel",
        "Al-Shabaab fighters stormed a hotel in Beledweyne, Somalia, on Sunday, the group said.",
        {"kind": "attack", "by": ["al-shabaab"]},
    ),
    row(
        "troops who raid a camp",
        "Israeli troops killed nine people in a raid on Jenin on Sunday.",
        {"kind": "raid", "by": ["israel"], "killed": 9},
    ),
    row(
        "a mine",
        "A landmine exploded near Marib on Sunday and killed three children.",
        {"kind": "explosion", "with": "ied", "killed": 3},
    ),
    row(
        "a car bomb",
        "A car bomb exploded in Marib on Sunday and killed three people.",
        {"kind": "attack", "with": "ied", "killed": 3},
    ),
]


WITH_WHAT = [
    row(
        "boats without crews",
        "Sea drones hit a tanker off Hodeidah on Sunday.",
        {"with": "drone"},
    ),
    row(
        "two of those just named",
        "Rockets were fired at dawn on Sunday. The Harir base was struck by three of them.",
        {"place": "harir", "with": "rocket"},
    ),
    row(
        "a third one",
        "Drones came over at dawn on Sunday. Tawke was hit by two of these and Peshkabir by a third.",
        {"place": "tawke", "with": "drone"},
        {"place": "peshkabir", "with": "drone"},
    ),
    row(
        "cars with explosives",
        "Two cars with explosives were rammed into the wall of a barracks in Marib on Sunday; 18 people died.",
        {"with": "ied", "killed": 18},
    ),
    row(
        "a van that exploded outside a court",
        "A van exploded outside the courthouse in Marib on Sunday, killing six people.",
        {"kind": "explosion", "with": "ied", "killed": 6},
    ),
    row(
        "a tanker of fuel that exploded",
        "A fuel truck exploded near a bakery in Marib on Sunday, killing six people.",
        {"kind": "explosion", "with": None, "killed": 6},
    ),
    row(
        "arms that were about to be fired",
        "An American strike near Abu Kamal on Sunday hit militants who were about to launch drones.",
        {"kind": "airstrike", "with": "airstrike", "by": ["united-states"]},
    ),
    row(
        "arms that somebody built",
        "An Israeli air strike in Deir ez-Zor on Sunday killed the head of a cell that built drones.",
        {"kind": "airstrike", "with": "airstrike", "killed": 1},
    ),
    row(
        "bombed where all else was from the air",
        "Jets struck a market in Idlib on Sunday and killed nine people.\n\nOn Saturday a camp at Sarmada was bombed "
        "and two people died.",
        {"place": "idlib", "with": "airstrike"},
        {"place": "sarmada", "with": "airstrike"},
    ),
    row(
        "bombs that rained",
        "Bombs rained on a market in Marib on Sunday and killed nine people.",
        {"kind": "airstrike", "with": "airstrike"},
    ),
    row(
        "blasts that a group claimed",
        "Islamic State claimed two blasts in Baqubah that killed 58 people on Sunday.",
        {"kind": "attack", "with": "ied", "killed": 58},
    ),
    row(
        "victims after rockets that were fired",
        "Three people died at a market in Abha on Sunday after the Houthis fired rockets.",
        {"place": "abha", "with": "rocket", "by": ["houthis"], "killed": 3},
    ),
    row(
        "what exploded after drones were launched",
        "Three workers died in Abha on Sunday when a depot exploded, after drones had been launched by the Houthis.",
        {"place": "abha", "with": "drone", "by": ["houthis"], "killed": 3},
    ),
    row(
        "victims after jets bombed elsewhere",
        "Nine people died in Marib on Sunday after jets had bombed Sanaa on Saturday.",
        {"place": "marib", "with": None, "killed": 9},
        {"place": "sanaa", "with": "airstrike", "day": "2024-02-03"},
    ),
    row(
        "aircraft that residents saw",
        "Gunmen of Islamic State attacked an army camp in Marib on Sunday, killing nine soldiers. Residents saw "
        "French aircraft.",
        {"with": "gunfire", "kind": "attack", "killed": 9, "by": ["islamic-state"]},
    ),
    row(
        "aircraft that came after a group's attack",
        "Al-Shabaab attacked an army camp at Halgan, in Somalia, on Sunday, killing nine soldiers. Helicopters came to "
        "their help.",
        {"with": None, "killed": 9, "by": ["al-shabaab"]},
    ),
    row(
        "a gate that was blown up",
        "The gate of a barracks in Marib was blown up on Sunday; two guards were killed.",
        {"with": "ied", "killed": 2},
    ),
    row(
        "a church that was bombed",
        "A church was bombed in Jos on Sunday.",
        {"with": "ied"},
    ),
]


@pytest.mark.parametrize("case", [*STOPPED, *FROM_THE_AIR, *OTHERWISE, *WITH_WHAT])
def test_what_kind_of_deed(case: Case, reader: Reader) -> None:
    """An analyst filters by kind: "airstrike" is aircraft, or a state's strike of which no more is said."""
    assert told(case, reader) == case.wanted
