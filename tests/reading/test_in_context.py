"""Which place a name means by what the article is about, and places that only describe another or an office."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

NAMES = [
    row(
        "an embassy in a quarter of its town",
        "Three rockets were fired on Sunday at the US embassy in Baghdad's Green Zone, and two guards were hurt.",
        {"place": "us-embassy-baghdad"},
    ),
    row(
        "a quarter of a town",
        "Two rockets hit a house in Beirut's Ashrafieh district on Sunday.",
        {"place": "achrafieh"},
    ),
    row(
        "a quarter with an adjective",
        "Gunmen opened fire in a mosque in Baghdad's fortified Green Zone on Sunday and killed two guards.",
        {"place": "green-zone", "killed": 2},
    ),
    row(
        "one here, another there",
        "Missiles destroyed three radars on Sunday: one near Ras Isa, another north of Mokha, a third near Khokha.",
        {"place": "ras-isa"},
        {"place": "mokha"},
        {"country": "YE"},
    ),
    row(
        "a market with the name of a town elsewhere",
        "A bomb went off on Sunday at the Gamboru market in Maiduguri, in Nigeria, and killed four traders.",
        {"place": "maiduguri", "killed": 4},
    ),
    row(
        "a market of the town that is named",
        "A bomb went off on Sunday at a Kharkiv market in Ukraine and killed four traders.",
        {"place": "kharkiv"},
    ),
    row(
        "a gate with a name of its own",
        "Rockets hit the Bab al-Salam gate in Azaz on Sunday, Syrian police said.",
        {"place": "bab-al-salam"},
    ),
    row(
        "a village that shares a word with a city abroad",
        "Two policemen were shot dead on Sunday in Saida Sohal, a hamlet in India. The gunmen had come from Jammu, "
        "Indian police in Srinagar said.",
        {"place": "area:IN"},
    ),
    row(
        "a town at a crossing, by the neighbour's name",
        "Drones bombed the Adre crossing on the border with Chad on Sunday. In Sudan the army said nothing. The "
        "war there is in its third year, and El Fasher and Nyala are under siege.",
        {"country": "TD"},
    ),
    row(
        "the neighbours of the country that is meant",
        "Niger: 14 shot dead near border with Mali and Burkina Faso\n\nGunmen on motorcycles shot dead 14 people in "
        "Inates on Sunday.",
        {"place": "inates", "killed": 14},
    ),
    row(
        "a town in the region of its name",
        "Gunmen killed seven soldiers on Sunday in a camp at Inates, in the region of Tillaberi.",
        {"place": "inates"},
    ),
    row(
        "a capital far from what else is named",
        "Talks went on in Qatar. On Sunday a suicide bomber rammed a convoy west of Kabul, and eight guards were "
        "killed.",
        {"country": "AF", "killed": 8},
    ),
    row(
        "the motorway between two cities",
        "Gunmen shot dead two soldiers on the Damascus-Aleppo motorway in Idlib province on Sunday.",
        {"place": "sy-idlib"},
    ),
]

ONLY_NAMED = [
    row(
        "where the wounded lie",
        "An airstrike killed twelve people in Dedebit on Sunday. The dead are 14 by now and the hurt 30, aid workers "
        "said who sent pictures of the wounded in hospital in Shire.",
        {"place": "dedebit"},
    ),
    row(
        "where a convoy was bound",
        "Two aid workers died on Sunday when the convoy to Pokrovsk was shelled near Kramatorsk in Ukraine.",
        {"place": "kramatorsk"},
    ),
    row(
        "where a lorry came from and went",
        "Nine soldiers were killed on Sunday when a lorry on its way from Sidi Bouzid to Kasserine was ambushed near "
        "Sbeitla in Tunisia.",
        {"killed": 9, "precision": "near"},
    ),
    row(
        "where a report was written, before a colon",
        "PESHAWAR: Thirteen soldiers were killed on Sunday as a suicide bomber drove a truck into their convoy in Mir "
        "Ali.",
        {"place": "mir-ali", "killed": 13},
    ),
    row(
        "a bulletin's town, before a colon",
        "KHARKIV: A drone hit a house on Sunday and killed two.",
        {"place": "kharkiv", "killed": 2},
    ),
    row(
        "where somebody was beaten before",
        "A truck bomb exploded in Cali in Colombia on Sunday. It was the answer to defeats in the Micay canyon.",
        {"country": "CO", "day": "2024-02-04"},
    ),
    row(
        "the year of a pact",
        "The guerrillas who turned down the peace deal of 2016 killed two soldiers with a bomb in Cali in Colombia on "
        "Sunday.",
        {"day": "2024-02-04", "killed": 2},
    ),
    row(
        "villages not far from a town",
        "Gunmen murdered fifteen people on Sunday in villages not far from Mpeketoni in Kenya.",
        {"country": "KE", "killed": 15, "precision": "near"},
    ),
    row(
        "what a group did in a war long ago",
        "The movement's founder was buried in Damascus on Sunday. Under him it sent suicide bombers to Israel during "
        "the second intifada and had rockets made.",
    ),
    row(
        "soldiers of a regiment with a place's name",
        "Men of the Dogra and Bihar regiments were shot dead by gunmen in Uri in Kashmir on Sunday.",
        {"place": "uri-town"},
    ),
    row(
        "a submarine with a city's name",
        "The submarine Rostov-on-Don was hit by a missile in Sevastopol on Sunday.",
        {"place": "sevastopol"},
    ),
    row(
        "a man with a nickname",
        'Gunmen killed eight people in Culiacan on Sunday to free a son of Joaquin "El Chapo" Guzman.',
        {"country": "MX", "killed": 8},
    ),
    row(
        "a spokesman with a town's name",
        "Two drones were shot down over Baghdad on Sunday, the ministry's spokesman, Saad Maan, told reporters.",
        {"place": "baghdad"},
    ),
    row(
        "where a state speaks",
        "US jets bombed al-Qaim on Sunday and killed nine. In Baghdad caretaker Prime Minister Adel Abdul-Mahdi said "
        "on Monday that he had heard of the raid half an hour before.",
        {"place": "al-qaim", "day": "2024-02-04"},
    ),
    row(
        "where a town speaks of itself",
        "In Kharkiv, the mayor said that a drone had hit a house on Sunday, killing two.",
        {"place": "kharkiv", "killed": 2},
    ),
    row(
        "where soldiers speak of what befell them there",
        "In Goma, the army said that a bomb had gone off in a market on Sunday and killed five people.",
        {"killed": 5, "country": "CD"},
    ),
    row(
        "where the dead are buried",
        "An airstrike killed nine in al-Qaim on Saturday. They were washed and wrapped in Baghdad on Sunday.",
        {"place": "al-qaim", "killed": 9},
    ),
    row(
        "what gangs fight over",
        "Gunmen killed 24 men in Irapuato on Sunday as gangs fight over Guanajuato.",
        {"country": "MX", "killed": 24},
    ),
    row(
        "where a base lies",
        "Missiles hit the T4 airbase on Sunday. Three reached its western part, which lies between Homs and Palmyra.",
        {"place": "t4"},
    ),
    row(
        "the road that a town sits on",
        "Gunmen killed 70 people in Pont-Sonde in Haiti. The massacre took place on Sunday in a town of the Artibonite "
        "region that sits astride the road from the capital to Saint-Marc.",
        {"place": "pont-sonde", "killed": 70},
    ),
    row(
        "helicopters in bad weather",
        "Gunmen shot dead a guard in Sinjar on Sunday. On Saturday two helicopters crashed in bad weather near Duhok "
        "and nine people died.",
        {"place": "sinjar"},
    ),
    row(
        "arms of every day",
        "The Swedish jets were shown in Linkoping on Sunday. Ukraine uses others against the drones that Russia sends "
        "against its cities, and shoots down missiles with them.",
    ),
    row(
        "arms of one hour",
        "At 6 a.m. on Sunday Russia sends twenty drones against Kharkiv.",
        {"place": "kharkiv", "with": "drone"},
    ),
    row(
        "how many fields by a town, then each",
        "Drones struck three oilfields in the Zakho district on Sunday.\n\nTwo drones hit the Peshkabir field at dawn. "
        "Another drone struck the Sarsang field on Sunday.",
        {"place": "peshkabir"},
        {"place": "sarsang-field"},
    ),
    row(
        "a branch of a group",
        "JNIM, the Sahel branch of al-Qaeda, claimed an attack on soldiers in Kaya on Sunday.",
        {"place": "kaya"},
    ),
    row(
        "a mission for a region",
        "A base of the UN force for Abyei was emptied. Drones had hit the town of Kadugli on Sunday.",
        {"place": "kadugli"},
    ),
    row(
        "a general with the name of a missile",
        "General Abdel Fattah al-Burhan is awaited in Riyadh on Monday. Drones hit Kadugli on Sunday.",
        {"place": "kadugli", "with": "drone"},
    ),
]

TOLD_SO = [
    row(
        "a quarter that is a city elsewhere",
        "Police in Barranquilla were lining up on Sunday in the San Jose neighbourhood when a bomb was set off.",
        {"country": "CO", "with": "ied"},
    ),
    row(
        "a town in a region that the text names, and the gazetteer has another",
        "Ukraine claimed a hit on Sunday on an arsenal, at Oktyabrsky in the Tver region, with drones.",
        {"country": "RU", "precision": "governorate", "with": "drone"},
    ),
    row(
        "a town with the name of its county",
        "On Sunday, attackers threw grenades and opened fire in a club in Wajir, in Kenya.",
        {"country": "KE", "precision": "locality"},
    ),
    row(
        "a name that a hyphen joins to another",
        "On Sunday gunmen killed 11 soldiers at a post at Gourma-Rharous, in the Timbuktu region of Mali.",
        {"country": "ML", "precision": "locality", "killed": 11},
    ),
    row(
        "a southern suburb of another city than Beirut",
        "On Sunday a device went off outside the police post of Soledad, Barranquilla's southern suburb.",
        {"country": "CO"},
    ),
    row(
        "searches in other cities",
        "A bomb killed 31 people in Islamabad on Sunday, and investigators raided houses in Peshawar and Nowshera in "
        "search of accomplices.",
        {"country": "PK", "killed": 31, "with": "ied"},
    ),
    row(
        "talks that suffer from it",
        "Three attacks on police posts in Barranquilla on Sunday have left seven officers dead and cast doubt on the "
        "peace talks in Quito.",
        {"country": "CO", "killed": 7},
    ),
    row(
        "across from a place",
        "Its positions across from Akashat, in the far west of Anbar, came under artillery fire on Sunday.",
        {"place": "akashat", "precision": "near"},
    ),
    row(
        "a village, and in words behind it where that lies",
        "Nine people were killed by shells on Sunday at Beit Jinn, a farming village in the hills near Quneitra.",
        {"place": "beit-jinn", "killed": 9},
    ),
    row(
        "a town behind the name of a war's province",
        "On Sunday M23 took Rubaya, a small market town in Masisi, after fighting.",
        {"place": "rubaya-cd", "by": ["m23"]},
    ),
    row(
        "two towns, one with words behind it",
        "Drones hit Beit Jinn, a village near Damascus, and Quneitra on Sunday.",
        {"place": "beit-jinn"},
        {"place": "quneitra"},
    ),
    row(
        "a region with the day of the statement, then the place with its own",
        "A hundred were killed when warplanes of the Sudanese army bombed a market in the Darfur region, a group "
        "of lawyers said on Sunday.\n\nThe market is in Kabkabiya, west of El Fasher. People had come from afar on "
        "Saturday when eight barrel bombs fell on it.",
        {"place": "kabkabiya", "day": "2024-02-03", "by": ["sudanese-armed-forces"], "killed": 100},
    ),
    row(
        "officials of a town, where only the country is named beside it",
        "In Ukraine, officials in Kryvyi Rih said a missile came down on a street on Sunday and killed three.",
        {"country": "UA", "precision": "locality", "killed": 3},
    ),
    row(
        "officials of the capital",
        "Officials in Baghdad said a missile came down in western Iraq on Sunday and killed three.",
        {"place": "western-iraq", "killed": 3},
    ),
    row(
        "fire that was opened",
        "Artillery fire was opened by Turkish troops on Sunday in the direction of Tal Rifaat and Manbij.",
        {"place": "tal-rifaat", "by": ["turkey"]},
        {"place": "manbij", "by": ["turkey"]},
    ),
    row(
        "what began to happen",
        "On Sunday rockets began to come down inside Camp Taji.",
        {"place": "taji", "with": "rocket"},
    ),
    row(
        "what was to happen",
        "On Sunday the rockets were due to come down inside Camp Taji, the plotters had agreed.",
    ),
    row(
        "others of the same arms",
        "Rockets started to fall on Camp Taji on Sunday. Shortly afterward others landed near Balad air base.",
        {"place": "taji", "with": "rocket"},
        {"place": "balad-airbase", "with": "rocket"},
    ),
    row(
        "whose turn it was",
        "Israeli jets bombed Nabatieh on Saturday and killed three. On Sunday it had been the turn of Khiam, where two "
        "fighters died.",
        {"place": "nabatieh", "killed": 3},
        {"place": "khiam", "killed": 2},
    ),
    row(
        "work that stopped after a deed",
        "Norway's DNO suspended work at Tawke after explosions on Sunday morning. Drones did it, police said.",
        {"place": "tawke", "by": []},
    ),
    row(
        "two fields that one town tells of",
        "DNO halted output on Sunday at Tawke and Peshkabir, its two fields by Zakho, after three explosions.",
        {"place": "tawke"},
        {"place": "peshkabir"},
    ),
    row(
        "flights that stopped",
        "The airline suspended flights to Erbil on Sunday after drone attacks.",
    ),
    row(
        "a headline's arms, each told of its own deed",
        "Rockets and drones aimed at US troops in Iraq and Syria\n\nTwo rockets hit Ain al-Asad on Sunday. At the "
        "al-Omar oil field drones were shot down on Sunday.",
        {"place": "ain-al-asad", "with": "rocket"},
        {"place": "al-omar-field", "with": "drone"},
    ),
    row(
        "a fight where the sentence before was",
        "Rockets fell on Sderot on Sunday and hurt two people. An undercover unit was found out on Saturday night east "
        "of Khan Younis. In the exchange of fire an officer was killed.",
        {"place": "sderot", "wounded": 2},
        {"place": "khan-younis", "killed": 1},
    ),
    row(
        "who speaks in another place",
        "Rockets fell on Sderot on Sunday and hurt two people. A spokesman in Jerusalem said on Sunday that it was a "
        "grave day. In the attack a school burned.",
        {"place": "sderot", "wounded": 2},
    ),
    row(
        "hits that a town reports",
        "A warehouse burned in Lviv, where the mayor reported hits by drones on Sunday.",
        {"place": "lviv", "with": "drone"},
    ),
]


@pytest.mark.parametrize("case", NAMES)
def test_which_place_a_name_means(case: Case, reader: Reader) -> None:
    """A name is the place that fits the article and the words around it, not its namesake."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", ONLY_NAMED)
def test_places_that_describe(case: Case, reader: Reader) -> None:
    """Nothing happened at the places of hospitals, journeys, branches and missions."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", TOLD_SO)
def test_words_for_a_deed(case: Case, reader: Reader) -> None:
    """A deed in the passive, one that began, and one that only repeats another are all deeds."""
    assert told(case, reader) == case.wanted
