"""Arabic as sites and dailies print it: words kept from filters, ages, habits, silence, quarters and capitals."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

HIDDEN = [
    row(
        "letters kept apart from a filter",
        "هجـ.ـوم مسـ.ـلح على دورية للجيش في مدينة درعا يوم الأحد ومقتـ.ـل جنديين.",
        {"place": "daraa", "day": "2024-02-04", "killed": 2},
    ),
    row(
        "with a vowel sign, and one lengthening",
        "قُتـ.ـل ثلاثة أشخاص يوم الأحد بانفـ.جار عبوة ناسفة في مدينة عفرين.",
        {"place": "afrin", "day": "2024-02-04", "killed": 3, "with": "ied"},
    ),
    row(
        "a place alone",
        "قتل ثلاثة أشخاص بانفجار عبوة ناسفة في مدينة درعـ.ـا يوم الأحد.",
        {"place": "daraa", "killed": 3},
    ),
    row(
        "a lengthened word that ends its sentence",
        "قتل ثلاثة أشخاص يوم الأحد بانفجار عبوة ناسفة في حلبـ. وقال الوزير إن المدارس ستفتح.",
        {"place": "aleppo", "killed": 3},
    ),
]

SIDES = [
    row(
        "who had announced it, behind the verb of the past",
        "وكان الجيش الإسرائيلي قد أعلن يوم الأحد أنه شن غارات جوية على ميناء الحديدة في اليمن.",
        {"place": "hodeidah-port", "by": ["israel"]},
    ),
    row(
        "a quarter named like a town abroad, glued to its city",
        "قتل ستة مدنيين في قصف مدفعي لقوات الدعم السريع على حي الثورة بأم درمان يوم الأحد.",
        {"place": "omdurman", "by": ["rapid-support-forces"], "killed": 6},
    ),
    row(
        "people of a force before their verb",
        "قالت لجان محلية إنّ عناصر «الدعم السريع» قصفت مدينة الأبيض يوم الأحد.",
        {"by": ["rapid-support-forces"], "on": []},
    ),
    row(
        "people who agree as men do",
        "قال الناطق إن عناصر تنظيم الدولة هاجموا نقطة تفتيش في الموصل يوم الأحد.",
        {"by": ["islamic-state"]},
    ),
    row(
        "people of a force behind who struck them",
        "قالت لجان محلية إن الجيش السوداني قصف عناصر الدعم السريع في مدينة الأبيض يوم الأحد.",
        {"by": ["sudanese-armed-forces"], "on": ["rapid-support-forces"]},
    ),
    row(
        "behind sources that say it",
        "وقالت مصادر إن كتائب القسام استهدفت دبابة في رفح يوم الأحد.",
        {"by": ["hamas"]},
    ),
    row(
        "who often does the like",
        "انفجرت سيارة مفخخة في مدينة كيسمايو يوم الأحد وقتل خمسة أشخاص.\n\n"
        "ولم تعلن أي جهة مسؤوليتها، إلا أن حركة الشباب غالبا ما تنفذ هجمات دموية في المدينة.",
        {"by": [], "killed": 5},
    ),
    row(
        "under a drone's fire",
        "مقتل عنصرين من حركة حماس بنيران مسيرة إسرائيلية في مدينة صيدا يوم الأحد.",
        {"with": "drone", "by": ["israel"], "on": ["hamas"], "killed": 2},
    ),
    row(
        "under a tank's fire",
        "مقتل مزارع بنيران دبابة إسرائيلية في بلدة ميس الجبل يوم الأحد.",
        {"with": "artillery", "by": ["israel"]},
    ),
    row(
        "under soldiers' fire",
        "مقتل صياد بنيران الجيش الإسرائيلي في رفح يوم الأحد.",
        {"with": "gunfire", "by": ["israel"]},
    ),
]

SILENT = [
    row("a habit", "غالبا ما يستهدف تنظيم داعش مدينة كركوك بعبوات ناسفة."),
    row("a custom of shelling", "عادة ما تقصف القوات الروسية مدينة خيرسون ليلا."),
    row("no attack claimed", "لم تعلن حركة طالبان عن تنفيذ أي هجوم في كابول يوم الأحد."),
    row("no shelling seen", "ولم ترصد القوات الأوكرانية أي قصف على مدينة خيرسون يوم الأحد."),
    row(
        "nobody's claim of an attack",
        "لم تتبن أي جهة الهجوم الذي وقع يوم الأحد في كركوك وقتل فيه ثلاثة جنود.",
        {"place": "kirkuk", "killed": 3},
    ),
]

WHERE_AND_WHEN = [
    row(
        "years that are an age",
        "سقط قتلى في غارات على مدينة أوديسا يوم الأحد.\n\nوأكد رئيس الإدارة مقتل شاب يبلغ من العمر 35 "
        "عاماً إثر هجوم نفذته طائرات مسيّرة في مدينة أوديسا.",
        {"place": "odesa", "day": "2024-02-04", "killed": 1},
    ),
    row(
        "in a capital with whose it is",
        "استهدفت سيارة مفخخة مطعماً بالعاصمة الصومالية مقديشيو يوم الأحد.",
        {"place": "mogadishu", "with": "ied"},
    ),
    row("a capital where ministers met", "اجتمع الوزراء بالعاصمة المصرية القاهرة لبحث الهجمات على السودان."),
    row(
        "a quarter of one town, of another's name",
        "استهدف القصف حي الثورة في مدينة بغداد يوم الأحد.",
        {"place": "baghdad"},
    ),
    row(
        "a quarter in its town",
        "سقطت قذيفة على حي الشيخ مقصود في حلب يوم الأحد.",
        {"place": "sheikh-maqsoud"},
    ),
]


@pytest.mark.parametrize("case", [*HIDDEN, *SIDES, *SILENT, *WHERE_AND_WHEN])
def test_arabic_pages(case: Case, reader: Reader) -> None:
    """What happened, where, when and by whom, as the page says it."""
    assert told(case, reader) == case.wanted
