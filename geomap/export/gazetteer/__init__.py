"""The gazetteer itself for others: GeoJSON, CSV, GeoPackage, KML, Linked Places. Degrees WGS 84, lon before lat.

Each writer is a function of the places and the gazetteer that they are of; the same places give the same bytes.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from geomap.errors import UsageError
from geomap.gazetteer import Gazetteer
from geomap.model import Place
from geomap.store import atomic


class Format(NamedTuple):
    """A format of the gazetteer: what `--format` calls it, its suffix, its name, what it cannot hold."""

    name: str
    suffix: str
    title: str
    loses: str = ""


FORMATS = {
    one.name: one
    for one in (
        Format("geojson", ".geojson", "GeoJSON, in the form of a places file"),
        Format("csv", ".csv", "CSV (UTF-8)", "language and strength of names, dates"),
        Format("gpkg", ".gpkg", "GeoPackage 1.4, with the names as a table"),
        Format("kml", ".kml", "KML 2.2", "language and strength of names, dates"),
        Format("lpf", ".jsonld", "Linked Places 1.2 (World Historical Gazetteer)", "strength and needs of names"),
    )
}  # fmt: skip


def format_of(path: Path, name: str | None = None) -> Format:
    """The format that a name asks for, else that of the suffix.

    Raises:
        UsageError: There is none.
    """
    if name is not None:
        return FORMATS[name]
    for one in FORMATS.values():
        if path.name.lower().endswith((one.suffix, ".lpf.json") if one.name == "lpf" else one.suffix):
            return one
    known = ", ".join(one.suffix for one in FORMATS.values())
    raise UsageError(
        f"no format has the suffix {path.suffix or '(none)'}", file=path, advice=f"one of {known}"
    )


def encode(places: Sequence[Place], gazetteer: Gazetteer, name: str) -> bytes:
    """Places in a text format (all but GeoPackage), as the bytes of its file."""
    module = importlib.import_module(f"geomap.export.gazetteer.{name}")
    text: str = module.text(places, gazetteer)
    return text.encode("utf-8")


def write(places: Sequence[Place], gazetteer: Gazetteer, path: Path, name: str | None = None) -> Format:
    """Write places to a file, whole or not at all; returns the format.

    Args:
        places: In the order in which they are written.
        gazetteer: Whose places they are: names of countries and actors, attribution.
        path: The file; its suffix tells the format.
        name: A name of `FORMATS`, where the suffix does not tell.

    Raises:
        UsageError: No format has this suffix.
        DataError: The file cannot be written.
    """
    form = format_of(path, name)
    if form.name == "gpkg":
        from geomap.export.gazetteer import gpkg

        atomic.replace(path, lambda beside: gpkg.write(places, gazetteer, beside))
    else:
        atomic.write_bytes(path, encode(places, gazetteer, form.name))
    return form


def attribution(gazetteer: Gazetteer) -> str:
    """Whom to thank for the values, in one line, under which licence they go on."""
    said = [source.attribution for source in gazetteer.sources.values() if source.attribution]
    return " ".join(["geomap's gazetteer, CC BY-SA 4.0.", *said])
