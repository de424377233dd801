"""Counts in text: digits and words with their hedges; what is measured, dated or named is no count."""

from __future__ import annotations

import pytest

from geomap.extract.words.numbers import find_numbers
from tests.fixtures.lexicon import words


def numbers(text: str, lang: str = "en") -> list[tuple[str, int | None, int | None, int | None]]:
    found = find_numbers(text, lang, words(f"counts-{lang}"))
    return [(text[n.start : n.end], n.low, n.best, n.high) for n in found]


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("30 rockets", 30, 30, 30),
        ("1,200 soldiers", 1200, 1200, 1200),
        ("twenty-seven injured", 27, 27, 27),
        ("two hundred and fifty men", 250, 250, 250),
        ("a hundred drones", 100, 100, 100),
        ("three thousand shells", 3000, 3000, 3000),
        ("1.5 million people", 1_500_000, 1_500_000, 1_500_000),
        ("two dozen rockets", 24, 24, 24),
        ("half a dozen drones", 6, 6, 6),
        ("a dozen drones", 12, 12, 12),
        ("at least 30 rockets", 30, 30, None),
        ("no fewer than 30 rockets", 30, 30, None),
        ("30 or more rockets", 30, 30, None),
        ("more than 40 others", 40, 40, None),
        ("over 125 munitions", 125, 125, None),
        ("up to 5 drones", None, 5, 5),
        ("as many as ten drones", None, 10, 10),
        ("fewer than ten drones", None, 10, 10),
        ("some 800 soldiers", 800, 800, 800),
        ("nearly 1,000 men", 1000, 1000, 1000),
        ("two to five drones", 2, None, 5),
        ("between 2 and 5 drones", 2, None, 5),
        ("three or four men", 3, None, 4),
        ("10-12 rockets", 10, None, 12),
        ("several drones", 3, None, None),
        ("a few drones", 2, None, None),
        ("dozens of rockets", 24, None, None),
        ("tens of thousands of people", 20_000, None, None),
        ("no casualties", 0, 0, 0),
        ("a drone", 1, 1, 1),
        ("one drone", 1, 1, 1),
    ],
)
def test_english_counts(text: str, low: int | None, best: int | None, high: int | None) -> None:
    """Best and range as the words allow them; "several" has no best."""
    ((_, *values),) = numbers(text)
    assert values == [low, best, high]


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("3 جنود", 3, 3, 3),
        ("٣ جنود", 3, 3, 3),
        ("ثلاثة جنود", 3, 3, 3),
        ("ثلاث مسيّرات", 3, 3, 3),
        ("خمسة وعشرين صاروخاً", 25, 25, 25),
        ("أحد عشر صاروخاً", 11, 11, 11),
        ("مئة صاروخ", 100, 100, 100),
        ("مئتين وخمسين شخصاً", 250, 250, 250),
        ("ثلاثة آلاف مقاتل", 3000, 3000, 3000),
        ("ما لا يقل عن 5 صواريخ", 5, 5, None),
        ("أكثر من 40 هجوماً", 40, 40, None),
        ("نحو 20 صاروخاً", 20, 20, 20),
        ("عشرات الصواريخ", 20, None, None),
        ("عدة صواريخ", 3, None, None),
        ("صاروخين", 2, 2, 2),
        ("صاروخان", 2, 2, 2),
        ("مسيّرتين", 2, 2, 2),
        ("طائرتان", 2, 2, 2),
        ("جنديين", 2, 2, 2),
        ("قتيلان", 2, 2, 2),
        ("مقاتلان", 2, 2, 2),
        ("3 مقاتلين", 3, 3, 3),
        ("بين 10 و12 صاروخا", 10, None, 12),
    ],
)
def test_arabic_counts(text: str, low: int | None, best: int | None, high: int | None) -> None:
    """Gender, dual and compound numbers; the dual is a number in its noun."""
    ((_, *values),) = numbers(text, "ar")
    assert values == [low, best, high]


@pytest.mark.parametrize(
    "text",
    [
        "Tower 22",
        "an".upper() + " F-16",
        "Resolution 1701",
        "the M4 highway",
        "20 km away",
        "20-km range",
        "10 percent",
        "10%",
        "$5 million",
        "in 2024",
        "2024-02-04",
        "4/2/2024",
        "19:15",
        "0220GMT",
        "the 108th attack",
        "23.2 C",
        "the 45th brigade",
    ],
)
def test_names_dates_and_measures_are_not_counted(text: str) -> None:
    """Twenty-two towers were not hit."""
    assert [number for number in numbers(text) if number[0].casefold() not in ("a", "an")] == []


@pytest.mark.parametrize(
    "text", ["مدنيين", "مقاتلين", "الأراضي", "إلى الاثنين", "اللواء 444", "5 كيلومترات", "عام 2024"]
)
def test_arabic_words_that_only_look_like_numbers(text: str) -> None:
    """Sound plurals in -in are no duals, a brigade's number is its name."""
    assert numbers(text, "ar") == []


def test_dates_can_be_left_out() -> None:
    """Offsets of dates that are known already keep "January 12" from being twelve."""
    text = "On January 12 two drones fell"
    found = find_numbers(text, "en", words("counts-en"), [(3, 13)])
    assert [text[n.start : n.end] for n in found] == ["two"]


def test_each_count_has_its_place() -> None:
    """Offsets point at the words, hedges included."""
    text = "At least 30 people died and twenty-seven were hurt by two dozen rockets"
    assert [number[0] for number in numbers(text)] == ["At least 30", "twenty-seven", "two dozen"]


def test_the_dual_says_that_it_is_in_the_noun() -> None:
    """Who looks for the counted noun behind the number must look at the number itself."""
    (number,) = find_numbers("أطلقت صاروخين", "ar", words("counts-ar"))
    assert number.in_noun
