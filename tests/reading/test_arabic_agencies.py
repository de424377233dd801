"""Short Arabic agency items: who opened fire at whom, whose soldiers were hit, what a blast was, who planted a mine."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

THURSDAY = dt.date(2025, 11, 20)

SIDES = [
    row(
        "hostile aircraft over Yemen: whose, their enemy alone would say",
        "شن الطيران المعادي ليل أمس ست غارات على محيط العاصمة صنعاء.",
        {"by": [], "with": "airstrike"},
        published=THURSDAY,
    ),
    row(
        "hostile aircraft over southern Lebanon",
        "شن الطيران المعادي غارة على بلدة عيتا الشعب في جنوب لبنان أمس.",
        {"by": ["israel"], "with": "airstrike"},
        published=THURSDAY,
    ),
    row(
        "who opens fire stands between 'opened' and 'fire'",
        "فتح جنود الاحتلال الإسرائيلي النار على متظاهرين في بلدة بيتا أمس فأصابوا ثلاثة.",
        {"by": ["israel"], "on": [], "with": "gunfire", "wounded": 3},
        published=THURSDAY,
    ),
    row(
        "gunmen who open fire at a patrol",
        "فتح مسلحون مجهولون النار على دورية للشرطة في كركوك أمس.",
        {"by": [], "on": ["iraq"], "with": "gunfire"},
        published=THURSDAY,
    ),
    row(
        "two who died by a side's strike, told with 'by'",
        "نعى الجيش اللبناني عسكريين اثنين استشهدا بغارة إسرائيلية استهدفت منزلا في بنت جبيل.",
        {"by": ["israel"], "killed": 2},
        published=THURSDAY,
    ),
    row(
        "soldiers who died in a named group's attack are the country's",
        "قتل ضابط وجندي بهجوم لداعش في كركوك أمس.",
        {"by": ["islamic-state"], "on": ["iraq"], "killed": 2},
        published=THURSDAY,
    ),
    row(
        "a patrol 'of the army', behind the bomb that hit it",
        "انفجرت عبوة ناسفة بدورية للجيش في كركوك أمس.",
        {"on": ["iraq"], "with": "ied"},
        published=THURSDAY,
    ),
    row(
        "a patrol of the police that came under fire",
        "تعرضت دورية للشرطة لإطلاق نار في كركوك أمس.",
        {"on": ["iraq"], "with": "gunfire"},
        published=THURSDAY,
    ),
    row(
        "the army's own shelling",
        "قتل مدنيان بقصف للجيش السوداني على مدينة نيالا أمس.",
        {"by": ["sudanese-armed-forces"], "on": [], "killed": 2},
        published=THURSDAY,
    ),
    row(
        "who planted the mine",
        "أصيب طفلان بانفجار لغم زرعه الحوثيون في مدينة حيس أمس.",
        {"by": ["houthis"], "on": [], "wounded": 2},
        published=THURSDAY,
    ),
    row(
        "a mine called after a side",
        "قتلت طفلة بانفجار لغم حوثي في مدينة حيس أمس.",
        {"by": ["houthis"], "on": [], "killed": 1},
        published=THURSDAY,
    ),
    row(
        "a claim of having shot a soldier",
        "تبنت سرايا القدس قنص جندي إسرائيلي في جباليا أمس.",
        {"by": ["palestinian-islamic-jihad"], "on": ["israel"], "status": "claimed"},
        published=THURSDAY,
    ),
    row(
        "who laid an ambush, by a name that has 'base' in it",
        "قتل جنديان في كمين نصبه تنظيم القاعدة لدورية في محافظة شبوة أمس.",
        {"by": ["al-qaeda"], "killed": 2},
        published=THURSDAY,
    ),
    row(
        "some of a group's people who killed others",
        "قتل عناصر من تنظيم الدولة سبعة رعاة أغنام في ريف السلمية أمس.",
        {"by": ["islamic-state"], "on": [], "killed": 7},
        published=THURSDAY,
    ),
]


@pytest.mark.parametrize("case", SIDES)
def test_who_struck_whom(case: Case, reader: Reader) -> None:
    """Without these who fired is the target, or a state whose patrol was hit is not named."""
    assert told(case, reader) == case.wanted


WHAT = [
    row(
        "a blast that shook a town, and the car bomb behind it",
        "هز انفجار عنيف مدينة إدلب ظهر أمس إثر تفجير سيارة مفخخة قرب جامع، ما خلف خمسة قتلى و17 جريحا.",
        {"place": "idlib", "with": "ied", "killed": 5, "wounded": 17},
        published=THURSDAY,
    ),
    row(
        "a court beside which a bomb went off",
        "وقع تفجير انتحاري أمام محكمة في بغداد أودى بحياة 12 شخصا أمس.",
        {"place": "baghdad", "killed": 12},
        published=THURSDAY,
    ),
    row(
        "two gunmen who murdered an officer are not the dead",
        "اغتال مسلحان على متن دراجة نارية المقدم في الجيش أحمد السلمي وسط مدينة عدن مساء الأحد.",
        {"place": "aden", "killed": 1},
        published=THURSDAY,
    ),
    row(
        "'which led to his death', with his companion",
        "استهدفت مسيرة سيارة قيادي في صنعاء أمس ما أدى إلى مقتله ومرافقه.",
        {"place": "sanaa", "killed": 2},
        published=THURSDAY,
    ),
    row(
        "'which led to her death'",
        "قنص مسلحو الحوثي امرأة في مدينة تعز أمس، ما أدى إلى وفاتها على الفور.",
        {"place": "taiz", "killed": 1},
        published=THURSDAY,
    ),
    row(
        "one killed, in a headline's present",
        "قصف إسرائيلي على بلدة عيتا الشعب جنوبي لبنان يوقع قتيلا وثلاثة جرحى أمس.",
        {"killed": 1, "wounded": 3},
        published=THURSDAY,
    ),
    row(
        "a child who was killed and his brother, wounded",
        "قال الدفاع المدني السوري إن طفلا قتل وأصيب شقيقه بانفجار قنبلة في بلدة سرمين شرقي إدلب اليوم الخميس.",
        {"place": "sarmin", "killed": 1, "wounded": 1},
        published=THURSDAY,
    ),
    row(
        "a town of Pakistan by its Arabic name",
        "قتل جندي في هجوم في ديرا إسماعيل خان أمس.",
        {"place": "dera-ismail-khan", "on": ["pakistan"]},
        published=THURSDAY,
    ),
    row(
        "arrests on the day of the raid",
        "توغلت قوة إسرائيلية في بلدة جباتا الخشب واعتقلت شابين صباح اليوم.",
        {"kind": "raid", "day": "2025-11-20"},
        published=THURSDAY,
    ),
]


@pytest.mark.parametrize("case", WHAT)
def test_what_it_was_and_where(case: Case, reader: Reader) -> None:
    """Without these the item yields nothing."""
    assert told(case, reader) == case.wanted
