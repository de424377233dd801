"""Who was hurt, in the many ways of saying it: groups, kin, names, ages, and those who were not."""

from __future__ import annotations

import pytest

from tests.fixtures.hurt import counts, found

GROUPS = [
    ("A man, his wife and two of their children were killed.", 4),
    ("A farmer, his wife and three sons were killed in the strike.", 5),
    ("A mother and her two daughters were killed.", 3),
    ("A father and son were killed.", 2),
    ("A woman of 60 and her son, 30, were killed by shrapnel.", 2),
    ("An officer of the Guard and two of his escorts were killed there.", 3),
    ("The intelligence chief, Mohammad Kazemi, and his deputy were killed.", 2),
    ("The general and his driver were killed.", 2),
    ("Ten civilians, five soldiers killed in attack", 15),
    ("Gunmen killed two soldiers, a policeman and three villagers.", 6),
    ("It killed five people, two men and three women.", 5),
    ("It killed a commander along with two bodyguards.", 3),
    ("It killed Pir Chako, a commander of the Sinjar Units, together with another fighter.", 2),
    ("A strike killed Qassem Soleimani and Abu Mahdi al-Muhandis.", 2),
    ("A strike killed Qassem Soleimani, Abu Mahdi al-Muhandis and another man.", 3),
    ("Seven members of one family were killed.", 7),
    ("Four women of two families died.", 4),
    ("A drone killed a co-chair of the local council and her driver near Afrin.", 2),
    ("It killed Abu Omar, a commander of the group, and his driver near Afrin.", 2),
    ("A drone killed a commander of the group and his deputy vowed revenge.", 1),
    ("A guard along with three clerks was killed in the blast.", 4),
    ("A commander with ties to the group was killed by a drone.", 1),
]

ONE = [
    "Abu Hassan, a senior commander in the group, was killed in the strike.",
    "Wissam Tawil, known as Jawad, was killed on Monday.",
    "Ismail Haniyeh was assassinated in his flat.",
    "Ahmed, 34, was killed when a drone hit his car.",
    "A Palestinian of 19 was killed.",
    "A 19-year-old was killed by gunfire.",
    "A 40-year-old Palestinian man was killed.",
    "A tenth Palestinian was shot dead.",
    "Murad Ibrahim, a Yazidi reporter, died of his wounds three days later.",
    "A sniper's bullet claimed the life of a 12-year-old boy.",
    "Soldier killed in attack near Hawija",
]

WAYS = [
    ("One soldier was killed and another was wounded.", 1, 1),
    ("A drone strike on a car killed one person and injured another.", 1, 1),
    ("A gunman killed seven people and wounded three.", 7, 3),
    ("Two gunmen killed three Israelis.", 3, None),
    ("Four people on board are believed to have been killed.", 4, None),
    ("Four men who had been tracking the two were shot dead by policemen.", 4, None),
    ("The government raised to 54 the number of soldiers who were killed.", 54, None),
    ("The number of people killed rose from four to seven.", 7, None),
    ("The dead are three Syrian soldiers.", 3, None),
    ("The army lost three soldiers.", 3, None),
    ("The army lost three tanks.", None, None),
    ("Six militants were eliminated in the strike.", 6, None),
    ("Three people were taken to hospital.", None, 3),
    ("Thirty-four service members were diagnosed with traumatic brain injuries.", None, 34),
    ("Medics treated two people for shrapnel injuries.", None, 2),
    ("The injury toll climbed to 29.", None, 29),
    ("Between 25 and 30 people were killed.", 25, None),
    ("Five IS fighters were killed.", 5, None),
    ("The war has killed 300 people since May.", None, None),
    ("Three of the soldiers did not survive.", 3, None),
    ("The dead number three.", 3, None),
    ("Three soldiers paid with their lives.", 3, None),
    ("Seven of its men fell in the bombardment.", 7, None),
    ("Seven rockets fell in the desert.", None, None),
    ("The bomb took four lives and wounded eleven.", 4, 11),
    ("Four lives were lost.", 4, None),
    ("Both men in the car were killed.", 2, None),
    ("Both pilots died.", 2, None),
    ("It killed both civilians and soldiers.", None, None),
    ("All three in the car were killed.", 3, None),
    ("Fourteen people, a dozen of them from one family, died.", 14, None),
    ("The sole fatality was a contractor.", 1, None),
    ("Nine needed hospital treatment.", None, 9),
    ("Four troops came away with concussions.", None, 4),
    ("A woman had slight injuries.", None, 1),
    ("A guard was cut by flying glass.", None, 1),
    ("Twenty-five worshippers are now known to have died.", 25, None),
    ("The route was shut last year for weeks, and it was here that a bomber killed 26 people.", 26, None),
    ("Tension has risen since Israeli troops killed nine people in a raid.", 9, None),
]

UNHURT = [
    "All 22 crew members were safe.",
    "The ship and its crew are safe and proceeding to the next port.",
    "The crew was unharmed.",
    "The attack caused only material damage.",
    "Nobody was harmed.",
    "No one came to harm.",
    "It hurt no one.",
    "Neither people nor equipment were harmed.",
    "Casualties: none.",
    "All aboard are safe.",
    "Casualties have not been reported.",
]

UNKNOWN = [
    "No casualty figures were available.",
    "No casualties were known at the time of writing.",
    "It gave no details of casualties.",
    "There was no confirmation of casualties.",
    "The statement did not mention casualties.",
    "Nobody knows how many were killed.",
    "Is Syria safe?",
]


@pytest.mark.parametrize(("text", "killed"), GROUPS)
def test_groups_of_people_are_added_up(text: str, killed: int) -> None:
    """All who are named together died together."""
    assert counts(text) == (killed, None)


@pytest.mark.parametrize("text", ONE)
def test_one_person(text: str) -> None:
    """A person with a name, an age or a trade is one."""
    assert counts(text) == (1, None)


@pytest.mark.parametrize(("text", "killed", "wounded"), WAYS)
def test_ways_of_saying_it(text: str, killed: int | None, wounded: int | None) -> None:
    """Agencies, ministries and monitors put it in their own words."""
    assert counts(text) == (killed, wounded)


@pytest.mark.parametrize("text", UNHURT)
def test_who_is_safe_is_not_hurt(text: str) -> None:
    """Said to be safe is said to be none."""
    assert counts(text) == (0, 0)


@pytest.mark.parametrize("text", UNKNOWN)
def test_no_figures_are_not_none(text: str) -> None:
    """That nothing is known of victims is no zero."""
    assert counts(text) == (None, None)


def test_no_part_is_the_whole() -> None:
    """Who is said to be among the dead is counted with them."""
    (children,) = found("Among the dead were two children.")
    assert children.part


ARABIC = [
    ("مقتل جندي وإصابة آخر", 1, 1),
    ("استشهد مدنيان وأصيب ثلاثة آخرون", 2, 3),
    ("خلف الهجوم ثلاثة قتلى وخمسة جرحى على الأقل", 3, 5),
    ("إن 8 أشخاص قتلوا وأصيب 142 آخرون في الغارات", 8, 142),
    ("وكان 13 شخصا قد قتلوا في غارة على المخيم", 13, None),
    ("إن 14 فردا من أسرة واحدة لقوا حتفهم", 14, None),
    ("اغتيال إسماعيل هنية في طهران", 1, None),
    ("إن القيادي في الحرس رضي موسوي قتل في استهداف", 1, None),
    ("إصابة خمسة جنود ومدنيين اثنين", None, 7),
    ("مقتل رجل وزوجته وابنهما", 3, None),
    ("مقتل قيادي واثنين من مرافقيه", 3, None),
    ("استشهد 19 مدنيا أمس بقصف جوي روسي وسوري", 19, None),
    ("115 نزيلا، يقول الدفاع المدني، قتل منهم 68 وجرح 47", 68, 47),
    ("بلغ عدد الشهداء ثلاثمائة وخمسة والمصابين 128", 305, 128),
    ("قتل تنظيم داعش سبعة من أفراد الشرطة", 7, None),
    ("حصد القصف أرواح ثلاثة مدنيين", 3, None),
    ("قتيل وجريح في غارة", 1, 1),
    ("جريح في سقوط مسيرة", None, 1),
    ("خسر الجيش ثلاثة جنود", 3, None),
    ("قتل القيادي واثنان من مرافقيه", 3, None),
    ("ولم تسفر الهجمات عن إصابات", 0, 0),
    ("دون أن يصاب أحد", 0, 0),
    ("ولم تتوفر معلومات عن ضحايا", None, None),
    ("مما أدى إلى خسائر بشرية ومادية", None, None),
    ("تمت إصابة الأهداف بدقة", None, None),
    ("سقوط قتلى وجرحى", None, None),
    ("وجميع أفراد الطاقم بخير", 0, 0),
    ("دون معلومات عن خسائر بشرية", None, None),
    ("ولم يسفر الانفجار عن سقوط ضحايا", 0, 0),
    ("ولم تتضح بعد حصيلة الخسائر", None, None),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), ARABIC)
def test_ways_of_saying_it_in_arabic(text: str, killed: int | None, wounded: int | None) -> None:
    """Duals, kin with their suffix, the verb before or behind its subject, those who are well."""
    assert counts(text, "ar") == (killed, wounded)
