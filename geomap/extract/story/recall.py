"""Which event already told a frame tells of again, and what it adds to it."""

from __future__ import annotations

from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.past import is_past_perfect
from geomap.extract.event import Dated, Event, Told
from geomap.extract.scene import Scene
from geomap.extract.story.anew import strikes_later
from geomap.extract.story.gates import refers_back, takes_as_known
from geomap.extract.story.matching import (
    ALIKE,
    Closeness,
    arms_differ,
    closeness,
    dates_agree,
    dead_of,
    exactly,
    is_finer,
    is_older_by_days,
    may_be_of,
    same_deed,
    same_victims,
    says_more,
    sides_clash,
)
from geomap.geo import distance_km
from geomap.resolve import SETTLEMENTS, Where, may_be_where

_QUARTER = 24  # characters beside a name in which it is called a district
_QUARTER_KM = 15.0  # from the middle of a city to its outer quarters
_BESIDE_KM = 150.0  # from a deed to where its hurt were brought, or those live who tell of it
_TOLD_FROM_KM = 80.0  # from a town to the village that is told by the way from there
_DOERS_KM = 40.0  # from the town by which a deed is told to the village where its doers were
_LONG_AGO = 60  # days
_FRESH = (
    4  # days before the article in which its story is news, and before the story in which a deed is of it
)
_SURE = 1.0  # trust in a day that is said with the deed
_REPORT_TRUST = 0.6  # a day trusted no more than this may be that of the statement


def known_event(scene: Scene, told: Told, where: Where, frame: Frame, dated: Dated | None) -> Event | None:
    """The event that a frame tells of again: at the same place rather than near it, told last."""
    best = None
    for event in reversed(told.events):
        how = closeness(event.where, where, scene.atlas)
        if how is not Closeness.SAME and where.start in scene.labels and event.first.is_body:
            continue  # each line of a list tells of its own
        if how is Closeness.APART:
            how = _by_another_name(scene, told, event, where, frame, dated)
        if how is Closeness.TOUCHING and frame in event.frames:
            if _listed(scene, event.where, where):
                continue
            return event  # "attacked the city, this time its northern district": one deed in one breath
        if how is Closeness.APART or not _is_again(scene, told, event, frame, dated, how):
            continue
        if how is Closeness.SAME:
            return event
        best = best or event
    return best


def claimed_together(scene: Scene, told: Told, where: Where, frame: Frame) -> list[Event]:
    """The deeds at a place that one claim names at once: "a faction said that both attacks on Taji were its doing"."""
    if not any(s.kind == "claim" and s.by for s in frame.stances) or frame.casualties or frame.weapons:
        return []
    if scene.language.all_of_them.search(scene.between(frame.start, frame.end)) is None:
        return []
    here = [e for e in told.events if closeness(e.where, where, scene.atlas) is Closeness.SAME]
    return here if len(here) > 1 else []


def _by_another_name(
    scene: Scene, told: Told, event: Event, where: Where, frame: Frame, dated: Dated | None
) -> Closeness:
    """How a place lies to an event's, though the two are apart: one may be told by the other's name."""
    if not (exactly(event.where) and exactly(where)) and same_victims(event, frame, scene.atlas.gazetteer):
        return Closeness.SAME
    if _is_a_quarter_of(scene, where, event.where):
        another = scene.has("cues.another", frame.start, frame.end)  # "in a similar attack"
        if not another:
            return Closeness.TOUCHING
    if where.described and may_be_where(event.where, where):
        return Closeness.SAME
    if _heads(event, told) and _lies_there(event.where, where) and not _names(scene, event, where):
        return Closeness.SAME
    if event is not told.current:
        return Closeness.APART
    if _is_told_from(scene, event, where, frame, dated):
        return Closeness.SAME
    if not _goes_on(scene, event, frame):
        return Closeness.APART
    near = may_be_where(event.where, where) or _says_where_the_doers_were(scene, event, where, frame)
    return Closeness.TOUCHING if near else Closeness.APART


def deed_meant(scene: Scene, told: Told, where: Where, frame: Frame) -> Event | None:
    """The deed just told that "the blast" means, of which people near there speak or whose hurt they have.

    "A bomber struck a wedding in A. Doctors in B treated nine who were hurt in the blast": B is no second one.
    """
    event = told.current
    if event is None or not scene.language.capitals or not event.told_near(frame, paragraphs=2):
        return None
    if not frame.is_body or frame.background or frame.another or frame.repeat or frame.many or frame.reply:
        return None
    deeds = [t for t in frame.triggers if t.kind not in ("casualty", "damage")]
    if not deeds or not takes_as_known(scene, frame) or any(t.start < where.end for t in deeds):
        return None
    if not scene.language.tells_in.search(scene.between(frame.sentence.start, where.start) + " "):
        return None
    there, here = where, event.where
    near = distance_km(there.lon, there.lat, here.lon, here.lat) <= _BESIDE_KM
    if not near or there.place.country != here.place.country or not (there.fine and here.fine):
        return None
    if arms_differ(event.weapons, set(frame.weapons), ALIKE) or sides_clash(event, frame):
        return None
    return None if _counts_others(event, frame) else event


def _heads(event: Event, told: Told) -> bool:
    """Whether only the headline has told of an event so far."""
    return event is told.current and all(f.sentence.role == "headline" for f in event.frames)


def _names(scene: Scene, event: Event, where: Where) -> bool:
    """Whether the headline that told of an event names the other place, too: it tells of two."""
    told = {(f.sentence.start, f.sentence.end) for f in event.frames}
    other = where.place.id
    if other == event.where.place.id:
        return False
    return any(other in m.places for start, end in told for m in scene.mentions(start, end))


def _lies_there(headed: Where, where: Where) -> bool:
    """Whether the text tells by its way what the headline names: "south of Baghdad", of a bomb in Arab Jabour."""
    return where.toward is not None and may_be_where(headed, where)


def _is_a_quarter_of(scene: Scene, where: Where, town: Where) -> bool:
    """Whether a place is called a district and lies in the town told before: "the city's Mansura district"."""
    if (
        not (where.fine and town.fine)
        or town.place.kind not in SETTLEMENTS
        or where.place.kind not in SETTLEMENTS
    ):
        return False
    language = scene.language
    behind = language.called_a_quarter.match(scene.between(where.end, where.end + _QUARTER))
    if not behind and not language.quarter_called.search(
        scene.between(max(0, where.start - _QUARTER), where.start)
    ):
        return False
    near = distance_km(where.lon, where.lat, town.lon, town.lat) <= _QUARTER_KM
    return near and where.place.country == town.place.country


def _goes_on(scene: Scene, event: Event, frame: Frame) -> bool:
    """Whether it tells more of the deed just told: "the attackers", or "the truck" of one "south of Baghdad"."""
    if scene.has("cues.known_doers", frame.start, frame.end):
        return True
    opening = scene.between(frame.start, frame.start + 8).split()[:1]
    return event.where.toward is not None and not scene.language.definite.isdisjoint(opening)


def _is_told_from(scene: Scene, event: Event, where: Where, frame: Frame, dated: Dated | None) -> bool:
    """Whether a sentence tells by the same town where the deed was that the lead puts near it.

    "Forty died in a village near Port-au-Prince. Gunmen raided Labodrie, 20 miles north of Port-au-Prince".
    """
    here = event.where
    if here.precision != "near" or not (where.fine and exactly(where)) or event.background:
        return False
    if frame.another or frame.repeat or frame.background or not event.told_near(frame, paragraphs=2):
        return False
    if dated is not None and event.date is not None and not dates_agree(event.date, dated.range):
        return False
    if arms_differ(event.weapons, set(frame.weapons), ALIKE) or _counts_others(event, frame):
        return False
    if distance_km(where.lon, where.lat, here.lon, here.lat) > _TOLD_FROM_KM:
        return False
    named = scene.mentions(where.end, frame.sentence.end)
    return any(here.place.id in m.places and scene.has("directions.", where.end, m.start) for m in named)


def _says_where_the_doers_were(scene: Scene, event: Event, where: Where, frame: Frame) -> bool:
    """Whether "the attackers" did the deed just told in a village near by: "… opened fire in the community of B"."""
    if not scene.has("cues.known_doers", frame.start, frame.end) or frame.another or frame.repeat:
        return False
    here = event.where
    near = distance_km(where.lon, where.lat, here.lon, here.lat) <= _DOERS_KM
    return near and where.fine and here.fine and where.place.country == here.place.country


def _listed(scene: Scene, one: Where, other: Where) -> bool:
    """Whether a sentence lists two places: "the al-Omar field and the Green Village base" are two."""
    for link in scene.language.coordination.finditer(scene.text, one.end, other.start):
        if not scene.language.meanwhile.isdisjoint(scene.between(one.end, link.start()).split()):
            return False  # "in Erbil, when a lorry of gas and explosives blew up at its airport"
        break
    return bool(scene.language.listed_anew.search(scene.between(one.end, other.start)))


def add_to(event: Event, frame: Frame, dated: Dated | None, where: Where | None = None) -> None:
    """Adds a frame to an event, with its day and its place where they say more than is known."""
    event.frames.append(frame)
    if where is not None and is_finer(where, event.where):
        event.where = where
    if frame.launches and event.launch is None:
        event.launch = frame.launches[0]
    if dated and frame.triggers and not _only_speaks_of_them(frame, dated) and says_more(dated, event):
        event.dated = dated


def _only_speaks_of_them(frame: Frame, dated: Dated) -> bool:
    """Whether it is the day of a word on all that was told: "the attacks were a crime, they said on Wednesday"."""
    named = not frame.places and all(t.voice == "noun" for t in frame.triggers)
    return named and dated.trust <= _REPORT_TRUST


def _counts_others(event: Event, frame: Frame) -> bool:
    """Whether both count dead, and not the same number."""
    mine = {c.best for c in frame.casualties if c.what == "killed" and c.best and not c.total}
    theirs = dead_of(event) - {0}
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _same_toll(event: Event, frame: Frame) -> bool:
    """Whether only as many dead are told of as the deed has, and no deed."""
    mine = {c.best for c in frame.casualties if c.what == "killed" and c.best and not c.total}
    theirs = {c.best for f in event.frames for c in f.casualties if c.what == "killed" and not c.total}
    return len(mine) == 1 and mine <= theirs and not frame.reported_attack


def is_only_its_province(scene: Scene, event: Event, where: Where) -> bool:
    """Whether a headline's town is the province of that name, as the text then says: "in Duhok", "Duhok province"."""
    town = event.where.place
    division = scene.atlas.governorates.get(town.admin1 or "")
    if division is None or division.id != where.place.id or not event.where.fine:
        return False
    headed = all(f.sentence.role == "headline" for f in event.frames)
    return headed and scene.atlas.names_its_division(town)


def names_its_quarter(scene: Scene, event: Event, frame: Frame, where: Where) -> bool:
    """Whether a known deed in a town is told again of one quarter alone: "the blast in the city's Karrada district"."""
    if (
        len(frame.places) != 1
        or where.place.kind != "suburb"
        or event.where.place.kind not in ("city", "town")
    ):
        return False
    return frame.reported_attack and takes_as_known(scene, frame) and not _counts_others(event, frame)


def _is_again(
    scene: Scene, told: Told, event: Event, frame: Frame, dated: Dated | None, how: Closeness
) -> bool:
    if how is Closeness.TOUCHING and not _is_retold(scene, told, event, frame, dated):
        return False
    on_its_day = (
        dated is not None
        and dated.trust > _REPORT_TRUST
        and frame.reported_attack
        and frame.weapons
        and event.weapons
    )
    if how is Closeness.TOUCHING and dated and on_its_day and not dates_agree(event.date, dated.range):
        return False  # a site near the town, on another day than that of the statement
    if (
        not may_be_of(event, dated)
        or sides_clash(event, frame)
        or _is_of_old(scene, told, event, frame, dated)
    ):
        return False
    if strikes_later(scene, event, frame):
        return False
    anew = frame.repeat and event.dated and frame.reported_attack
    anew = anew or (how is Closeness.SAME and _is_another_of_its_own_day(event, frame, dated))
    anew = anew or (how is Closeness.SAME and _is_another_with_its_own_dead(event, frame))
    # Of a deed that only the headline has told so far, "another" tells for the first time.
    if anew and any(f.sentence.role != "headline" and f.reported_attack for f in event.frames):
        return False
    past = frame.background and not event.background and event.dated is not None
    return not (past and dated is None and how is Closeness.TOUCHING)


def _is_another_of_its_own_day(event: Event, frame: Frame, dated: Dated | None) -> bool:
    """Whether a day and victims are told of another deed than the undated news: "On Tuesday another bomb hurt two"."""
    if event.dated is not None or dated is None or dated.trust < _SURE or not frame.another:
        return False
    return frame.victims and frame.reported_attack and any(f.victims and f.is_body for f in event.frames)


def _is_another_with_its_own_dead(event: Event, frame: Frame) -> bool:
    """Whether two deeds count their dead: "a bomb in A killed four. Another bomb elsewhere in A killed two"."""
    if not (frame.another and frame.victims and frame.reported_attack and frame.is_body) or frame.background:
        return False
    return any(f.victims and f.is_body for f in event.frames) and _counts_others(event, frame)


def _is_of_old(scene: Scene, told: Told, event: Event, frame: Frame, dated: Dated | None) -> bool:
    """Whether a day of before is told of a deed that the article tells as its news, without a day."""
    today = scene.anchor.day
    if today is None or dated is None or event.dated is not None or event.background:
        return False
    if event.first.sentence.role == "headline":
        return (today - dated.range.end).days > _LONG_AGO
    if scene.is_told_by_the_hour and event.first.sentence.paragraph != frame.sentence.paragraph:
        return (
            dated.range.precision == "day" and dated.range.end < today
        )  # an entry without a day is of today
    before = told.story is None or (told.story == dated.range.start and is_past_perfect(scene, frame))
    if before and event.first.is_body and is_older_by_days(dated, event, today):
        return True
    if dated.range.precision in ("month", "year") and told.story is not None:
        return (today - told.story).days <= _FRESH
    is_news = told.story is not None and (today - told.story).days <= _FRESH
    old = told.story is not None and (told.story - dated.range.end).days > _FRESH
    return is_news and old and dated.trust > _REPORT_TRUST


def _is_retold(scene: Scene, told: Told, event: Event, frame: Frame, dated: Dated | None) -> bool:
    """Whether a deed told of the wider or narrower place is the same: a headline, "the attack", the same day."""
    said = scene.between(frame.sentence.start, frame.sentence.end)
    if event is told.current and event.told_near(frame) and scene.language.one_of_the_dead.match(said):
        return True  # "One of those killed was a medic: he was at a house in B when a second drone came"
    if any(d.needs_reference or d.kind == "ago" for d in frame.dates) or frame.another:
        return False
    if not event.where.fine and event.first.sentence.role == "headline" and not event.background:
        return True
    if any(s.kind == "confirmation" for s in frame.stances) and event is told.current:
        return True
    if frame.reported_attack and refers_back(scene, frame, told.current):
        return True
    if frame.background:
        return False
    if event is told.current and event.told_near(frame, paragraphs=0) and _same_toll(event, frame):
        return True  # "shot dead an officer in Aden. Colonel A was killed in the city's Mansura district"
    just_told = event is told.current and event.told_near(frame) and len(event.frames) == 1
    if just_told and event.trust <= _REPORT_TRUST and not frame.repeat:
        return True
    return same_deed(event, frame, dated)
