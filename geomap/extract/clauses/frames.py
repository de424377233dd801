"""Frames: what one clause says of one event, before the article as a whole is understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from geomap.extract.actors.belonging import goes_with
from geomap.extract.casualties.casualty import Casualty
from geomap.extract.clauses.arms import (
    arms_of_before,
    munitions_in,
    weapons_in,
    without_arms,
    without_conduct,
)
from geomap.extract.clauses.charged import across_asides
from geomap.extract.clauses.counting import count_many, tells_of_several
from geomap.extract.clauses.mourned import without_their_dead
from geomap.extract.clauses.other_deeds import tells_of_another
from geomap.extract.clauses.parties import parties, said_of_before, subjects
from geomap.extract.clauses.party import Party
from geomap.extract.clauses.resumed import NOTHING, of_heads
from geomap.extract.clauses.revised import first_blamed, laid_to, revised
from geomap.extract.clauses.stances import Stance, stances
from geomap.extract.clauses.statements import Statements
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.named import is_of_a_pact
from geomap.extract.places.compared import dates_only_the_measure
from geomap.extract.places.of_sentence import place_uses
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import RESUMES, SET_ASIDE, Clause, Sentence
from geomap.recognise import Mention

# Which trigger names the event where a clause has several.
_PRIORITY = (
    "interception", "airstrike", "shelling", "seizure", "raid", "attack", "received", "clash", "explosion", "impact",
    "launch", "conduct", "damage", "casualty",
)  # fmt: skip
_A_WARS_NUMBER = 100  # "has neutralised 1,200 fighters since January" is no deed
_ON_THE_GROUND = frozenset({"ied", "gunfire"})  # arms that nobody intercepts
_NO_HARM = 60  # characters before "after" in which nobody is said to have been hurt
_MEANT = 1.6  # weight of who is named in the clause before, where "it" stands for him


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
    resumes: bool = False  # its clause goes on behind an aside that tells of another deed
    moved: bool = False  # … of another day: where that was, this was not

    @property
    def kind(self) -> str:
        """The kind of the trigger that names the event."""
        if len(self.triggers) == 1:  # as in most frames
            return self.triggers[0].kind if self.triggers[0].kind in _PRIORITY else "attack"
        kinds = {t.kind for t in self.triggers}
        return next((k for k in _PRIORITY if k in kinds), "attack")

    @property
    def reported_attack(self) -> bool:
        """Whether some trigger tells of a deed, not only of its victims."""
        for trigger in self.triggers:  # noqa: SIM110  asked of every frame, again and again
            if trigger.kind not in ("casualty", "damage"):
                return True
        return False

    @property
    def is_body(self) -> bool:
        """Whether its sentence is one of the text, not a headline or a caption."""
        return self.sentence.role == "body"

    @property
    def victims(self) -> bool:
        """Whether it counts victims of one deed."""
        return bool(self.casualties) and any(c.best and not c.total for c in self.casualties)

    def side(self, side: str, weight: float = 0.0) -> set[str]:
        """The actors of one side, from a weight on."""
        if not self.parties:  # as in most frames
            return set()
        return {p.actor for p in self.parties if p.side == side and p.weight >= weight}


def clause_frames(scene: Scene, said: Statements, countries: Mapping[str, int]) -> list[Frame]:
    """The frames of a sentence's clauses, in order; clauses that say nothing of events have none."""
    sentence, clauses, told, asked = said
    uses = [
        use
        for use in place_uses(scene, sentence, clauses, countries)
        if any(c.start <= use.start < c.end for c in clauses)  # not where those were killed who are mourned
    ]
    hurt = without_their_dead(clauses, scene.casualties_in(sentence.start, sentence.end))
    hurt = [*hurt, *across_asides(scene, clauses)]
    clauses = [clause for clause, _ in told]
    resumed = of_heads(scene, told) if len(told) > 1 else NOTHING
    frames: list[Frame] = []
    for number, (clause, triggers) in enumerate(told):
        behind = clauses[number + 1] if number + 1 < len(clauses) else None
        frame = _frame(scene, sentence, clause, triggers, uses, hurt)
        if frame is not None:
            if number and triggers and not frame.parties and said_of_before(scene, clause, triggers[0]):
                frame.parties = [
                    p._replace(weight=_MEANT) for p in subjects(scene, clauses[number - 1], clause)
                ]
            if asked:
                frame.weapons = []  # "Was it a drone?"
            if number in resumed.heads.values():
                # They are the subject and the day of what is told behind the aside.
                frame.parties, frame.dates = [], []
            elif not frame.triggers and behind is not None:
                frame.parties += subjects(scene, clause, behind)
            if frame.triggers and number in resumed.subjects:
                frame.moved = bool(frames) and frames[-1].background and not frame.places
                frame.parties = sorted(
                    [*resumed.subjects[number], *frame.parties], key=lambda p: (-p.weight, p.start)
                )
            if number in resumed.heads and not frame.dates:
                frame.dates = _dates(scene, clauses[resumed.heads[number]], [])
            if number in resumed.asides:
                rest = resumed.asides[number]
                spans = [clauses[n] for n in (rest, resumed.heads.get(rest, rest))]
                _leave_to_what_follows(scene, frame, spans, uses)
            frames.append(frame)
    return frames


def _leave_to_what_follows(scene: Scene, aside: Frame, deed: list[Clause], uses: list[Use]) -> None:
    """Empties an aside of the day, the places and the dead that are not those of the deed told behind it."""
    dated = any(scene.dates_in(c.start, c.end) for c in deed)
    if aside.triggers:
        aside.background = aside.background or (dated and bool(aside.dates))
        return
    if dated:
        aside.dates = []
    if any(u.role == "event" and u.where.fine and deed[0].start <= u.start < deed[0].end for u in uses):
        aside.places = []
    aside.casualties = []


def _frame(
    scene: Scene,
    sentence: Sentence,
    clause: Clause,
    triggers: list[Trigger],
    uses: list[Use],
    hurt: list[Casualty],
) -> Frame | None:
    text = scene.between(clause.start, clause.end)
    opens = _news_before(scene, clause, triggers, text)
    inside = [u for u in uses if opens <= u.start < clause.end]
    casualties = _without_grievances(scene, clause, hurt)
    mentions = scene.mentions(clause.start, clause.end)
    said = revised(scene, clause, sentence, stances(scene, clause, sentence))
    tells = casualties or said or inside
    if not (triggers or tells or _names_property(scene, mentions)):
        return None
    weapons = weapons_in(scene, clause.start, clause.end) or arms_of_before(scene, sentence, clause)
    kept = _real(scene, clause, triggers, weapons) if triggers else []
    if triggers and not (kept or tells or _names_property(scene, mentions)):
        return None
    summed = any(c.total for c in casualties) or _is_of_days(scene, clause, uses, text)
    if casualties and (
        _is_since_then(scene, text) or _is_a_rate(scene, text) or _shares_a_toll(scene, clause, kept, uses)
    ):
        casualties = [c if c.none else msgspec.structs.replace(c, total=True) for c in casualties]
    spans = [(u.start, u.end) for u in inside if u.role != "bystander"]
    own = {m.start for m in mentions if any(a <= m.start < b for a, b in spans)}
    return Frame(
        sentence=sentence,
        start=clause.start,
        end=clause.end,
        triggers=kept,
        places=[u for u in inside if u.role == "event"],
        launches=[
            u for u in inside if u.role == "launch" and (weapons or _was_its_launcher(scene, clause, u))
        ],
        beside=[u for u in inside if u.role == "launch" and not weapons and not kept],
        parties=_without_dropped(scene, sentence, clause, parties(scene, clause, kept, own), told=bool(kept)),
        weapons=weapons,
        munitions=munitions_in(scene, clause),
        dates=_dates(scene, clause, kept),
        casualties=casualties,
        stances=said,
        background=_is_background(scene, clause, text),
        unreal=not triggers and scene.has("triggers.", clause.start, clause.end),
        resumes=clause.opener == RESUMES,
        reply=_is_a_reply(scene, clause, inside, text),
        repeat=scene.has("cues.repeat", clause.start, clause.end),
        another=tells_of_another(scene, clause, kept),
        many=summed
        or count_many(scene, clause, [t for t in kept if t.kind != "casualty" or t.voice != "noun"])
        or (_counts_a_wars(scene, clause) and _is_since_then(scene, text)),
    )


def _was_its_launcher(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether a launcher was found or left there: it names no arms of its own."""
    return scene.language.launcher_found.search(scene.between(clause.start, use.mention.start)) is not None


def _without_dropped(
    scene: Scene, sentence: Sentence, clause: Clause, found: list[Party], *, told: bool
) -> list[Party]:
    """Without whom a charge was dropped against, and, where no deed is told, who only looks into it."""
    if not found:
        return found
    if not told and scene.language.inquires.search(scene.between(clause.start, clause.end)):
        return []
    dropped = first_blamed(scene, sentence)
    found = found if dropped is None else [p for p in found if p.actor != dropped]
    laid_on = laid_to(scene, clause)
    return [p for p in found if p.side != "target" or p.actor not in laid_on]


def _is_a_reply(scene: Scene, clause: Clause, inside: list[Use], text: str) -> bool:
    """Whether it answers what was told; without a place of its own also by "in response" at either end."""
    if scene.language.reply.match(scene.text[clause.start : clause.end]):
        return True
    return not inside and bool(scene.language.in_answer.search(text))


def _news_before(scene: Scene, clause: Clause, triggers: list[Trigger], text: str) -> int:
    """Where the older deed begins in "the attack on A came two days after the raid in B": A is not its place."""
    comes = scene.language.comes_after.match(text)
    at = clause.start + comes.end() if comes is not None else clause.start
    return at if comes is not None and any(t.start >= at for t in triggers) else clause.start


def _dates(scene: Scene, clause: Clause, triggers: list[Trigger]) -> list[DatePhrase]:
    """The days of a clause; of "since the attack on A on 7 July" the day is the attack's."""
    found = [
        d
        for d in scene.dates_in(clause.start, clause.end)
        if not (is_of_a_pact(scene, d) or dates_only_the_measure(scene, d, clause.start))
    ]
    if clause.opener != "since" or scene.language.subject_first or not triggers:
        return found
    began = min(t.start for t in triggers)
    return [
        msgspec.structs.replace(d, is_since=False) if d.start > began and d.governor != "since" else d
        for d in found
    ]


def _is_of_days(scene: Scene, clause: Clause, uses: list[Use], text: str) -> bool:
    """Whether it adds up what was done on several days in several places: "killed 49 in seven days across A and B"."""
    places = {u.where.place.id for u in uses if u.role == "event" and clause.start <= u.start < clause.end}
    return len(places) > 1 and scene.language.within_days.search(text) is not None


def _without_holders(scene: Scene, triggers: list[Trigger]) -> list[Trigger]:
    """Without words that say in whose hands what was hit is: "two bases occupied by US forces came under fire"."""
    if not scene.language.subject_first or not any(_hits(t) for t in triggers):
        return triggers
    return [t for t in triggers if not _says_who_holds_it(scene, t)]


def _hits(trigger: Trigger) -> bool:
    return trigger.kind not in ("seizure", "casualty", "damage", "launch")


def _says_who_holds_it(scene: Scene, trigger: Trigger) -> bool:
    if trigger.kind != "seizure" or trigger.text not in scene.language.taken_by:
        return False
    if scene.text[max(0, trigger.start - 3) : trigger.start].rstrip().endswith(","):
        return False  # "the ship, seized by pirates last year, was hit"
    behind = scene.between(trigger.end, trigger.end + 6).split()[:1]
    before = scene.between(max(0, trigger.start - 12), trigger.start).split()[-1:]
    return not scene.language.by.isdisjoint(behind) and scene.language.auxiliaries.isdisjoint(before)


def _real(scene: Scene, clause: Clause, triggers: list[Trigger], weapons: list[str]) -> list[Trigger]:
    """The triggers of a clause that tell of a deed with the arms, or without arms, that it names."""
    kept = without_conduct(_without_holders(scene, triggers), armed=bool(weapons))
    kept = kept if weapons else without_arms(kept)
    if set(weapons) <= {"airstrike"}:
        kept = [t for t in kept if t.kind != "impact" or t.text not in scene.language.touching_down]
        kept = [t for t in kept if t.text not in scene.language.may_be_razed]
    flies = set(weapons) - _ON_THE_GROUND or scene.has("cues.aircraft", clause.start, clause.end)
    if not flies and all(t.kind == "interception" for t in kept):
        return []  # "foiled a plot": nothing was in the air
    return kept


def _is_since_then(scene: Scene, text: str) -> bool:
    """Whether it counts from some time on: "has killed 30 since"."""
    return scene.language.killed_since.search(text) is not None


def _is_a_rate(scene: Scene, text: str) -> bool:
    """Whether it says how many are killed in how much time: "130 children die each day"."""
    return scene.language.rate.search(text) is not None


def _shares_a_toll(scene: Scene, clause: Clause, triggers: list[Trigger], uses: list[Use]) -> bool:
    """Whether a clause counts the victims of several deeds together, at more than one place."""
    if len({u.where.place.id for u in uses if u.role == "event" and u.where.fine}) == 1:
        return False
    return any(tells_of_several(scene, clause, t) for t in triggers)


def _counts_a_wars(scene: Scene, clause: Clause) -> bool:
    """Whether a clause has a number so large that it counts a whole war."""
    return any((n.low or 0) >= _A_WARS_NUMBER for n in scene.numbers_in(clause.start, clause.end))


def _names_property(scene: Scene, mentions: Sequence[Mention]) -> bool:
    """Whether one of some names is an actor's that goes with its arms or its property."""
    return any(m.actors and goes_with(scene, m) for m in mentions)


def _without_grievances(scene: Scene, clause: Clause, hurt: list[Casualty]) -> list[Casualty]:
    """The casualties of a clause, without those that are told as the reason for the deed."""
    return [c for c in hurt if clause.start <= c.start < clause.end and not _is_a_grievance(scene, clause, c)]


def _is_a_grievance(scene: Scene, clause: Clause, casualty: Casualty) -> bool:
    """Whether victims are the reason for a deed: "to avenge nine dead", not "in answer to a raid that killed nine"."""
    cues = scene.cues("cues.grievance", max(clause.start, casualty.start - 40), casualty.end)
    if not cues:
        return False
    deeds = scene.cues("triggers.", cues[-1].end, casualty.start)
    return not any(d.tag.endswith(".nouns") and not d.tag.startswith("triggers.casualty") for d in deeds)


def _is_background(scene: Scene, clause: Clause, text: str) -> bool:
    if clause.opener == SET_ASIDE or scene.language.comes_after.match(text):
        return True
    if text.partition(" ")[0] in scene.language.morrow:
        return True
    if not clause.opener:
        return False
    opener = f"{scene.between(clause.start, min(clause.end, clause.start + 40))} "
    if not opener.startswith(scene.language.background_openers):
        return False
    told = scene.between(max(0, clause.start - _NO_HARM), clause.start)
    return (
        scene.language.no_harm_before.search(told) is None
    )  # "No injuries were reported after drones hit …"
