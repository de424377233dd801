"""Arabic: verbs before their subjects, clitics, the passive, and words that only look like places."""

from __future__ import annotations

import pytest

from geomap.reader import Reader
from tests.fixtures.reading import Case, article, row, told

US, IRI = "united-states", "islamic-resistance-in-iraq"

TOLD = [
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
]

NOT_TOLD = [
    row("a negation", "لم تتعرض قاعدة حرير لأي هجوم يوم الأحد، بحسب متحدث."),
    row("an exercise", "نفذت القوات تدريبات بالذخيرة الحية وأطلقت صواريخ قرب طرطوس يوم الأحد."),
    row("a threat", "هددت الفصائل يوم الأحد باستهداف القواعد الأميركية في حرير وعين الأسد."),
    row("a total", "تعرضت القواعد الأميركية في سوريا والعراق لأكثر من 160 هجوما منذ تشرين الأول."),
    row("silk is no base", "ارتفعت أسعار حرير الزينة في أسواق دمشق يوم الأحد."),
    row("a person", "حكمت محكمة في الخرطوم على عمر البشير يوم الأحد."),
    row("a television channel", "قالت قناة الميادين يوم الأحد إن المفاوضات مستمرة."),
    row("a condemnation", "أدانت بغداد يوم الأحد الهجمات وطالبت بوقفها."),
]


@pytest.mark.parametrize("case", TOLD)
def test_what_arabic_articles_tell(case: Case, reader: Reader) -> None:
    """The same facts as in English."""
    assert told(case, reader) == case.wanted


@pytest.mark.parametrize("case", NOT_TOLD)
def test_what_arabic_articles_do_not_tell(case: Case, reader: Reader) -> None:
    """The same silence as in English."""
    assert told(case, reader) == case.wanted


def test_a_short_arabic_article_is_read_as_arabic(reader: Reader) -> None:
    """A line from a channel, whose file does not say its language."""
    text = "استهدفت طائرة مسيرة قاعدة عين الأسد غربي العراق يوم الأحد."
    assert [r.place_id for r in reader.read(article(text, lang=None)).reports] == ["ain-al-asad"]
