"""Provinces that a text names as such: "Borno State" says which country it is about, if no other has one."""

from __future__ import annotations

from collections import Counter

from geomap.gazetteer.language import Language
from geomap.resolve.atlas import Atlas
from geomap.resolve.spans import Spans


def countries_of_divisions(text: str, taken: Spans, atlas: Atlas, language: Language) -> Counter[str]:
    """How often each country is named by first-level divisions whose name, with its word, no other country has.

    Args:
        text: The text that was read.
        taken: Spans of names that are known otherwise: "the Gulf region" is none of Papua New Guinea's.
        atlas: Looks divisions up.
        language: How the text's language says that a name is a division's.
    """
    counts: Counter[str] = Counter()
    for match in language.division_named.finditer(text):
        if taken.touch(*match.span("name")) or _is_a_common_word(match["name"], match[0], language):
            continue
        country = _only_country(match["name"], atlas)
        if country is None and not language.capitals:  # where a name ends cannot be seen
            country = _only_country(match["name"].split()[0], atlas)
        if country is not None:
            counts[country] += 1
    return counts


def _is_a_common_word(name: str, whole: str, language: Language) -> bool:
    """Whether a name is a word for a kind of place, and its division's word has no capital: "a Gulf state"."""
    return (
        name.lower() in language.kind_words and language.capitals and whole.rsplit(maxsplit=1)[-1].islower()
    )


def _only_country(name: str, atlas: Atlas) -> str | None:
    countries = {division.country for division in atlas.divisions(name)}
    return countries.pop() if len(countries) == 1 else None
