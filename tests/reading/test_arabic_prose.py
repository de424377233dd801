"""Arabic news prose of many wars: places behind common words, days counted back, charges, groups and tolls."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, article, on_map, row, told

SUMMER = dt.date(2022, 7, 20)  # a Wednesday
LATER = dt.date(2024, 11, 13)  # a Wednesday
JNIM, RSF = "jnim", "rapid-support-forces"
IN_MALI = "تنشط جماعة نصرة الإسلام والمسلمين في مالي منذ سنوات.\n\n"
IN_FASHER = "قتل سبعة أشخاص بسقوط قذائف على سوق في الفاشر بالسودان أمس الثلاثاء.\n\n"
IN_SIRTE = "قتل جنديان بانفجار عبوة ناسفة في مدينة سرت الليبية أمس الثلاثاء.\n\n"

WHERE = [
    row(
        "a town behind another 'in'",
        "قتل صاروخ أمس أربعة أشخاص قرب ملعب في كريفي ريه الأوكرانية.",
        {"place": "kryvyi-rih", "killed": 4},
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

DONE = [
    row(
        "a verb that is spelt as a noun, behind its subject and 'had'",
        "وكان الطيران الإسرائيلي قد قصف يوم الأحد مقرا لحزب الله في النبطية.",
        {"by": ["israel"], "on": ["hezbollah"], "kind": "airstrike"},
        published=LATER,
    ),
    row(
        "the same behind 'that' and its subject",
        "وذكر المرصد أن الجيش التركي قصف أمس قرى في ريف عين العرب.",
        {"by": ["turkey"], "place": "kobani"},
        published=LATER,
    ),
    row(
        "two of a state's vehicles",
        "أطلق مسلحون أمس النار على آليتين فرنسيتين قرب غاو في مالي.",
        {"on": ["france"]},
        published=LATER,
    ),
    row(
        "two of a state's drones are whose sent them",
        "أسقطت الدفاعات الجوية أمس مسيرتين إيرانيتين فوق أربيل.",
        {"by": ["iran"], "kind": "interception"},
        published=LATER,
    ),
    row(
        "an operation against a target",
        "نفذت كتائب القسام أمس عملية ضد قوة إسرائيلية شرق خان يونس بقذائف الهاون.",
        {"by": ["hamas"], "place": "khan-younis", "with": "mortar"},
        published=LATER,
    ),
    row(
        "killed in a state's raid",
        "وهو القيادي الذي اغتيل بغارة إسرائيلية على سيارته في خربة سلم يوم الاثنين.",
        {"by": ["israel"], "place": "khirbet-selm"},
        published=LATER,
    ),
    row(
        "the spokesman of an army tells of its deed, with his rank before his name",
        "أعلن المتحدث باسم القوات المسلحة العميد يحيى سريع استهداف سفينة في البحر العربي يوم الاثنين بصاروخ.",
        {"by": ["houthis"], "on": [], "place": "arabian-sea"},
        published=LATER,
    ),
]

CHARGED = [
    row(
        "who announces a deed that it accuses another of",
        "أصابت ضربة أمس مقرا للحشد الشعبي في الدبس، كما أعلنت كتائب الإمام علي التي اتهمت الولايات المتحدة بتنفيذها.",
        {"by": ["united-states"], "status": "reported"},
        published=LATER,
    ),
    row(
        "others say that it was they who did it",
        "انفجرت سيارة مفخخة أمس في عفرين وقتل سبعة. وقال الوالي إن وحدات حماية الشعب الكردية هي التي نفذت الهجوم.",
        {"by": ["ypg"], "status": "reported"},
        published=LATER,
    ),
    row(
        "nobody has claimed it, but a group is accused",
        "انفجرت شاحنة مفخخة أمس في مقديشو. ولم تعلن أي جهة مسؤوليتها لكن الحكومة تتهم حركة الشباب.",
        {"by": ["al-shabaab"], "status": "reported"},
        published=LATER,
    ),
    row(
        "the blame is laid on an army",
        "سقط صاروخ أمس على سوق في دونيتسك وقتل ستة. وألقى الانفصاليون باللائمة على الجيش الأوكراني.",
        {"by": ["ukraine"]},
        published=LATER,
    ),
    row(
        "two names of one, with a stroke",
        "انفجرت سيارة مفخخة أمس في تل أبيض. وحملت وزارة الدفاع التركية تنظيم ي ب ك/ بي كا كا المسؤولية.",
        {"by": ["ypg"]},
        published=LATER,
    ),
    row(
        "who condemns a bombing did not do it",
        "وأدان حزب الله قصف مخيم جباليا أمس، الذي قتل فيه أربعة.",
        {"place": "jabalia", "by": []},
        published=LATER,
    ),
]

COUNTED = [
    row(
        "so long before a deed, not ago",
        "قتل عشرة أمس الثلاثاء في تفجير في كابل. وقبل يومين من ذلك قتل تسعة في انفجار قنبلة بمدينة هرات الأفغانية.",
        {"killed": 10, "day": "2024-11-12"},
        {"killed": 9, "day": "2024-11-10"},
        published=LATER,
    ),
    row(
        "on the morrow of a raid",
        "أمطر حزب الله شمال إسرائيل أمس الثلاثاء بالصواريخ، غداة الغارة التي أودت بثلاثة من مقاتليه في بلدة جويا.",
        {"place": "northern-israel", "day": "2024-11-12"},
        {"place": "jwaya", "day": "2024-11-11"},
        published=LATER,
    ),
    row(
        "the worst since a deed with a day of its own",
        "وهو أعنف هجوم في بغداد منذ التفجير الذي ضرب الكرادة في 3 تموز 2016 وقتل فيه 320.",
        {"place": "karrada", "day": "2016-07-03", "killed": 320},
        published=LATER,
    ),
    row(
        "what came days after another deed was not where that was",
        "ويأتي قصف تل تمر أمس بعد يومين من غارة استهدفت سيارة في القامشلي وقتل فيها ثلاثة.",
        {"place": "qamishli", "killed": 3},
        published=LATER,
    ),
]

ACCUSED = [
    row(
        "one capital accuses another",
        "اتهمت موسكو كييف أمس بقصف سوق في دونيتسك ما أدى إلى مقتل 27 شخصا.",
        {"by": ["ukraine"], "killed": 27},
        published=LATER,
    ),
    row(
        "an attack from a group's people",
        "تعرضت قوات حرس الحدود التركية أمس لإطلاق نار من مسلحي حزب العمال الكردستاني في هكاري.",
        {"by": ["kurdistan-workers-party"], "on": ["turkey"]},
        published=LATER,
    ),
]


@pytest.mark.parametrize("case", ACCUSED)
def test_from_whom_it_came(case: Case, reader: Reader) -> None:
    """Without these an attack that the text lays on a side is nobody's."""
    assert told(case, reader) == case.wanted


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


@pytest.mark.parametrize("case", DONE)
def test_who_did_what_to_whom(case: Case, reader: Reader) -> None:
    """Without these a bombing that was told by a verb is nobody's or its doer's loss, and an operation is lost."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", CHARGED)
def test_whom_it_is_laid_on(case: Case, reader: Reader) -> None:
    """Without these who only accuses another is mapped as the attacker, and a charge as a claim."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", COUNTED)
def test_days_that_are_counted_from_a_deed(case: Case, reader: Reader) -> None:
    """Without these an attack of years ago is dated into the week of the news, or a day beside its own."""
    assert told(case, reader) == case.wanted


def test_an_operation_that_struck_nobody(reader: Reader) -> None:
    """A rescue, a training and a search are operations too; each would be an attack on the map."""
    for text in (
        "نفذت فرق الدفاع المدني أمس عملية إنقاذ على طريق درعا.",
        "نفذت البحرية المصرية أمس عملية تدريب مشتركة في البحر الأحمر.",
        "نفذت الشرطة أمس عملية ضد مشتبه بهم في إسطنبول واعتقلت سبعة.",
    ):
        assert not on_map(reader.read(article(text)).reports)


def test_what_is_only_called_for(reader: Reader) -> None:
    """Who calls for an attack, vows it or prepares it has not struck: each of these would be one on the map."""
    for text in (
        "دعا تنظيم داعش أنصاره أمس إلى شن هجمات في باريس.",
        "تعهد حزب الله أمس بالرد بضرب تل أبيب.",
        "يستعد الجيش الإسرائيلي لاقتحام مدينة رفح اليوم.",
        "ويجري الحديث عن هجوم مرتقب للجيش على إدلب اليوم.",
        "من المتوقع أن يشن الجيش هجوما على خان يونس اليوم.",
    ):
        assert not on_map(reader.read(article(text)).reports)


LOST = [
    row(
        "police are their country's",
        "أعلنت وزارة الداخلية المصرية مقتل 18 من رجال الشرطة أمس في هجوم غرب العريش.",
        {"on": ["egypt"], "killed": 18},
        published=LATER,
    ),
    row(
        "some soldiers among other dead were not what it was aimed at",
        "انفجرت سيارة مفخخة أمس في سوق في كركوك بالعراق وقتل عشرون شخصا بينهم جنديان.",
        {"on": [], "killed": 20},
        published=LATER,
    ),
    row(
        "who tells of its own dead",
        "قالت حماس إن ثلاثة من مقاتليها قتلوا أمس في غارة على خان يونس.",
        {"on": ["hamas"], "by": [], "status": "reported"},
        published=LATER,
    ),
    row(
        "who killed some of another's people",
        "أعلن الجيش الإسرائيلي أنه قتل ثلاثة من مقاتلي حزب الله أمس في عيترون.",
        {"by": ["israel"], "on": ["hezbollah"]},
        published=LATER,
    ),
]


@pytest.mark.parametrize("case", LOST)
def test_whose_people_were_hurt(case: Case, reader: Reader) -> None:
    """Without these a side's dead are nobody's, or its own deed."""
    assert told(case, reader) == case.wanted


CLAIMED = [
    row(
        "all of them, in two countries",
        "سقطت صواريخ أمس على قاعدة حقل العمر في سوريا. وأصابت مسيرة أمس قاعدة حرير في العراق. "
        "وتبنت «المقاومة الإسلامية في العراق» هذه الهجمات كلها.",
        {"place": "al-omar-field", "by": ["islamic-resistance-in-iraq"]},
        {"place": "harir", "by": ["islamic-resistance-in-iraq"]},
        published=LATER,
    ),
    row(
        "'in Syria' at the head of a sentence fired nothing",
        "قتل جنديان أمس في هجوم على قاعدة حرير. وفي سوريا سقطت صواريخ أمس على قاعدة حقل العمر.",
        {"place": "harir"},
        {"place": "al-omar-field", "by": []},
        published=LATER,
    ),
    row(
        "a capital where somebody speaks of a base in it",
        "وفي بغداد قال مصدر أمني إن الدفاعات الجوية أسقطت أمس مسيرات كانت متجهة إلى قاعدة فكتوريا.",
        {"place": "victoria-base"},
        published=LATER,
    ),
    row(
        "a university that bears another town's name",
        "أصابت مسيرات للدعم السريع أمس مركز إيواء داخل جامعة أم درمان الإسلامية في مدينة الفاشر.",
        {"place": "el-fasher"},
        published=LATER,
    ),
]


@pytest.mark.parametrize("case", CLAIMED)
def test_who_claimed_them_and_where(case: Case, reader: Reader) -> None:
    """Without these the state in which it happened is the attacker, or one strike is two."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", HURT)
def test_how_many_were_hurt(case: Case, reader: Reader) -> None:
    """Without these a toll is lost, or arrests are counted as deaths."""
    assert told(case, reader) == case.wanted
