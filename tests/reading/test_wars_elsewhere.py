"""Prose of wars far from the gazetteer's theatre: its towns, fronts, rivers, reports and tolls."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

TOWNS = [
    row(
        "words for quarters of a municipality are no town",
        "Soldiers clashed with Abu Sayyaf in Sitio Lumbang, Barangay Tubigan, in Maluso town in Basilan, Philippines, "
        "on Sunday, killing two gunmen.",
        {"country": "PH", "killed": 2},
    ),
    row(
        "a village that nothing knows is in its region, not where the first half of its name is",
        "A jet dropped bombs on Nyaung Kone village in the northern Sagaing region of Myanmar on Sunday, killing ten.",
        {"country": "MM", "precision": "governorate", "place": "area:MM-01"},
    ),
    row(
        "the town of the division that a word for its kind stands before",
        "Gunmen killed four in Santa Rosa village, Cauca department, Colombia, on Sunday.",
        {"country": "CO", "killed": 4},
    ),
    row(
        "a town at home, not one of its name in a war elsewhere",
        "Five policemen were killed when a vehicle was ambushed in Karak on Sunday, Pakistan's police said. A man was "
        "shot dead in Bannu.",
        {"country": "PK", "killed": 5},
        {"country": "PK"},
    ),
    row(
        "… nor one that bears the first word of its name",
        "A bomb killed six people on Sunday in Dera Bugti district in Pakistan, some hours from Quetta.",
        {"country": "PK", "killed": 6},
    ),
    row(
        "the place of that name where the text names its country",
        "Gunmen killed two policemen in Karak in Jordan on Sunday. Pakistan and Afghanistan condemned it.",
        {"country": "JO", "killed": 2},
    ),
    row(
        "a state that bears a river's name",
        "Raiders killed 20 villagers in Upper Nile state on Sunday, South Sudan's government said.",
        {"country": "SS", "precision": "governorate", "killed": 20},
    ),
    row(
        "the river itself",
        "A boat was hit by a drone on the Nile near Khartoum, Sudan, on Sunday, killing four.",
        {"place": "khartoum", "killed": 4},
    ),
    row(
        "a town in a land that owns its district",
        "Gunmen killed four people in Pampore in south Kashmir's Pulwama district, India, on Sunday.",
        {"country": "IN", "killed": 4},
    ),
    row(
        "a village that nothing knows, told of by the governor of its province",
        "The governor of Nigeria's Zamfara state said gunmen stormed the village of Dan Tudu on Sunday, killing nine.",
        {"country": "NG", "precision": "governorate", "killed": 9},
    ),
    row(
        "a governor who tells of what is to come",
        "The governor of Nigeria's Zamfara state said the army would use drones to attack the village of Dan Tudu.",
    ),
    row(
        "the whole of a region that lies in the east",
        "A missile hit a village in the eastern Donetsk region of Ukraine on Sunday, killing two.",
        {"place": "area:UA-14", "killed": 2},
    ),
]

AFAR = [
    row(
        "a land says more than the capital hundreds of kilometres off",
        "A drone killed six people on Sunday in the town of Wereta Babo in Ethiopia's Amhara region, about 400km north "
        "of the capital, Addis Ababa.",
        {"country": "ET", "precision": "governorate", "killed": 6},
    ),
    row(
        "a city that only says how far it is says nothing",
        "Maoists blew up a truck in Sukma district, India, on Sunday, killing two. The blast took place near "
        "Karigundam village, over 400 km from the state capital Raipur, police said.",
        {"country": "IN", "killed": 2, "precision": "district"},
    ),
    row(
        "a few kilometres from a town",
        "A roadside bomb killed two soldiers on Sunday 20 km from Gao, Mali.",
        {"country": "ML", "precision": "near", "killed": 2},
    ),
    row(
        "a town that stands on a road between others",
        "Militants threw a grenade at troops in Bijbehara town on the Jammu-Srinagar national highway, India, on "
        "Sunday, wounding three.",
        {"country": "IN", "wounded": 3, "precision": "locality"},
    ),
]

FRONTS = [
    row(
        "a front named for a town, and the town that was hit",
        "On the Pokrovsk axis, Russian aircraft bombed Novoekonomichne, Ukraine, on Sunday.",
        {"country": "UA", "precision": "locality"},
    ),
    row(
        "a front alone is wide",
        "In the Luhansk sector, the enemy shelled Ukrainian army positions four times on Sunday.",
        {"country": "UA", "precision": "near"},
    ),
    row(
        "fronts in a list",
        "In the Tovuz and Lachin directions, Armenian forces fired at Azerbaijani posts with mortars on Sunday.",
        {"precision": "near", "by": ["armenia"]},
        {"precision": "near", "by": ["armenia"]},
    ),
    row(
        "a list of arms, and what they were used for",
        "Militants used grenade launchers, heavy machine guns and small arms to fire at Ukrainian positions near "
        "Avdiivka on Sunday.",
        {"country": "UA", "on": ["ukraine"]},
    ),
    row(
        "arms that were deployed to attack",
        "The rebels deployed heavy artillery to attack the city of Nikopol, Ukraine, on Sunday.",
        {"country": "UA", "with": "artillery"},
    ),
    row(
        "arms deployed to defend",
        "The army deployed artillery to defend the city of Nikopol, Ukraine, on Sunday.",
    ),
    row(
        "positions that came under fire",
        "Ukrainian positions near Avdiivka came under enemy fire on Sunday.",
        {"country": "UA", "on": ["ukraine"]},
    ),
]

TOLLS = [
    row(
        "as many others",
        "At least five soldiers were killed and as many others wounded when gunmen attacked a post in Bannu, "
        "Pakistan, on Sunday.",
        {"killed": 5, "wounded": 5},
    ),
    row(
        "an equal number",
        "Three people were killed and an equal number injured when a bomb went off in Quetta, Pakistan, on Sunday.",
        {"killed": 3, "wounded": 3},
    ),
    row(
        "twice as many",
        "Five soldiers were killed and twice as many wounded when a bomb went off in Quetta, Pakistan, on Sunday.",
        {"killed": 5, "wounded": None},
    ),
    row(
        "as many days",
        "In the second attack in as many days, a bomb killed three people in Quetta, Pakistan, on Sunday.",
        {"killed": 3, "wounded": None},
    ),
    row(
        "a number of dead, and others who were hurt",
        "Gunmen attacked Gao, Mali, on Sunday. The number of dead stands at 14 and three people were hurt in it.",
        {"killed": 14, "wounded": 3},
    ),
    row(
        "jawans are soldiers",
        "Six jawans and a driver were killed when Maoists blew up their vehicle in Sukma, India, on Sunday.",
        {"killed": 7},
    ),
]

WHO = [
    row(
        "militiamen",
        "Militiamen killed nine people in Bunia, DR Congo, on Sunday.",
        {"country": "CD", "killed": 9},
    ),
    row(
        "attackers",
        "Attackers killed nine people in Maiduguri, Nigeria, on Sunday.",
        {"country": "NG", "killed": 9},
    ),
    row("rain", "Heavy rain killed nine people in Makurdi, Nigeria, on Sunday."),
    row("a fire in a house", "A massive fire at a hotel in Makurdi, Nigeria, killed nine people on Sunday."),
    row(
        "rain that fell before a deed",
        "Gunmen killed nine villagers in Makurdi, Nigeria, on Sunday after heavy rain.",
        {"country": "NG", "killed": 9},
    ),
    row(
        "what a group goes on doing",
        "Al-Shabaab continues to carry out suicide bombings and other attacks in Mogadishu and elsewhere.",
    ),
    row(
        "what it went on doing one day",
        "The army continued to shell Kherson on Sunday, killing two people, Ukraine said.",
        {"country": "UA", "killed": 2},
    ),
]

ON_THE_ROAD = [
    row(
        "where a bus was, not whence and where it was going",
        "Gunmen fired on a bus going to Quetta from Karachi near Khuzdar, Pakistan, on Sunday, killing two.",
        {"country": "PK", "precision": "near", "launch": None, "killed": 2},
    ),
    row(
        "whence rockets were fired",
        "Rockets fired from Tyre hit Haifa in Israel on Sunday.",
        {"place": "haifa", "launch": "tyre"},
    ),
    row(
        "a capital where an envoy sits is no place of a later deed",
        "Thailand expelled Cambodia's envoy in Bangkok. Thailand's foreign ministry asserted that Cambodian troops "
        "fired artillery on a Thai military base on Sunday morning.",
    ),
]

DAYS = [
    row(
        "weeks after a deed of which the day is told",
        "Weeks after a deadly drone attack on January 10 killed five civilians in Woldia, Ethiopia, a man mourns.",
        {"day": "2024-01-10", "killed": 5},
    ),
    row(
        "a year after one",
        "A year after a bombing on February 3 killed nine people in Mekelle, Ethiopia, nobody has been charged.",
        {"day": "2022-08-09/2023-08-04", "killed": 9},
    ),
]

GROUPS = [
    row(
        "who claimed it, behind the name of its land",
        "A bomb killed five people in Nairobi, Kenya, on Sunday. The attack was later claimed by Somalia's militant "
        "al-Shabaab group.",
        {"by": ["al-shabaab"], "status": "claimed"},
    ),
    row(
        "one of a people by a name of two words",
        "South Sudanese raiders opened fire on herders in Gambella, Ethiopia, on Sunday.",
        {"by": []},
    ),
    row(
        "the troops of that state",
        "South Sudanese troops opened fire on herders in Gambella, Ethiopia, on Sunday.",
        {"by": ["south-sudan"]},
    ),
]

_ALL = [*TOWNS, *AFAR, *FRONTS, *TOLLS, *WHO, *ON_THE_ROAD, *DAYS, *GROUPS]


@pytest.mark.parametrize("case", _ALL)
def test_wars_elsewhere(case: Case, reader: Reader) -> None:
    """Where it was, how many and whether it was a deed at all, as the papers of those countries write it."""
    assert told(case, reader) == case.wanted
