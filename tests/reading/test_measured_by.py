"""Older deeds that only measure the one that is told: their places and years are not its own."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

MEASURES = [
    row(
        "since a siege of its own year",
        "Gunmen killed 14 people at a hotel in Bamako on Sunday, the worst attack since the 2016 Ouagadougou siege.",
        {"place": "bamako", "killed": 14},
    ),
    row(
        "since a town and its year",
        "A car bomb killed 31 people in Jalalabad on Sunday, the worst since Ghazni in 2018.",
        {"place": "jalalabad", "killed": 31},
    ),
    row(
        "since two bombings",
        "A bomb killed six people in Taiz on Sunday, the first such blast since the 2015 mosque bombings in Sanaa and "
        "the 2016 Aden bombing.",
        {"place": "taiz", "killed": 6},
    ),
    row(
        "reminiscent of",
        "Two bombs killed nine people at a market in Baqubah on Sunday, in carnage reminiscent of the 2009 Kirkuk "
        "bombings.",
        {"place": "baqubah", "killed": 9},
    ),
    row(
        "with no place of its own",
        "A gunman killed eleven people in a synagogue on Sunday, the deadliest attack on Jews in the country since the "
        "1994 bombing in Buenos Aires.",
    ),
    row(
        "an older deed with its day is told too",
        "Rockets hit Kiryat Shmona on Sunday, the first since the 2 February attack on Metula.",
        {"place": "kiryat-shmona"},
        {"place": "metula"},
    ),
    row(
        "since when, and then where",
        "Missiles killed 12 people on Sunday, the deadliest strike since the war began, at a school in Kharkiv.",
        {"place": "kharkiv", "killed": 12},
    ),
    row(
        "no comparison",
        "Drones hit a depot in Odesa on Sunday, hours after shells killed two people in Kherson.",
        {"place": "odesa"},
        {"place": "kherson", "killed": 2},
    ),
]


@pytest.mark.parametrize("case", MEASURES)
def test_what_a_deed_is_measured_by_happened_elsewhere(case: Case, reader: Reader) -> None:
    """The worst since a siege was not where the siege was."""
    assert told(case, reader) == case.wanted


PAST = [
    row(
        "a survivor of an older attack",
        "A survivor of the Halabja gas attack was shot dead in Kirkuk on Sunday.",
        {"place": "kirkuk", "killed": 1},
    ),
    row(
        "a veteran of a siege",
        "A veteran of the siege of Mariupol was killed by a drone in Kherson on Sunday.",
        {"place": "kherson", "with": "drone"},
    ),
    row(
        "who had fought in a battle",
        "A soldier who had fought in the battle of Mosul died when a bomb exploded in Sinjar on Sunday.",
        {"place": "sinjar", "killed": 1},
    ),
    row(
        "who had fled",
        "Gunmen who fled Gao on Friday killed two people in Ansongo on Sunday.",
        {"country": "ML", "killed": 2},
    ),
    row(
        "survivors of the attack that is told",
        "Survivors of the attack on Bama said gunmen had killed 12 people on Sunday.",
        {"place": "bama", "killed": 12},
    ),
    row(
        "who survived this one",
        "A man who survived the attack on Mogadishu's hotel said eight people were killed on Sunday.",
        {"place": "mogadishu", "killed": 8},
    ),
]


@pytest.mark.parametrize("case", PAST)
def test_what_somebody_has_been_through_is_no_news(case: Case, reader: Reader) -> None:
    """Who survived one attack and was killed in another was killed at the other place."""
    assert told(case, reader) == case.wanted


HOSPITALS = [
    row(
        "of a town further on",
        "A convoy hit a mine between Djibo and Bourzanga on Sunday; two soldiers died in a hospital in Ouagadougou.",
        {"precision": "near", "killed": 2, "country": "BF"},
    ),
    row(
        "of their injuries",
        "A landmine blew up under a tractor near Izium on Sunday, and the driver died of his injuries in a Kharkiv "
        "hospital.",
        {"place": "izium", "killed": 1},
    ),
    row(
        "in a sentence of its own",
        "An IED hit an army truck near Menaka in Mali on Sunday. One soldier died at the Gao hospital.",
        {"precision": "near", "killed": 1},
    ),
    row(
        "succumbed",
        "Shells hit a market in Taiz on Sunday; two children succumbed to their wounds at a hospital in Aden.",
        {"place": "taiz", "killed": 2},
    ),
    row(
        "a hospital that was bombed",
        "Nine patients died in a hospital in Kunduz on Sunday when a US plane bombed it.",
        {"place": "kunduz", "killed": 9},
    ),
]


@pytest.mark.parametrize("case", HOSPITALS)
def test_who_dies_in_a_hospital_was_hurt_elsewhere(case: Case, reader: Reader) -> None:
    """The town of the hospital is not the one of the attack, unless that was on the hospital."""
    assert told(case, reader) == case.wanted
