"""Where arms were meant to go, at whom people are angry, who resumed raids, names whose apostrophe ends a word."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

MEANT = [
    row(
        "where a launcher was about to fire",
        "Israel bombed launchers that were set to fire rockets at Haifa on Sunday, hitting a village near Tyre.",
        {"place": "tyre", "by": ["israel"]},
    ),
    row(
        "a sea at which a missile would have been launched",
        "US jets hit a depot in Hodeidah on Sunday and a missile prepared to launch against ships in the Red Sea.",
        {"place": "hodeidah"},
    ),
    row(
        "a sea at which it was",
        "The Houthis fired a missile at ships in the Red Sea on Sunday.",
        {"place": "red-sea"},
    ),
    row(
        "airspace over a town, from which they struck",
        "Israeli jets targeted the vicinity of Damascus on Sunday from the Lebanese airspace (over the town of "
        "Marjayoun) with missiles.",
        {"place": "damascus", "by": ["israel"]},
    ),
    row(
        "whose support they had",
        "With support from Turkey, rebels shelled Tel Rifaat on Sunday.",
        {"launch": None},
    ),
    row("whence it was sent", "Rockets fired from Lebanon hit Metula on Sunday.", {"launch": "lebanon"}),
]

AT_WHOM = [
    row(
        "a capital that people are angry at",
        "Anger at Ankara has grown since Sunday, when artillery killed nine people at a resort in Zakho.",
        {"place": "zakho", "killed": 9},
    ),
    row(
        "a government that they are furious with",
        "Students are furious with Baghdad, as a bomb killed three of them in Basra on Sunday.",
        {"place": "basra", "killed": 3},
    ),
    row(
        "one with which the relations suffer",
        "Relations with Damascus have been poor since a car bomb killed four people in Tripoli, Lebanon, on Sunday.",
        {"place": "tripoli-lb", "killed": 4},
    ),
    row(
        "a protest against something, which was hit",
        "Gunmen opened fire at a protest against corruption in Basra on Sunday, killing four people.",
        {"place": "basra", "killed": 4},
    ),
    row(
        "who is loyal to a man, and strikes",
        "Militiamen loyal to Haftar shelled Tripoli on Sunday, killing four.",
        {"place": "tripoli-ly", "killed": 4},
    ),
    row(
        "a city on which pressure grows by strikes",
        "Israel stepped up pressure on Gaza City on Sunday with air strikes that killed nine people.",
        {"place": "gaza-city", "by": ["israel"], "killed": 9},
    ),
    row(
        "a capital that was hit by who was angry",
        "A man angry at the price of bread shot two people dead in Ankara on Sunday.",
        {"place": "ankara", "killed": 2},
    ),
]

ON_THE_WAY = [
    row(
        "where a train that was stopped was to go",
        "Gunmen stopped the Peshawar-bound train on Sunday and killed nine passengers near Sibi.",
        {"place": "sibi", "killed": 9},
    ),
    row(
        "where a coach was to go",
        "Militants attacked a Kabul-bound bus in Ghazni on Sunday, killing five people.",
        {"place": "ghazni", "killed": 5},
    ),
    row(
        "arms that were to hit it",
        "A Haifa-bound missile was shot down on Sunday.",
        {"place": "haifa", "kind": "interception"},
    ),
    row(
        "the sea over which bombers fired",
        "Missiles fired by bombers over the Caspian Sea killed two people in Dnipro on Sunday.",
        {"place": "dnipro", "launch": "caspian-sea", "killed": 2},
    ),
    row(
        "the coast off which warships lay",
        "Rockets launched by warships off Crimea struck Odesa on Sunday, killing three people.",
        {"place": "odesa", "killed": 3},
    ),
    row(
        "the shore that gunboats off it shelled",
        "Shells fired by gunboats off Rafah hit tents on Sunday, killing four people.",
        {"place": "rafah", "killed": 4, "launch": None},
    ),
    row(
        "a sea in which a submarine sank a ship",
        "A missile fired by a submarine in the Gulf of Aden sank a tanker on Sunday.",
        {"place": "gulf-of-aden", "launch": None},
    ),
    row(
        "a sea in which a ship was hit",
        "A missile fired by the Houthis hit a ship in the Red Sea on Sunday, killing two people.",
        {"place": "red-sea", "killed": 2},
    ),
    row(
        "a sea in which ships were aimed at",
        "Drones launched by Ukraine against ships in the Black Sea on Sunday sank a corvette.",
        {"place": "black-sea", "by": ["ukraine"]},
    ),
]

RESUMED = [
    row(
        "strikes that were resumed",
        "The Israeli army resumed air strikes on Syria and targeted the Mezzeh airport in Damascus on Sunday.",
        {"by": ["israel"], "day": "2024-02-04"},
    ),
    row(
        "a bombardment that was resumed",
        "Israel resumed its bombardment of Khan Younis on Sunday, killing nine people.",
        {"place": "khan-younis", "by": ["israel"], "killed": 9},
    ),
    row(
        "work on drones that was resumed",
        "Iran resumed the making of drones at a plant in Isfahan on Sunday.",
    ),
    row(
        "attacks that may be resumed", "The militia threatened to resume attacks on Erbil airport on Sunday."
    ),
    row(
        "a threat, and then a deed",
        "The rebels threatened the governor and bombed Taiz on Sunday, killing two.",
        {"place": "taiz", "killed": 2},
    ),
    row("two plans", "The rebels planned to attack and burn the town of Taiz on Sunday."),
]

OTHERS = [
    row(
        "an area's deed, and another in a town of it",
        "Gunmen killed nine people in Borno State on Friday. In another attack, gunmen shot dead two men near Biu on "
        "Sunday.",
        {"precision": "governorate", "killed": 9, "day": "2024-02-02"},
        {"precision": "near", "killed": 2, "day": "2024-02-04"},
    ),
    row(
        "an area's deed, then its town",
        "Gunmen killed nine people in Borno State on Sunday. The attack was on a village near Biu.",
        {"precision": "near", "killed": 9},
    ),
    row(
        "a district that speaks",
        "The administration of the Chamchamal district announced on Sunday that three people were killed in a drone "
        "attack on the Khor Mor gas field.",
        {"place": "khor-mor", "killed": 3},
    ),
    row(
        "a ministry that speaks of its own forces",
        "The Qatari Ministry of Defense announced that its forces intercepted a missile attack on Sunday.",
        {"country": "QA", "on": ["qatar"], "kind": "interception"},
    ),
    row(
        "what was destroyed on its way",
        "Saudi forces destroyed three missiles heading toward Riyadh on Sunday.",
        {"place": "riyadh", "kind": "interception", "on": ["saudi-arabia"]},
    ),
]

NAMES = [
    row(
        "an apostrophe before a blank",
        "A drone hit a car of the Kurdistan Workers’ Party near Sinjar on Sunday.",
        {"place": "sinjar", "on": ["kurdistan-workers-party"]},
    ),
    row(
        "another",
        "Fighters of the Al-Aqsa Martyrs' Brigades fired at soldiers near Nablus on Sunday.",
        {"by": ["al-aqsa-martyrs-brigades"]},
    ),
    row(
        "a party of workers",
        "A bomb hit the offices of the workers' party in Erbil on Sunday.",
        {"place": "erbil", "on": []},
    ),
]

_ALL = [*MEANT, *AT_WHOM, *ON_THE_WAY, *RESUMED, *OTHERS, *NAMES]


@pytest.mark.parametrize("case", _ALL)
def test_said_in_passing(case: Case, reader: Reader) -> None:
    """Words beside a deed neither move it, nor take it away, nor hide who did it."""
    assert told(case, reader) == case.wanted
