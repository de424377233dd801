"""Killed and wounded as agencies and local papers write them: asides, lists of kinds, names, and what counts nobody."""

from __future__ import annotations

import pytest

from tests.fixtures.hurt import counts


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # Lists of kinds, and asides in them.
        (
            "At least ten people, including a soldier, five militiamen and four civilians, were killed.",
            10,
            None,
        ),
        ("Twelve people, three of whom are children, received injuries of varying severity.", None, 12),
        ("Ten policemen and civilians, including women, were injured.", None, 10),
        ("Nine officers, three local residents, and a female tourist from Norway were killed.", 13, None),
        ("Eight villagers, most of them herders, and one soldier were killed.", 9, None),
        ("Eleven people died, among them two boys, and more than 30 persons were injured.", 11, 30),
        ("Two soldiers and a member of a village guard were killed.", 3, None),
        ("A couple and their infant son were killed.", 3, None),
        ("A 40-year-old man and a 50-year-old woman suffered shrapnel wounds.", None, 2),
        ("An elderly woman was killed.", 1, None),
        ("Fourteen soldiers and dozens of militants were killed.", 14, None),
        # One who is told by his post, and others.
        ("The drone killed a top People's Front (PF) commander and wounded two others.", 1, 2),
        ("The drone killed a senior official of the Party of Freedom (PF) and two others.", 3, None),
        ("The blast killed the head of the council of Kupiansk and three others.", 4, None),
        ("The strike killed the official, as well as his driver.", 2, None),
        (
            "Rescuers recovered the body of a woman, and 32 people, six of them children, sought medical help.",
            1,
            32,
        ),
        ("The blast killed the mayor of the town and two others were hurt.", 1, 2),
        ("The blast killed a soldier in Gao and two others in Kidal.", 1, None),
        # Who was hurt, and how it is said.
        ("A guard sustained a serious injury to his leg.", None, 1),
        ("Four pupils aboard a nearby school bus sustained injuries.", None, 4),
        ("Paramedics treated 15 people.", None, 15),
        ("Eight people received medical treatment.", None, 8),
        ("Two policemen were shot by gunmen and died on the spot.", 2, None),
        ("A policeman was wounded in the blast and later died.", 1, None),
        ("Three guards were injured and later succumbed to their wounds.", 3, None),
        ("A policeman was wounded in the blast and a passer-by died.", 1, 1),
        # Tolls that go on behind where and when.
        ("The death toll from a suicide blast outside a stadium in Quetta rose to 14 on Sunday.", 14, None),
        ("The number of police who were killed in the clash with rebels on Friday rose to 22.", 22, None),
        ("The government has raised to 54 the number of dead.", 54, None),
        ("In addition to the death toll, officials said 11 officers were injured.", None, 11),
        # Names only.
        ("The dead were identified as Omar Haddad, Lina Saab and Ziad Farah.", 3, None),
        ("The victim was identified as Omar Haddad.", 1, None),
        # What counts nobody.
        ("Two ambulances that carried the seriously injured were sent to the town.", None, None),
        ("Locals told our reporter that 22 houses were burned.", None, None),
        ("At least four were burned, two of them critically.", None, 4),
        ("The war has killed nearly 9,000 people and injured over 16,000 others.", None, None),
        ("They were among 40 rebels killed in different operations.", None, None),
        ("The victims were buried by Omar Haddad.", None, None),
        ("The dead were identified as sons of the village.", None, None),
    ],
)
def test_hurt_in_english(text: str, killed: int | None, wounded: int | None) -> None:
    """Best numbers, nothing where nobody is counted."""
    assert counts(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("انتشل الدفاع المدني جثتين من تحت الأنقاض.", 2, None),
        ("انتُشلت جثتا رجل وطفلة من تحت الركام.", 2, None),
        ("انتُشلت جثة رجل من تحت الركام.", 1, None),
        ("فقد شخصان حياتهما وأصيب ثلاثة.", 2, 3),
        ("ولم يتم الإبلاغ عن وقوع إصابات أو أضرار.", 0, 0),
        ("لم يسقط قتلى.", 0, None),
    ],
)
def test_hurt_in_arabic(text: str, killed: int | None, wounded: int | None) -> None:
    """Bodies by twos, lives lost by two, and none reported."""
    assert counts(text, "ar") == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A school principal was killed in his car.", 1, None),
        ("The commissioner and two of his bodyguards were killed.", 3, None),
        ("The shelling killed a couple and injured their landlord.", 2, 1),
        ("Soldiers neutralised five bandits.", 5, None),
        ('In the night 40 soldiers of the regime were "neutralised".', 40, None),
        ("The drone killed a commander of the Freedom Units (FU) and his two companions.", 3, None),
        ("The body of a man was pulled from the rubble.", 1, None),
        ("A woman of 52 suffered a leg injury.", None, 1),
        ("A group of 52 suffered injuries.", None, 52),
        ("A resident of Kherson who was wounded by a drone on Monday has died.", 1, None),
        ("A resident of Kherson who was wounded by a drone said that his son had fled.", None, 1),
        ("Two people in the Jaffa area have slight shrapnel wounds.", None, 2),
        ("One soldier on guard at a checkpoint was wounded.", None, 1),
        (
            "At least five people, including three Border Corps (BC) soldiers, were martyred and 35 wounded.",
            5,
            35,
        ),
        # Tolls far from what became of them.
        (
            "The number of dead in the ambush that rebels laid on Sunday, on the road to Gao, has gone up to 15.",
            15,
            None,
        ),
        ("The death toll was not clear, but police said the number of injured had risen to 14.", None, 14),
        ("The toll on the coastal road has risen to 15 dollars.", None, None),
    ],
)
def test_more_people_and_tolls(text: str, killed: int | None, wounded: int | None) -> None:
    """Trades, offices and nations are people too; a toll may stand far from its number."""
    assert counts(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("أعلن الحاكم أن امرأة تبلغ 60 عاما قتلت وأصيب 12 شخصا.", 1, 12),
        ("قُتل جنديان فرنسيان ومترجم وأصيب ثلاثة آخرون.", 3, 3),
        ("أسفر الانفجار عن مصرع جميع ركابها الخمسة.", 5, None),
        ("إن عدد القتلى في التفجيرين اللذين وقعا أمس في المدينة بلغ 70 شخصا، وأن الجرحى 300.", 70, 300),
        ("أوضح المصدر أن حصيلة المصابين التي سجلها المستشفى بلغت 15.", None, 15),
        ("حصيلة الهجوم غير معروفة حتى الآن وقال إن المسافة بلغت 15 كيلومترا.", None, None),
        ("أسفر الانفجار عن مقتل وإصابة ضابط وستة جنود.", None, None),
    ],
)
def test_more_arabic(text: str, killed: int | None, wounded: int | None) -> None:
    """Who stands before the verb, all passengers, tolls told far from their number; not the killed or wounded."""
    assert counts(text, "ar") == (killed, wounded)
