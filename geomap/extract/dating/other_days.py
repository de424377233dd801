"""Days beside a deed on which it was not done: since when, until when, of what went before, of what is to come."""

from __future__ import annotations

import datetime as dt

from geomap.extract.clauses.frames import Frame
from geomap.extract.dates.when import DatePhrase, resolve_date
from geomap.extract.dating.since import counts_back
from geomap.extract.days.named import dates_a_report, gives_a_toll, is_of_a_pact
from geomap.extract.days.narrative import says_only_the_hour
from geomap.extract.scene import Scene

_DAYS = ("date", "weekday", "today", "night")
_OWN_WITHIN = 12  # characters from a deed to its own day
_OPENS, _CLOSES = frozenset("\"“«‘'"), frozenset("\"”»’'")


def is_no_day_of_a_deed(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it says since when, or names a day to come; "since the army took A on Friday" has its own day."""
    if phrase.governor == "until" or says_only_the_hour(phrase) or _is_a_name(scene, phrase):
        return True
    if _compares(scene, phrase, frame) or _counts_only(scene, phrase, frame):
        return True
    if is_of_a_pact(scene, phrase) or was_hardly_over(scene, phrase, frame) or _recalls(scene, phrase, frame):
        return True
    if _is_of_what_befell_before(scene, phrase, frame):
        return True
    if _is_of_what_had_been(scene, phrase, frame) or _is_to_come(scene, phrase):
        return True
    if phrase.kind == "today" and (phrase.shift or 0) > 0:
        return True
    if not phrase.is_since or _is_of_what_began(scene, phrase, frame) or counts_back(scene, phrase, frame):
        return False
    opens_with_since = scene.between(frame.start, frame.end).split()[:1] == ["since"]
    return phrase.governor == "since" or not (
        opens_with_since and frame.triggers[:1] and frame.triggers[0].start < phrase.start
    )


def was_hardly_over(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it is of what went before: "Hardly had they buried the dead of Saturday when the capital was hit"."""
    start = frame.sentence.start
    if not scene.language.hardly.match(scene.between(start, phrase.start)):
        return False
    return phrase.end <= max((t.start for t in frame.triggers), default=frame.end)


def _recalls(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it is of what only recalls an older deed, which has its day: "Sunday's raid recalls one of 2 May"."""
    if scene.language.recalls.match(scene.between(phrase.end, frame.end)) is None:
        return False
    behind = scene.dates_in(phrase.end, frame.sentence.end)
    return any(d.kind == "date" and d.day is not None for d in behind)


def _is_of_what_befell_before(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it closes an aside on the subject: "a man who was abducted on Monday was shot dead on Friday"."""
    language, start = scene.language, frame.sentence.start
    opens = max(start, scene.text.rfind(",", start, phrase.start) + 1)
    if language.relatives.isdisjoint(scene.between(opens, phrase.start).split()):
        return False
    main = next((trigger for trigger in frame.triggers if trigger.start >= phrase.end), None)
    if main is None or phrase.kind not in _DAYS:
        return False
    gap = scene.between(phrase.end, main.start).split()
    end = frame.sentence.end
    later = [d for d in scene.dates_in(main.end, end) if d.kind in _DAYS]
    later = [d for d in later if not dates_a_report(scene, d, frame.start, end)]
    return bool(later) and (not gap or gap[0] in language.auxiliaries)


def _is_of_what_had_been(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it is of what had been before the deed: "hit a base that they had left on 20 October"."""
    before = [t.end for t in frame.triggers if t.end <= phrase.start]
    if not before:
        return False
    between = scene.between(max(before), phrase.start)
    return scene.language.had_been.search(between) is not None


def _is_to_come(scene: Scene, phrase: DatePhrase) -> bool:
    """Whether it is the day of what is still to come: "raids go on before the vote, which is set for 28 June"."""
    today = scene.anchor.day
    if not phrase.ahead or today is None:
        return False
    days = resolve_date(phrase, anchor=today).range
    return days is not None and days.start > today + dt.timedelta(days=1)


def _is_of_what_began(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether "since" goes with the deed and the day is its own: "on edge since the killing of A on 31 July"."""
    if phrase.governor == "since" or not frame.triggers or frame.triggers[0].end > phrase.start:
        return False
    words = scene.between(frame.start, frame.triggers[0].start).split()
    return not scene.language.since.isdisjoint(words)


def _compares(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether a deed told before is measured by it: "it was the worst raid this year"."""
    if phrase.kind not in ("period", "window") or phrase.day is not None:
        return False
    before = scene.between(frame.start, phrase.start)
    most = scene.language.superlative.search(before)
    if most is None:
        return False
    told = scene.cues("triggers.", frame.start, phrase.start)
    return not frame.places or any(scene.between(frame.start, t.end) in before[: most.start()] for t in told)


def _counts_only(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether it is the day on which the dead of a deed told before were counted: "on Sunday the toll was 14"."""
    if frame.places or frame.reported_attack:
        return False
    return gives_a_toll(scene, phrase, frame.sentence.start, frame.sentence.end)


def _is_a_name(scene: Scene, phrase: DatePhrase) -> bool:
    """Whether a day and a month alone stand between quotes: a newspaper, a square, a movement."""
    text = scene.text
    quoted = text[max(0, phrase.start - 1)] in _OPENS and text[phrase.end : phrase.end + 1] in _CLOSES
    return phrase.kind == "date" and phrase.year is None and quoted


def stands_behind_its_deed(date: DatePhrase, frame: Frame) -> bool:
    """Whether a day of a month stands right behind the deed: "weeks after a raid on 3 March, a man mourns"."""
    if date.kind != "date" or date.day is None or not frame.triggers:
        return False
    return 0 <= date.start - frame.triggers[0].end <= _OWN_WITHIN
