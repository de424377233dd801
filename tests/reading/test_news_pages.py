"""What pages of news are full of: whose a channel is, in whose hands a post was, lists of sums, who wrote it."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

DIRECTIONS = [
    row(
        "a city in the south of its country",
        "Gunmen killed two officers on Sunday in the southern city of Nasiriyah.",
        {"place": "nasiriyah", "precision": "locality"},
    ),
    row(
        "a people between the direction and the city",
        "Gunmen killed two officers on Sunday in the southern Iraqi port of Basra.",
        {"place": "basra", "precision": "locality"},
    ),
    row(
        "a province in the northwest",
        "Jets killed two farmers on Sunday in the northwestern province of Idlib.",
        {"place": "sy-idlib", "point": "representative", "precision": "governorate"},
    ),
    row(
        "a town in the south, near which it was",
        "Gunmen killed two officers on Sunday near the southern town of Nasiriyah.",
        {"place": "nasiriyah", "precision": "near"},
    ),
    row(
        "north of the city",
        "Gunmen killed two officers on Sunday north of the city of Basra.",
        {"place": "basra", "precision": "near"},
    ),
]

ONLY_NAMED = [
    row(
        "whose the agency is",
        "The Saudi-led coalition bombed a wedding in Saada on Sunday, the Houthi-run Saba news agency reported.",
        {"by": ["saudi-led-coalition"], "on": []},
    ),
    row(
        "whose the channel is",
        "A car bomb killed two people in Marib on Sunday, according to a channel owned by the Houthis.",
        {"by": [], "on": []},
    ),
    row(
        "who told what the dead man was",
        "A drone hit a car near Sulaymaniyah on Sunday and killed a man identified by the Kurdistan Counter-Terrorism "
        "Service as a farmer.",
        {"by": [], "place": "sulaymaniyah"},
    ),
    row(
        "against whom they were raised",
        "A drone hit the post of an anti-Taliban militia in Jalalabad on Sunday and killed three.",
        {"by": []},
    ),
    row(
        "against whom, by both its names",
        "The anti-Islamic State (ISIS) operation near Hawija on Sunday killed four gunmen, the Iraqi army said.",
        {"by": [], "place": "hawija"},
    ),
    row(
        "who backs it, in a relative clause",
        "The unit, which Russia trains, shelled Idlib on Sunday.",
        {"by": [], "place": "idlib"},
    ),
    row(
        "whose base it also is",
        "Balad air base, which houses troops of the US-led coalition, was hit by a rocket on Sunday.",
        {"by": [], "on": ["us-led-coalition"]},
    ),
    row(
        "who looks into it",
        "The Turkish army has opened an inquiry after a rocket hit the town of Kilis on Sunday.",
        {"by": []},
    ),
    row(
        "a group by its friends and its name",
        "Jets of the Saudi-led coalition hit a depot of the Iran-allied Houthi militia in Hodeidah on Sunday.",
        {"by": ["saudi-led-coalition"], "on": ["houthis"]},
    ),
    row(
        "a militia that is named for whom it fights",
        "Al-Shabaab gunmen, whom the army had hunted, attacked a post of an anti-Shabaab militia in Beledweyne on "
        "Sunday, killing two.",
        {"by": ["al-shabaab"]},
    ),
]

IN_THEIR_HANDS = [
    row(
        "a post that they held",
        "A post held by the Taliban in Jalalabad was hit by a mortar on Sunday.",
        {"by": [], "on": ["taliban"]},
    ),
    row(
        "a post that they held, behind the deed",
        "Drones hit a post held by the Taliban in Jalalabad on Sunday, killing three.",
        {"by": [], "on": ["taliban"]},
    ),
    row(
        "a palace that their leaders had taken",
        "A palace in Hodeidah occupied by leaders of the Houthi militia was hit by missiles on Sunday.",
        {"on": ["houthis"], "kind": "attack"},
    ),
    row(
        "a village that they had seized",
        "A village seized by the Taliban near Kunduz was shelled on Sunday, killing six.",
        {"by": [], "on": ["taliban"], "kind": "shelling"},
    ),
    row(
        "a seizure",
        "The town of Mayadin was seized by the SDF on Sunday.",
        {"by": ["syrian-democratic-forces"], "kind": "seizure"},
    ),
    row(
        "who did it",
        "A post in Jalalabad was hit by the Taliban with a mortar on Sunday.",
        {"by": ["taliban"]},
    ),
]

DRAWN = [
    row(
        "strikes that a deed drew",
        "A missile attack on Sunday on Abha airport wounded 12 people, drawing retaliatory strikes by the Saudi-led "
        "coalition on Houthi positions.",
        {"by": [], "on": ["saudi-arabia"], "place": "abha-airport", "wounded": 12},
    ),
    row(
        "strikes that a deed drew, with their place",
        "A drone hit a depot in Belgorod on Sunday, triggering a retaliatory Russian strike on Kharkiv that killed 2.",
        {"place": "belgorod", "killed": None},
        {"place": "kharkiv", "killed": 2, "by": ["russia"]},
    ),
    row(
        "strikes in return that are the news",
        "Israel carried out retaliatory strikes on Gaza City on Sunday, killing three.",
        {"by": ["israel"], "killed": 3},
    ),
    row(
        "the coalition of that war",
        "SANAA: A missile attack on Abha airport wounded 12 people on Sunday. Jets of the coalition then bombed a "
        "Houthi camp in Saada, killing three.",
        {"place": "abha-airport"},
        {"place": "saada", "by": ["saudi-led-coalition"]},
    ),
    row(
        "the coalition of another war",
        "Jets of the coalition bombed an ISIS camp near Hawija in Iraq on Sunday, killing three, an officer said.",
        {"place": "hawija", "by": ["us-led-coalition"]},
    ),
]

SUMMED = [
    row(
        "a list of sums",
        "Gunmen of ISIS cells shot dead a guard in Busayrah on Sunday.\n\nAccording to the network's statistics, the "
        "number of people killed in the desert since January 2023 has reached 146; they are:\n\n• 78 gunmen were "
        "killed in Russian airstrikes on areas in Homs, Hama and Raqqa.\n\n• 60 soldiers fell in ambushes in Palmyra.",
        {"killed": 1},
    ),
    row(
        "a list of deeds",
        "The army listed what it had hit on Sunday:\n\n• A drone struck a depot in Homs and killed two.\n\n"
        "• Jets bombed a barracks in Raqqa and killed three.",
        {"place": "homs", "killed": 2},
        {"place": "raqqa", "killed": 3},
    ),
    row(
        "what an army often does",
        "Turkish forces frequently carry out raids on PKK camps in northern Iraq, above all in the Qandil Mountains, "
        "with drones.",
    ),
    row(
        "what an army did",
        "Turkish forces carried out a raid on PKK camps in the Qandil Mountains with drones on Sunday.",
        {"by": ["turkey"]},
    ),
]

FURNITURE = [
    row(
        "headlines behind who wrote it",
        "Gunmen killed two policemen in Diyarbakir on Sunday, the governor's office said.\n\n"
        "(Writing by A. Reporter; editing by B. Editor)\n\n- Bomb attack on Dhaka mosque kills one\n"
        "- Car bomb in Benghazi port kills seven",
        {"place": "diyarbakir"},
    ),
    row(
        "news behind who wrote another item",
        "(Writing by A. Reporter)\n\nGunmen killed two policemen in Diyarbakir on Sunday, the governor's office said "
        "in a statement that gave no more details of the deed or of those who did it.",
        {"place": "diyarbakir"},
    ),
]

ACCIDENTS = [
    row(
        "a gas tank",
        "Four people were killed in Beirut on Sunday night after a gas tank burst in the Hamra area, medics said. "
        "The blast happened in a bakery. It was not clear what had set it off.",
    ),
    row(
        "gas canisters, and teams that were sent",
        "Ten people were hurt on Sunday when an explosion rocked a warehouse storing gas canisters in Hermel. The Red "
        "Cross sent several teams there. The cause of the fire was not clear.",
    ),
    row(
        "a gas tank that was shot at",
        "A drone hit a gas tank at a plant in Erbil on Sunday, killing two workers.",
        {"place": "erbil", "killed": 2},
    ),
    row(
        "a depot that rockets set on fire",
        "Rockets hit a fuel depot in Odesa on Sunday and a gas tank exploded, killing three people.",
        {"place": "odesa", "killed": 3},
    ),
]

BY_A_TOWN = [
    row(
        "so far from a town",
        "A drone hit a car on Sunday about 10 km from the town of Amedi, killing one man.",
        {"place": "amedi", "precision": "near", "launch": None},
    ),
    row(
        "so far from a resort, in miles as well",
        "A drone hit a car on Sunday just 10 km (6 miles) from the mountain resort of Dukan, killing one man.",
        {"precision": "near", "launch": None, "killed": 1},
    ),
    row(
        "away from a town",
        "Gunmen attacked a post on Sunday 3 km away from Khanaqin, killing two soldiers.",
        {"place": "khanaqin", "precision": "near", "launch": None},
    ),
    row(
        "fired from a town",
        "Rockets were fired on Sunday from Amedi at a base in Zakho, killing two soldiers.",
        {"place": "zakho", "launch": "amedi"},
    ),
    row(
        "the capital of the province, by which a town is told",
        "Nine people were killed on Sunday when a drone hit a car in Sulaymaniyah province in northern Iraq.\n\nThe "
        "drone struck it near the town of Penjwen, east of the namesake provincial capital Sulaymaniyah, police said.",
        {"killed": 9, "precision": "near"},
    ),
    row(
        "a headline's town that is the province",
        "PKK commander killed in Turkish drone attack in Duhok\n\nA Turkish drone attack killed a PKK commander and "
        "wounded two others in northern Duhok province on Sunday, officials said.\n\nThe drone strike targeted a car "
        "on a road in Amedi district, they said.",
        {"place": "amedi", "killed": 1, "wounded": 2},
    ),
    row(
        "a headline's town",
        "PKK commander killed in Turkish drone attack in Duhok\n\nA Turkish drone attack killed a PKK commander in a "
        "street of the city of Duhok on Sunday, officials said.",
        {"place": "duhok", "killed": 1, "precision": "locality"},
    ),
    row(
        "provinces behind their word",
        "Gunmen killed two officers on Sunday in the provinces of Herat and Farah.",
        {"precision": "governorate", "killed": 2},
    ),
    row(
        "cities behind their word",
        "Gunmen killed officers on Sunday in the cities of Idlib and Aleppo.",
        {"precision": "locality"},
        {"precision": "locality"},
    ),
    row(
        "clashes with an armed group in a town",
        "Six guards were killed on Sunday in clashes with an armed group in Zahedan, Tasnim reported.",
        {"killed": 6, "country": "IR"},
    ),
    row(
        "a group that only speaks in a town",
        "Two officers were killed on Sunday in an attack in Zahedan, a rights group in Geneva said.",
        {"killed": 2, "country": "IR"},
    ),
    row(
        "a war of a year",
        "Gunmen killed two settlers in Hebron on Sunday. In the 1967 Mideast war, Israel took the West Bank and the "
        "Gaza Strip.",
        {"killed": 2},
    ),
]

QUARTERS = [
    row(
        "a quarter of the city just told of",
        "Gunmen on a motorbike on Sunday shot dead the head of the traffic police in Aden, police said. Colonel Saleh "
        "Abdo was killed as he was leaving his home in the city's Mansura district, officials said.",
        {"place": "aden", "killed": 1},
    ),
    row(
        "another deed in a quarter of that city",
        "Gunmen shot dead an officer in Aden on Sunday, police said. A bomb killed a man in the district of Sheikh "
        "Othman on Saturday.",
        {"place": "aden", "killed": 1, "day": "2024-02-04"},
        {"place": "sheikh-othman", "killed": 1, "day": "2024-02-03"},
    ),
]

_ALL = [
    *QUARTERS,
    *BY_A_TOWN,
    *DIRECTIONS,
    *ONLY_NAMED,
    *IN_THEIR_HANDS,
    *DRAWN,
    *SUMMED,
    *FURNITURE,
    *ACCIDENTS,
]


@pytest.mark.parametrize("case", _ALL)
def test_pages_of_news(case: Case, reader: Reader) -> None:
    """What such a page says besides the deed changes neither who struck, nor where, nor how often."""
    assert told(case, reader) == case.wanted
