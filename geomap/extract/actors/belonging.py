"""What an actor's name goes with: its arms, its property, a band that is not it, or only a place."""

from __future__ import annotations

import re

from geomap.extract.actors.agents import BREAK, speaks
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.model import ARMED_GROUPS, Actor
from geomap.recognise import Cue, Mention
from geomap.text import fold

_SAYS_WITHIN = 48  # characters from a state's name to what it said
_ANTECEDENT = 1200  # characters in which "the group" looks for its name
_OF_ITS_FORCES = 28  # … and in which their word ends: "security personnel"
_NEXT_PLACE = 64  # characters behind a name, in which a place that it owns is named
_SAID_OF = 5  # words between arms and whose they are said to be
_ENDS_A_CLAUSE = ("", ".", ";")
_WORD = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"(?: \([^()]{1,24}\)|\))?")  # behind a name: " (IRI)"
_SMALL_WORD = re.compile(r"[ -]([a-z]+)")


def actor_of(scene: Scene, mention: Mention) -> Actor:
    """The actor that a mention with actors most likely names."""
    return scene.atlas.gazetteer.actors[mention.actors[0]]


def goes_with(scene: Scene, mention: Mention) -> bool:
    """Whether an actor's name goes with its arms or its property: "US airstrikes", "U.S. base"."""
    around = Clause(max(0, mention.start - 40), min(len(scene.text), mention.end + 40), "")
    return with_arms(scene, around, mention) or with_assets(scene, around, mention)


def with_assets(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether the actor's name goes with people or property: "US base", "القاعدة الأميركية"."""
    words = scene.between(mention.start, mention.end).split()
    if not scene.language.adjective_first:
        cues = scene.cues("actors.assets", max(clause.start, mention.start - 30), mention.start)
        if any(len(scene.between(cue.end, mention.start).split()) <= 2 for cue in cues):
            return True
        if _belongs(scene, clause, mention) and not _owner_of_arms(scene, clause, mention):
            return True
        return bool(words) and words[0].removeprefix(scene.language.article) in _assets(scene)
    for cue in scene.cues("actors.assets", mention.end, min(clause.end, mention.end + 40)):
        gap = scene.text[mention.end : cue.start]
        if not scene.language.verb_marks.isdisjoint(gap.split()[-1:]):
            continue  # "cells continue to target"
        words_between = gap.split()
        if (
            len(words_between) <= 3
            and not BREAK.search(gap)
            and scene.language.asset_breaks.isdisjoint(words_between)
            and not scene.has("triggers.", mention.end, cue.start)
        ):
            return True
    if words and words[-1] in _assets(scene) and not _is_a_groups_own(scene, mention):
        return True
    cues = scene.cues("actors.assets", max(clause.start, mention.start - 32), mention.start)
    return any(scene.between(cue.end, mention.start) in scene.language.of_owners for cue in cues)


def _is_a_groups_own(scene: Scene, mention: Mention) -> bool:
    """Whether the word for people is a part of a group's own name: "Balochistan Liberation Army"."""
    return actor_of(scene, mention).kind in ARMED_GROUPS and mention.text.split()[-1][:1].isupper()


def _assets(scene: Scene) -> frozenset[str]:
    return scene.language.bare("actors", "assets")


def _belongs(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether what stands before belongs to the actor: "رتل تابع للتحالف"."""
    before = scene.between(max(clause.start, mention.start - 24), mention.start).split()
    return not scene.language.belonging.isdisjoint(before[-2:])


def _owner_of_arms(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether weapons are the last thing named before: "الطيران الحربي التابع للجيش"."""
    start = max(clause.start, mention.start - 45)
    arms = scene.cues("actors.arms", start, mention.start)
    return bool(arms) and not scene.has("actors.assets", arms[-1].end, mention.start)


def _arms(scene: Scene) -> frozenset[str]:
    return scene.language.bare("actors", "arms")


def with_arms(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether the actor's name goes with a weapon or a deed: "Houthi missile", "غارة إسرائيلية"."""
    breaks = scene.language.arms_breaks
    if not scene.language.adjective_first:
        for cue in scene.cues("actors.arms", max(clause.start, mention.start - 24), mention.start):
            words = scene.between(cue.end, mention.start).split()
            if (
                len(words) <= 1
                and breaks.isdisjoint(words)
                and not scene.has("actors.assets", cue.end, mention.start)
                and not scene.has(
                    "triggers.casualty.nouns", cue.end, mention.start
                )  # "بصاروخين وإصابة جنود أميركيين"
            ):
                return True
        if _belongs(scene, clause, mention) and _owner_of_arms(scene, clause, mention):
            return True
        words = scene.between(mention.start, mention.end).split()
        return len(words) > 1 and words[0].removeprefix(scene.language.article) in _arms(scene)
    words = scene.between(mention.start, mention.end).split()
    if len(words) > 1 and words[-1] in _arms(scene):
        return True  # "Ukrainian drones"
    for cue in scene.cues("actors.arms", mention.end, min(clause.end, mention.end + 32)):
        gap = scene.text[mention.end : cue.start]
        if len(gap.split()) > 2 or not breaks.isdisjoint(gap.split()) or BREAK.search(gap):
            continue
        if scene.has("triggers.", mention.end, cue.start) or _came_under(scene, mention, cue):
            continue  # "Pakistan carried out strikes", "peacekeepers came under fire"
        if not scene.has("actors.assets", mention.end, cue.start):
            return True
    return False


def _came_under(scene: Scene, mention: Mention, cue: Cue) -> bool:
    """Whether the word for arms is part of a verb: "came under fire", "a Jordanian driver opened fire"."""
    received = scene.cues("triggers.received.verbs", mention.end, cue.end + 40)
    verbs = (t for t in scene.cues("triggers.", mention.end, cue.end) if t.tag.endswith(".verbs"))
    within = any(t.start < cue.start and cue.end <= t.end for t in verbs)
    return within or any(t.start < cue.end and cue.start < t.end for t in received)


def is_an_armys(scene: Scene, mention: Mention) -> bool:
    """Whether a state's name is one of its army or service, no people's adjective: "the IDF", "the Tatmadaw"."""
    name = scene.between(mention.start, mention.end)
    upper = scene.language.capitals and mention.text.isupper()
    return (upper and name not in scene.language.initials) or name in scene.language.armies


def is_apposed(scene: Scene, start: int, mention: Mention) -> bool:
    """Whether it only tells more of the actor before: "the Islamic Resistance, an umbrella of …, claimed".

    Args:
        scene: The article.
        start: Where to begin to look.
        mention: The actor's name.
    """
    comma = scene.text.rfind(",", max(start, mention.start - 60), mention.start)
    if comma < 0 or not any(
        m.actors and _IN_BRACKETS.fullmatch(scene.text, m.end, comma)
        for m in scene.mentions(max(start, comma - 60), comma)
    ):
        return False
    opens = scene.between(comma + 1, mention.start).split()
    if len(opens) < 2 and not (opens and scene.language.definite.isdisjoint(opens)):
        return False  # "an alliance of factions, the Islamic Resistance, …": the name comes second
    closed = scene.text.find(",", mention.end, mention.end + 60)
    if scene.text[mention.end : mention.end + 1] in _ENDS_A_CLAUSE:
        closed = mention.end  # "claimed by X, a faction of the TTP."
    apposed = not scene.language.apposing.isdisjoint(opens[:1]) and closed >= 0
    return apposed and not scene.has("triggers.", comma, closed)


def is_one_demonym(scene: Scene, mention: Mention) -> bool:
    """Whether a state's name is a people's or a land's: "Syrian", "South Sudanese"; not a force's: "Syrian army"."""
    return len(mention.text.split()) == 1 or fold(mention.text) in scene.language.long_demonyms


def of_a_band(scene: Scene, mention: Mention) -> bool:
    """Whether a country's adjective goes with what is not its state: "an Iraqi group", "Syrian rebels"."""
    if actor_of(scene, mention).kind != "state" or mention.places or not is_one_demonym(scene, mention):
        return False
    if is_an_armys(scene, mention) or _is_before_its_forces(scene, mention):
        return False  # "the SBU security service", "Kenyan border guards"
    following = scene.between(mention.end, mention.end + 24).split()[:2]
    return not scene.language.bands.isdisjoint(following)


def _is_before_its_forces(scene: Scene, mention: Mention) -> bool:
    """Whether a word for soldiers or police stands right behind: "the Emirati air force"."""
    for tag in ("actors.acting", "actors.forces"):
        if any(
            c.start == mention.end + 1 for c in scene.cues(tag, mention.end, mention.end + _OF_ITS_FORCES)
        ):
            return True
    return False


def of_individuals(scene: Scene, mention: Mention) -> bool:
    """Whether a country's adjective goes with a person who need not act for it: "a Jordanian driver"."""
    if actor_of(scene, mention).kind != "state" or mention.places or not is_one_demonym(scene, mention):
        return False
    following = scene.between(mention.end, mention.end + 24).split()[:2]
    return not scene.language.individuals.isdisjoint(following)


def group_before(scene: Scene, at: int, country: str | None = None) -> str | None:
    """The armed group (of a country) named last before a character: whom "the group", "the Lebanese group" mean."""
    before = scene.mentions(max(0, at - _ANTECEDENT), at)
    named = [
        m
        for m in before
        if m.actors
        and actor_of(scene, m).kind in ARMED_GROUPS
        and country in (None, actor_of(scene, m).country)
        and not (is_linked(scene, 0, m) or is_apposed(scene, 0, m) or _between_dashes(scene, m))
    ]
    return named[-1].actors[0] if named else None


def state_speaking_before(scene: Scene, at: int) -> str | None:
    """The state that spoke last before a character: whose "our forces" are."""
    before = scene.mentions(max(0, at - _ANTECEDENT), at)
    said = scene.language.saying
    named = [
        m
        for m in before
        if m.actors
        and actor_of(scene, m).kind == "state"
        and not said.isdisjoint(scene.between(m.end, min(at, m.end + _SAYS_WITHIN)).split())
    ]
    return named[-1].actors[0] if named else None


def _between_dashes(scene: Scene, mention: Mention) -> bool:
    """Whether it tells more of the actor before a dash: "the Resistance—a coalition of militias—claimed"."""
    dash = max(
        scene.text.rfind(mark, max(0, mention.start - 60), mention.start) for mark in ("—", " – ", " - ")
    )
    if dash < 0 or not any(m.end == dash and m.actors for m in scene.mentions(max(0, dash - 60), dash)):
        return False
    opens = scene.between(dash + 1, mention.start).split()[:1]
    return not scene.language.apposing.isdisjoint(opens)


def said_of_arms(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether it is said of arms that they are a state's: "a drone believed to be Turkish hit the car"."""
    if actor_of(scene, mention).kind != "state" or mention.places or not is_one_demonym(scene, mention):
        return False
    before = scene.between(max(clause.start, mention.start - 24), mention.start).split()[-2:]
    before = before[:1] if before[-1:] and before[-1] in scene.language.supposedly else before[-1:]
    arms = scene.cues("weapons.", clause.start, mention.start)
    if scene.language.being.isdisjoint(before) or not arms:
        return False
    if len(scene.between(arms[-1].end, mention.start).split()) > _SAID_OF:
        return False  # "most victims of the drone attack in Erbil on Friday were Turkish"
    behind = scene.text[mention.end : mention.end + 1]
    return behind in ("", ",", ".", ";") or scene.has("triggers.", mention.end, mention.end + 16)


def is_somewhere(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Whether a country's name only says where, or whose something neutral is: "in Syria", "the Syrian border"."""
    if mention.places:
        if owns_the_next_place(scene, mention):
            return True
        before = scene.between(max(clause.start, mention.start - 40), mention.start)
        behind = scene.between(mention.end, mention.end + 16).split()[:1]
        if not scene.language.businesses.isdisjoint(behind):
            return True  # "run by the US company X"
        if scene.language.neighbour_of.search(before) or scene.language.beside_a_border.match(
            " ".join(behind)
        ):
            return True
        return bool(scene.language.somewhere.search(before)) or _is_behind_its_town(scene, mention)
    if actor_of(scene, mention).kind != "state" or not is_one_demonym(scene, mention):
        return False
    if is_an_armys(scene, mention):
        return False
    if not scene.language.adjective_first:
        return not speaks(scene, mention)  # "أعلنت وزارة الدفاع التركية" names who speaks
    return _is_before_something_neutral(scene, mention)


def is_of_a_stronghold(scene: Scene, mention: Mention) -> bool:
    """Whether a place is told by who held it: "in Makeen, a former Taliban stronghold"."""
    behind = scene.between(mention.end, mention.end + 24).split()[:1]
    if scene.language.strongholds.isdisjoint(word.strip(",.;") for word in behind):
        return False
    before = scene.between(max(0, mention.start - 40), mention.start)
    return scene.language.told_by_who_held_it.search(before) is not None


def owns_the_next_place(scene: Scene, mention: Mention) -> bool:
    """Whether a place only says whose the next one is: "Afghanistan's Helmand", "off Yemen's Mocha"."""
    behind = scene.mentions(mention.end, mention.end + _NEXT_PLACE)
    if not behind or not behind[0].places:
        return False
    return scene.between(mention.end, behind[0].start).strip() in scene.language.owns_next


def _is_behind_its_town(scene: Scene, mention: Mention) -> bool:
    """Whether a country only tells where the place right before it lies: "in Haditha, Iraq"."""
    before = scene.mentions(max(0, mention.start - 60), mention.start)
    if not before or not before[-1].places:
        return False
    if scene.text[before[-1].end : mention.start].strip() != ",":
        return False
    town, country = (scene.atlas.place(m.places[0]) for m in (before[-1], mention))
    return country.country in (None, town.country)  # "far from Homs, Turkey's jets struck"


def _is_before_something_neutral(scene: Scene, mention: Mention) -> bool:
    """Whether a bare adjective is before a noun that is neither arms nor property: the border, a village."""
    behind = scene.text[mention.end : mention.end + 20]
    named = behind[:1] == " " and "A" <= behind[1:2] <= "Z"
    if named and not scene.has("triggers.", mention.end, mention.end + 14):
        return True  # part of another name: "the Saudi Hospital"
    if _is_before_its_forces(scene, mention):
        return False
    following = _SMALL_WORD.match(behind)
    if following and following.group(1) in scene.language.linked:
        return True
    if not following or scene.has("triggers.", mention.end, mention.end + following.end()):
        return False
    word = following.group(1)
    return word not in scene.language.behind_states and not word.endswith(tuple(scene.language.past_endings))


def is_linked(scene: Scene, start: int, mention: Mention) -> bool:
    """Whether it only says whose friends others are: "Iran-aligned factions", "backed by Iran".

    Args:
        scene: The article.
        start: Where to begin to look.
        mention: The actor's name.
    """
    following = _SMALL_WORD.match(scene.text[mention.end : mention.end + 20])
    if following and following.group(1) in scene.language.linked:
        # but "Somali troops backed by American jets"
        behind = scene.between(mention.end + following.end(), mention.end + following.end() + 4).split()[:1]
        if scene.language.by.isdisjoint(behind):
            return True
    before = scene.between(max(start, mention.start - 40), mention.start)
    if scene.language.helps_with.search(before):
        return True
    return bool(scene.language.linked_to_it.search(before)) and with_hands(scene, start, mention) is mention


def with_hands(scene: Scene, start: int, mention: Mention) -> Mention:
    """An armed group's name with the unnamed people who fight for it: "gunmen loyal to Islamic State".

    Args:
        scene: The article.
        start: Where to begin to look.
        mention: The group's name; it comes back as it is where no such people stand before it.
    """
    if actor_of(scene, mention).kind not in ARMED_GROUPS:
        return mention
    begin = max(start, mention.start - 70)
    found = scene.language.hands_of.search(scene.between(begin, mention.start))
    if found is None:
        return mention
    words = list(_WORD.finditer(scene.text, begin, mention.start))
    count = len(found.group().split())
    if not 0 < count <= len(words):
        return mention
    at = words[-count].start()
    apposed = any(m.actors for m in scene.mentions(max(start, at - 30), at))
    return mention if apposed else mention._replace(start=at)


def backs_others(scene: Scene, mention: Mention) -> bool:
    """Whether it is only said to back somebody: "Iran backs …"."""
    return bool(scene.language.backs.match(" " + scene.between(mention.end, mention.end + 30)))
