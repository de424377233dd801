"""Divisions that bear the name of a river or a sea: "the governor of River Nile", "Upper Nile", "والي البحر الأحمر"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from geomap.gazetteer.language import Language
from geomap.model import Place
from geomap.recognise import Mention
from geomap.resolve.atlas import Atlas

_WILDS = ("river", "valley", "mountains", "desert", "sea", "gulf", "lake")
_AROUND = 24  # characters before a name in which a word of the division's stands, or that for its governor
_WORD_BEFORE = re.compile(r"\b[A-Z]\w+ $")


def with_divisions(
    text: str, mentions: Iterable[Mention], atlas: Atlas, countries: Mapping[str, int], language: Language
) -> tuple[Mention, ...]:
    """The names of a text, those of waters, mountains and deserts that a division is named for as that division.

    Where several divisions bear the name and no other name says which is meant, it is none at all: a governor is not
    at sea.

    Args:
        text: The text.
        mentions: The names found in it, in order.
        atlas: Looks divisions up; keeps those that are meant.
        countries: How often each country is named.
        language: How the text's language says that a name is a division's.
    """
    return tuple(_meant(text, mentions, atlas, countries, language))


def _meant(
    text: str, mentions: Iterable[Mention], atlas: Atlas, countries: Mapping[str, int], language: Language
) -> Iterator[Mention]:
    end = 0
    for mention in mentions:
        if len(mention.places) != 1 or mention.actors or atlas.place(mention.places[0]).kind not in _WILDS:
            end = mention.end
            yield mention
            continue
        start = _begins(text, mention, end)
        told = _is_told_as_a_division(text, start, mention, language)
        names = {text[at : mention.end]: at for at in ((start, mention.start) if told else (start,))}
        if not told and start == mention.start:
            names = {}
        found = [(at, atlas.divisions(name)) for name, at in names.items()]
        at, divisions = next(((at, some) for at, some in found if some), (start, []))
        division = _chosen(divisions, countries, told=told)
        end = mention.end
        if division is not None:
            atlas.keep(division)
            yield Mention(at, mention.end, text[at : mention.end], (division.id,), ())
        elif not (told and divisions):
            yield mention


def _begins(text: str, mention: Mention, end: int) -> int:
    """Where a name begins with the capitalised word before it: "White Nile"."""
    before = _WORD_BEFORE.search(text, max(end, mention.start - _AROUND), mention.start)
    return before.start() if before else mention.start


def _is_told_as_a_division(text: str, start: int, mention: Mention, language: Language) -> bool:
    """Whether the words beside a name say that it is a state or a province: its governor, "State"."""
    behind = language.governed_behind.match(text[mention.end : mention.end + _AROUND])
    return behind is not None or language.governed.search(text[max(0, start - _AROUND) : start]) is not None


def _chosen(divisions: list[Place], countries: Mapping[str, int], *, told: bool) -> Place | None:
    """The division that is meant: in a country that the text names, or the only one of that name."""
    inside = [d for d in divisions if countries.get(d.country or "", 0)]
    if inside:
        return inside[0]
    return divisions[0] if told and len(divisions) == 1 else None
