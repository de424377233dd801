"""Who struck whom in the plain sentences of agencies and ministries: who says so, who is suspected, who only helped."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

TOLD_BY_OTHERS = [
    row(
        "what it never does, it says",
        "A Russian drone hit a bus in Sumy, Ukraine, on Sunday and killed nine people. Russia has repeatedly denied "
        "targeting civilians.",
        {"by": ["russia"], "status": "reported", "killed": 9},
    ),
    row(
        "a hospital that says something in a statement",
        "A drone launched by the Taliban hit a market in Kandahar, Afghanistan, on Sunday and killed 12 people. The "
        'hospital received 12 bodies. "We have no more room", it said in a statement.',
        {"by": ["taliban"], "status": "reported", "killed": 12},
    ),
    row(
        "but a group that says it struck",
        "A drone hit a market in Kandahar, Afghanistan, on Sunday and killed 12 people. The Taliban had threatened "
        "traders. The group said in a statement that its fighters had bombed the market.",
        {"by": ["taliban"], "status": "claimed"},
    ),
    row(
        "a ministry said others fired",
        "The Russian defence ministry said Ukrainian forces fired rockets at Donetsk on Sunday, killing three.",
        {"by": ["ukraine"]},
    ),
    row(
        "a navy said a state's forces had attacked",
        "The US navy said Iran's forces had attacked a tanker in the Gulf of Oman on Sunday.",
        {"by": ["iran"]},
    ),
    row(
        "what others say of a group is no claim of its own",
        "Police said the BLA had killed three soldiers in Turbat on Sunday.",
        {"by": ["baloch-liberation-army"], "status": "reported"},
    ),
    row(
        "who is said to be behind it",
        "Officials said Boko Haram was behind an attack in Konduga on Sunday that killed nine.",
        {"by": ["boko-haram"], "status": "reported"},
    ),
    row(
        "whose work an army says it was",
        "A rocket attack on the Green Zone in Baghdad on Sunday was the work of outlaws, the Iraqi military said.",
        {"by": []},
    ),
]

SUSPECTS = [
    row(
        "suspected fighters whom troops killed",
        "Nigerian troops killed ten suspected Boko Haram fighters in Borno on Sunday.",
        {"by": ["nigeria"], "on": ["boko-haram"]},
    ),
    row(
        "suspected fighters whom a strike hit",
        "A US strike on suspected Islamic State fighters in Sirte on Sunday killed nine.",
        {"by": ["united-states"], "on": ["islamic-state"]},
    ),
    row(
        "a group that is suspected",
        "No one has claimed the bombing of a bus in Bannu on Sunday, but the TTP is suspected.",
        {"by": ["tehrik-i-taliban-pakistan"], "role": "suspected"},
    ),
    row(
        "a group that police suspect",
        "No one has claimed the bombing of a bus in Bannu on Sunday, but police suspect the TTP.",
        {"by": ["tehrik-i-taliban-pakistan"], "role": "suspected"},
    ),
    row(
        "whose the planes probably were",
        "A drone hit a car in Sulaymaniyah on Sunday; officials said the drone was probably Turkish.",
        {"by": ["turkey"]},
    ),
]

BLAMED = [
    row(
        "a faction whose work it was",
        "A truck bomb in Bama, Nigeria, that killed six people on Sunday was the work of a Boko Haram faction, the "
        "minister said.",
        {"by": ["boko-haram"], "on": [], "killed": 6},
    ),
    row(
        "air defences that destroyed what flew at them",
        "Russia's defence ministry said its air defences destroyed 21 Ukrainian drones on Sunday: 12 over Bryansk "
        "region and nine over Kaluga region.",
        {"kind": "interception", "by": ["ukraine"], "on": ["russia"]},
        {"kind": "interception", "by": ["ukraine"], "on": ["russia"]},
    ),
    row(
        "but air defences that were destroyed",
        "Israeli jets destroyed the air defences of the T4 base in Syria on Sunday.",
        {"place": "t4", "kind": "airstrike", "by": ["israel"]},
    ),
    row(
        "a deed blamed on a group",
        "Bamako blamed Sunday's attack on an army base in Gao on JNIM.",
        {"by": ["jnim"], "on": ["mali"]},
    ),
    row(
        "a deed that is told in full between",
        "The army blamed a rocket attack that killed three soldiers in Kidal on Sunday on JNIM fighters.",
        {"by": ["jnim"], "on": ["mali"]},
    ),
    row(
        "a deed attributed to a group",
        "Officials attributed Sunday's bombing in Bannu to the TTP.",
        {"by": ["tehrik-i-taliban-pakistan"], "on": []},
    ),
    row(
        "a faction of the group that claims",
        "The bombing of a bus in Bannu on Sunday was claimed by Jamaat-ul-Ahrar, a faction of the TTP.",
        {"by": ["tehrik-i-taliban-pakistan"], "on": [], "status": "claimed"},
    ),
]

WITH_HELP = [
    row(
        "troops that others back",
        "Iraqi forces backed by US-led coalition aircraft attacked Islamic State fighters in Tal Afar on Sunday.",
        {"by": ["iraq"], "on": ["islamic-state"]},
    ),
    row(
        "troops that air strikes of others help",
        "Somali troops backed by US air strikes attacked al-Shabaab fighters near Afgoye on Sunday.",
        {"by": ["somalia"], "on": ["al-shabaab"]},
    ),
]

FORCES = [
    row(
        "a dateline's country did nothing",
        "LAGOS, Nigeria (AP) — Gunmen attacked the town of Bama on Sunday and killed four people.",
        {"by": [], "killed": 4},
    ),
    row(
        "nor did that of who tells of it abroad",
        "KABUL, Afghanistan (AP) — Pakistani jets struck Khost on Sunday and killed four people.",
        {"by": ["pakistan"], "killed": 4},
    ),
    row(
        "some coalition, in Yemen",
        "A Houthi missile killed five people in Marib, Yemen, on Sunday, a coalition of aid groups said.",
        {"by": ["houthis"], "on": [], "killed": 5},
    ),
    row(
        "a neighbour is not struck",
        "Militants attacked a military post in Chaman, a town in Balochistan that borders Afghanistan, on Sunday and "
        "killed seven soldiers.",
        {"on": ["pakistan"], "killed": 7},
    ),
    row(
        "the soldiers of the country, in what others once held",
        "Gunmen attacked a security post in Makeen, a former Taliban stronghold, on Friday and killed four soldiers.",
        {"on": ["pakistan"], "killed": 4},
    ),
    row(
        "but a stronghold that is struck",
        "US jets bombed a Taliban stronghold in Musa Qala, Afghanistan, on Friday and killed 20 people.",
        {"by": ["united-states"], "on": ["taliban"], "killed": 20},
    ),
    row(
        "an air force by its state's adjective",
        "A drone of the Emirati air force struck a convoy in Sirte on Sunday.",
        {"by": ["united-arab-emirates"]},
    ),
    row(
        "a state's secret service by its initials",
        "Ukraine's SBU security service was behind Sunday's drone strike on a gunpowder factory in Tambov.",
        {"by": ["ukraine"]},
    ),
    row(
        "an army's headquarters that a group seized",
        "The Arakan Army seized a military headquarters in Ann on Sunday.",
        {"by": ["arakan-army"], "on": ["myanmar"]},
    ),
    row(
        "from whom a town was taken",
        "The M23 captured Walikale from the Congolese army on Sunday.",
        {"by": ["m23"], "on": ["dr-congo"]},
    ),
    row(
        "a depot of another's drones",
        "General Haftar's forces carried out air strikes on a Turkish drone depot in Misrata on Sunday.",
        {"by": ["libyan-national-army"], "on": ["turkey"]},
    ),
    row(
        "a base of the African Union",
        "Al-Shabaab attacked an African Union base in Kismayo on Sunday.",
        {"by": ["al-shabaab"], "on": ["african-union"]},
    ),
    row(
        "an army that shot a drone down",
        "A Rapid Support Forces drone was downed by the army over Atbara on Sunday.",
        {"by": ["rapid-support-forces"], "on": ["sudan"], "kind": "interception"},
    ),
]

ANSWERS = [
    row(
        "an answer without a place",
        "A mortar shell fired from Gaza landed in Nir Oz on Sunday. The Israeli army struck Hamas positions in "
        "response.",
        {"place": "nir-oz", "by": ["hamas"], "on": ["israel"]},
    ),
    row(
        "a battery of a state",
        "Azerbaijani drones destroyed an Armenian S-300 battery near Goris on Sunday, Baku said.",
        {"by": ["azerbaijan"], "on": ["armenia"]},
    ),
    row(
        "refugees of a state",
        "The Turkish navy fired on a Syrian refugee boat off Latakia on Sunday, activists said.",
        {"by": ["turkey"], "on": []},
    ),
]

PARTNERS = [
    row(
        "whose drones only helped",
        "The Somali National Army destroyed an al-Shabaab base in Bulo Burte on Sunday with the help of US drones.",
        {"by": ["somalia"], "on": ["al-shabaab"]},
    ),
    row(
        "air defences that answered an attack",
        "Syrian air defences responded to an Israeli attack over Homs on Sunday and downed most of the missiles, "
        "state media said.",
        {"by": ["israel"], "on": ["syria"], "kind": "interception"},
    ),
    row(
        "clashes that killed",
        "Clashes between the Sudanese army and the Rapid Support Forces killed 20 people in El Obeid on Sunday.",
        {"by": ["sudanese-armed-forces"], "on": ["rapid-support-forces"]},
    ),
    row(
        "an embassy by its state's adjective",
        "A suicide bomber attacked the Russian embassy in Kabul on Sunday.",
        {"by": [], "on": ["russia"]},
    ),
    row(
        "gunners who shot drones down",
        "Two drones launched by Russian forces were intercepted over Mykolaiv on Sunday by Ukrainian gunners.",
        {"by": ["russia"], "on": ["ukraine"]},
    ),
]

_ALL = [*TOLD_BY_OTHERS, *SUSPECTS, *BLAMED, *WITH_HELP, *FORCES, *ANSWERS, *PARTNERS]


@pytest.mark.parametrize("case", _ALL)
def test_who_struck_whom(case: Case, reader: Reader) -> None:
    """Who struck and who was hit are told apart from who says so, who is suspected and who only helped."""
    assert told(case, reader) == case.wanted
