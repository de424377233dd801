"""From events to `Report` records: each value with its reason."""

from __future__ import annotations

import hashlib
from typing import Any

from geomap.extract.event import Event
from geomap.extract.origin import origin_of
from geomap.extract.scene import Scene
from geomap.extract.sides import Said, Sides, actor_confidence
from geomap.extract.tolls import casualties
from geomap.model import Confidence, Kind, Report, Span
from geomap.text import fold

_KINDS: dict[str, Kind] = {
    "attack": "attack", "airstrike": "airstrike", "shelling": "shelling", "interception": "interception",
    "explosion": "explosion", "clash": "clash", "raid": "raid", "seizure": "seizure",
}  # fmt: skip
_WITH_AIRCRAFT = ("state", "force", "coalition")
_WEAPON_OF_KIND = {"airstrike": "airstrike", "shelling": "artillery"}


def make_reports(scene: Scene, events: list[Event]) -> list[Report]:
    """A report for each event, in the order of the text."""
    sides = Sides(scene, events)
    return [_report(scene, event, ordinal, sides) for ordinal, event in enumerate(events)]


def report_id(article: str, evidence: str, ordinal: int) -> str:
    """The stable id of a report: article, hash of the normalised evidence, ordinal."""
    digest = hashlib.sha256(fold(evidence).encode()).hexdigest()[:8]
    return f"{article}#{digest}-{ordinal}"


def _report(scene: Scene, event: Event, ordinal: int, sides: Sides) -> Report:
    article = scene.article
    sentence = event.first.sentence
    evidence = scene.text[sentence.start : sentence.end]
    said = sides.of(event)
    weapons = _weapons(scene, event, said)
    if "rocket" in weapons and _are_missiles(scene, event, said):
        weapons = _without_rockets(weapons)
    munitions = next((f.munitions for f in event.frames if f.munitions), (None, None))
    spans = [(f.sentence.start, f.sentence.end) for f in event.frames]
    why = (event.dated.why,) if event.dated and event.dated.why else ()
    return Report(
        id=report_id(article.id, evidence, ordinal),
        article=article.id,
        kind=_kind(event, weapons),
        evidence=evidence,
        span=Span(start=sentence.start, end=sentence.end),
        status=said.status,
        status_by=said.status_by,
        core=not event.background,
        confidence_date=_date_confidence(scene, event),
        confidence_actor=actor_confidence(said.attackers),
        attackers=said.attackers,
        targets=said.targets,
        weapons=tuple(weapons),  # type: ignore[arg-type]
        munitions_low=munitions[0],
        munitions_high=munitions[1],
        outlet=article.outlet,
        source_url=article.url,
        title=article.title,
        published=article.published or scene.anchor.day,
        source_origin=origin_of(scene, spans, said.status, said.status_by),
        trigger=_trigger(scene, event),
        anchor=f"{scene.anchor.day}: {scene.anchor.why}" if scene.anchor.day else None,
        why=(*event.where.why, *why),
        **_place(scene, event),
        **_days(event),
        **casualties(scene, event),
    )


def _place(scene: Scene, event: Event) -> dict[str, Any]:
    where, launch = event.where, event.launch.where if event.launch else None
    place = where.place
    return {
        "place_id": place.id,
        "place": where.name,
        "place_text": scene.text[where.start : where.end],
        "place_kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "admin1_name": place.admin1_name or scene.atlas.gazetteer.admin1_name(place.admin1),
        "lon": where.lon,
        "lat": where.lat,
        "precision": where.precision,
        "point_is": where.point_is,
        "area_id": where.area_id,
        "radius_km": where.radius_km,
        "confidence_place": where.confidence,
        "launch_place_id": launch.place.id if launch else None,
        "launch_place": launch.name if launch else None,
        "launch_lon": launch.lon if launch else None,
        "launch_lat": launch.lat if launch else None,
    }


def _days(event: Event) -> dict[str, Any]:
    if event.dated is None:
        return {"date_precision": "unknown"}
    days, phrase, why, _ = event.dated
    return {
        "date_start": days.start,
        "date_end": days.end,
        "date_precision": days.precision,
        "date_text": phrase.text if phrase else None,
        "date_why": why,
    }


def _kind(event: Event, weapons: list[str]) -> Kind:
    kinds = [f.kind for f in event.frames]
    kind = "interception" if "interception" in kinds else kinds[0]
    if kind == "airstrike" and weapons and weapons[0] in ("drone", "rocket", "missile"):
        return "attack"
    if kind == "attack" and weapons[:1] == ["airstrike"]:
        return "airstrike"
    if kind == "explosion" and weapons:
        return "attack"  # of unknown cause no longer
    return _KINDS.get(kind, "attack")


def _weapons(scene: Scene, event: Event, said: Said) -> list[str]:
    listed = [w for f in event.frames if f.triggers for w in f.weapons]
    listed = listed or [w for f in event.frames for w in f.weapons]
    listed = listed or [w for f in event.frames if (w := _WEAPON_OF_KIND.get(f.kind))][:1]
    if "bomb" in listed:  # from the air where an army dropped it, else laid or carried
        known = (scene.atlas.gazetteer.actors[a.id].kind for a in said.attackers[:1])
        bomb = "airstrike" if "airstrike" in listed or any(k in _WITH_AIRCRAFT for k in known) else "ied"
        listed = [bomb if weapon == "bomb" else weapon for weapon in listed]
    # "An airstrike by drones": the munition named says more than the word for any strike.
    return sorted(dict.fromkeys(listed), key=lambda w: w in ("airstrike", "other"))


def _are_missiles(scene: Scene, event: Event, said: Said) -> bool:
    """Whether words for a rocket or a missile mean a missile, since a state fired it."""
    actors = scene.atlas.gazetteer.actors
    if not (said.attackers and actors[said.attackers[0].id].kind == "state"):
        return False
    cues = [c for f in event.frames for c in scene.cues("weapons.rocket", f.start, f.end)]
    return all(cue.text in scene.language.generic_missiles for cue in cues)


def _without_rockets(weapons: list[str]) -> list[str]:
    """Missiles for rockets; what an aircraft fires goes with its strike."""
    if "airstrike" in weapons:
        return [w for w in weapons if w != "rocket"]
    return list(dict.fromkeys("missile" if w == "rocket" else w for w in weapons))


def _trigger(scene: Scene, event: Event) -> str | None:
    """The first words that tell of the deed."""
    first = min(((t.start, t.end) for f in event.frames for t in f.triggers), default=None)
    return scene.text[first[0] : first[1]] if first else None


def _date_confidence(scene: Scene, event: Event) -> Confidence:
    if event.dated is None or event.trust < 0.5:
        return "low"
    sure = event.trust >= 1.0 and event.dated.range.precision == "day" and scene.anchor.trust >= 0.7
    return "high" if sure else "medium"
