"""Deeds of a whole country, province or sea: which stand beside those that are told of its towns."""

from __future__ import annotations

from geomap.extract.clauses.answered import is_answered
from geomap.extract.clauses.counting import A_RAID
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Event
from geomap.extract.scene import Scene
from geomap.extract.story.matching import dates_agree, is_of_the_statement, same_dead, sides_clash

_ON_LAND = ("city", "town", "village", "suburb")
_OPENING = 24  # characters with which a sentence opens
_AIMED_AT = 1.0  # the weight of whom a deed was aimed at
_GUESSED = 0.3  # the trust in a day that no word of the text gives the deed
_COUNTED_WITHIN = 24  # characters from a number to the deeds that it counts
_TWO_DAYS = 1  # days between them: "in the past 24 hours"


def has_victims(event: Event) -> bool:
    """Whether somebody is said to have been killed or hurt in it."""
    return any(f.victims for f in event.frames)


def is_one_days_work(scene: Scene, frame: Frame) -> bool:
    """Whether one side did all that is counted on one day: "US forces conducted five strikes in Yemen on Sunday"."""
    first = min((t.start for t in frame.triggers), default=frame.end)
    dates = [d for d in frame.dates if d.start > first] or frame.dates  # behind the day on which it was said
    one = [d for d in dates if not d.is_since and (d.kind == "today" or d.weekday is not None or d.day)]
    doer = any(p.side == "attacker" and p.weight >= STATED for p in frame.parties)
    counted = (n for t in frame.triggers for n in scene.numbers_in(t.start - _COUNTED_WITHIN, t.start))
    few = all((n.low or 0) <= A_RAID for n in counted)
    return len(one) == 1 == len(dates) and doer and few and len(frame.places) == 1 and frame.is_body


def _fires_at_sea(scene: Scene, frame: Frame) -> bool:
    """Whether arms went at a ship once, or into the sea: a statement of that need not say the day."""
    if _flies_into(scene, frame) and frame.weapons:
        return frame.is_body and not (frame.many or frame.background)
    deeds = [t for t in frame.triggers if t.kind not in ("casualty", "interception")]
    once = any(t.voice in ("active", "passive") for t in deeds)
    # What is only launched may fly far inland: "by a submarine in the Black Sea".
    once = once and any(t.kind not in ("launch", "conduct") for t in deeds)
    return bool(frame.weapons) and once and frame.is_body and not (frame.many or frame.background)


def _flies_into(scene: Scene, frame: Frame) -> bool:
    """Whether a sea is where arms flew: "launched three missiles into the Gulf of Aden"."""
    seas = (u for u in frame.places if u.where.precision == "sea")
    return any(scene.language.flown_into.search(scene.between(frame.start, u.start)) for u in seas)


def _is_plain_news(frame: Frame) -> bool:
    """Whether a frame tells of one deed with arms by a verb: "fired dozens of rockets at a barracks in the Golan"."""
    told = any(t.voice != "noun" and t.kind not in ("casualty", "damage") for t in frame.triggers)
    return told and bool(frame.weapons) and not (frame.background or frame.many or frame.unreal)


def _fires_so_many(frame: Frame) -> bool:
    """Whether somebody who is named fired so many at a whole country: "two missiles were launched from Yemen at it"."""
    return frame.munitions is not None and bool(frame.side("attacker")) and _is_plain_news(frame)


def _opens_the_news(scene: Scene, frame: Frame) -> bool:
    """Whether an article opens with who struck whom: "The US has carried out airstrikes on sites of the group in A"."""
    first = next((s for s in scene.sentences if s.role == "body"), None)
    if frame.sentence is not first or any(d.is_since for d in frame.dates) or not _is_plain_news(frame):
        return False
    return bool(frame.side("attacker", STATED)) and bool(frame.side("target", _AIMED_AT))


def _lists_areas(frame: Frame) -> bool:
    """Whether a frame tells by a verb of one deed in several provinces: "bases in A, B and C provinces were hit"."""
    areas = {u.where.place.id for u in frame.places if u.where.precision == "governorate"}
    told = any(t.voice != "noun" and t.kind not in ("casualty", "damage", "launch") for t in frame.triggers)
    return len(areas) > 1 and told and not (frame.background or frame.many or frame.unreal)


def _is_told_as_another(scene: Scene, event: Event, later: Event) -> bool:
    """Whether a deed in a town of an area is told as another: "In another incident, settlers near Nablus …"."""
    if not (later.first.another and event.first.is_body and event.first.start < later.first.start):
        return False
    sentence = later.first.sentence
    return scene.has("cues.another", sentence.start, min(sentence.end, sentence.start + _OPENING))


def _is_what_it_answered(scene: Scene, struck: Event, event: Event) -> bool:
    """Whether who struck says only why: "gunmen had fired at its troops in the south and they returned fire"."""
    frame = event.first
    mine = struck.side("attacker") & event.side("target")
    said = scene.between(frame.sentence.start, frame.sentence.end)
    return bool(mine) and not has_victims(event) and scene.language.fires_back.search(said) is not None


def _is_counted_in(event: Event, wide: Event) -> bool:
    """Whether as many died at a place, in the same country, as in the area that a headline or the lead names."""
    here = event.where.place.country in (wide.where.place.country, None) and not event.second
    if wide.first.is_body and wide.where.precision == "governorate":
        here = here and wide.where.place.admin1 == event.where.place.admin1
    return here and same_dead(event, wide) and dates_agree(event.date, wide.date)


def stands_alone(scene: Scene, event: Event, fine: list[Event]) -> bool:
    """Whether a deed of an area is none of those that are told of its towns, and enough is said of it."""
    inside = [e for e in fine if not e.second and scene.atlas.contains(event.where.place, e.where.place)]
    inside = [e for e in inside if event.background or not is_answered(scene, e.first)]
    inside = [e for e in inside if not (has_victims(event) and _is_told_as_another(scene, event, e))]
    if event.where.precision == "sea" and any(f.weapons for f in event.frames):
        inside = [e for e in inside if e.where.place.kind not in _ON_LAND]  # a ship at sea is not the port
    same = (e for e in inside if not sides_clash(e, event.first) or _is_what_it_answered(scene, e, event))
    if any(dates_agree(e.date, event.date) or is_of_the_statement(event, e) for e in same):
        return False
    if any(_is_counted_in(e, event) for e in fine):
        return False
    if event.where.precision == "sea" and any(_fires_at_sea(scene, f) for f in event.frames):
        return True
    if event.where.precision == "country" and _opens_the_news(scene, event.first):
        return True
    guessed = event.dated is None or event.trust <= _GUESSED
    plain = event.where.precision == "governorate" and any(
        _is_plain_news(f) or _lists_areas(f) for f in event.frames
    )
    plain = plain or any(_fires_so_many(f) for f in event.frames)
    if guessed and event.first.is_body and not plain and not any(f.victims for f in event.frames):
        return False
    if event.where.precision != "country" and event.first.is_body:
        told = plain or any(f.weapons or f.casualties for f in event.frames)
        return (told and not event.background) or event.trust >= 0.5
    if any(f.victims for f in event.frames):
        return True
    plural = tuple(scene.language.plural_endings)
    one = any(t.voice != "noun" or not t.text.endswith(plural) for f in event.frames for t in f.triggers)
    return one and event.date is not None and (event.date.end - event.date.start).days <= _TWO_DAYS
