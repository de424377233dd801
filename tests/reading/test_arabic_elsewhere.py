"""Arabic prose of other wars and of pages on what is no deed: exercises, scenarios, ships, names that are words."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

ROWS = [
    row(
        "the day of the month, of this one",
        "في الثالث من الشهر هاجم مسلحون معسكرا في تمبكتو فقتلوا عشرة جنود.",
        {"place": "timbuktu", "day": "2024-02-03", "killed": 10},
    ),
    row(
        "the second of something is no day",
        "كان هذا الثاني من الشهرين. هاجم مسلحون أمس معسكرا في تمبكتو فقتلوا عشرة جنود.",
        {"place": "timbuktu", "day": "2024-02-04", "killed": 10},
    ),
    row(
        "a civilian is no town of Sudan",
        "قتل مختار قرية ومدني في هجوم لداعش قرب خانقين أمس الأحد.",
        {"place": "khanaqin", "by": ["islamic-state"], "killed": 2},
    ),
    row(
        "a town of Sudan",
        "قصفت مسيرة أمس مدينة مدني بولاية الجزيرة.",
        {"place": "wad-madani", "with": "drone"},
    ),
    row(
        "an exercise, whose enemy is played",
        "تمرين «الأسد المتأهب» في يومه الأخير\n\nأغارت مقاتلات أمس على رتل آليات شرق الزرقاء في إطار التمرين. وقصفت"
        " المدفعية مواقع العدو الافتراضي، ثم حررت قوة خاصة الرهائن وقتلت، وفق السيناريو، عشرين إرهابيا.",
    ),
    row(
        "two deeds in a headline",
        "مقتل 7 جنود مصريين بتفجير في العريش وهاون يصيب كمينا جنوب الشيخ زويد\n\nقتل مجند مصري وجرح آخر أمس حين سقطت"
        " قذيفة هاون على ارتكاز أمني جنوب الشيخ زويد.",
        {"place": "el-arish", "killed": 7, "with": "ied"},
        {"place": "sheikh-zuweid", "killed": 1, "wounded": 1, "with": "mortar"},
    ),
    row(
        "bombs that were laid",
        "قتل شرطيان بقنابل زرعت في طريق سيارتيهما في العريش أمس.",
        {"place": "el-arish", "killed": 2, "with": "ied"},
    ),
    row(
        "bombs from the air",
        "ألقت طائرات حربية قنابل على حي في العريش أمس فقتل شرطيان.",
        {"place": "el-arish", "killed": 2, "with": "airstrike"},
    ),
    row(
        "a ship by the name of a town",
        "أطلق مسلحو جماعة نصرة الإسلام والمسلمين صواريخ أمس على مركب الركاب «تمبكتو» قرب غاو في مالي، فقتل 49 مدنيا.",
        {"place": "gao", "killed": 49},
    ),
    row(
        "what may be done",
        "سقطت قذيفة أمس على سوق في الخرطوم. ومن السيناريوهات أن تقصف روسيا كييف أو أن يهاجم الجيش خيرسون.",
        {"place": "khartoum"},
    ),
    row(
        "who died before he blew himself up",
        "قتل انتحاري خمسة جنود أمس في الموصل قبل أن يفجر نفسه.",
        {"place": "mosul", "killed": 5, "with": "ied"},
    ),
    row(
        "a place of the Sahel by its Arabic name",
        "هاجم مسلحون أمس معسكر الجيش في بامبا شمالي مالي وقتلوا 15 جنديا.",
        {"place": "bamba-mali", "killed": 15},
    ),
    row(
        "a subdistrict that was told before",
        "تنتشل الجثث في ناحية الصور شمالي دير الزور. فقد قتل 35 مدنيا في غارة شنتها طائرات روسية على الناحية أمس.",
        {"place": "suwar", "killed": 35, "by": ["russia"]},
    ),
    row(
        "a bomb that went off beside soldiers",
        "قُتل ثلاثة أشقاء في قرية قرب مخمور أمس، ثم انفجرت عبوة بقوة من البيشمركة هرعت لنجدتهم.",
        {"place": "makhmur", "by": [], "on": ["peshmerga"]},
    ),
    row(
        "soldiers who struck",
        "هاجمت قوة من البيشمركة موقعا لداعش في كفري أمس.",
        {"by": ["peshmerga"], "on": ["islamic-state"]},
    ),
    row(
        "the Saturday before last",
        "انفجرت عبوة ناسفة بدورية للجيش العراقي في كفري السبت قبل الماضي.",
        {"day": "2024-01-27", "on": ["iraq"]},
    ),
    row(
        "what a group may turn to",
        "انفجرت عبوة أمس في مقديشو. ويرجح الباحثون أن تلجأ الحركة إلى اغتيال شيوخ العشائر بين جوهر وبلدوين.",
        {"place": "mogadishu"},
    ),
    row(
        "a province that is named, not the north of two",
        "قُتل 12 شخصا في هجوم بشمال كيفو أمس.",
        {"place": "north-kivu", "killed": 12},
    ),
    row(
        "a quarter that nothing knows",
        "بدأ الرد في بلدوين. ففي الأول من الشهر انفجرت سيارات مفخخة عند مقر في حي لامغالاي، وقُتل 20 شخصا.",
        {"place": "beledweyne", "day": "2024-02-01", "killed": 20},
    ),
    row(
        "local pages are no locality",
        "قالت صفحة محلية تتابع أخبار المحافظة إن غارة استهدفت مدينة الميادين أمس وقتلت ثلاثة.",
        {"place": "mayadin", "killed": 3},
    ),
]


@pytest.mark.parametrize("case", ROWS)
def test_arabic_of_other_wars_and_words(case: Case, reader: Reader) -> None:
    """One construction a row."""
    assert told(case, reader) == case.wanted
