"""The places of a sentence, borders joined, without those that only say where another one is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from geomap.extract.borders import with_borders
from geomap.extract.containers import drop_containers
from geomap.extract.scene import Scene
from geomap.extract.sentences import Clause, Sentence
from geomap.extract.uses import Use, named_places
from geomap.geo import distance_km

# Longer ways are no place: "clashes between Moscow and Kyiv".
_LONGEST_WAY_KM = 300.0


def place_uses(
    scene: Scene, sentence: Sentence, clauses: list[Clause], countries: Mapping[str, int]
) -> list[Use]:
    """Every place that counts in a sentence, in order, with its part in it."""
    if not scene.mentions(sentence.start, sentence.end):
        return []
    uses = _with_ways(scene, sentence, named_places(scene, sentence, clauses, countries))
    return drop_containers(scene, with_borders(scene, sentence, uses))


def _with_ways(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """One place for "between A and B" and "the road linking A and B": the middle, half the way from each."""
    for one, other in pairwise(uses):
        if one.role != other.role or not (one.where.fine and other.where.fine):
            continue
        gap = scene.between(one.end, other.start)
        if not scene.language.way_behind.match(gap) or not scene.language.way_before.search(
            scene.between(max(0, one.start - 40), one.start)
        ):
            continue
        km = distance_km(one.where.lon, one.where.lat, other.where.lon, other.where.lat)
        if one.role == "launch" and scene.has("weapons.", sentence.start, one.start):
            continue  # "drones on their way from A to B": a path of arms
        lies = scene.language.lies_on_a_way.search(scene.between(sentence.start, one.start))
        describes = lies and not scene.has("triggers.", other.end, sentence.end)
        if describes or _is_told_exactly(scene, uses, other):
            return [u for u in uses if u is not one and u is not other]
        if km <= _LONGEST_WAY_KM:
            return [_on_the_way(u, other, km) if u is one else u for u in uses if u is not other]
    return uses


def _is_told_exactly(scene: Scene, uses: list[Use], other: Use) -> bool:
    """Whether the deed follows with its own place: "a lorry on its way from A to B was ambushed near C"."""
    return any(
        use.role == "event"
        and use.where.fine
        and use.start > other.end
        and scene.has("triggers.", other.end, use.start)
        for use in uses
    )


def _on_the_way(one: Use, other: Use, km: float) -> Use:
    a, b = one.where, other.where
    where = a._replace(
        name=f"between {a.name} and {b.name}",
        lon=round((a.lon + b.lon) / 2, 4),
        lat=round((a.lat + b.lat) / 2, 4),
        precision="near",
        radius_km=round(max(km / 2, a.radius_km), 1),
        point_is="representative",
        why=(*a.why, f"between it and {b.name}, {km:.0f} km away"),
        end=b.end,
    )
    return one._replace(where=where, role="event" if one.role == "launch" else one.role)
