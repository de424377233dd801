"""When, where the text gives a deed no day: the day of the story that it is told in, else the days of the news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from geomap.dates import DateRange, in_words, on_day, spanning
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.past import is_past_perfect
from geomap.extract.dates.when import DatePhrase, resolve_date
from geomap.extract.dating.by_then import done_by, was_done_by
from geomap.extract.dating.told_behind import told_behind
from geomap.extract.dating.unsaid import day_is_unsaid, is_of_another_further_on
from geomap.extract.days.named import dates_a_journey, dates_a_report, day_named
from geomap.extract.days.narrative import HOURS, Narrative, hour_of
from geomap.extract.event import Dated, Event, Told
from geomap.extract.places.not_places import dateline_end
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence

NEWS_DAYS = 3  # how old news may be that is told without a day
_NEWS_TRUST = 0.6  # from here on the article's day is good for a range of days, if not for one
_STORY_TRUST = 0.5  # from here on a day is the deed's, or that of the report of it
_DEED_TRUST = 0.8  # from here on it is the deed's own
_LOOKED_BACK = 12  # date phrases among which the day of the story is looked for
_HEADED = 5  # paragraphs below a headline in which its deed is told
_OPENS = 4  # characters at the head of a sentence
_TOP = 3  # lines in which the page names its own day
_TITLES = 5  # sentences among which is the title of a summary
_SAID_BEFORE = 80  # characters before an hour in which its line says until when
_LEAD = 2  # sentences that open the text
_OF_WHOM = 32  # characters of "'s martyrs"
_CLOCK = 5  # characters of "08:47"
_NAMES_A_DAY = ("date", "weekday", "today", "night")


def date_the_rest(scene: Scene, told: Told, narrative: Narrative) -> None:
    """Dates the events that the text gives no day: by the story they are told in, or as news of the article's day."""
    begun = {frame.sentence.start: event for event in told.events for frame in event.frames}
    unsaid = [e for e in told.events if e.dated is None and day_is_unsaid(scene, e)]
    for event in [e for e in told.events if e.dated is None and not e.background and e not in unsaid]:
        event.dated = (
            done_by(scene, event.first)
            or told_behind(scene, event, {start for start, other in begun.items() if other is not event})
            or _of_the_entry(scene, event)
            or _of_the_headline(scene, told, event)
            or _of_the_dead_before(scene, event)
            or _of_the_story(scene, told, narrative, event)
            or _of_the_list(scene, event)
            or _of_the_paragraph(scene, narrative, event)
            or _of_the_summary(scene, event)
            or _of_this_morning(scene, event)
        )
        event.dated = _not_before_what_it_answers(scene, event)
    for event in told.events:
        if event.dated is None and event.first.background:
            event.dated = _of_the_night_before(scene, narrative, event.first)
    anchor = scene.anchor
    if anchor.day is None or anchor.trust < _NEWS_TRUST:
        return
    for event in told.events:
        if _is_an_undated_past(scene, event):
            continue  # in a headline it is the news that the news followed: "held after the blast in A"
        if event.dated is None and was_done_by(scene, event.first) is not None:
            continue  # "by early December": before the news
        if event.dated is None and not _is_of_an_unsaid_past(scene, event.first):
            only = None if event in unsaid else _of_the_only_day(scene, told, narrative, event)
            event.dated = only or _as_news(scene)
            event.dated = _not_before_what_it_answers(scene, event)


def _not_before_what_it_answers(scene: Scene, event: Event) -> Dated | None:
    """Of an answer to a deed, not only the day of that: any day from it up to the article's."""
    dated, today, sentence = event.dated, scene.anchor.day, event.first.sentence
    if dated is None or today is None or dated.range.precision != "day":
        return dated
    opens = scene.language.in_reply.match(scene.between(sentence.start, sentence.end))
    if opens is None or not 0 < (today - dated.range.start).days <= NEWS_DAYS:
        return dated
    days = spanning(dated.range.start, today)
    return Dated(days, dated.phrase, f"an answer, later than what was {dated.why}", dated.trust)


def _of_the_night_before(scene: Scene, narrative: Narrative, frame: Frame) -> Dated | None:
    """What went before the news of a day at a late hour: "the raids came after rockets were fired around midnight"."""
    own = scene.dates_in(frame.start, frame.end)
    hours = [hour for d in own if d.kind == "time" and (hour := hour_of(d)) is not None]
    story = narrative.story
    if len(own) != 1 or not hours or story is None or not frame.is_body:
        return None
    if 0 < hours[0] < HOURS["evening"] or story.days.precision != "day" or not _is_news(scene, story.days):
        return None
    days = spanning(story.days.start - dt.timedelta(days=1), story.days.start)
    return Dated(days, own[0], f"{own[0].text!r}, before the deed of {story.days.start}", 0.4)


def _is_an_undated_past(scene: Scene, event: Event) -> bool:
    """Whether it is only what the news answered: "in response to a raid on A", not "hours before the raid on A"."""
    if event.background:
        return event.first.sentence.role != "headline"
    sentence = event.first.sentence
    near = any(d.needs_reference for d in scene.dates_in(sentence.start, sentence.end))
    return event.first.background and sentence.role != "headline" and not near


def _as_news(scene: Scene) -> Dated:
    """Some day of the last days before the article."""
    today = scene.anchor.day
    assert today is not None
    why = f"no day is given; the article of {today} tells it as news"
    days = DateRange(today - dt.timedelta(days=NEWS_DAYS), today, "week")
    return Dated(days, None, why, 0.2)


def _of_the_paragraph(scene: Scene, narrative: Narrative, event: Event) -> Dated | None:
    """The day, the month or the year that the paragraph has reached: "Many recall October 2017. A lorry bomb …"."""
    frame = _in_the_text(event)
    own = scene.dates_in(frame.start, frame.end)
    told = scene.dates_in(frame.sentence.start, frame.end)
    if not frame.is_body or any(d.kind != "time" for d in own) or any(d.needs_reference for d in told):
        return None
    stand = narrative.reached(frame.sentence, frame.start)
    if stand is None or not _may_go_on(scene, stand.phrase, frame):
        return None
    why = f"told behind {stand.phrase.text!r}: {in_words(stand.days)}"
    return Dated(stand.days, stand.phrase, why, 0.3)


def _of_the_entry(scene: Scene, event: Event) -> Dated | None:
    """The article's day, where entries open with the clock: each tells of its own hours, not of another's day."""
    sentence, today = event.first.sentence, scene.anchor.day
    if today is None or not scene.is_told_by_the_hour:
        return None
    beside = scene.sentences_of(sentence.paragraph - 2, sentence.end)
    head = next((s for s in reversed(beside) if scene.opens_with_the_clock(s)), None)
    if head is None:
        return None
    named = scene.dates_in(head.start, sentence.end)
    if any(d.kind in _NAMES_A_DAY or d.needs_reference for d in named):
        return None
    if any(_is_later_than(scene, head, d) for d in named):
        before = today - dt.timedelta(days=1)
        return Dated(on_day(before), None, f"an entry of {today}, of a later hour than its own", 0.3)
    return Dated(on_day(today), None, f"an entry of {today} by its hour", 0.3)


def _is_later_than(scene: Scene, head: Sentence, phrase: DatePhrase) -> bool:
    """Whether a time of day is later than the clock of its entry: "08:47 … Shortly before midnight"."""
    clock, hour = scene.text[head.start : head.start + 2].strip(":. "), hour_of(phrase)
    if phrase.kind != "time" or phrase.start < head.start + _CLOCK or hour is None or not clock.isdigit():
        return False
    said = scene.between(max(head.start, phrase.start - _SAID_BEFORE), phrase.end)
    late = hour >= HOURS["evening"] and phrase.time_of_day != "night"  # which began yesterday or ends today
    late = late or scene.language.until_midnight.search(said) is not None
    return late and int(clock) < HOURS["evening"]


def _of_the_headline(scene: Scene, told: Told, event: Event) -> Dated | None:
    """The day of what the first sentences tell, where they agree on one: a headline tells of that."""
    if any(f.sentence.role != "headline" for f in event.frames) or scene.anchor.day is None:
        return None
    last = event.first.sentence.paragraph + _HEADED
    below = [e for e in told.events if _is_dated(e) and event.first.start < e.last.start and not e.background]
    below = [e for e in below if e.first.sentence.paragraph <= last and e.trust >= _DEED_TRUST]
    days = {(e.dated.range.start, e.dated.range.end) for e in below if e.dated}
    if len(days) != 1 or below[0].dated is None or not _is_news(scene, below[0].dated.range):
        return None
    dated = below[0].dated
    return Dated(dated.range, dated.phrase, f"the headline of what was done on {dated.range.start}", 0.3)


def _of_the_list(scene: Scene, event: Event) -> Dated | None:
    """The one day of the news that stands above lines headed by places: "Thursday's attacks: Herat: A mine …"."""
    if event.where.start not in scene.labels or _counts_or_dates(scene, event.first):
        return None
    above = [s for s in scene.sentences if s.end <= min(scene.labels)]
    named = [(p, s) for s in above for p in scene.dates_in(s.start, s.end) if p.kind in _NAMES_A_DAY]
    days = {
        days: phrase
        for phrase, s in named
        if not dates_a_report(scene, phrase, s.start, s.end)
        and (days := day_named(scene, phrase)) is not None
        and days.precision == "day"
        and (phrase.kind != "date" or days.start != scene.anchor.day)  # the page's own
    }
    one = next(iter(days.items())) if len(days) == 1 else None
    if one is None or not _is_news(scene, one[0]):
        return None
    return Dated(one[0], one[1], f"one of the list of {one[1].text!r}", 0.4)


def _of_the_summary(scene: Scene, event: Event) -> Dated | None:
    """The day of which a summary or a bulletin gives all deeds: "Operations of Thursday 16 May", above them."""
    frame = _in_the_text(event)
    if not frame.is_body or is_past_perfect(scene, frame):
        return None
    titles = [scene.language.summary_of]
    titles += [scene.language.bulletin_of] if scene.items.are_listed else []
    for sentence in scene.sentences[:_TITLES]:
        for phrase in scene.dates_in(sentence.start, min(sentence.end, frame.sentence.start)):
            before = scene.between(sentence.start, phrase.start)
            if not any(title.search(before) for title in titles):
                continue
            days = day_named(scene, phrase)
            if days is not None and days.precision == "day":
                return Dated(days, phrase, f"a summary of {phrase.text!r}", 0.4)
    return None


def _of_this_morning(scene: Scene, event: Event) -> Dated | None:
    """The article's day, where its lead names only an hour before noon: "Gunmen stormed a hotel before dawn"."""
    frame, today = _in_the_text(event), scene.anchor.day
    lead = [s for s in scene.sentences if s.role == "body"][:_LEAD]
    own = scene.dates_in(frame.sentence.start, frame.sentence.end)
    hours = [hour for d in own if d.kind == "time" and (hour := hour_of(d)) is not None]
    if today is None or frame.sentence not in lead or len(hours) != len(own) or not hours:
        return None
    if is_past_perfect(scene, frame) or frame.background or scene.opens_with_the_clock(frame.sentence):
        return None
    told = [d for d in scene.dates_in(lead[0].start, frame.start) if d.kind in _NAMES_A_DAY]
    if any((days := day_named(scene, d)) is None or days.start != today for d in told):
        return None  # "Rockets hit A on Saturday afternoon. In the morning drones …"
    if not all(HOURS["midnight"] < hour < HOURS["noon"] for hour in hours):
        return None  # "around midnight" may be of the day before
    return Dated(on_day(today), own[0], f"{own[0].text!r}, told as news of {today}", 0.4)


def _of_the_only_day(scene: Scene, told: Told, narrative: Narrative, event: Event) -> Dated | None:
    """The day of the story, where the text names no other day of the news: all that it tells as news is of that day."""
    frame, story = event.first, narrative.story
    if story is None or story.said or frame.background or is_past_perfect(scene, frame):
        return None
    if is_of_another_further_on(scene, told, story.phrase, event):
        return None
    days = {s.days.start for s in narrative.stands if not s.said and _is_of_the_days_before(scene, s.days)}
    own = scene.dates_in(frame.sentence.start, frame.sentence.end)
    if (
        len(days) != 1
        or not _is_news(scene, story.days)
        or any(d.kind != "time" for d in own)
        or not _may_go_on(scene, story.phrase, frame)
    ):
        return None
    return Dated(story.days, story.phrase, f"{story.phrase.text!r}, the only day of the news", 0.3)


def _is_of_the_days_before(scene: Scene, days: DateRange) -> bool:
    """Whether some days may be those of the news; a month or a year that holds them is not."""
    today = scene.anchor.day
    return today is not None and days.days <= NEWS_DAYS and abs((today - days.end).days) <= NEWS_DAYS


def _of_the_dead_before(scene: Scene, event: Event) -> Dated | None:
    """The day of those whom the sentence before buries, for what had been done: "Tuesday's dead. A car had been …"."""
    frame = event.first
    if not frame.is_body or not is_past_perfect(scene, frame) or _counts_or_dates(scene, frame):
        return None
    before = scene.sentence_at(frame.sentence.start - 2)
    if before is None or before.paragraph != frame.sentence.paragraph:
        return None
    for phrase in scene.dates_in(before.start, before.end):
        behind = scene.between(phrase.end, min(before.end, phrase.end + _OF_WHOM))
        days = day_named(scene, phrase) if scene.language.whose_dead.match(behind) else None
        if days is not None and days.precision == "day":
            return Dated(days, phrase, f"told of those of {phrase.text!r}", _STORY_TRUST)
    return None


def _of_the_story(scene: Scene, told: Told, narrative: Narrative, event: Event) -> Dated | None:
    """The day named last before the deed, where it is that of the event told before or of the first sentences."""
    frame = _in_the_text(event)
    if not frame.is_body or is_past_perfect(scene, frame) or _counts_or_dates(scene, frame):
        return None
    phrase = next(_days_before(scene, frame), None)
    if phrase is None or not _may_go_on(scene, phrase, frame):
        return None
    if (back := _back_to_the_story(narrative, phrase, frame)) is not None:
        return back
    for other in reversed(told.events):
        if other.dated is not None and other.dated.phrase == phrase and other.trust >= _STORY_TRUST:
            if other.background:
                return None
            why = f"told with the event at {other.where.name}, which is dated"
            return Dated(other.dated.range, phrase, why, 0.3)
    if not _opens_the_text(scene, phrase) and not _leads_on(scene, phrase):
        return None
    days = day_named(scene, phrase)
    if days is None or days.precision != "day":
        return None
    return Dated(days, phrase, f"told with {phrase.text!r}, the day of the story", 0.3)


def _back_to_the_story(narrative: Narrative, phrase: DatePhrase, frame: Frame) -> Dated | None:
    """The day of the story, where a paragraph before looked back to another and this one does not."""
    story, last = narrative.story, narrative.of(phrase)
    if story is None or story.said or last is None or last.sentence.paragraph == frame.sentence.paragraph:
        return None
    if (story.days.start - last.days.end).days <= NEWS_DAYS:
        return None
    return Dated(story.days, story.phrase, f"back to {story.phrase.text!r}, the day of the story", 0.3)


def _in_the_text(event: Event) -> Frame:
    """The frame in which the text tells of it first, behind what a headline said of it."""
    return next((f for f in event.frames if f.is_body and f.triggers), event.first)


def _days_before(scene: Scene, frame: Frame) -> Iterator[DatePhrase]:
    """The days that the text names before a frame, the nearest first; not those of statements, nor of the page."""
    for phrase in islice(scene.dates_before(frame.start), _LOOKED_BACK):
        if (
            phrase.kind not in (*_NAMES_A_DAY, "range", "offset")
            or phrase.is_since
            or phrase.names_event
            or phrase.ahead
        ):
            continue
        sentence = scene.sentence_at(phrase.start)
        if (
            sentence is not None
            and sentence.end - sentence.start <= len(phrase.text) + 6
            and sentence.paragraph > _TOP
        ):
            return  # a heading: from here on it is another day's text
        if sentence is None or sentence.role != "body" or phrase.start < dateline_end(scene, sentence):
            continue
        if dates_a_journey(scene, phrase, sentence.start):
            continue
        if not dates_a_report(scene, phrase, sentence.start, sentence.end):
            yield phrase


def _opens_the_text(scene: Scene, phrase: DatePhrase) -> bool:
    """Whether a day stands in the first sentences, with a deed."""
    lead = [s for s in scene.sentences if s.role == "body"][:_LEAD]
    return phrase.kind in _NAMES_A_DAY and any(
        s.start <= phrase.start < s.end and scene.has("triggers.", s.start, s.end) for s in lead
    )


def _leads_on(scene: Scene, phrase: DatePhrase) -> bool:
    """Whether a sentence without a deed moves the story on to a day: "The next day it was the turn of the south"."""
    sentence = scene.sentence_at(phrase.start)
    return phrase.kind == "offset" and sentence is not None and phrase.start - sentence.start <= _OPENS


def _counts_or_dates(scene: Scene, frame: Frame) -> bool:
    """Whether the sentence names another day, or counts from another deed: "hours after the raid"."""
    own = scene.dates_in(frame.sentence.start, frame.sentence.end)
    return any(d.kind != "time" for d in own if d.start < frame.end)


def _may_go_on(scene: Scene, phrase: DatePhrase, frame: Frame) -> bool:
    """Whether a deed with a time of day only can be of that day: "in the morning" behind "Friday afternoon" cannot."""
    own = [d for d in scene.dates_in(frame.start, frame.end) if d.kind == "time"]
    hour, before = (hour_of(own[0]) if own else None), hour_of(phrase)
    if hour is None:
        return True
    if hour >= HOURS["night"] or hour == 0:
        if before is not None and before >= HOURS["evening"] and hour != 0:
            return True  # "Wednesday night. At about 10 p.m. …"
        today = resolve_date(phrase, anchor=scene.anchor.day).range
        return before is None and (today is None or today.end != scene.anchor.day)
    return before is None or hour >= before


def _is_dated(event: Event) -> bool:
    return event.dated is not None and event.dated.phrase is not None and event.dated.range.precision == "day"


def _is_news(scene: Scene, date: DateRange) -> bool:
    """Whether a day is of the days before the article."""
    day = scene.anchor.day
    return day is not None and scene.anchor.trust >= _NEWS_TRUST and 0 <= (day - date.start).days <= NEWS_DAYS


def _is_of_an_unsaid_past(scene: Scene, frame: Frame) -> bool:
    """Whether it is told of some time before the news: "had been attacked twice, years ago"."""
    said = f" {scene.between(frame.sentence.start, frame.sentence.end)} "
    return is_past_perfect(scene, frame) and any(f" {word} " in said for word in scene.language.long_past)
