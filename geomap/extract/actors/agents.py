"""Who did it by "by", and who only says so: the words beside an actor's name."""

from __future__ import annotations

import re

from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Mention

_TO_PASSIVE = 40  # characters from a name behind "by" to a passive of which it is the subject
_TO_ITS_DEED = 32  # characters from a name behind "said" to what it is said to have done
_WORDS_TO_ITS_DEED = 2
_TO_SAYING = 64  # … and to what it says, over a spokesman's name
_ITS_LEADER = re.compile(r"['’]s(?: [A-Z][\w'’-]+){1,3}")  # "Iraq's Sudani"
BREAK = re.compile(r"[,;.()]")


def speaks(scene: Scene, mention: Mention) -> bool:
    """Whether the actor is only who tells of it: "Ukraine reported"."""
    if scene.language.speaks.match(" " + scene.between(mention.end, mention.end + _TO_SAYING)):
        return True
    if leader := _ITS_LEADER.match(scene.text, mention.end):
        return scene.language.speaks.match(" " + scene.between(leader.end(), leader.end() + 24)) is not None
    return _stands_behind_said(scene, mention) and not is_said_of(scene, mention)


def _stands_behind_said(scene: Scene, mention: Mention) -> bool:
    return bool(scene.language.spoken_by.search(scene.between(max(0, mention.start - 50), mention.start)))


def is_said_of(scene: Scene, mention: Mention) -> bool:
    """Whether a name behind "said" is the subject of what was said: "he said Israeli forces (had) shelled B"."""
    if not _stands_behind_said(scene, mention):
        return False
    if scene.language.does_it.match(scene.text[mention.end : mention.end + 40]):
        return True
    before = scene.between(max(0, mention.start - 20), mention.start).split()
    if scene.language.saying.isdisjoint(before[-2:]):
        return False  # "according to the army"
    deeds = scene.cues("triggers.", mention.end, mention.end + _TO_ITS_DEED)
    if not deeds or not deeds[0].tag.endswith(".verbs"):
        return False
    gap = scene.text[mention.end : deeds[0].start]
    past = not deeds[0].text.endswith(tuple(scene.language.participle_endings))
    return past and len(gap.split()) <= _WORDS_TO_ITS_DEED and BREAK.search(gap) is None


def _opens_anew(scene: Scene, mention: Mention) -> bool:
    """Whether it goes with the subject of a passive: "attacked by drones and an Iraqi base was hit"."""
    behind = scene.between(mention.end, mention.end + _TO_PASSIVE)
    return scene.language.own_passive.match(f" {behind.strip()}") is not None


def named_as_agent(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it stands behind "by", as who did it."""
    language = scene.language
    if not language.subject_first:
        cues = scene.cues("actors.by", max(clause.start, mention.start - 30), mention.start)
        return any(len(scene.between(cue.end, mention.start).split()) <= 2 for cue in cues)
    before = scene.between(max(clause.start, mention.start - 40), mention.start)
    behind = language.behind_by.search(before)
    if behind is None or not language.agent_breaks.isdisjoint(behind.group(1).split()):
        return False
    if not language.agent.search(before) or language.no_agent.search(before):
        return False
    words = behind.group(1).split()
    if not language.listing.isdisjoint(words) and _opens_anew(scene, mention):
        return False
    if len(words) > 1 and words[-1] in language.definite and words[-2] not in language.surroundings:
        return False  # "by mines the group kept there"
    return not _is_of_a_deed(scene, mention.start - len(behind.group(1)), mention.start)


def _is_of_a_deed(scene: Scene, start: int, end: int) -> bool:
    """Whether a deed stands between "by" and a name, which then is its object.

    "Answered by bombing its posts" names no doer, "a strike by Israel killed seven Hezbollah fighters" another one.
    """
    participles = tuple(scene.language.participle_endings)
    return any(
        deed.text.endswith(participles)
        if not scene.between(start, deed.start)
        else not deed.tag.endswith(".nouns")
        for deed in scene.cues("triggers.", start, end)
    )
