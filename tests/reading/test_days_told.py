"""Days that a text gives a deed elsewhere than beside it: ahead of its sentence, behind it, in the whole article."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

COUNTED = [
    row(
        "days before another deed's day",
        "Two days before Saturday's explosion, a car bomb had killed at least 11 people in Kirkuk.",
        {"place": "kirkuk", "day": "2024-02-01"},
    ),
    row(
        "a day before a raid",
        "A day before Monday's raid, gunmen shot dead four soldiers in Kirkuk.",
        {"place": "kirkuk", "day": "2024-02-04"},
    ),
    row(
        "days after what is no deed",
        "Five days after the 20 January vote, a bomb killed three people in Basra.",
        {"place": "basra", "day": "2024-01-25"},
    ),
    row(
        "days after a deed, in Arabic",
        "بعد يومين من هجوم الخميس، سقطت صواريخ على قاعدة حرير.",
        {"place": "harir", "day": "2024-02-03"},
    ),
    row(
        "two days ago, on Saturday",
        "Two days ago, on Saturday, gunmen killed four people in Kirkuk.",
        {"place": "kirkuk", "day": "2024-02-03"},
    ),
    row(
        "its own day behind the count",
        "Two days after the vote a bomb killed three people in Basra on Friday.",
        {"place": "basra", "day": "2024-02-02"},
    ),
]

SEVERAL = [
    row(
        "the day of what it recalls",
        "The raid on Monday recalls the shelling of Mariupol on 24 January 2015, when 30 people died.",
        {"day": "2015-01-24", "killed": 30},
    ),
    row(
        "behind somebody's weekday",
        "Sunday's salvo comes before the anniversary of the death of the general whom a drone killed in Mosul on "
        "3 January.",
        {"place": "mosul", "day": "2024-01-03"},
    ),
    row(
        "the day of the statement",
        "Sunday's rockets hit the Harir base, officials said on Monday.",
        {"place": "harir", "day": "2024-02-04"},
    ),
]

TOLD_BEHIND = [
    row(
        "but the weather of another day",
        "A missile hit Kharkiv, Ukraine, on Sunday and killed three people. It was raining on Friday.",
        {"place": "kharkiv", "day": "2024-02-04", "killed": 3},
    ),
    row(
        "it happened",
        "Gunmen stormed a bar in Basra and set it alight. Six people died. It happened late on Tuesday.",
        {"place": "basra", "day": "2024-01-30"},
    ),
    row(
        "the incident occurred",
        "Gunmen killed four people in a bar in Basra. The incident occurred on 24 January, police said.",
        {"place": "basra", "day": "2024-01-24"},
    ),
    row(
        "in Arabic",
        "قتل مسلحون أربعة أشخاص في كركوك. ووقع الحادث مساء 25 يناير.",
        {"place": "kirkuk", "day": "2024-01-25"},
    ),
    row(
        "of another deed",
        "Gunmen killed four people in a bar in Basra. Rockets hit the Harir base. It happened late on Tuesday.",
        {"place": "basra", "day": "2024-02-02/2024-02-05"},
        {"place": "harir", "day": "2024-01-30"},
    ),
    row(
        "a repeat of what was that day",
        "Gunmen killed four people in a bar in Basra. It was a repeat of the crime of 24 January.",
        {"place": "basra", "day": "2024-02-02/2024-02-05"},
    ),
]

SPELLS = [
    row(
        "three days of it",
        "Forty civilians were killed in three days of shelling in El Fasher, a doctors' union said on Sunday.",
        {"place": "el-fasher", "day": "2024-02-02/2024-02-05", "killed": 40},
    ),
    row(
        "days of talks",
        "A drone killed two in Erbil on Sunday. In two days of talks in Baghdad the sides agreed on a truce.",
        {"place": "erbil", "day": "2024-02-04", "killed": 2},
    ),
]

BEFELL_BEFORE = [
    row(
        "when he had been kidnapped",
        "A man who had been kidnapped on January 12 was shot dead in Daraa on Sunday.",
        {"place": "daraa", "day": "2024-02-04"},
    ),
    row(
        "when the convoy left",
        "The convoy that left Homs on Saturday was hit by a drone near Palmyra on Sunday.",
        {"place": "palmyra", "day": "2024-02-04"},
    ),
    row(
        "when it exploded, and when it was told",
        "The bomb that exploded on Friday in Mosul killed two, police said on Sunday.",
        {"place": "mosul", "day": "2024-02-02", "killed": 2},
    ),
    row(
        "the day on which relatives spoke, in another town",
        "The family of a soldier killed in Jenin on Tuesday spoke to reporters in Haifa on Thursday.",
        {"place": "jenin", "day": "2024-01-30"},
    ),
    row(
        "years in a word of two",
        "A bomb killed six people in Belfast twenty-five years ago this week.",
        {"day": "1999-01-31/1999-02-07"},
    ),
    row(
        "years in a word of two, and no more",
        "Gunmen killed 11 people in Munich fifty-one years ago.",
        {"day": "1972-08-08/1973-08-03", "killed": 11},
    ),
]

THE_ONLY_DAY = [
    row(
        "the headline of a deed that is told more exactly",
        "Rockets hit Mosul\n\nFour rockets struck the Harir base on Sunday, the army said. There were no injuries. In "
        "Kirkuk shells fell on a market.",
        {"place": "mosul", "day": "2024-02-04"},
        {"place": "harir", "day": "2024-02-04"},
        {"place": "kirkuk", "day": "2024-02-04"},
    ),
    row(
        "two days of the news",
        "Rockets hit Kirkuk\n\nFour rockets struck the Harir base on Sunday, the army said. On Saturday a drone hit "
        "Mosul.",
        {"place": "kirkuk", "day": "2024-02-02/2024-02-05"},
        {"place": "harir", "day": "2024-02-04"},
        {"place": "mosul", "day": "2024-02-03"},
    ),
]

RISEN = [
    row(
        "a toll that has risen, and the day of the attack behind it",
        "The number of people killed in a suicide bombing at a wedding hall in Basra has risen to 80, "
        "officials said on "
        "Monday. The attack late on Saturday was claimed by nobody.",
        {"place": "basra", "day": "2024-02-03"},
    ),
    row(
        "a toll that has risen, and no other day",
        "The death toll from a truck bombing in Basra has climbed to 90, the police said on Monday.",
        {"place": "basra", "day": "2024-02-02/2024-02-05", "killed": 90},
    ),
    row(
        "rose on the day of the count",
        "The number of dead in an attack on a mosque in Mosul rose to 15 on Monday. Gunmen had opened fire "
        "there on Friday.",
        {"place": "mosul", "day": "2024-02-02", "killed": 15},
    ),
    row(
        "an attack that was told of the same day, or the next",
        "A truck bombing in Basra killed 90 people, the police said on Monday.",
        {"place": "basra", "day": "2024-02-04/2024-02-05", "killed": 90},
    ),
    row(
        "who said so ends at a semicolon",
        "Turkey shelled Zakho on Tuesday, Iraq said; later Amadiya came under fire too.",
        {"place": "zakho", "day": "2024-01-30"},
        {"day": "2024-01-30"},
    ),
    row(
        "what the headline names and the text tells on a day",
        "Rockets hit Mosul\n\nIn January the base was quiet. Four rockets struck the Harir base on Sunday, "
        "the army said. In "
        "Mosul a rocket killed two people.",
        {"place": "mosul", "day": "2024-02-04", "killed": 2},
        {"place": "harir", "day": "2024-02-04"},
    ),
]

TO_COME = [
    row(
        "raids before a vote",
        "Air raids have grown more frequent in Kirkuk before the vote, which is set for 28 February.",
    ),
    row(
        "a quarter that bears a month's name",
        "في العاشر من يناير أوقعت غارة على حي مايو في الخرطوم 43 قتيلا. وسقط 32 مدنيا بقصف على أم درمان في الخامس من "
        "الشهر نفسه.",
        {"day": "2024-01-10", "killed": 43},
        {"day": "2024-01-05", "killed": 32},
    ),
]


@pytest.mark.parametrize("case", [*COUNTED, *SEVERAL, *SPELLS, *BEFELL_BEFORE])
def test_the_day_that_is_its_own(case: Case, reader: Reader) -> None:
    """Of the days in a sentence the one beside the deed, or counted from the one that is not."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", RISEN)
def test_the_day_of_the_deed_not_of_the_count(case: Case, reader: Reader) -> None:
    """A statement about a deed of before gives it no day of its own."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", TOLD_BEHIND)
def test_the_next_words_tell_when(case: Case, reader: Reader) -> None:
    """A sentence that only says when dates the deed before it."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", [*THE_ONLY_DAY, *TO_COME])
def test_the_only_day_of_the_news(case: Case, reader: Reader) -> None:
    """An article that names one day of the news tells all its news of that day; a day to come dates nothing."""
    assert told(case, reader) == case.wanted
