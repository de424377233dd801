"""A name that several actors bear, cut short: it means the one that the text also names in full.

"The Islamic Resistance in Lebanon … the Islamic Resistance" is Hezbollah, though the short name alone is more often
that of a group in Iraq.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from geomap.text import fold

if TYPE_CHECKING:
    from geomap.recognise.mentions import Mention


def meant_in_full(mentions: Sequence[Mention], bearers: Mapping[str, tuple[str, ...]]) -> tuple[Mention, ...]:
    """The mentions, those of shared names with the actor that a longer name in the text is of.

    Args:
        mentions: All names of a text.
        bearers: The folded names that several actors bear, and these actors.
    """
    shared = {i: fold(m.text) for i, m in enumerate(mentions) if m.actors}
    shared = {i: name for i, name in shared.items() if name in bearers}
    if not shared:
        return tuple(mentions)
    meant = list(mentions)
    for i, name in shared.items():
        named = {
            m.actors[0]
            for m in mentions
            if len(m.actors) == 1 and m.actors[0] in bearers[name] and _holds(fold(m.text), name)
        }
        if len(named) == 1:
            meant[i] = mentions[i]._replace(actors=tuple(named))
    return tuple(meant)


def _holds(full: str, short: str) -> bool:
    """Whether a name is longer than another and has it as whole words."""
    return full != short and f" {short} " in f" {full} "
