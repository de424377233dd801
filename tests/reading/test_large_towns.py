"""Towns by a plain sentence, without a word for their kind or country: large ones by another spelling, weak names."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

ROWS = [
    row(
        "a city of 600,000 in the spelling of the press",
        "A Russian missile killed nine people in Kryvyi Rih on Sunday.",
        {"place": "kryvyi-rih", "killed": 9},
    ),
    row(
        "a large city whose name is no word",
        "Two explosions killed 84 people in Kerman on Sunday.",
        {"place": "kerman", "killed": 84},
    ),
    row(
        "a town of Libya",
        "A bomb killed three soldiers in Derna on Sunday.",
        {"place": "derna", "killed": 3},
    ),
    row(
        "a town of Myanmar",
        "An air strike killed 20 people in Mogok on Sunday.",
        {"place": "mogok", "killed": 20},
    ),
    row(
        "a large city in Arabic",
        "قتل خمسة أشخاص بانفجار قنبلة في لاهور يوم الأحد.",
        {"country": "PK", "killed": 5},
    ),
    row(
        "a large city in Arabic that was shelled",
        "قتل ستة في غارات روسية على فينيتسا يوم الأحد.",
        {"country": "UA", "killed": 6},
    ),
    row("a camp is not Mascara", "قتل ستة في هجوم على معسكر للجيش يوم الأحد."),
    row("the stock exchange is not Bursa", "قتل ثلاثة بإطلاق نار في بورصة الأسهم يوم الأحد."),
    row(
        "a city with the article may be a word: in the corner",
        "قتل ثلاثة بانفجار قنبلة في الزاوية يوم الأحد.",
    ),
    row(
        "a city of a land of which little is known",
        "قتل ثلاثة بانفجار قنبلة في أونوجو يوم الأحد.",
    ),
    row(
        "a weak name behind a raid on it",
        "شنت طائرات التحالف ثلاث غارات على حجة يوم الأحد، ما أدى إلى مقتل ستة.",
        {"place": "hajjah", "killed": 6},
    ),
    row(
        "shelling of a weak name",
        "قتل ستة في القصف المدفعي على حرض يوم الأحد.",
        {"place": "haradh", "killed": 6},
    ),
    row(
        "a pretext is no town",
        "قصفت طائرات التحالف منزلا في صنعاء بحجة وجود مسلحين فيه يوم الأحد، ما أدى إلى مقتل ثلاثة.",
        {"place": "sanaa"},
    ),
    row(
        "a house of several floors is not Amarah", "قتل ستة في غارة إسرائيلية على العمارة السكنية يوم الأحد."
    ),
    row("a land is not Balad", "قتل ستة في قصف على بلد مجاور يوم الأحد."),
]


@pytest.mark.parametrize("case", ROWS)
def test_the_town_is_found(case: Case, reader: Reader) -> None:
    """A name that no common word has is enough for a place; a word that is a name, too, is not."""
    assert told(case, reader) == case.wanted
