"""Whose a deed is said to be, or not to be, where no word of claiming or blaming says so.

"The fire was theirs", "Russia had fired it", "it was the PKK, the minister said"; but "it had nothing to do with it".
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from geomap.extract.actors.belonging import actor_of, said_of_arms
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.model import ARMED_GROUPS
from geomap.recognise import Mention

_AHEAD = 80  # characters behind a verb of saying in which it says that the deed was not its own
_OWN_WORDS = 40  # characters behind a name in which the verb says that it was not its deed
_BACK = 70  # characters before a name in which somebody puts a deed on it
_ENDS = re.compile(r"\s*(?:[,.]|$| that\b| which\b| who\b)")


class Hearsay(NamedTuple):
    """That a deed is said to be an actor's, or not to be."""

    kind: Literal["claim", "attribution", "denial"]
    actor: str
    start: int


def disowns(scene: Scene, start: int, end: int) -> bool:
    """Whether what is said within [start, end) is that the deed was not the speaker's: "they were not involved"."""
    return bool(scene.language.disowned.search(scene.between(start, min(end, start + _AHEAD))))


def hearsay(scene: Scene, clause: Clause) -> list[Hearsay]:
    """Whose the clause says that a deed was, or was not."""
    named = [m for m in scene.mentions(clause.start, clause.end) if m.actors]
    groups = [m for m in named if actor_of(scene, m).kind in ARMED_GROUPS]
    if not named or scene.language.disowned.search(scene.between(clause.start, clause.end)):
        return [
            Hearsay("denial", m.actors[0], m.start)
            for m in (groups or named)[-1:]
            if disowns(scene, m.end, min(clause.end, m.end + _OWN_WORDS))
        ]
    found = [Hearsay("attribution", m.actors[0], m.start) for m in named if _did_it(scene, clause, m)]
    if groups and scene.language.owned.search(scene.between(clause.start, clause.end)):
        found.append(Hearsay("claim", groups[0].actors[0], groups[0].start))
    return found


def _did_it(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether others say that the actor did "it": "… had fired it", "… was behind them", "it was …, he said"."""
    language = scene.language
    if language.subject_first and said_of_arms(scene, clause, mention):
        return True  # "the planes were probably Israeli"
    if language.did_it.match(" " + scene.between(mention.end, min(clause.end, mention.end + 60))):
        return True
    before = scene.between(max(clause.start, mention.start - _BACK), mention.start)
    # Where the verb stands first, the pattern also knows "a bomber of …": that counts beside a deed alone.
    blamed = language.blamed.search(before) if language.subject_first else None
    if blamed is not None:
        if language.also_them.match(" " + scene.between(mention.end, min(clause.end, mention.end + 12))):
            return False
        return language.not_before.isdisjoint(before[: blamed.start()].split()[-3:])
    if _ENDS.match(scene.text, mention.end) is None:
        return False
    return language.it_was.match(scene.between(clause.start, mention.start)) is not None
