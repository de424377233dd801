"""Who struck whom: the actors of a clause by their position to its triggers."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise, zip_longest
from typing import Literal, NamedTuple

from geomap.extract.belonging import (
    actor_of,
    backs_others,
    goes_with,
    group_before,
    is_apposed,
    is_linked,
    is_only_a_people,
    is_somewhere,
    named_as_agent,
    of_a_band,
    said_of_arms,
    speaks,
    with_arms,
    with_assets,
    with_hands,
)
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause
from geomap.extract.triggers import Trigger
from geomap.extract.verb_first import part_by_verb, tells
from geomap.recognise import Mention
from geomap.text import fold

OWN_DEED = "says that it did it"
TELLS_OF_A_STRIKE = "tells of an air strike abroad"
_SUBJECT = "subject of the verb"
_WITH_AIRCRAFT = ("state", "coalition")
_TO_DEED = 6  # words from "the group" to its deed
_TO_OBJECT = 4  # words from "against" to who owns what was hit
_POSSESSIVE = "s"  # what folding leaves of "'s"
_NEUTRAL = ("organisation", "company")


class Party(NamedTuple):
    """An actor in a clause: on which side, and how strongly its place in the sentence says so."""

    actor: str
    side: Literal["attacker", "target"]
    weight: float
    start: int
    why: str


class _Named(NamedTuple):
    """An actor's name in a clause, beside the trigger nearest to it."""

    mention: Mention
    actor: str
    trigger: Trigger
    assets: bool  # it goes with people or property

    @property
    def gap(self) -> int:
        """Characters between the name and the trigger."""
        return _gap(self.trigger, self.mention)

    def attacks(self, weight: float, why: str) -> Party:
        """The actor as the one who did it."""
        return Party(self.actor, "attacker", weight, self.mention.start, why)

    def suffers(self, weight: float, why: str) -> Party:
        """The actor as the one to whom it was done."""
        return Party(self.actor, "target", weight, self.mention.start, why)


def parties(
    scene: Scene, clause: Clause, triggers: list[Trigger], places: Collection[int] = ()
) -> list[Party]:
    """The attackers and targets that the clause's grammar gives, strongest first.

    Args:
        scene: The article.
        clause: Where to look.
        triggers: The deeds of the clause.
        places: Where mentions start that are places here, not actors.
    """
    named = [m for m in scene.mentions(clause.start, clause.end) if m.actors and m.start not in places]
    named = [m for m, behind in zip_longest(named, named[1:]) if not _owns(scene, m, behind)]
    found = [party for m in named if (party := _party(scene, clause, triggers, m)) is not None]
    found += _the_group(scene, clause, triggers) or _we(scene, clause, triggers)
    found = _with_fellows(scene, found)
    return sorted(found, key=lambda p: (-p.weight, p.start))


def _with_fellows(scene: Scene, found: list[Party]) -> list[Party]:
    """Subjects that "and" joins weigh the same, so that the one named first stays the first."""
    weighed = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        if one.why == other.why == _SUBJECT and scene.text.find(" and ", one.start, other.start) >= 0:
            weighed[i] = one._replace(weight=max(one.weight, other.weight))
    return weighed


def _the_group(scene: Scene, clause: Clause, triggers: list[Trigger]) -> list[Party]:
    """Whom "that group had stormed the post" and "the group's bombing" mean: the armed group named before."""
    language = scene.language
    if not (triggers and language.subject_first):
        return []
    first = triggers[0]
    words = scene.between(clause.start, first.start).split()
    owner = first.voice == "noun"
    if first.voice not in ("active", "noun") or any(
        m.actors for m in scene.mentions(clause.start, first.start)
    ):
        return []
    for i, (word, behind) in enumerate(zip_longest(words, words[1:])):
        if word in language.groups and (not owner or behind == _POSSESSIVE):
            said = not language.definite.isdisjoint(words[max(0, i - 2) : i]) and len(words) - i <= _TO_DEED
            meant = group_before(scene, clause.start) if said else None
            return [Party(meant, "attacker", 1.6, first.start, "the group named before")] if meant else []
    return []


def _we(scene: Scene, clause: Clause, triggers: list[Trigger]) -> list[Party]:
    """Who says "we struck": the armed group named last, as in "كتائب …: استهدفنا …"."""
    own = next(
        (t for t in triggers if t.voice == "active" and scene.language.first_person.search(t.text)), None
    )
    meant = group_before(scene, own.start) if own is not None else None
    return [Party(meant, "attacker", 2.4, own.start, OWN_DEED)] if meant and own is not None else []


def _owns(scene: Scene, mention: Mention, behind: Mention | None) -> bool:
    """Whether a state only says whose the force behind it is ("Iran's Guards"), or heads a line ("DRC:")."""
    if scene.text.startswith(":", mention.end):
        return actor_of(scene, mention).kind == "state"
    if behind is None or scene.text[mention.end : behind.start] not in ("'s ", "’s "):
        return False
    owner = actor_of(scene, mention)
    return owner.kind == "state" and actor_of(scene, behind).country == owner.country


def subjects(scene: Scene, clause: Clause, behind: Clause) -> list[Party]:
    """Actors of a clause without a deed, that may be the subject of the next; not who only tells of it."""
    mentions = scene.mentions(clause.start, clause.end)
    if scene.language.subject_first and scene.has("cues.report", clause.start, clause.end):
        opens = scene.between(behind.start, min(behind.end, behind.start + 30)).split()[:3]
        if scene.language.pronouns.isdisjoint(opens):
            return []
    found = [m for m in mentions if m.actors and not m.places and not goes_with(scene, m)]
    return [
        Party(m.actors[0], "attacker", 0.5, m.start, "named in the clause before")
        for m in found[:1]
        if actor_of(scene, m).kind not in _NEUTRAL
    ]


def _party(scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention) -> Party | None:
    if triggers and said_of_arms(scene, clause, mention):
        return Party(mention.actors[0], "attacker", 2.8, mention.start, "its arms or its strike")
    if is_only_a_people(scene, mention) or is_apposed(scene, clause.start, mention):
        return None
    assets = with_assets(scene, clause, mention)
    arms = with_arms(scene, clause, mention)
    if triggers and scene.language.subject_first and not arms and speaks(scene, mention):
        return _of_itself(scene, clause, triggers, mention)
    blamed = scene.language.blamed.search(scene.between(max(clause.start, mention.start - 60), mention.start))
    if triggers and blamed:
        return Party(mention.actors[0], "attacker", 2.5, mention.start, "is blamed for it")
    if triggers and _answers_with(scene, clause, mention):
        return Party(mention.actors[0], "attacker", 2.6, mention.start, "who answered")
    if triggers and _is_accused(scene, clause, mention):
        return Party(mention.actors[0], "attacker", 2.5, mention.start, "is accused of it")
    if _is_no_party(scene, clause, mention, goes_along=assets or arms):
        return None
    if not triggers:
        if not assets or not _has_property(scene, mention):
            return None
        return Party(mention.actors[0], "target", 0.5, mention.start, "its people or property")
    linked = is_linked(scene, clause.start, mention)
    mention = with_hands(scene, clause.start, mention)
    named = _Named(mention, mention.actors[0], _governing(scene, triggers, mention), assets)
    return None if linked else _side(scene, clause, triggers, named, arms=arms)


def _answers_with(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it stands between "answered" and its deed: "ردت القوات … بقصف …"."""
    before = scene.between(max(clause.start, mention.start - 40), mention.start)
    behind = scene.between(mention.end, min(clause.end, mention.end + 24))
    return bool(scene.language.answered_by.search(before) and scene.language.accused_of.match(f" {behind}"))


def _is_accused(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it stands between "accused" and the deed: "اتهم الجيش … قوات … بقصف"."""
    before = scene.between(max(clause.start, mention.start - 70), mention.start)
    behind = scene.between(mention.end, min(clause.end, mention.end + 24))
    return bool(scene.language.accused.search(before) and scene.language.accused_of.match(f" {behind}"))


def _has_property(scene: Scene, mention: Mention) -> bool:
    """Whether a clause without a deed names the actor for its property, or for who is posted there."""
    language = scene.language
    if language.subject_first:
        return True
    around = scene.between(max(0, mention.start - 40), mention.end)
    owned = language.property_named.search(scene.between(max(0, mention.start - 25), mention.end))
    return bool(owned or language.hosted.search(around)) and not tells(scene, mention)


def _side(
    scene: Scene, clause: Clause, triggers: list[Trigger], named: _Named, *, arms: bool
) -> Party | None:
    """The side of an actor that is a party to the deed, by the order of the language's words."""
    if not scene.language.subject_first:
        return _by_verb_first(scene, clause, triggers, named, arms=arms)
    mention = named.mention
    owns = scene.text.startswith(("'s", "’s"), mention.end)
    if arms and mention.places and not owns and fold(mention.text) not in scene.language.initials:
        return None  # "the Jordan attack": where, not who
    if named_as_agent(scene, clause, mention):
        if _stopped_it(triggers, mention):
            return named.suffers(1.5, "the side that was under attack")
        return named.attacks(3.0, "named with 'by'")
    if arms:
        return named.attacks(2.8, "its arms or its strike")
    return _by_subject_first(scene, clause, triggers, named)


def _stopped_it(triggers: list[Trigger], mention: Mention) -> bool:
    """Whether who stands behind "by" shot it down: "was intercepted by Israel", not "launched by the Houthis"."""
    before = [t for t in triggers if t.end <= mention.start]
    return bool(before) and before[-1].kind == "interception" and before[-1].voice == "passive"


def _of_itself(scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention) -> Party | None:
    """The side of an actor that only tells of the deed, where it says its own part: "Israel said it had struck"."""
    for trigger in triggers:
        between = scene.between(mention.end, trigger.start) if trigger.start > mention.end else ""
        if between and len(between.split()) <= 4 and trigger.text in scene.language.losses:
            return Party(mention.actors[0], "target", 1.8, mention.start, "its people were hurt")
        if trigger.voice == "noun" or not scene.language.says_of_itself.search(between):
            continue
        named = _Named(mention, mention.actors[0], trigger, assets=False)
        if trigger.kind == "interception":
            return named.suffers(1.5, "the side that was under attack")
        if trigger.voice == "active":
            return named.attacks(2.0, OWN_DEED)
        return named.suffers(2.0, "says that it was hit")
    from_the_air = scene.has("weapons.airstrike", clause.start, clause.end)
    if from_the_air and actor_of(scene, mention).kind in _WITH_AIRCRAFT:
        return Party(mention.actors[0], "attacker", 0.9, mention.start, TELLS_OF_A_STRIKE)
    return None


def _is_no_party(scene: Scene, clause: Clause, mention: Mention, *, goes_along: bool) -> bool:
    if not goes_along and (is_somewhere(scene, clause, mention) or speaks(scene, mention)):
        return True
    if backs_others(scene, mention) or of_a_band(scene, mention):
        return True
    return actor_of(scene, mention).kind in _NEUTRAL and not _wears_uniform(scene, mention)


def _wears_uniform(scene: Scene, mention: Mention) -> bool:
    """Whether an organisation's people are named that can be struck: "UN peacekeepers"."""
    words = scene.between(mention.start, mention.end).split()[-1:]
    return not scene.language.folded("actors", "uniformed").isdisjoint(words) or scene.has(
        "actors.uniformed", mention.end, mention.end + 16
    )


def _governing(scene: Scene, triggers: list[Trigger], mention: Mention) -> Trigger:
    """The nearest deed; but "…, killing nine" behind a name is said of the subject of the verb before it."""
    nearest = min(triggers, key=lambda t: _gap(t, mention))
    if nearest.start < mention.end or not nearest.text.endswith(tuple(scene.language.participle_endings)):
        return nearest
    before = [t for t in triggers if t.end <= mention.start]
    return before[-1] if before and nearest.voice != "noun" else nearest


def _gap(trigger: Trigger, mention: Mention) -> int:
    return max(trigger.start - mention.end, mention.start - trigger.end, 0)


def _by_subject_first(scene: Scene, clause: Clause, triggers: list[Trigger], named: _Named) -> Party | None:
    language, mention, trigger = scene.language, named.mention, named.trigger
    before_it = mention.start < trigger.start
    if (fought := _of_two_sides(scene, clause, named)) is not None:
        return fought
    if language.answers.match(" " + scene.between(mention.end, mention.end + 40)):
        return named.attacks(2.5, "who answered")
    if language.lost.match(" " + scene.between(mention.end, mention.end + 30)):
        return named.suffers(2.0, "who suffered it")
    if trigger.kind == "casualty" and before_it and trigger.text in language.hurt:
        return named.suffers(1.8, "its people were hurt")
    if trigger.kind == "interception":
        defends = named.assets or (before_it and trigger.voice == "active")
        return named.suffers(1.5, "the side that was under attack") if defends else None
    if trigger.kind == "explosion" and not named.assets:
        sets_off = before_it and trigger.voice == "active" and trigger.text in language.detonating
        return named.attacks(1.5, _SUBJECT) if sets_off else None
    if before_it:
        return _before_the_deed(scene, clause, triggers, named)
    return _behind_the_deed(scene, named)


def _of_two_sides(scene: Scene, clause: Clause, named: _Named) -> Party | None:
    """The side of a name in a fight "between … and …", of which the first is taken as the attacker."""
    if named.trigger.kind != "clash" or named.trigger.voice != "noun":
        return None
    before = scene.between(clause.start, named.mention.start)
    if scene.language.second_side.search(before):
        return named.suffers(2.0, "one of the two sides that fought")
    if scene.language.first_side.search(before):
        return named.attacks(2.0, "one of the two sides that fought")
    return None


def _before_the_deed(scene: Scene, clause: Clause, triggers: list[Trigger], named: _Named) -> Party | None:
    mention, trigger = named.mention, named.trigger
    if trigger.voice in ("passive", "received"):
        return named.suffers(2.0 if named.assets or not mention.places else 1.0, "what was hit")
    aimed = named.assets and scene.language.aimed_at.search(scene.between(clause.start, mention.start))
    if aimed and trigger.voice != "active":
        return named.suffers(1.8, "its people or property")
    if trigger.voice == "active":
        weight = 2.0 - min(named.gap, 120) / 100
        since = max((t.end for t in triggers if t.end <= mention.start), default=mention.start)
        near = " ".join(scene.between(since, mention.start).split()[-_TO_OBJECT:])
        if aimed and scene.language.aimed_surely.search(near):
            return named.suffers(weight, _SUBJECT)
        return named.attacks(weight, _SUBJECT)
    # "The group's attack on …": a noun after its owner, but "X mourned the death of …".
    if trigger.kind == "casualty" and trigger.text in scene.language.losses:
        return named.suffers(1.8, "its people were hurt")
    words = scene.between(mention.end, trigger.start).split()
    if named.gap < 45 and not named.assets and scene.language.surroundings.isdisjoint(words):
        return named.attacks(1.2, "stands before the deed")
    return named.suffers(0.8, "its people or property") if named.assets else None


def _behind_the_deed(scene: Scene, named: _Named) -> Party | None:
    language = scene.language
    between = scene.between(named.trigger.end, named.mention.start)
    words = between.split()
    if len(words) > 3 and words[-1] in language.away_from and not named.assets:
        return None  # "the attack bore the footprints of X"
    start = next((i for i in range(len(words) - 1, -1, -1) if words[i] in language.from_words), None)
    if start is not None and not language.aimed_surely.search(" ".join(words[start + 1 :])):
        return None
    active = named.trigger.voice == "active"
    if active or named.assets or language.aimed_at.search(between) or language.hosted.search(between):
        weight = (2.2 if named.assets else 1.6) - min(named.gap, 150) / 150
        return named.suffers(weight, "what the deed was aimed at")
    return None


def _by_verb_first(
    scene: Scene, clause: Clause, triggers: list[Trigger], named: _Named, *, arms: bool
) -> Party | None:
    mention, trigger = named.mention, named.trigger
    if named_as_agent(scene, clause, mention):
        return named.attacks(3.0, "named with 'by'")
    by_verb = part_by_verb(scene, clause, triggers, mention, arms=arms)
    if by_verb is not None:
        side, weight, why = by_verb
        if side == "none":
            return None
        return named.attacks(weight, why) if side == "attacker" else named.suffers(weight, why)
    if arms and mention.places:
        return None  # "هجوم الأردن": where, not who
    if trigger.voice == "noun" and mention.start >= trigger.end:
        of_noun = _behind_the_noun(scene, clause, named)
        if of_noun is not None:
            return of_noun
    if arms:
        return named.attacks(2.8, "its arms or its strike")
    if named.assets:
        return named.suffers(2.2 - min(named.gap, 150) / 150, "its people or property")
    if trigger.kind == "interception":
        return named.suffers(1.0, "the side that was under attack") if mention.start > trigger.end else None
    return _by_distance(scene, clause, named)


def _by_distance(scene: Scene, clause: Clause, named: _Named) -> Party | None:
    """The side of a name that neither a verb nor a noun governs."""
    mention, trigger = named.mention, named.trigger
    if mention.start < trigger.end:
        opens = not any(m.actors for m in scene.mentions(clause.start, mention.start))
        if trigger.voice != "active" or not opens or trigger.kind == "casualty":
            return None
        return named.attacks(1.5 - min(named.gap, 120) / 120, "subject of the sentence")
    between = scene.between(trigger.end, mention.start)
    if scene.language.aimed_surely.search(between):
        return named.suffers(1.6 - min(named.gap, 150) / 150, "what the deed was aimed at")
    if trigger.voice == "active" and len(between.split()) <= 3:
        return named.attacks(2.0, _SUBJECT)
    return None


def _of_its_hands(scene: Scene, words: list[str]) -> bool:
    """Whether "of" is glued to the word for those who acted: "توغل لعناصر …", "غارة لطائرات …"."""
    language = scene.language
    heads = language.feminine_heads | language.masculine_heads | language.person_heads
    return any(words[0].startswith(of) and words[0].removeprefix(of) in heads for of in language.possessive)


def _behind_the_noun(scene: Scene, clause: Clause, named: _Named) -> Party | None:
    """Whose deed a noun tells of: "هجوم لتنظيم …", "قصف الجيش …"; "استهداف القوات" is what was done to them."""
    language, mention, trigger = scene.language, named.mention, named.trigger
    words = scene.between(trigger.end, mention.start).split()
    aimed = trigger.text in language.aimed_nouns
    if len(words) in (1, 2) and (words[-1] in language.possessive or _of_its_hands(scene, words)):
        return (
            named.suffers(1.8, "what the deed was aimed at")
            if aimed
            else named.attacks(2.0, "whose deed it was")
        )
    if words or trigger.kind in ("casualty", "explosion", "impact", "clash", "interception"):
        return None
    if actor_of(scene, mention).kind == "state" and not mention.places and len(mention.text.split()) == 1:
        return named.attacks(2.6, "its arms or its strike")  # "استهداف إسرائيلي"
    does = language.object_follows.match(scene.between(mention.end, min(clause.end, mention.end + 30)))
    if does or not aimed:
        return named.attacks(2.4, "whose deed it was")
    return named.suffers(1.8, "what the deed was aimed at")
