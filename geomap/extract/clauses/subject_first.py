"""Who struck whom where the subject stands before its verb, as in English."""

from __future__ import annotations

from geomap.extract.actors.agents import named_as_agent
from geomap.extract.actors.belonging import actor_of, group_before, of_a_band, of_individuals
from geomap.extract.clauses.party import OWN_DEED, SUBJECT, TELLS_OF_A_STRIKE, Named, Party
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.clauses.triggers import ends_an_attacker
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.model import ARMED_GROUPS
from geomap.recognise import Mention
from geomap.text import fold

_WITH_AIRCRAFT = ("state", "coalition")
_SENDS = ("launch", "impact", "attack")
_ASIDE = 60  # characters before a name in which the relative clause that it stands in opens
_HITS_ITS_OBJECT = ("attack", "damage", "airstrike", "shelling")
_TO_ARMS = 2  # words between a deed and the arms that it hit
_HELD = 48  # characters
_MET_WITHIN = 120  # characters from those killed to whom they had met
_OWN_SUBJECT = 3  # words between "when" and the verb: "the first drones"
_TO_OBJECT = 4  # words from "against" to who owns what was hit


def side_by_order(
    scene: Scene, clause: Clause, triggers: list[Trigger], named: Named, *, arms: bool
) -> Party | None:
    """The side of an actor that is a party to the deed, where the subject stands before its verb.

    Args:
        scene: The article.
        clause: The clause.
        triggers: The deeds of the clause.
        named: The actor's name.
        arms: Whether it goes with a weapon or a strike.
    """
    mention = named.mention
    owns = scene.text.startswith(("'s", "’s"), mention.end)
    if arms and mention.places and not owns and fold(mention.text) not in scene.language.initials:
        return None  # "the Jordan attack": where, not who
    if named_as_agent(scene, clause, mention):
        if _stopped_it(triggers, mention):
            return named.suffers(1.5, "the side that was under attack")
        if any(
            ends_an_attacker(scene, triggers, t)
            for t in triggers
            if t.voice == "passive" and t.end <= mention.start
        ):
            return None
        return named.attacks(3.0, "named with 'by'")
    defends = named.trigger.kind == "interception" and named.trigger.voice == "active"
    if arms and defends and mention.end <= named.trigger.start:
        return named.suffers(1.5, "the side that was under attack")
    if arms and _is_what_was_hit(scene, triggers, mention):
        return named.suffers(2.0, "its arms were hit")
    if arms and _is_sent_by_another(scene, clause, triggers, mention):
        return None
    if arms:
        return named.attacks(2.8, "its arms or its strike")
    if _only_holds_a_thing(scene, named):
        struck = [t for t in triggers if t.voice == "active" and t.kind in _HITS_ITS_OBJECT]
        hit = any(t.end <= mention.start for t in struck)
        return named.suffers(1.5, "what was hit") if hit else None
    return _by_subject_first(scene, clause, triggers, named)


def _is_what_was_hit(scene: Scene, triggers: list[Trigger], mention: Mention) -> bool:
    """Whether its arms are the object of a deed: "destroyed two Houthi drone boats", "struck a Hezbollah launcher".

    So are those behind "on": "air strikes on a Turkish drone depot".
    """
    before = [t for t in triggers if t.end <= mention.start]
    if before and scene.language.aimed_beside.match(scene.between(before[-1].end, mention.start)):
        return True
    if not before or before[-1].voice != "active" or before[-1].kind not in _HITS_ITS_OBJECT:
        return False
    words = scene.between(before[-1].end, mention.start).split()
    return len(words) <= _TO_ARMS


def _is_sent_by_another(scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention) -> bool:
    """Whether another fired its arms, which says who made them: "Ukraine sent four American missiles at Voronezh"."""
    before = [t for t in triggers if t.end <= mention.start]
    if before and scene.language.aimed_beside.match(scene.between(before[-1].end, mention.start)):
        return True
    if not before or before[-1].voice != "active" or before[-1].kind not in _SENDS:
        return False
    if len(scene.between(before[-1].end, mention.start).split()) > _TO_ARMS:
        return False
    return any(
        m.actors and m.actors != mention.actors for m in scene.mentions(clause.start, before[-1].start)
    )


def _stopped_it(triggers: list[Trigger], mention: Mention) -> bool:
    """Whether who stands behind "by" shot it down: "was intercepted by Israel", not "launched by the Houthis"."""
    before = [t for t in triggers if t.end <= mention.start]
    return bool(before) and before[-1].kind == "interception" and before[-1].voice == "passive"


def side_of_teller(scene: Scene, clause: Clause, triggers: list[Trigger], mention: Mention) -> Party | None:
    """The side of an actor that only tells of the deed, where it says its own part: "Israel said it had struck"."""
    actor = _band_meant(scene, mention) if _is_its_group(scene, mention) else mention.actors[0]
    if actor is None:
        return None
    for trigger in triggers:
        between = scene.between(mention.end, trigger.start) if trigger.start > mention.end else ""
        if between and len(between.split()) <= 4 and trigger.text in scene.language.losses:
            return Party(actor, "target", 1.8, mention.start, "its people were hurt")
        if trigger.voice == "noun" or not scene.language.says_of_itself.search(between):
            continue
        named = Named(mention, actor, trigger, assets=False)
        if trigger.kind == "interception":
            return named.suffers(1.5, "the side that was under attack")
        if trigger.voice == "active":
            return named.attacks(2.0, OWN_DEED)
        return named.suffers(2.0, "says that it was hit")
    from_the_air = scene.has("weapons.airstrike", clause.start, clause.end)
    if scene.has("cues.reaction", clause.start, clause.end):
        return None  # "the White House voiced concern about the air strikes"
    if from_the_air and actor_of(scene, mention).kind in _WITH_AIRCRAFT:
        return Party(mention.actors[0], "attacker", 0.9, mention.start, TELLS_OF_A_STRIKE)
    return None


def _is_its_group(scene: Scene, mention: Mention) -> bool:
    """Whether a people's adjective goes with a group: "the Lebanese group", "the Yemeni armed movement"."""
    following = scene.between(mention.end, mention.end + 24).split()[:2]
    return of_a_band(scene, mention) and not scene.language.groups.isdisjoint(following)


def _band_meant(scene: Scene, mention: Mention) -> str | None:
    """The armed group of a country that its adjective means, named before: "Hezbollah … The Lebanese group said"."""
    return group_before(scene, mention.start, actor_of(scene, mention).country)


def _helped(scene: Scene, named: Named) -> bool:
    """Whether it came to those who were hurt: "peacekeepers flew the injured to B"."""
    until = scene.between(named.mention.end, named.trigger.start)
    return named.trigger.kind == "casualty" and scene.language.helped.match(until) is not None


def _by_subject_first(scene: Scene, clause: Clause, triggers: list[Trigger], named: Named) -> Party | None:
    language, mention, trigger = scene.language, named.mention, named.trigger
    before_it = mention.start < trigger.start
    if (fought := _of_two_sides(scene, clause, triggers, named)) is not None:
        return fought
    if language.answers.match(" " + scene.between(mention.end, mention.end + 40)):
        return _who_answered(triggers, named)
    if language.lost.match(" " + scene.between(mention.end, mention.end + 30)):
        return named.suffers(2.0, "who suffered it")
    if before_it and (_has_another_subject(scene, named) or _helped(scene, named)):
        return None
    if not before_it and trigger.kind == "seizure" and _took_it(scene, named):
        return named.attacks(2.5, "took it")
    if trigger.kind == "casualty" and before_it and trigger.text in language.hurt:
        words = scene.between(mention.end, trigger.start).split()
        if not language.determiners.isdisjoint(words[-1:]) and language.among.isdisjoint(words[-2:-1]):
            return (
                None  # "the Observatory put the number of the dead at 19", but "an official among the dead"
            )
        return named.suffers(1.8, "its people were hurt")
    if trigger.kind == "interception":
        defends = named.assets or (before_it and trigger.voice == "active")
        return named.suffers(1.5, "the side that was under attack") if defends else None
    if trigger.kind == "explosion" and not named.assets:
        sets_off = before_it and trigger.voice == "active" and trigger.text in language.detonating
        return named.attacks(1.5, SUBJECT) if sets_off else None
    went_off = trigger.kind == "explosion" and trigger.voice == "active"
    if before_it and went_off and trigger.text not in language.detonating:
        return None  # "they were aimed at the offices of X, and one exploded beside them"
    if before_it:
        return _before_the_deed(scene, clause, triggers, named)
    return _behind_the_deed(scene, named)


def _killed_whom_they_met(scene: Scene, named: Named) -> bool:
    """Whether the dead had come upon an armed group: "four soldiers were killed when they engaged TTP men"."""
    if actor_of(scene, named.mention).kind not in ARMED_GROUPS:
        return False
    before = scene.between(max(0, named.mention.start - _MET_WITHIN), named.mention.start)
    return scene.language.met_them.search(before) is not None


def holds_what_was_hit(scene: Scene, named: Named) -> bool:
    """Whether what was hit is said to be in its hands: "a post held by the Taliban was shelled"."""
    mention, trigger = named.mention, named.trigger
    before = scene.between(max(0, mention.start - _HELD), mention.start)
    if trigger.kind in ("casualty", "interception") or not scene.language.in_hands_of.search(before):
        return False
    if mention.start < trigger.start:
        return trigger.voice in ("passive", "received")
    return trigger.voice == "active" and trigger.kind in _HITS_ITS_OBJECT


def _has_another_subject(scene: Scene, named: Named) -> bool:
    """Whether the verb has a subject of its own: "it lost six men when drones attacked the base"."""
    if named.trigger.voice != "active":
        return False
    if _is_in_an_aside(scene, named):
        return True
    words = scene.between(named.mention.end, named.trigger.start).split()
    if _did_it_themselves(scene, named, words):
        return True
    start = named.mention.start
    if scene.language.came_for.search(scene.between(max(0, start - _ASIDE), start)):
        return True
    if scene.has("cues.unclaimed", named.mention.end, named.trigger.start):
        return True  # "the army gave no word on who had sent the drones"
    opens = [i for i, word in enumerate(words) if word in scene.language.subordinating]
    if not opens or not 1 <= len(words) - 1 - opens[-1] <= _OWN_SUBJECT:
        return False
    arms = scene.cues("weapons.", named.mention.end, named.trigger.start)
    return bool(arms) and not scene.text[arms[-1].end : named.trigger.start].strip()


def _only_holds_a_thing(scene: Scene, named: Named) -> bool:
    """Whether it only holds what the verb's subject met: "hit a house once used by X and killed three men"."""
    mention, trigger = named.mention, named.trigger
    before = scene.between(max(0, mention.start - _HELD), mention.start)
    does = trigger.voice == "active" and mention.start < trigger.start
    return does and scene.language.in_hands_of.search(before) is not None


def _is_in_an_aside(scene: Scene, named: Named) -> bool:
    """Whether a relative clause that ends before the verb names it: "stormed A, which B's troops use, killed"."""
    before = scene.text[max(0, named.mention.start - _ASIDE) : named.mention.start]
    if scene.language.aside_opens.search(before) is None:
        return False
    inner, comma, _ = scene.text[named.mention.end : named.trigger.start].partition(",")
    return bool(comma) and bool(inner.strip())


def _did_it_themselves(scene: Scene, named: Named, words: list[str]) -> bool:
    """Whether arms are the subject of a relative clause: "it asks about the drone that hit its post"."""
    if scene.language.relatives.isdisjoint(words[-1:]):
        return False
    arms = scene.cues("weapons.", named.mention.end, named.trigger.start)
    return bool(arms) and len(scene.between(arms[-1].end, named.trigger.start).split()) == 1


def _took_it(scene: Scene, named: Named) -> bool:
    """Whether a place "fell to" the actor, or "into the hands of" it."""
    seized = named.trigger.kind == "seizure" and named.trigger.voice != "noun"
    if not (seized and named.trigger.text.endswith(tuple(scene.language.falls_to) or ("\0",))):
        return False
    return len(scene.between(named.trigger.end, named.mention.start).split()) <= _TO_ARMS


def _of_two_sides(scene: Scene, clause: Clause, triggers: list[Trigger], named: Named) -> Party | None:
    """The side of a name in a fight "between … and …", of which the first is taken as the attacker."""
    if not any(t.kind == "clash" and t.voice == "noun" and _is_between(scene, t, named) for t in triggers):
        return None
    before = scene.between(clause.start, named.mention.start)
    if scene.language.second_side.search(before):
        fell = any(
            t.kind == "casualty" and t.voice == "passive" and t.end <= named.trigger.start for t in triggers
        )
        if fell:
            return named.attacks(2.0, "with whom they fought")
        return named.suffers(2.0, "one of the two sides that fought")
    if scene.language.first_side.search(before):
        return named.attacks(2.0, "one of the two sides that fought")
    return None


def _who_answered(triggers: list[Trigger], named: Named) -> Party:
    """The side of who answered an attack; by its air defences it only warded it off."""
    if any(t.kind == "interception" and t.voice == "active" for t in triggers):
        return named.suffers(1.5, "the side that was under attack")
    return named.attacks(2.5, "who answered")


def _is_between(scene: Scene, trigger: Trigger, named: Named) -> bool:
    """Whether a name goes with a word for a fight: the nearest deed, or "clashes between A and B killed 20"."""
    if trigger is named.trigger:
        return True
    said = scene.between(trigger.end, named.mention.start) if trigger.end <= named.mention.start else ""
    return said.startswith("between ") or said.strip() == "between"


def _before_the_deed(scene: Scene, clause: Clause, triggers: list[Trigger], named: Named) -> Party | None:
    mention, trigger = named.mention, named.trigger
    until = scene.between(mention.end, trigger.start)
    if scene.language.disowned.search(until):
        return None
    if trigger.voice == "noun" and scene.language.behind_it.search(until):
        return named.attacks(2.0, "is said to be behind it")
    if trigger.voice in ("passive", "received"):
        return _what_was_hit(scene, named, until.split())
    if trigger.voice == "active" and _is_not_its_deed(scene, triggers, named):
        return None
    if trigger.voice == "active" and named.assets and _stands_struck(scene, named):
        return named.suffers(2.0, "what was hit")
    aimed = named.assets and scene.language.aimed_at.search(scene.between(clause.start, mention.start))
    if aimed and trigger.voice != "active":
        return named.suffers(1.8, "its people or property")
    if trigger.voice == "active":
        weight = 2.0 - min(named.gap, 120) / 100
        since = max((t.end for t in triggers if t.end <= mention.start), default=mention.start)
        dated = max((d.end for d in scene.dates_in(clause.start, mention.start)), default=clause.start)
        near = scene.between(max(since, dated), mention.start).split()[-_TO_OBJECT:]  # "on Monday fighters"
        near = near or scene.between(dated, mention.start).split()[-2:]
        opens = not scene.language.subordinating.isdisjoint(
            near[-1:]
        )  # "on Sunday, when its fighters attacked"
        if aimed and not opens and scene.language.aimed_surely.search(" ".join(near)):
            return named.suffers(weight, SUBJECT)
        return named.attacks(weight, SUBJECT)
    return _before_a_noun(scene, named, until.split())


def _before_a_noun(scene: Scene, named: Named, words: list[str]) -> Party | None:
    """The side of a name before a noun: "the group's attack on …", but "X mourned the death of …"."""
    if _carries_it_out(scene, words):
        return named.attacks(1.8, SUBJECT)
    if named.trigger.kind == "casualty" and named.trigger.text in scene.language.losses:
        return named.suffers(1.8, "its people were hurt")
    if _is_an_object(scene, words):
        return None  # "the press office located the attack in …"
    if named.gap < 45 and not named.assets and scene.language.surroundings.isdisjoint(words):
        return named.attacks(1.2, "stands before the deed")
    return named.suffers(0.8, "its people or property") if named.assets else None


def _carries_it_out(scene: Scene, words: list[str]) -> bool:
    """Whether a verb of doing has the noun as its object: "soldiers committed a massacre", "troops carried out two"."""
    language = scene.language
    while words and (words[-1] in language.determiners or words[-1] in language.performing_with):
        words = words[:-1]
    carries = bool(words) and words[-1] in language.performing
    return carries and language.listing.isdisjoint(words[-2:-1])  # not "… soldiers and carried out an attack"


def _what_was_hit(scene: Scene, named: Named, words: list[str]) -> Party | None:
    """The side of a name before a passive, unless what was done was done to others of whom it only speaks."""
    if not named.assets and _says_of_others(scene, words):
        return None
    return named.suffers(2.0 if named.assets or not named.mention.places else 1.0, "what was hit")


def _says_of_others(scene: Scene, words: list[str]) -> bool:
    """Whether what was done was done to others: "the group put its name to it, and says that 50 were killed"."""
    said = next((i for i, word in enumerate(words) if word in scene.language.saying), None)
    own = scene.language.possessives | scene.language.pronouns
    return said is not None and own.isdisjoint(words[said:])


def _came_and_killed(scene: Scene, named: Named, words: list[str]) -> bool:
    """Whether people died when a group's men did something: "killed when al-Shabaab fighters held the mall"."""
    language = scene.language
    dying = named.trigger.kind == "casualty" and named.trigger.voice != "noun"
    if dying and language.its_men_came.search(" ".join(words)):
        return True
    if not dying or language.subordinating.isdisjoint(words[-1:]) or words[-1] in language.since:
        return False
    if actor_of(scene, named.mention).kind not in ARMED_GROUPS:
        return False
    behind = scene.between(named.mention.end, named.mention.end + 40).split()[:2]
    return language.auxiliaries.isdisjoint(behind)


def _is_a_subject(scene: Scene, named: Named) -> bool:
    """Whether the name behind a deed and a comma opens another clause: "they hit houses, the US embassy was told"."""
    return bool(scene.language.does_it.match(scene.text[named.mention.end : named.mention.end + 40]))


def _is_not_its_deed(scene: Scene, triggers: list[Trigger], named: Named) -> bool:
    """Whether one person of its people did it, or it only killed who had attacked: "the police shot him dead"."""
    behind = scene.between(named.trigger.end, named.trigger.end + 30)
    if ends_an_attacker(scene, triggers, named.trigger):
        return True
    ended = scene.language.ended_him.match(f"{named.trigger.text} {behind}")
    return bool(ended) or of_individuals(scene, named.mention)


def _stands_struck(scene: Scene, named: Named) -> bool:
    """Whether its property stands right before a past form that has no object: "ISIS targets struck in Syria"."""
    words = scene.between(named.mention.start, named.trigger.start).split()
    if len(words) < 2 or words[-1] not in scene.language.static:
        return False
    end = named.trigger.end
    behind = scene.between(end, end + 20).split()[:1]
    return scene.text[end : end + 1] != " " or not scene.language.after_passives.isdisjoint(behind)


def _is_an_object(scene: Scene, words: list[str]) -> bool:
    """Whether the words before a noun for a deed make it the object of a verb that does not do it."""
    if len(words) < 2 or words[-1] not in scene.language.determiners:
        return False
    verb = words[-2]
    return verb.endswith(tuple(scene.language.past_endings)) and verb not in scene.language.performing


def _behind_the_deed(scene: Scene, named: Named) -> Party | None:
    language = scene.language
    between = scene.between(named.trigger.end, named.mention.start)
    words = between.split()
    if named.trigger.voice == "received" and language.came_from.search(between):
        return named.attacks(2.0, "from whom it came")
    behind = " " + scene.between(named.mention.end, named.mention.end + 40)
    if named.trigger.voice == "noun" and language.that_it.match(between) and language.made_it.match(behind):
        return named.attacks(2.0, "made the strike")
    if named.trigger.kind == "seizure" and not named.mention.places and language.taken_from.search(between):
        return named.suffers(2.0, "from whom it was taken")
    if len(words) > 3 and words[-1] in language.away_from and not named.assets:
        return None  # "the attack bore the footprints of X"
    if _killed_whom_they_met(scene, named):
        return named.attacks(2.0, "with whom they fought")
    start = next((i for i in range(len(words) - 1, -1, -1) if words[i] in language.from_words), None)
    if start is not None and not language.aimed_surely.search(" ".join(words[start + 1 :])):
        return None
    if "," in scene.text[named.trigger.end : named.mention.start] and _is_a_subject(scene, named):
        return None
    if _came_and_killed(scene, named, words):
        return named.attacks(1.6, "whose men came")
    if not named.assets and not (language.relatives | language.whom).isdisjoint(words[-1:]):
        return None  # "an attack for which X took responsibility"
    active = named.trigger.voice == "active"
    if active or named.assets or language.aimed_at.search(between) or language.hosted.search(between):
        weight = (2.2 if named.assets else 1.6) - min(named.gap, 150) / 150
        return named.suffers(weight, "what the deed was aimed at")
    return None
