"""GeoJSON (RFC 7946) in the form of the curated files: what is exported can be laid on top again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from geomap.check.canonical import collection_text
from geomap.gazetteer import Gazetteer
from geomap.model import Place

_OURS = ("id", "lon", "lat", "origin", "population")


def text(places: Sequence[Place], gazetteer: Gazetteer) -> str:
    """The file: the canonical form, with attribution and version in its head."""
    from geomap.export.gazetteer import attribution

    head = {"attribution": attribution(gazetteer), "version": gazetteer.version}
    return collection_text({"type": "FeatureCollection", **head, "features": [feature(p) for p in places]})


def feature(place: Place) -> dict[str, Any]:
    """A place as a feature of a places file (degrees, lon before lat), without what only look-up adds."""
    plain: dict[str, Any] = json.loads(msgspec.json.encode(place))
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {key: value for key, value in plain.items() if key not in _OURS},
    }
