"""From events to `Report` records: each value with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from geomap.extract.clauses.frames import Frame
from geomap.extract.deeds import Arms, kind_of
from geomap.extract.event import Event
from geomap.extract.evidence import sentences_of
from geomap.extract.origin import origin_of
from geomap.extract.scene import Scene
from geomap.extract.sides.of_event import Said, Sides, actor_confidence
from geomap.extract.sides.weighing import weigh
from geomap.extract.tolls.choice import choose_tolls
from geomap.model import Confidence, Report, Span
from geomap.text import fold


def make_reports(scene: Scene, events: list[Event], frames: Sequence[Frame] = ()) -> list[Report]:
    """A report for each event, in the order of the text; `frames` are all of the article, those of no event too."""
    if not events:  # as in all that tells of no war
        return []
    said = weigh(scene, frames, events, Sides(scene, events, frames))
    arms = Arms(scene, events, said)
    tolls = choose_tolls(scene, events, frames)
    return [_report(scene, event, i, said[i], arms, tolls[i]) for i, event in enumerate(events)]


def report_id(article: str, told: str, ordinal: int) -> str:
    """The stable id of a report: article, hash of the normalised sentence that tells of it first, ordinal."""
    digest = hashlib.sha256(fold(told).encode()).hexdigest()[:8]
    return f"{article}#{digest}-{ordinal}"


def _report(
    scene: Scene, event: Event, ordinal: int, said: Said, arms: Arms, tolls: dict[str, Any]
) -> Report:
    article = scene.article
    first = event.first.sentence
    weapons = arms.of(event, said)
    sentence, *others = sentences_of(event, said, weapons, tolls)
    munitions = next((f.munitions for f in event.frames if f.munitions), (None, None))
    spans = [(f.sentence.start, f.sentence.end) for f in event.frames]
    why = (event.dated.why,) if event.dated and event.dated.why else ()
    return Report(
        id=report_id(article.id, scene.text[first.start : first.end], ordinal),
        article=article.id,
        kind=kind_of(scene, event, said, weapons),
        evidence=scene.text[sentence.start : sentence.end],
        also=tuple(scene.text[s.start : s.end] for s in others),
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
        why=(*event.where.why, *why, *tolls.pop("why", ())),
        **_place(scene, event),
        **_days(event),
        **tolls,
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
    days, phrase, why = event.dated[:3]
    return {
        "date_start": days.start,
        "date_end": days.end,
        "date_precision": days.precision,
        "date_text": phrase.text if phrase else None,
        "date_why": why,
    }


def _trigger(scene: Scene, event: Event) -> str | None:
    """The first words that tell of the deed."""
    first = min(((t.start, t.end) for f in event.frames for t in f.triggers), default=None)
    return scene.text[first[0] : first[1]] if first else None


def _date_confidence(scene: Scene, event: Event) -> Confidence:
    if event.dated is None or event.trust < 0.5:
        return "low"
    sure = event.trust >= 1.0 and event.dated.range.precision == "day" and scene.anchor.trust >= 0.7
    return "high" if sure else "medium"
