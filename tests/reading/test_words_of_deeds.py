"""Articles without a word that a deed is told with: nothing is looked for in them, and nothing is missed."""

from __future__ import annotations

import pytest

from geomap.articles.made import make_article
from geomap.extract.scene import make_scene, may_tell_of_deeds
from geomap.model import Article
from geomap.reader import Reader
from geomap.recognise import recognise


def bare(text: str) -> Article:
    """An article of these words alone, without the page around it."""
    return make_article("a", text)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Four soldiers died when rockets landed on their post near Mosul on Sunday.", True),
        ("The air defences stopped it over Erbil on Sunday.", True),
        ("Gunmen opened up on a patrol in Jos on Sunday.", True),
        ("The army carried out an operation in Bama on Sunday.", True),
        ("Drones over Kharkiv", True),
        ("فتح مسلحون مجهولون النار على سيارة في درعا يوم الأحد.", True),
        ("مسيّرتان على حقل كورمور", True),
        ("The mayor of Mosul and the minister spoke of the harvest in Baghdad on Sunday.", False),
        ("The team of Aleppo beat that of Homs on Sunday, and 9,000 people were there.", False),
        ("اجتمع الوزير مع رئيس البلدية في بغداد يوم الأحد لبحث موسم الحصاد.", False),
    ],
)
def test_words_of_deeds(text: str, may: bool, reader: Reader) -> None:
    """Deeds, arms, and the verbs that tell of a deed together with what stands beside them."""
    lang = "ar" if text[0] > "z" else "en"
    assert may_tell_of_deeds(recognise(text, reader.vocabulary, lang)) is may


def test_an_article_without_them_is_left_alone(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither towns nor days nor numbers are looked for in it."""
    looked: list[str] = []

    def watched(article: Article, *given: object) -> object:
        looked.append(article.text)
        return make_scene(article, *given)  # type: ignore[arg-type]

    monkeypatch.setattr("geomap.reader.make_scene", watched)
    quiet, loud = "Prices rose in Baghdad on Sunday.", "Rockets hit a base near Erbil on Sunday."
    assert not reader.read(bare(quiet)).reports
    assert reader.read(bare(loud)).reports
    assert looked == [loud]


@pytest.mark.parametrize(
    "text",
    [
        "A bus hit a lorry near Basra on Sunday, and nine people were hurt.",
        "The army could strike Raqqa, the minister said on Sunday.",
        "Was the depot near Erbil hit by a drone on Sunday?",
        "In his latest thriller, drones attack the port of Odesa and kill 40 sailors.",
    ],
)
def test_where_no_deed_is_told_nothing_else_is_read(
    text: str, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither places nor parties are looked for where every word for a deed means something else."""
    monkeypatch.setattr("geomap.extract.story.telling.sentence_frames", None)  # whoever asks it fails
    assert not reader.read(bare(text)).reports
