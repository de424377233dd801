"""Frames: what one clause says of one event, before the article as a whole is understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from geomap.extract.casualties import Casualty
from geomap.extract.roles import Party, Stance, goes_with, parties, stances
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause, Sentence, split_clauses
from geomap.extract.triggers import Trigger, counts_many, find_triggers
from geomap.extract.uses import Use, place_uses
from geomap.extract.when import DatePhrase

# Which trigger names the event where a clause has several.
_PRIORITY = (
    "interception",
    "airstrike",
    "shelling",
    "seizure",
    "raid",
    "attack",
    "received",
    "clash",
    "explosion",
    "impact",
    "launch",
    "damage",
    "casualty",
)
_NEEDS_WEAPON = {"impact", "launch"}


@dataclass
class Frame:
    """One clause's statement. Mutable while the article is being put together."""

    sentence: Sentence
    start: int
    end: int
    triggers: list[Trigger]
    places: list[Use] = field(default_factory=list)
    launches: list[Use] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    weapons: list[str] = field(default_factory=list)
    munitions: tuple[int, int] | None = None
    dates: list[DatePhrase] = field(default_factory=list)
    casualties: list[Casualty] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    foreign: tuple[tuple[int, int], ...] = ()  # clauses of the sentence that tell of other deeds
    background: bool = False
    another: bool = False
    reply: bool = False  # "… and US forces replied": the sides are turned round
    repeat: bool = False  # "struck again", "a second wave": not the deed just told
    many: bool = False

    @property
    def kind(self) -> str:
        """The kind of the trigger that names the event."""
        kinds = {t.kind for t in self.triggers}
        return next((k for k in _PRIORITY if k in kinds), "attack")

    @property
    def reported_attack(self) -> bool:
        """Whether some trigger tells of a deed, not only of its victims."""
        return any(t.kind not in ("casualty", "damage") for t in self.triggers)


def sentence_frames(scene: Scene, sentence: Sentence, countries: dict[str, int]) -> list[Frame]:
    """The frames of a sentence, in order; a frame without places says more of an event told elsewhere."""
    if sentence.role == "furniture":
        return []
    clauses = split_clauses(scene.text, sentence.start, sentence.end)
    clauses = _split_coordinated(scene, _close_openers(scene, clauses))
    uses = place_uses(scene, sentence, clauses, countries)
    exercise = scene.has("cues.exercise", sentence.start, sentence.end)
    frames = []
    for clause in clauses:
        triggers = [] if exercise else find_triggers(scene, clause)
        frame = _frame(scene, sentence, clause, triggers, uses)
        if frame is not None:
            if not frame.triggers and clause is not clauses[-1]:
                frame.parties += _subjects(scene, clause)
            frames.append(frame)
    return _lend_places(_lend_subjects(frames))


def _close_openers(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Ends a subordinate clause that opens the sentence at its comma: "Hours after the raid, the group struck …"."""
    found = []
    for clause in clauses:
        text = scene.text[clause.start : clause.end]
        opens = clause.opener and not scene.cues("triggers.", clauses[0].start, clause.start)
        comma = re.search(r"[,،]\s+(?=\S)", text) if opens else None
        cut = clause.start + comma.end() if comma else 0
        if comma and scene.cues("triggers.", cut, clause.end):
            found += [Clause(clause.start, cut, clause.opener), Clause(cut, clause.end, "")]
        else:
            found.append(clause)
    return found


# "… and US forces replied with": the answer is a deed of its own.
_REPLY = re.compile(
    r"\s(?:and|,|while)\s+(?:\S+\s+){1,4}?(?:replied|responded|retaliated|answered|hit back|struck back"
    r"|fired back|returned fire)\b"
)


_REPLIES = re.compile(
    r"(?:and\s+|,\s*|while\s+)?(?:\S+\s+){1,4}?(?:replied|responded|retaliated|answered|hit back"
    r"|struck back|fired back|returned fire)\b"
)


def _split_coordinated(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Splits at "and" where both sides have a trigger with a place of its own."""
    found = []
    for clause in clauses:
        triggers = scene.cues("triggers.", clause.start, clause.end)
        cut = None
        for a, b in pairwise(triggers):
            between = scene.text[a.end : b.start]
            at = max(between.rfind(" and "), between.rfind(" but "), between.rfind("، و"))
            if at < 0 or not between[:at].strip():
                continue
            middle = a.end + at + 1
            if any(m.places for m in scene.mentions(a.end, middle)) and any(
                m.places for m in scene.mentions(middle, clause.end)
            ):
                cut = middle
                break
        if cut is None and (reply := _REPLY.search(scene.text[clause.start : clause.end])):
            cut = clause.start + reply.start() + 1
        if cut is None or cut - clause.start < 4:
            found.append(clause)
        else:
            found.append(Clause(clause.start, cut, clause.opener))
            found += _split_coordinated(scene, [Clause(cut, clause.end, "and")])
    return found


def _frame(
    scene: Scene, sentence: Sentence, clause: Clause, triggers: list[Trigger], uses: list[Use]
) -> Frame | None:
    weapons = weapons_in(scene, clause.start, clause.end)
    kept = [t for t in triggers if t.kind not in _NEEDS_WEAPON or weapons or _other_deed(t, triggers)]
    if all(t.kind in _NEEDS_WEAPON for t in kept) and not weapons:
        kept = []
    casualties = [
        c for c in scene.casualties_in(sentence.start, sentence.end) if clause.start <= c.start < clause.end
    ]
    casualties = [
        c for c in casualties if not scene.has("cues.grievance", max(clause.start, c.start - 40), c.end)
    ]
    said = stances(scene, clause, sentence)
    hosted = any(m.actors and goes_with(scene, m) for m in scene.mentions(clause.start, clause.end))
    if (
        not kept
        and not casualties
        and not said
        and not hosted
        and not any(clause.start <= u.start < clause.end for u in uses)
    ):
        return None
    inside = [u for u in uses if clause.start <= u.start < clause.end]
    frame = Frame(
        sentence=sentence,
        start=clause.start,
        end=clause.end,
        triggers=kept,
        places=[u for u in inside if u.role == "event"],
        launches=[u for u in inside if u.role == "launch"],
        weapons=weapons,
        munitions=_munitions(scene, clause),
        dates=scene.dates_in(clause.start, clause.end),
        casualties=casualties,
        stances=said,
        background=_is_background(scene, clause),
        reply=bool(_REPLIES.match(scene.text[clause.start : clause.end])),
        repeat=scene.has("cues.repeat", clause.start, clause.end),
        another=scene.has("cues.another", clause.start, clause.end),
        many=any(counts_many(scene, clause, t) for t in kept),
    )
    frame.parties = parties(scene, clause, kept, {u.mention.start for u in inside if u.role != "bystander"})
    return frame


def _subjects(scene: Scene, clause: Clause) -> list[Party]:
    """Actors of a clause without a deed, that may be the subject of the next."""
    named = [
        m
        for m in scene.mentions(clause.start, clause.end)
        if m.actors and not m.places and not goes_with(scene, m)
    ]
    kinds = scene.atlas.gazetteer.actors
    return [
        Party(m.actors[0], "attacker", 0.5, m.start, "named in the clause before")
        for m in named[:1]
        if kinds[m.actors[0]].kind not in ("organisation", "company")
    ]


def _other_deed(trigger: Trigger, triggers: list[Trigger]) -> bool:
    return any(t is not trigger and t.kind not in {*_NEEDS_WEAPON, "casualty"} for t in triggers)


def _is_background(scene: Scene, clause: Clause) -> bool:
    if not clause.opener:
        return False
    opener = scene.between(clause.start, min(clause.end, clause.start + 40))
    return any(f"{opener} ".startswith(f"{word} ") for word in scene.words.folded("cues", "background"))


def weapons_in(scene: Scene, start: int, end: int) -> list[str]:
    """The weapons named within [start, end), the ones before generic air strikes first."""
    found = list(scene.cues("weapons.", start, end))
    best: dict[int, str] = {}
    for cue in found:
        best.setdefault(cue.start, cue.tag.split(".", 1)[1])
    ordered = list(dict.fromkeys(best[at] for at in sorted(best)))
    return sorted(ordered, key=lambda w: w in ("airstrike", "other"))


def _munitions(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """How many drones, rockets or missiles: the number right before the first weapon."""
    for cue in scene.cues("weapons.", clause.start, clause.end):
        if cue.tag not in ("weapons.drone", "weapons.rocket", "weapons.missile"):
            continue
        for number in scene.numbers_in(max(clause.start, cue.start - 40), cue.start):
            low, high = number.low, number.high if number.high is not None else number.best
            if (
                len(scene.between(number.end, cue.start).split()) <= 2
                and low is not None
                and low > 0
                and not number.vague
            ):
                return low, high if high is not None else low
    return None


def _lend_subjects(frames: list[Frame]) -> list[Frame]:
    """A clause that names nobody has the subject of the clause before: "the group fired at A and shelled B"."""
    last: Party | None = None
    for frame in frames:
        own = [p for p in frame.parties if p.side == "attacker"]
        targets = {p.actor for p in frame.parties if p.side == "target"}
        if own:
            last = own[0]
        elif last is not None and frame.triggers and last.actor not in targets and not frame.background:
            frame.parties.append(last._replace(weight=0.9, why="subject of the clause before"))
    return frames


def _lend_places(frames: list[Frame]) -> list[Frame]:
    """Joins the clauses of a sentence that tell of one event; a clause without a trigger lends its places."""
    joined: list[Frame] = []
    for frame in frames:
        last = joined[-1] if joined else None
        if last is not None and not (frame.background or frame.reply) and _same_event(last, frame):
            _join(last, frame)
        else:
            joined.append(frame)
    for frame in joined:
        frame.foreign = tuple((f.start, f.end) for f in joined if f is not frame and f.triggers)
    return joined


def _same_event(last: Frame, frame: Frame) -> bool:
    if last.background and frame.triggers and frame.places:
        return False
    has_last = bool(last.triggers and last.places)
    has_this = bool(frame.triggers and frame.places)
    if last.background and not has_this and not frame.triggers:
        return not frame.places
    return not (has_last and has_this)


def _join(into: Frame, more: Frame) -> None:
    if more.triggers and not into.triggers:
        into.background = more.background
    if into.places and more.places and into.triggers and not more.triggers:
        # "… struck the base, in the province of X": the first place is the event's.
        pass
    else:
        into.places += more.places
    into.triggers += more.triggers
    into.launches += more.launches
    into.parties += [p for p in more.parties if p not in into.parties]
    into.weapons += [w for w in more.weapons if w not in into.weapons]
    into.munitions = into.munitions or more.munitions
    into.dates += more.dates
    into.casualties += more.casualties
    into.stances += more.stances
    into.another = into.another or more.another
    into.repeat = into.repeat or more.repeat
    into.many = into.many or more.many
    into.end = max(into.end, more.end)
