"""When: the day of the deed against the day of the article; what is not said stays open, and says so."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, article, row, told

DAYS = [
    row("a weekday", "Rockets hit the Harir base on Sunday.", {"day": "2024-02-04", "sure": "high"}),
    row("the weekday of publication", "Rockets hit the Harir base on Monday.", {"day": "2024-02-05"}),
    row("the next weekday is last week's", "Rockets hit the Harir base on Tuesday.", {"day": "2024-01-30"}),
    row("yesterday", "Rockets hit the Harir base yesterday.", {"day": "2024-02-04"}),
    row("a date without a year", "Rockets hit the Harir base on January 28.", {"day": "2024-01-28"}),
    row("a date of last year", "Rockets hit the Harir base on December 25.", {"day": "2023-12-25"}),
    row("a full date", "Rockets hit the Harir base on 12 May 2021.", {"day": "2021-05-12"}),
    row(
        "a date needs no day of publication",
        "Rockets hit the Harir base on 12 May 2021.",
        {"day": "2021-05-12"},
        published=None,
    ),
    row(
        "a weekday without a day of publication",
        "Rockets hit the Harir base on Sunday.",
        {"day": None, "sure": "low"},
        published=None,
    ),
    row(
        "the day in the dateline",
        "BAGHDAD, 5 February 2024 (Northern Wire) - Rockets hit the Harir base on Sunday.",
        {"day": "2024-02-04"},
        published=None,
    ),
    row(
        "so many days previously",
        "Rockets hit the Harir base on 24 January. Two days previously, a drone had struck the airport of Kirkuk.",
        {"day": "2024-01-24"},
        {"day": "2024-01-22", "with": "drone"},
    ),
    row(
        "an overnight raid of months ago",
        "In June 2023, an overnight raid on the Harir base wounded two soldiers.",
        {"day": "2023-06-01/2023-06-30"},
    ),
    row(
        "overnight, and what was hit long ago",
        "Overnight, drones hit a depot in Odesa that had burned in July 2023.",
        {"day": "2024-02-04/2024-02-05"},
    ),
    row("a weekday and its number", "Rockets hit the Harir base on Tuesday the 16th.", {"day": "2024-01-16"}),
    row("a weekday and a brigade", "On Sunday the 51st brigade shelled Kharkiv.", {"day": "2024-02-04"}),
    row(
        "that Sunday is the one just named",
        "For many the date of 28 January 2018 comes back. At the Harir base that Sunday a drone killed two guards.",
        {"place": "harir", "day": "2018-01-28", "killed": 2},
    ),
    row(
        "the same Thursday is the one just told of",
        "On 4 January a mine killed two farmers near Sinjar. Gunmen raided a bank in Mosul the same Thursday.",
        {"place": "sinjar", "day": "2024-01-04"},
        {"place": "mosul", "day": "2024-01-04"},
    ),
    row(
        "early on a day of a month is that day, not early in the month",
        "A drone hit a depot in Kharkiv early on January 17.",
        {"place": "kharkiv", "day": "2024-01-17"},
    ),
    row(
        "the year above a list is that of its days",
        "Bombings in Turkey in 2016:\n\nMarch 13: a car bomb killed 37 in Ankara.\nJune 28: gunmen killed 45 at "
        "Ataturk airport in Istanbul.",
        {"country": "TR", "day": "2016-03-13", "killed": 37},
        {"country": "TR", "day": "2016-06-28", "killed": 45},
    ),
    row(
        "months head the items of last year",
        "Erbil knows the pattern. Last year:\n\n• February. Rockets struck the airport of Erbil;\n• July. A drone hit "
        "the Harir base.",
        {"country": "IQ", "day": "2023-02-01/2023-02-28", "with": "rocket"},
        {"country": "IQ", "day": "2023-07-01/2023-07-31", "with": "drone"},
    ),
    row(
        "a month behind a sentence that opens with its year",
        "Last year was no better. In March ten rockets struck the Harir base.",
        {"place": "harir", "day": "2023-03-01/2023-03-31"},
    ),
    row(
        "the year of what a month is not told of",
        "The base was built for the war of 2003. On January 12 ten rockets struck the Harir base.",
        {"place": "harir", "day": "2024-01-12"},
    ),
    row(
        "the day on which a ship sailed is not that of the hit",
        "A tanker was hit by a drone off Oman on Saturday. It had left port on Friday. "
        "It was 150 miles off the coast when a projectile went through the hull.",
        {"day": "2024-02-03", "with": "drone"},
    ),
    row(
        "a full date beside the name of a prayer",
        "Gunmen opened fire on worshippers at Friday prayers in Kabul on 3 January, killing four.",
        {"country": "AF", "day": "2024-01-03", "killed": 4},
    ),
    row(
        "the day of Friday prayers, where no other is said",
        "A suicide bomber blew himself up in a mosque in Peshawar during Friday prayers, killing 40.",
        {"place": "peshawar", "day": "2024-02-02", "killed": 40},
    ),
    row(
        "the day in the title of a summary",
        "EVENING BULLETIN\nSecurity events of Tuesday, 12 March 2019\n\nGunmen attacked a checkpoint in Mosul and "
        "killed two policemen.\n\nThe markets were open.",
        {"place": "mosul", "day": "2019-03-12", "killed": 2},
        published=None,
    ),
    row(
        "the day of strikes that a rally is about is no summary's",
        "Rally against the strikes of Sunday, 10 March 2019\n\nGunmen attacked a checkpoint in Mosul.",
        {"place": "mosul", "day": "2019-03-07/2019-03-10"},
        published=None,
    ),
    row(
        "May before a deed is the month, not what may happen",
        "On 10 May a bomb killed two people in Kirkuk.",
        {"place": "kirkuk", "day": "2023-05-10", "killed": 2},
    ),
    row(
        "what may happen on a day did not", "Militants may on 10 May hit the Harir base, the embassy warned."
    ),
    row(
        "the number of a note ends its sentence",
        "The ministry gave a toll of 53 killed in Mosul province this year.[4] A drone hit a depot in Kharkiv on "
        "Saturday.[5][6] The army said on Sunday that no one was hurt.",
        {"place": "kharkiv", "day": "2024-02-03", "killed": 0},
    ),
    row(
        "an older deed beside undated news",
        "Rockets have killed three soldiers at the Harir base.\n\nThe base knows this well. In October last year a "
        "drone killed a contractor there.",
        {"place": "harir", "killed": 3},
        {"place": "harir", "day": "2023-10-01/2023-10-31", "killed": 1},
    ),
    row(
        "the day of the count is not the deed's",
        "A missile hit a market in Kharkiv late on Friday. The health department put the dead on Sunday at 27.",
        {"place": "kharkiv", "day": "2024-02-02", "killed": 27},
    ),
    row(
        "the day of the communique is not the deed's",
        "Forty soldiers died in Kharkiv, says a communiqué dated Sunday, in the shelling of Friday.",
        {"place": "kharkiv", "day": "2024-02-02", "killed": 40},
    ),
    row(
        "two days, two places",
        "Rockets hit the Harir base on Saturday, and drones struck Tower 22 on Sunday.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "tower-22", "day": "2024-02-04"},
    ),
    row(
        "the day of the statement",
        "Rockets hit the Harir base on Saturday, the army said on Sunday.",
        {"day": "2024-02-03"},
    ),
    row(
        "since when is not when",
        "Rockets hit the Harir base on Sunday for the first time since October 17.",
        {"day": "2024-02-04"},
    ),
    row(
        "a day of another thing",
        "Rockets hit the Harir base on Sunday. The garrison is to leave by 30 September 2026.",
        {"day": "2024-02-04"},
    ),
    row("after midnight", "Rockets hit the Harir base just after midnight on Sunday.", {"day": "2024-02-04"}),
    row("the weekend", "Rockets hit the Harir base over the weekend.", {"day": "2024-02-02/2024-02-04"}),
    row(
        "a weekday that does not fit its date",
        "Rockets hit the Harir base on Sunday, February 3.",
        {"day": "2024-02-03/2024-02-04"},
    ),
    row(
        "the day of the funeral",
        "Hundreds attended on Sunday the funeral of two soldiers killed in a rocket attack on the Harir base.",
        {"day": "2024-02-01/2024-02-04"},
    ),
    row(
        "counted back from a day that follows",
        "Three days after a drone struck Tower 22, rockets hit the Harir base on Sunday.",
        {"place": "tower-22", "day": "2024-02-01"},
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "hours before",
        "The attack on the Harir base on Sunday came hours after US jets bombed al-Qaim.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "al-qaim", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "what followed has not its day",
        "The rocket attack on the Harir base followed a US strike on al-Qaim on Saturday that killed five fighters.",
        {"place": "harir", "day": "2024-02-02/2024-02-05"},
        {"place": "al-qaim", "day": "2024-02-03"},
    ),
    row(
        "since a day when",
        "Rockets hit the Harir base on Sunday. It was the worst attack since 12 May 2021, when gunmen killed nine"
        " soldiers in Kirkuk.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "kirkuk", "day": "2021-05-12"},
    ),
    row(
        "the days of a live blog",
        "LIVE: attacks in Iraq\n\n5 February 2024\n\n09:05 GMT\nA drone was shot down near Erbil airport, they say."
        "\n\n3 February 2024\n\n22:40 GMT\nAn explosion has killed two soldiers in Kirkuk tonight, police say.",
        {"place": "erbil-airport", "day": "2024-02-05"},
        {"place": "kirkuk", "day": "2024-02-03"},
    ),
    row(
        "the next day, of which the story goes on",
        "On January 18 drones struck the Ain al-Asad base. The next day it was the turn of the north. Rockets hit the"
        " Harir base, wounding two soldiers.",
        {"place": "ain-al-asad", "day": "2024-01-18"},
        {"place": "harir", "day": "2024-01-19"},
    ),
    row("only the month", "Rockets hit the Harir base in January 2024.", {"day": "2024-01-01/2024-01-31"}),
    row("only the year", "Rockets hit the Harir base in 2021.", {"day": "2021-01-01/2021-12-31"}),
    row(
        "the caption's day is not the text's",
        "Photo: Harir air base, March 3, 2019.\n\nRockets hit the Harir base on Sunday.",
        {"day": "2024-02-04"},
    ),
    row(
        "the day in the clause of the deed",
        "Schools were closed on Sunday after a drone hit the oil field of Khurmala on Saturday.",
        {"place": "khurmala", "day": "2024-02-03"},
    ),
    row(
        "the day of those who are sought for it",
        "Police were looking on Sunday for the gunmen who killed four guards in Kirkuk on Saturday.",
        {"place": "kirkuk", "day": "2024-02-03", "killed": 4},
    ),
    row(
        "the day before who says so",
        "Sudan's army said on Sunday that its jets had struck a convoy near Kutum.\n\nThe strike was carried "
        "out on Saturday night, the statement said.",
        {"place": "kutum", "day": "2024-02-03"},
    ),
    row(
        "hit again two days after",
        "Two days after the shelling of Nikopol, in which three people died, the town was hit again on Sunday.",
        {"day": "2024-02-02", "killed": 3},
        {"day": "2024-02-04", "killed": None},
    ),
    row(
        "the worst since another",
        "The bombing in Kirkuk, the worst since 200 people died in Karrada in 2016, left 30 dead on Sunday.",
        {"place": "kirkuk", "day": "2024-02-04", "killed": 30},
    ),
    row(
        "a dateline in small letters",
        "Beirut, Monday - Gunmen attacked truffle hunters in Homs province in Syria and killed 15 people. It happened "
        "south of al-Sukhna on Sunday.",
        {"place": "sukhnah", "day": "2024-02-04", "killed": 15},
    ),
    row("a shortened weekday", "Rockets hit the Harir base on Sat. 3 February.", {"day": "2024-02-03"}),
    row(
        "as others gathered on the day",
        "As mourners gathered on Sunday, a drone hit a car in Khirbet Selm in Lebanon and wounded four people.",
        {"day": "2024-02-04", "wounded": 4},
    ),
    row(
        "hours after that strike, without a comma",
        "A bomb hit a shop in Kharkiv on Sunday. Hours after that strike a missile fell on Izium in Ukraine, "
        "wounding 25.",
        {"place": "kharkiv", "day": "2024-02-04"},
        {"country": "UA", "with": "missile", "wounded": 25},
    ),
    row(
        "a day of writing before the first sentence is no day of the deed",
        "November 12, 2025 — Gunmen killed three soldiers near Timbuktu in Mali on Monday, the army said.",
        {"country": "ML", "day": "2025-11-10", "killed": 3},
        published=None,
    ),
    row(
        "a stamp with the clock is no day of the deed",
        "Nov 12, 2025 09:12 Gunmen killed three soldiers near Timbuktu in Mali on Monday, the army said.",
        {"country": "ML", "day": "2025-11-10", "killed": 3},
        published=None,
    ),
    row(
        "who died of wounds was hit on the day before that",
        "A policeman who was wounded in a bombing in Hilla last Thursday died of his wounds on Sunday.",
        {"day": "2024-02-01"},
    ),
    row(
        "a day for each deed of a sentence at one place",
        "On Thursday a missile killed three people in Kharkiv, and on Sunday drones hit a market and "
        "wounded 46 people.",
        {"place": "kharkiv", "day": "2024-02-01", "killed": 3, "wounded": None},
        {"place": "kharkiv", "day": "2024-02-04", "wounded": 46},
    ),
    row(
        "a week's two deeds, each told with its day",
        "Russian forces struck Kharkiv twice last week. On Tuesday a missile killed three people. On Friday drones "
        "wounded 46.",
        {"place": "kharkiv", "day": "2024-01-30", "killed": 3},
        {"place": "kharkiv", "day": "2024-02-02", "wounded": 46},
    ),
    row(
        "hours after a deed of last week are of that week",
        "A car bomb killed 12 people at a market in Karachi last week. Hours later soldiers killed two militants in "
        "Peshawar.",
        {"country": "PK", "killed": 12},
        {"place": "peshawar", "day": "2024-01-28/2024-02-05"},
    ),
    row(
        "by the end of a month",
        "The army had retaken the town of Malakal in South Sudan by the end of November.",
        {"country": "SS", "day": "2023-11-01/2023-11-30"},
    ),
    row(
        "by a weekday",
        "By Saturday rebels had captured the town of Malakal in South Sudan.",
        {"country": "SS", "day": "2024-01-31/2024-02-03"},
    ),
    row(
        "Arabic says since for ago of what was done",
        "قتل مسلحون عنصرين في السويداء منذ يومين.",
        {"day": "2024-02-03"},
    ),
    row(
        "a claim of one day of a deed of another",
        "Al-Shabaab claimed on Monday a bombing that killed five soldiers in Baidoa over the weekend.",
        {"country": "SO", "day": "2024-02-02/2024-02-04", "killed": 5},
    ),
    row(
        "Arabic: a claim of one day of a deed of another",
        "تبنى تنظيم الدولة يوم الأحد هجوماً وقع يوم الجمعة في دير الزور وقتل فيه ثلاثة جنود.",
        {"country": "SY", "day": "2024-02-02", "with": None},
    ),
    row(
        "Arabic: a day and a month by number",
        "قتل جندي في هجوم في لحج في 28/1 بحسب مصدر.",
        {"country": "YE", "day": "2024-01-28", "killed": 1},
    ),
    row(
        "eighteen is a number",
        "Rockets hit the Harir base on Sunday. Eighteen days earlier a drone had struck the airport of Kirkuk.",
        {"place": "harir", "day": "2024-02-04"},
        {"day": "2024-01-17", "with": "drone"},
    ),
    row(
        "a day after a day that is named",
        "A bomb killed an imam in Dodoma in Tanzania a day after the election of 29 January.",
        {"country": "TZ", "day": "2024-01-30"},
    ),
    row(
        "a deed is no later than what was said of it",
        "The army killed two gunmen near Ramallah on Monday night, it said on Tuesday.",
        {"day": "2024-01-29", "killed": 2},
    ),
    row(
        "the wounded die elsewhere on a later day",
        "A bomb ripped through a bus in Turbat in Balochistan on Thursday. "
        "Four of the injured died in Karachi on Sunday.",
        {"country": "PK", "day": "2024-02-01"},
    ),
]


@pytest.mark.parametrize("case", DAYS)
def test_days(case: Case, reader: Reader) -> None:
    """As the text gives it, counted from the article's own day; nothing is guessed."""
    assert told(case, reader) == case.wanted


STORY = [
    row(
        "ten at night, behind a night",
        "Two guards were killed in Kirkuk, Iraq, on Saturday night.\n\nAt about 10 p.m., near a bridge in the city, "
        "gunmen opened fire on their car.",
        {"place": "kirkuk", "day": "2024-02-03", "killed": 2},
    ),
    row(
        "the next sentence is of the same day",
        "Rockets hit the Harir base on Saturday, wounding two. Drones struck the Ain al-Asad base, killing a guard.",
        {"place": "harir", "day": "2024-02-03", "sure": "high"},
        {"place": "ain-al-asad", "day": "2024-02-03", "sure": "low"},
    ),
    row(
        "the day of a statement is nobody's",
        "Rockets hit the Harir base, the army said on Saturday. Drones struck the Ain al-Asad base, killing a guard.",
        {"place": "harir", "day": "2024-02-02/2024-02-03", "sure": "medium"},
        {"place": "ain-al-asad", "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "a morning does not follow an afternoon",
        "Rockets hit the Harir base on Saturday afternoon. In the morning drones struck the Ain al-Asad base.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "ain-al-asad", "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "a headline is of the day below it",
        "Rockets wound two near Harir base and drones hit Ain al-Asad\n\n"
        "Drones struck the Ain al-Asad base on Saturday, killing a guard of the garrison.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "ain-al-asad", "day": "2024-02-03"},
    ),
    row(
        "last night is one night", "Rockets hit the Harir base last night.", {"day": "2024-02-04/2024-02-05"}
    ),
]


@pytest.mark.parametrize("case", STORY)
def test_the_day_of_the_story(case: Case, reader: Reader) -> None:
    """What is told without a day happened on that of the story it is told in, where the text leaves no other."""
    assert told(case, reader) == case.wanted


def test_news_without_a_day_is_a_few_days_before_its_article(reader: Reader) -> None:
    """Undated news ends on the article's day, is marked as little sure, and says why."""
    (report,) = reader.read(
        article("Rockets hit the Harir base in northern Iraq, wounding two soldiers.")
    ).reports
    assert report.date_end == dt.date(2024, 2, 5)
    assert report.date_start is not None and 1 <= (report.date_end - report.date_start).days <= 7
    assert report.confidence_date == "low"
    assert any("2024-02-05" in reason for reason in report.why), report.why


def test_without_any_anchor_there_is_no_day(reader: Reader) -> None:
    """Undated news in an article without a day has no date at all: not today's, not the file's."""
    text = "Rockets hit the Harir base in northern Iraq, wounding two soldiers."
    (report,) = reader.read(article(text, published=None)).reports
    assert (report.date_start, report.date_end, report.date_precision) == (None, None, "unknown")
    assert report.confidence_date == "low"


def test_the_words_and_the_reasoning_are_kept(reader: Reader) -> None:
    """A reader can check how "on Sunday" became a date."""
    (report,) = reader.read(article("Rockets hit the Harir base on Sunday.")).reports
    assert report.date_text is not None and "Sunday" in report.date_text
    assert report.date_why is not None and "2024-02-05" in report.date_why


def test_a_page_header_of_another_day_is_not_the_articles(reader: Reader) -> None:
    """A saved page shows the day it was saved; the text's own date contradicts it."""
    text = (
        "Tuesday, 19 March 2024\nLog in | Subscribe | Menu\n\nBAGHDAD, 5 February 2024 - Rockets hit the Harir base on "
        "Sunday, the army said, adding that it knew neither who had fired them nor from where.\n"
    )
    (report,) = reader.read(article(text, published=None)).reports
    assert report.date_start == dt.date(2024, 2, 4)


NARRATIVE = [
    row(
        "what had been at the place before",
        "The army said a drone hit a depot in Erbil and added that the coalition had left it on January 20.",
        {"place": "erbil", "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "what who speaks had done before",
        "A bomb killed four people in Kirkuk on Sunday, said the mayor, who had taken office on January 20.",
        {"place": "kirkuk", "day": "2024-02-04", "killed": 4},
    ),
    row(
        "late the next day",
        "On January 24 a bomb exploded in Baghdad. Late the next day gunmen killed four people in Ramadi.",
        {"place": "baghdad", "day": "2024-01-24"},
        {"place": "ramadi", "day": "2024-01-25", "killed": 4},
    ),
    row(
        "early the previous day",
        "On January 24 a bomb exploded in Baghdad. Early the previous day gunmen had killed four people in Ramadi.",
        {"place": "baghdad", "day": "2024-01-24"},
        {"place": "ramadi", "day": "2024-01-23"},
    ),
    row(
        "a weekday that repeats a count",
        "A bomb exploded on Wednesday 31 January in Baghdad. Two days before, on Monday, a suicide bomber had killed "
        "four people in Ramadi.",
        {"place": "baghdad", "day": "2024-01-31"},
        {"place": "ramadi", "day": "2024-01-29", "killed": 4},
    ),
    row(
        "a weekday that does not fit the count before it",
        "A bomb exploded on Wednesday 31 January in Baghdad. Two days before, on Saturday, gunmen had killed four "
        "people in Ramadi.",
        {"place": "baghdad", "day": "2024-01-31"},
        {"place": "ramadi", "day": "2024-02-03"},
    ),
    row(
        "an answer comes later than what it answers",
        "American jets killed ten people at the port of Hodeidah on Saturday.\nIn response, the group said, its forces "
        "fired a missile at Ben Gurion airport.",
        {"place": "hodeidah-port", "day": "2024-02-03"},
        {"place": "ben-gurion", "day": "2024-02-03/2024-02-05"},
    ),
    row(
        "an answer in Arabic",
        "قتل عشرة أشخاص في غارات أمريكية على ميناء الحديدة يوم السبت.\n"
        "وردا على ذلك، أعلن المتحدث أن القوات استهدفت بصاروخ مطار بن غوريون.",
        {"place": "hodeidah-port", "day": "2024-02-03"},
        {"place": "ben-gurion", "day": "2024-02-03/2024-02-05"},
    ),
    row(
        "around midnight, before the raids of today",
        "Israeli jets bombed Maghazi camp at dawn on Monday. The raids came after two rockets were fired at Ashkelon "
        "around midnight.",
        {"place": "maghazi", "day": "2024-02-05"},
        {"place": "ashkelon", "day": "2024-02-04/2024-02-05"},
    ),
    row(
        "a statement's day is not the day of what the paragraph tells",
        "Gunmen came to the Harir base at dawn on Saturday. Drones then struck the hangars of the Ain "
        "al-Asad base, killing a guard, the army said on Sunday.",
        {"place": "ain-al-asad", "day": "2024-02-03"},
    ),
    row(
        "separately, and only the report has a day",
        "Rockets hit the Harir base on Saturday, wounding four.\n\nSeparately, a drone wounded two guards at "
        "the Ain al-Asad base, the coalition reported on Sunday night.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "ain-al-asad", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "a month before a month",
        "In October last year a drone hit the Conoco gas field. The month before that, rockets struck the "
        "Green Village.",
        {"place": "conoco-field", "day": "2023-10-01/2023-10-31"},
        {"place": "green-village", "day": "2023-09-01/2023-09-30"},
    ),
    row(
        "a month recalled",
        "Rockets hit the Harir base on Sunday.\n\nMany recall January 2020. Missiles then struck the Ain "
        "al-Asad base and wounded more than a hundred Americans.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "ain-al-asad", "day": "2020-01-01/2020-01-31"},
    ),
    row(
        "a sentence that only names the day and the place",
        "Rockets hit the Harir base on Sunday.\n\nA week ago it was the turn of Tower 22. A drone struck the "
        "barracks there, killing three soldiers.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "tower-22", "day": "2024-01-28/2024-01-30"},
    ),
    row(
        "by when the dead were counted",
        "Rockets hit the Harir base on Sunday, wounding two. By Monday noon eleven people had died, doctors said.",
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "a day of the month that was named, and that day",
        "Rockets hit the Harir base on Sunday.\n\nIn January the al-Tanf garrison had been visited in the "
        "morning of the 15th by drones: one exploded inside the camp. On that day too rockets were fired at "
        "the Green Village, but missed.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "tanf", "day": "2024-01-15"},
        {"place": "green-village", "day": "2024-01-15"},
    ),
    row(
        "the day of a toll",
        "Three guards were killed when a drone hit the Conoco gas field on Saturday. Amnesty put the dead at "
        "five in a post on Sunday.",
        {"place": "conoco-field", "day": "2024-02-03"},
    ),
    row(
        "hours after something without a day",
        "Rockets hit the Harir base on Saturday. A few hours after the burials two drones struck the Ain "
        "al-Asad base, doing no harm.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "ain-al-asad", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "the day before, at the head of a sentence",
        "Rockets hit the Harir base on Friday. The day before, drones had struck the Ain al-Asad base.",
        {"place": "harir", "day": "2024-02-02"},
        {"place": "ain-al-asad", "day": "2024-02-01"},
    ),
    row(
        "later that day, the same evening",
        "Rockets hit the Harir base on Friday. Later that day drones struck the Ain al-Asad base. The same "
        "evening a mortar fell on the Green Village.",
        {"place": "harir", "day": "2024-02-02"},
        {"place": "ain-al-asad", "day": "2024-02-02"},
        {"place": "green-village", "day": "2024-02-02"},
    ),
    row(
        "said that it had is news",
        "Rockets hit the Harir base on Saturday. The group said that it had fired a drone at the Ain al-Asad base.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "ain-al-asad", "day": "2024-02-03"},
    ),
    row(
        "the same day is a day, not a year",
        "Rockets hit the Harir base on Friday. Bases in Syria have been attacked this year as well. In the "
        "evening of the same day a drone struck the Green Village, wounding a guard.",
        {"place": "harir", "day": "2024-02-02"},
        {"place": "green-village", "day": "2024-02-02"},
    ),
    row(
        "nights after a deed, counted back from the statement",
        "The army said on Sunday, two nights after camps at the Conoco gas field were hit by rockets, that "
        "calm had returned.",
        {"place": "conoco-field", "day": "2024-02-02"},
    ),
    row(
        "a night between two days",
        "On the night between January 25 and 26, rockets hit the Harir base.",
        {"place": "harir", "day": "2024-01-25/2024-01-26"},
    ),
    row(
        "the Friday of a date",
        "Nobody has forgotten the Friday of January 5, 2024, on which rockets hit the Harir base.",
        {"place": "harir", "day": "2024-01-05"},
    ),
    row(
        "a statement of days later",
        "Wednesday was when it started. Gunmen stormed the prison. The group said on Sunday that its men had "
        "captured the Green Village.",
        {"place": "green-village", "day": "2024-01-31"},
    ),
    row(
        "news and what was done to the same place days before",
        "Shells killed seven people in the Green Village on Saturday. Gunmen had attacked the guards of the "
        "Conoco gas field with drones and then with artillery, the group said.\n\nTen days before, on "
        "January 24, shells had hit the Conoco gas field; then, too, each side pointed at the other.",
        {"place": "green-village", "day": "2024-02-03"},
        {"place": "conoco-field", "day": "2024-02-03"},
        {"place": "conoco-field", "day": "2024-01-24"},
    ),
    row(
        "back to the story from what a paragraph recalled",
        "Rockets hit the Harir base on Sunday.\n\nThe two guards had been shot dead at the Green Village on "
        "Saturday last week, January 27, by a lone man.\n\nFour fighters were killed by drones at the Conoco "
        "gas field, reports the observatory.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "green-village", "day": "2024-01-27"},
        {"place": "conoco-field", "day": "2024-02-04"},
    ),
    row(
        "overnight, and the story names one of the two days",
        "Seven soldiers were wounded when jets struck the Ain al-Asad base overnight. Helicopters took part on Sunday.",
        {"place": "ain-al-asad", "day": "2024-02-04/2024-02-05"},
    ),
    row(
        "told with had, as news",
        "A drone had hit the Harir base. Three guards were wounded.",
        {"place": "harir", "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "a night's other morning",
        "On Saturday night the town was shelled. Ten minutes past four in the morning a drone struck the Harir base.",
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "not since, when",
        "Not since January 2020, when missiles hit the Ain al-Asad base, had a strike hurt so many. On "
        "Sunday a drone wounded eleven people at the Harir base.",
        {"place": "ain-al-asad", "day": "2020-01-01/2020-01-31"},
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "a year ago to the day",
        "A year ago to the day a drone hit the Harir base. Nobody was ever charged.",
        {"place": "harir", "day": "2023-02-05"},
    ),
    row(
        "days after a deed with its own day",
        "Three days after the drone that killed two guards at the Harir base on Thursday, the army struck "
        "back on Sunday at the Green Village with artillery.",
        {"place": "harir", "day": "2024-02-01"},
        {"place": "green-village", "day": "2024-02-04"},
    ),
    row(
        "since dawn today",
        "قتل ثلاثة جنود في قصف مدفعي استهدف قاعدة عين الأسد منذ فجر اليوم.",
        {"place": "ain-al-asad", "day": "2024-02-05"},
    ),
    row(
        "counted on from the day behind",
        "The raid on the Green Village by gunmen came two days after rockets hit the Harir base on Thursday.",
        {"place": "green-village", "day": "2024-02-03"},
        {"place": "harir", "day": "2024-02-01"},
    ),
    row(
        "a headline names what the news followed",
        "Police detain 20 after a bombing at the Harir base\n\nOfficers held 20 people on Sunday in raids on "
        "addresses in Erbil.",
        {"place": "harir", "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "attacks of a year are not the day of one",
        "A drone hits a hostel at the Harir base\n\nOn Sunday a drone came down beside the hostel. Bases all "
        "over Iraq have been attacked this year, and Iraq says so.",
        {"place": "harir", "day": "2024-02-04"},
    ),
    row(
        "hours after a funeral, and a claim behind it",
        "Rockets hit the Harir base on Saturday. Hours after the funeral a drone struck the Ain al-Asad "
        "base, guards said; a group claims to have fired it.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "ain-al-asad", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "a spokesman who spoke later",
        "Harir base: A guard killed by rocket fire at about 3.20 am on Saturday morning, the coalition has "
        "confirmed. Its spokesman, speaking on Monday, said that the fire had come from Kirkuk.",
        {"place": "harir", "day": "2024-02-03"},
    ),
    row(
        "the day on which the last of the wounded died",
        "The strike, which hit the Green Village on the evening of 1 February, killed three guards; the last "
        "of the wounded died on Sunday.",
        {"place": "green-village", "day": "2024-02-01"},
    ),
    row(
        "a week gone by since",
        "Exactly a week has gone by since a drone killed three soldiers at Tower 22.",
        {"place": "tower-22", "day": "2024-01-28/2024-01-30"},
    ),
    row(
        "in that month",
        "In July rockets hit the Harir base. In that month drones also struck the Conoco gas field.",
        {"place": "harir", "day": "2023-07-01/2023-07-31"},
        {"place": "conoco-field", "day": "2023-07-01/2023-07-31"},
    ),
    row(
        "after midnight, and at daybreak",
        "Shortly after midnight on Sunday rockets hit the Harir base; at daybreak drones struck the Ain al-Asad base.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "ain-al-asad", "day": "2024-02-04"},
    ),
    row(
        "a day behind each place",
        "Drones struck Odesa on Thursday, Kharkiv on Friday and Kyiv on Saturday.",
        {"place": "odesa", "day": "2024-02-01"},
        {"place": "kharkiv", "day": "2024-02-02"},
        {"place": "kyiv", "day": "2024-02-03"},
    ),
    row(
        "a day before each place",
        "On Friday drones struck Kharkiv and on Saturday Odesa.",
        {"place": "kharkiv", "day": "2024-02-02"},
        {"place": "odesa", "day": "2024-02-03"},
    ),
    row(
        "a capital that only speaks has its day, too",
        "Missiles hit Hodeidah on Friday and Sanaa on Saturday condemned the raid.",
        {"place": "hodeidah", "day": "2024-02-02"},
    ),
    row(
        "late, and a few hours later",
        "Rockets hit the Harir base late on Saturday and the Ain al-Asad base a few hours later.",
        {"place": "harir", "day": "2024-02-03"},
        {"place": "ain-al-asad", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "the last day of a month",
        "On the last day of January a drone hit the Green Village, wounding a guard.",
        {"place": "green-village", "day": "2024-01-31"},
    ),
    row(
        "days after a deed, and only the statement has a day",
        "Five days after rockets hit the Harir base, the ministry said on Sunday that the two wounded guards had died.",
        {"place": "harir", "day": "2024-01-30"},
    ),
    row(
        "so long after that",
        "Rockets hit the Harir base on 20 January. Nine days after that shells fell on the Conoco gas field.",
        {"place": "harir", "day": "2024-01-20"},
        {"place": "conoco-field", "day": "2024-01-29"},
    ),
    row(
        "so long before the statement",
        "The army said on Sunday that two soldiers were killed by a rocket at the Harir base two days before.",
        {"place": "harir", "day": "2024-02-02", "killed": 2},
    ),
    row(
        "the statement, so long after the deed",
        "Two soldiers were killed by a rocket at the Harir base, the army said on Sunday, three days after the attack.",
        {"place": "harir", "day": "2024-02-01", "killed": 2},
    ),
    row(
        "the day of a later count",
        "A missile killed dozens of people in Kharkiv, officials said on Friday. On Sunday the figure was 27 dead.",
        {"place": "kharkiv", "day": "2024-02-01/2024-02-02", "killed": 27},
    ),
    row(
        "measured by the year",
        "Gunmen killed 12 people in Kharkiv on Friday. It is the worst such killing in the city this year.",
        {"place": "kharkiv", "day": "2024-02-02", "killed": 12},
    ),
    row(
        "the worst of the month",
        "Rockets hit the Harir base, the heaviest attack this month.",
        {"place": "harir", "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "the worst of the month, as the deed",
        "The heaviest attack this year hit the Harir base.",
        {"place": "harir", "day": "2024-01-01/2024-02-05"},
    ),
    row(
        "graves for the dead",
        "Graves were dug on Sunday in Kharkiv for nine people killed by a missile.",
        {"place": "kharkiv", "day": "2024-02-01/2024-02-04", "killed": 9},
    ),
    row(
        "in that year",
        "The Harir base was first shelled in 2019. In June of that year rockets hit the Ain al-Asad base.",
        {"place": "harir", "day": "2019-01-01/2019-12-31"},
        {"place": "ain-al-asad", "day": "2019-06-01/2019-06-30"},
    ),
    row(
        "by its number, in the month told of",
        "Fighters held the Harir base for a good part of January. They had attacked it on the 2nd, killing two guards.",
        {"place": "harir", "day": "2024-01-02", "killed": 2},
    ),
    row(
        "since a killing with its day",
        "The region has been on edge since the killing of three officers in Kharkiv on 12 January.",
        {"place": "kharkiv", "day": "2024-01-12", "killed": 3},
    ),
    row(
        "on a day, so long after what had begun",
        "Saraqib was seized by rebels on Saturday, a day after the assault had begun. Hours later jets bombed Binnish.",
        {"place": "saraqib", "day": "2024-02-03"},
        {"place": "binnish", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "the night after, counted from the story",
        "Soldiers were hurt by rockets on Saturday evening. It was the night after jets had bombed the Harir base.",
        {"place": "harir", "day": "2024-02-02/2024-02-03"},
    ),
    row(
        "on to another place and another day",
        "A rocket hit a house in Kharkiv on Sunday.\n\nA patrol was discovered on Saturday night near the Harir base. "
        "In the exchange of fire an officer was killed.",
        {"place": "kharkiv", "day": "2024-02-04"},
        {"place": "harir", "day": "2024-02-03", "killed": 1},
    ),
    row(
        "a day of mourning",
        "A day of mourning is held in all Ukraine on Monday for nine people who were killed when rockets hit Kharkiv.",
        {"place": "kharkiv", "day": "2024-02-02/2024-02-05", "killed": 9},
    ),
    row(
        "on a day, according to",
        "A missile killed nine people in Kharkiv on Saturday, according to a local security source, and burned a car.",
        {"place": "kharkiv", "day": "2024-02-03", "killed": 9},
    ),
    row(
        "who on that day called it",
        "Gunmen shot at guards of the Harir base on Saturday. The minister, who on Sunday called the attack barbaric, "
        "gave no figure.",
        {"place": "harir", "day": "2024-02-03"},
    ),
    row(
        "by its number, in the month since when",
        "Nothing like it had been seen since fighters came to Kharkiv in January; on the 2nd they killed three guards.",
        {"place": "kharkiv", "day": "2024-01-02", "killed": 3},
    ),
    row(
        "it came hours after another",
        "A shooting in Kharkiv came on Sunday. It came hours after a gunman killed seven people at the Harir base.",
        {"place": "kharkiv", "day": "2024-02-04"},
        {"place": "harir", "day": "2024-02-03/2024-02-04", "killed": 7},
    ),
    row(
        "the Thursday before that",
        "Last Friday soldiers killed two gunmen in Kharkiv. Before that, on the Thursday night, a car bomb killed "
        "four people at the Harir base.",
        {"place": "kharkiv", "day": "2024-02-02", "killed": 2},
        {"place": "harir", "day": "2024-02-01", "killed": 4},
    ),
    row(
        "on the Friday of those days",
        "On 18 January gunmen shot dead two people in Kharkiv. On the Friday morning a drone hit the Harir base.",
        {"place": "kharkiv", "day": "2024-01-18", "killed": 2},
        {"place": "harir", "day": "2024-01-19"},
    ),
    row(
        "on the Saturday, no other day told",
        "A drone hit the Harir base on the Saturday.",
        {"place": "harir", "day": "2024-02-03"},
    ),
    row(
        "exactly a week may be a day off",
        "Rockets hit the Harir base on 20 January. A week later jets bombed al-Qaim.",
        {"place": "harir", "day": "2024-01-20"},
        {"place": "al-qaim", "day": "2024-01-26/2024-01-28"},
    ),
    row(
        "the 13th of the month just named",
        "Remember December. On the 13th drones hit the Harir base, and two days after that a bomb killed six people in "
        "Kharkiv.",
        {"place": "harir", "day": "2023-12-13"},
        {"place": "kharkiv", "day": "2023-12-15", "killed": 6},
    ),
    row(
        "that day, when it had begun",
        "The militia has been on the offensive since Friday. That day it fired rockets at the Harir base.",
        {"place": "harir", "day": "2024-02-02"},
    ),
    row(
        "at the same hour elsewhere",
        "A car bomb killed six people in Kharkiv on Saturday morning.\n\nAt about the same hour gunmen attacked the "
        "Harir base.",
        {"place": "kharkiv", "day": "2024-02-03", "killed": 6},
        {"place": "harir", "day": "2024-02-03"},
    ),
    row(
        "days after the deed, today",
        "Three days after a truck bomb killed 20 people in Kharkiv, families are still looking for their dead.",
        {"place": "kharkiv", "day": "2024-02-02", "killed": 20},
    ),
    row(
        "days after the deed, on a day that is told",
        "Three days after a truck bomb killed 20 people in Kharkiv, the president visited the wounded on Sunday.",
        {"place": "kharkiv", "day": "2024-02-01", "killed": 20},
    ),
    row(
        "the end of the year",
        "Rockets hit the Harir base in the last hours of the old year. A drone struck al-Qaim on the first day of the "
        "new year.",
        {"place": "harir", "day": "2023-12-31"},
        {"place": "al-qaim", "day": "2024-01-01"},
    ),
    row(
        "another one, elsewhere on another day",
        "A mine killed three people in Nineveh province on Sunday. On 24 January it was at Harir: a bomb killed nine.",
        {"place": "iq-nineveh", "day": "2024-02-04", "killed": 3},
        {"place": "harir-town", "day": "2024-01-24", "killed": 9},
    ),
    row(
        "soon after the sunset prayer",
        "A drone attack has killed 12 people at the Harir base. Callers said that the drone came on Sunday "
        "evening, soon after the sunset prayer, and dropped on a hall.",
        {"place": "harir", "day": "2024-02-04", "killed": 12},
    ),
    row(
        "overnight, in an old statement",
        "A bomb killed two people in Kharkiv on Tuesday. On 2 August the ministry said that four soldiers had been "
        "killed overnight at the Harir base.",
        {"place": "kharkiv", "day": "2024-01-30", "killed": 2},
        {"place": "harir", "day": "2023-08-01/2023-08-02", "killed": 4},
    ),
    row(
        "overnight, beside an old statement on something else",
        "The ministry, which on 2 August announced its budget, says a shell killed two guards overnight at the Harir "
        "base.",
        {"place": "harir", "day": "2024-02-04/2024-02-05", "killed": 2},
    ),
    row(
        "days afterwards",
        "Rockets hit the Harir base on 20 January. Three days afterwards jets bombed al-Qaim.",
        {"place": "harir", "day": "2024-01-20"},
        {"place": "al-qaim", "day": "2024-01-23"},
    ),
    row(
        "the weekend before, in Arabic",
        "نهاية الأسبوع الماضي قصفت مسيرة قاعدة حرير.",
        {"place": "harir", "day": "2024-02-02/2024-02-04"},
    ),
    row(
        "the day before at a place",
        "Russian missiles hit Kharkiv on Sunday. The salvo followed an attack by drones, which had taken place the day "
        "before in Belgorod.",
        {"place": "kharkiv", "day": "2024-02-04"},
        {"place": "belgorod", "day": "2024-02-03"},
    ),
    row(
        "the night before at a base",
        "Al-Shabaab fighters stormed a hotel in Kismayo, Somalia, on Sunday. The assault followed the bombing of a "
        "base, which was hit the night before at Afgoye.",
        {"country": "SO", "day": "2024-02-04"},
        {"country": "SO", "day": "2024-02-03"},
    ),
    row(
        "entries by the hour are of the article's day",
        "Live: the war in Ukraine\n\n21:10 Blasts in Kherson\nShells struck a bus station, the mayor says.\n\n19:40 "
        "Envoys meet\nTalks were held in Minsk.\n\n07:30 Looking back\nOn Saturday rockets hit Chernihiv.",
        {"place": "kherson", "day": "2024-02-05"},
        {"country": "UA", "day": "2024-02-03", "with": "rocket"},
    ),
    row(
        "an entry that names another day",
        "Live: the war in Ukraine\n\n21:10 Envoys meet\nTalks were held in Minsk.\n\n19:40 Toll\nOn Saturday, the "
        "governor says, it was worse. Shells struck a school in Kherson.\n\n07:30 Morning\nTrains run.",
        {"place": "kherson", "day": "2024-02-02/2024-02-05"},
    ),
]


@pytest.mark.parametrize("case", NARRATIVE)
def test_the_time_that_the_text_has_reached(case: Case, reader: Reader) -> None:
    """Each sentence goes on from the day told before it, moves on from it or leaves it; a statement moves nothing."""
    assert told(case, reader) == case.wanted


def test_an_unsaid_past_stays_undated(reader: Reader) -> None:
    """What had been done some time before the news has no day that anybody could know."""
    text = "A drone had hit the Harir base twice, years before. Rockets hit the Conoco gas field on Sunday."
    days = {r.place_id: r.date_start for r in reader.read(article(text)).reports}
    assert days == {"harir": None, "conoco-field": dt.date(2024, 2, 4)}
