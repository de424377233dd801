"""One deed that a text tells twice, by another day, another place or another number, is one; two stay two."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

STATEMENTS = [  # the article's Monday is 5 February 2024
    row(
        "the day on which it was claimed",
        "Responsibility for the bombing of a market in Peshawar was claimed on Sunday by the Pakistani Taliban. The "
        "bomb went off on Friday morning, killing 14 people.",
        {"place": "peshawar", "day": "2024-02-02", "killed": 14},
    ),
    row(
        "a claim opens the story",
        "Islamic State claimed responsibility on Sunday for an attack on the airport of Erbil, Iraq. Gunmen stormed "
        "the airport shortly before dawn on Wednesday and killed nine soldiers, the army said.",
        {"place": "erbil-airport", "day": "2024-01-31", "killed": 9},
    ),
    row(
        "the dead counted weeks later",
        "Al-Shabaab fighters overran an army base in Bulo Mareer, Somalia, on 14 January. The president disclosed on "
        "Saturday that 27 soldiers had been killed.",
        {"country": "SO", "day": "2024-01-14", "killed": 27},
    ),
    row(
        "said by whom, and when",
        "Forty dead, said the authorities in Dnipro at noon today. A missile brought down a block of flats in the city "
        "on Saturday evening.",
        {"place": "dnipro", "day": "2024-02-03"},
    ),
    row(
        "a statement that was sent on a day",
        "Armed men stormed the town of Surab in Pakistan on Friday evening. The BLA claimed the attack in Surab in a "
        "statement sent to journalists on Saturday, saying that it had taken control of the city.",
        {"country": "PK", "day": "2024-02-02"},
    ),
    row(
        "an attack on a post that day is no statement",
        "Gunmen attacked an army post near Gao on Friday. In an attack on its post on Sunday the army lost nine men in "
        "Kidal.",
        {"country": "ML", "day": "2024-02-02"},
        {"place": "kidal", "day": "2024-02-04"},
    ),
    row(
        "a deed with its own day behind a speaker is another",
        "Shells fell on Kharkiv on Saturday, said the mayor, and on Sunday a drone hit a bus in Kupiansk.",
        {"place": "kharkiv", "day": "2024-02-03"},
        {"day": "2024-02-04", "with": "drone"},
    ),
    row(
        "a second attack in the same week is another",
        "Gunmen attacked a police station in Peshawar on Wednesday. On Sunday a bomb in the city killed three people.",
        {"place": "peshawar", "day": "2024-01-31", "killed": None},
        {"place": "peshawar", "day": "2024-02-04", "killed": 3},
    ),
]

WHENCE = [
    row(
        "the launcher was found",
        "Rockets were fired at the Ain al-Asad air base in western Iraq on Sunday. Security forces seized a truck with "
        "a launcher on its bed in al-Baghdadi, with three rockets left in it.",
        {"place": "ain-al-asad", "with": "rocket"},
    ),
    row(
        "the lorry from which they were fired",
        "Security forces found the truck from which the rockets were fired in the town of al-Baghdadi. Ten rockets had "
        "hit the Ain al-Asad air base on Sunday.",
        {"place": "ain-al-asad", "with": "rocket"},
    ),
    row(
        "in Arabic",
        "سقط صاروخان على قاعدة عين الأسد مساء الأحد. وعثرت قوة أمنية على العجلة التي استخدمت في إطلاق الصواريخ في "
        "ناحية البغدادي.",
        {"place": "ain-al-asad", "with": "rocket"},
    ),
    row(
        "a launcher that was hit is no place of a launch",
        "Ukrainian drones destroyed a rocket launcher in Bakhmut on Sunday, killing four soldiers.",
        {"place": "bakhmut", "killed": 4},
    ),
    row(
        "a lorry that had only left a town",
        "A car bomb killed nine farm workers on Sunday; the truck that carried them had just left the edge of Manbij.",
        {"place": "manbij", "killed": 9},
    ),
]

HURT_ELSEWHERE = [
    row(
        "who was taken to a hospital and died there",
        "Gunmen attacked a village near Bokkos, Nigeria, on Sunday, killing 26 people. The wounded were taken to a "
        "hospital in Jos, where four of them died.",
        {"country": "NG", "killed": 26},
    ),
    row(
        "doctors in another town",
        "A suicide bomber struck a wedding in Jalalabad on Sunday. Doctors in Kabul operated on 14 people who were "
        "wounded in the blast.",
        {"place": "jalalabad", "wounded": 14},
    ),
    row(
        "who was referred to a larger town",
        "A bomb hit a police vehicle in Mastung, Pakistan, on Sunday, hurting five. The injured were rushed to a "
        "hospital in Mastung, from where two were referred to Quetta.",
        {"country": "PK", "wounded": 5},
    ),
    row(
        "whom a hospital received, in Arabic",
        "استقبل مستشفى العودة 4 شهداء إثر قصف منزل في مخيم البريج فجر الأحد.",
        {"place": "bureij", "killed": 4, "day": "2024-02-04"},
    ),
    row(
        "bodies that came to a hospital, in Arabic",
        "أفاد مصدر طبي بوصول جثامين 3 شهداء إلى مستشفى شهداء الأقصى إثر غارة على منزل في مخيم النصيرات فجر الأحد.",
        {"place": "nuseirat", "killed": 3},
    ),
    row(
        "a hospital that was hit, in Arabic",
        "قصفت طائرة إسرائيلية ساحة مستشفى شهداء الأقصى في دير البلح فجر الأحد وقتل ثلاثة نازحين.",
        {"precision": "site", "killed": 3},
    ),
    row(
        "another blast in another town",
        "A suicide bomber struck a wedding in Jalalabad on Sunday. In Kabul 14 people were wounded by another blast.",
        {"place": "jalalabad", "wounded": None},
        {"country": "AF", "wounded": 14},
    ),
]

AS_MANY_DEAD = [
    row(
        "an island's town and the town where it was",
        "A van bomb killed 11 people on the Philippine island of Basilan on Sunday. The van blew up at a checkpoint on "
        "the edge of the city of Lamitan at dawn, killing six soldiers and five civilians.",
        {"country": "PH", "killed": 11},
    ),
    row(
        "as many elsewhere, told as others",
        "A strike on Khan Younis killed seven people on Sunday. Seven others were killed in a strike on Rafah the same "
        "day.",
        {"place": "khan-younis", "killed": 7},
        {"place": "rafah", "killed": 7},
    ),
    row(
        "an area and the places that add up to it",
        "Israeli strikes on the Bekaa in Lebanon killed five people on Sunday.\n\nA strike on the outskirts of Hermel "
        "killed three people. Another strike killed two in Zahle.",
        {"place": "hermel", "killed": 3},
        {"place": "zahle", "killed": 2},
    ),
]

TOLD_BY = [
    row(
        "an airport by the name of its town",
        "Houthi drones struck Abha airport in southern Saudi Arabia on Sunday, wounding eight. The attack on Abha set "
        "an airliner on fire.",
        {"place": "abha-airport", "wounded": 8},
    ),
    row(
        "town and airport in one list are two",
        "Israel bombed Damascus airport and a building in Damascus on Sunday.",
        {"place": "damascus-airport"},
        {"place": "damascus"},
    ),
    row(
        "a road by one of its ends",
        "Five people were killed and 35 wounded on Sunday in an explosion on the Nushki-Dalbandin highway in Pakistan. "
        "Militants targeted a convoy of paramilitaries in Nushki on Sunday, state media reported.",
        {"country": "PK", "killed": 5},
    ),
    row(
        "a village by the way from the town that the lead has",
        "Gunmen killed 26 people near Maiduguri, Nigeria, on Sunday. They stormed Konduga, 25 miles southeast of "
        "Maiduguri, on motorbikes, residents said.",
        {"country": "NG", "precision": "locality", "killed": 26},
    ),
    row(
        "other arms in a village by the way from there",
        "A drone hit a bus near Kherson on Sunday, killing two. Shells struck Bilozerka, a town west of Kherson, and "
        "wounded a man.",
        {"country": "UA", "precision": "near", "with": "drone"},
        {"country": "UA", "precision": "locality", "with": "artillery"},
    ),
    row(
        "a road, and the town on it",
        "Twenty soldiers were killed on Sunday in an ambush on the road between Mopti and Gao in Mali, near Hombori.",
        {"country": "ML", "precision": "near", "killed": 20},
    ),
    row(
        "the town, and its road",
        "Twenty soldiers were killed on Sunday in an ambush near Barsalogho, on the road from Kaya to Dori in Burkina "
        "Faso.",
        {"country": "BF", "precision": "near", "killed": 20},
    ),
    row(
        "a road too long to say where",
        "Twenty soldiers were killed on Sunday on the road between Mopti and Gao in Mali.",
    ),
    row(
        "a road, and another deed in a town",
        "Gunmen attacked buses between Zaria and Kaduna, Nigeria, on Sunday, and near Jos they killed two.",
        {"country": "NG", "precision": "near", "with": "gunfire"},
        {"country": "NG", "precision": "near", "killed": 2},
    ),
    row(
        "the nuclear site by the bare name",
        "Israel bombed the uranium enrichment plant at Natanz on Sunday, Iranian state media said.",
        {"place": "natanz-site", "with": "airstrike"},
    ),
    row(
        "the village where the attackers were",
        "Gunmen killed 13 police officers near Acapulco, Mexico, on Sunday. The ambush happened in the township of "
        "Coyuca de Benitez. A convoy was passing when the attackers opened fire in the community of El Papayo.",
        {"country": "MX", "killed": 13},
    ),
    row(
        "a village in a circle",
        "Armed men attacked the village of Ogossagou in the circle of Bankass, in Mali's Mopti region, on Sunday, "
        "killing 31 people.",
        {"country": "ML", "killed": 31},
    ),
    row(
        "a town in a state, in Arabic",
        "انفجرت قنبلة داخل مسجد في منطقة إمام صاحب بولاية قندوز شمالي أفغانستان يوم الأحد وقتل 33 شخصا.",
        {"country": "AF", "killed": 33},
    ),
    row(
        "a city sets the stage for its camp",
        "أعاد الحادث إلى الأذهان ما جرى في عدن في الأول من أغسطس الماضي، عندما أصاب صاروخ عرضا عسكريا في معسكر الجلاء "
        "فقتل 36 شخصا.",
        {"place": "al-jalaa-camp", "killed": 36},
    ),
    row(
        "a make of drones is no town",
        'ضرب سلاح الجو المسير هدفا في عسقلان بطائرة مسيرة من نوع "يافا" مساء الأحد.',
        {"place": "ashkelon", "with": "drone"},
    ),
    row(
        "the region that is a state",
        "Air strike hits hospital in Myanmar's Rakhine, dozens dead\n\nAn air strike on a hospital in Mrauk-U killed "
        "34 people on Saturday, aid workers said.",
        {"country": "MM", "killed": 34, "precision": "locality"},
    ),
]

DATELINES = [
    row(
        "town and day before a colon",
        "Srinagar, Feb 5: Two militants were killed in an encounter with security forces in Shopian district on "
        "Sunday, police said.",
        {"country": "IN", "killed": 2, "day": "2024-02-04"},
    ),
    row(
        "with an agency in brackets",
        "Imphal, 5 February (PTI): Three volunteers were shot dead in Churachandpur on Sunday.",
        {"country": "IN", "killed": 3, "day": "2024-02-04"},
    ),
    row(
        "the head of an item is where it was",
        "Kharkiv, Feb 4: a drone hit a bus stop, killing two people.",
        {"place": "kharkiv", "killed": 2, "day": "2024-02-04"},
    ),
]


@pytest.mark.parametrize("case", STATEMENTS)
def test_days_of_statements(case: Case, reader: Reader) -> None:
    """Who owns up to a deed, or counts its dead, on a later day tells of no second one."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHENCE)
def test_where_the_launcher_was(case: Case, reader: Reader) -> None:
    """Where the launcher stood nothing was hit."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", HURT_ELSEWHERE)
def test_who_was_hurt_elsewhere(case: Case, reader: Reader) -> None:
    """A hospital's town is not where its patients were hurt."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", AS_MANY_DEAD)
def test_as_many_dead(case: Case, reader: Reader) -> None:
    """One toll at two names is one deed; so are the parts of an area's toll, unless they are told as others."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", TOLD_BY)
def test_told_by_another_name(case: Case, reader: Reader) -> None:
    """A village, a base or a road that is told by the town beside it is not hit twice."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", DATELINES)
def test_datelines_with_a_colon(case: Case, reader: Reader) -> None:
    """Where a report was written nothing happened, but an item's head is where it did."""
    assert told(case, reader) == case.wanted
