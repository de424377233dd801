"""Short Arabic agency items: who opened fire at whom, whose soldiers were hit, what a blast was, who planted a mine."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

THURSDAY = dt.date(2025, 11, 20)

SIDES = [
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
]


@pytest.mark.parametrize("case", WHAT)
def test_what_it_was_and_where(case: Case, reader: Reader) -> None:
    """Without these the item yields nothing."""
    assert told(case, reader) == case.wanted
