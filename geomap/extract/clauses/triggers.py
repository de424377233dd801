"""Trigger words as statements of events: noun or verb, active or passive, and whether it really happened."""

from __future__ import annotations

from geomap.extract.clauses.happened import happened
from geomap.extract.clauses.operations import is_a_strike
from geomap.extract.clauses.trigger import Trigger, Voice
from geomap.extract.clauses.voice import form_of, has_article, is_marked_passive, is_passive, written_form
from geomap.extract.dates.when import DatePhrase
from geomap.extract.scene import ARMS_THAT_FLY, Scene
from geomap.extract.words.sentences import Clause
from geomap.recognise import Cue

_DONE_BY_ONE = ("attack", "raid", "explosion", "launch", "shelling")
_AREA = 2  # the rank of a district: larger areas and roads are not taken at once
_SUBJECT_REACH = 110  # characters from "took control" to the place, from "destroyed" back to who did it
_DOERS = 4  # words before "destroyed" in which air defences that did it stand
_ARMS_REACH = 56  # characters from "destroyed" to the end of the arms
_OBJECT_REACH = 50  # characters from a verb to what it was done to, and to who did it
_WORDS_TO_ARMS = 3  # words from "stopped" to what was in the air: "two of the"
_WORDS_TO_PASSIVE = 3  # … and from that to the verb: "had just been"
_WORDS_TO_GOODS = 6  # words on either side of "seized" in which what was taken stands
_BLOWS = ("weapons.", "triggers.explosion", "triggers.impact")  # what they set on fire was damaged by them
_TO_FIRE = 70  # characters from "opened" over its subject to "fire"
_TO_PLACE = 6  # words from "of" to the place: "of large parts of the town of"


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
        if trigger is not None and happened(scene, clause, trigger):
            found.append(trigger)
    found += _stopped(scene, clause)
    found += _operations(scene, clause)
    found += _opened_fire(scene, clause)
    found = _without_older_seizures(scene, clause, found)
    if not found and by_span and not scene.language.subject_first:
        return []  # a verb that tells of nothing that was done: "if rockets are fired at …"
    if not found and any(c.tag.startswith("triggers.seizure") for cues in by_span.values() for c in cues):
        return []  # "captured two machine guns near the town": arms, but none that were fired
    return found or _verbless(scene, clause)


def _without_older_seizures(scene: Scene, clause: Clause, found: list[Trigger]) -> list[Trigger]:
    """Without how what was hit had come to be there: "strikes destroyed a tank that ISIL had captured"."""
    if len(found) < 2 or all(t.kind != "seizure" for t in found):
        return found
    had = scene.language.had_taken
    older = [
        t for t in found if t.kind == "seizure" and had.search(scene.between(clause.start, t.start) + " ")
    ]
    return [t for t in found if t not in older] if len(older) < len(found) else found


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
        arms = [c for tag in ARMS_THAT_FLY for c in scene.cues(tag, start, end)]
        beside = _is_said_of(scene, arms, cue) if passive else _have_it_done(scene, arms, cue)
        trigger = Trigger(cue.start, cue.end, "interception", "passive" if passive else "active", cue.text)
        if beside and happened(scene, clause, trigger):
            found.append(trigger)
    return found


def _operations(scene: Scene, clause: Clause) -> list[Trigger]:
    """Operations that are strikes: "carried out an operation against a barracks"."""
    cues = scene.cues("cues.operation", clause.start, clause.end)
    told = [Trigger(c.start, c.end, "attack", "noun", c.text) for c in cues if is_a_strike(scene, clause, c)]
    return [trigger for trigger in told if happened(scene, clause, trigger)]


def _opened_fire(scene: Scene, clause: Clause) -> list[Trigger]:
    """Verbs that are deeds where fire is their object: "فتح مسلحون مجهولون النار على …", "set houses on fire"."""
    found = []
    for cue in scene.cues("cues.opening", clause.start, clause.end):
        behind = scene.between(cue.end, min(clause.end, cue.end + _TO_FIRE)).split()
        fires = not scene.language.fire.isdisjoint(behind) or scene.language.sets_fire.match(" ".join(behind))
        went_off = any(scene.has(tag, clause.start, cue.start) for tag in _BLOWS)
        trigger = Trigger(cue.start, cue.end, "damage" if went_off else "attack", "active", cue.text)
        if fires and happened(scene, clause, trigger):
            found.append(trigger)
    return found


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
            return [trigger] if happened(scene, clause, trigger) else []
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
        form_of(scene.language, forms, before, after)
        if scene.language.shared_forms
        else written_form(scene, clause, forms)
    )
    if form is None or form not in forms:
        return None
    chosen = forms[form]
    if form == "verbs" and has_article(scene, cue):
        return None
    kind = chosen.tag.split(".")[1]
    if kind == "seizure" and _seizes_nothing(scene, chosen, before, after):
        return None
    if (
        scene.dates_in(cue.end, cue.end + 24)
        and scene.dates_in(cue.end, cue.end + 24)[0].start <= cue.end + 1
    ):
        # "fired on Tuesday" is fired, not fired on.
        kind = "launch" if cue.text.endswith(tuple(f" {word}" for word in scene.language.on_days)) else kind
    kind = _kind_by_its_object(scene, clause, chosen, kind, after)
    if kind == "taking":
        takes = _takes_a_place(scene, clause, cue) or _takes_behind_its_subject(scene, clause, cue)
        if not takes:
            return None
        kind = "seizure"
    voice: Voice
    if kind == "received":
        voice = "received"
    elif form == "nouns":
        voice = "noun"
    else:
        passive = is_passive(scene, chosen, before, after) or is_marked_passive(scene, chosen)
        voice = "passive" if passive else "active"
    return Trigger(cue.start, cue.end, kind, voice, cue.text)


def _kind_by_its_object(scene: Scene, clause: Clause, cue: Cue, kind: str, after: list[str]) -> str:
    """What kind of deed it is by what it was done to: arms in flight were stopped, a house was not."""
    destroyed = kind == "damage" or (kind == "attack" and cue.text in scene.language.destroying)
    flew = destroyed and (_is_in_flight(scene, clause, cue) or _was_in_flight(scene, clause, cue, after))
    if flew or (destroyed and _is_said_in_the_air(scene, clause, cue)):
        return "interception"
    if kind == "damage" and _destroys_arms(scene, clause, cue):
        return "attack"
    if kind == "interception" and scene.language.fells_a_house.match(" ".join(after)):
        return "attack"  # "a missile brought down the ward"
    return kind


def _seizes_nothing(scene: Scene, cue: Cue, before: list[str], after: list[str]) -> bool:
    """Whether no place or ship was taken: "fell to militant bullets", "seized 40 rifles", "munitions were seized"."""
    around = f"{' '.join(before[-_WORDS_TO_GOODS:])} | {' '.join(after[:_WORDS_TO_GOODS])}"
    fell = scene.language.fell_to.match(f"{cue.text} {' '.join(after[:3])}")
    return bool(fell or scene.language.seized_goods.search(around))


def _is_in_flight(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether what was destroyed was on its way: "destroyed two drones launched at Jazan", not "a drone depot"."""
    language = scene.language
    arms = [
        c for tag in ARMS_THAT_FLY for c in scene.cues(tag, cue.end, min(clause.end, cue.end + _ARMS_REACH))
    ]
    if not arms or len(scene.between(cue.end, arms[0].start).split()) > 4:
        return False
    before = scene.between(max(clause.start, cue.start - _OBJECT_REACH), cue.start)
    if language.subject_first:
        if language.air_defences.search(before):
            return True  # "its air defences destroyed 21 drones"
    elif language.air_defences.search(scene.between(cue.end, arms[0].start)):
        return True  # "دمرت منظومات الدفاع الجوي …"
    elif language.air_defences.match(before):
        return True  # "الدفاعات الجوية تدمر …"
    elif _did_it(scene, clause, cue, before):
        return True  # "إن قوات الدفاع الجوي المناوبة دمرت …"; not "… ودمرت"
    return bool(language.on_its_way.match(scene.between(arms[0].end, min(clause.end, arms[0].end + 40))))


def _did_it(scene: Scene, clause: Clause, cue: Cue, before: str) -> bool:
    """Whether air defences stand right before a verb and nothing was done to them: "إن قوات الدفاع الجوي دمرت"."""
    named = scene.language.air_defences.search(" ".join(before.split()[-_DOERS:]))
    return named is not None and not scene.has("triggers.", clause.start, cue.start)


def _was_in_flight(scene: Scene, clause: Clause, cue: Cue, after: list[str]) -> bool:
    """Whether arms that came are what was destroyed: "two drones came at the base, and it destroyed one of them"."""
    if not scene.language.some_of_those.match(" ".join(after[:3])):
        return False
    sentence = scene.sentence_at(cue.start)
    start = sentence.start if sentence is not None else clause.start
    arms = [c for tag in ARMS_THAT_FLY for c in scene.cues(tag, start, cue.start)]
    return any(scene.language.came_at_it.match(scene.between(c.end, c.end + _OBJECT_REACH)) for c in arms)


def _is_said_in_the_air(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether a passive is said of arms that flew: "four drones were destroyed over Erbil", not "over the weekend"."""
    arms = [c for tag in ARMS_THAT_FLY for c in scene.cues(tag, clause.start, cue.start)]
    last = scene.between(clause.start, cue.start).split()[-1:]
    if scene.language.auxiliaries.isdisjoint(last) or not _is_said_of(scene, arms, cue):
        return False
    return scene.language.in_the_air.match(scene.between(cue.end, cue.end + _OBJECT_REACH)) is not None


def _destroys_arms(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether somebody who is named before destroyed arms that are named behind: "US forces destroyed two missiles"."""
    if cue.text not in scene.language.destroying:
        return False
    arms = scene.cues("weapons.", cue.end, min(clause.end, cue.end + _OBJECT_REACH))
    who = scene.mentions(max(clause.start, cue.start - _SUBJECT_REACH), cue.start)
    return bool(arms) and any(m.actors for m in who)


def _takes_a_place(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether a town or a site stands right behind: "took Babanusa", "entered the town of Masisi"."""
    if not scene.language.subject_first and not scene.between(clause.start, cue.start):
        return False  # "استعادت مدينة حلب عافيتها": it is the town that does
    for mention in scene.mentions(cue.end, cue.end + 40):
        if mention.places and not mention.actors:
            if scene.atlas.rank(scene.atlas.place(mention.places[0])) > _AREA:
                return False  # "took the M4"
            # Only "the town of" and the like between: as if "in" stood there.
            between = scene.between(cue.end, mention.start)
            placed = (
                scene.language.placed.search(f" {word} {between} ") for word in scene.language.place_words
            )
            return any(found is not None and found.start() == 0 for found in placed)
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
