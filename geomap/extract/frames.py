"""Frames: what one clause says of one event, before the article as a whole is understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

import msgspec

from geomap.extract.asides import without_asides
from geomap.extract.belonging import goes_with
from geomap.extract.casualty import Casualty
from geomap.extract.motion import arms_in_motion
from geomap.extract.parties import Party, parties, subjects
from geomap.extract.places import place_uses
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause, Sentence, split_clauses
from geomap.extract.stances import Stance, stances
from geomap.extract.triggers import Trigger, counts_many, find_triggers, tells_of_several
from geomap.extract.uses import Use
from geomap.extract.when import DatePhrase
from geomap.recognise import Cue

# Which trigger names the event where a clause has several.
_PRIORITY = (
    "interception", "airstrike", "shelling", "seizure", "raid", "attack", "received", "clash", "explosion", "impact",
    "launch", "conduct", "damage", "casualty",
)  # fmt: skip
_NEEDS_WEAPON = ("impact", "launch")
_COUNTED_WEAPONS = ("weapons.drone", "weapons.rocket", "weapons.missile")
_A_WARS_NUMBER = 100  # "has neutralised 1,200 fighters since January" is no deed
_ASKED = ("?", "؟")  # who asks whether a place was hit does not say so
_COMMA = re.compile(r"[,،]\s+(?=\S)")


@dataclass(eq=False)
class Frame:
    """One clause's statement. Mutable while the article is being put together."""

    sentence: Sentence
    start: int
    end: int
    triggers: list[Trigger]
    places: list[Use] = field(default_factory=list)
    launches: list[Use] = field(default_factory=list)
    beside: list[Use] = field(default_factory=list)  # where news or people come from, without arms or a deed
    parties: list[Party] = field(default_factory=list)
    weapons: list[str] = field(default_factory=list)
    munitions: tuple[int, int] | None = None
    dates: list[DatePhrase] = field(default_factory=list)
    casualties: list[Casualty] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    foreign: tuple[tuple[int, int], ...] = ()  # clauses of the sentence that tell of other deeds
    background: bool = False
    unreal: bool = False  # it speaks of deeds that did not happen
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

    @property
    def is_body(self) -> bool:
        """Whether its sentence is one of the text, not a headline or a caption."""
        return self.sentence.role == "body"

    @property
    def victims(self) -> bool:
        """Whether it counts victims of one deed."""
        return any(c.best and not c.total for c in self.casualties)

    def side(self, side: str, weight: float = 0.0) -> set[str]:
        """The actors of one side, from a weight on."""
        return {p.actor for p in self.parties if p.side == side and p.weight >= weight}


def clause_frames(scene: Scene, sentence: Sentence, countries: Mapping[str, int]) -> list[Frame]:
    """The frames of a sentence's clauses, in order; clauses that say nothing of events have none."""
    if sentence.role == "furniture" or scene.says_nothing(sentence):
        return []
    clauses = split_clauses(scene.text, sentence.start, sentence.end, scene.language)
    clauses = without_asides(scene, _close_openers(scene, clauses))
    clauses = _split_coordinated(scene, _split_since(scene, clauses))
    uses = place_uses(scene, sentence, clauses, countries)
    exercise = scene.has("cues.exercise", sentence.start, sentence.end)
    exercise = exercise or _is_an_accident(scene, sentence)
    no_deed = exercise or scene.text[sentence.start : sentence.end].endswith(_ASKED)
    hurt = scene.casualties_in(sentence.start, sentence.end)
    moving = None if no_deed else arms_in_motion(scene, sentence)
    if moving:
        clauses = [Clause(sentence.start, sentence.end, "")]
    frames = []
    for clause, behind in zip_longest(clauses, clauses[1:]):
        triggers = [] if no_deed else [moving] if moving else find_triggers(scene, clause)
        frame = _frame(scene, sentence, clause, triggers, uses, hurt)
        if frame is not None:
            if not frame.triggers and behind is not None:
                frame.parties += subjects(scene, clause, behind)
            frames.append(frame)
    return frames


def _is_an_accident(scene: Scene, sentence: Sentence) -> bool:
    """Whether one vehicle hit another, and no arms are named: "a bus hit a lorry on the road to Baghdad"."""
    start, end = sentence.start, sentence.end
    if scene.has("weapons.", start, end):
        return False
    return scene.language.accident.search(scene.between(start, end)) is not None


def _close_openers(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Ends a subordinate clause that opens the sentence at its comma: "Hours after the raid, the group struck …"."""
    found = []
    for clause in clauses:
        opens = clause.opener and not scene.has("triggers.", clauses[0].start, clause.start)
        comma = _COMMA.search(scene.text[clause.start : clause.end]) if opens else None
        cut = clause.start + comma.end() if comma else 0
        if comma and scene.has("triggers.", cut, clause.end):
            found += [Clause(clause.start, cut, clause.opener), Clause(cut, clause.end, "")]
        else:
            found.append(clause)
    return found


def _split_since(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Splits before "since" where a deed follows, not a day: "the first strike since jets bombed the camp"."""
    found = []
    for clause in clauses:
        since = scene.language.since_when.search(scene.text[clause.start : clause.end])
        cut = clause.start + since.start() + 1 if since else clause.end
        verbs = [t for t in scene.cues("triggers.", cut, clause.end) if t.tag.endswith(".verbs")]
        dated = verbs and scene.dates_in(cut, verbs[0].start)
        if verbs and not dated and cut - clause.start > 3:
            found += [Clause(clause.start, cut, clause.opener), Clause(cut, clause.end, "since")]
        else:
            found.append(clause)
    return found


def _split_coordinated(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Splits at "and" where both sides have a trigger with a place of its own, and before an answer."""
    found = []
    for clause in clauses:
        cut = _coordination(scene, clause)
        if cut is None and (
            reply := scene.language.reply_behind.search(scene.text[clause.start : clause.end])
        ):
            cut = clause.start + reply.start() + 1
        if cut is None or cut - clause.start < 4:
            found.append(clause)
        else:
            found.append(Clause(clause.start, cut, clause.opener))
            found += _split_coordinated(scene, [Clause(cut, clause.end, "and")])
    return found


def _coordination(scene: Scene, clause: Clause) -> int | None:
    for a, b in pairwise(scene.cues("triggers.", clause.start, clause.end)):
        between = scene.text[a.end : b.start]
        links = [found.start() for found in scene.language.coordination.finditer(between)]
        if not links or not between[: links[-1]].strip():
            continue
        middle = a.end + links[-1] + 1
        if b.tag.startswith("triggers.casualty") and _opens_with_a_place(scene, middle, b.start):
            continue  # "strikes on A and B killed 18": B is hit too
        sides = (scene.mentions(a.end, middle), scene.mentions(middle, clause.end))
        if all(any(m.places for m in side) for side in sides):
            return middle
    return None


def _opens_with_a_place(scene: Scene, start: int, end: int) -> bool:
    """Whether a place stands right behind the "and" at this character."""
    link = scene.language.coordination.match(scene.text, start - 1)
    mentions = scene.mentions(start, end) if link else []
    return link is not None and any(m.places and not m.actors and m.start == link.end() for m in mentions)


def _frame(
    scene: Scene,
    sentence: Sentence,
    clause: Clause,
    triggers: list[Trigger],
    uses: list[Use],
    hurt: list[Casualty],
) -> Frame | None:
    weapons = weapons_in(scene, clause.start, clause.end) or _arms_of_before(scene, sentence, clause)
    kept = _without_conduct(triggers, armed=bool(weapons))
    kept = kept if weapons else _without_arms(kept)
    if not weapons and all(t.kind == "interception" for t in kept):
        kept = []  # "foiled a plot": nothing was in the air
    inside = [u for u in uses if clause.start <= u.start < clause.end]
    casualties = _without_grievances(scene, clause, hurt)
    summed = any(c.total for c in casualties)
    one_place = len({u.where.place.id for u in uses if u.role == "event" and u.where.fine}) == 1
    since = scene.language.killed_since.search(scene.between(clause.start, clause.end))
    if since or (not one_place and any(tells_of_several(scene, clause, t) for t in kept)):
        casualties = [c if c.none else msgspec.structs.replace(c, total=True) for c in casualties]
    numbers = scene.numbers_in(clause.start, clause.end)
    said = stances(scene, clause, sentence)
    named = any(m.actors and goes_with(scene, m) for m in scene.mentions(clause.start, clause.end))
    if not (kept or casualties or said or named or inside):
        return None
    spans = [(u.start, u.end) for u in inside if u.role != "bystander"]
    own = {
        m.start for m in scene.mentions(clause.start, clause.end) if any(a <= m.start < b for a, b in spans)
    }
    return Frame(
        sentence=sentence,
        start=clause.start,
        end=clause.end,
        triggers=kept,
        places=[u for u in inside if u.role == "event"],
        launches=[u for u in inside if u.role == "launch"] if weapons else [],
        beside=[u for u in inside if u.role == "launch" and not weapons and not kept],
        parties=parties(scene, clause, kept, own),
        weapons=weapons,
        munitions=_munitions(scene, clause),
        dates=scene.dates_in(clause.start, clause.end),
        casualties=casualties,
        stances=said,
        background=_is_background(scene, clause),
        unreal=not triggers and scene.has("triggers.", clause.start, clause.end),
        reply=bool(scene.language.reply.match(scene.text[clause.start : clause.end])),
        repeat=scene.has("cues.repeat", clause.start, clause.end),
        another=_tells_of_another(scene, clause, kept),
        many=any(counts_many(scene, clause, t) for t in kept if t.kind != "casualty" or t.voice != "noun")
        or summed
        or (since is not None and any((n.low or 0) >= _A_WARS_NUMBER for n in numbers)),
    )


def _arms_of_before(scene: Scene, sentence: Sentence, clause: Clause) -> list[str]:
    """The arms that a pronoun means at the head of a clause: "Two drones came. One crashed by the runway"."""
    meant = scene.language.of_these_arms.match(scene.between(clause.start, clause.end))
    if meant is None:
        return []
    deeds = {c.tag.split(".")[1] for c in scene.cues("triggers.", clause.start, clause.end)}
    again = meant["anew"] is not None and "interception" in deeds
    if deeds.isdisjoint(_NEEDS_WEAPON) and not again:
        return []
    if clause.start > sentence.start and (own := weapons_in(scene, sentence.start, clause.start)):
        return own
    before = [s for s in scene.sentences_of(sentence.paragraph - 1, sentence.start) if s.role == "body"]
    return weapons_in(scene, before[-1].start, before[-1].end) if before else []


def _tells_of_another(scene: Scene, clause: Clause, triggers: list[Trigger]) -> bool:
    """Whether a clause says that its deed is another one: "a second attack"; "12 others" are people."""
    cues = scene.cues("cues.another", clause.start, clause.end)
    if scene.language.adjective_first:
        return bool(cues)
    return any(_is_of_the_deed(scene, clause, cue, triggers) for cue in cues)


def _is_of_the_deed(scene: Scene, clause: Clause, cue: Cue, triggers: list[Trigger]) -> bool:
    """Whether a word such as "other" opens its clause or stands behind the deed."""
    if cue.text in scene.language.other_people:
        return False
    if len(scene.between(clause.start, cue.start).split()) <= 1:
        return True
    gaps = (scene.between(t.end, cue.start).split() for t in triggers if t.end <= cue.start)
    return any(len(gap) <= 1 for gap in gaps)


def _without_conduct(triggers: list[Trigger], *, armed: bool) -> list[Trigger]:
    """Without "carried out", unless a deed was, or it was with arms: a search is carried out too."""
    if armed and any(t.kind == "conduct" and t.voice == "passive" for t in triggers):
        return triggers
    return (
        triggers
        if any(t.kind not in ("conduct", "casualty") for t in triggers)
        else [t for t in triggers if t.kind != "conduct"]
    )


def _without_arms(triggers: list[Trigger]) -> list[Trigger]:
    """The triggers that count in a clause without a weapon: "fell" and "launched" only beside another deed."""

    def is_a_deed(trigger: Trigger) -> bool:
        return trigger.kind not in (*_NEEDS_WEAPON, "casualty")

    kept = [
        t
        for t in triggers
        if t.kind not in _NEEDS_WEAPON or any(is_a_deed(other) for other in triggers if other is not t)
    ]
    return kept if any(t.kind not in _NEEDS_WEAPON for t in kept) else []


def _without_grievances(scene: Scene, clause: Clause, hurt: list[Casualty]) -> list[Casualty]:
    """The casualties of a clause, without those that are told as the reason for the deed."""
    return [
        c
        for c in hurt
        if clause.start <= c.start < clause.end
        and not scene.has("cues.grievance", max(clause.start, c.start - 40), c.end)
    ]


def _is_background(scene: Scene, clause: Clause) -> bool:
    if scene.language.comes_after.match(scene.between(clause.start, clause.end)):
        return True
    if not clause.opener:
        return False
    opener = f"{scene.between(clause.start, min(clause.end, clause.start + 40))} "
    return opener.startswith(scene.language.background_openers)


def weapons_in(scene: Scene, start: int, end: int) -> list[str]:
    """The weapons named within [start, end), the ones before generic air strikes first."""
    best: dict[int, str] = {}
    for cue in scene.cues("weapons.", start, end):
        best.setdefault(cue.start, cue.tag.split(".", 1)[1])
    ordered = dict.fromkeys(best[at] for at in sorted(best))
    if "bomb" in ordered and "airstrike" in ordered:
        del ordered["bomb"]
    return sorted(ordered, key=lambda weapon: weapon in ("airstrike", "bomb", "other"))


def _munitions(scene: Scene, clause: Clause) -> tuple[int, int] | None:
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
