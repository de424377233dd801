"""Killed and wounded in the words that stand between the people and what befell them, and in lists of people."""

from __future__ import annotations

import pytest

from tests.fixtures.hurt import counts, found


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A guard at a fuel station was hurt.", None, 1),
        ("A nurse at a clinic in Herat was killed.", 1, None),
        ("A soldier guarding a dam was shot dead.", 1, None),
        ("A farmer working in his field was wounded.", None, 1),
        ("A police constable escorting nurses was gunned down.", 1, None),
        ("Fifty-six women, men and children were wounded.", None, 56),
        ("Thirty patients, nurses and guards were killed.", 30, None),
        ("The town buried 13 of its sons.", 13, None),
        ("Five members of one family, women and children, lost their lives.", 5, None),
        ("Eighteen men accused of spying were put to death.", 18, None),
        ("Three gunmen attacked a post in Mosul and a guard was killed.", 1, None),
        ("Eight soldiers were treated after the strike.", None, 8),
        ("Three men were treated as suspects.", None, None),
        ("Two women are dead and a third is gravely wounded.", 2, 1),
        ("Ten passengers, women and children, were rescued.", None, None),
        ("Shells fell with no word of losses.", None, None),
        ("The group mourned three fighters.", 3, None),
        ("They buried two mines in a road.", None, None),
        ("Villagers on Wednesday were burying five fighters.", 5, None),
        ("Grieving residents of El Fasher have buried 40 people.", 40, None),
        ("Herat buried nine of its policemen.", 9, None),
        ("The blast buried nine miners.", None, None),
        ("The strike on the town buried nine people.", None, None),
        ("A roof buried two children under the rubble.", None, None),
        ("The raiders had buried three hostages alive.", None, None),
        ("He mentions no casualties.", None, None),
        ("No casualties were mentioned.", None, None),
        ("There were no casualties.", 0, 0),
        ("A soldier guarding a dam was arrested.", None, None),
        ("The number of those killed in Sunday's blast at a hotel in Herat has climbed to 41.", 41, None),
        (
            "The number of people killed in the raid on Saada, north of Sanaa, rose to 15, with 30 hurt.",
            15,
            30,
        ),
        (
            "The number of wounded in the shelling of a market at Kadugli, in the south, has reached 60.",
            None,
            60,
        ),
        (
            "The toll of the strike on a school at Bara, the worst there this year, now stands at 30.",
            30,
            None,
        ),
        ("The number of attacks on aid convoys there has risen to 92.", None, None),
        ("The number of soldiers killed at Gao is not known, the governor said to 20 guests.", None, None),
        ("A leader of an allied militia was killed with two companions.", 3, None),
        ("One fighter of the Popular Guard (PG) was killed and two others were wounded.", 1, 2),
        ("Four fighters of the Popular Guard (PG) were killed.", 4, None),
        ("A civilian mariner suffered severe injuries.", None, 1),
        ("A senior member of the cell suffered serious burns in the strike.", None, 1),
        ("A corporal of the Nepalese battalion was hit at his post and died.", 1, None),
        ("A man in his fifties was stabbed in Haifa and moderately wounded.", None, 1),
        ("They had killed an IS commander in a raid.", 1, None),
        ("Seven of the policemen had fallen that day.", 7, None),
        ("The commander Ali Hassan, killed on Monday in a raid on Aden, was buried.", 1, None),
        ("He was killed along with three guards.", 4, None),
        ("The blast killed him and two of his bodyguards.", 3, None),
        ("More than 70 fighters were liquidated.", 70, None),
        ("It left 31 people nursing injuries.", None, 31),
        ("Twenty-one more were hurt.", None, 21),
        ("Two soldiers were moderately injured and a third was lightly injured.", None, 3),
        ("A driver was beaten at a checkpoint and injured.", None, 1),
        ("It wounded a woman, 63, and her two grandchildren.", None, 3),
        ("The wounded are two men and a child.", None, 3),
        ("A commander was killed along with two of his guards and three men were hurt.", 3, 3),
        ("Five members of one family lost their lives.", 5, None),
        ("Ambulances took nine people to hospital.", None, 9),
        ("Estimates of the dead run from 130 to 400.", 130, None),
        ("The death toll is between 20 and 30.", 20, None),
        ("The toll rose from five to seven.", 7, None),
    ],
)
def test_where_they_were_and_what_came_before(text: str, killed: int | None, wounded: int | None) -> None:
    """Where they were, to whom they belonged, and what was done to them first."""
    whole = [c for c in found(text) if not c.part]
    last = {c.what: c.best for c in whole}
    assert (last.get("killed"), last.get("wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two suicide bombers had killed more than 40 people in a market.", 40),
        ("Three gunmen have killed at least nine worshippers.", 9),
        ("Two drones have killed six soldiers.", 6),
        ("Three gunmen have been killed.", 3),
        ("Three policemen were killed a day after the blast.", 3),
        ("Three policemen were killed two days after the blast.", 3),
    ],
)
def test_who_killed_is_told_from_whom(text: str, killed: int) -> None:
    """Behind "have killed" stand those who died; before "were killed" they stand."""
    assert counts(text) == (killed, None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three soldiers, two policemen and a labourer lost their lives.", 6),
        ("Five soldiers, among them two captains, and a civilian were killed.", 6),
        ("Six soldiers, one of them an officer, and two civilians were killed.", 8),
        ("The mayor, his driver and a bodyguard were killed.", 3),
        ("A judge, along with his wife and two sons, was killed.", 4),
        ("A vigilante, two hunters and a policeman lost their lives.", 4),
        ("Fourteen soldiers and more than 60 guards were killed.", 74),
        ("Five soldiers of the Golani Brigade fell in battle.", 5),
        ("Nine people and the bomber were killed.", 9),
        ("Nine people, not counting the bomber, were killed.", 9),
        ("Twenty recruits and more were killed.", 20),
        ("According to the mayor, his wife and son were killed.", 2),
        ("Two women, a mother and her daughter, were killed.", 2),
        ("Six people, three women and three children, were killed.", 6),
    ],
)
def test_groups_of_a_list_are_added(text: str, killed: int) -> None:
    """A list is added up; who the people of one number were is not."""
    assert counts(text) == (killed, None)


@pytest.mark.parametrize(
    "text",
    [
        "A guard at a fuel station was arrested.",
        "A leader of an allied militia was named on Monday.",
        "A man was stopped in Haifa and questioned.",
        "A sailor suffered a heavy defeat in court.",
        "It was killed with a single vote.",
    ],
)
def test_people_unhurt_are_not_counted(text: str) -> None:
    assert counts(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("قال الجيش إن جنديين جُرحا في الانفجار", None, 2),
        ("وكان شابان قد قُتلا صباح السبت وأصيب 11 آخرون", 2, 11),
        ("قتلا ثلاثة جنود", 3, None),
        ("وقال المصدر إن المهاجمين قتلا رجلا", 1, None),
        ("قُتل شخصان وأصيب آخران", 2, 2),
        ("وفاة باكستاني وهنديين وإصابة ستة أشخاص", 3, 6),
        ("ثلاثة من عناصر الحرس فقدوا حياتهم وأصيب أربعة", 3, 4),
        ("فقد خمسة أشخاص حياتهم في القصف", 5, None),
        ("فقد جندي حياته بانفجار لغم", 1, None),
        ("قتل انتحاري 21 مصليا في مسجد", 21, None),
        ("قتل مسلحون سبعة أقباط في المنيا", 7, None),
        ("قتل مسلحون مجهولون ضابطا في عدن", 1, None),
        ("ثم قُتل في اليوم التالي نحو 40 آخرين", 40, None),
        ("أن 43 شخصا على الأقل قُتلوا صباح اليوم، وجُرح أكثر من 60", 43, 60),
        ("إن 20 شخصا آخرين على الأقل أصيبوا في الهجوم", None, 20),
        ("أن 39 شخصا، جلهم نساء وأطفال، لقوا حتفهم", 39, None),
        ("قالت الوزارة إن 40 مدنيا قُتلوا بينهم 11 طفلا وأصيب 47 آخرون", 40, 47),
        ("115 نزيلا، يقول الدفاع المدني، قتل منهم 68", 68, None),
        ("أن بين القتلى خمسة من رجال الشرطة", None, None),
        ("وسقط فيها قتيل من الحشد", 1, None),
        ("مقتل مجندة وإصابة حارس بجروح خطيرة", 1, 1),
        ("قُتل بالرصاص يوم الاثنين عضو في المجلس", 1, None),
        ("وقتل في الهجوم قائد الفوج وثلاثة من مرافقيه", 4, None),
        ("استشهد ضابط وأمين شرطة وستة مجندين", 8, None),
        ("استشهد الشاب علي حسن والفتى عمر خليل", 2, None),
        ("قُتل جندي في هجوم على منزل الضابط والمسؤول الأمني", 1, None),
        ("مقتل 53 مهاجرا ولاجئا", 53, None),
        ("مقتل أربعة جنود وضابط", 5, None),
        ("أصيب أحد الحراس", None, 1),
        ("قتل أحد عناصر الشرطة", 1, None),
        ("إصابة إحدى الممرضات ومقتل ثلاثة مرضى", 3, 1),
        ("قتل أحد عشر شخصا", 11, None),
        ("ثلاثة من عناصر الجهاز في الإقليم فقدوا حياتهم", 3, None),
        ("إن ثمانية من سكان القرية قتلوا رميا بالرصاص", 8, None),
        ("إن ثلاثة آخرين من الحرس التابعين له جرحوا", None, 3),
        ("هاجم عشرة مسلحين من التنظيم نقطة وقتلوا ضابطا", 1, None),
        ("قتل مسلح فلسطيني سبعة أشخاص", 7, None),
        ("راح ضحية الهجوم على بلدة في بوركينا فاسو يوم الأحد ما لا يقل عن ستين مدنيا", 60, None),
        ("دفن أهالي البلدة أربعة من أبنائهم", 4, None),
        ("تنعى الوزارة ثلاثين من طلبة الكلية", 30, None),
        ("لم يصب أحد", 0, 0),
        ("مقتل أم وأطفالها الثلاثة", 4, None),
        ("مقتل الجنود الأربعة", 4, None),
        ("نُقل خمسة أشخاص إلى المستشفى", None, 5),
        ("انتشلت الفرق جثث خمسة أشخاص", 5, None),
        ("ارتفع عدد من قتلوا في الهجوم إلى 15", 15, None),
        ("عدد القتلى بين 12 و20", 12, None),
        ("توفي متأثرا بجراحه", 1, None),
    ],
)
def test_ways_of_saying_it_in_arabic(text: str, killed: int | None, wounded: int | None) -> None:
    """Duals, lives that are lost, the doer between verb and number, the number behind its noun."""
    assert counts(text, "ar") == (killed, wounded)


@pytest.mark.parametrize(
    "text",
    [
        "فقد التقى ثلاثة ضباط في القاعدة",
        "فقد شارك 3 آلاف جندي في التدريب",
        "فقد ثلاثة أشخاص منازلهم",
        "نُقل خمسة ضباط إلى بغداد",
        "كان مصير الجنود الثلاثة مجهولا",
        "أصيب أحد المنازل",
        "دفنت الألغام في ثلاثة حقول",
        "ولم ترد معلومات عن ضحايا",
        "ولا أنباء عن إصابات",
        "استهدفت الغارة أحد العاملين",
        "بلغ عدد من شاركوا 15",
    ],
)
def test_arabic_words_that_tell_of_no_harm(text: str) -> None:
    """The particle "for indeed" is written like "lost", and people are brought to other places than hospitals."""
    assert counts(text, "ar") == (None, None)
