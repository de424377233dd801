"""Plain sentences with a day before their subject, deeds set against each other, tolls, datelines, work gone on."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

SIDES = [
    row(
        "fighters behind the day on which people were killed",
        "Two people were killed on Sunday when Houthi militants attacked Abha airport.",
        {"place": "abha-airport", "by": ["houthis"], "killed": 2},
    ),
    row(
        "a day before the fighters who attacked",
        "Late on Saturday IS fighters attacked Tikrit, killing three people.",
        {"place": "tikrit", "day": "2024-02-03", "by": ["islamic-state"], "on": []},
    ),
    row(
        "whom a strike by somebody killed",
        "A strike by Israel killed seven Hezbollah members near Khiam on Sunday.",
        {"place": "khiam", "by": ["israel"], "on": ["hezbollah"]},
    ),
    row(
        "whom soldiers met who were killed",
        "Five soldiers were killed on Saturday when they clashed with Boko Haram fighters near Damasak.",
        {"by": ["boko-haram"], "on": ["nigeria"], "killed": 5},
    ),
    row(
        "fighters who were killed by the army that they met",
        "Five fighters were killed in Hawija on Saturday when they clashed with the Iraqi army.",
        {"place": "hawija", "by": [], "on": ["iraq"]},
    ),
    row(
        "it, of who is named in the clause before",
        "Hezbollah's first answer came on Saturday: it fired 62 rockets at the air surveillance base on Mount Meron.",
        {"place": "meron-base", "by": ["hezbollah"], "on": ["israel"]},
    ),
    row(
        "who gives no word on who did it",
        "Drones hit the al-Omar oil field on Saturday. The SDF gave no word on who had sent the drones.",
        {"place": "al-omar-field", "by": []},
    ),
    row(
        "the other side's deed in the same sentence",
        "Hezbollah launched 250 rockets into Israel on Sunday, while a Lebanese soldier died in an Israeli strike on an"
        " army centre in the south.\n\nThe strike hit the post at al-Amiriya, on the road between Tyre and Qlayleh."
        " One soldier was killed and 18 were wounded.",
        {"place": "israel", "by": ["hezbollah"], "killed": None},
        {"place": "tyre", "by": ["israel"], "on": ["lebanon"], "killed": 1},
    ),
    row(
        "who is named in Arabic behind what may be a noun",
        "شن مسلحو حركة الشباب هجوماً على بيدوا يوم الأحد أدى إلى مقتل خمسة أشخاص، فيما أعلنت حركة طالبان موقفها.",
        {"place": "baidoa", "by": ["al-shabaab"], "killed": 5},
    ),
    row(
        "whose air force in Arabic",
        "أعلن الجيش السوداني أن سلاحه الجوي دمّر يوم الأحد طائرة في مطار نيالا.",
        {"place": "nyala-airport", "with": "airstrike"},
    ),
    row(
        "drones that are called an air force",
        "أعلن الحوثيون أن سلاح الجو المسيّر ضرب يوم الأحد هدفاً في عسقلان.",
        {"place": "ashkelon", "with": "drone"},
    ),
]

PLACES = [
    row(
        "the town of the officials who speak",
        "Officials in Tikrit said gunmen had killed five people in the city on Sunday.",
        {"place": "tikrit", "killed": 5},
    ),
    row(
        "the government of a capital that speaks",
        "Factions of the Damascus government, it said, had attacked a post near Deir Hafer with drones on Sunday.",
        {"place": "dayr-hafir"},
    ),
    row(
        "a capital where people fell",
        "Islamic State attacked Baghdad on Sunday, killing five people.",
        {"place": "baghdad", "by": ["islamic-state"], "killed": 5},
    ),
    row(
        "a capital that is attacked in words",
        "The opposition attacked Baghdad on Sunday over the budget of the army.",
    ),
    row(
        "how near it was to others there",
        "A missile from a drone struck a car some hundred metres from the mourners in Khirbet Selm on Sunday.",
        {"place": "khirbet-selm", "launch": None},
    ),
    row(
        "the launcher that was left burning",
        "Rockets were fired at Ain al-Asad on Sunday. The launcher was a lorry left burning in a grove at al-Baghdadi.",
        {"place": "ain-al-asad", "launch": "baghdadi"},
    ),
    row(
        "the gate through which the wounded were carried",
        "Shells hit Saraqib on Sunday. Thirty were wounded; ambulances carried them through the Bab al-Hawa crossing.",
        {"place": "saraqib", "wounded": 30},
    ),
    row(
        "whither flights go",
        "Thirteen were hurt at Abha airport on Sunday. The attack came while passengers were waiting for flights to"
        " Riyadh and Jeddah.",
        {"place": "abha-airport"},
    ),
    row(
        "a compound of one town in another",
        "Two bombers attacked a mosque in the Bartella police compound in Mosul on Sunday.",
        {"place": "bartella"},
    ),
    row(
        "two markets of two towns",
        "Two bombs went off at the Bartella market in Mosul and at a bus station in Tikrit on Sunday.",
        {"place": "mosul"},
        {"place": "tikrit"},
    ),
    row(
        "explosives behind an and",
        "Six were killed in Erbil on Sunday when a lorry of gas and explosives blew up at Erbil International Airport.",
        {"place": "erbil-airport", "killed": 6},
    ),
    row(
        "a district and a town in it",
        "Thirteen soldiers were killed on Sunday when a bomber hit their convoy in North Waziristan.\n\nThe attack in"
        " Mir Ali wounded 29 people, the police said on Sunday.",
        {"killed": 13, "wounded": 29},
    ),
    row(
        "the deaths that were answered",
        "In answer to the deaths at Taji, US jets bombed a depot at Jurf al-Sakhar on Sunday.",
        {"place": "jurf-al-sakhar", "by": ["united-states"]},
    ),
]

TOLLS_AND_KINDS = [
    row(
        "the toll of that raid",
        "Rockets hit Haifa on Saturday. On Friday Israeli jets flattened a block in Baalbek. The health ministry raised"
        " the toll of that raid to 29 on Sunday.",
        {"place": "haifa", "killed": None},
        {"place": "baalbek", "day": "2024-02-02", "killed": 29},
    ),
    row(
        "a toll that was put on another day",
        "Israeli jets flattened a block in Baalbek on Saturday. The ministry put the toll of the raid at 29 on Sunday.",
        {"place": "baalbek", "day": "2024-02-03", "killed": 29},
    ),
    row(
        "a raid that is news of its own",
        "Rockets hit Haifa on Saturday. In that raid on Baalbek on Sunday five men died.",
        {"place": "haifa", "day": "2024-02-03"},
        {"place": "baalbek", "day": "2024-02-04", "killed": 5},
    ),
    row(
        "the second house that was hit",
        "Jets hit two houses in Baalbek on Sunday, killing three. A man died with his wife; in the second house, people"
        " asked why they had been targeted.",
        {"place": "baalbek", "killed": 3},
    ),
    row(
        "people whom somebody is blamed for killing",
        "Nine people were killed in Haifa on Sunday. Officials blamed Hezbollah.",
        {"place": "haifa", "by": ["hezbollah"], "killed": 9},
    ),
    row(
        "what a missile brought down",
        "A missile brought down a wing of a hospital in Kharkiv on Sunday.",
        {"place": "kharkiv", "kind": "attack"},
    ),
    row(
        "drones brought down over houses",
        "Air defences brought down six drones over houses in Kharkiv on Sunday.",
        {"place": "kharkiv", "kind": "interception"},
    ),
    row(
        "a school bombed where jets strike",
        "Jets struck Kharkiv on Sunday. On Saturday a school in Sumy was bombed and nine children died.",
        {"place": "kharkiv", "with": "airstrike"},
        {"place": "sumy", "with": "airstrike"},
    ),
]

DAYS = [
    row(
        "a morning told in the lead",
        "Five gunmen attacked a police station in Kirkuk before dawn. Eleven officers died.",
        {"place": "kirkuk", "day": "2024-02-05"},
    ),
    row(
        "what may be the night before",
        "Five gunmen attacked a police station in Kirkuk around midnight. Eleven officers died.",
        {"place": "kirkuk", "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "work that goes on behind a deed",
        "A missile hit Sumy on Saturday. Rescuers were still digging this morning at a market in Kharkiv, where a"
        " missile killed four.",
        {"place": "sumy", "day": "2024-02-03"},
        {"place": "kharkiv", "day": "2024-02-03", "killed": 4},
    ),
    row(
        "what has killed people since its day",
        "Maputo, Feb 5 (CPA) - Dozens of people have been killed since insurgents attacked the town of Palma on"
        " Wednesday.",
        {"day": "2024-01-31"},
    ),
    row(
        "what was more than a week before the news",
        "KABUL, Feb 5 - Gunmen attacked a hotel in the Afghan capital. Eleven soldiers died.\n\nOn January 24, Taliban"
        " gunmen had stormed a guest house there; 22 people were dead.",
        {"day": "2024-02-02/2024-02-05", "killed": 11},
        {"day": "2024-01-24", "killed": 22},
    ),
    row(
        "items that open with their day and a way to a town",
        "3 February, 50 km southwest of Mosul. Gunmen attacked a patrol and killed four soldiers.\n\n4 February, 51 km"
        " southwest of Mosul. A bomb went off beside a patrol and killed two soldiers.",
        {"day": "2024-02-03", "killed": 4},
        {"day": "2024-02-04", "killed": 2},
    ),
    row(
        "a land that wakes to its dead",
        "Two bombs hit Cali on Saturday, killing six.\n\nColombia woke on Sunday counting its dead of two attacks that"
        " took place within hours of each other.",
        {"day": "2024-02-03", "killed": 6},
    ),
    row(
        "a sentence behind an hour",
        "Two rockets landed at the Ain al-Asad base on Sunday at about 9 p.m. They fell in the area of the Iraqi army.",
        {"place": "ain-al-asad", "day": "2024-02-04", "by": []},
    ),
]


@pytest.mark.parametrize("case", [*SIDES, *PLACES, *TOLLS_AND_KINDS, *DAYS])
def test_plain_sentences(case: Case, reader: Reader) -> None:
    """One construction a row."""
    assert told(case, reader) == case.wanted


HEADS = (
    "(Beirut, November 21, 2024) – ",
    "Nov 21 (Reuters) - ",
    "Nairobi, Kenya, Nov 21 - ",
    "Maputo, November 21 (CPA) - ",
    "Bogotá, 21 Nov (EFE).- ",
    "Goma, November 21st, 2024 (7SUR7.CD)- ",
    "21.11.2024 ",
)


@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_report_gives_its_deed_neither_day_nor_place(head: str, reader: Reader) -> None:
    """Agencies and papers open their reports in many ways; the deed's own day stands in the sentence."""
    text = (
        f"{head}At least 12 people were killed when a drone hit a market in El Fasher yesterday, medics said."
    )
    wanted = [{"place": "el-fasher", "day": "2024-11-20", "killed": 12}]
    case = Case(text, wanted, dt.date(2024, 11, 21))
    assert told(case, reader) == case.wanted


def test_an_item_of_a_list_of_days_keeps_its_day(reader: Reader) -> None:
    """A day and a dash alone are no dateline."""
    text = "Nov 12 - A soldier is killed by shells near Kharkiv.\nNov 15 - Jets drop bombs on Sumy, killing four."
    wanted = [{"place": "kharkiv", "day": "2024-11-12"}, {"place": "sumy", "day": "2024-11-15"}]
    case = Case(text, wanted, dt.date(2024, 11, 21))
    assert told(case, reader) == case.wanted
