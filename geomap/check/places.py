"""Checks of places against each other and against the ground: fields, membership, doubt, near-duplicates."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Collection, Iterable, Iterator, Mapping

from geomap.check.findings import Finding, Source
from geomap.gazetteer.admin import ISO_3166_2
from geomap.gazetteer.divisions import Division, divisions
from geomap.geo import distance_km

MOST_RADIUS_KM = {"site": 30.0, "exact": 5.0, "locality": 50.0, "near": 100.0}  # by the precision of the kind
TWIN_KM = 1.0
FAR_FROM_MIDDLE_KM = 350.0  # of a division without an outline; the larger ones are known by their extent
# Kinds that lie at sea or on a border, or stretch over both.
AT_SEA = frozenset({"sea", "strait", "gulf", "region", "tripoint", "border_point", "water", "river"})
OFFSHORE = frozenset(
    {"gasfield", "oilfield", "platform", "island", "port"}
)  # may be the country's own, off its coast


def check_fields(
    source: Source,
    kinds: Collection[str],
    countries: Collection[str],
    outlined: Collection[str],
) -> Iterator[Finding]:
    """Kind, country and division: known, and of one another; the file that of the country."""
    kind, country, admin1 = (source.raw.get(field) for field in ("kind", "country", "admin1"))
    if not all(value is None or isinstance(value, str) for value in (kind, country, admin1)):
        return  # the schema says so already
    if kinds and kind is not None and kind not in kinds:
        near = difflib.get_close_matches(str(kind), sorted(kinds), n=2)
        advice = f"did you mean {' or '.join(near)}?" if near else "take one of kinds.toml, or add it there"
        yield source.error(f"kind {kind!r} is not in kinds.toml", advice, "kind")
    if country and countries and country not in countries:
        yield source.error(f"country {country!r} is no ISO 3166-1 alpha-2 code", "mend the code", "country")
    if admin1 and not str(admin1).startswith(f"{country}-"):
        yield source.error(f"admin1 {admin1!r} is not of country {country!r}", "mend one of them", "admin1")
    elif admin1 and not ISO_3166_2.fullmatch(str(admin1)):
        yield source.error(f"admin1 {admin1!r} is no ISO 3166-2 code", "mend the code", "admin1")
    elif admin1 and admin1 not in outlined and any(code.startswith(f"{country}-") for code in outlined):
        yield from _check_without_outline(source, str(admin1))
    expected = (country or "xz").lower()
    if countries and country and country not in countries:
        return
    if source.file.suffix == ".geojson" and source.file.stem != expected:
        advice = f"move it to {expected}.geojson" if country else "give its code, or move it to xz.geojson"
        yield source.error(f"country {country!r} in {source.file.name}", advice, "country")


def _check_without_outline(source: Source, admin1: str) -> Iterator[Finding]:
    """A division that the outlines lack, made after them, is told by the middle of its towns."""
    middle = _middles().get(admin1)
    if middle is None:
        what = f"neither an outline nor divisions.tsv has admin1 {admin1!r}, so the point was not checked"
        yield source.warning(what, "look the code up in ISO 3166-2", "admin1")
        return
    lon, lat = source.raw.get("lon"), source.raw.get("lat")
    if middle.point is None or not isinstance(lon, float) or not isinstance(lat, float):
        return
    away = distance_km(lon, lat, *middle.point)
    if away > max(FAR_FROM_MIDDLE_KM, 3 * middle.extent_km):
        what = f"admin1 is {admin1!r}, but the point is {away:.0f} km from the middle of {middle.names[0]}"
        yield source.error(what, "mend one of them", "coordinates")


@functools.cache
def _middles() -> dict[str, Division]:
    return {d.admin1: d for d in divisions() if d.level == 1 and d.admin1}


def check_doubt(source: Source, precisions: Mapping[str, str]) -> Iterator[Finding]:
    """A radius of doubt above zero, and not beyond what its kind of place can bear."""
    radius, extent = source.raw.get("radius_km"), source.raw.get("extent_km")
    if not isinstance(radius, int | float):
        return  # the schema says so already
    if radius <= 0:
        yield source.error(
            f"radius_km is {radius:g}", "say how far the point may be wrong, in km", "radius_km"
        )
    if isinstance(extent, int | float) and extent < 0:
        yield source.error(f"extent_km is {extent:g}", "give the place's own radius in km", "extent_km")
    most = MOST_RADIUS_KM.get(precisions.get(str(source.raw.get("kind")), ""))
    if most is not None and radius > most:
        what = f"radius_km {radius:g} is more than the {most:g} that a {source.raw.get('kind')} can bear"
        yield source.warning(what, "find a better source, or another kind", "radius_km")


def check_ground(source: Source) -> Iterator[Finding]:
    """The point in range, and in its country and division, give or take the error of the outlines."""
    lon, lat = source.raw.get("lon"), source.raw.get("lat")
    if not isinstance(lon, float) or not isinstance(lat, float):
        return
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        swapped = "; lon comes first" if -180 <= lat <= 180 and -90 <= lon <= 90 else ""
        yield source.error(
            f"[{lon:g}, {lat:g}] is not lon, lat{swapped}", "mend the coordinates", "coordinates"
        )
    elif source.raw.get("country") and str(source.raw.get("kind")) not in AT_SEA:
        yield from _membership(source, lon, lat)


def _membership(source: Source, lon: float, lat: float) -> Iterator[Finding]:
    from geomap import boundaries

    country, admin1 = source.raw["country"], source.raw.get("admin1")
    at = boundaries.country_at(lon, lat)
    if at is None and str(source.raw.get("kind")) in OFFSHORE:
        return
    if at is None or (at.country != country and not at.near_border):
        where = "the open sea" if at is None else f"{at.name} ({at.country})"
        yield source.error(
            f"country is {country!r}, but the point is in {where}", "mend one of them", "coordinates"
        )
        return
    if admin1 is None or at.country != country:
        return
    if boundaries.admin1_row(str(admin1)) is None:
        return  # newer than the outlines: `_check_without_outline` holds it against its towns
    division = boundaries.admin1_at(lon, lat)
    if division and division.code and division.code != admin1 and not division.near_border:
        where = f"{division.name} ({division.code})"
        yield source.error(
            f"admin1 is {admin1!r}, but the point is in {where}", "mend one of them", "coordinates"
        )


def check_division(source: Source, precisions: Mapping[str, str]) -> Iterator[Finding]:
    """A town or a site on land says in which division it lies, or `null` where it lies in none.

    Without a code a question for the division is answered by the outlines alone, which lack the youngest divisions.
    """
    kind, country = str(source.raw.get("kind")), str(source.raw.get("country"))
    lon, lat = source.raw.get("lon"), source.raw.get("lat")
    if "admin1" in source.raw or country not in _divided() or not _in_one(kind, precisions):
        return
    if not isinstance(lon, float) or not isinstance(lat, float) or max(abs(lon) / 2, abs(lat)) > 90:
        return  # `check_ground` says so
    from geomap import boundaries

    at = boundaries.country_at(lon, lat)
    if at is None or not at.within:
        return
    division = boundaries.admin1_at(lon, lat)
    advice = "give its ISO 3166-2 code, or null where it has none"
    if division and division.country == country and division.code and not division.near_border:
        advice = f"give {division.code!r} ({division.name}), where the point is"
    yield source.warning("no admin1, so no question for a division finds it", advice, "country")


def _in_one(kind: str, precisions: Mapping[str, str]) -> bool:
    """Whether a place of this kind lies in one division: not a river, a range of mountains or an island's whole."""
    narrow = precisions.get(kind) in ("site", "exact", "locality") or kind == "district"
    return narrow and kind != "island" and kind not in AT_SEA


@functools.cache
def _divided() -> frozenset[str]:
    """Countries whose first-level divisions have codes that are known here."""
    return frozenset(code.partition("-")[0] for code in _middles())


def check_twins(sources: Iterable[Source]) -> Iterator[Finding]:
    """Two places of one kind within a kilometre that do not name each other."""
    placed = sorted(
        (s for s in sources if isinstance(s.raw.get("lon"), float) and isinstance(s.raw.get("lat"), float)),
        key=lambda s: (s.raw["lat"], s.id),
    )
    for at, source in enumerate(placed):
        for other in placed[at + 1 :]:
            if other.raw["lat"] - source.raw["lat"] > TWIN_KM / 110:
                break
            if _are_twins(source, other):
                where = source.seen_from(other)
                what = f"is within {TWIN_KM:g} km of {source.id} ({where}), of the same kind"
                yield other.warning(what, "merge them, or say near or part_of", "coordinates")


def _are_twins(a: Source, b: Source) -> bool:
    named = [name for one in (a, b) for field in ("near", "part_of") for name in one.items(field)]
    if a.raw.get("kind") != b.raw.get("kind") or a.id in named or b.id in named:
        return False
    return distance_km(a.raw["lon"], a.raw["lat"], b.raw["lon"], b.raw["lat"]) <= TWIN_KM
