"""Whose victims they are: each toll goes to its own deed or to none, and of several figures the right one counts."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

DIED = [
    row(
        "a man of an age, with his name",
        "A rocket hit Ashdod on Sunday. A man of 21, Pinchas Cohen, was killed by shrapnel when he ran for shelter.",
        {"killed": 1},
    ),
    row(
        "who was fatally hit",
        "A rocket hit Ashdod on Sunday. Two men were fatally hit by shrapnel.",
        {"killed": 2, "wounded": None},
    ),
    row(
        "who was pulled out dead",
        "Jets hit a residential block in Idlib on Sunday, and 21 civilians were pulled out dead by rescuers.",
        {"killed": 21},
    ),
    row(
        "who lost the life",
        "Soldiers were ambushed near Popayan in Colombia on Sunday: 11 soldiers lost the life and around twenty were "
        "wounded.",
        {"killed": 11, "wounded": 20},
    ),
    row(
        "what lost the life it had",
        "A bomb wounded four people in Kirkuk on Sunday. The factory had lost the life it once had.",
        {"killed": None, "wounded": 4},
    ),
]

LISTS = [
    row(
        "nobody was hurt in any of them",
        "Rockets hit the Harir base and the Conoco base on Sunday. There were no casualties.",
        {"place": "harir", "killed": 0, "wounded": 0},
        {"place": "conoco-field", "killed": 0, "wounded": 0},
    ),
    row(
        "a toll behind a list is nobody's",
        "US warplanes bombed Abu Kamal and Mayadin on Friday. Five fighters were killed.",
        {"place": "abu-kamal", "killed": None},
        {"place": "mayadin", "killed": None},
    ),
    row(
        "the attacks hurt nobody",
        "A drone hit the Harir base on Sunday.\n\nRockets were fired at the Conoco base hours later on Sunday.\n\n"
        "The attacks caused no casualties, the army said.",
        {"place": "harir", "killed": 0, "wounded": 0},
        {"place": "conoco-field", "killed": 0, "wounded": 0},
    ),
    row(
        "several attacks hurt nobody",
        "A drone hit the Harir base on Sunday.\n\nRockets fell on the Conoco base hours later on Sunday. A US "
        'official confirmed "multiple" attacks and said that there were no casualties.',
        {"place": "harir", "killed": 0, "wounded": 0},
        {"place": "conoco-field", "killed": 0, "wounded": 0},
    ),
    row(
        "where the wounded were brought is no place of a deed",
        "A mine killed two guards near Taiz on Sunday. Some nine people were wounded; the worst were moved to Aden.",
        {"place": "taiz", "killed": 2, "wounded": 9},
    ),
    row(
        "the office that counts is elsewhere",
        "A drone struck a bus at Mosul on Sunday. Two people are injured, the health directorate of Kirkuk said.",
        {"place": "mosul", "wounded": 2},
    ),
    row(
        "the injured lie in a hospital elsewhere",
        "A bus was bombed in Aleppo on Tuesday. There the dead number 12, according to nurses who sent pictures of "
        "the injured in hospital in Idlib.",
        {"place": "aleppo", "killed": 12},
    ),
    row(
        "an officer elsewhere counts them",
        "A drone hit a fuel depot in Mosul on Tuesday. An army officer in Baghdad mentioned nine Turkish dead.",
        {"place": "mosul", "killed": 9},
    ),
    row(
        "the land that the war is about",
        "Rockets hit Mosul on Monday. Officials said that three people had been killed there and 12 injured, the most "
        "in one place since fighting over Kurdistan broke out anew.",
        {"place": "mosul", "killed": 3, "wounded": 12},
    ),
    row(
        "a toll of a town that is told later",
        "Rockets hit Kirkuk on Monday. Nobody was hurt.\n\nThe toll in Mosul climbs to nine.\n\nNine people are now "
        "known to have died in Mosul, where a missile struck a hotel on Sunday.",
        {"place": "kirkuk", "killed": 0},
        {"place": "mosul", "killed": 9},
    ),
    row(
        "the attackers' dead are no victims",
        "Militants attacked an Ethiopian base at Halgan on Sunday. The troops beat off the assault and killed 110 "
        "militants.",
        {"killed": None, "on": ["ethiopia"]},
    ),
    row(
        "militants who were struck are victims",
        "US jets struck a camp of al-Shabaab at Halgan, in Somalia, on Sunday and killed 20 militants.",
        {"killed": 20, "on": ["al-shabaab"]},
    ),
    row(
        "a bomb in a hospital",
        "A bomb went off in a hospital in Mosul on Monday, killing seventy people.",
        {"place": "mosul", "killed": 70},
    ),
    row(
        "the place is named again",
        "Russian drones hit Kharkiv and Odesa on Sunday. In Kharkiv the governor spoke of 27 injured.\n\n"
        "He later raised the number of injured to 29.",
        {"place": "kharkiv", "wounded": 27},
        {"place": "odesa", "wounded": None},
    ),
    row(
        "each number stands with its place",
        "Gunmen fired at a police post in Mosul, where no casualties were reported, and a bomb in Kirkuk "
        "on Sunday wounded three soldiers.",
        {"place": "mosul", "killed": 0, "wounded": 0},
        {"place": "kirkuk", "wounded": 3},
    ),
    row(
        "a couple, and their son",
        "Shelling in Nikopol on Sunday killed a couple and wounded their son.",
        {"killed": 2, "wounded": 1},
    ),
    row(
        "two policemen and a passer-by",
        "A bomb in Kirkuk on Sunday killed two policemen and a passer-by and wounded eleven, four of them seriously.",
        {"place": "kirkuk", "killed": 3, "wounded": 11},
    ),
    row(
        "one, his brother and four others",
        "Gunmen killed a village head, his brother and four others in Kirkuk on Sunday.",
        {"place": "kirkuk", "killed": 6},
    ),
    row(
        "by the score",
        "The blast in Quetta on Sunday claimed the lives of 14 and left two score injured.",
        {"killed": 14, "wounded": 40},
    ),
]

WHICH = [
    row(
        "its own toll before that of all",
        "At least seven people were killed on Sunday in a series of bomb attacks in Mosul and nearby towns.\n\n"
        "In Mosul, a car bomb at a police post killed two civilians on Sunday.",
        {"place": "mosul", "killed": 2},
    ),
    row(
        "a toll that rose",
        "Two people were killed when a bomb exploded in Kirkuk on Sunday. The death toll rose to five on Monday.",
        {"place": "kirkuk", "killed": 5},
    ),
    row(
        "what was said at first",
        "A bomb exploded in Kirkuk on Sunday. The police spoke of two dead at first. Five people were killed, "
        "the governor said.",
        {"place": "kirkuk", "killed": 5},
    ),
    row(
        "the attackers' own dead",
        "Gunmen attacked a police post in Kirkuk on Sunday. All six of the assailants were killed.",
        {"place": "kirkuk", "killed": None},
    ),
    row(
        "one more in the fight",
        "A bomb killed nine people in Kirkuk on Sunday. One soldier was also killed and another wounded.",
        {"place": "kirkuk", "killed": 9},
    ),
    row(
        "a part alone is not the whole",
        "A bomb exploded in Kirkuk on Sunday. Among the dead were two children.",
        {"place": "kirkuk", "killed": None},
    ),
    row(
        "the body is exact where the headline is round",
        "Nearly 30 dead in Kirkuk bombing\n\nAt least 29 people were killed when a bomb exploded in Kirkuk "
        "on Sunday.",
        {"place": "kirkuk", "killed": 29},
    ),
    row(
        "the province's toll is that of its town",
        "Four soldiers were killed and 15 wounded on Sunday when militants attacked a post in Kirkuk "
        "province.\n\nThe militants attacked the post in Hawija at dawn on Sunday, the police said.",
        {"place": "hawija", "killed": 4, "wounded": 15},
    ),
    row(
        "what those count who did it, behind what others count",
        "Six people were beheaded in Palma in Mozambique on Sunday, local sources said. Islamic State said that it had "
        "killed five Christians in Palma.",
        {"killed": 6},
    ),
]

# What one sentence or two say of several deeds.
BETWEEN = [
    row(
        "the second number has no verb",
        "US jets struck Abu Kamal and Mayadin on Friday. Sixteen fighters died in Abu Kamal and four in Mayadin.",
        {"place": "abu-kamal", "killed": 16},
        {"place": "mayadin", "killed": 4},
    ),
    row(
        "each behind its place",
        "US jets struck Abu Kamal, killing 16, and Mayadin, killing four, on Friday.",
        {"place": "abu-kamal", "killed": 16},
        {"place": "mayadin", "killed": 4},
    ),
    row(
        "nobody this time, three the last",
        "Rockets were fired at the Harir base on Sunday, a week after a drone killed three soldiers at Tower 22 "
        "in Jordan. No one was hurt.",
        {"place": "harir", "killed": 0, "wounded": 0},
        {"place": "tower-22", "killed": 3},
    ),
    row(
        "the deed that it answers",
        "The death of three American soldiers at Tower 22 in Jordan on 28 January led Washington to strike "
        "Abu Kamal on Friday, where 16 fighters were killed.",
        {"place": "tower-22", "killed": 3},
        {"place": "abu-kamal", "killed": 16},
    ),
    row(
        "on both sides",
        "Islamic State fighters attacked an army post near Hawija on Sunday and killed five soldiers. "
        "The army said it killed three of the attackers.",
        {"place": "hawija", "killed": 5},
    ),
    row(
        "the bomber is not one of them",
        "A suicide bomber blew himself up at a mosque in Mosul on Friday, killing himself and seven worshippers.",
        {"place": "mosul", "killed": 7},
    ),
    row(
        "the dead before the deed",
        "Nine people died on Sunday, the ministry said: four soldiers and five gunmen.\n\n"
        "Gunmen attacked an army post in Hawija before dawn on Sunday. Reinforcements came from Kirkuk.",
        {"place": "hawija", "killed": 9},
    ),
    row(
        "who they were is told once more",
        "A mine exploded near Sinjar on Sunday under a car. Its two occupants, a father and a son, were killed.",
        {"place": "sinjar", "killed": 2},
    ),
    row(
        "the crew is safe",
        "A merchant ship was hit by a missile off Hodeidah on Sunday. Its crew of 22 is safe, the owner said.",
        {"killed": 0, "wounded": 0},
    ),
    row(
        "a toll of what was told before it, not of what comes behind",
        "On Sunday bombs fell on al-Qaim and on Akashat in Iraq. Baghdad put the toll at 16 dead. Across the line, "
        "jets struck al-Mayadin and Abu Kamal.",
        {"place": "al-qaim", "killed": None},
        {"place": "akashat", "killed": None},
        {"place": "mayadin", "killed": None},
        {"place": "abu-kamal", "killed": None},
    ),
]

TOLD_OTHERWISE = [
    row(
        "the wounded are being treated",
        "A car bomb killed four people in Mosul on Sunday. Nine more are being treated for burns.",
        {"place": "mosul", "killed": 4, "wounded": 9},
    ),
    row(
        "treated as suspects they are not hurt",
        "A bomb exploded in Mosul on Sunday. Nine suspects are being treated as enemies.",
        {"place": "mosul", "killed": None, "wounded": None},
    ),
    row(
        "the wounded lie in hospital",
        "A mortar shell hit a school in Homs on Sunday. Three children remain in hospital.",
        {"place": "homs", "killed": None, "wounded": 3},
    ),
    row(
        "soldiers were lost",
        "A roadside bomb hit a bus in Homs on Sunday. Eleven soldiers were lost.",
        {"place": "homs", "killed": 11},
    ),
    row(
        "lorries were lost",
        "Russian shells hit Kherson on Sunday. Two lorries were lost.",
        {"place": "kherson", "killed": None},
    ),
    row(
        "they fell as martyrs",
        "Six members of the security forces fell as martyrs and 14 others were injured when a car bomb exploded "
        "in Homs on Sunday.",
        {"place": "homs", "killed": 6, "wounded": 14},
    ),
    row(
        "what they had come for stands between",
        "Six people who had come to buy bread died when a missile hit Odesa on Sunday.",
        {"place": "odesa", "killed": 6},
    ),
    row(
        "who spoke of the dead is not dead",
        "Russian shells hit Kherson on Sunday. Four people who were in the street said that a neighbour had died "
        "years before.",
        {"place": "kherson", "killed": None},
    ),
    row(
        "the dead man",
        "A drone hit a car in Kharkiv on Sunday. The dead man was a driver aged 40.",
        {"place": "kharkiv", "killed": 1},
    ),
    row(
        "one of the dead",
        "A bomb killed three people in Mosul on Sunday. The dead woman was a teacher.",
        {"place": "mosul", "killed": 3},
    ),
    row(
        "another beside him, behind the place",
        "A bomb killed a general in Mosul on Sunday along with another officer.",
        {"place": "mosul", "killed": 2},
    ),
    row(
        "the wounded beside the dead",
        "A bomb killed four soldiers in Mosul on Sunday, with two civilians injured.",
        {"place": "mosul", "killed": 4, "wounded": 2},
    ),
    row(
        "without harming anyone",
        "A drone fell on Kherson on Sunday without harming anyone.",
        {"place": "kherson", "killed": 0, "wounded": 0},
    ),
]

AGAIN = [
    row(
        "as many elsewhere, by other arms",
        "Gunmen killed 24 people in Kharkiv on Saturday. In Nineveh province a suicide bomber blew himself up at a "
        "funeral; 24 mourners died.",
        {"place": "kharkiv", "killed": 24},
        {"place": "iq-nineveh", "killed": 24},
    ),
    row(
        "a second wave on a part of the city",
        "On Sunday morning four drones hit Kharkiv and wounded 27 people. In a second wave six more drones attacked "
        "Kharkiv, this time its Kholodnohirskyi district. Another 33 people were wounded by it.",
        {"place": "kharkiv", "wounded": 27},
        {"place": "kharkiv", "wounded": 33},
    ),
    row(
        "a second wave after a headline of the first",
        "Drones strike Kharkiv\n\nOn Sunday morning four drones hit Kharkiv and wounded 27 people.\n\n"
        "In a second wave six more drones attacked Kharkiv. Another 33 people were wounded by it.",
        {"place": "kharkiv", "wounded": 27},
        {"place": "kharkiv", "wounded": 33},
    ),
]


AGES = [
    row(
        "the ages of several are no numbers of people",
        "A drone hit a car in Kharkiv on Tuesday. Three men aged 34, 45 and 51 were hospitalized.",
        {"wounded": 3},
    ),
    row(
        "two of an age",
        "A drone hit a car in Kharkiv on Tuesday. A man aged 45 and a woman aged 42 were killed.",
        {"killed": 2},
    ),
    row(
        "two, so many and so many years old",
        "Drones hit Kherson on Tuesday. Two men, 54 and 60 years old, suffered concussions and blast injuries.",
        {"wounded": 2},
    ),
]

RISEN = [
    row(
        "the number of people hurt in a strike has risen",
        "The number of people injured in Tuesday's Russian attack on Kharkiv has risen to 28, the governor said.",
        {"wounded": 28},
    ),
    row(
        "the number of people killed in a strike has reached so many",
        "The number of people killed in a Russian strike on Kharkiv on Tuesday has reached nine.",
        {"killed": 9},
    ),
    row(
        "the toll of a day's strike has risen, with so many wounded",
        "The death toll from Tuesday's Russian strike on Kharkiv has risen to nine, with 40 wounded.",
        {"killed": 9, "wounded": 40},
    ),
    row(
        "bringing the dead to so many",
        "Israel struck Tulkarm on Monday. A Palestinian succumbed to his wounds, bringing the dead to four.",
        {"killed": 4},
    ),
    row(
        "the toll of the bombing of a place, in a town, on a day",
        "The death toll in the bombing of a church in Damascus on Sunday rose to 25, with 63 wounded.",
        {"killed": 25, "wounded": 63},
    ),
    row(
        "a fourth died later",
        "Russian shells hit a bus stop in Kherson on Monday. Three passengers were killed on the spot, and a fourth "
        "died later in hospital. Ten people were wounded.",
        {"killed": 4, "wounded": 10},
    ),
]

BEFALL = [
    row(
        "who was shot and wounded",
        "A police officer was shot and wounded in Srinagar, India, on Sunday evening.",
        {"wounded": 1},
    ),
    row(
        "whom an army calls neutralised",
        "Turkish jets neutralised seven PKK militants in Metina, Iraq, on Sunday.",
        {"killed": 7},
    ),
    row(
        "missiles that were neutralised are nobody",
        "Ukrainian forces attacked Kursk on Sunday. Seven drones were neutralised.",
        {"killed": None},
    ),
    row(
        "others, a child among them, were left with injuries",
        "A drone attack on Kharkiv on Tuesday killed one person and left three others, including a child, with "
        "injuries.",
        {"killed": 1, "wounded": 3},
    ),
    row(
        "a girl's parents",
        "A drone hit a house in Kharkiv on Tuesday, killing a girl and injuring her parents and two brothers.",
        {"killed": 1, "wounded": 4},
    ),
    row(
        "houses that were burned are nobody",
        "Insurgents beheaded six people in Chiure district, Mozambique, on Sunday, and burned 40 houses.",
        {"killed": 6, "wounded": None},
    ),
    row(
        "shooting dead one",
        "A gunman opened fire at a shopping centre in Odesa on Monday, shooting dead one and wounding three.",
        {"killed": 1, "wounded": 3},
    ),
    row(
        "a soldier of a people whose name is a plural, too",
        "A Lebanese soldier was killed and two others were hurt when an object exploded in Zibqin on Saturday.",
        {"killed": 1, "wounded": 2},
    ),
    row(
        "one of so many years, and others",
        "Drones hit Kharkiv on Friday. A 12-year-old girl and five adults were killed.",
        {"killed": 6},
    ),
    row(
        "one driver's wounds",
        "A Ukrainian drone hit a truck in Bryansk on Tuesday. The driver received shrapnel wounds to his leg.",
        {"wounded": 1},
    ),
    row(
        "a name and an age",
        "The health ministry said Ahmad Odeh, 20, died after being shot by Israeli forces in Jenin on Tuesday.",
        {"killed": 1},
    ),
    row(
        "some were killed, and nobody was injured",
        "A US drone strike in Idlib on Sunday killed a senior member of Hurras al-Din. No one else was injured.",
        {"killed": 1, "wounded": 0},
    ),
    row(
        "one, two of his guards and a driver",
        "A police chief, two of his bodyguards and a driver were killed when their car was ambushed in Zacatecas, "
        "Mexico, on Sunday.",
        {"killed": 4},
    ),
    row(
        "whose bodies were found",
        "Six bodies were found after an Israeli strike in Tyre on Tuesday.",
        {"place": "tyre", "killed": 6},
    ),
]

ATTACKERS = [
    row(
        "policemen and the militants who attacked them",
        "Militants attacked a checkpoint in Bannu, Pakistan, on Monday. Five policemen and three militants were "
        "killed.",
        {"killed": 5},
    ),
    row(
        "an army tells whom it killed and whom it lost",
        "Al-Shabaab fighters attacked an army base in Beledweyne on Monday. The army said it killed 40 militants and "
        "lost five soldiers.",
        {"killed": 5},
    ),
    row(
        "soldiers and militants where it is not said who attacked",
        "Five soldiers and three militants were killed in clashes in Bannu, Pakistan, on Monday.",
        {"killed": 8},
    ),
]


@pytest.mark.parametrize(
    "case", [*DIED, *LISTS, *WHICH, *BETWEEN, *TOLD_OTHERWISE, *AGAIN, *AGES, *RISEN, *BEFALL, *ATTACKERS]
)
def test_whose_victims(case: Case, reader: Reader) -> None:
    """A figure beside the wrong deed is worse than none."""
    assert told(case, reader) == case.wanted
