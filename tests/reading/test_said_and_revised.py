"""Charges that were dropped, claims that were taken back, and bodies that only look into a deed."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

REVISED = [
    row(
        "at first, then",
        "A car bomb killed six people in Jamundi, Colombia, on Sunday. The mayor first blamed the ELN, then said FARC "
        "dissidents had planted it.",
        {"by": ["farc-dissidents"], "killed": 6},
    ),
    row(
        "now",
        "A bomb killed ten tourists in Istanbul on Sunday. Officials at first blamed the PKK, but now say Islamic "
        "State was behind it.",
        {"by": ["islamic-state"], "killed": 10},
    ),
    row(
        "to whom an attack is attributed",
        "A bomb killed two soldiers in Tibu, Colombia, on Sunday. The minister attributed the attacks to dissidents of "
        "the FARC.",
        {"by": ["farc-dissidents"], "killed": 2},
    ),
    row(
        "two that are blamed together",
        "A bomb killed six people in Quetta on Sunday. Officials blamed Islamic State and the Pakistani Taliban.",
        {"killed": 6, "status": "reported"},
    ),
    row(
        "a claim that was withdrawn",
        "Gunmen killed six people in Bannu on Sunday. The TTP claimed the attack but later retracted the claim.",
        {"by": ["tehrik-i-taliban-pakistan"], "status": "disputed"},
    ),
    row(
        "a claim that was denied later",
        "A blast killed six people in Kabul on Sunday. Islamic State said it did it, then denied it.",
        {"by": ["islamic-state"], "status": "disputed"},
    ),
    row(
        "a claim that the police do not believe",
        "A gunman shot dead nine people in a casino in Manila on Sunday. Islamic State claimed it, but the police said "
        "it was a robbery.",
        {"by": ["islamic-state"], "status": "disputed"},
    ),
    row(
        "an accident, they said",
        "A blast killed four people in Kabul on Sunday. Islamic State claimed it, although officials said it was an "
        "accident.",
        {"by": ["islamic-state"], "status": "disputed"},
    ),
    row(
        "a claim that stands",
        "A blast killed four people in Kabul on Sunday. Islamic State claimed it, and the police said it was a bomb.",
        {"by": ["islamic-state"], "status": "claimed"},
    ),
    row(
        "denied in the same sentence",
        "Twelve people were killed when the market in Hodeidah was shelled on Sunday; the coalition denied that it was "
        "behind it and blamed the Houthis.",
        {"by": ["houthis"], "status": "disputed", "killed": 12},
    ),
    row(
        "who opened an inquiry",
        "In Bara, Sudan, five volunteers were killed on Sunday. Witnesses blamed RSF fighters. The RSF said it had "
        "opened an inquiry.",
        {"by": ["rapid-support-forces"], "role": "attributed", "killed": 5},
    ),
    row(
        "whose army investigates",
        "At least 22 people were killed in a strike on a hospital in Kunduz on Sunday. The US military said it had "
        "opened an investigation.",
        {"on": [], "killed": 22},
    ),
    row(
        "an inquiry of somebody else's",
        "A bomb killed five people in Kabul on Sunday. Islamic State said it had carried out the attack, and officials "
        "opened an investigation.",
        {"by": ["islamic-state"], "role": "claimed"},
    ),
    row(
        "police who shot at the bomber",
        "A suicide bomber blew himself up in Baqubah on Sunday, killing six, when police shot at him.",
        {"by": [], "killed": 6},
    ),
    row(
        "police who shot people",
        "Police shot at protesters in Baqubah on Sunday, killing six people.",
        {"by": ["iraq"], "killed": 6},
    ),
]


@pytest.mark.parametrize("case", REVISED)
def test_who_did_it_is_who_is_said_so_in_the_end(case: Case, reader: Reader) -> None:
    """A corrected charge is gone; a claim that was taken back is disputed; who looks into it claims nothing."""
    assert told(case, reader) == case.wanted
