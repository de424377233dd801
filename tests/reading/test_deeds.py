"""Which deeds an article tells of, and where and when each of them was: constructions of agency English."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

NEXT_TO_A_DEED = [
    row(
        "dozens of rounds",
        "On Sunday a man fired dozens of rounds through the window of a cafe in Kharkiv.",
        {"place": "kharkiv", "day": "2024-02-04", "with": "gunfire"},
    ),
    row(
        "what tried to storm a post",
        "Some 150 fighters tried to storm the police station of Kirkuk on Sunday. They were beaten back.",
        {"place": "kirkuk", "day": "2024-02-04"},
    ),
    row(
        "yesterday's bombs",
        "A drone hit Kharkiv on Monday. Yesterday's bombs had fallen on a market in Kirkuk.",
        {"place": "kharkiv", "day": "2024-02-05"},
        {"place": "kirkuk", "day": "2024-02-04"},
    ),
    row(
        "who condemns an attack tells of no new one",
        "Gunmen killed 12 people in Mastung, Pakistan, on Friday. The UN Security Council condemned the attack in a "
        "statement on Sunday night.",
        {"day": "2024-02-02", "killed": 12},
    ),
    row(
        "the toll rises on another day, where the wounded were taken",
        "A drone hit a barracks in Kirkuk on Saturday. The toll rose to nine on Sunday when one of the wounded died in "
        "a hospital in Baghdad.",
        {"place": "kirkuk", "day": "2024-02-03", "killed": 9},
    ),
    row(
        "a village that nothing knows is not the place told last",
        "A drone hit a barracks in Kirkuk on Saturday. On Sunday gunmen attacked a checkpoint in the village of Tal "
        "Nimrod, killing two soldiers.",
        {"place": "kirkuk", "day": "2024-02-03", "killed": None},
    ),
    row(
        "a protest against an attack elsewhere",
        "Protesters marched in Baghdad on Sunday against the attack on Erbil with drones and rockets.",
        {"place": "erbil"},
    ),
]
WHERE_IT_WAS = [
    row(
        "explosives that were dropped from a drone in a town",
        "Russian forces dropped explosives from a drone in Kharkiv on Sunday.",
        {"place": "kharkiv", "by": ["russia"], "with": "drone"},
    ),
    row(
        "bombs that hit a high-rise reach no high",
        "Russian guided bombs hit a high-rise in Kharkiv on Sunday.",
        {"place": "kharkiv", "by": ["russia"]},
    ),
    row(
        "the outskirts of a city are not its province",
        "Rockets hit the outskirts of Idlib city on Sunday and killed two civilians.",
        {"place": "idlib", "precision": "near"},
    ),
    row(
        "a building in a town, in the passive",
        "The hospital in El Fasher, Sudan, was hit by a drone on Friday evening, he wrote on X on Sunday.",
        {"place": "el-fasher", "day": "2024-02-02"},
    ),
    row(
        "fighting that is reported",
        "Rebels attacked an army post in Goma on Sunday. Fighting was also reported in Sake and Minova.",
        {"place": "goma"},
        {"place": "sake-cd", "kind": "clash"},
        {"place": "minova", "kind": "clash"},
    ),
]
ON_THE_WAY = [
    row(
        "what was brought down on its way to a town",
        "US forces brought down an Iranian drone on its way to Erbil on Sunday.",
        {"place": "erbil", "precision": "near", "kind": "interception"},
    ),
    row(
        "a convoy on its way to a town",
        "A convoy of aid trucks on its way to Erbil was held up on Sunday as soldiers looked for drones.",
    ),
    row(
        "a deed in the relative clause of a plan",
        "The army said on Monday it would retaliate for rockets that hit Sderot, Israel, on Sunday.",
        {"country": "IL", "day": "2024-02-04"},
    ),
    row("the plan alone", "The army said on Monday it would fire rockets that would hit Sderot, Israel."),
    row(
        "a visit to where a deed was",
        "The president visited Kharkiv on Sunday, where a missile killed five people on Saturday.",
        {"place": "kharkiv", "day": "2024-02-03", "killed": 5},
    ),
]
WHEN_IT_WAS = [
    row(
        "the day before, with a comma",
        "Rockets hit the Harir base on Sunday. The day before, a drone struck Ain al-Asad, wounding two soldiers.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "ain-al-asad", "day": "2024-02-03", "wounded": 2},
    ),
    row(
        "a day behind the deed, the verb of saying behind a comma",
        "The base in Kirkuk, Iraq, was struck on Friday evening, officials said.",
        {"place": "kirkuk", "day": "2024-02-02"},
    ),
    row(
        "two clauses that begin with that",
        "State media said that drones struck Tartus, Syria, on Friday and killed a civilian, and that on Saturday "
        "shelling of Latakia killed a woman.",
        {"place": "tartus", "day": "2024-02-02", "killed": 1},
        {"place": "latakia", "day": "2024-02-03", "killed": 1},
    ),
    row(
        "one deed with its year",
        "In 2016, a truck bomb in Baghdad's Karrada district killed more than 300 people.",
        {"place": "karrada", "day": "2016-01-01/2016-12-31"},
    ),
    row("the toll of a year", "Gunmen killed 3,200 people in Idlib in 2019."),
    row(
        "the worst since a year",
        "Mali began three days of mourning on Sunday after gunmen killed at least 40 people in the town of Bandiagara, "
        "the deadliest attack since the insurgency began in 2012.",
        {"country": "ML", "killed": 40},
    ),
    row(
        "a page that was updated in the morning",
        "LIVE - rockets on Israel\n\nUpdated 14 April 2024, 09:40\n\n08:10 A few ballistic missiles got through and "
        "landed at the Nevatim air base in the Negev.\n",
        {"place": "nevatim", "day": "2024-04-11/2024-04-14"},
        published=None,
    ),
]


@pytest.mark.parametrize("case", NEXT_TO_A_DEED)
def test_what_is_said_beside_a_deed_is_no_deed(case: Case, reader: Reader) -> None:
    """Reactions, tolls and names that nothing knows put nothing on the map."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", [*WHERE_IT_WAS, *ON_THE_WAY])
def test_where_it_was(case: Case, reader: Reader) -> None:
    """The town that was struck, however it is named."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHEN_IT_WAS)
def test_when_it_was(case: Case, reader: Reader) -> None:
    """The day of the deed, not of who tells of it."""
    assert told(case, reader) == case.wanted
