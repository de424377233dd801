"""The check that somebody else can look a place's coordinate up: what counts as saying where a point is from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from geomap.check import stated
from geomap.check.findings import Finding, Source

# A coordinate as a source states it: 25.0113°N 55.0612°E, 31°27'N, 33.5058,38.6178, 22N 38E.
COORDINATE = re.compile(
    r"\d°"
    r"|-?\b\d{1,3}\.\d+, ?-?\d{1,3}\.\d+"
    r"|\b\d+(?:\.\d+)? ?[NS],? \d+(?:\.\d+)? ?[EW]\b"
)  # fmt: skip
# A record of a data set that gives a point, by the id or code under which anybody finds it there.
RECORD = re.compile(
    r"\bGeoNames \d+"
    r"|\bGeoNames postal codes, [A-Z]{2} \w+"
    r"|\b(?:OurAirports(?: runway ends,)?|airportsdata \d+) [A-Z]{2}"
    r"|\bsearoute [\d.]+ port [A-Z]{5}\b|\bUN/LOCODE [A-Z]{2} ?[A-Z\d]{3}\b"
    r"|\bMIMU place codes? (?:MMR)?\d+"
    r"|\bHome Front Command alert zone \d+"
    r"|\bGlobal Power Plant Database \w*\d"
    r"|\b(?:OpenStreetMap|OSM) (?:node|way|relation) \d+|\bWikidata Q\d+|\bPleiades \d+|\bMRGID \d+"
)  # fmt: skip
# The middle of something that is on the map itself.
MIDDLE = re.compile(r"\bNatural Earth (?:outline|border)|\bcentre estimated from the places in it\b")

ESTIMATE = "an estimate, from a record"
_SAY_WHO = (
    "add what a page says of it ('stated: 4 km NE of Zummar (GeoNames 97025): Rudaw \"Zummar shelled\"'), coordinates "
    "that a source states, or the id of a record"
)
_CHECK = re.compile(r"\bas a check\b")  # beside another source, which the point is from


def says_where(said: str) -> bool:
    """Whether a source leads a person to the coordinate: it states it, or names a record or an outline."""
    return stated.reads(said) or any(pattern.search(said) for pattern in (COORDINATE, RECORD, MIDDLE))


def rests_on(sources: Collection[str]) -> str:
    """What a place's point rests on, by the best of its sources: what `geomap gazetteer stats` counts."""
    said = [s for s in sources if not _CHECK.search(s)]
    own = [s for s in said if not s.startswith(("stated:", "point estimated"))]
    for pattern, ground in ((RECORD, "a record"), (COORDINATE, "stated coordinates"), (MIDDLE, "an outline")):
        if any(pattern.search(s) for s in own):
            return ground
    if any(map(stated.reads, said)):
        return "a page's words, from a record"
    if any(map(RECORD.search, said)):
        return ESTIMATE
    return "its article, held against a record" if any(map(_CHECK.search, sources)) else "its shape"


def check_checkable(source: Source, shaped: Collection[str]) -> Iterator[Finding]:
    """A point that nobody can check, as no source of the place says where it is, or only we do.

    What an overlay adds may rest on what its maker alone knows, and is left to him.

    Args:
        source: A place as it stands in its file.
        shaped: Ids of the named regions, which have a shape whose middle anybody can see.
    """
    said = [s for s in source.items("sources") if isinstance(s, str)]
    if not said or "op" in source.raw:
        return
    if source.id in shaped or source.raw.get("area_id"):  # its outline is on the map
        return
    if any(map(says_where, said)):
        if rests_on(said) == ESTIMATE:
            yield source.warning(
                "the point is an estimate of our own, which nobody can check", _SAY_WHO, "sources"
            )
        return
    advice = (
        "add the coordinates that a source states ('Wikipedia \"Lalatapa\" 39.4085°N 47.2687°E'), the id of a "
        "record ('GeoNames 97025'), or 'stated: 4 km NE of Zummar (GeoNames 97025): Rudaw \"Zummar shelled\"'"
    )
    yield source.warning("no source says where the point is from", advice, "sources")
