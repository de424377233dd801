"""Whether a deed that a word names happened: it is not denied, planned, feared or asked, nor somebody's habit."""

from __future__ import annotations

from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause
from geomap.gazetteer.language import Language
from geomap.recognise import Cue

_SEARCH_REACH = 90  # characters from "raided" to what was searched for
_AIR_REACH = 50  # characters from "fired" to "into the air"
_MODAL_REACH = 60  # characters from "an attack on …" to "would be"
_COUNTRY_WITHIN = 32  # characters from "invaded" to the end of a country's name
_LIST_HEAD = 40  # characters before a colon that say what is listed


def happened(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether the words around a trigger let it have happened."""
    language = scene.language
    before = language.supposed.sub("", _words_before(scene, max(clause.start, trigger.start - 70), trigger))
    if language.negated.search(before) or language.future.search(before) or language.intended.search(before):
        return False
    if language.that_may.search(before) and language.present_verb.search(trigger.text):
        return False  # "أو أن يهاجم الجيش كيدال"
    if trigger.voice == "noun" and language.may_turn_to.search(before):
        return False  # "أن تلجأ الحركة إلى اغتيال …"
    if _begins_a_war(scene, trigger):
        return False
    if _hits_nobody(scene, clause, trigger) or _is_habit_or_search(scene, clause, trigger, before):
        return False
    undone = _is_not_done(language, _behind_relative(language, before), trigger)
    if undone and not language.used_to.search(before):
        return False
    if _is_only_talked_of(scene, clause, trigger) or _would_be(scene, clause, trigger):
        return False
    if trigger.voice == "active" and trigger.text in language.present_deeds and _is_a_habit(scene, trigger):
        return False
    return not _is_unreal(scene, clause, trigger)


def _begins_a_war(scene: Scene, trigger: Trigger) -> bool:
    """Whether a whole country is what was invaded: "Russia, which invaded Ukraine in February, denies it"."""
    if trigger.text not in scene.language.invading:
        return False
    behind = scene.mentions(trigger.end, trigger.end + _COUNTRY_WITHIN)
    if not behind or behind[0].start > trigger.end + 1:
        return False
    actors, places = scene.atlas.gazetteer.actors, behind[0].places
    whole = bool(places) and scene.atlas.place(places[0]).kind == "country"
    return whole or any(actors[a].kind == "state" for a in behind[0].actors)


def _would_be(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a modal verb stands behind it: "an attack on Rafah would be a disaster"."""
    language = scene.language
    if trigger.voice in ("noun", "received") and language.would_behind.match(
        " " + scene.between(trigger.end, min(clause.end, trigger.end + _MODAL_REACH))
    ):
        return True
    after = scene.between(trigger.end, min(clause.end, trigger.end + 14)).split()
    return bool(after) and after[0] in language.modals_behind


def _is_unreal(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a word shortly before it says that it may, might or did not happen."""
    language = scene.language
    for cue in scene.cues("cues.unreal", max(clause.start, trigger.start - 45), trigger.start):
        written = scene.text[cue.start : cue.end]
        gap = scene.between(cue.end, trigger.start).split()
        said = [trigger.text, *gap[:1]] if trigger.voice == "noun" else [trigger.text]
        if cue.text in language.perhaps and not all(map(language.present_verb.search, said)):
            continue  # "قد" before a past verb only stresses it; "فقد خمسة حياتهم في تفجير"
        if not gap and trigger.voice == "active" and _ends_a_relative(scene, cue):
            continue  # "a drone which nobody stopped exploded"
        if _goes_on_to_a_deed(language, cue, gap, trigger):
            continue  # "threatened the mayor and bombed the town", "resumed its raids and hit a port"
        if (
            (written == written.lower() or " " in written)  # May is a month, too
            and len(gap) <= 4
            and language.sequence.isdisjoint(gap)
            and language.relatives.isdisjoint(gap)
        ):
            return True
    return False


def _goes_on_to_a_deed(language: Language, cue: Cue, gap: list[str], trigger: Trigger) -> bool:
    """Whether a verb of the past is joined by "and" to one that told of a plan, a threat or a pause."""
    if trigger.voice != "active" or not gap or gap[-1] not in language.listing or cue.text in language.fears:
        return False
    ends = tuple(language.past_endings) or ("\0",)
    first = trigger.text.split()[0]
    return cue.text.endswith(ends) and (first in language.pasts or first.endswith(ends))


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
    sentence = scene.sentence_at(trigger.start)
    opens = clause.start
    if sentence is not None and _hangs_on(scene, clause):
        named = scene.cues("triggers.", sentence.start, clause.start)
        opens = sentence.start if any(deed.tag.endswith(".nouns") for deed in named) else opens
    judged = scene.has("cues.courts", opens, trigger.start)
    if judged or scene.has("cues.rumour", clause.start, trigger.start):
        return True
    return _is_in_a_tale(scene, trigger) or _is_of_a_plan(scene, clause, trigger)


def _is_in_a_tale(scene: Scene, trigger: Trigger) -> bool:
    """Whether its sentence says what happens in a film or a book: "The novel begins when a car bomb …"."""
    sentence = scene.sentence_at(trigger.start)
    return sentence is not None and bool(
        scene.language.tale.match(scene.between(sentence.start, trigger.start))
    )


def _hangs_on(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says more of what stands before it: "…, which killed 320", "since the blast"."""
    opener = clause.opener.split()[:2]
    return not (scene.language.relatives.isdisjoint(opener) and scene.language.since.isdisjoint(opener[:1]))


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
