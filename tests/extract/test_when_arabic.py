"""Arabic dates: three families of month names, weekdays with today and yesterday, Arabic-Indic digits."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.dates import edtf, on_day
from geomap.extract.dates.when import DatePhrase, find_dates, resolve_date
from tests.fixtures.lexicon import words

MONDAY = dt.date(2024, 2, 5)


def found(text: str) -> list[DatePhrase]:
    phrases = find_dates(text, "ar", words("dates-ar"))
    for phrase in phrases:
        assert text[phrase.start : phrase.end] == phrase.text
    return phrases


def only(text: str) -> DatePhrase:
    phrases = [phrase for phrase in found(text) if phrase.kind != "time"]
    assert len(phrases) == 1, [phrase.text for phrase in phrases]
    return phrases[0]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("في 12 كانون الأول 2023", "2023-12-12"),
        ("الثلاثاء 12 كانون الأول/ديسمبر 2023", "2023-12-12"),
        ("يوم الثلاثاء، 12 ديسمبر 2023", "2023-12-12"),
        ("الأحد الموافق 4 فبراير 2024", "2024-02-04"),
        ("٤ شباط ٢٠٢٤", "2024-02-04"),
        ("في الرابع من فبراير/شباط 2024", "2024-02-04"),
        ("4 فيفري 2024", "2024-02-04"),
        ("12 جانفي 2024", "2024-01-12"),
        ("3 آب 2023", "2023-08-03"),
        ("12-12-2023", "2023-12-12"),
        ("الثلاثاء 12/ديسمبر/2023", "2023-12-12"),
        ("12 / كانون الأول / 2023", "2023-12-12"),
        ("12-ديسمبر-2023", "2023-12-12"),
        ("الثلاثاء ( 12 - 12 - 2023 )", "2023-12-12"),
        ("12/12/2023", "2023-12-12"),
        ("2024-02-04", "2024-02-04"),
        ("12 يونيو 2024م", "2024-06-12"),
        ("في يناير 2024", "2024-01"),
        ("في شهر كانون الثاني (يناير) 2024", "2024-01"),
        ("منتصف تشرين الأول/أكتوبر 2023", "2023-10-11/2023-10-20"),
        ("أواخر تموز 2024", "2024-07-21/2024-07-31"),
        ("في عام 2019", "2019"),
        ("بين 2 و5 شباط 2024", "2024-02-02/2024-02-05"),
        ("الحادي والعشرين من نيسان 2024", "2024-04-21"),
    ],
)
def test_full_dates(text: str, written: str) -> None:
    """The same day whatever day the article is of."""
    assert edtf(resolve_date(only(text), anchor=None).range) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("اليوم", "2024-02-05"),
        ("اليوم الإثنين", "2024-02-05"),
        ("صباح اليوم الإثنين", "2024-02-05"),
        ("أمس الأحد", "2024-02-04"),
        ("وأمس", "2024-02-04"),
        ("مساء أمس", "2024-02-04"),
        ("أول أمس", "2024-02-03"),
        ("فجر الأحد", "2024-02-04"),
        ("يوم الجمعة الماضي", "2024-02-02"),
        ("الأحد الماضي", "2024-02-04"),
        ("ليل السبت", "2024-02-03"),
        ("الليلة الماضية", "2024-02-04/2024-02-05"),
        ("قبل يومين", "2024-02-03"),
        ("قبل ثلاثة أيام", "2024-02-02"),
        ("قبل 3 أيام", "2024-02-02"),
        ("قبل أسبوع", "2024-01-28/2024-01-30"),
        ("قبل ساعات", "2024-02-04/2024-02-05"),
        ("الأسبوع الماضي", "2024-01-28/2024-02-04"),
        ("الشهر الماضي", "2024-01"),
        ("خلال الـ24 ساعة الماضية", "2024-02-04/2024-02-05"),
        ("في 18 ديسمبر الماضي", "2023-12-18"),
        ("25 من كانون الثاني الماضي", "2024-01-25"),
        ("في أكتوبر الماضي", "2023-10"),
        ("في 3 من الشهر الجاري", "2024-02-03"),
        ("في الثالث من الشهر الجاري", "2024-02-03"),
        ("ظهر الأحد", "2024-02-04"),
        ("بعد ظهر الأحد", "2024-02-04"),
        ("الساعات الأولى من فجر الأحد", "2024-02-04"),
    ],
)
def test_relative_dates(text: str, written: str) -> None:
    """Read on Monday 5 February 2024."""
    assert edtf(resolve_date(only(text), anchor=MONDAY).range) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("بعد يومين", "2024-01-30"),
        ("قبل ذلك بيوم", "2024-01-27"),
        ("قبل ذلك بساعات", "2024-01-27/2024-01-28"),
        ("في اليوم التالي", "2024-01-29"),
        ("في اليوم السابق", "2024-01-27"),
        ("في اليوم نفسه", "2024-01-28"),
        ("بعد ساعات من الهجوم", "2024-01-28/2024-01-29"),
    ],
)
def test_dates_that_count_from_another_event(text: str, written: str) -> None:
    """Counted from Sunday 28 January, and from nothing if that event has no day."""
    phrase = only(text)
    resolved = resolve_date(phrase, anchor=MONDAY, reference=on_day(dt.date(2024, 1, 28)))
    assert edtf(resolved.range) == written
    assert resolve_date(phrase, anchor=MONDAY).range is None


@pytest.mark.parametrize(
    "text",
    ["منذ منتصف أكتوبر", "منذ 7 أكتوبر", "ومنذ مطلع العام", "منذ اندلاع الحرب في أكتوبر 2023", "منذ الجمعة"],
)
def test_the_beginning_of_a_span_is_flagged(text: str) -> None:
    """Words like "منذ" counts attacks from a day on; none of them is of that day."""
    assert only(text).is_since


@pytest.mark.parametrize(
    "text", ["قال أب لثلاثة أطفال", "أحد المصادر", "ثلاثة جنود", "العقيد خميس", "الأول من نوعه"]
)
def test_what_only_looks_like_a_date_is_not_found(text: str) -> None:
    """A father is no August, "one of" no Sunday."""
    assert [phrase.text for phrase in found(text) if phrase.kind != "time"] == []


def test_two_days_joined_by_and_stay_two() -> None:
    """The clitic "and" parts days: Thursday evening, Friday dawn."""
    phrases = found("مساء الخميس وفجر الجمعة")
    assert [(phrase.weekday, phrase.time_of_day) for phrase in phrases] == [(3, "evening"), (4, "dawn")]


def test_vowel_signs_and_prefixes_do_not_hide_a_word() -> None:
    """Fully vowelled text is read, and the span starts behind the prefix."""
    (phrase,) = found("وأَمْسِ")
    assert phrase.start == 1
    assert resolve_date(phrase, anchor=MONDAY).range == on_day(dt.date(2024, 2, 4))


def test_today_with_a_weekday_that_does_not_fit_follows_the_weekday() -> None:
    """An article dated Monday that says "today, Sunday" was written on Sunday."""
    resolved = resolve_date(only("اليوم الأحد"), anchor=MONDAY)
    assert resolved.range == on_day(dt.date(2024, 2, 4))
    assert resolved.trust < 0.7


def test_the_hour_is_kept() -> None:
    """Words like "At six in the evening of Friday"."""
    phrases = found("عند الساعة السادسة من مساء الجمعة")
    assert [(phrase.weekday, phrase.time_of_day) for phrase in phrases] == [(4, "18:00")]


def test_after_midnight_of_a_day_may_be_its_beginning_or_its_end() -> None:
    """After midnight of Wednesday's night: both days are kept, and it is one night."""
    resolved = resolve_date(only("بعد منتصف ليل الأربعاء"), anchor=MONDAY)
    assert edtf(resolved.range) == "2024-01-31/2024-02-01"
    assert resolved.range is not None and resolved.range.precision == "day"


def test_the_same_month_needs_to_be_known() -> None:
    """The 2nd of the same month is of the month of the event before."""
    phrase = only("في 2 من الشهر ذاته")
    assert resolve_date(phrase, anchor=MONDAY).range is None
    before = on_day(dt.date(2023, 12, 25))
    assert edtf(resolve_date(phrase, anchor=MONDAY, reference=before).range) == "2023-12-02"
