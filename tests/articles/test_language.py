"""The language of a text by its script and commonest words."""

from __future__ import annotations

import pytest

from geomap.articles.language import language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Rockets fell on the base in the east of the province and the army said nothing.", "en"),
        ("قالت مصادر إن صواريخ سقطت على قاعدة في شرق المحافظة من دون إصابات", "ar"),
        (
            "Des roquettes sont tombées sur la base dans l'est de la province et les soldats ont été blessés",
            "fr",
        ),
        (
            "Die Raketen sind in der Nacht auf den Stützpunkt gefallen und die Armee hat das nicht bestätigt",
            "de",
        ),
        ("سقوط خمس مسيرات من عشر و7 صواريخ و4 قذائف و9 قنابل", "ar"),
        ("این حمله در شرق استان به پایگاه شد و ارتش آن را تایید کرد", "fa"),
        ("Ракеты упали на базу в восточной части провинции, сообщили военные", "other"),
        ("", None),
        ("12345 !!!", None),
        ("Qaim Harir Zummar", None),
    ],
)
def test_language(text: str, lang: str | None) -> None:
    """An article is read by the lexicon of its language, or not at all."""
    assert language(text) == lang
