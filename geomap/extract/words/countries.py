"""Which countries a text names, and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from geomap.gazetteer.language import Language
from geomap.recognise import Mention
from geomap.resolve import Atlas

_LISTED = 8  # characters between two places of a list
_HEAD_ENDS = re.compile(r"\**(?::|\.(?=\s+\S))")


def named_countries(text: str, mentions: Sequence[Mention], atlas: Atlas, language: Language) -> Counter[str]:
    """How often each country is named by its places and its actors: the context that decides between homonyms."""
    counts: Counter[str] = Counter()
    by_actor: Counter[str] = Counter()
    listed = -1  # where a list of places may go on: "in Mali and Burkina Faso"
    for mention in mentions:
        country = atlas.place(mention.places[0]).country if len(mention.places) == 1 else None
        actor = atlas.gazetteer.actors[mention.actors[0]].country if mention.actors else None
        placed = (
            not mention.actors
            or language.located.search(text[max(0, mention.start - 24) : mention.start]) is not None
            or _heads_an_item(text, mention)
            or (
                0 <= listed <= mention.start <= listed + _LISTED
                and text[listed : mention.start].strip(" ,") in language.listing
            )
        )
        listed = mention.end if placed else -1
        if country and placed:
            counts[country] += 1
        elif actor or country:
            by_actor[actor or country or ""] += 1
    # Great powers act everywhere: where places are named, actors say nothing of where.
    return counts or by_actor


def _heads_an_item(text: str, mention: Mention) -> bool:
    """Whether a name opens a line before a colon or a stop, so that the line tells of it: "Israel: Nine people …"."""
    line = text.rfind("\n", 0, mention.start) + 1
    return (
        not text[line : mention.start].strip(" \t*•-–—") and _HEAD_ENDS.match(text, mention.end) is not None
    )
