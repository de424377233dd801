"""Arabic news prose of many wars: places behind common words, days counted back, charges, groups and tolls."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

SUMMER = dt.date(2022, 7, 20)  # a Wednesday
JNIM, RSF = "jnim", "rapid-support-forces"
IN_MALI = "تنشط جماعة نصرة الإسلام والمسلمين في مالي منذ سنوات.\n\n"
IN_FASHER = "قتل سبعة أشخاص بسقوط قذائف على سوق في الفاشر بالسودان أمس الثلاثاء.\n\n"
IN_SIRTE = "قتل جنديان بانفجار عبوة ناسفة في مدينة سرت الليبية أمس الثلاثاء.\n\n"

WHERE = [
    row(
        "a town behind another 'in'",
        "قتل صاروخ أمس أربعة أشخاص قرب ملعب في كريفي ريه الأوكرانية.",
        {"place": "geonames:703845", "killed": 4},
        published=SUMMER,
    ),
    row(
        "'at' is no base in Yemen",
        "استهدفت المقاومة عند الثانية ليلا بالصواريخ قاعدة غليلوت في إسرائيل يوم الأحد.",
        {"place": "glilot"},
    ),
    row(
        "one more target behind 'then'",
        "استهدف حزب الله يوم الأحد بالصواريخ قاعدة غليلوت في إسرائيل، ثم قاعدة بلماخيم الجوية إلى الجنوب منها.",
        {"place": "glilot"},
        {"place": "palmachim"},
    ),
    row(
        "a door is not Ibb",
        "قتلت امرأة في اليمن أمس برصاصة أصابتها في بيتها وهي جالسة قرب باب الشرفة، وقتل حارس بقذيفة في مدينة تعز.",
        {"place": "taiz"},
        published=SUMMER,
    ),
    row(
        "a gate that bears another town's name",
        "في حمص انفجرت سيارة مفخخة أمس عند باب تدمر، ما أسفر عن أربعة قتلى وعشرة جرحى.",
        {"place": "homs", "killed": 4, "wounded": 10},
        published=SUMMER,
    ),
    row(
        "a cellar is no village",
        "قصفت طائرة حربية بلدة سراقب في سوريا أمس. وأحصى المسعفون تسعة قتلى في القبو.",
        {"place": "saraqib", "killed": 9},
        published=SUMMER,
    ),
    row(
        "a town whose country was named at length before",
        "في سوريا شن الطيران الحربي غارات عدة منذ أسبوع، وقال ناشطون إن القصف لم يتوقف ليل نهار في ريف العاصمة "
        "كله وإن السكان يقيمون في الأقبية.\n\nوسقطت أمس ثلاث قذائف على مدرسة في عربين وقتل فيها تسعة أطفال.",
        {"place": "erbin", "killed": 9},
        published=SUMMER,
    ),
]

WHEN = [
    row(
        "so many days after a deed",
        IN_SIRTE + "وجاء ذلك بعد خمسة أيام من تفجير سيارة ملغومة في بنغازي أوقع تسعة قتلى.",
        {"day": "2022-07-19"},
        {"day": "2022-07-14", "with": "ied", "killed": 9},
        published=SUMMER,
    ),
    row(
        "a day named behind says more than the count",
        IN_SIRTE + "ويأتي الهجوم بعد أسبوع من مقتل ثلاثة أشخاص في قصف على بنغازي يوم الأحد.",
        {"day": "2022-07-19"},
        {"day": "2022-07-17", "killed": 3},
        published=SUMMER,
    ),
    row(
        "on the day after an air strike",
        IN_SIRTE + "وأتى ذلك غداة غارة على معسكر في بنغازي قتل فيها عشرة.",
        {"day": "2022-07-19"},
        {"day": "2022-07-18", "killed": 10},
        published=SUMMER,
    ),
    row(
        "the month first, by the weekday",
        "أربعاء, 07/06/2022 - 10:15\n\nقصف الجيش مدينة غاو في مالي بالمدفعية أمس وقتل ثلاثة أشخاص.",
        {"day": "2022-07-05"},
        published=None,
    ),
    row(
        "the month first, by 'yesterday, Tuesday'",
        "07/06/2022 - 10:15\n\nقصف الجيش مدينة غاو في مالي بالمدفعية أمس الثلاثاء وقتل ثلاثة أشخاص.",
        {"day": "2022-07-05"},
        published=None,
    ),
]

WHO = [
    row(
        "blamed by residents", IN_FASHER + "واتهم السكان قوات الدعم السريع.", {"by": [RSF]}, published=SUMMER
    ),
    row(
        "blamed by a government without a name",
        IN_FASHER + "واتهمت الحكومة المعترف بها دوليا قوات الدعم السريع بالقصف.",
        {"by": [RSF]},
        published=SUMMER,
    ),
    row(
        "accused of something else",
        IN_FASHER + "واتهم ناشطون قوات الدعم السريع بعرقلة المساعدات.",
        {"by": []},
        published=SUMMER,
    ),
    row(
        "the group says of itself",
        IN_MALI + "وقالت الجماعة إنها نصبت كمينا لدورية للجيش في تمبكتو أمس وقتلت ستة جنود.",
        {"by": [JNIM], "status": "claimed", "killed": 6},
        published=SUMMER,
    ),
    row(
        "the group claims what was told",
        IN_MALI + "قتل ثلاثة في انفجار في غاو أمس. وتبنت الجماعة التفجير.",
        {"by": [JNIM], "status": "claimed"},
        published=SUMMER,
    ),
    row(
        "the group tells of others",
        IN_MALI + "وقالت الجماعة إن الجيش قصف قرية قرب غاو أمس.",
        {"by": ["mali"], "status": "reported"},
        published=SUMMER,
    ),
    row(
        "the group denies it",
        IN_MALI + "قتل ثلاثة في انفجار في غاو أمس. ونفت جماعة نصرة الإسلام والمسلمين مسؤوليتها عنه.",
        {"by": [], "status": "disputed"},
        published=SUMMER,
    ),
    row(
        "whose drone it was",
        "أطلقت مسيرة تتبع لقوات الدعم السريع ثلاث قذائف على مقر للجيش في سنار بالسودان أمس فقتلت عشرة.",
        {"by": [RSF], "with": "drone", "killed": 10},
        published=SUMMER,
    ),
]

HURT = [
    row(
        "the number before 'the toll'",
        "ارتفع إلى 11 عدد ضحايا تفجير بنغازي أمس.",
        {"killed": 11},
        published=SUMMER,
    ),
    row(
        "the wounded behind the dead of a toll",
        "انفجرت سيارة ملغومة في بنغازي أمس. ووصل عدد القتلى إلى 45 والجرحى إلى سبعين.",
        {"killed": 45, "wounded": 70, "with": "ied"},
        published=SUMMER,
    ),
    row(
        "a date between the verb and its number",
        "قتل صاروخ في 4 تموز الجاري 20 شخصا في مدينة مصراتة.",
        {"killed": 20, "day": "2022-07-04"},
        published=SUMMER,
    ),
    row(
        "the arrested are no dead",
        "انفجرت عبوة في مدينة غاو في مالي أمس ولم تصدر حصيلة رسمية، واحتجزت الشرطة 17 صحفيا.",
        {"killed": None, "wounded": None},
        published=SUMMER,
    ),
    row(
        "at their drill when a missile fell",
        "كان الجنود في تمرينهم في قاعدة العند الجوية في اليمن حين سقط بينهم أمس صاروخ، ليُقتل ثلاثون ويُجرح ستون.",
        {"place": "al-anad", "killed": 30, "wounded": 60},
        published=SUMMER,
    ),
]


@pytest.mark.parametrize("case", WHERE)
def test_where_it_was(case: Case, reader: Reader) -> None:
    """Without these an incident stands in another country, or in a village that is a common word."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHEN)
def test_on_which_day_it_was(case: Case, reader: Reader) -> None:
    """Without these a past attack is dated into the future, or the whole article half a year wrong."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHO)
def test_whose_it_was(case: Case, reader: Reader) -> None:
    """Without these a charge or a claim is lost, or laid on who only speaks."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", HURT)
def test_how_many_were_hurt(case: Case, reader: Reader) -> None:
    """Without these a toll is lost, or arrests are counted as deaths."""
    assert told(case, reader) == case.wanted
