"""Days as a text names them: the one that a phrase means, counted from the day before it, and whose day it is."""

from __future__ import annotations

import re

from geomap.dates import DateRange
from geomap.extract.dates.when import DatePhrase, resolve_date
from geomap.extract.scene import Scene
from geomap.recognise import Cue

_OF_STATEMENTS = ("cues.report", "cues.responsibility")
_OF_WHAT_FOLLOWED = ("cues.aftermath",)  # funerals, visits, arrests
_STEPS = 3  # how many phrases may count from one another: "the next day", "two days later"
_SPEAKER = 3  # words
_SOURCE = 6  # words, where a comma stands behind them
_MOURNED = 90  # characters from the mourning to its day
_NAMES_A_DAY = ("date", "weekday", "today")
_CLOSES = (",", ".", ";", "،", "؛", "")
_TO_PLACE = 16  # characters
_TO_DEED = 32  # from "Monday's"
_PART_ENDS = re.compile("[,;]")
_OWNS = ("'s", "’s")
_SPOKEN = 80  # characters from "said" to the day that closes who said it
_CLAIM = 50  # characters from "claimed" to its day
_CALLED = 40  # characters from "in what" to "said was"
_OWN_DAY = 44  # characters from "died of his wounds" to its day
_OWNED = 3  # words from "Monday's" to the deed: "car bomb"


def day_named(scene: Scene, phrase: DatePhrase, steps: int = _STEPS) -> DateRange | None:
    """The days that a phrase means; "the next day" counts from the day that the text names before it.

    Args:
        scene: The article.
        phrase: The words.
        steps: How many phrases may still be counted from one another.
    """
    reference = None
    if phrase.counts_from_told and steps:
        kinds = (*_NAMES_A_DAY, "offset")
        before = (p for p in scene.dates_before(phrase.start) if p.kind in kinds and not p.is_since)
        base = next((p for p in before if not p.names_event), None)
        reference = day_named(scene, base, steps - 1) if base is not None else None
    return resolve_date(phrase, anchor=scene.anchor.day, reference=reference, tense="past").range


def ends_there(scene: Scene, phrase: DatePhrase) -> bool:
    """Whether nothing behind "the day before" says what it counts from: a sign follows, or a place."""
    if scene.text[phrase.end : phrase.end + 1] in _CLOSES:
        return True
    if phrase.unit not in ("day", "night", "week"):
        return False
    return scene.language.placed_day.match(scene.between(phrase.end, phrase.end + _TO_PLACE)) is not None


def dates_a_report(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether a day stands with words of saying, or of what follows a deed, and with no deed between them.

    Args:
        scene: The article.
        phrase: The day.
        opens: Where the clause or the sentence that holds it begins.
        closes: Where it ends.
    """
    asked = (phrase.start, phrase.end, opens, closes)  # by the narrative, and by each frame of the sentence
    known = scene.days_of_reports.get(asked)
    if known is None:
        known = scene.days_of_reports[asked] = _is_of_a_report(scene, phrase, opens, closes)
    return known


def _is_of_a_report(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    if gives_a_toll(scene, phrase, opens, closes):
        return True
    if _owns_a_deed(scene, phrase, closes):
        return False
    if _is_of_a_claim(scene, phrase, opens, closes) or _is_of_the_speaker(scene, phrase, opens, closes):
        return True
    if _is_of_work_behind_it(scene, phrase, opens, closes):
        return True
    tags = (
        _OF_STATEMENTS
        if _is_at_the_time(scene, phrase, opens, closes)
        else (*_OF_STATEMENTS, *_OF_WHAT_FOLLOWED)
    )
    return _stands_with(tags, scene, phrase, opens, closes)


def _owns_a_deed(scene: Scene, phrase: DatePhrase, closes: int) -> bool:
    """Whether a deed is named by its day: "said Monday's car bomb attack killed nine" is the day of the attack."""
    if not scene.text.startswith(_OWNS, phrase.end):
        return False
    deeds = scene.cues("triggers.", phrase.end, min(closes, phrase.end + _TO_DEED))
    return any(len(scene.between(phrase.end + 2, deed.start).split()) <= _OWNED for deed in deeds)


def _is_of_a_claim(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether a deed was claimed that day: "was claimed on Monday by B", or "claimed on Monday a raid of Friday"."""
    before = scene.between(max(opens, phrase.start - _CLAIM), phrase.start)
    if scene.language.was_claimed_on.search(before) is not None:
        return True
    if scene.language.claimed_on.search(before) is None:
        return False
    behind = [d for d in scene.dates_in(phrase.end, closes) if d.kind != "time" and not d.is_since]
    return bool(behind) and scene.has("triggers.", phrase.end, closes)


def _is_of_work_behind_it(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether people still worked that day where a deed had been: "were still digging today in A, where shells hit"."""
    if scene.has("triggers.", opens, phrase.start):
        return False
    if (
        scene.language.still_at_it.search(scene.between(max(opens, phrase.start - _SPOKEN), phrase.start))
        is None
    ):
        return False
    deeds = scene.cues("triggers.", phrase.end, closes)
    words = scene.between(phrase.end, deeds[0].start).split() if deeds else []
    return not scene.language.subordinating.isdisjoint(words)


def _is_of_the_speaker(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether a day closes what says who told of a deed: "Forty dead, said the city's authorities at noon today"."""
    if scene.text[phrase.end : phrase.end + 1] not in _CLOSES and phrase.end < closes:
        return False
    return (
        scene.language.said_by_whom.search(scene.between(max(opens, phrase.start - _SPOKEN), phrase.start))
        is not None
    )


def _is_at_the_time(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether what else was done that day opens the sentence: "As mourners gathered on Sunday, a drone hit a car"."""
    first = scene.between(opens, opens + 12).split()[:1]
    return not scene.language.meanwhile.isdisjoint(first) and scene.has("triggers.", phrase.end, closes)


def gives_a_toll(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether it is the day of a count: "the ministry put the dead on Sunday at 274", "on Sunday the toll was 9"."""
    near = scene.between(max(opens, phrase.start - 70), phrase.start)
    if scene.language.counts_the_dead.search(near):
        return True
    behind = scene.between(phrase.end, min(closes, phrase.end + 70))
    return scene.language.toll_behind.match(behind) is not None


def follows_a_deed(scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    """Whether it is the day of a funeral, a visit, an arrest and not of a statement; arguments as `dates_a_report`."""
    if _stands_with(_OF_STATEMENTS, scene, phrase, opens, closes):
        return False
    return _stands_with(_OF_WHAT_FOLLOWED, scene, phrase, opens, closes)


def dates_a_journey(scene: Scene, phrase: DatePhrase, opens: int) -> bool:
    """Whether it is the day on which somebody set out or arrived: "the ship had left port on Monday"."""
    return (
        scene.language.sets_out.search(scene.between(max(opens, phrase.start - 60), phrase.start)) is not None
    )


def _stands_with(tags: tuple[str, ...], scene: Scene, phrase: DatePhrase, opens: int, closes: int) -> bool:
    subject_first = scene.language.subject_first
    start, end = max(opens, phrase.start - (30 if subject_first else 110)), min(closes, phrase.end + 25)
    near = [c for tag in tags for c in scene.cues(tag, start, end)]
    if subject_first and _closes_a_deed(scene, phrase, opens):
        near = [c for c in near if c.start < phrase.start or not _closes(scene, c.end, closes)]
    if subject_first and scene.has("triggers.", opens, phrase.start):
        near = [c for c in near if c.start < phrase.end or not _has_a_day(scene, c, closes)]
    near = [c for c in near if not (subject_first and _only_calls_it_so(scene, c))]
    if not subject_first and scene.has("triggers.", opens, phrase.start):
        near = [c for c in near if c.start < phrase.end or not _opens_anew(scene, c)]
    if any(
        len(scene.between(min(c.end, phrase.end), max(c.start, phrase.start)).split())
        <= (4 if subject_first else 14)
        # "فجر الثلاثاء" is dawn, though its first word is a verb too: the day itself is left out.
        and not scene.has("triggers.", *_between(c, phrase, inside=not subject_first))
        for c in near
    ):
        return True
    return _OF_WHAT_FOLLOWED[0] in tags and _is_a_day_of_mourning(scene, phrase, opens)


def _only_calls_it_so(scene: Scene, cue: Cue) -> bool:
    """Whether a word of saying only names the deed: "attacked A on Saturday in what Kabul said was retaliation"."""
    return (
        scene.language.in_what.search(scene.between(max(0, cue.start - _CALLED), cue.start) + " ") is not None
    )


def _opens_anew(scene: Scene, cue: Cue) -> bool:
    """Whether "and" leads from a deed and its day to what followed: "قصف … صباح الأحد واعتقلت …"."""
    before = scene.text[max(0, cue.start - 2) : cue.start]
    return before[-1:] in scene.language.listing and not before[:-1].isalpha()


def _has_a_day(scene: Scene, cue: Cue, closes: int) -> bool:
    """Whether what followed a deed has its own day: "those killed in A on Sunday were buried on Wednesday"."""
    days = scene.dates_in(cue.end, min(closes, cue.end + _OWN_DAY))
    named = [d for d in days if d.kind in _NAMES_A_DAY]
    return bool(named) and not scene.has("triggers.", cue.end, named[0].start)


def _between(cue: Cue, phrase: DatePhrase, *, inside: bool) -> tuple[int, int]:
    """What stands between a word and a day; `inside` counts the word in, which may be a deed's name too."""
    if inside:
        return min(cue.start, phrase.end), max(cue.end, phrase.start)
    return min(cue.end, phrase.end), max(cue.start, phrase.start)


def _is_a_day_of_mourning(scene: Scene, phrase: DatePhrase, opens: int) -> bool:
    """Whether the dead are mourned that day: "a day of mourning is held in all the land on Sunday for nine killed"."""
    if not scene.language.mourns or scene.has("triggers.", opens, phrase.end):
        return False
    cues = scene.cues(_OF_WHAT_FOLLOWED[0], max(opens, phrase.start - _MOURNED), phrase.start)
    return any(not scene.language.mourns.isdisjoint(c.text.split()) for c in cues)


def _closes_a_deed(scene: Scene, phrase: DatePhrase, opens: int) -> bool:
    """Whether a day ends what is told of a deed, and who says so follows: "was hit on Friday, the statement said"."""
    return scene.text[phrase.end : phrase.end + 1] == "," and scene.has("triggers.", opens, phrase.start)


def _closes(scene: Scene, start: int, closes: int) -> bool:
    """Whether at most the speaker's name stands between a word of saying and the end of its sentence or part."""
    part = _PART_ENDS.search(scene.text, start, closes)
    if part is not None and len(scene.between(start, part.start()).split()) <= _SOURCE:
        return True
    return len(scene.between(start, closes).split()) <= _SPEAKER


def is_of_a_pact(scene: Scene, date: DatePhrase) -> bool:
    """Whether a day or year is that of an agreement, a vote, a coup, a founding: "the peace deal of 2016"."""
    if date.kind != "date":
        return False
    before = scene.between(max(0, date.start - 40), date.start)
    if scene.language.of_a_pact.search(before):
        return True
    return date.text.isdigit() and scene.language.made_in.search(before) is not None
