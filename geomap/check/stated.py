"""The check of what a page says in words of where a place lies: that it can be read, and that the point bears it out.

`stated: 25 km N of Uvira (GeoNames 204405; CC BY 4.0): Wikipedia "Kiliba"`: how the place lies to a thing whose
point anybody finds, and the page that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from geomap.check.findings import Finding, Source
from geomap.geo import distance_km, offset

Point = tuple[float, float]

_STATED = re.compile(r"stated\b:?\s*", re.IGNORECASE)
_WAYS = {
    way: 22.5 * k
    for k, way in enumerate("N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split())
}  # fmt: skip
_WAY = "|".join(sorted(_WAYS, key=len, reverse=True))
# The record is a GeoNames id, another place of the gazetteer, the coordinates of a page, or that of a data set. The
# page has a title, a date, a number or an address: by the name of its site alone nobody finds it.
_READS = re.compile(
    rf"stated: (?:(?P<km>\d+(?:\.\d+)?) km (?:(?P<way>{_WAY}) )?of|in|near|by) (?P<name>[^:]+?)"
    r" \((?P<record>(?:GeoNames|geomap|OurAirports|Home Front Command|(?:\S+ )?Wikipedia)\b.+?)\): "
    r"(?=.*(?:\"|https?://|\b(?:19|20)\d\d\b|\d{5}))\S"
)
_GEONAMES = re.compile(r"GeoNames (\d+)\b")
_OF_OURS = re.compile(r"geomap ([a-z\d-]+)")
_DEGREES = re.compile(r"(\d+(?:\.\d+)?)°([NS]),? (\d+(?:\.\d+)?)°([EW])")
ROAD = 1.4  # a road's length by that of the straight line: a distance told may be either
SLACK_KM = 1.0  # what rounding leaves


def check_stated(
    source: Source, located: Mapping[int, Point], ours: Mapping[str, Point]
) -> Iterator[Finding]:
    """A statement that cannot be read, one from a place that is not there, and one that the circle does not reach.

    Args:
        source: A place as it stands in its file.
        located: lon, lat (degrees) of GeoNames records, as far as they are known.
        ours: lon, lat (degrees) of this gazetteer's places whose points are not estimates.
    """
    for said in source.items("sources"):
        if not isinstance(said, str) or not _STATED.match(said):
            continue
        read = _READS.match(said)
        if read is None:
            advice = "write it as 'stated: 25 km N of Uvira (GeoNames 204405): Wikipedia \"Kiliba\"'"
            what = "a statement that does not say from what, or by which page"
            yield source.error(what, advice, "sources", _written(said))
            continue
        of_ours = _OF_OURS.match(read["record"])
        if of_ours and (of_ours[1] not in ours or of_ours[1] == source.id):
            advice = "name a place that is there, and whose point is no estimate itself"
            yield source.error(
                f"{of_ours[1]!r} is nothing to measure from", advice, "sources", _written(said)
            )
            continue
        base = _point(read["record"], located, ours)
        short = _out_of_reach(source, read, base) if base else 0.0
        if short > SLACK_KM:
            what = f"{said!r}, but the circle of radius_km ends {short:.0f} km before"
            yield source.error(what, "mend the point, or widen radius_km", "sources", _written(said))


def reads(said: str) -> bool:
    """Whether a source says in words where a place lies, from what and by which page."""
    return _READS.match(said) is not None


def references(sources: Iterable[Source]) -> set[int]:
    """Ids of the GeoNames records that statements name."""
    texts = (text for source in sources for text in source.items("sources"))
    said = (text for text in texts if isinstance(text, str) and _STATED.match(text))
    return {
        int(id_) for text in said if (read := _READS.match(text)) for id_ in _GEONAMES.findall(read["record"])
    }


def _written(said: str) -> str:
    """A source as it stands in its file."""
    return said.replace('"', r"\"")


def _point(record: str, located: Mapping[int, Point], ours: Mapping[str, Point]) -> Point | None:
    """lon, lat (degrees) of what a place is measured from; none where only its own data set has it."""
    if found := _GEONAMES.match(record):
        return located.get(int(found[1]))
    if found := _OF_OURS.match(record):
        return ours[found[1]]
    if found := _DEGREES.search(record):
        lat, north, lon, east = found.groups()
        return float(lon) * (1 if east == "E" else -1), float(lat) * (1 if north == "N" else -1)
    return None


def _out_of_reach(source: Source, read: re.Match[str], base: Point) -> float:
    """How far (km) what is stated lies outside of the place's circle."""
    numbers = [source.raw.get(field) for field in ("lon", "lat", "radius_km", "extent_km")]
    lon, lat, radius, extent = (float(n) if isinstance(n, int | float) else 0.0 for n in numbers)
    away = distance_km(lon, lat, *base)
    if read["km"] is None:
        apart = away
    elif read["way"] is None:
        km = float(read["km"])
        apart = max(away - km, km / ROAD - away, 0.0)
    else:
        km = float(read["km"])
        ends = (offset(*base, _WAYS[read["way"]], km / of) for of in (1.0, ROAD))
        apart = min(distance_km(lon, lat, *end) for end in ends)
    return apart - max(radius, extent)
