"""Which day an article is of, by trust; what a page shows beside the article is not believed unless it fits.

A saved page shows dates that are not the article's: the day it was saved, a photograph's, a copyright's. So each
date gets a part to play by the line it stands in, and a page's clock counts only if the text bears it out.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from geomap.extract.dates.phrase import DatePhrase
from geomap.model import Article, Record


class Anchor(Record, frozen=True):
    """The day that "today" is in an article, or None; trust from 0 to 1; why, in words."""

    day: dt.date | None
    trust: float
    why: str


# Words and shapes of a page's furniture. They are the same in the two languages as far as pages use them.
_CAPTION = re.compile(
    r"\b(?:photo|file pic|file image|picture|image|archive|photograph|AP|AFP|EPA|Getty)\b|©|صورة|أرشيف|تصوير"
    r"|\[(?:agency|reuters)", re.IGNORECASE,
)  # fmt: skip
_NOT_ITS_OWN = re.compile(r"©|copyright|all rights|حقوق|captured|archived|retrieved|crawl", re.IGNORECASE)
# What says of itself that it appeared: the foot of a page, at times as a sentence.
_PUBLISHED = re.compile(
    r"\b(?:appeared in print|print edition|first published|originally published|published (?:on|at|in)|posted (?:on|at)"
    r"|this (?:article|story|report|version) (?:was|appeared))\b|نشر (?:هذا|في)|تاريخ النشر", re.IGNORECASE,
)  # fmt: skip
_STATE_OF = re.compile(r"\bas (?:of|at)\s+$", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\([cC]\)\s*)?$", re.IGNORECASE)
_UPDATED = re.compile(
    r"\bupdated?\b|last (?:changed|edited|reviewed|modified)|آخر تحديث|تحديث|آخر تعديل", re.IGNORECASE
)
_WEATHER = re.compile(r"(?m)^\s*-?\d{1,2}(?:\.\d)?\s*°?\s*[CF]\s*$")
_MENU = re.compile(
    r"\b(?:log ?in|subscribe|subscription|e-paper|sign up|menu)\b|\S+ +\| +\S+[^|]{0,25} +\| ", re.IGNORECASE
)
_DATELINE_END = re.compile(
    r"[^\S\n]*\)?[^\S\n]*(?:\([^)\n]{2,30}\)|/[^/\n]{2,20}/)?[^\S\n]*(?:[-–—:]{1,2}(?=[\s])|\.(?=\s)|,?\s*\()"
)
_TIME = re.compile(r"\b\d{1,2}:\d{2}\b")
_LINK_WORDS = re.compile(
    r"\b(?:and|said|says|was|were|on|in|of|the|since|after|until|from|by)\b", re.IGNORECASE
)
_HEAD_LINES, _TAIL_LINES = 14, 4  # lines, empty ones left out, in which a page names its day
_REACH = 40  # lines from the top beyond which only "today, 5 February" says when the article was written
_LEAD = 900  # characters in which an article's first sentences stand
_STAMPED = 0.7  # the trust in a line that dates the article
_TOP, _BYLINE = 4, 5  # lines of a page's head, words of a desk and its town
_SENTENCE = 60  # characters of a line that is one, if a stop ends it
_SHORT = 70  # characters beside the date in a line that is no sentence


class _Candidate(NamedTuple):
    day: dt.date
    trust: float
    why: str
    place: int  # offset of the phrase: of two equals the later one is nearer to the text
    clock: bool = False  # looks like a page's own clock


def find_anchor(article: Article, phrases: Sequence[DatePhrase]) -> Anchor:
    """The day of an article by what can best be believed.

    In this order: metadata; "today, Monday, 5 February"; a dateline; a line that holds the date alone, unless it
    looks like the page's clock and nothing in the text agrees; the first full date of the text.

    Args:
        article: The article.
        phrases: What `find_dates` found in its text.
    """
    if article.published is not None:
        source = article.published_from or "metadata"
        return Anchor(article.published, 0.9 if source == "first line" else 1.0, f"published ({source})")
    lines = _lines(article.text)
    full = [(phrase, day) for phrase in phrases if (day := _full_day(phrase)) is not None]
    found = list(_candidates(article.text, lines, phrases, full))
    judged = [_judged(candidate, article.text, phrases, full) for candidate in found]
    header = max((c.day for c in judged if c.place >= 0), default=None)
    if header is not None:
        # A story of long ago in the first sentences, under a page of today, dates neither.
        judged = [c for c in judged if c.place >= 0 or (header - c.day).days <= 40]
    if any(c.trust >= _STAMPED and not c.clock for c in judged):
        judged = [c for c in judged if not c.clock]  # the article's own stamp, below the page's clock
    best = max(judged, key=lambda c: (round(c.trust, 2), c.place), default=None)
    if best is None:
        return Anchor(None, 0.0, "no date in the text or beside it says when it was written")
    if best.trust < 0.4:
        return Anchor(
            None, 0.0, f"{best.day} stands in the page's header, and nothing in the text agrees with it"
        )
    return Anchor(best.day, best.trust, best.why)


# "… until the siege is lifted. Sanaa, 23 June 2024.”"
_SIGNED_BEFORE = re.compile(r"[.!?؟][\"”»]?\s+[^\W\d_][\w'’-]{2,20}(?: [^\W\d_][\w'’-]{2,20})?\s?[,،–-]\s?$")
_SIGNED_BEHIND = re.compile(r"\s?[.\"”»)]{0,3}\s*")
_STATED = {
    "updated": (0.6, "when it was updated"),
    "signature": (0.75, "with which a statement is signed"),
    "foot": (0.75, "when it was published"),
}
_SMALL_WORD = re.compile(r"\b[a-z]{3,}")
_FIELDS = 3  # of the line above a brief: its series, its subject, its day
_HEADING_WORDS = 4  # in its first fields; a menu has one each
_WORD = re.compile(r"[^\W\d_]{2,}")
_BESIDE = 600  # characters
_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)  # anchored: a line of blanks is looked at once


class _Line(NamedTuple):
    start: int
    end: int
    number: int  # among the lines that hold something
    from_end: int


def _lines(text: str) -> list[_Line]:
    spans = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    return [_Line(start, end, i, len(spans) - 1 - i) for i, (start, end) in enumerate(spans)]


def _full_day(phrase: DatePhrase) -> dt.date | None:
    return None if phrase.is_since or phrase.names_event else _calendar_day(phrase)


def _calendar_day(phrase: DatePhrase) -> dt.date | None:
    last = phrase.until or phrase
    try:
        return dt.date(last.year or 0, last.month or 0, last.day or 0)
    except ValueError:
        return None


Full = Sequence[tuple[DatePhrase, dt.date]]


def _candidates(
    text: str, lines: Sequence[_Line], phrases: Sequence[DatePhrase], full: Full
) -> Iterable[_Candidate]:
    starts = [line.start for line in lines]
    headed = _heads_items(text, lines, phrases)
    for phrase in phrases:
        line = lines[bisect_right(starts, phrase.start) - 1]
        if line.number > _REACH and line.from_end > _TAIL_LINES and phrase.shift != 0:
            continue
        if (
            (phrase.is_since and not _is_state_of(text, line, phrase))
            or phrase.names_event
            or phrase.kind not in ("date", "range")
            or phrase.day is None
        ):
            continue
        day = _by_its_weekdays(phrase, phrases) or _calendar_day(phrase) or _with_year(phrase, phrases, full)
        if day is None:
            continue
        part = "line" if phrase.is_since else _part_of(text, line, phrase)
        if phrase.shift == 0:
            yield _Candidate(day, 0.95, f"{phrase.text!r} in the text", phrase.start)
        elif part == "dateline":
            trust = 0.9 if phrase.year is not None or not headed else 0.7
            yield _Candidate(day, trust, f"the dateline {phrase.text!r}", phrase.start)
        elif part == "line" and phrase.year is not None:
            clock = _like_a_clock(text, lines, line, phrase)
            yield _Candidate(day, 0.8 - 0.002 * line.number, f"the line {phrase.text!r}", phrase.start, clock)
        elif part in _STATED and phrase.year is not None:
            trust, why = _STATED[part]
            yield _Candidate(day, trust, f"{phrase.text!r}, {why}", phrase.start)
        elif part == "furniture" and phrase.year is not None:
            yield _Candidate(day, 0.7, f"{phrase.text!r} beside the text", phrase.start, clock=True)
        elif (
            part == "sentence"
            and phrase.year is not None
            and phrase.start < _LEAD
            and phrase.governor is None
        ):
            yield _Candidate(day, 0.5, f"the first full date of the text, {phrase.text!r}", -phrase.start)


def _heads_items(text: str, lines: Sequence[_Line], phrases: Sequence[DatePhrase]) -> bool:
    """Whether several days without a year open lines: "Gao, 21 March. …", "Kidal, 19 June. …" date deeds."""
    starts = [line.start for line in lines]
    days = {
        (p.month, p.day)
        for p in phrases
        if p.kind == "date"
        and p.day is not None
        and p.year is None
        and not (p.is_since or p.names_event)
        and _part_of(text, lines[bisect_right(starts, p.start) - 1], p) == "dateline"
    }
    return len(days) > 1


def _is_state_of(text: str, line: _Line, phrase: DatePhrase) -> bool:
    """Whether a line of its own says up to which day the page knows: "Situation as of 20 June 2024"."""
    opens = _STATE_OF.search(text[line.start : phrase.start])
    return opens is not None and _part_of(text, line, phrase) == "line"


def _by_its_weekdays(phrase: DatePhrase, phrases: Sequence[DatePhrase]) -> dt.date | None:
    """The day of 07/02/2025 read month first, where only that agrees with "yesterday, Tuesday"; else None."""
    day = _full_day(phrase)
    if day is None or phrase.other_reading is None:
        return None
    other = dt.date(*phrase.other_reading)
    said = [(p.weekday - (p.shift or 0)) % 7 for p in phrases if p.kind == "today" and p.weekday is not None]
    return other if said and set(said) == {other.weekday()} and day.weekday() not in said else None


def _part_of(text: str, line: _Line, phrase: DatePhrase) -> str:
    """What a date is in its line: dateline, a line of its own, an update, a signature, a caption, a bare date."""
    # What stands further away than this says nothing about the date.
    before = text[max(line.start, phrase.start - _BESIDE) : phrase.start]
    after = text[phrase.end : min(line.end, phrase.end + _BESIDE)]
    beside = before + after
    at_the_foot = line.from_end < _TAIL_LINES
    if at_the_foot and (_PUBLISHED.search(beside) or _COPYRIGHT.search(before)):
        return "foot"
    if _NOT_ITS_OWN.search(beside):
        return "furniture"
    if _UPDATED.search(before[-40:]):
        return "updated"
    alone = len(beside) <= _SHORT and not re.search(r"[.!?؟]\s+\S", after) and not _is_sentence(beside)
    alone = alone or _is_a_byline(line, phrase, before, after)
    if alone and _CAPTION.search(beside) and before.strip() != "":
        return "caption"
    if alone and (line.number < _HEAD_LINES or line.from_end < _TAIL_LINES):
        return "line"
    if (
        len(before) <= 60
        and _DATELINE_END.match(after)
        and not _LINK_WORDS.search(before)
        and not (
            phrase.year is None and _SMALL_WORD.search(before)
        )  # "4. Late entry for Saturday 23 July: …"
        and len(after) > 60
    ):
        return "dateline"
    if _SIGNED_BEHIND.fullmatch(after) and _SIGNED_BEFORE.search(before):
        return "signature"
    return "caption" if _CAPTION.search(beside) else "sentence"


def _is_a_byline(line: _Line, phrase: DatePhrase, before: str, after: str) -> bool:
    """Whether a line at the top has a note behind its day: "Sahel Desk, Dakar, 2 July 2025. From the French"."""
    short = len(before) + len(after) <= _SHORT and len(before.split()) <= _BYLINE and after.startswith(". ")
    return short and line.number < _TOP and phrase.year is not None and not _LINK_WORDS.search(before)


def _is_sentence(beside: str) -> bool:
    """Whether the words beside a date are a sentence: many, and with link words."""
    words = beside.split()
    return len(words) > 11 or (len(words) > 5 and len(_LINK_WORDS.findall(beside)) >= 2)


def _with_year(phrase: DatePhrase, phrases: Sequence[DatePhrase], full: Full) -> dt.date | None:
    """The year of "Jan. 25": that of the text's full dates; with a weekday any year it names that fits."""
    weekday = phrase.weekday
    known = (
        {day.year for _, day in full} if weekday is None else {p.year for p in phrases if p.year is not None}
    )
    years = sorted(known, reverse=True)
    last = max((day for _, day in full), default=dt.date.min)
    for year in [*years, *(y + 1 for y in years[:1])]:
        try:
            day = dt.date(year, phrase.month or 0, phrase.day or 0)
        except ValueError:
            continue
        if (weekday is None or day.weekday() == weekday) and (last - day).days <= 3:
            return day
    return None


def _like_a_clock(text: str, lines: Sequence[_Line], line: _Line, phrase: DatePhrase) -> bool:
    """Whether a dated line looks like the page's own clock: above the headline, alone or among weather and menu."""
    above = [text[ln.start : ln.end] for ln in lines[: line.number]]
    if any(_is_headline(other) for other in above):
        return False
    own = text[line.start : line.end]
    heads = len(own.split("|")) == _FIELDS and own.split("|")[-1].strip() == phrase.text
    if heads and len(_WORD.findall(own[: own.rfind("|")])) >= _HEADING_WORDS:
        return False  # "QUICK READ | South Caucasus programme | 13 November 2014" heads a text
    if _MENU.search(own) or any(_WEATHER.fullmatch(other) for other in above[-2:]):
        return True
    beside = text[line.start : phrase.start] + text[phrase.end : line.end]
    if phrase.time_of_day or _TIME.search(own):
        return False  # an article's stamp has a time of day, a page's calendar has none
    if phrase.weekday is None or re.search(r"\w{3}", beside):
        return False
    return not _opens_a_text(text, lines, line)


def _opens_a_text(text: str, lines: Sequence[_Line], line: _Line) -> bool:
    """Whether a text follows at once on the first line: behind a page's calendar stands its menu."""
    behind = lines[1] if line.number == 0 and len(lines) > 1 else None
    return (
        behind is not None
        and behind.end - behind.start >= _SENTENCE
        and text[behind.start : behind.end].endswith(".")
    )


def _is_headline(line: str) -> bool:
    """A line of words that is neither a date, nor a menu, nor the site's name."""
    words = re.findall(r"[^\W\d_]{2,}", line)
    return len(words) >= 4 and not _MENU.search(line) and not _CAPTION.search(line)


def _judged(candidate: _Candidate, text: str, phrases: Sequence[DatePhrase], full: Full) -> _Candidate:
    """The candidate with the trust that the rest of the text leaves it."""
    agrees, disagrees = _evidence(candidate, phrases, full)
    trust, why = candidate.trust, candidate.why
    if disagrees:
        return candidate._replace(trust=min(trust, 0.3) * 0.9, why=f"{why}, though {disagrees}")
    if candidate.clock and not agrees:
        return candidate._replace(trust=0.3)
    if agrees:
        trust = min(0.95, trust + 0.04)
        why = f"{why}; {agrees}"
    return candidate._replace(trust=trust, why=why)


def _evidence(candidate: _Candidate, phrases: Sequence[DatePhrase], full: Full) -> tuple[str, str]:
    """What in the text agrees with the day (other words than its own), and what cannot be if it is right."""
    day, agrees, disagrees = candidate.day, "", ""
    for phrase in phrases:
        if phrase.start == abs(candidate.place):
            continue
        if phrase.kind == "today" and phrase.weekday is not None:
            fits = (day + dt.timedelta(days=phrase.shift or 0)).weekday() == phrase.weekday
            agrees, disagrees = (
                (phrase.text, disagrees) if fits else (agrees, f"{phrase.text!r} does not fit")
            )
        elif (
            phrase.kind == "date"
            and phrase.day
            and not phrase.is_since
            and not phrase.names_event
            and not agrees
        ):
            if _within_days(phrase, day, 62 if phrase.which == "last" else 10):
                agrees = phrase.text
        elif (
            phrase.kind == "weekday"
            and phrase.weekday in (day.weekday(), (day.weekday() - 1) % 7)
            and not agrees
        ):
            agrees = phrase.text
    later = [other for phrase, other in full if 1 < (other - day).days < 400 and phrase.start > 600]
    if later and candidate.clock:
        disagrees = f"the text tells of {min(later)}"
    return (f"{agrees!r} agrees" if agrees else ""), disagrees


def _within_days(phrase: DatePhrase, day: dt.date, days: int) -> bool:
    for year in (phrase.year,) if phrase.year else (day.year, day.year - 1):
        try:
            other = dt.date(year, phrase.month or 0, phrase.day or 0)
        except ValueError:
            continue
        if 0 <= (day - other).days <= days:
            return True
    return False
