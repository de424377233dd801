"""Towns of one name in two countries: the words beside the name tell which."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

BESIDE = [
    row(
        "Bara of Sudan, by its state",
        "A drone strike killed 20 people in Bara, North Kordofan, on Sunday.",
        {"place": "bara-sd", "with": "drone", "killed": 20},
    ),
    row(
        "Bara of Pakistan, by its district",
        "A suicide bomber killed ten people in Bara in Khyber district, Pakistan, on Sunday.",
        {"place": "bara-khyber", "killed": 10},
    ),
    row(
        "Martuni of Armenia, by its province",
        "Azerbaijani forces shelled Martuni in Armenia's Gegharkunik province on Sunday.",
        {"place": "martuni-am", "by": ["azerbaijan"]},
    ),
    row(
        "Martuni of Karabakh",
        "Azerbaijani forces shelled Martuni in Nagorno-Karabakh on Sunday.",
        {"place": "martuni-nk", "by": ["azerbaijan"]},
    ),
    row(
        "a village of the front",
        "A Russian glide bomb hit Uspenivka near Pokrovsk on Sunday, killing a man.",
        {"place": "uspenivka-donetsk", "killed": 1},
    ),
    row(
        "its namesake in another oblast is not it",
        "Russian shelling killed two people in Uspenivka, Odesa region, on Sunday.",
        {"place": "area:UA-51", "killed": 2},
    ),
    row(
        "a village of the Kupiansk front",
        "Russian shelling killed a woman in Yahidne near Kupiansk on Sunday.",
        {"place": "yahidne-kharkiv", "killed": 1},
    ),
    row(
        "its namesake by Chernihiv is not it",
        "A Russian drone killed a man in Yahidne, Chernihiv region, on Sunday.",
        {"place": "area:UA-74", "killed": 1},
    ),
]


@pytest.mark.parametrize("case", BESIDE)
def test_the_words_beside_a_name_tell_which_town_it_is(case: Case, reader: Reader) -> None:
    """Bara is in Kordofan and in Khyber: the wrong one would put an attack on another continent."""
    assert told(case, reader) == case.wanted


GOES_ON = [
    row(
        "an unknown name with a saint's first",
        "Gunmen killed four people in San José del Palmito, Colombia, on Sunday.",
    ),
    row("another", "Rebels killed two soldiers in Santa Rosa do Norte on Sunday."),
    row("off a coast", "A US strike on a boat off San Juan de Unare killed 11 people on Sunday."),
    row(
        "a longer name that is known",
        "Gunmen killed five people in Santander de Quilichao, Colombia, on Sunday.",
        {"place": "geonames:3668572", "killed": 5},
    ),
    row(
        "one of the curated names",
        "Islamic State fighters attacked Mocímboa da Praia on Sunday, killing 12.",
        {"place": "mocimboa", "killed": 12},
    ),
    row(
        "a town of a country's name, by its department",
        "A car bomb killed three people in Puerto Rico, Caquetá, on Sunday, Colombian police said.",
        {"place": "puerto-rico-caqueta", "killed": 3},
    ),
]


@pytest.mark.parametrize("case", GOES_ON)
def test_the_first_words_of_a_longer_name_are_no_town(case: Case, reader: Reader) -> None:
    """ "San Juan de Unare" is in Venezuela; the nearest San Juan that is known is in Texas."""
    assert told(case, reader) == case.wanted


QUARTERS = [
    row(
        "a quarter named like a camp of another capital",
        "In Mosul, gunmen shot dead a shopkeeper in the Yarmouk quarter on Sunday.",
        {"place": "mosul", "killed": 1},
    ),
    row(
        "a district abroad",
        "In Taiz, a sniper killed a boy in the al-Mansoura district on Sunday.",
        {"place": "taiz", "killed": 1},
    ),
    row(
        "a name of which the word is part",
        "In Tripoli, a rocket killed a girl in the Zeitoun neighbourhood on Sunday.",
        {"place": "tripoli-ly", "killed": 1},
    ),
    row(
        "of a province",
        "In Aleppo province, shells hit the Rimal neighbourhood on Sunday, killing three people.",
        {"place": "sy-aleppo", "killed": 3},
    ),
    row(
        "in Arabic",
        "وفي مأرب، قتل طفلان بصاروخ أطلقه الحوثيون على حي الروضة، الأحد.",
        {"place": "marib", "killed": 2, "by": ["houthis"]},
    ),
    row(
        "one that is there",
        "In Aleppo, shells killed two people in the Sheikh Maqsoud neighbourhood on Sunday.",
        {"place": "sheikh-maqsoud", "killed": 2},
    ),
    row(
        "one whose town is named",
        "In Idlib, three people were killed, and in the Yarmouk quarter of Damascus a bomb killed two on Sunday.",
        {"place": "idlib", "killed": 3},
        {"place": "yarmouk-camp", "killed": 2},
    ),
    row(
        "a ministry tells of a district abroad",
        "In Ankara, the ministry said jets had bombed the Makhmour district on Sunday, killing two fighters.",
        {"place": "makhmur", "killed": 2},
    ),
]


@pytest.mark.parametrize("case", QUARTERS)
def test_a_quarter_lies_in_the_town_that_opens_its_sentence(case: Case, reader: Reader) -> None:
    """Many towns have a Yarmouk quarter: that of Mosul is not the camp in Damascus."""
    assert told(case, reader) == case.wanted


QUARTERS_BEHIND = [
    row(
        "a quarter in the next sentence",
        "A bomb killed two people in Fallujah on Sunday. It went off in the Yarmouk neighbourhood, police said.",
        {"place": "fallujah", "killed": 2},
    ),
    row(
        "a shell on a house there",
        "Shelling killed a child in Marib on Sunday. The shell hit a house in the al-Rawda neighbourhood.",
        {"place": "marib", "killed": 1},
    ),
    row(
        "a district of that name abroad",
        "A bomb exploded in Nasiriyah on Sunday. The blast hit a bakery in the al-Zaytoun district.",
        {"place": "nasiriyah"},
    ),
    row(
        "in Arabic",
        "أصيب طفل بقذيفة في تعز الأحد. وسقطت القذيفة في حي الروضة.",
        {"place": "taiz", "wounded": 1},
    ),
    row(
        "a quarter of another town that a foe bombed",
        "Rockets hit Haifa on Sunday. Israel bombed the Haret Hreik neighbourhood.",
        {"place": "haifa"},
        {"place": "haret-hreik", "by": ["israel"]},
    ),
    row(
        "a quarter of the town",
        "Rockets hit Kabul on Sunday. One fell in the Khair Khana neighbourhood.",
        {"place": "khair-khana"},
    ),
    row(
        "a quarter whose town is told",
        "A bomb killed two people in Homs on Sunday. In Damascus, a bomb went off in the Mezzeh district.",
        {"place": "homs", "killed": 2},
        {"country": "SY", "killed": None},
    ),
]


@pytest.mark.parametrize("case", QUARTERS_BEHIND)
def test_a_quarter_lies_in_the_town_told_before(case: Case, reader: Reader) -> None:
    """Else a bomb in Fallujah would go off a second time in Damascus."""
    assert told(case, reader) == case.wanted
