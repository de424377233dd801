"""Live pages, bulletins, statements and releases: whose day, whose hand and which arms their items have."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

DAYS = [
    row(
        "a statement that is signed with its place and day",
        "Statement of the Yemeni Armed Forces, read on Sunday evening.\n\n“Our missile force struck a ship in the port"
        " of"
        " Haifa with drones yesterday. We will not stop until the siege is lifted. Sanaa, 4 February 2024.”",
        {"place": "haifa-port", "day": "2024-02-03", "by": ["houthis"]},
        published=None,
    ),
    row(
        "a live page that stamps each entry with a day and an hour",
        "LIVE – Attacks on US forces\nLast updated: February 5, 2024, 08:10\n\n06:02 Rockets on the embassy\nTwo"
        " rockets"
        " were fired at the US embassy in the Green Zone early this morning.\n\nSUN 15:30 Two hurt\nFourteen rockets"
        " landed on Ain al-Asad air base at noon, and two people were hurt.\n\nSUN 11:05 Oil field\nA drone was shot"
        " down over the al-Omar oil field this morning.",
        {"place": "green-zone", "day": "2024-02-05"},
        {"place": "ain-al-asad", "day": "2024-02-04", "wounded": 2},
        {"place": "al-omar-field", "day": "2024-02-04"},
        published=None,
    ),
    row(
        "he sat there at half past ten",
        "The major sat 10:30 to noon in the shelter. A rocket landed in Erbil on Sunday and killed him.",
        {"place": "erbil", "day": "2024-02-04", "killed": 1},
    ),
    row(
        "the day of a daily bulletin, whose items have none",
        "NORTHERN SYRIA DESK\nDaily bulletin no. 205 – Sunday, 4 February 2024 (closed 21:00)\n\n1. Tel Rifaat /"
        " Aleppo."
        " Turkish artillery hit a checkpoint of the army; two soldiers were wounded.\n\n2. Manbij / Aleppo. A drone"
        " killed two men on a motorcycle.\n\n3. Late entry for Saturday 3 February: four shells, fired by Turkish"
        " forces,"
        " hit a school in Ain Issa.",
        {"place": "tal-rifaat", "day": "2024-02-04", "by": ["turkey"], "wounded": 2},
        {"place": "manbij", "day": "2024-02-04", "killed": 2},
        {"place": "ain-issa", "day": "2024-02-03"},
        published=None,
    ),
]

HANDS = [
    row(
        "what a bombardment's arms hit, place by place",
        "BAGHDAD, February 5, 2024 – Nine strikes against ISIL were flown on Sunday by military forces of the"
        " Coalition,"
        " eight in Iraq and one in Syria, the task force said.\n\n• Tal Afar – A single strike brought down a building"
        " used by ISIL.\n\n• Mosul – Two strikes hit an ISIL unit. A mortar team was suppressed.\n\n• Hawija – One"
        " strike destroyed a tank that ISIL had captured and an artillery piece.",
        {"place": "tal-afar", "by": ["us-led-coalition"], "on": ["islamic-state"], "with": "airstrike"},
        {"place": "mosul", "by": ["us-led-coalition"], "with": "airstrike"},
        {"place": "hawija", "by": ["us-led-coalition"], "with": "airstrike", "kind": "airstrike"},
    ),
    row(
        "arms that were fired, not hit",
        "Rebels destroyed a tank near Idlib on Sunday with an artillery piece.",
        {"place": "idlib", "with": "artillery"},
    ),
    row(
        "a car bomb that destroyed something",
        "A car bomb destroyed a police station in Mosul on Sunday.",
        {"place": "mosul", "with": "ied"},
    ),
    row(
        "aircraft that were burned",
        "Gunmen got onto the airstrip at Manda Bay on Sunday, burned aircraft and killed a US soldier.",
        {"place": "manda-bay", "killed": 1, "kind": "attack"},
    ),
    row(
        "aircraft that bombed",
        "Aircraft destroyed houses in Idlib on Sunday, killing two people.",
        {"place": "idlib", "with": "airstrike", "killed": 2},
    ),
    row(
        "who only uses the base that is told of",
        "On Sunday gunmen stormed the base at Manda Bay, which Kenyan and American forces share, and killed a US"
        " soldier."
        " Al-Shabaab claimed it within hours.",
        {"place": "manda-bay", "by": ["al-shabaab"], "killed": 1},
    ),
    row(
        "who did it in a relative clause",
        "In Erbil, where Turkish jets bombed a depot on Sunday, two men were killed.",
        {"place": "erbil", "by": ["turkey"], "killed": 2},
    ),
    row(
        "what goes on a list of one side's deeds",
        "Units of Ukraine's Defence Forces struck the Saratov oil refinery with drones on Sunday. The oil terminal in"
        " temporarily occupied Feodosia has been hit as well. In addition, strike drones reached a depot in temporarily"
        " occupied Donetsk.",
        {"place": "saratov-refinery", "by": ["ukraine"]},
        {"place": "feodosia", "by": ["ukraine"], "kind": "attack"},
        {"place": "donetsk", "by": ["ukraine"], "kind": "attack"},
    ),
    row(
        "a town that was occupied",
        "Russian troops occupied Avdiivka on Sunday after weeks of shelling.",
        {"place": "avdiivka", "kind": "seizure"},
    ),
    row(
        "a consulate is not in the country whose it is",
        "Drones were shot down over Erbil on Friday. On Sunday three drones were shot down over the city, of which two"
        " had"
        " been sent at the consulate of the United Arab Emirates.",
        {"place": "erbil", "day": "2024-02-02"},
        {"place": "erbil", "day": "2024-02-04"},
    ),
    row(
        "what planes do as a habit",
        "In Moscow the ministry denied it. Its planes, a general said, strike with precision and only at terrorists.",
    ),
    row(
        "wounds of patients",
        "A shell killed two people in Omdurman on Sunday. Two out of three patients in August had wounds of blast or"
        " bullets.",
        {"place": "omdurman", "killed": 2},
    ),
]


WHO_SAYS_IT = [
    row(
        "who says behind it whom he had struck",
        "Two people died in a strike near Baalbek on Sunday. The Israeli army said it had targeted an arms dealer of"
        " Hezbollah.",
        {"place": "baalbek", "by": ["israel"], "killed": 2},
    ),
    row(
        "who was hit at home tells of a deed of his own elsewhere",
        "A missile killed two people in Kyiv on Sunday. Ukraine said it had struck a refinery in Russia.",
        {"place": "kyiv", "by": [], "killed": 2},
    ),
    row(
        "an army that says whom a strike was aimed at",
        "Two people died in a strike near Baalbek on Sunday, one of them Syrian; an arms dealer of Hezbollah had been"
        " the"
        " target, according to the Israeli army.",
        {"place": "baalbek", "by": ["israel"], "on": [], "killed": 2},
    ),
    row(
        "an army that says what was aimed at in its own country",
        "A missile killed two people in Kyiv on Sunday. The Ukrainian army said the target was a hospital.",
        {"place": "kyiv", "by": [], "killed": 2},
    ),
    row(
        "ships by their flags",
        "Four tankers, two of them Saudi, were damaged by limpet mines off Fujairah on Sunday.",
        {"place": "fujairah", "on": ["saudi-arabia"]},
    ),
    row(
        "what a strike led to, in an official's words",
        "The Israeli enemy carried out an aerial aggression with missiles on Aleppo airport on Sunday. The aggression"
        " led"
        " to the martyrdom of one soldier and the wounding of seven persons.",
        {"place": "aleppo-airport", "by": ["israel"], "killed": 1, "wounded": 7},
    ),
    row(
        "martyrs as a reason",
        "In response to the martyrdom of nine men, Hezbollah fired rockets at Kiryat Shmona on Sunday.",
        {"place": "kiryat-shmona", "by": ["hezbollah"], "killed": None},
    ),
    row(
        "a quarter that nothing knows, of the town told of",
        "Fighting began in Beledweyne. On Sunday car bombs went off at an office in the Lamagalay quarter, killing 20"
        " people.",
        {"place": "beledweyne", "killed": 20},
    ),
    row(
        "a village that nothing knows",
        "Fighting began in Beledweyne. On Sunday car bombs went off at an office in the village of Lamagalay, killing"
        " 20"
        " people.",
    ),
]


@pytest.mark.parametrize("case", [*DAYS, *HANDS, *WHO_SAYS_IT])
def test_an_item_has_the_day_and_the_hand_of_its_page(case: Case, reader: Reader) -> None:
    """One construction a row."""
    assert told(case, reader) == case.wanted
