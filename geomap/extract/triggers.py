"""Trigger words as statements of events: noun or verb, active or passive, and whether it really happened."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause
from geomap.recognise import Cue

Voice = Literal["noun", "active", "passive", "received"]

_BE = {
    "was",
    "were",
    "been",
    "being",
    "be",
    "is",
    "are",
    "got",
    "gets",
    "get",
    "came",
    "has been",
    "had been",
}
_DETERMINERS = frozenset(
    "the a an this that its their his another second first third latest any each of two three several "
    "such new similar no".split()
)
_TO_VERB = {
    "to",
    "not",
    "they",
    "it",
    "we",
    "who",
    "which",
    "he",
    "she",
    "and",
    "also",
    "then",
    "reportedly",
    "again",
}
_PREPOSITIONS = frozenset(
    "on at in against by near from of over inside across since with that which to and or after was were "
    "had has have is are as came took left late early killed for overnight outside targeted targeting "
    "around when between".split()
)
# "The deadliest strike since the war began" is one strike.
_FIRST = re.compile(
    r"\b(?:first|largest|biggest|deadliest|heaviest|worst|latest|bloodiest|longest|fiercest"
    r"|most (?:serious|severe|intense))\b"
)
_OF_MANY = {
    "such",
    "these",
    "those",
    "past",
    "previous",
    "further",
    "future",
    "any",
    "various",
    "many",
    "most of",
}
_NO_OBJECT = {
    "and",
    "in",
    "by",
    "at",
    "on",
    "near",
    "when",
    "after",
    "as",
    "during",
    "since",
    "so",
    "including",
    "while",
    "overnight",
    "or",
    "with",
}
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|nor|neither|denied|deny|denies|denying|isn t|wasn t|didn t|hasn t"
    r"|none)\b(?:\s+\w+){0,3}\s*$"
)
_NEGATION_AR = re.compile(r"(?:^|\s)(?:و|ف)?(?:لم|لا|لن|دون|عدم|نفي|نفت|نفى|ليس)(?:\s+\w+){0,2}\s*$")
_USED_TO = re.compile(
    r"\b(?:used|sent|fired|launched|managed|went on|proceeded)(?:\s+\w+){0,3}\s+to(?:\s+\w+){0,1}\s*$"
)
_MODAL = re.compile(r"\b(?:would|could|may|might|will|should|must|can|to|if|ll)(?:\s+\w+){0,3}\s*$")


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
    for cues in by_span.values():
        trigger = _analyse(scene, clause, cues)
        if trigger is not None and _happened(scene, clause, trigger):
            found.append(trigger)
    return found


def _analyse(scene: Scene, clause: Clause, cues: list[Cue]) -> Trigger | None:
    cue = cues[0]
    forms = {c.tag.rsplit(".", 1)[1]: c for c in cues}
    before = scene.between(max(clause.start, cue.start - 60), cue.start).split()
    after = scene.between(cue.end, min(clause.end, cue.end + 40)).split()
    if scene.text[cue.end : cue.end + 1] in (",", ".", ":", ";", ")", "”", '"'):
        after = []
    if scene.words.subject_first:
        form = _english_form(forms, before, after)
    else:
        form = "nouns" if "nouns" in forms else "verbs"
    if form is None or form not in forms:
        return None
    chosen = forms[form]
    kind = chosen.tag.split(".")[1]
    if kind == "received":
        voice: Voice = "received"
    elif form == "nouns":
        voice = "noun"
    else:
        voice = "passive" if _is_passive(scene, chosen, before, after) else "active"
    return Trigger(cue.start, cue.end, kind, voice, cue.text)


def _english_form(forms: dict[str, Cue], before: list[str], after: list[str]) -> str | None:
    if len(forms) == 1:
        only = next(iter(forms))
        word = forms[only].text
        previous = before[-1] if before else ""
        # "a vital target", "the targets": things, not deeds.
        if only == "verbs" and word in {"target", "targets", "hits", "shells", "fires", "fire", "drop"}:
            following = after[0] if after else ""
            if (
                previous in _DETERMINERS
                or following in _PREPOSITIONS
                or not following
                or word in {"target", "fire"}
            ):
                return None
        return only
    previous = before[-1] if before else ""
    following = after[0] if after else ""
    if previous in _TO_VERB and following not in _PREPOSITIONS:
        return "verbs"
    if previous in _DETERMINERS or not following or following in _PREPOSITIONS:
        return "nouns"
    ing = next(iter(forms.values())).text.endswith("ing")
    return "verbs" if ing or before else "nouns"


def _is_passive(scene: Scene, cue: Cue, before: list[str], after: list[str]) -> bool:
    if not scene.words.subject_first or cue.text.split()[0].endswith("ing"):
        return False
    if any(word in _BE for word in before[-3:]):
        return True
    if cue.tag.startswith("triggers.casualty"):
        # "seven fighters killed and 18 hurt": no object follows.
        return not after or after[0] in _NO_OBJECT
    # "US base hit by drones", "cities struck by"
    return bool(after) and after[0] == "by"


def _happened(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    before = scene.between(max(clause.start, trigger.start - 70), trigger.start)
    if scene.words.subject_first:
        if _NEGATION.search(before) or (_MODAL.search(before) and not _USED_TO.search(before)):
            return False
        after = scene.between(trigger.end, min(clause.end, trigger.end + 14)).split()
        if after and after[0] in {"could", "would", "may", "might", "will", "should", "must"}:
            return False
    elif _NEGATION_AR.search(before):
        return False
    for cue in scene.cues("cues.unreal", max(clause.start, trigger.start - 45), trigger.start):
        written = scene.text[cue.start : cue.end]
        gap = scene.between(cue.end, trigger.start).split()
        if written == written.lower() and len(gap) <= 4 and not {"after", "following", "بعد"} & set(gap):
            return False
    return True


def counts_many(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether the trigger tells of many events at once ("68 attacks", "dozens of strikes since October")."""
    for number in scene.numbers_in(max(clause.start, trigger.start - 40), trigger.start):
        gap = scene.between(number.end, trigger.start).split()
        if any(d.start < number.end and number.start < d.end for d in scene.dates):
            continue
        if not gap and trigger.voice == "noun" and scene.text[trigger.end : trigger.end + 1] in (":", " :"):
            return True  # a line of a table: "12 attacks: al-Shaddadi base"
        size = number.best if number.best is not None else number.low
        if (
            len(gap) <= 4
            and trigger.voice == "noun"
            and (size is None or size >= 5)
            and not _munition(scene, number.end, trigger)
        ):
            return True
    totals = scene.cues("cues.totals", clause.start, clause.end)
    if totals and not (
        _FIRST.search(scene.between(clause.start, clause.end)) and all("since" in c.text for c in totals)
    ):
        return True
    for cue in scene.cues(
        "cues.aggregate", max(clause.start, trigger.start - 60), min(clause.end, trigger.end + 30)
    ):
        gap = scene.between(min(cue.end, trigger.end), max(cue.start, trigger.start)).split()
        if cue.start >= trigger.end or (cue.text in _OF_MANY and not trigger.text.endswith("s")):
            continue
        if cue.end > trigger.start or (
            (trigger.voice == "noun" or cue.text.endswith(("ly", "often"))) and len(gap) <= 3
        ):
            return True
    return False


def _munition(scene: Scene, start: int, trigger: Trigger) -> bool:
    """Whether a weapon stands between a number and the trigger: "30 rockets attack" counts rockets."""
    return bool(scene.cues("weapons.", start, trigger.start))
