"""From a checked draft to a report: its words are resolved, dated and named as the built-in reader's are."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator, Mapping

from geomap.extract.dates.when import Resolved, resolve_date
from geomap.extract.drafts import Located
from geomap.extract.origin import origin_of
from geomap.extract.places.hints import hints
from geomap.extract.reports import report_id
from geomap.extract.scene import Scene
from geomap.extract.words.numbers import Number
from geomap.model import ActorRole, Kind, Place, Report, Span, Status, Unplaced
from geomap.recognise import Mention
from geomap.resolve import Where
from geomap.resolve.where import Hints, choose, locate
from geomap.text import fold_name

_KINDS = typing.get_args(Kind)
_STATUS: dict[str, Status] = {
    "cues.denial": "denied", "cues.confirmation": "confirmed", "cues.claim": "claimed",
}  # fmt: skip


def draft_report(scene: Scene, draft: Located, ordinal: int) -> Report | Unplaced:
    """The report of a draft; where nothing knows its place, an entry for the curator's worklist."""
    text = scene.text
    evidence = text[draft.evidence.start : draft.evidence.end]
    where = _where(scene, draft.place) if draft.place else None
    if draft.place is None or where is None:
        name = text[draft.place.start : draft.place.end] if draft.place else ""
        reason = "no gazetteer knows this name" if name else "the draft does not say where"
        return Unplaced(text=name, article=scene.article.id, sentence=evidence, reason=reason)
    launch = _where(scene, draft.launch) if draft.launch else None
    status, status_by = _status(scene, draft)
    role = "claimed" if status == "claimed" else "attributed"
    attackers = tuple(_roles(scene, draft.attackers, role, status_by))
    targets = tuple(_roles(scene, draft.targets, "stated", None))
    date = _date(scene, draft.date) if draft.date else None
    days = date.range if date else None
    munitions = draft.munitions
    place = where.place
    return Report(
        id=report_id(scene.article.id, evidence, ordinal),
        article=scene.article.id,
        kind=_kind(scene, draft),
        evidence=evidence,
        span=draft.evidence,
        status=status,
        status_by=status_by,
        core=not draft.draft.background,
        date_start=days.start if days else None,
        date_end=days.end if days else None,
        date_precision=days.precision if days else "unknown",
        date_text=text[draft.date.start : draft.date.end] if draft.date and days else None,
        date_why=date.why if date else None,
        place_id=place.id,
        place=where.name,
        place_text=text[draft.place.start : draft.place.end],
        place_kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        admin1_name=place.admin1_name or scene.atlas.gazetteer.admin1_name(place.admin1),
        lon=where.lon,
        lat=where.lat,
        precision=where.precision,
        point_is=where.point_is,
        area_id=where.area_id,
        radius_km=where.radius_km,
        confidence_place=where.confidence,
        # Which words belong to the deed is the other reader's word, so medium is the most.
        confidence_date="medium" if days else "low",
        confidence_actor="medium" if attackers else "low",
        launch_place_id=launch.place.id if launch else None,
        launch_place=launch.name if launch else None,
        launch_lon=launch.lon if launch else None,
        launch_lat=launch.lat if launch else None,
        attackers=attackers,
        targets=tuple(t for t in targets if t.id not in {a.id for a in attackers}),
        weapons=tuple(_weapons(scene, draft.weapons)),  # type: ignore[arg-type]
        munitions_low=_least(munitions),
        munitions_high=_most(munitions),
        killed=draft.killed.best if draft.killed else None,
        killed_low=_least(draft.killed),
        killed_high=_most(draft.killed),
        wounded=draft.wounded.best if draft.wounded else None,
        wounded_low=_least(draft.wounded),
        wounded_high=_most(draft.wounded),
        outlet=scene.article.outlet,
        source_url=scene.article.url,
        title=scene.article.title,
        published=scene.article.published or scene.anchor.day,
        source_origin=origin_of(scene, [(draft.evidence.start, draft.evidence.end)], status, status_by),
        trigger=text[draft.trigger.start : draft.trigger.end] if draft.trigger else None,
        anchor=f"{scene.anchor.day}: {scene.anchor.why}" if scene.anchor.day else None,
        why=(*where.why, *([date.why] if date and days else ())),
    )


def _least(number: Number | None) -> int | None:
    if number is None:
        return None
    return number.low if number.low is not None else number.best


def _most(number: Number | None) -> int | None:
    if number is None:
        return None
    return number.high if number.high is not None else number.best


def _over(scene: Scene, span: Span) -> Iterator[Mention]:
    """The names that share characters with a span, the longest first."""
    found = (m for m in scene.reading.mentions if m.start < span.end and span.start < m.end)
    return iter(sorted(found, key=lambda m: m.start - m.end))


def _where(scene: Scene, span: Span) -> Where | None:
    countries = scene.countries
    for mention in _over(scene, span):
        place = choose(mention.places, scene.atlas, countries, [])
        sentence = scene.sentence_at(mention.start)
        if place is not None:
            around = hints(scene, mention, sentence) if sentence else Hints()
            return locate(place, mention.text, mention.start, mention.end, scene.atlas, around)
    name = scene.text[span.start : span.end]
    found = scene.atlas.curated(name, countries, near=True) or _elsewhere(scene, name, countries)
    return locate(found, name, span.start, span.end, scene.atlas, Hints()) if found else None


def _elsewhere(scene: Scene, name: str, countries: Mapping[str, int]) -> Place | None:
    """A division or a town in a country that the article names; where it names none, the only one of the name."""
    places = [*scene.atlas.divisions(name), *scene.atlas.towns(name)]
    inside = [place for place in places if countries.get(place.country or "", 0)]
    chosen = inside or (places if len(places) == 1 and not countries else [])
    if not chosen:
        return None
    scene.atlas.keep(chosen[0])
    return chosen[0]


def _date(scene: Scene, span: Span) -> Resolved | None:
    """What the first phrase in the span means that means some days; else why it means none."""
    last = None
    for phrase in scene.dates:
        if phrase.start < span.end and span.start < phrase.end:
            last = resolve_date(phrase, anchor=scene.anchor.day)
            if last.range is not None:
                return last
    return last


def _roles(scene: Scene, spans: Iterable[Span], role: str, by: str | None) -> Iterator[ActorRole]:
    """The actors that the spans name, each once; who is not in the gazetteer is left out."""
    actors = scene.atlas.gazetteer.actors
    seen = set()
    for span in spans:
        ids = [mention.actors[0] for mention in _over(scene, span) if mention.actors]
        name = fold_name(scene.text[span.start : span.end])
        ids += (
            []
            if ids
            else [id for text, id, _ in scene.atlas.gazetteer.actor_names() if fold_name(text) == name]
        )
        for id in ids[:1]:
            if id not in seen:
                seen.add(id)
                words = scene.text[span.start : span.end]
                yield ActorRole(id=id, name=actors[id].name, role=role, by=by, why=f"the words {words!r}")


def _kind(scene: Scene, draft: Located) -> Kind:
    if draft.draft.kind is not None and draft.trigger is not None:
        return draft.draft.kind
    if draft.trigger is None:
        return "other"
    for cue in scene.triggers:
        kind = cue.tag.split(".")[1]
        if cue.start < draft.trigger.end and draft.trigger.start < cue.end and kind in _KINDS:
            return kind  # type: ignore[return-value]
    return "attack"


def _status(scene: Scene, draft: Located) -> tuple[Status, str | None]:
    """The status that its words stand for, and who says it; words that stand for none are a report."""
    if draft.status is None:
        return "reported", None
    by = None
    if draft.status_by is not None:
        by = next((role.name for role in _roles(scene, [draft.status_by], "claimed", None)), None)
    for tag, status in _STATUS.items():
        for cue in scene.cues_by_tag.get(tag, ()):
            if cue.start < draft.status.end and draft.status.start < cue.end:
                return status, by
    return "reported", None


def _weapons(scene: Scene, spans: Iterable[Span]) -> list[str]:
    found = (
        cue.tag.split(".")[1]
        for span in spans
        for cue in scene.cues("weapons.", 0, len(scene.text))
        if cue.start < span.end and span.start < cue.end
    )
    return list(dict.fromkeys("ied" if weapon == "bomb" else weapon for weapon in found))
