"""One who is named and those who died beside him, in Arabic: "مقتل القيادي … وأربعة آخرين" are five."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, row, told

COMPANIONS = [
    row(
        "and four others",
        "أدت غارة على شقة في حارة حريك يوم الأحد إلى مقتل القيادي في الحركة سامر الخطيب وأربعة آخرين.",
        {"place": "haret-hreik", "killed": 5},
    ),
    row(
        "a journalist and five others",
        "أدت غارة على دير البلح يوم الأحد إلى مقتل الصحفي سعيد الحلبي وخمسة آخرين.",
        {"place": "deir-al-balah", "killed": 6},
    ),
    row(
        "and two of his guards",
        "أدى القصف إلى مقتل القيادي ماهر حمدان واثنين من مرافقيه في رفح يوم الأحد.",
        {"place": "rafah", "killed": 3},
    ),
    row(
        "a rank behind a post",
        "قتل قائد الفوج العقيد سعد الحسن وستة آخرون بانفجار عبوة في الرمادي يوم الأحد.",
        {"place": "ramadi", "killed": 7},
    ),
    row(
        "murdered with his sons",
        "اغتال مسلحون الشيخ أحمد الطائي وثلاثة من أبنائه في بعقوبة يوم الأحد.",
        {"place": "baqubah", "killed": 4},
    ),
    row(
        "and his comrade",
        "قُتل القيادي في الحزب علي مراد ورفيقه في غارة على سيارة في حارة حريك يوم الأحد.",
        {"place": "haret-hreik", "killed": 2},
    ),
    row(
        "others who were only wounded",
        "أسفر انفجار في كركوك يوم الأحد عن مقتل الطبيب سعد محمود وإصابة أربعة آخرين.",
        {"place": "kirkuk", "killed": 1, "wounded": 4},
    ),
    row(
        "others to whom something else was done",
        "قتل الجندي محمد علي في الموصل يوم الأحد، وثلاثة آخرون أصيبوا.",
        {"place": "mosul", "killed": 1, "wounded": 3},
    ),
    row(
        "one alone",
        "اغتال مسلحون مجهولون المختار حسن صالح في تكريت يوم الأحد.",
        {"place": "tikrit", "killed": 1},
    ),
]


@pytest.mark.parametrize("case", COMPANIONS)
def test_those_who_died_beside_a_named_one_are_counted(case: Case, reader: Reader) -> None:
    """The number behind "and" counts people only with "others" or "of his"."""
    assert told(case, reader) == case.wanted
