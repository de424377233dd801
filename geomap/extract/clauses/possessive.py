"""Whom "its" means: "it broke the truce when its jets bombed the depot", "it said that a drone had hit its post"."""

from __future__ import annotations

from geomap.extract.actors.belonging import (
    actor_of,
    group_before,
    is_linked,
    is_somewhere,
    of_a_band,
    with_arms,
)
from geomap.extract.actors.peoples import is_only_a_people
from geomap.extract.clauses.party import STATED, Party
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.model import ARMED_GROUPS, FIGHTING
from geomap.recognise import Mention

_STRIKES = ("attack", "airstrike", "shelling", "launch", "impact")
_HURTS = ("attack", "airstrike", "shelling", "damage", "casualty", "impact")
_HAVE_AN_ARMY = ("state", "force", "coalition")
_TO_DEED = 3  # words from "its jets" to their deed
_TO_ITS = 3  # words from a deed to "its": "two of its"
_TO_ARMS = 1  # words from "its" to its arms: "its war planes"
_TO_OWN = 2  # … and to what is its own
_ITS_REACH = 30  # characters before arms in which "its" stands
_OBJECT_REACH = 50  # characters behind a deed in which what it hit stands


def of_its_own(scene: Scene, clause: Clause, triggers: list[Trigger]) -> list[Party]:
    """The one whose arms a clause calls "its", as who struck, and the one whose own was hit, as the target.

    Args:
        scene: The article.
        clause: The clause.
        triggers: Its deeds.
    """
    owned = scene.language.possessives
    if not triggers or owned.isdisjoint(scene.between(clause.start, clause.end).split()):
        return []
    found = (
        _by_its_arms(scene, clause, t) if t.voice == "active" and t.kind in _STRIKES else None
        for t in triggers
    )
    struck = next((p for p in found if p is not None), None)
    found = (
        _its_own_hit(scene, clause, t) if t.voice == "active" and t.kind in _HURTS else None for t in triggers
    )
    hit = next((p for p in found if p is not None), None)
    return [p for p in (struck, hit) if p is not None]


def of_the_rebels(scene: Scene, clause: Clause, triggers: list[Trigger], found: list[Party]) -> list[Party]:
    """The armed group that "rebel positions", "the group's depots" means, where a state struck and names no other.

    Args:
        scene: The article.
        clause: The clause.
        triggers: Its deeds.
        found: The parties that the clause names.
    """
    if not found:
        return []
    actors = scene.atlas.gazetteer.actors
    struck = {p.actor for p in found if p.side == "attacker" and p.weight >= STATED}
    if any(p.side == "target" for p in found) or not struck:
        return []
    if not all(actors[a].kind in _HAVE_AN_ARMY for a in struck):
        return []
    for trigger in (t for t in triggers if t.voice == "active" and t.kind in _HURTS):
        group = _group_behind(scene, clause, trigger, struck)
        if group is not None:
            known = actors[group]
            friends = {link.id for link in (*known.part_of, *known.backed_by)}
            return (
                [Party(group, "target", 1.2, trigger.start, "the group named before")]
                if friends.isdisjoint(struck)
                else []
            )
    return []


def _group_behind(scene: Scene, clause: Clause, trigger: Trigger, struck: set[str]) -> str | None:
    """The group that the object of a deed speaks of without its name; who struck may stand before it."""
    language, start = scene.language, trigger.end
    for mention in scene.mentions(trigger.end, min(clause.end, trigger.end + _OBJECT_REACH)):
        if mention.actors and mention.actors[0] not in struck:
            return None
        start = mention.end if mention.actors else start
    words = scene.between(start, min(clause.end, start + _OBJECT_REACH)).split()
    for i, word in enumerate(words):
        if word in language.of_rebels:
            return _only_group(scene)
        said = not language.definite or not language.definite.isdisjoint(words[max(0, i - 1) : i])
        if word in language.groups and said:
            return group_before(scene, trigger.start)
        if word in language.surroundings and word not in language.away_from:
            return None  # behind "in" stands where, and whoever was there
    return None


def _only_group(scene: Scene) -> str | None:
    """The armed group that an article names, where it is one alone."""
    named = {
        m.actors[0] for m in scene.reading.mentions if m.actors and actor_of(scene, m).kind in ARMED_GROUPS
    }
    return next(iter(named)) if len(named) == 1 else None


def _by_its_arms(scene: Scene, clause: Clause, trigger: Trigger) -> Party | None:
    """ "when its jets bombed": the subject of the clause before, where this one names nobody."""
    if any(m.actors for m in scene.mentions(clause.start, trigger.start)):
        return None
    for cue in scene.cues("actors.arms", clause.start, trigger.start):
        if len(scene.between(cue.end, trigger.start).split()) > _TO_DEED:
            continue
        words = scene.between(max(clause.start, cue.start - _ITS_REACH), cue.start).split()
        if scene.language.possessives.isdisjoint(words[-1 - _TO_ARMS :]):
            continue
        named = _named_before(scene, clause.start)
        return Party(named[0].actors[0], "attacker", 1.6, cue.start, "its own arms") if named else None
    return None


def _its_own_hit(scene: Scene, clause: Clause, trigger: Trigger) -> Party | None:
    """ "a drone hit its post": the one named before, where arms are the subject of the deed."""
    arms = [c for c in scene.cues("weapons.", clause.start, trigger.start) if c.end <= trigger.start]
    if not arms or len(scene.between(arms[-1].end, trigger.start).split()) > _TO_DEED:
        return None
    end = min(clause.end, trigger.end + _OBJECT_REACH)
    for cue in scene.cues("actors.assets", trigger.end, end):
        words = scene.between(trigger.end, cue.start).split()
        at = next((i for i, word in enumerate(words) if word in scene.language.possessives), None)
        if at is None or at > _TO_ITS or len(words) - at - 1 > _TO_OWN:
            continue
        named = [m for m in _named_before(scene, arms[-1].start) if not with_arms(scene, clause, m)]
        if len({m.actors[0] for m in named}) != 1:
            return None
        return Party(named[0].actors[0], "target", 1.6, cue.start, "its own was hit")
    return None


def _named_before(scene: Scene, at: int) -> list[Mention]:
    """Who is named in the sentence before a character, and may fight."""
    sentence = scene.sentence_at(at)
    if sentence is None:
        return []
    whole = Clause(sentence.start, at, "")
    return [
        m
        for m in scene.mentions(sentence.start, at)
        if m.actors
        and actor_of(scene, m).kind in FIGHTING
        and not (is_only_a_people(scene, m) or of_a_band(scene, m))
        and not (is_somewhere(scene, whole, m) or is_linked(scene, sentence.start, m))
    ]
