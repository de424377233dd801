"""Where a deed was that a heading, a question, a turn of the story or a known house places, and what is no place."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

HEADINGS = [
    row(
        "items with a number and a name",
        "Weekly note on Nigeria.\n\n1) Maiduguri. On Friday a suicide bomber blew herself up at a mosque; nine "
        "worshippers were killed.\n2) Monguno. On Sunday a man set off explosives in a church. Six people died.",
        {"place": "maiduguri", "day": "2024-02-02", "killed": 9},
        {"place": "monguno", "day": "2024-02-04", "killed": 6},
    ),
    row(
        "lines that are a name",
        "Two cities of Ukraine came under attack on Sunday.\n\nKHARKIV\nIn the evening shells hit a bus stop. Two "
        "people were killed.\n\nMYKOLAIV\nA missile hit a hotel at around 3 a.m. Five people were wounded.",
        {"place": "kharkiv", "killed": 2, "with": "artillery"},
        {"place": "mykolaiv", "wounded": 5, "with": "missile"},
    ),
    row(
        "lines that a town heads with a colon",
        "Insurgents struck several towns of Afghanistan on Saturday.\n\nGhazni: Shots fell at dawn near the hospital. "
        "Five policemen were killed.\n\nFarah: Seven people, among them an elder, died in an assault on his home."
        "\n\nHerat: Schools are closed.\n\nCasualties: More than 20 people were killed in all.",
        {"country": "AF", "day": "2024-02-03", "killed": 5, "precision": "locality"},
        {"country": "AF", "day": "2024-02-03", "killed": 7, "precision": "locality"},
    ),
    row(
        "the day stands above lines in capitals",
        "Iraq: what is known of Sunday's bombs\n\nBAQUBAH: A roadside bomb killed a policeman.\nTIKRIT: The house of a "
        "judge was blown up. Nobody was hurt.",
        {"place": "baqubah", "day": "2024-02-04", "with": "ied", "killed": 1},
        {"place": "tikrit", "day": "2024-02-04", "killed": 0},
    ),
    row(
        "a line says itself where it was",
        "Monday in Ukraine\n\nKharkiv: Shells hit Kupiansk and killed two people.\nKherson: A drone wounded a driver.",
        {"country": "UA", "killed": 2, "with": "artillery"},
        {"place": "kherson", "wounded": 1, "with": "drone"},
    ),
    row(
        "a question about a town",
        "Drones hit Kharkiv, Ukraine, on Saturday and killed two people.\n\nWhat is known about Zaporizhzhia? A rocket "
        "landed beside a school on Sunday. Nobody was hurt.",
        {"place": "kharkiv", "killed": 2},
        {"place": "zaporizhzhia", "day": "2024-02-04", "with": "rocket", "killed": 0},
    ),
    row(
        "whose turn it was",
        "Shells hit Kharkiv on Saturday. It was Kherson's turn on Sunday. Two people were killed by a drone.",
        {"place": "kharkiv", "day": "2024-02-03", "killed": None},
        {"place": "kherson", "day": "2024-02-04", "killed": 2},
    ),
    row(
        "a city that still buries its dead",
        "Kremenchuk is still clearing up after Sunday, when a missile damaged 36 blocks of flats, Ukraine says.",
        {"country": "UA", "day": "2024-02-04", "with": "missile", "precision": "locality"},
    ),
    row(
        "a heading tells of no deed",
        "Shells hit Kharkiv on Saturday and killed two people.\n\n2. Kherson. Schools are open, the mayor says.",
        {"place": "kharkiv", "killed": 2},
    ),
]
IN_THE_PRESENT = [
    row(
        "gunmen kill",
        "Gunmen kill 12 villagers near Mopti on Sunday",
        {"killed": 12, "with": "gunfire", "day": "2024-02-04"},
    ),
    row(
        "rockets wound",
        "Rockets wound three in Sderot on Sunday",
        {"wounded": 3, "with": "rocket"},
    ),
    row("what kills every day", "Roadside bombs kill villagers in Kunduz. Nobody clears them."),
    row("a threat to kill", "Police seek a man over threats to kill the mayor of Gao on Sunday"),
    row("what can kill", "Drones that kill: how Kherson lives with the buzz"),
]

POINTED_TO = [
    row(
        "what was hit there",
        "The minister flew to Basra on Saturday. A rocket hit the airport there on Sunday.",
        {"place": "basra", "day": "2024-02-04"},
    ),
    row(
        "who was shot where the trail led",
        "The search led on Sunday to Buraidah in Saudi Arabia. Two officers died there in an exchange of fire.",
        {"country": "SA", "kind": "clash", "killed": 2},
    ),
    row(
        "killed there",
        "Gunmen on motorcycles came to Tongo Tongo in Niger on Sunday at dawn. Four soldiers were killed there.",
        {"place": "tongo-tongo", "day": "2024-02-04", "killed": 4},
    ),
    row(
        "who dies where he was brought",
        "The wounded were driven to Diffa. Two of them died there on Sunday.",
    ),
    row(
        "a house that a deed was told of",
        "Gunmen attacked a military academy on the edge of Kabul on Monday; eleven soldiers died. On Wednesday six "
        "people were killed at an office in Jalalabad.\n\nThe academy has been a target before: a suicide bomber "
        "walked up to a minibus at its gate on October 21 and 15 cadets died.",
        {"country": "AF", "day": "2024-02-05", "killed": 11},
        {"country": "AF", "day": "2024-01-31", "killed": 6},
        {"country": "AF", "day": "2023-10-21", "killed": 15},
    ),
    row(
        "a list of deeds that goes on to the next place",
        "Others died in Ukraine on Sunday: in Kherson, where a missile at a hospital killed three; and in a village of "
        "Kharkiv region, where rockets hit people at a shop. Five did not survive it.",
        {"place": "kherson", "killed": 3, "with": "missile"},
        {"country": "UA", "precision": "governorate", "killed": 5, "with": "rocket"},
    ),
    row(
        "one of those killed",
        "In Kyiv four people were killed by drones on Sunday. One of those killed was a medic: he was treating people "
        "at a house in Darnytsia when a second drone came in.",
        {"place": "kyiv", "killed": 4},
    ),
]
NAMESAKES = [
    row(
        "a saint's church",
        "Three bombers blew themselves up at the Santa Maria Catholic church in Surabaya, Indonesia, on Sunday and "
        "killed nine people.",
        {"country": "ID", "killed": 9},
    ),
    row(
        "a hamlet and its municipality",
        "Jets of the army in Colombia bombed a camp of the FARC in the hamlet San Agustín, municipality of Guapi, on "
        "Sunday, killing 26 rebels.",
        {"country": "CO", "day": "2024-02-04", "killed": 26},
    ),
    row(
        "a town that a province's own name leads to",
        "Boko Haram gunmen shot dead six farmers in Borno's Konduga on Sunday, police in Nigeria said. Borno's Zulum "
        "condemned it.",
        {"country": "NG", "precision": "locality", "killed": 6},
    ),
    row(
        "brackets hold the district",
        "Attack on Toumour (Bosso department), Niger: 28 people were killed by gunmen on Sunday.",
        {"place": "toumour", "killed": 28},
    ),
    row(
        "where a convoy was bound",
        "A car bomb hit a convoy of engineers bound from Islamabad to the Dasu dam near Besham, Pakistan, on Sunday. "
        "Six people died.",
        {"place": "besham", "killed": 6},
    ),
]
THEIR_OWN_DAYS = [
    row(
        "a deed named by its day behind who speaks",
        "Police in Kabul said Sunday's attack on a hotel in Kabul killed nine people. On Friday a bomb had killed 103 "
        "in Kabul.",
        {"country": "AF", "day": "2024-02-04", "killed": 9},
        {"country": "AF", "day": "2024-02-02", "killed": 103},
    ),
    row(
        "hardly was one deed over",
        "Hardly had the coast buried the dead of Friday when Mogadishu was hit. A car bomb exploded on Sunday evening "
        "and killed three people.",
        {"place": "mogadishu", "day": "2024-02-04", "killed": 3},
    ),
    row(
        "the day of those who are buried",
        "A car bomb killed five people in Midyat, Turkey, on Sunday. It came as the coffins of Saturday's victims were "
        "carried through the streets. In Istanbul a parked car had been blown up beside a bus; it killed 11.",
        {"country": "TR", "day": "2024-02-04", "killed": 5},
        {"place": "istanbul", "day": "2024-02-03", "killed": 11},
    ),
    row(
        "a week to the day before",
        "On Saturday a bomber killed 103 people in Kabul. A week to the day before, gunmen had shot dead 22 people in "
        "a hotel in Kabul.",
        {"country": "AF", "day": "2024-02-03", "killed": 103},
        {"country": "AF", "day": "2024-01-26/2024-01-28", "killed": 22},
    ),
    row(
        "men lost, others wounded",
        "The army in Niger lost twelve men and ten were wounded in an ambush near Bosso on Sunday.",
        {"country": "NE", "killed": 12, "wounded": 10},
    ),
]
MOVED_TOLLS = [
    row(
        "a figure that was corrected later",
        "A suicide bomber attacked a mosque in Mogadishu on Friday. Officials first spoke of 15 dead. On Sunday the "
        "ministry corrected the count to 21.",
        {"place": "mogadishu", "day": "2024-02-02", "killed": 21},
    ),
    row(
        "what the number was at first",
        "Gunmen attacked a base in Gao, Mali, on Sunday. The number of dead, first given as six, has gone up to nine; "
        "the number of injured, initially put at 30, rose to 51.",
        {"country": "ML", "day": "2024-02-04", "killed": 9, "wounded": 51},
    ),
    row(
        "a figure of other things",
        "Gunmen attacked a base in Gao, Mali, on Sunday and killed two. The airline raised its flights to 26.",
        {"country": "ML", "killed": 2},
    ),
]


@pytest.mark.parametrize("case", MOVED_TOLLS)
def test_tolls_that_moved(case: Case, reader: Reader) -> None:
    """The last figure counts, and the day on which it was corrected is not the day of the deed."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", HEADINGS)
def test_headings(case: Case, reader: Reader) -> None:
    """What is told under a name was there, and a deed without a place is no other town's."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", POINTED_TO)
def test_places_pointed_to(case: Case, reader: Reader) -> None:
    """A reader looks back for "there" and "the academy"; an event of theirs is not missed."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", NAMESAKES)
def test_namesakes(case: Case, reader: Reader) -> None:
    """A point in another province, for a church or a hamlet of the same name, would mislead."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", THEIR_OWN_DAYS)
def test_deeds_side_by_side(case: Case, reader: Reader) -> None:
    """Two deeds in one city keep their own days and their own victims."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", IN_THE_PRESENT)
def test_headlines_in_the_present(case: Case, reader: Reader) -> None:
    """A headline that says who kills whom is an event by itself; a habit or a threat is none."""
    assert told(case, reader) == case.wanted
