"""From a mention to a point with an honest radius: "near", "5 km east of", "north-eastern Syria", "off"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from geomap.geo import BEARINGS, bearing, distance_km, offset
from geomap.model import Confidence, Place, PlacePrecision, PointIs
from geomap.resolve.atlas import Atlas

# How far "near" a place may be, in km, where the text does not say: analysts' usage for towns and bases.
NEAR_KM = 20.0
DIRECTION_OF_KM = 30.0
_THAT_WAY_KM = 120.0  # a headline's "south of Baghdad" reaches so far
_THAT_WAY_DEGREES = 50.0


class Where(NamedTuple):
    """A place expression of a text, resolved. Coordinates in degrees, radius in km."""

    place: Place
    name: str
    lon: float
    lat: float
    precision: PlacePrecision
    radius_km: float
    point_is: PointIs
    area_id: str | None
    confidence: Confidence
    why: tuple[str, ...]
    start: int
    end: int
    toward: str | None = None  # "south of it": the direction, where the text gives no distance
    described: bool = False  # "the town 30 km south of it": it may be one that was named before
    ends: tuple[str, ...] = ()  # of a way between two places: their ids

    @property
    def fine(self) -> bool:
        """Whether it is a site or a settlement, or next to one: not a whole area."""
        return self.precision in ("exact", "site", "locality", "near", "district")


class Hints(NamedTuple):
    """What stands around a mention: found by the caller in its own language."""

    near: bool = False
    off: bool = False
    countryside: bool = False
    direction: str | None = None  # "northeast" for "north-eastern Syria" and "north-east of Mosul"
    direction_of: bool = False  # "north-east of Mosul": outside it
    km: float | None = None  # "5 km east of"
    described: bool = False  # "the town 5 km east of"


def choose(
    ids: tuple[str, ...], atlas: Atlas, countries: Mapping[str, int], around: list[Place]
) -> Place | None:
    """Which of the places that bear a name is meant: the one whose country and neighbours the article names."""
    places = [atlas.place(id) for id in ids]
    if len(places) <= 1:
        return places[0] if places else None

    def score(indexed: tuple[int, Place]) -> tuple[float, str]:
        order, place = indexed
        nearest = min((distance_km(place.lon, place.lat, p.lon, p.lat) for p in around), default=1000.0)
        context = min(countries.get(place.country or "", 0), 3)
        return (-order * 0.5 + context - min(nearest, 1000.0) / 500.0, place.id)

    return max(enumerate(places), key=score)[1]


_PRECISION: dict[str, PlacePrecision] = {
    "city": "locality", "town": "locality", "village": "locality", "country": "country", "sea": "sea",
    "governorate": "governorate", "province": "governorate", "state": "governorate",
    "region": "governorate", "district": "district", "river": "governorate", "gulf": "sea",
    "strait": "sea", "road": "district", "valley": "district", "island": "locality",
    "neighbourhood": "locality", "mountain": "district", "mountains": "district", "area": "governorate",
    "desert": "governorate", "world region": "country",
}  # fmt: skip


def precision_of(place: Place, kinds: Callable[[str], str | None] | None = None) -> PlacePrecision:
    """How exactly a place of this kind fixes an incident."""
    listed = kinds(place.kind) if kinds else None
    if listed in ("site", "locality", "district", "governorate", "country", "sea"):
        return listed  # type: ignore[return-value]
    return _PRECISION.get(place.kind, "site")


def locate(place: Place, text: str, start: int, end: int, atlas: Atlas, hints: Hints) -> Where:
    """The place as the words around it put it: a point, what the point is, and how far off it may be."""
    kinds = atlas.gazetteer.kinds
    precision = precision_of(place, lambda kind: kinds[kind].precision if kind in kinds else None)
    why = [f'the name "{text}" is {place.name}' + (f" ({place.kind})" if place.kind else "")]
    if place.origin == "geonames":
        why.append("found in GeoNames")
    base = Where(
        place=place,
        name=place.name,
        lon=place.lon,
        lat=place.lat,
        precision=precision,
        radius_km=place.radius_km,
        point_is="representative" if precision in ("governorate", "country", "sea") else "site",
        area_id=place.area_id if precision in ("governorate", "country", "sea", "district") else None,
        confidence=place.confidence,
        why=tuple(why),
        start=start,
        end=end,
    )
    if precision in ("governorate", "country", "sea"):
        return _part_of_area(base, hints)
    return _around_point(base, hints, atlas)


def _part_of_area(base: Where, hints: Hints) -> Where:
    size = base.place.extent_km or base.place.radius_km
    base = base._replace(radius_km=max(size, base.place.radius_km))
    if hints.off and base.precision != "sea":
        return base._replace(
            name=f"off {base.name}", precision="sea", area_id=None, why=(*base.why, "off its coast")
        )
    if hints.direction in BEARINGS:  # "north-east of Jordan" is a part of Jordan, too
        diagonal = len(hints.direction) > 5
        lon, lat = offset(base.lon, base.lat, BEARINGS[hints.direction], size * (0.85 if diagonal else 0.6))
        name = f"{hints.direction}ern {base.name}"
        return base._replace(
            name=name,
            lon=round(lon, 4),
            lat=round(lat, 4),
            precision="governorate" if base.precision == "country" else base.precision,
            radius_km=round(size * 0.6, 1),
            area_id=None,
            why=(*base.why, f"the {hints.direction}ern part of it"),
        )
    return base


def _around_point(base: Where, hints: Hints, atlas: Atlas) -> Where:
    if hints.km is not None and hints.direction in BEARINGS:
        lon, lat = offset(base.lon, base.lat, BEARINGS[hints.direction], hints.km)
        return base._replace(
            lon=round(lon, 4),
            lat=round(lat, 4),
            precision="near",
            radius_km=round(base.radius_km + max(1.0, hints.km * 0.3), 1),
            point_is="representative",
            why=(*base.why, f"{hints.km:g} km {hints.direction} of it"),
            described=hints.described,
        )
    if hints.direction is not None and hints.direction_of:
        return base._replace(
            precision="near",
            radius_km=base.radius_km + DIRECTION_OF_KM,
            point_is="representative",
            why=(*base.why, f"{hints.direction} of it, no distance given"),
            toward=hints.direction,
            described=hints.described,
        )
    if hints.countryside and base.precision == "locality":
        governorate = atlas.governorates.get(base.place.admin1 or "")
        if governorate is not None and governorate.name.split()[0] == base.place.name.split()[0]:
            return locate(governorate, base.place.name, base.start, base.end, atlas, Hints())
        return base._replace(
            precision="near", radius_km=base.radius_km + NEAR_KM, why=(*base.why, "its countryside")
        )
    if hints.near or hints.off:
        km = hints.km if hints.km is not None else NEAR_KM
        return base._replace(
            precision="near",
            radius_km=round(base.radius_km + km, 1),
            why=(*base.why, "near it, not in it"),
            described=hints.described,
        )
    return base


def may_be_where(a: Where, b: Where) -> bool:
    """Whether one of two places is only said to be near something, and the other is as near to that, or that way."""
    km = distance_km(a.lon, a.lat, b.lon, b.lat)
    if km <= max((w.radius_km for w in (a, b) if w.precision == "near"), default=0.0):
        return True
    return km <= _THAT_WAY_KM and (_lies_that_way(a, b) or _lies_that_way(b, a))


def _lies_that_way(area: Where, where: Where) -> bool:
    """Whether a place lies in the direction in which another is said to lie: Hillah is "south of Baghdad"."""
    if area.toward is None or where.toward is not None:
        return False
    turned = bearing(area.lon, area.lat, where.lon, where.lat) - BEARINGS[area.toward]
    return abs((turned + 180) % 360 - 180) <= _THAT_WAY_DEGREES
