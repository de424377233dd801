"""The arms of a clause: which, how many, those of the sentence before, and the deeds that are none without them."""

from __future__ import annotations

from geomap.extract.clauses.trigger import Trigger
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause, Sentence
from geomap.recognise import Cue

_NEEDS_WEAPON = ("impact", "launch")
_NOT_FIRED = 48  # characters before arms in which it stands that they were not
_ARMS_BACK = 2  # sentences: "A drone hit the base. Americans live there. Two had been sent at it on Monday."
_FIRED = ("rocket", "mortar", "drone", "missile", "artillery")  # what is sent at somebody from afar
_RUINED = 90  # characters beside arms in which it stands that they were destroyed
_IN_PLACE = ("rocket", "mortar", "missile", "artillery")
_COUNTED_IN = 48  # characters from a count of days to the deed from which it counts
_TO_OBJECT = 4  # words from a verb to what was fired: "a barrage of", "several"
_COUNTED_WEAPONS = ("weapons.drone", "weapons.rocket", "weapons.missile")


def arms_of_before(scene: Scene, sentence: Sentence, clause: Clause) -> list[str]:
    """The arms that a pronoun means: "Two drones came. One crashed by the runway", "it was hit by two of them"."""
    deeds = {c.tag.split(".")[1] for c in scene.cues("triggers.", clause.start, clause.end)}
    if not deeds:
        return []
    said = scene.between(clause.start, clause.end)
    meant = scene.language.of_these_arms.match(said)
    by_them = scene.language.by_these_arms.search(said) is not None
    stopped = "interception" in deeds and scene.language.stopped_in_flight.match(said) is not None
    if meant is None and not (by_them or stopped):
        return []
    again = meant is not None and meant["anew"] is not None and "interception" in deeds
    if deeds.isdisjoint(_NEEDS_WEAPON) and not (again or by_them or stopped):
        return []
    if clause.start > sentence.start and (own := weapons_in(scene, sentence.start, clause.start)):
        return own
    before = [s for s in scene.sentences_of(sentence.paragraph - 1, sentence.start) if s.role == "body"]
    if stopped and deeds.isdisjoint(_NEEDS_WEAPON):
        before = [s for s in before[-1:] if _were_on_their_way(scene, s)]
    counted = meant is not None and scene.language.pronouns.isdisjoint(said.split()[:2])
    found = (
        weapons_in(scene, one.start, one.end) for one in reversed(before[-_ARMS_BACK if counted else -1 :])
    )
    return next((weapons for weapons in found if weapons), [])


def _were_on_their_way(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells of arms that flew, not of those that somebody shows or sells."""
    if scene.has("triggers.", sentence.start, sentence.end):
        return True
    return scene.language.under_way.search(scene.between(sentence.start, sentence.end)) is not None


def without_conduct(triggers: list[Trigger], *, armed: bool) -> list[Trigger]:
    """Without "carried out", unless a deed was, or it was with arms: a search is carried out too."""
    if armed and any(t.kind == "conduct" and t.voice == "passive" for t in triggers):
        return triggers
    return (
        triggers
        if any(t.kind not in ("conduct", "casualty") for t in triggers)
        else [t for t in triggers if t.kind != "conduct"]
    )


def without_arms(triggers: list[Trigger]) -> list[Trigger]:
    """The triggers that count in a clause without a weapon: "fell" and "launched" only beside another deed."""

    def is_a_deed(trigger: Trigger) -> bool:
        return trigger.kind not in (*_NEEDS_WEAPON, "casualty")

    kept = [
        t
        for t in triggers
        if t.kind not in _NEEDS_WEAPON or any(is_a_deed(other) for other in triggers if other is not t)
    ]
    return kept if any(t.kind not in _NEEDS_WEAPON for t in kept) else []


def weapons_in(scene: Scene, start: int, end: int) -> list[str]:
    """The weapons named within [start, end), the ones before generic air strikes first."""
    cues = scene.cues("weapons.", start, end)
    if not cues:
        return []
    best: dict[int, str] = {}
    for cue in cues:
        if scene.language.arms_not_fired.search(scene.between(max(start, cue.start - _NOT_FIRED), cue.start)):
            continue
        if _is_destroyed(scene, start, cue) or _is_of_another_day(scene, cue, start, end):
            continue
        best.setdefault(cue.start, cue.tag.split(".", 1)[1])
    ordered = dict.fromkeys(best[at] for at in sorted(best))
    if "gunfire" in ordered and not ordered.keys().isdisjoint(_FIRED) and _fired_else(scene, start, end):
        del ordered["gunfire"]
    if "bomb" in ordered and "airstrike" in ordered:
        del ordered["bomb"]
    return sorted(ordered, key=lambda weapon: weapon in ("airstrike", "bomb", "other"))


def _is_of_another_day(scene: Scene, cue: Cue, start: int, end: int) -> bool:
    """Whether a deed is only what the day counts from: "two days after the bombing gunmen shot dead an officer"."""
    deeds = scene.cues("triggers.", max(start, cue.start - 2), end)
    if not any(c.start < cue.end and cue.start < c.end and c.tag.endswith(".nouns") for c in deeds):
        return False
    if not any(c.start >= cue.end and c.tag.endswith(".verbs") for c in deeds):
        return False
    counted = [d for d in scene.dates_in(max(start, cue.start - _COUNTED_IN), cue.start) if d.shift]
    if not counted or not counted[-1].needs_reference:
        return False
    words = counted[-1].text.lower().split()
    edge = words[-1] if scene.language.subject_first else words[0]
    between = scene.between(counted[-1].end, cue.start)
    return edge in scene.language.open_ended and scene.language.that_deed.match(between) is not None


def _is_destroyed(scene: Scene, start: int, cue: Cue) -> bool:
    """Whether arms are what was hit: "destroyed an artillery piece", "two vehicle bombs", not "two drones"."""
    language, kind = scene.language, cue.tag.split(".", 1)[1]
    before = scene.between(max(start, cue.start - _RUINED), cue.start)
    behind = scene.between(cue.end, cue.end + _RUINED)
    if kind in _IN_PLACE and (placed := language.ruined_arms.match(behind)):
        ruined = language.are_ruined.match(behind[placed.end() :])
        return ruined is not None or language.ruins.search(before) is not None
    standing = {"ied": language.standing_bombs, "airstrike": language.standing_aircraft}.get(kind)
    if standing is None or standing.fullmatch(cue.text) is None:
        return False
    return bool(language.ruins_bombs.search(before) or language.are_ruined.match(behind))


def _fired_else(scene: Scene, start: int, end: int) -> bool:
    """Whether gunmen are all that tells of guns, and what they fired are other arms: "gunmen fired rockets at"."""
    language, guns = scene.language, scene.cues("weapons.gunfire", start, end)
    if not all(cue.text in language.shooters for cue in guns):
        return False
    arms = [c for tag in _FIRED for c in scene.cues(f"weapons.{tag}", guns[-1].end, end)]
    first = min(arms, key=lambda c: c.start, default=None)
    if first is None or scene.text[first.start - 1] in language.glued_by:
        return False  # "هاجم مسلحون القاعدة بصواريخ": with guns too
    deeds = [c for c in scene.cues("triggers.", guns[0].start, first.end) if c.tag.endswith(".verbs")]
    behind = max([guns[-1].end, *(c.end for c in deeds)])
    words = scene.between(behind, first.start).split() if behind < first.start else []
    apart = (language.agent_breaks | language.surroundings) - language.away_from
    apart |= frozenset() if language.subject_first else language.arms_breaks
    opens = len({c.start for c in deeds}) == 1 or not (deeds or language.subject_first)
    return opens and len(words) <= _TO_OBJECT and apart.isdisjoint(words)


def munitions_in(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """How many drones, rockets or missiles: the number right before the first weapon."""
    for cue in scene.cues("weapons.", clause.start, clause.end):
        if cue.tag not in _COUNTED_WEAPONS:
            continue
        for number in scene.numbers_in(max(clause.start, cue.start - 40), cue.start):
            low = number.low
            if (
                low is None
                or low <= 0
                or number.vague
                or len(scene.between(number.end, cue.start).split()) > 2
            ):
                continue
            high = number.high if number.high is not None else number.best
            return low, high if high is not None else low
    return None
