"""Arabic: verbs before their subjects, clitics, the passive, and words that only look like places."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, article, row, told

US, IRI = "united-states", "islamic-resistance-in-iraq"

TOLD = [
    row(
        "a town that was retaken before, whenever",
        "قتل ثلاثة أشخاص يوم الأحد في هجوم بطائرة مسيرة على مدينة الفاشر. واشتدت المعارك في دارفور، خصوصا "
        "بعد استعادة الجيش السيطرة على العاصمة الخرطوم.",
        {"place": "el-fasher", "day": "2024-02-04", "killed": 3},
        {"place": "khartoum", "day": None, "kind": "seizure"},
    ),
    row(
        "in answer to an aggression elsewhere",
        "قصفت المقاومة الإسلامية في العراق قاعدة حرير يوم الأحد في إطار الرد على العدوان الإسرائيلي على غزة.",
        {"place": "harir", "by": ["islamic-resistance-in-iraq"], "on": [US]},
    ),
    row(
        "in answer to strikes, each with its side",
        "قصف حزب الله ثكنة زرعيت يوم الأحد في سياق الرد على الغارة الإسرائيلية على النبطية.",
        {"place": "zarit", "by": ["hezbollah"], "day": "2024-02-04"},
        {"place": "nabatieh", "by": ["israel"], "day": None},
    ),
    row(
        "active",
        "استهدفت طائرة مسيرة قاعدة عين الأسد غربي العراق يوم الأحد.",
        {"place": "ain-al-asad", "day": "2024-02-04", "with": "drone"},
    ),
    row(
        "came under attack",
        "تعرضت قاعدة حرير لهجوم بطائرة مسيرة يوم الأحد.",
        {"place": "harir", "with": "drone", "by": []},
    ),
    row("a passive", "قُصفت قاعدة كونيكو بالصواريخ يوم الأحد.", {"place": "conoco-field"}),
    row(
        "a noun",
        "أدى قصف إسرائيلي على مطار المزة يوم الأحد إلى مقتل ثلاثة جنود.",
        {"by": ["israel"], "killed": 3},
    ),
    row("the article and the preposition", "سقطت صواريخ بالقامشلي يوم الأحد.", {"place": "qamishli"}),
    row(
        "and, joined to the name",
        "قصفت طائرات إسرائيلية الميادين والبوكمال يوم الأحد.",
        {"place": "mayadin"},
        {"place": "abu-kamal"},
        wrong="الميادين is taken for the television channel",
    ),
    row("vowel signs", "اِسْتَهْدَفَتْ طائِرَةٌ مُسَيَّرَةٌ قاعِدَةَ حَرير يوم الأحد.", {"place": "harir"}),
    row(
        "a claim",
        "أعلنت المقاومة الإسلامية في العراق استهداف قاعدة كونيكو بالصواريخ يوم الأحد.",
        {"place": "conoco-field", "by": [IRI], "role": "claimed", "status": "claimed"},
    ),
    row(
        "an oil field",
        "استهدف هجوم صاروخي حقل العمر النفطي في ريف دير الزور يوم الأحد.",
        {"place": "al-omar-field"},
    ),
    row(
        "the soldiers hurt",
        "أصيب جنديان أميركيان في هجوم بطائرة مسيرة على قاعدة عين الأسد يوم الأحد.",
        {"on": [US], "wounded": 2},
    ),
    row("a full date", "استهدفت مسيرة قاعدة حرير في 12 أيار/مايو 2021.", {"day": "2021-05-12"}),
    row("yesterday", "استهدفت مسيرة قاعدة حرير أمس.", {"day": "2024-02-04"}),
    row(
        "shot down",
        "أسقطت الدفاعات الجوية طائرة مسيرة قرب مطار أربيل يوم الأحد.",
        {"place": "erbil-airport", "kind": "interception"},
    ),
    row(
        "a governorate",
        "انفجرت عبوة ناسفة بدورية في محافظة ديالى يوم الأحد.",
        {"place": "iq-diyala", "precision": "governorate"},
    ),
    row(
        "took control, its subject between",
        "سيطرت قوات الدعم السريع على مدينة بابنوسة يوم الأحد بعد معارك مع الجيش السوداني.",
        {"place": "babanusa", "kind": "seizure", "by": ["rapid-support-forces"]},
    ),
    row(
        "we struck",
        "كتائب القسام: استهدفنا دبابة صهيونية شرق مدينة خان يونس.",
        {"place": "khan-younis", "by": ["hamas"]},
    ),
    row(
        "clashes broke out at dawn",
        "اندلعت اشتباكات عنيفة فجر الأحد في مدينة السويداء، وأسفرت عن مقتل ثلاثة مسلحين.",
        {"place": "suwayda", "day": "2024-02-04", "kind": "clash"},
    ),
    row(
        "who only tells of it",
        "أعلنت خلية الإعلام الأمني استهداف قاعدة بلد الجوية بثلاثة صواريخ يوم الأحد.",
        {"place": "balad-airbase", "by": [], "status": "reported"},
    ),
    row(
        "suspected hands",
        "قتل عنصران في هجوم شنه مسلحون يرجح أنهم من خلايا تنظيم داعش على حاجز في مدينة الرقة يوم الأحد.",
        {"place": "raqqa", "by": ["islamic-state"]},
    ),
    row(
        "a weak name behind the word for its kind",
        "استهدفت طائرة مسيرة مستودعا قرب مدينة سرت يوم الأحد.",
        {"place": "sirte", "with": "drone"},
    ),
    row(
        "a threat in the future",
        "قال الوزير الإسرائيلي يوم الأحد إن الجيش سيقصف أهدافا في بيروت إذا أطلقت صواريخ على حيفا.",
    ),
    row(
        "what is not true",
        "ما قيل عن قصف على مدينة شهبا يوم الأحد غير صحيح.",
    ),
    row(
        "where the funeral was",
        "شيعت جماهير في مدينة النبطية شهيدين ارتقيا في غارة إسرائيلية على بلدة كفرتبنيت أمس.",
        {"place": "kfar-tebnit", "by": ["israel"]},
    ),
    row(
        "a town that only opens the sentence",
        "وفي مدينة الفاشر، قتل 12 شخصا في قصف شنته قوات الدعم السريع على مخيم زمزم يوم الأحد.",
        {"place": "zamzam", "by": ["rapid-support-forces"], "killed": 12},
    ),
    row(
        "a road between two towns",
        "استهدفت طائرة مسيرة تركية سيارة على الطريق بين القامشلي وعامودا يوم الأحد.",
        {"precision": "near", "point": "representative", "by": ["turkey"]},
    ),
    row(
        "who is accused",
        "اتهم الجيش السوداني قوات الدعم السريع بقصف مدينة بابنوسة بطائرة مسيرة يوم الأحد.",
        {"place": "babanusa", "by": ["rapid-support-forces"], "with": "drone"},
    ),
    row(
        "hands that the deed is of",
        "شهدت مدينة بابنوسة يوم الأحد توغلا لعناصر الدعم السريع انتهى بمقتل 31 شخصا.",
        {"place": "babanusa", "by": ["rapid-support-forces"], "killed": 31},
    ),
    row(
        "the night between two days",
        "استهدفت طائرة مسيرة قاعدة حرير في ساعة متأخرة من ليل السبت الأحد.",
        {"place": "harir", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "hours after another deed",
        "استهدفت طائرة مسيرة قاعدة حرير يوم الأحد، وذلك بعد ساعات من قصف صاروخي طال قاعدة عين الأسد.",
        {"place": "harir", "day": "2024-02-04"},
        {"place": "ain-al-asad", "day": "2024-02-03/2024-02-04"},
    ),
    row(
        "the day of the funeral",
        "شيع المئات يوم الأحد جثامين جنديين قتلا في هجوم صاروخي على قاعدة حرير يوم الجمعة.",
        {"place": "harir", "day": "2024-02-02"},
    ),
    row(
        "towns behind their plural",
        "شن الطيران الإسرائيلي غارات على بلدات الخيام وكفركلا يوم الأحد.",
        {"place": "khiam", "by": ["israel"]},
        {"place": "kfar-kila", "by": ["israel"]},
    ),
    row(
        "a day that is part of a name",
        "سيطر مسلحو حركة 23 مارس على مدينة غوما شرقي الكونغو الديمقراطية يوم الأحد.",
        {"place": "goma", "by": ["m23"], "day": "2024-02-04"},
    ),
    row(
        "who answered",
        "سقطت صواريخ على حقل كونيكو مساء الأحد، فيما ردت القوات الأميركية بقصف مدفعي على بلدة مراط.",
        {"place": "conoco-field", "on": [US]},
        {"by": [US], "with": "artillery"},
    ),
    row(
        "a group whose name is a base",
        "قتل أربعة جنود في هجوم شنه عناصر تنظيم القاعدة على موقع عسكري في مدينة زنجبار بمحافظة أبين يوم الأحد.",
        {"by": ["al-qaeda"], "killed": 4},
    ),
    row(
        "a suicide bomber of a group",
        "فجر انتحاري يتبع لتنظيم داعش نفسه داخل كنيسة في مدينة السويداء يوم الأحد، ما أدى إلى مقتل 22 شخصا.",
        {"place": "suwayda", "by": ["islamic-state"], "killed": 22},
    ),
    row(
        "a list with commas",
        "أغارت طائرات الاحتلال الإسرائيلي يوم الأحد على مدينة غزة، وخان يونس، ورفح.",
        {"place": "gaza-city"},
        {"place": "khan-younis"},
        {"place": "rafah"},
    ),
    row(
        "the head of a line",
        "دير الزور | اغتال مسلحون مجهولون عنصرا سابقا في بلدة الشحيل يوم الأحد.",
        {"place": "shuhayl"},
    ),
    row(
        "who took it back",
        "استعاد الجيش السوداني السيطرة على مدينة بارا يوم الأحد بعد معارك ضارية.",
        {"by": ["sudanese-armed-forces"], "kind": "seizure"},
    ),
    row(
        "a blast that shook a capital",
        "هز انفجار عنيف العاصمة الأفغانية كابول يوم الأحد وأدى إلى مقتل خمسة.",
        {"country": "AF", "kind": "explosion"},
    ),
    row(
        "a town and a site beside it, both shelled",
        "قصفت المدفعية التركية تل رفعت ومطار منغ في ريف حلب الشمالي يوم الأحد.",
        {"place": "tal-rifaat"},
        {"place": "minaq-airbase"},
    ),
    row(
        "an incursion without a shot",
        "توغلت قوة إسرائيلية في بلدة جباتا الخشب بريف القنيطرة يوم الأحد وفتشت منازل قبل أن تنسحب.",
        {"place": "jubata-al-khashab", "kind": "raid", "by": ["israel"]},
    ),
    row(
        "bombs of planes are the army's, not the militia's",
        "قُتل 11 شخصاً بقذائف أطلقتها قوات الدعم السريع على سوق بمدينة الفاشر في السودان يوم الأحد. وقالت لجان محلية إن "
        "الطيران الحربي ألقى براميل متفجرة على بلدة مليط شمال دارفور يوم السبت.",
        {"by": ["rapid-support-forces"], "killed": 11},
        {"by": ["sudan"], "with": "airstrike", "killed": None},
    ),
    row(
        "a mother and her two, two policemen and a third",
        "أدى قصف على بلدة كفرنبل جنوب إدلب يوم الأحد إلى مقتل أم وطفليها. وانفجرت عبوة ناسفة بدورية في الحويجة "
        "في العراق يوم السبت، ما أدى إلى مقتل شرطيين وإصابة ثالث.",
        {"country": "SY", "killed": 3},
        {"place": "hawija", "killed": 2, "wounded": 1},
    ),
    row(
        "a town that stands for its province",
        "وفي كركوك، انفجرت عبوة لاصقة بسيارة مدنية وسط الدبس يوم الأحد من دون خسائر.",
        {"place": "dibis", "killed": 0},
    ),
    row(
        "the dawn of a claim is not the day of the blast",
        "أعلن تنظيم داعش، فجر الأحد، مسؤوليته عن التفجير الذي استهدف سوقا في مدينة الصدر شرقي بغداد، مساء السبت.",
        {"place": "sadr-city", "day": "2024-02-03", "by": ["islamic-state"]},
    ),
    row(
        "a newspaper named for a day",
        "سقط الضحايا في صنعاء، حيث استهدفت غارة إسرائيلية يوم الأحد مبنى تصدر منه صحيفة «26 سبتمبر».",
        {"place": "sanaa", "day": "2024-02-04"},
    ),
    row(
        "a ship struck at sea, in a statement without a day",
        "نفذت القوة البحرية عملية استهدفت السفينة توتور في البحر الأحمر بزورق مسير وعدد من الصواريخ.",
        {"place": "red-sea"},
    ),
]

WHO = [
    row(
        "soldiers who were hurt beside the missiles",
        "قصف قاعدة عين الأسد بصاروخين وإصابة جنود أميركيين يوم الأحد.",
        {"by": [], "on": [US]},
    ),
    row(
        "an ambush that a group laid",
        "قتل 23 عنصراً من قوات النظام السوري جراء كمين نصبه عناصر تنظيم الدولة الإسلامية لحافلة عسكرية قرب الميادين يوم "
        "الأحد.",
        {"by": ["islamic-state"], "on": ["syria"]},
    ),
    row(
        "the spokesman of a group",
        "أعلن المتحدث العسكري العميد يحيى سريع أن القوة الصاروخية نفذت عملية عسكرية استهدفت مطار بن غوريون "
        "بصاروخ باليستي يوم الأحد.",
        {"by": ["houthis"], "on": ["israel"]},
    ),
    row(
        "whose coalition it is, by the country",
        "شن طيران التحالف غارات على صعدة في اليمن يوم الأحد.",
        {"by": ["saudi-led-coalition"]},
    ),
    row(
        "the verb agrees with the forces behind it",
        "قصفت قوات الدعم السريع سوقاً في مدينة أم درمان يوم الأحد بالمدفعية.",
        {"by": ["rapid-support-forces"], "on": [], "with": "artillery"},
    ),
    row(
        "it does not agree with what was struck",
        "استهدفت عبوة ناسفة الجيش السوداني في مدينة أم درمان يوم الأحد.",
        {"by": [], "on": ["sudanese-armed-forces"]},
    ),
    row(
        "property is never who struck",
        "استهدفت القاعدة الأميركية في حقل العمر بالصواريخ يوم الأحد.",
        {"by": [], "on": [US]},
    ),
    row(
        "a damma makes it passive",
        "قُصفت قوات سوريا الديمقراطية في بلدة ذيبان يوم الأحد.",
        {"by": [], "on": ["syrian-democratic-forces"]},
    ),
    row(
        "the verb's object is its ending",
        "قتل جندي في هجوم نفذه عناصر تنظيم الدولة على حاجز في بلدة ذيبان يوم الأحد.",
        {"by": ["islamic-state"]},
    ),
    row(
        "a noun and its owner",
        "أصيب ثلاثة أشخاص في هجوم لتنظيم الدولة على حاجز في بلدة ذيبان يوم الأحد.",
        {"by": ["islamic-state"], "wounded": 3},
    ),
    row(
        "who speaks of its own deed",
        "أعلن الجيش الإسرائيلي أن طائراته أغارت على مواقع لحزب الله في بلدة عيترون يوم الأحد.",
        {"by": ["israel"], "on": ["hezbollah"], "place": "aitaroun"},
    ),
    row(
        "a spokesman, with his rank and name",
        "أعلن المتحدث باسم القوات المسلحة اليمنية العميد يحيى سريع استهداف سفينة في خليج عدن بالصواريخ يوم الأحد.",
        {"by": ["houthis"], "role": "claimed", "place": "gulf-of-aden"},
    ),
    row(
        "who only tells of another's deed",
        "أعلنت وزارة الدفاع السورية مقتل ثلاثة جنود في هجوم بالصواريخ على مطار حماة يوم الأحد.",
        {"by": [], "killed": 3},
    ),
    row(
        "between two sides",
        "اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في مدينة أم درمان يوم الأحد.",
        {"by": ["sudanese-armed-forces"], "on": ["rapid-support-forces"], "kind": "clash"},
    ),
    row(
        "aircraft that belong to an army",
        "قصف الطيران الحربي التابع للجيش السوداني سوقاً في مدينة نيالا يوم الأحد.",
        {"by": ["sudanese-armed-forces"], "on": []},
    ),
    row(
        "a nation's soldiers in the accusative",
        "قتلت عبوة ناسفة 14 جندياً مصرياً قرب مدينة العريش يوم الأحد.",
        {"on": ["egypt"], "killed": 14},
    ),
    row(
        "an aside between the verb and its object",
        "شنّ التحالف العربي، ليل أمس الأحد، غارات على معسكر في مدينة صعدة.",
        {"by": ["saudi-led-coalition"], "day": "2024-02-04", "with": "airstrike"},
    ),
    row(
        "rockets on a state's land",
        "أعلن حزب الله قصف مدينة صفد بالصواريخ يوم الأحد.",
        {"by": ["hezbollah"], "on": ["israel"], "stated": False},
    ),
]

HURT = [
    row("two by a word behind them", "مقتل مدنيين اثنين بقصف على مدينة إدلب الأحد.", {"killed": 2}),
    row(
        "one more", "قتل جندي وأصيب آخر بانفجار عبوة ناسفة في مدينة الرقة الأحد.", {"killed": 1, "wounded": 1}
    ),
    row(
        "a dead man and four hurt",
        "سقوط شهيد و4 جرحى بغارة على بلدة عيترون الأحد.",
        {"killed": 1, "wounded": 4},
    ),
    row("women and a child", "إصابة امرأتين وطفل بقصف على مدينة إدلب الأحد.", {"wounded": 3}),
    row(
        "nobody, in a clause of its own",
        "سقط صاروخ على قاعدة بلد الأحد دون أن يسفر عن إصابات.",
        {"killed": 0, "wounded": 0},
    ),
    row("only things broke", "سقطت صواريخ على قاعدة بلد الأحد واقتصرت الأضرار على الماديات.", {"killed": 0}),
    row(
        "killed or wounded together",
        "مقتل وإصابة 15 شخصاً بقصف على مدينة إدلب الأحد.",
        {"killed": None, "wounded": None},
    ),
    row(
        "hurt by what is told behind",
        "أصيب خمسة مدنيين إثر قصف شنته قوات الدعم السريع على مدينة أم درمان الأحد.",
        {"wounded": 5, "day": "2024-02-04", "by": ["rapid-support-forces"]},
    ),
    row(
        "dozens hurt in a strike are not dozens of strikes",
        "قُتل حارسان وجرح العشرات في غارة جوية على سوق في مأرب يوم الأحد.",
        {"place": "marib", "killed": 2},
    ),
    row(
        "a verb in the dual counts two",
        "سقطت طائرة مسيرة يوم الأحد على مطار أربيل، وقال مصدر إن موظفين في الجمارك أصيبا بجروح.",
        {"place": "erbil-airport", "wounded": 2},
    ),
    row(
        "a long aside on one of the dead",
        "وكان أربعة عمال، بينهم رجل في الثامنة والخمسين من عمره هو سالم العلي، قد قتلوا يوم الأحد في قصف على الرستن.",
        {"place": "rastan", "killed": 4},
    ),
    row(
        "eleven is no Sunday",
        "هاجم مسلحون نقطة تفتيش في العريش يوم السبت وأصيب ستة جنود إلى جانب القتلى الأحد عشر.",
        {"place": "el-arish", "day": "2024-02-03", "wounded": 6},
    ),
]

WHEN_AND_WHERE = [
    row(
        "the day of the statement gives way",
        "أفاد مصدر أمني، اليوم الاثنين، بتعرض قاعدة حرير لهجوم بمسيرة أمس الأحد.",
        {"day": "2024-02-04"},
    ),
    row(
        "the same site, years ago",
        "استهدفت مسيرة قاعدة عين الأسد يوم الأحد.\nوكانت القاعدة نفسها قد تعرضت في 8 كانون الثاني 2020 لقصف صاروخي.",
        {"place": "ain-al-asad", "day": "2024-02-04"},
        {"place": "ain-al-asad", "day": "2020-01-08"},
    ),
    row(
        "August is no town",
        "وقع في آب 2023 هجوم بالصواريخ على مدينة الرقة.",
        {"place": "raqqa", "day": "2023-08-01/2023-08-31"},
    ),
    row(
        "who goes on telling",
        "تعرضت قاعدة حرير لهجوم يوم الأحد.\nوأضاف المصدر أن ثلاث مسيرات أصابت مدرجاً.",
        {"place": "harir", "with": "drone"},
    ),
    row(
        "from a direction",
        "نفذ العدو الإسرائيلي عدواناً جوياً من اتجاه الجولان مستهدفاً مطار حلب الدولي يوم الأحد.",
        {"place": "aleppo-airport", "launch": "golan", "by": ["israel"]},
    ),
    row(
        "no verb at all",
        "- مسيرتان على حقل سرسنك يوم الأحد.",
        {"place": "sarsang-field", "with": "drone"},
    ),
    row(
        "a government by its town",
        "استهدفت غارة مدينة طولكرم يوم الأحد.\nرام الله وصفت الغارة بالجريمة.",
        {"place": "tulkarm"},
    ),
    row(
        "the town says where the site is",
        "استهدفت مسيرات مطار أربيل الدولي وبعض المنشآت في مدينة أربيل يوم الأحد.",
        {"place": "erbil-airport"},
    ),
    row(
        "a government by its town, behind the verb",
        "أصابت غارة مدينة طولكرم يوم الأحد.\nوتقول تل أبيب إن خلية كانت تعد لهجوم كبير.",
        {"place": "tulkarm"},
    ),
    row(
        "the seat of a ministry",
        "أعلنت وزارة الصحة والسكان في صنعاء أن عشرة أشخاص قتلوا في غارة على ميناء الحديدة يوم الأحد.",
        {"place": "hodeidah-port", "killed": 10},
    ),
    row(
        "where a ministry counts the dead of it",
        "أعلنت وزارة الصحة مقتل خمسة أشخاص في غارة على نابلس يوم الأحد.",
        {"place": "nablus", "killed": 5},
    ),
    row(
        "hills that overlook a town",
        "قصفت المدفعية الإسرائيلية يوم الأحد مدينة بنت جبيل والتلال المطلة عليها.",
        {"place": "bint-jbeil"},
    ),
    row(
        "the town of that name",
        "سقطت صواريخ من لبنان يوم الأحد على مستوطنة المطلة.",
        {"place": "metula"},
    ),
    row(
        "two seas are no Bahrain",
        "قال الحوثيون إن سفينتين هوجمتا بالصواريخ يوم الأحد في البحرين الأحمر والعربي.",
        {"place": "red-sea"},
    ),
    row(
        "Bahrain",
        "انفجرت عبوة ناسفة يوم الأحد في البحرين وقتلت شرطيا.",
        {"place": "bahrain", "killed": 1},
    ),
    row(
        "Tripoli of Libya",
        "سقطت قذائف يوم الأحد على ميناء طرابلس، وفق حكومة الوفاق الليبية.",
        {"place": "tripoli-ly"},
    ),
    row(
        "Tripoli of Lebanon",
        "انفجرت عبوة ناسفة يوم الأحد أمام مسجد في طرابلس شمالي لبنان وقتلت رجلا.",
        {"place": "tripoli-lb"},
    ),
    row(
        "Omdurman in one word",
        "قتل عشرون شخصا في قصف على سوق بأمدرمان يوم الأحد.",
        {"place": "omdurman", "killed": 20},
    ),
    row(
        "villages in one list",
        "أغارت طائرات إسرائيلية يوم الأحد على الخيام وكفركلا والعديسة.",
        {"place": "khiam"},
        {"place": "kfar-kila"},
        {"place": "adaisseh"},
    ),
    row(
        "tents are no village",
        "أغارت طائرات إسرائيلية يوم الأحد على عيتا الشعب واحترقت الخيام التي يقيم فيها عمال.",
        {"place": "aita-al-shaab"},
    ),
    row(
        "where it was only heard",
        "أغارت طائرات إسرائيلية يوم الأحد على بلدة كفركلا، وسُمع دوي الانفجارات في مرجعيون وحاصبيا.",
        {"place": "kfar-kila"},
    ),
    row(
        "where only sirens went off",
        "سقط صاروخ أطلق من لبنان يوم الأحد قرب صفد، ودوت صفارات الإنذار حتى طبريا.",
        {"place": "safed"},
    ),
    row(
        "where the displaced are from",
        "قُتل عشرة نازحين من الفاشر ونيالا يوم الأحد في قصف على مخيم زمزم.",
        {"place": "zamzam", "killed": 10},
    ),
    row(
        "where the wounded were brought",
        "قتل سبعة أشخاص يوم الأحد في غارة على خان شيخون، ونُقل خمسة عشر جريحا إلى مستشفيات سرمين وبنش.",
        {"place": "khan-shaykhun", "killed": 7, "wounded": 15},
    ),
    row(
        "both towns that were named",
        "أنذر الجيش الإسرائيلي سكان الخيام وكفركلا. ولم يطل الوقت يوم الأحد حتى أغار الطيران الحربي على البلدتين.",
        {"place": "khiam"},
        {"place": "kfar-kila"},
    ),
    row(
        "the three villages that were named",
        "أنذر الجيش الإسرائيلي يوم الأحد سكان الخيام وكفركلا والعديسة. وبعد ساعة أغارت طائراته على القرى الثلاث.",
        {"place": "khiam"},
        {"place": "kfar-kila"},
        {"place": "adaisseh"},
    ),
    row(
        "one more target behind a comma",
        "استهدفت طائرات إسرائيلية يوم الأحد ورشة في مخيم المغازي، وقاعدة تابعة لحركة حماس في بيت لاهيا.",
        {"place": "maghazi"},
        {"place": "beit-lahia"},
    ),
    row(
        "positions near a town far from the first",
        "قصفت طائرات تركية يوم الأحد مدينة عين العرب، ومواقع للجيش في محيط تل رفعت، وفق مصادر محلية.",
        {"place": "kobani"},
        {"place": "tal-rifaat"},
    ),
    row(
        "who went to another town",
        "هاجم مسلحون يوم الأحد نقطة تفتيش في داقوق، ومدير الناحية في بغداد للعلاج.",
        {"place": "daquq"},
    ),
    row(
        "what they say they answered",
        "قتل ستة مدنيين يوم الأحد حين قصفت الدبابات الإسرائيلية بلدة نوى.\n"
        "أما الجيش الإسرائيلي فقال إن مسلحين أطلقوا النار على جنوده في جنوب سوريا، وإن قواته ردت وقصفتهم من الجو.",
        {"place": "nawa", "killed": 6},
    ),
]

NOT_TOLD = [
    row(
        "what would be struck",
        "قال المتحدث يوم الأحد إن أي ناقلة تكسر الحظر ستكون عرضة للاستهداف في خليج عدن.",
    ),
    row(
        "a firing range",
        "نُبه سكان القرى قرب ميدان الرماية في الزرقاء يوم الأحد إلى أنهم قد يسمعون أصوات انفجارات.",
    ),
    row("both towns at rest", "اجتمع الوزراء يوم الأحد في أربيل والسليمانية، وقال وزير إن المدينتين آمنتان."),
    row("a flag burned", "تجمع غاضبون يوم الأحد أمام السفارة في بغداد وأحرقوا العلم ورددوا هتافات."),
    row("a negation", "لم تتعرض قاعدة حرير لأي هجوم يوم الأحد، بحسب متحدث."),
    row("an exercise", "نفذت القوات تدريبات بالذخيرة الحية وأطلقت صواريخ قرب طرطوس يوم الأحد."),
    row("a threat", "هددت الفصائل يوم الأحد باستهداف القواعد الأميركية في حرير وعين الأسد."),
    row("a total", "تعرضت القواعد الأميركية في سوريا والعراق لأكثر من 160 هجوما منذ تشرين الأول."),
    row("silk is no base", "ارتفعت أسعار حرير الزينة في أسواق دمشق يوم الأحد."),
    row("a person", "حكمت محكمة في الخرطوم على عمر البشير يوم الأحد."),
    row("a television channel", "قالت قناة الميادين يوم الأحد إن المفاوضات مستمرة."),
    row(
        "a search",
        "نفذت القوات العراقية عملية تفتيش في قضاء الحويجة وعثرت على صواريخ وعبوات ناسفة يوم الأحد.",
    ),
    row("an accident", "لقي خمسة أشخاص مصرعهم في حادث سير قرب مدينة حمص يوم الأحد."),
    row("a fire", "اندلع حريق في مستودع في مدينة البصرة وأدى إلى إصابة ثلاثة عمال يوم الأحد."),
    row("a bottle of gas", "انفجرت أسطوانة غاز في مطعم في مدينة حلب وقتل شخصان يوم الأحد."),
    row("the accused", "قبضت الشرطة في مدينة تكريت يوم الأحد على متهم بتفجير سوق."),
    row("a father is no town", "قال الأب يوم الأحد إن مسلحين هددوا عائلته."),
    row("a condemnation", "أدانت بغداد يوم الأحد الهجمات وطالبت بوقفها."),
]


@pytest.mark.parametrize("case", TOLD)
def test_what_arabic_articles_tell(case: Case, reader: Reader) -> None:
    """The same facts as in English."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHO)
def test_who_struck_whom(case: Case, reader: Reader) -> None:
    """Subject and object by gender, voice and pronoun; speakers are no attackers."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", HURT)
def test_who_was_hurt(case: Case, reader: Reader) -> None:
    """Numbers in nouns, behind them, and in what is said of nobody."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", WHEN_AND_WHERE)
def test_when_and_where(case: Case, reader: Reader) -> None:
    """Days of statements, sites named again, places that only say where."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", NOT_TOLD)
def test_what_arabic_articles_do_not_tell(case: Case, reader: Reader) -> None:
    """The same silence as in English."""
    assert told(case, reader) == case.wanted


def test_a_short_arabic_article_is_read_as_arabic(reader: Reader) -> None:
    """A line from a channel, whose file does not say its language."""
    text = "استهدفت طائرة مسيرة قاعدة عين الأسد غربي العراق يوم الأحد."
    assert [r.place_id for r in reader.read(article(text, lang=None)).reports] == ["ain-al-asad"]
