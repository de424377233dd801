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
        "in one paragraph, in the town",
        "Israel shelled Aitaroun on Sunday. Hezbollah said it had hit soldiers who were in the town with rockets.",
        {"place": "aitaroun"},
    ),
]


@pytest.mark.parametrize("case", ANSWERS)
def test_an_answer_at_an_unknown_site_is_not_at_the_place_told_before(case: Case, reader: Reader) -> None:
    """Else the strike that it answers would be told as the work of those whom it hit."""
    assert told(case, reader) == case.wanted
