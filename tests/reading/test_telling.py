"""How an article tells: one deed in many sentences, many deeds in one, and whose dead are whose."""

from __future__ import annotations

import pytest

from geomap.articles.made import make_article
from geomap.reader import Reader
from tests.fixtures.reading import MONDAY, Case, row, told

LISTS = [
    row(
        "three bases",
        "Rockets hit the Ain al-Asad, Harir and Kharab al-Jir bases on Sunday.",
        {"place": "ain-al-asad", "day": "2024-02-04"},
        {"place": "harir", "day": "2024-02-04"},
        {"place": "kharab-al-jir", "day": "2024-02-04"},
        wrong="the plural bases does not reach Harir: it is read as the town",
    ),
    row(
        "three towns",
        "US warplanes bombed Abu Kamal, Mayadin and al-Qaim on Friday.",
        {"place": "abu-kamal", "by": ["united-states"]},
        {"place": "mayadin", "by": ["united-states"]},
        {"place": "al-qaim", "by": ["united-states"]},
    ),
    row(
        "they share no toll",
        "Air strikes on Mayadin and Abu Kamal on Friday killed 18 people.",
        {"place": "mayadin", "killed": None},
        {"place": "abu-kamal", "killed": None},
    ),
    row(
        "each has its own",
        "Air strikes killed 12 people in Mayadin on Friday. In Abu Kamal six people were killed by "
        "another strike.",
        {"place": "mayadin", "killed": 12},
        {"place": "abu-kamal", "killed": 6},
    ),
    row(
        "a place and the one that holds it are one",
        "Rockets hit the Green Zone in Baghdad on Sunday.",
        {"place": "green-zone"},
    ),
]

TWO_IN_ONE = [  # the article's Sunday is 4 February 2024
    row(
        "each with its victims",
        "An explosion ripped through a bus in Quetta, killing 8, and gunmen attacked a police post in Turbat, "
        "wounding 2, officials said on Sunday.",
        {"place": "quetta", "killed": 8, "wounded": None},
        {"place": "turbat", "killed": None, "wounded": 2, "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "one day, said at the end",
        "Shelling in Kherson killed a woman, and a drone wounded two men in Nikopol on Sunday.",
        {"place": "kherson", "killed": 1, "wounded": None, "day": "2024-02-04"},
        {"killed": None, "wounded": 2, "day": "2024-02-04"},
    ),
    row(
        "one day, said in the first",
        "The headquarters in Rask was stormed late on Sunday, and at the same time gunmen attacked a station in "
        "Chabahar.",
        {"place": "rask", "day": "2024-02-04"},
        {"place": "chabahar", "day": "2024-02-04"},
    ),
    row(
        "what went before opens the sentence",
        "After rockets were fired at the Golan Heights on Saturday, jets bombed a depot near Damascus on Sunday.",
        {"place": "golan", "with": "rocket", "day": "2024-02-03"},
        {"place": "damascus", "with": "airstrike", "day": "2024-02-04"},
    ),
    row(
        "a deed, and no deed elsewhere",
        "The army said it killed 20 militants in an air strike in Kirkuk on Sunday and rescued hostages in Mosul.",
        {"place": "kirkuk", "killed": 20},
    ),
    row(
        "a deed elsewhere by the same, whose victims nobody counts",
        "Militants shelled a camp in Djibo on Sunday, killing five soldiers, and shelled houses in Arbinda.",
        {"place": "djibo", "killed": 5},
        {"killed": None},
    ),
]
AGAIN = [
    row(
        "a headline's town, which the text tells by its way",
        "Two soldiers killed by bomb in Arab Jabour\n\nBAGHDAD - A roadside bomb killed two soldiers south of Baghdad "
        "on Sunday, police said.",
        {"place": "arab-jabour", "day": "2024-02-04", "with": "ied", "killed": 2},
    ),
    row(
        "the city that the next sentence tells by its way",
        "A bomber struck in Jowhar, Somalia, on Sunday and killed ten people. Gunmen attacked army posts in the "
        "strategic city about 90 km north of the capital Mogadishu.",
        {"place": "jowhar", "day": "2024-02-04", "killed": 10},
    ),
    row(
        "the town by its distance, which no missile came from",
        "A missile hit a market in Kostiantynivka, Ukraine, on Sunday and killed 16 people. The missile struck the "
        "town, about 20 km from Bakhmut, at 2 pm.",
        {"place": "kostiantynivka", "launch": None, "killed": 16},
    ),
    row(
        "but another village, by its way",
        "A bomb killed four people in Jowhar, Somalia, on Sunday. Another bomb killed six people in a village about "
        "90 km north of Mogadishu on Saturday.",
        {"place": "jowhar", "killed": 4},
        {"precision": "near", "day": "2024-02-03", "killed": 6},
    ),
    row(
        "where and when it was is said after it was told",
        "Missiles struck a religious school in Marib, the minister said on Sunday.\n\nThe strike happened on Saturday "
        "night in al-Jubah, he wrote.",
        {"place": "al-jubah", "day": "2024-02-03"},
    ),
    row(
        "a town, and its airport hit by something else",
        "Gunmen opened fire in Erbil on Friday.\n\nThe region has seen calmer weeks.\n\n"
        "A drone hit Erbil airport on Friday, officials said.",
        {"place": "erbil"},
        {"place": "erbil-airport"},
    ),
    row(
        "who died later",
        "On Saturday a drone hit a car in Sinjar. A reporter died of his wounds a day later; "
        "two others in the car were wounded.",
        {"place": "sinjar", "day": "2024-02-03", "killed": 1, "wounded": 2},
    ),
    row(
        "the victims of the deed before",
        "A salvo of rockets was fired at the Conoco base on Sunday. The salvo came a day after a drone "
        "struck the Harir base. One contractor was killed; five service members were wounded.",
        {"place": "conoco-field", "killed": None, "wounded": None},
        {"place": "harir", "killed": 1, "wounded": 5},
    ),
    row(
        "two sentences",
        "A drone hit the Harir base on Sunday. The attack set fuel on fire, and two soldiers were wounded.",
        {"place": "harir", "wounded": 2},
    ),
    row(
        "a headline and its text",
        "Drone hits Harir base\n\nA drone hit the Harir base in northern Iraq on Sunday, the army said.",
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "the same base, another day",
        "A drone hit the Harir base on Saturday. On Sunday the same base was struck by rockets.",
        {"place": "harir", "day": "2024-02-03", "with": "drone"},
        {"place": "harir", "day": "2024-02-04", "with": "rocket"},
    ),
    row(
        "struck again",
        "Rockets hit the Conoco base on Saturday. It was struck again on Sunday.",
        {"place": "conoco-field", "day": "2024-02-03"},
        {"place": "conoco-field", "day": "2024-02-04"},
    ),
    row(
        "the base just named",
        "The Harir base lies north of Erbil. On Sunday rockets hit the base.",
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "which base it was",
        "A US base in Iraq was attacked with drones on Sunday. The target was the Harir base.",
        {"place": "harir", "with": "drone"},
    ),
    row(
        "a part of the base",
        "A drone hit the Harir base on Sunday. It struck the barracks while soldiers slept.",
        {"place": "harir"},
    ),
]

DEAD = [
    row(
        "the dead of the day",
        "A drone hit Tower 22 on Sunday, killing three US soldiers and wounding 34.",
        {"killed": 3, "wounded": 34},
    ),
    row("nobody said", "A drone hit Tower 22 on Sunday.", {"killed": None, "wounded": None}),
    row(
        "none said",
        "Rockets hit the Harir base on Sunday. There were no casualties.",
        {"killed": 0, "wounded": 0},
    ),
    row(
        "the war's dead are not the day's",
        "Rockets hit Khiam on Sunday, killing two people. More than 200 have been killed since October.",
        {"place": "khiam", "killed": 2},
    ),
    row(
        "a number that is no toll",
        "Twelve rockets hit the Harir base, home to 900 soldiers, on Sunday.",
        {"killed": None, "wounded": None},
    ),
    row(
        "an earlier attack's dead",
        "A drone hit the Harir base on Sunday. The attack on Tower 22 on January 28 killed three soldiers.",
        {"place": "harir", "killed": None},
        {"place": "tower-22", "killed": 3, "day": "2024-01-28"},
    ),
]


@pytest.mark.parametrize("case", LISTS)
def test_lists(case: Case, reader: Reader) -> None:
    """A list of places is a list of incidents; a toll of all together belongs to none of them."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", TWO_IN_ONE)
def test_two_deeds_in_a_sentence(case: Case, reader: Reader) -> None:
    """Each of two deeds that share a sentence has its own place, day and victims."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", AGAIN)
def test_one_deed_or_two(case: Case, reader: Reader) -> None:
    """What is told twice is one; what happened twice is two."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", DEAD)
def test_whose_dead(case: Case, reader: Reader) -> None:
    """Only the victims of the incident; totals, garrisons and other attacks' dead stay out; empty is not zero."""
    assert told(case, reader) == case.wanted


def test_a_brief_of_one_sentence(reader: Reader) -> None:
    """An agency's flash is an article, too."""
    brief = make_article(
        "a", "A drone struck the Ain al-Asad air base in western Iraq on Sunday.", published=MONDAY
    )
    assert [r.place_id for r in reader.read(brief).reports] == ["ain-al-asad"]
