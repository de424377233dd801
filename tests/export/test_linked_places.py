"""The gazetteer as Linked Places: by a schema made from the format's text, by a JSON-LD processor, and by GDAL."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyogrio
import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld

from geomap.export.gazetteer import write
from geomap.export.gazetteer.lpf import CONTEXT
from geomap.gazetteer import Gazetteer

SCHEMA = json.loads(Path(__file__).with_name("linked-places.schema.json").read_text(encoding="utf-8"))
# Terms of the format's context document that the export uses, with what they stand for there.
TERMS: dict[str, Any] = {
    "id": "@id", "type": "@type", "lpo": "http://linkedpasts.org/ontology/lpo_latest.ttl#",
    "geojson": "https://purl.org/geojson/vocab#", "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#", "FeatureCollection": "geojson:FeatureCollection",
    "Feature": "geojson:Feature", "Point": "geojson:Point", "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "features": {"@id": "lpo:hasFeature", "@container": "@set"},
    "coordinates": {"@id": "geojson:coordinates", "@container": "@list"}, "properties": "geojson:properties",
    "geometry": "https://github.com/kgeographer/geojson-t/geometry", "title": "dct:title",
    "names": {"@id": "lpo:name_attestation", "@container": "@set"}, "toponym": "lpo:toponym", "lang": "dct:language",
    "relations": {"@id": "lpo:rel_attestation", "@container": "@set"}, "relationTo": "lpo:relation_to",
    "relationType": "lpo:relation_type", "when": "lpo:when", "timespans": {"@id": "lpo:timespan", "@container": "@set"},
    "start": "lpo:has_start", "end": "lpo:has_end", "in": "lpo:in", "latest": "lpo:latest",
}  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def path(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole gazetteer, written."""
    path = tmp_path_factory.mktemp("linked") / "places.jsonld"
    write(list(gazetteer.places.values()), gazetteer, path)
    return path


@pytest.fixture(scope="module")
def document(path: Path) -> dict[str, Any]:
    """The file, parsed."""
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def test_it_is_what_the_format_asks_for(document: dict[str, Any]) -> None:
    """Required elements, a citation at a name, two-letter languages, spans with a start, in every place."""
    faults = [f"{list(e.path)}: {e.message}" for e in Draft202012Validator(SCHEMA).iter_errors(document)]
    assert faults[:5] == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda f: f.pop("names"), "names"),
        (lambda f: [name.pop("citations", None) for name in f["names"]], "contain"),
        (lambda f: f["names"][0].update(lang="ckb"), "ckb"),
        (lambda f: f.update(when={"timespans": [{"end": {"in": "2024"}}]}), "start"),
        (lambda f: f["geometry"].update(certainty="high"), "high"),
    ],
)
def test_the_schema_finds_faults(document: dict[str, Any], spoil: Any, said: str) -> None:
    """A schema that nothing fails would prove nothing."""
    spoilt = {**document, "features": [json.loads(json.dumps(document["features"][0]))]}
    spoil(spoilt["features"][0])
    assert any(said in error.message for error in Draft202012Validator(SCHEMA).iter_errors(spoilt))


def test_a_json_ld_processor_reads_every_name(document: dict[str, Any], gazetteer: Gazetteer) -> None:
    """Expanded by the terms of the context that the file names: ids, names, points and holders are all there."""

    def context(url: str, _options: object) -> dict[str, Any]:
        assert url == CONTEXT
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}

    (collection,) = jsonld.expand(document, {"documentLoader": context})
    lpo = TERMS["lpo"]
    features = {f["@id"].rpartition(":")[2]: f for f in collection[f"{lpo}hasFeature"]}
    assert set(features) == set(gazetteer.places)
    tower = features["tower-22"]
    named = [name[f"{lpo}toponym"][0]["@value"] for name in tower[f"{lpo}name_attestation"]]
    assert named == [name.text for name in gazetteer.places["tower-22"].names]
    point = tower[TERMS["geometry"]][0][f"{TERMS['geojson']}coordinates"][0]["@list"]
    assert [number["@value"] for number in point] == [38.695, 33.3] or len(point) == 2
    held = [f for f in features.values() if any(
        r[f"{lpo}relation_type"][0]["@value"] == "held_by" for r in f.get(f"{lpo}rel_attestation", ()))]  # fmt: skip
    assert len(held) == sum(bool(place.held_by) for place in gazetteer.places.values())


def test_gdal_opens_it_as_geojson(path: Path, gazetteer: Gazetteer) -> None:
    """Linked Places is GeoJSON: QGIS shows the points with their titles."""
    frame = pyogrio.read_dataframe(path)
    assert len(frame) == len(gazetteer.places)
    assert frame.crs.to_epsg() == 4326
    assert set(frame["title"]) == {place.name for place in gazetteer.places.values()}
