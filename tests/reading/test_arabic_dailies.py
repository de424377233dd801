"""Arabic as dailies, ministries and monitors write it: headlines, attempts, provinces, lists of places, habits."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

SIDES = [
    row(
        "the subject opens a headline, before its verb and its object",
        "قوات الدعم السريع تهاجم قوات الجيش السوداني في الأبيض يوم الأحد.",
        {"by": ["rapid-support-forces"], "on": ["sudanese-armed-forces"]},
    ),
    row(
        "where the subject is at home, before its verb",
        "حركة الشباب في الصومال تستهدف قوات إثيوبيا في بيدوا يوم الأحد.",
        {"by": ["al-shabaab"], "on": ["ethiopia"]},
    ),
    row(
        "the subject behind its verb, in another's town",
        "وفي عين عيسى استهدفت القوات التركية قوات سوريا الديمقراطية يوم الأحد.",
        {"by": ["turkey"], "on": ["syrian-democratic-forces"]},
    ),
    row(
        "the adjective that some press has for Israel's",
        "تعرضت أطراف بلدة عيترون لقصف مدفعي صهيوني يوم الأحد.",
        {"place": "aitaroun", "by": ["israel"], "with": "artillery"},
    ),
    row(
        "a den belongs to whom it is said to be",
        "استهدفت الطائرات العراقية وكرا لداعش في كركوك يوم الأحد.",
        {"by": ["iraq"], "on": ["islamic-state"], "with": "airstrike"},
    ),
    row(
        "to whom an attack is ascribed",
        "قتل خمسة جنود يوم الأحد بهجوم منسوب إلى تنظيم القاعدة في مدينة عتق.",
        {"place": "ataq", "by": ["al-qaeda"]},
    ),
    row(
        "to whom the authorities ascribe it",
        "أصيب 11 مدنيا يوم الأحد في مدينة ديفا بهجوم نسبته السلطات إلى جماعة بوكو حرام.",
        {"by": ["boko-haram"], "wounded": 11},
    ),
    row(
        "what it aimed at, behind what it carried out",
        "نفذت القوة الصاروخية اليمنية عملية عسكرية مستهدفة مطار بن غوريون بصاروخ باليستي يوم الأحد.",
        {"by": ["houthis"], "on": ["israel"], "with": "missile"},
    ),
    row(
        "a small drone by its Lebanese name",
        "ألقت محلقة إسرائيلية قنبلة صوتية باتجاه مواطنين في بلدة كفركلا يوم الأحد.",
        {"place": "kfar-kila", "by": ["israel"], "with": "drone"},
    ),
    row(
        "settlers, by the word of a Palestinian agency",
        "هاجم مستعمرون مساكن المواطنين في بلدة بيتا جنوب نابلس يوم الأحد وأحرقوا مركبة.",
        {"by": ["israeli-settlers"]},
    ),
    row(
        "the forces in Sanaa",
        "أعلن المتحدث باسم قوات صنعاء استهداف سفينة في خليج عدن يوم الأحد.",
        {"by": ["houthis"]},
    ),
    row(
        "fighters of one country have no aircraft",
        "استهدفت قوات سوريا الديمقراطية خلايا لداعش في دير الزور يوم الأحد.",
        {"by": ["syrian-democratic-forces"], "with": None, "kind": "attack"},
    ),
    row(
        "a coalition of states has them",
        "استهدف التحالف الدولي خلايا لداعش في دير الزور يوم الأحد.",
        {"by": ["us-led-coalition"], "with": "airstrike", "kind": "airstrike"},
    ),
]

TOLLS = [
    row(
        "one person killed on a day",
        "قتل جندي لبناني يوم الأحد بانفجار عبوة ناسفة في عرسال.",
        {"killed": 1, "on": ["lebanon"]},
    ),
    row(
        "two people killed on a day",
        "قتل شخصان يوم الأحد في مدينة درعا بانفجار عبوة ناسفة.",
        {"place": "daraa", "killed": 2},
    ),
    row(
        "a member of the police",
        "مقتل فرد من الشرطة وإصابة ثلاثة آخرين في انفجار عبوة ناسفة في بعقوبة يوم الأحد.",
        {"killed": 1, "wounded": 3},
    ),
    row(
        "a former mayor who was assassinated",
        "اغتال مجهولان رئيس بلدية سابقا في مدينة نوى مساء الأحد.",
        {"place": "nawa", "killed": 1},
    ),
    row(
        "who survived an attempt",
        "نجا ضابط يوم الأحد من محاولة اغتيال بعبوة ناسفة في مدينة عتق.",
        {"place": "ataq", "killed": None},
    ),
    row(
        "so many in one town and so many in another",
        "أدت الغارات يوم الأحد إلى مقتل خمسة في رفح واثنين في خان يونس.",
        {"place": "rafah", "killed": 5},
        {"place": "khan-younis", "killed": 2},
    ),
    row(
        "so many civilians here, so many there",
        "أسفر القصف يوم الأحد عن مقتل تسعة مدنيين بينهم ثلاثة أطفال في مدينة أريحا وأربعة مدنيين بينهم طفل في مدينة "
        "سراقب.",
        {"place": "ariha", "killed": 9},
        {"place": "saraqib", "killed": 4},
    ),
    row(
        "how those who were hurt are",
        "قتل خمسة أشخاص في غارة على رفح يوم الأحد وثلاثة في حالة خطرة.",
        {"place": "rafah", "killed": 5},
    ),
    row(
        "whom a force wounded",
        "أصابت قوات الاحتلال سبعة شبان بالرصاص في مخيم جنين يوم الأحد.",
        {"wounded": 7, "by": ["israel"]},
    ),
    row(
        "so many wounded on a day",
        "أصاب الجيش الإسرائيلي 12 فلسطينيا يوم الأحد في مدينة نابلس.",
        {"wounded": 12, "by": ["israel"]},
    ),
    row(
        "whom a bus carried that was hit",
        "أصابت مسيرة حافلة تقل سبعة عمال في خيرسون يوم الأحد.",
        {"place": "kherson", "wounded": None},
    ),
    row(
        "whom an attempt killed besides",
        "نجا قيادي من محاولة اغتيال أسفرت عن مقتل اثنين من مرافقيه في مدينة عتق يوم الأحد.",
        {"place": "ataq", "killed": 2},
    ),
]

SILENT = [
    row("almost daily", "وتواصل القوات الأوكرانية استهداف مدينة كورسك بالمسيرات بشكل شبه يومي."),
    row("again and again", "وتقصف القوات الروسية مدينة خيرسون بصورة متكررة."),
    row("what they are used to", "ودأبت القوات الإسرائيلية على قصف بلدة كفرشوبا."),
    row("attacks that were stepped up", "وتحاصر قوات الدعم السريع مدينة الأبيض، وكثفت هجماتها على المدينة."),
    row(
        "what a cell meant to carry out", "قالت الشرطة إن المجموعة كانت تنوي تنفيذ تفجيرات في بغداد والموصل."
    ),
    row("what a cell was about to do", "وأضاف الوزير أن الخلية كانت تعتزم شن هجمات في مدينة طنطا."),
    row(
        "a gas main",
        "أعلنت وزارة الصحة وفاة أربعة أشخاص وإصابة تسعة يوم الأحد بانفجار خط غاز في الإسكندرية. وهرعت سيارات "
        "الإطفاء والحماية المدنية إلى المكان.",
    ),
    row(
        "again and again on one day",
        "قصفت القوات الروسية مدينة خيرسون بشكل متكرر يوم الأحد.",
        {"place": "kherson", "day": "2024-02-04"},
    ),
    row(
        "what was stepped up on one day",
        "كثفت المدفعية قصفها على بلدة الخيام يوم الأحد فقتل ثلاثة.",
        {"place": "khiam", "killed": 3},
    ),
    row(
        "who meant to leave and was struck",
        "كان الوفد يعتزم زيارة المدينة حين استهدفت مسيرة سيارته في بلدة الخيام يوم الأحد.",
        {"place": "khiam", "with": "drone"},
    ),
]

PLACES = [
    row(
        "where and when a Palestinian agency wrote it",
        "نابلس 4-2-2024 وفا- أصيب شاب برصاص قوات الاحتلال الإسرائيلي خلال اقتحام مدينة طوباس مساء الأحد.",
        {"place": "tubas", "wounded": 1},
    ),
    row(
        "a town that the gazetteer spells otherwise is one town",
        "مقتل 9 مدنيين بقصف مدفعي على سوق في الأبيض\n\nقتل تسعة مدنيين يوم الأحد جراء قصف مدفعي نفذته قوات الدعم "
        "السريع على سوق وسط مدينة الأبيض عاصمة ولاية شمال كردفان.",
        {"place": "el-obeid", "killed": 9, "day": "2024-02-04"},
    ),
    row(
        "an outlet called after a town and a number",
        'أفادت شبكة "درعا 24" أن شابا قتل بإطلاق نار في مدينة نوى يوم الأحد.',
        {"place": "nawa"},
    ),
    row(
        "a site called after a town and a number",
        'وذكر موقع "السويداء 24" أن شابا قتل بإطلاق نار في مدينة شهبا يوم الأحد.',
        {"country": "SY", "precision": "locality"},
    ),
    row(
        "so many in a town",
        "قتل في درعا 24 شخصا في غارات يوم الأحد.",
        {"place": "daraa", "killed": 24},
    ),
    row(
        "a town, whose it is, and where it lies",
        "قتل شخصان يوم الأحد في مدينة الميادين السورية الواقعة في محافظة دير الزور بانفجار عبوة ناسفة.",
        {"place": "mayadin", "killed": 2},
    ),
    row(
        "a district by the word that Yemen has for it",
        "قصفت المدفعية قرى في مديرية رازح الحدودية بمحافظة صعدة يوم الأحد ما أدى إلى مقتل مواطن.",
        {"place": "razih", "killed": 1},
    ),
    row(
        "an office in a town",
        "قالت مديرية صحة إدلب إن شخصين قتلا بقصف مدفعي على مدينة سرمين يوم الأحد.",
        {"place": "sarmin", "killed": 2},
    ),
    row(
        "a town south of a capital",
        "قصفت قوات فجر ليبيا مدينة غريان جنوب العاصمة الليبية طرابلس يوم الأحد.",
        {"country": "LY", "by": ["libya-dawn"]},
    ),
    row(
        "two towns and how far they are",
        "سيطرت قوات الوفاق على مدينتي صبراتة (70 كلم غرب طرابلس) وصرمان (60 كلم غرب العاصمة) يوم الأحد.",
        {"kind": "seizure"},
        {"kind": "seizure"},
    ),
    row(
        "a day and a stroke before its month",
        "قتل 40 شخصا في مجزرة في مدينة دوما بتاريخ 9 / كانون الثاني.",
        {"place": "douma", "day": "2024-01-09"},
    ),
]

PROVINCES = [
    row(
        "a province that bears its capital's name",
        "أسقطت الدفاعات الجوية الروسية خمس مسيرات فوق مقاطعة كورسك يوم الأحد.",
        {"precision": "governorate", "country": "RU", "kind": "interception"},
    ),
    row(
        "the capital itself",
        "استهدفت مسيرات مدينة كورسك يوم الأحد.",
        {"precision": "locality", "country": "RU"},
    ),
    row(
        "two provinces",
        "أسقطت الدفاعات الجوية خمس مسيرات فوق مقاطعتي بريانسك وكالوغا يوم الأحد.",
        {"precision": "governorate"},
        {"precision": "governorate"},
    ),
    row(
        "what was counted over each province",
        "اعترضت الدفاعات الجوية 12 مسيرة، منها سبع مسيرات فوق مقاطعة تولا، وثلاث مسيرات فوق مقاطعة بريانسك "
        "ومسيرتين فوق مقاطعة كورسك يوم الأحد.",
        {"kind": "interception", "precision": "governorate"},
        {"kind": "interception", "precision": "governorate"},
        {"kind": "interception", "precision": "governorate"},
    ),
    row(
        "a town and the district that holds it are one place",
        "قصفت المدفعية بلدة الخيام يوم الأحد، في قضاء مرجعيون.",
        {"place": "khiam"},
    ),
    row(
        "a list of towns",
        "أعلنت قوات حكومة الوفاق السيطرة على مدن صبراتة وصرمان والعجيلات يوم الأحد.",
        {"country": "LY", "kind": "seizure"},
        {"country": "LY", "kind": "seizure"},
        {"country": "LY", "kind": "seizure"},
    ),
    row(
        "what follows a list is no town",
        "قصفت المدفعية قرى كفركلا والعديسة وأصيب شخص يوم الأحد.",
        {"place": "kfar-kila"},
        {"place": "adaisseh"},
    ),
    row(
        "a town named for a day",
        "قتل شرطيان يوم الأحد بهجوم مسلح بمدينة 6 أكتوبر في محافظة الجيزة.",
        {"country": "EG", "day": "2024-02-04"},
    ),
]

IN_FLIGHT = [
    row(
        "what air defences destroy",
        "دمرت منظومات الدفاع الجوي المناوبة طائرة مسيرة أوكرانية فوق مدينة بيلغورود يوم الأحد.",
        {"kind": "interception", "by": ["ukraine"]},
    ),
    row(
        "what air defences had destroyed, behind them",
        "قالت الوزارة إن قوات الدفاع الجوي المناوبة دمرت خلال الليلة الماضية تسع مسيرات أوكرانية فوق بيلغورود.",
        {"kind": "interception", "by": ["ukraine"]},
    ),
    row(
        "air defences that were struck before",
        "قصف الجيش مواقع الدفاع الجوي ثم دمر صواريخ في حمص يوم الأحد.",
        {"kind": "attack"},
    ),
    row(
        "what is destroyed on its way",
        "أعلن التحالف تدمير طائرة مسيرة أطلقت باتجاه خميس مشيط يوم الأحد.",
        {"kind": "interception"},
    ),
    row(
        "whose drone was brought down",
        "أسقطت منظومات الدفاع الجوي مسيرة أوكرانية في مدينة بيلغورود يوم الأحد.",
        {"kind": "interception", "by": ["ukraine"], "on": ["russia"]},
    ),
    row(
        "whose jets brought it down",
        "أسقطت مقاتلات أميركية مسيرة إيرانية قرب قاعدة التنف يوم الأحد.",
        {"kind": "interception", "by": ["iran"], "on": ["united-states"]},
    ),
    row(
        "drones in a depot",
        "دمرت القوات الروسية مسيرات أوكرانية في مستودع في خاركيف يوم الأحد.",
        {"kind": "attack"},
    ),
    row(
        "a radar of the air defences",
        "دمرت مسيرة أوكرانية رادارا للدفاع الجوي في القرم يوم الأحد.",
        {"kind": "attack", "by": ["ukraine"]},
    ),
    row(
        "air defences that were struck, and missiles",
        "استهدفت إسرائيل الدفاعات الجوية ودمرت صواريخ في حمص يوم الأحد.",
        {"kind": "attack", "by": ["israel"]},
    ),
]


GOVERNORS = [
    row(
        "a town, told by the governor",
        "وفي جبلة، أكد محافظ اللاذقية أن لغما انفجر بسيارة ما أدى إلى مقتل شخصين الأحد.",
        {"place": "jableh", "killed": 2},
    ),
    row(
        "a city, told by the governor of the capital",
        "وفي أم درمان، أعلن والي الخرطوم مقتل تسعة أشخاص في قصف مدفعي على حافلة الأحد.",
        {"place": "omdurman", "killed": 9},
    ),
    row(
        "somewhere in his province",
        "أعلن محافظ حمص مقتل أربعة أشخاص في قصف مدفعي على سوق الأحد.",
        {"place": "sy-homs", "killed": 4},
    ),
    row(
        "a governor who was hit himself",
        "نجا محافظ عدن من محاولة اغتيال بسيارة مفخخة استهدفت موكبه الأحد وقتل فيها ستة من مرافقيه.",
        {"place": "aden", "killed": 6},
    ),
    row(
        "a spokesman of the army",
        "وفي أم درمان، قال ناطق باسم الجيش إن قصفا على الخرطوم قتل ستة أشخاص الأحد.",
        {"place": "khartoum", "killed": 6},
    ),
]

WORDS = [
    row(
        "a civilian is no town",
        "قتل أكثر من خمسين مدني في قصف جوي نفذه الجيش السوداني الأحد على سوق في مدينة نيالا.",
        {"place": "nyala", "killed": 50},
    ),
    row(
        "the town",
        "قصفت قوات الدعم السريع مدينة مدني الأحد وقتل خمسة.",
        {"place": "wad-madani", "killed": 5},
    ),
    row(
        "a hall is no district",
        "قتل عشرون شخصا في قصف للتحالف على صالة أفراح في صنعاء الأحد.",
        {"place": "sanaa", "killed": 20},
    ),
    row(
        "the district",
        "قتل طفلان بقصف حوثي على مديرية صالة في تعز الأحد.",
        {"place": "salah-taiz", "killed": 2},
    ),
]


@pytest.mark.parametrize(
    "case", [*SIDES, *TOLLS, *SILENT, *PLACES, *PROVINCES, *IN_FLIGHT, *GOVERNORS, *WORDS]
)
def test_arabic_dailies(case: Case, reader: Reader) -> None:
    """What happened, where, when and by whom, as the paper says it."""
    assert told(case, reader) == case.wanted
