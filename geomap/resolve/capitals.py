"""Capitals without their name: "the Iraqi capital", "Yemen's capital", "in the capital", "العاصمة التونسية"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from geomap.gazetteer.language import Language
from geomap.recognise import Mention
from geomap.recognise.datelines import datelines
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
    by_start = {} if language.adjective_first else {m.start: m for m in mentions}
    most = [code for code, _ in countries.most_common(1)] or _written_in(text, atlas)
    for found in language.capital_unnamed.finditer(text):
        owner = next((by_end[at] for at in _ends_before(text, found.start()) if at in by_end), None)
        behind = _behind(found.end(), by_start, language)
        owning = _country(atlas, behind) if behind is not None else None
        named = _behind(behind.end, by_start, language) if behind is not None and owning else behind
        if named is not None and named.places:
            continue  # "العاصمة دمشق", "العاصمة الليبية طرابلس": it has its name
        if behind is not None and owning:
            yield from _capital(text, found.start(), behind.end, owning, atlas)
            continue
        if language.capital_of_whom.match(text, found.end()):
            continue  # of a country that nothing knows
        code = _country(atlas, owner) if owner is not None else None
        if owner is None and language.capital_bare.search(text[max(0, found.start() - 24) : found.start()]):
            code = most[0] if most else None
        start = owner.start if owner is not None else found.start()
        yield from _capital(text, start, found.end(), code, atlas)


def _written_in(text: str, atlas: Atlas) -> list[str]:
    """The country of the capital that a dateline names: "KABUL, Nov 20 - A bomb went off in the capital"."""
    head = next(datelines(text), None)
    return atlas.countries_of_capital(text[slice(*head)]) if head is not None else []


def _capital(text: str, start: int, end: int, code: str | None, atlas: Atlas) -> Iterator[Mention]:
    place = atlas.capital_of(code) if code else None
    if place is not None:
        yield Mention(start, end, text[start:end], (place.id,), ())


def _behind(end: int, by_start: Mapping[int, Mention], language: Language) -> Mention | None:
    """The name right behind, with or without its article."""
    return by_start.get(end + 1) or by_start.get(end + 1 + len(language.article))


def _ends_before(text: str, start: int) -> tuple[int, ...]:
    """Where the name of the owner may end: before a blank, or before "'s "."""
    return (start - 3, start - 1) if text[start - 3 : start] in ("'s ", "’s ") else (start - 1,)


def _country(atlas: Atlas, mention: Mention) -> str | None:
    if mention.actors:
        actor = atlas.gazetteer.actors[mention.actors[0]]
        return actor.country if actor.kind == "state" else None
    place = atlas.place(mention.places[0])
    return place.country if place.kind == "country" else None
