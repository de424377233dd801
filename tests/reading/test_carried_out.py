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
        "The Russian army carried out a massacre in Izium on Sunday, killing nine, the Ukrainian-run city said.",
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

THEIR_BACKERS = [
    row(
        "armed men whom a state backs",
        "قتل مسلحون موالون لتركيا خمسة مدنيين في رأس العين يوم الأحد.",
        {"by": [], "on": []},
    ),
    row(
        "whom Iran backs",
        "أطلق مسلحون مدعومون من إيران صواريخ على قاعدة عين الأسد يوم الأحد.",
        {"by": ["iran-backed-militias"], "on": ["united-states"]},
    ),
    row(
        "one of them claims it",
        "Pro-Iranian militias attacked a US base in Hasakah with drones on Sunday. Kataib Hezbollah claimed it.",
        {"by": ["kataib-hezbollah", "iran-backed-militias"], "status": "claimed"},
    ),
    row(
        "but one of a group's own",
        "هاجم مسلحون مجهولون من حركة الشباب قاعدة في كيسمايو يوم الأحد.",
        {"by": ["al-shabaab"]},
    ),
]

THEIR_FORCES = [
    row(
        "their fighters, a spokesman says",
        "قال المتحدث باسم حزب الله إن مقاتليهم استهدفوا موقعا في المطلة بصواريخ يوم الأحد.",
        {"by": ["hezbollah"], "status": "claimed"},
    ),
    row(
        "their forces, and a ship that carries aircraft",
        "أعلن المتحدث باسم الحوثيين أن قواتهم استهدفت حاملة الطائرات الأميركية شمالي البحر الأحمر بصواريخ يوم الأحد.",
        {"by": ["houthis"], "on": ["united-states"], "with": "rocket", "status": "claimed"},
    ),
    row(
        "but what they suffered",
        "قال المتحدث باسم الجيش الإسرائيلي إن قواتهم تعرضت لإطلاق نار في جنين يوم الأحد.",
        {"by": [], "on": ["israel"]},
    ),
]


@pytest.mark.parametrize("case", [*CARRIED_OUT, *BRANCHES, *THEIR_BACKERS, *THEIR_FORCES])
def test_carried_out(case: Case, reader: Reader) -> None:
    """Who carries out a deed is no victim of it, and the country of a group's branch did not strike."""
    assert told(case, reader) == case.wanted
