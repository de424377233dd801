"""The built-in reader: an article in, reports out, by deterministic rules over lexicons that are data."""

from __future__ import annotations

import msgspec

from geomap.extract.reports import make_reports
from geomap.extract.scene import Scene, make_scene
from geomap.extract.story.telling import Teller
from geomap.extract.unplaced import unplaced
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.language import Language
from geomap.model import Article, Report, Unplaced
from geomap.recognise import Vocabulary
from geomap.resolve import Atlas


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
        return make_scene(article, self.vocabulary, self.atlas, self._languages)

    def read(self, article: Article) -> Read:
        """The reports of an article, in the order of its text."""
        scene = self.scene(article)
        teller = Teller(scene)
        reports = make_reports(scene, teller.read(), teller.frames)
        return Read(reports=tuple(reports), unplaced=tuple(unplaced(scene, teller.placeless)))
