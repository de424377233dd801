"""Prose as agencies and dailies write it of wars everywhere: names and their spellings, goods, trains, drills."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

SIDES = [
    row(
        "al-Shabaab as a French agency spells it",
        "Fighters of the Shebab stormed an army post near Kismayo in Somalia on Sunday.",
        {"by": ["al-shabaab"], "on": ["somalia"]},
    ),
    row(
        "suspected rebels of a country are not its state",
        "Suspected Rwandan rebels killed nine farmers near Rutshuru in DR Congo on Sunday.",
        {"by": [], "killed": 9},
    ),
    row(
        "a suspected state",
        "Suspected Rwandan troops shelled Rutshuru in DR Congo on Sunday.",
        {"by": ["rwanda"]},
    ),
    row(
        "paramilitaries of Sudan",
        "A drone attack by Sudanese paramilitaries killed 14 people in El Obeid on Sunday.",
        {"by": ["rapid-support-forces"], "killed": 14},
    ),
    row(
        "paramilitaries elsewhere",
        "Gunmen shot at Indian paramilitaries in Pulwama on Sunday and killed two.",
        {"on": ["india"], "killed": 2},
    ),
    row(
        "forces loyal to a man with a rank",
        "Forces loyal to General Khalifa Haftar shelled Tripoli in Libya on Sunday.",
        {"by": ["libyan-national-army"]},
    ),
    row(
        "troops repel an attack by fighters",
        "Troops repelled an attack by ISWAP fighters on a base in Dikwa, Borno state, on Sunday.",
        {"by": ["iswap"], "on": ["nigeria"]},
    ),
]

NOBODYS = [
    row(
        "which side it was is not clear",
        "A drone hit a hospital in El Fasher, Sudan, on Sunday and killed 30. It was not immediately clear which "
        "of the warring sides sent it. On Saturday artillery of the Rapid Support Forces killed eight people in Nyala.",
        {"by": [], "killed": 30},
        {"by": ["rapid-support-forces"], "killed": 8},
    ),
    row(
        "a group that has not claimed it",
        "A bomb killed six people in Kabul on Sunday, but no militant group has claimed it yet. Nine policemen were "
        "killed in an attack by Taliban fighters in Herat on Saturday.",
        {"by": [], "killed": 6},
        {"by": ["taliban"], "killed": 9},
    ),
    row(
        "the only side that strikes",
        "A drone hit a hospital in El Fasher, Sudan, on Sunday and killed 30. On Saturday guns of the Rapid Support "
        "Forces killed eight people in Nyala.",
        {"by": ["rapid-support-forces"], "killed": 30},
        {"by": ["rapid-support-forces"], "killed": 8},
    ),
]

HIT = [
    row(
        "officials who were attacked",
        "Insurgents attacked officials in Narathiwat, Thailand, on Sunday, wounding three.",
        {"wounded": 3},
    ),
    row(
        "diplomats who were shot",
        "Gunmen shot dead two diplomats in Peshawar, Pakistan, on Sunday.",
        {"killed": 2},
    ),
    row(
        "leaders of a party who were killed",
        "Gunmen killed three party leaders in Kandahar, Afghanistan, on Sunday.",
        {"killed": 3},
    ),
    row(
        "officials who tell of it",
        "A bomb wounded three men, officials in Narathiwat said on Sunday.",
    ),
    row(
        "officials whom an attack moves",
        "The attack led officials in Narathiwat, Thailand, to close schools on Sunday.",
    ),
]

WAYS = [
    row(
        "so far from a trading town",
        "Gunmen killed nine people on Sunday in the village of Mamabo, 50 km north of the trading town of Goma.",
        {"place": "goma", "precision": "near"},
    ),
    row(
        "so far from a commercial centre",
        "A mine killed three farmers on Sunday some 30 km (19 miles) west of the commercial centre of Goma.",
        {"place": "goma", "precision": "near"},
    ),
    row(
        "in a commercial centre",
        "A bomb killed three men on Sunday in the commercial centre of Goma.",
        {"place": "goma", "precision": "locality"},
    ),
    row(
        "an airport of a town by its own name",
        "Rockets hit Tripoli's Mitiga airport on Sunday.",
        {"place": "mitiga"},
    ),
    row(
        "a town's airport",
        "Rockets hit Erbil's airport on Sunday.",
        {"place": "erbil-airport"},
    ),
]

TOLLS = [
    row(
        "the victims of the deed days before",
        "A bomber blew himself up at a police camp in Mogadishu on Saturday, just days after 40 people were killed in "
        "a car bomb attack in the same town.",
        {"killed": None},
    ),
    row(
        "the victims of what came right before",
        "Twelve people were killed in Mogadishu on Saturday after a bomber blew himself up at a police camp.",
        {"killed": 12},
    ),
    row(
        "what fighting has cost",
        "Warplanes bombed the port of Sirte in Libya on Sunday. Clashes have left more than 900 people dead and 3,000 "
        "wounded, according to doctors.",
        {"killed": None, "wounded": None},
    ),
    row(
        "what fighting has cost that day",
        "Clashes in Nyala in Sudan on Sunday have left 12 people dead and 30 wounded.",
        {"killed": 12, "wounded": 30},
    ),
    row(
        "soldiers lost in recent days",
        "Rockets hit the port of Sirte in Libya on Sunday. The army said 24 of its men were killed in recent days.",
        {"killed": None},
    ),
]

NAMES = [
    row(
        "a brigade named after a day",
        "Al-Shabaab drove a car bomb at the gates of the 12th April Army Brigade in Mogadishu, killing six.",
        {"day": "2024-02-02/2024-02-05", "killed": 6},
    ),
    row(
        "a bridge named after a day",
        "A blast on the 17 July Bridge in Baghdad on Saturday killed two policemen.",
        {"day": "2024-02-03", "killed": 2},
    ),
    row(
        "a day, and whose trucks they were",
        "On 2 February Army trucks came under fire near Dikwa in Borno, Nigeria.",
        {"day": "2024-02-02"},
    ),
    row(
        "a bridge in Arabic",
        "قتل شخصان بانفجار عبوة قرب جسر 17 تموز في الموصل يوم الأحد",
        {"day": "2024-02-04", "killed": 2},
    ),
    row(
        "an air force by its initials",
        "A NAF jet was sent to track the bandits on Sunday. Four gun trucks were destroyed with rockets.",
    ),
    row(
        "a town in capitals in a dateline",
        "GAO, Mali - Gunmen killed four soldiers in Kidal on Sunday.",
        {"place": "kidal", "by": [], "on": ["mali"], "killed": 4},
    ),
    row(
        "a train between two cities",
        "Militants bombed the Peshawar-Quetta Jaffar Express in the Bolan Pass of Pakistan on Sunday, killing four.",
        {"killed": 4, "place": "bolan-pass"},
    ),
    row(
        "a dateline behind a collector's header",
        " date 2024-02-05 QUETTA – Two soldiers were killed by a roadside bomb in Balochistan's Khuzdar on Sunday.",
        {"killed": 2, "day": "2024-02-04"},
    ),
]

HAPPENED = [
    row(
        "a train on a day",
        "Gunmen attacked a train on Sunday near Sukkur in Sindh, Pakistan, killing four.",
        {"killed": 4},
    ),
    row(
        "trainees who were killed",
        "A suicide bomber attacked a police academy in Kandahar in Afghanistan on Sunday, killing 20 trainees.",
        {"killed": 20},
    ),
    row(
        "soldiers in training who were killed by gunmen",
        "Gunmen stormed a camp near Dhusamareb in Somalia on Sunday and killed nine soldiers in training.",
        {"killed": 9},
    ),
    row(
        "trainees at a drill",
        "Two trainees died near Gao in Mali on Sunday when a grenade exploded during an exercise.",
    ),
    row(
        "who was killed in training",
        "Two soldiers were killed in training near Gao in Mali on Sunday when a shell exploded.",
    ),
    row(
        "troops that train on something",
        "Troops train on rockets near Gao in Mali every week, it was said on Sunday.",
    ),
]

GOODS = [
    row(
        "rifles that police seized",
        "Police seized 40 rifles and 200 rounds of ammunition in Carrefour, Haiti, on Sunday.",
    ),
    row(
        "drugs that a navy seized",
        "The navy seized two tonnes of cocaine off Tumaco in Colombia on Sunday.",
    ),
    row(
        "cartridges beside men who were killed",
        "At least 12 gunmen were killed and hundreds of cartridges seized in Carrefour, Haiti, on Sunday.",
        {"kind": "attack", "killed": 12},
    ),
    row(
        "a depot of arms",
        "Jihadists seized an arms depot in Djibo, Burkina Faso, on Sunday.",
        {"kind": "seizure"},
    ),
    row(
        "a base, and arms with it",
        "Rebels captured an army base and weapons in Kidal, Mali, on Sunday.",
        {"kind": "seizure"},
    ),
    row(
        "a town",
        "Rebels seized the town of Walikale in DR Congo on Sunday.",
        {"kind": "seizure"},
    ),
]

_ALL = [*SIDES, *NOBODYS, *HIT, *WAYS, *TOLLS, *NAMES, *HAPPENED, *GOODS]


@pytest.mark.parametrize("case", _ALL)
def test_prose_of_other_wars(case: Case, reader: Reader) -> None:
    """Sides, tolls, days and places are those of the deed, whatever else stands beside them."""
    assert told(case, reader) == case.wanted
