"""Checks of what a point rests on: a record, an article of the place, or a distance that a person can measure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from geomap.check import stated
from geomap.check.findings import Finding, Source
from geomap.errors import DataError
from geomap.gazetteer.geonames import GeoNames
from geomap.geo import bearing, compass, distance_km
from geomap.text import fold_name

# How a source of these sorts is written; see the sources that geomap's own places name.
_ESTIMATE = re.compile(r"point estimated\b", re.IGNORECASE)
_ARTICLE = re.compile(r'(?:\S+ )?Wikipedia(?: \(\w+\))? "(?P<title>.+)"')
# An address, an id, a coordinate, a distance: a source without any has nothing that could be looked up.
_RECORD = re.compile(r"https?://|\d|°|\boutline\b|\b[A-Z]{4}\b")
# "12 km N of Deir ez-Zor (GeoNames 170794": where the place lies from the record.
_FROM = re.compile(r"(?P<km>\d+(?:\.\d+)?) km (?P<way>[NSEW]{1,2}) of [^;]*?\(GeoNames (?P<id>\d+)")
# "GeoNames 277643 (Jnah, 0.5 km N": where the record lies from the place.
_TO = re.compile(r"GeoNames (?P<id>\d+) \([^;]*?, (?P<km>\d+(?:\.\d+)?) km (?P<way>[NSEW]{1,2})\b")
SLACK_KM, SLACK = 1.5, 0.1  # of a distance: what rounding leaves, and a tenth
NEAR_KM = 3.0  # below it a direction says little
LIKE = 0.8  # of two spellings of one name
_PLACELESS = frozenset({"sea", "strait", "gulf", "region", "river", "country"})  # too wide to measure from

Point = tuple[float, float]


def check_evidence(source: Source, located: Mapping[int, Point]) -> Iterator[Finding]:
    """A point that nobody could check, and a stated distance that the point does not bear out.

    Args:
        source: A place as it stands in its file.
        located: lon, lat (degrees) of the GeoNames records that places name, as far as they are known.
    """
    said = [s for s in source.items("sources") if isinstance(s, str)]
    yield from _measured(source, said, located)
    if str(source.raw.get("kind")) in _PLACELESS or any(names_a_record(s) for s in said):
        return
    estimates = [s for s in said if _ESTIMATE.match(s)]
    if estimates and estimates != said:
        what = "the point is estimated, and no source says from which record"
        advice = "measure it: 'point estimated: 4 km NE of Zummar (GeoNames 97025)'"
        yield source.error(what, advice, "sources", estimates[0])
    articles = [found["title"] for s in said if (found := _ARTICLE.match(s))]
    if articles and len(articles) == len(said) and not any(_is_of(title, source) for title in articles):
        what = f"the only source is an article about something else, {articles[0]!r}"
        advice = (
            "add the coordinates that it gives, or 'point estimated: 4 km NE of Zummar (GeoNames 97025)' "
            "and confidence low"
        )
        yield source.error(what, advice, "sources")


def names_a_record(said: str) -> bool:
    """Whether a source says where the number itself can be looked up."""
    return _RECORD.search(_ARTICLE.sub("", said)) is not None


def _is_of(title: str, source: Source) -> bool:
    """Whether an article's title is, or has a longer word of, one of the place's names."""
    bare = re.sub(r"\(.*?\)", "", title)
    plain = fold_name(bare.split(",")[0])
    words = {word for word in fold_name(bare).split() if len(word) > 3}
    for name in source.items("names"):
        text = fold_name(str(name.get("text", ""))) if isinstance(name, dict) else ""
        if words & set(text.split()) or _like(plain, text):
            return True
    return False


def _like(one: str, other: str) -> bool:
    a, b = one.replace(" ", ""), other.replace(" ", "")
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= LIKE


def _measured(source: Source, said: list[str], located: Mapping[int, Point]) -> Iterator[Finding]:
    lon, lat = source.raw.get("lon"), source.raw.get("lat")
    if not isinstance(lon, float) or not isinstance(lat, float):
        return
    for text in said:
        if text.startswith("stated"):  # how far the circle reaches is asked in stated.py
            continue
        for pattern in (_FROM, _TO):
            found = pattern.search(text)
            at = located.get(int(found["id"])) if found else None
            if found is None or at is None:
                continue
            start, end = (at, (lon, lat)) if pattern is _FROM else ((lon, lat), at)
            km, way = distance_km(*start, *end), bearing(*start, *end)
            if _differs(float(found["km"]), found["way"], km, way):
                what = f"{text!r}, but the coordinates are {km:.0f} km {compass(way)}"
                yield source.error(what, "mend the point, or the distance", "sources", text)


def _differs(said_km: float, said_way: str, km: float, way: float) -> bool:
    if abs(said_km - km) > SLACK_KM + SLACK * km:
        return True
    return km > NEAR_KM and all(compass(way + turn) != said_way for turn in (-22.5, 0, 22.5))


def records(sources: list[Source]) -> dict[int, Point]:
    """lon, lat (degrees) of the GeoNames records that the sources of places name; none without GeoNames."""
    texts = (str(text) for source in sources for text in source.items("sources"))
    wanted = {int(found["id"]) for text in texts for p in (_FROM, _TO) if (found := p.search(text))}
    wanted |= stated.references(sources)
    if not wanted:
        return {}
    try:
        return GeoNames.open().located(wanted)
    except DataError:  # the other checks do not need it
        return {}
