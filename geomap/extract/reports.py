"""From events to `Report` records: roles, casualties, status and confidence, each with its reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from geomap.extract.events import Event
from geomap.extract.origin import origin_of
from geomap.extract.roles import Party, Stance
from geomap.extract.scene import Scene
from geomap.model import ActorRole, Confidence, Kind, Report, Span, Status
from geomap.text import fold

_KINDS: dict[str, Kind] = {
    "attack": "attack", "airstrike": "airstrike", "shelling": "shelling", "interception": "interception",
    "explosion": "explosion", "clash": "clash", "raid": "raid", "seizure": "seizure",
}  # fmt: skip
_WEAPON_OF_KIND = {"airstrike": "airstrike", "shelling": "artillery"}


def make_reports(scene: Scene, events: list[Event]) -> list[Report]:
    """A report for each event, in the order of the text."""
    reports = []
    last_attacker = _issuer(scene)
    only = _only_attacker(scene, events)
    for ordinal, event in enumerate(events):
        report = _report(scene, event, ordinal, last_attacker, only)
        reports.append(report)
        if report.attackers and not event.background:
            last_attacker = report.attackers[0]
    return reports


def _only_attacker(scene: Scene, events: list[Event]) -> ActorRole | None:
    """The one side that strikes in all of the article, where it names no other; None where it names several."""
    main = [e for e in events if not e.background]
    named = [p for e in main for p in e.parties() if p.side == "attacker" and p.weight >= 1.5]
    if len({p.actor for p in named}) != 1:
        return None
    return _role(scene, named[0].actor, "suspected")


def _issuer(scene: Scene) -> ActorRole | None:
    """Whose statement the article is: "Statement of the Yemeni Armed Forces", "بيان صادر عن …"."""
    for sentence in (s for s in scene.sentences[:4] if s.role == "headline"):
        for cue in scene.cues("cues.issued", sentence.start, sentence.end):
            for mention in scene.mentions(cue.end, sentence.end):
                if mention.actors and len(scene.between(cue.end, mention.start).split()) <= 3:
                    return _role(scene, mention.actors[0], "claimed")
    return None


def report_id(article: str, evidence: str, ordinal: int) -> str:
    """The stable id of a report: article, hash of the normalised evidence, ordinal."""
    digest = hashlib.sha256(fold(evidence).encode()).hexdigest()[:8]
    return f"{article}#{digest}-{ordinal}"


def _report(
    scene: Scene, event: Event, ordinal: int, last_attacker: ActorRole | None, only: ActorRole | None
) -> Report:
    article, where = scene.article, event.where
    sentence = event.first.sentence
    evidence = scene.text[sentence.start : sentence.end]
    stances = [s for f in event.frames for s in f.stances]
    targets = _targets(scene, event)
    attackers = _attackers(scene, event, stances, {t.id for t in targets}, last_attacker, only)
    targets = [t for t in targets if t.id not in {a.id for a in attackers}]
    weapons = _weapons(event)
    status, status_by = _status(scene, event, stances, attackers)
    held = _held_by(scene, event) if not targets else None
    if held is not None and held.id not in {a.id for a in attackers}:
        targets = [held]
    date = event.date
    launch = event.launch.where if event.launch else None
    munitions = next((f.munitions for f in event.frames if f.munitions), None)
    place = where.place
    return Report(
        id=report_id(article.id, evidence, ordinal),
        article=article.id,
        kind=_kind(event, weapons),
        evidence=evidence,
        span=Span(start=sentence.start, end=sentence.end),
        status=status,
        status_by=status_by,
        core=not event.background,
        date_start=date.start if date else None,
        date_end=date.end if date else None,
        date_precision=date.precision if date else "unknown",
        date_text=event.date_phrase.text if event.date_phrase and date else None,
        date_why=event.date_why if date else None,
        place_id=place.id,
        place=where.name,
        place_text=scene.text[where.start : where.end],
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
        confidence_date=_date_confidence(scene, event),
        confidence_actor=_actor_confidence(attackers),
        launch_place_id=launch.place.id if launch else None,
        launch_place=launch.name if launch else None,
        launch_lon=launch.lon if launch else None,
        launch_lat=launch.lat if launch else None,
        attackers=tuple(attackers),
        targets=tuple(targets),
        weapons=tuple(weapons),  # type: ignore[arg-type]
        munitions_low=munitions[0] if munitions else None,
        munitions_high=munitions[1] if munitions else None,
        outlet=article.outlet,
        source_url=article.url,
        title=article.title,
        published=article.published or scene.anchor.day,
        source_origin=origin_of(
            scene, [(f.sentence.start, f.sentence.end) for f in event.frames], status, status_by
        ),
        trigger=_trigger(scene, event),
        anchor=f"{scene.anchor.day}: {scene.anchor.why}" if scene.anchor.day else None,
        why=(*where.why, *([event.date_why] if event.date_why and date else ())),
        **_casualties(event),
    )


def _kind(event: Event, weapons: list[str]) -> Kind:
    kind = event.first.kind
    for frame in event.frames:
        if frame.kind == "interception":
            kind = "interception"
    if kind == "airstrike" and weapons and weapons[0] in ("drone", "rocket", "missile"):
        return "attack"
    if kind == "attack" and weapons[:1] == ["airstrike"]:
        return "airstrike"
    return _KINDS.get(kind, "attack")


def _weapons(event: Event) -> list[str]:
    listed = list(dict.fromkeys(w for f in event.frames if f.triggers for w in f.weapons))
    if not listed:
        listed = list(dict.fromkeys(w for f in event.frames for w in f.weapons))
    if not listed:
        listed = [w for f in event.frames if (w := _WEAPON_OF_KIND.get(f.kind))][:1]
    # "An airstrike by drones": the munition named says more than the word for any strike.
    return sorted(listed, key=lambda w: w in ("airstrike", "other"))


def _trigger(scene: Scene, event: Event) -> str | None:
    """The words of the first frame that tell of the deed."""
    spans = sorted((t.start, t.end) for f in event.frames for t in f.triggers)
    return scene.text[spans[0][0] : spans[0][1]] if spans else None


def _role(scene: Scene, actor: str, role: str, by: str | None = None, why: str | None = None) -> ActorRole:
    actors = scene.atlas.gazetteer.actors
    teller = actors[by].name if by in actors else None
    return ActorRole(id=actor, name=actors[actor].name, role=role, by=teller, why=why)


def _attackers(
    scene: Scene,
    event: Event,
    stances: list[Stance],
    targets: set[str],
    last: ActorRole | None,
    only: ActorRole | None,
) -> list[ActorRole]:
    actors = scene.atlas.gazetteer.actors
    scored: dict[str, float] = {}
    reasons: dict[str, str] = {}
    for party in event.parties():
        if party.side == "attacker":
            scored[party.actor] = max(scored.get(party.actor, 0), party.weight)
            reasons.setdefault(party.actor, party.why)
    claimed = [
        s.by
        for s in stances
        if s.kind == "claim" and s.by and s.by not in targets and _may_claim(actors, s.by)
    ]
    attributed = [s.of for s in stances if s.kind == "attribution" and s.of and s.of not in targets]
    blamed = {s.of: s.by for s in stances if s.kind == "attribution" and s.of}
    suspected = any(s.kind == "suspicion" for s in stances)
    found: list[ActorRole] = []
    for actor, weight in sorted(scored.items(), key=lambda item: -item[1]):
        if weight < 0.7 or (actor in targets and weight < 2.0):
            continue
        role = "claimed" if actor in claimed else "suspected" if suspected else "attributed"
        found.append(
            _role(scene, actor, role, actor if role == "claimed" else blamed.get(actor), reasons[actor])
        )
    for actor in claimed:
        if actor not in {f.id for f in found}:
            found.append(_role(scene, actor, "claimed", actor, "claims it"))
    for actor in attributed:
        if actor not in {f.id for f in found}:
            found.append(_role(scene, actor, "attributed", blamed.get(actor), "is blamed for it"))
    issuer = _issuer(scene)
    stated = last is not None and issuer is not None and (last.id, last.role) == (issuer.id, issuer.role)
    if not found and only is not None and only.id not in targets and not event.background:
        found.append(ActorRole(id=only.id, name=only.name, role="suspected"))
    if not found and last is not None and last.id not in targets and (stated or _same_hand(scene, event)):
        found.append(last)
    return sorted(found, key=lambda a: a.role != "claimed") if claimed else found


def _may_claim(actors: Mapping[str, object], actor: str) -> bool:
    return getattr(actors.get(actor), "kind", "") not in ("organisation", "company")


_PRONOUNS = {
    "it",
    "they",
    "its",
    "fighters",
    "group",
    "militia",
    "militants",
    "faction",
    "resistance",
    "same",
}


def _same_hand(scene: Scene, event: Event) -> bool:
    """Whether the deed is told of "them", "the group", "the same fighters": the attacker told before."""
    if scene.words.subject_first:
        return any(
            _PRONOUNS & set(scene.between(max(f.start, t.start - 40), t.start).split()[-5:])
            or re.match(r"\s*by the same", scene.between(t.end, t.end + 14))
            for f in event.frames
            for t in f.triggers
            if t.voice != "noun"
        )
    return any(s.kind == "claim" for f in event.frames for s in f.stances)


def _targets(scene: Scene, event: Event) -> list[ActorRole]:
    best: dict[str, Party] = {}
    for party in event.parties():
        if party.side == "target" and (party.actor not in best or party.weight > best[party.actor].weight):
            best[party.actor] = party
    attackers = {p.actor: p.weight for p in reversed(event.parties()) if p.side == "attacker"}
    listed = [p for p in best.values() if p.weight > attackers.get(p.actor, 0)]
    return [
        _role(scene, p.actor, "stated", why=p.why)
        for p in sorted(listed, key=lambda p: (-p.weight, p.start))
        if p.weight >= 0.5
    ]


def _held_by(scene: Scene, event: Event) -> ActorRole | None:
    from geomap.gazetteer.gazetteer import holds

    day = event.date.start if event.date else None
    for held in event.where.place.held_by:
        if holds(held.start, held.end, day) and held.actor in scene.atlas.gazetteer.actors:
            return _role(scene, held.actor, "inferred", why="held the place at that time")
    return None


def _status(
    scene: Scene, event: Event, stances: list[Stance], attackers: list[ActorRole]
) -> tuple[Status, str | None]:
    names = scene.atlas.gazetteer.actors
    by = {kind: [s.by for s in stances if s.kind == kind] for kind in ("claim", "confirmation", "denial")}

    def name(ids: list[str | None]) -> str | None:
        return next((names[i].name for i in ids if i and i in names), None)

    claimed = any(a.role == "claimed" for a in attackers)
    if by["denial"] and (claimed or by["confirmation"] or len(event.frames) > 1):
        return "disputed", name(by["denial"])
    if by["confirmation"]:
        return "confirmed", name(by["confirmation"])
    if claimed:
        return "claimed", next(a.name for a in attackers if a.role == "claimed")
    return "reported", None


def _casualties(event: Event) -> dict[str, Any]:
    values: dict[str, Any] = {}
    told = [f for f in event.frames if len({u.where.place.id for u in f.places if u.where.fine}) <= 1]
    counts = [c for f in told for c in f.casualties if not c.total]
    hurt = any(c.best for c in counts)
    for what in ("killed", "wounded"):
        said = [
            c for c in counts if c.what == what and not c.none and (c.best is not None or c.low is not None)
        ]
        exact = [c for c in said if c.best is not None]
        if exact:
            values[what] = exact[0].best
            lows = [c.low if c.low is not None else c.best for c in exact]
            highs = [c.high if c.high is not None else c.best for c in exact]
            values[f"{what}_low"] = min(v for v in lows if v is not None)
            values[f"{what}_high"] = max(v for v in highs if v is not None)
        elif said:
            values[f"{what}_low"], values[f"{what}_high"] = said[0].low, said[0].high
        elif not hurt and any(c.none and c.what == what for c in counts):
            values |= {what: 0, f"{what}_low": 0, f"{what}_high": 0}
    civilians = [c.best for c in counts if c.what == "killed" and c.civilians and c.best]
    if civilians and values.get("killed") == civilians[0]:
        values["killed_civilians"] = civilians[0]
    return values


def _date_confidence(scene: Scene, event: Event) -> Confidence:
    if event.date is None or event.date_trust < 0.5:
        return "low"
    return (
        "high"
        if event.date_trust >= 1.0 and event.date.precision == "day" and scene.anchor.trust >= 0.7
        else "medium"
    )


def _actor_confidence(attackers: list[ActorRole]) -> Confidence:
    if not attackers:
        return "low"
    return {"claimed": "high", "attributed": "medium"}.get(attackers[0].role, "low")  # type: ignore[return-value]
