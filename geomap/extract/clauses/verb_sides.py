"""Who struck whom where the verb stands first and neither order nor "by" says it, as in Arabic."""

from __future__ import annotations

from geomap.extract.actors.agents import named_as_agent
from geomap.extract.actors.belonging import actor_of
from geomap.extract.clauses.party import SUBJECT, Named, Party
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.clauses.verb_first import part_by_verb
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.gazetteer.language import Language
from geomap.recognise import Mention

_BEFALLS = ("casualty", "explosion", "impact")
_STRIKES = ("attack", "shelling", "airstrike", "raid")
_OBJECT = 24  # characters behind a name in which what its arms struck stands
_FROM_HANDS = 2  # words: "من مسلحي"


def side_by_verb(
    scene: Scene, clause: Clause, triggers: list[Trigger], named: Named, *, arms: bool
) -> Party | None:
    """The side of an actor that is a party to the deed, where the verb stands before its subject.

    Args:
        scene: The article.
        clause: The clause.
        triggers: The deeds of the clause.
        named: The actor's name.
        arms: Whether it goes with a weapon or a strike.
    """
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


def _by_distance(scene: Scene, clause: Clause, named: Named) -> Party | None:
    """The side of a name that neither a verb nor a noun governs."""
    mention, trigger = named.mention, named.trigger
    if mention.start < trigger.end:
        opens = not any(m.actors for m in scene.mentions(clause.start, mention.start))
        if trigger.voice != "active" or not opens or trigger.kind in _BEFALLS:
            return None
        return named.attacks(1.5 - min(named.gap, 120) / 120, "subject of the sentence")
    between = scene.between(trigger.end, mention.start)
    if scene.language.aimed_surely.search(between):
        return named.suffers(1.6 - min(named.gap, 150) / 150, "what the deed was aimed at")
    if trigger.voice == "active" and len(between.split()) <= 3:
        return named.attacks(2.0, SUBJECT)
    return None


def _of_its_hands(scene: Scene, words: list[str]) -> bool:
    """Whether "of" is glued to the word for those who acted: "توغل لعناصر …", "غارة لطائرات …"."""
    language = scene.language
    heads = language.feminine_heads | language.masculine_heads | language.person_heads
    return any(words[0].startswith(of) and words[0].removeprefix(of) in heads for of in language.possessive)


def _comes_from_its_hands(language: Language, trigger: Trigger, words: list[str]) -> bool:
    """Whether a deed came from a side's people: "تعرضت لإطلاق نار من مسلحي …"."""
    if trigger.kind not in _STRIKES or len(words) != _FROM_HANDS or words[0] not in language.away_from:
        return False
    return words[1] in language.own_hands or words[1] in language.feminine_heads


def _fires_at(scene: Scene, clause: Clause, words: list[str], mention: Mention) -> bool:
    """Whether a side's arms are what struck, since what they struck follows: "استهداف مسيرة للدعم السريع مخيما"."""
    language = scene.language
    if not words or words[0] not in language.bare("actors", "arms"):
        return False
    behind = scene.between(mention.end, min(clause.end, mention.end + _OBJECT))
    return language.object_behind.match(behind) is not None


def _behind_the_noun(scene: Scene, clause: Clause, named: Named) -> Party | None:
    """Whose deed a noun tells of: "هجوم لتنظيم …", "قصف الجيش …"; "استهداف القوات" is what was done to them."""
    language, mention, trigger = scene.language, named.mention, named.trigger
    words = scene.between(trigger.end, mention.start).split()
    aimed = trigger.text in language.aimed_nouns and not _fires_at(scene, clause, words, mention)
    if len(words) in (1, 2) and (words[-1] in language.possessive or _of_its_hands(scene, words)):
        laid = language.laid_for.search(scene.between(clause.start, trigger.start)) is not None
        return (
            named.suffers(1.8, "what the deed was aimed at")
            if aimed or laid
            else named.attacks(2.0, "whose deed it was")
        )
    if _comes_from_its_hands(language, trigger, words):
        return named.attacks(2.2, "whose deed it was")
    if words or trigger.kind in ("casualty", "explosion", "impact", "clash", "interception"):
        return None
    if aimed and trigger.text.split()[-1] in language.bare("actors", "assets"):
        return named.suffers(2.2, "its people or property")  # "قنص جندي إسرائيلي"
    if actor_of(scene, mention).kind == "state" and not mention.places and len(mention.text.split()) == 1:
        return named.attacks(2.6, "its arms or its strike")  # "استهداف إسرائيلي"
    does = language.object_follows.match(scene.between(mention.end, min(clause.end, mention.end + 30)))
    if does or not aimed:
        return named.attacks(2.4, "whose deed it was")
    return named.suffers(1.8, "what the deed was aimed at")
