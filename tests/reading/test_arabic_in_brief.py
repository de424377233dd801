"""Arabic news in a sentence: kidnappings, fires, executions, claims, and words of war that tell of no deed."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

UNDONE = [
    row("what was foiled", "أحبطت قوات الأمن في كركوك محاولة لتفجير دراجة مفخخة يوم الأحد."),
    row("a plot", "أفشلت الاستخبارات مخططا إرهابيا لاستهداف كنيسة في بغداد بحزام ناسف يوم الأحد."),
    row(
        "a try that was stopped in the air",
        "أحبطت الدفاعات الجوية محاولة استهداف قاعدة عين الأسد بمسيرتين يوم الأحد.",
        {"place": "ain-al-asad", "kind": "interception", "with": "drone"},
    ),
    row(
        "an attack that was beaten off",
        "أحبطت القوات هجوما انتحاريا على حاجز في سامراء يوم الأحد وقتل شرطيان.",
        {"place": "samarra", "killed": 2},
    ),
    row("what a state weighs", "تبحث واشنطن ضرب مواقع الحوثيين في الحديدة."),
    row("what arms can do", "كشف الحرس الثوري عن صواريخ قادرة على إصابة أهداف في تل أبيب."),
    row("what a conference is about", "ينطلق غدا في القاهرة مؤتمر يناقش تفجيرات الكنائس."),
    row(
        "rescuers search",
        "تبحث فرق الإنقاذ عن ناجين بعد غارة على الحديدة يوم الأحد.",
        {"place": "hodeidah", "with": "airstrike"},
    ),
]

FIGURES = [
    row("a row that breaks out", "فجّر وزير المالية أزمة جديدة بتصريحاته في بيروت يوم الأحد."),
    row(
        "a bomb that goes off",
        "فجر مسلحون عبوة ناسفة في بعقوبة يوم الأحد فقتل جنديان.",
        {"place": "baqubah", "killed": 2},
    ),
    row("sharp words", "شنّت نائبة هجوما حادا على وزير الداخلية في بيروت يوم الأحد."),
    row("whom a campaign is for", "تستهدف الحملة الوطنية لتحصين الأطفال 200 ألف طفل في الموصل."),
    row(
        "a campaign that was hit",
        "استهدفت غارة حملة تطعيم في الفاشر يوم الأحد وقتلت ثلاثة مسعفين.",
        {"place": "el-fasher", "killed": 3},
    ),
    row("a salute", "أطلقت مدفعية القصر في الرباط إحدى وعشرين طلقة تحية لملك إسبانيا يوم الأحد."),
    row(
        "as many shells",
        "أطلقت المدفعية في حلب 21 قذيفة على حي الشيخ مقصود يوم الأحد.",
        {"with": "artillery"},
    ),
    row("an earthquake", "ضرب زلزال مدينة ملاطية يوم الأحد وقتل ثلاثة."),
    row("a film's name", 'عرض في الجونة يوم الأحد فيلم "كمين في قندهار" الذي يصور هجوما على قافلة.'),
    row("darkness", "أغرق انقطاع الكهرباء الخرطوم في الظلام يوم الأحد."),
    row("a family's quarrel", "قتل رجل زوجته بسكين في الزرقاء يوم الأحد إثر خلافات عائلية."),
    row("who was caught with arms", "ألقت الشرطة القبض على شخص بحوزته قنابل يدوية في بعقوبة يوم الأحد."),
    row("what is done every day", "يقتحم مستوطنون المسجد الأقصى يوميا."),
    row("who steals the show", "خطفت نجمة الغناء الأضواء في مهرجان في تونس يوم الأحد."),
]

DONE = [
    row(
        "a kidnapping",
        "خطف مسلحو بوكو حرام 30 مزارعا قرب مايدوغوري يوم الأحد.",
        {"place": "maiduguri", "by": ["boko-haram"], "killed": None},
    ),
    row(
        "one that nobody claims",
        "اختطف مسلحون مجهولون ناشطا من منزله في بعقوبة يوم الأحد.",
        {"place": "baqubah", "by": []},
    ),
    row(
        "arson",
        "أضرم مستوطنون النار في مركبتين ببلدة حوارة جنوب نابلس يوم الأحد.",
        {"place": "huwara", "by": ["israeli-settlers"]},
    ),
    row("tyres of a protest", "أضرم محتجون النار في إطارات السيارات في طرابلس يوم الأحد."),
    row("who burns himself", "أضرم شاب النار في نفسه في سيدي بوزيد يوم الأحد."),
    row(
        "a grenade that was thrown",
        "ألقيت قنبلتان يدويتان على منزل ناشط في الناصرية يوم الأحد.",
        {"place": "nasiriyah"},
    ),
    row(
        "an unknown projectile",
        "قالت الهيئة البريطانية إن سفينة أصيبت بمقذوف مجهول على بعد 40 ميلا بحريا جنوب شرق عدن يوم الأحد.",
        {"place": "aden"},
    ),
    row(
        "a claim that opens a text",
        "أعلنت حركة الشباب مسؤوليتها عن الهجوم على فندق في كيسمايو.",
        {"place": "kismayo", "by": ["al-shabaab"]},
    ),
    row("a claim that is denied", "نفت حركة الشباب مسؤوليتها عن الهجوم على فندق في كيسمايو."),
    row("an attack that is condemned", "أدانت الحكومة الهجوم على فندق في كيسمايو."),
    row(
        "several strikes on one town, no day told",
        "شن الطيران الحربي الروسي سبع غارات على أطراف بلدة سرمين، دون معلومات عن خسائر.",
        {"with": "airstrike", "by": ["russia"]},
    ),
    row(
        "a house that was shelled, no day told",
        "قصف الاحتلال منزلا في حي التفاح شرقي غزة.",
        {"place": "tuffah"},
    ),
]

SIDES = [
    row(
        "a claim by his own pronoun",
        "فجّر انتحاري سيارته قرب مصراتة يوم الأحد فقتل أربعة من الشرطة، وأعلن داعش مسؤوليته عن العملية.",
        {"by": ["islamic-state"], "killed": 4},
    ),
    row(
        "for whom an ambush was laid",
        "نصب مسلحون كمينا لقوة من الحشد الشعبي قرب سامراء يوم الأحد فقتل أربعة من عناصرها.",
        {"by": [], "on": ["popular-mobilization-forces"]},
    ),
    row(
        "whose ambush it was",
        "وقع رتل للجيش المالي يوم الأحد في كمين لجماعة نصرة الإسلام والمسلمين قرب غاو.",
        {"by": ["jnim"]},
    ),
    row(
        "whom the dead had fought",
        "مقتل أربعة من حرس الحدود في اشتباك مع جيش العدل قرب زاهدان يوم الأحد.",
        {"by": ["jaish-al-adl"], "killed": 4},
    ),
    row(
        "whom the army fought",
        "اشتبك الجيش العراقي مع عناصر داعش قرب الرطبة يوم الأحد.",
        {"by": ["iraq"], "on": ["islamic-state"]},
    ),
    row(
        "ships that fire",
        "أطلقت مدمرتان أميركيتان صواريخ على قاعدة الشعيرات يوم الأحد.",
        {"by": ["united-states"], "with": "missile"},
    ),
    row(
        "a tank that fires",
        "قصفت دبابة إسرائيلية منزلا في مخيم البريج يوم الأحد.",
        {"by": ["israel"], "with": "artillery"},
    ),
    row(
        "a tank that is hit",
        "استهدفت كتائب القسام دبابة إسرائيلية شرق رفح يوم الأحد ردا على قصف المخيم.",
        {"by": ["hamas"], "on": ["israel"]},
    ),
    row(
        "the enemy, in Lebanon",
        "اقتحم جيش العدو بلدة العديسة يوم الأحد وفجر منزلين.",
        {"place": "adaisseh", "by": ["israel"]},
    ),
    row("the enemy, in Yemen", "قصف طيران العدو مواقع في صعدة يوم الأحد.", {"place": "saada", "by": []}),
    row(
        "the Youth, in Somalia",
        "قتل مسلحو الشباب خمسة جنود في هجوم على قاعدة قرب كيسمايو يوم الأحد.",
        {"by": ["al-shabaab"], "killed": 5},
    ),
]

HURT = [
    row("shot dead", "أطلق مسلح النار على رواد مقهى في إسطنبول يوم الأحد فأردى خمسة أشخاص.", {"killed": 5}),
    row(
        "one who falls dead",
        "مجهولون يطلقون النار على ضابط شرطة في البصرة يوم الأحد ويردونه قتيلا.",
        {"killed": 1},
    ),
    row(
        "executions in the field",
        "نفذت قوات الدعم السريع إعدامات ميدانية بحق 12 مدنيا في النهود يوم الأحد.",
        {"killed": 12, "by": ["rapid-support-forces"]},
    ),
    row("executions by a court", "نفذت السلطات في الرياض يوم الأحد حكم الإعدام بحق ثلاثة مدانين."),
    row(
        "a martyr who is named", "سقط الشهيد القائد أبو طالب في غارة على بلدة جويا يوم الأحد.", {"killed": 1}
    ),
    row("a martyr's tomb", "زار وفد ضريح الشهيد القائد في بغداد يوم الأحد."),
    row(
        "people, and then what they are",
        "قُصفت مدينة زاخو يوم الأحد: سبعة سياح شهداء و12 جريحا.",
        {"killed": 7, "wounded": 12},
    ),
]

WHERE = [
    row(
        "to which hospital the dead were brought, and where the raid was",
        "نقل أربعة شهداء إلى مستشفى ناصر إثر غارة استهدفت خيمة في خان يونس صباح الأحد.",
        {"place": "khan-younis", "killed": 4},
    ),
    row(
        "on the road to another town",
        "قتل جنديان بهجوم مسلح قرب مدينة الميادين على طريق دير الزور يوم الأحد.",
        {"place": "mayadin", "killed": 2},
    ),
    row(
        "Hebron by its own name",
        "استشهد شاب برصاص الاحتلال في الخليل يوم الأحد.",
        {"place": "hebron", "by": ["israel"], "killed": 1},
    ),
    row(
        "a man of that name",
        "قال خليل الخليل إن القوات قصفت مدينة دوما يوم الأحد.",
        {"place": "douma"},
    ),
    row(
        "the far end of a range",
        "شلت الحركة في مدن الضفة الغربية، من جنين إلى الخليل، حدادا على خمسة شهداء قتلوا بغارة في طولكرم يوم الأحد.",
        {"place": "tulkarm", "killed": 5},
    ),
    row(
        "how far a blast was heard",
        "سُمع دوي انفجار في أرجاء قضاء بنت جبيل بعد غارة على بلدة عيتا الشعب يوم الأحد.",
        {"place": "aita-al-shaab"},
    ),
    row(
        "a large city where no country is named",
        "انفجرت عبوة ناسفة في مدينة قندهار يوم الأحد وقتل ثلاثة أشخاص.",
        {"country": "AF", "killed": 3},
    ),
    row("a word that a far city is called, too", "قصفت القوات مواقع في الميدان يوم الأحد."),
    row(
        "smoke that rises",
        "قال شهود إن الطائرات قصفت مخزنا في صنعاء وإن ألسنة النيران تصاعدت منه حتى الصباح.",
        {"place": "sanaa"},
    ),
]


@pytest.mark.parametrize("case", [*UNDONE, *FIGURES, *DONE, *SIDES, *HURT, *WHERE])
def test_arabic_in_brief(case: Case, reader: Reader) -> None:
    """What one sentence tells, or does not."""
    assert told(case, reader) == case.wanted
