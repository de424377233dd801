"""Deeds at places that nothing knows, or at none: what is told of them is not of the deed told before."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

ANSWERS = [
    row(
        "a site that is unknown",
        "Israeli artillery shelled Aita al-Shaab on Sunday.\n\n"
        "Hezbollah said it had hit a tank at the Birkat Gharbiya site with a guided missile.",
        {"place": "aita-al-shaab", "by": ["israel"], "with": "artillery"},
    ),
    row(
        "a post of the other army",
        "Indian troops fired mortars at Kotli on Sunday, wounding a woman.\n\n"
        "Pakistan said its forces had destroyed an Indian post at Jandrot Top with artillery.",
        {"by": ["india"], "with": "mortar", "wounded": 1},
    ),
    row(
        "a base on a hill",
        "Turkish drones hit Kobani on Sunday.\n\n"
        "The SDF said its fighters had attacked a Turkish base at Tukhar Hill with rockets.",
        {"place": "kobani", "by": ["turkey"], "with": "drone"},
    ),
    row(
        "a town that opens the paragraph",
        "Jets bombed Taiz on Sunday, killing four people.\n\n"
        "Near Kharazah, Houthi fighters ambushed a convoy, killing three soldiers.",
        {"place": "taiz", "killed": 4, "with": "airstrike"},
    ),
    row(
        "the same side goes on",
        "Israel bombed Nabatieh on Sunday, killing five people.\n\n"
        "Israel said it had struck a command centre of Hezbollah at Beit Hala with missiles.",
        {"place": "nabatieh", "by": ["israel"], "on": ["hezbollah"], "killed": 5},
    ),
    row(
        "a site with an article in its name",
        "Israel hit an army post in Khiam on Sunday.\n\n"
        "Hezbollah said it had shelled a gathering of soldiers at the Israeli site of al-Samaqiya with artillery.",
        {"place": "khiam", "by": ["israel"]},
    ),
    row(
        "an outpost of that name",
        "Turkish jets bombed Azaz on Sunday.\n\n"
        "The SDF said it had fired rockets at soldiers at the outpost of Qubat Dhurra.",
        {"place": "azaz", "by": ["turkey"]},
    ),
    row(
        "victims at another unknown place behind it",
        "Israel hit an army post in Khiam on Sunday, killing two soldiers.\n\n"
        "Hezbollah said it had shelled soldiers at the site of al-Samaqiya. A rocket killed a farmer in Shtulit.",
        {"place": "khiam", "by": ["israel"], "killed": 2},
    ),
    row(
        "the site of the deed itself",
        "Israel bombed a house in Khiam on Sunday.\n\n"
        "Hezbollah said it had fired at a drone over the site of the attack.",
        {"place": "khiam"},
    ),
    row(
        "in one paragraph, in the town",
        "Israel shelled Aitaroun on Sunday. Hezbollah said it had hit soldiers who were in the town with rockets.",
        {"place": "aitaroun"},
    ),
]


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answer_at_an_unknown_site_is_not_at_the_place_told_before(case: Case, reader: Reader) -> None:
    """Else the strike that it answers would be told as the work of those whom it hit."""
    assert told(case, reader) == case.wanted


COUNTS = [
    row(
        "police of another town",
        "Three people were killed by a bomb in Herat on Sunday.\n\n"
        "Police in Kunduz said they had arrested two smugglers. Five officers were wounded.",
        {"place": "herat", "killed": 3, "wounded": None},
    ),
    row(
        "patients of another town",
        "Jets bombed a market in Nyala on Sunday.\n\n"
        "In Kassala, the ministry counted new cases of cholera. Fourteen patients died.",
        {"place": "nyala", "killed": None},
    ),
    row(
        "a town that nothing knows",
        "A car bomb killed six people in Baghdad on Sunday.\n\n"
        "In Argelita, dissidents attacked a police station with drones, wounding two officers.",
        {"place": "baghdad", "killed": 6, "wounded": None},
    ),
    row(
        "a hospital of the town",
        "A car bomb exploded in Mogadishu on Sunday.\n\n"
        "The wounded were brought to Banadir hospital. Nine people died, the director said.",
        {"place": "mogadishu", "killed": 9},
    ),
    row(
        "the capital tells of it",
        "A suicide bomber struck a mosque in Kunduz on Sunday.\n\n"
        "Officials in Kabul said the bomber was a foreigner. Forty people were killed.",
        {"killed": 40},
    ),
    row(
        "a town beside it",
        "Rockets hit Sderot on Sunday.\n\n"
        "In Ashkelon sirens went off, too. Two people were wounded, medics said.",
        {"place": "sderot", "wounded": 2},
    ),
]


@pytest.mark.parametrize("case", COUNTS)
def test_victims_of_a_paragraph_about_another_town(case: Case, reader: Reader) -> None:
    """Who is counted behind "Police in Kunduz said" was not hurt in Herat."""
    assert told(case, reader) == case.wanted


SUSPECTS = [
    row(
        "a group of another continent",
        "A bomb killed six people in Quetta on Sunday.\n\n"
        "In Nigeria, Boko Haram fighters attacked a base in Maiduguri on Sunday, killing two soldiers.",
        {"place": "quetta", "by": []},
        {"place": "maiduguri", "by": ["boko-haram"]},
    ),
    row(
        "a group beyond the sea",
        "A tanker was hit by a missile in the Gulf of Aden on Sunday, the UKMTO said.\n\n"
        "In Somalia, a car bomb blamed on al-Shabaab killed four soldiers in Baidoa on Sunday.",
        {"by": []},
        {"by": ["al-shabaab"]},
    ),
    row(
        "a group from across the border",
        "A village in northern Cameroon, Kolofata, was attacked on Sunday, killing ten people.\n\n"
        "Boko Haram gunmen killed three farmers in Dikwa, Nigeria, on Sunday.",
        {"place": "kolofata", "by": ["boko-haram"]},
        {"by": ["boko-haram"]},
    ),
]


@pytest.mark.parametrize("case", SUSPECTS)
def test_a_group_is_no_suspect_far_from_all_its_deeds(case: Case, reader: Reader) -> None:
    """That an article names no other attacker says nothing of a bomb on another continent."""
    assert told(case, reader) == case.wanted
