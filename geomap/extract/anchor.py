"""Which day an article is of, by trust; what a page shows beside the article is not believed unless it fits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from geomap.extract.date_phrases import DatePhrase
from geomap.model import Article, Record


class Anchor(Record, frozen=True):
    """The day that "today" in an article is, None if not known; trust from 0 to 1; why, in words."""

    day: dt.date | None
    trust: float
    why: str


def find_anchor(article: Article, phrases: Sequence[DatePhrase]) -> Anchor:
    """The day of an article, by what can best be believed."""
    if article.published is not None:
        return Anchor(article.published, 1.0, f"published {article.published} ({article.published_from})")
    return Anchor(None, 0.0, "no date found")
