"""Linked Places format 1.2.2 (JSON-LD, also GeoJSON), as the World Historical Gazetteer takes it.

Types carry identifiers of the Getty Art & Architecture Thesaurus where its subset that the World Historical Gazetteer
supports (feature-types-AAT_20230609.tsv of the format's repository) has one that says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geomap.gazetteer import Gazetteer
from geomap.model import Held, Name, Place

CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
)
BASE = "urn:geomap:place:"  # ids need to be IRIs, and no web address of geomap's own would answer
AAT = {
    "airbase": (300000455, "military base"), "base": (300000455, "military base"),
    "naval-base": (300000455, "military base"), "missile-base": (300000455, "military base"),
    "outpost": (300164060, "military installation"), "oilfield": (300000401, "oil field"),
    "oil-terminal": (300387025, "oil terminal"), "dam": (300006084, "dam"), "bridge": (300007836, "bridge"),
    "road": (300008217, "road"), "airport": (300000681, "airport"), "port": (300120599, "port"),
    "mosque": (300007544, "mosque"), "city": (300008389, "city"), "town": (300008375, "town"),
    "village": (300008372, "village"), "suburb": (300000745, "neighborhood"), "district": (300000705, "district"),
    "governorate": (300000774, "province"), "province": (300000774, "province"), "country": (300387506, "country"),
    "region": (300182722, "region (geographic)"), "desert": (300008916, "desert"), "valley": (300008761, "valley"),
    "mountain": (300008795, "mountain"), "island": (300008791, "island"), "river": (300008707, "river"),
    "lake": (300008680, "lake"), "sea": (300008694, "sea"), "gulf": (300132315, "gulf"), "canal": (300006075, "canal"),
    "strait": (300387217, "passage"), "camp": (300008347, "inhabited place"),
}  # fmt: skip
# GeoNames feature classes, by kind where the kind's group does not tell.
CLASS_OF_KIND = {
    "road": "R", "desert": "T", "valley": "T", "mountain": "T", "island": "T", "region": "L", "tripoint": "L",
}  # fmt: skip
CLASS_OF_GROUP = {"settlement": "P", "area": "A", "water": "H"}
SHORT_LANG = {"ckb": "ku", "kmr": "ku"}
CERTAINTY = {"high": "certain", "medium": "less-certain", "low": "uncertain"}


def text(places: Sequence[Place], gazetteer: Gazetteer) -> str:
    """The file, a feature a line."""
    import json

    from geomap.export.gazetteer import attribution

    names = {place.id: place.name for place in gazetteer.places.values()}
    features = ",\n".join(
        json.dumps(feature(place, gazetteer, names), ensure_ascii=False) for place in places
    )
    head = {
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "attribution": attribution(gazetteer),
    }
    return (
        f'{{"type": "FeatureCollection",\n"@context": {json.dumps(CONTEXT)},\n'
        f'"properties": {json.dumps(head, ensure_ascii=False)},\n"features": [\n{features}\n]}}\n'
    )


def feature(place: Place, gazetteer: Gazetteer, names: dict[str, str]) -> dict[str, Any]:
    """A place as a feature of the format; degrees, lon before lat."""
    kind = gazetteer.kinds.get(place.kind)
    made: dict[str, Any] = {
        "@id": BASE + place.id,
        "type": "Feature",
        "properties": {
            "title": place.name,
            "ccodes": [place.country] if place.country else [],
            "fclasses": [
                CLASS_OF_KIND.get(place.kind) or CLASS_OF_GROUP.get((kind.group or "") if kind else "", "S")
            ],
        },
        "names": _names(place),
        "types": [_type(place.kind, kind.label if kind else place.kind)],
        "geometry": {
            "type": "Point",
            "coordinates": [place.lon, place.lat],
            "certainty": CERTAINTY[place.confidence],
            "citations": _citations(place),
        },
        "when": {"timespans": [{"start": {"latest": (place.checked or "")[:10]}}]} if place.checked else None,
        "links": _links(place),
        "relations": [*_relations(place, names), *(_held(one, gazetteer) for one in place.held_by)],
        "descriptions": [{"value": place.note, "lang": "en"}] if place.note else None,
    }
    return {key: value for key, value in made.items() if value}


def _names(place: Place) -> list[dict[str, Any]]:
    """The names; the format wants a citation at one of them, so the first cites what the place does."""
    names = [_name(name) for name in place.names or (Name(text=place.name, lang="en"),)]
    return [{**names[0], "citations": _citations(place)}, *names[1:]]


def _citations(place: Place) -> list[dict[str, str]]:
    return [{"label": source} for source in place.sources]


def _name(name: Name) -> dict[str, Any]:
    """A name; the format knows two-letter languages alone: both sorts of Kurdish are "ku", others are not said."""
    lang = SHORT_LANG.get(name.lang, name.lang)
    return {
        "toponym": name.text,
        **({"lang": lang} if len(lang) == 2 else {}),
        **({"status": "former"} if name.status == "former" else {}),
    }


def _type(kind: str, label: str) -> dict[str, Any]:
    number, term = AAT.get(kind, (None, label))
    known = {"identifier": f"aat:{number}"} if number else {}
    return {**known, "label": term, "sourceLabels": [{"label": label, "lang": "en"}]}


def _links(place: Place) -> list[dict[str, str]]:
    """The record in GeoNames, where a source of the point names one."""
    numbers = [source.split()[1] for source in place.sources if source.startswith("GeoNames ")]
    return [
        {"type": "closeMatch", "identifier": f"https://sws.geonames.org/{number}/"}
        for number in numbers
        if number.isdigit()
    ]


def _relations(place: Place, names: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "relationType": "gvp:broaderPartitive",
            "relationTo": BASE + id,
            "label": f"part of {names.get(id, id)}",
        }
        for id in place.part_of
    ]


def _held(held: Held, gazetteer: Gazetteer) -> dict[str, Any]:
    """Who held a place, and when, in words that a reader of the format sees."""
    actor = gazetteer.actors.get(held.actor)
    span: dict[str, Any] = {}
    if held.start:
        span["start"] = {"in": held.start}
    if held.end:
        span.setdefault("start", {"latest": held.end})  # a span must start: no later than it ended
        span["end"] = {"in": held.end}
    wikidata = (
        f"http://www.wikidata.org/entity/{actor.wikidata}"
        if actor and actor.wikidata
        else f"urn:geomap:actor:{held.actor}"
    )
    made = {
        "relationType": "held_by",
        "relationTo": wikidata,
        "label": f"held by {actor.name if actor else held.actor}",
    }
    return {**made, "when": {"timespans": [span]}} if span else made
