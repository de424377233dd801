"""Reading curated files with the lines that their records stand on, as far as they can be read at all."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geomap.check.findings import Finding, Source
from geomap.gazetteer.data import Raw, is_records, normalised

_BETWEEN = re.compile(r"[\s,]*")
_FEATURES = re.compile(r'"features"\s*:\s*\[')
_TOML_AT = re.compile(r"at line (\d+)")


def read_text(path: Path) -> str | Finding:
    """The text of a file, or the fault that it is not UTF-8."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Finding(path, line, "error", "not UTF-8", "save the file as UTF-8")


def read_features(path: Path) -> tuple[list[Source], list[Finding]]:
    """The features of a GeoJSON file as flat records, each with its place in the file, and what is wrong."""
    text = read_text(path)
    if isinstance(text, Finding):
        return [], [text]
    try:
        collection = json.loads(text, object_pairs_hook=_pairs)
    except json.JSONDecodeError as error:
        return [], [
            Finding(path, error.lineno, "error", f"not JSON: {error.msg}", "mend the line, or the one above")
        ]
    except RecursionError:
        return [], [
            Finding(path, 1, "error", "not JSON that can be read: nested too deeply", "mend the file")
        ]
    except ValueError as error:
        return [], [Finding(path, 1, "error", str(error), "keep one of the two")]
    start = _FEATURES.search(text)
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection" or start is None:
        return [], [
            Finding(path, 1, "error", "not a FeatureCollection", "see gazetteer/places/ for the form")
        ]
    sources: list[Source] = []
    findings: list[Finding] = []
    for feature, line, piece in _pieces(text, start.end()):
        fault = _feature_fault(feature)
        if fault:
            findings.append(Finding(path, line, "error", fault, "see gazetteer/places/ for the form"))
        else:
            sources.append(Source(path, line, piece, _flat(feature)))
    return sources, findings


def _pairs(pairs: list[tuple[str, Any]]) -> Raw:
    keys = [key for key, _ in pairs]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(f"the key {twice[0]!r} is there twice in one object")
    return dict(pairs)


def _pieces(text: str, at: int) -> Iterator[tuple[Any, int, str]]:
    """Each element of the array that begins at `at`, with its line and its text."""
    decoder = json.JSONDecoder()
    while True:
        gap = _BETWEEN.match(text, at)
        at = gap.end() if gap else at
        if text[at : at + 1] == "]":
            return
        value, end = decoder.raw_decode(text, at)
        yield value, text.count("\n", 0, at) + 1, text[at:end]
        at = end


def _feature_fault(feature: Any) -> str | None:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return "not a Feature"
    if not isinstance(feature.get("id"), str):
        return "a feature without an id"
    if not isinstance(feature.get("properties"), dict):
        return f"{feature['id']}: no properties"
    geometry = feature.get("geometry")
    if geometry is None:
        return None
    point = (
        geometry.get("coordinates")
        if isinstance(geometry, dict) and geometry.get("type") == "Point"
        else None
    )
    numbers = isinstance(point, list) and len(point) >= 2 and all(type(c) in (int, float) for c in point[:2])
    return None if numbers else f"{feature['id']}: the geometry is not a Point of [lon, lat]"


def _flat(feature: Raw) -> Raw:
    raw: Raw = {"id": feature["id"], **feature["properties"]}
    if feature.get("geometry") is not None:
        raw["lon"], raw["lat"] = map(float, feature["geometry"]["coordinates"][:2])
    return raw


def toml_fault(path: Path, error: Exception) -> Finding:
    """What a TOML parser says, at its line."""
    found = _TOML_AT.search(str(error))
    return Finding(path, int(found[1]) if found else 1, "error", f"not TOML: {error}", "mend the line")


def read_records(path: Path, array: str) -> tuple[list[Source], list[Finding]]:
    """The records of one array of tables (`[[actor]]`) of a TOML file, each with its place in the file."""
    text = read_text(path)
    if isinstance(text, Finding):
        return [], [text]
    try:
        records = tomllib.loads(text).get(array, [])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return [], [toml_fault(path, error)]
    if not is_records(records):
        advice = f"write [[{array}]] above each record"
        return [], [Finding(path, 1, "error", f"{array} is no list of tables", advice)]
    headers = [m.start() for m in re.finditer(rf"^\[\[\s*{array}\s*\]\]", text, re.MULTILINE)]
    starts = sorted(m.start() for m in re.finditer(r"^\[\[?[^\[\]]+\]\]?\s*(#.*)?$", text, re.MULTILINE))
    sources = []
    for record, start in zip(records, headers, strict=False):
        end = next((s for s in starts if s > start and not text.startswith(f"[[{array}.", s)), len(text))
        sources.append(Source(path, text.count("\n", 0, start) + 1, text[start:end], normalised(record)))
    return sources, []
