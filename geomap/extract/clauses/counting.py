"""Whether a clause tells of one deed or of many: numbers, totals, series, habits."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.extract.clauses.summed import is_in_a_sum
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause

_NEXT = 2  # characters between a toll and what it is compared with
A_RAID = 40  # strikes that one force may carry out on one place, at one time
_MANY = 5  # a number this large before a noun counts deeds, a smaller one may tell of each


def count_many(scene: Scene, clause: Clause, triggers: Sequence[Trigger]) -> bool:
    """Whether one of the triggers tells of many events at once ("68 attacks", "dozens of strikes since October")."""
    if not triggers:
        return False
    if _is_a_total(scene, clause) or _is_a_habit(scene, clause) or _is_summed(scene, clause):
        return True
    return any(
        _is_counted(scene, clause, t) or _is_many_times(scene, clause, t) or _is_a_series(scene, clause, t)
        for t in triggers
    )


def _is_a_habit(scene: Scene, clause: Clause) -> bool:
    """Whether it tells of what was done time and again: "it has attacked hotels", "have been under fire all winter"."""
    said = scene.between(clause.start, clause.end)
    dates = scene.dates_in(clause.start, clause.end)
    if dates and all(d.is_since and d.day is None and d.weekday is None for d in dates):
        return scene.language.perfect.search(said) is not None  # "since November they have fired at ships"
    placed = any(m.places and not m.actors for m in scene.mentions(clause.start, clause.end))
    if not (dates or placed) and scene.language.bare_plural.search(said):
        return True  # "took losses and burned villages"
    if _is_of_no_day(scene, clause) and scene.language.goes_on_so.search(said):
        return True  # "bandits raid villages"
    language = scene.language
    return bool(language.time_and_again.search(said) or language.many_under_fire.search(said))


def _is_summed(scene: Scene, clause: Clause) -> bool:
    """Whether it is an item of a list of sums."""
    sentence = scene.sentence_at(clause.start)
    return sentence is not None and is_in_a_sum(scene, sentence)


def _is_of_no_day(scene: Scene, clause: Clause) -> bool:
    """Whether a clause stands in a sentence of the text, which no headline is, that names no day."""
    sentence = scene.sentence_at(clause.start)
    if sentence is None or sentence.role != "body":
        return False
    return all(d.is_since for d in scene.dates_in(sentence.start, sentence.end))


def tells_of_several(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a small number right before the trigger counts deeds, which share their toll: "in two attacks"."""
    if trigger.voice != "noun" or not trigger.text.endswith(tuple(scene.language.plural_endings)):
        return False
    before = scene.numbers_in(max(clause.start, trigger.start - 24), trigger.start)
    return any((n.low or 0) > 1 and len(scene.between(n.end, trigger.start).split()) <= 1 for n in before)


def _is_counted(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    if trigger.voice != "noun":
        return False
    for number in scene.numbers_in(max(clause.start, trigger.start - 40), trigger.start):
        gap = scene.between(number.end, trigger.start).split()
        if any(d.start < number.end and number.start < d.end for d in scene.dates):
            continue
        if not gap and scene.text[trigger.end : trigger.end + 1] == ":":
            return True  # a line of a table: "12 attacks: al-Shaddadi base"
        if scene.counts_victims(number):
            continue
        size = number.best if number.best is not None else number.low
        if size is not None and size <= A_RAID and _flies_at_one_place(scene, clause, trigger):
            continue
        # "30 rockets attack" counts rockets, "11 villagers in a raid" counts villagers.
        if (
            len(gap) <= (4 if scene.language.adjective_first else 1)
            and (size is None or size >= _MANY)
            and scene.language.breaks_a_count.isdisjoint(gap)
            and not scene.has("weapons.", number.end, trigger.start)
            and not scene.has("triggers.", number.end, trigger.start)
        ):
            return True
    return False


def _flies_at_one_place(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether air strikes were carried out on one place, at one time: "شن الطيران ست غارات على أطراف سرمين"."""
    if trigger.kind != "airstrike" or scene.language.subject_first:
        return False
    if not scene.has("triggers.conduct.verbs", clause.start, trigger.start) and not scene.has(
        "triggers.airstrike.verbs", clause.start, trigger.start
    ):
        return False
    placed = [m for m in scene.mentions(trigger.end, clause.end) if m.places and not m.actors]
    return bool(placed) and not scene.atlas.rank(scene.atlas.place(placed[0].places[0]))


def _is_many_times(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a verb is told with how often: "has been hit 22 times"."""
    for number in scene.numbers_in(trigger.end, min(clause.end, trigger.end + 60)):
        size = number.best if number.best is not None else number.low
        after = scene.between(number.end, min(clause.end, number.end + 12)).split()
        if after and after[0] in scene.language.times and (size is None or size >= _MANY):
            return True
    return False


def _is_a_total(scene: Scene, clause: Clause) -> bool:
    totals = scene.cues("cues.totals", clause.start, clause.end)
    if totals:  # "the toll rose to nine, up from five": the cue only compares one deed's figures
        tolls = [c.end for c in scene.casualties_in(clause.start, clause.end) if c.toll]
        totals = [t for t in totals if not any(0 <= t.start - end <= _NEXT for end in tolls)]
    if not totals:
        return False
    # "The deadliest strike since the war began" is one strike.
    one = scene.language.superlative.search(scene.between(clause.start, clause.end))
    return not (one and all(any(word in cue.text for word in scene.language.since) for cue in totals))


def _is_a_series(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    language = scene.language
    plural = trigger.text.endswith(tuple(language.plural_endings))
    for cue in scene.cues(
        "cues.aggregate", max(clause.start, trigger.start - 60), min(clause.end, trigger.end + 30)
    ):
        if cue.start >= trigger.end:  # "are shelled almost daily"
            habit = trigger.voice != "noun" and cue.text in language.habits
            if habit and not scene.between(trigger.end, cue.start):
                return True
            continue
        if cue.text in language.of_many and not plural:
            continue
        if cue.text in language.in_a_row and _flies_at_one_place(scene, clause, trigger):
            continue  # "شن الطيران سلسلة غارات على يارون"
        if cue.end > trigger.start:
            return True
        counts = trigger.voice == "noun" or cue.text.endswith(tuple(language.adverb_endings))
        gap = scene.between(min(cue.end, trigger.end), max(cue.start, trigger.start)).split()
        # "Dozens hurt in a strike" are people.
        if (
            counts
            and len(gap) <= (3 if language.adjective_first else 1)
            and language.breaks_a_count.isdisjoint(gap)
        ):
            return True
    return False
