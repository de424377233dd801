"""A new place for a gazetteer folder: what can be suggested about it, what speaks against it, its file's new text."""

from __future__ import annotations

import json
import math
import re
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from geomap import boundaries
from geomap.check import evidence, places, reading, rules
from geomap.check import names as name_checks
from geomap.check.canonical import collection_text
from geomap.check.findings import Finding, Source
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.data import Raw
from geomap.gazetteer.gazetteer import slug
from geomap.gazetteer.index import NameIndex, joined
from geomap.geo import distance_km
from geomap.model import Place

LANGUAGES = {"ARABIC": "ar", "HEBREW": "he", "CYRILLIC": "ru", "GREEK": "el", "SYRIAC": "syr"}
LIKELY_KM = 30.0  # a place spelt nearly so within this distance may be the same
DIVISIONS_KM = (
    5.0  # first-level divisions are drawn worse than countries; nearer to a line nothing is suggested
)
_TAGGED = re.compile(r"([a-z]{2,3})=(.+)", re.DOTALL)


class Ground(NamedTuple):
    """What the outlines say of a point: codes where they are sure, and words for a person."""

    country: str | None
    admin1: str | None
    words: str
    sure: bool


class Twin(NamedTuple):
    """A place that may be the same as a new one, and why. `name` is the spelling that both have, if one is."""

    place: Place
    why: str
    name: str = ""


def free_id(name: str, gazetteer: Gazetteer) -> str:
    """The slug of a name, with a number if it is taken; empty where the name has no Latin letters."""
    base = slug(name)
    taken = gazetteer.places.keys() | gazetteer.regions.keys()
    numbers = (f"{base}-{number}" for number in range(2, 1000))
    return base if base not in taken or not base else next(one for one in numbers if one not in taken)


def name_of(text: str, *, weak: bool = False) -> Raw:
    """A name as a record; its language from "ckb=…", else from its script."""
    tagged = _TAGGED.fullmatch(text)
    lang, spelling = (tagged[1], tagged[2]) if tagged else ("", text)
    lang = lang or LANGUAGES.get(name_checks.script_of(spelling) or "", "en")
    return {"text": spelling.strip(), "lang": lang, **({"strength": "weak"} if weak else {})}


def ground_at(lon: float, lat: float) -> Ground:
    """Country and division at a point (degrees) by the outlines; unsure within their error of a border."""
    at = boundaries.country_at(lon, lat)
    if at is None:
        return Ground(None, None, "in the open sea", True)
    if at.near_border and not at.within:
        return Ground(at.country or None, None, f"{at.distance_km:.0f} km off {at.name}", False)
    division = boundaries.admin1_at(lon, lat)
    sure = division is not None and division.distance_km >= DIVISIONS_KM
    code = division.code if division and sure else None
    where = ", ".join(filter(None, (division.name if division else None, at.name)))
    edge = f", {at.distance_km:.0f} km from its outline" if at.near_border else ""
    if division and division.code and not sure:
        edge += f"; too near the outline of {division.name} to be sure (--admin1 {division.code} says so)"
    return Ground(at.country or None, code or None, where + edge, not at.near_border)


def usual_radius(kind: str, gazetteer: Gazetteer) -> float:
    """The median doubt of the places of a kind, km; 3 where there are none."""
    known = [place.radius_km for place in gazetteer.places.values() if place.kind == kind]
    return round(statistics.median(known), 1) if known else 3.0


def nearby(
    lon: float, lat: float, gazetteer: Gazetteer, most: int = 3, within_km: float = math.inf
) -> list[tuple[float, Place]]:
    """The nearest curated places that are no areas, each with its distance in km."""
    spots = (place for place in gazetteer.places.values() if place.area_id is None)
    ranked = sorted((distance_km(lon, lat, place.lon, place.lat), place.id) for place in spots)
    return [(km, gazetteer.places[id]) for km, id in ranked[:most] if km <= within_km]


def twins(record: Raw, gazetteer: Gazetteer) -> list[Twin]:
    """Curated places that a new record may be a second record of, or whose name it takes."""
    found: dict[tuple[str, str], Twin] = {}
    index = NameIndex(gazetteer)
    keys = {joined(text): text for text in (record["name"], *(name["text"] for name in record["names"]))}
    for text, id, name in gazetteer.place_names():
        if joined(text) in keys and name.strength == "strong" and not name.needs:
            spelling = keys[joined(text)]
            place = gazetteer.places[id]
            found.setdefault((id, spelling), Twin(place, f'"{spelling}" is a name of it', spelling))
    same = {id for id, _ in found}
    for text in keys.values():
        for candidate in index.lookup(text, limit=5):
            place = candidate.place
            km = distance_km(record["lon"], record["lat"], place.lon, place.lat)
            if place.id not in same and km <= LIKELY_KM:
                found.setdefault((place.id, ""), Twin(place, f"{candidate.reasons[0]}, {km:.0f} km away"))
    for km, place in nearby(record["lon"], record["lat"], gazetteer, most=10, within_km=places.TWIN_KM):
        if place.kind == record["kind"] and place.id not in same:
            found.setdefault((place.id, ""), Twin(place, f"of the same kind, {km:.1f} km away"))
    return list(found.values())


def weakened(record: Raw, spellings: Sequence[str]) -> Raw:
    """The record with names that another place has too made weak, so that look-up asks for context."""
    taken = {joined(text) for text in spellings}
    names = [{**n, "strength": "weak"} if joined(n["text"]) in taken else n for n in record["names"]]
    return {**record, "names": names}


def faults(record: Raw, file: Path, gazetteer: Gazetteer) -> Iterator[Finding]:
    """What `gazetteer check` would find in a new record (flat, with lon and lat in degrees)."""
    source = Source(file, 1, json.dumps(record, ensure_ascii=False, indent=1), record)
    if record["id"] in gazetteer.places:
        yield source.error("the id is taken", "choose another, or correct that place", "id")
    yield from rules.check_ids([source])
    yield from rules.check_schema(source, Place)
    yield from name_checks.check_names(source)
    yield from rules.check_sources(source)
    yield from evidence.check_evidence(source, evidence.records([source]))
    for field in ("part_of", "near"):
        yield from rules.check_references(source, field, {*gazetteer.places, *gazetteer.regions})
    kinds = {kind.id: kind.precision for kind in gazetteer.kinds.values()}
    yield from places.check_fields(source, kinds, gazetteer.countries, gazetteer.divisions)
    yield from places.check_doubt(source, kinds)
    yield from places.check_ground(source)


def feature_of(record: Raw) -> Raw:
    """A flat record as a feature of a places file."""
    properties = {key: value for key, value in record.items() if key not in ("id", "lon", "lat")}
    point = {"type": "Point", "coordinates": [record["lon"], record["lat"]]}
    return {"type": "Feature", "id": record["id"], "geometry": point, "properties": properties}


def file_for(folder: Path, country: str | None) -> Path:
    """The places file of a country; `xz` is the high seas."""
    return folder / "places" / f"{(country or 'xz').lower()}.geojson"


def with_record(file: Path, record: Raw) -> str:
    """The canonical text of a places file with one more record; the file need not exist.

    Raises:
        DataError: The file cannot be read, or has the id already.
    """
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": []}
    if file.exists():
        sources, findings = reading.read_features(file)
        if findings:
            raise DataError(
                str(findings[0].what), file=file, line=findings[0].line, advice=findings[0].advice
            )
        if record["id"] in {source.id for source in sources}:
            raise DataError(f"the id {record['id']!r} is there already", file=file, advice="choose another")
        collection = json.loads(file.read_text(encoding="utf-8"))
    collection["features"].append(feature_of(record))
    return collection_text(collection)
