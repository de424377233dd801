"""Places of older deeds that measure the new one, or say whom it hit: "the worst since the 2008 Mumbai shootings"."""

from __future__ import annotations

from geomap.extract.dates.when import DatePhrase
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Sentence
from geomap.recognise import Mention

_REACHES = 120  # characters from "since the" to the place, over "High Court bombing in Delhi and the 2008"
_BEHIND = 48  # characters behind a place: " school siege in 2004"
_NEXT = 24  # characters of the next sentence
_DAY_BEHIND = 14  # characters behind a place in which a day of its own begins


def only_measures(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether a place stands in the name of an older deed to which the one that is told is compared.

    A deed that has a day of its own ("the first since the attack on A on 7 July"), or that a verb tells ("since 200
    died in A"), is told, not only named.
    """
    language = scene.language
    before = scene.between(max(sentence.start, mention.start - _REACHES), mention.start)
    compared = language.compared_to.search(before)
    if compared is None:
        return False
    whole = scene.between(sentence.start, mention.start - len(before) + compared.start())
    if compared["since"] and not language.beyond_all.search(whole):
        return False
    start = mention.start - len(compared.group())
    deeds = scene.cues("triggers.", start, mention.start)
    named = {cue.start for cue in deeds if cue.tag.endswith(".nouns")}
    if any(cue.start not in named for cue in deeds):
        return False
    behind = scene.between(mention.end, min(sentence.end, mention.end + _BEHIND))
    if any(_names_a_day(d) for d in scene.dates_in(start, mention.end + _DAY_BEHIND)):
        return False
    if language.that_place.match(scene.between(sentence.end, sentence.end + _NEXT).strip()):
        return False  # "…, the worst since the attack on A. That town was overrun on 24 March"
    bare = not compared["named"].strip()
    return bool(
        bare
        or named
        or language.old_deeds.search(compared["named"])
        or language.old_deeds_behind.match(behind)
    )


def _names_a_day(phrase: DatePhrase) -> bool:
    """Whether it is nearer than a month or a year."""
    return phrase.kind != "period" and not (phrase.kind == "date" and phrase.day is None)


def is_of_their_past(scene: Scene, mention: Mention, sentence: Sentence) -> bool:
    """Whether a place is what somebody has been through, who is told of now: "a survivor of the Halabja gas attack"."""
    language = scene.language
    before = scene.between(max(sentence.start, mention.start - _REACHES), mention.start)
    past = language.past_of_whom.search(before)
    if past is None:
        return False
    start = mention.start - len(past.group())
    dated = any(_names_a_day(d) for d in scene.dates_in(start, mention.end + _DAY_BEHIND))
    if dated and not past["who"]:
        return False
    deeds = scene.cues("triggers.", start + len(past["who"] or ""), mention.start)
    named = {cue.start for cue in deeds if cue.tag.endswith(".nouns")}
    if any(cue.start not in named for cue in deeds):
        return False
    if past["who"]:
        return True
    behind = scene.between(mention.end, min(sentence.end, mention.end + _BEHIND))
    return bool(named or language.old_deeds.search(past["named"]) or language.old_deeds_behind.match(behind))


def dates_only_the_measure(scene: Scene, phrase: DatePhrase, start: int) -> bool:
    """Whether a year is an older deed's to which this one is compared: "reminiscent of the 2004 Madrid bombings"."""
    if phrase.kind != "date" or phrase.month is not None:
        return False
    compared = scene.language.compared_to.search(scene.between(start, phrase.start))
    return compared is not None and not compared["since"]
