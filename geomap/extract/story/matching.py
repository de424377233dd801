"""Whether two tellings are of one event: the same place, days that agree, sides that do not clash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import IntEnum

from geomap.dates import DateRange
from geomap.extract.clauses.frames import Frame
from geomap.extract.clauses.party import STATED
from geomap.extract.event import Dated, Event
from geomap.gazetteer import Gazetteer
from geomap.geo import distance_km
from geomap.resolve import SETTLEMENTS, Atlas, Where

# Two fine places closer than this are one place for one article ("al-Omar", "Green Village").
SAME_PLACE_KM = 3.0
_IN_TOWN_KM = 9.0  # a site this near to a town's middle is told of as the town's
_QUARTER_KM = 15.0  # … and a quarter: a city's outer ones lie further out
_ITS_AIRPORT_KM = 40.0  # an airport that has the town's name may lie further out
_HARDLY_BY_CHANCE = 5  # so many dead of two deeds on one day
_LEAD = 3  # paragraphs that tell the news
NAMED = 1.0  # weight of an actor from which a clause itself names it
_A_WEEK = 7  # days, within which what is told without a day may have been done
_REPORTED_WITHIN = 3  # days between a deed and the statement about it, where only the latter is dated
_REPORT_TRUST = 0.6  # a day trusted no more than this may be that of the statement
_FINENESS = ("exact", "site", "locality", "near", "district", "governorate", "sea", "country", "unknown")
_EXACTNESS = ("day", "week", "month", "year", "unknown")


# Arms that writers name for one another: a "bomb" may have been laid or dropped, a "rocket" be a missile.
ALIKE = (
    {"bomb", "ied", "other"},
    {"bomb", "airstrike", "missile", "rocket"},
    {"artillery", "mortar", "rocket"},
)


class Closeness(IntEnum):
    """How two places of an article lie to each other."""

    APART = 0
    TOUCHING = 1  # one lies in the other, or they touch
    SAME = 2


def closeness(a: Where, b: Where, atlas: Atlas) -> Closeness:
    """How two places of an article lie to each other."""
    if a.place.id == b.place.id and a.name == b.name:
        return Closeness.SAME
    if a.fine and b.fine:
        return Closeness.TOUCHING if _touch(a, b) else Closeness.APART
    inside = atlas.contains(a.place, b.place) or atlas.contains(b.place, a.place)
    return Closeness.TOUCHING if inside or a.place.id == b.place.id else Closeness.APART


def _touch(a: Where, b: Where) -> bool:
    km = distance_km(a.lon, a.lat, b.lon, b.lat)
    town_and_site = (a.place.kind in SETTLEMENTS) != (b.place.kind in SETTLEMENTS)
    near = _QUARTER_KM if "suburb" in (a.place.kind, b.place.kind) else _IN_TOWN_KM
    if town_and_site and _in_one_division(a, b) and km <= (_ITS_AIRPORT_KM if _named_by(a, b) else near):
        return True
    if _holds(a, b, km) or _holds(b, a, km):
        return True
    kin_of_a, kin_of_b = (*a.place.part_of, *a.place.near), (*b.place.part_of, *b.place.near)
    if _is_an_end_of(a, b) or _is_an_end_of(b, a):
        return True
    related = a.place.id in kin_of_b or b.place.id in kin_of_a
    sizes = (a.place.extent_km or 0) + (b.place.extent_km or 0)
    return km <= (SAME_PLACE_KM + sizes if related else SAME_PLACE_KM)


def _holds(district: Where, other: Where, km: float) -> bool:
    """Whether a district, by its reach, holds what is told more exactly: "in North Waziristan", "in Mir Ali"."""
    if district.place.kind != "district" or other.place.kind == "district":
        return False
    return _in_one_division(district, other) and km <= (district.place.extent_km or 0)


def _is_an_end_of(town: Where, road: Where) -> bool:
    """Whether a road is told by a town: "on the Nushki-Dalbandin highway", "in Nushki"."""
    return town.place.id in road.ends


def _named_by(a: Where, b: Where) -> bool:
    """Whether one is an airport or a base that is called by the other's name: "Abha airport", "Abha"."""
    one, other = a.place.name, b.place.name
    return one.startswith(f"{other} ") or other.startswith(f"{one} ")


def is_finer(a: Where, b: Where) -> bool:
    """Whether a place says more exactly than another where an event was."""
    if a.precision == b.precision == "near":
        return a.radius_km < b.radius_km
    return _FINENESS.index(a.precision) < _FINENESS.index(b.precision)


def _in_one_division(a: Where, b: Where) -> bool:
    if a.place.country != b.place.country:
        return False
    return a.place.admin1 == b.place.admin1 or None in (a.place.admin1, b.place.admin1)


def is_of_the_statement(area: Event, told: Event) -> bool:
    """Whether the day of an area's deed may be that of a statement about what is told of a place in it."""
    if area.date is None or told.date is None or area.trust > _REPORT_TRUST or told.background:
        return False
    return area.weapons == told.weapons and 0 < (area.date.end - told.date.end).days < _REPORTED_WITHIN


def dates_agree(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether two periods share a day; what is not known agrees with anything."""
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def may_be_of(
    event: Event, dated: Dated | None, told_within: int = _REPORTED_WITHIN, within: int = _REPORTED_WITHIN
) -> bool:
    """Whether a date may be the event's. The day of a report is only the last day that it can have.

    Args:
        event: The event.
        dated: The date.
        told_within: How many days before the report that told of the event the date may lie.
        within: How many days behind the event the report may lie that has the date.
    """
    if dated is None or event.dated is None or dates_agree(event.dated.range, dated.range):
        return True
    if event.trust <= _REPORT_TRUST < dated.trust:
        told_within = told_within if event.dated.range.precision == "day" else _REPORTED_WITHIN
        return 0 <= (event.dated.range.start - dated.range.end).days <= told_within
    if dated.trust <= _REPORT_TRUST < event.trust:
        return 0 <= (dated.range.start - event.dated.range.end).days <= within
    return False


def is_older_by_days(dated: Dated, event: Event, today: dt.date) -> bool:
    """Whether a day is long before what an article tells first and without a day: that is no older than its news."""
    told_first = event.dated is None and not event.background and event.first.sentence.paragraph <= _LEAD
    return told_first and (today - dated.range.end).days > _A_WEEK


def says_more(dated: Dated, event: Event) -> bool:
    """Whether a date is to replace the event's: a surer one, if it is at least as exact."""
    if event.dated is None:
        return True
    exact = _EXACTNESS.index(dated.range.precision) <= _EXACTNESS.index(event.dated.range.precision)
    return exact and (dated.trust > event.trust or _is_the_day_of(dated, event.dated))


def _is_the_day_of(dated: Dated, wide: Dated) -> bool:
    """Whether one day is told behind the weeks that hold it: "hit A twice this week. On Monday a missile …"."""
    if dated.range.precision != "day" or wide.range.precision == "day" or dated.trust < wide.trust:
        return False
    return wide.range.start <= dated.range.start and dated.range.end <= wide.range.end


def sides_clash(event: Event, frame: Frame) -> bool:
    """Whether one's attacker is the other's target: a strike and the reply to it are two events."""
    attackers, targets = event.side("attacker", STATED), event.side("target", STATED)
    mine, theirs = frame.side("attacker", STATED), frame.side("target", STATED)
    return bool((attackers & theirs) - targets) or bool((targets & mine) - attackers)


def is_set_against(last: Frame, frame: Frame) -> bool:
    """Whether a clause sets the other side's deed against one told in its sentence: "…, while an Israeli strike"."""
    if last.sentence.start != frame.sentence.start or not (last.reported_attack and frame.reported_attack):
        return False
    before, by = last.side("attacker", NAMED), frame.side("attacker", NAMED)
    return bool(before and by) and before.isdisjoint(by)


def exactly(where: Where) -> bool:
    """Whether it is a site or a settlement, and not only near one."""
    return where.fine and where.precision != "near"


def same_victims(event: Event, frame: Frame, gazetteer: Gazetteer) -> bool:
    """Whether both tell of the same number of dead on the same side, or on sides that are kin."""
    mine = {c.best for c in frame.casualties if c.what == "killed" and (c.best or 0) > 1 and not c.total}
    theirs = {c.best for f in event.frames for c in f.casualties if c.what == "killed" and not c.total}
    sides = [
        {kin for t in side for kin in _kin(t, gazetteer)}
        for side in (frame.side("target"), event.side("target"))
    ]
    if arms_differ(event.weapons, set(frame.weapons), ALIKE):
        return False  # as many died elsewhere, of something else
    return bool(mine & theirs) and (not sides[0].isdisjoint(sides[1]) or not any(sides))


def dead_of(event: Event) -> set[int]:
    """How many are said to have died of it."""
    return {
        c.best
        for f in event.frames
        for c in f.casualties
        if c.what == "killed" and c.best is not None and not (c.total or c.part or c.own)
    }


def same_dead(a: Event, b: Event) -> bool:
    """Whether so many died of both that it is hardly by chance."""
    return any(count >= _HARDLY_BY_CHANCE for count in dead_of(a) & dead_of(b))


def arms_differ(first: set[str], then: set[str], kin: Iterable[set[str]]) -> bool:
    """Whether both are told of arms, and no two of them may be the same."""
    if not (first and then):
        return False
    return not any(a == b or any({a, b} <= alike for alike in kin) for a in first for b in then)


def _kin(actor: str, gazetteer: Gazetteer) -> set[str]:
    known = gazetteer.actors[actor]
    return {actor, *(link.id for link in known.part_of)}


def same_deed(event: Event, frame: Frame, dated: Dated | None) -> bool:
    """Whether at least two of sides, weapons and day are the same."""
    sides = {(p.actor, p.side) for p in event.parties()} & {(p.actor, p.side) for p in frame.parties}
    weapons = event.weapons & set(frame.weapons)
    same_day = dated is not None and dated.range == event.date
    return bool(sides) + bool(weapons) + same_day >= 2
