"""A name's head that stands for the name told before: "the council", after the Southern Transitional Council.

"The coalition had bombed the port" says who did it as well as the full name does, to whoever has read it above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.gazetteer.language import Language
from geomap.model import ARMED_GROUPS
from geomap.recognise import Mention, Reading
from geomap.resolve import Atlas

_KINDS = (*ARMED_GROUPS, "coalition")
_LONGEST = 40  # characters of the word before
_WORD_BEFORE = re.compile(r"[\w-]+(?=\s+$)")


def with_short_names(text: str, reading: Reading, atlas: Atlas, language: Language) -> Reading:
    """The reading, with mentions of actors where a text calls them by the head of their name only.

    Args:
        text: The article.
        reading: What was recognised in it.
        atlas: Whose actors.
        language: The grammar; its `short_named` says how such a name stands in a sentence.
    """
    actors = atlas.gazetteer.actors
    full = [m for m in reading.mentions if m.actors and actors[m.actors[0]].kind in _KINDS]
    words = atlas.words_of_actors
    if all(language.short_names.isdisjoint(words[m.actors[0]]) for m in full):
        return reading  # none of the names can be cut short
    found = list(language.short_named.finditer(text))
    if not found:
        return reading
    kept, added = list(reading.mentions), []
    bearers: dict[str, list[Mention]] = {}
    for match in found:
        start, end = match.span("said") if match["said"] else match.span("bare")
        word = match["said"] or match["bare"]
        if word not in bearers:
            bearers[word] = [m for m in full if not _is_short(m, word) and word.lower() in words[m.actors[0]]]
        named = bearers[word]
        meant = _meant(text, named, start, end, language)
        over = [m for m in kept if m.start < end and start < m.end]
        if meant is None or any(m.places or m.start != start or not _is_short(m, word) for m in over):
            continue
        end = max(end, *(m.end for m in over), end)
        kept = [m for m in kept if m not in over]
        added.append(Mention(start, end, text[start:end], (), meant.actors))
    mentions = sorted((*kept, *added), key=lambda m: m.start)
    return reading._replace(mentions=tuple(mentions)) if added else reading


def _is_short(mention: Mention, word: str) -> bool:
    """Whether a mention is itself only the head of a name, with what goes behind it: "coalition forces"."""
    return mention.text.islower() and mention.text.split()[0] == word.lower()


def _meant(text: str, named: Sequence[Mention], start: int, end: int, language: Language) -> Mention | None:
    """The actor named last before, or the only one of the text; None where another body of that kind stands between."""
    before = [m for m in named if m.end <= start]
    if before:
        meant, gap = before[-1], (before[-1].end, start)
    elif named and len({m.actors[0] for m in named}) == 1:
        meant, gap = named[0], (end, named[0].start)
    else:
        return None
    return None if _names_another(text, *gap, text[start:end], language) else meant


def _names_another(text: str, start: int, end: int, word: str, language: Language) -> bool:
    """Whether the word stands there with more before it than an article: "the Security Council", "a ruling party"."""
    for found in re.finditer(rf"\b{re.escape(word)}\b", text[start:end], re.IGNORECASE):
        before = _WORD_BEFORE.search(text, max(0, start + found.start() - _LONGEST), start + found.start())
        if before is not None and before[0].lower() not in language.before_short_names:
            return True
    return False
