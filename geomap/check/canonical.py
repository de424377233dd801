"""The canonical form of the curated files, so that a diff shows one changed line for one changed value.

Places: features by id, one property a line, one name object a line, NFC, coordinates to five decimals (a metre).
TOML files are written by people and keep their order and comments: only blanks at line ends go.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geomap.errors import DataError
from geomap.gazetteer.data import Raw

DECIMALS = 5
FIELDS = (
    "op", "name", "kind", "country", "admin1", "admin1_name", "area_id", "radius_km", "extent_km", "names", "part_of",
    "near", "held_by", "sources", "checked", "confidence", "note",
)  # fmt: skip
LINE_EACH = frozenset({"names", "held_by", "sources"})  # lists whose items stand on lines of their own


def canonical(path: Path) -> str:
    """The canonical text of a curated file; the same text again for what is canonical.

    Raises:
        DataError: The file cannot be read as what its suffix says.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError("not UTF-8", file=path, advice="save the file as UTF-8") from None
    return _places(text, path) if path.suffix == ".geojson" else _trimmed(text)


def files(folder: Path) -> list[Path]:
    """The files of a gazetteer folder that have a canonical form, in a fixed order."""
    return (
        sorted(folder.glob("places/*.geojson"))
        + sorted(folder.glob("*.toml"))
        + sorted(folder.glob("lexicon/*.toml"))
    )


def _trimmed(text: str) -> str:
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    return "\n".join(lines).strip("\n") + "\n"


def _places(text: str, path: Path) -> str:
    try:
        return collection_text(json.loads(text))
    except json.JSONDecodeError as error:
        raise DataError(
            f"not JSON: {error.msg}", file=path, line=error.lineno, advice="mend the line"
        ) from None
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        advice = "geomap gazetteer check says where"
        raise DataError("not a FeatureCollection of points with ids", file=path, advice=advice) from None


def collection_text(collection: Raw) -> str:
    """The canonical text of a FeatureCollection of places; KeyError, TypeError where it is none."""
    features = sorted(collection["features"], key=lambda feature: str(feature["id"]))
    body = ",\n".join(_feature(feature) for feature in features)
    head = [
        f"  {_json(key)}: {_json(value)}"
        for key, value in collection.items()
        if key not in ("type", "features")
    ]
    lines = [
        '  "type": "FeatureCollection"',
        *head,
        '  "features": [\n' + body + ("\n" if body else "") + "  ]",
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _feature(feature: Raw) -> str:
    lines = [
        '"type": "Feature"',
        f'"id": {_json(feature["id"])}',
        f'"geometry": {_geometry(feature["geometry"])}',
    ]
    lines += [f"{_json(key)}: {_json(value)}" for key, value in feature.items()
              if key not in ("type", "id", "geometry", "properties")]  # fmt: skip
    properties = feature["properties"]
    known = [key for key in FIELDS if key in properties]
    rest = sorted(key for key in properties if key not in FIELDS)
    inner = ",\n".join("        " + _property(key, properties[key]) for key in (*known, *rest))
    lines.append('"properties": {\n' + inner + "\n      }")
    return "    {\n" + ",\n".join("      " + line for line in lines) + "\n    }"


def _property(key: str, value: Any) -> str:
    if key in LINE_EACH and isinstance(value, list) and value:
        items = ",\n".join("          " + _json(item) for item in value)
        return f"{_json(key)}: [\n{items}\n        ]"
    return f"{_json(key)}: {_json(value)}"


def _geometry(geometry: Raw | None) -> str:
    if geometry is None or geometry.get("type") != "Point":
        return _json(geometry)
    coordinates = [_whole(round(number, DECIMALS)) for number in geometry["coordinates"]]
    return _json({**geometry, "coordinates": coordinates})


def _whole(number: float) -> float | int:
    """4.0 is written 4, so that the form does not depend on who wrote it."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _json(value: Any) -> str:
    return json.dumps(_clean(value), ensure_ascii=False)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return _whole(value) if isinstance(value, float) else value


def changes(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a folder that are not in canonical form, each with the text that it should have."""
    for path in files(folder):
        text = canonical(path)
        if path.read_bytes() != text.encode():
            yield path, text
