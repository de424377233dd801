"""The branch of a group in a country as one name: "Islamic State's Afghan branch", "the Yemeni branch of al-Qaeda".

The country only says which branch it is: its state is no party. Where it is told "in" the country and no other place
is named, it is where they were met, too: "the head of al-Qaeda's branch in Syria was killed in a strike".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geomap.gazetteer.language import Language
from geomap.model import ARMED_GROUPS, Actor
from geomap.recognise import Mention
from geomap.resolve import Atlas

_BRANCH = 16  # characters behind a country in which "branch" stands
_BEFORE = 10  # … and before a group
_BETWEEN = 30  # … between the two
_IN = 4  # characters of "in" before a name
_ENDS = re.compile(r"[.!?؟\n]")  # of a sentence


def with_branches(
    text: str, mentions: Sequence[Mention], atlas: Atlas, language: Language
) -> tuple[Mention, ...]:
    """The mentions, with a group and the country of its branch made one.

    Args:
        text: The article's text.
        mentions: All that was recognised, in order.
        atlas: For what the actors are.
        language: The grammar.
    """
    found = list(mentions)
    for first, second in pairwise(mentions):
        branch = _branch(text, (first, second), mentions, atlas, language)
        if branch is not None:
            found = [m for m in found if m not in (first, second)] + [branch]
            if branch.end < second.end:
                found.append(Mention(second.start, second.end, second.text, second.places, ()))
    return tuple(sorted(found)) if found != list(mentions) else tuple(mentions)


def _branch(
    text: str, pair: tuple[Mention, Mention], mentions: Sequence[Mention], atlas: Atlas, language: Language
) -> Mention | None:
    first, second = pair
    between = text[first.end : second.start]
    if len(between) > _BETWEEN:  # of most names
        return None
    actors = atlas.gazetteer.actors
    group = next((m for m in (first, second) if m.actors and actors[m.actors[0]].kind in ARMED_GROUPS), None)
    land = second if group is first else first
    country = _country(land, atlas)
    if group is None or country is None:
        return None
    start, end = first.start, second.end
    behind = language.branch_behind.match(text[land.end : land.end + _BRANCH])
    if group is first and behind is not None and language.branch_of.match(between):
        end += behind.end()
    elif group is first and language.branch_in.match(between):
        ahead = language.branch_before.search(text[max(0, start - _BEFORE) : start])
        if ahead is None:
            return None
        start -= len(ahead["branch"]) + 1
        if second.places and _is_the_only_place(text, second, mentions, atlas, language):
            end = first.end
    elif not (group is second and language.of_branch.match(between)):
        return None
    named = _part_in(group.actors[0], country, atlas) or group.actors[0]
    return Mention(start, end, text[start:end], (), (named,))


def _is_the_only_place(
    text: str, land: Mention, mentions: Sequence[Mention], atlas: Atlas, language: Language
) -> bool:
    """Whether its sentence names no other place: no town, and no other country that something is "in"."""
    breaks = [m.start() for m in _ENDS.finditer(text)]
    start = max((b for b in breaks if b < land.start), default=0)
    end = min((b for b in breaks if b >= land.end), default=len(text))
    for other in mentions:
        if other is land or not other.places or not start <= other.start < end:
            continue
        named = atlas.place(other.places[0]).kind != "country"
        if named or language.branch_in.search(text[max(0, other.start - _IN) : other.start]):
            return False
    return True


def _country(mention: Mention, atlas: Atlas) -> str | None:
    """The country that a mention names or whose people."""
    if mention.actors:
        known: Actor = atlas.gazetteer.actors[mention.actors[0]]
        return known.country if known.kind == "state" else None
    places = [atlas.place(id) for id in mention.places[:1]]
    return next((p.country for p in places if p.kind == "country"), None)


def _part_in(group: str, country: str, atlas: Atlas) -> str | None:
    """The one part of a group that fights in a country and still belongs to it."""
    actors = atlas.gazetteer.actors
    parts = [a.id for a in actors.values() if a.country == country and _is_a_part(a, actors[group])]
    return parts[0] if len(parts) == 1 else None


def _is_a_part(actor: Actor, group: Actor) -> bool:
    """Whether one of its names says that it is a part of the group, or a date since when it is."""
    links = [link for link in actor.part_of if link.id == group.id and link.end is None]
    called = any(group.name.casefold() in name.text.casefold() for name in actor.names)
    return bool(links) and (called or links[0].start is not None)
