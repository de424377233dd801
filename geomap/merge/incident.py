"""One incident out of the reports of one event."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from geomap.dates import DateRange, edtf
from geomap.merge import codes
from geomap.merge.rulings import NO_RULINGS, Rulings
from geomap.merge.status import join_all
from geomap.model import OFF_MAP_ORIGIN, ActorRole, Confidence, Incident, Kind, Origin, Report, Weapon

_FINENESS = ("exact", "site", "locality", "near", "district", "governorate", "sea", "country", "unknown")
_DATE_FINENESS = ("day", "week", "month", "year", "unknown")
_CONFIDENCE: tuple[Confidence, ...] = ("low", "medium", "high")
_ROLES = ("claimed", "attributed", "suspected", "stated", "inferred")
# These know no more than that there was violence, or took a verb for it: what others say of the kind goes before.
_KINDS_BY_CLASS = frozenset({"ucdp", "gdelt"})
_LAST_DAY = dt.date.max
_NO_COPIES: Mapping[str, str] = MappingProxyType({})


def make_incident(
    reports: Sequence[Report],
    joined: Sequence[str] = (),
    rulings: Rulings = NO_RULINGS,
    copies: Mapping[str, str] = _NO_COPIES,
) -> Incident:
    """The incident that these reports tell of, all of them kept.

    Args:
        reports: At least one report; the order does not matter.
        joined: Why they were put together, in words.
        rulings: What a person said of them: it is believed before anything else.
        copies: Of what outlet's text an article is a copy, by its id.
    """
    ordered = sorted(reports, key=lambda r: (r.published or _LAST_DAY, r.id))
    first = ordered[0]
    place = min(rulings.said(ordered, "place"), key=_fineness_of_place)
    dated = min(rulings.said(ordered, "date"), key=_fineness_of_date)
    launch = next((r for r in rulings.said(ordered, "launch_place") if r.launch_place), first)
    blamed = rulings.said(ordered, "attackers")
    attackers = _actors(role for r in blamed for role in r.attackers)
    targets = [
        target
        for target in _actors(role for r in rulings.said(ordered, "targets") for role in r.targets)
        if target.id not in {a.id for a in attackers}
    ]
    weapons = _weapons(rulings.said(ordered, "weapons"))
    kind = _kind(rulings.said(ordered, "kind"))
    ruled_status = rulings.said(ordered, "status")
    status = join_all(r.status for r in ruled_status)
    weapon = weapons[0] if weapons else None
    event_type, sub_event_type = codes.acled(kind, weapon, targets[0].name if targets else None)
    confidence: dict[str, Any] = {
        "confidence_place": place.confidence_place,
        "confidence_date": dated.confidence_date,
        "confidence_actor": max((r.confidence_actor for r in blamed), key=_CONFIDENCE.index),
    }
    said = _best_told(ordered, place)
    coded = _coded(ordered, place, dated)
    title = make_title(kind, weapon, place.place, place.precision)
    verdicts = [reason for r in ordered for reason in rulings.reasons.get(r.id, ())]

    origins = _origins(ordered)

    def origin(report: Report) -> str:
        return report.source_origin or copies.get(report.article) or report.outlet or report.article

    return Incident(
        id=incident_id(first.id),
        slug=make_slug(dated.date_start, place.place),
        title=title,
        former_ids=tuple(sorted(incident_id(r.id) for r in ordered[1:])),
        kind=kind,
        status=status,
        status_by=next((r.status_by for r in ruled_status if r.status == status and r.status_by), None),
        date_start=dated.date_start,
        date_end=dated.date_end,
        date_precision=dated.date_precision,
        date_text=dated.date_text,
        date_edtf=_edtf(dated),
        time_of_day=next((r.time_of_day for r in ordered if r.time_of_day), None),
        place_id=place.place_id,
        place=place.place,
        place_kind=place.place_kind,
        country=place.country,
        admin1=place.admin1,
        admin1_name=place.admin1_name,
        precision=place.precision,
        radius_km=place.radius_km,
        point_is=place.point_is,
        area_id=place.area_id,
        lon=place.lon,
        lat=place.lat,
        launch_place_id=launch.launch_place_id,
        launch_place=launch.launch_place,
        launch_lon=launch.launch_lon,
        launch_lat=launch.launch_lat,
        attacker_id=attackers[0].id if attackers else None,
        attacker=attackers[0].name if attackers else None,
        attacker_role=attackers[0].role if attackers else None,  # type: ignore[arg-type]
        attackers=tuple(a.name for a in attackers),
        target_id=targets[0].id if targets else None,
        target=targets[0].name if targets else None,
        target_role=targets[0].role if targets else None,  # type: ignore[arg-type]
        targets=tuple(t.name for t in targets),
        weapon=weapon,
        weapons=tuple(weapons),
        munitions_low=_least(r.munitions_low for r in rulings.said(ordered, "munitions")),
        munitions_high=_most(r.munitions_high for r in rulings.said(ordered, "munitions")),
        intercepted=_most(r.intercepted for r in rulings.said(ordered, "intercepted")),
        **_casualties(rulings.said(ordered, "killed"), "killed", origin),
        **_casualties(rulings.said(ordered, "wounded"), "wounded", origin),
        killed_civilians=_most(r.killed_civilians for r in rulings.said(ordered, "killed_civilians")),
        casualties_of=next((r.casualties_of for r in ordered if r.casualties_of), None),
        confidence=min(confidence.values(), key=_CONFIDENCE.index),
        **confidence,
        n_outlets=len({r.outlet or r.article for r in ordered}),
        n_origins=len(set(map(origin, ordered))),
        sources=tuple(dict.fromkeys(r.outlet for r in ordered if r.outlet)),
        articles=tuple(dict.fromkeys(r.article for r in ordered)),
        evidence=said.evidence,
        why="; ".join(dict.fromkeys((*verdicts, *place.why, *dated.why, *joined))) or None,
        acled_event_type=coded.get("acled_event_type", event_type),
        acled_sub_event_type=coded.get("acled_sub_event_type", sub_event_type),
        plover_event=codes.plover(kind),
        geo_precision=coded.get("geo_precision", codes.geo_precision(place.precision)),
        where_prec=coded.get("where_prec", codes.where_prec(place.precision)),
        time_precision=coded.get("time_precision", codes.time_precision(dated.date_precision)),
        origin=origins[0],
        origins=origins,
        redistribute=all(r.redistribute for r in ordered),
        reports=tuple(rulings.raw.get(r.id, r) for r in ordered),
    )


def _origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    """Where the reports come from; what a machine coded last, for an incident of which people tell is on the map."""
    found = dict.fromkeys(report.origin for report in reports)
    return tuple(sorted(found, key=lambda one: one in OFF_MAP_ORIGIN))


def _coded(reports: Sequence[Report], place: Report, dated: Report) -> dict[str, Any]:
    """Codes that a dataset itself gave: of the event by any of its rows, of place and day by the one believed."""
    if not any(report.codes for report in reports):
        return {}
    found = {name: code for report in reversed(reports) for name, code in report.codes}
    for name, by in (("geo_precision", place), ("where_prec", place), ("time_precision", dated)):
        found.pop(name, None)
        found |= {key: code for key, code in by.codes if key == name}
    if "acled_event_type" in found:  # the pair is one code
        found.setdefault("acled_sub_event_type", None)  # type: ignore[arg-type]
    return found


def _fineness_of_place(report: Report) -> tuple[int, float, str]:
    return _FINENESS.index(report.precision), report.radius_km or 0.0, report.id


def _fineness_of_date(report: Report) -> tuple[int, int, str]:
    sureness = _CONFIDENCE.index(report.confidence_date)
    return _DATE_FINENESS.index(report.date_precision), -sureness, report.id


def incident_id(report: str) -> str:
    """The id of an incident, from its earliest report's."""
    return "i" + hashlib.sha256(report.encode()).hexdigest()[:11]


def make_slug(day: dt.date | None, place: str | None) -> str:
    """For reading and links: "2024-02-04-al-omar-oil-field"."""
    plain = unicodedata.normalize("NFKD", place or "place-unknown").encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "place-unknown"
    return f"{day.isoformat() if day else 'undated'}-{words}"


_DEEDS: dict[Kind, tuple[str, str]] = {
    "attack": ("attack", "on"), "airstrike": ("airstrike", "on"), "shelling": ("shelling", "of"),
    "interception": ("interception", "over"), "explosion": ("explosion", "at"), "clash": ("clash", "at"),
    "raid": ("raid", "on"), "seizure": ("seizure", "of"), "other": ("incident", "at"),
}  # fmt: skip
_ARMS = {
    "drone": "Drone", "rocket": "Rocket", "missile": "Missile", "artillery": "Artillery", "mortar": "Mortar",
    "gunfire": "Gun", "ied": "Bomb",
}  # fmt: skip
_PUT = ("between ", "off ")  # beginnings of places that a text puts beside others
_WIDE = ("country", "governorate", "sea", "locality", "near", "district")


def make_title(kind: Kind, weapon: str | None, place: str | None, precision: str) -> str:
    """A short title in plain words: "Drone attack on al-Omar oil field"."""
    deed, at = _DEEDS[kind]
    if place and place.startswith(_PUT):
        at = ""  # "between A and B" says itself where it was
    elif precision in _WIDE and kind not in ("shelling", "seizure"):
        at = "near" if precision == "near" else "in"
    arms = _ARMS.get(weapon or "")
    if kind == "interception" and arms:
        words = f"{arms} intercepted"
    elif arms and kind == "attack":
        words = f"{arms} {deed}"
    else:
        words = deed.capitalize()
    return " ".join(filter(None, (words, at, place))) if place else f"{words}, place not known"


def _edtf(report: Report) -> str | None:
    if report.date_start is None or report.date_end is None:
        return None
    return edtf(DateRange(report.date_start, report.date_end, report.date_precision))


def _actors(roles: Iterable[ActorRole]) -> list[ActorRole]:
    """Each actor once with its best role, the surest and most often named first."""
    listed = list(roles)
    often = Counter(role.id for role in listed)
    best: dict[str, ActorRole] = {}
    for role in listed:
        if role.id not in best or _ROLES.index(role.role) < _ROLES.index(best[role.id].role):
            best[role.id] = role
    order = {id: i for i, id in enumerate(dict.fromkeys(role.id for role in listed))}
    return sorted(best.values(), key=lambda r: (_ROLES.index(r.role), -often[r.id], order[r.id]))


def _weapons(reports: Sequence[Report]) -> list[Weapon]:
    often = Counter(w for r in reports for w in r.weapons)
    order = {w: i for i, w in enumerate(dict.fromkeys(w for r in reports for w in r.weapons))}
    return sorted(often, key=lambda w: (w in ("airstrike", "other"), -often[w], order[w]))


def _kind(reports: Sequence[Report]) -> Kind:
    """The kind most reports give; an attack of which some report an interception is an attack."""
    coded = [r for r in reports if r.origin not in _KINDS_BY_CLASS]
    often = Counter(r.kind for r in coded or reports)
    if len(often) > 1 and "interception" in often:
        del often["interception"]
    if len(often) > 1 and "explosion" in often:
        del often["explosion"]
    return min(often, key=lambda k: (-often[k], k))


def _casualties(reports: Sequence[Report], what: str, origin: Callable[[Report], str]) -> dict[str, Any]:
    """Best figure and range: of one origin the latest report counts, other origins widen the range."""
    latest: dict[str, Report] = {}
    for report in reports:  # in order of publication
        if getattr(report, what) is not None or getattr(report, f"{what}_low") is not None:
            latest[origin(report)] = report
    values = [getattr(r, what) for r in latest.values() if getattr(r, what) is not None]
    often = Counter(values)
    best = max(often, key=lambda v: (often[v], v)) if often else None
    return {
        what: best,
        f"{what}_low": _least(getattr(r, f"{what}_low") for r in latest.values()),
        f"{what}_high": _most(getattr(r, f"{what}_high") for r in latest.values()),
    }


def _least(values: Iterable[int | None]) -> int | None:
    return min((v for v in values if v is not None), default=None)


def _most(values: Iterable[int | None]) -> int | None:
    return max((v for v in values if v is not None), default=None)


def _best_told(reports: Sequence[Report], place: Report) -> Report:
    """The report whose sentence says most: an attacker, a weapon, a day and victims beside the place."""

    def told(report: Report) -> tuple[int, int]:
        facts = sum(
            map(bool, (report.attackers, report.weapons, report.date_text, report.killed is not None))
        )
        return facts, -len(report.evidence)

    same = [r for r in reports if r.place_id == place.place_id] or list(reports)
    return max(same, key=lambda r: (told(r), r.id))
