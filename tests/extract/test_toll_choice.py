"""Whose dead a figure counts that stands apart from the deed: the event that it most likely is of, or none."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import article, on_map


def _tolls(reader: Reader, text: str) -> dict[str | None, tuple[int | None, int | None]]:
    return {r.place: (r.killed, r.wounded) for r in on_map(reader.read(article(text)).reports)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Rescuers are still digging. The hall was full when the shell broke through, and 31 people are dead "
            "by the count of the Red Crescent.\n\n"
            "On Sunday artillery hit a school in Sanaa. In Taiz a mine killed two shepherds on the same day.",
            {"Sanaa": (31, None), "Taiz": (2, None)},
            id="the article opens with the dead of the deed that it tells first",
        ),
        pytest.param(
            "On Friday a bomb at the courts of Homs and a second one at the station of Hama had killed six clerks. "
            "In Aleppo a drone struck a lorry on Saturday.",
            {"Homs": (6, None), "Hama": (6, None), "Aleppo": (None, None)},
            id="two deeds are told with one number",
        ),
        pytest.param(
            "Sixty-two are wounded, some of them badly, and the clinics have run out of blood.\n\n"
            "On Sunday artillery hit a school in Sanaa. In Taiz a mine killed two shepherds on the same day.",
            {"Sanaa": (None, 62), "Taiz": (2, None)},
            id="the dead of another place are not taken",
        ),
        pytest.param(
            "Drones hit the refinery at Baniyas on Thursday, and the attack follows by two days the raid in which "
            "nine policemen were killed and 14 hurt in Homs.",
            {"Baniyas refinery": (None, None), "Homs": (9, 14)},
            id="the dead of an earlier deed are not taken",
        ),
        pytest.param(
            "On Tuesday a truck bomb blew up outside the town hall of Kirkuk. On Wednesday gunmen attacked a "
            "checkpoint in Mosul; six soldiers were killed.",
            {"Kirkuk": (None, None), "Mosul": (6, None)},
            id="what is not said stays empty",
        ),
    ],
)
def test_whose_dead(reader: Reader, text: str, wanted: dict[str, tuple[int | None, int | None]]) -> None:
    """A figure goes to the event that it is likeliest of; where none is likely, the field stays empty."""
    assert _tolls(reader, text) == wanted


def test_a_choice_says_why(reader: Reader) -> None:
    """Who doubts a number finds in the reasons that no sentence said it of the deed itself."""
    text = (
        "Rescuers are still digging. The hall was full when the shell broke through, and 31 people are dead.\n\n"
        "On Sunday artillery hit a school in Sanaa. In Taiz a mine killed two shepherds on the same day."
    )
    first = on_map(reader.read(article(text)).reports)[0]
    assert (first.killed, first.killed_low, first.killed_high) == (31, 31, 31)
    (why,) = (why for why in first.why if why.startswith("killed: no sentence says it"))
    assert "the article begins with it" in why
