"""When: dates found in English and Arabic text, and the days they mean.

`find_dates` reads a whole article once; `resolve_date` turns a phrase into days against the day of the article
or another event; `find_anchor` says which day the article is of, and how far to trust it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geomap.extract.dates.anchor import Anchor, find_anchor
from geomap.extract.dates.join import join
from geomap.extract.dates.phrase import DatePhrase
from geomap.extract.dates.pieces import read_rules
from geomap.extract.dates.resolve import Resolved, resolve_date
from geomap.extract.dates.rules import CLASSES
from geomap.extract.words.tokens import lexer_for

__all__ = ["Anchor", "DatePhrase", "Resolved", "find_anchor", "find_dates", "resolve_date"]


def find_dates(text: str, lang: str, words: Mapping[str, Any]) -> list[DatePhrase]:
    """Every phrase of a text that says when, in order, none overlapping.

    Args:
        text: A whole article, so that its numeric dates can decide each other's order of day and month.
        lang: Its language, ISO 639-1; kept for readers of other languages, the words decide.
        words: The `dates` table of the language's lexicon.
    """
    scan = lexer_for(words, CLASSES).scan(text)
    return join(text, scan, read_rules(scan), tuple(words.get("landmarks", ())))
