"""Days counted from a deed told before, claims of several deeds at once, live pages, who only holds what was hit."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

NOV = dt.date(2024, 11, 21)  # a Thursday: "on Sunday" is the 17th
BEFORE = "A bomb killed six people in Quetta on Sunday."
QUETTA = {"place": "quetta", "day": "2024-11-17", "killed": 6}

COUNTED = [
    row(
        "days after the place of a deed told before",
        f"{BEFORE} Two days after Quetta, gunmen shot dead an officer in Peshawar.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-19", "killed": 1},
        published=NOV,
    ),
    row(
        "days after a place, behind the deed",
        f"{BEFORE} Gunmen shot dead an officer in Peshawar two days after Quetta and fled.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-19"},
        published=NOV,
    ),
    row(
        "days after the attack, which is the one told",
        f"{BEFORE} Just two days after the attack, gunmen shot dead an officer in Peshawar.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-19", "with": "gunfire"},
        published=NOV,
    ),
    row(
        "days after the bombing of a place, which is told once",
        f"{BEFORE} Two days after the Quetta bombing, gunmen shot dead an officer in Peshawar.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-19", "with": "gunfire"},
        published=NOV,
    ),
    row(
        "days after the bombing, with no comma: its bomb is not the gunmen's",
        f"{BEFORE} Two days after the bombing gunmen shot dead an officer in Peshawar.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-19", "with": "gunfire"},
        published=NOV,
    ),
    row(
        "a day before the attack, behind the deed",
        f"{BEFORE} Gunmen shot dead an officer in Peshawar a day before the attack.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-16"},
        published=NOV,
    ),
    row(
        "another attack there, of which the sentence tells first",
        f"{BEFORE} It came two days after gunmen shot dead an officer in Peshawar.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-15"},
        published=NOV,
    ),
    row(
        "hours after a place, of that day or the next",
        f"{BEFORE} Hours after Quetta, gunmen shot dead an officer in Peshawar.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-17/2024-11-18"},
        published=NOV,
    ),
    row(
        "the attack, where attacks of several days are told",
        f"{BEFORE} On Tuesday a bomb killed nine in Karachi. The day after the attack, gunmen shot dead an officer in"
        " Peshawar.",
        QUETTA,
        {"day": "2024-11-19", "killed": 9},
        {"place": "peshawar", "day": "2024-11-18/2024-11-21"},
        published=NOV,
    ),
    row(
        "less than a week after is no day of its own",
        "A bomb killed six people in Quetta on Sunday, less than a week after gunmen shot dead an officer in Peshawar.",
        QUETTA,
        {"place": "peshawar", "day": "2024-11-10/2024-11-17"},
        published=NOV,
    ),
    row(
        "less than two months ago",
        "Gunmen shot dead an officer in Peshawar less than two months ago.",
        {"place": "peshawar", "day": "2024-09-20/2024-11-21"},
        published=NOV,
    ),
    row(
        "days after the bombing, in Arabic: its bomb is not the gunmen's",
        "قُتل ستة أشخاص بانفجار في كويتا في باكستان يوم الأحد. وبعد يومين من التفجير قتل مسلحون ضابطاً في بيشاور.",
        {"place": "quetta", "day": "2024-11-17", "killed": 6},
        {"place": "peshawar", "day": "2024-11-19", "with": "gunfire"},
        published=NOV,
    ),
    row(
        "before the bombing by three days, in Arabic",
        "قُتل ستة أشخاص بانفجار في كويتا في باكستان يوم الأحد. وكان مسلحون قد قتلوا ضابطاً في بيشاور قبل التفجير بثلاثة"
        " أيام.",
        {"place": "quetta", "day": "2024-11-17", "killed": 6},
        {"place": "peshawar", "day": "2024-11-14"},
        published=NOV,
    ),
    row(
        "a day with two names of its month at the head of a sentence",
        "في الرابع من أبريل/نيسان هاجم مسلحون مقراً للشرطة في الموصل وقتلوا ثلاثة.",
        {"place": "mosul", "day": "2024-04-04", "killed": 3},
        published=NOV,
    ),
    row(
        "today's deed that recalls an older one",
        "A bomb killed three in Mosul on Sunday. Sunday's attack recalls the bombing of 26 October 2023, when nine died"
        " in Tikrit.",
        {"place": "mosul", "day": "2024-11-17", "killed": 3},
        {"place": "tikrit", "day": "2023-10-26", "killed": 9},
        published=NOV,
    ),
]

CLAIMED = [
    row(
        "all the assaults that a group claims, which are told behind",
        "Three garrisons in Mali were attacked on Tuesday. JNIM claimed all the assaults. In Kayes gunmen fired at the"
        " barracks.\n\nThe army's camp at Niono took mortar shells.",
        {"place": "kayes", "day": "2024-11-19", "by": ["jnim"]},
        {"place": "niono", "day": "2024-11-19", "by": ["jnim"], "with": "mortar"},
        published=NOV,
    ),
    row(
        "men who threw themselves on a post",
        "JNIM fighters threw themselves upon an army post in Kayes, Mali, on Tuesday.",
        {"place": "kayes", "by": ["jnim"], "on": ["mali"]},
        published=NOV,
    ),
    row(
        "mourners who threw themselves on coffins",
        "Relatives threw themselves on the coffins in Kabul on Tuesday.",
    ),
    row(
        "who once used what was hit",
        "Missiles hit a compound in Muridke once used by Lashkar-e-Taiba and killed three men on Sunday.",
        {"place": "muridke", "by": [], "on": ["lashkar-e-taiba"], "killed": 3},
    ),
    row(
        "who escorted what was attacked",
        "Gunmen attacked a convoy in Gao escorted by Malian soldiers and killed six on Sunday.",
        {"by": [], "killed": 6},
    ),
    row(
        "who used a base and attacked from it",
        "From a base in Muridke, Lashkar-e-Taiba fighters attacked a post in Srinagar and killed three men on Sunday.",
        {"by": ["lashkar-e-taiba"], "killed": 3},
    ),
    row(
        "whom soldiers had come to arrest",
        "Israeli soldiers who came to arrest a Hamas squad shot dead three men in Jenin on Sunday.",
        {"place": "jenin", "by": ["israel"], "killed": 3},
    ),
    row(
        "houses set on fire",
        "Gunmen set houses on fire in Zummar on Sunday.",
        {"place": "zummar", "day": "2024-02-04"},
    ),
    row(
        "houses that drones set on fire",
        "Drones set houses on fire in Zummar on Sunday.",
        {"place": "zummar", "with": "drone"},
    ),
    row("a debate set on fire", "The minister set the debate on fire in Mosul on Sunday."),
    row(
        "police whom gunmen fought",
        "Gunmen fought police in Mosul on Sunday; four officers died.",
        {"place": "mosul", "killed": 4},
    ),
]

TOLLS = [
    row(
        "victims who were killed",
        "The five victims were killed in Jenin on Sunday when a drone hit their car.",
        {"place": "jenin", "killed": 5, "wounded": None},
    ),
    row(
        "people left dead",
        "A drone hit Jenin on Sunday; six people were left dead.",
        {"place": "jenin", "killed": 6},
    ),
    row(
        "a family and a driver",
        "A drone hit Jenin on Sunday; a mother, her two sons and a driver were killed.",
        {"place": "jenin", "killed": 4},
    ),
    row(
        "two people, and who they were",
        "A drone hit Jenin on Sunday, killing two people, a mother and her son.",
        {"place": "jenin", "killed": 2},
    ),
]

BESIDE = [
    row(
        "the town whither a train goes",
        "Gunmen attacked the express for Kyiv in Kharkiv on Sunday and killed six people.",
        {"place": "kharkiv", "killed": 6},
    ),
    row(
        "the hospital to which the wounded are taken",
        "A mine killed two people in Azaz on Sunday. Three wounded were taken to a hospital in Kilis.",
        {"place": "azaz", "killed": 2},
    ),
    row(
        "a hospital that was hit",
        "A rocket hit a hospital in Kilis on Sunday and killed two people.",
        {"place": "kilis", "killed": 2},
    ),
    row(
        "whither attackers fled, in Arabic",
        "هاجم مسلحون نقطة للجيش في تدمر يوم الأحد وقتلوا ثلاثة جنود، ثم فروا باتجاه السخنة.",
        {"place": "palmyra", "killed": 3},
    ),
    row(
        "villages levelled with the ground, in Arabic",
        "سوت الطائرات منازل بالأرض في بعلبك يوم الأحد.",
        {"place": "baalbek"},
    ),
]


@pytest.mark.parametrize("case", [*COUNTED, *CLAIMED, *TOLLS, *BESIDE])
def test_counted_and_claimed(case: Case, reader: Reader) -> None:
    assert told(case, reader) == case.wanted


def test_an_entry_of_a_live_page_without_a_day_is_of_today(reader: Reader) -> None:
    """What the entry below tells of yesterday gives the next none."""
    text = (
        "LIVE: war in Ukraine, Thursday 21 November 2024\n\n18:40 Shells hit a market in Kharkiv, two killed.\n\n"
        "17:10 A missile struck Dnipro on Wednesday, the governor says; nine wounded.\n\n"
        "15:20 A drone hits a fuel depot in Sumy.\n\n14:05 The president speaks in Kyiv."
    )
    wanted = [
        {"place": "kharkiv", "day": "2024-11-21"},
        {"place": "dnipro", "day": "2024-11-20"},
        {"place": "sumy", "day": "2024-11-21"},
    ]
    case = Case(text, wanted, NOV)
    assert told(case, reader) == case.wanted


def test_a_claim_of_both_attacks_is_of_each(reader: Reader) -> None:
    """Two deeds at one place have one claim, which is of both."""
    text = (
        "Rockets hit Ain al-Asad air base on Saturday. Drones hit the base on Sunday. The Islamic Resistance in Iraq"
        " said both attacks on Ain al-Asad were its doing."
    )
    wanted = [
        {"place": "ain-al-asad", "day": "2024-02-03", "by": ["islamic-resistance-in-iraq"]},
        {"place": "ain-al-asad", "day": "2024-02-04", "by": ["islamic-resistance-in-iraq"]},
    ]
    case = Case(text, wanted, dt.date(2024, 2, 5))
    assert told(case, reader) == case.wanted


def test_a_byline_with_a_note_behind_its_day_dates_the_page(reader: Reader) -> None:
    """The note that a page was translated does not make a sentence of its head."""
    text = (
        "Kayes attacked at dawn\nSahel Desk, Dakar, 2 July 2025. Translated from the French.\n\n"
        "Gunmen attacked the barracks in Kayes, Mali, on Tuesday, killing three soldiers."
    )
    case = Case(text, [{"place": "kayes", "day": "2025-07-01", "killed": 3}], None)
    assert told(case, reader) == case.wanted
