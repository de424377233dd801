"""Capitals without their name: "the Iraqi capital", "Yemen's capital", "in the capital"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from geomap.gazetteer.language import Language
from geomap.recognise import Mention
from geomap.resolve.atlas import Atlas


def find_capitals(
    text: str, mentions: Sequence[Mention], atlas: Atlas, countries: Counter[str], language: Language
) -> Iterator[Mention]:
    """Mentions of capitals by their country alone; each may cover the mention of the country.

    Args:
        text: The text.
        mentions: The names found in it.
        atlas: Knows the capitals.
        countries: How often each country is named; the one named most is meant by "the capital".
        language: Its pattern for the word, which does not match where a name follows.
    """
    by_end = {m.end: m for m in mentions}
    most = [code for code, _ in countries.most_common(1)]
    for found in language.capital_unnamed.finditer(text):
        owner = next((by_end[at] for at in _ends_before(text, found.start()) if at in by_end), None)
        code = _country(atlas, owner) if owner is not None else None
        if owner is None and language.capital_bare.search(text[max(0, found.start() - 24) : found.start()]):
            code = most[0] if most else None
        place = atlas.capital_of(code) if code else None
        if place is not None:
            start = owner.start if owner is not None else found.start()
            yield Mention(start, found.end(), text[start : found.end()], (place.id,), ())


def _ends_before(text: str, start: int) -> tuple[int, ...]:
    """Where the name of the owner may end: before a blank, or before "'s "."""
    return (start - 3, start - 1) if text[start - 3 : start] in ("'s ", "’s ") else (start - 1,)


def _country(atlas: Atlas, mention: Mention) -> str | None:
    if mention.actors:
        actor = atlas.gazetteer.actors[mention.actors[0]]
        return actor.country if actor.kind == "state" else None
    place = atlas.place(mention.places[0])
    return place.country if place.kind == "country" else None
