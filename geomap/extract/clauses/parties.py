"""Who struck whom: the actors of a clause by their position to its triggers."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise, zip_longest

from geomap.extract.actors.agents import speaks
from geomap.extract.actors.belonging import (
    actor_of,
    backs_others,
    goes_with,
    group_before,
    is_apposed,
    is_linked,
    is_of_a_stronghold,
    is_somewhere,
    of_a_band,
    said_of_arms,
    state_speaking_before,
    with_arms,
    with_assets,
    with_hands,
)
from geomap.extract.actors.name_parts import ends_a_quoted_name, opens_another_name
from geomap.extract.actors.only_named import is_only_named
from geomap.extract.actors.peoples import is_only_a_people
from geomap.extract.clauses.governments import government_that_struck
from geomap.extract.clauses.party import (
    ACCUSED,
    BLAMED,
    OWN_DEED,
    STATED,
    SUBJECT,
    TELLS_ITS_TARGET,
    Named,
    Party,
    gap_to,
)
from geomap.extract.clauses.possessive import of_its_own, of_the_rebels
from geomap.extract.clauses.subject_first import holds_what_was_hit, side_by_order, side_of_teller
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.clauses.verb_first import lost_its_own, tells
from geomap.extract.clauses.verb_sides import side_by_verb
from geomap.extract.places.not_places import in_dateline
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Mention

_BLAMED_WITHIN = 110  # characters from "blamed" to whom, behind the deed
_OURS_REACH = 40  # characters from "our jets" to their deed
_LOOKED_LIKE = 60  # characters of "disguised as" and the like before a name
_IT_WAS = 16  # characters before a name in which "and it was the" stands
_TO_DEED = 6  # words from "the group" to its deed
_TARGET = 70  # characters behind an army in which it says whom it aimed at
_ACCORDING = 24  # characters before it of "according to the"
_POSSESSIVE = "s"  # what folding leaves of "'s"
_HEADS_A_LINE = re.compile(r":|\s+[-–—|/]+\s")
_MARKS = " \t•*-–—#>"  # before a line's first word
_NEUTRAL = ("organisation", "company")


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
    if not (named or triggers):
        return []
    named = [m for m, behind in zip_longest(named, named[1:]) if not _owns(scene, m, behind)]
    named = [m for m in named if not (ends_a_quoted_name(scene, m) or opens_another_name(scene, m))]
    named = [m for m in named if not (is_only_named(scene, m) or _is_where_it_was_written(scene, m))]
    named = [m for m in named if not _is_only_looked_like(scene, clause, m)]
    found = [party for m in named if (party := _party(scene, clause, triggers, m)) is not None]
    if triggers:
        found += _the_group(scene, clause, triggers) or _we(scene, clause, triggers)
    found += government_that_struck(scene, clause, triggers, places)
    found += of_its_own(scene, clause, triggers)
    found += _own_losses(scene, clause, named)
    found += _who_aimed(scene, clause, named)
    found += of_the_rebels(scene, clause, triggers, found)
    found = _with_fellows(scene, found)
    return sorted(found, key=lambda p: (-p.weight, p.start))


def _is_where_it_was_written(scene: Scene, mention: Mention) -> bool:
    """Whether it is the country of a dateline: "LAGOS, Nigeria (AP) —"; not "Turkey - which has troops there -"."""
    sentence = scene.sentence_at(mention.start)
    opens = sentence is not None and sentence.start == mention.start and not mention.text.isupper()
    return not opens and in_dateline(scene, mention)


def _is_only_looked_like(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether others only wore what its people wear: "gunmen dressed as Iraqi soldiers"."""
    before = scene.between(max(clause.start, mention.start - _LOOKED_LIKE), mention.start)
    return scene.language.disguised.search(before) is not None


def _own_losses(scene: Scene, clause: Clause, named: list[Mention]) -> list[Party]:
    """Who tells of its own people hurt: "أعلنت البعثة مقتل أربعة من جنودها"."""
    lost = (m for m in named if lost_its_own(scene, clause, m))
    return [Party(m.actors[0], "target", 2.2, m.start, "its own people were hurt") for m in lost]


def _with_fellows(scene: Scene, found: list[Party]) -> list[Party]:
    """Subjects that "and" joins weigh the same, so that the one named first stays the first."""
    weighed = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        if one.why == other.why == SUBJECT and scene.text.find(" and ", one.start, other.start) >= 0:
            weighed[i] = one._replace(weight=max(one.weight, other.weight))
    return weighed


def _the_group(scene: Scene, clause: Clause, triggers: list[Trigger]) -> list[Party]:
    """Whom "that group had stormed the post" and "the group's bombing" mean: the armed group named before."""
    language = scene.language
    if not language.subject_first:
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
            said = said and language.not_before.isdisjoint(words[i:])  # "the group never said that it had …"
            meant = group_before(scene, clause.start) if said else None
            return [Party(meant, "attacker", 1.6, first.start, "the group named before")] if meant else []
    return []


def _we(scene: Scene, clause: Clause, triggers: list[Trigger]) -> list[Party]:
    """Who says "we struck": the armed group named last, as in "كتائب …: استهدفنا …"."""
    own = next(
        (t for t in triggers if t.voice == "active" and scene.language.first_person.search(t.text)), None
    )
    meant = group_before(scene, own.start) if own is not None else None
    if meant is None:
        own = next((t for t in triggers if t.voice == "active" and _ours(scene, clause, t)), None)
        meant = state_speaking_before(scene, own.start) if own is not None else None
    return [Party(meant, "attacker", 2.4, own.start, OWN_DEED)] if meant and own is not None else []


def _ours(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether who speaks says that his own forces did it: "our air force hit"."""
    cues = scene.cues("actors.acting", max(clause.start, trigger.start - _OURS_REACH), trigger.start)
    return any(
        not scene.language.ours.isdisjoint(
            scene.between(max(clause.start, c.start - 12), c.start).split()[-1:]
        )
        for c in cues
    )


def _owns(scene: Scene, mention: Mention, behind: Mention | None) -> bool:
    """Whether a state only says whose the force behind it is ("Iran's Guards"), or heads a line ("DRC:", "IRAQ –")."""
    if _HEADS_A_LINE.match(scene.text, mention.end) and (
        scene.text[mention.end] == ":" or _opens_a_line(scene, mention)
    ):
        return actor_of(scene, mention).kind == "state"
    if behind is None:
        return False
    if scene.text[mention.end : behind.start] == " " and behind.actors:
        # "the Iran-allied Houthi militia"
        return scene.between(mention.start, mention.end).split()[-1] in scene.language.linked
    if scene.text[mention.end : behind.start] not in ("'s ", "’s "):
        return False
    owner = actor_of(scene, mention)
    return owner.kind == "state" and actor_of(scene, behind).country == owner.country


def _opens_a_line(scene: Scene, mention: Mention) -> bool:
    """Whether nothing but marks stands before it in its line, and no second dash ends an aside behind it."""
    start = scene.text.rfind("\n", 0, mention.start) + 1
    end = scene.text.find("\n", mention.end)
    behind = scene.text[mention.end : end if end >= 0 else len(scene.text)]
    return not scene.text[start : mention.start].strip(_MARKS) and len(_HEADS_A_LINE.findall(behind)) == 1


def subjects(scene: Scene, clause: Clause, behind: Clause) -> list[Party]:
    """Actors of a clause without a deed, that may be the subject of the next; not who only tells of it."""
    mentions = scene.mentions(clause.start, clause.end)
    if scene.language.subject_first and (_tells_of_another(scene, clause) or _has_its_subject(scene, behind)):
        return []
    if scene.language.subject_first and scene.has("cues.report", clause.start, clause.end):
        opens = scene.between(behind.start, min(behind.end, behind.start + 30)).split()[:3]
        if scene.language.pronouns.isdisjoint(opens):
            return []
    found = [m for m in mentions if m.actors and not m.places and not goes_with(scene, m)]
    found = [m for m in found if not (_is_neutral(scene, clause, m) or _was_driven_out(scene, clause, m))]
    return [
        Party(m.actors[0], "attacker", 0.5, m.start, "named in the clause before")
        for m in found[:1]
        if actor_of(scene, m).kind not in _NEUTRAL
    ]


def said_of_before(scene: Scene, clause: Clause, deed: Trigger) -> bool:
    """Whether who did it is the subject of the clause before: "X's answer came on Sunday: it fired rockets at B"."""
    language = scene.language
    if not language.subject_first or deed.voice != "active":
        return False
    words = scene.between(clause.start, deed.start).split()
    words = words[1:] if words[:1] and words[0] in language.meanwhile else words
    helped = language.auxiliaries | language.had
    return bool(words) and words[0] in language.personal and helped.issuperset(words[1:])


def _tells_of_another(scene: Scene, clause: Clause) -> bool:
    """Whether a relative pronoun opens the clause: who stands in it is not its subject ("which Iran backs")."""
    first = scene.between(clause.start, clause.start + 12).split()[:1]
    return not scene.language.relatives.isdisjoint(first)


def _has_its_subject(scene: Scene, clause: Clause) -> bool:
    """Whether arms stand before the first verb of a clause, which they are the subject of: "after a rocket hit"."""
    first = next(iter(scene.cues("triggers.", clause.start, clause.end)), None)
    return (
        first is not None
        and first.tag.endswith(".verbs")
        and scene.has("weapons.", clause.start, first.start)
    )


def _is_a_victims(scene: Scene, clause: Clause, mention: Mention, before: str) -> bool:
    """Whether it is whence one of the dead came: "two people died, one of them Syrian"; not a ship's flag."""
    if scene.language.one_of_them.search(before) is None:
        return False
    sentence = scene.sentence_at(mention.start)
    return bool(scene.casualties_in(sentence.start if sentence else clause.start, mention.start))


def _who_aimed(scene: Scene, clause: Clause, named: list[Mention]) -> list[Party]:
    """Armies that say whom the deed was aimed at."""
    own = (m for m in named if _tells_the_target(scene, clause, m))
    return [Party(m.actors[0], "attacker", 1.2, m.start, TELLS_ITS_TARGET) for m in own]


def _tells_the_target(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether an army says whom a strike was aimed at: "the Israeli army said the target was a commander"."""
    language = scene.language
    behind = scene.between(mention.end, min(clause.end, mention.end + _TARGET))
    if language.tells_target.match(behind):
        return True
    sentence = scene.sentence_at(mention.start)
    if sentence is None or not (language.said_it.match(behind) or _is_quoted(scene, mention)):
        return False
    return language.was_target.search(scene.between(sentence.start, mention.start)) is not None


def _is_quoted(scene: Scene, mention: Mention) -> bool:
    before = scene.between(max(0, mention.start - _ACCORDING), mention.start)
    return scene.language.according_to.search(before) is not None


def _is_neutral(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether a state's adjective goes with what strikes nobody: "Lebanese sovereignty"."""
    return scene.language.adjective_first and is_somewhere(scene, clause, mention)


def _party(scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention) -> Party | None:
    if triggers and said_of_arms(scene, clause, mention):
        return Party(mention.actors[0], "attacker", 2.8, mention.start, "its arms or its strike")
    if is_only_a_people(scene, mention) or is_apposed(scene, clause.start, mention):
        return None
    before = scene.between(max(clause.start, mention.start - 20), mention.start)
    if scene.language.none_of.search(before) or _is_a_victims(scene, clause, mention, before):
        return None
    assets = with_assets(scene, clause, mention)
    arms = with_arms(scene, clause, mention)
    if triggers and scene.language.subject_first and not arms and speaks(scene, mention):
        return side_of_teller(scene, clause, triggers, mention)
    if triggers and (said := _said_to_have(scene, clause, mention)) is not None:
        return said
    if triggers and _was_driven_out(scene, clause, mention):
        return Party(mention.actors[0], "target", 2.2, mention.start, "was driven out")
    if triggers and not arms and (held := _holder(scene, triggers, mention)) is not None:
        return held
    if _is_no_party(scene, clause, mention, goes_along=assets or arms):
        return None
    if not triggers:
        if not assets or not _has_property(scene, mention):
            return None
        return Party(mention.actors[0], "target", 0.5, mention.start, "its people or property")
    linked = is_linked(scene, clause.start, mention)
    mention = with_hands(scene, clause.start, mention)
    named = Named(mention, mention.actors[0], _governing(scene, triggers, mention), assets)
    if linked:
        return None
    side = side_by_order if scene.language.subject_first else side_by_verb
    return side(scene, clause, triggers, named, arms=arms)


def _holder(scene: Scene, triggers: list[Trigger], mention: Mention) -> Party | None:
    """The actor as the one in whose hands what was hit is."""
    named = Named(mention, mention.actors[0], _governing(scene, triggers, mention), assets=True)
    return named.suffers(1.8, "holds what was hit") if holds_what_was_hit(scene, named) else None


def _said_to_have(scene: Scene, clause: Clause, mention: Mention) -> Party | None:
    """The actor as the one who did it, where words beside its name say so: a charge, an answer, its land."""
    before = scene.between(max(clause.start, mention.start - 60), mention.start)
    if _is_put_first(scene, clause, mention):
        weight, why = 2.5, "it was they who did it"
    elif (
        scene.language.blamed.search(before)
        or _deed_is_blamed_on(scene, clause, mention)
        or _called_its_deed(scene, clause, mention)
    ):
        weight, why = 2.5, BLAMED
    elif _answers_with(scene, clause, mention):
        weight, why = 2.6, "who answered"
    elif _is_accused(scene, clause, mention):
        weight, why = 2.5, ACCUSED
    elif _came_from_its_land(scene, clause, mention):
        weight, why = STATED, "from whose land it came"
    else:
        return None
    return Party(mention.actors[0], "attacker", weight, mention.start, why)


def _deed_is_blamed_on(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it stands last behind "blamed … on": "blamed the attack on the army base on JNIM"."""
    before = scene.between(max(clause.start, mention.start - _BLAMED_WITHIN), mention.start)
    if scene.language.blamed_on.search(before) is None:
        return False
    others = [m for m in scene.mentions(mention.end, clause.end) if m.actors]
    return not any(
        scene.language.blamed_on.search(scene.between(max(clause.start, m.start - _BLAMED_WITHIN), m.start))
        for m in others
    )


def _is_put_first(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether a deed has its doer put before it: "it was X that bombed the depot"."""
    if mention.start - clause.start > _IT_WAS:
        return False
    behind = scene.text[mention.end : min(clause.end, mention.end + 90)]
    opens = scene.between(clause.start, mention.start)
    if not (scene.language.it_was.match(opens) and scene.language.put_first.match(behind)):
        return False
    deeds = scene.cues("triggers.", mention.end, clause.end)
    return bool(deeds) and deeds[0].tag.endswith(".verbs")


def _was_driven_out(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it stands between "drove" and "out of"."""
    if not scene.language.drove.search(scene.between(max(clause.start, mention.start - 24), mention.start)):
        return False
    behind = scene.between(mention.end, min(clause.end, mention.end + 40))
    return scene.language.out_of_it.match(f" {behind}") is not None


def _called_its_deed(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether others call a passive its deed: "was set on fire by what the ministry called Iranian aggression"."""
    before = scene.between(max(clause.start, mention.start - 80), mention.start)
    return scene.language.called_so.search(before) is not None and with_arms(scene, clause, mention)


def _came_from_its_land(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether arms came from land that it holds: "missiles launched from Houthi-held Yemen"."""
    if scene.language.holding.isdisjoint(scene.between(mention.end, mention.end + 14).split()[:1]):
        return False
    arms = scene.cues("weapons.", clause.start, mention.start)
    fired = scene.cues("triggers.", arms[-1].start, mention.start) if arms else []
    before = scene.between(max(clause.start, mention.start - 24), mention.start)
    return bool(fired) and scene.language.out_of_land.search(before) is not None


def _answers_with(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it stands between "answered" and its deed: "ردت القوات … بقصف …"."""
    before = scene.between(max(clause.start, mention.start - 40), mention.start)
    behind = scene.between(mention.end, min(clause.end, mention.end + 24))
    return bool(scene.language.answered_by.search(before) and scene.language.accused_of.match(f" {behind}"))


def _is_accused(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it stands between "accused" and the deed: "اتهم الجيش … قوات … بقصف"."""
    before = scene.between(max(clause.start, mention.start - 70), mention.start)
    behind = scene.between(mention.end, min(clause.end, mention.end + 24))
    if scene.language.accused_else.match(
        scene.between(mention.end, min(clause.end, mention.end + 60)).strip()
    ):
        return False
    return bool(scene.language.accused.search(before) and scene.language.accused_of.match(f" {behind}"))


def _has_property(scene: Scene, mention: Mention) -> bool:
    """Whether a clause without a deed names the actor for its property, or for who is posted there."""
    language = scene.language
    if language.subject_first:
        return True
    around = scene.between(max(0, mention.start - 40), mention.end)
    owned = language.property_named.search(scene.between(max(0, mention.start - 25), mention.end))
    return bool(owned or language.hosted.search(around)) and not tells(scene, mention)


def _is_no_party(scene: Scene, clause: Clause, mention: Mention, *, goes_along: bool) -> bool:
    if is_of_a_stronghold(scene, mention):
        return True
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
    own = [t for t in triggers if not _is_of_its_backers(scene, t, mention)] or triggers
    nearest = min(own, key=lambda t: gap_to(t, mention))
    if nearest.start < mention.end or not nearest.text.endswith(tuple(scene.language.participle_endings)):
        return nearest
    before = [t for t in triggers if t.end <= mention.start]
    return before[-1] if before and nearest.voice != "noun" else nearest


def _is_of_its_backers(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Whether a noun behind a name tells with whose help it was done: "troops backed by US air strikes attacked"."""
    if trigger.voice != "noun" or trigger.start < mention.end:
        return False
    return scene.language.helped_by.search(scene.between(mention.end, trigger.start)) is not None
