"""KML 2.2: a folder an attacker, a placemark an incident with its time span."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

from geomap import model
from geomap.export.cells import plain
from geomap.export.losses import Notes, placed
from geomap.export.xml import xml_attribute, xml_text
from geomap.store import flat
from geomap.store.part import Part

_UNKNOWN = "Attacker not known"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'


def write(part: Part, path: Path, notes: Notes) -> None:
    """Write KML; incidents without a point are left out."""
    with tempfile.TemporaryFile(dir=path.parent) as aside, path.open("wb") as file:
        folders = _aside(aside, placed(part.read(), notes), notes)
        file.write(_HEAD.encode())
        about = xml_text(escape(part.about), notes)
        file.write(f"<name>Incidents</name><description>{about}</description>\n".encode())
        for name in sorted(folders, key=lambda name: (name is None, name)):
            file.write(f"<Folder><name>{xml_text(name or _UNKNOWN, notes)}</name>\n".encode())
            for start, length in folders[name]:
                aside.seek(start)
                file.write(aside.read(length))
            file.write(b"</Folder>\n")
        file.write(b"</Document>\n</kml>\n")


_Where = list[tuple[int, int]]  # first byte and number of bytes of each placemark


def _aside(file: IO[bytes], incidents: Iterable[model.Incident], notes: Notes) -> dict[str | None, _Where]:
    """Put placemarks aside as they come, and remember by attacker where each is: a folder is told in one piece."""
    folders: dict[str | None, _Where] = {}
    start = 0
    for one in incidents:
        placemark = _placemark(one, notes).encode()
        file.write(placemark)
        folders.setdefault(one.attacker or None, []).append((start, len(placemark)))
        start += len(placemark)
    return folders


def _placemark(one: model.Incident, notes: Notes) -> str:
    values = {name: plain(flat.column([one], name)[0]) for name in flat.COLUMNS}
    data = "".join(
        f"<Data name={xml_attribute(name, notes)}><value>{xml_text(value, notes)}</value></Data>"
        for name, value in values.items()
        if value
    )
    assert one.lon is not None and one.lat is not None
    return (
        f"<Placemark id={xml_attribute('i-' + one.id)}><name>{xml_text(one.title)}</name>"
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
