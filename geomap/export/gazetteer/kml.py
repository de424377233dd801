"""KML 2.2: a folder a kind of place, a placemark a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from geomap.export.cells import plain
from geomap.export.gazetteer.csv import row
from geomap.export.xml import xml_text
from geomap.gazetteer import Gazetteer
from geomap.model import Place


def text(places: Sequence[Place], gazetteer: Gazetteer) -> str:
    """The file."""
    return "".join(_document(places, gazetteer))


def _document(places: Sequence[Place], gazetteer: Gazetteer) -> Iterator[str]:
    from geomap.export.gazetteer import attribution

    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield f"<name>Gazetteer</name><description>{xml_text(escape(attribution(gazetteer)))}</description>\n"
    folders: dict[str, list[Place]] = {}
    for place in places:
        kind = gazetteer.kinds.get(place.kind)
        folders.setdefault(kind.label if kind else place.kind, []).append(place)
    for label in sorted(folders):
        yield f"<Folder><name>{xml_text(label)}</name>\n"
        yield from (_placemark(place, gazetteer) for place in folders[label])
        yield "</Folder>\n"
    yield "</Document>\n</kml>\n"


def _placemark(place: Place, gazetteer: Gazetteer) -> str:
    data = "".join(
        f"<Data name={quoteattr(key)}><value>{xml_text(plain(value))}</value></Data>"
        for key, value in row(place, gazetteer).items()
        if value is not None and key not in ("lon", "lat")
    )
    return (
        f"<Placemark><name>{xml_text(place.name)}</name>"
        # Viewers draw a description as HTML, so its text is escaped once for HTML and once for XML.
        f"<description>{xml_text(escape(place.note or ''))}</description><ExtendedData>{data}</ExtendedData>"
        f"<Point><coordinates>{place.lon},{place.lat}</coordinates></Point></Placemark>\n"
    )
