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

FIRED = [
    row(
        "gunmen who fired rockets",
        "Unknown gunmen fired a barrage of rockets at the Balad air base in Iraq on Sunday.",
        {"place": "balad-airbase", "with": "rocket"},
    ),
    row(
        "gunmen who lobbed mortar rounds",
        "Gunmen lobbed mortars into a market in Baidoa on Sunday, killing three.",
        {"with": "mortar", "killed": 3},
    ),
    row(
        "the same in Arabic",
        "أطلق مسلحون مجهولون قذائف هاون على مركز للشرطة في كركوك مساء الأحد.",
        {"with": "mortar"},
    ),
    row(
        "but gunmen who came with rockets",
        "Gunmen attacked a police station in Quetta with rockets on Sunday.",
        {"with": "gunfire"},
    ),
    row(
        "but gunmen who killed before they fired rockets",
        "Gunmen stormed a village near Maiduguri on Sunday, killing nine, and fired rockets at an army post.",
        {"with": "gunfire", "killed": 9},
    ),
]

NAMESAKES = [
    row(
        "Taliban gunmen in Pakistan",
        "Taliban gunmen stormed a college in Charsadda on Sunday, killing 20 people.",
        {"by": ["tehrik-i-taliban-pakistan"], "killed": 20},
    ),
    row(
        "Taliban militants whom Pakistan killed",
        "Pakistani troops killed nine Taliban militants in Bajaur on Sunday.",
        {"by": ["pakistan"], "on": ["tehrik-i-taliban-pakistan"]},
    ),
    row(
        "but in Afghanistan",
        "Taliban gunmen stormed a hotel in Kabul on Sunday, killing 22. Pakistan condemned the attack.",
        {"by": ["taliban"], "killed": 22},
    ),
]

WHOSE_NURSES = [
    row(
        "its nurses are those of who speaks",
        "Hezbollah said it shelled Metula on Sunday.\n\nThe ministry says nine of its nurses were killed on Sunday in "
        "Khiam.",
        {"place": "metula", "by": ["hezbollah"]},
        {"place": "khiam", "by": [], "killed": 9},
    ),
    row(
        "but its fighters who struck are the group's",
        "Hezbollah said it shelled Metula on Sunday.\n\nIts fighters also bombed Kiryat Shmona on Sunday.",
        {"place": "metula", "by": ["hezbollah"]},
        {"place": "kiryat-shmona", "by": ["hezbollah"]},
    ),
]


@pytest.mark.parametrize(
    "case",
    [
        *CARRIED_OUT,
        *BRANCHES,
        *THEIR_BACKERS,
        *THEIR_FORCES,
        *FIRED,
        *NAMESAKES,
        *WHOSE_NURSES,
    ],
)
def test_carried_out(case: Case, reader: Reader) -> None:
    """Who carries out a deed is no victim of it, and the country of a group's branch did not strike."""
    assert told(case, reader) == case.wanted
