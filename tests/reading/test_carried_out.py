"""Whose deed a noun tells of behind a verb of doing or in a verb, and whose a branch of a group is."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

CARRIED_OUT = [
    row(
        "soldiers who committed a massacre",
        "Congolese soldiers committed a massacre in Beni on Sunday, killing 14 villagers.",
        {"by": ["dr-congo"], "on": [], "killed": 14},
    ),
    row(
        "two who did it together",
        "Ethiopian troops and Fano fighters committed another massacre in Merawi on Sunday, killing 30 people.",
        {"by": ["ethiopia", "fano"], "on": []},
    ),
    row(
        "who only says so",
        "The Russian army carried out a massacre in Izium on Sunday, killing nine people, the Ukrainian-run council said.",
        {"by": ["russia"], "on": []},
    ),
    row(
        "but soldiers who were the victims",
        "Militants killed two Israeli soldiers and carried out an attack on a bus in Hebron on Sunday.",
        {"by": [], "on": ["israel"]},
    ),
    row(
        "a verb that holds the aircraft",
        "شنت طائرات التحالف العربي غارة على صنعاء يوم الأحد.",
        {"by": ["saudi-led-coalition"], "on": [], "with": "airstrike"},
    ),
    row(
        "aircraft of an army",
        "شنت طائرات الجيش السوداني غارات على نيالا يوم الأحد.",
        {"by": ["sudanese-armed-forces"]},
    ),
    row(
        "the occupation, by one word",
        "ارتكب الاحتلال مجزرة في النصيرات يوم الأحد راح ضحيتها 12 شهيدا.",
        {"place": "nuseirat", "by": ["israel"], "on": [], "killed": 12},
    ),
]

BRANCHES = [
    row(
        "the branch of a country",
        "A bomb killed 40 people in Kunduz on Sunday. Islamic State's Afghan branch claimed the attack.",
        {"by": ["is-khorasan"], "status": "claimed", "with": "ied"},
    ),
    row(
        "of another name",
        "Gunmen killed three soldiers near Gao, Mali, on Sunday. The Malian affiliate of al-Qaeda claimed it.",
        {"by": ["jnim"], "on": ["mali"], "status": "claimed"},
    ),
    row(
        "a branch that has no name of its own",
        "A car bomb killed 20 people in Tartus on Sunday. Islamic State's Syrian branch claimed it.",
        {"by": ["islamic-state"], "status": "claimed"},
    ),
    row(
        "where it says what its men did",
        "Gunmen killed ten soldiers in Abyan on Sunday. Al-Qaeda's Yemeni affiliate said its men did it.",
        {"by": ["aqap"]},
    ),
    row(
        "as it is told in Arabic",
        "قتل عشرة جنود في هجوم بسيارة مفخخة في المكلا يوم الأحد. وتبنى فرع تنظيم القاعدة في اليمن الهجوم.",
        {"by": ["aqap"], "status": "claimed"},
    ),
    row(
        "but a bank's",
        "A bomb killed two policemen at the Iraqi branch of a bank in Baghdad on Sunday.",
        {"by": [], "on": ["iraq"]},
    ),
    row(
        "but fighters who are in the country",
        "قتل ثلاثة من عناصر داعش في أفغانستان بغارة أميركية على ننغرهار يوم الأحد.",
        {"by": ["united-states"], "on": ["islamic-state"]},
    ),
]


@pytest.mark.parametrize("case", [*CARRIED_OUT, *BRANCHES])
def test_carried_out(case: Case, reader: Reader) -> None:
    """Who carries out a deed is no victim of it, and the country of a group's branch did not strike."""
    assert told(case, reader) == case.wanted
