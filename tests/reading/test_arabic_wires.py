"""Arabic as agencies wire it: what followed a deed, in which land, series of raids, who denies, whose strike, tolls."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

SUNDAY = "2024-02-04"

DAYS = [
    row(
        "a raid, and whom it took",
        "داهمت قوات الاحتلال مدينة نابلس فجر الأحد واعتقلت ثلاثة شبان.",
        {"place": "nablus", "day": SUNDAY},
    ),
    row(
        "an attack, and what the police did then",
        "هاجم مسلحون حاجزا للشرطة في بعقوبة صباح الأحد واعتقلت القوات الأمنية مشتبها به.",
        {"place": "baqubah", "day": SUNDAY},
    ),
    row(
        "a raid, and who condemned it",
        "قصف الطيران الإسرائيلي بلدة يارون مساء الأحد وأدانت الحكومة القصف.",
        {"place": "yaroun", "day": SUNDAY},
    ),
    row(
        "the day of the funeral stays its own",
        "انفجرت عبوة في بعقوبة وشيع الأهالي الأحد ثلاثة قتلى.",
        {"day": "2024-02-01/2024-02-04", "killed": 3},
    ),
]

NAMED_DAYS = [
    row(
        "a day of this month, without the word",
        "انفجرت دراجة مفخخة في بعقوبة في 3 الجاري وقتل خمسة.",
        {"place": "baqubah", "day": "2024-02-03"},
    ),
    row(
        "the morrow of a fight",
        "عاد الهدوء إلى مدينة الزاوية، الأحد، غداة اشتباكات عنيفة أوقعت خمسة قتلى.",
        {"place": "zawiya-ly", "day": "2024-02-03", "killed": 5},
    ),
    row(
        "who attacks on the morrow of something else",
        "هاجم مسلحون حاجزا في بعقوبة الأحد غداة مقتل قائدهم.",
        {"place": "baqubah", "day": SUNDAY},
    ),
]

REGIONS = [
    row(
        "the same neighbourhood",
        "انفجرت سيارة مفخخة الأحد قرب مطعم في حي الكرادة وسط بغداد، وقتل ستة. وكان تفجير آخر في الحي نفسه يوم الجمعة.",
        {"place": "karrada", "killed": 6},
        {"place": "karrada"},
    ),
    row(
        "Saudi Arabia's east",
        "قالت وزارة الدفاع السعودية إنه تم اعتراض خمس مسيرات في المنطقة الشرقية فجر الأحد.",
        {"place": "sa-eastern-province"},
    ),
    row(
        "Syria's east",
        "استهدفت غارة موقعا في المنطقة الشرقية من سوريا مساء الأحد وقتلت ثلاثة من قسد.",
        {"place": "eastern-syria", "killed": 3},
    ),
    row(
        "the middle of a land is not Israel's district",
        "استهدف العدوان الإسرائيلي بالصواريخ بعض النقاط في المنطقة الوسطى مساء الأحد وقتل عسكريان سوريان.",
    ),
]

MISSILES = [
    row(
        "the Guards fire missiles at another country",
        "أطلق الحرس الثوري الإيراني مساء الأحد 19 صاروخا باتجاه قاعدة العديد الجوية في قطر.",
        {"by": ["irgc"], "with": "missile"},
    ),
    row(
        "a force at home fires rockets",
        "قصفت البيشمركة بالصواريخ مواقع داعش قرب كركوك مساء الأحد.",
        {"by": ["peshmerga"], "with": "rocket"},
    ),
]

COUNTED = [
    row(
        "a toll by the day it was told",
        "ارتفعت حصيلة الهجوم على سوق في بعقوبة إلى 40 شهيدا، وفق ما أعلنه مصدر في دائرة الصحة صباح اليوم الإثنين.",
        {"place": "baqubah", "killed": 40, "day": "2024-02-02/2024-02-05"},
    ),
    row(
        "the verb behind whose toll it is",
        "أعلنت وزيرة الصحة أمس أن عدد ضحايا تفجير بعقوبة بلغ 92 شهيدا.",
        {"killed": 92, "day": "2024-02-01/2024-02-04"},
    ),
    row(
        "the day of the deed in a toll",
        "ارتفع عدد قتلى التفجير الذي هز مدينة بعقوبة مساء أمس الأحد إلى 40، وفق مدير الصحة.",
        {"killed": 40, "day": SUNDAY},
    ),
    row(
        "the day of a bombardment in its toll",
        "أفادت وزارة الصحة بأن حصيلة الغارات على مدينة صنعاء أمس الأحد بلغت ثمانية شهداء.",
        {"place": "sanaa", "killed": 8, "day": SUNDAY},
    ),
    row(
        "a toll behind whose relative clause the verb stands",
        "قالت مصادر طبية إن عدد قتلى القصف الذي استهدف سوقا في مدينة نيالا يوم الأحد ارتفع إلى 32.",
        {"place": "nyala", "killed": 32},
    ),
    row(
        "who tells of a deed on a weekday",
        "لقي خمسة مصرعهم في قصف على نيالا، حسب ما أفادت شبكة أطباء السودان الأحد.",
        {"place": "nyala", "killed": 5, "day": "2024-02-03/2024-02-04"},
    ),
]

HEARD = [
    row(
        "blasts are heard in a town, and its land follows",
        "سمع دوي انفجارات في مدينة حمص وسط سوريا صباح الأحد.",
        {"place": "homs"},
    ),
    row(
        "and without a word for the town",
        "سماع دوي انفجارات في أصفهان وسط إيران صباح الأحد.",
        {"place": "isfahan"},
    ),
    row(
        "where they were heard is not where the raids were",
        "سمع دوي انفجارات في بيروت جراء غارات على بلدة يارون جنوب لبنان صباح الأحد.",
        {"place": "yaroun"},
    ),
]

SERIES = [
    row(
        "a string of raids on one place",
        "شن الطيران الإسرائيلي سلسلة غارات على بلدة يارون.",
        {"place": "yaroun", "with": "airstrike"},
    ),
    row(
        "on two towns, by a coalition",
        "نفذ التحالف سلسلة غارات على صعدة والحديدة.",
        {"place": "saada", "by": ["saudi-led-coalition"]},
        {"place": "hodeidah", "by": ["saudi-led-coalition"]},
    ),
    row("of months", "شنت إسرائيل منذ بداية العام سلسلة غارات على بلدة يارون."),
    row("a string of attacks", "شهدت مدينة بعقوبة سلسلة هجمات."),
]

SAID = [
    row(
        "who announces that others struck did not strike",
        "أعلنت حركة حماس أن غارة استهدفت منزلا في خان يونس يوم الأحد.",
        {"place": "khan-younis", "by": []},
    ),
    row(
        "nor of a bombardment",
        "أعلن الدعم السريع أن قصفا استهدف سوقا في نيالا يوم الأحد وقتل خمسة.",
        {"place": "nyala", "killed": 5, "by": []},
    ),
    row(
        "what it says of its own men it did",
        "أعلنت كتائب القسام أن مجاهديها قصفوا عسقلان يوم الأحد.",
        {"place": "ashkelon", "by": ["hamas"]},
    ),
    row(
        "who denies that it was its deed",
        "نفت قوات سوريا الديمقراطية مسؤوليتها عن قصف استهدف مدينة أعزاز يوم الأحد وأوقع ثلاثة قتلى.",
        {"place": "azaz", "killed": 3, "by": []},
    ),
    row(
        "who denies a hand in it",
        "نفت حركة طالبان ضلوعها في الهجوم الذي استهدف مسجدا في قندوز يوم الأحد وأوقع 20 قتيلا.",
        {"killed": 20, "by": []},
    ),
    row("who denies the deed itself", "نفت وزارة الدفاع ما تردد عن قصف مدينة نيالا يوم الأحد."),
]

SIDES = [
    row(
        "whose fire a town came under",
        "تعرضت مدينة تعز لقصف حوثي عنيف يوم الأحد.",
        {"place": "taiz", "by": ["houthis"], "on": []},
    ),
    row(
        "whose post came under fire",
        "تعرضت نقطة للحوثيين لقصف في مدينة تعز يوم الأحد.",
        {"place": "taiz", "by": [], "on": ["houthis"]},
    ),
    row(
        "soldiers who came under attack did not carry it out",
        "تعرضت قوات الجيش لكمين في مدينة نيالا يوم الأحد.",
        {"place": "nyala", "by": [], "on": ["sudan"]},
    ),
    row(
        "the army's bombardment was not of the army",
        "قتل ثلاثة مدنيين يوم الأحد بغارة لطيران الجيش على مدينة نيالا.",
        {"place": "nyala", "by": ["sudan"], "on": []},
    ),
    row(
        "what was aimed at the army was",
        "قتل جنديان يوم الأحد في استهداف الجيش قرب نيالا.",
        {"place": "nyala", "by": [], "on": ["sudan"]},
    ),
    row(
        "a commander in a group",
        "قتل قائد ميداني في حزب الله بغارة إسرائيلية على بلدة يارون يوم الأحد.",
        {"by": ["israel"], "on": ["hezbollah"], "killed": 1},
    ),
    row(
        "an official of a group who only tells",
        "قال مسؤول في حزب الله إن غارة إسرائيلية استهدفت بلدة يارون يوم الأحد.",
        {"by": ["israel"], "on": []},
    ),
]

SET_ABOUT = [
    row(
        "who did what is told behind",
        "قامت القوات التركية بقصف قرية في تل تمر يوم الأحد.",
        {"by": ["turkey"], "on": []},
    ),
    row(
        "who managed to take a town",
        "تمكن الجيش السوداني من استعادة مدينة بارا يوم الأحد.",
        {"kind": "seizure", "by": ["sudanese-armed-forces"], "on": []},
    ),
    row(
        "who goes on with it",
        "واصلت القوات الروسية قصف مدينة خاركيف يوم الأحد.",
        {"place": "kharkiv", "by": ["russia"], "on": []},
    ),
    row(
        "who managed to beat off an attack",
        "تمكن الجيش السوداني من صد هجوم للدعم السريع على مدينة الأبيض يوم الأحد.",
        {"place": "el-obeid", "by": ["rapid-support-forces"], "on": ["sudanese-armed-forces"]},
    ),
    row(
        "the air force before its verb",
        "قال شهود إن الطيران الحربي قصف تجمعات للدعم السريع شرقي مدينة الفاشر يوم الأحد.",
        {"place": "el-fasher", "by": ["sudan"], "on": ["rapid-support-forces"]},
    ),
    row(
        "positions that a state attacks",
        "هاجمت إسرائيل مواقع في شيراز وتبريز.",
        {"place": "shiraz", "by": ["israel"]},
        {"place": "tabriz", "by": ["israel"]},
    ),
    row(
        "what was to go off and was cleared",
        "فككت القوات الأمنية عبوة ناسفة كانت معدة للتفجير في بعقوبة يوم الأحد.",
    ),
    row(
        "what was to go off and did",
        "انفجرت سيارة كانت معدة للتفجير في سوق بمدينة بعقوبة يوم الأحد وقتل خمسة.",
        {"place": "baqubah", "killed": 5},
    ),
    row("a film that a state attacks", "هاجمت إسرائيل الفيلم المعروض في برلين."),
]

ARMS = [
    row(
        "whose drone struck, as what it struck follows",
        "قتل ثمانية نتيجة استهداف مسيرة للدعم السريع مخيما للنازحين في مدينة الأبيض يوم الأحد.",
        {"place": "el-obeid", "by": ["rapid-support-forces"], "on": [], "killed": 8},
    ),
    row(
        "whose position was struck",
        "قتل ثمانية إثر استهداف موقع للدعم السريع في مدينة الأبيض يوم الأحد.",
        {"place": "el-obeid", "by": [], "on": ["rapid-support-forces"]},
    ),
    row(
        "whose drones were struck",
        "استهداف مسيرات للحوثيين في مطار صنعاء بغارة أمريكية يوم الأحد.",
        {"place": "sanaa-airport", "by": ["united-states"], "on": ["houthis"]},
    ),
]

GROUPS = [
    row(
        "how many of a group, by its adjective",
        "مقتل 12 حوثيا في غارات للتحالف على مدينة مأرب يوم الأحد.",
        {"by": ["saudi-led-coalition"], "on": ["houthis"], "killed": 12},
    ),
    row(
        "so many that nobody counts",
        "مقتل وإصابة العشرات من مليشيا الحوثي بغارات للتحالف على مدينة مأرب يوم الأحد.",
        {"by": ["saudi-led-coalition"], "on": ["houthis"]},
    ),
    row(
        "a number beside a group's attack counts none of it",
        "قتل عشرة بهجوم حوثي على مدينة مأرب يوم الأحد.",
        {"by": ["houthis"], "killed": 10},
    ),
    row(
        "the committees of Sanaa",
        "دكت مدفعية الجيش واللجان الشعبية تجمعات للجنود السعوديين في نجران يوم الأحد.",
        {"place": "najran", "by": ["houthis"], "on": ["saudi-arabia"]},
    ),
    row(
        "the land in a coalition's name",
        'قال المتحدث باسم قوات التحالف "تحالف دعم الشرعية في اليمن" إن هجوما استهدف مطار أبها يوم الأحد.',
        {"place": "abha-airport"},
    ),
    row(
        "who deals with what comes flying",
        "تعاملت الدفاعات الجوية الكويتية مع مسيرات معادية قرب قاعدة علي السالم فجر الأحد.",
        {"kind": "interception", "with": "drone"},
    ),
    row("who deals with people", "تعاملت الوزارة مع شكاوى المواطنين في المنامة يوم الأحد."),
]

TOLLS = [
    row(
        "each place its own, in figures",
        "قتل 3 أشخاص في غارة على تبنين و4 في غارة على صريفا يوم الأحد.",
        {"place": "tebnine", "killed": 3},
        {"place": "srifa", "killed": 4},
    ),
    row(
        "the dead of one town and the wounded of another",
        "سقط 5 قتلى في خان يونس و3 جرحى في رفح جراء غارات يوم الأحد.",
        {"place": "khan-younis", "killed": 5, "wounded": None},
        {"place": "rafah", "killed": None, "wounded": 3},
    ),
    row(
        "those in a bad way are in no other place",
        "قتل 12 شخصا و3 في حالة خطرة في غارة على صريفا يوم الأحد.",
        {"place": "srifa", "killed": 12},
    ),
    row(
        "one of the two, and the other",
        "أطلق مسلحون النار على شرطيين في بعقوبة يوم الأحد ما أدى إلى مقتل أحدهما وإصابة الآخر.",
        {"killed": 1, "wounded": 1},
    ),
    row(
        "his death, with the preposition glued to it",
        "أطلق مجهولون النار على مختار في طفس يوم الأحد ما أدى لمقتله على الفور.",
        {"place": "tafas", "killed": 1},
    ),
    row(
        "who lost their lives, which is no perhaps",
        "فقد ستة أشخاص حياتهم في تفجير انتحاري وسط مدينة بعقوبة يوم الأحد.",
        {"place": "baqubah", "killed": 6},
    ),
    row("what may be", "قد يقتل كثيرون في تفجير انتحاري وسط مدينة بعقوبة."),
]


@pytest.mark.parametrize(
    "case",
    [
        *DAYS,
        *NAMED_DAYS,
        *REGIONS,
        *MISSILES,
        *COUNTED,
        *HEARD,
        *SERIES,
        *SAID,
        *SIDES,
        *SET_ABOUT,
        *ARMS,
        *GROUPS,
        *TOLLS,
    ],
)
def test_arabic_wires(case: Case, reader: Reader) -> None:
    """What happened, where, when and by whom, as the wire says it."""
    assert told(case, reader) == case.wanted
