"""What is left out of what an article tells: talk of known deeds, figures of speech, vague repetitions."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.extract.actors.belonging import goes_with
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import OWN_DEED, STATED, TELLS_ITS_TARGET
from geomap.extract.clauses.trigger import Trigger
from geomap.extract.event import Event
from geomap.extract.places.use import Use
from geomap.extract.scene import Scene
from geomap.extract.story.genres import victims_in, war_words, without_accidents_and_tales
from geomap.extract.story.matching import (
    ALIKE,
    Closeness,
    arms_differ,
    closeness,
    dates_agree,
    dead_of,
    is_finer,
    sides_clash,
)
from geomap.extract.story.standing import has_victims, stands_alone
from geomap.geo import distance_km

_OWNED = (OWN_DEED, TELLS_ITS_TARGET)
_ON_LAND = ("city", "town", "village", "suburb")
_AREAS = ("district", "governorate", "country")
_MANY_WAR_WORDS = 5  # beside victims, or so many words for arms: from here on an article is about war
_MANY_ARMS = 3
_GUESSED = 0.3  # the trust in a day that no word of the text gives the deed
_BY_A_TOWN_KM = 60.0
_A_HEADLINES_DAYS = 10  # how old what a headline tells without a day may be


def opens_an_event(scene: Scene, frame: Frame, use: Use) -> bool:
    """Whether the frame may open a new event at this place."""
    if _only_refers(scene, frame) or _is_denied(scene, frame) or _is_a_list_of_tags(scene, frame):
        return False
    if _is_measured(scene, frame):
        return False
    if frame.reported_attack:
        return True
    violent = scene.language.violent
    hurt = not violent or any(t.text in violent for t in frame.triggers)  # others die of accidents too
    told = (hurt and any(c.best or c.low for c in frame.casualties)) or bool(frame.weapons)
    if use.where.fine:
        return told
    if use.where.precision == "country":
        return hurt and _killed_with_arms_on_a_day(frame)
    return told and use.where.precision == "governorate" and _is_one_day(frame)


def _killed_with_arms_on_a_day(frame: Frame) -> bool:
    """Whether one deed is told though only its country is named: "A mine killed five soldiers in Mali on Sunday"."""
    day = any(
        d.day is not None or d.weekday is not None or d.kind == "today" for d in frame.dates if not d.is_since
    )
    hurt = any(c.best or c.low for c in frame.casualties)
    return day and hurt and bool(frame.weapons) and frame.is_body and not (frame.many or frame.background)


def _is_measured(scene: Scene, frame: Frame) -> bool:
    """Whether a deed told before is only measured: "ويعد هذا أعنف هجوم في سيناء منذ …"."""
    if frame.casualties or any(not d.is_since for d in frame.dates):
        return False
    return scene.language.measured.match(scene.between(frame.start, frame.end)) is not None


def _is_one_day(frame: Frame) -> bool:
    """Whether a day or arms are named: a province's dead without either are a month's figures."""
    return bool(frame.weapons) or any(not d.is_since for d in frame.dates)


def _is_a_list_of_tags(scene: Scene, frame: Frame) -> bool:
    """Whether a line without a full stop behind the text is all capitals: "Russia Missile Strikes Kharkiv"."""
    sentence = frame.sentence
    if sentence.role != "headline" or not scene.language.capitals:
        return False
    if not any(s.role == "body" for s in scene.sentences if s.start < sentence.start):
        return False
    words = [w for w in scene.text[sentence.start : sentence.end].split() if len(w) > 3 and w.isalpha()]
    return len(words) > 2 and all(word[0].isupper() for word in words)


def _is_denied(scene: Scene, frame: Frame) -> bool:
    """Whether a denial opens the sentence: "denied reports that a drone had hit the base"."""
    first = min((t.start for t in frame.triggers), default=frame.end)
    if scene.has("cues.involvement", frame.start, frame.end):
        return False  # a hand in it is denied, not the deed
    if any(s.kind == "denial" and s.start < first for s in frame.stances) or _is_taken_back(scene, frame):
        return True
    return _any_behind_a_blank(scene.language.untrue).search(scene.between(first, frame.end)) is not None


@lru_cache(maxsize=8)
def _any_behind_a_blank(words: frozenset[str]) -> re.Pattern[str]:
    """Finds the head of one of many words."""
    return re.compile(f" (?:{'|'.join(map(re.escape, sorted(words)))})" if words else "(?!)")


def _is_taken_back(scene: Scene, frame: Frame) -> bool:
    """Whether the next sentence says that it did not happen."""
    after = scene.sentence_at(frame.sentence.end + 1) or scene.sentence_at(frame.sentence.end)
    return (
        after is not None
        and scene.language.none_of_it.match(scene.between(after.start, after.end)) is not None
    )


def _only_refers(scene: Scene, frame: Frame) -> bool:
    """Whether it speaks of deeds that it takes as known, with nothing new: "Tehran condemned the raids"."""
    if any(not d.is_since for d in frame.dates) or _is_claimed_first(scene, frame):
        return False
    return only_names_a_deed(scene, frame)


def _is_claimed_first(scene: Scene, frame: Frame) -> bool:
    """Whether the first sentence of an article says who claims a deed, so that nothing told of it before."""
    opens = frame.is_body and not any(
        s.role in ("body", "headline") for s in scene.sentences if s.start < frame.sentence.start
    )
    return opens and any(s.kind == "claim" and s.by for s in frame.stances)


def only_names_a_deed(scene: Scene, frame: Frame) -> bool:
    """Whether all its deeds are known ones, and nobody's fate is told: "the council condemned the attack on Friday"."""
    if frame.casualties or frame.weapons:
        return False
    return takes_as_known(scene, frame)


def takes_as_known(scene: Scene, frame: Frame) -> bool:
    """Whether all deeds of a frame are nouns for known ones: "the attack", "these raids"."""
    deeds = [t for t in frame.triggers if t.kind != "casualty" or t.voice == "noun"]
    return all(t.voice == "noun" and _taken_as_known(scene, frame, t) for t in deeds)


def takes_deeds_as_known(scene: Scene, frame: Frame) -> bool:
    """Whether all deeds of a frame but its victims' fate are nouns for known ones: "the toll of that raid rose"."""
    deeds = [t for t in frame.triggers if t.kind != "casualty"]
    return all(t.voice == "noun" and _taken_as_known(scene, frame, t) for t in deeds)


def _taken_as_known(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    glued = scene.language.glued_articles
    if glued and scene.text.startswith(glued, trigger.start):
        return True
    if glued and scene.text[max(0, trigger.start - 3) : trigger.start].endswith(glued):
        return True
    before = scene.between(max(frame.start, trigger.start - 24), trigger.start).split()
    known = " ".join(before[-2:]) in scene.language.known_behind
    return known or not scene.language.taken_as_known.isdisjoint(before[-2:])


def refers_back(scene: Scene, frame: Frame, event: Event | None) -> bool:
    """Whether a deed without a place is the one just told: "the attack", "the base", its victims.

    Args:
        scene: The article.
        frame: The deed.
        event: The event told last, if there is one.
    """
    if not frame.reported_attack or scene.has("cues.same_place", frame.start, frame.end):
        return True
    if _is_definite(scene, frame):
        return True
    if not (frame.another or frame.repeat) and scene.language.goes_on.match(
        scene.between(frame.sentence.start, frame.sentence.end)
    ):
        return True  # "وأضاف المصدر أن …": whoever told of the deed goes on
    if event is not None and _owns_up(scene, frame, event):
        return True
    if event is not None and not frame.another:
        same_side = frame.side("attacker") & event.side("attacker")
        tally = frame.kind == "interception" and not any(f.kind == "interception" for f in event.frames)
        if same_side and not tally and not event.weapons.isdisjoint(frame.weapons):
            return True
    if not scene.language.glued_articles:
        return False
    return any(t.voice == "noun" and _taken_as_known(scene, frame, t) for t in frame.triggers)


def _owns_up(scene: Scene, frame: Frame, event: Event) -> bool:
    """Whether who strikes abroad says right behind a deed that he did it: "The army said it had targeted a dealer"."""
    if frame.another or frame.repeat or frame.dates or frame.places or not event.told_near(frame):
        return False
    if event.side("attacker", STATED) or arms_differ(event.weapons, set(frame.weapons), ALIKE):
        return False
    known = scene.atlas.gazetteer.actors
    own = {p.actor for p in frame.parties if p.side == "attacker" and p.why in _OWNED}
    return any(known[a].country not in (None, event.where.place.country) for a in own)


def _is_definite(scene: Scene, frame: Frame) -> bool:
    definite, first = scene.language.definite, frame.triggers[0]
    if not definite:
        return False
    if scene.has("cues.known_doers", frame.start, frame.end):
        return True
    passive = first.voice == "passive"
    since = frame.sentence.start if passive else frame.start
    before = scene.between(max(since, first.start - 60), first.start).split()
    named = scene.mentions(max(since, first.start - 60), first.start)
    if not passive and any(m.actors and not goes_with(scene, m) for m in named):
        before = []  # "the group had fired": the group is known, the deed is not
    if not definite.isdisjoint(before if passive else before[-3:]):
        return True
    nouns = (t.start for t in frame.triggers if t.voice == "noun")
    leads = (scene.between(max(frame.start, start - 30), start).split()[-3:] for start in nouns)
    return any(not definite.isdisjoint(lead) for lead in leads)


def _is_about_war(scene: Scene) -> bool:
    """Whether an article says so much of arms and victims that "struck" is no figure of speech in it."""
    told = [s for s in scene.sentences if s.role == "body"]
    weapons = {c.text for s in told for c in scene.cues("weapons.", s.start, s.end)}
    return len(war_words(scene)) >= _MANY_WAR_WORDS and (
        bool(victims_in(scene)) or len(weapons) >= _MANY_ARMS
    )


def without_vague(scene: Scene, events: list[Event]) -> list[Event]:
    """Without figures of speech, and without events of a whole area that repeat what is told precisely."""
    events = without_accidents_and_tales(scene, events)
    war = _is_about_war(scene) or any(e.weapons and has_victims(e) and _is_pinned(e, scene) for e in events)
    real = [e for e in events if (war and _is_pinned(e, scene)) or not _is_figure_of_speech(scene, e)]
    real = [e for e in events if e in real or (_is_pinned(e, scene) and _is_told_beside_arms(scene, e, real))]
    struck = {e.where.place.id for e in real if e.where.fine}
    # "It was struck again on Sunday" is meant as the deed before was.
    real = [e for e in events if e in real or (e.where.fine and e.where.place.id in struck)]
    real = [e for e in real if not _sums_up(scene, e, real) and not _counts_sites(scene, e, real)]
    real = [e for e in real if not _adds_them_up(e, real)]
    return [e for e in real if e.where.fine or stands_alone(scene, e, _finer(scene, e, real))]


def _adds_them_up(event: Event, events: list[Event]) -> bool:
    """Whether the dead of an area are those of the places told behind it: "five died in the Bekaa", three and two."""
    if event.where.precision not in _AREAS or event.date is None:
        return False
    behind = [
        e
        for e in events
        if e is not event
        and e.where.fine
        and e.where.place.country == event.where.place.country
        and (event.where.precision != "governorate" or e.where.place.admin1 == event.where.place.admin1)
        and e.first.start > event.first.start
        and not (e.second or e.background or sides_clash(e, event.first))
        and e.date is not None
        and dates_agree(e.date, event.date)
    ]
    dead = [max(dead_of(e), default=0) for e in behind]
    counted = [count for count in dead if count]
    return len(counted) > 1 and sum(counted) in dead_of(event)


def _finer(scene: Scene, event: Event, events: list[Event]) -> list[Event]:
    """The events that are told more precisely than one of a whole area: of a town, or of a part of the area."""
    rank, where = scene.atlas.rank, event.where
    return [e for e in events if e.where.fine or rank(e.where.place) < rank(where.place)]


def _is_told_beside_arms(scene: Scene, event: Event, real: list[Event]) -> bool:
    """Whether a deed with arms is told right before it: "Jets struck A on Sunday. Houses in B were hit as well"."""
    sentence = event.first.sentence
    before = scene.sentence_at(sentence.start - 2) if sentence.start > 1 else None
    near = {s.start for s in (sentence, before) if s is not None and s.paragraph == sentence.paragraph}
    return any(
        f.weapons and f.sentence.start in near for e in real for f in e.frames if f.start < event.first.start
    )


def _sums_up(scene: Scene, event: Event, events: list[Event]) -> bool:
    """Whether a headline's deed in a town is one that the text tells of a site there."""
    if any(f.is_body for f in event.frames):
        return False
    told = (e for e in events if e is not event and any(f.is_body for f in e.frames))
    told = (e for e in told if not _says_more_exactly(event, e))
    return any(_lies_in(scene, e, event) and _is_as_new(event, e) for e in told)


def _says_more_exactly(headed: Event, told: Event) -> bool:
    """Whether a headline names the base that the text has only the town of; they are joined later."""
    exact = headed.where.precision in ("exact", "site") and told.where.fine
    exact = exact and is_finer(headed.where, told.where)
    return exact and headed.date is not None and dates_agree(headed.date, told.date)


def _counts_sites(scene: Scene, event: Event, events: list[Event]) -> bool:
    """Whether it says only how many sites by a town were hit, and the text tells of them one by one."""
    place, first = event.where.place, event.first
    if place.kind not in _ON_LAND or not event.where.fine or len({id(f.sentence) for f in event.frames}) > 1:
        return False
    if not scene.language.several_sites.search(scene.between(first.start, first.end)):
        return False
    beside = [
        e
        for e in events
        if e is not event
        and e.where.fine
        and e.where.place.kind not in _ON_LAND
        and e.where.place.admin1 == place.admin1
        and e.first.start > first.start
        and dates_agree(event.date, e.date)
        and distance_km(place.lon, place.lat, e.where.lon, e.where.lat) <= _BY_A_TOWN_KM
    ]
    return len(beside) > 1


def _lies_in(scene: Scene, event: Event, headed: Event) -> bool:
    """Whether a deed lies where a headline says, or in the province that has the name of that town."""
    if closeness(headed.where, event.where, scene.atlas) is Closeness.TOUCHING:
        return True
    town, place = headed.where.place, event.where.place
    return town.admin1 is not None and town.admin1 == place.admin1 and scene.atlas.names_its_division(town)


def _is_as_new(headed: Event, event: Event) -> bool:
    """Whether a headline can tell of a deed: on its day, or without a day and of the days just before."""
    if dates_agree(headed.date, event.date):
        return True
    if headed.date is None or event.date is None or headed.trust > _GUESSED or event.background:
        return False
    return 0 <= (headed.date.end - event.date.end).days <= _A_HEADLINES_DAYS


def _is_pinned(event: Event, scene: Scene) -> bool:
    """Whether an event has a day, and a place that is no whole province; police who raid and arrest are no attack."""
    if event.dated is None or not (event.where.fine or event.where.precision == "sea"):
        return False
    raids = all(t.kind == "raid" for f in event.frames for t in f.triggers)
    return not (raids and any(scene.has("cues.arrests", f.start, f.end) for f in event.frames))


def _is_figure_of_speech(scene: Scene, event: Event) -> bool:
    """Whether words such as "hammered" are all that there is: no weapon, no victim, nobody armed."""
    words = scene.language.folded("cues", "figurative")
    if not all(t.text in words for f in event.frames for t in f.triggers):
        return False
    actors = scene.atlas.gazetteer.actors
    if any(actors[p.actor].kind != "state" for p in event.parties()):
        return False
    kind = scene.atlas.gazetteer.kinds.get(event.where.place.kind)
    if kind is not None and kind.group == "military":
        return False
    return not any(_tells_of_arms(scene, frame) for frame in event.frames)


def _tells_of_arms(scene: Scene, frame: Frame) -> bool:
    if frame.weapons or frame.casualties or any(s.kind == "claim" and (s.by or s.of) for s in frame.stances):
        return True
    if any(s.kind == "attribution" and s.by and s.of for s in frame.stances):
        return True  # "Ukraine blamed Russia for a strike on a hospital"
    if any(p.why == OWN_DEED for p in frame.parties):
        return True
    if frame.side("attacker") and _hits_what_fights(scene, frame):
        return True
    return scene.has("actors.armed", frame.sentence.start, frame.sentence.end)


def _hits_what_fights(scene: Scene, frame: Frame) -> bool:
    """Whether what only those have who fight stands behind the deed, in Arabic: "هاجمت … مواقع في …".

    In English "positions" are held in talks, too, and "leaders" are of parties.
    """
    if scene.language.subject_first:
        return False
    first = min((t.end for t in frame.triggers), default=frame.end)
    return not scene.language.of_war.isdisjoint(scene.between(first, frame.end).split())
