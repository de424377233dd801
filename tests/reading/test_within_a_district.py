"""A village that nothing knows in a district, a quarter of a town, and towns that only say who speaks."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, article, row, told

DISTRICTS = [
    row(
        "a village in a district",
        "Gunmen attacked the village of Ndunkwol in Djibo district, Burkina Faso, on Sunday, killing 16 people.",
        {"precision": "district", "point": "representative", "killed": 16},
    ),
    row(
        "the district alone",
        "Gunmen killed five people in Djibo district on Sunday, Burkina Faso's army said.",
        {"precision": "district", "point": "representative"},
    ),
    row(
        "a district: Arabic",
        "قتل مسلحون خمسة أشخاص في قرية دوربانو بمديرية حيس في اليمن الأحد.",
        {"precision": "district", "point": "representative"},
    ),
    row(
        "a district whose word is part of the name: Arabic",
        "قتل خمسة أشخاص في هجوم على قرية كفر زندوق في قضاء مخمور بالعراق الأحد.",
        {"place": "makhmur", "precision": "district", "point": "representative"},
    ),
    row(
        "a district whose word is part of the name",
        "The ADF killed eight people at Kolomobe in Beni territory, DR Congo, on Sunday.",
        {"place": "beni-cd", "precision": "district", "killed": 8},
    ),
    row(
        "the territory of a town",
        "ADF rebels killed eight people at Kolomobe, in the territory of Lubero, North Kivu, on Sunday.",
        {"precision": "district", "killed": 8},
    ),
    row(
        "a local government area",
        "Gunmen attacked Kolomobe in Damboa LGA of Borno state, Nigeria, on Sunday, killing six soldiers.",
        {"precision": "district", "killed": 6},
    ),
    row(
        "a name that nothing knows, and the province behind it",
        "Two policemen were killed in Kolomobe, Zamfara, on Sunday, Nigerian police said.",
        {"country": "NG", "precision": "governorate", "killed": 2},
    ),
    row(
        "a name that nothing knows, and the province behind it: a frontier",
        "Two soldiers were killed near Chong Kolo, Surin, on Sunday, Thailand's army said.",
        {"country": "TH", "precision": "governorate", "killed": 2},
    ),
    row(
        "a person behind a name that nothing knows",
        "Shells killed two people in Djibo on Sunday. In Kolomobe, Solenzo Sawadogo, a farmer of Burkina Faso, wept.",
        {"precision": "locality", "killed": 2},
    ),
    row(
        "a side of the capital",
        "A bomb exploded on the western side of Kabul on Sunday, killing two.",
        {"country": "AF", "precision": "locality", "killed": 2},
    ),
    row(
        "the side of a government",
        "On the side of Damascus two soldiers were killed in Saraqib on Sunday, Syria's army said.",
        {"place": "saraqib", "killed": 2},
    ),
    row(
        "a name that nothing knows, and the small town in which or by which it is",
        "Gunmen killed three people at Kolomobe, in Nawnghkio, Shan State, on Sunday.",
        {"precision": "near", "killed": 3},
    ),
    row(
        "a name that nothing knows in a large city is a part of it",
        "Gunmen killed three people at Kolomobe, in Maiduguri, Nigeria, on Sunday.",
        {"precision": "locality", "killed": 3},
    ),
    row(
        "a village near a town",
        "Gunmen killed five people in the village of Dorbano near Djibo, Burkina Faso, on Sunday.",
        {"precision": "near"},
    ),
    row(
        "the town itself",
        "Gunmen killed five people in Djibo, Burkina Faso, on Sunday.",
        {"precision": "locality"},
    ),
    row(
        "a quarter that nothing knows",
        "Gunmen killed five people in the Kolfano neighbourhood of Djibo, Burkina Faso, on Sunday.",
        {"precision": "locality", "point": "site"},
    ),
    row(
        "a quarter that nothing knows: Arabic",
        "سقطت قذائف على حي السلام في الفاشر الأحد وقتلت ثلاثة.",
        {"place": "el-fasher", "precision": "locality"},
    ),
    row(
        "a quarter that has the name of one elsewhere: Arabic",
        "قصفت قوات الدعم السريع حي النصر في الأبيض الأحد فقتل خمسة مدنيين.",
        {"place": "el-obeid", "precision": "locality", "killed": 5},
    ),
]

WHO_SPEAKS = [
    row(
        "a governor",
        "قال محافظ درعا إن قصفا مدفعيا في نوى أمس أدى إلى مقتل ثلاثة مدنيين.",
        {"place": "nawa", "killed": 3},
    ),
    row(
        "a governor who announces",
        "أعلن محافظ كركوك مقتل ثلاثة جنود في هجوم في الحويجة الأحد.",
        {"place": "hawija"},
    ),
    row(
        "a director of health",
        "ذكر مدير صحة الأنبار أن عبوة ناسفة انفجرت في الرطبة الأحد وقتلت شرطيين.",
        {"killed": 2},
    ),
    row(
        "a governor who was to be hit",
        "نجا محافظ عدن أمس من محاولة اغتيال بسيارة مفخخة انفجرت لدى مرور موكبه في حي حجيف بمديرية التواهي وقتلت ستة.",
        {"killed": 6},
    ),
    row(
        "a governor, of his own province",
        "أعلن محافظ كركوك سقوط ثلاثة صواريخ على المدينة الأحد وإصابة جنديين.",
        {"country": "IQ", "wounded": 2},
    ),
]

NAMED_FOR_WATERS = [
    row(
        "the governor of a river's state",
        "The governor of White Nile State said drones struck a power station in Rabak on Sunday.",
        {"place": "rabak", "day": "2024-02-04"},
    ),
    row(
        "a governor of that name behind the deed",
        "Drones hit a fuel depot on Sunday, the governor of River Nile said.",
        {"country": "SD", "precision": "governorate"},
    ),
    row(
        "in Arabic",
        "أعلن والي نهر النيل مقتل أربعة أشخاص في هجوم بالمسيرات يوم الأحد.",
        {"country": "SD", "precision": "governorate", "killed": 4},
    ),
    row(
        "the governor of two provinces of a sea's name",
        "أكد محافظ البحر الأحمر سقوط مسيرة في منتجع سياحي يوم الأحد.",
    ),
    row(
        "a sea",
        "Drones hit a ship in the Red Sea on Sunday, the governor of Red Sea State said.",
        {"place": "red-sea", "precision": "sea"},
    ),
    row(
        "a river",
        "قصف الجيش جسرا على نهر النيل يوم الأحد.",
        {"place": "nile"},
    ),
]

AGAIN = [
    row(
        "for the second time, and no more: Arabic",
        "قصفت قوات الدعم السريع مدينة الأبيض الأحد فقتل خمسة مدنيين. وللمرة الثانية قصفت القوات المدينة.",
        {"place": "el-obeid", "killed": 5},
    ),
    row(
        "again, with victims of its own",
        "Shells hit Nikopol on Saturday. On Sunday the city was shelled again, and two people were killed.",
        {"place": "nikopol", "day": "2024-02-03"},
        {"place": "nikopol", "day": "2024-02-04", "killed": 2},
    ),
]

NAMES = [
    row("soldiers in Gao", "Gunmen killed two soldiers in Gao on Sunday.", {"place": "gao", "killed": 2}),
    row("soldiers in Gao: Arabic", "قتل مسلحون جنديين في غاو الأحد.", {"place": "gao", "killed": 2}),
    row(
        "El Obeid in its country",
        "قتل خمسة مدنيين بقصف مدفعي على الأبيض بولاية شمال كردفان الأحد.",
        {"place": "el-obeid", "killed": 5},
    ),
    row(
        "the White Nile is no El Obeid",
        "قصفت مسيرات الدعم السريع محطة كهرباء في كوستي بولاية النيل الأبيض في السودان الأحد وأصيب ثلاثة.",
        {"wounded": 3, "country": "SD"},
    ),
    row(
        "nor is the White House",
        "قال البيت الأبيض إن قوات الدعم السريع قصفت الفاشر في السودان الأحد وقتلت ثلاثة.",
        {"place": "el-fasher", "killed": 3},
    ),
]


@pytest.mark.parametrize("case", [*DISTRICTS, *WHO_SPEAKS, *NAMED_FOR_WATERS, *AGAIN, *NAMES])
def test_where_within(case: Case, reader: Reader) -> None:
    """No finer than it is told, and no second place where one was told."""
    assert told(case, reader) == case.wanted


def test_a_district_reaches_around_its_town(reader: Reader) -> None:
    """The radius is that of a district, not of the town that it is called after."""
    town, district = (
        reader.read(article(f"Gunmen killed five people in Djibo{what}, Burkina Faso, on Sunday.")).reports[0]
        for what in ("", " district")
    )
    assert (district.radius_km or 0) >= (town.radius_km or 0) + 15
    assert (district.lon, district.lat) == (town.lon, town.lat)


def test_a_person_is_no_town(reader: Reader) -> None:
    """Gao is a surname as well."""
    text = "Ms Gao met soldiers in Manila on Monday, after a bomb killed two of them in Basilan on Sunday."
    assert "gao" not in {r.place_id for r in reader.read(article(text)).reports}
