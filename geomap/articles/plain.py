"""Articles as text files: the text is all there is."""

from __future__ import annotations

from geomap.articles.made import make_article
from geomap.model import Article


def read_text(text: str, id: str, path: str | None) -> Article:
    """The Article of a plain text file, characters unchanged."""
    return make_article(id, text, path=path)
