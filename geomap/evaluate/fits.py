"""Whether an incident answers a label: place, day, actors, weapon."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from geomap.evaluate.gold import Label, Spot
from geomap.gazetteer import Gazetteer
from geomap.geo import distance_km
from geomap.model import Incident
from geomap.text import fold, fold_name

# Days by which a label's date is widened, by how well it is known.
_SLACK = {"day": 0, "week": 5, "month": 20, "year": 200, "unknown": 0}
_LOOSE_DAYS = 3  # a span longer than the label's own by more than this says nothing
_WORLD_DAYS = 3  # how near an undated label's true day must be
# A target that is named by the whole or by the part is the same target.
_TARGET_KIN = (
    frozenset({"united-states", "us-led-coalition"}),
    frozenset({
        "iran-backed-militias", "kataib-hezbollah", "popular-mobilization-forces", "irgc", "quds-force",
        "islamic-resistance-in-iraq", "harakat-al-nujaba", "kataib-sayyid-al-shuhada",
    }),
)  # fmt: skip


def place_fits(label: Label, one: Incident) -> bool:
    """Whether the incident's point lies where the label wants it."""
    return one.lon is not None and one.lat is not None and point_fits(label, one.lon, one.lat)


def within_radius(label: Label, one: Incident) -> bool | None:
    """Whether the labelled point lies within the doubt that the incident states; None where one has no point."""
    if label.lat is None or label.lon is None or one.lon is None or one.lat is None or one.radius_km is None:
        return None
    return distance_km(label.lon, label.lat, one.lon, one.lat) <= one.radius_km


def point_fits(label: Label, lon: float, lat: float) -> bool:
    """Whether a point (degrees) lies where the label wants it, or where it accepts it."""
    spots = (Spot(label.lat, label.lon, label.tolerance_km), *label.alt_places)
    return any(
        spot.lat is not None
        and spot.lon is not None
        and distance_km(spot.lon, spot.lat, lon, lat) <= (spot.tolerance_km or 0.0)
        for spot in spots
    )


def date_fits(label: Label, one: Incident) -> bool:
    """Whether the incident's days are those of the label."""
    low, high = one.date_start or one.date_end, one.date_end or one.date_start
    if label.date is None:
        if label.date_world is None or one.date_start is None:
            return True
        day, slack = label.date_world, dt.timedelta(days=_WORLD_DAYS)
    else:
        if one.date_start is None or one.date_end is None:
            return False
        day, slack = label.date, dt.timedelta(days=_SLACK[label.date_precision])
    assert low is not None and high is not None
    if (high - low).days > 2 * slack.days + _LOOSE_DAYS:
        return False
    return low - slack <= day <= high + slack or (
        label.date_world is not None and low <= label.date_world <= high
    )


def same_weapon(label: Label, one: Incident) -> bool:
    """Whether the first weapon is one that the label accepts."""
    return one.weapon in (label.weapon, *label.weapon_accept)


class Namesakes:
    """Which names mean one actor, by the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def same_attacker(self, label: Label, one: Incident) -> bool:
        """Whether the first attacker is one that the label accepts; nobody where it names nobody."""
        return bool(
            self._meant(label.attacker, *label.attacker_accept)
            & self._as_found(one.attacker_id, one.attacker)
        )

    def same_target(self, label: Label, one: Incident) -> bool:
        """As `same_attacker`, and a target's kin will do."""
        wanted = self._meant(label.target, *label.target_accept)
        got = self._as_found(one.target_id, one.target)
        return bool(wanted & got) or any(wanted & kin and got & kin for kin in _TARGET_KIN)

    def _meant(self, *names: str | None) -> frozenset[str | None]:
        """The ids of all actors that bear one of these names; a name that none bears stands for itself."""
        return frozenset(
            id for name in names for id in (self._ids.get(fold_name(name), {fold(name)}) if name else {None})
        )

    def _as_found(self, id: str | None, name: str | None) -> frozenset[str | None]:
        return self._with_army(id) if id else self._meant(name)

    def _with_army(self, id: str) -> frozenset[str | None]:
        """A state and its army are one: neither label nor article keeps them apart."""
        actor = self.gazetteer.actors.get(id)
        if actor is None:
            return frozenset({id})
        parts = (self.gazetteer.actors[part] for part in self.gazetteer.family(id))
        armies = {part.id for part in parts if _is_army_of(part.id, id, self.gazetteer)}
        return frozenset(
            {id, *armies, *(m.id for m in actor.part_of if _is_army_of(id, m.id, self.gazetteer))}
        )

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        ids: dict[str, set[str]] = {}
        for text, id, _ in self.gazetteer.actor_names():
            ids.setdefault(fold_name(text), set()).add(id)
        return ids


def _is_army_of(force: str, state: str, gazetteer: Gazetteer) -> bool:
    actor, whole = gazetteer.actors[force], gazetteer.actors.get(state)
    serves = whole is not None and whole.kind == "state" and state in {m.id for m in actor.part_of}
    return serves and actor.name.endswith("Armed Forces")
