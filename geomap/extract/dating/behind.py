"""Days counted from one that the next words name: "five days before Christmas", "a day after Sunday's raid, …".

Or from a deed that the article has told: "Two days after the attack on A, …", "… two days after A".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.dates import DateRange
from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.spans import away
from geomap.extract.dates.when import DatePhrase
from geomap.extract.days.named import day_named
from geomap.extract.event import Dated, Event
from geomap.extract.places.counted_from import counts_from_a_name, ends_there, names_the_place
from geomap.extract.scene import Scene

_REACH = 40  # characters from the count to the day
_WORDS = 4  # between them: "the parliamentary election of"
_NAMES_A_DAY = ("date", "weekday", "today")
_OPENS = 3  # characters before a count that opens its sentence
_DEED = 90  # characters of the deed that is counted from, with its day
_COMMA = re.compile("[,،;]")
_ITS_WORDS = 3  # "the attack", "the drone attack"


def from_the_day_behind(scene: Scene, phrase: DatePhrase) -> DateRange | None:
    """The day that lies so many days before or after a date which only what is no deed stands before.

    Args:
        scene: The article.
        phrase: "five days before", "a day after".
    """
    if phrase.unit != "day" or phrase.low is None or phrase.low != phrase.high or not phrase.shift:
        return None
    dates = scene.dates_in(phrase.end, phrase.end + _REACH)
    if not dates or dates[0].kind != "date" or dates[0].day is None:
        return None
    between = scene.text[phrase.end : dates[0].start]
    deeds = scene.has("triggers.", phrase.end, dates[0].start)
    if deeds or len(between.split()) > _WORDS or "," in between:
        return None
    days = day_named(scene, dates[0])
    return away(days, phrase, phrase.shift) if days is not None and days.precision == "day" else None


def counted_at_the_opening(scene: Scene, frame: Frame) -> Dated | None:
    """The day of a deed that its sentence counts from another day: "Two days before Monday's raid, a bomb killed two".

    Args:
        scene: The article.
        frame: The deed behind the comma.
    """
    opens = frame.sentence.start
    phrase = next(iter(scene.dates_in(opens, opens + _REACH)), None)
    if phrase is None or not _opens_it(scene, phrase, opens) or phrase.unit != "day" or not phrase.shift:
        return None
    if phrase.low is None or phrase.low != phrase.high:
        return None
    comma = _COMMA.search(scene.text, phrase.end, phrase.end + _DEED)
    if comma is None or not any(t.start > comma.start() for t in frame.triggers):
        return None
    named = [d for d in scene.dates_in(phrase.end, comma.start()) if d.kind != "time"]
    if len(named) != 1 or named[0].kind not in ("date", "weekday") or named[0].is_since:
        return None
    days = day_named(scene, named[0])
    if days is None or days.precision != "day":
        return None
    why = f"{phrase.text!r} counted from {named[0].text!r}, which opens its sentence"
    return Dated(away(days, phrase, phrase.shift), phrase, why, 0.8)


def counted_from_one_told(scene: Scene, told: Sequence[Event], frame: Frame) -> Dated | None:
    """The day of a deed counted from one told before: "Two days after the attack, a bomb …", "… a day after A".

    Args:
        scene: The article.
        told: The events that it has told so far.
        frame: The deed.
    """
    for phrase in scene.dates_in(frame.sentence.start, frame.sentence.end):
        if not counts_from_a_name(scene, phrase) or not phrase.shift:
            continue
        if (base := _meant_by(scene, told, frame, phrase)) is not None:
            return Dated(base, phrase, f"{phrase.text!r} names it again", 0.8)
        end = _end_of_what_is_told(scene, frame, phrase)
        event = _told_there(scene, told, phrase, end) if end is not None else None
        if event is None or event.date is None:
            continue
        why = f"{phrase.text!r} counted from the event at {event.where.name}"
        return Dated(away(event.date, phrase, phrase.shift), phrase, why, 0.8)
    return None


def _meant_by(scene: Scene, told: Sequence[Event], frame: Frame, phrase: DatePhrase) -> DateRange | None:
    """The day of the deed told before that opens the sentence again: "Two days after the A bombing, …"."""
    comma = _COMMA.search(scene.text, phrase.end, phrase.end + _DEED)
    if comma is None or not _opens_it(scene, phrase, frame.sentence.start):
        return None
    again = frame.triggers and all(phrase.end < t.start and t.end <= comma.start() for t in frame.triggers)
    first = scene.between(phrase.end, comma.start()).split()[:1]
    if not again or scene.language.definite.isdisjoint(first):
        return None
    if not any(m.places for m in scene.mentions(phrase.end, comma.start())):
        return None
    event = _told_there(scene, told, phrase, comma.start())
    return event.date if event is not None else None


def _end_of_what_is_told(scene: Scene, frame: Frame, phrase: DatePhrase) -> int | None:
    """Where the name of the deed ends from which a phrase counts; None where it counts nothing of the frame's."""
    ends = [cue.end for cue in scene.cues("triggers.", phrase.end, phrase.end + _REACH)]
    deeds = [end for end in ends if _is_a_deed(scene, phrase.end, end)]
    if _opens_it(scene, phrase, frame.sentence.start):
        if any(t.voice != "noun" and t.start > end for end in deeds for t in frame.triggers):
            return deeds[0]  # "two days after the attack gunmen shot dead …"
        comma = _COMMA.search(scene.text, phrase.end, phrase.end + _DEED)
        opens = comma is not None and any(t.start > comma.start() for t in frame.triggers)
        return comma.start() if comma is not None and opens else None
    if frame.background or any(d.kind in _NAMES_A_DAY for d in frame.dates):
        return None
    if not any(t.end <= phrase.start for t in frame.triggers):
        return None
    for mention in scene.mentions(phrase.end, phrase.end + _REACH):
        if mention.places and names_the_place(scene, phrase, mention):
            return mention.end
    return next((end for end in deeds if ends_there(scene, end)), None)


def _opens_it(scene: Scene, phrase: DatePhrase, start: int) -> bool:
    """Whether a count opens its sentence: "Two days after …", "Just two days after …"."""
    if phrase.start - start <= _OPENS:
        return True
    return scene.language.opens_a_count.match(scene.between(start, phrase.start)) is not None


def _told_there(scene: Scene, told: Sequence[Event], phrase: DatePhrase, end: int) -> Event | None:
    """The event that a count names, of one day: the last at the place named, else the news."""
    if any(d.kind != "time" for d in scene.dates_in(phrase.end, end)):
        return None
    dated = [e for e in told if e.date is not None and e.date.precision == "day"]
    places = {place for m in scene.mentions(phrase.end, end) for place in m.places}
    if places:
        return next((e for e in reversed(dated) if e.where.place.id in places), None)
    news = [e for e in told if not e.background]
    of_one_day = len({e.date for e in news}) == 1 and news[-1] in dated
    return news[-1] if of_one_day and _is_a_deed(scene, phrase.end, end) else None


def _is_a_deed(scene: Scene, start: int, end: int) -> bool:
    """Whether words only say which deed is meant: "the attack", "that raid"."""
    words = scene.between(start, end).split()
    if len(words) > _ITS_WORDS or scene.language.determiners.isdisjoint(words[:1]):
        return False
    return any(c.end == end and c.tag.endswith(".nouns") for c in scene.cues("triggers.", start, end))
