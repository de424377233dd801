"""Whether a deed is a second one where one was told: "hours later the same city", "in the evening shells fell"."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.narrative import hour_of
from geomap.extract.event import Dated, Event, Told
from geomap.extract.scene import Scene
from geomap.extract.story.matching import ALIKE, Closeness, arms_differ, closeness
from geomap.resolve import Where

_PARAGRAPHS = 2  # behind the first deed, in which a second one may follow
_APART = 3  # hours between two deeds, from which on the later is another one
_INHERITED = 0.3  # trust in a day that is another deed's
_EFFECTS = ("casualty", "damage")
_OF_ONE_ASSAULT = {"bomb", "ied", "other", "gunfire"}  # who blows up a gate may shoot for hours behind it
_NAMES_A_DAY = ("date", "weekday", "today")


def is_anew(scene: Scene, told: Told, frame: Frame) -> bool:
    """Whether a deed without a place is a second one where the one just told was: "hours later … the same city"."""
    event = told.current
    if event is None or event.dated is None or not _may_follow(event, frame):
        return False
    later = any(is_later(d) for d in frame.dates)
    # "For the second time they shelled the city" tells nothing of another time.
    again = frame.repeat and bool(frame.dates or frame.weapons or frame.casualties)
    anew = again or (later and frame.another) or strikes_later(scene, event, frame)
    return anew and scene.has("cues.same_place", frame.start, frame.end)


def first_here(scene: Scene, told: Told, where: Where, frame: Frame) -> Event | None:
    """The deed told of a place before, where this one is a second there."""
    here = (e for e in told.events if closeness(e.where, where, scene.atlas) is not Closeness.APART)
    return next((e for e in here if frame.repeat or strikes_later(scene, e, frame)), None)


def day_of_the_first(first: Event) -> Dated | None:
    """The day of a first deed, for the second behind it."""
    if first.dated is None:
        return None
    why = f"told behind the event at {first.where.name}, which is dated"
    return Dated(first.dated.range, first.dated.phrase, why, _INHERITED)


def strikes_later(scene: Scene, event: Event, frame: Frame) -> bool:
    """Whether other arms strike at a later hour of an event's day: "… in the morning. In the evening shells fell"."""
    if event.date is None or event.date.precision != "day" or event.background:
        return False
    if not _may_follow(event, frame) or not _tells_by_a_verb(frame) or not _first_was_told(event):
        return False
    said = scene.dates_in(frame.sentence.start, frame.end)
    if any(d.kind in _NAMES_A_DAY for d in said):
        return False
    if any(_is_hours_later(d) for d in said):
        return arms_differ(event.weapons, set(frame.weapons), (*ALIKE, _OF_ONE_ASSAULT))
    if not arms_differ(event.weapons, set(frame.weapons), ALIKE):
        return False
    hours = [hour for d in said if (hour := hour_of(d)) is not None]
    before = [hour for f in event.frames for d in f.dates if (hour := hour_of(d)) is not None]
    return bool(hours and before) and hours[0] - max(before) >= _APART


def is_later(phrase: DatePhrase) -> bool:
    """Whether a phrase counts days from the deed onwards."""
    return phrase.needs_reference and (phrase.shift or 0) > 0


def _is_hours_later(phrase: DatePhrase) -> bool:
    """Whether it is "two hours later", "later that day"; what follows in minutes is of one deed."""
    later_that_day = phrase.kind == "offset" and phrase.shift == 0 and phrase.which is None
    return phrase.unit != "minute" and (is_later(phrase) or later_that_day)


def _may_follow(event: Event, frame: Frame) -> bool:
    """Whether a frame is news right behind an event."""
    news = frame.reported_attack and frame.is_body and not (frame.background or frame.many or frame.reply)
    return news and event.told_near(frame, _PARAGRAPHS)


def _tells_by_a_verb(frame: Frame) -> bool:
    return any(t.voice != "noun" and t.kind not in _EFFECTS for t in frame.triggers)


def _first_was_told(event: Event) -> bool:
    """Whether the text itself has told of an event, and not only its headline."""
    return any(f.is_body and f.reported_attack for f in event.frames)
