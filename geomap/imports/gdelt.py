"""GDELT's event rows as reports: version 1.0 with 57 or 58 columns, version 2.0 with 61; no head, tabs between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geomap.errors import DataError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.datasets import Codebook, EventCode, PlaceCode
from geomap.imports import cells
from geomap.imports.actors import Actors, roles
from geomap.imports.cells import LeftOut, Refused, Row, Values
from geomap.imports.ground import Ground
from geomap.imports.tables import opened, records_of, sniff_encoding
from geomap.model import Report, Span

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
          "Type2Code", "Type3Code")  # fmt: skip
_GEO_1 = (
    "Geo_Type",
    "Geo_FullName",
    "Geo_CountryCode",
    "Geo_ADM1Code",
    "Geo_Lat",
    "Geo_Long",
    "Geo_FeatureID",
)
_GEO_2 = (*_GEO_1[:4], "Geo_ADM2Code", *_GEO_1[4:])


def _columns(geo: tuple[str, ...]) -> tuple[str, ...]:
    return (
        *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
        *(f"Actor{number}{name}" for number in "12" for name in _ACTOR),
        *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
        *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
        *(f"{whose}{name}" for whose in ("Actor1", "Actor2", "Action") for name in geo),
        *("DATEADDED", "SOURCEURL"),
    )


# Number of columns -> their names (GDELT-Data_Format_Codebook, GDELT-Event_Codebook-V2.0).
LAYOUTS: dict[int, tuple[str, ...]] = {
    57: _columns(_GEO_1)[:-1],  # until March 2013, without SOURCEURL
    58: _columns(_GEO_1),
    61: _columns(_GEO_2),
}
_NOWHERE = PlaceCode(code=0, precision="unknown", radius_km=0.0)


class Gdelt:
    """Reads files of GDELT events.

    Args:
        gazetteer: Places, countries and actors.
        codebook: What the codes mean.
        every: Keep also what is no attack, as `other`.
        merged: Let the rows merge with what others tell.
    """

    def __init__(
        self, gazetteer: Gazetteer, codebook: Codebook, *, every: bool = False, merged: bool = False
    ) -> None:
        self.codebook = codebook
        self.ground = Ground(gazetteer, codebook.countries)
        self.actors = Actors(gazetteer, codebook, self.ground.country)
        self._every = every
        self._alone = codebook.alone and not merged

    def rows(self, path: Path) -> Iterator[Row]:
        """The rows of a file.

        Raises:
            DataError: It is no table of 57, 58 or 61 columns.
        """
        columns: tuple[str, ...] | None = None
        with opened(path, sniff_encoding(path)) as file:
            for line, values in records_of(file, path, "\t", quoted=False):
                if columns is None:
                    columns = _layout(len(values), values, path)
                if len(values) == len(columns):
                    yield Row(line, dict(zip(columns, values, strict=True)))
                else:
                    yield Row(line, {"": f"{len(values)} cells where the first row has {len(columns)}"})

    def report(self, values: Values) -> Report:
        """The report of a row.

        Raises:
            Refused: A cell is wrong.
            LeftOut: It is no attack.
        """
        id = f"gdelt:{cells.needed(values, 'GLOBALEVENTID')}"
        event = self._event(values)
        day = cells.day(values, "SQLDATE")
        place_code = self._place_code(values)
        point = cells.point(values, "ActionGeo_Long", "ActionGeo_Lat") if place_code is not _NOWHERE else None
        full_name = cells.text(values, "ActionGeo_FullName")
        country = self.codebook.fips.get(cells.text(values, "ActionGeo_CountryCode") or "")
        name, division = _names(full_name, place_code)
        spot = self.ground.spot(*(point or (None, None)), name, country, division, place_code)
        evidence = _evidence(values, event, full_name)
        return Report(
            id=id,
            article=id,
            kind=event.kind,
            evidence=evidence,
            span=Span(start=0, end=len(evidence)),
            status=event.status,
            core=values.get("IsRootEvent", "").strip() == "1",
            date_start=day,
            date_end=day,
            date_precision="day",
            attackers=roles(self._side(values, "Actor1"), "attributed", "Actor1"),
            targets=roles(self._side(values, "Actor2"), "stated", "Actor2"),
            weapons=(event.weapon,) if event.weapon else (),
            outlet=self.codebook.name,
            source_url=cells.text(values, "SOURCEURL"),
            why=("coded by a machine: trust neither place nor day without the source", *spot.why),
            origin="gdelt",
            redistribute=self.codebook.redistribute,
            dataset="gdelt",
            version=cells.whole(values, "DATEADDED", 0),
            alone=self._alone,
            **spot.fields,
        )

    def _event(self, values: Values) -> EventCode:
        code = cells.needed(values, "EventCode")
        if not code.isdigit():
            raise Refused("EventCode", f"no CAMEO code: {cells.shown(code)}")
        found = self.codebook.event_under(code)
        if found is None or (not found.keep and not self._every):
            raise LeftOut(f"CAMEO {code[:2]}")
        return found

    def _place_code(self, values: Values) -> PlaceCode:
        kind = cells.whole(values, "ActionGeo_Type")
        if not kind:  # 0 and empty: nothing was found
            return _NOWHERE
        return cells.coded(values, "ActionGeo_Type", self.codebook.places)

    def _side(self, values: Values, side: str) -> list[tuple[str, str]]:
        """The actor by its name, else the state of its country code."""
        name = cells.text(values, f"{side}Name")
        country = self.ground.country(cells.text(values, f"{side}CountryCode"))
        found = self.actors.in_gazetteer(name) if name else None
        found = found or self.actors.state(country) or (self.actors.known(name) if name else None)
        return [found] if found else []


def _layout(number: int, first: list[str], path: Path) -> tuple[str, ...]:
    if number in LAYOUTS and first[0].strip().isdigit():
        return LAYOUTS[number]
    raise DataError(
        f"{number} columns between tabs, so not a file of GDELT events (57, 58 or 61, without a head)",
        file=path,
        line=1,
        advice="mentions and the knowledge graph are other files",
    )


def _names(full_name: str | None, code: PlaceCode) -> tuple[str | None, str | None]:
    """The place and the division in "Mosul, Ninawa, Iraq"."""
    parts = [part.strip() for part in (full_name or "").split(",") if part.strip()]
    if not parts or code.precision == "country":
        return (parts[0] if parts else None), None
    if code.precision == "governorate":
        return parts[0], parts[0]
    return parts[0], parts[1] if len(parts) > 2 else None


def _evidence(values: Values, event: EventCode, place: str | None) -> str:
    """The row in words: GDELT keeps no sentence."""
    first, second = (cells.text(values, f"Actor{number}Name") or "?" for number in "12")
    code, number = (values[name].strip() for name in ("EventCode", "GLOBALEVENTID"))
    where = f", {place}" if place else ""
    return f"{first} > {second}: {event.words or event.kind} (CAMEO {code}){where} [row {number}]"
