"""KML 2.2: a folder an attacker, a placemark an incident with its time span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from geomap import model
from geomap.export.cells import plain
from geomap.export.placed import placed
from geomap.store import flat

# What XML 1.0 cannot hold at all, escaped or not.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNKNOWN = "Attacker not known"


def write(store: model.Store, path: Path) -> list[str]:
    """Write KML; incidents without a point are left out."""
    incidents, notes = placed(store)
    path.write_text("".join(_document(incidents, store.attribution)), encoding="utf-8", newline="\n")
    return notes


def _document(incidents: list[model.Incident], attribution: tuple[str, ...]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield f"<name>Incidents</name><description>{xml_text(escape(' '.join(attribution)))}</description>\n"
    folders: dict[str, list[model.Incident]] = {}
    for one in incidents:
        folders.setdefault(one.attacker or _UNKNOWN, []).append(one)
    for name in sorted(folders, key=lambda name: (name == _UNKNOWN, name)):
        yield f"<Folder><name>{xml_text(name)}</name>\n"
        yield from map(_placemark, folders[name])
        yield "</Folder>\n"
    yield "</Document>\n</kml>\n"


def _placemark(one: model.Incident) -> str:
    values = {name: plain(flat.column([one], name)[0]) for name in flat.COLUMNS}
    data = "".join(
        f"<Data name={quoteattr(name)}><value>{xml_text(value)}</value></Data>"
        for name, value in values.items()
        if value
    )
    assert one.lon is not None and one.lat is not None
    return (
        f"<Placemark id={quoteattr(_ILLEGAL.sub('', 'i-' + one.id))}><name>{xml_text(one.title)}</name>"
        # Viewers draw a description as HTML, so its text is escaped once for HTML and once for XML.
        f"<description>{xml_text(escape(one.evidence or ''))}</description>{_span(one)}"
        f"<ExtendedData>{data}</ExtendedData>"
        f"<Point><coordinates>{round(one.lon, 6)},{round(one.lat, 6)}</coordinates></Point></Placemark>\n"
    )


def _span(one: model.Incident) -> str:
    if one.date_start is None:
        return ""
    end = one.date_end or one.date_start
    return f"<TimeSpan><begin>{one.date_start.isoformat()}</begin><end>{end.isoformat()}</end></TimeSpan>"


def xml_text(text: str) -> str:
    """A text as XML can hold it."""
    return escape(_ILLEGAL.sub("", text))
