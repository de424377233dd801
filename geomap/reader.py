"""The built-in reader: an article in, reports out, by deterministic rules over lexicons that are data."""

from __future__ import annotations

import msgspec

from geomap.extract.reports import make_reports
from geomap.extract.scene import Scene, make_scene, may_tell_of_deeds
from geomap.extract.story.telling import Teller
from geomap.extract.unplaced import unplaced
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.language import Language
from geomap.model import Article, Report, Unplaced
from geomap.recognise import Reading, Vocabulary, recognise
from geomap.resolve import Atlas
from geomap.text import is_arabic


class Read(msgspec.Struct, frozen=True):
    """What was read in one article."""

    reports: tuple[Report, ...]
    unplaced: tuple[Unplaced, ...] = ()
    refused: tuple[str, ...] = ()  # drafts of another reader that the article does not bear out, and why


class Reader:
    """Reads articles with one gazetteer; build it once, it keeps the compiled names and words."""

    def __init__(self, gazetteer: Gazetteer, vocabulary: Vocabulary, atlas: Atlas) -> None:
        self.gazetteer = gazetteer
        self.vocabulary = vocabulary
        self.atlas = atlas
        self._languages: dict[str, Language] = {}

    def scene(self, article: Article) -> Scene:
        """What is recognised in an article, before events are made of it."""
        language, reading = self._recognised(article)
        return make_scene(article, reading, self.vocabulary, self.atlas, language)

    def _recognised(self, article: Article) -> tuple[Language, Reading]:
        """The language of an article, by its `lang` or its letters, and the names and cues of its text."""
        lang = article.lang or ("ar" if is_arabic(article.text) else "en")
        if lang not in self._languages:
            self._languages[lang] = Language.of(lang, self.gazetteer.lexicons)
        language = self._languages[lang]
        return language, recognise(article.text, self.vocabulary, language.lang)

    def read(self, article: Article) -> Read:
        """The reports of an article, in the order of its text."""
        language, reading = self._recognised(article)
        if not may_tell_of_deeds(reading):
            return Read(reports=())
        scene = make_scene(article, reading, self.vocabulary, self.atlas, language)
        teller = Teller(scene)
        reports = make_reports(scene, teller.read(), teller.frames)
        return Read(reports=tuple(reports), unplaced=tuple(unplaced(scene, teller.placeless)))
