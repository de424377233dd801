"""CSV: a row a place; lists joined by "; ", texts that a spreadsheet would run guarded."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from geomap.export.cells import guarded, plain
from geomap.gazetteer import Gazetteer
from geomap.model import Place

COLUMNS = (
    "id", "name", "kind", "country", "admin1", "admin1_name", "lon", "lat", "radius_km", "extent_km", "confidence",
    "names", "names_ar", "part_of", "near", "held_by", "sources", "checked", "note",
)  # fmt: skip


def text(places: Sequence[Place], gazetteer: Gazetteer) -> str:
    """The file, with a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for place in places:
        values = row(place, gazetteer)
        writer.writerow([plain(guarded(values[column])) for column in COLUMNS])
    return out.getvalue()


def row(place: Place, gazetteer: Gazetteer) -> dict[str, Any]:
    """A place as flat values by column; None is not known."""
    held = [f"{one.actor} {one.start or ''}/{one.end or ''}".strip() for one in place.held_by]
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "admin1_name": place.admin1_name or gazetteer.admin1_name(place.admin1),
        "lon": place.lon,
        "lat": place.lat,
        "radius_km": place.radius_km,
        "extent_km": place.extent_km,
        "confidence": place.confidence,
        "names": "; ".join(name.text for name in place.names if name.lang != "ar") or None,
        "names_ar": "; ".join(name.text for name in place.names if name.lang == "ar") or None,
        "part_of": "; ".join(place.part_of) or None,
        "near": "; ".join(place.near) or None,
        "held_by": "; ".join(held) or None,
        "sources": "; ".join(place.sources) or None,
        "checked": place.checked,
        "note": place.note,
    }
