"""Joins the frames of one sentence: clauses lend each other their subject and their places."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise, zip_longest

import msgspec

from geomap.extract.clauses.frames import Frame, clause_frames
from geomap.extract.clauses.party import Party
from geomap.extract.clauses.split import opening_day
from geomap.extract.clauses.statements import Statements
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.matching import NAMED
from geomap.extract.story.whose import give_back
from geomap.geo import distance_km

_EFFECTS = frozenset({"casualty", "damage", "explosion"})
_BY_A_TOWN_KM = 40.0  # a village or a camp this near to a town is told of by it
_DAYS = ("date", "weekday", "today")
_MARK = 3  # characters before a clause in which its semicolon stands
_AND_PLACE = ("و", "وفي", "وعلي")


def sentence_frames(scene: Scene, said: Statements, countries: Mapping[str, int]) -> list[Frame]:
    """The frames of a sentence, in order; a frame without places says more of an event told elsewhere."""
    frames = clause_frames(scene, said, countries)
    if not frames:  # a third of all sentences
        return []
    give_back(scene, frames)
    _bring_forward_causes(scene, frames)
    _find_causes(scene, frames)
    _bring_forward_news(scene, frames)
    _lend_subjects(scene, frames)
    return _join_clauses(scene, frames)


def _bring_forward_causes(scene: Scene, frames: list[Frame]) -> None:
    """A deed behind what it caused is the news, not its past: "أصيب خمسة إثر قصف …"."""
    if not any(frame.background for frame in frames):
        return
    words = scene.language.causes
    causes = tuple(f"{word} " for word in words)
    for i, frame in enumerate(frames):
        if frame.background and scene.between(frame.start, frame.end).startswith(causes or ("\0",)):
            opener = scene.between(frame.start, frame.start + 12).split()[:1]
            armed = i > 0 and _is_armed_cause(frames[i - 1], frame, opener, words)
            frame.background = not armed and any(f.reported_attack and f.triggers for f in frames[:i])


def _find_causes(scene: Scene, frames: list[Frame]) -> None:
    """What victims without a place died of is no background: "two soldiers died after rockets hit the base"."""
    if not scene.language.subject_first:
        return
    for before, frame in pairwise(frames):
        if not frame.background or before.background or not frame.triggers:
            continue
        opener = scene.between(frame.start, frame.start + 12).split()[:1]
        cause = before.victims and not before.places and not scene.language.sequence.isdisjoint(opener)
        cause = cause and not before.reported_attack  # a strike that killed them has its own place
        cause = cause or _is_armed_cause(before, frame, opener, scene.language.sequence)
        cause = cause or _says_what_it_hit(scene, before, frame)
        since = not cause and _has_killed_since(scene, before, frame, opener)
        if since:  # they have died of the deed, and since its day
            frame.dates = [msgspec.structs.replace(d, is_since=False) for d in frame.dates]
            before.dates, before.many, frame.many = [], False, False
        if cause or since:
            frame.background = False


def _has_killed_since(scene: Scene, before: Frame, frame: Frame, opener: list[str]) -> bool:
    """Whether victims without a place are those of what "since" opens: "Dozens have died since gunmen attacked A"."""
    dying = bool(before.triggers) and all(t.kind == "casualty" for t in before.triggers)
    told = any(t.voice == "active" and t.kind != "casualty" for t in frame.triggers)
    placed = any(u.where.fine for u in frame.places) and any(d.kind in _DAYS for d in frame.dates)
    return dying and told and placed and not before.places and not scene.language.since.isdisjoint(opener)


def _is_armed_cause(before: Frame, frame: Frame, opener: list[str], sequence: Collection[str]) -> bool:
    """Whether a clause without place or day says with what it was done: "three died in A after they fired rockets"."""
    effects = bool(before.triggers) and all(t.kind in _EFFECTS for t in before.triggers)
    told = effects and not before.weapons and any(u.where.fine for u in before.places)
    bare = not (frame.places or frame.dates or frame.many or frame.another or frame.repeat)
    return told and bare and bool(frame.weapons) and not set(opener).isdisjoint(sequence)


def _says_what_it_hit(scene: Scene, before: Frame, frame: Frame) -> bool:
    """Whether it goes on with the deed that counted its victims: "the strike wounded nine after it hit a hotel"."""
    goes_on = scene.language.after_it_hit.match(scene.between(frame.start, frame.end))
    if goes_on is None or before.places or not before.victims:
        return False
    deeds = [t for t in before.triggers if t.voice == "noun" and t.kind not in _EFFECTS]
    plural = tuple(scene.language.plural_endings)
    many = goes_on["who"] == "they"
    return any(t.text.endswith(plural) == many for t in deeds)


def _bring_forward_news(scene: Scene, frames: list[Frame]) -> None:
    """A deed behind what it led to is the news: "Flights were suspended at A after rockets landed by the runway"."""
    if not scene.language.subject_first:
        return
    for before, frame in pairwise(frames):
        if not frame.background or frame is not frames[1]:
            continue
        opener = scene.between(frame.start, frame.start + 12).split()[:1]
        if scene.language.sequence.isdisjoint(opener):
            continue
        only_damage = all(t.kind == "damage" for t in before.triggers)
        led_to_it = (
            bool(before.places or not before.triggers)
            and only_damage
            and not (before.casualties or before.unreal)
        )
        deed = frame.weapons or frame.victims
        told = any(t.voice != "noun" and t.kind != "casualty" for t in frame.triggers)
        halted = frame.reported_attack and any(u.where.fine for u in before.places)
        halted = (
            halted and scene.language.halted_work.search(scene.between(before.start, before.end)) is not None
        )
        if led_to_it and ((deed and told) or halted) and not _speaks(scene, before):
            frame.background = False
            if halted:
                before.parties = []  # who stopped work did not do it
            if frame.places:
                before.places = []  # "Sirens sounded in A after a drone was shot down over B"


def _speaks(scene: Scene, frame: Frame) -> bool:
    """Whether a clause tells what somebody says of a deed: its places are where that was said."""
    return any(scene.has(f"cues.{tag}", frame.start, frame.end) for tag in ("report", "reaction"))


def _lend_subjects(scene: Scene, frames: list[Frame]) -> None:
    """A clause that names nobody has the subject of the clause before: "the group fired at A and shelled B"."""
    last: Party | None = None
    for frame in frames:
        own = next((p for p in frame.parties if p.side == "attacker"), None)
        if own is not None:
            last = own
        elif (
            last is not None
            and frame.triggers
            and not frame.background
            and scene.language.of_whom.isdisjoint(scene.between(frame.start, frame.start + 12).split()[:1])
            and last.actor not in frame.side("target")
        ):
            frame.parties.append(last._replace(weight=0.9, why="subject of the clause before"))


def _is_denial(scene: Scene, frame: Frame) -> bool:
    """Whether a clause says what did not happen; its places are no other deed's: "لم تسجل غارات على …"."""
    return frame.unreal and bool(frame.places) and not scene.language.subject_first


def _join_clauses(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Joins the clauses of a sentence that tell of one event; a clause without a trigger lends its places."""
    joined: list[Frame] = []
    for frame, behind in zip_longest(frames, frames[1:]):
        last = joined[-1] if joined else None
        apart = frame.background or frame.reply or (last is not None and _is_denial(scene, last))
        apart = apart or (last is not None and _is_more_news(scene, last, frame))
        apart = apart or (last is not None and _is_on_another_day(scene, last, frame))
        apart = apart or (last is not None and _adds_up(last, frame))
        apart = apart or (last is not None and behind is not None and _goes_on_to(scene, last, frame, behind))
        apart = apart or (last is not None and _is_of_the_other_side(scene, last, frame))
        if last is not None and not apart and (_tell_of_one(last, frame) or _tells_on(scene, last, frame)):
            opener = scene.between(frame.start, frame.start + 12).split()[:1]
            _join(last, frame, led_to=not scene.language.sequence.isdisjoint(opener))
            if _lists_a_place(scene, last, frame):
                last.places += [use for use in _of_one_rank(frame.places) if use not in last.places]
        else:
            joined.append(frame)
    for frame in joined:
        frame.foreign = tuple((f.start, f.end) for f in joined if f is not frame and f.triggers)
    for frame, behind in pairwise(joined):
        if _are_of_one_day(scene, frame, behind):
            frame.dates = behind.dates = frame.dates or behind.dates
    return joined


def _are_of_one_day(scene: Scene, frame: Frame, behind: Frame) -> bool:
    """Whether one day is of both deeds: "shells killed a woman in A and a drone wounded two men in B on Sunday"."""
    if bool(frame.dates) is bool(behind.dates) or behind.reply or behind.another:
        return False
    if not all(any(u.where.precision != "country" for u in f.places) for f in (frame, behind)):
        return False  # "four attacks in Iraq, and three of them fell on Sunday"
    if ";" in scene.text[behind.start - _MARK : behind.start]:
        return False
    link = scene.between(behind.start, behind.start + 8).split()[:1]
    news = frame.triggers and behind.triggers and not (frame.background or behind.background)
    return not scene.language.listing.isdisjoint(link) and bool(news)


def _adds_up(last: Frame, frame: Frame) -> bool:
    """Whether a clause adds up many deeds behind the victims of one: "…, adding that 17 had died since January"."""
    return frame.many and not last.many and last.victims and any(c.total for c in frame.casualties)


def _is_on_another_day(scene: Scene, last: Frame, frame: Frame) -> bool:
    """Whether it opens with "and" and a day, behind a deed that has one: "…, and on Wednesday drones wounded 46"."""
    link = scene.language.coordination.match(scene.text, frame.start - 1)
    if link is None or not (last.triggers and last.dates and frame.triggers):
        return False
    return opening_day(scene, link.end(), frame.triggers[0].start) is not None


def _is_more_news(scene: Scene, last: Frame, frame: Frame) -> bool:
    """Whether a headline goes on behind a semicolon with a deed elsewhere: "Bus torn apart in A; four shot in B"."""
    if frame.is_body or not (last.places and frame.places and frame.triggers):
        return False
    return ";" in scene.text[frame.start - _MARK : frame.start]


def _is_of_the_other_side(scene: Scene, last: Frame, frame: Frame) -> bool:
    """Whether it sets the other side's deed against one: "…, while a soldier died in an Israeli strike"."""
    opener = scene.between(frame.start, frame.start + 12).split()[:1]
    if not frame.is_body or scene.language.meanwhile.isdisjoint(opener):
        return False
    if all(t.kind in _EFFECTS for t in frame.triggers):
        return False
    before, by = last.side("attacker", NAMED), frame.side("attacker", NAMED)
    return bool(last.places and before and by) and before.isdisjoint(by)


def _goes_on_to(scene: Scene, last: Frame, frame: Frame, behind: Frame) -> bool:
    """Whether a list of deeds goes on to the next place: "in A, where shells hit a clinic, and in B, where …"."""
    if not (last.triggers and last.places and frame.places and behind.triggers) or frame.triggers:
        return False
    said, then = scene.between(frame.start, frame.end), scene.between(behind.start, behind.end)
    return bool(scene.language.and_in.match(said)) and bool(scene.language.where_there.match(then))


def _of_one_rank(places: list[Use]) -> list[Use]:
    """The first of some places, and those that are as narrow: "three over A and two over B", not what holds them."""
    return [use for use in places if use.where.precision == places[0].where.precision]


def _lists_a_place(scene: Scene, last: Frame, frame: Frame) -> bool:
    """Whether a clause is only one more place of a list: "على غزة، وخان يونس، ورفح، …", "a depot in A; a post in B"."""
    if frame.triggers or not frame.places or (len(frame.places) > 1 and scene.language.subject_first):
        return False
    if scene.language.subject_first:
        return ";" in scene.text[frame.start - _MARK : frame.start] and _announces(scene, last)
    use = frame.places[0]
    if (
        last.triggers
        and last.places
        and scene.language.more_targets.match(scene.between(frame.start, use.start))
    ):
        return True  # "قصفت كوباني، ومواقع للجيش في محيط تل رفعت"
    before = scene.between(frame.start, use.start).split()
    behind = scene.between(use.end, frame.end).strip(" ،,.")
    return (
        len(frame.places) == 1
        and not behind
        and all(word in _AND_PLACE or word in scene.language.town_words for word in before)
    )


def _announces(scene: Scene, frame: Frame) -> bool:
    """Whether a colon stands between a deed and its first place: "Three places were bombed: a depot in A"."""
    if not (frame.triggers and frame.places):
        return False
    return ":" in scene.text[frame.triggers[0].end : frame.places[0].start]


def _tell_of_one(last: Frame, frame: Frame) -> bool:
    if last.background and frame.triggers and (frame.places or frame.resumes):
        return False
    if last.background and not frame.triggers:
        return not frame.places
    return not (last.triggers and last.places and frame.triggers and frame.places)


def _tells_on(scene: Scene, last: Frame, frame: Frame) -> bool:
    """Whether it says where the past deed right before it was: "followed strikes, which were flown near A"."""
    bare = last.background and bool(last.triggers) and not last.places and not frame.triggers
    opener = " ".join(scene.between(frame.start, min(frame.end, frame.start + 24)).split()[:2])
    return bare and opener in scene.language.told_on


def _sets_the_stage(into: Frame, more: Frame) -> bool:
    """Whether a clause without a deed only names the town by which one was: "what befell A, when shells hit camp B"."""
    if into.triggers or not more.triggers or not more.is_body:
        return False
    first, then = ([u.where for u in f.places if u.where.fine] for f in (into, more))
    if len(first) != 1 or not then or len(first) != len(into.places):
        return False
    town = first[0]
    near = all(distance_km(town.lon, town.lat, w.lon, w.lat) <= _BY_A_TOWN_KM for w in then)
    return near and all(w.place.id != town.place.id and w.place.country == town.place.country for w in then)


def _join(into: Frame, more: Frame, *, led_to: bool) -> None:
    if more.triggers and not into.triggers:
        into.background = more.background
        if led_to and any(d.kind not in ("time", "period") for d in more.dates):
            into.dates = []  # "closed on Tuesday after a drone hit the field on Monday"
    if _sets_the_stage(into, more):
        into.places = []
    # "… struck the base, in the province of X": the first place is the event's.
    if not (into.places and more.places and into.triggers and not more.triggers):
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
