"""The places of a sentence, borders joined, without those that only say where another one is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from geomap.extract.places.borders import with_borders
from geomap.extract.places.containers import drop_containers
from geomap.extract.places.use import Use
from geomap.extract.places.uses import named_places
from geomap.extract.scene import Scene
from geomap.extract.words.sentences import Clause, Sentence
from geomap.geo import distance_km
from geomap.resolve.where import NEAR_KM, Hints, Where, choose, locate

# Longer ways are no place: "clashes between Moscow and Kyiv".
_LONGEST_WAY_KM = 300.0
_FLYING = frozenset(
    f"weapons.{arm}" for arm in ("drone", "missile", "rocket", "airstrike", "artillery", "mortar")
)
_NARROWED = 6  # words between a place and the road on which it is: "on the main road between"
_HYPHENS = ("-", "–", "—")
_DISTRICT = 24  # characters beside a name in which a word for its district or quarter stands
_SMALL_KM = 6.0  # as large are towns in which what has a name of its own is hardly a quarter
_BEFORE = 40  # characters beside a name in which its road is told


def place_uses(
    scene: Scene, sentence: Sentence, clauses: list[Clause], countries: Mapping[str, int]
) -> list[Use]:
    """Every place that counts in a sentence, in order, with its part in it."""
    if not scene.mentions(sentence.start, sentence.end):
        return []
    uses = _with_ways(scene, sentence, named_places(scene, sentence, clauses, countries))
    if not any(use.role == "event" and use.where.fine for use in uses):
        uses = sorted([*uses, *_roads(scene, sentence, countries)], key=lambda use: use.start)
    uses = drop_containers(scene, _with_points_at_sea(with_borders(scene, sentence, uses)))
    return [_beside_it(scene, use) for use in uses]


def _beside_it(scene: Scene, use: Use) -> Use:
    """The district of a town, or near it, where it only says in whose district a village lies that nothing knows."""
    if use.role != "event" or use.where.precision != "locality":
        return use
    if _is_told_of_its_district(scene, use):
        return use._replace(where=_district_of(use.where))
    for village in scene.unknown:
        named = village.said or (village.located and _is_a_small_town(scene, use))
        if not named or not 0 < use.start - village.end <= _BEFORE:
            continue
        words = scene.between(village.end, use.start).replace(",", " ").split()
        rest = " ".join(w for w in words if w not in scene.language.kind_words)
        if not rest or scene.language.whereabouts.match(rest):
            if _is_a_quarter(scene, village.start, village.end):
                return use
            near = use.where._replace(precision="near", radius_km=use.where.radius_km + NEAR_KM)
            return use._replace(where=near)
    return use


def _is_told_of_its_district(scene: Scene, use: Use) -> bool:
    """Whether a town's name stands for the district around it: "in Bokkos district", "في قضاء مخمور"."""
    if use.where.place.kind not in ("city", "town"):
        return False
    language, mention = scene.language, use.mention
    words = scene.between(mention.start, mention.end).split()
    first, last = (words[0], words[-1]) if len(words) > 1 else ("", "")  # "قضاء مخمور" may be one name
    behind = scene.text[mention.end : mention.end + _DISTRICT]
    before = scene.between(max(0, mention.start - _DISTRICT), mention.start)
    return bool(
        language.district_behind.match(behind)
        or language.district_behind.match(f" {last}")
        or language.district_before.search(before)
        or language.district_before.search(f"{before} {first}")
    )


def _is_a_small_town(scene: Scene, use: Use) -> bool:
    """Whether a name "in Kolfeta, Bama" is more likely a village beside a town than a quarter of it."""
    town = use.where.place.kind == "town" and use.where.radius_km <= _SMALL_KM
    return town and scene.language.capitals and not _is_a_quarter(scene, use.start, use.end)


def _district_of(town: Where) -> Where:
    """The district of a town: the point stands for it, and as far around as analysts take "near" to be."""
    return town._replace(
        precision="district",
        point_is="representative",
        radius_km=town.radius_km + NEAR_KM,
        why=(*town.why, "known to its district"),
    )


def _is_a_quarter(scene: Scene, start: int, end: int) -> bool:
    """Whether a name that nothing knows is a part of a town: "the Kolfano neighbourhood of", "حي النصر في"."""
    language = scene.language
    behind, before = scene.between(end, end + _DISTRICT), scene.between(max(0, start - _DISTRICT), start + 1)
    return bool(language.called_a_quarter.match(behind) or language.a_quarter_named.search(before))


def _with_points_at_sea(uses: list[Use]) -> list[Use]:
    """Where on a sea it was, for "in the Red Sea, 51 nautical miles south-west of Hodeidah"."""
    for one, other in pairwise(uses):
        sea, port = one.where, other.where
        # Only a distance with its direction gives a point without "toward".
        far = port.precision == "near" and port.point_is == "representative" and port.toward is None
        if not (sea.precision == "sea" and one.role == other.role == "event" and far):
            continue
        point = sea._replace(
            lon=port.lon,
            lat=port.lat,
            radius_km=port.radius_km,
            area_id=None,
            why=(*sea.why, *port.why),
            end=port.end,
        )
        return [one._replace(where=point) if use is one else use for use in uses if use is not other]
    return uses


def _with_ways(scene: Scene, sentence: Sentence, uses: list[Use]) -> list[Use]:
    """One place for "between A and B" and "the road linking A and B": the middle, half the way from each."""
    for one, other in pairwise(uses):
        if one.role != other.role or not (one.where.fine and other.where.fine):
            if _are_neighbours(scene, one, other):
                return [_between_areas(u, other) if u is one else u for u in uses if u is not other]
            continue
        gap = scene.between(one.end, other.start)
        if not scene.language.way_behind.match(gap) or not scene.language.way_before.search(
            scene.between(max(0, one.start - _BEFORE), one.start)
        ):
            continue
        km = distance_km(one.where.lon, one.where.lat, other.where.lon, other.where.lat)
        if one.role == "launch" and _flies(scene, sentence.start, one.start):
            continue  # "drones on their way from A to B": a path of arms
        lies = scene.language.lies_on_a_way.search(scene.between(sentence.start, one.start))
        describes = lies and not scene.has("triggers.", other.end, sentence.end)
        if describes or _is_told_exactly(scene, uses, other) or _is_narrowed(scene, uses, one, other):
            return [u for u in uses if u is not one and u is not other]
        if km > _LONGEST_WAY_KM and scene.language.on_a_road.search(
            scene.between(max(0, one.start - _BEFORE), one.start)
        ):
            return [u for u in uses if u is not one and u is not other]
        if km <= _LONGEST_WAY_KM:
            return [_on_the_way(u, other, km) if u is one else u for u in uses if u is not other]
    return uses


def _are_neighbours(scene: Scene, one: Use, other: Use) -> bool:
    """Whether a deed is told between two divisions of a country: "on the border of Diyala and Saladin provinces"."""
    areas = {use.where.precision for use in (one, other)} == {"governorate"}
    if not areas or one.role != "event" or one.where.place.country != other.where.place.country:
        return False
    before = scene.between(max(0, one.start - _BEFORE), one.start)
    gap = scene.between(one.end, other.start)
    return bool(scene.language.bounds_before.search(before) and scene.language.way_behind.match(gap))


def _between_areas(one: Use, other: Use) -> Use:
    """The middle between the points of two divisions, half the way from each."""
    a, b = one.where, other.where
    km = distance_km(a.lon, a.lat, b.lon, b.lat)
    between = _on_the_way(one, other, km)
    where = between.where._replace(precision="governorate", radius_km=round(km / 2, 1), area_id=None)
    return between._replace(where=where)


def _roads(scene: Scene, sentence: Sentence, countries: Mapping[str, int]) -> list[Use]:
    """Where something happened on a road that is told by its ends: "on the Kirkuk-Tikrit road"."""
    found = []
    for one, other in pairwise(m for m in scene.mentions(sentence.start, sentence.end) if m.places):
        if scene.text[one.end : other.start] not in _HYPHENS:
            continue
        on_it = scene.language.placed.search(scene.between(max(0, one.start - _BEFORE), one.start))
        if not on_it or not scene.language.road_behind.match(scene.text[other.end : other.end + _BEFORE]):
            continue
        first, last = (choose(m.places, scene.atlas, countries, []) for m in (one, other))
        if first is None or last is None:
            continue
        km = distance_km(first.lon, first.lat, last.lon, last.lat)
        a, b = (
            Use(locate(place, m.text, m.start, m.end, scene.atlas, Hints()), "event", m)
            for place, m in ((first, one), (last, other))
        )
        if a.where.fine and b.where.fine and km <= _LONGEST_WAY_KM:
            found.append(_on_the_way(a, b, km))
    return found


def _flies(scene: Scene, start: int, end: int) -> bool:
    return any(cue.tag in _FLYING for cue in scene.cues("weapons.", start, end))


def _is_told_exactly(scene: Scene, uses: list[Use], other: Use) -> bool:
    """Whether the deed follows with its own place: "a lorry on its way from A to B was ambushed near C"."""
    return any(
        use.role == "event"
        and use.where.fine
        and use.start > other.end
        and scene.has("triggers.", other.end, use.start)
        for use in uses
    )


def _is_narrowed(scene: Scene, uses: list[Use], one: Use, other: Use) -> bool:
    """Whether a place beside the ends of a road says where on it: "near C, on the road between A and B"."""
    ends = (one.where.place.id, other.where.place.id)
    for use in uses:
        if use.role != "event" or not use.where.fine or use.where.place.id in ends:
            continue
        first, then = (use.end, one.start) if use.start < one.start else (other.end, use.start)
        gap = scene.between(first, then).replace(",", " ").replace("،", " ").split()
        if len(gap) > _NARROWED or not scene.language.listing.isdisjoint(gap):
            continue
        if not scene.has("triggers.", first, then) and ";" not in scene.text[first:then]:
            return True
    return False


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
        ends=(a.place.id, b.place.id),
    )
    return one._replace(where=where, role="event" if one.role == "launch" else one.role)
