"""Trigger words as statements of events: noun or verb, active or passive, and whether it really happened."""

from __future__ import annotations

from typing import Literal, NamedTuple

from geomap.extract.operations import is_a_strike
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause
from geomap.extract.when import DatePhrase
from geomap.gazetteer.language import Language
from geomap.recognise import Cue

Voice = Literal["noun", "active", "passive", "received"]

_FLYING = ("weapons.drone", "weapons.missile", "weapons.rocket")
_DONE_BY_ONE = ("attack", "raid", "explosion", "launch", "shelling")
_AREA = 2  # the rank of a district: larger areas and roads are not taken at once
_NAMED_WITHIN = 40  # characters before a verb in which a name stands that may hold its last words
_SUBJECT_REACH = 110  # characters from "took control" over its subject to the place
_OBJECT_REACH = 50  # characters from a verb to what it was done to, and to who did it
_WORDS_TO_ARMS = 3  # words from "stopped" to what was in the air: "two of the"
_WORDS_TO_PASSIVE = 3  # … and from that to the verb: "had just been"
_SEARCH_REACH = 90  # characters from "raided" to what was searched for
_AIR_REACH = 50  # characters from "fired" to "into the air"
_LIST_HEAD = 40  # characters before a colon that say what is listed
_TO_PLACE = 6  # words from "of" to the place: "of large parts of the town of"


class Trigger(NamedTuple):
    """A word that tells of an event."""

    start: int
    end: int
    kind: str  # of the lexicon's [triggers]: attack, airstrike, …, impact, launch, casualty, received
    voice: Voice
    text: str


def find_triggers(scene: Scene, clause: Clause) -> list[Trigger]:
    """The triggers of a clause that tell of something that happened."""
    by_span: dict[tuple[int, int], list[Cue]] = {}
    for cue in scene.cues("triggers.", clause.start, clause.end):
        by_span.setdefault((cue.start, cue.end), []).append(cue)
    found = []
    dates = scene.dates_in(clause.start, clause.end) if by_span else []
    days = [(d.start, d.end) for d in dates if _is_no_verb(scene, d)]
    for (start, end), cues in by_span.items():
        if any(a <= start and end <= b for a, b in days):
            continue  # "فجر الأربعاء" is dawn, "فجر" also "blew up"
        trigger = _analyse(scene, clause, cues)
        if trigger is not None and _happened(scene, clause, trigger):
            found.append(trigger)
    found += _stopped(scene, clause)
    found += _operations(scene, clause)
    if not found and by_span and not scene.language.subject_first:
        return []  # a verb that tells of nothing that was done: "if rockets are fired at …"
    return found or _verbless(scene, clause)


def speaks_of_deeds(scene: Scene, start: int, end: int) -> bool:
    """Whether a span has a word for a deed, whether that happened or not: "targets" alone is a thing."""
    whole = Clause(start, end, "")
    spans: dict[tuple[int, int], list[Cue]] = {}
    for cue in scene.cues("triggers.", start, end):
        spans.setdefault((cue.start, cue.end), []).append(cue)
    return any(_analyse(scene, whole, cues) is not None for cues in spans.values())


def ends_an_attacker(scene: Scene, triggers: list[Trigger], trigger: Trigger) -> bool:
    """Whether a death is that of who had struck: "a man who had opened fire on a patrol was killed by the police"."""
    return trigger.kind == "casualty" and any(
        t.voice == "active"
        and t.kind in _DONE_BY_ONE
        and (t.start < trigger.start if trigger.voice == "passive" else t.start > trigger.start)
        and not scene.language.doing.isdisjoint(scene.between(max(0, t.start - 24), t.start).split()[-3:])
        for t in triggers
    )


def _is_no_verb(scene: Scene, date: DatePhrase) -> bool:
    """Whether the words of a date are that for sure: "فجر" alone may be the verb "blew up"."""
    if date.kind != "time" or scene.language.subject_first:
        return date.kind != "time"
    folded = scene.between(date.start, date.end)
    return folded not in scene.language.trigger_words("attack", "verbs")


def _stopped(scene: Scene, clause: Clause) -> list[Trigger]:
    """Arms that were stopped as they flew: "stopped three drones over Erbil", "a drone was stopped"."""
    found = []
    for cue in scene.cues("cues.stopping", clause.start, clause.end):
        passive = not scene.language.auxiliaries.isdisjoint(
            scene.between(clause.start, cue.start).split()[-1:]
        )
        start, end = max(clause.start, cue.start - _OBJECT_REACH), min(clause.end, cue.end + _OBJECT_REACH)
        arms = [c for tag in _FLYING for c in scene.cues(tag, start, end)]
        beside = _is_said_of(scene, arms, cue) if passive else _have_it_done(scene, arms, cue)
        trigger = Trigger(cue.start, cue.end, "interception", "passive" if passive else "active", cue.text)
        if beside and _happened(scene, clause, trigger):
            found.append(trigger)
    return found


def _operations(scene: Scene, clause: Clause) -> list[Trigger]:
    """Operations that are strikes: "carried out an operation against a barracks"."""
    cues = scene.cues("cues.operation", clause.start, clause.end)
    told = [Trigger(c.start, c.end, "attack", "noun", c.text) for c in cues if is_a_strike(scene, clause, c)]
    return [trigger for trigger in told if _happened(scene, clause, trigger)]


def _is_said_of(scene: Scene, arms: list[Cue], verb: Cue) -> bool:
    """Whether a passive is said of arms: "two drones were stopped", not "the sale of drones was stopped"."""
    return any(
        c.end < verb.start
        and len(scene.between(c.end, verb.start).split()) <= _WORDS_TO_PASSIVE
        and "of" not in scene.between(max(0, c.start - _OBJECT_REACH), c.start).split()[-_WORDS_TO_ARMS:]
        for c in arms
    )


def _have_it_done(scene: Scene, arms: list[Cue], verb: Cue) -> bool:
    """Whether arms are a verb's object: "stopped three incoming drones", not "stopped a car with rockets"."""
    language = scene.language
    for cue in (c for c in arms if c.start >= verb.end):
        ahead = scene.between(verb.end, cue.start).split()
        counted = scene.numbers_in(verb.end, cue.start)
        opens = (
            not ahead or ahead[0] in language.determiners or (counted and counted[0].start <= verb.end + 1)
        )
        bare = [word for word in ahead[1:] if word not in language.determiners]
        follows = scene.between(cue.end, cue.end + _OBJECT_REACH).split()[:1]
        ends = scene.text[cue.end : cue.end + 1] != " " or not language.after_nouns.isdisjoint(follows)
        if opens and ends and len(ahead) <= _WORDS_TO_ARMS and len(bare) <= 1:
            return True
    return False


def _verbless(scene: Scene, clause: Clause) -> list[Trigger]:
    """A weapon and where it went, without a verb: "مسيّرتان على حقل …"."""
    for cue in scene.cues("weapons.", clause.start, clause.end):
        at = next(
            (m.start for m in scene.mentions(cue.end, min(clause.end, cue.end + 40)) if m.places), cue.end
        )
        if scene.language.armed_at.match(scene.between(cue.end, at)):
            trigger = Trigger(cue.start, cue.end, "impact", "noun", cue.text)
            return [trigger] if _happened(scene, clause, trigger) else []
    return []


def _analyse(scene: Scene, clause: Clause, cues: list[Cue]) -> Trigger | None:
    cue = cues[0]
    forms = {c.tag.rsplit(".", 1)[1]: c for c in cues}
    before = scene.language.supposed.sub(
        "", scene.between(max(clause.start, cue.start - 60), cue.start)
    ).split()
    after = scene.between(cue.end, min(clause.end, cue.end + 40)).split()
    if scene.text[cue.end : cue.end + 1] in (",", ".", ":", ";", ")", "”", '"'):
        after = []
    form = (
        _form(scene.language, forms, before, after)
        if scene.language.shared_forms
        else _written_form(scene, clause, forms)
    )
    if form is None or form not in forms:
        return None
    chosen = forms[form]
    if form == "verbs" and _has_article(scene, cue):
        return None
    kind = chosen.tag.split(".")[1]
    if kind == "seizure" and scene.language.fell_to.match(f"{chosen.text} {' '.join(after[:3])}"):
        return None  # "fell to militant bullets"
    if (
        scene.dates_in(cue.end, cue.end + 24)
        and scene.dates_in(cue.end, cue.end + 24)[0].start <= cue.end + 1
    ):
        # "fired on Tuesday" is fired, not fired on.
        kind = "launch" if cue.text.endswith(tuple(f" {word}" for word in scene.language.on_days)) else kind
    if kind == "damage" and _is_in_flight(scene, clause, cue):
        kind = "interception"
    elif kind == "damage" and _destroys_arms(scene, clause, cue):
        kind = "attack"
    if kind == "taking":
        takes = _takes_a_place(scene, cue) or _takes_behind_its_subject(scene, clause, cue)
        if not takes:
            return None
        kind = "seizure"
    voice: Voice
    if kind == "received":
        voice = "received"
    elif form == "nouns":
        voice = "noun"
    else:
        passive = _is_passive(scene, chosen, before, after) or _is_marked_passive(scene, chosen)
        voice = "passive" if passive else "active"
    return Trigger(cue.start, cue.end, kind, voice, cue.text)


def _is_in_flight(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether what was destroyed was on its way: "destroyed two drones launched at Jazan", not "a drone depot"."""
    language = scene.language
    arms = [c for tag in _FLYING for c in scene.cues(tag, cue.end, min(clause.end, cue.end + 40))]
    if not arms or len(scene.between(cue.end, arms[0].start).split()) > 4:
        return False
    return bool(language.on_its_way.match(scene.between(arms[0].end, min(clause.end, arms[0].end + 40))))


def _destroys_arms(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether somebody who is named before destroyed arms that are named behind: "US forces destroyed two missiles"."""
    if cue.text not in scene.language.destroying:
        return False
    arms = scene.cues("weapons.", cue.end, min(clause.end, cue.end + _OBJECT_REACH))
    who = scene.mentions(max(clause.start, cue.start - _OBJECT_REACH), cue.start)
    return bool(arms) and any(m.actors for m in who)


def _takes_a_place(scene: Scene, cue: Cue) -> bool:
    """Whether a town or a site stands right behind: "took Babanusa", "entered the town of Masisi"."""
    for mention in scene.mentions(cue.end, cue.end + 40):
        if mention.places and not mention.actors:
            if scene.atlas.rank(scene.atlas.place(mention.places[0])) > _AREA:
                return False  # "took the M4"
            # Only "the town of" and the like between: as if "in" stood there.
            placed = scene.language.placed.search(f" in {scene.between(cue.end, mention.start)} ")
            return placed is not None and placed.start() == 0
    return False


def _takes_behind_its_subject(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether a place follows behind the subject and "of": "سيطرت القوات على مدينة …"."""
    of = scene.language.taken_of
    if not of:
        return False
    for mention in scene.mentions(cue.end, min(clause.end, cue.end + _SUBJECT_REACH)):
        words = scene.between(cue.end, mention.start).split()
        at = next((i for i, word in enumerate(words) if word in of), None)
        if at is not None and mention.places:
            deeds = scene.cues("triggers.", cue.end, mention.start)
            seizes = all(deed.tag.startswith("triggers.seizure") for deed in deeds)
            return seizes and len(words) - at <= _TO_PLACE
    return False


def _form(language: Language, forms: dict[str, Cue], before: list[str], after: list[str]) -> str | None:
    """Whether a word is a noun or a verb, by the words beside it; None where it is a thing."""
    previous = before[-1] if before else ""
    following = after[0] if after else ""
    if len(forms) == 1:
        only, cue = next(iter(forms.items()))
        if only == "verbs" and cue.text in language.also_things:
            noun = previous in language.determiners or following in language.after_nouns or not following
            noun = noun or following in language.trigger_words("attack", "verbs")  # "targets struck in Syria"
            return None if noun or cue.text in language.rarely_verbs else only
        return only
    if previous in language.before_verbs and following not in language.after_nouns:
        return "verbs"
    if previous in language.determiners or not following or following in language.after_nouns:
        return "nouns"
    participle = next(iter(forms.values())).text.endswith(tuple(language.participle_endings))
    return "verbs" if participle or before else "nouns"


def _has_article(scene: Scene, cue: Cue) -> bool:
    """Whether an article is glued to a word, which then is no verb: "المستهدف"."""
    glued = scene.language.glued_articles
    return bool(glued) and scene.text[max(0, cue.start - 3) : cue.start].endswith(glued)


def _written_form(scene: Scene, clause: Clause, forms: dict[str, Cue]) -> str:
    """Noun or verb where they are told apart by their spelling: a noun, unless only the verb is listed so."""
    if len(forms) == 1:
        return next(iter(forms))
    if _stands_as_a_verb(scene, clause, forms["verbs"]):
        return "verbs"
    language, verb, noun = scene.language, forms["verbs"], forms["nouns"]
    listed = verb.text in language.trigger_words(verb.tag.split(".")[1], "verbs")
    as_noun = noun.text in language.trigger_words(noun.tag.split(".")[1], "nouns")
    return "verbs" if (listed and not as_noun) or _is_marked_passive(scene, verb) else "nouns"


def _stands_as_a_verb(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether a word that is spelt as a noun too has its place as a verb: "قد قصف", "إن الجيش التركي قصف"."""
    language = scene.language
    before = scene.between(clause.start, cue.start)
    if not language.before_verbs.isdisjoint(before.split()[-1:]):
        return True
    named = [m for m in scene.mentions(clause.start, cue.start) if m.actors and m.end == cue.start - 1]
    return any(
        language.opens_subject.search(scene.between(clause.start, m.start)) and not m.places for m in named
    )


def _is_marked_passive(scene: Scene, cue: Cue) -> bool:
    """Whether a verb is passive by itself or by its vowel sign: "اغتيل", "قُصف"."""
    language = scene.language
    if cue.text in language.passive_verbs:
        return True
    return bool(language.passive_mark.match(scene.text[cue.start : cue.end]))


def _is_passive(scene: Scene, cue: Cue, before: list[str], after: list[str]) -> bool:
    language = scene.language
    if not language.auxiliaries or cue.text.split()[0].endswith(tuple(language.participle_endings)):
        return False
    helping = [word for word in (*before[-3:], *cue.text.split()[1:-1]) if word in language.auxiliaries]
    if helping and len(helping) > _in_names(scene, cue, helping):
        return True
    if cue.text.split()[0] in language.being and " " in cue.text:
        return True  # "were shot"
    if cue.tag.startswith("triggers.casualty"):
        if cue.text.endswith(tuple(language.plural_endings)):
            return False  # "kills with rifles" is no participle
        if any(n.start - cue.end <= 1 for n in scene.numbers_in(cue.end, cue.end + 40)[:1]):
            return False  # "killed at least 13 people"
        if _has_a_fellow_with_an_object(language, after):
            return False
        # "seven fighters killed and 18 hurt": no object follows.
        return not after or after[0] in language.after_passives
    # "US base hit by drones", "cities struck by"
    return bool(after) and after[0] in language.by


def _in_names(scene: Scene, cue: Cue, words: list[str]) -> int:
    """How many of some words right before a verb are a part of names: the "IS" of "IS-Khorasan fired on"."""
    names = scene.mentions(max(0, cue.start - _NAMED_WITHIN), cue.start)
    inside = [word for name in names for word in scene.between(name.start, name.end).split()]
    return sum(word in inside for word in words)


def _has_a_fellow_with_an_object(language: Language, after: list[str]) -> bool:
    """Whether "and" joins a verb that has an object: "killed and captured a number of them"."""
    if (
        len(after) < 3
        or after[0] not in language.listing
        or not after[1].endswith(tuple(language.past_endings))
    ):
        return False
    return after[2] in language.determiners or after[2].isdigit()


def _happened(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    language = scene.language
    before = language.supposed.sub("", _words_before(scene, max(clause.start, trigger.start - 70), trigger))
    if language.negated.search(before) or language.future.search(before) or language.intended.search(before):
        return False
    if _hits_nobody(scene, clause, trigger):
        return False
    if _is_habit_or_search(scene, clause, trigger, before):
        return False
    if _is_not_done(language, _behind_relative(language, before), trigger) and not language.used_to.search(
        before
    ):
        return False
    if trigger.voice in ("noun", "received") and scene.language.would_behind.match(
        " " + scene.between(trigger.end, min(clause.end, trigger.end + 60))
    ):
        return False  # "an attack on Rafah would be a disaster"
    if _is_only_talked_of(scene, clause, trigger):
        return False
    after = scene.between(trigger.end, min(clause.end, trigger.end + 14)).split()
    if after and after[0] in language.modals_behind:
        return False
    if trigger.voice == "active" and trigger.text in language.present_deeds and _is_a_habit(scene, trigger):
        return False
    for cue in scene.cues("cues.unreal", max(clause.start, trigger.start - 45), trigger.start):
        if cue.text in language.perhaps and not language.present_verb.search(trigger.text):
            continue  # "قد" before a past verb only stresses it
        written = scene.text[cue.start : cue.end]
        gap = scene.between(cue.end, trigger.start).split()
        if not gap and trigger.voice == "active" and _ends_a_relative(scene, cue):
            continue  # "a drone which nobody stopped exploded"
        if (
            (written == written.lower() or " " in written)  # May is a month, too
            and len(gap) <= 4
            and language.sequence.isdisjoint(gap)
            and language.relatives.isdisjoint(gap)
        ):
            return False
    return True


def _hits_nobody(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether shots were meant to hit nobody: "fired into the air"."""
    said = scene.between(trigger.start, min(clause.end, trigger.end + _AIR_REACH))
    return scene.language.harmless.match(said) is not None


def _words_before(scene: Scene, start: int, trigger: Trigger) -> str:
    """The words before a trigger, without dates, one of whose months is a verb: "on 10 May a bomb killed two"."""
    pieces = []
    for date in scene.dates_in(start, trigger.start):
        if date.month is not None and date.start >= start:
            pieces.append(scene.between(start, date.start))
            start = date.end
    return " ".join([*pieces, scene.between(start, trigger.start)]).strip()


def _is_only_talked_of(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether courts, rumours or plans are about it: "sentenced for the bombing in Karrada", "rumours of a raid"."""
    said = any(scene.has(tag, clause.start, trigger.start) for tag in ("cues.courts", "cues.rumour"))
    return said or _is_of_a_plan(scene, clause, trigger)


def _is_of_a_plan(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a noun stands in a list whose head speaks of what may come: "the plans are ready: raids on …"."""
    sentence = scene.sentence_at(trigger.start)
    if trigger.voice != "noun" or sentence is None:
        return False
    colon = scene.text.rfind(":", sentence.start, clause.start)
    return colon >= 0 and scene.has("cues.unreal", max(sentence.start, colon - _LIST_HEAD), colon)


def _is_a_habit(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb of the present stands in a sentence of the text that names no day: that is no headline."""
    sentence = scene.sentence_at(trigger.start)
    return (
        sentence is not None and sentence.role == "body" and not scene.dates_in(sentence.start, sentence.end)
    )


def _is_habit_or_search(scene: Scene, clause: Clause, trigger: Trigger, before: str) -> bool:
    """Whether it is what somebody "usually" does, or a search: "raided houses in Peshawar in search of accomplices"."""
    if trigger.voice == "active" and not scene.language.habitual.isdisjoint(before.split()[-1:]):
        return True
    if trigger.kind != "raid":
        return False
    behind = scene.between(trigger.end, min(clause.end, trigger.end + _SEARCH_REACH))
    return scene.language.searched.search(behind) is not None


def _ends_a_relative(scene: Scene, cue: Cue) -> bool:
    """Whether a word is the verb of a relative clause, so that the next verb is that of the sentence."""
    before = scene.between(max(0, cue.start - 24), cue.start).split()[-3:]
    return not scene.language.whom.isdisjoint(before)


def _is_not_done(language: Language, before: str, trigger: Trigger) -> bool:
    """Whether it would, may or is to be done; a verb of the past is no infinitive: "loyal to the group ambushed"."""
    if language.would.search(before):
        return True
    first = trigger.text.split()[0]
    past = (
        trigger.voice == "active"
        and trigger.kind != "damage"
        and (first in language.pasts or first.endswith(tuple(language.past_endings)))
    )
    return not past and language.infinitive.search(before) is not None


def _behind_relative(language: Language, before: str) -> str:
    """The words behind the last relative pronoun: in "would answer for rockets that hit", "hit" is no plan."""
    words = before.split(" ")
    if language.relatives.isdisjoint(words):
        return before
    at = max(i for i, word in enumerate(words) if word in language.relatives)
    return " ".join(words[at + 1 :])
